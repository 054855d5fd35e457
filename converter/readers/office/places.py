"""Where a paragraph stands in a list."""

from __future__ import annotations

from converter.records import record

BULLET, NONE = "bullet", "none"
STYLES = {
    "lowerLetter": "alpha",
    "upperLetter": "alpha",
    "lowerRoman": "roman",
    "upperRoman": "roman",
}
"""Formats of numbers, by Word's names, that have a style of their own in the model; the others
count in decimal."""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@record()
class Place:
    """Where a paragraph stands in a list: whose counters it uses (``family``), the level from 0,
    its format, its number, and how far the level is set in (twips)."""

    family: str
    level: int
    format: str
    number: int
    indent: int | None

    @property
    def is_ordered(self) -> bool:
        """Whether the items are counted."""
        return self.format != BULLET


def roman(number: int) -> str:
    """A number as small Roman numerals.

    >>> roman(14)
    'xiv'
    """
    letters = ""
    for worth, letter in _ROMAN:
        count, number = divmod(number, worth)
        letters += letter * count
    return letters
