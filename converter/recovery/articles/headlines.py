"""Lines that are headlines by what stands round them: an author or a dateline below, the end of
another text above. Found before labels and headings, so that no turn swallows them."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import (
    Block,
    Document,
    Evidence,
    Heading,
    LineBreak,
    Paragraph,
    Provenance,
    text_of,
    walk,
)
from converter.records import replace
from converter.recovery.articles.openings import (
    ALIKE,
    ANNOUNCED,
    DATED,
    DATELINE,
    ENDED,
    FAREWELL,
    PARTED,
    RUNNING,
    SHORTEST,
    SIGNED,
    ends_of,
    is_headline_like,
    openings_of,
    signed_alike,
)
from converter.recovery.cohesion import ANOTHER_SUBJECT, ONE_SUBJECT, Cohesion
from converter.recovery.evidence import confidence, total
from converter.recovery.words import (
    abbreviations_of,
    first_letter,
    fold,
    fold_all,
    is_shouted,
    sentence_breaks,
)
from converter.schemas import ArticleSchema

RULE = "headline-by-what-surrounds-it"
WEIGHTS = {
    SIGNED: (3.0, "an author's line follows"),
    DATELINE: (2.5, "the text below opens with a place and an agency or a date"),
    DATED: (1.5, "a date follows"),
    ANNOUNCED: (1.5, "the kind of text, a slug or an embargo stands above"),
    ENDED: (2.5, "an end mark stands above"),
    "several texts end so": (1.5, "the file holds two end marks or more"),
    PARTED: (2.0, "a rule or stars stand above"),
    FAREWELL: (2.0, "what stands above closes a text: a call, tags, whom to call"),
    ALIKE: (1.5, "as the first of the file, and an author right below each"),
    "as the first opens": (1.0, "the same stands round the headline of the file"),
    "six words or more": (0.5, "headings of sections are shorter"),
    "another subject": (1.5, "hardly a word behind it stands before it"),
    "maybe another subject": (0.7, "few words behind it stand before it"),
    "one or two words": (-1.5, "headlines say more"),
    "in lower case": (-2.0, "a sentence goes on"),
    "a sentence in it": (-1.5, "a full stop stands inside"),
    "heads a part": (-4.0, "the schema lists it as the heading of a part"),
    "hardly anything below": (-3.5, "less than the shortest of articles stands below"),
}
"""Evidence that a line is a headline, beside its form; its sum must reach THRESHOLD."""
THRESHOLD = 2.5
_RUBRIC_RULE = "rubric-over-a-headline"
_RUBRIC = Evidence("capitals over a headline", 2.0, "one to three words; a headline stands below")
_RUBRIC_CONFIDENCE = 0.85
_MOST_RUBRIC = 3
"""Words."""
_LEVEL = 2
"""Until articles are parted, all headings are alike."""
_ABOUT_WORDS, _LONG = 6, 6
_SHORTEST_HEADLINE = 4
"""Words of a line over another by which it is no rubric."""


def recover_headlines(document: Document, schema: ArticleSchema) -> Document:
    """Make headings of the lines behind a first text that open another one."""
    blocks = _with_kickers(document.blocks)
    found = _Finder(blocks, schema).found()
    for index, signs in found.items():
        line = blocks[index]
        assert isinstance(line, Paragraph)
        because = Provenance(RULE, confidence(signs, THRESHOLD - 1), signs, "paragraph")
        blocks[index] = Heading(_LEVEL, line.inlines, line.markup, because)
    return replace(document, blocks=tuple(blocks))


def _with_kickers(original: Sequence[Block]) -> list[Block]:
    """The blocks, with a role for the rubrics right over a headline: ``SPORT``."""
    blocks = list(original)
    for index in range(len(blocks) - 1):
        block, below = blocks[index], blocks[index + 1]
        if not is_headline_like(block) or not is_headline_like(below):
            continue
        text = text_of(block)
        if len(text.split()) > _MOST_RUBRIC or not is_shouted(text) or is_shouted(text_of(below)):
            continue
        if openings_of(blocks, index + 1) & {SIGNED, DATED, DATELINE}:
            assert isinstance(block, Paragraph)
            because = Provenance(_RUBRIC_RULE, _RUBRIC_CONFIDENCE, (_RUBRIC,), "heading")
            blocks[index] = replace(block, role="kicker", provenance=because)
    return blocks


class _Finder:
    """What is measured once for all lines."""

    def __init__(self, blocks: Sequence[Block], schema: ArticleSchema) -> None:
        self.blocks = blocks
        self.cohesion = Cohesion(blocks)
        self.abbreviations = abbreviations_of(schema.abbreviations)
        self.parts = frozenset().union(*map(fold_all, schema.headings.values()))
        self.about = tuple(f"{text} " for text in fold_all(schema.headings.get("about", ())))
        self.lengths = [len(text_of(block).split()) for block in blocks]
        self.running = _running(blocks, self.lengths)
        self.ends = ends_of(blocks)
        self.alike = signed_alike(blocks)
        first = next((at for at, block in enumerate(blocks) if _may_open(block)), 0)
        self.first = openings_of(blocks, first) if blocks else set()

    def found(self) -> dict[int, tuple[Evidence, ...]]:
        """The lines that are headlines, each with its evidence."""
        found: dict[int, tuple[Evidence, ...]] = {}
        before = 0
        for index, block in enumerate(self.blocks):
            if is_headline_like(block):
                signs = self._signs(index, before)
                if signs and total(signs) >= THRESHOLD:
                    found[index] = signs
                    before = 0
            if not getattr(block, "role", ""):
                before += self.lengths[index]
        return found

    def _signs(self, index: int, before: int) -> tuple[Evidence, ...]:
        openings = openings_of(self.blocks, index)
        least = RUNNING if index in self.alike else SHORTEST
        if before < least and not (index and openings & {DATELINE}):
            return ()
        if before < SHORTEST and self._is_deck(index):
            return ()
        if not openings or any(isinstance(node, LineBreak) for node in walk([self.blocks[index]])):
            return ()
        text = text_of(self.blocks[index])
        cohesion = self.cohesion.at(index)
        folded = fold(text).rstrip(": .")
        holds = {
            **dict.fromkeys(sorted(openings), True),
            "as the first opens": bool(openings & self.first - {PARTED}),
            ALIKE: index in self.alike,
            "several texts end so": ENDED in openings and self.ends > 1,
            "six words or more": self.lengths[index] >= _LONG,
            "another subject": 0 <= cohesion < ANOTHER_SUBJECT,
            "maybe another subject": ANOTHER_SUBJECT <= cohesion < ONE_SUBJECT,
            "one or two words": self.lengths[index] <= 2,
            "in lower case": first_letter(text).islower(),
            "a sentence in it": bool(sentence_breaks(text, self.abbreviations)),
            "heads a part": folded in self.parts
            or (folded.startswith(self.about) and self.lengths[index] <= _ABOUT_WORDS),
            "hardly anything below": self.running[index]
            < (RUNNING if DATELINE in openings or index in self.alike else SHORTEST),
        }
        return tuple(Evidence(name, *WEIGHTS[name]) for name, true in holds.items() if true)

    def _is_deck(self, index: int) -> bool:
        """Whether the line stands right below a headline and is no shorter: its standfirst."""
        above = self.blocks[index - 1]
        if not isinstance(above, Heading) and not is_headline_like(above):
            return False
        return _SHORTEST_HEADLINE <= self.lengths[index - 1] <= self.lengths[index]


def _may_open(block: Block) -> bool:
    return isinstance(block, Heading) or is_headline_like(block)


def _running(blocks: Sequence[Block], lengths: Sequence[int]) -> list[int]:
    """How many words of running text stand behind each block, up to an end mark."""
    running = [0] * (len(blocks) + 1)
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if getattr(block, "role", "") == "end-mark":
            continue
        is_running = isinstance(block, Paragraph) and not block.role and lengths[at] >= RUNNING
        running[at] = running[at + 1] + (lengths[at] if is_running else 0)
    return running[1:]
