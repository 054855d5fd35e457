"""A flat run of entries with depths as lists in lists."""

from __future__ import annotations

from collections.abc import Sequence

from converter.writers.page.context import Entry
from converter.writers.page.elements import Html, element

MAX_DEPTH = 6
"""Deeper entries stand at this depth: there is no deeper heading either."""


def nested_list(entries: Sequence[Entry]) -> Html:
    """One list; an entry deeper than the one before opens a list in that one's item."""
    written: list[str] = []
    open_depths: list[int] = []
    for entry in entries:
        depth = min(entry.depth, MAX_DEPTH)
        if not open_depths or depth > open_depths[-1]:
            written.append("\n<ol>\n" if open_depths else "<ol>\n")
            open_depths.append(depth)
        else:
            written.append("</li>\n")
            while len(open_depths) > 1 and open_depths[-1] > depth:
                open_depths.pop()
                written.append("</ol>\n</li>\n")
            open_depths[-1] = min(open_depths[-1], depth)
        written.append(f"<li>{_line(entry)}")
    written.append("</li>\n</ol>\n" * len(open_depths))
    return Html("".join(written).rstrip("\n"))


def _line(entry: Entry) -> Html:
    """The words as a link; ``data-to`` is where print takes the page number from."""
    if not entry.anchor:
        return element("div", entry.words, class_="entry")
    link = element("a", entry.words, href=f"#{entry.anchor}")
    return element("div", link, class_="entry", data_to=f"#{entry.anchor}")
