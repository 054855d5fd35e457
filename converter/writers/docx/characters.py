"""Characters: what XML and Word can hold, and in which direction and script they are written.

Pure functions over strings; nothing here knows XML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from converter.patterns import pattern

REPLACEMENT = "\ufffd"

# A run of these reads as one space. No-break and other fixed spaces are no white space: they
# were set on purpose.
_SPACES = pattern("[\t\n\x0b\x0c\r \x85\u2028\u2029]+")

_LINE_END = pattern("\r\n?|\n")

# What XML 1.0 cannot hold (production [2] Char).
_ILLEGAL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_RTL = (
    "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc"  # Hebrew, Arabic, Syriac and their forms
    "\U00010800-\U00010fff\U0001e800-\U0001efff"  # the right-to-left planes
)
_CJK = (
    "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffef\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_HAS_SCRIPT = pattern(f"[{_RTL}{_CJK}]")
_HAS_RTL = pattern(f"[{_RTL}]")
_HAS_CJK = pattern(f"[{_CJK}]")
_FIRST_LETTER = pattern(rf"(?P<rtl>[{_RTL}])|[^\W\d_]")

LTR, RTL, CJK = "ltr", "rtl", "cjk"

# Stretches that need run properties of their own. What stands between two letters of one
# stretch (spaces, digits, points) belongs to it.
_IN_LTR = pattern(
    rf"""
    (?P<rtl> [{_RTL}]++  (?: [\W\d_]*+ [{_RTL}]++ )*+ )
  | (?P<cjk> [{_CJK}]++ )
    """,
    re.VERBOSE,
)
# In a right-to-left paragraph all is right-to-left but the words of other scripts.
_IN_RTL = pattern(
    rf"""
    (?P<cjk> [{_CJK}]++ )
  | (?P<ltr> (?: (?![{_RTL}{_CJK}]) [^\W\d_] )++
             (?: [\W\d_]*+ (?: (?![{_RTL}{_CJK}]) [^\W\d_] )++ )*+ )
    """,
    re.VERBOSE,
)


def collapse(text: str) -> str:
    """The text with every run of white space as one space."""
    return _SPACES.sub(" ", text)


def line_ends_to_spaces(text: str) -> str:
    """The text on one line, its other white space as it stands."""
    return _LINE_END.sub(" ", text)


def legal(text: str) -> str:
    """The text with U+FFFD for every character that XML cannot hold."""
    return _ILLEGAL.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """The text as a property or a running foot shows it: legal, trimmed, one line."""
    return legal(collapse(text)).strip(" ")


def has_rtl(text: str) -> bool:
    """Whether a letter of a right-to-left script stands in the text."""
    return not text.isascii() and _HAS_RTL.search(text) is not None


def has_cjk(text: str) -> bool:
    """Whether a letter of East Asia stands in the text."""
    return not text.isascii() and _HAS_CJK.search(text) is not None


def width(text: str) -> int:
    """How many columns of a typewriter the text takes: an East Asian letter takes two."""
    return len(text) if text.isascii() else len(text) + len(_HAS_CJK.findall(text))


def is_rtl(texts: Iterable[str], default: bool) -> bool:
    """Whether a paragraph of these texts runs from right to left.

    In a document that does (``default``), unless it has letters of other scripts only;
    in another, when its first letter does (UAX #9, rule P2).
    """
    seen_letter = False
    for text in texts:
        if default and has_rtl(text):
            return True
        first = _FIRST_LETTER.search(text)
        if first and not default:
            return first["rtl"] is not None
        seen_letter = seen_letter or first is not None
    return default and not seen_letter


def stretches(text: str, rtl: bool) -> Iterator[tuple[str, str]]:
    """The text cut where its script asks for other run properties: pairs of LTR, RTL or CJK and
    the piece. ``rtl`` is the direction of the paragraph."""
    base = RTL if rtl else LTR
    if not rtl and (text.isascii() or not _HAS_SCRIPT.search(text)):
        yield base, text
        return
    at = 0
    for found in (_IN_RTL if rtl else _IN_LTR).finditer(text):
        if found.start() > at:
            yield base, text[at : found.start()]
        yield str(found.lastgroup), found.group()
        at = found.end()
    if at < len(text):
        yield base, text[at:]
