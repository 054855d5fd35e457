"""Pipe tables of every dialect: rows between bars, rules of any dash, box drawing.

The rows above the first rule are the head, as the marks say; recovery decides whether that is
a head, a caption or an empty row (GitHub Flavored Markdown 4.10 is the model).
"""

from __future__ import annotations

from converter.model import Cell, Inline, Markup, Paragraph, Row, Span, Table, Text
from converter.patterns import pattern
from converter.readers.text.inlines import read_inlines
from converter.readers.text.lines import BARS, CROSS, EDGES, Line, blank_between, is_rule
from converter.records import replace

_BAR = pattern(rf"[{BARS}]")
_SPLIT = pattern(rf"(?P<skip>\\.)|(?P<bar>[{BARS}])")
_ESCAPED = pattern(rf"\\[{BARS}]")
_BOLD = pattern(r"\*\*[^*]+\*\*\Z")
_ALIGN = {(True, True): "center", (False, True): "right", (True, False): "left"}


def table_end(text: str, lines: list[Line], at: int) -> int:
    """The index after the last line of the table that begins at ``at``; ``at`` when none does."""
    line = lines[at]
    broken = _broken_end(text, lines, at)
    if broken > at:
        return broken
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


def _broken_end(text: str, lines: list[Line], at: int) -> int:
    """Where a table ends whose every row ends in a line break of Markdown, as html2text writes
    them: a rule below the first row, a bar in some row, and rows of one cell without any."""
    if not ends_broken(text, lines[at]):
        return at
    if at > 0 and _goes_on_broken(text, lines, at) and not _is_row_over_rule(text, lines, at):
        return at
    has_rule = has_bar = False
    end = at
    while end < len(lines) and ends_broken(text, lines[end]):
        line = lines[end]
        if end > at and not _goes_on_broken(text, lines, end):
            break
        if is_rule(text, line):
            if has_rule:
                end = _row_start(text, lines, end - 1)
                break
            has_rule = True
        else:
            has_bar = has_bar or _BAR.search(text, line.start, line.end) is not None
        end += 1
    if end < len(lines) and not ends_broken(text, lines[end]) and _is_last_row(text, lines, end):
        end += 1
    return end if has_rule and has_bar else at


def _is_last_row(text: str, lines: list[Line], at: int) -> bool:
    """Whether a line without a break is the last row of a table whose other rows have one."""
    above, line = lines[at - 1], lines[at]
    return not blank_between(text, above.end, line.start) and bool(
        _BAR.search(text, line.start, line.end)
    )


def ends_broken(text: str, line: Line) -> bool:
    """Whether two spaces end the line: a break within a block (CommonMark 6.7)."""
    return text.startswith("  ", line.end)


def _goes_on_broken(text: str, lines: list[Line], at: int) -> bool:
    above = lines[at - 1]
    return ends_broken(text, above) and not blank_between(text, above.end, lines[at].start)


def _is_row_over_rule(text: str, lines: list[Line], at: int) -> bool:
    """Whether the row that begins here has a rule below it: the next table's first."""
    below = at + 2 if _heads_cell(text, lines, at) else at + 1
    return below < len(lines) and is_rule(text, lines[below])


def _row_start(text: str, lines: list[Line], at: int) -> int:
    """The line that the row ending at this line begins with: a bold line above a line of one
    cell is in the same cell."""
    return at - 1 if at > 0 and _heads_cell(text, lines, at - 1) else at


def _heads_cell(text: str, lines: list[Line], at: int) -> bool:
    """Whether a line is bold throughout and the next is a plain one, both without a bar: they
    stand in one cell."""
    if at + 1 >= len(lines) or not _is_bold(text, lines[at]):
        return False
    below = lines[at + 1]
    return not (
        _is_bold(text, below)
        or is_rule(text, below)
        or _BAR.search(text, lines[at].start, below.end)
    )


def _is_bold(text: str, line: Line) -> bool:
    match = _BOLD.match(text, line.start, line.end)
    return match is not None


def _opens(text: str, line: Line) -> bool:
    """A row that begins with a bar and has a second one, or a rule with crosses."""
    first = text[line.start]
    if first not in EDGES and first != "+":
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
    drawn = [is_rule(text, line) for line in lines]
    rules = [
        Span(line.start, line.end) for line, is_drawn in zip(lines, drawn, strict=True) if is_drawn
    ]
    align = next(
        (found for rule in rules if (found := _alignment(text[rule.start : rule.end]))), ()
    )
    edged = _is_edged(text, lines)
    broken = not edged and ends_broken(text, lines[0])
    at = 0
    while at < len(lines):
        if drawn[at]:
            names_columns = len(rows) > 1 or not broken or len(rows[0].cells) > 1
            if not header and rows and names_columns:
                header, rows = rows, []
            at += 1
            continue
        row = _row(text, lines[at], align, marked, edged)
        if broken and _heads_cell(text, lines, at):
            at += 1
            row = _with_line(row, _row(text, lines[at], align, marked, edged))
        rows.append(row)
        at += 1
    return Table(tuple(rows), tuple(header), markup=tuple(rules))


def _with_line(row: Row, below: Row) -> Row:
    """The row with another line in its only cell."""
    cell = row.cells[0]
    return Row((replace(cell, blocks=cell.blocks + below.cells[0].blocks),), row.markup)


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
    return rule is None or text[rule.start] in EDGES + "+"


def _row(text: str, line: Line, align: tuple[str, ...], marked: bool, edged: bool) -> Row:
    cells: list[Cell] = []
    markup: list[Span] = []
    for index, (span, bars) in enumerate(_cells(text, line, edged)):
        markup += bars
        side = align[index] if index < len(align) else ""
        cells.append(_cell(text, span, side, marked))
    return Row(tuple(cells), tuple(markup))


def _cell(text: str, span: Span, align: str, marked: bool) -> Cell:
    if marked:
        inlines, escapes = read_inlines(text, span.start, span.end, marked)
    else:
        inlines, escapes = _unescaped(text, span)
    blocks = (Paragraph(inlines, markup=escapes),) if inlines else ()
    return Cell(blocks, align=align)


def _unescaped(text: str, span: Span) -> tuple[tuple[Inline, ...], Markup]:
    """The words of a cell in a file without other marks: a backslash before a bar is one all the
    same."""
    escapes = tuple(
        Span(match.start(), match.start() + 1)
        for match in _ESCAPED.finditer(text, span.start, span.end)
    )
    starts = (span.start, *(escape.end for escape in escapes))
    ends = (*(escape.start for escape in escapes), span.end)
    pieces = (Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end)
    return tuple(Text(text[piece.start : piece.end], piece) for piece in pieces), escapes


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
