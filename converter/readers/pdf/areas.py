"""Boxes on a page, and which of them a point is in, without looking at each of them: a page may
have a hundred thousand boxes and as many letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]

NOWHERE = -1
_ACROSS = 16
"""Tiles of a page in a row, and rows of them: a page of links has some four in each."""
_MOST_TESTS = 5_000_000
"""Boxes that are held against points, over all points of a page; a newspaper's takes a tenth of
this, and it is half a second."""


class Areas:
    """Boxes, in the order in which they count. A point outside the page is in none."""

    def __init__(self, boxes: Sequence[Box], width: float, height: float) -> None:
        self.boxes = boxes
        self.width, self.height = width, height
        self.left = _MOST_TESTS
        self.tiles: dict[int, list[int]] = {}
        first: dict[Box, int] = {}
        for index, box in enumerate(boxes):
            if first.setdefault(box, index) == index:
                self._place(index, box)

    def at(self, x: float, y: float) -> int:
        """The index of the first box that the point is in, or NOWHERE; NOWHERE too when more was
        asked of one page than pages need."""
        if not (0 <= x <= self.width and 0 <= y <= self.height):
            return NOWHERE
        tile = self.tiles.get(_ACROSS * self._row(y) + self._column(x), ())
        if len(tile) > self.left:
            return NOWHERE
        boxes = self.boxes
        for count, index in enumerate(tile, 1):
            left, top, right, bottom = boxes[index]
            if left <= x <= right and top <= y <= bottom:
                self.left -= count
                return index
        self.left -= len(tile)
        return NOWHERE

    def _place(self, index: int, box: Box) -> None:
        left, top, right, bottom = box
        if not (left <= self.width and right >= 0 and top <= self.height and bottom >= 0):
            return
        columns = range(self._column(left), self._column(right) + 1)
        for row in range(self._row(top), self._row(bottom) + 1):
            for column in columns:
                self.tiles.setdefault(_ACROSS * row + column, []).append(index)

    def _column(self, x: float) -> int:
        return _tile(x, self.width)

    def _row(self, y: float) -> int:
        return _tile(y, self.height)


def _tile(at: float, length: float) -> int:
    if at <= 0 or length <= 0:
        return 0
    return _ACROSS - 1 if at >= length else int(at / length * _ACROSS)
