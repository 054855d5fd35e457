"""Turns take in the paragraphs that belong to them, and become exchanges: one question and the
turns that answer it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.model import (
    Block,
    Document,
    Evidence,
    Exchange,
    Heading,
    Paragraph,
    Provenance,
    ThematicBreak,
    Turn,
    text_of,
)
from converter.recovery.evidence import confidence
from converter.recovery.interviews.labels import name_words
from converter.recovery.interviews.questions import (
    THRESHOLD,
    is_question,
    unlabelled_questions,
)
from converter.recovery.interviews.speakers import ANSWER, QUESTION
from converter.recovery.phrases import phrases_of
from converter.recovery.words import fold
from converter.schemas import ArticleSchema

_UNLABELLED = "unlabelled-turn"
_PAIR = "question-with-answers"
_TEXT = "text"
"""What a turn without label would else be."""


def recover_exchanges(document: Document, schema: ArticleSchema) -> Document:
    """Gather turns, their paragraphs and their questions into exchanges."""
    blocks = document.blocks
    if any(isinstance(block, Turn) for block in blocks):
        gathered = _gather(_label_free_questions(blocks), schema)
    else:
        found, signs = unlabelled_questions(document, blocks, schema)
        if not found:
            return document
        gathered = _unlabelled_turns(blocks, found, signs, schema)
    return replace(document, blocks=tuple(_pair(gathered)))


# --- turns take in what follows them ----------------------------------------------------------


def _label_free_questions(blocks: Sequence[Block]) -> list[Block]:
    """Where answers are labelled and questions are not, the asking block before an answer is a
    question turn."""
    turns = [block for block in blocks if isinstance(block, Turn)]
    if any(turn.role == QUESTION for turn in turns):
        return list(blocks)
    changed = list(blocks)
    first = next(index for index, block in enumerate(blocks) if isinstance(block, Turn))
    for index, block in enumerate(blocks):
        if index >= first - 1 and is_question(block) and _is_answered(blocks, index):
            changed[index] = Turn((block,), role=QUESTION, provenance=_because(()))
    return changed


def _is_answered(blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return isinstance(following, Turn) or (
        isinstance(following, Paragraph) and not is_question(following)
    )


def _because(signs: tuple[Evidence, ...]) -> Provenance:
    return Provenance(_UNLABELLED, confidence(signs, THRESHOLD) if signs else 0.8, signs, _TEXT)


def _gather(blocks: list[Block], schema: ArticleSchema) -> list[Block]:
    """Every turn with the blocks up to the next turn, heading or break."""
    gathered: list[Block] = []
    farewell = _Farewell(blocks, schema)
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, Turn):
            gathered.append(block)
            at += 1
            continue
        end = at + 1
        while end < len(blocks) and not isinstance(blocks[end], Turn | Heading | ThematicBreak):
            end += 1
        following = tuple(blocks[at + 1 : end])
        next_turn = blocks[end] if end < len(blocks) else None
        gathered += _close_turn(block, following, next_turn, farewell)
        at = end
    return gathered


def _close_turn(
    turn: Turn,
    following: tuple[Block, ...],
    next_turn: Block | None,
    farewell: _Farewell,
) -> list[Block]:
    is_last = not isinstance(next_turn, Turn)
    own: tuple[Block, ...] = following
    rest: tuple[Block, ...] = ()
    if is_last and following:
        cut = farewell.begins(following)
        own, rest = following[:cut], following[cut:]
    answered = isinstance(next_turn, Turn) and next_turn.role != QUESTION
    if turn.role == QUESTION and not answered and own:
        asked = _last_asking(turn, own)
        question = replace(turn, blocks=turn.blocks + own[:asked])
        if own[asked:]:
            answer = Turn(own[asked:], role=ANSWER, provenance=_because(()))
            return [question, answer, *rest]
        return [question, *rest]
    return [replace(turn, blocks=turn.blocks + own), *rest]


def _last_asking(turn: Turn, own: tuple[Block, ...]) -> int:
    """How many of the blocks after an unanswered question still belong to it: up to the last
    one that asks, when the question's own words do not."""
    if turn.blocks and is_question(turn.blocks[-1]):
        return 0
    for index, block in enumerate(own):
        if is_question(block):
            return index + 1
    return 0


_THANKS = re.compile(
    r"\b(?:thank(?:s| you)|gracias|agrade[cz]\w+|merci|remerci\w+|danke\w*|grazie|ringrazi\w+|"
    r"obrigad[oa])\b",
    re.IGNORECASE,
)
_EDITED = re.compile(
    r"""
    \W*(?:this\ (?:interview|article|conversation|transcript|post)
    | esta\ entrevista | cet\ (?:entretien|article) | cette\ interview
    | dieses\ (?:gespräch|interview) | das\ (?:gespräch|interview) | (?:questa\ |l')intervista
    | editor's\ note | (?:interviewed|edited|reporting|written|interview)\ by)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+")
_CALLS = ("call-to-action", "correction", "read-more", "share", "editor-note")
"""Phrase roles that close an interview."""


class _Farewell:
    """What tells, behind a last turn, the closing that belongs to nobody."""

    def __init__(self, blocks: Sequence[Block], schema: ArticleSchema) -> None:
        turns = [block for block in blocks if isinstance(block, Turn)]
        self._speakers = {name for turn in turns for name in _names(turn)}
        self._calls = phrases_of(schema, *_CALLS)

    def begins(self, following: tuple[Block, ...]) -> int:
        """The first block of the closing: a paragraph that speaks of a speaker by name, thanks,
        tells how the text was made, or calls the reader to do something."""
        for index, block in enumerate(following):
            if not isinstance(block, Paragraph):
                continue
            text = fold(text_of(block))
            words = set(_WORD.findall(text))
            if self._speakers & words or _EDITED.match(text) or self._calls.within(text):
                return index
            if index and _THANKS.search(text):
                return index
        return len(following)


def _names(turn: Turn) -> list[str]:
    """The parts of a speaker's name that are long enough not to be a common word."""
    if len(turn.speaker.split()) < 2:
        return []
    return [word for word in name_words(fold(turn.speaker)) if len(word) > 3]


# --- questions without label ------------------------------------------------------------------


def _unlabelled_turns(
    blocks: Sequence[Block],
    found: dict[int, int],
    signs: tuple[Evidence, ...],
    schema: ArticleSchema,
) -> list[Block]:
    changed: list[Block] = []
    at, last = 0, max(found)
    because = _because(signs)
    farewell = _Farewell((), schema)
    while at < len(blocks):
        end = found.get(at)
        if end is None:
            changed.append(blocks[at])
            at += 1
            continue
        answer = tuple(blocks[at + 1 : end])
        cut = max(1, farewell.begins(answer)) if at == last else len(answer)
        changed.append(Turn((blocks[at],), role=QUESTION, provenance=because))
        changed.append(Turn(answer[:cut], role=ANSWER, provenance=because))
        changed += answer[cut:]
        at = end
    return changed


# --- exchanges --------------------------------------------------------------------------------


def _pair(blocks: list[Block]) -> list[Block]:
    """Each question with the answers behind it; a turn that belongs to no question stays."""
    paired: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if not (isinstance(block, Turn) and block.role == QUESTION):
            paired.append(block)
            at += 1
            continue
        question, at = _question(blocks, at)
        answers: list[Turn] = []
        while at < len(blocks):
            turn = blocks[at]
            if not isinstance(turn, Turn) or turn.role == QUESTION:
                break
            answers.append(turn)
            at += 1
        paired += _exchange(question, tuple(answers))
    return paired


def _question(blocks: list[Block], at: int) -> tuple[Turn, int]:
    """A question turn; turns of the same speaker right behind it are part of it."""
    question = blocks[at]
    assert isinstance(question, Turn)
    at += 1
    while at < len(blocks):
        more = blocks[at]
        if not isinstance(more, Turn) or more.role != QUESTION or more.speaker != question.speaker:
            break
        question = replace(question, blocks=(*question.blocks, more))
        at += 1
    return question, at


def _exchange(question: Turn, answers: tuple[Turn, ...]) -> list[Block]:
    if not answers:
        return [question]
    turns = (question, *answers)
    sure = min(turn.provenance.confidence for turn in turns if turn.provenance is not None)
    return [
        Exchange(
            question, answers, Provenance(_PAIR, sure, (), "turns that do not belong together")
        )
    ]
