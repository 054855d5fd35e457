"""The PDF that we print ourselves gives back what is in it: every word, headings, lists, tables and
who speaks."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from converter.model import (
    BulletList,
    Document,
    Exchange,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    Turn,
    text_of,
    walk,
)
from converter.pipeline import convert
from pdf_files import document_of, headings

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
ADDED = ("about this document", "sobre este documento", "contents", "índice")
"""Headings of what the print adds: the colophon, the list of contents."""


@cache
def converted(path: Path) -> tuple[Document, bytes]:
    conversion = convert(path, to="pdf", timestamp=0)
    return conversion.document, conversion.renditions["pdf"]


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def pair(request: pytest.FixtureRequest) -> tuple[Document, Document]:
    """A document, and what is recovered from its print."""
    document, data = converted(request.param)
    return document, convert(data, to=(), name="story.pdf").document


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def test_every_word_comes_back_in_order(pair: tuple[Document, Document]) -> None:
    document, back = pair
    found = words("\n".join(text_of(block) for block in texts(back)))
    wanted = [words(text_of(block)) for block in texts(document)]
    assert [text for text in wanted if text not in found] == []


def texts(document: Document) -> list[Paragraph | Heading]:
    return [node for node in walk(document.blocks) if isinstance(node, Paragraph | Heading)]


def test_headings_come_back(pair: tuple[Document, Document]) -> None:
    document, back = pair
    wanted = {text.casefold() for _, text in headings(document)}
    found = {text.casefold() for _, text in headings(back)} - set(ADDED)
    found -= {text for text in found if re.fullmatch(r"\d+ articles|interview", text)}
    assert 2 * len(wanted & found) >= 0.95 * (len(wanted) + len(found))


@pytest.mark.parametrize("kind", [Table, OrderedList, Turn, Exchange])
def test_as_many_come_back(pair: tuple[Document, Document], kind: type) -> None:
    document, back = pair
    assert count(back, kind) == count(document, kind)


def test_items_come_back(pair: tuple[Document, Document]) -> None:
    document, back = pair
    assert items(document) <= items(back)


def items(document: Document) -> set[str]:
    found = set()
    for node in walk(document.blocks):
        if isinstance(node, BulletList | OrderedList):
            found |= {" ".join(text_of(*one.blocks[:1]).split()) for one in node.items}
    return found


def count(document: Document, kind: type) -> int:
    return sum(isinstance(node, kind) for node in walk(document.blocks))


def test_reader_states_what_the_tags_do(pair: tuple[Document, Document]) -> None:
    del pair
    _, data = converted(EXAMPLES[0])
    document = document_of(data)
    assert all(node.provenance is None for node in document.blocks if isinstance(node, Heading))
    assert any(isinstance(node, ListItem) for node in walk(document.blocks))
