"""The lists of a Word file: ``numbering.xml`` with overrides and links. ECMA-376 Part 1, 17.9."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.readers.docx.styles import Styles
from converter.readers.docx.xml import W, child, number, value
from converter.readers.office.numbering import LEVELS, Level, ListDefinition, Numbering
from converter.readers.office.places import BULLET, NONE

if TYPE_CHECKING:
    from converter.readers.office.xml import Element


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists of the part with this root."""
    numbering = Numbering()
    if root is None:
        return numbering
    abstracts = {
        value(element, "abstractNumId") or "": element
        for element in root.iterfind(f"{W}abstractNum")
    }
    by_style = {
        value(element.find(f"{W}styleLink")) or "": name for name, element in abstracts.items()
    }
    nums = {value(element, "numId") or "": element for element in root.iterfind(f"{W}num")}
    for name, element in nums.items():
        if name == "0":
            continue
        abstract = value(child(element, "abstractNumId")) or ""
        abstract = _linked(abstract, abstracts, by_style, nums, styles)
        if abstract in abstracts:
            numbering.lists[name] = _list(abstract, abstracts[abstract], element)
    return numbering


def _linked(
    abstract: str,
    abstracts: dict[str, Element],
    by_style: dict[str, str],
    nums: dict[str, Element],
    styles: Styles,
) -> str:
    """The abstract definition that holds the levels: one may lead to a numbering style, and that
    to another definition (17.9.21)."""
    element = abstracts.get(abstract)
    link = value(element.find(f"{W}numStyleLink")) if element is not None else None
    if not link:
        return abstract
    if link in by_style:
        return by_style[link]
    style = styles.by_id.get(link)
    num = nums.get(value(child(style, "pPr", "numPr", "numId")) or "")
    return value(child(num, "abstractNumId")) or abstract


def _list(abstract: str, definition: Element, num: Element) -> ListDefinition:
    levels = [Level("decimal")] * LEVELS
    linked: dict[str, int] = {}
    overrides: dict[int, int] = {}
    for element in definition.iterfind(f"{W}lvl"):
        _set_level(element, levels, linked)
    for override in num.iterfind(f"{W}lvlOverride"):
        at = number(value(override, "ilvl"))
        if at is None or not 0 <= at < LEVELS:
            continue
        own = override.find(f"{W}lvl")
        if own is not None:
            _set_level(own, levels, linked)
        start = number(value(override.find(f"{W}startOverride")))
        if start is not None:
            overrides[at] = start
        elif own is not None:
            overrides[at] = levels[at].start
    return ListDefinition(abstract, levels, linked, overrides)


def _set_level(element: Element, levels: list[Level], linked: dict[str, int]) -> None:
    at = number(value(element, "ilvl"))
    if at is None or not 0 <= at < LEVELS:
        return
    style = value(element.find(f"{W}pStyle"))
    if style:
        linked.setdefault(style, at)
    start = number(value(element.find(f"{W}start")))
    restart = number(value(element.find(f"{W}lvlRestart")))
    indent = child(element, "pPr", "ind")
    left = value(indent, "left")
    levels[at] = Level(
        _format(element),
        0 if start is None else start,
        restart,
        number(left if left is not None else value(indent, "start")),
    )


def _format(level: Element) -> str:
    """The format of a level; ``none`` for one that shows nothing before its text."""
    # A format of a newer Word stands in an alternative; the last is the one for all.
    formats = [value(found) or "decimal" for found in level.iter(f"{W}numFmt")]
    stated = formats[-1] if formats else "decimal"
    shown = value(level.find(f"{W}lvlText"))
    if stated == NONE and not (shown or "").strip(" %123456789"):
        return NONE
    if shown is not None and not shown.strip() and level.find(f"{W}lvlPicBulletId") is None:
        return NONE
    if stated == NONE or (shown is not None and "%" not in shown):
        return BULLET
    return stated
