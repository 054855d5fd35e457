"""Tables as meant: a title row is the caption, an empty head is none, words over figures are a
head, every row has as many cells as the widest, two columns without head are keys and values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import TypeGuard

from converter.model import (
    Block,
    Cell,
    Document,
    Evidence,
    Markup,
    Paragraph,
    Provenance,
    Row,
    Table,
    markup_of,
    text_of,
    walk,
)
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.figures import head_of
from converter.recovery.flat import flatten, part, start_of
from converter.recovery.words import ends_sentence
from converter.schemas import ArticleSchema

RULE = "table"
SIGNS = {
    "title row": (3.0, "the first row holds one cell, the others more"),
    "empty head": (3.0, "the row over the rule holds nothing"),
    "caption before the head": (2.0, "the first cell holds two texts, parted by more than a space"),
    "figures, no head": (1.5, "the cells over the rule are figures"),
    "caption line": (2.5, "the line above counts the table: `Table 2`"),
    "caption line below": (2.5, "the line below counts the table, as with other tables"),
    "keys and values": (2.0, "two columns without head, the first of short keys"),
    "a rule under the head": (3.0, "the marks say so"),
}
_CONFIDENCE = 0.95
_KEY_LENGTH = 60
_CAPTION = pattern(
    r"""
    (?:table|tabla|tableau|tabelle|tab\.|tabella|tabela|chart|graphic|cuadro|quadro|tabel|tabell
    |таблица|tabulka|tabelka|表)
    \s*(?:\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-Z]\.?\d{1,2}|[IVX]{1,5})(?P<mark>\s*(?:[.:：)–—|-]|\Z))?(?!\w)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MAX_CAPTION = 250


def recover_tables(document: Document, schema: ArticleSchema) -> Document:
    """Decide captions, heads and key columns of the top-level tables."""
    read = [_meant(block) if isinstance(block, Table) else block for block in document.blocks]
    below = _captions_stand_below(read)
    blocks: list[Block] = []
    for block in read:
        above = blocks[-1] if blocks else None
        if below and isinstance(above, Table) and _may_caption(block, above):
            blocks[-1] = _with_caption_line(above, block, "caption line below")
        elif not below and isinstance(block, Table) and _may_caption(above, block):
            blocks[-1] = _with_caption_line(block, above, "caption line")
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def _captions_stand_below(blocks: Sequence[Block]) -> bool:
    """Whether more tables have a line that counts them below than above: the line between two
    tables belongs to one of them."""
    above = below = 0
    for first, second in pairwise(blocks):
        above += isinstance(second, Table) and _may_caption(first, second)
        below += isinstance(first, Table) and _may_caption(second, first)
    return below > above


def _may_caption(line: Block | None, table: Table) -> TypeGuard[Paragraph]:
    if table.caption or not isinstance(line, Paragraph):
        return False
    text = text_of(line)
    match = _CAPTION.match(text)
    if match is None or len(text) > _MAX_CAPTION:
        return False
    return match["mark"] is not None or not ends_sentence(text)


def _with_caption_line(table: Table, line: Paragraph, name: str) -> Table:
    assert table.provenance is not None
    sign = Evidence(name, SIGNS[name][0], text_of(line)[:_KEY_LENGTH])
    because = replace(table.provenance, evidence=(*table.provenance.evidence, sign))
    markup = tuple(sorted(line.markup + table.markup))
    return replace(table, caption=line.inlines, markup=markup, provenance=because)


def _meant(table: Table) -> Table:
    """The table as its maker meant it."""
    names: list[str] = []
    stated = bool(table.header)
    table = _without_empty_head(table, names)
    table = _with_caption_row(table, names)
    table = _with_glued_caption(table, names)
    table = _rectangular(table)
    signs = tuple(Evidence(name, SIGNS[name][0]) for name in names)
    if table.header and table.provenance is None:
        signs += (Evidence("a rule under the head", SIGNS["a rule under the head"][0]),)
    elif not table.header and (not stated or "title row" in names):
        table, found = _with_head(table)
        signs += found
    if _has_keys(table):
        signs += (Evidence("keys and values", SIGNS["keys and values"][0]),)
        table = replace(table, stub=1)
    other = "table without a head" if table.header else "table whose first row is its head"
    because = table.provenance or Provenance(RULE, _CONFIDENCE, (), other)
    return replace(table, provenance=replace(because, evidence=because.evidence + signs))


def _with_head(table: Table) -> tuple[Table, tuple[Evidence, ...]]:
    """The table with the rows as head that name its columns, though no rule says so."""
    count, signs = head_of([[text_of(cell) for cell in row.cells] for row in table.rows])
    return replace(table, header=table.rows[:count], rows=table.rows[count:]), signs


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if text_of(cell).strip()]


def _without_empty_head(table: Table, names: list[str]) -> Table:
    if not table.header or any(_filled(row) for row in table.header):
        return table
    names.append("empty head")
    markup = table.markup + _markup(table.header)
    return replace(table, header=(), markup=tuple(sorted(markup)))


def _markup(rows: Sequence[Row]) -> Markup:
    spans = [span for row in rows for span in row.markup]
    spans += [span for row in rows for cell in row.cells for span in cell.markup]
    empty = [cell for row in rows for cell in row.cells if not text_of(cell).strip()]
    spans += [
        span
        for node in walk(block for cell in empty for block in cell.blocks)
        for span in markup_of(node)
    ]
    return tuple(spans)


def _with_caption_row(table: Table, names: list[str]) -> Table:
    """The first row as caption, where it alone holds a single cell and the table has none."""
    rows = table.header or table.rows
    if not rows or table.caption:
        return table
    if len(table.header) > 1:
        return _with_caption_over_head(table, names)
    others = table.rows if table.header else table.rows[1:]
    single = [row for row in others if len(_filled(row)) < 2]
    if (
        len(_filled(rows[0])) != 1
        or not others
        or (single and (not table.header or len(single) == len(others)))
    ):
        return table
    title = _paragraph_of(_filled(rows[0])[0])
    if title is None:
        return table
    names.append("title row")
    markup = tuple(sorted(table.markup + _markup(rows[:1]) + title.markup))
    return replace(table, header=(), rows=others, caption=title.inlines, markup=markup)


def _with_caption_over_head(table: Table, names: list[str]) -> Table:
    """The first row of a head as caption, where its first cell alone is filled and the rows below
    it name the columns."""
    title, *head = table.header
    filled = _filled(title)
    words = _paragraph_of(title.cells[0]) if filled == [title.cells[0]] else None
    if words is None or any(len(_filled(row)) < _PAIR for row in head):
        return table
    names.append("title row")
    markup = tuple(sorted(table.markup + _markup((title,)) + words.markup))
    return replace(table, header=tuple(head), caption=words.inlines, markup=markup)


_PAIR = 2
_APART = pattern(r"(?<=\S)\s{2,}(?=\S)")
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


def _paragraph_of(cell: Cell) -> Paragraph | None:
    """The paragraph of a cell that holds nothing else."""
    block = cell.blocks[0]
    return block if len(cell.blocks) == 1 and isinstance(block, Paragraph) else None


def _rectangular(table: Table) -> Table:
    header, body = _widths(table.header), _widths(table.rows)
    width = max((*header, *body), default=0)
    return replace(
        table,
        header=_padded(table.header, header, width),
        rows=_padded(table.rows, body, width),
    )


def _widths(rows: Sequence[Row]) -> list[int]:
    """The columns of each row, those that cells above reach down into included."""
    begin = [0] * (len(rows) + 1)
    for index, row in enumerate(rows):
        for cell in row.cells:
            if cell.rowspan > 1 and index + 1 < len(rows):
                begin[index + 1] += cell.colspan
                begin[min(index + cell.rowspan, len(rows))] -= cell.colspan
    covered = accumulate(begin)
    return [_width(row) + above for row, above in zip(rows, covered, strict=False)]


def _width(row: Row) -> int:
    return sum(cell.colspan for cell in row.cells)


def _padded(rows: Sequence[Row], widths: Sequence[int], width: int) -> tuple[Row, ...]:
    return tuple(
        replace(row, cells=row.cells + (Cell(()),) * (width - own)) if own < width else row
        for row, own in zip(rows, widths, strict=True)
    )


def _has_keys(table: Table) -> bool:
    if table.header or len(table.rows) < 2 or _width(table.rows[0]) != 2:
        return False
    keys = [text_of(row.cells[0]) for row in table.rows if row.cells]
    return all(0 < len(key) <= _KEY_LENGTH for key in keys)
