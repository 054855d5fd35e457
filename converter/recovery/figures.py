"""Figures in cells, and which rows name the columns of a table that marks no head. Shared floor;
decides nothing alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from converter.model import Evidence
from converter.patterns import pattern

Grid: TypeAlias = Sequence[Sequence[str]]
"""The words of a table's cells, row by row."""

SIGNS = {
    "figures below words": (2.0, "a column holds figures, under a word"),
    "years over figures": (2.0, "the first row holds years one after another, those below none"),
}
_MAX_HEAD = 3
"""Rows that name columns; more are rows of the table."""
_MIN_BODY, _MIN_VALUES = 2, 3
"""Rows of figures that it takes, and where there are only two columns: a key with its value over
one row of figures proves nothing."""
_MOSTLY = 0.6
"""The share of a column that must be filled; sums and notes leave gaps."""
_TWO_COLUMNS = 2
_MAX_UNIT = 4
"""Letters of a unit (``km``, ``bn``, ``Mio.``); more make a word."""
_MAX_FIGURE = 24
_NONE = frozenset(
    ("", "-", "–", "—", "−", "*", "n/a", "n.a.", "k.a.", "nd", "n.d.", "?", "…", "...")
)
"""What stands in a cell that has no value, in small letters."""
_DIGIT = pattern(r"\d")
_YEAR = pattern(r"(?:1[89]|20)\d\d(?:[/–-]\d{2,4})?\Z")


def is_figure(text: str) -> bool:
    """Whether a cell holds a number, with its sign, currency, unit or footnote mark; a time or a
    date in figures too."""
    text = text.strip()
    first = next((sign for sign in text if sign.isalnum()), "")
    return (
        first.isdecimal()
        and len(text) <= _MAX_FIGURE
        and sum(sign.isalpha() for sign in text) <= _MAX_UNIT
    )


def is_empty(text: str) -> bool:
    """Whether a cell says that it has no value."""
    return text.strip().casefold() in _NONE


def head_of(rows: Grid) -> tuple[int, tuple[Evidence, ...]]:
    """How many of the first rows name the columns, and why; 0 when nothing says so."""
    if _years_head(rows):
        return 1, (_sign("years over figures"),)
    count = next((n for n, row in enumerate(rows) if any(map(is_figure, row))), 0)
    width = max(map(len, rows), default=0)
    needed = _MIN_BODY if width > _TWO_COLUMNS or _of_one_form(rows[1:]) else _MIN_VALUES
    filled = next(
        (n for n, row in enumerate(rows[:count]) if n and any(map(_is_none, row[1:]))), count
    )
    if not 0 < filled <= _MAX_HEAD or len(rows) - filled < needed:
        return 0, ()
    named = [column for column in range(width) if _is_named_column(rows, filled, column)]
    return (filled, (_sign("figures below words"),)) if named else (0, ())


def _sign(name: str) -> Evidence:
    return Evidence(name, *SIGNS[name])


def _is_none(text: str) -> bool:
    return bool(text.strip()) and is_empty(text)


def _values(rows: Grid, column: int) -> list[str]:
    return [row[column] for row in rows if column < len(row) and not is_empty(row[column])]


def _is_named_column(rows: Grid, head: int, column: int) -> bool:
    """Whether figures alone stand in the column, under a word."""
    values = _values(rows[head:], column)
    names = _values(rows[:head], column)
    return (
        bool(names)
        and len(values) >= max(_MIN_BODY, _MOSTLY * (len(rows) - head))
        and all(map(is_figure, values))
    )


def _of_one_form(rows: Grid) -> bool:
    """Whether the last cells are figures of the same size, give or take a digit, and look alike
    otherwise: those of a column do, the values of some keys do not."""
    forms = [_DIGIT.subn("", row[-1].strip(".,' ")) for row in rows if row]
    counts = [count for _, count in forms]
    return (
        bool(forms)
        and max(counts) - min(counts) <= 1
        and len({_bare(rest) for rest, _ in forms}) == 1
    )


def _bare(text: str) -> str:
    """What stands around the digits of a figure: sign, currency, unit."""
    return "".join(sign for sign in text if sign not in "., '’\u00a0\u202f")


def _years_head(rows: Grid) -> bool:
    """Whether the first row holds years from its second cell on, and the rows below do not."""
    if len(rows) < _MIN_BODY:
        return False
    years = [cell.strip() for cell in rows[0][1:]]
    if len(years) < _TWO_COLUMNS or not all(map(_YEAR.match, years)):
        return False
    below = [cell.strip() for row in rows[1:] for cell in row[1:]]
    return (
        not is_figure(rows[0][0])
        and len(set(years)) == len(years)
        and years in (sorted(years), sorted(years, reverse=True))
        and any(map(is_figure, below))
        and not all(map(_YEAR.match, below))
    )
