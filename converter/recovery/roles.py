"""What parts of a document do for the reader: leads, conclusions, calls to action, credits,
bylines. Kept where they stand, with a role."""

from __future__ import annotations

from dataclasses import dataclass, replace

from converter.model import (
    Block,
    Document,
    Evidence,
    Exchange,
    Heading,
    Paragraph,
    Provenance,
    Section,
    text_of,
)
from converter.recovery.phrases import Phrases, phrases_of
from converter.recovery.words import fold, fold_all
from converter.schemas import ArticleSchema

LEAD, CALL, INTERVIEW = "lead", "call-to-action", "interview"
RULE = "role-by-words"
_LEAD_RULE = "first-paragraph"

_WHOLE = frozenset({"end-mark"})
"""Roles whose phrase is all of the paragraph."""
_INSIDE = frozenset({CALL, "embargo"})
"""Roles whose phrase may stand anywhere in the paragraph; elsewhere it opens it."""
_MAX_WORDS = {CALL: 80, "embargo": 40}
_SHORT_WORDS = 30
"""Words; credits, bylines and buttons are lines, and a longer paragraph only speaks of them."""
_LEAD_WORDS = 15
_CONFIDENCE = 0.85
_HEADING_ROLES_NOT = frozenset({"contents", "faq"})


@dataclass(frozen=True, slots=True)
class _Words:
    """The schema's words: phrases role by role, and the role of each heading."""

    phrases: tuple[tuple[str, Phrases], ...]
    headings: dict[str, str]


def recover_roles(document: Document, schema: ArticleSchema) -> Document:
    """Give roles to paragraphs and sections."""
    words = _Words(
        tuple((role, phrases_of(schema, role)) for role in schema.phrases),
        _heading_roles(schema),
    )
    blocks = tuple(_role(block, words) for block in document.blocks)
    return replace(document, blocks=_with_lead(blocks))


def _heading_roles(schema: ArticleSchema) -> dict[str, str]:
    return {
        text: role
        for role, texts in schema.headings.items()
        if role not in _HEADING_ROLES_NOT
        for text in fold_all(texts)
    }


def _role(block: Block, words: _Words) -> Block:
    match block:
        case Paragraph() if not block.role:
            return _paragraph(block, words)
        case Section():
            inner = tuple(_role(child, words) for child in block.blocks)
            role = block.role or _section_role(block, inner, words)
            if block.level == 1:
                inner = _with_lead(inner)
            return replace(block, blocks=inner, role=role)
    return block


def _section_role(section: Section, blocks: tuple[Block, ...], words: _Words) -> str:
    if section.heading is not None:
        named = words.headings.get(fold(text_of(section.heading)).rstrip(": ."))
        if named:
            return named
    return INTERVIEW if sum(isinstance(block, Exchange) for block in blocks) > 1 else ""


def _paragraph(paragraph: Paragraph, words: _Words) -> Paragraph:
    text = text_of(paragraph)
    length = text.count(" ") + 1
    if length > max(_MAX_WORDS.values()):
        return paragraph
    folded = fold(text)
    for role, phrases in words.phrases:
        found = _find(role, phrases, folded) if length <= _MAX_WORDS.get(role, _SHORT_WORDS) else ""
        if found:
            because = Provenance(RULE, _CONFIDENCE, (Evidence(role, 1.0, found),))
            return replace(paragraph, role=role, provenance=paragraph.provenance or because)
    return paragraph


def _find(role: str, phrases: Phrases, folded: str) -> str:
    if role in _INSIDE:
        return phrases.within(folded)
    return phrases.whole(folded) if role in _WHOLE else phrases.opening(folded)


def _with_lead(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first paragraph of running text is the lead, when nothing but a heading, a byline or
    the like stands before it."""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and not block.role and _is_running(block):
            because = Provenance(_LEAD_RULE, _CONFIDENCE)
            lead = replace(block, role=LEAD, provenance=block.provenance or because)
            return (*blocks[:index], lead, *blocks[index + 1 :])
        if not isinstance(block, Paragraph | Heading):
            break
    return blocks


def _is_running(paragraph: Paragraph) -> bool:
    return text_of(paragraph).count(" ") + 1 >= _LEAD_WORDS
