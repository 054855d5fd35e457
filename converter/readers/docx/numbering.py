"""List numbers, counted as Word counts them: from ``numbering.xml``, with overrides and links.

ECMA-376 Part 1, 17.9. Lists that share an abstract definition share its counters, so a list goes
on after a paragraph; a ``startOverride`` begins anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converter.readers.docx.styles import Styles
from converter.readers.docx.xml import W, child, number, value
from converter.readers.office.places import BULLET, NONE, Place

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its format (``bullet``, ``none``, ``decimal`` ...), the first number,
    after which level it begins anew (0: never; None: after any above it), and how far its text is
    set in (twips)."""

    format: str
    start: int = 1
    restart: int | None = None
    indent: int | None = None


@dataclass(slots=True)
class _List:
    """A list as paragraphs name it: the abstract definition whose counters it uses, its levels,
    and the numbers from which it begins anew."""

    abstract: str
    levels: list[Level]
    linked: dict[str, int]
    overrides: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """All lists of a package, and how far each has been counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def place(self, stated: tuple[str, int | None] | None, style: str) -> Place | None:
        """Where the next paragraph with this numbering stands, and count it; None for one that is
        in no list. ``style`` is its paragraph style's id, to which a level may be linked."""
        known = self.lists.get(stated[0]) if stated else None
        if known is None or stated is None:
            return None
        level = stated[1] if stated[1] is not None else known.linked.get(style, 0)
        level = max(0, min(level, LEVELS - 1))
        own = known.levels[level]
        if own.format == NONE:
            return Place(known.abstract, level, NONE, 0, own.indent)
        count = self._count(stated[0], known, level)
        return Place(known.abstract, level, own.format, count, own.indent)

    def _count(self, name: str, known: _List, level: int) -> int:
        counters = self._counters.setdefault(known.abstract, [None] * LEVELS)
        if level in known.overrides and (name, level) not in self._begun:
            self._begun.add((name, level))
            counters[level] = None
            first = known.overrides[level]
        else:
            first = known.levels[level].start
        current = counters[level]
        counters[level] = first if current is None else current + 1
        for deeper in range(level + 1, LEVELS):
            restart = known.levels[deeper].restart
            if restart is None or level < restart:
                counters[deeper] = None
        return counters[level] or 0


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


def _list(abstract: str, definition: Element, num: Element) -> _List:
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
    return _List(abstract, levels, linked, overrides)


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
