"""The reading order of a page that does not state one: columns, found by the white between them.

A gutter is a strip that hardly a line crosses, with running text on both sides. What crosses it
parts the page into bands, which are read one after another; a band is read column by column.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.readers.pdf.lines import Line, rows_of

_BIN = 2.0
"""Points: how finely the width of a page is looked through."""
_LEAST_GUTTER = 7.0
"""Points; the narrowest that newspapers set is a pica, 12, and rounding eats some."""
_MARGIN = 0.12
"""The share of a region's width at either side in which no gutter is looked for."""
_CROSSING = 0.25
"""The share of the lines beside a gutter that may cross it: headings, pictures."""
_LEAST_LINES = 4
"""Lines of a column."""
_FULL, _MOSTLY = 0.75, 0.4
"""Running text fills so much of its column's width, in so many of its lines; cells of a table do
not."""
_LEAST_CHARACTERS = 12
"""Characters of a line of running text in the narrowest of columns, on average."""
_MAX_DEPTH = 6
_APART = 1.9
"""Sizes of type between two baselines, from which on a line stands apart from the one above."""


def in_order(segments: Sequence[Line], depth: int = 0) -> list[Line]:
    """The lines of a region in reading order."""
    gutter = _gutter(segments) if depth < _MAX_DEPTH else None
    if gutter is None:
        return rows_of(segments)
    found: list[Line] = []
    for band in _bands(segments, gutter):
        left = [one for one in band if one.right <= gutter + _BIN]
        right = [one for one in band if one.left >= gutter - _BIN]
        if len(left) + len(right) == len(band) and _is_text(left) and _is_text(right):
            left, after = _taken_below(left, max(one.bottom for one in right))
            found += in_order(left, depth + 1) + in_order(right, depth + 1)
            found += rows_of(after) if after else []
        else:
            found += rows_of(band)
    return found


def _gutter(segments: Sequence[Line]) -> float | None:
    """The middle of the best gutter."""
    if len(segments) < 2 * _LEAST_LINES:
        return None
    start, end = min(one.left for one in segments), max(one.right for one in segments)
    count = int((end - start) / _BIN) + 1
    changes = [0] * (count + 1)
    for one in segments:
        changes[int((one.left - start) / _BIN)] += 1
        changes[min(count, int((one.right - start) / _BIN) + 1)] -= 1
    covers: list[int] = []
    covering = 0
    for change in changes[:count]:
        covering += change
        covers.append(covering)
    first, last = int(count * _MARGIN), int(count * (1 - _MARGIN))
    most = _CROSSING * len(segments) / 2
    strips = _strips(covers, first, last, most)
    best = max(strips, key=lambda strip: (-strip[2], strip[1] - strip[0]), default=None)
    return start + (best[0] + best[1]) / 2 * _BIN if best else None


def _strips(
    covers: Sequence[int], first: int, last: int, most: float
) -> list[tuple[int, int, int]]:
    """The runs of bins that few lines cover and that are wide enough: from, to, how many cover."""
    found = []
    at = first
    while at < last:
        end = at
        while end < last and covers[end] == covers[at]:
            end += 1
        if covers[at] <= most and (end - at) * _BIN >= _LEAST_GUTTER:
            found.append((at, end, covers[at]))
        at = end
    return found


def _bands(segments: Sequence[Line], gutter: float) -> list[list[Line]]:
    """The segments parted where one crosses the gutter, from top to bottom."""
    bands: list[list[Line]] = []
    crossed = True
    for one in sorted(segments, key=lambda line: (line.base, line.left)):
        crosses = one.left < gutter - _BIN and one.right > gutter + _BIN
        if not bands or crosses != crossed:
            bands.append([])
        bands[-1].append(one)
        crossed = crosses
    return bands


def _is_text(column: Sequence[Line], depth: int = 0) -> bool:
    """Whether these lines are a column of running text, or several."""
    lines = rows_of([one for one in column if one.atom is None])
    if len(lines) < _LEAST_LINES:
        return False
    width = max(one.right for one in lines) - min(one.left for one in lines)
    full = sum(one.right - one.left >= _FULL * width for one in lines)
    characters = sum(len(one.text) for one in lines)
    if characters < _LEAST_CHARACTERS * len(lines):
        return False
    if full >= _MOSTLY * len(lines):
        return True
    lines = [one for one in column if one.atom is None]
    gutter = _gutter(lines) if depth < _MAX_DEPTH else None
    return gutter is not None and all(
        _is_text(side, depth + 1)
        for side in (
            [one for one in lines if one.right <= gutter + _BIN],
            [one for one in lines if one.left >= gutter - _BIN],
        )
    )


def _taken_below(left: list[Line], bottom: float) -> tuple[list[Line], list[Line]]:
    """The left column without what stands below the right one and apart, which comes after."""
    ordered = sorted(left, key=lambda line: line.base)
    for index in range(1, len(ordered)):
        line, above = ordered[index], ordered[index - 1]
        if line.top > bottom and line.base - above.base > _APART * max(line.size, above.size):
            return ordered[:index], ordered[index:]
    return left, []
