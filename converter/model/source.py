"""The file that a document was read from, and the way back from an offset to a place in it."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from converter.records import field, record


@record()
class Location:
    """A place that a person can find: line and column count code points from 1, and are 0 in a
    file that has no lines; ``name`` says it in the words of the format (``body > p[3]``,
    ``paragraph 12``)."""

    line: int
    column: int
    name: str = ""

    def __str__(self) -> str:
        if not self.line:
            return self.name
        where = f"{self.line}:{self.column}"
        return f"{where} ({self.name})" if self.name else where


@record()
class Place:
    """Where the reading text from ``start`` on stands in the file, up to the next place."""

    start: int
    line: int = 0
    column: int = 1
    name: str = ""


@record()
class SourceFile:
    """One opened input: its identity, its bytes, and the reading text that all spans point into.

    ``sha256`` is of the bytes; ``characters`` counts the code points of ``text``.
    ``line_starts`` holds the offset of the first code point of every line, from 0. Where the
    reading text is not the decoded file, but put together by the reader, ``places`` lead back,
    in order of ``start``. All but the identity is no part of what compares: a document that
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
    places: tuple[Place, ...] = field(default=(), compare=False, repr=False)

    def locate(self, offset: int) -> Location:
        """The place of an offset of the reading text."""
        if self.places:
            number = bisect_right(self.places, offset, key=attrgetter("start"))
            place = self.places[max(0, number - 1)]
            column = place.column + offset - place.start if place.line else 0
            return Location(place.line, column, place.name)
        line = bisect_right(self.line_starts, offset)
        return Location(line, offset - self.line_starts[line - 1] + 1)
