"""Headings whose numbers run on from one another (``1.``, ``II)``, ``Article 3``): siblings,
whatever stands below them, and over the headings between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.patterns import pattern

_COUNTED = pattern(
    r"""
    (?P<word>[^\W\d_]{2,12}\s)?
    (?: (?P<number>\d{1,3}) | (?P<numeral>[IVX]{1,6}) | (?P<letter>[A-H]) )
    (?P<mark>\s?[.):\-–—])?
    (?=\s|\Z)
    """,
    re.VERBOSE,
)
_VALUES = {"I": 1, "V": 5, "X": 10}
_FEWEST, _FEWEST_UNMARKED = 2, 3
"""Headings of a series; a number with neither a word before it nor a mark behind says less."""

_Style = tuple[str, str, str]


def series_of(headings: Sequence[str]) -> list[list[int]]:
    """The places of the headings of each series, in order. A number that does not run on from the
    one before begins a series if it is the first, and else belongs to none."""
    found: list[list[int]] = []
    open_: dict[_Style, tuple[int, list[int]]] = {}
    for place, heading in enumerate(headings):
        style, value = _count(heading)
        if not value:
            continue
        last, own = open_.get(style, (0, []))
        if value == 1:
            own = []
            found.append(own)
        elif value != last + 1:
            continue
        own.append(place)
        open_[style] = value, own
    return [own for own in found if len(own) >= _fewest(headings[own[0]])]


def _fewest(heading: str) -> int:
    (word, _, mark), _ = _count(heading)
    return _FEWEST if word or mark else _FEWEST_UNMARKED


def _count(heading: str) -> tuple[_Style, int]:
    """How a heading is counted, and where it stands; 0 for one that is not."""
    match = _COUNTED.match(heading)
    if match is None:
        return ("", "", ""), 0
    word, mark = (match["word"] or "").casefold(), (match["mark"] or "").strip()
    if match["number"]:
        return (word, "number", mark), int(match["number"])
    if not word and not mark:
        return ("", "", ""), 0
    if match["numeral"]:
        return (word, "numeral", mark), _numeral(match["numeral"])
    return (word, "letter", mark), ord(match["letter"]) - ord("A") + 1


def _numeral(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    return values[-1] + sum(one if one >= two else -one for one, two in pairwise(values))
