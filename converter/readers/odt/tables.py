"""Tables: one walk over the rows. OpenDocument 1.3, Part 3, 9.1.

Rows have the cells that begin in them, as in HTML: what a merged cell covers has no cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from converter.readers.odt.names import TABLE, TEXT, elements, number, plain_text
from converter.readers.odt.story import Story
from converter.readers.odt.styles import TABLE_HEADING
from converter.readers.office.grid import ALIGNS, MAX_COLUMNS, Line, Slot, table_of
from converter.readers.office.pen import Around
from converter.readers.office.pieces import Piece

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

    ReadBlocks = Callable[[Story, Element, int, Around], list[Piece]]

_HEADER = f"{TABLE}table-header-rows"
_GROUPS = frozenset((_HEADER, f"{TABLE}table-rows", f"{TABLE}table-row-group"))
_CELL, _COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"


def read_table(
    story: Story, node: Element, depth: int, around: Around, read_blocks: ReadBlocks
) -> list[Piece]:
    """The table as a piece; the pieces of its cells when it was drawn for layout alone."""
    start = story.file.tape.at
    lines = []
    for row, heads in _rows(story, node):
        lines.append(_read_row(story, row, depth, around, read_blocks))
        lines[-1].is_header = heads or None
    for at, line in enumerate(lines):
        for slot in line.slots:
            slot.rows = min(slot.rows, len(lines) - at)
    cells = [cell for row, _ in _rows(story, node, mute=True) for cell in row.iterfind(_CELL)]
    return table_of(
        story.file.tape,
        start,
        lines,
        sets_first_apart=_is_set_apart(story, node),
        has_borders=any(story.styles.has_border(cell.get(f"{TABLE}style-name")) for cell in cells),
    )


def _rows(story: Story, node: Element, *, mute: bool = False) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, and whether they head it. ``mute`` leaves out nothing anew."""
    stack: list[tuple[Iterator[Element], bool]] = [(elements(node), False)]
    while stack:
        iterator, heads = stack[-1]
        child = next(iterator, None)
        if child is None:
            stack.pop()
        elif child.tag == f"{TABLE}table-row":
            yield child, heads
        elif child.tag in _GROUPS:
            stack.append((elements(child), heads or child.tag == _HEADER))
        elif not mute and (words := plain_text(child)):
            _omit(story, words, "misplaced", "text where a table has no place for it")


def _read_row(
    story: Story, row: Element, depth: int, around: Around, read_blocks: ReadBlocks
) -> Line:
    line = Line()
    column = 0
    for node in elements(row):
        columns = _stated(node, "number-columns-repeated")
        if node.tag == _CELL:
            columns = max(columns, _stated(node, "number-columns-spanned"))
        columns = min(columns, MAX_COLUMNS - column)
        words = "" if node.tag == _CELL else plain_text(node)
        if node.tag == _CELL and columns > 0:
            pieces = read_blocks(story, node, depth + 1, around)
            rows = _stated(node, "number-rows-spanned")
            line.slots.append(Slot(pieces, column, columns, rows, _align(story, node)))
        elif node.tag == _CELL:
            _omit(story, plain_text(node), "too-wide", "a cell beyond the last column")
        elif words:
            _omit(story, words, "hidden", "a cell that is merged with another")
        column += columns if node.tag == _CELL else 0
    return line


def _stated(node: Element, name: str) -> int:
    return max(1, number(node.get(TABLE + name)) or 1)


def _omit(story: Story, words: str, kind: str, reason: str) -> None:
    story.file.tape.line()
    story.file.tape.omit(kind, reason, words)


def _align(story: Story, node: Element) -> str:
    first = node.find(f"{TEXT}p")
    if first is None:
        return ""
    return ALIGNS.get(story.styles.paragraph(first.get(f"{TEXT}style-name")).align, "")


def _is_set_apart(story: Story, node: Element) -> bool:
    """Whether all texts of the first row have the style that LibreOffice sets heads of tables
    in."""
    row = next((row for row, _ in _rows(story, node, mute=True)), None)
    styles = (
        [one.get(f"{TEXT}style-name") for one in row.iter(f"{TEXT}p")] if row is not None else []
    )
    return bool(styles) and all(
        story.styles.paragraph(style).name == TABLE_HEADING for style in styles
    )
