"""Tables with a regular grid, header cells that say what they head, and nothing too wide.

PDF/UA-1 (7.5) and WCAG (H43, H63) want every cell's headers to be found from the grid alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from converter.model import Cell, Row, Table, text_of
from converter.writers.page.context import Context
from converter.writers.page.elements import EMPTY, Html, block, classes, element, join, void
from converter.writers.page.inlines import inlines

MAX_COLUMNS = 64
"""A table gets this many columns, or as many as its longest row has cells: a cell may claim a
span of a thousand, and layout measures every column."""

SIZES = (("", 50, 1.3, 5), ("narrow", 53, 1.1, 8), ("narrower", 67, 0.9, 12))
NARROWEST = ("narrowest", 81, 0.8)
"""How print sets a table, the first that holds it: class, ems in its width, ems between columns,
columns that read well at this size. A table that none holds breaks its words."""

BREAKING_WORD = 24
"""From this many characters on, a word (an address, mostly) breaks, so as not to widen its
column."""

LONG_TABLE = 100
"""From so many rows on we fix the widths: measuring them is half of the time of layout."""

WIDEST_WORD, WIDEST_LINE = 16, 48
"""Characters that a column of a long table is given room for: one word unbroken; a line."""

_NUMBER = re.compile(r"[-+−–]?[$€£¥]? ?\d[\d.,:\u00a0\u202f ]*[%‰€$£¥]?")
_LONGEST_NUMBER = 24
_NO_VALUE = frozenset(("", "-", "–", "—"))


@dataclass(frozen=True, slots=True)
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
    limit = max([MAX_COLUMNS, *(len(row.cells) for row in (*node.header, *node.rows))])
    width = max(_width(_placed(rows, limit)) for rows in (node.header, node.rows))
    head, body = _padded(node.header, limit, width), _padded(node.rows, limit, width)
    numeric = _numeric_columns(body)
    caption = inlines(node.caption, context)
    if not width:
        return element("p", caption, class_="caption") if caption else EMPTY
    return block(
        "table",
        element("caption", caption) if caption else EMPTY,
        _column_widths(body, width) if len(body) > LONG_TABLE else EMPTY,
        _rows("thead", head, content, numeric, len(node.header) and width),
        _rows("tbody", body, content, numeric, node.stub),
        class_=classes(_size(head + body, width), "long" if len(body) > LONG_TABLE else ""),
    )


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


def _width(lines: Iterator[tuple[_Line, dict[int, int]]]) -> int:
    return max((item.end for line, _ in lines for item in line), default=0)


def _padded(rows: Sequence[Row], limit: int, width: int) -> list[_Line]:
    """Every row filled up to the width of the table."""
    lines = []
    for line, taken in _placed(rows, limit):
        column = line[-1].end if line else 0
        while column < width:
            end = min((at for at in taken if at >= column), default=width)
            if end > column:
                line.append(_Placed(None, column, end - column))
            column = end + 1
        lines.append(line)
    return lines


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


def _size(lines: list[_Line], width: int) -> str:
    """The class of the largest size at which every column holds its longest word."""
    longest = [0.0] * width
    for line in lines:
        for item in line:
            if item.colspan == 1:
                wish = max(map(_ems, _words(item).split()), default=0.0)
                longest[item.column] = max(longest[item.column], wish)
    for name, room, gap, columns in SIZES:
        if width <= columns and sum(longest) + gap * (width - 1) <= room:
            return name
    name, room, gap = NARROWEST
    return name if sum(longest) + gap * (width - 1) <= room else f"{name} tight"


def _ems(word: str) -> float:
    """About how wide a word is, in the wider of our fonts; a word that breaks has no width."""
    if len(word) >= BREAKING_WORD:
        return 0.0
    return sum(0.62 if "!" < letter < "\u024f" and not letter.isupper() else 0.9 for letter in word)


def _column_widths(body: list[_Line], width: int) -> Html:
    """Shares of the width by what the columns hold."""
    room = [1] * width
    for line in body:
        for item in line:
            if item.colspan == 1:
                words = _words(item)
                longest = max(map(len, words.split()), default=1)
                wish = max(min(longest, WIDEST_WORD), min(len(words), WIDEST_LINE) // 2)
                room[item.column] = max(room[item.column], wish)
    total = sum(room)
    columns = (void("col", style=f"width:{share * 100 / total:.2f}%") for share in room)
    return element("colgroup", join(columns))


def _words(item: _Placed) -> str:
    return text_of(*item.cell.blocks).strip() if item.cell else ""
