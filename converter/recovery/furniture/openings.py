"""Lines that only their place proves: a bare date, a place with a date, or names, right below a
headline or beside another such line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import (
    Block,
    Document,
    Evidence,
    Heading,
    Paragraph,
    leaves,
    text_of,
)
from converter.recovery.dates import is_date, is_place_and_date
from converter.recovery.furniture.marking import with_role
from converter.recovery.words import WORD, last_mark
from converter.schemas import ArticleSchema

RULE = "line-by-its-place"
_SIGNS = {
    "a date below a headline": (2.0, "a date and nothing else"),
    "a place and a date": (2.5, "as a release or a letter opens"),
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
_NAMES = range(2, 5)


def recover_openings(document: Document, schema: ArticleSchema) -> Document:
    """Give dates, datelines and names their role where a text begins."""
    blocks = list(document.blocks)
    texts = [_plain(block) for block in blocks]
    dated = [index for index, text in enumerate(texts) if text and _is_dated(text)]
    if not dated:
        return document
    opening = _opening_dates(blocks, dated)
    for index in opening:
        block = blocks[index]
        assert isinstance(block, Paragraph)
        if is_date(texts[index]):
            blocks[index] = with_role(block, "published", RULE, _sign("a date below a headline"))
        else:
            blocks[index] = with_role(block, "dateline", RULE, _sign("a place and a date"))
    _mark_names(blocks)
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


def _is_dated(text: str) -> bool:
    return is_date(text) or is_place_and_date(text)


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
        and not _is_dated(text)
    )


def _mark_names(blocks: list[Block]) -> None:
    """Names alone, between a headline and a date, sign the text."""
    places = [
        index
        for index in range(1, len(blocks) - 1)
        if _is_title(blocks[index - 1])
        and _is_title(blocks[index])
        and _is_named(_plain(blocks[index]))
        and getattr(blocks[index + 1], "role", "") in ("published", "updated", "dateline")
    ]
    if not places:
        return
    small = {
        word for leaf in leaves(blocks) for word in WORD.findall(leaf.text) if word[0].islower()
    }
    for index in places:
        block = blocks[index]
        words = WORD.findall(text_of(block))
        if isinstance(block, Paragraph) and not any(word.casefold() in small for word in words):
            sign = _sign("names between headline and date")
            blocks[index] = with_role(block, "byline", RULE, sign)


def _is_named(text: str) -> bool:
    words = text.split()
    return len(words) in _NAMES and all(
        word[0].isupper() and word.strip(".'’-").isalpha() for word in words
    )
