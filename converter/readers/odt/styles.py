"""Styles: what a paragraph is and how characters look, through all that a style is based on.

A style of the document is known by its shown name and its outline level; one that the program made
for a single paragraph (an automatic style) by those it is based on. OpenDocument 1.3, Part 3, 16.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from converter.model import MAX_LEVEL
from converter.patterns import pattern
from converter.readers.odt.names import FO, OFFICE, STYLE, SVG, TEXT, elements, number, twips
from converter.readers.office.local_names import english_name
from converter.readers.office.looks import NO_LOOK, Look
from converter.readers.office.roles import CODE_CHARACTERS, role_of
from converter.records import field, mutable_record, record, replace

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

PARAGRAPH, CHARACTERS, CELL = "paragraph", "text", "table-cell"
MAX_CHAIN = 64
"""Styles based on one another that are followed; LibreOffice's own stand four deep."""
_BOLD = 600
"""The weight from which letters are bold (CSS, which 20.195 follows)."""
_ESCAPED = pattern(r"_([0-9a-f]{2,4})_")
_NO_LANGUAGE = ("", "none", "zxx")
_SIDES = ("border", "border-top", "border-bottom", "border-left", "border-right")
_RULES = ("border", "border-top", "border-bottom")
_NO_BORDER = ("", "none", "hidden")
TABLE_HEADING = "table heading"


@record()
class ParagraphStyle:
    """What the style of a paragraph says: what it is (``role``, empty for running text), the level
    of a heading or of an entry, how far it is set in (twips) in all and by itself, how its
    characters look, how it is aligned, whether a line is drawn at it, and its shown name."""

    role: str = ""
    level: int = 0
    indent: int = 0
    own_indent: int | None = None
    look: Look = NO_LOOK
    align: str = ""
    is_ruled: bool = False
    name: str = ""


@mutable_record
class Styles:
    """The styles that hold in a part, by family and name; each is resolved once."""

    common: dict[tuple[str, str], Element] = field(default_factory=dict)
    automatic: dict[tuple[str, str], Element] = field(default_factory=dict)
    lists: dict[str, Element] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    language: str = ""
    _paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)
    _looks: dict[str, Look] = field(default_factory=dict)

    def paragraph(self, name: str | None) -> ParagraphStyle:
        """What the paragraph style of this name says."""
        name = name or ""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._paragraph(name)
        return self._paragraphs[name]

    def character(self, name: str | None) -> Look:
        """The look that a character style gives."""
        name = name or ""
        if name not in self._looks:
            look = NO_LOOK
            for element in reversed([*self.chain(CHARACTERS, name)]):
                look = look.under(self._look(element))
                if _shown(element) in CODE_CHARACTERS:
                    look = replace(look, code=True)
            self._looks[name] = look
        return self._looks[name]

    def has_border(self, name: str | None) -> bool:
        """Whether the cell style of this name draws a line."""
        return any(
            _is_drawn(properties, _SIDES)
            for element in self.chain(CELL, name or "")
            for properties in element.iterfind(f"{STYLE}table-cell-properties")
        )

    def chain(self, family: str, name: str) -> Iterator[Element]:
        """A style and all that it is based on, itself first; a circle ends where it closes."""
        seen: set[str] = set()
        while name and name not in seen and len(seen) < MAX_CHAIN:
            seen.add(name)
            key = (family, name)
            element = self.automatic.get(key) if len(seen) == 1 else None
            element = element if element is not None else self.common.get(key)
            if element is None:
                return
            yield element
            name = element.get(f"{STYLE}parent-style-name") or ""

    def _paragraph(self, name: str) -> ParagraphStyle:
        chain = [*self.chain(PARAGRAPH, name)]
        own = (PARAGRAPH, name) in self.automatic
        named = chain[1:] if own else chain
        role, level = role_of((english_name(_shown(one), ""), _level(one)) for one in named)
        if own and chain and (stated := _level(chain[0])) is not None:
            role, level = ("heading", stated) if stated else ("", 0)
        look = NO_LOOK
        for element in reversed(chain):
            look = look.under(self._look(element))
        own_indent = _indent(chain[0]) if own and chain else None
        indents = (indent for one in named if (indent := _indent(one)) is not None)
        properties = [one for style in chain for one in style.iterfind(_PROPERTIES)]
        aligns = (one.get(f"{FO}text-align") for one in properties)
        return ParagraphStyle(
            role,
            level,
            next(indents, 0),
            own_indent,
            look,
            next((align for align in aligns if align), ""),
            any(_is_drawn(one, _RULES) for one in properties),
            _shown(named[0]) if named else "",
        )

    def _look(self, style: Element) -> Look:
        """What a style says itself of characters."""
        properties = style.find(f"{STYLE}text-properties")
        if properties is None:
            return NO_LOOK
        weight, slant = properties.get(f"{FO}font-weight"), properties.get(f"{FO}font-style")
        display = properties.get(f"{TEXT}display")
        font = properties.get(f"{STYLE}font-name") or properties.get(f"{FO}font-family")
        return Look(
            bold=None if weight is None else weight == "bold" or (number(weight) or 0) >= _BOLD,
            italic=None if slant is None else slant in ("italic", "oblique"),
            hidden=None if display is None else display == "none",
            raised=_raised(properties.get(f"{STYLE}text-position")),
            font=self.fonts.get(font, font).strip("'\"") if font else None,
            language=language_of(properties),
        )


_PROPERTIES = f"{STYLE}paragraph-properties"


def read_styles(common: Element | None, holder: Element | None) -> Styles:
    """The styles of a part: those of the document, and the automatic ones in ``holder``."""
    styles = Styles()
    for root in (common, holder):
        for face in root.iterfind(f"{OFFICE}font-face-decls/*") if root is not None else ():
            family = face.get(f"{SVG}font-family")
            styles.fonts.setdefault(face.get(f"{STYLE}name") or "", family or "")
    defined = common.find(f"{OFFICE}styles") if common is not None else None
    automatic = holder.find(f"{OFFICE}automatic-styles") if holder is not None else None
    for group, into in ((defined, styles.common), (automatic, styles.automatic)):
        for element in elements(group) if group is not None else ():
            name = element.get(f"{STYLE}name") or ""
            if element.tag == f"{TEXT}list-style":
                styles.lists[name] = element
            elif element.tag == f"{STYLE}style":
                into.setdefault((element.get(f"{STYLE}family") or "", name), element)
            elif element.tag == f"{STYLE}default-style":
                _set_default(styles, element)
    return styles


def _set_default(styles: Styles, element: Element) -> None:
    properties = element.find(f"{STYLE}text-properties")
    if element.get(f"{STYLE}family") == PARAGRAPH and properties is not None:
        styles.language = language_of(properties) or ""


def language_of(properties: Element) -> str | None:
    """The language that characters are said to be in, as a tag; None when nothing is said."""
    language = properties.get(f"{FO}language")
    if language is None:
        return None
    if language in _NO_LANGUAGE:
        return ""
    country = properties.get(f"{FO}country") or ""
    return language if country in _NO_LANGUAGE else f"{language}-{country}"


def _shown(style: Element) -> str:
    """The name that a style is shown by, in lower case."""
    name = style.get(f"{STYLE}display-name") or _ESCAPED.sub(
        lambda match: chr(int(match[1], 16)), style.get(f"{STYLE}name") or ""
    )
    return " ".join(name.lower().split())


def _level(style: Element) -> int | None:
    """The outline level of a style: 0 for body text, None for nothing said."""
    stated = style.get(f"{STYLE}default-outline-level")
    if stated is None:
        return None
    return min(max(number(stated) or 0, 0), MAX_LEVEL)


def _indent(style: Element) -> int | None:
    properties = style.find(_PROPERTIES)
    return twips(properties.get(f"{FO}margin-left")) if properties is not None else None


def _raised(position: str | None) -> str | None:
    """``super``, ``sub``, or how far up in percent (20.384)."""
    if position is None:
        return None
    first = (position.split() or [""])[0]
    if first == "super":
        return "superscript"
    if first == "sub":
        return "subscript"
    height = number(first.rstrip("%")) or 0
    return "superscript" if height > 0 else "subscript" if height < 0 else ""


def _is_drawn(properties: Element, sides: tuple[str, ...]) -> bool:
    return any(
        (properties.get(FO + side) or "none").split(" ")[-1] not in _NO_BORDER
        and (properties.get(FO + side) or "none").split(" ")[0] not in _NO_BORDER
        for side in sides
    )
