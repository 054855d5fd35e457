"""Leftovers of a broken export inside a line: ``...policy.n### The Next Headline``, where a line
break was written as the letter n. The paragraph ends there and a heading begins."""

from __future__ import annotations

import re

from converter.model import (
    INFO,
    Block,
    Document,
    Evidence,
    Heading,
    Notice,
    Omission,
    Paragraph,
    Provenance,
    Span,
    text_of,
)
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.flat import flatten, part, start_of
from converter.schemas import ArticleSchema

_MARK = pattern(
    r"""
      (?<=\S)(?P<written>\\n|\\r\\n|n)(?P<hashes>\#{2,6})[ \t]+(?=\S)     # policy.n### Title
    | (?<=[.!?…"”’»)\]])(?P<single>\\n|n)(?P<one>\#)[ \t]+(?=\S)          # policy.n# Title
    | (?<=[.!?…"”’»)\]])[ \t]*(?P<bare>\#{2,6})[ \t]+(?=\S)               # policy.### Title
    """,
    re.VERBOSE,
)
RULE = "heading-in-a-line"
_EVIDENCE = (Evidence("hashes in the line", 4.0, "heading marks stand inside a paragraph"),)
_CONFIDENCE = 0.97


def recover_debris(document: Document, schema: ArticleSchema) -> Document:
    """Split paragraphs where heading marks stand in them; leave the stray letters out."""
    blocks: list[Block] = []
    omissions: list[Omission] = []
    for block in document.blocks:
        if isinstance(block, Paragraph) and "#" in text_of(block):
            blocks += _split(block, omissions)
        else:
            blocks.append(block)
    if len(blocks) == len(document.blocks):
        return document
    notices = tuple(
        Notice("C301", INFO, f"left out {item.text!r}, a line break written as text", item.span)
        for item in omissions
    )
    return replace(
        document,
        blocks=tuple(blocks),
        omissions=document.omissions + tuple(omissions),
        notices=document.notices + notices,
    )


def _split(paragraph: Paragraph, omissions: list[Omission]) -> list[Block]:
    flat = flatten(paragraph.inlines)
    pieces: list[Block] = []
    start, level = start_of(paragraph), 0
    marks: tuple[Span, ...] = ()
    for match in _MARK.finditer(flat.text):
        hashes = next(name for name in ("hashes", "one", "bare") if match[name])
        end = flat.offset(match.start(hashes))
        mark = Span(end, end + len(match[hashes]))
        written = match["written"] or match["single"] or ""
        if written:
            end -= len(written)
            reason = "a line break written as text"
            omissions.append(Omission("debris", reason, written, Span(end, end + len(written))))
        pieces.append(_piece(part(paragraph, start, end), level, marks))
        start, level, marks = mark.end, len(mark), (mark,)
    if not marks:
        return [paragraph]
    end = flat.offset(len(flat.text) - 1) + 1
    pieces.append(_piece(part(paragraph, start, end), level, marks))
    return pieces


def _piece(paragraph: Paragraph, level: int, marks: tuple[Span, ...]) -> Block:
    if not level:
        return paragraph
    markup = marks + paragraph.markup
    because = Provenance(RULE, _CONFIDENCE, _EVIDENCE, "words of the paragraph")
    return Heading(level, paragraph.inlines, markup, because)
