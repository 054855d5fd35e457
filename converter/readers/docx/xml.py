"""The XML of a part: parsed safely, its names, and the few questions that every module asks.

Strict documents (ISO/IEC 29500-1 Strict) are renamed to the Transitional namespaces, so that one
set of names reads both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.readers.office import xml as office
from converter.readers.office.xml import elements, number

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

__all__ = [
    "DGM",
    "MC",
    "PROGRAM",
    "W14",
    "W15",
    "WP",
    "A",
    "C",
    "M",
    "O",
    "R",
    "V",
    "W",
    "child",
    "elements",
    "is_on",
    "number",
    "parse",
    "switch",
    "value",
]  # fmt: skip

PROGRAM = "Word"
"""What a person opens such a file with."""

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = f"{{{_OFFICE}relationships}}"
M = f"{{{_OFFICE}math}}"
A = f"{{{_DRAWING}main}}"
C = f"{{{_DRAWING}chart}}"
DGM = f"{{{_DRAWING}diagram}}"
WP = f"{{{_DRAWING}wordprocessingDrawing}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - its usual prefix
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"

_STRICT = "http://purl.oclc.org/ooxml/"
_TRANSITIONAL = {
    f"{_STRICT}wordprocessingml/main": W,
    f"{_STRICT}officeDocument/relationships": R,
    f"{_STRICT}officeDocument/math": M,
    f"{_STRICT}officeDocument/extendedProperties": f"{{{_OFFICE}extended-properties}}",
    f"{_STRICT}drawingml/main": A,
    f"{_STRICT}drawingml/chart": C,
    f"{_STRICT}drawingml/diagram": DGM,
    f"{_STRICT}drawingml/wordprocessingDrawing": WP,
}
"""ISO/IEC 29500-1, annex A, against ISO/IEC 29500-4, for the names that are read here."""

_OFF = frozenset(("0", "false", "off"))


def parse(data: bytes, place: str) -> Element:
    """The root of a part. ``place`` names the file and the part in messages. Raises InputError."""
    root = office.parse(data, place, PROGRAM)
    if _STRICT.encode() in data:
        _rename(root)
    return root


def _rename(root: Element) -> None:
    """Give the Transitional names to what has Strict ones."""
    for element in root.iter():
        element.tag = _renamed(str(element.tag))
        for name, value in element.attrib.items():
            new = _renamed(str(name))
            if new != name:
                del element.attrib[name]
                element.set(new, value)


def _renamed(name: str) -> str:
    if not name.startswith("{" + _STRICT):
        return name
    namespace, _, local = name[1:].partition("}")
    known = _TRANSITIONAL.get(namespace)
    return known + local if known else name


def value(element: Element | None, name: str = "val") -> str | None:
    """Word's attribute of this name; None without one, or without an element."""
    return element.get(W + name) if element is not None else None


def is_on(element: Element) -> bool:
    """The value of a switch such as ``w:b`` (ECMA-376 Part 1, 17.17.4)."""
    return (value(element) or "").lower() not in _OFF


def switch(properties: Element | None, name: str) -> bool | None:
    """Whether a switch among the properties is on; None when it is not there."""
    found = properties.find(W + name) if properties is not None else None
    return None if found is None else is_on(found)


def child(element: Element | None, *names: str) -> Element | None:
    """The first element at this path of Word's names."""
    for name in names:
        if element is None:
            return None
        element = element.find(W + name)
    return element
