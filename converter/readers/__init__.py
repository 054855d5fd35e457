"""From a SourceFile to a Document that says what the file states, and decides nothing.

One module per format; each has ``read(source, options) -> Document``. READERS is the list.
"""

from __future__ import annotations

from importlib import import_module

from converter.model import Document, SourceFile
from converter.readers.options import ReadOptions
from converter.readers.others import Others
from converter.records import record

__all__ = ["READERS", "ReadOptions", "Reader", "read"]


@record()
class Reader:
    """An entry of the list: the format's name, what a person calls it, the file name endings
    that mean it, the module that reads it (imported when first used), whether its bytes are
    text, to be decoded before the reader sees them; whether what it reads was recovered before, so
    that nobody does it again; and whether it holds documents of other formats, so that its
    ``read(source, options, others)`` is given the other readers."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    is_text: bool = True
    is_recovered: bool = False
    holds_others: bool = False


READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        Reader("text", "plain text", (".txt", ".text"), "converter.readers.text"),
        Reader("markdown", "Markdown", (".md", ".markdown"), "converter.readers.markdown"),
        Reader(
            "docx",
            "Word document",
            (".docx", ".docm", ".dotx", ".dotm"),
            "converter.readers.docx",
            is_text=False,
        ),
        Reader("pdf", "PDF", (".pdf",), "converter.readers.pdf", is_text=False),
        Reader(
            "odt",
            "OpenDocument text",
            (".odt", ".ott", ".fodt"),
            "converter.readers.odt",
            is_text=False,
        ),
        Reader("rtf", "rich text (RTF)", (".rtf",), "converter.readers.rtf", is_text=False),
        Reader(
            "eml", "mail", (".eml",), "converter.readers.mail", is_text=False, holds_others=True
        ),
        Reader("srt", "captions (SubRip)", (".srt",), "converter.readers.captions"),
        Reader("vtt", "captions (WebVTT)", (".vtt",), "converter.readers.captions"),
        Reader(
            "json",
            "our own JSON rendition",
            (".json",),
            "converter.readers.json",
            is_text=False,
            is_recovered=True,
        ),
        Reader("html", "a web page", (".html", ".htm", ".xhtml"), "converter.readers.html"),
    )
}


def read(source: SourceFile, options: ReadOptions | None = None) -> Document:
    """The document that a source file states. ``source.format`` names the reader.

    Raises InputError when the file is damaged or hostile.
    """
    reader = READERS[source.format]
    module = import_module(reader.module)
    options = options or ReadOptions()
    document: Document
    if reader.holds_others:
        document = module.read(source, options, _others())
    else:
        document = module.read(source, options)
    return document


def _others() -> Others:
    by_suffix = {suffix: name for name, reader in READERS.items() for suffix in reader.suffixes}
    return Others(read, by_suffix)
