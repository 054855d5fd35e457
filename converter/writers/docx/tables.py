"""Tables: caption, header rows, spans, widths (ECMA-376, part 1, 17.4).

Elements are made directly: python-docx's ``table.cell`` walks all cells at each call.
"""

from __future__ import annotations

from collections.abc import Iterator

from converter.model import Block, Table, text_of
from converter.records import record, replace
from converter.writers.docx.characters import one_line
from converter.writers.docx.grid import (
    SMALL,
    Grid,
    Slot,
    lay_out,
    look_at_columns,
    narrower,
    share,
    size_for,
)
from converter.writers.docx.paragraphs import (
    end_with_paragraph,
    open_paragraph,
    runs_from_right,
    write_paragraph,
)
from converter.writers.docx.story import Place, Story
from converter.writers.docx.styles import (
    ACCENT,
    HAIRLINE,
    STYLES,
    TABLE_STYLE,
    TINT,
    Style,
)
from converter.writers.docx.xml import Element, ends_with, sub

AFTER = 14.0  # points: a table has no space of its own below it
MAX_NESTED = 4  # tables in tables: a reader loses the way, and so do programs, soon after
MAX_REPEATED = 4  # header rows that stand on every page: more would leave no room
MAX_WHOLE = 8  # rows: a table so short is kept on one page
MAX_UNSPLIT = (
    600  # letters: a row with a longer cell may go over a page break, lest it leave a hole
)
MAX_TITLE = 200  # letters, of the title that a screen reader says

# For the words of plain cells, of header cells and of the stub.
_TEXT = STYLES["Table Text"]
_STYLES = (_TEXT, STYLES["Table Heading"], STYLES["Table Stub"])
_SMALL_STYLES = (
    STYLES["Small Table Text"],
    STYLES["Small Table Heading"],
    STYLES["Small Table Stub"],
)


@record()
class _Frame:
    """What all rows of a table share. ``depth`` counts the tables that its cells stand in."""

    element: Element
    depth: int
    widths: list[int]
    numbers: frozenset[int]
    styles: tuple[Style, Style, Style]
    padding: int
    stub: int
    unsplit: bool


def write_table(table: Table, place: Place, story: Story) -> Iterator[tuple[Block, Place]]:
    """Write the table at this place, and yield what stands in its cells.

    A table that Word cannot hold, with too many columns or too deep in others, is written as
    paragraphs.
    """
    if table.caption:
        write_paragraph(replace(place, keep_next=True), story, table.caption, STYLES["caption"])
    grid = lay_out(table) if place.tables < MAX_NESTED else None
    if grid is None:
        yield from _as_paragraphs(table, place)
        return
    if ends_with(place.into, "tbl"):
        # Word makes one table of two that touch.
        open_paragraph(replace(place, style=_TEXT), story)
    frame = _open(table, grid, place, story)
    rows = [*grid.header, *grid.body]
    headers = len(grid.header)
    whole = len(rows) <= MAX_WHOLE
    for index, slots in enumerate(rows):
        is_header = index < headers
        keep = index < len(rows) - 1 and (is_header or whole)
        row = _open_row(frame, repeats=is_header and headers <= MAX_REPEATED)
        for slot in slots:
            inner = _open_cell(slot, row, frame, is_header=is_header, keep_next=keep)
            if is_header:
                _set_header(inner.into[0], above_body=index == headers - 1)
            for block in slot.cell.blocks if slot.cell else ():
                yield block, inner
            end_with_paragraph(inner, story)
    story.after = (place.into, AFTER)


def _as_paragraphs(table: Table, place: Place) -> Iterator[tuple[Block, Place]]:
    inner = replace(place, style=_TEXT)
    for row in (*table.header, *table.rows):
        for cell in row.cells:
            for block in cell.blocks:
                yield block, inner


def _open(table: Table, grid: Grid, place: Place, story: Story) -> _Frame:
    """The table with its properties (CT_TblPr, in the order of the schema) and its columns."""
    columns = look_at_columns(grid)
    measure = place.measure - place.indent
    size = size_for(columns, measure)
    from_right = runs_from_right((table,), story)
    if not from_right:  # programs do not agree on which side a narrow one of these stands
        measure = narrower(columns, measure, size)
    widths = share(columns, measure, size)
    element = sub(place.into, "tbl")
    properties = sub(element, "tblPr")
    sub(properties, "tblStyle", val=TABLE_STYLE)
    if from_right:
        sub(properties, "bidiVisual")
    sub(properties, "tblW", w=measure, type="dxa")
    if place.indent:
        sub(properties, "tblInd", w=place.indent, type="dxa")
    sub(properties, "tblLayout", type="fixed")
    if size is SMALL:
        margins = sub(properties, "tblCellMar")
        sub(margins, "left", w=size.padding, type="dxa")
        sub(margins, "right", w=size.padding, type="dxa")
    _set_look(properties, header=bool(grid.header), stub=table.stub > 0)
    sub(properties, "tblCaption", val=_title(table))
    columns_of_grid = sub(element, "tblGrid")
    for width in widths:
        sub(columns_of_grid, "gridCol", w=width)
    return _Frame(
        element,
        place.tables + 1,
        widths,
        # The first column says what a row is about, though it be in numbers, as a year is.
        frozenset(at for at, column in enumerate(columns) if column.numbers and at > 0),
        _SMALL_STYLES if size is SMALL else _STYLES,
        size.padding,
        table.stub,
        max(column.cell for column in columns) <= MAX_UNSPLIT,
    )


def _set_look(properties: Element, *, header: bool, stub: bool) -> None:
    """Which special rows and columns the table style is to show, as bits and by name."""
    sub(
        properties,
        "tblLook",
        val=f"{0x0600 | 0x0020 * header | 0x0080 * stub:04X}",
        firstRow=int(header),
        lastRow=0,
        firstColumn=int(stub),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )


def _title(table: Table) -> str:
    """The caption, or the words of the first row: what a screen reader calls the table."""
    if table.caption:
        return one_line(text_of(*table.caption))[:MAX_TITLE]
    first = next(row for row in (*table.header, *table.rows) if row.cells)
    words = (one_line(text_of(*cell.blocks)) for cell in first.cells)
    return ", ".join(word for word in words if word)[:MAX_TITLE]


def _open_row(frame: _Frame, *, repeats: bool) -> Element:
    row = sub(frame.element, "tr")
    if repeats or frame.unsplit:
        properties = sub(row, "trPr")
        if frame.unsplit:
            sub(properties, "cantSplit")
        if repeats:
            sub(properties, "tblHeader")
    return row


def _open_cell(
    slot: Slot, row: Element, frame: _Frame, *, is_header: bool, keep_next: bool
) -> Place:
    """The cell with its properties (CT_TcPr, in the order of the schema)."""
    element = sub(row, "tc")
    width = sum(frame.widths[slot.column : slot.column + slot.columns])
    properties = sub(element, "tcPr")
    sub(properties, "tcW", w=width, type="dxa")
    if slot.columns > 1:
        sub(properties, "gridSpan", val=slot.columns)
    if slot.merge:
        sub(properties, "vMerge", val=slot.merge)
    align = slot.cell.align if slot.cell else ""
    if not align and slot.columns == 1 and slot.column in frame.numbers:
        align = "right"
    text, heading, stub = frame.styles
    return Place(
        element,
        max(width - 2 * frame.padding, frame.padding),
        heading if is_header else stub if slot.column < frame.stub else text,
        tables=frame.depth,
        align=align,
        keep_next=keep_next,
    )


def _set_header(properties: Element, *, above_body: bool) -> None:
    """Tint a header cell and rule it off. The table style has the same for its first row, for
    those who go on in Word; it cannot say it of a second one."""
    color, thickness = (ACCENT, 8) if above_body else (HAIRLINE, 4)
    borders = sub(properties, "tcBorders")
    sub(borders, "bottom", val="single", sz=thickness, space=0, color=color)
    sub(properties, "shd", val="clear", color="auto", fill=TINT)
    sub(properties, "vAlign", val="bottom")
