"""The marks of Word's fields. ECMA-376 Part 1, 17.16."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.readers.docx.xml import W, value
from converter.readers.office.fields import MAX_NESTED

if TYPE_CHECKING:
    from converter.readers.office.xml import Element


def drop_unpaired(root: Element) -> None:
    """Take the marks of fields that never end, or never began, out of a part: they would make an
    instruction of all that follows. Those nested deeper than any are taken out too."""
    waiting: list[list[Element]] = []
    unpaired: list[Element] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = value(mark, "fldCharType")
        if kind == "begin":
            waiting.append([mark])
        elif not waiting:
            unpaired.append(mark)
        else:
            waiting[-1].append(mark)
            if kind == "end":
                closed = waiting.pop()
                if len(waiting) >= MAX_NESTED:
                    unpaired += closed
    for mark in (*unpaired, *(mark for marks in waiting for mark in marks)):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
