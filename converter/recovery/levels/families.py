"""Headings that belong under the heading before them, because its own text announces them: it
lists them, speaks of them in a few words, ends in a colon just above them, or is none at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model import (
    Block,
    BulletList,
    Contents,
    Exchange,
    OrderedList,
    Paragraph,
    Turn,
    text_of,
)
from converter.records import record, replace
from converter.recovery.levels.series import series_of
from converter.recovery.words import WORD, fold, last_mark

_ITEM_WORDS = 12
"""Words of an item that can name a heading; the rest explains it."""
_NAMING = 4
"""Letters of a word that names something, where a heading has such words."""
_ENDING = 2
"""Letters by which two forms of one word may differ: singular and plural, cases."""
_INTRODUCTION = 700
"""Code points of a text that introduces headings; a longer one says something itself."""
_LEAST = 2
"""Headings that make a family."""
_MOST_ITEMS = 40
"""Items; a longer list announces nothing."""
_BEYOND = 6
"""Headings in a row that a list may leave out: they stand below the one before."""


@record()
class Family:
    """The places (in the list of headings) of a parent and of all that stands below it."""

    parent: int
    first: int
    last: int
    name: str


@record()
class Part:
    """A heading's words and level, the blocks below it up to the next heading, and whether the
    schema knows it as one that closes an article."""

    heading: str
    level: int
    body: Sequence[Block]
    closes: bool

    @property
    def words(self) -> list[str]:
        """The words that name what the heading is about."""
        words = WORD.findall(fold(self.heading))
        return [word for word in words if len(word) >= _NAMING] or words

    @property
    def size(self) -> int:
        """Code points of the text below the heading."""
        return sum(len(text_of(block)) for block in self.body)


_END = Part("", 0, (), closes=True)


def families(parts: Sequence[Part]) -> list[Family]:
    """The families among an article's headings, by parent; none crosses another."""
    series = series_of([part.heading for part in parts])
    announced = (*_listed(parts), *_led_by_colon(parts), *_spoken_of(parts), *_below_empty(parts))
    found = sorted(
        (*_among(series), *_kept_together(announced, series)), key=lambda family: family.parent
    )
    kept: list[Family] = []
    around: list[Family] = []
    for family in found:
        while around and around[-1].last < family.parent:
            around.pop()
        crosses = around and (around[-1].last < family.last or around[-1].parent == family.parent)
        if crosses or _is_headline(parts, family):
            continue
        kept.append(family)
        around.append(family)
    return kept


def _among(series: Sequence[Sequence[int]]) -> Iterator[Family]:
    """What stands between two headings of a series stands below the first of them."""
    for own in series:
        for one, next_one in pairwise(own):
            if next_one > one + 1:
                yield Family(one, one + 1, next_one - 1, "between counted headings")


def _kept_together(families: Sequence[Family], series: Sequence[Sequence[int]]) -> Iterator[Family]:
    """The families, none of which parts a series: it ends before the next heading of its parent's
    series, or behind the last of the series that begins in it."""
    next_of = {one: next_one for own in series for one, next_one in pairwise(own)}
    ends = {own[0]: own[-1] for own in series}
    for family in families:
        last = min(family.last, next_of.get(family.parent, family.last + 1) - 1)
        inner = [ends[place] for place in range(family.first, last + 1) if place in ends]
        if last >= family.first:
            yield replace(family, last=max([last, *inner]))


def _listed(parts: Sequence[Part]) -> Iterator[Family]:
    """A list in a heading's text names headings that follow. Those between two named ones stand
    below the first of the two."""
    for parent, part in enumerate(parts):
        items = [
            item
            for block in part.body
            if isinstance(block, BulletList | OrderedList)
            for item in _items(block)
        ]
        if not _LEAST <= len(items) <= _MOST_ITEMS:
            continue
        named = _named(parts, parent + 1, items)
        if len(named) < max(_LEAST, len(items) / 2):
            continue
        yield Family(parent, parent + 1, named[-1], "listed before")
        for one, next_one in pairwise(named):
            if next_one > one + 1:
                yield Family(one, one + 1, next_one - 1, "between listed headings")


def _items(block: BulletList | OrderedList) -> list[list[str]]:
    return [WORD.findall(fold(text_of(*item.blocks)))[:_ITEM_WORDS] for item in block.items]


def _named(parts: Sequence[Part], start: int, items: list[list[str]]) -> list[int]:
    """The places from ``start`` on of headings that an item names, each item once."""
    left = list(items)
    named: list[int] = []
    missed = 0
    for place in range(start, len(parts)):
        words = parts[place].words
        item = next((item for item in left if words and _holds(item, words)), None)
        if item is None:
            missed += 1
            if missed > _BEYOND or not named:
                break
            continue
        missed = 0
        left.remove(item)
        named.append(place)
        if not left:
            break
    return named


def _holds(text: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(_same_word(word, other) for other in text) for word in words)


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= _ENDING


def _led_by_colon(parts: Sequence[Part]) -> Iterator[Family]:
    """The text ends in a colon, and headings of one kind follow."""
    for parent, part in enumerate(parts):
        if _ends_in_colon(part.body):
            last = _run(parts, parent + 1)
            if last - parent >= _LEAST and last + 1 < len(parts):
                yield Family(parent, parent + 1, last, "announced by a colon")


def _ends_in_colon(body: Sequence[Block]) -> bool:
    return bool(body) and isinstance(body[-1], Paragraph) and last_mark(text_of(body[-1])) in ":："


_MORE_WORDS = 1
_MORE_TEXT = 3
_LITTLE = 300


def _run(parts: Sequence[Part], first: int) -> int:
    """The last of the headings from ``first`` on that are like one another: about as many
    words, about as much text below, and themselves announcing nothing."""
    words = size = 0
    for place in range(first, len(parts)):
        part = parts[place]
        own_words, own_size = len(part.heading.split()), part.size
        longer = words and own_words > words + _MORE_WORDS
        larger = words and own_size > max(_LITTLE, size * _MORE_TEXT)
        if part.closes or longer or larger or _ends_in_colon(part.body):
            return place - 1
        words, size = max(words, own_words), max(size, own_size)
    return len(parts) - 1


def _spoken_of(parts: Sequence[Part]) -> Iterator[Family]:
    """A short text names the headings that follow at once, and no other."""
    for parent, part in enumerate(parts):
        if not part.body or part.size > _INTRODUCTION or not _is_prose(part.body):
            continue
        said = WORD.findall(fold(text_of(*part.body)))
        last = parent
        while last + 1 < len(parts) and _holds(said, parts[last + 1].words):
            last += 1
        if last - parent >= _LEAST:
            yield Family(parent, parent + 1, last, "spoken of before")


def _is_prose(body: Sequence[Block]) -> bool:
    return not any(isinstance(block, Contents | Exchange | Turn) for block in body)


def _below_empty(parts: Sequence[Part]) -> Iterator[Family]:
    """What follows a heading without text stands below it, up to the next such heading or one
    that closes the article. A heading written twice holds nothing."""
    parent = -1
    for place, part in enumerate((*parts, _END)):
        is_empty = not part.body and place + 1 < len(parts)
        if not is_empty and not part.closes:
            continue
        if 0 <= parent < place - 1:
            yield Family(parent, parent + 1, place - 1, "below an empty heading")
        parent = place if is_empty and part.words != parts[place + 1].words else -1


def _is_headline(parts: Sequence[Part], family: Family) -> bool:
    """Whether the first heading would be over all the others, but for the closing ones: then it is
    a second headline, or their sibling."""
    end = family.last + 1
    many = end > _LEAST and family.parent == 0
    return many and (end == len(parts) or parts[end].closes)
