"""Tables that are drawn with rules: where lines cross, the cells between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.readers.pdf.facts import Fragment, Rule
from converter.records import mutable_record

_NEAR = 2.5
"""Points within which two rules are one, or touch."""
_LEAST = 3
"""Rules each way of a table of two rows and two columns."""
_MAX_RULES = 2000
"""Rules of one page that may belong to tables; a drawing has more."""
_MAX_CELLS = 20_000
_LEAST_FILLED = 0.25
"""The share of cells with words in them; forms and drawings have fewer."""


@mutable_record
class Grid:
    """A table: the box around it, and its cells as row, column, rows and columns that they span,
    and what stands in them."""

    left: float
    top: float
    right: float
    bottom: float
    rows: int
    columns: int
    cells: list[tuple[int, int, int, int, list[Fragment]]]


def grids_of(rules: Sequence[Rule], fragments: Sequence[Fragment]) -> list[Grid]:
    """The tables of a page, from top to bottom."""
    if not 2 * _LEAST <= len(rules) <= _MAX_RULES:
        return []
    found = []
    for group in _touching(rules):
        grid = _grid(group, fragments)
        if grid is not None:
            found.append(grid)
    return sorted(found, key=lambda grid: (grid.top, grid.left))


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that hang together, by a sweep from top to bottom."""
    ordered = sorted(rules, key=lambda rule: rule.top)
    parents = list(range(len(ordered)))

    def root(index: int) -> int:
        while parents[index] != index:
            parents[index] = parents[parents[index]]
            index = parents[index]
        return index

    active: list[int] = []
    for index, rule in enumerate(ordered):
        active = [other for other in active if ordered[other].bottom + _NEAR >= rule.top]
        for other in active:
            beside = ordered[other]
            if beside.left - _NEAR <= rule.right and rule.left <= beside.right + _NEAR:
                parents[root(index)] = root(other)
        active.append(index)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(ordered):
        groups.setdefault(root(index), []).append(rule)
    return list(groups.values())


def _places(values: Iterable[float]) -> list[float]:
    """The values, of which those that are near are one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _grid(rules: Sequence[Rule], fragments: Sequence[Fragment]) -> Grid | None:
    level = [rule for rule in rules if rule.right - rule.left >= rule.bottom - rule.top]
    upright = [rule for rule in rules if rule.right - rule.left < rule.bottom - rule.top]
    ys = _places((rule.top + rule.bottom) / 2 for rule in level)
    xs = _places((rule.left + rule.right) / 2 for rule in upright)
    if len(ys) < _LEAST or len(xs) < _LEAST or (len(ys) - 1) * (len(xs) - 1) > _MAX_CELLS:
        return None
    inside = [one for one in fragments if _is_inside(one, xs, ys)]
    below = _drawn(level, xs, ys, lambda rule: (rule.left, rule.right, rule.top))
    beside = _drawn(upright, ys, xs, lambda rule: (rule.top, rule.bottom, rule.left))
    grid = Grid(xs[0], ys[0], xs[-1], ys[-1], len(ys) - 1, len(xs) - 1, [])
    owner = _joined(grid, below, beside)
    words: dict[tuple[int, int], list[Fragment]] = {}
    for one in inside:
        place = _index(ys, (one.top + one.bottom) / 2), _index(xs, (one.left + one.right) / 2)
        words.setdefault(owner[place][:2], []).append(one)
    for cell in sorted(set(owner.values())):
        grid.cells.append((*cell, words.get(cell[:2], [])))
    filled = sum(bool(cell[4]) for cell in grid.cells)
    if len(grid.cells) < 2 or filled < _LEAST_FILLED * len(grid.cells):  # noqa: PLR2004 - one box
        return None
    return grid


def _is_inside(one: Fragment, xs: Sequence[float], ys: Sequence[float]) -> bool:
    x, y = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    return xs[0] <= x <= xs[-1] and ys[0] <= y <= ys[-1]


def _index(places: Sequence[float], value: float) -> int:
    found = 0
    for index, place in enumerate(places[:-1]):
        if value >= place:
            found = index
    return found


def _drawn(rules: Sequence[Rule], along: Sequence[float], across: Sequence[float], ends: object
           ) -> set[tuple[int, int]]:  # fmt: skip
    """Which borders are drawn: the index of the place across, and of the stretch along."""
    found: set[tuple[int, int]] = set()
    for rule in rules:
        start, end, at = ends(rule)  # type: ignore[operator]
        number = min(range(len(across)), key=lambda index: abs(across[index] - at))
        for index in range(len(along) - 1):
            middle = (along[index] + along[index + 1]) / 2
            if start - _NEAR <= middle <= end + _NEAR:
                found.add((number, index))
    return found


def _joined(
    grid: Grid, below: set[tuple[int, int]], beside: set[tuple[int, int]]
) -> dict[tuple[int, int], tuple[int, int, int, int]]:
    """For each place of the grid the cell it belongs to: row, column, and how many it spans.
    Cells between which no border is drawn are one, where that makes a box."""
    owner: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    for row in range(grid.rows):
        for column in range(grid.columns):
            if (row, column) in owner:
                continue
            width = 1
            while (
                column + width < grid.columns
                and (column + width, row) not in beside
                and (row, column + width) not in owner
            ):
                width += 1
            height = 1
            while row + height < grid.rows and not any(
                (row + height, at) in below for at in range(column, column + width)
            ):
                height += 1
            for down in range(height):
                for along in range(width):
                    owner[row + down, column + along] = (row, column, height, width)
    return owner
