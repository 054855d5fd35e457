"""Levels that a list of the contents states: by its numbers (``2.1``), or by its nesting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Block, BulletList, Contents, OrderedList, text_of
from converter.patterns import pattern
from converter.recovery.levels.families import Part
from converter.recovery.words import fold

_NUMBER = pattern(r"(\d{1,2}(?:\.\d{1,2}){0,4})[.)]?\s+(?=\S)")
_ASIDE = pattern(r"\s*\[[^\[\]]{0,20}\]\Z")
"""What a wiki puts behind its headings: `[edit]`."""
_NAMED = 3
"""Headings that a list must name before it says anything of their levels; and half its entries."""

_Entry = tuple[str, int]


def depths_by_contents(above: Sequence[Block], parts: Sequence[Part]) -> dict[int, int]:
    """How deep each heading stands (0 for sections), by its place; empty where no list says so.

    ``above`` are the blocks before the first heading. A heading that the list leaves out stands
    below the named one before it.
    """
    first_of: dict[str, int] = {}
    for place, part in enumerate(parts):
        first_of.setdefault(_key(part.heading), place)
    for block in (*above, *(block for part in parts for block in part.body)):
        entries = list(_entries(block))
        if len({depth for _, depth in entries}) < 2:
            continue
        named = {first_of[key]: depth for key, depth in entries if key in first_of}
        if len(named) >= max(_NAMED, len(entries) / 2) and len(set(named.values())) > 1:
            return _with_unnamed(parts, named)
    return {}


def _with_unnamed(parts: Sequence[Part], named: dict[int, int]) -> dict[int, int]:
    top = min(named.values())
    depths: dict[int, int] = {}
    unnamed = 0
    for place, part in enumerate(parts):
        if place in named:
            depths[place] = named[place] - top
            unnamed = depths[place] + 1
        else:
            depths[place] = 0 if part.closes else unnamed
    return depths


def _entries(block: Block) -> Iterator[_Entry]:
    """The entries of a list, each as it is compared and how deep it stands."""
    if isinstance(block, Contents):
        for entry in block.entries:
            yield _entry(text_of(*entry.inlines), entry.level)
    elif isinstance(block, BulletList | OrderedList):
        yield from _items(block, 0)


def _items(block: BulletList | OrderedList, nesting: int) -> Iterator[_Entry]:
    for item in block.items:
        lists = [part for part in item.blocks if isinstance(part, BulletList | OrderedList)]
        yield _entry(text_of(*(part for part in item.blocks if part not in lists)), nesting)
        for inner in lists:
            yield from _items(inner, nesting + 1)


def _entry(text: str, nesting: int) -> _Entry:
    number = _NUMBER.match(text)
    return _key(text), number[1].count(".") if number is not None else nesting


def _key(text: str) -> str:
    """A heading or an entry without its number and what a wiki put behind it."""
    number = _NUMBER.match(text)
    bare = text[number.end() :] if number is not None else text
    return fold(_ASIDE.sub("", bare)).rstrip(":. ")
