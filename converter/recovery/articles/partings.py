"""Which headings are headlines: where a new article begins.

A headline's form, what stands over and below it, and a change of subject speak for a new article.
It takes several of them, since a wrong cut moves every heading behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from sys import intern

from converter.model import (
    MAX_LEVEL,
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
from converter.patterns import pattern
from converter.records import replace
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
from converter.recovery.articles.weights import THRESHOLD, WEIGHTS
from converter.recovery.cohesion import ANOTHER_SUBJECT, ONE_SUBJECT, Cohesion
from converter.recovery.evidence import confidence, median, total
from converter.recovery.phrases import headings_of, phrases_of
from converter.recovery.words import WORD, asks, capital_share, fold, fold_all, last_mark
from converter.schemas import ArticleSchema

RULE = "headline-of-an-article"
ELSEWHERE = "heading"
"""The origin of a headline that the file shows, but not as part of the text: a page's head."""

ABOVE = "front-matter"
"""The origin of a headline that is written above the text of a Markdown file."""

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
_NAME = pattern(r"(?<=[^\W\d_A-Z,] )[^\W\d_]\w{2,}")
"""A word behind a word in lower case; a name where it begins with a capital."""
_DATED = pattern(r"\b(?:1[89]|20)\d\d\b")
"""A year."""
_MOST_DATED = 100
"""Code points of a line that dates."""


def recover_articles(document: Document, schema: ArticleSchema) -> Document:
    """Set the level of headings: 1 for the headline of each article, deeper for the rest."""
    blocks = document.blocks
    places = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    if not places:
        return document
    stated = any(item.name == "headline" and item.origin == ELSEWHERE for item in document.metadata)
    titled = _is_titled(document, places[0])
    headlines = {} if titled else _headlines(blocks, places, schema, stated=stated)
    changed = list(blocks)
    several = sum(map(_is_marked_one, blocks)) > 1  # a lone one is a headline on its way
    lowered = 0
    for index in places:
        heading = blocks[index]
        assert isinstance(heading, Heading)
        own = _levelled(heading, headlines.get(index))
        if (heading.provenance is None and heading.level == 1) or index in headlines:
            lowered = max(0, own.level - heading.level)
        elif heading.provenance is None and lowered and several:  # goes down with what it is in
            own = replace(own, level=min(MAX_LEVEL, own.level + lowered))
        changed[index] = own
    return replace(document, blocks=tuple(changed))


def _is_titled(document: Document, first: int) -> bool:
    """Whether the file states its headline beside the text, so that no heading need be it."""
    heading = document.blocks[first]
    opens = _is_marked_one(heading)
    return bool(document.meta("headline")) and not (opens and not _is_one_of_many(document, first))


def _is_marked_one(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1 and block.provenance is None


def _is_one_of_many(document: Document, first: int) -> bool:
    """Whether the file names its headline above the text, and the first heading, which says
    something else, is one of several that are marked alike: all of them are sections."""
    if all((item.name, item.origin) != ("headline", ABOVE) for item in document.metadata):
        return False
    said = set(WORD.findall(fold(document.meta("headline"))))
    own = WORD.findall(fold(text_of(document.blocks[first])))
    same = sum(word in said for word in own) * 2 >= len(own)
    return not same and sum(map(_is_marked_one, document.blocks)) > 1


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
    blocks: Sequence[Block], places: list[int], schema: ArticleSchema, *, stated: bool
) -> dict[int, tuple[Evidence, ...]]:
    """The headings that open an article, with the evidence; the first of the file needs none,
    unless the headline is ``stated`` elsewhere."""
    found: dict[int, tuple[Evidence, ...]] = {}
    first = blocks[places[0]]
    marked = isinstance(first, Heading) and first.provenance is None and first.level == 1
    if (marked or not stated) and _opens(blocks, places[0]):
        found[places[0]] = (Evidence("first", THRESHOLD + 3.0, "it opens the file"),)
    measures = _Measures(blocks, places, schema)
    measures.headless = not found and not stated
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
        cohesion = Cohesion(blocks)
        self.likeness = [cohesion.at(index) for index in places]
        self.typical = median([value for value in self.likeness if value >= 0] or [0.0])
        self.headless = False
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
            "the file opens without": self.headless,
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
        cohesion = self.likeness[number]
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
                intern(word.casefold()) for word in found if len(word) >= _CONTENT_WORD
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
