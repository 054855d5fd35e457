"""The interviewer's words without label: questions above labelled answers, and the prompts that ask
nothing (``You are the last one.``), above these and in a talk without labels."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.model import Block, Heading, Paragraph, Turn, text_of
from converter.records import record
from converter.recovery.interviews.persons import Persons
from converter.recovery.interviews.questions import is_apart, is_question
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
_MIN_BRISK, _SHARE_BRISK = 3, 0.7
"""And where it has hardly any other."""
_ONE_MORE = 3
"""Paragraphs: an answer, a prompt, an answer."""
_SHORT = 80
"""Code points of a prompt that may be longer than the longest question."""
_MIN_OPENING = 3
"""Blocks above the first question: a headline, a prompt, an answer."""
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
_HEARSAY = frozenset("dicen cuentan dizem dicono говорят кажуть podobno".split())
"""First words of somebody who holds out what others say."""
_BUT = frozenset("but aber doch mais pero ma mas maar men ale но але ama".split())
"""First words of somebody who holds against what he is told."""
_YOU = frozenset(
    "you you've you're you'd sie vous u jij pani pan państwo вы ви usted ustedes".split()
)
_GENERIC = frozenset(
    """
    can can't could know need want learn see do don't just get go feel think try must should
    would might realise realize become start wissen müssen können sehen savez voyez comprenez pouvez
    devez sabe ve wie wiem знаете понимаете знаєте moet kunt weet ziet
    """.split()
)
"""Words behind ``you`` of somebody who tells how things are."""
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


def with_prompts(
    blocks: Sequence[Block], found: dict[int, int], persons: Persons
) -> dict[int, int]:
    """Questions without label and where the answer to each ends, with the prompts between: where
    answers have one paragraph, in three or more every other one may be the interviewer's."""
    inner = {start: speech(blocks, start + 1, end) for start, end in found.items()}
    brief = sum(len(places) == 1 for places in inner.values())
    del inner[max(found)]  # a closing may stand below it
    is_brief = brief >= max(_MIN_BRIEF, _SHARE_BRIEF * len(inner))
    is_brisk = brief >= max(_MIN_BRISK, _SHARE_BRISK * len(inner))
    longest = max(_SHORT, *(len(text_of(blocks[start])) for start in found))
    quoted = are_quoted([blocks[places[0]] for places in inner.values() if places])
    talk = _Talk(blocks, longest, persons, quoted)
    first = min(found)
    parted = {first - 2: first} if talk.opens(first) else {}
    for start, end in sorted(found.items()):
        places = inner.get(start, [])
        if is_brief:
            between = talk.between(places, is_brisk=is_brisk)
        else:
            between = talk.told(places)
        starts = [start, *between]
        parted.update(zip(starts, [*starts[1:], end], strict=True))
    return parted


def are_quoted(answers: Sequence[Block]) -> bool:
    """Whether all answers, and there are two or more, begin with a quotation mark."""
    return len(answers) >= _MIN_BRIEF and all(map(_is_quoted, answers))


def speech(blocks: Sequence[Block], start: int, end: int) -> list[int]:
    """The indices of what somebody says in these blocks: all but stage directions."""
    return [at for at in range(start, end) if not _is_direction(text_of(blocks[at]))]


@record()
class _Talk:
    """A talk without labels: the code points of its longest question, and whether its answers
    stand in quotation marks."""

    blocks: Sequence[Block]
    longest: int
    persons: Persons
    are_quoted: bool

    def between(self, places: Sequence[int], *, is_brisk: bool) -> list[int]:
        """The interviewer's words in an answer: every other paragraph, when all of these are short
        sentences, and half of them or more speak to somebody, want to be told or object, or are no
        quotations where answers are; else those that speak to somebody, before one who speaks of
        himself. Where nearly all answers are brief, of three paragraphs the second."""
        prompts = [at for at in places[1:-1] if self._is_short(at, self.longest)]
        if self.are_quoted:
            return [at for at in prompts if self._is_between_quotations(at)]
        addressed = [at for at in prompts if self._is_addressed(text_of(self.blocks[at]))]
        turn_about = list(places[1::2]) == prompts and len(places) % 2 == 1
        objecting = [at for at in prompts if fold(text_of(self.blocks[at])).split()[0] in _BUT]
        if turn_about and len({*addressed, *objecting}) * 2 >= len(prompts):
            return prompts
        found: list[int] = []
        for at in addressed:
            above, below = text_of(self.blocks[at]), text_of(self.blocks[at + 1])
            is_told = self.persons.speaks_of_me(below) and not _is_generic(above)
            if is_told and found[-1:] != [at - 1]:
                found.append(at)
        if not found and is_brisk and len(places) == _ONE_MORE and list(places[1:2]) == prompts:
            is_said = self.persons.speaks_of_self(text_of(self.blocks[prompts[0]]))
            return [] if is_said else prompts
        return found

    def told(self, places: Sequence[int]) -> list[int]:
        """In long answers, the short sentences that open with who is spoken to, above somebody who
        then speaks of himself at greater length."""
        found: list[int] = []
        for at in places[1:-1]:
            text, answer = text_of(self.blocks[at]), text_of(self.blocks[at + 1])
            if (
                self._is_short(at, min(self.longest, len(answer)))
                and found[-1:] != [at - 1]
                and self._opens_to_somebody(text)
                and self.persons.speaks_of_me(answer)
            ):
                found.append(at)
        return found

    def opens(self, first: int) -> bool:
        """Whether a talk opens above its first question: with a short sentence that begins with who
        is spoken to, and one paragraph of somebody who speaks of himself."""
        if first < _MIN_OPENING or not isinstance(self.blocks[first - 1], Paragraph):
            return False
        return (
            self._is_short(first - 2, self.longest)
            and self._opens_to_somebody(text_of(self.blocks[first - 2]))
            and self.persons.speaks_of_me(text_of(self.blocks[first - 1]))
        )

    def _is_short(self, at: int, most: int) -> bool:
        return _is_prompt(self.blocks[at]) and len(text_of(self.blocks[at])) <= most

    def _is_between_quotations(self, at: int) -> bool:
        return not _is_quoted(self.blocks[at]) and _is_quoted(self.blocks[at + 1])

    def _opens_to_somebody(self, text: str) -> bool:
        """Whether a text begins with ``you`` as one who asks says it (``You were the first``), not
        as one who tells (``You learn to wait``), or wants to be told."""
        words = fold(text).replace("-", " ").split()
        if words[0] in _TELL:
            return True
        is_said = words[0] in _YOU and not _is_generic(text)
        return is_said and not self.persons.speaks_of_me(text)

    def _is_addressed(self, text: str) -> bool:
        first = fold(text).replace("-", " ").split()[0]
        if first in _TELL or first in _HEARSAY:
            return True
        if self.persons.speaks_of_me(text):
            return False
        return first in _POLITE or self.persons.speaks_to_somebody(text)


def _is_generic(text: str) -> bool:
    """Whether a text says ``you`` and means anybody."""
    return not _GENERIC.isdisjoint(fold(text).split()[1:2])


def _is_quoted(block: Block) -> bool:
    return text_of(block)[:1] in _QUOTES
