"""Which of the shipped schemas fits a document, and why."""

from __future__ import annotations

from collections import Counter

from converter.model import (
    BulletList,
    Contents,
    Document,
    Exchange,
    OrderedList,
    Section,
    Table,
    text_of,
    walk,
)
from converter.recovery.terms import ARTICLE

_MIN_EXCHANGES = 2
_SHARE = 0.4
"""Of the characters; exchanges that hold so many make a document an interview."""
_BRIEFING_PARTS = 3
"""Tables, lists and contents lists that make a document with sections a briefing."""


def genre_of(document: Document) -> tuple[str, str]:
    """The name of a shipped schema, and the reason in words."""
    kinds = Counter(type(node) for node in walk(document.blocks))
    exchanges = [node for node in walk(document.blocks) if isinstance(node, Exchange)]
    length = max(1, len(text_of(*document.blocks)))
    share = sum(len(text_of(exchange)) for exchange in exchanges) / length
    if len(exchanges) >= _MIN_EXCHANGES and share >= _SHARE:
        return "interview", f"{len(exchanges)} exchanges hold {share:.0%} of the text"
    articles = sum(
        isinstance(block, Section) and block.role == ARTICLE for block in document.blocks
    )
    parts = kinds[Table] + kinds[Contents] + kinds[BulletList] + kinds[OrderedList]
    if articles > 1:
        return "briefing", f"{articles} articles in one file"
    if kinds[Section] > _BRIEFING_PARTS and kinds[Table] and parts >= _BRIEFING_PARTS:
        return "briefing", f"{kinds[Section]} sections with {kinds[Table]} tables and lists"
    return "article", "running text under headings" if kinds[Section] else "running text"
