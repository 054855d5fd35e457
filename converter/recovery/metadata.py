"""Newsroom metadata that the text itself states: headline, standfirst, byline, dateline, dates, an
embargo. Each with the span where it stands; the words stay in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from converter.model import (
    WARNING,
    Document,
    Heading,
    MetadataItem,
    Notice,
    Paragraph,
    Section,
    Span,
    extent,
    text_of,
    walk,
)
from converter.recovery.flat import flatten
from converter.recovery.terms import ARTICLE, LEAD
from converter.recovery.words import is_shouted
from converter.schemas import ArticleSchema

ORIGIN = "text"
_FROM_ROLE = ("byline", "embargo", "published", "updated")
"""Roles of paragraphs that are metadata, under the same name."""

_DATELINE = re.compile(
    r"""
    (?P<place>[^\W\d_][^\n–—:;!?()]{1,40}?)             # BEIRUT
    (?:,\s*(?P<date>[^–—\n(:;]{3,30}?))?                # , 2 June
    (?:\s*\((?P<agency>[^)\n]{2,24})\))?                # (Agency)
    \s*(?:--|[–—-])\s+(?=[\"“«‘„¿¡]?\w)
    """,
    re.VERBOSE,
)
_PLACE_WORDS = 5

_REPLY = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|enc|res|rif|i)\s*(?:\[\d{1,3}\])?\s*:\s*){1,20}", re.IGNORECASE
)
"""What mail programs put before a subject: no part of a headline."""


def recover_metadata(document: Document, schema: ArticleSchema) -> Document:
    """Add what the text states and the metadata lack. A file of several articles has no one
    headline: each has its own. The subject of a mail is the headline of a text that states none. An
    embargo gives a notice."""
    if any(isinstance(block, Section) and block.role == ARTICLE for block in document.blocks):
        return document
    found = {item.name: item for item in document.metadata}
    for item in _stated(document):
        found.setdefault(item.name, item)
    subject = found.get("subject")
    if subject is not None:
        words = _REPLY.sub("", str(subject.value)).strip()
        if words:
            found.setdefault("headline", replace(subject, name="headline", value=words))
    notices = document.notices
    embargo = found.get("embargo")
    if embargo is not None and not any(notice.code == "C302" for notice in notices):
        message = f"the text is under embargo: {embargo.value}"
        notices += (Notice("C302", WARNING, message, embargo.span, "hold it until then"),)
    return replace(document, metadata=tuple(found.values()), notices=notices)


def _stated(document: Document) -> Iterator[MetadataItem]:
    for node in walk(document.blocks):
        if isinstance(node, Heading) and node.level == 1:
            yield _item("headline", node)
        elif isinstance(node, Paragraph) and node.role in _FROM_ROLE:
            yield _item(node.role, node)
        elif isinstance(node, Paragraph) and node.role == LEAD:
            yield from _dateline(node)


def _item(name: str, node: Heading | Paragraph) -> MetadataItem:
    return MetadataItem(name, " ".join(text_of(node).split()), ORIGIN, extent(node))


def _dateline(lead: Paragraph) -> Iterator[MetadataItem]:
    """``BEIRUT, 2 June (Agency) -``: a place in capitals, or one with an agency in brackets."""
    flat = flatten(lead.inlines)
    match = _DATELINE.match(flat.text)
    if match is None:
        return
    place = match["place"]
    named = match["agency"] and all(word[:1].isupper() for word in place.split())
    if not (is_shouted(place) or named) or len(place.split()) > _PLACE_WORDS:
        return
    ends = [match.end(name) for name in ("place", "date", "agency") if match[name] is not None]
    end = max(ends) + (match["agency"] is not None)
    span = Span(flat.offset(0), flat.offset(end - 1) + 1)
    yield MetadataItem("dateline", " ".join(flat.text[:end].split()), ORIGIN, span)
