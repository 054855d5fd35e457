"""What the file says about itself: core and application properties as metadata.

ECMA-376 Part 2, 8 (core), Part 1, 22.2 (extended).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.model import MetadataItem
from converter.readers.docx.parts import Parts
from converter.readers.docx.xml import elements
from converter.readers.office.pen import ORIGIN

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

_CORE = {
    "title": "title",
    "creator": "author",
    "subject": "subject",
    "description": "description",
    "keywords": "keywords",
    "category": "category",
    "created": "created",
    "modified": "modified",
    "lastModifiedBy": "last_modified_by",
    "revision": "revision",
    "language": "stated_language",
    "contentStatus": "status",
}
_EXTENDED = {"Application": "application", "Company": "company", "Manager": "manager"}
_LISTS = ("keywords",)
_MAX_VALUE = 4096


def read_properties(parts: Parts) -> tuple[MetadataItem, ...]:
    """The properties that say something, under our names."""
    root = parts.related("")
    found: dict[str, MetadataItem] = {}
    for kind, names in (("core-properties", _CORE), ("extended-properties", _EXTENDED)):
        part = next((item.target for item in root.values() if _is(item.kind, kind)), "")
        properties = parts.package.xml(part) if part else None
        for node in elements(properties) if properties is not None else ():
            item = _item(node, names)
            if item:
                found.setdefault(item.name, item)
    return tuple(found.values())


def _is(kind: str, wanted: str) -> bool:
    return kind.lower().replace("-", "") == wanted.replace("-", "")


def _item(node: Element, names: dict[str, str]) -> MetadataItem | None:
    name = names.get(str(node.tag).rpartition("}")[2])
    value = " ".join((node.text or "").split())[:_MAX_VALUE]
    if not name or not value:
        return None
    if name in _LISTS:
        words = tuple(word.strip() for word in value.replace(";", ",").split(",") if word.strip())
        return MetadataItem(name, words, ORIGIN) if words else None
    return MetadataItem(name, value, ORIGIN)
