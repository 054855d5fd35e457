"""From a Document to the bytes of a rendition. Writers only render.

One module per rendition; each has ``write(document, options) -> bytes``. WRITERS is the list.
"""

from __future__ import annotations

from importlib import import_module

from converter.model import Document
from converter.records import record
from converter.writers.options import WriteOptions

__all__ = ["WRITERS", "WriteOptions", "Writer", "write"]


@record()
class Writer:
    """An entry of the list: the rendition's name, what a person calls it, the ending of its
    file, whether a terminal can show it, and the module that writes it (imported when first
    used)."""

    name: str
    title: str
    suffix: str
    is_text: bool
    module: str


WRITERS: dict[str, Writer] = {
    writer.name: writer
    for writer in (
        Writer(
            "json", "JSON, the whole document with spans", ".json", True, "converter.writers.json"
        ),
        Writer("docx", "Word document", ".docx", False, "converter.writers.docx"),
        Writer("pdf", "printable briefing", ".pdf", False, "converter.writers.pdf"),
        Writer("html", "one HTML page", ".html", True, "converter.writers.html"),
        Writer(
            "outline",
            "flat list of blocks, for scoring",
            ".outline.json",
            True,
            "converter.writers.outline",
        ),
    )
}


def write(document: Document, rendition: str, options: WriteOptions) -> bytes:
    """The bytes of one rendition.

    Raises OutputError when the rendition cannot be made.
    """
    module = import_module(WRITERS[rendition].module)
    data: bytes = module.write(document, options)
    return data
