"""Levels below the headline, where the text shows them: by number, by setting, by a heading that
announces others. Elsewhere headings of one article are siblings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from converter.model import MAX_LEVEL, Block, Document, Evidence, Heading, text_of
from converter.recovery.levels.families import Part, families
from converter.recovery.terms import READ
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
    "listed before": Evidence("listed before", 2.5, "a list under the heading before names it"),
    "between listed headings": Evidence(
        "between listed headings", 1.5, "the headings before and after it are named in a list"
    ),
    "announced by a colon": Evidence(
        "announced by a colon", 1.5, "the text above ends in a colon, and more of its kind follow"
    ),
    "spoken of before": Evidence(
        "spoken of before", 1.5, "the few words above the first of them speak of each"
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
    places = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    own: list[int] = []
    for index in [*places, len(blocks)]:
        if index < len(blocks) and _level(blocks[index]) > 1:
            own.append(index)
        elif own:
            _set_levels(blocks, own, _parts(blocks, [*own, index], closing))
            own = []
    return replace(document, blocks=tuple(blocks))


def _level(block: Block) -> int:
    return block.level if isinstance(block, Heading) else 0


def _parts(blocks: Sequence[Block], borders: list[int], closing: frozenset[str]) -> list[Part]:
    """One article's headings, each with what stands below it. The last border is its end."""
    parts = []
    for index, end in pairwise(borders):
        text = text_of(blocks[index])
        level = _level(blocks[index])
        parts.append(
            Part(text, level, blocks[index + 1 : end], fold(text).rstrip(":. ") in closing)
        )
    return parts


def _set_levels(blocks: list[Block], places: list[int], parts: Sequence[Part]) -> None:
    """Set the levels of one article's headings, in place."""
    for rule in (_by_number, _by_setting, _by_family):
        levels = rule(parts)
        if levels:
            for number, (level, name) in levels.items():
                blocks[places[number]] = _at_level(blocks[places[number]], level, name)
            return


def _at_level(block: Block, level: int, name: str) -> Block:
    assert isinstance(block, Heading)
    because = block.provenance
    if because is None or because.rule.startswith(READ):
        return block
    because = replace(because, evidence=(*because.evidence, _EVIDENCE[name]))
    return replace(block, level=level, provenance=because)


_Levels = dict[int, tuple[int, str]]


def _by_number(parts: Sequence[Part]) -> _Levels:
    """``1``, ``1.1``: one level for each part of the number."""
    depth: dict[int, int] = {}
    for number, part in enumerate(parts):
        match = _NUMBER.match(part.heading)
        if match is not None:
            depth[number] = match[1].count(".")
    if len(set(depth.values())) < _ENOUGH:
        return {}
    return {number: (min(_SECTION + dots, MAX_LEVEL), "counted") for number, dots in depth.items()}


def _by_setting(parts: Sequence[Part]) -> _Levels:
    """Capitals over the other headings, where there are several of both."""
    is_loud = [is_shouted(part.heading) for part in parts]
    if min(is_loud.count(True), is_loud.count(False)) < _ENOUGH:
        return {}
    first = is_loud.index(True)
    return {
        number: (_SUBSECTION, "set in capitals")
        for number, loud in enumerate(is_loud)
        if number > first and not loud
    }


def _by_family(parts: Sequence[Part]) -> _Levels:
    """One level below the heading whose text, or want of text, announces it."""
    levels: _Levels = {}
    for family in families(parts):
        over = levels[family.parent][0] if family.parent in levels else parts[family.parent].level
        for number in range(family.first, family.last + 1):
            levels[number] = (min(over + 1, MAX_LEVEL), family.name)
    return levels
