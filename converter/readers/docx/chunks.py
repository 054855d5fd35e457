"""Documents embedded in a document: listed with their words, and not mixed with its own.

``w:altChunk`` (ECMA-376 Part 1, 17.17.2) leads to a part in another format, which Word merges
when it opens the file.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from converter.errors import InputError
from converter.model import WARNING
from converter.readers.docx.story import Story
from converter.readers.docx.words import plain_text
from converter.readers.docx.xml import R, parse

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

MAX_CHUNK = 16 * 1024 * 1024
"""Bytes of an embedded document whose words are listed."""
_MAIN = "word/document.xml"


def omit_chunk(story: Story, node: Element) -> None:
    """List the words of an embedded document as left out."""
    file = story.file
    found = story.related.get(node.get(f"{R}id") or "")
    part = found.target if found else ""
    package = file.parts.package
    words = ""
    if package.has(part) and package.size(part) <= MAX_CHUNK:
        words = _words(package.read(part))
    file.tape.line()
    file.tape.here(f"{part or story.part}, embedded document")
    span = file.tape.omit("embedded-document", f"a document embedded as {part}", words)
    file.tape.line()
    message = f"a document embedded as {part or 'a part that is missing'} is left out"
    hint = "open the file in Word and save it: that makes it part of the text"
    file.tape.note("C238", WARNING, message, span, hint)


def _words(data: bytes) -> str:
    """The words of HTML, of a Word file, or of plain text."""
    if data.startswith(b"PK"):
        return _words_of_package(data)
    if b"<" in data[:1024]:
        return _words_of_page(data)
    return data.decode("utf-8", "replace")


def _words_of_package(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entry = archive.getinfo(_MAIN)
            if entry.file_size > MAX_CHUNK:
                return ""
            return plain_text(parse(archive.read(entry), _MAIN))
    except (InputError, KeyError, zipfile.BadZipFile, ValueError, RuntimeError, OSError, EOFError):
        return ""


def _words_of_page(data: bytes) -> str:
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return ""
    if root is None:
        return ""
    for hidden in [*root.iter("script", "style")]:
        hidden.clear()
    lines = (" ".join(str(text).split()) for text in root.itertext())
    return "\n".join(line for line in lines if line)
