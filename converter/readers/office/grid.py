"""Tables from their grid: which rows head one, and whether it was drawn for layout alone."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import INFO, WARNING, Cell, Row, Span, Table, text_of
from converter.readers.office.assembly import assemble
from converter.readers.office.pieces import BLOCK, Piece
from converter.readers.tape import Tape
from converter.records import field, mutable_record

MAX_COLUMNS = 256
"""Columns that a table may have; Word stops at 63."""
ALIGNS = {"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"}
"""How files call the sides that words are set to, and how the model does."""
_RAGGED = 2
"""How many times the cells of its widest row the rows of a table may have, on the average, with
what reaches into them from above."""
_LONG_CELL = 25
"""Words of a cell that is a text of its own rather than an entry of a table."""


@mutable_record
class Slot:
    """A cell in the grid: what was read in it, where it begins, what it spans."""

    pieces: list[Piece]
    column: int
    columns: int
    rows: int = 1
    align: str = ""

    def cell(self) -> Cell:
        """The cell of the model."""
        return Cell(assemble(self.pieces), self.columns, self.rows, self.align)


@mutable_record
class Line:
    """A row: its cells, and whether it heads the table (None: the file does not say)."""

    slots: list[Slot] = field(default_factory=list)
    is_header: bool | None = None


def table_of(
    tape: Tape, start: int, lines: Sequence[Line], *, sets_first_apart: bool, has_borders: bool
) -> list[Piece]:
    """The table that began at ``start`` as a piece; the pieces of its cells when it was drawn for
    layout alone; nothing when it is empty."""
    lines = [line for line in lines if line.slots]
    if not any(slot.pieces for line in lines for slot in line.slots):
        return []
    if _is_layout(lines, has_borders):
        span = Span(start, tape.at)
        message = "a table without borders sets texts side by side; they follow one another here"
        tape.note("C237", INFO, message, span, "give it borders if it is a table")
        return [piece for line in lines for slot in line.slots for piece in slot.pieces]
    _part(lines)
    header = _header_rows(lines, sets_first_apart)
    rows = [Row(tuple(slot.cell() for slot in line.slots)) for line in lines]
    return [Piece(BLOCK, block=Table(tuple(rows[header:]), tuple(rows[:header])))]


def warn_of_depth(tape: Tape, most: int) -> None:
    """Give a notice of a table that is nested deeper than is read."""
    message = f"tables nested deeper than {most} are read as paragraphs"
    tape.note("C240", WARNING, message, tape.end, "take the inner tables apart")


def _part(lines: Sequence[Line]) -> None:
    """Let no cell reach down where so many do that they would lie on one another: whoever lays such
    a table out fills the memory with it."""
    slots = [slot for line in lines for slot in line.slots]
    widest = max(sum(slot.columns for slot in line.slots) for line in lines)
    if sum(slot.columns * slot.rows for slot in slots) > _RAGGED * widest * len(lines):
        for slot in slots:
            slot.rows = 1


def _header_rows(lines: Sequence[Line], sets_first_apart: bool) -> int:
    """How many rows head the table: those that say so, or the one that its style sets apart."""
    if any(line.is_header is not None for line in lines):
        stated = next((at for at, line in enumerate(lines) if not line.is_header), len(lines))
    else:
        stated = int(len(lines) > 1 and sets_first_apart)
    reach = stated
    for at, line in enumerate(lines):  # rows that a header cell reaches down into head it too
        if at >= reach:
            break
        reach = max([reach, *(at + slot.rows for slot in line.slots)])
    return min(reach, len(lines))


def _is_layout(lines: Sequence[Line], has_borders: bool) -> bool:
    """Whether a table was drawn for layout: one row or one column of texts, without a border or a
    header; or a single cell that frames several blocks."""
    slots = [slot for line in lines for slot in line.slots]
    if len(slots) == 1:
        return len(slots[0].pieces) > 1 or isinstance(slots[0].pieces[0].block, Table)
    if len(lines) > 1 and any(len(line.slots) > 1 for line in lines):
        return False
    if any(line.is_header for line in lines):
        return False
    return any(_is_text(slot) for slot in slots) and not has_borders


def _is_text(slot: Slot) -> bool:
    words = sum(len(text_of(*piece.inlines).split()) for piece in slot.pieces)
    return len(slot.pieces) > 1 or words >= _LONG_CELL
