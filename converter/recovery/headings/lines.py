"""The lines that may be headings, and what stands around each. Measured once per document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.model import (
    Block,
    BulletList,
    Contents,
    Heading,
    LineBreak,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    ThematicBreak,
    Turn,
    extent,
    text_of,
    walk,
)
from converter.recovery.cohesion import UNKNOWN, Cohesion
from converter.recovery.evidence import median
from converter.recovery.words import ends_in_full_stop, ends_sentence, fold, fold_all, word_count
from converter.schemas import ArticleSchema

MAX_LENGTH = 250
"""Code points; no heading of the newsrooms' files measured is longer than 220."""
MAX_WORDS = 40
_DEFAULT_PARAGRAPH = 60
"""Words; the length of a paragraph in a file that has no long one to measure."""
_SENTENCE_WORDS = 10
"""A sentence of so many words, with its full stop, is running text."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of one line that is short enough for a heading.

    ``before`` and ``after`` are the kinds of the neighbours (``long``, ``line``, ``list``,
    ``table``, ``heading``, ``turn``, ``quote``, ``contents``, ``break``, ``furniture``, ``keys``,
    ``other``, ``none``);
    ``blank_before`` and ``blank_after`` count empty lines; ``run`` is how many lines stand in a
    row with this one; ``bold`` says that all of it is set bold; ``cohesion`` is how much what
    follows speaks of the same things as what stands before.
    """

    index: int
    text: str
    folded: str
    words: int
    before: str
    after: str
    before_text: str
    after_text: str
    blank_before: int
    blank_after: int
    run: int
    bold: bool
    cohesion: float


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is true of the whole document: how long its paragraphs are (median words), the first
    block that is no furniture, how many
    headings its marks state, how often each line stands in it, which lines its contents list
    names, the headings, the words that open a heading about somebody, and the keys that the schema
    knows, and the share of its blocks parted by
    an empty line; whether its format can set a line off (``formatted``),
    and some lines are (``sets_off``); whether there is more in it than lines (``has_text``)."""

    paragraph: float
    opening: int
    blocks: int
    stated: int
    repeats: Counter[str]
    listed: frozenset[str]
    headings: frozenset[str]
    about: tuple[str, ...]
    keys: frozenset[str]
    parted: float
    lines: int
    turns: int
    formatted: bool = False
    sets_off: bool = False
    has_text: bool = True


@dataclass(frozen=True, slots=True)
class _Blocks:
    """A document's blocks with what is measured of each: its text (of paragraphs and headings),
    its kind, the empty lines before it, and how many lines stand in a row with it."""

    blocks: Sequence[Block]
    texts: list[str]
    kinds: list[str]
    gaps: list[int]
    runs: list[int]
    cohesion: Cohesion


_HEADED = frozenset(("long", "list", "table", "turn", "quote", "contents"))
"""Kinds of blocks that a heading can stand over."""
_FORMATTED = frozenset(("docx", "odt", "pdf", "rtf"))
"""Formats in which people write that can set a line off: in bold, by a style. Web pages and mails
often lost what their writer set."""


def find_lines(
    blocks: Sequence[Block], text: str, schema: ArticleSchema, form: str = ""
) -> tuple[list[Line], Surroundings]:
    """The candidate lines of a document in this format, and its surroundings."""
    texts = [text_of(block) if isinstance(block, Paragraph | Heading) else "" for block in blocks]
    kinds = [_kind(block, own) for block, own in zip(blocks, texts, strict=True)]
    for index, block in enumerate(blocks[:-1]):
        if isinstance(block, Turn) and not block.blocks and kinds[index + 1] == "line":
            kinds[index + 1] = "long"  # the words of a label that stands alone
    all_of = _Blocks(blocks, texts, kinds, _gaps(blocks, text), _runs(kinds), Cohesion(blocks))
    lines = [_line(all_of, index) for index, kind in enumerate(kinds) if kind == "line"]
    around = _surroundings(all_of, lines, schema)
    sets_off = around.stated > 0 or any(line.bold for line in lines)
    heads = around.stated > 0 or not _HEADED.isdisjoint(kinds)
    return lines, replace(around, formatted=form in _FORMATTED, sets_off=sets_off, has_text=heads)


def _surroundings(of: _Blocks, lines: list[Line], schema: ArticleSchema) -> Surroundings:
    lengths = [
        word_count(text) for text, kind in zip(of.texts, of.kinds, strict=True) if kind == "long"
    ]
    return Surroundings(
        paragraph=median(lengths) if lengths else _DEFAULT_PARAGRAPH,
        opening=next(
            (at for at, kind in enumerate(of.kinds) if kind not in ("furniture", "keys")), 0
        ),
        blocks=len(of.blocks),
        stated=sum(isinstance(block, Heading) and block.provenance is None for block in of.blocks),
        repeats=Counter(line.folded for line in lines),
        listed=_listed(of.blocks),
        headings=frozenset().union(*map(fold_all, schema.headings.values())),
        about=tuple(f"{text} " for text in fold_all(schema.headings.get("about", ()))),
        keys=fold_all(schema.labels.never),
        parted=sum(gap > 0 for gap in of.gaps[1:]) / max(1, len(of.gaps) - 1),
        lines=len(lines),
        turns=sum(isinstance(block, Turn) for block in of.blocks),
    )


def _kind(block: Block, text: str) -> str:
    match block:
        case Paragraph(role="key-value"):
            return "keys"
        case Paragraph(role=role) if role:
            return "furniture"
        case Paragraph():
            return "line" if _may_be_heading(block, text) else "long"
        case Heading():
            return "heading"
        case BulletList() | OrderedList():
            return "list"
        case Table():
            return "table"
        case Turn():
            return "turn"
        case Quote():
            return "quote"
        case Contents():
            return "contents"
        case ThematicBreak():
            return "break"
    return "other"


def _may_be_heading(block: Paragraph, text: str) -> bool:
    words = word_count(text)
    if not text or len(text) > MAX_LENGTH or words > MAX_WORDS:
        return False
    if words >= _SENTENCE_WORDS and ends_in_full_stop(text):
        return False
    return not any(isinstance(inline, LineBreak) for inline in walk(block.inlines))


def _gaps(blocks: Sequence[Block], text: str) -> list[int]:
    """How many empty lines stand before each block."""
    gaps = []
    end = 0
    for block in blocks:
        span = extent(block)
        if span is None:
            gaps.append(0)
            continue
        gap = text[end : span.start] if span.start > end else ""
        ends = gap.count("\n") or gap.count("\r")
        gaps.append(max(0, ends - 1))
        end = span.end
    return gaps


def _runs(kinds: Sequence[str]) -> list[int]:
    """For each block how many lines stand in a row with it."""
    runs = [0] * len(kinds)
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "line":
            end += 1
        for index in range(start, end):
            runs[index] = end - start
        start = max(end, start + 1)
    return runs


def _line(of: _Blocks, index: int) -> Line:
    block = of.blocks[index]
    assert isinstance(block, Paragraph)
    text = of.texts[index]
    is_last = index + 1 == len(of.blocks)
    return Line(
        index=index,
        text=text,
        folded=fold(text),
        words=word_count(text),
        before=of.kinds[index - 1] if index else "none",
        after="none" if is_last else of.kinds[index + 1],
        before_text=of.texts[index - 1] if index else "",
        after_text="" if is_last else of.texts[index + 1],
        blank_before=of.gaps[index],
        blank_after=0 if is_last else of.gaps[index + 1],
        run=of.runs[index],
        bold=all(isinstance(inline, Strong) for inline in block.inlines),
        cohesion=UNKNOWN if ends_sentence(text) else of.cohesion.at(index),
    )


def _listed(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(
        fold(text_of(*entry.inlines))
        for block in blocks
        if isinstance(block, Contents)
        for entry in block.entries
    )
