"""How Word marks tracked changes: ECMA-376 Part 1, 17.13.5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.readers.docx.xml import W, value
from converter.readers.office.changes import DELETED, INSERTED, MOVED_AWAY, MOVED_HERE, Change

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

KINDS = {
    f"{W}ins": INSERTED,
    f"{W}del": DELETED,
    f"{W}moveTo": MOVED_HERE,
    f"{W}moveFrom": MOVED_AWAY,
    f"{W}cellIns": INSERTED,
    f"{W}cellDel": DELETED,
}
"""What an element says of what is in it, or of what has it among its properties."""


def change_of(element: Element) -> Change | None:
    """The change that an element marks; None for an element that marks none."""
    kind = KINDS.get(str(element.tag))
    return (
        Change(kind, value(element, "author") or "", value(element, "date") or "") if kind else None
    )


def change_among(properties: Element | None) -> Change | None:
    """The change that stands among properties: of a paragraph's mark, a row, a cell."""
    if properties is None:
        return None
    found = (change_of(element) for element in properties if element.tag in KINDS)
    return next((change for change in found if change), None)
