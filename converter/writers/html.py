"""The document as one HTML page: accessible, and complete in itself (no script, no network)."""

from __future__ import annotations

from converter.model import Document
from converter.writers.options import WriteOptions
from converter.writers.page import page, stylesheet
from converter.writers.page.characters import ON_SCREEN


def write(document: Document, options: WriteOptions) -> bytes:
    """The page in UTF-8 (HTML Standard)."""
    return page(document, options, stylesheet("screen.css"), ON_SCREEN).encode()
