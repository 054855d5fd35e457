"""The grid of a table: which cell stands in which columns, and how wide the columns are.

Pure arithmetic over the model; nothing here knows XML.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.model import Cell, Row, Table, text_of
from converter.patterns import pattern
from converter.records import record, replace
from converter.writers.docx.characters import one_line, width
from converter.writers.docx.styles import CELL_PADDING

MAX_COLUMNS = 63  # Word has no more
# The places below a cell that spans rows cost nothing in the source and an element here: a
# hostile table could ask for millions. Beyond this number a cell keeps to its own row.
MAX_COVERED = 100_000

LONG_CELL = 40  # letters: a longer cell is set in several lines, and asks for no more width

_NUMBER = pattern(r"[^\w]{0,3}\d[\d\s.,:/%+\-−–()]*[^\W\d]{0,3}[^\w]?")
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "N/A", "…", "."})


@record()
class Slot:
    """A place in a row of the grid. ``cell`` is None where the row has none of its own: where a
    ragged row ends, or below a cell that spans rows. ``merge`` is the value of ``w:vMerge``."""

    cell: Cell | None
    column: int
    columns: int
    merge: str = ""


@record()
class Grid:
    """Header rows and body rows, all ending at the same column."""

    header: list[list[Slot]]
    body: list[list[Slot]]
    columns: int


@record()
class Size:
    """How large a table is set, in twips: a letter, a little wider than the average one, and the
    space to the left and to the right of the words of a cell."""

    letter: int
    padding: int


NORMAL, SMALL = Size(105, CELL_PADDING), Size(90, 50)


@record()
class Column:
    """What a column asks for: its longest word and its longest cell, in letters. ``numbers``
    says whether its cells are all numbers."""

    word: int
    cell: int
    numbers: bool


def lay_out(table: Table) -> Grid | None:
    """The grid of a table; None when Word cannot hold it.

    A span is cut where it meets another cell, leaves its group of rows, or goes beyond the last
    column that a cell starts in. Rows without cells are left out: they hold nothing.
    """
    header = _place([row for row in table.header if row.cells])
    body = _place([row for row in table.rows if row.cells])
    if header is None or body is None or not (header or body):
        return None
    columns = max(row[-1].column for row in (*header, *body)) + 1
    return Grid(
        [_fill(row, columns) for row in header], [_fill(row, columns) for row in body], columns
    )


def look_at_columns(grid: Grid) -> list[Column]:
    """What each column asks for, by the cells that stand in it alone."""
    words, cells = [1] * grid.columns, [1] * grid.columns
    numbers: list[bool | None] = [None] * grid.columns
    for row, is_body in _rows(grid):
        for slot in row:
            if slot.cell is None or slot.columns > 1:
                continue
            text = one_line(text_of(*slot.cell.blocks))
            at = slot.column
            words[at] = max(words[at], max(map(width, text.split()), default=1))
            cells[at] = max(cells[at], width(text))
            if is_body and numbers[at] is not False and text not in _NOTHING:
                numbers[at] = _NUMBER.fullmatch(text) is not None
    return [
        Column(word, cell, bool(number))
        for word, cell, number in zip(words, cells, numbers, strict=True)
    ]


def size_for(columns: list[Column], measure: int) -> Size:
    """The size at which no word is broken; the small one if there is none."""
    return NORMAL if sum(_least(columns, NORMAL)) <= measure else SMALL


def narrower(columns: list[Column], measure: int, size: Size) -> int:
    """The measure; less for a table of short cells, since rows with wide gaps are hard to follow
    with the eye."""
    most = sum(column.cell * size.letter + 2 * size.padding for column in columns)
    return min(measure, max(measure // 2, most * 3 // 2))


def share(columns: list[Column], measure: int, size: Size) -> list[int]:
    """The widths in twips, together the measure: no word broken if that can be, and the rest
    where the long cells are."""
    least = _least(columns, size)
    most = [
        max(small, min(column.cell, LONG_CELL) * size.letter + 2 * size.padding)
        for small, column in zip(least, columns, strict=True)
    ]
    if sum(least) >= measure:
        return _scale(least, measure)
    if sum(most) <= measure:
        return _scale(most, measure)
    spare, wanted = measure - sum(least), sum(most) - sum(least)
    widths = [
        small + (large - small) * spare // wanted for small, large in zip(least, most, strict=True)
    ]
    return _scale(widths, measure)


def _least(columns: list[Column], size: Size) -> list[int]:
    return [column.word * size.letter + 2 * size.padding for column in columns]


def _scale(widths: list[int], measure: int) -> list[int]:
    """These widths in proportion, as whole numbers that add up to the measure."""
    total, start = sum(widths), 0
    scaled, run = [], 0
    for value in widths:
        run += value
        end = run * measure // total
        scaled.append(end - start)
        start = end
    return scaled


def _rows(grid: Grid) -> Iterator[tuple[list[Slot], bool]]:
    for row in grid.header:
        yield row, False
    for row in grid.body:
        yield row, True


def _fill(row: list[Slot], columns: int) -> list[Slot]:
    """The row, ending at this column."""
    *others, last = row
    end = last.column + last.columns
    if end < columns:
        return [*row, Slot(None, end, columns - end)]
    return [*others, replace(last, columns=columns - last.column)] if end > columns else row


def _place(rows: list[Row]) -> list[list[Slot]] | None:
    placed: list[list[Slot]] = []
    above: dict[int, tuple[int, int]] = {}  # column: (columns, rows still to cover)
    covered = 0
    for index, row in enumerate(rows):
        slots: list[Slot] = []
        below: dict[int, tuple[int, int]] = {}
        column = 0
        for cell in row.cells:
            column = _cover(column, slots, above, below)
            free = min((start for start in above if start > column), default=MAX_COLUMNS) - column
            if free < 1:
                return None
            columns = min(max(cell.colspan, 1), free)
            more = min(max(cell.rowspan, 1), len(rows) - index) - 1
            covered += more
            spans = more > 0 and covered <= MAX_COVERED
            if spans:
                below[column] = (columns, more)
            slots.append(Slot(cell, column, columns, "restart" if spans else ""))
            column += columns
        for start in sorted(above):
            if start in above:
                if start > column:
                    slots.append(Slot(None, column, start - column))
                column = _cover(start, slots, above, below)
        placed.append(slots)
        above = below
    return placed


def _cover(
    column: int,
    slots: list[Slot],
    above: dict[int, tuple[int, int]],
    below: dict[int, tuple[int, int]],
) -> int:
    """Add the slots below cells that span rows, from this column on; where they end."""
    while column in above:
        columns, rows = above.pop(column)
        slots.append(Slot(None, column, columns, "continue"))
        if rows > 1:
            below[column] = (columns, rows - 1)
        column += columns
    return column
