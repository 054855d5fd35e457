"""What an item of a list begins with: bullets of every kind, numbers, letters, Roman numerals,
boxes to tick. A mark that may as well be a word (a dash, ``A.``, ``o``) is weak: it takes a
neighbour of its kind to be one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from converter.patterns import pattern
from converter.readers.text.lines import Line, mark_of

_MARK = pattern(
    r"""
      (?P<state>\[[ xX✓✔]?\]|[☐☑☒✓✔✗✘✅❌]\ufe0f?)(?=\s)   # a box, ticked or not
    | (?P<dash>[–—−](?=\s|[^\W\d_])|-(?=[^\W\d_]))
    | (?P<below>o)(?=\s)                                     # Word's bullet of the second level
    | (?P<tight>[•‣⁃▪●■◆►▸➢➤・\uf0b7\uf0a7\uf0d8])(?=[^\W_]|["“‘«(\[$€£¥])
    | (?P<path>\d{1,3}(?:\.\d{1,2})+)\.?(?=\s)               # 1.1
    | (?P<circled>[①-⑳])
    | (?P<number>
        [(（]?(?P<core>\d{1,3}|[a-z]|[A-Z]|[ivxlcdm]{2,6}|[IVXLCDM]{2,6})
        (?:(?:[.)）/°º]|\.\))(?=\s)|[、．）]|[.)](?<=\d[.)])(?=[^\W\d_]))
      )
    | (?P<sign>[^\w\s]\ufe0f?)(?=\s)                         # any sign
    """,
    re.VERBOSE,
)
_ROMAN = pattern(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})\Z")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_SIGNS = frozenset("→⇒»›")
"""Bullets that are not of Unicode's category of symbols (So), as emoji and dingbats are."""
_NO_SIGNS = frozenset("©®°℗℠™¦") | {chr(stroke) for stroke in range(0x2500, 0x2580)}
"""Symbols that open a line of words: a notice of copyright, a table drawn with strokes."""
_FIRST_CIRCLED = ord("①")

STATE, BELOW = "state", "below"
DASHES = frozenset("-–—−")
"""The families of marks that need a closer look."""


class ItemMark(NamedTuple):
    """The mark of an item: where it and its white space end, its family (marks of one list have
    one), whether it says so alone, what it counts as (style and value, for each reading), and the
    number as written. A state (``[x]``) is a word of its item as well."""

    end: int
    after: int
    family: str
    strong: bool
    readings: tuple[tuple[str, int], ...] = ()
    number: str = ""


def item_mark(text: str, line: Line) -> ItemMark | None:
    """The mark that a line begins with, or None."""
    stated = mark_of(text, line)
    if stated is not None and stated.kind not in ("bullet", "number"):
        return None
    if stated is not None and stated.kind == "bullet":
        return ItemMark(stated.end, stated.after, text[line.start : stated.end], strong=True)
    match = _MARK.match(text, line.start, line.end)
    if match is None:
        return None
    after = match.end()
    while after < line.end and text[after].isspace():
        after += 1
    if after == line.end:
        return None
    kind = next(name for name, found in match.groupdict().items() if found and name != "core")
    if kind in (STATE, BELOW):
        return ItemMark(match.end(), after, kind, strong=False)
    if kind == "path":
        prefix, _, last = match["path"].rpartition(".")
        family = f"{prefix}."
        return ItemMark(match.end(), after, family, False, (("decimal", int(last)),), match["path"])
    if kind == "circled":
        value = ord(match["circled"]) - _FIRST_CIRCLED + 1
        return ItemMark(match.end(), after, "①", False, (("decimal", value),), str(value))
    if kind == "number":
        is_dialled = match["number"][0] in "(（" and text[after].isdigit()  # (020) 7946
        return _number(match, after, strong=stated is not None and not is_dialled)
    sign = match.group()
    is_symbol = unicodedata.category(sign[0]) == "So" and sign[0] not in _NO_SIGNS
    is_bullet = kind in ("tight", "dash") or sign in _SIGNS or is_symbol
    return ItemMark(match.end(), after, sign, strong=False) if is_bullet else None


def _number(match: re.Match[str], after: int, *, strong: bool) -> ItemMark | None:
    raw, core = match["number"], match["core"]
    shape = raw.replace(core, "", 1)
    if core.isdigit():
        return ItemMark(
            match.end(), after, f"{shape}1", strong, (("decimal", int(core)),), str(int(core))
        )
    small = core.lower()
    readings = [("roman", _roman(small))] if _ROMAN.match(small) else []
    if len(small) == 1:
        readings.append(("alpha", ord(small) - ord("a") + 1))
    if not readings:
        return None
    family = shape + ("a" if core.islower() else "A")
    return ItemMark(match.end(), after, family, strong, tuple(readings), core)


def _roman(numeral: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
