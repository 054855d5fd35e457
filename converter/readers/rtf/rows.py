"""Tables: rows are defined by where their cells end, and hold what stands before the ends of cells.
RTF 1.9.1, "Table Definitions" and "Nested Tables"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from converter.readers.office.grid import MAX_COLUMNS, Line, Slot, table_of
from converter.readers.office.paragraphs import Gathered
from converter.readers.office.pen import Pen
from converter.readers.office.pieces import Piece
from converter.records import field, mutable_record

_SAME_EDGE = 30
"""Twips, half a millimetre: edges of cells that are nearer than this are one."""


@mutable_record
class CellDefinition:
    """Where a cell ends, and how it is merged with its neighbours."""

    right: int = 0
    joins_left: bool = False
    begins_merge: bool = False
    goes_on: bool = False


@mutable_record
class RowDefinition:
    """A row as it is defined: where it begins, its cells, the cell that is being defined, whether
    it heads its table and whether a line is drawn in it."""

    left: int = 0
    cells: list[CellDefinition] = field(default_factory=list)
    next: CellDefinition = field(default_factory=CellDefinition)
    is_header: bool = False
    is_lined: bool = False
    side_is_open: bool = False

    def add(self, right: int) -> None:
        """The cell that is being defined ends here."""
        self.next.right = right
        self.cells.append(self.next)
        self.next = CellDefinition()


@mutable_record
class _Cell:
    pieces: list[Piece]
    align: str


@mutable_record
class _Row:
    definition: RowDefinition
    cells: list[_Cell]


@mutable_record
class _Open:
    """A table that is being read: its rows, the cells of the row that is open, and what the open
    cell holds so far."""

    start: int
    gathered: Gathered
    rows: list[_Row] = field(default_factory=list)
    cells: list[_Cell] = field(default_factory=list)
    align: str = ""


@mutable_record
class Tables:
    """The tables that are open around a place, the outer ones first."""

    pen: Pen
    base: Gathered
    max_depth: int
    definitions: dict[bool, RowDefinition] = field(default_factory=dict)
    open: list[_Open] = field(default_factory=list)

    def target(self, depth: int) -> Gathered:
        """What a paragraph in so many tables belongs to."""
        depth = max(0, min(depth, self.max_depth))
        while len(self.open) > depth:
            self._close()
        while len(self.open) < depth:
            self.open.append(_Open(self.pen.tape.at, Gathered(self.pen)))
        return self.open[-1].gathered if self.open else self.base

    def align(self, align: str) -> None:
        """How the first paragraph of the open cell is aligned."""
        if self.open and not self.open[-1].gathered.pieces:
            self.open[-1].align = align

    def end_cell(self, depth: int) -> None:
        """A cell ends."""
        self.target(max(1, depth))
        table = self.open[-1]
        table.cells.append(_Cell(table.gathered.pieces, table.align))
        table.gathered, table.align = Gathered(self.pen), ""

    def end_row(self, depth: int, *, is_nested: bool) -> None:
        """A row ends."""
        self.target(max(1, depth))
        table = self.open[-1]
        if table.gathered.pieces:
            self.end_cell(depth)
        if table.cells:
            definition = self.definitions.get(is_nested) or RowDefinition()
            # LibreOffice ends cells that it does not define.
            while len(table.cells) > max(1, len(definition.cells)) and not table.cells[-1].pieces:
                table.cells.pop()
            table.rows.append(_Row(definition, table.cells))
            table.cells = []

    def _close(self) -> None:
        """The innermost table ends, into the cell that it stands in."""
        self.end_row(len(self.open), is_nested=len(self.open) > 1)
        table = self.open.pop()
        into = self.open[-1].gathered if self.open else self.base
        into.pieces += table_of(
            self.pen.tape,
            table.start,
            _lines(table.rows),
            sets_first_apart=False,
            has_borders=any(row.definition.is_lined for row in table.rows),
        )


def _lines(rows: Sequence[_Row]) -> list[Line]:
    """The rows on one grid. Where all have as many cells and none is merged, where cells end says
    nothing; else it is the grid."""
    counts = {len(row.cells) for row in rows}
    edges = _edges(rows)
    is_even = len(counts) == 1 and not any(
        cell.joins_left for row in rows for cell in row.definition.cells
    )
    lines: list[Line] = []
    merged: dict[int, Slot] = {}
    for row in rows:
        ends = [*range(len(row.cells) + 1)] if is_even or not edges else _columns(row, edges)
        lines.append(_line(row, ends, merged))
    return lines


def _edges(rows: Sequence[_Row]) -> list[int]:
    """Where cells begin and end, each once; none when a row does not say so."""
    if any(len(row.definition.cells) < len(row.cells) for row in rows):
        return []
    stated = {row.definition.left for row in rows}
    stated |= {cell.right for row in rows for cell in row.definition.cells}
    edges: list[int] = []
    for edge in sorted(stated):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    return edges


def _columns(row: _Row, edges: list[int]) -> list[int]:
    """The columns at which the cells of a row begin, and the one behind the last."""
    found = [_at(edges, row.definition.left)]
    for cell in row.definition.cells[: len(row.cells)]:
        found.append(max(found[-1] + 1, _at(edges, cell.right)))
    return found


def _at(edges: list[int], edge: int) -> int:
    return bisect_left(edges, edge - _SAME_EDGE)


def _line(row: _Row, ends: list[int], merged: dict[int, Slot]) -> Line:
    line = Line(is_header=row.definition.is_header or None)
    if ends[0]:
        line.slots.append(Slot([], 0, min(ends[0], MAX_COLUMNS)))
    stated = row.definition.cells
    for at, cell in enumerate(row.cells):
        definition = stated[at] if at < len(stated) else CellDefinition()
        column, columns = ends[at], ends[at + 1] - ends[at]
        if line.slots and (definition.joins_left or column + columns > MAX_COLUMNS):
            line.slots[-1].columns = min(line.slots[-1].columns + columns, MAX_COLUMNS)
            line.slots[-1].pieces += cell.pieces
            continue
        above = merged.get(column)
        if definition.goes_on and above and above.columns == columns and not cell.pieces:
            above.rows += 1
            continue
        slot = Slot(cell.pieces, column, columns, align=cell.align)
        line.slots.append(slot)
        for covered in range(column, column + columns):
            merged.pop(covered, None)
        if definition.begins_merge or definition.goes_on:
            merged[column] = slot
    return line
