"""How the format marks tracked changes: regions, said once, that marks in the text point to.
OpenDocument 1.3, Part 3, 5.5."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.readers.odt.names import DC, OFFICE, TEXT, elements
from converter.readers.office.changes import DELETED, INSERTED, Change
from converter.records import record

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

_KINDS = {f"{TEXT}insertion": INSERTED, f"{TEXT}deletion": DELETED}
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@record()
class Region:
    """A changed region: the change, and the blocks that were taken out of the text, if they
    were."""

    change: Change
    removed: tuple[Element, ...] = ()


def read_regions(body: Element) -> dict[str, Region]:
    """The changed regions of a text by their ids. A change of formats alone is none."""
    regions: dict[str, Region] = {}
    for node in body.iterfind(f"{TEXT}tracked-changes/{TEXT}changed-region"):
        region = next((_region(one) for one in elements(node) if str(one.tag) in _KINDS), None)
        for name in (node.get(_XML_ID), node.get(f"{TEXT}id")):
            if region and name:
                regions[name] = region
    return regions


def _region(node: Element) -> Region:
    info = node.find(f"{OFFICE}change-info")
    removed = tuple(one for one in elements(node) if one is not info)
    return Region(
        Change(_KINDS[str(node.tag)], said_of(info, "creator"), said_of(info, "date")), removed
    )


def said_of(info: Element | None, name: str) -> str:
    """Who did something, or when, as the file says."""
    found = info.findtext(f"{DC}{name}") if info is not None else None
    return " ".join((found or "").split())
