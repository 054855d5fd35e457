"""Cells of lines without drawn edges: parted by tabs, in columns of spaces, or between bars.
Shared floor of the pass that makes tables of them; decides whether lines agree, not what they
mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from converter.model import Markup, Paragraph, SourceFile, Span, Text
from converter.patterns import pattern
from converter.records import record
from converter.recovery.figures import Grid, is_empty, is_figure
from converter.recovery.words import ends_sentence

_GAP = pattern(r"\t[\t ]*| {2,}\t*|\u3000+")
_BAR = pattern(r"\s*[|¦│]\s*")
_LEADER = pattern(r"\s*(?:[.·_]\s?){3}(?:[.·_]\s?)+|\s*…\s?(?:[….]\s?)+")
_CANDIDATE = pattern(rf"\t|\S {{2,}}\S|\S\u3000+\S|\S\s*[|¦│]\s*\S|\S(?:{_LEADER.pattern})\w")
_MIN_TAB_ROWS, _MIN_ROWS = 2, 3
_MOSTLY = 0.8
"""The share of lines that must agree on a column."""
_MOST_WHOLE = 0.6
"""The share of lines that have a tab for every cell; where the last cells are empty, editors cut
off the tabs."""
_MAX_CELL = 60
"""Code points; prose with two spaces after a full stop has longer pieces."""
_MAX_LED = 30
"""Code points of what a row of dots leads to: a price, a page, a name."""
_MAX_WIDTH = 240
"""Columns of a line; nobody types wider tables."""
_SLIP = 1
"""Columns by which typed columns slip."""
_TAB = 8
"""Columns to the next stop of a tab where tabs stand among spaces."""
_TWO = 2
_EPSILON = 1e-9
"""What a share of lines may lack by rounding."""
_SENTENCE = 4
"""Words that make a sentence, behind a speaker's name or a key."""


@record()
class _Piece:
    """Words that no gap parts: where they stand in the reading text, and in which columns."""

    span: Span
    start: int
    end: int


@record()
class Parted:
    """A table as found: why, the cells of each line (None for an empty one), the bars between
    them."""

    sign: str
    rows: tuple[tuple[Span | None, ...], ...]
    bars: tuple[Markup, ...] = ()


def has_gap(text: str) -> bool:
    """Whether a line may be a row of cells."""
    return _CANDIDATE.search(text) is not None


def part_cells(rows: Sequence[Paragraph], source: SourceFile) -> Parted | None:
    """The cells of lines that are the rows of one table; None where they are none."""
    found = (
        _in_tabs(rows, source)
        or _behind_leaders(rows)
        or _in_columns(rows, source)
        or _between_bars(rows)
    )
    if found is None or _is_speech(found, source.text):
        return None
    return found


def _is_speech(found: Parted, text: str) -> bool:
    """Whether sentences stand behind a name or a key: people who talk, or notes."""
    if max(len(row) for row in found.rows) != _TWO:
        return False
    words = [text[row[-1].start : row[-1].end] for row in found.rows if row[-1] is not None]
    sentences = sum(ends_sentence(each) and len(each.split()) >= _SENTENCE for each in words)
    return sentences * 2 >= len(words)


def _in_tabs(rows: Sequence[Paragraph], source: SourceFile) -> Parted | None:
    """Cells that tabs part. Several tabs in a row line cells up where all lines then have as many
    cells; else there is an empty cell between two."""
    if len(rows) < _MIN_TAB_ROWS or not all("\t" in _text(row) for row in rows):
        return None
    cells = [_tab_cells(row, source) for row in rows]
    filled = [tuple(cell for cell in row if cell is not None) for row in cells]
    wide, narrow = [len(row) for row in cells], [len(row) for row in filled]
    if min(narrow) == max(narrow) > 1:
        return Parted("tabs", tuple(filled))
    if wide.count(max(wide)) >= _MOST_WHOLE * len(rows):
        return Parted("tabs", tuple(cells))
    return Parted("tabs", tuple(filled)) if 1 < max(narrow) <= min(narrow) + 1 else None


def _behind_leaders(rows: Sequence[Paragraph]) -> Parted | None:
    """Cells that a row of dots leads to, as prices and pages have them."""
    cells: list[tuple[Span | None, ...]] = []
    bars: list[Markup] = []
    for row in rows:
        start, text = _span(row).start, _text(row)
        leader = _LEADER.search(text)
        if leader is None or not leader.start() or leader.end() == len(text):
            return None
        if _LEADER.search(text, leader.end()) or len(text) - leader.end() > _MAX_LED:
            return None
        cells.append(
            (Span(start, start + leader.start()), Span(start + leader.end(), start + len(text)))
        )
        dots = leader.group()
        begin = start + leader.start() + len(dots) - len(dots.lstrip())
        bars.append((Span(begin, start + leader.start() + len(dots.rstrip())),))
    return Parted("leaders", tuple(cells), tuple(bars)) if len(rows) >= _MIN_TAB_ROWS else None


def _tab_cells(row: Paragraph, source: SourceFile) -> tuple[Span | None, ...]:
    """What stands between the tabs of a line, from its margin on; None for nothing."""
    span = _span(row)
    line = span.start - (source.locate(span.start).column - 1)
    cells: list[Span | None] = [None] * source.text.count("\t", line, span.start)
    start = span.start
    for piece in _text(row).split("\t"):
        own = piece.strip()
        begin = start + len(piece) - len(piece.lstrip())
        cells.append(Span(begin, begin + len(own)) if own else None)
        start += len(piece) + 1
    return tuple(cells)


def _in_columns(rows: Sequence[Paragraph], source: SourceFile) -> Parted | None:
    """Cells that stand in the same columns of a screen. East Asia's characters take two, unless
    who typed them counted characters."""
    wide = any(not _text(row).isascii() for row in rows)
    pieces: list[tuple[_Piece, ...]] = []
    for measure in (_screen_width, len) if wide else (len,):
        pieces = [_pieces(row, source, measure) for row in rows]
        if any(row[-1].end > _MAX_WIDTH for row in pieces):
            return None
        if len(rows) < _MIN_ROWS and not _begin_with_figures(pieces, source.text):
            return None
        if _slips(pieces):
            break
        for allowed in sorted({0, int((1 - _MOSTLY) * len(rows) + _EPSILON)}):
            found = _by_regions(pieces, _regions(pieces, allowed))
            if found is not None and _are_columns(found, source.text):
                spans = tuple(tuple(map(_span_of, row)) for row in found)
                return Parted("columns", spans)
    return _between_gaps(pieces, source.text)


def _begin_with_figures(pieces: Sequence[Sequence[_Piece]], text: str) -> bool:
    """Whether every line has a time, a date or a number for its first cell."""
    return all(len(row) > 1 and is_figure(_words(row[0], text)) for row in pieces)


def _slips(pieces: Sequence[Sequence[_Piece]]) -> bool:
    """Whether a cell of one line stands over two of another, though all have as many, three or
    more: who typed them did not line them up."""
    width = len(pieces[0])
    if width < _MIN_ROWS or any(len(row) != width for row in pieces):
        return False
    return any(
        max(row[n].start for row in pieces) >= min(row[n + 1].end for row in pieces)
        for n in range(width - 1)
    )


def _between_gaps(pieces: Sequence[Sequence[_Piece]], text: str) -> Parted | None:
    """Cells that gaps part, where every line has as many, three or more, and a column holds
    figures: they need not stand under one another."""
    width = len(pieces[0])
    if len(pieces) < _MIN_ROWS or width < _MIN_ROWS or any(len(row) != width for row in pieces):
        return None
    grid = [[_words(piece, text) for piece in row] for row in pieces]
    if any(len(words) > _MAX_CELL for row in grid for words in row):
        return None
    if not any(_holds_figures(grid, place) for place in range(1, width)):
        return None
    return Parted("gaps", tuple(tuple(piece.span for piece in row) for row in pieces))


def _span_of(piece: _Piece | None) -> Span | None:
    return piece.span if piece is not None else None


def _screen_width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _pieces(
    row: Paragraph, source: SourceFile, measure: Callable[[str], int]
) -> tuple[_Piece, ...]:
    """The pieces of a line between its gaps, with the columns where they stand."""
    span, text = _span(row), _text(row)
    margin = span.start - (source.locate(span.start).column - 1)
    column = _column(source.text[margin : span.start], 0, measure)
    pieces: list[_Piece] = []
    start = 0
    for gap in (*_GAP.finditer(text), None):
        end = gap.start() if gap else len(text)
        after = column + measure(text[start:end])
        if end > start:
            pieces.append(_Piece(Span(span.start + start, span.start + end), column, after))
        if gap:
            column, start = _column(gap.group(), after, measure), gap.end()
    return tuple(pieces)


def _column(space: str, column: int, measure: Callable[[str], int]) -> int:
    """The column behind white space that begins at a column."""
    for sign in space:
        column += _TAB - column % _TAB if sign == "\t" else measure(sign)
    return column


def _regions(pieces: Sequence[Sequence[_Piece]], allowed: int) -> list[tuple[int, int]]:
    """The columns of a screen where more lines than allowed have words, as ranges."""
    change = [0] * (max(row[-1].end for row in pieces) + 1)
    for row in pieces:
        for piece in row:
            change[piece.start] += 1
            change[piece.end] -= 1
    used = [count > allowed for count in accumulate(change)]
    edges = [n for n, (left, right) in enumerate(pairwise([False, *used])) if left is not right]
    return list(zip(edges[::2], edges[1::2], strict=True))


_Cells = tuple["_Piece | None", ...]


def _by_regions(
    pieces: Sequence[Sequence[_Piece]], regions: Sequence[tuple[int, int]]
) -> list[_Cells] | None:
    """The pieces of each line by the region that they share most with; two in one region are one
    cell."""
    if len(regions) < _TWO:
        return None
    rows: list[list[_Piece | None]] = []
    for line in pieces:
        cells: list[_Piece | None] = [None] * len(regions)
        for piece in line:
            place = max(range(len(regions)), key=lambda n: _shared(piece, regions[n]))
            other = cells[place]
            if other is not None:
                span = Span(other.span.start, piece.span.end)
                cells[place] = _Piece(span, other.start, piece.end)
            else:
                cells[place] = piece
        rows.append(cells)
    _join_names(rows)
    return [tuple(row) for row in rows]


def _shared(piece: _Piece, region: tuple[int, int]) -> int:
    return min(piece.end, region[1]) - max(piece.start, region[0])


def _join_names(rows: list[list[_Piece | None]]) -> None:
    """Put a name that stands beside its column into it: nothing stands under the name, and the
    next column has none."""
    for place in range(len(rows[0]) - 2, -1, -1):
        under = [row[place] for row in rows[1:]]
        if rows[0][place] is not None and rows[0][place + 1] is None and not any(under):
            for row in rows:
                row[place + 1] = row[place + 1] or row[place]
                del row[place]


def _are_columns(rows: Sequence[_Cells], text: str) -> bool:
    """Whether the cells of each column begin or end in one place or are figures, and most lines
    have several cells."""
    width = len(rows[0])
    several = sum(sum(cell is not None for cell in row) >= _TWO for row in rows)
    if width < _TWO or several < _MOSTLY * len(rows):
        return False
    grid = [[_words(cell, text) for cell in row] for row in rows]
    if any(len(words) > _MAX_CELL for row in grid for words in row):
        return False
    figures = [_holds_figures(grid, place) for place in range(width)]
    if width == _TWO and not any(figures) and not _are_keys([row[0] for row in grid]):
        return False
    return all(figures[n] or _is_aligned([row[n] for row in rows]) for n in range(1, width))


def _words(cell: _Piece | None, text: str) -> str:
    return text[cell.span.start : cell.span.end] if cell is not None else ""


def _holds_figures(grid: Grid, place: int) -> bool:
    """Whether the column holds figures, the first line aside."""
    values = [row[place] for row in grid[1:] if not is_empty(row[place])]
    return len(values) >= _TWO and sum(map(is_figure, values)) >= _MOSTLY * len(values)


def _are_keys(column: Sequence[str]) -> bool:
    """Whether words of one form stand in the first of two columns: two addresses side by side
    have names and numbers of houses in both."""
    with_digits = sum(any(sign.isdigit() for sign in words) for words in column)
    return all(column) and with_digits in (0, len(column))


def _is_aligned(column: Sequence[_Piece | None]) -> bool:
    cells = [cell for cell in column if cell is not None]
    return _same([cell.start for cell in cells]) or _same([cell.end for cell in cells])


def _same(places: list[int]) -> bool:
    middle = sorted(places)[len(places) // 2]
    return sum(abs(place - middle) <= _SLIP for place in places) >= _MOSTLY * len(places)


def _between_bars(rows: Sequence[Paragraph]) -> Parted | None:
    """Cells between bars, where every line has as many and a column holds figures; without, they
    are the links of a page."""
    if len(rows) < _MIN_ROWS:
        return None
    cells: list[tuple[Span | None, ...]] = []
    bars: list[Markup] = []
    for row in rows:
        start, text = _span(row).start, _text(row)
        found = list(_BAR.finditer(text))
        starts = (0, *(bar.end() for bar in found))
        ends = (*(bar.start() for bar in found), len(text))
        cells.append(
            tuple(
                Span(start + left, start + right) if left < right else None
                for left, right in zip(starts, ends, strict=True)
            )
        )
        bars.append(tuple(_bar(start, bar) for bar in found))
    width = len(cells[0])
    if width < _TWO or any(len(row) != width for row in cells):
        return None
    grid = [[_text_at(row, cell) for cell in line] for row, line in zip(rows, cells, strict=True)]
    if any(len(words) > _MAX_CELL for line in grid for words in line):
        return None
    if not any(_holds_figures(grid, place) for place in range(width)):
        return None
    return Parted("bars", tuple(cells), tuple(bars))


def _bar(start: int, match: re.Match[str]) -> Span:
    begin = start + match.start() + len(match.group()) - len(match.group().lstrip())
    return Span(begin, begin + 1)


def _text_at(row: Paragraph, span: Span | None) -> str:
    start = _span(row).start
    return _text(row)[span.start - start : span.end - start] if span is not None else ""


def _text(paragraph: Paragraph) -> str:
    leaf = paragraph.inlines[0]
    return leaf.text if isinstance(leaf, Text) else ""


def _span(paragraph: Paragraph) -> Span:
    leaf = paragraph.inlines[0]
    assert isinstance(leaf, Text)
    assert leaf.span is not None
    return leaf.span
