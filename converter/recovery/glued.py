"""Headings that lost their line: glued to the end of a paragraph (``...organised crime.The Next
Story: What We Know``) or to its start (``Call to ActionStay informed about...``)."""

from __future__ import annotations

import re

from converter.model import Block, Document, Evidence, Heading, Paragraph, Provenance, text_of
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.evidence import confidence, total
from converter.recovery.flat import flatten, part, start_of
from converter.recovery.phrases import phrases_of
from converter.recovery.words import (
    WORD,
    abbreviations_of,
    capital_share,
    fold,
    last_mark,
    sentence_breaks,
)
from converter.schemas import ArticleSchema

END_RULE = "heading-glued-to-an-end"
START_RULE = "heading-glued-to-a-start"

WEIGHTS = {
    "no space after the full stop": (2.0, "two sentences touch"),
    "no full stop at its end": (2.0, "a paragraph that goes on ends in one"),
    "ends in a colon": (-2.0, "it leads on to what follows"),
    "ends as a question": (0.5, "headings ask"),
    "short": (1.0, "twelve words or fewer"),
    "most words begin with a capital": (1.5, "as in a headline"),
    "begins in lower case": (-4.0, "a sentence goes on"),
    "a credit": (-4.0, "it opens as a picture's credit does"),
    "little stands before it": (-2.0, "less than a sentence"),
    "named elsewhere": (3.0, "a list of contents holds the same words"),
    "a list follows": (-1.0, "it may lead on to the list"),
    "nothing follows": (-2.0, "there is nothing that it could head"),
    "two words touch": (1.5, "a capital stands inside a word that occurs nowhere else"),
    "both words occur apart": (1.5, "the two words stand by themselves in the text"),
    "a paragraph follows in it": (1.0, "what follows in the line is running text"),
    "one word": (-2.0, "a name with a capital inside, perhaps"),
}
"""Evidence for a cut; its sum must reach THRESHOLD."""
THRESHOLD = 3.5

_TOUCH = pattern(r"(?<=[\w)\]%”’»\"])[.!?…]+[\"”’»)\]]*(?=[\"“«¿¡‘]?[^\W\d_])")
"""A sentence's last mark with a letter, or an opening quotation mark, right behind it."""
_INSIDE = pattern(r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})")
"""A place inside a word."""
_OTHER = "words of the paragraph"
"""What such a heading would else be."""
_MAX_LENGTH = 220
_MAX_WORDS = 28
_SHORT = 12
_START_REACH = 120
"""Code points in which a heading at the start of a paragraph ends."""
_MIN_BODY = 80
"""Code points of running text that make what follows a glued heading a paragraph."""
_ENOUGH_BEFORE = 30


def recover_glued(document: Document, schema: ArticleSchema) -> Document:
    """Cut headings off the paragraphs that they are glued to."""
    vocabulary = _Vocabulary(document.blocks, schema)
    blocks: list[Block] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
            blocks += _cut(block, following, vocabulary)
        else:
            blocks.append(block)
    if len(blocks) == len(document.blocks):
        return document
    return replace(document, blocks=tuple(blocks))


class _Vocabulary:
    """What the schema knows, and the document's words and list items, gathered when asked for."""

    def __init__(self, blocks: tuple[Block, ...], schema: ArticleSchema) -> None:
        self._blocks = blocks
        self.abbreviations = abbreviations_of(schema.abbreviations)
        self._credits = tuple(phrases_of(schema, "photo-credit").by_word)
        self._words: dict[str, int] = {}
        self._items: frozenset[str] | None = None

    def count(self, word: str) -> int:
        """How often a folded word stands in the document."""
        if not self._words:
            for block in self._blocks:
                for found in WORD.findall(text_of(block)):
                    key = found.casefold()
                    self._words[key] = self._words.get(key, 0) + 1
        return self._words.get(word.casefold(), 0)

    def is_credit(self, text: str) -> bool:
        """Whether the text opens as a picture's credit does, were it glued to a name."""
        return fold(text).startswith(self._credits)

    def is_item(self, text: str) -> bool:
        """Whether a list item says the same."""
        if self._items is None:
            self._items = frozenset(
                fold(text_of(item))
                for block in self._blocks
                for item in getattr(block, "items", ())
            )
        return fold(text) in self._items


def _cut(
    paragraph: Paragraph,
    following: Block | None,
    vocabulary: _Vocabulary,
) -> list[Block]:
    flat = flatten(paragraph.inlines)
    cut = _end_cut(flat.text, following, vocabulary)
    if cut is not None:
        at, signs = cut
        middle, end = flat.offset(at), flat.offset(len(flat.text) - 1) + 1
        heading = part(paragraph, middle, end)
        return [
            *_start(part(paragraph, start_of(paragraph), middle), vocabulary),
            _heading(heading, END_RULE, signs),
        ]
    return _start(paragraph, vocabulary)


def _heading(paragraph: Paragraph, rule: str, signs: tuple[Evidence, ...]) -> Heading:
    because = Provenance(rule, confidence(signs, THRESHOLD - 1), signs, _OTHER)
    return Heading(2, paragraph.inlines, paragraph.markup, because)


def _end_cut(
    text: str,
    following: Block | None,
    vocabulary: _Vocabulary,
) -> tuple[int, tuple[Evidence, ...]] | None:
    """Where the glued heading begins, and why; None when there is none."""
    if last_mark(text) in ".…":
        return None
    tail = max(0, len(text) - _MAX_LENGTH)
    found = list(_TOUCH.finditer(text, tail))
    for match in reversed(found):
        rest = text[match.end() :]
        if _is_abbreviated(text, match, vocabulary):
            continue
        if len(rest.split()) > _MAX_WORDS or sentence_breaks(rest, vocabulary.abbreviations):
            return None
        signs = _end_signs(match, rest, following, vocabulary)
        if total(signs) >= THRESHOLD:
            return match.end(), signs
    return None


def _is_abbreviated(text: str, match: re.Match[str], vocabulary: _Vocabulary) -> bool:
    """Whether the full stop ends a short form (``U.S.The``), not a sentence."""
    return vocabulary.abbreviations.close(text, match.start() + 1)


def _end_signs(
    match: re.Match[str],
    rest: str,
    following: Block | None,
    vocabulary: _Vocabulary,
) -> tuple[Evidence, ...]:
    mark = last_mark(rest)
    holds = {
        "no space after the full stop": True,
        "no full stop at its end": mark.isalnum() or mark in ')]:"”’»%',
        "ends in a colon": mark == ":",
        "ends as a question": mark in "?？؟!",
        "short": len(rest.split()) <= _SHORT,
        "most words begin with a capital": capital_share(rest) >= 0.7,
        "begins in lower case": rest.lstrip('"“«¿¡‘')[:1].islower(),
        "little stands before it": match.start() < _ENOUGH_BEFORE,
        "a credit": vocabulary.is_credit(rest),
        "named elsewhere": vocabulary.is_item(rest),
        "a list follows": following is not None and hasattr(following, "items"),
        "nothing follows": following is None,
        "one word": len(rest.split()) == 1 and "." not in rest and not rest[:1].isupper(),
    }
    return tuple(Evidence(name, *WEIGHTS[name]) for name, true in holds.items() if true)


def _start(paragraph: Paragraph, vocabulary: _Vocabulary) -> list[Block]:
    """The paragraph, or the heading glued to its start and what is left of it."""
    flat = flatten(paragraph.inlines)
    if len(flat.text) < _MIN_BODY or last_mark(flat.text) not in ".!?…":
        return [paragraph]
    for at in _capitals_inside(flat.text):
        head, body = flat.text[:at], flat.text[at:]
        if any(mark in head for mark in ".!?…,;"):
            break
        signs = _start_signs(head, body, vocabulary)
        if total(signs) >= THRESHOLD:
            middle, end = flat.offset(at), flat.offset(len(flat.text) - 1) + 1
            heading = part(paragraph, start_of(paragraph), middle)
            return [_heading(heading, START_RULE, signs), part(paragraph, middle, end)]
    return [paragraph]


def _capitals_inside(text: str) -> list[int]:
    """Where, near the start, a capital begins a word right behind a word in lower case."""
    places = (match.start() for match in _INSIDE.finditer(text, 0, _START_REACH))
    return [
        at
        for at in places
        if text[at].isupper() and text[at + 1].islower() and text[at - 2 : at].islower()
    ]


def _start_signs(head: str, body: str, vocabulary: _Vocabulary) -> tuple[Evidence, ...]:
    last, first = WORD.findall(head)[-1], WORD.findall(body)[0]
    holds = {
        "two words touch": vocabulary.count(last + first) <= 1,
        "both words occur apart": vocabulary.count(last) > 0 and vocabulary.count(first) > 0,
        "a paragraph follows in it": (len(body) >= _MIN_BODY and body[1:2].islower())
        or body[1:2] == " ",
        "most words begin with a capital": capital_share(head) >= 0.7,
        "named elsewhere": vocabulary.is_item(head),
        "one word": len(head.split()) == 1,
    }
    return tuple(Evidence(name, *WEIGHTS[name]) for name, true in holds.items() if true)
