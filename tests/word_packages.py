"""Word files of our own making, for tests of the reader: XML of a body, with the parts it needs.

Nothing here knows the reader; names are those of ECMA-376.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_STRICT = "http://purl.oclc.org/ooxml/"
NAMESPACES = {
    "w": _MAIN,
    "r": f"{_OFFICE}relationships",
    "m": f"{_OFFICE}math",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_PART = "word/document.xml"

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>
  <w:pPr><w:ind w:left="720"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Hidden"><w:name w:val="Hidden"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="HiddenChild"><w:name w:val="Hidden Child"/>
  <w:basedOn w:val="Hidden"/></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>
  <w:top w:val="single"/></w:tblBorders></w:tblPr></w:style>
"""
"""The styles that most documents of the tests have."""

BULLETS, NUMBERS = "1", "2"
NUMBERING = """
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/>
    <w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
  <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/>
  </w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def docx(
    body: str,
    *,
    styles: str = STYLES,
    numbering: str = NUMBERING,
    parts: Mapping[str, str | bytes] | None = None,
    relationships: Mapping[str, tuple[str, str]] | None = None,
    main: str = MAIN_PART,
    strict: bool = False,
) -> bytes:
    """A Word file with this body. ``parts`` are further parts: XML content that gets its root
    from the name (``word/footnotes.xml``), or bytes. ``relationships`` of the main part are by
    id: a kind (``image``) and a target; one with ``://`` in it is external."""
    folder = main.rpartition("/")[0]
    files: dict[str, bytes] = {main: root("document", f"<w:body>{body}<w:sectPr/></w:body>")}
    kinds: dict[str, tuple[str, str]] = dict(relationships or {})
    if styles:
        files[f"{folder}/styles.xml"] = root("styles", styles)
        kinds["rIdStyles"] = ("styles", "styles.xml")
    if numbering:
        files[f"{folder}/numbering.xml"] = root("numbering", numbering)
        kinds["rIdNumbering"] = ("numbering", "numbering.xml")
    for name, content in (parts or {}).items():
        stem = name.rpartition("/")[2].removesuffix(".xml")
        tag = ROOTS.get(stem, stem)
        files[name] = root(tag, content) if isinstance(content, str) else content
        if stem in ROOTS:
            kinds[f"rId{stem}"] = (stem, f"/{name}")
    files[f"{folder}/_rels/{main.rpartition('/')[2]}.rels"] = _related(kinds)
    files["_rels/.rels"] = _related({"rId1": ("officeDocument", main)})
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main}" ContentType="{_CONTENT}.document.main+xml"/></Types>'
    ).encode()
    if strict:
        files = {name: _as_strict(data) for name, data in files.items()}
    return packed(files)


ROOTS = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "commentsExtended": "commentsEx",
}
"""Parts that the main part leads to by a relationship of their own name, and their roots."""


def root(tag: str, content: str) -> bytes:
    """A part with this root element in Word's namespace."""
    prefix = "w15" if tag == "commentsEx" else "w"
    return f"<{prefix}:{tag} {_DECLARED}>{content}</{prefix}:{tag}>".encode()


def packed(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _related(kinds: Mapping[str, tuple[str, str]]) -> bytes:
    items = ""
    for name, (kind, target) in kinds.items():
        mode = ' TargetMode="External"' if "://" in target else ""
        type_ = f"{_OFFICE}relationships/{kind}"
        items += f'<Relationship Id="{name}" Type="{type_}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{items}</Relationships>'.encode()


def _as_strict(data: bytes) -> bytes:
    """The same part in the namespaces of ISO/IEC 29500-1 Strict."""
    return (
        data.replace(_MAIN.encode(), f"{_STRICT}wordprocessingml/main".encode())
        .replace(
            f"{_OFFICE}relationships".encode(), f"{_STRICT}officeDocument/relationships".encode()
        )
        .replace(NAMESPACES["a"].encode(), f"{_STRICT}drawingml/main".encode())
    )


# --- pieces of a body -----------------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    """A run."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(
    *content: str, style: str = "", properties: str = "", item: tuple[str, int] | None = None
) -> str:
    """A paragraph of runs; content that is no markup becomes one. ``item`` is a list's id and the
    level in it."""
    inner = "".join(part if part.startswith("<") else run(part) for part in content)
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    if item:
        own += f'<w:numPr><w:ilvl w:val="{item[1]}"/><w:numId w:val="{item[0]}"/></w:numPr>'
    own += properties
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{inner}</w:p>"


def field(instruction: str, *result: str) -> str:
    """A complex field."""
    inner = "".join(part if part.startswith("<") else run(part) for part in result)
    return (
        f"{mark('begin')}<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f"{mark('separate')}{inner}{mark('end')}"
    )


def mark(kind: str) -> str:
    """One of the marks of a complex field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def changed(kind: str, *content: str, author: str = "Ines Duarte") -> str:
    """Content in a tracked change: ``ins``, ``del``, ``moveFrom``, ``moveTo``."""
    inner = "".join(part if part.startswith("<") else run(part) for part in content)
    if kind in ("del", "moveFrom"):
        inner = inner.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return (
        f'<w:{kind} w:id="9" w:author="{author}" w:date="2026-03-04T10:00:00Z">{inner}</w:{kind}>'
    )


def table(*rows: str, properties: str = "", grid: int = 0) -> str:
    """A table of rows made by ``row``."""
    columns = f"<w:tblGrid>{'<w:gridCol/>' * grid}</w:tblGrid>" if grid else ""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{columns}{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row; cells that are no markup get a paragraph."""
    inner = "".join(part if part.startswith("<w:tc>") else cell(part) for part in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    """A cell."""
    inner = "".join(part if part.startswith("<") else para(part) for part in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or '<w:p/>'}</w:tc>"


def control(*content: str, properties: str = "") -> str:
    """A content control."""
    inner = "".join(content)
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def old_box(*content: str) -> str:
    """A text box in VML."""
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return f"<w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"


def text_box(*content: str) -> str:
    """A run with a text box, in DrawingML and, for old readers, in VML."""
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    drawn = (
        f"<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx>"
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    return alternative(drawn, old_box(*content))


def alternative(choice: str, fallback: str) -> str:
    """A run with something in two forms."""
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(relationship: str, alt: str = "", *, kind: str = "embed") -> str:
    """A run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:{kind}="{relationship}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000020802000000fdd49a7300000012494441"
    "5478da63f8cfc0c000c20cff8100001fee05fbf1abba770000000049454e44ae426082"
)
"""Two by two pixels."""
