"""What the file says about itself: its information dictionary (ISO 32000-2, 14.3.3) and its XMP
packet (ISO 16684-1, 7), which wins where both say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.model import MetadataItem
from converter.patterns import pattern
from converter.readers.pdf.facts import File

ORIGIN, XMP_ORIGIN = "file", "xmp"
_INFORMATION = {
    "Title": "title",
    "Author": "author",
    "Subject": "subject",
    "Keywords": "keywords",
    "Creator": "application",
    "Producer": "producer",
    "CreationDate": "created",
    "ModDate": "modified",
}
_DC = "{http://purl.org/dc/elements/1.1/}"
_XAP = "{http://ns.adobe.com/xap/1.0/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_XMP = {
    f"{_DC}title": "title",
    f"{_DC}creator": "author",
    f"{_DC}description": "description",
    f"{_DC}rights": "rights",
    f"{_DC}subject": "keywords",
    f"{_XAP}CreateDate": "created",
    f"{_XAP}ModifyDate": "modified",
    f"{_PHOTOSHOP}Headline": "headline",
    f"{_PHOTOSHOP}Credit": "credit",
}
_PACKET = pattern(rb"<x:xmpmeta\b.{0,262144}?</x:xmpmeta>", re.DOTALL)
"""A packet that is not compressed, as the standard asks for; the last one is in force."""
_LISTS = ("keywords",)
_MAX_VALUE = 4096
_DATE = pattern(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)'?|([+-])(\d\d)'?(\d\d)?'?)?")
"""ISO 32000-2, 7.9.4."""


def read_properties(file: File, data: bytes) -> tuple[MetadataItem, ...]:
    """The properties that say something, under our names."""
    items: dict[str, MetadataItem] = {}
    for name, value in file.information:
        ours = _INFORMATION[name]
        item = _item(ours, [date_of(value) if value.startswith("D:") else value], ORIGIN)
        if item:
            items[ours] = item
    if file.language:
        items["stated_language"] = MetadataItem("stated_language", file.language[:40], ORIGIN)
    for name, values in _packet(data):
        item = _item(name, values, XMP_ORIGIN)
        # What says the same is said by the older of the two.
        if item and (name not in items or items[name].value != item.value):
            items[name] = item
    return tuple(items.values())


def date_of(value: str) -> str:
    """A date of PDF as ISO 8601 has it; what is none stays as it is.

    >>> date_of("D:20260214093000+01'00'")
    '2026-02-14T09:30:00+01:00'
    """
    found = _DATE.fullmatch(value.strip())
    if found is None:
        return value
    year, month, day, hour, minute, second, zulu, sign, hours, minutes = found.groups()
    date = "-".join(part for part in (year, month, day) if part)
    if not hour:
        return date
    zone = zulu or (f"{sign}{hours}:{minutes or '00'}" if sign else "")
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}"


def _item(name: str, values: list[str], origin: str) -> MetadataItem | None:
    cleaned = [" ".join(value.split())[:_MAX_VALUE] for value in values]
    cleaned = [value for value in cleaned if value]
    if name in _LISTS:
        parts = [part.strip() for value in cleaned for part in value.replace(";", ",").split(",")]
        words = tuple(part for part in parts if part)
        return MetadataItem(name, words, origin) if words else None
    return MetadataItem(name, ", ".join(cleaned), origin) if cleaned else None


def _packet(data: bytes) -> Iterator[tuple[str, list[str]]]:
    """The properties of the last packet of XMP. One with a document type is hostile, and none."""
    at = data.rfind(b"<x:xmpmeta")
    found = _PACKET.match(data, at) if at >= 0 else None
    if found is None or b"<!" in found[0]:
        return
    from xml.etree import ElementTree

    try:
        root = ElementTree.fromstring(found[0])  # noqa: S314 - no document type, so no entities
    except ElementTree.ParseError:
        return
    for node in root.iter(f"{_RDF}Description"):
        for key, value in node.attrib.items():
            if key in _XMP:
                yield _XMP[key], [value]
        for child in node:
            if child.tag in _XMP:
                items = [item.text or "" for item in child.iter(f"{_RDF}li")]
                yield _XMP[child.tag], items or [child.text or ""]
