"""The package: opened from our template, given its properties, saved to the same bytes each
time. python-docx owns it; the parts of the notes and of the foot are made here."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from converter.model import Document
from converter.writers.docx.characters import CJK, LTR, RTL, one_line
from converter.writers.docx.languages import cjk_font, script_of, word_tag
from converter.writers.docx.template import CONTENT, template
from converter.writers.docx.xml import RELATIONSHIPS, Element, W, sub

if TYPE_CHECKING:
    from docx.document import Document as Package
    from docx.opc.part import Part

MAX_PROPERTY = 255  # letters: python-docx refuses more, after Word
MAKER = "converter"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file can hold
_FIRST = "[Content_Types].xml"  # readers that stream look for it first
_UNIX = 3  # the system that the entries say they come from, wherever they are made


def open_package(language: str) -> Package:
    """An empty Word file of ours, in this language."""
    import docx

    package = docx.Document(io.BytesIO(template()))
    defaults = next(package.styles.element.iter(f"{W}rPrDefault"))[0]
    script, tag = script_of(language), word_tag(language)
    lang = defaults.find(f"{W}lang")
    # Word keeps three languages: of Latin text, of East Asia, of right-to-left text.
    lang.set(f"{W}val", tag if script == LTR else "en-US")
    if script == CJK:
        lang.set(f"{W}eastAsia", tag)
        fonts = sub(defaults, "rFonts", eastAsia=cjk_font(language))
        defaults.insert(0, fonts)
    elif script == RTL:
        lang.set(f"{W}bidi", tag)
    return package


def add_part(package: Package, kind: str, element: Element) -> tuple[Part, str]:
    """Add the part that this root makes, the notes (``footnotes``) or the foot of the page
    (``footer``); the part, and the id of its relationship to the document."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import XmlPart

    name = PackURI(f"/word/{kind}.xml")
    part = XmlPart(name, f"{CONTENT}.{kind}+xml", element, package.part.package)  # type: ignore[arg-type]
    return part, package.part.relate_to(part, f"{RELATIONSHIPS}/{kind}")


def set_properties(package: Package, document: Document, title: str, timestamp: int | None) -> None:
    """Say what the file is (OPC, part 2, core properties). Without a timestamp it has no date."""
    properties = package.core_properties
    texts = {
        "title": title,
        "author": document.meta("byline") or document.meta("authors") or MAKER,
        "language": document.language,
        "subject": document.meta("section"),
        "keywords": document.meta("keywords"),
        "comments": document.meta("standfirst"),
        "last_modified_by": MAKER,
    }
    for name, text in texts.items():
        value = one_line(text)[:MAX_PROPERTY]
        if value:
            setattr(properties, name, value)
    properties.revision = 1
    if timestamp is not None:
        properties.created = properties.modified = datetime.fromtimestamp(timestamp, UTC)


def save(package: Package) -> bytes:
    """The bytes of the file: the same for the same content, on any day and any machine."""
    stamped = io.BytesIO()
    package.save(stamped)
    out = io.BytesIO()
    with zipfile.ZipFile(stamped) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
