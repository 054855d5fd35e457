"""What stands over and below a headline in a newsroom's file: an author, a date, a dateline, the
kind of text, the end of the text before."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Heading, Paragraph, ThematicBreak, text_of
from converter.recovery.dates import dateline_end
from converter.recovery.terms import CALL
from converter.recovery.words import capital_share, last_mark

SIGNED, DATED, DATELINE = "signed below", "dated below", "a dateline below"
ANNOUNCED, ENDED, PARTED = "announced above", "an article ends above", "a line parts it"
FAREWELL = "a farewell above"
ALIKE = "several are signed so"

OPENING = frozenset({SIGNED, DATED, DATELINE, ANNOUNCED, ENDED})
"""The signs that hardly ever stand round the heading of a section."""

_BELOW = {
    "byline": SIGNED,
    "published": DATED,
    "updated": DATED,
    "dateline": DATELINE,
}
_PASSED_BELOW = frozenset("reading-time photo-credit share wire-note editor-note".split())
"""Lines that may stand between a headline and its text, and say nothing."""
_ABOVE = {"kicker": ANNOUNCED, "wire-slug": ANNOUNCED, "embargo": ANNOUNCED, "end-mark": ENDED}
_FAREWELLS = frozenset(
    ("share", "tags", "copyright", "read-more", "contact", "correction", "byline", "about", CALL)
)
_REACH = 8
"""Blocks on either side; more lines stand round no headline."""
_MOST_STANDFIRST = 45
_LEAST_SIGNED, _MOST_TITLE = 4, 6
"""Words of a headline, and of a book's title over its author."""
SET = 0.7
"""Of the long words, the share with capitals in a line that is set as a title."""
RUNNING = 12
"""Words from which a paragraph is running text."""
SHORTEST = 30
"""Words; a brief in a newspaper seldom has fewer."""


def openings_of(blocks: Sequence[Block], index: int) -> set[str]:
    """The signs that hold for the headline, or the line, at this index."""
    return _below(blocks, index) | _above(blocks, index)


def _below(blocks: Sequence[Block], index: int) -> set[str]:
    found: set[str] = set()
    for at in range(index + 1, min(len(blocks), index + 1 + _REACH)):
        block = blocks[at]
        if not isinstance(block, Paragraph):
            break
        if block.role in _BELOW:
            found.add(_BELOW[block.role])
        elif block.role not in _PASSED_BELOW:
            if dateline_end(text_of(block))[0]:
                found.add(DATELINE)
            is_standfirst = at == index + 1 and not block.role and _is_standfirst(blocks, at)
            if not is_standfirst:
                break
    return found


def _is_standfirst(blocks: Sequence[Block], at: int) -> bool:
    """Whether a paragraph stands between a headline and the lines of an opening, and is not the
    headline itself: it is no shorter than the line above it, which does not exclaim."""
    above, own = text_of(blocks[at - 1]), text_of(blocks[at])
    if last_mark(above) in "!！" or len(own.split()) < len(above.split()):
        return False
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    return (
        isinstance(below, Paragraph)
        and below.role in _BELOW
        and len(own.split()) <= _MOST_STANDFIRST
    )


def _above(blocks: Sequence[Block], index: int) -> set[str]:
    found: set[str] = set()
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        block = blocks[at]
        if isinstance(block, ThematicBreak):
            return found | {PARTED}
        if not isinstance(block, Paragraph) or not block.role:
            break
        if block.role in _ABOVE:
            found.add(_ABOVE[block.role])
        elif block.role in _FAREWELLS and not found & {FAREWELL}:
            found.add(FAREWELL)
        if ENDED in found:
            break
    return found


def signed_alike(blocks: Sequence[Block]) -> frozenset[int]:
    """Where the texts of a file begin that signs each of them right below its headline: two or
    more, of which one opens the file. Empty for any other file."""
    found: list[int] = []
    first = -1
    for index, block in enumerate(blocks):
        if not isinstance(block, Heading) and not is_headline_like(block):
            continue
        first = index if first < 0 else first
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        is_signed = isinstance(below, Paragraph) and below.role == "byline"
        if is_signed and _is_headline(text_of(block)) and _runs(blocks, index + 2):
            found.append(index)
    return frozenset(found if len(found) > 1 and found[0] == first else ())


def _is_headline(text: str) -> bool:
    """Whether a line over an author says more than the title of a book."""
    words = len(text.split())
    return words >= _LEAST_SIGNED and (words > _MOST_TITLE or capital_share(text) < SET)


def _runs(blocks: Sequence[Block], start: int) -> bool:
    """Whether running text stands below the lines of an opening."""
    for block in blocks[start : start + _REACH]:
        if not isinstance(block, Paragraph):
            return False
        if not block.role or block.role not in _BELOW.keys() | _PASSED_BELOW:
            return len(text_of(block).split()) >= RUNNING
    return False


def ends_of(blocks: Sequence[Block]) -> int:
    """How many end marks a file holds: two or more say that several texts end in it."""
    return sum(isinstance(block, Paragraph) and block.role == "end-mark" for block in blocks)


def is_headline_like(block: Block) -> bool:
    """Whether a block without role could be a headline by its form."""
    if isinstance(block, Heading) or not isinstance(block, Paragraph) or block.role:
        return False
    text = text_of(block)
    return 0 < len(text.split()) <= _MOST_HEADLINE and last_mark(text) not in ".:;,…"


_MOST_HEADLINE = 30
