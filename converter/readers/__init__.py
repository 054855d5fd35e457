"""From a SourceFile to a Document that says what the file states, and decides nothing.

One module per format; each has ``read(source, options) -> Document``. READERS is the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from converter.model import Document, SourceFile
from converter.readers.options import ReadOptions

__all__ = ["READERS", "ReadOptions", "Reader", "read"]


@dataclass(frozen=True, slots=True)
class Reader:
    """An entry of the list: the format's name, what a person calls it, the file name endings
    that mean it, the module that reads it (imported when first used), and whether its bytes are
    text, to be decoded before the reader sees them."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    module: str
    is_text: bool = True


READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        Reader(
            "text", "plain text", (".txt", ".text", ".md", ".markdown"), "converter.readers.text"
        ),
        Reader("html", "a web page", (".html", ".htm", ".xhtml"), "converter.readers.html"),
    )
}


def read(source: SourceFile, options: ReadOptions | None = None) -> Document:
    """The document that a source file states. ``source.format`` names the reader.

    Raises InputError when the file is damaged or hostile.
    """
    module = import_module(READERS[source.format].module)
    document: Document = module.read(source, options or ReadOptions())
    return document
