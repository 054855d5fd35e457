"""How wide the columns of a table are, from what stands in them.

Print sets tables with fixed columns: nothing can widen one beyond the sheet, the same text gets
the same columns whatever the font, and layout takes no time to measure (WeasyPrint takes the
square of a cell's length for it).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat

from converter.records import record

SIZES = (("", 50, 1.3, 5), ("narrow", 53, 1.1, 8), ("narrower", 67, 0.9, 12))
NARROWEST = ("narrowest", 81, 0.8)
"""How print sets a table, the first that holds it: class, ems in its width, ems between columns,
columns that read well at this size. In a table that none holds, words break."""

BOLD = 1.1
"""How much wider letters are in a header cell."""

BREAKING_WORD = 24
"""From this many characters on, a word (an address, mostly) breaks rather than widen its
column."""

BROKEN_WORD, LONGEST_LINE = 10.0, 40.0
"""Ems that a word that breaks asks for; and a line, as more would starve the other columns."""

_ORDINARY, _FULL_WIDTH = 0.64, 1.0
_OTHERS = (("iljtfr.,:;'|!()[]-", 0.4), ("mwMW@%—", 1.0), ("ABCDEFGHIJKLNOPQRSTUVXYZ", 0.76))
_EMS = {letter: ems for letters, ems in _OTHERS for letter in letters}
"""About how wide letters are in the wider of our fonts, in ems. CJK breaks after any letter."""


@record()
class Columns:
    """The class of the size that a table is set in, and its columns' shares of the width, in
    per cent."""

    size: str
    shares: tuple[float, ...]


@record()
class Content:
    """The words of a cell, and whether they are bold."""

    words: str
    is_header: bool = False


def columns_for(contents: Sequence[Sequence[Content]]) -> Columns:
    """Columns for these contents, one sequence for each: each column holds its longest word; what
    is left goes to those with the longest lines (as CSS Tables 3, 4.4 has it)."""
    words = [max(map(_longest_word, column), default=0.0) for column in contents]
    lines = [max(map(_line, column), default=0.0) for column in contents]
    size, room, gap = _size(words)
    need = [word + gap for word in words]
    wish = [max(word, line) + gap for word, line in zip(words, lines, strict=True)]
    spare = room - sum(need)
    if spare <= 0:
        widths = need
    elif sum(wish) <= room:
        widths = wish
    else:
        growth = spare / (sum(wish) - sum(need))
        widths = [low + growth * (high - low) for low, high in zip(need, wish, strict=True)]
    total = sum(widths)
    return Columns(size, tuple(round(width * 100 / total, 2) for width in widths))


def _size(words: list[float]) -> tuple[str, float, float]:
    for name, room, gap, columns in SIZES:
        if len(words) <= columns and sum(words) + gap * len(words) <= room:
            return name, room, gap
    return NARROWEST


def _longest_word(content: Content) -> float:
    return (BOLD if content.is_header else 1.0) * max(map(_ems, content.words.split()), default=0.0)


def _line(content: Content) -> float:
    return min(_ORDINARY * len(content.words), LONGEST_LINE)


def _ems(word: str) -> float:
    if len(word) >= BREAKING_WORD:
        return BROKEN_WORD
    if not word.isascii() and any("\u2e80" <= letter < "\uffe7" for letter in word):
        return _FULL_WIDTH
    return sum(map(_EMS.get, word, repeat(_ORDINARY)))
