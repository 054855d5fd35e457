"""Tables whose columns a rule draws (``=====  =====``): reStructuredText's simple tables, and
Pandoc's, which have a rule below the head alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TypeAlias

from converter.model import Cell, Paragraph, Row, Span, Table
from converter.patterns import pattern
from converter.readers.text.inlines import read_inlines
from converter.readers.text.lines import Line, blank_between

_RULE = pattern(r"(?:={2,}(?:[ ]+={2,})+|-{2,}(?:[ ]+-{2,})+)\Z")
_STROKES = pattern(r"=+|-+")
_WORD = pattern(r"\S+")

_Columns: TypeAlias = tuple[tuple[int, int], ...]
_Measure: TypeAlias = Callable[[str], int]


def read_ruled_table(
    text: str, lines: list[Line], at: int, *, marked: bool
) -> tuple[Table, int] | None:
    """The table that begins at this line, and the index after its last; None when none does."""
    if _is_rule(text, lines, at):
        end = _closing_rule(text, lines, at)
        head = 0
    elif _is_rule(text, lines, at + 1) and not blank_between(
        text, lines[at].end, lines[at + 1].start
    ):
        end = _last_row(text, lines, at + 1)
        head = at + 1
    else:
        return None
    rules = [index for index in range(at, end) if _is_rule(text, lines, index)]
    rows = [index for index in range(at, end) if index not in rules]
    if not rows or (head and end - at < _LEAST):
        return None
    if not head and len(rules) > _PAIR:
        head = rules[1]
    for measure in (len, _width):
        columns = _columns(lines[rules[0]], text)
        cut = [_cut(text, lines[index], columns, measure) for index in rows]
        cells = [spans for spans in cut if spans is not None]
        if len(cells) == len(rows):
            made = [_row(text, spans, marked=marked) for spans in cells]
            above = sum(index < head for index in rows)
            markup = tuple(Span(lines[index].start, lines[index].end) for index in rules)
            return Table(tuple(made[above:]), tuple(made[:above]), markup=markup), end
    return None


_SLIP = 1
"""Columns by which a word may begin before the first stroke of the rule."""
_PAIR, _MOST_RULES = 2, 3
"""Rules of a table without head, and of one with a head."""
_LEAST = 3
"""Lines of a table that has a rule below its head alone."""


def _is_rule(text: str, lines: list[Line], at: int) -> bool:
    return at < len(lines) and _RULE.match(text, lines[at].start, lines[at].end) is not None


def _columns(rule: Line, text: str) -> _Columns:
    """Where the strokes of a rule begin and end on its line."""
    shift = rule.indent - rule.start
    return tuple(
        (match.start() + shift, match.end() + shift)
        for match in _STROKES.finditer(text, rule.start, rule.end)
    )


def _closing_rule(text: str, lines: list[Line], at: int) -> int:
    """The index after the last rule of this table; ``at`` when no second one closes it."""
    columns = _columns(lines[at], text)
    end, rules = at, 1
    for index in range(at + 1, len(lines)):
        if blank_between(text, lines[index - 1].end, lines[index].start):
            break
        if _is_rule(text, lines, index):
            if _columns(lines[index], text) != columns:
                break
            end, rules = index + 1, rules + 1
            if rules == _MOST_RULES:
                break
    return end


def _last_row(text: str, lines: list[Line], rule: int) -> int:
    """The index after the last line below a rule that no empty line parts from it."""
    end = rule + 1
    while end < len(lines) and not blank_between(text, lines[end - 1].end, lines[end].start):
        end += 1
        if _is_rule(text, lines, end - 1):
            break
    return end


def _cut(text: str, line: Line, columns: _Columns, measure: _Measure) -> list[Span] | None:
    """The cells of a row, or None when words stand where the rule has a gap, or before it."""
    cells: list[Span | None] = [None] * len(columns)
    gaps = [(left[1], right[0]) for left, right in pairwise(columns)]
    column, offset, place = line.indent, line.start, 0
    if column + _SLIP < columns[0][0]:
        return None
    for word in _WORD.finditer(text, line.start, line.end):
        column += measure(text[offset : word.start()])
        offset = word.end()
        end = column + measure(word.group())
        while place < len(gaps) and column >= gaps[place][1]:
            place += 1
        if place < len(gaps) and end > gaps[place][0]:
            return None
        before = cells[place]
        cells[place] = Span(before.start if before else word.start(), word.end())
        column = end
    empty = Span(line.end, line.end)
    return [cell or empty for cell in cells]


def _width(text: str) -> int:
    """Columns that characters take on a screen: those of East Asia take two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _row(text: str, spans: Sequence[Span], *, marked: bool) -> Row:
    return Row(tuple(_cell(text, span, marked=marked) for span in spans))


def _cell(text: str, span: Span, *, marked: bool) -> Cell:
    inlines, escapes = read_inlines(text, span.start, span.end, marked)
    return Cell((Paragraph(inlines, markup=escapes),)) if inlines else Cell(())
