"""Tables: one walk over the grid. ECMA-376 Part 1, 17.4.

Rows have the cells that begin in them, as in HTML: what a merged cell covers has no cell. A table
that only sets its contents side by side is dissolved, with a notice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from converter.readers.docx.changes import change_among, change_of
from converter.readers.docx.runs import placeholder
from converter.readers.docx.story import Story
from converter.readers.docx.words import alternative, plain_text
from converter.readers.docx.xml import MC, W, child, elements, is_on, number, value
from converter.readers.office.grid import ALIGNS, MAX_COLUMNS, Line, Slot, table_of
from converter.readers.office.pen import Around
from converter.readers.office.pieces import Piece
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

    ReadBlocks: TypeAlias = Callable[[Story, Element, int, Around], list[Piece]]

_PROPERTIES = frozenset(
    f"{W}{name}"
    for name in ("tblPr", "tblGrid", "tblPrEx", "trPr", "sdtPr", "sdtEndPr", "customXmlPr")
)
_NO_BORDER = ("none", "nil")


@mutable_record
class _Grid:
    """A table being read: how what is in its cells is read, the rows so far, and the merged cell
    that is open in each column."""

    story: Story
    depth: int
    read_blocks: ReadBlocks
    lines: list[Line] = field(default_factory=list)
    merged: dict[int, Slot] = field(default_factory=dict)


def read_table(
    story: Story, node: Element, depth: int, around: Around, read_blocks: ReadBlocks
) -> list[Piece]:
    """The table as a piece; the pieces of its cells when it was drawn for layout alone."""
    grid = _Grid(story, depth, read_blocks)
    start = story.file.tape.at
    for row, here in _inside(story, node, f"{W}tr", around):
        _read_row(grid, row, here)
    return table_of(
        story.file.tape,
        start,
        grid.lines,
        sets_first_apart=_sets_first_row_apart(story, node),
        has_borders=_has_borders(story, node),
    )


def _inside(
    story: Story, parent: Element, wanted: str, around: Around
) -> Iterator[tuple[Element, Around]]:
    """The rows of a table or the cells of a row, through controls and the like."""
    stack: list[tuple[Iterator[Element], Around]] = [(elements(parent), around)]
    while stack:
        iterator, here = stack[-1]
        node = next(iterator, None)
        if node is None:
            stack.pop()
        elif node.tag == wanted:
            yield node, here
        elif node.tag == f"{W}sdt":
            stack.append((elements(node), placeholder(node, here)))
        elif node.tag in (f"{W}sdtContent", f"{W}customXml"):
            stack.append((elements(node), here))
        elif node.tag == f"{MC}AlternateContent":
            branch = alternative(node)
            if branch is not None:
                stack.append((elements(branch), here))
        elif change := change_of(node):
            changed = here._replace(changes=(*here.changes, change))
            stack.append((elements(node), changed))
        elif node.tag not in _PROPERTIES:
            _leave_out(story, node, "text where a table has no place for it", "misplaced")


def _read_row(grid: _Grid, node: Element, around: Around) -> None:
    story = grid.story
    properties = node.find(f"{W}trPr")
    if _is_left_out(story, node, properties, "a table row was"):
        return
    line = Line(is_header=_heads(properties))
    column = _gap(line, 0, number(value(child(properties, "gridBefore"))))
    for cell, here in _inside(story, node, f"{W}tc", around):
        column = _read_cell(grid, line, cell, here, column)
    _gap(line, column, number(value(child(properties, "gridAfter"))))
    grid.lines.append(line)


def _is_left_out(story: Story, node: Element, properties: Element | None, what: str) -> bool:
    """Whether a tracked change takes a row or a cell away in this view; its words are listed."""
    change = change_among(properties)
    if change is None:
        return False
    file = story.file
    if not file.changes.hides(change):
        file.changes.note(change, file.tape.end, what)
        return False
    story.skip(node)
    file.tape.line()
    span = file.tape.omit("tracked-change", change.said, plain_text(node))
    file.changes.note(change, span, what)
    return True


def _gap(line: Line, column: int, columns: int | None) -> int:
    """Columns that a row leaves out at its start or its end."""
    left_out = max(0, min(columns or 0, MAX_COLUMNS - column))
    if left_out:
        line.slots.append(Slot([], column, left_out))
    return column + left_out


def _read_cell(grid: _Grid, line: Line, node: Element, around: Around, column: int) -> int:
    """Read one cell; the column behind it."""
    story = grid.story
    properties = node.find(f"{W}tcPr")
    if _is_left_out(story, node, properties, "a table cell was"):
        return column
    columns = max(1, min(number(value(child(properties, "gridSpan"))) or 1, MAX_COLUMNS - column))
    end = column + columns
    if column >= MAX_COLUMNS:
        story.skip(node)
        story.file.tape.line()
        story.file.tape.omit("too-wide", "a cell beyond the last column", plain_text(node))
        return column
    above = grid.merged.get(column)
    across = child(properties, "hMerge")
    if across is not None and (value(across) or "continue") == "continue" and line.slots:
        line.slots[-1].columns += columns
        _leave_out(story, node, "a cell merged with the one before it")
        return end
    if _goes_on(properties) and above is not None and above.columns == columns:
        above.rows += 1
        _leave_out(story, node, "a cell merged with the one above it")
        return end
    pieces = grid.read_blocks(story, node, grid.depth + 1, around)
    slot = Slot(pieces, column, columns, align=_align(node))
    line.slots.append(slot)
    for at in range(column, end):
        grid.merged.pop(at, None)
    if child(properties, "vMerge") is not None:
        grid.merged[column] = slot
    return end


def _goes_on(properties: Element | None) -> bool:
    """Whether a cell goes on with the one above it (17.4.84: so it does when nothing is said)."""
    merge = child(properties, "vMerge")
    return merge is not None and (value(merge) or "continue") == "continue"


def _leave_out(story: Story, node: Element, reason: str, kind: str = "hidden") -> None:
    """List the words of a cell that its merging hides, or of what is no cell."""
    story.skip(node)
    words = plain_text(node)
    if words:
        story.file.tape.line()
        story.file.tape.omit(kind, reason, words)


def _heads(properties: Element | None) -> bool | None:
    mark = child(properties, "tblHeader")
    return None if mark is None else is_on(mark)


def _align(node: Element) -> str:
    return ALIGNS.get(value(child(node, "p", "pPr", "jc")) or "", "")


_FIRST_ROW = 0x0020
"""The bit of ``w:tblLook`` for it (17.4.56)."""


def _sets_first_row_apart(story: Story, node: Element) -> bool:
    look = child(node, "tblPr", "tblLook")
    if look is None:
        return False
    stated = value(look, "firstRow")
    if stated is None:
        try:
            is_asked = bool(int(value(look) or "0", 16) & _FIRST_ROW)
        except ValueError:
            is_asked = False
    else:
        is_asked = stated.lower() not in ("0", "false", "off")
    style = value(child(node, "tblPr", "tblStyle"))
    return is_asked and any(
        value(part, "type") == "firstRow"
        for element in story.file.styles.chain(style or "")
        for part in element.iterfind(f"{W}tblStylePr")
    )


def _has_borders(story: Story, node: Element) -> bool:
    style = value(child(node, "tblPr", "tblStyle")) or ""
    borders = [node.find(f"{W}tblPr/{W}tblBorders")]
    borders += node.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcBorders")
    if borders[0] is None:  # the table's own go before its style's
        for element in story.file.styles.chain(style):
            borders += element.iter(f"{W}tblBorders", f"{W}tcBorders")
    return any(
        (value(side) or "none") not in _NO_BORDER
        for found in borders
        if found is not None
        for side in elements(found)
    )
