"""Markdown read in one line, and what a reader sees of it."""

from __future__ import annotations

from converter.model import Block, Document, Inline, Node, Table, children, leaves
from converter.readers import ReadOptions, read
from laws import assert_laws, source_of


def document_of(text: str, options: ReadOptions | None = None) -> Document:
    """The document of a Markdown text; it keeps the laws of every document."""
    document = read(source_of(text, "article.md", "markdown"), options)
    assert_laws(document)
    return document


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text."""
    return document_of(text).blocks


def kinds(nodes: tuple[Node, ...]) -> list[str]:
    """The names of these nodes' kinds."""
    return [type(node).__name__ for node in nodes]


def words(*nodes: Node) -> str:
    """The words of nodes with one space for all white space."""
    return " ".join("".join(leaf.text for leaf in leaves(nodes)).split())


def inlines_of(text: str) -> tuple[Inline, ...]:
    """The inlines of a text of one paragraph."""
    (block,) = blocks_of(text)
    return children(block)  # type: ignore[return-value]


def rows_of(table: Block) -> list[list[str]]:
    """The words of a table's cells, row by row, the head first."""
    assert isinstance(table, Table)
    return [[words(cell) for cell in row.cells] for row in table.header + table.rows]


def codes(document: Document) -> list[str]:
    """The codes of a document's notices."""
    return [notice.code for notice in document.notices]
