"""The interviewer's words without label: questions above labelled answers, and the prompts that ask
nothing (``You are the last one.``), above these and in a talk without labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.model import Block, Heading, Paragraph, Turn, text_of
from converter.recovery.interviews.questions import (
    is_apart,
    is_question,
    share_to_somebody,
    speaks_of_me,
)
from converter.recovery.interviews.speakers import QUESTION
from converter.recovery.words import ends_sentence, fold

_LONGEST_PROMPT = 250
"""Code points; a longer paragraph before a label that comes again goes on with an answer."""
_MIN_ASKED, _SHARE_ASKED = 2, 0.4
"""Turns that a question stands right above, and their share of all: then what stands above the
others is the interviewer's too."""
_FEW = 0.1
"""Share of labels that come again with nothing between: more, and every paragraph has its label."""

_MIN_BRIEF, _SHARE_BRIEF = 2, 0.5
"""Answers of one paragraph, and their share of all but the last, where a talk has short answers."""
_SHORT = 80
"""Code points of a prompt that may be longer than the longest question."""
_QUOTES = '"“„«‹'
_TELL = frozenset(
    """
    tell describe talk explain hábleme háblenos háblame cuénteme cuéntenos cuéntame explíqueme
    explíquenos descríbame descríbanos dígame díganos parlez parle racontez raconte décrivez dites
    expliquez erzählen erzähl erzähle beschreiben beschreib erklären erklär schildern racconti
    raccontaci parli parlaci descriva dica spieghi fale conte descreva explique diga vertel vertelt
    beschrijf berätta beskriv proszę расскажите опишите объясните
    """.split()
)
"""First words of somebody who wants to be told."""
_POLITE = frozenset("sie lei ella usted ustedes u".split())
"""First words that may speak to somebody; they mean others too."""


def label_free(blocks: Sequence[Block]) -> list[int]:
    """The indices of the blocks in which somebody without label asks those who have one; none where
    the questions are labelled, but for the first."""
    turns = [index for index, block in enumerate(blocks) if isinstance(block, Turn)]
    first = turns[0]
    labelled = [index for index in turns if _is_labelled_question(blocks[index])]
    opened = labelled == [first]
    if labelled and not opened:
        return []
    asking = [
        index
        for index in range(max(0, first - 1), len(blocks) - 1)
        if is_question(blocks[index]) and not is_question(blocks[index + 1])
    ]
    direct = [index for index in asking if isinstance(blocks[index + 1], Turn)]
    if opened and len(direct) < _MIN_ASKED:
        return []
    prompts = _prompts(blocks, turns, len(direct) + opened)
    loose = [index for index in asking if isinstance(blocks[index + 1], Paragraph)]
    if len(loose) > len(direct):  # only some answers have a label
        return sorted({*direct, *loose, *prompts})
    return sorted({*direct, *prompts, *(index for index in loose if is_apart(blocks[index]))})


def _is_labelled_question(block: Block) -> bool:
    return isinstance(block, Turn) and block.role == QUESTION


def _prompts(blocks: Sequence[Block], turns: Sequence[int], asked: int) -> list[int]:
    """What stands right above a label that is the last speaker's again, and asks nothing; with a
    question right above it."""
    if asked < max(_MIN_ASKED, _SHARE_ASKED * len(turns)):
        return []
    again = [(one, other) for one, other in pairwise(turns) if _is_same(blocks[one], blocks[other])]
    if sum(one + 1 == other for one, other in again) > _FEW * len(again):
        return []
    found = []
    for one, other in again:
        if other - 1 > one and _is_prompt(blocks[other - 1]):
            found.append(other - 1)
            if other - 3 == one and is_question(blocks[other - 2]):
                found.append(other - 2)
    return found


def _is_same(one: Block, other: Block) -> bool:
    """Whether two turns are the same speaker's, and the first has its words beside its label."""
    return (
        isinstance(one, Turn)
        and isinstance(other, Turn)
        and bool(one.blocks)
        and one.speaker == other.speaker
    )


def _is_prompt(block: Block) -> bool:
    """Whether a block is a short sentence of somebody, and no stage direction."""
    if not isinstance(block, Paragraph | Heading) or (isinstance(block, Paragraph) and block.role):
        return False
    text = text_of(block)
    is_short = 0 < len(text) <= _LONGEST_PROMPT
    return is_short and not (_is_direction(text) or is_question(block)) and ends_sentence(text)


def _is_direction(text: str) -> bool:
    return text[:1] in "([（［" and text[-1:] in ")]）］."


def with_prompts(blocks: Sequence[Block], found: dict[int, int]) -> dict[int, int]:
    """Questions without label and where the answer to each ends, with the prompts between: where
    answers have one paragraph, in three or more every other one may be the interviewer's."""
    inner = {start: speech(blocks, start + 1, end) for start, end in found.items()}
    brief = sum(len(places) == 1 for places in inner.values())
    del inner[max(found)]  # a closing may stand below it
    if brief < max(_MIN_BRIEF, _SHARE_BRIEF * len(inner)):
        return found
    are_quoted = all(_is_quoted(blocks[places[0]]) for places in inner.values() if places)
    longest = max(_SHORT, *(len(text_of(blocks[start])) for start in found))
    parted: dict[int, int] = {}
    for start, end in sorted(found.items()):
        starts = [start, *_between(blocks, inner.get(start, []), longest, are_quoted=are_quoted)]
        parted.update(zip(starts, [*starts[1:], end], strict=True))
    return parted


def speech(blocks: Sequence[Block], start: int, end: int) -> list[int]:
    """The indices of what somebody says in these blocks: all but stage directions."""
    return [at for at in range(start, end) if not _is_direction(text_of(blocks[at]))]


def _between(
    blocks: Sequence[Block], places: Sequence[int], longest: int, *, are_quoted: bool
) -> list[int]:
    """Every other paragraph, when all of these are short sentences, and half of them or more speak
    to somebody or want to be told; or no quotations, where answers are."""
    prompts = places[1::2]
    if not prompts or not len(places) % 2:
        return []
    if not all(_is_prompt(blocks[at]) and len(text_of(blocks[at])) <= longest for at in prompts):
        return []
    if are_quoted:
        fits = [not _is_quoted(blocks[at]) and _is_quoted(blocks[at + 1]) for at in prompts]
        return list(prompts) if all(fits) else []
    addressed = sum(_is_addressed(text_of(blocks[at])) for at in prompts)
    return list(prompts) if addressed * 2 >= len(prompts) else []


def _is_addressed(text: str) -> bool:
    first = fold(text).replace("-", " ").split()[0]
    if first in _TELL:
        return True
    return not speaks_of_me(text) and (first in _POLITE or share_to_somebody([text]) > 0)


def _is_quoted(block: Block) -> bool:
    return text_of(block)[:1] in _QUOTES
