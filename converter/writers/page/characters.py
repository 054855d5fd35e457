"""Characters that a page cannot hold, and what stands in their place.

HTML knows no controls, surrogates or noncharacters (HTML Standard, 13.2.3.5), and PDF/UA no
character without a glyph (ISO 14289-1, 7.21.8). Both are shown as U+FFFD: a reader sees that
something is missing. Breaks of line are white space, and white space reads as one space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from converter.model import Node, leaves
from converter.patterns import pattern

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
_PLANE_ENDS = range(0xFFFE, 0x110000, 0x10000)
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(end)}-{chr(end + 1)}" for end in _PLANE_ENDS)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"

_SPACES = str.maketrans(dict.fromkeys("\v\f\x85\u2028\u2029", " "))
_CARRIAGE_RETURN = pattern(r"\r\n?")
_WHITE = pattern(r"[ \t\r\n\v\f\x85\u2028\u2029]+")

ON_SCREEN = pattern(f"[{_CONTROLS}{_NONCHARACTERS}]")
"""What no HTML page can hold."""


def in_print(missing: Iterable[str] = ()) -> re.Pattern[str]:
    """What a printed page cannot hold: private use characters, and those for which no font
    has a glyph, too."""
    return re.compile(
        f"[{_CONTROLS}{_NONCHARACTERS}{_PRIVATE}{re.escape(''.join(sorted(missing)))}]"
    )


def replaced(characters: str, unprintable: re.Pattern[str]) -> str:
    """The characters with U+FFFD for each that cannot be shown; line ends are ``\\n``."""
    ended = _CARRIAGE_RETURN.sub("\n", characters).translate(_SPACES)
    return unprintable.sub(REPLACEMENT, ended)


def count_unprintable(nodes: Iterable[Node], unprintable: re.Pattern[str]) -> int:
    """How many characters of these nodes cannot be shown."""
    return sum(len(unprintable.findall(leaf.text)) for leaf in leaves(nodes))


def one_space(characters: str) -> str:
    """Every run of white space as one space; spaces that do not break stay."""
    return _WHITE.sub(" ", characters)


def runs_right_to_left(nodes: Iterable[Node], default: bool) -> bool:
    """The direction of these nodes by their first letter (Unicode Annex 9, rules P2 and P3)."""
    for leaf in leaves(nodes):
        for character in leaf.text:
            direction = unicodedata.bidirectional(character)
            if direction in {"L", "R", "AL"}:
                return direction != "L"
    return default
