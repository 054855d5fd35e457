"""Numbers that count headings or questions, not list items: ``1. What do you do?`` over its
answer. A lone item, with running text below and its successor farther down, is a line."""

from __future__ import annotations

from collections.abc import Sequence

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
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.words import asks, ends_sentence, last_mark
from converter.schemas import ArticleSchema

RULE = "numbered-line"
_EVIDENCE = (
    Evidence("a lone item", 1.0, "no item stands beside it"),
    Evidence("its successor follows", 2.0, "the next number, or the one before, counts a line too"),
)
_HEADS = Evidence("heads a sentence", 1.0, "it is none itself, and one follows")
_AGREES = Evidence("its numbers head sentences", 1.0, "half of the lines they count do, or more")
_CONFIDENCE = 0.9
_OTHER = "item of a list"
"""What the line would else be."""
_LEVEL = 2
_MAX_HEADING = 12
"""Words."""
_MAX_LENGTH = 700
_MAX_STATEMENT = 200
"""Code points; a longer lone item that does not ask is a step of a long list."""
_FEWEST = 2
"""Lines that count one another; one alone counts nothing."""
_LETTERED = pattern(r"(?P<core>[IVXLC]{1,6}|[A-H])[.)]\s+(?=\S)")
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


def recover_numbered(document: Document, schema: ArticleSchema) -> Document:
    """Turn lone numbered items that count each other back into lines, and make headings of lone
    lines that letters or Roman numerals count."""
    lone = {
        index: place
        for index, block in enumerate(document.blocks)
        if (place := _place(document.blocks, index, block)) is not None
    }
    known = set(lone.values())
    counted = {
        index
        for index, place in lone.items()
        if (place[0], place[1] + 1) in known or (place[0], place[1] - 1) in known
    }
    if len(counted) < _FEWEST:
        return document
    agreed = _agreed(document.blocks, lone, counted)
    text = document.source.text
    blocks: list[Block] = []
    for index, (block, below) in enumerate(
        zip(document.blocks, (*document.blocks[1:], None), strict=True)
    ):
        if index in counted or (index in agreed and index in lone):
            blocks.append(_counted(block, below, text, agreed=index in agreed))
        elif index in agreed:
            blocks += _parted(block, below, text)
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _agreed(
    blocks: Sequence[Block], lone: dict[int, tuple[str, int]], counted: set[int]
) -> set[int]:
    """The places of the lines, and of the lists between two of them, whose numbers run on from
    one another, where half of the lines or more head a sentence: then they all are headings."""
    runs: list[list[int]] = []
    style, number = "", 0
    for index, block in enumerate(blocks):
        if index in lone and (index in counted or lone[index] == (style, number + 1)):
            if lone[index] != (style, number + 1):
                runs.append([])
            runs[-1].append(index)
            style, number = lone[index]
        elif (
            isinstance(block, OrderedList)
            and (block.style, block.start) == (style, number + 1)
            and _can_part(block)
        ):
            runs[-1].append(index)
            number += len(block.items)
    agreed: set[int] = set()
    for run in runs:
        while run[-1] not in lone:
            run.pop()
        lines = [index for index in run if index in lone]
        heads = sum(_heads_below(blocks, index) for index in lines)
        if heads >= _FEWEST and heads * 2 >= len(lines):
            agreed.update(run)
    return agreed


def _heads_below(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    line = block.items[0].blocks[0] if isinstance(block, OrderedList) else block
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    return isinstance(line, Paragraph) and _heads(line, below)


def _can_part(block: OrderedList) -> bool:
    """Whether the items of a list between two headings can be headings, too."""
    return all(
        len(item.blocks) == 1
        and item.markup
        and isinstance(item.blocks[0], Paragraph)
        and _is_title(item.blocks[0])
        for item in block.items
    )


def _parted(block: Block, below: Block | None, text: str) -> list[Block]:
    """The items of a list, each a heading; the last may have its text below."""
    assert isinstance(block, OrderedList)
    alone = [replace(block, items=(item,), markup=()) for item in block.items]
    alone[0] = replace(alone[0], markup=block.markup)
    belows = [*(None for _ in alone[1:]), below]
    return [_line(one, under, text, agreed=True) for one, under in zip(alone, belows, strict=True)]


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


def _counted(block: Block, below: Block | None, text: str, *, agreed: bool) -> Block:
    if isinstance(block, OrderedList):
        return _line(block, below, text, agreed=agreed)
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
    return not (isinstance(before, OrderedList) and before.start + len(before.items) == block.start)


def _line(
    block: OrderedList, below: Block | None, text: str, *, agreed: bool
) -> Paragraph | Heading:
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
    if agreed and _is_title(paragraph):
        signs = (*_EVIDENCE, _AGREES)
        return Heading(_LEVEL, inlines, markup, Provenance(RULE, _CONFIDENCE, signs, _OTHER))
    because = Provenance(RULE, _CONFIDENCE, _EVIDENCE, _OTHER)
    return Paragraph(inlines, markup=markup, provenance=because)


def _heads(paragraph: Paragraph, below: Block | None) -> bool:
    """Whether a counted line is no sentence, and a sentence follows."""
    return _is_title(paragraph) and isinstance(below, Paragraph) and ends_sentence(text_of(below))


def _is_title(paragraph: Paragraph) -> bool:
    words = text_of(paragraph)
    return len(words.split()) <= _MAX_HEADING and words[-1:].isalnum()
