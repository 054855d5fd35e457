"""The Word rendition: real styles, headings, lists, tables, notes and links, the same bytes for
the same document.

Two floors: ``xml``, ``template``, ``package`` and ``links`` know the format; the modules above
them speak of paragraphs, lists and tables. ``compose`` puts the file together.
docs/decisions/docx-*.md say why it is as it is.
"""

from __future__ import annotations

from converter.model import Document
from converter.writers.options import WriteOptions


def write(document: Document, options: WriteOptions) -> bytes:
    """The bytes of a Word file (ECMA-376, transitional), for Word 2013 and later.

    A character that XML cannot hold becomes U+FFFD; every other one of every leaf is there.
    """
    # lxml and python-docx are loaded with it, not before.
    from converter.writers.docx.compose import compose

    return compose(document, options)
