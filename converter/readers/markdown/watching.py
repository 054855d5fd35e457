"""Where the marks and the content of a block stand, noted while markdown-it's state still knows
what its containers wrote before each line.

``meta["places"]`` leads from the content of an inline, code or HTML token to the text,
``meta["marks"]`` are the ranges of marks, ``meta["cells"]`` the cells of a table's row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from converter.readers.markdown.places import Piece, Places

Range = tuple[int, int]
_TAB_STOP = 4
_ITEM_MARK = re.compile(r"[-+*]|\d{1,9}[.)]")
_SPLIT = re.compile(r"\\(?P<escaped>\|)?|(?P<bar>\|)")


class CellContent(NamedTuple):
    """A cell of a table's row: its content, where that stands, and the backslashes before bars
    that are no content."""

    content: str
    places: Places
    escapes: tuple[Range, ...]


def _start(state: StateBlock, line: int) -> int:
    """Where a line begins behind what its containers wrote, white space aside."""
    return state.bMarks[line] + state.tShift[line]


def _line(state: StateBlock, line: int) -> Range:
    return _start(state, line), state.eMarks[line]


def _content_start(state: StateBlock, line: int, indent: int) -> tuple[int, int]:
    """Where the content of a line begins, and how many columns of a tab cut in two stand before
    it (as ``StateBlock.getLines`` has it)."""
    first, column = state.bMarks[line], 0
    while first < state.eMarks[line] and column < indent:
        character = state.src[first]
        if character == "\t":
            column += _TAB_STOP - (column + state.bsCount[line]) % _TAB_STOP
        elif character == " " or first - state.bMarks[line] < state.tShift[line]:
            column += 1
        else:
            break
        first += 1
    return first, max(0, column - indent)


def _places(state: StateBlock, lines: range, indent: int, content: str | None = None) -> Places:
    """Where the content stands that these lines have behind so many columns; ``content`` if
    white space round it was trimmed off."""
    at = 0
    if content is not None:
        raw = state.getLines(lines.start, lines.stop, indent, False)
        at = -raw.index(content)
    pieces: list[Piece] = []
    for line in lines:
        first, cut = _content_start(state, line, indent)
        at += cut
        length = state.eMarks[line] + 1 - first
        pieces.append(Piece(at, at + length, first))
        at += length
    return Places(pieces or [Piece(0, 0, state.eMarks[lines.start - 1])])


# --- one watcher per rule -------------------------------------------------------------------------


def _nothing(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    """All that there is to know stands in the token."""


def _paragraph(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    inline = tokens[1]
    assert inline.map is not None
    inline.meta["places"] = _places(state, range(*inline.map), state.blkIndent, inline.content)


def _underlined(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    _paragraph(state, start, tokens)
    tokens[0].meta["marks"] = [_line(state, state.line - 1)]


def _heading(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    first, end = _line(state, start)
    hashes = first + len(tokens[0].markup)
    content = tokens[1].content
    at = state.src.index(content, hashes)
    tokens[1].meta["places"] = Places([Piece(0, len(content), at)])
    tokens[0].meta["marks"] = [(first, hashes)]
    closing = at + len(content)
    while closing < end and state.src[closing].isspace():
        closing += 1
    if closing < end:
        tokens[0].meta["marks"].append((closing, end))


def _rule(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    tokens[0].meta["marks"] = [_line(state, start)]


def _code(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    indent = state.blkIndent + _TAB_STOP
    tokens[0].meta["lines"] = _code_lines(state, range(start, state.line), indent)


def _fence(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    token = tokens[0]
    marks = [_line(state, start)]
    held = token.content.count("\n") + (not token.content.endswith("\n") and token.content != "")
    end = state.line
    if held < end - start - 1:
        end -= 1
        marks.append(_line(state, end))
    token.meta["marks"] = marks
    token.meta["lines"] = _code_lines(state, range(start + 1, end), state.sCount[start])


def _code_lines(state: StateBlock, lines: range, indent: int) -> list[Range]:
    """The lines of code, each with its line end; a tab cut in two stays whole."""
    ranges: list[Range] = []
    for line in lines:
        first, cut = _content_start(state, line, indent)
        ranges.append((first - (cut > 0), min(state.eMarks[line] + 1, len(state.src))))
    return ranges


def _html(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    tokens[0].meta["places"] = _places(state, range(start, state.line), state.blkIndent)


def _definition(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    tokens[0].meta["marks"] = [_line(state, line) for line in range(start, state.line)]


def _quote(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    places = [_start(state, line) for line in range(start, state.line)]
    tokens[0].meta["marks"] = [(at, at + 1) for at in places if state.src.startswith(">", at)]


def _list(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type == "list_item_open" and token.level == tokens[0].level + 1:
            assert token.map is not None
            mark = _ITEM_MARK.match(state.src, _start(state, token.map[0]))
            assert mark is not None
            token.meta["marks"] = [mark.span()]


def _note(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    first = _start(state, start)
    tokens[0].meta["marks"] = [(first, first + len(f"[^{tokens[0].meta['label']}]:"))]


def _table(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    tokens[0].meta["marks"] = [_line(state, start + 1)]
    for token in tokens:
        if token.type == "tr_open":
            assert token.map is not None
            token.meta["cells"], token.meta["marks"] = _cells(state, token.map[0])


def _cells(state: StateBlock, line: int) -> tuple[list[CellContent], list[Range]]:
    """The cells of a row, those beyond the head's last too, and the bars between them (as
    ``escapedSplit`` of markdown-it's table has it)."""
    start, end = _line(state, line)
    text = state.src[start:end].rstrip()
    cells: list[list[Range]] = [[]]
    bars: list[Range] = []
    reached = 0
    for match in _SPLIT.finditer(text):
        at = match.start()
        if match["bar"]:
            cells[-1].append((reached, at))
            cells.append([])
            bars.append((start + at, start + at + 1))
            reached = at + 1
        elif match["escaped"]:
            cells[-1].append((reached, at))
            reached = at + 1
    cells[-1].append((reached, len(text)))
    if len(cells) > 1 and not any(first < last for first, last in cells[0]):
        del cells[0]
    if len(cells) > 1 and not any(first < last for first, last in cells[-1]):
        del cells[-1]
    return [_cell(text, start, pieces) for pieces in cells], bars


def _cell(text: str, start: int, ranges: list[Range]) -> CellContent:
    raw = "".join(text[first:last] for first, last in ranges)
    content = raw.strip()
    at = -raw.index(content)
    pieces: list[Piece] = []
    for first, last in ranges:
        pieces.append(Piece(at, at + last - first, start + first))
        at += last - first
    escapes = tuple((start + last, start + last + 1) for _, last in ranges[:-1])
    return CellContent(content, Places(pieces), escapes)


BLOCK_WATCHERS: dict[str, Callable[[StateBlock, int, Sequence[Token]], None]] = {
    "paragraph": _paragraph,
    "lheading": _underlined,
    "heading": _heading,
    "hr": _rule,
    "code": _code,
    "fence": _fence,
    "html_block": _html,
    "reference": _definition,
    "blockquote": _quote,
    "list": _list,
    "footnote_def": _note,
    "table": _table,
}
CONTAINERS = ("blockquote", "list", "footnote_def")
"""The rules whose blocks hold blocks."""
