"""Pipe tables of every dialect: rows between bars, rules of any dash, box drawing.

The rows above the first rule are the head, as the marks say; recovery decides whether that is
a head, a caption or an empty row (GitHub Flavored Markdown 4.10 is the model).
"""

from __future__ import annotations

import re

from converter.model import Cell, Markup, Paragraph, Row, Span, Table
from converter.readers.text.inlines import read_inlines
from converter.readers.text.lines import BARS, CROSS, Line, blank_between, is_rule

_BAR = re.compile(rf"[{BARS}]")
_SPLIT = re.compile(rf"(?P<skip>\\.)|(?P<bar>[{BARS}])")
_EDGES = BARS + "┌╔┒┏╭├╠└╚"
_ALIGN = {(True, True): "center", (False, True): "right", (True, False): "left"}


def table_end(text: str, lines: list[Line], at: int) -> int:
    """The index after the last line of the table that begins at ``at``; ``at`` when none does."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if (
        following is not None
        and _BAR.search(text, line.start, line.end)
        and is_rule(text, following)
        and _BAR.search(text, following.start, following.end)
        and not blank_between(text, line.end, following.start)
    ):
        return _run_end(text, lines, at, need_edge=_opens(text, following))
    return _run_end(text, lines, at, need_edge=True) if _opens(text, line) else at


def _opens(text: str, line: Line) -> bool:
    """A row that begins with a bar and has a second one, or a rule with crosses."""
    first = text[line.start]
    if first not in _EDGES and first != "+":
        return False
    if is_rule(text, line):
        return len(CROSS.findall(text, line.start, line.end)) > 1
    return first in BARS and _BAR.search(text, line.start + 1, line.end) is not None


def _run_end(text: str, lines: list[Line], at: int, *, need_edge: bool) -> int:
    """Where the rows end: at an empty line, at a line without bars, or where the next table's
    title row stands (one cell with a rule below it)."""
    end = at + 1
    has_rule = is_rule(text, lines[at])
    while end < len(lines):
        line = lines[end]
        if blank_between(text, lines[end - 1].end, line.start):
            break
        if need_edge and not _opens(text, line):
            break
        if not need_edge and _BAR.search(text, line.start, line.end) is None:
            break
        if has_rule and _is_title(text, lines, end):
            break
        has_rule = has_rule or is_rule(text, line)
        end += 1
    return end


def _is_title(text: str, lines: list[Line], at: int) -> bool:
    """One filled cell over a rule: the title of the next table."""
    if at + 1 == len(lines) or is_rule(text, lines[at]) or not is_rule(text, lines[at + 1]):
        return False
    cells = [span for span, _ in _cells(text, lines[at], edged=True) if len(span)]
    return len(cells) == 1


def read_table(text: str, lines: list[Line], marked: bool) -> Table:
    """The table that these lines draw."""
    header: list[Row] = []
    rows: list[Row] = []
    rules: list[Span] = []
    align: tuple[str, ...] = ()
    edged = _is_edged(text, lines)
    for line in lines:
        if is_rule(text, line):
            rules.append(Span(line.start, line.end))
            align = align or _alignment(text[line.start : line.end])
            if not header and rows:
                header, rows = rows, []
            continue
        rows.append(_row(text, line, align, marked, edged))
    return Table(tuple(rows), tuple(header), markup=tuple(rules))


def _alignment(rule: str) -> tuple[str, ...]:
    if ":" not in rule:
        return ()
    cells = _BAR.split(rule.strip(BARS + " \t"))
    return tuple(
        _ALIGN.get((cell.strip().startswith(":"), cell.strip().endswith(":")), "") for cell in cells
    )


def _is_edged(text: str, lines: list[Line]) -> bool:
    """Whether a bar at the start of a row is the table's edge. Where the rule has none there, it
    parts an empty first cell from the second."""
    rule = next((line for line in lines if is_rule(text, line)), None)
    return rule is None or text[rule.start] in _EDGES + "+"


def _row(text: str, line: Line, align: tuple[str, ...], marked: bool, edged: bool) -> Row:
    cells: list[Cell] = []
    markup: list[Span] = []
    for index, (span, bars) in enumerate(_cells(text, line, edged)):
        markup += bars
        side = align[index] if index < len(align) else ""
        cells.append(_cell(text, span, side, marked))
    return Row(tuple(cells), tuple(markup))


def _cell(text: str, span: Span, align: str, marked: bool) -> Cell:
    inlines, escapes = read_inlines(text, span.start, span.end, marked)
    blocks = (Paragraph(inlines, markup=escapes),) if inlines else ()
    return Cell(blocks, align=align)


def _cells(text: str, line: Line, edged: bool) -> list[tuple[Span, Markup]]:
    """The cells of a row, each with the bars beside it that it is the first to meet."""
    cells: list[tuple[Span, Markup]] = []
    start = line.start
    bars: list[Span] = []
    if edged and text[start] in BARS:
        bars.append(Span(start, start + 1))
        start += 1
    for match in _SPLIT.finditer(text, start, line.end):
        if match["bar"] is None:
            continue
        bars.append(Span(match.start(), match.end()))
        cells.append((_trim(text, start, match.start()), tuple(bars)))
        bars = []
        start = match.end()
    rest = _trim(text, start, line.end)
    if len(rest) or not cells:
        cells.append((rest, tuple(bars)))
    return cells


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
