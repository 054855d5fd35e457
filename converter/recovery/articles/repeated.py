"""Paragraphs that stand in a file twice: the later one is marked, and says where the first is."""

from __future__ import annotations

from converter.model import (
    Block,
    Document,
    Evidence,
    Paragraph,
    Provenance,
    extent,
    map_blocks,
    text_of,
    walk,
)
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.words import fold
from converter.schemas import ArticleSchema

RULE = "repeated-paragraph"
ROLE = "repeated"
_SIGN = "word for word"
_CONFIDENCE = 0.98
_LEAST_WORDS = 8
"""Shorter lines come again by nature: buttons, refrains, answers."""
_REACH, _LETTERS = 60, 16
_NO_WORD = pattern(r"[\W_]+")


def recover_repeated(document: Document, schema: ArticleSchema) -> Document:
    """Give the role ``repeated`` to each paragraph without role that says, white space and
    punctuation aside, what one before it says."""
    alike: dict[str, list[tuple[Paragraph, int]]] = {}
    for node in walk(document.blocks):
        if isinstance(node, Paragraph):
            opening, span = _opening(node), extent(node)
            if opening and span is not None:
                alike.setdefault(opening, []).append((node, span.start))
    later: dict[int, int] = {}
    for group in alike.values():
        first: dict[str, int] = {}
        for paragraph, start in group if len(group) > 1 else ():
            at = first.setdefault(_key(paragraph), start)
            if at != start:
                later[start] = at
    if not later:
        return document

    def mark(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_marked(block, later, document) for block in blocks)

    return replace(document, blocks=map_blocks(document.blocks, mark))


def _opening(paragraph: Paragraph) -> str:
    """The first letters of a paragraph that is long enough: cheap to compare, and all that most
    paragraphs are asked for."""
    text = text_of(paragraph)
    if text.count(" ") + 1 < _LEAST_WORDS:
        return ""
    return _NO_WORD.sub("", fold(text[:_REACH]))[:_LETTERS]


def _key(paragraph: Paragraph) -> str:
    return _NO_WORD.sub(" ", fold(text_of(paragraph))).strip()


def _marked(block: Block, later: dict[int, int], document: Document) -> Block:
    if not isinstance(block, Paragraph) or block.role:
        return block
    span = extent(block)
    if span is None or span.start not in later:
        return block
    place = document.source.locate(later[span.start])
    sign = Evidence(_SIGN, 4.0, f"it stands first in line {place.line}")
    because = Provenance(RULE, _CONFIDENCE, (sign,), "paragraph")
    return replace(block, role=ROLE, provenance=because)
