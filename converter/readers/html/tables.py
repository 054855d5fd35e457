"""Tables: which are data and which only set a page, their rows, spans, heads and stubs."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Cell, Inline, Row, Table
from converter.readers.html.elements import number_of
from converter.readers.html.tree import Element, descend, text_of
from converter.records import replace

_MAX_SPAN = 1000
"""Columns or rows (HTML Standard, 4.9.11, as browsers hold it)."""
_LONG_CELL = 400
"""Code points; a cell that holds more is a column of a page."""
_THIN = 20
"""Places of the grid to a cell: a table that is emptier is no table."""
_FRAMES = frozenset("h1 h2 h3 h4 h5 h6 article section form iframe nav aside footer".split())
"""What a cell of data does not hold."""


def is_data(table: Element) -> bool:
    """Whether a table shows data, by what it states and what its cells hold."""
    if table.get("role") in ("presentation", "none") or table.get("datatable") == "0":
        return False
    if table.measures.tables > 1:
        return False
    below = list(descend(table))[1:]
    if any(element.tag in _FRAMES for element in below):
        return False
    rows = [element for element in below if element.tag == "tr"]
    widths = [sum(cell.tag in ("td", "th") for cell in row.elements) for row in rows]
    cells = sum(widths)
    if not cells or len(rows) * max(widths) > _THIN * cells + _MAX_SPAN:
        return False
    if table.get("summary") or any(
        element.tag in ("caption", "thead", "tfoot", "th", "colgroup") for element in below
    ):
        return True
    if len(rows) == 1 or max(widths) == 1:
        return False
    return all(len(text_of(element)) <= _LONG_CELL for element in below if element.tag == "td")


class TableFrame:
    """A table while it is read: its rows, each with the element it came from."""

    def __init__(self, element: Element) -> None:
        self.element = element
        self.caption: tuple[Inline, ...] = ()
        self.rows: list[tuple[str, list[tuple[Element, Cell]]]] = []

    def open_row(self, group: str) -> None:
        """The next row begins; ``group`` is the tag it stands in."""
        self.rows.append((group, []))

    def add(self, element: Element, blocks: Sequence[Block]) -> None:
        """One cell with what it holds."""
        if not self.rows:
            self.open_row("")
        own = Cell(
            tuple(blocks),
            colspan=number_of(element.get("colspan"), _MAX_SPAN),
            rowspan=number_of(element.get("rowspan"), _MAX_SPAN),
            align=_align(element),
        )
        self.rows[-1][1].append((element, own))

    def build(self) -> Table | None:
        """The table; None when it has no cell."""
        rows = [row for row in self.rows if row[1]]
        if not rows:
            return None
        widest = max(len(cells) for _, cells in rows)
        head = _head(rows)
        built = [
            Row(tuple(_bounded(cell, widest, end - index) for _, cell in cells))
            for index, (_, cells) in enumerate(rows)
            for end in (head if index < head else len(rows),)
        ]
        return Table(tuple(built[head:]), tuple(built[:head]), self.caption, _stub(rows[head:]))


def _bounded(cell: Cell, widest: int, left: int) -> Cell:
    """No span reaches past what the table can hold."""
    colspan, rowspan = min(cell.colspan, widest), min(cell.rowspan, left)
    if (colspan, rowspan) == (cell.colspan, cell.rowspan):
        return cell
    return replace(cell, colspan=colspan, rowspan=rowspan)


def _align(element: Element) -> str:
    own = element.get("align").lower()
    return own if own in ("left", "center", "right") else ""


def _head(rows: Sequence[tuple[str, list[tuple[Element, Cell]]]]) -> int:
    """How many rows are the head: those in a thead, or the first ones of nothing but th."""
    head = 0
    while head < len(rows) and rows[head][0] == "thead":
        head += 1
    if head:
        return head
    while head < len(rows) - 1 and all(cell.tag == "th" for cell, _ in rows[head][1]):
        head += 1
    lone = head and max(len(cells) for _, cells in rows) == 1
    return 0 if lone else head


def _stub(rows: Sequence[tuple[str, list[tuple[Element, Cell]]]]) -> int:
    """How many columns head their rows: the first ones of nothing but th."""
    stub = 0
    least = min((len(cells) for _, cells in rows), default=0)
    while stub < least - 1 and all(cells[stub][0].tag == "th" for _, cells in rows):
        stub += 1
    return stub
