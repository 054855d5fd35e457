"""Turns take in the paragraphs that belong to them, and become exchanges: one question and the
turns that answer it."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import (
    Block,
    Document,
    Evidence,
    Exchange,
    Heading,
    Provenance,
    ThematicBreak,
    Turn,
)
from converter.records import replace
from converter.recovery.evidence import confidence
from converter.recovery.interviews.farewell import Farewell
from converter.recovery.interviews.introduction import Introduction, introduction
from converter.recovery.interviews.kin import looks_like_name
from converter.recovery.interviews.patterns import COLON, Lexicon, candidates, lexicon_of
from converter.recovery.interviews.persons import Persons
from converter.recovery.interviews.prompts import are_quoted, label_free, speech, with_prompts
from converter.recovery.interviews.questions import (
    THRESHOLD,
    is_question,
    unlabelled_questions,
)
from converter.recovery.interviews.speakers import ANSWER, QUESTION
from converter.recovery.interviews.turns import Found, labelled_turn
from converter.schemas import ArticleSchema

_UNLABELLED = "unlabelled-turn"
_PAIR = "question-with-answers"
_ONCE = Evidence("named once", 2.0, "a name opens the first question or answer, and no later one")
_TEXT = "text"
"""What a turn without label would else be."""


def recover_exchanges(document: Document, schema: ArticleSchema) -> Document:
    """Gather turns, their paragraphs and their questions into exchanges."""
    blocks, persons = document.blocks, Persons(document.language)
    if any(isinstance(block, Turn) for block in blocks):
        gathered = _gather(_label_free_questions(blocks), schema, persons)
    else:
        found, signs = unlabelled_questions(document, blocks, schema)
        if not found:
            return document
        gathered = _unlabelled_turns(document, with_prompts(blocks, found, persons), signs, schema)
    return replace(document, blocks=tuple(_pair(gathered)))


# --- turns take in what follows them ----------------------------------------------------------


def _label_free_questions(blocks: Sequence[Block]) -> list[Block]:
    """Where answers are labelled and questions are not, the block before an answer that asks or
    prompts is a question turn."""
    changed = list(blocks)
    for index in label_free(blocks):
        changed[index] = Turn((blocks[index],), role=QUESTION, provenance=_because(()))
    return changed


def _because(signs: tuple[Evidence, ...]) -> Provenance:
    return Provenance(_UNLABELLED, confidence(signs, THRESHOLD) if signs else 0.8, signs, _TEXT)


def _gather(blocks: list[Block], schema: ArticleSchema, persons: Persons) -> list[Block]:
    """Every turn with the blocks up to the next turn, heading or break."""
    gathered: list[Block] = []
    turns = [index for index, block in enumerate(blocks) if isinstance(block, Turn)]
    ends = [_end(blocks, at) for at in turns]
    more = [
        len(speech(blocks, at + 1, end))
        for at, end in zip(turns, ends, strict=True)
        if _answers(blocks[at])
    ]
    answers = [blocks[at] for at in turns if _answers(blocks[at])]
    farewell = Farewell(
        blocks,
        introduction(blocks[: turns[0]]),
        schema,
        more[:-1],
        persons,
        are_quoted=are_quoted(answers),
    )
    at = 0
    for start, end in zip(turns, ends, strict=True):
        turn = blocks[start]
        assert isinstance(turn, Turn)
        gathered += blocks[at:start]
        following = tuple(blocks[start + 1 : end])
        if start == turns[-1] and turn.role == QUESTION and farewell.follows(turn):
            gathered += [turn, *following]
        else:
            next_turn = blocks[end] if end < len(blocks) else None
            is_end = start == turns[-1]
            gathered += _close_turn(turn, following, next_turn, farewell, is_end=is_end)
        at = end
    return gathered + blocks[at:]


def _answers(block: Block) -> bool:
    return isinstance(block, Turn) and block.role != QUESTION


def _end(blocks: Sequence[Block], at: int) -> int:
    """Where what a turn can hold ends: at the next turn, heading or break."""
    at += 1
    while at < len(blocks) and not isinstance(blocks[at], Turn | Heading | ThematicBreak):
        at += 1
    return at


def _close_turn(
    turn: Turn,
    following: tuple[Block, ...],
    next_turn: Block | None,
    farewell: Farewell,
    *,
    is_end: bool,
) -> list[Block]:
    is_last = not isinstance(next_turn, Turn)
    own: tuple[Block, ...] = following
    rest: tuple[Block, ...] = ()
    if is_last and following:
        cut = farewell.begins(following, 0 if is_end else -1)
        own, rest = following[:cut], following[cut:]
    answered = isinstance(next_turn, Turn) and next_turn.role != QUESTION
    if turn.role == QUESTION and not answered and own:
        asked = _last_asking(turn, own)
        question = replace(turn, blocks=turn.blocks + own[:asked])
        if speech(own, asked, len(own)):
            answer = Turn(own[asked:], role=ANSWER, provenance=_because(()))
            return [question, answer, *rest]
        return [replace(turn, blocks=turn.blocks + own), *rest]
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


# --- questions without label ------------------------------------------------------------------


def _unlabelled_turns(
    document: Document,
    found: dict[int, int],
    signs: tuple[Evidence, ...],
    schema: ArticleSchema,
) -> list[Block]:
    blocks = document.blocks
    changed: list[Block] = []
    at, first, last = 0, min(found), max(found)
    because = _because(signs)
    more = [len(speech(blocks, start + 2, end)) for start, end in found.items() if start != last]
    introduced = introduction(blocks[:first])
    answers = [blocks[start + 1] for start in found]
    persons = Persons(document.language)
    farewell = Farewell((), introduced, schema, more, persons, are_quoted=are_quoted(answers))
    named = _named_once(document, first, introduced, lexicon_of(schema))
    while at < len(blocks):
        end = found.get(at)
        if end is None:
            changed.append(blocks[at])
            at += 1
            continue
        answer = tuple(blocks[at + 1 : end])
        cut = max(1, farewell.begins(answer, 1)) if at == last else len(answer)
        question = named.get(at) or Turn((blocks[at],), role=QUESTION, provenance=because)
        said = named.get(at + 1) or Turn(answer[:1], role=ANSWER, provenance=because)
        changed += [question, replace(said, blocks=said.blocks + answer[1:cut])]
        changed += answer[cut:]
        at = end
    return changed


def _named_once(
    document: Document, first: int, introduced: Introduction, lexicon: Lexicon
) -> dict[int, Turn]:
    """The first question and the first answer, where names stand before them and before no later
    ones: ``The Elm Post: When did you start?``"""
    turns: dict[int, Turn] = {}
    pair = document.blocks[first : first + 2]
    for item in candidates(pair, lexicon):
        is_name = item.form == COLON and looks_like_name(item.label) and bool(item.words)
        is_answer = item.index == 1
        if not is_name or item.key in lexicon.never:
            continue
        if is_answer and not (turns or introduced.names(item.key)):
            continue
        role = ANSWER if is_answer else QUESTION
        name = introduced.full_name(item.key) or item.label
        found = Found(item, name, role, (_ONCE,))
        turns[first + item.index] = labelled_turn(pair[item.index], found, document.source.text)
    return turns


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
