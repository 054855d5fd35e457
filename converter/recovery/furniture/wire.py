"""Lines by which a wire files its copy: slugs (``BC-EU--Summit, 1st Ld``), numbers (``a0123``), and
the marks round headlines and bylines (``^Port reopens<``), which are no words."""

from __future__ import annotations

import re

from converter.model import Block, Document, Evidence, Paragraph, Span, Text, text_of
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.furniture.marking import with_role
from converter.schemas import ArticleSchema

RULE = "line-of-a-wire"
SLUG, NUMBER, NOTE = "wire-slug", "wire-number", "wire-note"
_SIGNS = {
    "a slug": (3.0, "codes in capitals, two hyphens or the number of a lead"),
    "a number of the wire": (2.0, "letters and digits by which a wire counts, and no more"),
    "initials of the desk": (2.0, "two letters or three between slashes, and no more"),
    "signed as wires do": (2.5, "the marks of a wire stand round it"),
}
_SLUG = pattern(
    r"""
    (?:[a-z]{1,2}\d{4}\s+)?(?:[a-z]\s){0,2}             # a0123 r i
    [A-Z]{2,4}(?:-{1,2}[\w.’'&/ ]{1,30}){1,8}           # BC-EU--Summit
    (?:,\s?[\w/ -]{1,40}){0,4}                          # , 1st Ld-Writethru, 450
    """,
    re.VERBOSE,
)
_LEAD = pattern(r"\b\d{1,2}(?:st|nd|rd|th)[ -](?:ld|lead|add)\b|writethru|\bld\b", re.IGNORECASE)
_NUMBER = pattern(
    r"[a-z]{1,2}\d{4}|[A-Z]{3}\d{3,4}|[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d\s\d{4}[A-Z]{0,4}"
)
_INITIALS = pattern(r"[a-z]{2,4}(?:/[a-z]{2,4}){1,4}")
_MAX_SLUG = 90
_BEFORE, _BEHIND = "^", "^<=+"
_SIGNED = "="
"""Closes the lines that name the author and his house."""


def recover_wire(document: Document, schema: ArticleSchema) -> Document:
    """Give slugs their role, and take the wire's marks off the lines that carry them."""
    blocks = tuple(_line(block) for block in document.blocks)
    return replace(document, blocks=blocks)


def _line(block: Block) -> Block:
    if not isinstance(block, Paragraph) or block.role:
        return block
    text = text_of(block)
    if text[:1] == _BEFORE:
        return _without_marks(block)
    if len(text) > _MAX_SLUG:
        return block
    if _SLUG.fullmatch(text) and ("--" in text or _LEAD.search(text)):
        return with_role(block, SLUG, RULE, _sign("a slug"))
    if _NUMBER.fullmatch(text):
        return with_role(block, NUMBER, RULE, _sign("a number of the wire"))
    if _INITIALS.fullmatch(text):
        return with_role(block, NOTE, RULE, _sign("initials of the desk"))
    return block


def _sign(name: str) -> Evidence:
    return Evidence(name, *_SIGNS[name])


def _without_marks(block: Paragraph) -> Paragraph:
    """``^By INES VALE=`` as ``By INES VALE``; the marks are the line's markup."""
    first, last = block.inlines[0], block.inlines[-1]
    if len(block.inlines) > 1 or not isinstance(first, Text) or first.span is None:
        return block
    assert last is first
    words = first.text.lstrip(_BEFORE)
    opening = len(first.text) - len(words)
    bare = words.rstrip(_BEHIND + " \t")
    if not bare.strip():
        return block
    bare = bare.lstrip()
    start = first.text.index(bare[0], opening) if bare else opening
    span = Span(first.span.start + start, first.span.start + start + len(bare))
    marks = [Span(first.span.start, first.span.start + opening)]
    behind = first.text[start + len(bare) :].strip()
    if behind:
        at = first.span.start + first.text.rindex(behind)
        marks.append(Span(at, at + len(behind)))
    markup = tuple(sorted((*block.markup, *marks)))
    line = replace(block, inlines=(Text(bare, span),), markup=markup)
    if behind == _SIGNED:
        return with_role(line, "byline", RULE, _sign("signed as wires do"))
    return line
