"""A contents list as the file holds it: the entries that Word made, without their page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import (
    Block,
    Contents,
    ContentsEntry,
    Inline,
    Link,
    Markup,
    Paragraph,
    Span,
    Text,
    leaves,
    split_inlines,
    text_of,
    walk,
)
from converter.patterns import pattern
from converter.readers.office.pieces import Piece
from converter.readers.office.roles import CONTENTS_TITLE

_PAGE = pattern(r"[\s.…·_]*\t[\s.…·_]*(?P<page>\d{1,4})\s*\Z")
_NUMBER = pattern(r"(?P<number>\d{1,3}(?:\.\d{1,3})*\.?)\s*\t\s*(?=\S)")
"""What Word writes behind and before the words of an entry: a tab with the page, the heading's
number with a tab."""


def contents_of(run: Sequence[Piece]) -> list[Block]:
    """The contents list of these pieces; their paragraphs when no entry has words."""
    title = run[0].inlines if run[0].kind == CONTENTS_TITLE else ()
    entries = [_entry(piece) for piece in run if piece.kind != CONTENTS_TITLE]
    if not entries:
        return [Paragraph(title)] if title else []
    return [Contents(tuple(entries), title)]


def _entry(piece: Piece) -> ContentsEntry:
    """An entry without the link and the tabs around its words. Its numbers are markup."""
    inlines = tuple(_unlinked(piece.inlines))
    markup: list[Span] = []
    text = text_of(*inlines)
    page = _PAGE.search(text)
    if page and page.start() > 0:
        inlines, cut = _cut(inlines, page.start(), keep_first=True)
        markup += cut
        text = text[: page.start()]
    number = _NUMBER.match(text)
    if number:
        inlines, cut = _cut(inlines, number.end(), keep_first=False)
        markup = [*cut, *markup]
    return ContentsEntry(inlines, piece.level, markup=tuple(markup))


def _unlinked(inlines: tuple[Inline, ...]) -> list[Inline]:
    found: list[Inline] = []
    for inline in inlines:
        found += inline.children if isinstance(inline, Link) else (inline,)
    return found


def _cut(
    inlines: tuple[Inline, ...], index: int, *, keep_first: bool
) -> tuple[tuple[Inline, ...], Markup]:
    """The inlines on one side of a place in their text, and the characters on the other."""
    before, after = split_inlines(inlines, _offset(inlines, index))
    kept, cut = (before, after) if keep_first else (after, before)
    return _trimmed(kept), tuple(span for inline in cut for span in _spans(inline))


def _offset(inlines: tuple[Inline, ...], index: int) -> int:
    """The offset in the reading text of the character at an index of the inlines' text."""
    reached = 0
    end = 0
    for leaf in leaves(inlines):
        assert leaf.span is not None
        if index < reached + len(leaf.text):
            return leaf.span.start + index - reached
        reached += len(leaf.text)
        end = leaf.span.end
    return end


def _spans(inline: Inline) -> list[Span]:
    return [
        leaf.span for leaf in walk((inline,)) if isinstance(leaf, Text) and leaf.span is not None
        and leaf.text.strip()
    ]  # fmt: skip


def _trimmed(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without white space at the end, which the cut leaves there."""
    kept = list(inlines)
    while kept and isinstance(kept[-1], Text) and not kept[-1].text.strip():
        kept.pop()
    if kept and isinstance(kept[-1], Text) and kept[-1].span is not None:
        text = kept[-1].text.rstrip()
        start = kept[-1].span.start
        kept[-1] = Text(text, Span(start, start + len(text)))
    return tuple(kept)
