"""Which headings are headlines: where a new article begins.

A headline's form, what stands over and below it, and a change of subject speak for a new article.
It takes several of them, since a wrong cut moves every heading behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from converter.model import (
    Block,
    Document,
    Evidence,
    Exchange,
    Heading,
    Paragraph,
    Provenance,
    Turn,
    text_of,
)
from converter.recovery.articles.openings import (
    ALIKE,
    ANNOUNCED,
    DATED,
    DATELINE,
    ENDED,
    OPENING,
    PARTED,
    RUNNING,
    SET,
    SHORTEST,
    SIGNED,
    ends_of,
    openings_of,
    signed_alike,
)
from converter.recovery.cohesion import ANOTHER_SUBJECT, ONE_SUBJECT, Cohesion
from converter.recovery.evidence import confidence, median, total
from converter.recovery.phrases import headings_of, phrases_of
from converter.recovery.words import WORD, asks, capital_share, fold, fold_all, last_mark
from converter.schemas import ArticleSchema

RULE = "headline-of-an-article"
WEIGHTS = {
    "marked as a headline": (3.5, "one hash, as the first heading has"),
    "marked as a section": (-0.75, "two hashes or more at the start of a line"),
    "no headline by the marks": (-4.0, "most headings are marked, and this is not marked as one"),
    "longer than its fellows": (0.55, "half as long again as the middle one of all headings"),
    "long": (1.1, "eight words or more"),
    "as the first opens": (0.7, "the same stands round the headline of the file"),
    "set as a headline": (0.55, "most words begin with a capital"),
    "a headline among headings": (2.7, "long, set as a headline, and longer than its fellows"),
    "follows a farewell": (
        1.4,
        "what stands before calls on the reader, or tells about the author",
    ),
    PARTED: (2.0, "a rule or stars stand above"),
    ENDED: (3.0, "an end mark stands above"),
    "several texts end so": (1.5, "the file holds two end marks or more"),
    ANNOUNCED: (2.3, "the kind of text, a slug or an embargo stands above"),
    SIGNED: (3.0, "an author's line follows"),
    ALIKE: (1.5, "as the first of the file, and an author right below each"),
    DATED: (2.0, "a date follows"),
    DATELINE: (2.7, "the text below opens with a place and an agency or a date"),
    "another subject begins": (2.15, "hardly a word behind it stands before it"),
    "the subject may change": (1.5, "few words behind it stand before it"),
    "one subject": (-0.7, "what follows speaks of the same things"),
    "the sharpest change": (0.9, "half as much in common as at the middle one of all headings"),
    "the headline comes again": (-1.5, "a word of the article's headline stands behind it"),
    "no name comes again": (1.3, "none of the names behind it stands before it"),
    "names come again": (-1.1, "every third of the names behind it stands before it"),
    "not opened as the first": (
        -1.5,
        "an author, a date or a dateline opens the first, and not this",
    ),
    "little before": (-2.2, "less than a short article stands before it, and nothing opens one"),
    "hardly anything before": (-5.0, "less than the shortest of articles stands before it"),
    "lead repeats it": (1.25, "half of its words stand in the paragraph below"),
    "opens an interview": (1.9, "it speaks of an interview, and questions follow"),
    "little below": (-0.3, "less than forty words before the next heading"),
    "asks": (-2.0, "section headings ask more often than headlines"),
    "ends in a colon": (-2.0, "it leads on"),
    "one of the short ones": (-0.75, "three words or fewer"),
    "a title and a note": (-3.5, "four words or fewer over less than a short article, as of books"),
    "known section": (-1.6, "the schema lists it as the heading of a part"),
    "closes an article": (-4.0, "it heads notes, sources, contacts, or tells about somebody"),
}
"""Evidence that a heading is the headline of a new article, fitted on articles put behind one
another (docs/decisions/articles.md); its sum must reach THRESHOLD."""
THRESHOLD = 2.5

_CONTENT_WORD = 5
"""Letters from which a word is more likely to carry a subject."""
_LITTLE_BEFORE = 150
"""Words of the article before; a shorter one is seldom followed by another."""
_BREAKING = OPENING | {PARTED}
_MARKED = 0.75
_LITTLE_BELOW = 40
_TITLE, _NOTE = 4, 90
_LONG = 8
_BLOCKS_AHEAD = 24
_AHEAD = 220
"""Words behind a heading that are looked at for names and for the old headline's words."""
_FEW_NAMES = 4
_NAME = re.compile(r"(?<=[^\W\d_A-Z,] )[^\W\d_]\w{2,}")
"""A word behind a word in lower case; a name where it begins with a capital."""
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b")
"""A year."""
_MOST_DATED = 100
"""Code points of a line that dates."""


def recover_articles(document: Document, schema: ArticleSchema) -> Document:
    """Set the level of headings: 1 for the headline of each article, deeper for the rest."""
    blocks = document.blocks
    places = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    if not places:
        return document
    headlines = _headlines(blocks, places, schema)
    changed = list(blocks)
    for index in places:
        heading = blocks[index]
        assert isinstance(heading, Heading)
        changed[index] = _levelled(heading, headlines.get(index))
    return replace(document, blocks=tuple(changed))


def _levelled(heading: Heading, signs: tuple[Evidence, ...] | None) -> Heading:
    if signs is None:
        stated = heading.provenance is None
        level = (
            heading.level
            if stated and heading.level > 1
            else max(2, heading.level - (not stated and heading.level > 2))
        )
        return heading if level == heading.level else replace(heading, level=level)
    sure = confidence(signs, THRESHOLD)
    own = heading.provenance.evidence if heading.provenance else ()
    names = {sign.name for sign in signs}
    others = tuple(sign for sign in own if sign.name not in names)
    because = Provenance(RULE, sure, (*signs, *others), "heading of a section")
    return replace(heading, level=1, provenance=because)


def _headlines(
    blocks: Sequence[Block], places: list[int], schema: ArticleSchema
) -> dict[int, tuple[Evidence, ...]]:
    """The headings that open an article, with the evidence; the first of the file needs none."""
    found: dict[int, tuple[Evidence, ...]] = {}
    if _opens(blocks, places[0]):
        found[places[0]] = (Evidence("first", THRESHOLD + 3.0, "it opens the file"),)
    measures = _Measures(blocks, places, schema)
    start = 0
    for number, index in enumerate(places):
        if index in found:
            start = index
            continue
        if number == 0:
            continue
        signs = measures.signs(number, start)
        if total(signs) >= THRESHOLD:
            found[index] = signs
            start = index
    return found


_OPENING = 2
"""Short lines, such as a section's name, that may stand over the headline beside furniture."""
_MAX_OPENING = 120


def _opens(blocks: Sequence[Block], index: int) -> bool:
    """Whether nothing but short lines and furniture stands before the first heading."""
    before = blocks[:index]
    plain = [block for block in before if not (isinstance(block, Paragraph) and block.role)]
    return all(
        isinstance(block, Paragraph) and (len(text_of(block)) < _MAX_OPENING) for block in plain
    ) and (len(plain) <= _OPENING or all(":" in text_of(block) for block in plain))


class _Measures:
    """What is measured once for all headings: their lengths, the words of every block."""

    def __init__(self, blocks: Sequence[Block], places: list[int], schema: ArticleSchema) -> None:
        self.blocks, self.places = blocks, places
        self.texts = [text_of(blocks[index]) for index in places]
        self.ends = ends_of(blocks)
        self.openings = [openings_of(blocks, index) for index in places]
        self.alike = signed_alike(blocks)
        self.next_signed = self._next_signed()
        self.first = self.openings[0]
        self.middle = median(len(text.split()) for text in self.texts)
        stated = sum(blocks[index].provenance is None for index in places)
        self.marked = stated >= _MARKED * len(places)
        self.farewells = phrases_of(schema, *_FAREWELLS)
        self.interview = headings_of(schema, "interview")
        self.sections = frozenset().union(
            *(
                fold_all(titles)
                for role, titles in schema.headings.items()
                if role not in ("interview", "faq")
            )
        )
        self.closing = frozenset().union(
            *(fold_all(schema.headings.get(role, ())) for role in _CLOSING)
        )
        self.about = tuple(f"{text} " for text in fold_all(schema.headings.get("about", ())))
        self.words: dict[int, frozenset[str]] = {}
        self.counted = [0, *accumulate(len(text_of(block).split()) for block in blocks)]
        self.cohesion = Cohesion(blocks)
        likeness = [self.cohesion.at(index) for index in places]
        self.typical = median([value for value in likeness if value >= 0] or [0.0])
        self.known_from, self.known_to = -1, -1
        self.known: set[str] = set()

    def _next_signed(self) -> list[int]:
        """For each heading, where the next one with an author or a date below stands."""
        found = [len(self.blocks)]
        for index, openings in zip(self.places[:0:-1], self.openings[:0:-1], strict=True):
            found.append(index if openings & {SIGNED, DATED} else found[-1])
        return found[::-1]

    def signs(self, number: int, start: int) -> tuple[Evidence, ...]:
        """The evidence for one heading, given where the article before it begins."""
        holds = (
            self._form(number) | self._surroundings(number, start) | self._subject(number, start)
        )
        return tuple(Evidence(name, *WEIGHTS[name]) for name, true in holds.items() if true)

    def _form(self, number: int) -> dict[str, bool]:
        """What the heading itself says."""
        text = self.texts[number]
        heading = self.blocks[self.places[number]]
        assert isinstance(heading, Heading)
        count = len(text.split())
        stated = heading.provenance is None
        is_set = capital_share(text) >= SET
        folded = fold(text).rstrip(": .")
        return {
            "marked as a headline": stated and heading.level == 1,
            "marked as a section": stated and heading.level > 1,
            "no headline by the marks": self.marked and not (stated and heading.level == 1),
            "longer than its fellows": count >= 1.5 * self.middle,
            "long": count >= _LONG,
            "set as a headline": is_set,
            "a headline among headings": is_set
            and count >= max(_LONG, 1.5 * self.middle)
            and not self._is_bare(number),
            "asks": asks(text),
            "ends in a colon": last_mark(text) in ":：",
            "one of the short ones": count <= 3,
            "known section": folded in self.sections,
            "closes an article": folded in self.closing
            or (folded.startswith(self.about) and count <= _ABOUT_WORDS),
        }

    def _is_bare(self, number: int) -> bool:
        """Whether nothing opens this text, and an author, a date or a dateline the first."""
        return bool(self.first & {SIGNED, DATED, DATELINE}) and not self.openings[number]

    def _surroundings(self, number: int, start: int) -> dict[str, bool]:
        """What stands over and below it."""
        index, text = self.places[number], self.texts[number]
        end = self.places[number + 1] if number + 1 < len(self.places) else len(self.blocks)
        below = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        openings = self.openings[number]
        before, behind = self._words_between(start, index), self._words_between(index + 1, end)
        talks = any(isinstance(near, Exchange | Turn) for near in self.blocks[index + 1 : end])
        whole = self._words_between(index + 1, self.next_signed[number])
        is_note = len(text.split()) <= _TITLE and whole < _NOTE and not talks
        return {
            **{name: name in openings for name in (PARTED, ENDED, ANNOUNCED, SIGNED, DATELINE)},
            DATED: DATED in openings or _is_dated(below),
            "several texts end so": ENDED in openings and self.ends > 1,
            "as the first opens": bool(openings & self.first - {PARTED}),
            "follows a farewell": self._is_farewell(index - 1),
            "little before": SHORTEST <= before < _LITTLE_BEFORE and not openings & _BREAKING,
            ALIKE: index in self.alike,
            "not opened as the first": self._is_bare(number),
            "hardly anything before": before < (RUNNING if index in self.alike else SHORTEST),
            "lead repeats it": self._lead_repeats(index),
            "opens an interview": self._opens_interview(index, text),
            "little below": behind < _LITTLE_BELOW,
            "a title and a note": is_note
            and bool(openings & {SIGNED, DATED})
            and not openings & {ENDED, ANNOUNCED}
            and index not in self.alike,
        }

    def _subject(self, number: int, start: int) -> dict[str, bool]:
        """Whether what follows speaks of the same things."""
        index = self.places[number]
        cohesion = self.cohesion.at(index)
        ahead = self._ahead(index + 1)
        names, known = self._names(index), self._names_between(start, index)
        return {
            "another subject begins": 0 <= cohesion < ANOTHER_SUBJECT,
            "the subject may change": ANOTHER_SUBJECT <= cohesion < ONE_SUBJECT,
            "one subject": cohesion >= ONE_SUBJECT,
            "the sharpest change": 0 <= cohesion < self.typical / 2,
            "the headline comes again": bool(self._of(start) & ahead),
            "no name comes again": len(names) >= _FEW_NAMES and not names & known,
            "names come again": len(names & known) * 3 > len(names),
        }

    def _of(self, index: int) -> frozenset[str]:
        if index not in self.words:
            found = WORD.findall(text_of(self.blocks[index]))
            self.words[index] = frozenset(
                word.casefold() for word in found if len(word) >= _CONTENT_WORD
            )
        return self.words[index]

    def _words_between(self, start: int, end: int) -> int:
        """Words from one block up to another."""
        return self.counted[end] - self.counted[start]

    def _ahead(self, index: int) -> frozenset[str]:
        """The content words of the blocks from here on, as many as a lead and more hold."""
        words: set[str] = set()
        for at in range(index, min(len(self.blocks), index + _BLOCKS_AHEAD)):
            words |= self._of(at)
            if len(words) >= _AHEAD:
                break
        return frozenset(words)

    def _names(self, index: int) -> frozenset[str]:
        """Words with a capital inside the sentences that follow."""
        found: set[str] = set()
        words = 0
        for block in self.blocks[index : index + _BLOCKS_AHEAD]:
            text = text_of(block)
            words += len(text.split())
            found |= _names_in(text)
            if words >= _AHEAD:
                break
        return frozenset(found)

    def _names_between(self, start: int, end: int) -> set[str]:
        """All names from one block up to another; gathered as the headings are passed."""
        if start != self.known_from:
            self.known_from, self.known_to, self.known = start, start, set()
        for block in self.blocks[self.known_to : end]:
            self.known |= _names_in(text_of(block))
        self.known_to = max(self.known_to, end)
        return self.known

    def _is_farewell(self, index: int) -> bool:
        block = self.blocks[index]
        if not isinstance(block, Paragraph):
            return False
        return bool(self.farewells.within(fold(text_of(block))))

    def _lead_repeats(self, index: int) -> bool:
        title = self._of(index)
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if len(title) < 3 or not isinstance(following, Paragraph):
            return False
        return len(title & self._of(index + 1)) * 2 >= len(title)

    def _opens_interview(self, index: int, text: str) -> bool:
        if not self.interview.within(fold(text)):
            return False
        return any(
            isinstance(block, Exchange | Turn) for block in self.blocks[index + 1 : index + 6]
        )


_CLOSING = ("about", "contact", "notes", "references", "related", "call-to-action")
"""Heading roles of the parts that close an article."""
_ABOUT_WORDS = 6
_FAREWELLS = ("call-to-action", "read-more", "share")
"""Phrase roles that close an article."""


def _names_in(text: str) -> set[str]:
    return {match.group() for match in _NAME.finditer(text) if match.group()[0].isupper()}


def _is_dated(block: Block | None) -> bool:
    """Whether a short line names a year."""
    if not isinstance(block, Paragraph):
        return False
    text = text_of(block)
    return len(text) < _MOST_DATED and _DATED.search(text) is not None
