"""What parts of a document do for the reader: leads, conclusions, calls to action. Kept where
they stand, with a role."""

from __future__ import annotations

from converter.model import (
    Block,
    BulletList,
    Document,
    Evidence,
    Exchange,
    Heading,
    Paragraph,
    Provenance,
    Section,
    text_of,
)
from converter.records import record, replace
from converter.recovery.phrases import Phrases, phrases_of
from converter.recovery.terms import CALL, LEAD
from converter.recovery.words import fold, fold_all
from converter.schemas import ArticleSchema

_INTERVIEW, _ABOUT = "interview", "about"
_ABOUT_WORDS = 6
"""Words of a heading such as `About Vale Railways`; a longer one announces a subject."""
RULE = "role-by-words"
_LEAD_RULE = "first-paragraph"

_MAX_WORDS = 80
"""Words; a longer paragraph only speaks of what calls on the reader do."""
_LEAD_WORDS = 15
_CONFIDENCE = 0.85
_PLAIN = "paragraph"
"""What a paragraph with a role would else be."""
_OPENS = Evidence("opens the text", 1.0, "fifteen words or more, and no running text before it")
_HEADING_ROLES_NOT = frozenset({"contents", "faq"})


@record()
class _Words:
    """The schema's words: the phrases that call on the reader, the role of each heading, and the
    words that open a heading about somebody."""

    calls: Phrases
    headings: dict[str, str]
    about: tuple[str, ...]


def recover_roles(document: Document, schema: ArticleSchema) -> Document:
    """Give roles to paragraphs and sections."""
    words = _Words(
        phrases_of(schema, CALL),
        _heading_roles(schema),
        tuple(f"{text} " for text in fold_all(schema.headings.get(_ABOUT, ()))),
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
        folded = fold(text_of(section.heading)).rstrip(": .")
        named = words.headings.get(folded)
        if named:
            return named
        if folded.startswith(words.about) and folded.count(" ") < _ABOUT_WORDS:
            return _ABOUT
    return _INTERVIEW if sum(isinstance(block, Exchange) for block in blocks) > 1 else ""


def _paragraph(paragraph: Paragraph, words: _Words) -> Paragraph:
    text = text_of(paragraph)
    found = words.calls.within(fold(text)) if text.count(" ") < _MAX_WORDS else ""
    if not found:
        return paragraph
    because = Provenance(RULE, _CONFIDENCE, (Evidence(CALL, 1.0, found),), _PLAIN)
    return replace(paragraph, role=CALL, provenance=paragraph.provenance or because)


def _with_lead(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first paragraph of running text is the lead, when nothing but a heading, a byline,
    key points or the like stands before it."""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and not block.role and _is_running(block):
            because = Provenance(_LEAD_RULE, _CONFIDENCE, (_OPENS,), _PLAIN)
            lead = replace(block, role=LEAD, provenance=block.provenance or because)
            return (*blocks[:index], lead, *blocks[index + 1 :])
        if not isinstance(block, Paragraph | Heading | BulletList):
            break
    return blocks


def _is_running(paragraph: Paragraph) -> bool:
    return text_of(paragraph).count(" ") + 1 >= _LEAD_WORDS
