"""Several stories fused in one file: which headings are headlines, where a new article begins.

A scar of fusing, a headline's form, a farewell before it and a change of vocabulary speak for a
new article; nothing else parts one, since a wrong cut moves every heading behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

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
from converter.recovery.evidence import confidence, total
from converter.recovery.phrases import phrases_of
from converter.recovery.words import WORD, capital_share, fold, fold_all, last_mark
from converter.schemas import ArticleSchema

RULE = "headline-of-an-article"
WEIGHTS = {
    "marked as a headline": (4.0, "one hash, as the first heading has"),
    "marked as a section": (-3.0, "two hashes or more at the start of a line"),
    "longer than its fellows": (1.5, "half as long again as the middle one of all headings"),
    "long": (1.0, "eight words or more"),
    "set as a headline": (0.5, "most words begin with a capital"),
    "follows a farewell": (
        1.5,
        "what stands before calls on the reader, or tells about the author",
    ),
    "follows a break": (1.0, "a line or an end mark parts it from what stands before"),
    "new vocabulary": (2.5, "hardly a word of what follows was used before"),
    "rather new vocabulary": (1.25, "few words of what follows were used before"),
    "same vocabulary": (-1.0, "what follows speaks of the same things"),
    "dated or signed below": (1.0, "a date or an author's line follows"),
    "lead repeats it": (0.75, "half of its words stand in the paragraph below"),
    "opens an interview": (1.5, "it speaks of an interview, and questions follow"),
    "scar of fusing": (0.75, "it was glued to the paragraph before, or debris stands there"),
    "little below": (-1.5, "less than forty words before the next heading"),
    "asks": (-1.0, "section headings ask more often than headlines"),
    "ends in a colon": (-2.0, "it leads on"),
    "one of the short ones": (-2.0, "three words or fewer"),
    "known section": (-4.0, "the schema lists it as the heading of a part"),
}
"""Evidence that a heading is the headline of a new article; its sum must reach THRESHOLD."""
THRESHOLD = 4.0

_CONTENT_WORD = 5
"""Letters from which a word is more likely to carry a subject."""
_LOOK_AHEAD = 220
"""Words behind a heading that show what the text is about."""
_MIN_BEFORE = 80
_NEW, _RATHER_NEW, _SAME = 0.13, 0.21, 0.4
"""Shares of the content words behind a heading that the article before it holds."""
_DATED = re.compile(
    r"\b(?:1[89]|20)\d\d\b|^\W*(?:by|por|par|von|di|posted|published|publié|publicado|pubblicato|veröffentlicht)\b",
    re.IGNORECASE,
)


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
    return replace(heading, level=1, provenance=Provenance(RULE, sure, (*own, *signs)))


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
"""Blocks, such as a date or a section's name, that may stand over the headline."""


def _opens(blocks: Sequence[Block], index: int) -> bool:
    return index <= _OPENING and all(
        isinstance(block, Paragraph) and len(text_of(block)) < 120 for block in blocks[:index]
    )


class _Measures:
    """What is measured once for all headings: their lengths, the words of every block."""

    def __init__(self, blocks: Sequence[Block], places: list[int], schema: ArticleSchema) -> None:
        self.blocks, self.places = blocks, places
        self.texts = [text_of(blocks[index]) for index in places]
        self.middle = median(len(text.split()) for text in self.texts)
        self.farewells = phrases_of(schema, *_FAREWELLS)
        self.interview = fold_all(schema.headings.get("interview", ()))
        self.known = frozenset().union(
            *(
                fold_all(titles)
                for role, titles in schema.headings.items()
                if role not in ("interview", "faq")
            )
        )
        self.words: dict[int, frozenset[str]] = {}

    def signs(self, number: int, start: int) -> tuple[Evidence, ...]:
        """The evidence for one heading, given where the article before it begins."""
        index, text = self.places[number], self.texts[number]
        heading = self.blocks[index]
        assert isinstance(heading, Heading)
        count = len(text.split())
        end = self.places[number + 1] if number + 1 < len(self.places) else len(self.blocks)
        stated = heading.provenance is None
        new = self._share_known(index, start)
        below = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        holds = {
            "marked as a headline": stated and heading.level == 1,
            "marked as a section": stated and heading.level > 1,
            "longer than its fellows": count >= 1.5 * self.middle,
            "long": count >= 8,
            "set as a headline": capital_share(text) >= 0.7,
            "follows a farewell": self._is_farewell(index - 1),
            "follows a break": isinstance(self.blocks[index - 1], ThematicBreak),
            "new vocabulary": new < _NEW,
            "rather new vocabulary": _NEW <= new < _RATHER_NEW,
            "same vocabulary": new > _SAME,
            "dated or signed below": isinstance(below, Paragraph) and _is_dated(below),
            "lead repeats it": self._lead_repeats(index),
            "opens an interview": self._opens_interview(index, text),
            "scar of fusing": not stated and _has_scar(heading),
            "little below": self._body_words(index, end) < 40,
            "asks": last_mark(text) in "?？؟",
            "ends in a colon": last_mark(text) in ":：",
            "one of the short ones": count <= 3,
            "known section": fold(text).rstrip(":") in self.known,
        }
        return tuple(Evidence(name, WEIGHTS[name][0]) for name, true in holds.items() if true)

    def _of(self, index: int) -> frozenset[str]:
        if index not in self.words:
            found = WORD.findall(text_of(self.blocks[index]))
            self.words[index] = frozenset(
                word.casefold() for word in found if len(word) >= _CONTENT_WORD
            )
        return self.words[index]

    def _share_known(self, index: int, start: int) -> float:
        """The share of the content words behind a heading that its article holds already."""
        before: set[str] = set()
        for near in range(max(start, index - _LOOK_BACK), index):
            before |= self._of(near)
        if len(before) < _MIN_BEFORE:
            return (_RATHER_NEW + _SAME) / 2
        ahead: set[str] = set()
        at = index
        while at < len(self.blocks) and len(ahead) < _LOOK_AHEAD / 2:
            ahead |= self._of(at)
            at += 1
        return len(ahead & before) / max(1, len(ahead))

    def _body_words(self, index: int, end: int) -> int:
        words = 0
        for block in self.blocks[index + 1 : end]:
            words += len(text_of(block).split())
            if words > 40:
                break
        return words

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
        words = fold(text)
        if not any(re.search(rf"\b{re.escape(name)}\b", words) for name in self.interview):
            return False
        return any(
            isinstance(block, Exchange | Turn) for block in self.blocks[index + 1 : index + 6]
        )


_FAREWELLS = ("call-to-action", "read-more", "share")
"""Phrase roles that close an article."""

_LOOK_BACK = 60
"""Blocks of the article before a heading that are compared; enough for its vocabulary."""


def _is_dated(paragraph: Paragraph) -> bool:
    text = text_of(paragraph)
    return len(text) < 100 and _DATED.search(text) is not None


def _has_scar(heading: Heading) -> bool:
    return heading.provenance is not None and heading.provenance.rule in (
        "heading-in-a-line",
        "heading-glued-to-an-end",
    )
