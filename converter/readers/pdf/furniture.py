"""What stands on every page at the same place: running heads and feet, page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from converter.patterns import pattern
from converter.readers.pdf.lines import Line
from converter.records import record

HEADER, FOOTER = "page header", "page footer"
_ROWS = 2
"""Rows at the top and at the bottom that may be running heads."""
_ROW = 3.0
"""Points between baselines of one row."""
_APART = 1.6
"""Sizes of type from its baseline to the next, from which on a row stands apart."""
_PLACE = 4.0
"""Points by which a running head may move from page to page."""
_ZONE = 0.15
"""The share of the page's height at its top and its bottom where running heads stand."""
_SHARE = 0.3
"""The share of pages that have it; heads of left and right pages differ, and first pages have
none."""
_LEAST_PAGES = 2
_DIGITS = pattern(r"\d+")
_NUMBER = pattern(
    r"""
    [-–—|·\s]{0,4} (?: (?: page | p\.? | seite | página | pagina | стр\.? ) \s{0,2} )?
    (?: \d{1,4} | [ivxl]{1,6} )
    (?: \s{0,2} (?: / | of | von | de | sur | di | из ) \s{0,2} \d{1,4} )? [-–—|·\s]{0,4}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A page number that stands alone."""


@record()
class Running:
    """A line that is left out, whether at the top or at the bottom of its page."""

    kind: str
    line: Line


def running_lines(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[list[Running]]:
    """For each page the lines of it that are running heads or feet."""
    edges = [
        _edges(page, height, HEADER) + _edges(page, height, FOOTER)
        for page, height in zip(pages, heights, strict=True)
    ]
    bases: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for page, height in zip(edges, heights, strict=True):
        for one in page:
            bases[_key(one)].append(_base(one, height))
    least = max(_LEAST_PAGES, _SHARE * len(pages))
    usual = {key: _most_common(found) for key, found in bases.items() if len(found) >= least}
    return [
        [one for one in page if _runs(one, height, usual) or _is_number(one, page)]
        for page, height in zip(edges, heights, strict=True)
    ]


def _edges(lines: Sequence[Line], height: float, kind: str) -> list[Running]:
    """The lines in the first or last rows of a page, near its edge and apart from the rest."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.base if kind == HEADER else -one.base):
        if rows and abs(line.base - rows[-1][0].base) <= _ROW:
            rows[-1].append(line)
        elif len(rows) > _ROWS:
            break
        else:
            rows.append([line])
    count = 0
    for number, row in enumerate(rows[:_ROWS], 1):
        if not all(_is_near(line, height, kind) for line in row):
            break
        below = rows[number][0] if number < len(rows) else None
        if below is None or abs(below.base - row[0].base) > _APART * below.size:
            count = number
    return [Running(kind, line) for row in rows[:count] for line in row]


def _is_near(line: Line, height: float, kind: str) -> bool:
    zone = _ZONE * height
    return line.base <= zone if kind == HEADER else line.base >= height - zone


def _key(one: Running) -> tuple[str, str]:
    return one.kind, _DIGITS.sub("#", one.line.text.casefold())


def _base(one: Running, height: float) -> float:
    """From the edge of the page that it stands at."""
    return one.line.base if one.kind == HEADER else height - one.line.base


def _most_common(bases: Sequence[float]) -> float:
    counts = Counter(round(base) for base in bases)
    return max(counts, key=lambda base: (counts[base], -base))


def _runs(one: Running, height: float, usual: dict[tuple[str, str], float]) -> bool:
    base = usual.get(_key(one))
    return base is not None and abs(_base(one, height) - base) <= _PLACE


def _is_number(one: Running, page: Sequence[Running]) -> bool:
    """Whether it is a number alone in the outermost row of its page."""
    if not _NUMBER.fullmatch(one.line.text):
        return False
    outermost = next(other for other in page if other.kind == one.kind)
    return abs(outermost.line.base - one.line.base) <= _ROW
