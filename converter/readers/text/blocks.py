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
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Span,
    Text,
    ThematicBreak,
)
from converter.readers.options import ReadOptions
from converter.readers.text.inlines import read_inlines
from converter.readers.text.lines import Line, Mark, blank_between, is_rule, mark_of
from converter.readers.text.tables import read_table, table_end

_MARKED = re.compile(r"^[ ]{0,3}\#{1,6}[ ]|\*\*\S|\]\(|^```", re.MULTILINE)
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
    starts = [line.start - (line.indent - base - _CODE_INDENT) for line in body]
    text = context.text
    code = tuple(
        Text(text[start : line.end], Span(start, line.end))
        for start, line in zip(starts, body, strict=True)
    )
    return CodeBlock(code), end


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
    code = tuple(_code_line(text, line, following) for line, following in _pairs(body))
    markup = [Span(opening.start, opening.end)]
    if close < len(lines):
        markup.append(Span(lines[close].start, lines[close].end))
    language = text[mark.end : opening.end].strip()
    return CodeBlock(code, language, tuple(markup)), min(close + 1, len(lines))


def _pairs(lines: list[Line]) -> list[tuple[Line, Line | None]]:
    """Each line with the one below it."""
    return list(zip(lines, [*lines[1:], None], strict=True)) if lines else []


def _code_line(text: str, line: Line, below: Line | None) -> Text:
    """A line as typed, with its indent and the line ends behind it, up to a quote's mark."""
    start = line.start - line.indent
    gap = text[line.end : below.start - below.indent] if below else ""
    end = line.end + len(gap) - len(gap.lstrip())
    return Text(text[start:end], Span(start, end))


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
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, Paragraph) and isinstance(last, Paragraph):
            together = _join(text, last, block)
            if together is not None:
                joined[-1] = together
                continue
        joined.append(block)
    return tuple(joined)


def _join(text: str, first: Paragraph, second: Paragraph) -> Paragraph | None:
    left, right = first.inlines[-1], second.inlines[0]
    if not (isinstance(left, Text) and isinstance(right, Text) and left.span and right.span):
        return None
    if blank_between(text, left.span.end, right.span.start):
        return None
    markup = first.markup + second.markup
    gap = text[left.span.end : right.span.start]
    if gap.strip():  # the mark of a quote stands between them
        end = left.span.end + len(gap) - len(gap.lstrip())
        above = Text(text[left.span.start : end], Span(left.span.start, end))
        return replace(first, inlines=(*first.inlines[:-1], above, *second.inlines), markup=markup)
    span = Span(left.span.start, right.span.end)
    middle = Text(text[span.start : span.end], span)
    inlines = (*first.inlines[:-1], middle, *second.inlines[1:])
    return replace(first, inlines=inlines, markup=markup)


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
