"""Tables that show no data: drawn for a frame, emptied of what stood in their cells, or torn by a
list in one. Their cells become the paragraphs and lists that they hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from converter.model import (
    Block,
    BulletList,
    Cell,
    Document,
    Evidence,
    Markup,
    OrderedList,
    Paragraph,
    Provenance,
    Row,
    Span,
    Table,
    extent,
    markup_of,
    text_of,
    walk,
)
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.flat import Flat, flatten, part, start_of
from converter.schemas import ArticleSchema

_FRAME, _LINES = "framed-paragraph", "lines-of-a-layout"
_SIGNS = {
    "one cell": Evidence("one cell", 2.0, "a table drawn for its frame"),
    "empty cells": Evidence(
        "empty cells", 2.0, "below the head, nothing stands in any column but the first"
    ),
    "torn by a list": Evidence(
        "torn by a list", 2.5, "a list stands in a cell, and the rows go on below it"
    ),
}
_CONFIDENCE = 0.95
_MIN_EMPTY_ROWS, _MIN_EMPTY_COLUMNS = 3, 3
"""Rows and columns without a word that it takes: a form to fill in has fewer columns, and what
stood in a single row may have been nothing."""
_LOSES_CELLS = frozenset({"text"})
"""The formats that a picture or a list in a cell is lost on the way to. Elsewhere an empty cell
was meant, and a cell with a list says so."""
_BAR = pattern(r"\s*(?P<bar>[|¦│])\s*")


def recover_layout(document: Document, schema: ArticleSchema) -> Document:
    """Put the contents of tables that show no data in the place of the tables."""
    blocks: list[Block] = []
    loses_cells = document.source.format in _LOSES_CELLS
    at = 0
    while at < len(document.blocks):
        block = document.blocks[at]
        end = at + 1
        if not isinstance(block, Table):
            blocks.append(block)
        elif framed := _framed(block):
            blocks.append(framed)
        elif loses_cells and (end := _torn_end(document.blocks, at)) > at + 1:
            blocks += _untorn(block, document.blocks[at + 1 : end])
        elif loses_cells and _is_emptied(block):
            blocks += _contents(block, "empty cells")
        else:
            blocks.append(block)
        at = end
    return replace(document, blocks=tuple(blocks))


def _framed(table: Table) -> Paragraph | None:
    """The paragraph of a table that holds one cell: it was drawn for its frame."""
    rows = table.header + table.rows
    filled = [cell for row in rows for cell in row.cells if _is_filled(cell)]
    if len(filled) != 1 or len(filled[0].blocks) != 1 or table.caption:
        return None
    block = filled[0].blocks[0]
    if not isinstance(block, Paragraph):
        return None
    markup = tuple(sorted(table.markup + _markup(rows) + block.markup))
    return replace(_marked(block, _FRAME, "one cell"), markup=markup)


def _is_emptied(table: Table) -> bool:
    """Whether a head names columns in which nothing stands: what did was no text."""
    head, body = (table.header + table.rows)[:1], (table.header + table.rows)[1:]
    if table.caption or len(table.header) > 1 or len(body) < _MIN_EMPTY_ROWS:
        return False
    return sum(map(_is_filled, head[0].cells[1:])) >= _MIN_EMPTY_COLUMNS and all(
        row.cells and _is_filled(row.cells[0]) and not any(map(_is_filled, row.cells[1:]))
        for row in body
    )


# --- tables torn by a list --------------------------------------------------------------------


def _torn_end(blocks: Sequence[Block], at: int) -> int:
    """The index after the last row of a table that goes on below a list in its last cell; the
    next index where it does not."""
    table = blocks[at]
    end = at + 1
    if not isinstance(table, Table) or not table.rows or not table.rows[-1].cells:
        return end
    width = max(len(row.cells) for row in table.header + table.rows)
    last = table.rows[-1].cells
    if width == 1 or not _is_filled(last[0]) or any(map(_is_filled, last[1:])):
        return end
    while end + 1 < len(blocks) and isinstance(blocks[end], BulletList | OrderedList):
        rows = end + 1
        while rows < len(blocks) and _is_row(blocks[rows], width):
            rows += 1
        if rows == end + 1:
            break
        end = rows
    return end


def _is_row(block: Block, width: int) -> bool:
    """Whether a line has the bars of a table's rows."""
    return (
        isinstance(block, Paragraph)
        and block.provenance is None
        and len(_BAR.findall(flatten(block.inlines).text)) == width - 1
    )


def _untorn(table: Table, rest: Sequence[Block]) -> list[Block]:
    blocks: list[Block] = [*_contents(table, "torn by a list")]
    for block in rest:
        blocks += _cells_of(block) if isinstance(block, Paragraph) else (block,)
    return blocks


def _cells_of(row: Paragraph) -> list[Paragraph]:
    """What stands between the bars of a line; a bar is markup of the cell before it."""
    flat = flatten(row.inlines)
    bars = list(_BAR.finditer(flat.text))
    starts = (0, *(bar.end() for bar in bars))
    ends = (*(bar.start() for bar in bars), len(flat.text))
    cells = [
        _marked(_part(row, flat, start, end), _LINES, "torn by a list")
        for start, end in zip(starts, ends, strict=True)
        if flat.text[start:end].strip()
    ]
    offsets = [flat.offset(bar.start("bar")) for bar in bars]
    return _with_markup(cells, tuple(Span(offset, offset + 1) for offset in offsets))


def _part(row: Paragraph, flat: Flat, start: int, end: int) -> Paragraph:
    first = start_of(row) if start == 0 else flat.offset(start)
    return part(row, first, flat.offset(end - 1) + 1)


# --- what a table holds -----------------------------------------------------------------------


def _contents(table: Table, name: str) -> list[Paragraph]:
    """The paragraphs of all cells, in order, with the marks of the table between them."""
    rows = table.header + table.rows
    cells = [cell for row in rows for cell in row.cells if _is_filled(cell)]
    blocks = [block for cell in cells for block in cell.blocks if isinstance(block, Paragraph)]
    marked = [_marked(block, _LINES, name) for block in blocks]
    return _with_markup(marked, (*table.markup, *_markup(rows)))


def _with_markup(blocks: Sequence[Paragraph], spans: Markup) -> list[Paragraph]:
    """The paragraphs, each with the spans that follow its beginning; what stands before the first
    belongs to it."""
    starts = [found.start if (found := extent(block)) else 0 for block in blocks]
    own: list[list[Span]] = [[] for _ in blocks]
    for span in spans:
        own[max(bisect_right(starts, span.start) - 1, 0)].append(span)
    return [
        replace(block, markup=tuple(sorted((*block.markup, *more)))) if more else block
        for block, more in zip(blocks, own, strict=True)
    ]


def _marked(block: Paragraph, rule: str, name: str) -> Paragraph:
    return replace(block, provenance=Provenance(rule, _CONFIDENCE, (_SIGNS[name],), "table"))


def _markup(rows: Sequence[Row]) -> Markup:
    """The marks of rows: bars, and what stands in cells without words."""
    spans = [span for row in rows for span in row.markup]
    spans += [span for row in rows for cell in row.cells for span in cell.markup]
    empty = [cell for row in rows for cell in row.cells if not _is_filled(cell)]
    spans += [
        span
        for node in walk(block for cell in empty for block in cell.blocks)
        for span in markup_of(node)
    ]
    return tuple(spans)


def _is_filled(cell: Cell) -> bool:
    return bool(text_of(cell).strip()) or any(
        not isinstance(block, Paragraph) for block in cell.blocks
    )
