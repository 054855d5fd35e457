"""The file that a document was read from, and the way back from an offset to a place in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Location:
    """A place that a person can find: line and column count code points from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One opened input: its identity, its bytes, and the reading text that all spans point into.

    ``sha256`` is of the bytes; ``characters`` counts the code points of ``text``.
    ``line_starts`` holds the offset of the first code point of every line, from 0.
    ``text``, ``line_starts`` and ``data`` are no part of the identity: a document that
    comes back from its JSON has the identity alone, and equals the one that was written.
    """

    name: str
    format: str
    sha256: str
    characters: int
    encoding: str = "utf-8"
    text: str = field(default="", compare=False, repr=False)
    line_starts: tuple[int, ...] = field(default=(0,), compare=False, repr=False)
    data: bytes = field(default=b"", compare=False, repr=False)

    def locate(self, offset: int) -> Location:
        """Line and column of an offset in the reading text."""
        line = bisect_right(self.line_starts, offset)
        return Location(line, offset - self.line_starts[line - 1] + 1)
