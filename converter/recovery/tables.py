"""Tables as meant: a title row is the caption, an empty head is none, every row has as many
cells as the widest, and two columns without head are keys and values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from converter.model import (
    Block,
    Cell,
    Document,
    Evidence,
    Inline,
    Markup,
    Paragraph,
    Provenance,
    Row,
    Table,
    text_of,
)
from converter.recovery.flat import flatten, part, start_of
from converter.schemas import ArticleSchema

RULE = "table"
SIGNS = {
    "title row": (3.0, "the first row holds one cell, the others more"),
    "empty head": (3.0, "the row over the rule holds nothing"),
    "caption before the head": (2.0, "the first cell holds two texts, parted by more than a space"),
    "figures, no head": (1.5, "the cells over the rule are figures"),
    "caption line": (2.5, "the line above counts the table: `Table 2`"),
    "keys and values": (2.0, "two columns without head, the first of short keys"),
    "a rule under the head": (3.0, "the marks say so"),
}
_CONFIDENCE = 0.95
_KEY_LENGTH = 60
_CAPTION = re.compile(
    r"(?:table|tabla|tableau|tabelle|tab\.|tabella|tabela|chart|graphic|cuadro|quadro)\s*\d{1,3}\b",
    re.IGNORECASE,
)
_MAX_CAPTION = 250


def recover_tables(document: Document, schema: ArticleSchema) -> Document:
    """Decide captions, heads and key columns of the top-level tables."""
    blocks: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, Table):
            blocks.append(block)
            continue
        dissolved = _dissolved(block)
        if dissolved is not None:
            blocks.append(dissolved)
            continue
        table = _read(block)
        above = blocks[-1] if blocks else None
        if not table.caption and isinstance(above, Paragraph) and _is_caption(above):
            blocks.pop()
            table = _with_caption_line(table, above)
        blocks.append(table)
    return replace(document, blocks=tuple(blocks))


def _read(table: Table) -> Table:
    names: list[str] = []
    table = _without_empty_head(table, names)
    table = _with_caption_row(table, names)
    table = _with_glued_caption(table, names)
    table = _rectangular(table)
    if _has_keys(table):
        names.append("keys and values")
        table = replace(table, stub=1)
    if table.header:
        names.append("a rule under the head")
    signs = tuple(Evidence(name, SIGNS[name][0]) for name in names)
    because = table.provenance or Provenance(RULE, _CONFIDENCE)
    return replace(table, provenance=replace(because, evidence=because.evidence + signs))


def _dissolved(table: Table) -> Paragraph | None:
    """The paragraph of a table that holds one cell: it was drawn for its frame."""
    rows = table.header + table.rows
    filled = [cell for row in rows for cell in _filled(row)]
    if len(filled) != 1 or table.caption:
        return None
    block = filled[0].blocks[0]
    if len(filled[0].blocks) != 1 or not isinstance(block, Paragraph):
        return None
    markup = tuple(sorted(table.markup + _markup(rows) + block.markup))
    sign = Evidence("one cell", 2.0, "a table drawn for its frame")
    return replace(
        block, markup=markup, provenance=Provenance("framed-paragraph", _CONFIDENCE, (sign,))
    )


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.blocks]


def _without_empty_head(table: Table, names: list[str]) -> Table:
    if not table.header or any(_filled(row) for row in table.header):
        return table
    names.append("empty head")
    markup = table.markup + _markup(table.header)
    return replace(table, header=(), markup=tuple(sorted(markup)))


def _markup(rows: Sequence[Row]) -> Markup:
    spans = [span for row in rows for span in row.markup]
    spans += [span for row in rows for cell in row.cells for span in cell.markup]
    return tuple(spans)


def _with_caption_row(table: Table, names: list[str]) -> Table:
    """The first row as caption, where it alone holds a single cell."""
    rows = table.header or table.rows
    if not rows or len(table.header) > 1:
        return table
    others = table.rows if table.header else table.rows[1:]
    single = [row for row in others if len(_filled(row)) < 2]
    if (
        len(_filled(rows[0])) != 1
        or not others
        or (single and (not table.header or len(single) == len(others)))
    ):
        return table
    caption = _cell_inlines(_filled(rows[0])[0])
    if caption is None:
        return table
    names.append("title row")
    markup = tuple(sorted(table.markup + _markup(rows[:1])))
    return replace(table, header=(), rows=others, caption=caption, markup=markup)


_APART = re.compile(r"(?<=\S)\s{2,}(?=\S)")
_MIN_CAPTION_WORDS = 3


def _with_glued_caption(table: Table, names: list[str]) -> Table:
    """The caption that html-to-text tools write into the first cell of the head. What is left
    is no head when it counts."""
    if table.caption or len(table.header) != 1 or len(_filled(table.header[0])) < 2:
        return table
    row = table.header[0]
    paragraph = row.cells[0].blocks[0] if row.cells[0].blocks else None
    if not isinstance(paragraph, Paragraph):
        return table
    flat = flatten(paragraph.inlines)
    match = _APART.search(flat.text)
    if match is None or len(flat.text[: match.start()].split()) < _MIN_CAPTION_WORDS:
        return table
    names.append("caption before the head")
    start, end = start_of(paragraph), flat.offset(len(flat.text) - 1) + 1
    caption = part(paragraph, start, flat.offset(match.start()))
    own = part(paragraph, flat.offset(match.end()), end)
    cells = (replace(row.cells[0], blocks=(own,)), *row.cells[1:])
    row = replace(row, cells=cells)
    markup = tuple(sorted(table.markup + caption.markup))
    table = replace(table, caption=caption.inlines, header=(row,), markup=markup)
    if all(text_of(cell).strip(" %.,-–").isdigit() for cell in cells[1:] if cell.blocks):
        names.append("figures, no head")
        return replace(table, header=(), rows=(row, *table.rows))
    return table


def _cell_inlines(cell: Cell) -> tuple[Inline, ...] | None:
    if len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph):
        return cell.blocks[0].inlines
    return None


def _rectangular(table: Table) -> Table:
    groups = (table.header, table.rows)
    own = [
        [_width(row) + above for row, above in zip(rows, _covered(rows), strict=True)]
        for rows in groups
    ]
    width = max((one for widths in own for one in widths), default=0)
    header, rows = (
        tuple(_padded(row, width - one) for row, one in zip(rows, widths, strict=True))
        for rows, widths in zip(groups, own, strict=True)
    )
    return replace(table, header=header, rows=rows)


def _covered(rows: Sequence[Row]) -> list[int]:
    """How many columns of each row the cells above reach into."""
    covered = [0] * (len(rows) + 1)
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.rowspan > 1:
                covered[index + 1] += cell.colspan
                covered[min(len(rows), index + cell.rowspan)] -= cell.colspan
    return list(accumulate(covered))[:-1]


def _width(row: Row) -> int:
    return sum(cell.colspan for cell in row.cells)


def _padded(row: Row, missing: int) -> Row:
    return replace(row, cells=row.cells + (Cell(()),) * missing) if missing else row


def _has_keys(table: Table) -> bool:
    if table.header or len(table.rows) < 2 or _width(table.rows[0]) != 2:
        return False
    keys = [text_of(row.cells[0]) for row in table.rows if row.cells]
    return all(0 < len(key) <= _KEY_LENGTH for key in keys)


def _is_caption(paragraph: Paragraph) -> bool:
    text = text_of(paragraph)
    return len(text) <= _MAX_CAPTION and _CAPTION.match(text) is not None


def _with_caption_line(table: Table, line: Paragraph) -> Table:
    assert table.provenance is not None
    sign = Evidence("caption line", SIGNS["caption line"][0], text_of(line)[:_KEY_LENGTH])
    because = replace(table.provenance, evidence=(*table.provenance.evidence, sign))
    markup = tuple(sorted(line.markup + table.markup))
    return replace(table, caption=line.inlines, markup=markup, provenance=because)
