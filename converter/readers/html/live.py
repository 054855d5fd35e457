"""Live blogs: each entry becomes a section under its time (schema.org LiveBlogPosting)."""

from __future__ import annotations

from collections.abc import Sequence

from converter.readers.html.elements import heading_level
from converter.readers.html.linked_data import Thing
from converter.readers.html.tree import Element, Run, descend
from converter.readers.html.words import words_of

_LEVEL = 2
_LEAST = 3
"""Entries; fewer are no live blog."""
_DEEPEST = 9
_ENTRY_NAMES = frozenset("entry post update block item".split())


def live_entries(root: Element, things: Sequence[Thing]) -> list[Element]:
    """The entries of a live blog in the order of the page; empty where the page is none."""
    states = any(thing.get("@type") == "LiveBlogPosting" for thing in things)
    entries: list[Element] = []
    for element in descend(root):
        states = states or "liveblogposting" in element.get("itemtype").lower()
        if _is_entry(element) and not element.reason and _time_of(element) is not None:
            entries.append(element)
    return entries if states and len(entries) >= _LEAST else []


def _is_entry(element: Element) -> bool:
    if "liveblogupdate" in element.get("itemprop").lower():
        return True
    if element.tag == "article":
        return any(own.tag == "article" for own in (element.parent or element).elements)
    words = set(words_of(element))
    return bool(words & {"live", "liveblog"}) and bool(words & _ENTRY_NAMES)


def _time_of(entry: Element) -> Element | None:
    """The time that opens an entry: nothing but white space stands before it."""
    for node in _leaves(entry):
        if isinstance(node, Element):
            return node
        if node.text.strip():
            return None
    return None


def _leaves(entry: Element) -> list[Element | Run]:
    """The stretches of text and the times of an entry, up to its first word."""
    found: list[Element | Run] = []
    waiting: list[Element | Run] = [entry]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Run):
            found.append(node)
            if node.text.strip():
                break
        elif node.tag == "time":
            found.append(node)
            break
        elif not node.reason:
            waiting += node.children[::-1]
    return found


def set_times_as_headings(entries: Sequence[Element]) -> None:
    """Make the time of each entry its heading; its own headings stand below it."""
    for entry in entries:
        time = _time_of(entry)
        if time is None:
            continue
        for own in descend(entry):
            level = heading_level(own)
            if level:
                own.set("aria-level", str(min(_DEEPEST, max(level, _LEVEL) + 1)))
        time.tag = f"h{_LEVEL}"


def newest_first(entries: Sequence[Element]) -> bool:
    """Whether the entries run backwards, as most live blogs do."""
    times = [own.get("datetime") for own in map(_time_of, entries) if own is not None]
    return len(times) > 1 and times[0] > times[-1]
