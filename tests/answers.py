"""What tests ask of a document that a reader gave: its words, its headings, its notices."""

from __future__ import annotations

from collections.abc import Iterable

from converter.model import Block, Document, Heading, text_of


def words(blocks: Iterable[Block]) -> list[str]:
    """The words of each block."""
    return [text_of(block) for block in blocks]


def levels(blocks: Iterable[Block]) -> list[tuple[int, str]]:
    """The level and the words of each heading."""
    return [(one.level, text_of(one)) for one in blocks if isinstance(one, Heading)]


def codes(document: Document) -> list[str]:
    """The codes of the notices."""
    return [notice.code for notice in document.notices]
