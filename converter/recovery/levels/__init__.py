"""Levels below the headline, where the text shows them: by number, by setting, by a heading that
announces others. Elsewhere headings of one article are siblings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from converter.model import MAX_LEVEL, Block, Document, Evidence, Heading, text_of
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.levels.families import Part, families
from converter.recovery.levels.listed import depths_by_contents
from converter.recovery.terms import READ
from converter.recovery.words import fold, fold_all, is_shouted
from converter.schemas import ArticleSchema

_SECTION, _SUBSECTION = 2, 3
_NUMBER = pattern(
    r"""
      (?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[^\W\d_]                    # 1.2 Scope
    | (?P<word>[^\W\d_]{2,12})\s(?P<counted>\d{1,2}(?:\.\d{1,2}){0,4})(?=\Z|[:.]?\s)  # Section 1.2
    """,
    re.VERBOSE,
)
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
    "placed by the contents": Evidence(
        "placed by the contents", 4.0, "a list of the contents says how deep"
    ),
    "counted": Evidence("counted", 3.0, "the number says how deep"),
    "set in capitals": Evidence(
        "set in capitals", 2.0, "some headings are, the others stand below"
    ),
    "set with a bracket": Evidence(
        "set with a bracket", 1.5, "some headings end in one, the others stand below"
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
    "between counted headings": Evidence(
        "between counted headings", 2.0, "the numbers before and after it run on"
    ),
    "below an empty heading": Evidence(
        "below an empty heading", 1.5, "the heading before holds nothing but headings"
    ),
}
_ENOUGH = 2
"""Headings of each setting that make a system of two."""
_SETTINGS: tuple[tuple[str, Callable[[str], bool], int], ...] = (
    ("set in capitals", is_shouted, _ENOUGH),
    ("set with a bracket", lambda text: text.rstrip().endswith(")"), 3),
)
"""What sets upper headings off, and how many there must be of them."""


def recover_levels(document: Document, schema: ArticleSchema) -> Document:
    """Set the levels of the headings that no mark states."""
    blocks = list(document.blocks)
    closing = fold_all(
        tuple(text for role in _CLOSING_ROLES for text in schema.headings.get(role, ()))
    )
    places = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    own: list[int] = []
    start = 0
    for index in [*places, len(blocks)]:
        if index < len(blocks) and _level(blocks[index]) > 1:
            own.append(index)
            continue
        if own:
            _set_levels(blocks, own, blocks[start : own[0]], _parts(blocks, [*own, index], closing))
            own = []
        start = index + 1
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


def _set_levels(
    blocks: list[Block], places: list[int], above: Sequence[Block], parts: Sequence[Part]
) -> None:
    """Set the levels of one article's headings, in place; ``above`` stands before the first."""
    for rule in (_by_contents, _by_number, _by_setting, _by_family):
        levels = rule(above, parts)
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


def _by_contents(above: Sequence[Block], parts: Sequence[Part]) -> _Levels:
    """As deep as a list of the contents puts them."""
    return {
        number: (min(_SECTION + depth, MAX_LEVEL), "placed by the contents")
        for number, depth in depths_by_contents(above, parts).items()
    }


def _by_number(_: Sequence[Block], parts: Sequence[Part]) -> _Levels:
    """``1``, ``1.1``, or ``Section 1.1``: one level for each part of the number."""
    schemes: dict[str, dict[int, int]] = {}
    for number, part in enumerate(parts):
        match = _NUMBER.match(part.heading)
        if match is not None:
            count = match["number"] or match["counted"]
            word = (match["word"] or "").casefold()
            schemes.setdefault(word, {})[number] = count.count(".")
    for word, depth in schemes.items():
        if len(set(depth.values())) >= _ENOUGH and len(depth) > (_ENOUGH if word else 0):
            return {
                number: (min(_SECTION + dots, MAX_LEVEL), "counted")
                for number, dots in depth.items()
            }
    return {}


def _by_setting(_: Sequence[Block], parts: Sequence[Part]) -> _Levels:
    """What is set in a way over what is not, where there are several of both."""
    for name, is_set, least in _SETTINGS:
        is_loud = [is_set(part.heading) for part in parts]
        if is_loud.count(True) < least or is_loud.count(False) < _ENOUGH:
            continue
        first = is_loud.index(True)
        return {
            number: (_SUBSECTION, name)
            for number, loud in enumerate(is_loud)
            if number > first and not loud and not parts[number].closes
        }
    return {}


def _by_family(_: Sequence[Block], parts: Sequence[Part]) -> _Levels:
    """One level below the heading whose text, or want of text, announces it."""
    levels: _Levels = {}
    for family in families(parts):
        over = levels[family.parent][0] if family.parent in levels else parts[family.parent].level
        for number in range(family.first, family.last + 1):
            levels[number] = (min(over + 1, MAX_LEVEL), family.name)
    return levels
