"""What the parser found, step by step: a block, or the start or the end of one that holds blocks;
with the ranges of the parser's text in which its content and its marks stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from converter.patterns import pattern
from converter.readers.markdown.places import Piece, Places
from converter.records import record

Range: TypeAlias = tuple[int, int]

CLOSE = "close"
"""The kind of step that ends the innermost open block."""

_SPLIT = pattern(r"\\(?P<escaped>\|)?|(?P<bar>\|)")


@record()
class Step:
    """One step: its ``kind``, the ``lines`` of its content, the marks before and ``after`` it.

    ``number`` is a heading's level or an ordered list's start, ``word`` the language of code or
    the label of a note, ``aligns`` how the columns of a table are set.
    """

    kind: str
    lines: Sequence[Range] = ()
    marks: Sequence[Range] = ()
    after: Sequence[Range] = ()
    number: int = 0
    word: str = ""
    aligns: tuple[str, ...] = ()


class Content(NamedTuple):
    """The content of a block, and where it stands; the marks inside it that are no content."""

    text: str
    places: Places
    marks: Sequence[Range] = ()


def content_of(parsed: str, lines: Sequence[Range]) -> Content:
    """The content that these lines of the parser's text hold, each with its line end."""
    return _joined(parsed, [(first, last + 1) for first, last in lines])


def cells_of(parsed: str, row: Range) -> tuple[list[Content], list[Range]]:
    """The cells of a table's row, those beyond the head's last too, and the bars between them (as
    ``escapedSplit`` of markdown-it's table has it)."""
    cells: list[list[Range]] = [[]]
    bars: list[Range] = []
    reached, end = row[0], row[0] + len(parsed[row[0] : row[1]].rstrip())
    for match in _SPLIT.finditer(parsed, reached, end):
        at = match.start()
        if match["bar"]:
            cells[-1].append((reached, at))
            cells.append([])
            bars.append(match.span())
            reached = at + 1
        elif match["escaped"]:
            cells[-1].append((reached, at))
            reached = at + 1
    cells[-1].append((reached, end))
    for edge in (0, -1):
        if len(cells) > 1 and not any(first < last for first, last in cells[edge]):
            del cells[edge]
    return [_cell(parsed, ranges) for ranges in cells], bars


def _cell(parsed: str, ranges: list[Range]) -> Content:
    """A cell; the backslash before a bar stands between two of its ranges."""
    backslashes = [(last, last + 1) for _, last in ranges[:-1]]
    content = _joined(parsed, ranges)
    return Content(content.text, content.places, backslashes)


def _joined(parsed: str, ranges: Sequence[Range]) -> Content:
    raw = "".join([parsed[first:last] for first, last in ranges])
    at = len(raw.lstrip()) - len(raw)
    pieces: list[Piece] = []
    for first, last in ranges:
        pieces.append(Piece(at, at + last - first, first))
        at += last - first
    return Content(raw.strip(), Places(pieces))
