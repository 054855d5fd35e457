"""Where the characters of a block's content stand: a block's content is put together from its
lines, each without what its containers wrote before it."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Piece(NamedTuple):
    """The content from ``start`` to ``end`` stands in one piece, from ``place`` on, in the
    parser's text."""

    start: int
    end: int
    place: int


class Places:
    """Leads from offsets of a block's content to offsets of the parser's text."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = _joined(pieces)
        self._starts = [piece.start for piece in self._pieces]

    def at(self, offset: int) -> int:
        """Where a character of the content stands."""
        piece = self._pieces[max(0, bisect_right(self._starts, offset) - 1)]
        return piece.place + min(offset, piece.end) - piece.start

    def ranges(self, start: int, end: int) -> list[tuple[int, int]]:
        """The ranges of the parser's text in which this part of the content stands."""
        ranges: list[tuple[int, int]] = []
        for index in range(max(0, bisect_right(self._starts, start) - 1), len(self._pieces)):
            piece = self._pieces[index]
            if piece.start >= end:
                break
            first, last = max(start, piece.start), min(end, piece.end)
            if first < last:
                shift = piece.place - piece.start
                ranges.append((first + shift, last + shift))
        return ranges


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those as one that stand right behind one another."""
    joined = pieces[:1]
    for piece in pieces[1:]:
        last = joined[-1]
        if piece.start == last.end and piece.place == last.place + last.end - last.start:
            joined[-1] = Piece(last.start, piece.end, last.place)
        else:
            joined.append(piece)
    return joined
