"""Numbers that count headings or questions, not list items: ``1. What do you do?`` over its
answer. A lone item, with running text below and its successor farther down, is a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.model import (
    Block,
    BulletList,
    Document,
    Evidence,
    Heading,
    OrderedList,
    Paragraph,
    Provenance,
    Span,
    Text,
    text_of,
)
from converter.recovery.words import asks, ends_sentence, last_mark
from converter.schemas import ArticleSchema

RULE = "numbered-line"
_EVIDENCE = (
    Evidence("a lone item", 1.0, "no item stands beside it"),
    Evidence("its successor follows", 2.0, "the next number, or the one before, counts a line too"),
)
_HEADS = Evidence("heads a sentence", 1.0, "it is none itself, and one follows")
_CONFIDENCE = 0.9
_OTHER = "item of a list"
"""What the line would else be."""
_LEVEL = 2
_MAX_HEADING = 12
"""Words."""
_MAX_LENGTH = 700
_MAX_STATEMENT = 200
"""Code points; a longer lone item that does not ask is a step of a long list."""


def recover_numbered(document: Document, schema: ArticleSchema) -> Document:
    """Turn lone numbered items that count each other back into lines, and make headings of lone
    lines that letters or Roman numerals count."""
    places = [
        (index, place)
        for index, block in enumerate(document.blocks)
        if (place := _place(document.blocks, index, block)) is not None
    ]
    known = {place for _, place in places}
    counted = {
        index
        for index, (style, number) in places
        if (style, number + 1) in known or (style, number - 1) in known
    }
    if len(counted) < _FEWEST:
        return document
    text = document.source.text
    following = (*document.blocks[1:], None)
    blocks = tuple(
        _counted(block, below, text) if index in counted else block
        for index, (block, below) in enumerate(zip(document.blocks, following, strict=True))
    )
    return replace(document, blocks=blocks)


_FEWEST = 2
_LETTERED = re.compile(r"(?P<core>[IVXLC]{1,6}|[A-H])[.)]\s+(?=\S)")
_NUMERALS = {
    numeral: value
    for value, numeral in enumerate(
        (
            tens + ones
            for tens in ("", "X", "XX")
            for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
        ),
    )
    if numeral
}
"""Roman numerals up to 29; nobody counts headings farther with them."""


def _place(blocks: Sequence[Block], index: int, block: Block) -> tuple[str, int] | None:
    """How a lone item or line is counted: style and number; None when it is not."""
    if isinstance(block, OrderedList):
        return (block.style, block.start) if _is_lone(blocks, index, block) else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not _heads(block, after):
        return None
    match = _LETTERED.match(text_of(block))
    if match is None:
        return None
    core = match["core"]
    if core in _NUMERALS:
        return "numeral", _NUMERALS[core]
    return "letter", ord(core[0])


def _counted(block: Block, below: Block | None, text: str) -> Block:
    if isinstance(block, OrderedList):
        return _line(block, below, text)
    assert isinstance(block, Paragraph)
    signs = (*_EVIDENCE, _HEADS)
    because = Provenance(RULE, _CONFIDENCE, signs)
    return Heading(_LEVEL, block.inlines, block.markup, because)


def _is_lone(blocks: Sequence[Block], index: int, block: OrderedList) -> bool:
    """One item of one paragraph, short or asking, with no numbered list beside it. A number that
    no characters in the file make was set by the word processor, which counts items."""
    if len(block.items) != 1 or len(block.items[0].blocks) != 1 or not block.items[0].markup:
        return False
    paragraph = block.items[0].blocks[0]
    if not isinstance(paragraph, Paragraph):
        return False
    text = text_of(paragraph)
    is_question = asks(text)
    if len(text) > (_MAX_LENGTH if is_question else _MAX_STATEMENT) or (
        not is_question and last_mark(text) in ".;,"
    ):
        return False
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(after, Paragraph | BulletList):
        return False
    before = blocks[index - 1] if index else None
    return not isinstance(before, OrderedList) or _begins_anew(before, block)


def _begins_anew(before: OrderedList, block: OrderedList) -> bool:
    """Whether a number counts from the first again below a list: an agenda, then its items."""
    return len(before.items) > 1 and block.start == 1 and before.style == block.style


def _line(block: OrderedList, below: Block | None, text: str) -> Paragraph | Heading:
    item = block.items[0]
    paragraph = item.blocks[0]
    assert isinstance(paragraph, Paragraph)
    mark = item.markup[0]
    first = paragraph.inlines[0]
    if isinstance(first, Text) and first.span is not None:
        span = Span(mark.start, first.span.end)
        inlines = (Text(text[span.start : span.end], span), *paragraph.inlines[1:])
    else:
        inlines = (Text(text[mark.start : mark.end], mark), *paragraph.inlines)
    markup = item.markup[1:] + block.markup + paragraph.markup
    if _heads(paragraph, below):
        signs = (*_EVIDENCE, _HEADS)
        return Heading(_LEVEL, inlines, markup, Provenance(RULE, _CONFIDENCE, signs, _OTHER))
    because = Provenance(RULE, _CONFIDENCE, _EVIDENCE, _OTHER)
    return Paragraph(inlines, markup=markup, provenance=because)


def _heads(paragraph: Paragraph, below: Block | None) -> bool:
    """Whether a counted line is no sentence, and a sentence follows."""
    words = text_of(paragraph)
    return (
        len(words.split()) <= _MAX_HEADING
        and words[-1:].isalnum()
        and isinstance(below, Paragraph)
        and ends_sentence(text_of(below))
    )
