"""Reading a Word file of our own making, and holding the laws, for the tests of the reader."""

from __future__ import annotations

from converter.model import Block, Document
from converter.pipeline import open_source
from converter.readers import ReadOptions, read
from laws import assert_laws
from word_packages import docx


def document_of(body: str, options: ReadOptions | None = None, **more: object) -> Document:
    data = docx(body, **more)  # type: ignore[arg-type]
    document = read(open_source(data, name="letter.docx"), options)
    assert_laws(document)
    return document


def blocks_of(body: str, **more: object) -> tuple[Block, ...]:
    return document_of(body, **more).blocks  # type: ignore[arg-type]
