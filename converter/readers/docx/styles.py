"""Styles: what a paragraph is, and how a run looks, through all that a style is based on.

A style is known by its ``w:name``, which Word keeps in English whatever language it shows, and by
the outline level; never by its id. ECMA-376 Part 1, 17.7.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from converter.model import MAX_LEVEL
from converter.readers.docx.xml import W, child, number, switch, value
from converter.readers.office.local_names import english_name
from converter.readers.office.looks import NO_LOOK, Look
from converter.readers.office.roles import CODE_CHARACTERS, role_of
from converter.records import field, mutable_record, record, replace

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

MAX_CHAIN = 64
"""Styles based on one another that are followed; Word's own stand three deep."""

_BODY_LEVEL = 9
"""The outline level that says: no heading (17.3.1.20)."""

_RAISED = {"superscript": "superscript", "subscript": "subscript"}


@record()
class ParagraphStyle:
    """What the style of a paragraph says: what it is (``role``, empty for running text), the
    level of a heading or of a contents entry, the list it belongs to, how far it is set in
    (twips), and how its characters look."""

    role: str = ""
    level: int = 0
    numbering: tuple[str, int | None] | None = None
    indent: int = 0
    look: Look = NO_LOOK
    id: str = ""


@mutable_record
class Styles:
    """The styles of a package by id; each is resolved once."""

    by_id: dict[str, Element] = field(default_factory=dict)
    default: str = ""
    language: str = ""
    _paragraphs: dict[str, ParagraphStyle] = field(default_factory=dict)
    _characters: dict[str, Look] = field(default_factory=dict)

    def paragraph(self, style: str | None) -> ParagraphStyle:
        """The paragraph style of this id; the default one when there is no such."""
        name = style if style in self.by_id and style is not None else self.default
        if name not in self._paragraphs:
            chain = [*self.chain(name)]
            self._paragraphs[name] = _paragraph_style(name, chain, [*map(self.name, chain)])
        return self._paragraphs[name]

    def character(self, style: str | None) -> Look:
        """The look that a character style gives."""
        if not style:
            return NO_LOOK
        if style not in self._characters:
            look = NO_LOOK
            for element in reversed([*self.chain(style)]):
                look = look.under(look_of(element.find(f"{W}rPr")))
                if _name(element) in CODE_CHARACTERS:
                    look = replace(look, code=True)
            self._characters[style] = look
        return self._characters[style]

    def name(self, element: Element) -> str:
        """The name of a style, in lower case and in English where it is one of Word's own."""
        linked = self.by_id.get(value(element.find(f"{W}link")) or "")
        return english_name(_name(element), _name(linked) if linked is not None else "")

    def chain(self, style: str) -> Iterator[Element]:
        """A style and all that it is based on, itself first; a circle ends where it closes."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen and len(seen) < MAX_CHAIN:
            seen.add(style)
            element = self.by_id[style]
            yield element
            style = value(element.find(f"{W}basedOn")) or ""


def read_styles(root: Element | None) -> Styles:
    """The styles of the part with this root."""
    styles = Styles()
    if root is None:
        return styles
    for element in root.iterfind(f"{W}style"):
        name = value(element, "styleId")
        if name is None:
            continue
        styles.by_id.setdefault(name, element)
        is_default = (value(element, "default") or "0") not in ("0", "false", "off")
        if is_default and value(element, "type") == "paragraph":
            styles.default = name
    styles.language = value(child(root, "docDefaults", "rPrDefault", "rPr", "lang")) or ""
    return styles


def look_of(properties: Element | None) -> Look:
    """What run properties (``w:rPr``) say themselves."""
    if properties is None or not len(properties):
        return NO_LOOK
    position = value(properties.find(f"{W}vertAlign"))
    fonts = properties.find(f"{W}rFonts")
    language = properties.find(f"{W}lang")
    right_to_left = switch(properties, "rtl")
    return Look(
        bold=switch(properties, "b"),
        italic=switch(properties, "i"),
        hidden=switch(properties, "vanish"),
        raised=_RAISED.get(position, "") if position else None,
        font=(value(fonts, "ascii") or value(fonts, "hAnsi")) if fonts is not None else None,
        language=value(language, "bidi" if right_to_left else "val"),
    )


def outline_level(properties: Element | None) -> int | None:
    """The heading level that paragraph properties state: 0 for body text, None for nothing."""
    stated = number(value(child(properties, "outlineLvl")))
    if stated is None or not 0 <= stated <= _BODY_LEVEL:
        return None
    return 0 if stated == _BODY_LEVEL else min(stated + 1, MAX_LEVEL)


def numbering_of(properties: Element | None) -> tuple[str, int | None] | None:
    """The list id and level that paragraph properties state; the id is empty where only the
    level is said."""
    found = child(properties, "numPr")
    if found is None:
        return None
    return value(child(found, "numId")) or "", number(value(child(found, "ilvl")))


def indent_of(properties: Element | None) -> int | None:
    """How far paragraph properties set the text in, in twips; None when they say nothing."""
    indent = child(properties, "ind")
    left = value(indent, "left")
    return number(left if left is not None else value(indent, "start"))


def _paragraph_style(name: str, chain: list[Element], names: list[str]) -> ParagraphStyle:
    role, level = _role(chain, names)
    numbering: tuple[str, int | None] | None = None
    indent: int | None = None
    look = NO_LOOK
    for element in chain:
        properties = element.find(f"{W}pPr")
        numbering = _joined(numbering, numbering_of(properties))
        indent = indent if indent is not None else indent_of(properties)
        look = look_of(element.find(f"{W}rPr")).under(look)
    return ParagraphStyle(role, level, numbering, indent or 0, look, name)


def _joined(
    nearer: tuple[str, int | None] | None, farther: tuple[str, int | None] | None
) -> tuple[str, int | None] | None:
    """What is said nearer to the paragraph wins, each of the two by itself."""
    if nearer is None or farther is None:
        return nearer or farther
    return nearer[0] or farther[0], nearer[1] if nearer[1] is not None else farther[1]


def _role(chain: list[Element], names: list[str]) -> tuple[str, int]:
    """What a style is, and its level."""
    levels = (outline_level(element.find(f"{W}pPr")) for element in chain)
    return role_of(zip(names, levels, strict=True))


def _name(style: Element) -> str:
    return " ".join((value(style.find(f"{W}name")) or "").lower().split())
