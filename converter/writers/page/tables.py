"""Tables with a regular grid, header cells that say what they head, and nothing too wide.

PDF/UA-1 (7.5) and WCAG (H43, H63) want every cell's headers to be found from the grid alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from converter.model import Cell, Row, Table, text_of
from converter.patterns import pattern
from converter.records import record
from converter.writers.page.context import Context
from converter.writers.page.elements import EMPTY, Html, block, classes, element, void
from converter.writers.page.inlines import inlines
from converter.writers.page.widths import BREAKING_WORD, Content, columns_for

MAX_COLUMNS = 64
"""A table gets this many columns, or as many as its longest row has cells: a cell may claim a
span of a thousand, and layout measures every column."""

SHORT_TABLE = 8
"""Up to so many rows, a table stands on one page."""

_NUMBER = pattern(r"[-+−–]?[$€£¥]? ?\d[\d.,:\u00a0\u202f ]*[%‰€$£¥]?")
_LONGEST_NUMBER = 24
_NO_VALUE = frozenset(("", "-", "–", "—"))


@record()
class _Placed:
    """A cell in the grid; ``cell`` is None where a row ends before the table does."""

    cell: Cell | None
    column: int
    colspan: int = 1
    rowspan: int = 1

    @property
    def end(self) -> int:
        return self.column + self.colspan


_Line = list[_Placed]


def table(node: Table, context: Context, content: Callable[[Cell], Html]) -> Html:
    """A table; ``content`` writes what is in a cell."""
    head, body, width = _grid(node)
    caption = inlines(node.caption, context)
    if not width:
        return element("p", caption, class_="caption") if caption else EMPTY
    numeric = _numeric_columns(body)
    columns = columns_for(_contents(head, body, width, node.stub))
    return block(
        "table",
        element("caption", caption) if caption else EMPTY,
        # A property of our own: print takes the widths from it, a browser finds its own.
        element("colgroup", *(void("col", style=f"--width:{part}%") for part in columns.shares)),
        _rows("thead", head, content, numeric, width),
        _rows("tbody", body, content, numeric, node.stub),
        class_=classes(columns.size, "short" if len(body) <= SHORT_TABLE else ""),
    )


def _grid(node: Table) -> tuple[list[_Line], list[_Line], int]:
    """The header rows, the others, and the columns that all of them have.

    A column in which no cell begins is none (HTML Standard, 4.9.12.1): spans shrink by it.
    """
    limit = max([MAX_COLUMNS, *(len(row.cells) for row in (*node.header, *node.rows))])
    head, body = list(_placed(node.header, limit)), list(_placed(node.rows, limit))
    starts = {item.column for line, _ in (*head, *body) for item in line}
    places = {column: place for place, column in enumerate(sorted(starts))}
    return _filled(head, places), _filled(body, places), len(places)


def _placed(rows: Sequence[Row], limit: int) -> Iterator[tuple[_Line, dict[int, int]]]:
    """Each row's cells in the grid, and the columns that cells from above reach into."""
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        line: _Line = []
        column = 0
        for cell in row.cells:
            while column in taken:
                column += 1
            colspan = 1
            while colspan < min(cell.colspan, limit - column) and column + colspan not in taken:
                colspan += 1
            rowspan = max(1, min(cell.rowspan, len(rows) - number))
            line.append(_Placed(cell, column, colspan, rowspan))
            column += colspan
        yield line, taken
        below = {at: left - 1 for at, left in taken.items() if left > 1}
        for item in line:
            if item.rowspan > 1:
                below |= dict.fromkeys(range(item.column, item.end), item.rowspan - 1)
        taken = below


def _filled(lines: list[tuple[_Line, dict[int, int]]], places: dict[int, int]) -> list[_Line]:
    """The rows in the columns that count (their ``places``), each filled up to the last."""
    columns = list(places)
    filled = []
    for placed, taken in lines:
        line: _Line = []
        for item in placed:
            place, end = places[item.column], bisect_left(columns, item.end)
            line.append(_Placed(item.cell, place, end - place, item.rowspan))
        reached = sorted(places[column] for column in taken if column in places)
        place = line[-1].end if line else 0
        for end in (*reached, len(places)):
            if end > place:
                line.append(_Placed(None, place, end - place))
            place = max(place, end + 1)
        filled.append(line)
    return filled


def _rows(
    name: str, lines: list[_Line], content: Callable[[Cell], Html], numeric: set[int], heads: int
) -> Html:
    """A group of rows; cells in the first ``heads`` columns are headers."""
    if not lines:
        return EMPTY
    scope = "col" if name == "thead" else "row"
    rows = (
        element("tr", *(_cell(item, content, numeric, scope, heads) for item in line))
        for line in lines
    )
    return block(name, *rows)


def _cell(
    item: _Placed, content: Callable[[Cell], Html], numeric: set[int], scope: str, heads: int
) -> Html:
    inner = content(item.cell) if item.cell else EMPTY
    is_header = item.column < heads and bool(inner)
    align = item.cell.align if item.cell else ""
    is_group = (item.colspan if scope == "col" else item.rowspan) > 1
    return element(
        "th" if is_header else "td",
        inner,
        colspan=item.colspan if item.colspan > 1 else None,
        rowspan=item.rowspan if item.rowspan > 1 else None,
        scope=f"{scope}{'group' if is_group else ''}" if is_header else None,
        class_=classes(
            align or ("numeric" if item.column in numeric else ""),
            "breaks" if any(len(word) >= BREAKING_WORD for word in _words(item).split()) else "",
        ),
    )


def _numeric_columns(body: list[_Line]) -> set[int]:
    """Columns whose cells are numbers or empty: these are set to the right."""
    numbers: set[int] = set()
    others: set[int] = set()
    for line in body:
        for item in line:
            words = _words(item)
            if words in _NO_VALUE:
                continue
            is_number = len(words) <= _LONGEST_NUMBER and _NUMBER.fullmatch(words)
            (numbers if is_number else others).add(item.column)
    return numbers - others


def _contents(head: list[_Line], body: list[_Line], width: int, stub: int) -> list[list[Content]]:
    """What stands in each column; a cell that spans several asks nothing of them."""
    columns: list[list[Content]] = [[] for _ in range(width)]
    for line in head:
        for item in line:
            if item.colspan == 1:
                columns[item.column].append(Content(_words(item), is_header=True))
    for line in body:
        for item in line:
            if item.colspan == 1:
                columns[item.column].append(Content(_words(item), item.column < stub))
    return columns


def _words(item: _Placed) -> str:
    return text_of(*item.cell.blocks).strip() if item.cell else ""
