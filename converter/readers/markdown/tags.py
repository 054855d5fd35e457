"""Tags of HTML: how one is read, and which mean what."""

from __future__ import annotations

import html
import re

from converter.patterns import pattern
from converter.records import record

LONGEST_TAG = 8192
"""Code points; a longer run from ``<`` on is no tag that a person wrote."""

TAG = pattern(
    r"""
    < (?P<closes>/?) (?P<name>[A-Za-z][A-Za-z0-9:-]*+)
    (?P<attributes> (?: [^<>"']++ | "[^"]*+" | '[^']*+' )*+ ) >
    """,
    re.VERBOSE,
)
_ATTRIBUTE = pattern(
    r"""
    (?P<name>[^\s"'<>/=]++)
    (?: \s*+ = \s*+ (?: "(?P<double>[^"]*+)" | '(?P<single>[^']*+)' | (?P<bare>[^\s"'=<>`]++) ) )?+
    """,
    re.VERBOSE,
)

FORMATTING: dict[str, str] = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "em"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "sup": "sup",
    "sub": "sub",
    "a": "link",
    **dict.fromkeys(
        """
        abbr acronym address article aside bdi bdo big center data dd del details div dl dt font
        footer header hgroup ins main mark nobr p q rp rt ruby s section small span strike summary
        time u wbr
        """.split(),
        "",
    ),
}
"""Tags that only format, and the node that they make; empty for none: their words are kept."""


@record()
class Tag:
    """A tag: its name in lower case, whether it closes or is both, its attributes with
    references resolved, and the range in the tag of each value as it is written."""

    name: str
    closes: bool
    is_empty: bool
    attributes: dict[str, str]
    ranges: dict[str, tuple[int, int]]


def read_tag(text: str) -> Tag | None:
    """The tag that a text is; None when it is none."""
    match = TAG.fullmatch(text)
    if match is None:
        return None
    attributes: dict[str, str] = {}
    ranges: dict[str, tuple[int, int]] = {}
    for found in _ATTRIBUTE.finditer(text, *match.span("attributes")):
        name = found["name"].lower()
        kind = next((kind for kind in ("double", "single", "bare") if found[kind] is not None), "")
        if name not in attributes:
            attributes[name] = html.unescape(found[kind]) if kind else ""
            ranges[name] = found.span(kind) if kind else (found.end(), found.end())
    is_empty = match["attributes"].rstrip().endswith("/")
    return Tag(match["name"].lower(), bool(match["closes"]), is_empty, attributes, ranges)


def is_comment(text: str) -> bool:
    """Whether a piece of HTML is a comment, a declaration or an instruction."""
    return text.startswith(("<!", "<?"))
