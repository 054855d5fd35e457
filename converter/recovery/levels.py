"""Levels below the headline, where the text shows them: by number, by setting, by a heading that
holds nothing but other headings. Elsewhere headings of one article are siblings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.model import MAX_LEVEL, Block, Document, Evidence, Heading, text_of
from converter.recovery.words import fold, fold_all, is_shouted
from converter.schemas import ArticleSchema

_SECTION, _SUBSECTION = 2, 3
_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[^\W\d_]")
_CLOSING_ROLES = (
    "conclusion",
    "references",
    "notes",
    "about",
    "contact",
    "related",
    "call-to-action",
)
"""Heading roles that end what stands before them, at the level of sections."""
_EVIDENCE = {
    "counted": Evidence("counted", 3.0, "the number says how deep"),
    "set in capitals": Evidence(
        "set in capitals", 2.0, "some headings are, the others stand below"
    ),
    "below an empty heading": Evidence(
        "below an empty heading", 1.5, "the heading before holds nothing but headings"
    ),
}
_ENOUGH = 2
"""Headings of each setting that make a system of two."""


def recover_levels(document: Document, schema: ArticleSchema) -> Document:
    """Set the levels of the headings that no mark states."""
    blocks = list(document.blocks)
    closing = fold_all(
        tuple(text for role in _CLOSING_ROLES for text in schema.headings.get(role, ()))
    )
    start = 0
    places = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    for end in [*(index for index in places if _level(blocks[index]) == 1), len(blocks)]:
        inside = [index for index in places if start < index < end or (index == 0 < end)]
        _set_levels(blocks, [index for index in inside if _level(blocks[index]) > 1], closing)
        start = end
    return replace(document, blocks=tuple(blocks))


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def _set_levels(blocks: list[Block], places: list[int], closing: frozenset[str]) -> None:
    """Set the levels of one article's headings, in place."""
    for rule in (_by_number, _by_setting, _by_emptiness):
        levels = rule(blocks, places, closing)
        if levels:
            for index, (level, name) in levels.items():
                blocks[index] = _at_level(blocks[index], level, name)
            return


def _at_level(block: Block, level: int, name: str) -> Block:
    assert isinstance(block, Heading)
    because = block.provenance
    if because is None:
        return block
    because = replace(because, evidence=(*because.evidence, _EVIDENCE[name]))
    return replace(block, level=level, provenance=because)


_Levels = dict[int, tuple[int, str]]


def _by_number(blocks: Sequence[Block], places: list[int], closing: frozenset[str]) -> _Levels:
    """``1``, ``1.1``: one level for each part of the number."""
    depth: dict[int, int] = {}
    for index in places:
        match = _NUMBER.match(text_of(blocks[index]))
        if match is not None:
            depth[index] = match[1].count(".")
    if len(set(depth.values())) < _ENOUGH:
        return {}
    return {index: (min(_SECTION + dots, MAX_LEVEL), "counted") for index, dots in depth.items()}


def _by_setting(blocks: Sequence[Block], places: list[int], closing: frozenset[str]) -> _Levels:
    """Capitals over the other headings, where there are several of both."""
    shouted = [index for index in places if is_shouted(text_of(blocks[index]))]
    quiet = [index for index in places if index not in set(shouted)]
    if len(shouted) < _ENOUGH or len(quiet) < _ENOUGH:
        return {}
    first = min(shouted)
    return {index: (_SUBSECTION, "set in capitals") for index in quiet if index > first}


def _by_emptiness(blocks: Sequence[Block], places: list[int], closing: frozenset[str]) -> _Levels:
    """What follows a heading without text stands below it, up to the next such heading or one
    that closes the article."""
    levels: _Levels = {}
    inside = False
    for number, index in enumerate(places):
        is_empty = number + 1 < len(places) and places[number + 1] == index + 1
        if fold(text_of(blocks[index])).rstrip(":. ") in closing:
            inside = False
        if is_empty:
            inside = True
        elif inside:
            levels[index] = (_SUBSECTION, "below an empty heading")
    return levels
