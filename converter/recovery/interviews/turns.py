"""Labelled paragraphs become turns: the label apart from the words, the speaker resolved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import (
    Block,
    Document,
    Evidence,
    Heading,
    Inline,
    Paragraph,
    Provenance,
    Span,
    Turn,
    leaves,
    markup_of,
    split_inlines,
    text_of,
    walk,
)
from converter.recovery.evidence import confidence
from converter.recovery.interviews.labels import (
    THRESHOLD,
    Candidate,
    candidates,
    lexicon_of,
    proved,
)
from converter.recovery.interviews.speakers import names, roles
from converter.recovery.words import last_mark
from converter.schemas import ArticleSchema

_MAX_QUESTION = 1200
"""Code points; a longer paragraph that ends in a question mark is a speech, not a question."""
_MIN_TURNS = 2


def recover_turns(document: Document, schema: ArticleSchema) -> Document:
    """Make a Turn of every paragraph or heading whose label the document proves."""
    blocks = document.blocks
    lexicon = lexicon_of(schema)
    found = candidates(blocks, lexicon)
    if not found:
        return document
    labelled = {candidate.index for candidate in found}
    questions = frozenset(
        index for index, block in enumerate(blocks) if index not in labelled and _asks(block)
    )
    proof = proved(found, lexicon, questions)
    turns = [candidate for candidate in found if candidate.key in proof]
    introduction = (
        "\n".join(
            text_of(block)
            for block in blocks[: turns[0].index]
            if isinstance(block, Paragraph | Heading)
        )
        if turns
        else ""
    )
    name_of = names(turns, introduction)
    if len(turns) < _MIN_TURNS or (len(set(name_of.values())) < 2 and not questions):
        return document
    role_of = roles(turns, name_of, lexicon)
    changed = list(blocks)
    for turn in turns:
        name = name_of[turn.key]
        changed[turn.index] = _turn(blocks[turn.index], turn, name, role_of[name], proof[turn.key])
    return replace(document, blocks=tuple(changed))


def _asks(block: Block) -> bool:
    if not isinstance(block, Paragraph | Heading):
        return False
    text = text_of(block)
    return len(text) <= _MAX_QUESTION and last_mark(text) in "?？؟"


def _turn(
    block: Block, candidate: Candidate, name: str, role: str, signs: tuple[Evidence, ...]
) -> Turn:
    assert isinstance(block, Paragraph | Heading)
    flat = candidate.flat
    before, rest = _cut(block.inlines, flat.offset(candidate.start))
    label, rest = _cut(rest, flat.offset(candidate.stop - 1) + 1)
    if candidate.speech < len(flat.text):
        between, words = _cut(rest, flat.offset(candidate.speech))
    else:
        between, words = rest, ()
    opening = flat.offset(candidate.start)
    own = tuple(span for span in block.markup if words and span.start > opening)
    markup = _spans_of(before) + _spans_of(between)
    markup += tuple(span for span in block.markup if span not in own)
    speech = (replace(block, inlines=words, markup=own),) if words else ()
    return Turn(
        speech,
        label=label,
        speaker=name,
        role=role,
        markup=markup,
        provenance=Provenance("labelled-turn", confidence(signs, THRESHOLD), signs, "paragraph"),
    )


def _cut(inlines: tuple[Inline, ...], offset: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    return split_inlines(inlines, offset)


def _spans_of(inlines: Sequence[Inline]) -> tuple[Span, ...]:
    """The spans of inlines that turned out to be marks: the colon, brackets, a stress mark."""
    spans = [span for inline in walk(inlines) for span in markup_of(inline)]
    for leaf in leaves(inlines):
        text = leaf.text.strip()
        if text and leaf.span is not None:
            start = leaf.span.start + leaf.text.index(text)
            spans.append(Span(start, start + len(text)))
    return tuple(sorted(spans))
