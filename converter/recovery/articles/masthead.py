"""The headline below the first lines of a page: what stands over it is the site's navigation, a
trail, or the name of a rubric, and no headline."""

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
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.articles.openings import DATED, DATELINE, SIGNED, openings_of
from converter.recovery.evidence import confidence, total
from converter.recovery.terms import SIGNED_ROLES
from converter.recovery.words import (
    ends_in_full_stop,
    fold,
    fold_all,
    is_shouted,
    last_mark,
    word_count,
)
from converter.schemas import ArticleSchema

RULE = "headline-below-the-page"
_ABOVE_RULE = "line-over-the-headline"
WEIGHTS = {
    "words of the page above": (3.0, "a way round the site: to skip, to search, to sign in"),
    "rubrics above": (2.5, "the schema lists every line above as the name of a rubric"),
    "several short lines above": (1.5, "one to three words each"),
    "capitals above": (1.5, "one word or two in capitals, and the headline is not so set"),
    "one word above": (0.25, "headlines say more"),
    "six words or more": (1.0, "headlines say more than rubrics"),
    "an opening line follows": (1.0, "an author, a date or a dateline"),
    "a standfirst follows": (1.5, "a longer line, and an author or a date below it"),
    "text follows": (0.5, "a paragraph stands below, or below one line"),
    "over sixteen words": (-1.0, "a standfirst below a short headline is so long"),
}
"""Evidence that a line is the headline and those above it are none; its sum must reach
THRESHOLD. Two lines, short over long, are as often a headline over its standfirst: alone, they do
not reach it."""
THRESHOLD = 3.0
_QUOTED = Evidence("quoted words and a colon", 3.0, "headlines quote, and say who is speaking")
_CONFIDENCE = 0.9
_REACH = 24
"""Blocks; a page's navigation is seldom longer."""
_MOST_RUBRIC = 3
_LEAST_HEADLINE, _MOST_HEADLINE = 4, 30
"""Words of a line that can be told from a rubric, and of the longest headline."""
_LONG, _SHORT_DECK = 6, 16
_RUNNING, _MOST_STANDFIRST = 12, 45
"""Words of a sentence that is running text, and of the longest standfirst."""
_LONGEST_ROW = 120
"""Code points of a row of links."""
_PARTS = pattern(r"\s*[/|·•»›>→]\s*|\s{2,}|\t")
_QUOTE = pattern(
    r"[\"“«‘„'「][^\n:]{6,160}[\"”»’“'」]\s?:\s\S"  # 'I still count': a singer on ...
    r"|[^\n:.]{4,80}\s?:\s[\"“«‘„'「][^\n]{6,160}[\"”»’“'」]\Z"  # A singer: 'I still count'
)
_LISTED = ("rubric", "kicker", "interview-note")
"""Phrases that are the name of a rubric where they are all of a line."""
_LEVEL = 2
"""Until articles are parted, all headings are alike."""
_PAGE, _TRAIL, _RUBRIC = "navigation", "breadcrumb", "kicker"
_ROLES = {
    _PAGE: Evidence("words of the page", 3.0, "a way round the site"),
    _TRAIL: Evidence("a trail", 3.0, "rubrics in a row, or behind the site's first page"),
    _RUBRIC: Evidence("a rubric", 2.0, "one to three words over the headline"),
}


def recover_masthead(document: Document, schema: ArticleSchema) -> Document:
    """Give a role to the lines over the headline of a page, and make a heading of the headline."""
    blocks = list(document.blocks)
    zone = _zone(blocks)
    if not zone:
        return document
    known = _Known(schema)
    kinds = {index: known.kind(text_of(blocks[index])) for index in zone}
    short = [index for index in zone if kinds[index] or _is_short(text_of(blocks[index]))]
    at = next((number for number, index in enumerate(zone) if index not in short), len(zone))
    listed = next((number for number, index in enumerate(zone) if not kinds[index]), len(zone))
    for place in dict.fromkeys((at, listed)):
        if place and place < len(zone):
            above, index = zone[:place], zone[place]
            signs = _signs(blocks, above, index, kinds)
            if total(signs) >= THRESHOLD:
                _mark(blocks, above, index, kinds, signs)
                return replace(document, blocks=tuple(blocks))
    if _is_quotation(blocks, zone[0]):
        blocks[zone[0]] = _heading(blocks[zone[0]], (_QUOTED,), _CONFIDENCE)
    return replace(document, blocks=tuple(blocks))


def _zone(blocks: Sequence[Block]) -> list[int]:
    """The lines without role before the text begins."""
    zone: list[int] = []
    for index, block in enumerate(blocks[:_REACH]):
        if not isinstance(block, Paragraph):
            break
        if block.role:
            continue
        if _is_text(block) or any(isinstance(node, LineBreak) for node in walk([block])):
            break
        zone.append(index)
    return zone


def _is_text(block: Block) -> bool:
    text = text_of(block) if isinstance(block, Paragraph) and not block.role else ""
    words = word_count(text)
    return words > _MOST_HEADLINE or (words >= _RUNNING and ends_in_full_stop(text))


def _is_short(text: str) -> bool:
    return word_count(text) <= _MOST_RUBRIC and last_mark(text) not in ".:;,…?!？！：、。"


class _Known:
    """The schema's words of a page, its first page and its rubrics."""

    def __init__(self, schema: ArticleSchema) -> None:
        of = schema.phrases
        self.home = fold_all(of.get("home-page", ()))
        self.page = self.home | fold_all(of.get("navigation", ()))
        self.buttons = fold_all(of.get("share-button", ()))
        self.rubrics = frozenset().union(*(fold_all(of.get(role, ())) for role in _LISTED))

    def kind(self, text: str) -> str:
        """The role that a line has by its words alone; empty for none."""
        if len(text) > _LONGEST_ROW:
            return ""
        whole = fold(text)
        if whole in self.page:
            return _PAGE
        if whole in self.rubrics:
            return _RUBRIC
        parts = [fold(part) for part in _PARTS.split(text) if part]
        words = whole.split()
        for row in (parts, words):
            if len(row) > 1 and self.page | self.rubrics | self.buttons >= set(row):
                return _PAGE if self.rubrics.isdisjoint(row) else _TRAIL
        is_trail = len(parts) > 1 and parts[0] in self.home
        return _TRAIL if is_trail and all(map(_is_short, parts)) else ""


def _signs(
    blocks: Sequence[Block], above: Sequence[int], index: int, kinds: dict[int, str]
) -> tuple[Evidence, ...]:
    """The evidence that this line is the headline; none where nothing stands below it."""
    text = text_of(blocks[index])
    if last_mark(text) in ".:;,…" and not text.endswith(("”", "»", '"', "’", "'")):
        return ()
    words = word_count(text)
    opened = bool(openings_of(blocks, index) & {SIGNED, DATED, DATELINE})
    deck = _has_standfirst(blocks, index)
    page = any(kinds[at] in (_PAGE, _TRAIL) for at in above)
    follows = any(map(_is_text, blocks[index + 1 : index + 3]))
    if not (page or opened or deck or follows):
        return ()
    listed = all(kinds[at] for at in above)
    lines = [text_of(blocks[at]) for at in above]
    if listed and not page and words < _LEAST_HEADLINE and not opened:
        return ()
    holds = {
        "words of the page above": page and listed,
        "rubrics above": listed and not page,
        "several short lines above": len(lines) > 1,
        "capitals above": not is_shouted(text)
        and all(is_shouted(line) and word_count(line) < _MOST_RUBRIC for line in lines),
        "one word above": len(lines) == 1 and word_count(lines[0]) == 1,
        "six words or more": words >= _LONG,
        "an opening line follows": opened,
        "a standfirst follows": deck,
        "text follows": follows,
        "over sixteen words": words > _SHORT_DECK,
    }
    return tuple(Evidence(name, *WEIGHTS[name]) for name, true in holds.items() if true)


def _has_standfirst(blocks: Sequence[Block], index: int) -> bool:
    """Whether a longer line stands below this one, and is too long for a heading or has an author
    or a date below it."""
    own, *following = blocks[index : index + 3]
    deck = following[0] if len(following) > 1 else None
    if not isinstance(deck, Paragraph) or deck.role:
        return False
    words = word_count(text_of(deck))
    opens = getattr(following[1], "role", "") in SIGNED_ROLES
    is_deck = opens or (words >= _RUNNING and not ends_in_full_stop(text_of(deck)))
    return is_deck and word_count(text_of(own)) <= words <= _MOST_STANDFIRST


def _mark(
    blocks: list[Block],
    above: Sequence[int],
    index: int,
    kinds: dict[int, str],
    signs: tuple[Evidence, ...],
) -> None:
    sure = confidence(signs, THRESHOLD - 1)
    for at in above:
        line = blocks[at]
        assert isinstance(line, Paragraph)
        role = kinds[at] or _RUBRIC
        because = Provenance(_ABOVE_RULE, sure, (_ROLES[role],), "heading")
        blocks[at] = replace(line, role=role, provenance=because)
    if word_count(text_of(blocks[index])) >= _LEAST_HEADLINE:
        blocks[index] = _heading(blocks[index], signs, sure)


def _heading(block: Block, signs: tuple[Evidence, ...], sure: float) -> Heading:
    assert isinstance(block, Paragraph)
    return Heading(_LEVEL, block.inlines, block.markup, Provenance(RULE, sure, signs, "paragraph"))


def _is_quotation(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line that opens the file quotes in two parts, and more stands below it."""
    text = text_of(blocks[index])
    return (
        _LONG <= word_count(text) <= _MOST_HEADLINE
        and not ends_in_full_stop(text)
        and _QUOTE.match(text) is not None
        and index + 1 < len(blocks)
    )
