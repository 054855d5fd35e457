"""Tables that are drawn with level rules alone, as most are in print: rows between the rules,
columns where white runs through all rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from converter.readers.pdf.facts import Fragment, Rule
from converter.readers.pdf.ruled import Grid

_NEAR = 3.0
"""Points by which the ends of the rules of one table may differ."""
_LEAST_RULES = 3
"""Above and below the head, and below the last row."""
_LEAST_WIDTH = 60.0
"""Points; shorter rules stand over footnotes or under words."""
_LEAST_COLUMNS = 2
_GAP = 0.9
"""Of the type size: the least white between columns."""
_MAX_RULES = 2000
_ROW = 0.35
"""Of the type size: how far baselines of one row may differ."""

_Interval = tuple[float, float]


def level_grids(rules: Sequence[Rule], fragments: Sequence[Fragment]) -> list[Grid]:
    """The tables of a page that have level rules only."""
    if len(rules) > _MAX_RULES:
        return []
    found: list[Grid] = []
    for left, right, places in _stacks(rules):
        bands = [
            [
                one
                for one in fragments
                if top <= (one.top + one.bottom) / 2 <= bottom
                and left - _NEAR <= one.left
                and one.right <= right + _NEAR
            ]
            for top, bottom in pairwise(places)
        ]
        for start, end in _runs([len(_columns(band)) >= _LEAST_COLUMNS for band in bands]):
            grid = _grid(bands[start:end], (left, right), places[start : end + 1])
            if grid is not None:
                found.append(grid)
    return found


def _stacks(rules: Sequence[Rule]) -> list[tuple[float, float, list[float]]]:
    """Level rules that begin and end alike: from where, to where, and at which heights."""
    stacks: list[tuple[float, float, list[float]]] = []
    for left, right, at in sorted(_joined(rules), key=lambda rule: rule[2]):
        for stack in stacks:
            if abs(stack[0] - left) <= _NEAR and abs(stack[1] - right) <= _NEAR:
                if at - stack[2][-1] > _NEAR:
                    stack[2].append(at)
                break
        else:
            stacks.append((left, right, [at]))
    return [stack for stack in stacks if len(stack[2]) >= _LEAST_RULES]


def _joined(rules: Sequence[Rule]) -> list[tuple[float, float, float]]:
    """The level rules as left, right and height, those of one height that touch as one."""
    found: list[tuple[float, float, float]] = []
    level = (rule for rule in rules if rule.right - rule.left > rule.bottom - rule.top)
    for rule in sorted(level, key=lambda rule: (round(rule.top), rule.left)):
        at = (rule.top + rule.bottom) / 2
        last = found[-1] if found else None
        if last and abs(last[2] - at) <= 1 and rule.left <= last[1] + _NEAR:
            found[-1] = (last[0], max(last[1], rule.right), last[2])
        else:
            found.append((rule.left, rule.right, at))
    return [rule for rule in found if rule[1] - rule[0] >= _LEAST_WIDTH]


def _runs(tabular: Sequence[bool]) -> list[tuple[int, int]]:
    """Runs of bands that look like rows, two at least."""
    found: list[tuple[int, int]] = []
    start = 0
    for index, holds in enumerate((*tabular, False)):
        if not holds:
            if index - start >= _LEAST_RULES - 1:
                found.append((start, index))
            start = index + 1
    return found


def _columns(words: Sequence[Fragment]) -> list[_Interval]:
    """What the words cover of the width, parted by white."""
    found: list[_Interval] = []
    for one in sorted(words, key=lambda word: word.left):
        if found and one.left - found[-1][1] <= _GAP * one.size:
            found[-1] = (found[-1][0], max(found[-1][1], one.right))
        else:
            found.append((one.left, one.right))
    return found


def _grid(bands: Sequence[list[Fragment]], ends: _Interval, places: Sequence[float]) -> Grid | None:
    columns = _columns([one for band in bands for one in band])
    if len(columns) < _LEAST_COLUMNS:
        return None
    starts = [start for start, _ in columns]
    cells: list[tuple[int, int, int, int, list[Fragment]]] = []
    row = 0
    for band in bands:
        for words in _rows(band, columns[0]):
            held: dict[int, list[Fragment]] = {}
            for one in words:
                held.setdefault(max(0, bisect_right(starts, one.left) - 1), []).append(one)
            cells += ((row, column, 1, 1, held.get(column, [])) for column in range(len(columns)))
            row += 1
    return Grid(ends[0], places[0], ends[1], places[-1], row, len(columns), cells)


def _rows(band: Sequence[Fragment], first: _Interval) -> list[list[Fragment]]:
    """The rows between two rules: one for each baseline where each begins in the first column,
    else one."""
    rows: list[list[Fragment]] = []
    for one in sorted(band, key=lambda word: word.base):
        if rows and one.base - rows[-1][0].base <= _ROW * one.size:
            rows[-1].append(one)
        else:
            rows.append([one])
    if all(any(one.left < first[1] for one in row) for row in rows):
        order = {id(one): index for index, one in enumerate(band)}
        return [sorted(row, key=lambda one: order[id(one)]) for row in rows]
    return [[*band]]
