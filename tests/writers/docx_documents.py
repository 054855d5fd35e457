"""Small documents for the tests of the Word rendition, and what they become."""

from __future__ import annotations

from typing import Any

from converter.model import (
    Block,
    Document,
    Heading,
    Inline,
    ListItem,
    MetadataItem,
    Paragraph,
    Section,
    Text,
    Turn,
)
from converter.schemas import ArticleSchema
from converter.writers import WriteOptions, write
from laws import source_of
from word_files import Read, WordFile

OPTIONS = WriteOptions(ArticleSchema("article", "Article", ""))
COLOPHON = "Colophon"


def text(words: str) -> Text:
    return Text(words, None, "test")


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Inline, role: str = "") -> Paragraph:
    return Paragraph(inlines(*parts), role=role)


def heading(level: int, words: str) -> Heading:
    return Heading(level, inlines(words))


def section(level: int, words: str, *blocks: Block, role: str = "", name: str = "") -> Section:
    return Section(level, heading(level, words), blocks, role=role, id=name)


def item(*parts: str | Block) -> ListItem:
    return ListItem(tuple(paragraph(part) if isinstance(part, str) else part for part in parts))


def turn(label: str, *parts: str | Block, role: str = "answer", name: str = "") -> Turn:
    blocks = tuple(paragraph(part) if isinstance(part, str) else part for part in parts)
    return Turn(blocks, inlines(label) if label else (), label, role, name)


def article(words: str, *blocks: Block) -> Section:
    return section(1, words, *blocks, role="article")


def stated(name: str, value: str | tuple[str, ...], origin: str = "user") -> MetadataItem:
    return MetadataItem(name, value, origin)


def document(*blocks: Block, **more: Any) -> Document:
    return Document(source_of("A harbour town.", "harbour.txt"), blocks, **more)


def written(*blocks: Block, options: WriteOptions = OPTIONS, **more: Any) -> WordFile:
    return WordFile(write(document(*blocks, **more), "docx", options))


def read(*blocks: Block, **more: Any) -> list[Read]:
    """The paragraphs that these blocks become, without the colophon."""
    return [found for found in written(*blocks, **more).paragraphs() if found.style != COLOPHON]


def styled(*blocks: Block, **more: Any) -> list[tuple[str, str]]:
    return [(found.style, found.text) for found in read(*blocks, **more)]
