"""PDF files of our own making: printed from HTML by WeasyPrint, or written byte by byte for what no
printer would do; and reading them, holding the laws."""

from __future__ import annotations

from functools import cache
from typing import Any

from converter.model import Document, Heading, Paragraph, text_of, walk
from converter.readers import ReadOptions, read
from converter.sources import seal
from laws import assert_laws

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
BOLD = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>"
SHEET = "@page{size:A4;margin:2cm} body{font:11pt/1.35 'DejaVu Serif',serif} "


@cache
def printed(body: str, css: str = "", *, tagged: bool = False, head: str = "") -> bytes:
    """A page of HTML as WeasyPrint prints it."""
    from weasyprint import HTML

    page = f"<html lang=en><head>{head}<style>{SHEET}{css}</style></head><body>{body}</body></html>"
    data: bytes = HTML(string=page).write_pdf(pdf_tags=tagged)
    return data


def written(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A file of these objects, numbered from 1, of which the first is the catalogue."""
    out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def one_page(
    content: bytes, *more: bytes, entries: bytes = b"", xobjects: bytes = b"", font: bytes = FONT
) -> bytes:
    """A file of one page: what is drawn on it, and further objects, numbered from 7. The fonts
    are called F and B."""
    return written(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font"
        b"<</F 5 0 R/B 6 0 R>>/XObject<<%s>>>>%s>>" % (xobjects, entries),
        stream(content),
        font,
        BOLD,
        *more,
    )


def line(words: bytes, x: int = 72, y: int = 700, size: float = 12, font: bytes = b"F") -> bytes:
    return b"BT /%s %g Tf %d %d Td (%s) Tj ET\n" % (font, size, x, y, words)


def document_of(data: bytes, **options: Any) -> Document:
    document = read(seal(data, "story.pdf", "pdf"), ReadOptions(**options))
    assert_laws(document)
    return document


def paragraphs(document: Document) -> list[str]:
    """The words of each paragraph, with single spaces."""
    return [flat(node) for node in walk(document.blocks) if isinstance(node, Paragraph)]


def headings(document: Document) -> list[tuple[int, str]]:
    return [(node.level, flat(node)) for node in walk(document.blocks) if isinstance(node, Heading)]


def flat(node: Any) -> str:
    return " ".join(text_of(node).split())


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]
