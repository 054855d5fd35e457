"""From what a file states to what it means. Passes in order, one module per thing recovered;
each is ``recover_<thing>(document, schema) -> Document``."""

from __future__ import annotations

from collections.abc import Callable

from converter.model import Document, Node, Paragraph, Section, Text, walk
from converter.recovery.articles import (
    recover_articles,
    recover_headlines,
    recover_masthead,
    recover_repeated,
)
from converter.recovery.captions import recover_captions
from converter.recovery.code import recover_code
from converter.recovery.columns import recover_columns
from converter.recovery.contents import recover_contents
from converter.recovery.debris import recover_debris
from converter.recovery.furniture import (
    recover_furniture,
    recover_misread,
    recover_openings,
    recover_rows,
    recover_wire,
)
from converter.recovery.genre import genre_of
from converter.recovery.glued import recover_glued
from converter.recovery.headings import recover_headings
from converter.recovery.interviews import recover_cues, recover_exchanges, recover_turns
from converter.recovery.language import recover_language
from converter.recovery.layout import recover_layout
from converter.recovery.levels import recover_levels
from converter.recovery.links import recover_links
from converter.recovery.lost_lists import recover_lost_lists
from converter.recovery.metadata import recover_metadata
from converter.recovery.numbered import recover_numbered
from converter.recovery.parted_lists import recover_parted_lists
from converter.recovery.roles import recover_roles
from converter.recovery.sections import recover_sections
from converter.recovery.spaces import recover_spaces
from converter.recovery.stanzas import recover_stanzas
from converter.recovery.tables import recover_tables
from converter.recovery.terms import READ, STATES_PARAGRAPHS
from converter.recovery.typed_lists import recover_typed_lists
from converter.recovery.wrapped import recover_wrapped
from converter.schemas import ArticleSchema

__all__ = ["PASSES", "SPOKEN", "genre_of", "recover"]

Pass = Callable[[Document, ArticleSchema], Document]

PASSES: tuple[Pass, ...] = (
    recover_language,
    recover_cues,
    recover_code,
    recover_columns,
    recover_debris,
    recover_wrapped,
    recover_typed_lists,
    recover_parted_lists,
    recover_numbered,
    recover_misread,
    recover_wire,
    recover_furniture,
    recover_rows,
    recover_openings,
    recover_masthead,
    recover_headlines,
    recover_glued,
    recover_contents,
    recover_layout,
    recover_tables,
    recover_turns,
    recover_lost_lists,
    recover_stanzas,
    recover_headings,
    recover_captions,
    recover_exchanges,
    recover_articles,
    recover_levels,
    recover_sections,
    recover_roles,
    recover_repeated,
    recover_links,
    recover_metadata,
)
"""What is done to every document but a recording, in this order."""

SPOKEN: tuple[Pass, ...] = (
    recover_language,
    recover_turns,
    recover_exchanges,
    recover_links,
    recover_metadata,
)
"""What is done to a recording. It was not laid out in lines, so that no line in it is a heading,
a list or a wrapped half; what is said twice is no running head."""

_LINE_PASSES: frozenset[Pass] = frozenset(
    {
        recover_code,
        recover_columns,
        recover_debris,
        recover_wrapped,
        recover_glued,
        recover_lost_lists,
        recover_stanzas,
    }
)
"""What puts lines right that lost what they were. Where the file says what its paragraphs, lists
and tables are, a line break, a colon or a mark inside one was meant."""


def recover(document: Document, schema: ArticleSchema, verbatim: bool = False) -> Document:
    """The document with its structure recovered, following the schema's labels and headings.

    Adds a space where one is missing after a full stop, as a generated leaf; ``verbatim`` adds
    nothing. A document that was recovered before is returned as it is.
    """
    if _is_recovered(document):
        return document
    states_paragraphs = document.source.format in STATES_PARAGRAPHS
    for recover_thing in SPOKEN if _is_recording(document) else PASSES:
        if not (states_paragraphs and recover_thing in _LINE_PASSES):
            document = recover_thing(document, schema)
    return document if verbatim else recover_spaces(document, schema)


def _is_recording(document: Document) -> bool:
    """Whether the file says when its words were said."""
    return any(isinstance(node, Paragraph) and node.time for node in walk(document.blocks))


def _is_recovered(document: Document) -> bool:
    return any(
        isinstance(node, Section)
        or _is_held_by_a_pass(node)
        or (isinstance(node, Text) and node.span is None)
        or (isinstance(node, Paragraph) and bool(node.role))
        for node in walk(document.blocks)
    )


def _is_held_by_a_pass(node: Node) -> bool:
    because = getattr(node, "provenance", None)
    return because is not None and not because.rule.startswith(READ)
