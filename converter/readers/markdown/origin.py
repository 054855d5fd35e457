"""From the text that the parser sees to the reading text, and to places in the file.

The parser sees the decoded file with every line end as one character. The reading text is the
decoded file with character references resolved, as far as they stand in words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from converter.model import Place, SourceFile, Span
from converter.patterns import pattern
from converter.records import replace

_LINE_END = pattern(r"\r\n?")


class _Reference(NamedTuple):
    """A character reference of the decoded file, and the characters it stands for."""

    start: int
    end: int
    characters: str


class Origin:
    """Keeps the way from an offset of the parser's text to one of the reading text.

    References are told in the order in which they stand; an offset is right once all references
    before it are told.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        parsed = _LINE_END.sub("\n", text).replace("\0", "\ufffd")
        # markdown-it looks for one more character behind a last line that does not end.
        self.parsed = parsed if parsed.endswith("\n") else f"{parsed}\n"
        """The parser's text."""
        self._returns = _wide_line_ends(text)
        self._references: list[_Reference] = []
        self._ends: list[int] = []
        self._shifts: list[int] = []

    def at(self, offset: int) -> int:
        """The offset in the reading text of an offset in the parser's text."""
        place = self._decoded(offset)
        if self._ends:
            before = bisect_right(self._ends, place)
            if before:
                place += self._shifts[before - 1]
        return place

    def span(self, start: int, end: int) -> Span:
        """The span in the reading text of a range of the parser's text."""
        return Span(self.at(start), self.at(end))

    def slice(self, start: int, end: int) -> str:
        """What stands in the decoded file in a range of the parser's text."""
        return self._text[self._decoded(start) : self._decoded(end)]

    def resolve(self, start: int, end: int, characters: str) -> Span:
        """Note that a range of the parser's text is a reference to these characters; the span
        where they stand in the reading text."""
        first, last = self._decoded(start), self._decoded(end)
        shift = self._shifts[-1] if self._shifts else 0
        self._references.append(_Reference(first, last, characters))
        self._ends.append(last)
        self._shifts.append(shift + len(characters) - (last - first))
        return Span(first + shift, first + shift + len(characters))

    def finish(self, source: SourceFile) -> SourceFile:
        """The source with its reading text, and with places if that is not the decoded file."""
        if not self._references:
            return source
        pieces: list[str] = []
        end = 0
        for reference in self._references:
            pieces += (self._text[end : reference.start], reference.characters)
            end = reference.end
        text = "".join((*pieces, self._text[end:]))
        places = self._places(source.line_starts)
        return replace(source, text=text, characters=len(text), places=places)

    def _decoded(self, offset: int) -> int:
        if self._returns:
            offset += bisect_left(self._returns, offset)
        return min(offset, len(self._text))

    def _places(self, line_starts: tuple[int, ...]) -> tuple[Place, ...]:
        """One at the start of each line, and one behind each reference."""
        places: dict[int, Place] = {}
        behind = [reference.end for reference in self._references]
        for offset in sorted({*line_starts, *behind}):
            line = bisect_right(line_starts, offset)
            before = bisect_right(self._ends, offset)
            start = offset + (self._shifts[before - 1] if before else 0)
            places[start] = Place(start, line, offset - line_starts[line - 1] + 1)
        return tuple(places.values())


def _wide_line_ends(text: str) -> list[int]:
    """Where in the parser's text the line ends of two characters stand."""
    if "\r\n" not in text:
        return []
    return [match.start() - index for index, match in enumerate(re.finditer("\r\n", text))]
