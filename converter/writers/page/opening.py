"""What opens a document or an article: its headline, and the lines that belong to it.

These leave the body and stand in the title block, in the order in which they were.
"""

from __future__ import annotations

from collections.abc import Iterable

from converter.model import Block, Document, Heading, Paragraph, Section
from converter.records import record, replace
from converter.writers.page.context import plain

OPENING_ROLES = frozenset(
    """
    navigation breadcrumb kicker headline standfirst byline dateline date published updated
    """.split()
)
"""Roles of paragraphs that belong to the headline they stand next to."""

Title = tuple[Heading | Paragraph, ...]


@record()
class Opening:
    """``title`` are the blocks of the title block (empty when the document has no headline of
    its own), ``body`` the others. ``articles`` are the headlines of a fused file, else none."""

    title: Title
    body: tuple[Block, ...]
    articles: tuple[str, ...] = ()


def opening_of(document: Document) -> Opening:
    """Part what opens the document from its body."""
    articles = tuple(
        plain(block.heading) if block.heading else ""
        for block in document.blocks
        if isinstance(block, Section) and block.role == "article"
    )
    if len(articles) > 1:
        return Opening((), document.blocks, articles)
    before, rest = leading_lines(document.blocks)
    first = rest[0] if rest else None
    if isinstance(first, Section) and first.heading and _is_headline(first.heading, document):
        after, blocks = leading_lines(first.blocks)
        body = (replace(first, heading=None, blocks=blocks), *rest[1:])
        return Opening((*before, first.heading, *after), body)
    if isinstance(first, Heading) and _is_headline(first, document):
        after, blocks = leading_lines(rest[1:])
        return Opening((*before, first, *after), blocks)
    return Opening((), document.blocks)


def leading_lines(blocks: tuple[Block, ...]) -> tuple[tuple[Paragraph, ...], tuple[Block, ...]]:
    """The paragraphs at the start that belong to a headline, and the rest."""
    lines: list[Paragraph] = []
    for block in blocks:
        if not (isinstance(block, Paragraph) and block.role in OPENING_ROLES):
            break
        lines.append(block)
    return tuple(lines), blocks[len(lines) :]


def _is_headline(heading: Heading, document: Document) -> bool:
    """Whether the first heading names the whole: the metadata say so, or no other heading
    stands as high."""
    headline = " ".join(document.meta("headline").split())
    if headline and headline == plain(heading):
        return True
    return not headline and sum(level <= heading.level for level in _levels(document.blocks)) == 1


def _levels(blocks: Iterable[Block]) -> Iterable[int]:
    for block in blocks:
        if isinstance(block, Section) and block.heading:
            yield block.heading.level
        elif isinstance(block, Heading):
            yield block.level
