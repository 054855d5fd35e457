"""A file through PDFium, page by page. Runs in a process of its own (``worker``).

The names are those of PDFium's interface (public/fpdfview.h, fpdf_doc.h).
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from converter.readers.pdf.characters import read_fragments
from converter.readers.pdf.drawing import read_drawing
from converter.readers.pdf.facts import File, Page
from converter.readers.pdf.sight import Sight
from converter.readers.pdf.tagging import Tagging

ENCRYPTED, DAMAGED, TOO_MANY, NO_PAGE = "encrypted", "damaged", "too many pages", "no page"
_INFORMATION = ("Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate",
                "ModDate")  # fmt: skip
_MAX_VALUE = 64 * 1024
_EMPTY = 2
"""Bytes of a text without characters."""
_MAX_LINKS = 10_000
_PAGE_LIMIT = 500_000
"""Characters of one page that are read; a page of a newspaper has thirty thousand."""


class Refused(Exception):  # noqa: N818 - no defect of ours
    """The file cannot be read; the first argument says why, in one of the words above, the second
    what was counted."""


def read_file(
    data: bytes, max_pages: int, max_asset: int, on_count: Callable[[int], None] = lambda _: None
) -> File:
    """All that is read of a file; ``on_count`` is told how many pages it has before they are read.
    Raises Refused."""
    import pypdfium2.raw as pdfium

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        locked = error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Refused(ENCRYPTED if locked else DAMAGED, 0)
    count = pdfium.FPDF_GetPageCount(document)
    if count > max_pages:
        raise Refused(TOO_MANY, count)
    if count < 1:
        raise Refused(NO_PAGE, 0)
    on_count(count)
    tagging = Tagging(pdfium)
    pages = tuple(_read_page(pdfium, document, index, tagging, max_asset) for index in range(count))
    return File(_information(pdfium, document), _language(pdfium, document), pages)


def text_of(ask: Callable[..., int], *arguments: Any) -> str:
    """The text of a function that fills a buffer with UTF-16 and gives its size in bytes."""
    size = ask(*arguments, None, 0)
    if not _EMPTY < size <= _MAX_VALUE:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(*arguments, buffer, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def _information(pdfium: Any, document: Any) -> tuple[tuple[str, str], ...]:
    found = (
        (name, text_of(pdfium.FPDF_GetMetaText, document, name.encode())) for name in _INFORMATION
    )
    return tuple((name, value) for name, value in found if value)


def _language(pdfium: Any, document: Any) -> str:
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    if not _EMPTY < size <= _MAX_VALUE:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFCatalog_GetLanguage(
        document, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
    )
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def _read_page(pdfium: Any, document: Any, index: int, tagging: Tagging, max_asset: int) -> Page:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return Page(0, 0, (), (), (), (), (), (), 0)
    try:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        sight = Sight.of(box, pdfium.FPDFPage_GetRotation(page))
        links, areas = _links(pdfium, document, page)
        drawing = read_drawing(pdfium, page, sight, max_asset)
        fragments, unmapped, sight = read_fragments(
            pdfium, page, sight, drawing, areas, _PAGE_LIMIT
        )
        tags, order = tagging.read(page, {fragment.tag for fragment in fragments})
        return Page(
            sight.width,
            sight.height,
            tuple(fragments),
            tuple(sight.rule(rule) for rule in drawing.rules),
            tuple(sight.picture(picture) for picture in drawing.pictures),
            links,
            tags,
            order,
            unmapped,
        )
    finally:
        pdfium.FPDF_ClosePage(page)


def _links(
    pdfium: Any, document: Any, page: Any
) -> tuple[tuple[str, ...], list[tuple[float, float, float, float]]]:
    """The addresses that annotations lead to, and where they stand, as the page has it."""
    urls: list[str] = []
    areas: list[tuple[float, float, float, float]] = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    box = pdfium.FS_RECTF()
    while len(urls) < _MAX_LINKS and pdfium.FPDFLink_Enumerate(page, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or not pdfium.FPDFLink_GetAnnotRect(link, box):
            continue
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        if 1 < size <= _MAX_VALUE:
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(document, action, buffer, size)
            urls.append(buffer.value.decode("utf-8", "replace"))
            areas.append((box.left, box.bottom, box.right, box.top))
    return tuple(urls), areas
