"""Lists: where an item stands, and its number. OpenDocument 1.3, Part 3, 5.3 and 16.30."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.readers.odt.names import FO, STYLE, TEXT, elements, number, twips
from converter.readers.office.places import BULLET, NONE, Place
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from converter.readers.odt.styles import Styles
    from converter.readers.office.xml import Element

LEVELS = 10
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@mutable_record
class Counters:
    """How far a list has been counted on each level; None: the next item is the first."""

    values: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@mutable_record
class Item:
    """An open item: the number it asks for, whether it shows one, whether it has begun."""

    start: int | None = None
    is_header: bool = False
    has_begun: bool = False


@mutable_record
class OpenList:
    """A list that is being read: its style, its level from 0, its counters, its open item."""

    style: str
    level: int
    counters: Counters
    is_continued: bool
    item: Item = field(default_factory=Item)


@mutable_record
class Lists:
    """The lists met so far, which later ones may go on with."""

    by_id: dict[str, Counters] = field(default_factory=dict)
    by_style: dict[str, Counters] = field(default_factory=dict)

    def enter(self, node: Element, outer: OpenList | None) -> OpenList:
        """The list that begins at this element, in an item of ``outer`` if there is one."""
        style = node.get(f"{TEXT}style-name") or (outer.style if outer else "")
        goes_on = node.get(f"{TEXT}continue-numbering") == "true"
        if outer is not None:
            level = min(outer.level + 1, LEVELS - 1)
            is_continued = goes_on or (outer.is_continued and not outer.item.has_begun)
            if not is_continued:
                outer.counters.values[level] = None
            return OpenList(style, level, outer.counters, is_continued)
        before = self.by_id.get(node.get(f"{TEXT}continue-list") or "")
        if before is None and goes_on:
            before = self.by_style.get(style)
        counters = before or Counters()
        self.by_style[style] = counters
        for name in (node.get(_XML_ID), node.get(f"{TEXT}id")):
            if name:
                self.by_id[name] = counters
        return OpenList(style, 0, counters, before is not None)


def place_of(one: OpenList, styles: Styles) -> tuple[Place | None, bool]:
    """Where the next paragraph of the open item stands, counting it; and whether it is set as an
    item without a number."""
    definition = _level_of(styles.lists.get(one.style), one.level)
    item = one.item
    if item.has_begun or item.is_header:
        return None, True
    item.has_begun = True
    kind = _format(definition)
    if kind == NONE:
        return None, True
    values = one.counters.values
    first = number(definition.get(f"{TEXT}start-value")) if definition is not None else None
    current = values[one.level]
    following = (1 if first is None else first) if current is None else current + 1
    values[one.level] = item.start if item.start is not None else following
    return Place(one.style, one.level, kind, values[one.level] or 0, _indent(definition)), False


def item_of(node: Element) -> Item:
    """The item that begins at this element."""
    start = number(node.get(f"{TEXT}start-value"))
    return Item(start, is_header=node.tag == f"{TEXT}list-header")


def _level_of(style: Element | None, level: int) -> Element | None:
    """The definition of a level of a list style, if there is one."""
    return next(
        (
            one
            for one in (elements(style) if style is not None else ())
            if number(one.get(f"{TEXT}level")) == level + 1
        ),
        None,
    )


def _format(definition: Element | None) -> str:
    """Word's name for the format of a level. A list whose style is lost is set with bullets."""
    if definition is None or definition.tag != f"{TEXT}list-level-style-number":
        return BULLET
    stated = definition.get(f"{STYLE}num-format") or ""
    if stated:
        return _FORMATS.get(stated[0], "decimal")
    shown = (definition.get(f"{STYLE}num-prefix") or "") + (
        definition.get(f"{STYLE}num-suffix") or ""
    )
    return BULLET if shown.strip() else NONE


def _indent(definition: Element | None) -> int | None:
    if definition is None:
        return None
    alignment = definition.find(f".//{STYLE}list-level-label-alignment")
    return twips(alignment.get(f"{FO}margin-left")) if alignment is not None else None
