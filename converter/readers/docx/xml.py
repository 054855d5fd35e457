"""The XML of a part: parsed safely, its names, and the few questions that every module asks.

Strict documents (ISO/IEC 29500-1 Strict) are renamed to the Transitional namespaces, so that one
set of names reads both.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from converter.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

    Element: TypeAlias = etree._Element

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

MAX_DIGITS = 9
"""No length, count or id of Word has more."""

_OFF = frozenset(("0", "false", "off"))


def parse(data: bytes, place: str) -> Element:
    """The root of a part. ``place`` names the file and the part in messages.

    No entity, no DTD and no network; libxml2 refuses elements nested deeper than 256 and texts
    over 10 MB. Raises InputError.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            f"{place}: this part of the file is damaged ({_reason(error)}); open the file in Word,"
            " let it repair, and save it"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            f"{place}: the part declares a document type, which no Word file does; do not open"
            " the file, and ask its sender"
        )
    if _STRICT.encode() in data:
        _rename(root)
    return root


def _reason(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words[:120]


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


def number(text: str | None) -> int | None:
    """The whole number that an attribute holds; None when it holds none."""
    if text is None:
        return None
    digits = text.strip()
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("+-").partition(".")[0]
    return (
        sign * int(digits)
        if digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS
        else None
    )


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


def elements(parent: Element) -> Iterator[Element]:
    """The elements in this one, without what is no element."""
    for node in parent:
        if isinstance(node.tag, str):
            yield node
