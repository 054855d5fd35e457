"""Tables without drawn edges: lines whose cells are parted by tabs or bars, or stand in columns
of spaces."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import (
    Block,
    Cell,
    Document,
    Evidence,
    OrderedList,
    Paragraph,
    Provenance,
    Row,
    SourceFile,
    Span,
    Table,
    Text,
    ThematicBreak,
    extent,
    text_of,
)
from converter.records import replace
from converter.recovery.figures import head_of
from converter.recovery.parted_cells import Parted, has_gap, part_cells
from converter.schemas import ArticleSchema

RULE = "table-in-columns"
_SIGNS = {
    "tabs": Evidence("tabs", 3.0, "every line has as many tabs, give or take one"),
    "columns": Evidence("columns", 2.5, "the words of every line stand in the same columns"),
    "gaps": Evidence("gaps", 2.0, "every line has as many gaps, and a column holds figures"),
    "leaders": Evidence("leaders", 3.0, "a row of dots leads from the words to a value"),
    "bars": Evidence("bars", 2.0, "every line has as many bars, and a column holds figures"),
    "a rule under the head": Evidence("a rule under the head", 3.0, "drawn with hyphens"),
}
_CONFIDENCE = 0.85
_MIN_ROWS, _MIN_SPACED, _MAX_HEAD = 2, 3, 3
"""Rows of a table; of one whose rows stand apart; and rows over a rule that name columns."""


def recover_columns(document: Document, schema: ArticleSchema) -> Document:
    """Make tables of rows of lines that stand in columns."""
    source = document.source
    blocks: list[Block] = []
    at = found = 0
    while at < len(document.blocks):
        end = _run_end(document.blocks, at, source.text)
        table = _table(document.blocks[at:end], source) if end > at else None
        if table is None:
            blocks += document.blocks[at : max(end, at + 1)]
        else:
            blocks.append(table)
            found += 1
        at = max(end, at + 1)
    return replace(document, blocks=tuple(blocks)) if found else document


# --- which lines ------------------------------------------------------------------------------


def _run_end(blocks: Sequence[Block], at: int, text: str) -> int:
    """The end of a run of lines with gaps in them, and nothing but line ends between. An empty
    line may stand between all of them where tabs part their cells."""
    end = at
    spaced = False
    while end < len(blocks) and (
        _is_candidate(blocks[end]) or (end > at and isinstance(blocks[end], ThematicBreak))
    ):
        if end > at:
            touches = _touches(blocks[end - 1], blocks[end], text)
            if end == at + 1:
                spaced = not touches
            if touches is spaced or (spaced and not _both_tabbed(blocks[end - 1], blocks[end])):
                break
        end += 1
    while end > at and isinstance(blocks[end - 1], ThematicBreak):
        end -= 1
    return end


def _is_candidate(block: Block) -> bool:
    if isinstance(block, OrderedList):
        return all(len(item.blocks) == 1 and item.markup for item in block.items) and all(
            _is_candidate(item.blocks[0]) for item in block.items
        )
    if not isinstance(block, Paragraph) or len(block.inlines) != 1 or block.markup:
        return False
    leaf = block.inlines[0]
    return isinstance(leaf, Text) and leaf.span is not None and has_gap(leaf.text)


def _touches(first: Block, second: Block, text: str) -> bool:
    """Whether one line end stands between two blocks."""
    left, right = extent(first), extent(second)
    if left is None or right is None:
        return False
    return len(text[left.end : right.start + 1].splitlines()) <= _MIN_ROWS


def _rows_of(block: Block, text: str) -> list[Block]:
    """The lines of a list whose items may be rows that a number counts; else the block."""
    if not isinstance(block, OrderedList):
        return [block]
    rows: list[Block] = []
    for item in block.items:
        own = extent(*item.blocks)
        start = item.markup[0].start
        for line in text[start : own.end if own else start].splitlines(keepends=True):
            words = line.strip()
            at = start + len(line) - len(line.lstrip())
            rows.append(Paragraph((Text(words, Span(at, at + len(words))),)))
            start += len(line)
    return rows


def _both_tabbed(first: Block, second: Block) -> bool:
    return all(isinstance(block, Paragraph) and "\t" in text_of(block) for block in (first, second))


def _table(run: Sequence[Block], source: SourceFile) -> Table | None:
    run = [row for block in run for row in _rows_of(block, source.text)]
    rows = [block for block in run if isinstance(block, Paragraph)]
    is_spaced = len(run) > 1 and not _touches(run[0], run[1], source.text)
    if len(rows) < (_MIN_SPACED if is_spaced else _MIN_ROWS):
        return None
    found = part_cells(rows, source)
    return _build(found, run, source.text) if found is not None else None


# --- what was found ---------------------------------------------------------------------------


def _build(found: Parted, run: Sequence[Block], text: str) -> Table:
    rows = [
        Row(tuple(_cell(span, text) for span in line), bars)
        for line, bars in zip(found.rows, found.bars or ((),) * len(found.rows), strict=True)
    ]
    signs = [_SIGNS[found.sign]]
    rule = next((n for n, block in enumerate(run) if isinstance(block, ThematicBreak)), 0)
    if 0 < rule <= _MAX_HEAD and rule < len(rows):
        head = rule
        signs.append(_SIGNS["a rule under the head"])
    else:
        grid = [[_slice(span, text) for span in line] for line in found.rows]
        head, because = head_of(grid)
        signs += because
    markup = tuple(
        span for block in run if isinstance(block, ThematicBreak) for span in block.markup
    )
    provenance = Provenance(RULE, _CONFIDENCE, tuple(signs), "lines of text")
    return Table(tuple(rows[head:]), tuple(rows[:head]), markup=markup, provenance=provenance)


def _cell(span: Span | None, text: str) -> Cell:
    return Cell((Paragraph((Text(_slice(span, text), span),)),)) if span is not None else Cell(())


def _slice(span: Span | None, text: str) -> str:
    return text[span.start : span.end] if span is not None else ""
