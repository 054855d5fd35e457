"""OpenDocument texts of our own making, for tests of the reader: XML of a body, with the styles and
the parts it needs. Nothing here knows the reader; names are those of OpenDocument 1.3."""

from __future__ import annotations

import io
import zipfile
from base64 import b64encode
from collections.abc import Mapping

from converter.model import Block, Document
from converter.pipeline import open_source
from converter.readers import ReadOptions, read
from laws import assert_laws
from word_packages import PNG

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "style": f"{_OASIS}:style:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "meta": f"{_OASIS}:meta:1.0",
    "chart": f"{_OASIS}:chart:1.0",
    "manifest": f"{_OASIS}:manifest:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "math": "http://www.w3.org/1998/Math/MathML",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
TYPE = "application/vnd.oasis.opendocument.text"


def style(name: str, *, parent: str = "", shown: str = "", more: str = "", inner: str = "") -> str:
    """A paragraph style."""
    shown = f' style:display-name="{shown}"' if shown else ""
    parent = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}" style:family="paragraph"{shown}{parent} {more}>{inner}</style:style>'  # noqa: E501


BOLD = '<style:text-properties fo:font-weight="bold"/>'
DEFAULT = (
    '<style:default-style style:family="paragraph"><style:text-properties'
    ' fo:language="en" fo:country="US"/></style:default-style>'
)
COMMON = "".join(
    (
        DEFAULT,
        style("Standard"),
        style("Heading", parent="Standard", inner=BOLD),
        style("Heading_20_1", parent="Heading", shown="Heading 1",
              more='style:default-outline-level="1"'),
        style("Heading_20_2", parent="Heading", shown="Heading 2",
              more='style:default-outline-level="2"'),
        style("Title", parent="Heading"),
        style("Subtitle", parent="Heading"),
        style("Quotations", parent="Standard"),
        style("Preformatted_20_Text", parent="Standard", shown="Preformatted Text"),
        style("Caption", parent="Standard"),
        style("Figure", parent="Caption"),
        style("Table", parent="Caption"),
        style("Contents_20_1", parent="Standard", shown="Contents 1"),
        style("Contents_20_2", parent="Standard", shown="Contents 2"),
        style("Contents_20_Heading", parent="Heading", shown="Contents Heading"),
        style("Table_20_Heading", parent="Standard", shown="Table Heading", inner=BOLD),
        style("Horizontal_20_Line", shown="Horizontal Line",
              inner='<style:paragraph-properties fo:border-bottom="1pt solid #000000"/>'),
    )
)  # fmt: skip
LISTS = """
<text:list-style style:name="Bullets">
  <text:list-level-style-bullet text:level="1" text:bullet-char="•"/>
  <text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>
<text:list-style style:name="Numbers">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
  <text:list-level-style-number text:level="3" style:num-format=""/></text:list-style>
<text:list-style style:name="FromThree">
  <text:list-level-style-number text:level="1" style:num-format="I" text:start-value="3"/>
</text:list-style>
"""
AUTOMATIC = """
<style:style style:name="B" style:family="text">
  <style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="I" style:family="text">
  <style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Up" style:family="text">
  <style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="Down" style:family="text">
  <style:text-properties style:text-position="-33% 58%"/></style:style>
<style:style style:name="Hidden" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="German" style:family="text">
  <style:text-properties fo:language="de" fo:country="DE"/></style:style>
<style:style style:name="Wing" style:family="text">
  <style:text-properties style:font-name="Wingdings"/></style:style>
<style:style style:name="Lined" style:family="table-cell">
  <style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
"""


def odt(
    body: str,
    *,
    common: str = COMMON,
    automatic: str = AUTOMATIC,
    meta: str = "",
    pages: str = "",
    parts: Mapping[str, bytes] | None = None,
    mimetype: str = TYPE,
) -> bytes:
    """A packed text with this body."""
    files: dict[str, bytes] = {
        "content.xml": part(
            "document-content",
            f"<office:automatic-styles>{LISTS}{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>",
        ),
        "styles.xml": part("document-styles", _styles(common, pages)),
        "meta.xml": part("document-meta", f"<office:meta>{meta}</office:meta>"),
        **(parts or {}),
    }
    return packed_odt(files, mimetype)


def packed_odt(files: Mapping[str, bytes], mimetype: str = TYPE) -> bytes:
    """A package of these files: its type first, and not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        first = zipfile.ZipInfo("mimetype", (1980, 1, 1, 0, 0, 0))
        archive.writestr(first, mimetype, zipfile.ZIP_STORED)
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def fodt(body: str, meta: str = "", pages: str = "") -> bytes:
    """The same in one XML file."""
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + part(
        "document",
        f"<office:meta>{meta}</office:meta>{_styles(COMMON, '')}"
        f"<office:automatic-styles>{LISTS}{AUTOMATIC}</office:automatic-styles>"
        f"<office:master-styles>{pages}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>",
        more=f'office:mimetype="{TYPE}"',
    )


def _styles(common: str, pages: str) -> str:
    faces = '<style:font-face style:name="Wingdings" svg:font-family="Wingdings"/>'
    masters = f"<office:master-styles>{pages}</office:master-styles>" if pages else ""
    return (
        f"<office:font-face-decls>{faces}</office:font-face-decls>"
        f"<office:styles>{common}</office:styles>{masters}"
    )


def part(tag: str, content: str, more: str = "") -> bytes:
    """A part with this root element."""
    return f"<office:{tag} {DECLARED} {more}>{content}</office:{tag}>".encode()


# --- pieces of a body -----------------------------------------------------------------------------


def para(content: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def heading(content: str, level: int = 1, style: str = "") -> str:
    """A heading."""
    style = style or f"Heading_20_{level}"
    return f'<text:h text:style-name="{style}" text:outline-level="{level}">{content}</text:h>'


def span(content: str, style: str) -> str:
    """Words in a character style."""
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def items(*content: str, style: str = "Bullets", more: str = "") -> str:
    """A list; an item that is no markup becomes a paragraph."""
    inner = "".join(
        f"<text:list-item>{one if one.startswith('<') else para(one)}</text:list-item>"
        for one in content
    )
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {more}>{inner}</text:list>"


def cell(content: str, more: str = "", style: str = "Lined") -> str:
    """A cell of a table."""
    inner = content if content.startswith("<") or not content else para(content)
    return f'<table:table-cell table:style-name="{style}" {more}>{inner}</table:table-cell>'


def row(*cells: str) -> str:
    """A row of a table."""
    inner = "".join(one if one.startswith("<table:") else cell(one) for one in cells)
    return f"<table:table-row>{inner}</table:table-row>"


def table(*rows: str) -> str:
    """A table."""
    return f'<table:table table:name="T"><table:table-column/>{"".join(rows)}</table:table>'


def region(name: str, kind: str, content: str = "", author: str = "Ines Duarte") -> str:
    """A changed region."""
    info = f"<office:change-info><dc:creator>{author}</dc:creator><dc:date>2026-03-04T10:00:00</dc:date></office:change-info>"  # noqa: E501
    return f'<text:changed-region text:id="{name}"><text:{kind}>{info}{content}</text:{kind}></text:changed-region>'  # noqa: E501


def regions(*content: str) -> str:
    """All changed regions of a text."""
    return f"<text:tracked-changes>{''.join(content)}</text:tracked-changes>"


def change(name: str, mark: str = "change") -> str:
    """The mark of a changed region: its place, its start or its end."""
    return f'<text:{mark} text:change-id="{name}"/>'


def note(content: str, kind: str = "footnote", label: str = "") -> str:
    """A note at its mark."""
    own = f' text:label="{label}"' if label else ""
    return f'<text:note text:note-class="{kind}"><text:note-citation{own}>{label or 1}</text:note-citation><text:note-body>{content}</text:note-body></text:note>'  # noqa: E501


def comment(words: str, name: str = "", more: str = "") -> str:
    """A comment at its place."""
    named = f' office:name="{name}"' if name else ""
    return f"<office:annotation{named} {more}><dc:creator>Ruth Okafor</dc:creator><dc:date>2026-03-05T09:00:00</dc:date>{para(words)}</office:annotation>"  # noqa: E501


def picture(href: str = "Pictures/quay.png", alt: str = "", title: str = "") -> str:
    """A picture in a frame."""
    return (
        f'<draw:frame><draw:image xlink:href="{href}"/><svg:title>{title}</svg:title>'
        f"<svg:desc>{alt}</svg:desc></draw:frame>"
    )


def embedded_picture() -> str:
    """A picture whose bytes stand in the XML."""
    data = b64encode(PNG).decode()
    return f"<draw:frame><draw:image><office:binary-data>{data}</office:binary-data></draw:image></draw:frame>"  # noqa: E501


def text_box(content: str) -> str:
    """A text box in a frame."""
    return f"<draw:frame><draw:text-box>{content}</draw:text-box></draw:frame>"


# --- reading --------------------------------------------------------------------------------------


def document_of(body: str, options: ReadOptions | None = None, **more: object) -> Document:
    """The document of a packed text, whose laws hold."""
    data = odt(body, **more)  # type: ignore[arg-type]
    document = read(open_source(data, name="letter.odt"), options)
    assert_laws(document)
    return document


def blocks_of(body: str, **more: object) -> tuple[Block, ...]:
    """Its blocks."""
    return document_of(body, **more).blocks  # type: ignore[arg-type]
