"""The names of OpenDocument 1.3, Part 3 (Schema), and the questions that every module asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.patterns import pattern
from converter.readers.office.xml import elements, number, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.readers.office.xml import Element

__all__ = [
    "CHART", "DC", "DRAW", "FO", "LOEXT", "MANIFEST", "MATH", "META", "OFFICE", "PROGRAM", "STYLE",
    "SVG", "TABLE", "TEXT", "XLINK", "elements", "mixed", "number", "parse_part", "plain_text",
    "twips",
]  # fmt: skip

PROGRAM = "LibreOffice"
"""What a person opens such a file with."""

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_OASIS}office:1.0}}"
TEXT = f"{{{_OASIS}text:1.0}}"
TABLE = f"{{{_OASIS}table:1.0}}"
STYLE = f"{{{_OASIS}style:1.0}}"
DRAW = f"{{{_OASIS}drawing:1.0}}"
META = f"{{{_OASIS}meta:1.0}}"
CHART = f"{{{_OASIS}chart:1.0}}"
MANIFEST = f"{{{_OASIS}manifest:1.0}}"
FO = f"{{{_OASIS}xsl-fo-compatible:1.0}}"
SVG = f"{{{_OASIS}svg-compatible:1.0}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
MATH = "{http://www.w3.org/1998/Math/MathML}"

_LENGTH = pattern(r"\s*(-?\d{1,6}(?:\.\d{0,9})?)\s*(in|cm|mm|pt|pc|px)\s*")
_TWIPS = {"in": 1440.0, "cm": 567.0, "mm": 56.7, "pt": 20.0, "pc": 240.0, "px": 15.0}
_SPACE = pattern(r"[ \t\r\n]+")
MAX_SPACES = 1000
"""Spaces that one element may stand for; a line has a hundred."""

_LINES = frozenset((f"{TEXT}p", f"{TEXT}h", f"{TABLE}table-row", f"{TEXT}line-break"))
_SILENT = frozenset(
    (f"{OFFICE}annotation", f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{SVG}title",
     f"{SVG}desc", f"{OFFICE}binary-data", f"{OFFICE}change-info", f"{OFFICE}event-listeners")
)  # fmt: skip
"""What holds words that are none of the text."""


def parse_part(data: bytes, place: str) -> Element:
    """The root of a part. ``place`` names the file and the part in messages. Raises InputError."""
    return parse(data, place, PROGRAM)


def twips(length: str | None) -> int | None:
    """A length in twentieths of a point; None when it is none, or a share."""
    found = _LENGTH.fullmatch(length or "")
    return round(float(found[1]) * _TWIPS[found[2]]) if found else None


def mixed(node: Element) -> Iterator[Element | str]:
    """The text and the elements in an element, in order."""
    if node.text:
        yield node.text
    for child in node:
        if isinstance(child.tag, str):
            yield child
        if child.tail:
            yield child.tail


def spaces(node: Element) -> str:
    """The spaces that ``text:s`` stands for (6.1.3)."""
    return " " * max(1, min(number(node.get(f"{TEXT}c")) or 1, MAX_SPACES))


def plain_text(element: Element) -> str:
    """All words below an element, a line for each paragraph: for what is left out as a whole."""
    pieces: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            pieces.append(node if node == "\n" else _SPACE.sub(" ", node))
            continue
        tag = str(node.tag)
        if tag in _SILENT:
            continue
        if tag == f"{TEXT}s":
            pieces.append(spaces(node))
        elif tag == f"{TEXT}tab":
            pieces.append("\t")
        if tag in _LINES:
            stack.append("\n")
        stack += [*mixed(node)][::-1]
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def collapsed(text: str) -> str:
    """Text with each run of white space as one space, as the format reads it (6.1.2)."""
    return _SPACE.sub(" ", text)
