"""What the file says about itself. OpenDocument 1.3, Part 3, 4.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.model import MetadataItem
from converter.readers.odt.names import DC, META, OFFICE, elements
from converter.readers.office.pen import ORIGIN

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

_NAMES = {
    f"{DC}title": "title",
    f"{META}initial-creator": "author",
    f"{DC}creator": "last_modified_by",
    f"{DC}subject": "subject",
    f"{DC}description": "description",
    f"{META}creation-date": "created",
    f"{DC}date": "modified",
    f"{DC}language": "stated_language",
    f"{META}editing-cycles": "revision",
    f"{META}generator": "application",
}
_MAX_VALUE = 4096


def read_properties(root: Element | None) -> tuple[MetadataItem, ...]:
    """The properties that say something, under our names. Who saved a file last is its author
    where it names no other."""
    meta = root.find(f"{OFFICE}meta") if root is not None else None
    found: dict[str, str] = {}
    keywords: list[str] = []
    for node in elements(meta) if meta is not None else ():
        value = " ".join((node.text or "").split())[:_MAX_VALUE]
        name = _NAMES.get(str(node.tag))
        if value and node.tag == f"{META}keyword":
            words = (word.strip() for word in value.replace(";", ",").split(","))
            keywords += [word for word in words if word]
        elif value and name:
            found.setdefault(name, value)
    if "last_modified_by" in found:
        found.setdefault("author", found["last_modified_by"])
    items = [MetadataItem(name, value, ORIGIN) for name, value in found.items()]
    if keywords:
        items.append(MetadataItem("keywords", tuple(dict.fromkeys(keywords)), ORIGIN))
    return tuple(items)
