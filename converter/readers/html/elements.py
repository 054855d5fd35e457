"""What each element of HTML is for a text: a block, a style, a picture, nothing."""

from __future__ import annotations

import re

from converter.patterns import pattern
from converter.readers.html.flow import Style
from converter.readers.html.marking import DEEP
from converter.readers.html.tree import Element

BLOCKS = frozenset(
    """
    html body address article aside blockquote center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset noframes h1 h2 h3 h4 h5 h6 header hgroup hr legend li
    listing main menu nav ol optgroup option p plaintext pre search section summary table caption
    thead tbody tfoot tr td th ul xmp x-template
    """.split()
) | {DEEP}
"""What begins and ends a line (HTML Standard, 15.3, `display: block` and tables)."""

UNSEEN = frozenset(
    """
    script style link meta base title head svg annotation annotation-xml iframe object embed
    canvas audio video map param source track select datalist input textarea progress meter
    area noembed template
    """.split()
)
"""Elements whose text is not shown as text of the page."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

_STYLES = {
    "b": "strong",
    "strong": "strong",
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "dfn": "emphasis",
    "var": "emphasis",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
    "sup": "superscript",
    "sub": "subscript",
}

_DECLARATION = pattern(
    r"(?P<name>font-weight|font-style|display|visibility|vertical-align)\s*:\s*(?P<value>[a-z0-9]+)",
    re.IGNORECASE,
)
_BOLD = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_BLOCK_DISPLAYS = frozenset(("block", "flex", "grid", "table"))
_MAX_URL = 2000
"""Code points; a longer address is data, not an address."""


def styles_of(element: Element) -> dict[str, str]:
    """The declarations of its style attribute that matter here."""
    own = element.get("style")
    found = _DECLARATION.finditer(own, 0, 1000) if own else ()
    return {match["name"].lower(): match["value"].lower() for match in found}


def is_block(element: Element) -> bool:
    """Whether the element begins and ends a line, or holds one that does."""
    if element.tag in BLOCKS or element.measures.holds_blocks:
        return True
    return bool(element.get("style")) and styles_of(element).get("display") in _BLOCK_DISPLAYS


def style_of(element: Element) -> Style | None:
    """How the element sets its words apart, if it does."""
    if element.tag == "a":
        url = address(element.get("href"))
        return Style("link", url) if url else None
    kind = _STYLES.get(element.tag, "")
    own = styles_of(element)
    weight = own.get("font-weight", "")
    if kind == "strong" and weight in ("normal", "400"):
        return None
    if not kind and weight in _BOLD:
        kind = "strong"
    if not kind and own.get("font-style") in ("italic", "oblique"):
        kind = "emphasis"
    return Style(kind) if kind else None


def address(value: str) -> str:
    """An address as the page writes it; empty for one that leads nowhere, or is data."""
    url = value.strip()
    lower = url[:16].lower()
    if len(url) > _MAX_URL or lower.startswith(("javascript:", "data:", "blob:", "about:")):
        return ""
    return url


def heading_level(element: Element) -> int:
    """The level of a heading, or 0 (HTML Standard, 4.3.6; ARIA 1.2, 5.4 `heading`)."""
    role = element.get("role")
    if element.tag in HEADINGS and role in ("", "heading"):
        level = HEADINGS[element.tag]
    elif role == "heading":
        level = 2
    else:
        return 0
    stated = element.get("aria-level")
    return int(stated) if stated in tuple("123456789") else level


_LAZY = ("data-src", "data-original", "data-lazy-src", "data-srcset", "srcset", "src")
_PLACEHOLDER = pattern(
    r"^data:|(?:spacer|blank|pixel|placeholder|transparent|lazy|loading)[^/]*\.(?:gif|png|svg|jpe?g)",
    re.IGNORECASE,
)


def picture_url(element: Element) -> str:
    """Where a picture lies: the address that a lazy page will put in, else its own."""
    own = element.get("src").strip()
    if own and not _PLACEHOLDER.search(own[:300]):
        return address(own)
    for name in _LAZY:
        found = element.get(name).strip().split(" ")[0].rstrip(",")
        if found and not _PLACEHOLDER.search(found[:300]) and address(found):
            return address(found)
    return ""


def is_pixel(element: Element) -> bool:
    """Whether a picture is too small to show anything: it counts readers."""
    return any(element.get(side).strip() in ("0", "1", "2") for side in ("width", "height"))


def number_of(text: str, most: int) -> int:
    """A whole number from 1 on, as an attribute writes it; 1 for anything else."""
    digits = text.strip()[:9]
    return min(most, max(1, int(digits))) if digits.isascii() and digits.isdigit() else 1
