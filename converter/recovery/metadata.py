"""Newsroom metadata that the text itself states: the headline, the byline, an embargo. Each with
the span where it stands; the words stay in the text."""

from __future__ import annotations

from dataclasses import replace

from converter.model import Document, MetadataItem, Paragraph, Section, extent, text_of, walk
from converter.recovery.sections import ARTICLE
from converter.schemas import ArticleSchema

ORIGIN = "text"
_FROM_ROLE = ("byline", "embargo", "published", "updated")
"""Roles of paragraphs that are metadata, under the same name."""


def recover_metadata(document: Document, schema: ArticleSchema) -> Document:
    """Add what the text states and the metadata lack. A file of several articles has no one
    headline: each has its own."""
    found: dict[str, MetadataItem] = {item.name: item for item in document.metadata}
    sections = [block for block in document.blocks if isinstance(block, Section)]
    if any(section.role == ARTICLE for section in sections):
        return document
    titled = [section for section in sections if section.level == 1 and section.heading]
    if titled and titled[0].heading is not None:
        heading = titled[0].heading
        found.setdefault("headline", _item("headline", text_of(heading), heading))
    for node in walk(document.blocks):
        if isinstance(node, Paragraph) and node.role in _FROM_ROLE:
            found.setdefault(node.role, _item(node.role, text_of(node), node))
    return replace(document, metadata=tuple(found.values()))


def _item(name: str, text: str, node: Paragraph | object) -> MetadataItem:
    span = extent(node)  # type: ignore[arg-type]
    return MetadataItem(name, " ".join(text.split()), ORIGIN, span)
