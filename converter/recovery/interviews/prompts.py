"""The interviewer's words without label in a talk whose answers are labelled: questions, and the
prompts that ask nothing (``You are the last one.``)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.model import Block, Heading, Paragraph, Turn, text_of
from converter.recovery.interviews.questions import is_apart, is_question
from converter.recovery.interviews.speakers import QUESTION
from converter.recovery.words import ends_sentence

_LONGEST_PROMPT = 250
"""Code points; a longer paragraph before a label that comes again goes on with an answer."""
_MIN_ASKED, _SHARE_ASKED = 2, 0.4
"""Turns that a question stands right above, and their share of all: then what stands above the
others is the interviewer's too."""
_FEW = 0.1
"""Share of labels that come again with nothing between: more, and every paragraph has its label."""


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
    in_brackets = text[:1] in "([（［" and text[-1:] in ")]）］."
    is_short = 0 < len(text) <= _LONGEST_PROMPT
    return is_short and not in_brackets and ends_sentence(text) and not is_question(block)
