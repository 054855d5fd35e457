"""Lines to blocks: headings, lists, quotes, fences, tables, breaks, and a paragraph per line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Heading,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Text,
    ThematicBreak,
    join_texts,
    line_end_between,
)
from converter.readers.options import ReadOptions
from converter.readers.text.inlines import read_inlines
from converter.readers.text.lines import LINE_END, Line, Mark, blank_between, is_rule, mark_of
from converter.readers.text.tables import read_table, table_end

_MARKED = re.compile(
    r"^[ ]{0,3}\#{1,6}[ ]|\*\*\S|^[ ]{0,3}\*\*[ ]?\w[^*\n]*\*\*|\]\(|^```", re.MULTILINE
)
"""Signs that a file uses Markdown's marks, so that a lone star or underscore may be one."""

_UNDERLINE = re.compile(r"=+|-+")
_MIN_UNDERLINE = 3
_LOOSE_UNDERLINE = 0.5
"""An underline of hyphens makes a heading when it is at least half as long as the line above
and not twice as long; else it is a thematic break."""


@dataclass(frozen=True, slots=True)
class _Text:
    """What every helper needs: the characters, whether they carry inline marks, how deep
    quotes and lists may nest."""

    text: str
    marked: bool
    max_depth: int


def read_blocks(text: str, lines: list[Line], options: ReadOptions) -> tuple[Block, ...]:
    """The blocks that these lines state, in order."""
    return _read(_Text(text, _MARKED.search(text) is not None, options.max_depth), lines, 0)


def _read(context: _Text, lines: list[Line], depth: int, base: int = 0) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        if _is_code(context, lines, at, base):
            block, at = _indented_code(context, lines, at, base)
        else:
            block, at = _read_one(context, lines, at, depth)
        blocks.append(block)
    return tuple(blocks)


def _read_one(context: _Text, lines: list[Line], at: int, depth: int) -> tuple[Block, int]:
    line = lines[at]
    mark = mark_of(context.text, line)
    kind = mark.kind if mark else ""
    barred = kind == "bar" or context.text.find("|", line.start, line.end) >= 0
    table = table_end(context.text, lines, at) if barred else at
    if table > at:
        return read_table(context.text, lines[at:table], context.marked), table
    if mark is not None and not (kind in _NESTING and depth >= context.max_depth):
        handler = _HANDLERS.get(kind)
        if handler is not None:
            return handler(context, lines, at, mark, depth)
    level = _underlined(context.text, lines, at)
    if level:
        inlines, markup = read_inlines(context.text, line.start, line.end, context.marked)
        below = lines[at + 1]
        return Heading(level, inlines, (*markup, Span(below.start, below.end))), at + 2
    if is_rule(context.text, line) and line.end - line.start >= _MIN_UNDERLINE:
        return ThematicBreak((Span(line.start, line.end),)), at + 1
    return _paragraph(context, line), at + 1


_CODE_INDENT = 4


def _is_code(context: _Text, lines: list[Line], at: int, base: int) -> bool:
    """Whether a file with Markdown's marks sets this line as code (CommonMark 4.4): four columns
    in, after an empty line."""
    if not context.marked or lines[at].indent - base < _CODE_INDENT:
        return False
    return at == 0 or blank_between(context.text, lines[at - 1].end, lines[at].start)


def _indented_code(context: _Text, lines: list[Line], at: int, base: int) -> tuple[Block, int]:
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
        own = Span(line.start - max(0, line.indent - indent), ends[0].end if ends else line.end)
        code += [own, *ends[1:]]
    return tuple(Text(text[span.start : span.end], span) for span in code)


def _line_ends(text: str, start: int, end: int) -> list[Span]:
    """The line ends between two lines, each with the white space before it unless the mark of a
    quote stands there."""
    spans: list[Span] = []
    for match in LINE_END.finditer(text, start, end):
        marked = text[start : match.start()].strip()
        spans.append(Span(match.start() if marked else start, match.end()))
        start = match.end()
    return spans


def _paragraph(context: _Text, line: Line) -> Paragraph:
    inlines, markup = read_inlines(context.text, line.start, line.end, context.marked)
    return Paragraph(inlines, markup=markup)


def _underlined(text: str, lines: list[Line], at: int) -> int:
    """The level of a heading drawn by the line below it (CommonMark 4.3), or 0."""
    if at + 1 == len(lines):
        return 0
    line, below = lines[at], lines[at + 1]
    length = below.end - below.start
    if length < _MIN_UNDERLINE or _UNDERLINE.fullmatch(text, below.start, below.end) is None:
        return 0
    if blank_between(text, line.end, below.start):
        return 0
    if text[below.start] == "=":
        return 1
    share = length / (line.end - line.start)
    return 2 if _LOOSE_UNDERLINE <= share <= 1 / _LOOSE_UNDERLINE else 0


# --- one handler per mark ---------------------------------------------------------------------


def _heading(
    context: _Text, lines: list[Line], at: int, mark: Mark, depth: int
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


def _fence(context: _Text, lines: list[Line], at: int, mark: Mark, depth: int) -> tuple[Block, int]:
    opening = lines[at]
    text = context.text
    fence = text[opening.start : mark.end]
    close = at + 1
    while close < len(lines) and not _closes(text, lines[close], fence):
        close += 1
    body = lines[at + 1 : close]
    markup = [Span(opening.start, opening.end)]
    end = lines[close - 1].end
    if close < len(lines):
        markup.append(Span(lines[close].start, lines[close].end))
        end = _line_ends(text, end, lines[close].start)[-1].start
    code = _code_lines(text, opening.end, body, end, opening.indent)
    language = text[mark.end : opening.end].strip()
    return CodeBlock(code, language, tuple(markup)), min(close + 1, len(lines))


def _closes(text: str, line: Line, fence: str) -> bool:
    stripped = text[line.start : line.end]
    return len(stripped) >= len(fence) and not stripped.strip(fence[0])


def _quote(context: _Text, lines: list[Line], at: int, mark: Mark, depth: int) -> tuple[Block, int]:
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
    return Quote(_read(context, inner, depth + 1), tuple(markup)), end


def _break(context: _Text, lines: list[Line], at: int, mark: Mark, depth: int) -> tuple[Block, int]:
    return ThematicBreak((Span(lines[at].start, lines[at].end),)), at + 1


# --- lists ------------------------------------------------------------------------------------


def _bullets(
    context: _Text, lines: list[Line], at: int, mark: Mark, depth: int
) -> tuple[Block, int]:
    items: list[ListItem] = []
    base = lines[at].indent
    bullet = context.text[lines[at].start]
    while at < len(lines):
        line = lines[at]
        found = mark_of(context.text, line)
        if found is None or found.kind != "bullet" or not _same_column(line, base):
            break
        if context.text[line.start] != bullet:
            break
        item, at = _item(context, lines, at, found, depth)
        items.append(item)
    return BulletList(tuple(items)), at


def _numbers(
    context: _Text, lines: list[Line], at: int, mark: Mark, depth: int
) -> tuple[Block, int]:
    items: list[ListItem] = []
    base = lines[at].indent
    style, start, shape = _number(context.text, lines[at], mark)
    expected = start
    while at < len(lines):
        line = lines[at]
        found = mark_of(context.text, line)
        if found is None or found.kind != "number" or not _same_column(line, base):
            break
        number = _number(context.text, line, found)
        if number[2] != shape or (items and not _continues(number[1], expected, start)):
            break
        item, at = _item(context, lines, at, found, depth)
        items.append(item)
        expected = number[1] + 1
    return OrderedList(tuple(items), start, style), at


def _continues(number: int, expected: int, start: int) -> bool:
    """Whether a number goes on counting; writers repeat one number or skip some, but a list
    that falls back has begun anew."""
    return number >= expected or number == expected - 1


def _same_column(line: Line, base: int) -> bool:
    """Items of one list stand in one column, give or take a slipped space."""
    return abs(line.indent - base) <= 1


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _number(text: str, line: Line, mark: Mark) -> tuple[str, int, str]:
    """The style of a list number, its value, and its shape (what stands around the digits)."""
    raw = text[line.start : mark.end]
    core = raw.strip("().")
    shape = raw.replace(core, "", 1)
    if core.isdigit():
        return "decimal", int(core), shape
    if len(core) > 1:
        return "roman", _roman(core), shape + "i"
    return "alpha", ord(core) - ord("a") + 1, shape + "a"


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return max(1, sum(-value if value < after else value for value, after in pairs))


def _item(
    context: _Text, lines: list[Line], at: int, mark: Mark, depth: int
) -> tuple[ListItem, int]:
    """One item: the rest of its line, and the lines that belong under it."""
    line = lines[at]
    text = context.text
    column = line.indent + (mark.after - line.start)
    inner = [Line(mark.after, line.end, column)] if mark.after < line.end else []
    end = at + 1
    while end < len(lines) and lines[end].indent > line.indent + 1:
        inner.append(lines[end])
        end += 1
    first = (_paragraph(context, inner.pop(0)),) if _is_counted(text, inner) else ()
    blocks = _join_wrapped(text, first + _read(context, inner, depth + 1, column))
    return ListItem(blocks, (Span(line.start, mark.end),)), end


def _is_counted(text: str, lines: list[Line]) -> bool:
    """Whether an item's own words begin with a number: they count, and open no list in it."""
    mark = mark_of(text, lines[0]) if lines else None
    return mark is not None and mark.kind == "number"


def _join_wrapped(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lines of one item that no empty line parts are one paragraph."""
    joined: list[Block] = []
    lines: list[Paragraph] = []
    for block in blocks:
        goes_on = lines and isinstance(block, Paragraph) and _goes_on(text, lines[-1], block)
        if lines and not goes_on:
            joined.append(_one_paragraph(text, lines))
            lines = []
        if isinstance(block, Paragraph):
            lines.append(block)
        else:
            joined.append(block)
    if lines:
        joined.append(_one_paragraph(text, lines))
    return tuple(joined)


def _goes_on(text: str, first: Paragraph, second: Paragraph) -> bool:
    left, right = first.inlines[-1], second.inlines[0]
    if not (isinstance(left, Text) and isinstance(right, Text) and left.span and right.span):
        return False
    return not blank_between(text, left.span.end, right.span.start)


def _one_paragraph(text: str, lines: list[Paragraph]) -> Paragraph:
    if len(lines) == 1:
        return lines[0]
    inlines: list[Inline] = [*lines[0].inlines]
    for line in lines[1:]:
        left, right = inlines[-1], line.inlines[0]
        assert isinstance(left, Text)
        assert isinstance(right, Text)
        assert left.span is not None
        assert right.span is not None
        inlines.append(line_end_between(text, left.span.end, right.span.start))
        inlines += line.inlines
    markup = tuple(span for line in lines for span in line.markup)
    return replace(lines[0], inlines=join_texts(inlines), markup=markup)


_Handler = Callable[[_Text, list[Line], int, Mark, int], tuple[Block, int]]
_HANDLERS: dict[str, _Handler] = {
    "heading": _heading,
    "fence": _fence,
    "quote": _quote,
    "break": _break,
    "bullet": _bullets,
    "number": _numbers,
}
_NESTING = {"quote", "bullet", "number"}
