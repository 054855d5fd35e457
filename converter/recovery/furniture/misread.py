"""Lines of the trade that a reader takes for lists and headings: ``(c) Brook News``, ``# # #``,
``4. Mai 2024``, ``(555) 123-4567``. They become lines again."""

from __future__ import annotations

import re

from converter.model import (
    Block,
    BulletList,
    Document,
    Heading,
    OrderedList,
    Paragraph,
    Text,
    extent,
)
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.dates import is_dated
from converter.schemas import ArticleSchema

_NO_ITEM = pattern(
    r"""
      \([cC]\)\s.*                              # (c) Brook News 2024
    | [-–—]\s[\w ]{1,20}\s[-–—]                # - 30 -
    | \(?\d{2,5}\)?[\s./-]*(?:\d[\s./-]*){5,12}  # (555) 123-4567
    """,
    re.VERBOSE,
)
_HASHES = pattern(r"\#(?:[ \t]*\#)+")
_MOST = 120
"""Code points of such a line."""


def recover_misread(document: Document, schema: ArticleSchema) -> Document:
    """Make paragraphs of lists of one item, and of headings of hashes, that are such lines."""
    text = document.source.text
    blocks = tuple(_line(block, text) for block in document.blocks)
    return replace(document, blocks=blocks)


def _line(block: Block, text: str) -> Block:
    if not isinstance(block, Heading | OrderedList | BulletList):
        return block
    span = extent(block)
    if span is None or len(span) > _MOST:
        return block
    line = text[span.start : span.end]
    if isinstance(block, Heading):
        is_line = _HASHES.fullmatch(line) is not None
    else:
        is_line = len(block.items) == 1 and _is_no_item(
            line, counted=isinstance(block, OrderedList)
        )
    return Paragraph((Text(line, span),)) if is_line else block


def _is_no_item(line: str, *, counted: bool) -> bool:
    """Whether the only item of a list is none; a date counts where a number opens it."""
    if "\n" in line or "\r" in line:
        return False
    if counted and is_dated(line):
        return True
    return _NO_ITEM.fullmatch(line) is not None
