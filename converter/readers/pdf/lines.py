"""Fragments to lines: what stands on one baseline, in the order in which it is read."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from converter.readers.pdf.facts import Fragment
from converter.records import field, mutable_record

_SAME_LINE = 0.5
"""Of the type size: how far the baseline of a raised or lowered piece lies from its line's."""
_CLOSE = 0.9
"""Of the type size: the widest space within a line that nobody takes for a gap."""
_BACK = 0.35
_ROW = 0.3
"""Of the type size: how far the baselines of two pieces of one row may differ."""
TAB = 1.8
"""Of the type size: a wider gap is a jump to a column, and stands as a tab."""
_CAP, _CAP_LETTERS, _CAP_GAP = 1.8, 2, 1.5
"""A capital that hangs into the text: how many times the size of what follows it, its letters,
and how far, in sizes of what follows, that may stand from it."""
_LEADERS = 4
"""Dots that lead the eye from an entry to its page."""


@mutable_record
class Line:
    """Pieces of one row, in reading order, with the box around them. ``column`` is from where to
    where the column reaches that it stands in; ``atom`` is what stands in place of text: the
    index of a table or a picture of the page."""

    page: int
    fragments: list[Fragment]
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    column: tuple[float, float] = (0.0, 0.0)
    atom: object = None
    tabs: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The characters, with single spaces between words."""
        parts: list[str] = []
        for index, fragment in enumerate(self.fragments):
            if index and not fragment.glued:
                parts.append("\t" if index in self.tabs else " ")
            parts.append(fragment.text)
        return "".join(parts)

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top


def line_of(page: int, fragments: Sequence[Fragment]) -> Line:
    """The line of these fragments. Its size and baseline are those of most of its characters."""
    weights: Counter[tuple[float, float]] = Counter()
    for fragment in fragments:
        weights[fragment.size, fragment.base] += len(fragment.text)
    size, base = max(weights, key=lambda pair: (weights[pair], pair))
    return Line(
        page,
        [*fragments],
        min(fragment.left for fragment in fragments),
        min(fragment.top for fragment in fragments),
        max(fragment.right for fragment in fragments),
        max(fragment.bottom for fragment in fragments),
        base,
        size,
    )


def segments_of(page: int, fragments: Iterable[Fragment]) -> list[Line]:
    """Fragments that follow one another closely on one line, as the file has them in order."""
    found: list[Line] = []
    run: list[Fragment] = []
    for fragment in fragments:
        if run and not _follows(run[-1], fragment):
            found.append(line_of(page, run))
            run = []
        run.append(fragment)
    if run:
        found.append(line_of(page, run))
    return _with_capitals(found)


def _follows(last: Fragment, fragment: Fragment) -> bool:
    size = max(last.size, fragment.size)
    if abs(fragment.base - last.base) > _SAME_LINE * size:
        return False
    gap = fragment.left - last.right
    if is_leftward(fragment.text) or is_leftward(last.text):
        gap = min(max(gap, last.left - fragment.right), _CLOSE * size) if gap > 0 else (
            last.left - fragment.right
        )  # fmt: skip
    return -_BACK * size <= gap <= _CLOSE * size


def _with_capitals(segments: list[Line]) -> list[Line]:
    """Capitals that hang into the text as the beginnings of their lines."""
    found: list[Line] = []
    beside: Line | None = None
    for segment in segments:
        cap = found[-1] if found else None
        if cap is not None and _is_capital_of(cap, segment):
            first, *rest = segment.fragments
            merged = line_of(segment.page, [*cap.fragments, first._replace(glued=True), *rest])
            merged.base, merged.size = segment.base, segment.size
            merged.top, merged.bottom = segment.top, segment.bottom
            found[-1] = beside = merged
            continue
        if beside is not None and _is_beside(segment, beside.fragments[0]):
            segment.left = beside.left  # and not where it is set in, for the capital's sake
        found.append(segment)
    return found


def _is_capital_of(cap: Line, line: Line) -> bool:
    return (
        len(cap.text) <= _CAP_LETTERS
        and cap.text[0].isupper()
        and line.text[0].isalpha()
        and cap.size >= _CAP * line.size
        and 0 <= line.left - cap.right + 1 <= _CAP_GAP * line.size
        and cap.top - line.size <= line.top
        and line.base < cap.base + 1
    )


def _is_beside(line: Line, cap: Fragment) -> bool:
    """Whether a line stands to the right of a hanging capital."""
    gap = line.left - cap.right
    return cap.top <= line.base <= cap.base + 1 and -1 <= gap <= _CAP_GAP * line.size


def rows_of(segments: Sequence[Line]) -> list[Line]:
    """The segments of one column as its lines, from top to bottom."""
    rows: list[list[Line]] = []
    for segment in sorted(segments, key=lambda one: (one.base, one.left)):
        row = rows[-1] if rows else None
        if (
            row is not None
            and segment.atom is None
            and row[-1].atom is None
            and segment.base - row[0].base <= _ROW * max(segment.size, row[0].size)
        ):
            row.append(segment)
        else:
            rows.append([segment])
    left = min((one.left for one in segments), default=0.0)
    right = max((one.right for one in segments), default=0.0)
    found = [_row(row) for row in rows]
    for line in found:
        line.column = (left, right)
    return found


def _row(row: list[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    leftward = sum(is_leftward(one.text) for one in row) * 2 > len(row)
    row = sorted(row, key=lambda one: -one.right if leftward else one.left)
    fragments: list[Fragment] = []
    tabs: set[int] = set()
    for index, segment in enumerate(row):
        if index:
            last = row[index - 1]
            gap = last.left - segment.right if leftward else segment.left - last.right
            if gap > TAB * max(segment.size, last.size):
                tabs.add(len(fragments))
            first, *rest = segment.fragments
            fragments += [first._replace(glued=False), *rest]
        else:
            fragments += segment.fragments
    line = line_of(row[0].page, fragments)
    line.left = min(one.left for one in row)
    line.tabs = tabs
    return line


def without_leaders(fragments: Sequence[Fragment]) -> int:
    """How many of these stand before the dots that lead to a page number at the end."""
    end = len(fragments)
    if end > 1 and fragments[-1].text.isalnum():
        end -= 1
    start = end
    while start and not fragments[start - 1].text.strip("._·…"):
        start -= 1
    dots = sum(len(one.text) for one in fragments[start:end])
    return start if start and dots >= _LEADERS else len(fragments)


@cache
def is_leftward(text: str) -> bool:
    """Whether these characters are read from right to left (Unicode Standard Annex 9, 3.2)."""
    return text > "\u0590" and any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
