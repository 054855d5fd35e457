"""The structure tree of a page (ISO 32000-2, 14.7; public/fpdf_structtree.h)."""

from __future__ import annotations

import ctypes
from typing import Any

from converter.readers.pdf.facts import NO_TAG, Tag

_MAX_DEPTH = 64
_MAX_ELEMENTS = 50_000
"""Elements of one page; a page of table cells has two thousand."""
_FEW = 64
"""Children that are always looked through."""
_QUIET = 256
"""After so many children that stand on other pages, the rest are taken to."""
_MAX_VALUE = 64 * 1024
_SPANS = {"ColSpan": "colspan", "RowSpan": "rowspan"}
_MAX_SPAN = 1000
_TEXT = 2


class Tagging:
    """Reads the tree of one page after another. Elements are in the same place below their parent
    on each page, which makes their keys; and where they stood on the page before is where to look
    for the next, so that many pages take no longer each."""

    def __init__(self, pdfium: Any) -> None:
        self.pdfium = pdfium
        self.hints: dict[str, int] = {}

    def read(
        self, page: Any, used: set[int]
    ) -> tuple[tuple[Tag, ...], tuple[tuple[int, int], ...]]:
        """The elements of a page, and its marked content in their order. ``used`` is the marked
        content that the text of the page has."""
        tree = self.pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return (), ()
        try:
            tags, order = self._walk(tree, True)
            wanted = {tag for tag in used if tag >= 0}
            if not wanted <= {number for number, _ in order}:
                tags, order = self._walk(tree, False)
            return tuple(tags), tuple(order)
        finally:
            self.pdfium.FPDF_StructTree_Close(tree)

    def _walk(self, tree: Any, by_hints: bool) -> tuple[list[Tag], list[tuple[int, int]]]:
        pdfium = self.pdfium
        tags: list[Tag] = []
        order: list[tuple[int, int]] = []
        # An element to enter, or a marked content of an element that was entered.
        roots = range(max(0, pdfium.FPDF_StructTree_CountChildren(tree)))
        stack: list[tuple[Any, int, str, int]] = [
            (pdfium.FPDF_StructTree_GetChildAtIndex(tree, index), -1, str(index), 0)
            for index in reversed(roots)
        ]
        while stack and len(tags) < _MAX_ELEMENTS:
            element, parent, key, depth = stack.pop()
            if isinstance(element, int):
                order.append((element, parent))
                continue
            if not element or depth > _MAX_DEPTH:
                continue
            own = len(tags)
            tags.append(self._tag(element, parent, key))
            children = self._children(element, key, own, depth, by_hints)
            if not children:
                order.append((NO_TAG, own))
            stack += reversed(children)
        return tags, order

    def _tag(self, element: Any, parent: int, key: str) -> Tag:
        pdfium = self.pdfium
        kind = _text(pdfium.FPDF_StructElement_GetType, element)
        alt = _text(pdfium.FPDF_StructElement_GetAltText, element) if kind == "Figure" else ""
        spans = self._spans(element) if kind in ("TH", "TD") else {}
        return Tag(kind, parent, key, alt, spans.get("colspan", 1), spans.get("rowspan", 1))

    def _children(
        self, element: Any, key: str, own: int, depth: int, by_hints: bool
    ) -> list[tuple[Any, int, str, int]]:
        pdfium = self.pdfium
        count = pdfium.FPDF_StructElement_CountChildren(element)
        start = max(0, self.hints.get(key, 0) - 1) if by_hints and count > _FEW else 0
        found: list[tuple[Any, int, str, int]] = []
        last = start
        for index in range(start, max(0, count)):
            number = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if number >= 0:
                found.append((number, own, "", depth))
            elif child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
                found.append((child, own, f"{key}.{index}", depth + 1))
            elif by_hints and found and index - last > _QUIET:
                break
            else:
                continue
            last = index
        if count > _FEW:
            self.hints[key] = last
        return found

    def _spans(self, element: Any) -> dict[str, int]:
        pdfium = self.pdfium
        found: dict[str, int] = {}
        for index in range(min(8, max(0, pdfium.FPDF_StructElement_GetAttributeCount(element)))):
            attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(element, index)
            for name, field in _SPANS.items():
                value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, name.encode())
                number = ctypes.c_float()
                if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
                    found[field] = max(1, min(_MAX_SPAN, int(number.value)))
        return found


def _text(ask: Any, element: Any) -> str:
    size = ask(element, None, 0)
    if not _TEXT < size <= _MAX_VALUE:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
