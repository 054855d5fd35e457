"""What parts of a document do for the reader: leads, conclusions, calls to action. Kept where
they stand, with a role."""

from __future__ import annotations

from collections.abc import Sequence

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
from converter.recovery.terms import CALL, LEAD, SIGNED_ROLES, STANDFIRST
from converter.recovery.words import ends_sentence, fold, fold_all, last_mark, word_count
from converter.schemas import ArticleSchema

_INTERVIEW, _ABOUT, _RELATED, _LINKS = "interview", "about", "related", "read-more"
_LINK_WORDS = 20
"""Words of a line that is the title of another text."""
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
_ABOVE = Evidence(
    "above the author", 2.0, "running text over the line that says who wrote it or when"
)
_STANDFIRST_WORDS, _REACH = 60, 6
"""Words of a standfirst at most, and blocks below it in which the text begins."""
_HEADING_ROLES_NOT = frozenset({"contents", "faq"})


@record()
class _Words:
    """The schema's words: the phrases that call on the reader, the role of each heading, and the
    words that open a heading about somebody."""

    calls: Phrases
    headings: dict[str, str]
    about: tuple[str, ...]
    related: frozenset[str]


def recover_roles(document: Document, schema: ArticleSchema) -> Document:
    """Give roles to paragraphs and sections."""
    words = _Words(
        phrases_of(schema, CALL),
        _heading_roles(schema),
        tuple(f"{text} " for text in fold_all(schema.headings.get(_ABOUT, ()))),
        fold_all(schema.headings.get(_RELATED, ())),
    )
    blocks = tuple(_role(block, words) for block in document.blocks)
    blocks = _with_links(blocks, words.related, below_title=False)
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
            inner = _with_links(inner, words.related, below_title=role == _RELATED)
            if block.level == 1:
                inner = _with_lead(inner)
            return replace(block, blocks=inner, role=role)
    return block


def _section_role(section: Section, blocks: tuple[Block, ...], words: _Words) -> str:
    if section.heading is not None:
        folded = fold(text_of(section.heading)).rstrip(": .")
        named = words.headings.get(folded)
        if named == _RELATED and any(map(_tells, blocks)):
            return ""  # the article goes on below the links
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


def _with_links(
    blocks: tuple[Block, ...], titles: frozenset[str], *, below_title: bool
) -> tuple[Block, ...]:
    """The lines that lead to other texts in their role: below one of these titles, or first in a
    section with such a heading, until a line ends as a sentence."""
    changed = list(blocks)
    follows = below_title
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.role:
            follows = False
            continue
        text = text_of(block)
        is_title = fold(text).rstrip(": ：") in titles
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        is_title = is_title and isinstance(below, Paragraph) and _is_link(below)
        follows = is_title or (follows and _is_link(block))
        if follows:
            sign = Evidence(_LINKS, 1.0, "titles below words such as `Read more`")
            because = block.provenance or Provenance(RULE, _CONFIDENCE, (sign,), _PLAIN)
            changed[index] = replace(block, role=_LINKS, provenance=because)
    return tuple(changed)


def _is_link(paragraph: Paragraph) -> bool:
    text = text_of(paragraph)
    return not paragraph.role and word_count(text) <= _LINK_WORDS and last_mark(text) not in ".。"


def _tells(block: Block) -> bool:
    """Whether a block is running text that ends as a sentence."""
    return isinstance(block, Paragraph) and _is_running(block) and ends_sentence(text_of(block))


def _with_lead(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The first paragraph of running text is the lead, when nothing but a heading, a byline,
    key points or the like stands before it; above an author or a date it is the standfirst."""
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and not block.role and _is_running(block):
            if _is_standfirst(blocks, index):
                blocks = _with(blocks, index, STANDFIRST, _ABOVE)
                continue
            return _with(blocks, index, LEAD, _OPENS)
        if not isinstance(block, Paragraph | Heading | BulletList):
            break
    return blocks


def _with(blocks: tuple[Block, ...], index: int, role: str, sign: Evidence) -> tuple[Block, ...]:
    block = blocks[index]
    assert isinstance(block, Paragraph)
    because = block.provenance or Provenance(_LEAD_RULE, _CONFIDENCE, (sign,), _PLAIN)
    return (*blocks[:index], replace(block, role=role, provenance=because), *blocks[index + 1 :])


def _is_standfirst(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line below says who wrote the text or when, and running text follows."""
    if index + 1 >= len(blocks) or getattr(blocks[index + 1], "role", "") not in SIGNED_ROLES:
        return False
    if any(getattr(block, "role", "") in (STANDFIRST, *SIGNED_ROLES) for block in blocks[:index]):
        return False
    return text_of(blocks[index]).count(" ") < _STANDFIRST_WORDS and any(
        isinstance(block, Paragraph) and not block.role and _is_running(block)
        for block in blocks[index + 2 : index + 2 + _REACH]
    )


def _is_running(paragraph: Paragraph) -> bool:
    return text_of(paragraph).count(" ") + 1 >= _LEAD_WORDS
