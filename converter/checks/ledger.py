"""The ledger: every code point of the reading text is accounted for exactly once.

It is content (in one leaf that equals its slice), markup, an omission, or spacing between
them. Nothing is lost, doubled, changed, moved or invented; docs/decisions/ledger.md says why so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Any, TypeAlias

from converter.model import (
    ASIDE,
    LEAVES,
    Document,
    Leaf,
    Node,
    Omission,
    Span,
    Text,
    children,
    markup_of,
)
from converter.patterns import pattern
from converter.records import record

__all__ = ["MAX_REPORTED", "Imbalance", "check"]

LOST = "C401"
TWICE = "C402"
ALTERED = "C403"
MOVED = "C404"
INVENTED = "C405"
OUTSIDE = "C406"
UNEXPLAINED = "C407"
MORE = "C408"

MAX_REPORTED = 20
"""One defect of a pass can unbalance every line; nobody reads more than these."""

ZERO_WIDTH = "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff"
"""Spacing besides what ``str.isspace`` says: marks that show nothing and, between blocks, do
nothing. Joiners (U+200C, U+200D) shape letters and embeddings come in pairs: they are content."""

_CONTENT = pattern(rf"[^\s{ZERO_WIDTH}]")
_EXCERPT = 40
"""Code points of the text that a message shows: enough to find the place by."""

_Nodes: TypeAlias = tuple[Node, ...]


@record()
class Imbalance:
    """One way in which the ledger does not balance: its code (docs/notices.md), what was seen,
    and where in the reading text, if there."""

    code: str
    message: str
    span: Span | None = None


@record()
class _Books:
    """What a document holds, by how it is accounted for. Each flow is a run of leaves in
    reading order; ``pointers`` are the spans that metadata, fields and notices point with."""

    text: str
    flows: list[list[Leaf]]
    generated: list[Leaf]
    markup: list[Span]
    omissions: tuple[Omission, ...]
    pointers: list[Span]


def check(document: Document) -> tuple[Imbalance, ...]:
    """All imbalances of a document, empty when its ledger balances.

    At most MAX_REPORTED, then one that counts the rest. ``document.source.text`` must be there:
    a document loaded from its JSON has none. Takes time linear in leaves and characters.
    """
    books = _open(document)
    found: list[Imbalance] = []
    more = 0
    for imbalance in chain.from_iterable(prove(books) for prove in CHECKS):
        if len(found) < MAX_REPORTED:
            found.append(imbalance)
        else:
            more += 1
    if more:
        found.append(Imbalance(MORE, f"{more} more imbalances"))
    return tuple(found)


def _open(document: Document) -> _Books:
    books = _Books(
        document.source.text,
        flows=[],
        generated=[],
        markup=[span for note in document.notes for span in note.markup],
        omissions=document.omissions,
        pointers=_pointers(document),
    )
    waiting: list[_Nodes] = [document.blocks, *(note.blocks for note in document.notes)]
    while waiting:
        waiting += _enter(books, waiting.pop())
    return books


def _pointers(document: Document) -> list[Span]:
    spans = [item.span for item in document.metadata]
    spans += [field.span for field in document.data]
    spans += [notice.span for notice in document.notices]
    return [span for span in spans if span is not None]


def _enter(books: _Books, nodes: _Nodes) -> list[_Nodes]:
    """Enter all that is below these nodes as one flow; what stands aside is given back."""
    flow: list[Leaf] = []
    aside: list[_Nodes] = []
    stack = [*nodes[::-1]]
    while stack:
        node = stack.pop()
        kind = type(node)
        if kind in ASIDE:
            parts, rest = ASIDE[kind](node)
            aside += parts
            stack += rest[::-1]
        elif isinstance(node, LEAVES):
            (books.generated if node.span is None else flow).append(node)
            if kind is Text:
                continue
        else:
            stack += children(node)[::-1]
        books.markup.extend(markup_of(node))
    books.flows.append(flow)
    return aside


# --- the checks ---------------------------------------------------------------------------------


def _once(books: _Books) -> Iterator[Imbalance]:
    """Every code point is in one leaf, markup span or omission, or is spacing."""
    text = books.text
    spans: list[Any] = [leaf.span for flow in books.flows for leaf in flow]
    spans += books.markup
    spans += [omission.span for omission in books.omissions]
    spans.sort(key=attrgetter("start"))
    search = _CONTENT.search
    reached = 0
    for span in (*spans, Span(len(text), len(text))):
        start, end = span.start, span.end
        if start > reached and (content := search(text, reached, start)):
            lost = Span(content.start(), start)
            yield Imbalance(LOST, f"{_excerpt(text, lost)} is nowhere in the document", lost)
        elif start < reached and start < end:
            twice = Span(start, min(end, reached))
            yield Imbalance(TWICE, f"{_excerpt(text, twice)} is accounted for twice", twice)
        reached = max(reached, end)


def _unaltered(books: _Books) -> Iterator[Imbalance]:
    """A leaf and an omission hold what stands at their span."""
    text = books.text
    holders = chain(chain.from_iterable(books.flows), books.omissions)
    for holder in holders:
        span = holder.span
        if span is not None and text[span.start : span.end] != holder.text:
            stands, held = _excerpt(text, span), _excerpt(holder.text)
            yield Imbalance(ALTERED, f"{held} is held where {stands} stands", span)


def _in_order(books: _Books) -> Iterator[Imbalance]:
    """Leaves come in reading order."""
    for flow in books.flows:
        reached = 0
        for leaf in flow:
            span = leaf.span
            if span is None:
                continue
            if span.start < reached:
                yield Imbalance(MOVED, f"{_excerpt(leaf.text)} comes after what it precedes", span)
            reached = span.end


def _not_invented(books: _Books) -> Iterator[Imbalance]:
    """What is generated is white space: all that we may add to a body."""
    for leaf in books.generated:
        if leaf.text.strip():
            message = f"{_excerpt(leaf.text)} stands nowhere in the file; rule {leaf.rule} made it"
            yield Imbalance(INVENTED, message)


def _inside(books: _Books) -> Iterator[Imbalance]:
    """No span points past the end of the text."""
    length = len(books.text)
    leaves = (leaf.span for flow in books.flows for leaf in flow)
    omitted = (omission.span for omission in books.omissions)
    for span in chain(leaves, books.markup, omitted, books.pointers):
        if span is not None and span.end > length:
            yield Imbalance(OUTSIDE, f"{span} lies outside the {length} code points read", span)


def _explained(books: _Books) -> Iterator[Imbalance]:
    """What is left out has a kind and a reason."""
    for omission in books.omissions:
        if not (omission.kind and omission.reason):
            message = f"{_excerpt(omission.text)} is left out without a kind or a reason"
            yield Imbalance(UNEXPLAINED, message, omission.span)


CHECKS = (_once, _unaltered, _in_order, _not_invented, _inside, _explained)


def _excerpt(text: str, span: Span | None = None) -> str:
    words = text[span.start : span.end] if span else text
    return repr(words if len(words) <= _EXCERPT else words[: _EXCERPT - 1] + "…")
