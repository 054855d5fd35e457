"""What must be known of a document before its first paragraph is written: one walk over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from converter.model import (
    Code,
    ContentsEntry,
    Document,
    Heading,
    NoteReference,
    Section,
    Text,
    Turn,
    text_of,
    walk,
    walk_document,
)
from converter.records import record
from converter.writers.docx.characters import has_rtl, one_line

ARTICLE = "article"


@record()
class Survey:
    """``headline`` names the document: its metadata, its first heading of the highest kind, or
    its file. ``bookmarks`` holds a name for every section or turn that a contents list leads
    to; ``repeated`` the notes that are referred to more than once."""

    headline: str
    first_heading: str
    articles: int
    bookmarks: Mapping[str, str]
    repeated: frozenset[str]
    has_rtl: bool


def survey(document: Document) -> Survey:
    """The facts about this document."""
    targets: dict[str, None] = {}
    ids: set[str] = set()
    references: Counter[str] = Counter()
    articles = 0
    headings: list[Heading] = []
    for node in walk(document.blocks):
        match node:
            case Section():
                articles += node.role == ARTICLE
                ids.add(node.id)
            case Turn():
                ids.add(node.id)
            case ContentsEntry() if node.target:
                targets[node.target] = None
            case NoteReference():
                references[node.note] += 1
            case Heading():
                headings.append(node)
    named = (target for target in targets if target in ids)
    first = min(headings, key=lambda heading: heading.level, default=None)
    first_heading = one_line(text_of(first)) if first else ""
    return Survey(
        headline=one_line(document.meta("headline")) or first_heading or document.source.name,
        first_heading=first_heading,
        articles=articles,
        bookmarks={target: f"_Entry{number}" for number, target in enumerate(named, 1)},
        repeated=frozenset(note for note, count in references.items() if count > 1),
        has_rtl=any(
            has_rtl(node.text) for node in walk_document(document) if isinstance(node, Text | Code)
        ),
    )
