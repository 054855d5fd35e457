"""Labelled paragraphs become turns: the label apart from the words, the speaker resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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
    extent,
    join_texts,
    leaves,
    line_end_between,
    markup_of,
    split_inlines,
    text_of,
    walk,
)
from converter.records import record, replace
from converter.recovery.evidence import confidence
from converter.recovery.interviews.dashes import dash_turns
from converter.recovery.interviews.double_dashes import double_dash_turns
from converter.recovery.interviews.introduction import introduction
from converter.recovery.interviews.labels import EVEN, QUOTES, proved
from converter.recovery.interviews.patterns import (
    COLON,
    KEY_VALUE,
    Candidate,
    Lexicon,
    candidates,
    lexicon_of,
)
from converter.recovery.interviews.questions import is_question
from converter.recovery.interviews.speakers import QUESTION, names, roles
from converter.recovery.words import asks, ends_sentence, last_mark
from converter.schemas import ArticleSchema

_MIN_TURNS = 2
_OFTEN = 3
"""Turns of each of two speakers of whom none asks."""
_SMALL_PART = 3
"""The text round a scene that it quotes is so many times as long."""
_MOSTLY = 0.8
"""Share of the turns of the only label that end as a question."""


def recover_turns(document: Document, schema: ArticleSchema) -> Document:
    """Make a Turn of every paragraph or heading whose label the document proves, and give each that
    the file states its role; else of every paragraph of a talk whose turns begin with dashes."""
    blocks = document.blocks
    turns = _labelled(document, lexicon_of(schema))
    if turns is None:
        dashed = double_dash_turns(document) or dash_turns(document, schema)
        return replace(document, blocks=dashed)
    changed: list[Block] = []
    for index, block in enumerate(blocks):
        turn = turns.get(index)
        if turn is not None:
            above = changed.pop() if turn.candidate.timed else None
            changed.append(labelled_turn(block, turn, document.source.text, above))
        elif (last := turns.get(index - 1)) is not None and last.candidate.below:
            head = changed.pop()
            assert isinstance(head, Turn)
            changed.append(replace(head, blocks=(block,)))
        else:
            changed.append(block)
    return replace(document, blocks=tuple(changed))


@record()
class Found:
    """A proved candidate, who speaks in it, and why."""

    candidate: Candidate
    name: str
    role: str
    signs: tuple[Evidence, ...]


def _labelled(document: Document, lexicon: Lexicon) -> dict[int, Found] | None:
    """The labelled turns by the index of their block; None when the document proves none."""
    blocks = document.blocks
    found = candidates(blocks, lexicon)
    if not found:
        return None
    labelled = {item.index for item in found}
    questions = frozenset(
        index for index, block in enumerate(blocks) if index not in labelled and is_question(block)
    )
    introduced = introduction(blocks[: found[0].index])
    proof = proved(found, lexicon, questions, introduced)
    turns = _without_headline([item for item in found if item.key in proof])
    if len(turns) < _MIN_TURNS:
        return None
    name_of = names(turns, introduced, lexicon)
    role_of = roles(turns, name_of, lexicon, is_asked=bool(questions))
    if not questions and not _is_talk(turns, blocks, name_of, role_of):
        return None
    if _is_scene(turns, blocks, lexicon):
        return None
    return {
        turn.index: Found(turn, name_of[turn.key], role_of[name_of[turn.key]], proof[turn.key])
        for turn in turns
    }


def _without_headline(turns: list[Candidate]) -> list[Candidate]:
    """The turns less a first one that is a headline: ``Ines Vale: “I love the fog”``, by somebody
    whose other turns stand in no quotation marks."""
    same = [turn for turn in turns[1:] if turn.key == turns[0].key]
    is_quoted = bool(turns) and turns[0].words[:1] in QUOTES
    return turns[1:] if is_quoted and not any(turn.words[:1] in QUOTES for turn in same) else turns


def _is_talk(
    turns: Sequence[Candidate],
    blocks: Sequence[Block],
    name_of: dict[str, str],
    role_of: dict[str, str],
) -> bool:
    """Whether one speaker asks and another speaks, or two speak again and again; or the only label
    asks each time, and words without label stand below it."""
    is_asked = QUESTION in role_of.values()
    if len(role_of) > 1:
        times = Counter(name_of[turn.key] for turn in turns)
        return is_asked or sum(count >= _OFTEN for count in times.values()) > 1
    asked = sum(asks(turn.words) for turn in turns)
    places = {turn.index for turn in turns}
    answered = sum(turn.index + 1 < len(blocks) and turn.index + 1 not in places for turn in turns)
    return is_asked and asked >= _MOSTLY * len(turns) and answered == len(turns)


def _is_scene(turns: Sequence[Candidate], blocks: Sequence[Block], lexicon: Lexicon) -> bool:
    """Whether a text quotes some lines of a talk between others: a colon announces them, names the
    schema does not know stand before them, and they are a small part of a text that goes on."""
    first, last = turns[0].index, turns[-1].index
    if first == 0 or any(lexicon.knows(turn.key) or turn.form != COLON for turn in turns):
        return False
    if last_mark(text_of(blocks[first - 1])) not in ":：" or last - first >= 2 * len(turns):
        return False
    said = sum(len(turn.flat.text) for turn in turns)
    below = sum(len(text_of(block)) for block in blocks[last + 1 :] if _is_running(block))
    above = sum(len(text_of(block)) for block in blocks[:first] if _is_running(block))
    return below > said and above + below > _SMALL_PART * said


def _is_running(block: Block) -> bool:
    """Whether a block is a paragraph that ends as sentences do."""
    return isinstance(block, Paragraph) and ends_sentence(text_of(block))


def labelled_turn(block: Block, found: Found, text: str, above: Block | None = None) -> Turn:
    """The turn of a block that a label opens; ``above`` is the line that holds its time."""
    because = Provenance("labelled-turn", confidence(found.signs, EVEN), found.signs, "paragraph")
    if isinstance(block, Turn):
        return replace(block, speaker=found.name, role=found.role, provenance=because)
    assert isinstance(block, Paragraph | Heading)
    candidate = found.candidate
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
    if isinstance(above, Paragraph | Heading):
        label = _with_time(above, before, label, text)
        markup += above.markup
    if isinstance(block, Paragraph) and block.role == KEY_VALUE:
        block = replace(block, role="", provenance=None)
    speech = (replace(block, inlines=words, markup=own),) if words else ()
    return Turn(
        speech,
        label=label,
        speaker=found.name,
        role=found.role,
        markup=tuple(sorted(markup)),
        provenance=because,
    )


def _with_time(
    above: Paragraph | Heading, before: tuple[Inline, ...], label: tuple[Inline, ...], text: str
) -> tuple[Inline, ...]:
    """The label with the time on the line above it."""
    time, own = extent(*above.inlines), extent(*before, *label)
    assert time is not None
    assert own is not None
    return join_texts((*above.inlines, line_end_between(text, time.end, own.start), *label))


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
