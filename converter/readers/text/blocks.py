"""Lines to blocks: headings, lists, quotes, fences, tables, breaks, and a paragraph per line."""

from __future__ import annotations

import re
from collections.abc import Callable

from converter.model import (
    Block,
    CodeBlock,
    Heading,
    Quote,
    Span,
    Text,
    ThematicBreak,
)
from converter.patterns import pattern
from converter.readers.options import ReadOptions
from converter.readers.text.context import Context, Inside, read_paragraph
from converter.readers.text.inlines import read_inlines
from converter.readers.text.lines import (
    LINE_END,
    Line,
    Mark,
    blank_between,
    column_at,
    is_rule,
    mark_of,
)
from converter.readers.text.lists import opening_mark, read_list
from converter.readers.text.ruled_tables import read_ruled_table
from converter.readers.text.tables import ends_broken, read_table, table_end

_MARKED = pattern(
    r"^[ ]{0,3}\#{1,6}[ ]|\*\*\S|^[ ]{0,3}\*\*[ ]?\w[^*\n]*\*\*|\]\(|^```", re.MULTILINE
)
"""Signs that a file uses Markdown's marks, so that a lone star or underscore may be one."""

_UNDERLINE = pattern(r"=+|-+")
_MIN_UNDERLINE = 3
_LOOSE_UNDERLINE = 0.5
"""An underline of hyphens makes a heading when it is at least half as long as the line above
and not twice as long; else it is a thematic break."""


def read_blocks(text: str, lines: list[Line], options: ReadOptions) -> tuple[Block, ...]:
    """The blocks that these lines state, in order."""
    context = Context(text, _MARKED.search(text) is not None, options.max_depth, _read)
    return _read(context, lines, Inside())


def _read(context: Context, lines: list[Line], inside: Inside) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        if _is_code(context, lines, at, inside.column):
            block, at = _indented_code(context, lines, at, inside.column)
        else:
            block, at = _read_one(context, lines, at, inside)
        blocks.append(block)
    return tuple(blocks)


def _read_one(context: Context, lines: list[Line], at: int, inside: Inside) -> tuple[Block, int]:
    line = lines[at]
    mark = mark_of(context.text, line)
    kind = mark.kind if mark else ""
    table = table_end(context.text, lines, at) if _may_open_table(context, line, kind) else at
    if table > at:
        return read_table(context.text, lines[at:table], context.marked), table
    ruled = read_ruled_table(context.text, lines, at, marked=context.marked)
    if ruled is not None:
        return ruled
    may_nest = inside.depth < context.max_depth
    handler = _HANDLERS.get(kind)
    if mark is not None and handler is not None and (may_nest or kind not in _NESTING):
        return handler(context, lines, at, mark, inside)
    item = opening_mark(context, lines, at, inside) if may_nest else None
    if item is not None:
        return read_list(context, lines, at, item, inside)
    level = _underlined(context.text, lines, at)
    if level:
        inlines, markup = read_inlines(context.text, line.start, line.end, context.marked)
        below = lines[at + 1]
        return Heading(level, inlines, (*markup, Span(below.start, below.end))), at + 2
    if is_rule(context.text, line) and line.end - line.start >= _MIN_UNDERLINE:
        return ThematicBreak((Span(line.start, line.end),)), at + 1
    return read_paragraph(context, line), at + 1


def _may_open_table(context: Context, line: Line, kind: str) -> bool:
    return (
        kind == "bar"
        or context.text.find("|", line.start, line.end) >= 0
        or (context.marked and ends_broken(context.text, line))
    )


_LANGUAGE = pattern(r"\{[^{}]*\}|[\w+#./-]{1,30}(?:\s*\{[^{}]*\})?")
"""What names a language behind a fence, with attributes or without."""
_CODE_INDENT = 4


def _is_code(context: Context, lines: list[Line], at: int, base: int) -> bool:
    """Whether a file with Markdown's marks sets this line as code (CommonMark 4.4): four columns
    in, after an empty line."""
    if not context.marked or lines[at].indent - base < _CODE_INDENT:
        return False
    return at == 0 or blank_between(context.text, lines[at - 1].end, lines[at].start)


def _indented_code(context: Context, lines: list[Line], at: int, base: int) -> tuple[Block, int]:
    end = at
    while end < len(lines) and lines[end].indent - base >= _CODE_INDENT:
        end += 1
    body = lines[at:end]
    code = _code_lines(context.text, body[0].start, body, body[-1].end, base + _CODE_INDENT)
    return CodeBlock(code), end


def _code_lines(
    text: str, start: int, lines: list[Line], end: int, indent: int
) -> tuple[Text, ...]:
    """What stands between two offsets as typed: one Text for each line with its line end, for
    each empty one too. The first ``indent`` columns are the block's, and so is a line end before
    the first line."""
    code = _line_ends(text, start, lines[0].start if lines else end)[1:]
    starts = [*(line.start for line in lines[1:]), end]
    for line, below in zip(lines, starts, strict=bool(lines)):
        ends = _line_ends(text, line.end, below)
        own = Span(_code_start(text, line, indent), ends[0].end if ends else line.end)
        code += [own, *ends[1:]]
    return tuple(Text(text[span.start : span.end], span) for span in code)


def _code_start(text: str, line: Line, indent: int) -> int:
    """Where a line of code begins behind the columns that are the block's."""
    start = line.start
    while line.start - start < line.indent and text[start - 1].isspace():
        if LINE_END.match(text, start - 1):
            break
        start -= 1
    column = 0
    for offset in range(start, line.start):
        if column >= indent:
            return offset
        column = column_at(text, offset + 1, offset, column)
    return line.start


def _line_ends(text: str, start: int, end: int) -> list[Span]:
    """The line ends between two lines, each with the white space before it unless the mark of a
    quote stands there."""
    spans: list[Span] = []
    for match in LINE_END.finditer(text, start, end):
        marked = text[start : match.start()].strip()
        spans.append(Span(match.start() if marked else start, match.end()))
        start = match.end()
    return spans


def _underlined(text: str, lines: list[Line], at: int) -> int:
    """The level of a heading drawn by the line below it (CommonMark 4.3), or 0."""
    if at + 1 == len(lines):
        return 0
    line, below = lines[at], lines[at + 1]
    length = below.end - below.start
    if length < _MIN_UNDERLINE or _UNDERLINE.fullmatch(text, below.start, below.end) is None:
        return 0
    if blank_between(text, line.end, below.start) or _heads_columns(text, lines, at):
        return 0
    if text[below.start] == "=":
        return 1
    share = length / (line.end - line.start)
    return 2 if _LOOSE_UNDERLINE <= share <= 1 / _LOOSE_UNDERLINE else 0


_WIDE_GAP = pattern(r"\S(?:[ ]{2,}|[ ]?\t\s*)\S")


def _heads_columns(text: str, lines: list[Line], at: int) -> bool:
    """Whether the lines on either side of an underline both have wide gaps: a row of column
    names and a row of a table."""
    rows = (lines[at], *lines[at + 2 : at + 3])
    return all(_WIDE_GAP.search(text, row.start, row.end) for row in rows) and len(rows) > 1


# --- one handler per mark ---------------------------------------------------------------------


def _heading(
    context: Context, lines: list[Line], at: int, mark: Mark, inside: Inside
) -> tuple[Block, int]:
    line = lines[at]
    text = context.text
    end = line.end
    while end > mark.after and text[end - 1] == "#":
        end -= 1
    closing = end < line.end and (end == mark.after or text[end - 1].isspace())
    if not closing:
        end = line.end
    content_end = end
    while content_end > mark.after and text[content_end - 1].isspace():
        content_end -= 1
    inlines, markup = read_inlines(text, mark.after, content_end, context.marked)
    own = (Span(line.start, mark.end), *markup)
    if closing:
        own = (*own, Span(end, line.end))
    return Heading(mark.end - line.start, inlines, own), at + 1


def _fence(
    context: Context, lines: list[Line], at: int, mark: Mark, inside: Inside
) -> tuple[Block, int]:
    """A fence that closes, with a language behind it or none. Words behind it, or no other like
    it below, and it is a line of text; of tildes alone, one that parts what is around it."""
    opening = lines[at]
    text = context.text
    language = text[mark.end : opening.end].strip()
    close = _closing(context, lines, at, mark)
    if close is None or (language and _LANGUAGE.fullmatch(language) is None):
        if language or text[opening.start] == "`":
            return read_paragraph(context, opening), at + 1
        return ThematicBreak((Span(opening.start, opening.end),)), at + 1
    body = lines[at + 1 : close]
    end = _line_ends(text, lines[close - 1].end, lines[close].start)[-1].start
    code = _code_lines(text, opening.end, body, end, opening.indent)
    fences = tuple(Span(line.start, line.end) for line in (opening, lines[close]))
    return CodeBlock(code, language, fences), close + 1


def _closing(context: Context, lines: list[Line], at: int, mark: Mark) -> int | None:
    """The line that closes a fence. A file of fences that never close is searched once: where
    there is none for one, there is none for a longer one below it."""
    text, opening = context.text, lines[at]
    sign, length = text[opening.start], mark.end - opening.start
    parts = sign == "~" and opening.end == mark.end and _stands_alone(text, lines, at)
    known = (sign, lines[-1].end)
    if parts or length >= context.unclosed.get(known, length + 1):
        return None
    for close in range(at + 1, len(lines)):
        line = lines[close]
        is_long = line.end - line.start >= length
        if is_long and text[line.start] == sign and not text[line.start : line.end].strip(sign):
            return close
    context.unclosed[known] = length
    return None


def _stands_alone(text: str, lines: list[Line], at: int) -> bool:
    """Whether an empty line follows."""
    return at + 1 == len(lines) or blank_between(text, lines[at].end, lines[at + 1].start)


def _quote(
    context: Context, lines: list[Line], at: int, mark: Mark, inside: Inside
) -> tuple[Block, int]:
    text = context.text
    inner: list[Line] = []
    markup: list[Span] = []
    end = at
    while end < len(lines) and text[lines[end].start] == ">":
        line = lines[end]
        if end > at and blank_between(text, lines[end - 1].end, line.start):
            break
        markup.append(Span(line.start, line.start + 1))
        start = line.start + 1
        while start < line.end and text[start].isspace():
            start += 1
        if start < line.end:
            inner.append(Line(start, line.end, max(0, start - line.start - 2)))
        end += 1
    return Quote(_read(context, inner, Inside(inside.depth + 1)), tuple(markup)), end


def _break(
    context: Context, lines: list[Line], at: int, mark: Mark, inside: Inside
) -> tuple[Block, int]:
    return ThematicBreak((Span(lines[at].start, lines[at].end),)), at + 1


_Handler = Callable[[Context, list[Line], int, Mark, Inside], tuple[Block, int]]
_HANDLERS: dict[str, _Handler] = {
    "heading": _heading,
    "fence": _fence,
    "quote": _quote,
    "break": _break,
}
_NESTING = {"quote"}
