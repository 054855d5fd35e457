"""Lines of a text, and what the first characters of a line say.

Every pattern here is anchored and takes each character once, so a line of any length is
classified in linear time.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from converter.patterns import pattern

_LINE = pattern(r"[^\n\r\v\f\x85\u2028\u2029]+")
LINE_END = pattern(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_CONTENT = pattern(r"\S")

# A line of dashes of any kind: the hyphens, dashes, bars and box-drawing strokes that people
# and scrapers put under a table's head. At least one bar or three strokes make a rule.
_STROKES = r"\-‐‑‒–—―─━═╌╍┄┅┈┉╴╶╸╺╼╾_=¯"
_BOX = "".join(sign for sign in map(chr, range(0x2500, 0x2580)) if sign not in _STROKES)
_CROSSES = rf"|¦+{_BOX}"
RULE = pattern(rf"[{_CROSSES}:\s]*[{_STROKES}][{_STROKES}{_CROSSES}:\s]*\Z")
CROSS = pattern(rf"[{_CROSSES}]")
EDGES = f"|¦{_BOX}"
"""What a row or a rule of a drawn table may begin with; a plus as well, where it is a rule."""
BARS = "|¦│┃║"

_MARK = pattern(
    r"""
      (?P<heading>\#{1,6})(?=\s)                      # an ATX heading
    | (?P<fence>`{3,}|~{3,})                          # a code fence
    | (?P<quote>>)                                    # quoted words
    | (?P<break>(?:\*[ \t]*){3,}\Z                    # a thematic break
              |(?:-[ \t]*){3,}\Z|(?:_[ \t]*){3,}\Z)
    | (?P<bullet>[-*+•‣◦⁃∙▪▫●○■□·➢➤►▸]                # a bullet
        |[\uf0b7\uf0a7\uf0d8\uf076\uf0a8\uf0fc])(?=\s)   # Word's symbol fonts leave these behind
    | (?P<number>\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})\)    # 1) a) (1) iv)
              |\d{1,3}\.)(?=\s)                        # 1.
    | (?P<bar>[|¦+\u2500-\u257f])                      # a table's row
    """,
    re.VERBOSE,
)


class Line(NamedTuple):
    """One line that holds more than white space: ``[start, end)`` without the white space on
    either side, and how many columns of white space stand before it on its line."""

    start: int
    end: int
    indent: int


class Mark(NamedTuple):
    """What a line begins with: the kind, and where the mark and its white space end."""

    kind: str
    end: int
    after: int


def split_lines(text: str) -> list[Line]:
    """The lines of a text that hold something, in order."""
    lines = []
    for match in _LINE.finditer(text):
        start, end = match.span()
        content = _CONTENT.search(text, start, end)
        if content is None:
            continue
        first = content.start()
        while text[end - 1].isspace():
            end -= 1
        lines.append(Line(first, end, column_at(text, first, start)))
    return lines


TAB = 4
"""Columns to the next stop of a tab (CommonMark 2.2)."""


def column_at(text: str, offset: int, start: int, column: int = 0) -> int:
    """The column at ``offset`` when the white space from ``start`` on begins at ``column``."""
    if text.find("\t", start, offset) < 0:
        return column + offset - start
    for character in text[start:offset]:
        column += TAB - column % TAB if character == "\t" else 1
    return column


def mark_of(text: str, line: Line) -> Mark | None:
    """What the line begins with, or None for running text."""
    match = _MARK.match(text, line.start, line.end)
    if match is None or match.lastgroup is None:
        return None
    after = match.end()
    while after < line.end and text[after].isspace():
        after += 1
    return Mark(match.lastgroup, match.end(), after)


def is_rule(text: str, line: Line) -> bool:
    """Whether the line is drawn with dashes and crosses alone."""
    return RULE.match(text, line.start, line.end) is not None


def blank_between(text: str, end: int, start: int) -> bool:
    """Whether an empty line stands between two lines, given where one ends and the next starts."""
    return start - end > 1 and len(LINE_END.findall(text, end, start)) > 1
