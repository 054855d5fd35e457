"""Tables without bars: lines whose cells are parted by tabs, or stand in columns of spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from converter.model import (
    Block,
    Cell,
    Document,
    Evidence,
    Paragraph,
    Provenance,
    Row,
    SourceFile,
    Span,
    Table,
    Text,
    ThematicBreak,
    extent,
)
from converter.schemas import ArticleSchema

RULE = "table-in-columns"
_SIGNS = {
    "tabs": Evidence("tabs", 3.0, "every line has as many tabs, give or take one"),
    "columns": Evidence("columns", 2.5, "the words of every line begin or end in the same places"),
    "figures below words": Evidence("figures below words", 1.0, "only the first line holds none"),
    "a rule under the head": Evidence("a rule under the head", 3.0, "drawn with hyphens"),
}
_CONFIDENCE = 0.85
_TAB = re.compile(r"\t+")
_GAP = re.compile(r"\t+| {2,}")
_MIN_TAB_ROWS, _MIN_SPACE_ROWS = 2, 3
_MOSTLY = 0.8
"""The share of lines that must agree on a column."""
_MAX_CELL = 60
"""Code points; prose with two spaces after a full stop has longer pieces."""
_SLIP = 1
"""Code points by which typed columns slip."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: where its cells stand in the reading text, and at which columns they begin and
    end."""

    cells: tuple[Span, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def recover_columns(document: Document, schema: ArticleSchema) -> Document:
    """Make tables of rows of lines that stand in columns."""
    source = document.source
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        end = _run_end(document.blocks, at, source.text)
        table = _table(document.blocks[at:end], source) if end - at >= _MIN_TAB_ROWS else None
        if table is None:
            blocks += document.blocks[at : max(end, at + 1)]
        else:
            blocks.append(table)
        at = max(end, at + 1)
    return (
        document if len(blocks) == len(document.blocks) else replace(document, blocks=tuple(blocks))
    )


def _run_end(blocks: Sequence[Block], at: int, text: str) -> int:
    """The end of a run of lines with gaps in them, and nothing but line ends between."""
    end = at
    while end < len(blocks) and (
        _has_gap(blocks[end]) or (end > at and isinstance(blocks[end], ThematicBreak))
    ):
        if end > at and not _touches(blocks[end - 1], blocks[end], text):
            break
        end += 1
    while end > at and isinstance(blocks[end - 1], ThematicBreak):
        end -= 1
    return end


def _has_gap(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.inlines) != 1 or block.markup:
        return False
    leaf = block.inlines[0]
    return isinstance(leaf, Text) and leaf.span is not None and _GAP.search(leaf.text) is not None


def _touches(first: Block, second: Block, text: str) -> bool:
    left, right = extent(first), extent(second)
    if left is None or right is None:
        return False
    return len(text[left.end : right.start].splitlines()) <= 1


def _table(run: Sequence[Block], source: SourceFile) -> Table | None:
    rows = [block for block in run if isinstance(block, Paragraph)]
    rules = [block for block in run if isinstance(block, ThematicBreak)]
    lines = [_line(row, source, _TAB) for row in rows]
    if len(rows) >= _MIN_TAB_ROWS and _agree_on_tabs(lines):
        return _build(rows, lines, run, [_SIGNS["tabs"]], rules)
    lines = [_line(row, source, _GAP) for row in rows]
    if len(rows) >= _MIN_SPACE_ROWS and _agree_on_columns(lines):
        return _build(rows, lines, run, [_SIGNS["columns"]], rules)
    return None


def _line(row: Paragraph, source: SourceFile, gap: re.Pattern[str]) -> _Line:
    leaf = row.inlines[0]
    assert isinstance(leaf, Text)
    assert leaf.span is not None
    base = leaf.span.start - (source.locate(leaf.span.start).column - 1)
    cells: list[Span] = []
    start = 0
    for match in gap.finditer(leaf.text):
        cells.append(Span(leaf.span.start + start, leaf.span.start + match.start()))
        start = match.end()
    cells.append(Span(leaf.span.start + start, leaf.span.end))
    return _Line(
        tuple(cells),
        tuple(cell.start - base for cell in cells),
        tuple(cell.end - base for cell in cells),
    )


def _agree_on_tabs(lines: Sequence[_Line]) -> bool:
    counts = [len(line.cells) for line in lines]
    return min(counts) > 1 and max(counts) - min(counts) <= 1


def _agree_on_columns(lines: Sequence[_Line]) -> bool:
    width = sorted(len(line.cells) for line in lines)[len(lines) // 2]
    whole = [line for line in lines if len(line.cells) == width]
    if width < 2 or len(whole) < _MOSTLY * len(lines):
        return False
    if any(len(cell) > _MAX_CELL for line in whole for cell in line.cells):
        return False
    return all(_is_column(whole, column) for column in range(1, width))


def _is_column(lines: Sequence[_Line], column: int) -> bool:
    return _same([line.starts[column] for line in lines]) or _same(
        [line.ends[column] for line in lines]
    )


def _same(places: list[int]) -> bool:
    middle = sorted(places)[len(places) // 2]
    return sum(abs(place - middle) <= _SLIP for place in places) >= _MOSTLY * len(places)


def _build(
    paragraphs: Sequence[Paragraph],
    lines: Sequence[_Line],
    run: Sequence[Block],
    signs: list[Evidence],
    rules: Sequence[ThematicBreak],
) -> Table:
    rows = [
        Row(tuple(_cell(paragraph, cell) for cell in line.cells))
        for paragraph, line in zip(paragraphs, lines, strict=True)
    ]
    header = 0
    if len(run) > 1 and isinstance(run[1], ThematicBreak):
        signs.append(_SIGNS["a rule under the head"])
        header = 1
    elif _is_head(paragraphs, lines):
        signs.append(_SIGNS["figures below words"])
        header = 1
    markup = tuple(span for rule in rules for span in rule.markup)
    because = Provenance(RULE, _CONFIDENCE, tuple(signs), "lines of text")
    return Table(tuple(rows[header:]), tuple(rows[:header]), markup=markup, provenance=because)


def _cell(paragraph: Paragraph, cell: Span) -> Cell:
    leaf = paragraph.inlines[0]
    assert isinstance(leaf, Text)
    assert leaf.span is not None
    own = leaf.text[cell.start - leaf.span.start : cell.end - leaf.span.start]
    text = own.strip()
    if not text:
        return Cell(())
    start = cell.start + own.index(text)
    return Cell((Paragraph((Text(text, Span(start, start + len(text))),)),))


def _is_head(paragraphs: Sequence[Paragraph], lines: Sequence[_Line]) -> bool:
    """Whether the first line alone holds no figures."""
    figures = [any(character.isdigit() for character in _text(row)) for row in paragraphs]
    return len(lines) > 2 and not figures[0] and all(figures[1:])


def _text(paragraph: Paragraph) -> str:
    leaf = paragraph.inlines[0]
    return leaf.text if isinstance(leaf, Text) else ""
