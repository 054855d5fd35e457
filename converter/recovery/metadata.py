"""Newsroom metadata that the text itself states: headline, standfirst, byline, dateline, dates, an
embargo. Each with the span where it stands; the words stay in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.dates import dateline_end, is_date
from converter.recovery.flat import flatten
from converter.recovery.phrases import Phrases, phrases_of
from converter.recovery.terms import ARTICLE, LEAD
from converter.recovery.words import fold
from converter.schemas import ArticleSchema

ORIGIN = "text"
_FROM_ROLE = {
    "byline": "byline",
    "dateline": "dateline",
    "embargo": "embargo",
    "standfirst": "standfirst",
    "published": "published",
    "updated": "updated",
    "wire-slug": "slug",
}
"""Roles of paragraphs that are metadata, and under which name."""


_TOGETHER = ("published", "updated", "byline")
"""What often stands together in one line."""
_BETWEEN = pattern(r"\s*[|·•]\s*|\s[–—-]\s|(?<=[^\W\d_]{2}|\d{2})\.\s+(?=[^\W\d_])")
_REVISION = pattern(
    r"(?P<mark>(?:UPDATE|WRAPUP|REFILE|RPT|CORRECTED|ADVISORY|EXCLUSIVE)(?: \d{1,2})?)-(?=\S)"
)

_REPLY = pattern(
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
    for item in _stated(document, schema):
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


def _stated(document: Document, schema: ArticleSchema) -> Iterator[MetadataItem]:
    phrases = {name: phrases_of(schema, name) for name in _TOGETHER}
    for node in walk(document.blocks):
        if isinstance(node, Heading) and node.level == 1:
            yield _item("headline", node)
            yield from _revision(node)
        elif isinstance(node, Paragraph) and node.role in _TOGETHER:
            yield from _parts(node, phrases)
        elif isinstance(node, Paragraph) and node.role in _FROM_ROLE:
            yield _item(_FROM_ROLE[node.role], node)
        elif isinstance(node, Paragraph) and node.role == LEAD:
            yield from _dateline(node)


def _item(name: str, node: Heading | Paragraph) -> MetadataItem:
    return MetadataItem(name, " ".join(text_of(node).split()), ORIGIN, extent(node))


def _parts(line: Paragraph, phrases: Mapping[str, Phrases]) -> Iterator[MetadataItem]:
    """What one line says: ``By Ines Vale | 4 May 2024 | Updated 5 May 2024``. What follows a
    name belongs to it unless it says when; what follows a date, if it has figures."""
    flat = flatten(line.inlines)
    starts = [0, *(match.end() for match in _BETWEEN.finditer(flat.text))]
    ends = [*(match.start() for match in _BETWEEN.finditer(flat.text)), len(flat.text)]
    found: list[tuple[str, int, int]] = []
    for start, end in zip(starts, ends, strict=True):
        part = fold(flat.text[start:end])
        name = next((name for name in _TOGETHER if phrases[name].opening(part)), "")
        name = name or ("published" if is_date(part) else "")
        if not found:
            found.append((line.role, start, end))
        elif name:
            found.append((name, start, end))
        elif found[-1][0] == "byline" or any(map(str.isdigit, part)):
            found[-1] = (*found[-1][:2], end)
    for name, start, end in found:
        if end > start:
            span = Span(flat.offset(start), flat.offset(end - 1) + 1)
            yield MetadataItem(name, " ".join(flat.text[start:end].split()), ORIGIN, span)


def _revision(headline: Heading) -> Iterator[MetadataItem]:
    """``UPDATE 2-Port reopens``: the wires count the versions of a story."""
    flat = flatten(headline.inlines)
    match = _REVISION.match(flat.text)
    if match is not None:
        span = Span(flat.offset(0), flat.offset(match.end("mark") - 1) + 1)
        yield MetadataItem("revision", match["mark"], ORIGIN, span)


def _dateline(lead: Paragraph) -> Iterator[MetadataItem]:
    """``BEIRUT, 2 June (Agency) -``: a place in capitals, or one with an agency in brackets."""
    flat = flatten(lead.inlines)
    end, _ = dateline_end(flat.text)
    if end:
        span = Span(flat.offset(0), flat.offset(end - 1) + 1)
        yield MetadataItem("dateline", " ".join(flat.text[:end].split()), ORIGIN, span)
