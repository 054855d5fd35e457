"""Footnotes: marks in the text that lead to a note of the page (DPUB-ARIA 1.1, doc-noteref,
doc-footnote, doc-endnotes; and what writing programs make: ``#fn1``, ``footnotes``)."""

from __future__ import annotations

import re

from converter.patterns import pattern
from converter.readers.html.flow import NOTE, Style
from converter.readers.html.tree import Element, descend, text_of, upwards

_NOTE_ROLES = ("doc-footnote", "doc-endnote")
_HOLDERS = pattern(r"(?:^|[\s_-])(?:footnotes?|endnotes?|fussnoten)(?:$|[\s_-])", re.IGNORECASE)
_NOTE_ID = pattern(r"(?:fn|ftn|footnote|endnote|sdfootnote|note)[-_:]?\d+\w{0,8}", re.IGNORECASE)
_MARK = pattern(r"[\[(]?(?:\d{1,3}|[a-z]|[*†‡§]{1,3}|[ivx]{1,6})[\])]?", re.IGNORECASE)
_BLOCKS = frozenset("li p div aside dd section".split())
_UP = 3
"""Elements above a note in which its holder is looked for."""


class Notes:
    """The notes of a page: the id of each by its element, and the marks that lead to them."""

    def __init__(self, root: Element) -> None:
        self.by_element: dict[int, str] = {}
        self._named: dict[str, str] = {}
        elements = list(descend(root))
        by_id = {own.get("id"): own for own in elements if own.get("id")}
        for own in elements:
            href = own.get("href")
            if own.tag != "a" or href[:1] != "#" or href == "#" or href[1:] in self._named:
                continue
            target = by_id.get(href[1:])
            is_read = target is not None and not any(above.reason for above in upwards(target))
            if target is not None and is_read and _is_note(target) and _is_mark(own, target):
                self._named[href[1:]] = href[1:]
                self.by_element[id(target)] = href[1:]

    def forget(self, found: set[str]) -> bool:
        """Keep only the notes that were found; whether that is fewer."""
        missing = self._named.keys() - found
        self._named = {name: name for name in self._named if name in found}
        self.by_element = {own: name for own, name in self.by_element.items() if name in found}
        return bool(missing)

    def reference(self, element: Element) -> Style | None:
        """The style of a mark that leads to a note; None for anything else."""
        href = element.get("href")
        if element.tag != "a" or href[:1] != "#" or href[1:] not in self._named:
            return None
        return Style(NOTE, href[1:])


def _is_note(element: Element) -> bool:
    if element.tag not in _BLOCKS:
        return False
    if element.get("role") in _NOTE_ROLES:
        return True
    above: Element | None = element
    for _ in range(_UP):
        above = above.parent if above is not None else None
        if above is not None and (
            _HOLDERS.search(f"{above.get('class')} {above.get('id')}")
            or above.get("role") in ("doc-endnotes", "doc-footnotes")
        ):
            return True
    return element.tag in ("p", "div", "aside") and bool(_NOTE_ID.fullmatch(element.get("id")))


def _is_mark(link: Element, target: Element) -> bool:
    """Whether a link is the mark of a note, and not its way back or a line of a list."""
    above: Element | None = link
    while above is not None:
        if above is target:
            return False
        above = above.parent
    return link.get("role") == "doc-noteref" or _MARK.fullmatch(text_of(link)) is not None
