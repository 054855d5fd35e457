"""The empty Word file that every document is written into: our styles, lists and page, and
none of the ballast of python-docx's own template, so that it opens ten times as fast."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from converter.writers.docx.numbering import numbering_xml
from converter.writers.docx.styles import styles_xml
from converter.writers.docx.xml import RELATIONSHIPS, WORD

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

# Each is a part, a content type and a relationship of this name.
_PARTS = ("styles", "numbering", "settings")

_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{CONTENT}.document.main+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{CONTENT}.{name}+xml"/>'
        for name in _PARTS
    )
    + "</Types>"
)
_PACKAGE_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONSHIPS}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(_PARTS, 1)
    )
    + "</Relationships>"
)
_DOCUMENT = (
    f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONSHIPS}"><w:body><w:sectPr/></w:body>'
    "</w:document>"
)
# 15 is the mode of Word 2013 and later: without it Word says "compatibility mode". The two
# footnotes are the separators of the notes part.
_SETTINGS = (
    f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)


@cache
def template() -> bytes:
    """The bytes of the empty file."""
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _PACKAGE_RELATIONS,
        "docProps/core.xml": _CORE,
        "word/document.xml": _DOCUMENT,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": _SETTINGS,
    }
    out = io.BytesIO()
    # Stored, not deflated: it is opened at once, in this process.
    with zipfile.ZipFile(out, "w") as package:
        for name, xml in parts.items():
            package.writestr(zipfile.ZipInfo(name), _DECLARATION + xml)
    return out.getvalue()
