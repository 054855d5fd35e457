"""Lines that only their place proves: a bare date, a place with a date, or names, right below a
headline or beside another such line."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import (
    Block,
    Document,
    Evidence,
    Heading,
    Paragraph,
    leaves,
    text_of,
)
from converter.records import replace
from converter.recovery.dates import dateline_end, is_date, is_dated, is_place_and_date
from converter.recovery.furniture.marking import with_role
from converter.recovery.phrases import Phrases, phrases_of
from converter.recovery.words import WORD, fold, last_mark
from converter.schemas import ArticleSchema

RULE = "line-by-its-place"
_SIGNS = {
    "a date below a headline": (2.0, "a date and nothing else"),
    "a place and a date": (2.5, "as a release or a letter opens"),
    "a house between author and text": (1.5, "one to four words with capitals, below an author"),
    "names and an office below a headline": (
        2.0,
        "two to four words with capitals, and what their bearer is",
    ),
    "names between headline and date": (
        1.5,
        "two to four words with capitals, of no sentence here",
    ),
}
_OPENING_ROLES = frozenset(
    "byline kicker published updated dateline embargo wire-slug wire-note reading-time".split()
)
_MAX_TITLE, _MAX_STANDFIRST = 30, 45
"""Words."""
_NAMES, _HOUSE = range(2, 5), range(1, 5)
"""Words of names, and of an agency's or a paper's name."""
_MAX_OFFICE, _MAX_OPENING = 5, 16
"""Words of an office, and blocks at the head of a file among which an author stands."""
_SHORTEST_TITLE = 5
"""Words of a headline over names that no date and no other name proves."""
_SIGNS_BELOW = frozenset("published updated dateline byline".split())


def recover_openings(document: Document, schema: ArticleSchema) -> Document:
    """Give dates, datelines and names their role where a text begins."""
    blocks = list(document.blocks)
    texts = [_plain(block) for block in blocks]
    dated = [index for index, text in enumerate(texts) if text and is_dated(text)]
    opening = _opening_dates(blocks, dated) if dated else []
    for index in opening:
        block = blocks[index]
        assert isinstance(block, Paragraph)
        if is_place_and_date(texts[index]) and not is_date(texts[index]):
            blocks[index] = with_role(block, "dateline", RULE, _sign("a place and a date"))
        else:
            blocks[index] = with_role(block, "published", RULE, _sign("a date below a headline"))
    _mark_names(blocks)
    _mark_authors(blocks, phrases_of(schema, "office"))
    return replace(document, blocks=tuple(blocks))


def _opening_dates(blocks: Sequence[Block], dated: list[int]) -> list[int]:
    """Those of the dates that date a text: not the days of a diary, a chronicle, a calendar."""
    below = [index for index in dated if _stands_below_a_title(blocks, index)]
    if len(below) * 2 <= len(dated):
        return []
    first = next((at for at, block in enumerate(blocks) if _is_running(block)), len(blocks))
    if below[0] < first:
        return below
    return [index for index in below if any(map(_is_opening, blocks[index - 1 : index + 2]))]


def _is_running(block: Block) -> bool:
    return len(_plain(block).split()) > _MAX_TITLE


def _sign(name: str) -> Evidence:
    return Evidence(name, *_SIGNS[name])


def _plain(block: Block) -> str:
    return text_of(block) if isinstance(block, Paragraph) and not block.role else ""


def _stands_below_a_title(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line opens the file, or follows a headline, its standfirst, or another line of
    an opening."""
    if index + 1 >= len(blocks):
        return False
    if index == 0 or _is_opening(blocks[index - 1]) or _is_title(blocks[index - 1]):
        return True
    above = blocks[index - 1]
    return (
        index > 1
        and isinstance(above, Paragraph)
        and not above.role
        and len(text_of(above).split()) <= _MAX_STANDFIRST
        and _is_title(blocks[index - 2])
    )


def _is_opening(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _OPENING_ROLES


def _is_title(block: Block) -> bool:
    if isinstance(block, Heading):
        return True
    text = _plain(block)
    return (
        bool(text)
        and len(text.split()) <= _MAX_TITLE
        and last_mark(text) not in ".:;,…"
        and not is_dated(text)
    )


def _mark_names(blocks: list[Block]) -> None:
    """Names alone, between a headline and a date or a dateline, sign the text; so does the house
    of an author, between him and the text."""
    small: set[str] = set()
    for index in range(1, len(blocks) - 1):
        name = _name_at(blocks, index)
        if not name:
            continue
        small = small or _small_words(blocks)
        block = blocks[index]
        words = WORD.findall(text_of(block))
        if isinstance(block, Paragraph) and not any(word.casefold() in small for word in words):
            blocks[index] = with_role(block, "byline", RULE, _sign(name))


def _name_at(blocks: Sequence[Block], index: int) -> str:
    """The sign by which a line may be names, or a house; empty for none."""
    text = _plain(blocks[index])
    words = len(text.split())
    if words not in _HOUSE or not _is_named(text) or not _is_title(blocks[index]):
        return ""
    above, below = blocks[index - 1], blocks[index + 1]
    opens = dateline_end(_plain(below))[0] > 0
    is_high = index <= _MAX_OPENING
    if is_high and getattr(above, "role", "") == "byline" and (opens or _is_running(below)):
        return "a house between author and text"
    is_signed = getattr(below, "role", "") in _SIGNS_BELOW
    if words not in _NAMES or not (_is_title(above) or (is_signed and _stands_high(blocks, index))):
        return ""
    is_headed = len(text_of(above).split()) >= _SHORTEST_TITLE
    return "names between headline and date" if is_signed or (opens and is_headed) else ""


def _mark_authors(blocks: list[Block], offices: Phrases) -> None:
    """Names with an office, behind a comma or in the next line, below the headline or its
    standfirst and above the text: ``Ann Lee, Transport Reporter``."""
    small: set[str] = set()
    for index in range(1, min(len(blocks), _MAX_OPENING)):
        name, comma, office = _plain(blocks[index]).partition(",")
        lines = 1 if comma else 2
        if not comma and index + 1 < len(blocks):
            office = _plain(blocks[index + 1])
        if (
            len(name.split()) not in _NAMES
            or not _is_named(name)
            or not _stands_high(blocks, index)
        ):
            continue
        if len(office.split()) > _MAX_OFFICE or not offices.within(fold(office)):
            continue
        small = small or _small_words(blocks)
        if not any(word.casefold() in small for word in WORD.findall(name)):
            sign = _sign("names and an office below a headline")
            for at in range(index, index + lines):
                block = blocks[at]
                assert isinstance(block, Paragraph)
                blocks[at] = with_role(block, "byline", RULE, sign)
        return


def _stands_high(blocks: Sequence[Block], index: int) -> bool:
    """Whether a headline stands above, with a standfirst between or none."""
    if _is_title(blocks[index - 1]):
        return True
    is_short = 0 < len(_plain(blocks[index - 1]).split()) <= _MAX_TITLE
    return index > 1 and is_short and _is_title(blocks[index - 2])


def _small_words(blocks: Sequence[Block]) -> set[str]:
    """The words that stand in lower case, and so are no names."""
    return {
        word for leaf in leaves(blocks) for word in WORD.findall(leaf.text) if word[0].islower()
    }


def _is_named(text: str) -> bool:
    return all(word[0].isupper() and word.strip(".'’-").isalpha() for word in text.split())
