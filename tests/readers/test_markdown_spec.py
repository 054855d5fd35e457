"""The examples of the CommonMark specification, read without loss.

The specification's licence (CC BY-SA) keeps it out of this repository. Point COMMONMARK_SPEC at a
``spec.json`` (https://spec.commonmark.org/0.31.2/spec.json) to run this.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Document,
    Figure,
    Heading,
    LineBreak,
    ListItem,
    Node,
    OrderedList,
    Paragraph,
    Quote,
    ThematicBreak,
    children,
    walk,
)
from readers.markdown_documents import document_of

SPEC = os.environ.get("COMMONMARK_SPEC", "")
EXAMPLES: list[dict[str, Any]] = json.loads(Path(SPEC).read_text(encoding="utf-8")) if SPEC else []

pytestmark = pytest.mark.skipif(not SPEC, reason="COMMONMARK_SPEC names no spec.json")

WORD = re.compile(r"\w+")
HTML = re.compile(r"<[A-Za-z/!?]")
OWN = ("~~", "www.", "![")
"""What is read otherwise here, on purpose: GitHub's marks, and pictures."""


def each(*, without_html: bool = False) -> list[Any]:
    return [
        pytest.param(example, id=str(example["example"]))
        for example in EXAMPLES
        if not (without_html and HTML.search(example["markdown"]))
    ]


class Words(HTMLParser):
    """The words of a page outside its tags, scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        self.words += [value or "" for name, value in attrs if tag == "img" and name == "alt"]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


@pytest.mark.parametrize("example", each())
def test_every_word_of_an_example_is_there_in_order(example: dict[str, Any]) -> None:
    page = Words()
    page.feed(example["html"])
    document = document_of(example["markdown"])
    there = iter(WORD.findall(_seen(document)))
    missing = [word for word in WORD.findall("".join(page.words)) if word not in there]
    assert missing == []


def _seen(document: Document) -> str:
    pieces = []
    for node in walk(document.blocks):
        if isinstance(node, Figure):
            pieces.append(f" {node.alt} ")
        else:
            pieces.append(getattr(node, "text", "\n" if not children(node) else ""))
        if isinstance(node, Paragraph | Heading | CodeBlock):
            pieces.append("\n")
    return "".join(pieces)


@pytest.mark.parametrize("example", each(without_html=True))
def test_structure_of_an_example_is_the_parsers(example: dict[str, Any]) -> None:
    if any(mark in example["markdown"] for mark in OWN):
        pytest.skip("read otherwise on purpose")
    tokens = MarkdownIt("commonmark").parse(example["markdown"])
    expected = [(depth, name, " ".join(text.split())) for depth, name, text in _of_tokens(tokens)]
    found = _of_blocks(document_of(example["markdown"]).blocks)
    assert [shape for shape in found if shape[2] or not shape[1].startswith("p")] == expected


Shape = tuple[int, str, str]


def _of_tokens(tokens: list[Token]) -> Iterator[Shape]:
    depth = 0
    for at, token in enumerate(tokens):
        depth -= token.nesting < 0
        name = token.type.removesuffix("_open")
        if token.type in ("paragraph_open", "heading_open"):
            shown = _words(tokens[at + 1].children or [])
            if shown.strip():
                yield depth, f"{name} {token.tag}", shown
        elif token.type in ("fence", "code_block"):
            yield depth, "code", token.content
        elif token.type == "hr" or (token.nesting > 0 and name != "paragraph"):
            yield depth, f"{name} {token.attrs.get('start', '')}".strip(), ""
        depth += token.nesting > 0


def _words(tokens: list[Token]) -> str:
    return "".join(
        {"softbreak": " ", "hardbreak": " / "}.get(token.type, token.content) for token in tokens
    )


_NAMES: dict[type, str] = {
    BulletList: "bullet_list",
    ListItem: "list_item",
    Quote: "blockquote",
    ThematicBreak: "hr",
}


def _of_blocks(nodes: tuple[Node, ...], depth: int = 0) -> Iterator[Shape]:
    for node in nodes:
        if isinstance(node, Paragraph):
            yield depth, "paragraph p", _shown(node)
        elif isinstance(node, Heading):
            yield depth, f"heading h{node.level}", _shown(node)
        elif isinstance(node, CodeBlock):
            yield depth, "code", _shown(node)
        elif isinstance(node, OrderedList):
            start = "" if node.start == 1 else str(node.start)
            yield depth, f"ordered_list {start}".strip(), ""
            yield from _of_blocks(node.items, depth + 1)
        else:
            yield depth, _NAMES[type(node)], ""
            yield from _of_blocks(children(node), depth + 1)


def _shown(block: Block) -> str:
    pieces = (
        " / " if isinstance(node, LineBreak) else getattr(node, "text", "")
        for node in walk(children(block))
    )
    return " ".join("".join(pieces).split())
