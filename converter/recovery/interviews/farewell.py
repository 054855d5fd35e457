"""The closing behind a last answer, which belongs to nobody: thanks, who the speakers are, how the
talk was made, what the reader may do next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from converter.model import Block, Emphasis, Paragraph, Text, Turn, text_of
from converter.patterns import pattern
from converter.recovery.interviews.introduction import Introduction, runs_of_capitals
from converter.recovery.interviews.kin import name_words
from converter.recovery.interviews.persons import Persons
from converter.recovery.interviews.speakers import QUESTION
from converter.recovery.phrases import phrases_of
from converter.recovery.words import STOPS, ends_sentence, fold, holds_question, word_count
from converter.schemas import ArticleSchema

_ROLES = frozenset(
    {"editor-note", "correction", "end-mark", "tags", "share", "copyright", "read-more"}
    | {"advertisement", "byline", "published", "updated"}
)
"""Lines of the trade that nobody says."""
_CALLS = ("call-to-action", "correction", "read-more", "share", "editor-note")
"""Phrases that call on the reader."""
_LATER = pattern(r"\W*(?:end|ende|fin|fine|fim|einde|koniec|slut|конец)\b.{0,30}\Z", re.IGNORECASE)
_IS = frozenset(
    """
    is was has runs works lives teaches writes leads serves
    es era fue trabaja vive dirige est était travaille vit dirige ist war arbeitet lebt leitet
    è vive lavora dirige é foi trabalha mora vive jest pracuje mieszka kieruje werkt woont leidt
    är arbetar bor leder это живет работает руководит είναι ζει
    """.split()
)
"""What stands behind a name in a line about its bearer."""
_TITLE = pattern(r"[\"“«„»‹'‘]\s?[^\"”»“«’]{2,80}?\s?[\"”»“«’],?\s+(?:\(|[^\W\d_])")
"""The title of a work in quotation marks, and more behind it."""
_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MIN_LETTERS = 4
"""Of a part of a name; shorter ones are common words too."""
_ARTICLES = frozenset(
    "the this that these those a an la le les l' un une el los las una il lo gli der die das ein "
    "eine o os as um uma de het een i".split()
)
_OPENING = 200
"""Code points of a paragraph that are looked at for whom it speaks of."""
_MAX_CLOSING = 6
"""Blocks; what speaks of a person farther from the end is a part of the answer."""
_LAST = 2
"""Blocks at the end, where a title or the name of somebody introduced is enough."""
_MIN_BRIEF, _SURELY_BRIEF, _FEW = 2, 6, 0.1
"""Answers before the last; of so many with one paragraph each, but for a few, a paragraph more is
no part of the last when it tells facts, of more at any rate."""
_MAX_FACTS = 3
"""Paragraphs; where more follow, the last answer is a long one."""
_INSIDE = pattern(r"\d|(?<=[^\W\d_] )[^\W\d_]")
"""A figure, or the first letter of a word inside a sentence."""
_BRACKETS, _QUOTES = "([（［", "\"“„«‹'‘"
_MIN_NOTE = 4
"""Words of a note in brackets that closes the record of a talk."""
_MAX_NOTE = 80
"""Words; a longer paragraph that calls on somebody is a speech."""


class Farewell:
    """What tells the closing behind a last turn, by who speaks and who was introduced."""

    def __init__(
        self,
        blocks: Sequence[Block],
        introduced: Introduction,
        schema: ArticleSchema,
        more: Sequence[int],
        persons: Persons,
        *,
        are_quoted: bool = False,
    ) -> None:
        """``more`` says how many blocks each answer but the last has beside its first; ``persons``
        tells who speaks; ``are_quoted``, that the answers stand in quotation marks."""
        self._persons = persons
        turns = [block for block in blocks if isinstance(block, Turn)]
        self._speakers = {name for turn in turns for name in _names(turn)}
        self._people = introduced.people
        self._pairs = introduced.pairs
        self._are_quoted = are_quoted
        self._brief = len(more) if sum(map(bool, more)) <= _FEW * len(more) else 0
        self._are_labelled = any(turn.label and turn.role != QUESTION for turn in turns)
        self._calls = phrases_of(schema, *_CALLS)
        self._thanks = phrases_of(schema, "thanks")
        self._notes = phrases_of(schema, "interview-note")

    def follows(self, turn: Turn) -> bool:
        """Whether what stands below the last turn of all is nobody's answer: it asks nothing, but
        thanks, or answers have a label and one paragraph each."""
        said = text_of(*turn.blocks)
        if not self._are_labelled or holds_question(said):
            return False
        return self._brief >= _MIN_BRIEF or bool(self._thanks.within(fold(said)))

    def begins(self, following: Sequence[Block], more: int = -1) -> int:
        """The index of the first block of the closing; the number of blocks when there is none.
        ``more``, where no turn comes after: the index of what is more than one paragraph."""
        for index, block in enumerate(following):
            if not isinstance(block, Paragraph):
                continue
            if index == more and self._is_more(following[index:]):
                return index
            text = text_of(block)
            if self._are_quoted and index and text[:1] not in _QUOTES + _BRACKETS:
                return index
            if index + 1 == len(following) and _is_stage_note(text):
                return index
            is_near = len(following) - index <= _MAX_CLOSING
            if self._says_so(block, is_first=index == 0) or (
                is_near and self._is_about(block, is_last=len(following) - index <= _LAST)
            ):
                return index
        return len(following)

    def _says_so(self, block: Paragraph, *, is_first: bool) -> bool:
        """Whether a paragraph thanks, calls on the reader or tells how the text was made."""
        text = text_of(block)
        folded = fold(text)
        if block.role in _ROLES or self._notes.opening(folded) or _LATER.match(text):
            return True
        if text.count(" ") < _MAX_NOTE and self._calls.within(folded):
            return True
        thanks = self._thanks.opening(folded) or (not is_first and self._thanks.within(folded))
        return bool(thanks)

    def _is_more(self, rest: Sequence[Block]) -> bool:
        """Whether a paragraph is one more than answers have, and speaks neither of who says it nor
        to anybody, but of facts; and hardly any text stands below it."""
        text = text_of(rest[0])
        if self._brief < _MIN_BRIEF or not ends_sentence(text) or text[:1] in _BRACKETS + _QUOTES:
            return False
        persons = self._persons
        if persons.speaks_of_self(text) or persons.speaks_to_somebody(text) or holds_question(text):
            return False
        if sum(ends_sentence(text_of(block)) for block in rest) > _MAX_FACTS:
            return False
        return self._brief >= _SURELY_BRIEF or _tells_facts(text)

    def _is_about(self, block: Paragraph, *, is_last: bool) -> bool:
        """Whether a paragraph that nobody says of himself is set apart, or speaks of a person."""
        text = text_of(block)
        if self._persons.speaks_of_me(text):
            return False
        if _is_aside(block) or self._names_speaker(text) or self._begins_with_name(text):
            return True
        if not is_last:
            return False
        is_theirs = self._begins_with_pair(text) or self._names_person(text)
        return is_theirs or _TITLE.match(text) is not None

    def _begins_with_pair(self, text: str) -> bool:
        """Whether the first two words have capitals and stand together before the talk."""
        first, *_ = runs_of_capitals(text[:_OPENING]) or [[]]
        pair = tuple(map(fold, first[:2]))
        return pair in self._pairs and text.startswith(first[0]) and pair[0] not in _ARTICLES

    def _names_speaker(self, text: str) -> bool:
        """Whether a word with a capital is a part of a speaker's name. One that opens a sentence
        may have its capital from there, unless what follows shows a name."""
        words = list(_WORD.finditer(text))
        for at, match in enumerate(words):
            word = match.group()
            if not word[0].isupper() or _bare(word) not in self._speakers:
                continue
            before = text[: match.start()].rstrip()[-1:]
            after = words[at + 1].group() if at + 1 < len(words) else ""
            opens = not before or before in STOPS
            if not opens or _bare(word) != fold(word) or after[:1].isupper() or after in _IS:
                return True
        return False

    def _names_person(self, text: str) -> bool:
        """Whether the full name of somebody who was introduced stands in the text."""
        return any(
            len(run) > 1 and self._people.issuperset(map(_bare, run))
            for run in runs_of_capitals(text)
        )

    def _begins_with_name(self, text: str) -> bool:
        """Whether a full name stands first, and what somebody is or does behind it; or the name
        of somebody who was introduced."""
        runs = runs_of_capitals(text[:_OPENING])
        if not runs or len(runs[0]) < 2 or not text.startswith(runs[0][0]):
            return False
        words = [_bare(word) for word in runs[0]]
        rest = _WORD.findall(text[len(" ".join(runs[0])) : _OPENING])
        if words[0] in _ARTICLES:
            return False
        return self._people.issuperset(words) or bool(rest and fold(rest[0]) in _IS)


def _is_stage_note(text: str) -> bool:
    """Whether a text in square brackets says more than ``laughs``: ``[The talk was recorded.]``"""
    return text[:1] in "[［" and text[-1:] in "]］" and word_count(text) >= _MIN_NOTE


def _tells_facts(text: str) -> bool:
    """Whether a figure stands in the text, or a capital inside a sentence."""
    return any(not match.group().islower() for match in _INSIDE.finditer(text))


def _is_aside(block: Paragraph) -> bool:
    """Whether a whole paragraph is set in italics."""
    words = [
        inline for inline in block.inlines if not isinstance(inline, Text) or inline.text.strip()
    ]
    return bool(words) and all(isinstance(inline, Emphasis) for inline in words)


def _bare(word: str) -> str:
    return fold(word).strip(".").removesuffix("'s")


def _names(turn: Turn) -> Iterable[str]:
    """The parts of a speaker's name that are long enough not to be a common word."""
    if len(turn.speaker.split()) < 2:
        return ()
    return (word for word in name_words(fold(turn.speaker)) if len(word) >= _MIN_LETTERS)
