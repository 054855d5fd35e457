"""Where the marks and the content of a block stand, noted while markdown-it's state still knows
what its containers wrote before each line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from converter.patterns import pattern
from converter.readers.markdown.steps import CLOSE, Range, Step

_TAB_STOP = 4
_ITEM_MARK = pattern(r"[-+*]|\d{1,9}[.)]")


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


def _lines(state: StateBlock, lines: range, indent: int) -> list[Range]:
    """What these lines hold behind so many columns, white space aside that a tab cut in two
    leaves: no word stands there."""
    return [(_content_start(state, line, indent)[0], state.eMarks[line]) for line in lines]


# --- blocks that hold none ------------------------------------------------------------------------


def _paragraph(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    return Step("paragraph", _lines(state, range(start, state.line), state.blkIndent))


def _underlined(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    lines = _lines(state, range(start, state.line - 1), state.blkIndent)
    marks = [_line(state, state.line - 1)]
    return Step("heading", lines, after=marks, number=int(tokens[0].tag[1]))


def _heading(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    first, end = _line(state, start)
    level = len(tokens[0].markup)
    content = tokens[1].content
    at = state.src.index(content, first + level)
    closing = at + len(content)
    while closing < end and state.src[closing].isspace():
        closing += 1
    after = [(closing, end)] if closing < end else []
    place = (at, at + len(content))
    return Step("heading", [place], [(first, first + level)], after, number=level)


def _rule(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    return Step("rule", marks=[_line(state, start)])


def _code(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    indent = state.blkIndent + _TAB_STOP
    return Step("code", _code_lines(state, range(start, state.line), indent))


def _fence(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    token = tokens[0]
    held = token.content.count("\n") + (not token.content.endswith("\n") and token.content != "")
    end = state.line
    after: list[Range] = []
    if held < end - start - 1:
        end -= 1
        after.append(_line(state, end))
    lines = _code_lines(state, range(start + 1, end), state.sCount[start])
    language = (token.info.split() or [""])[0]
    return Step("code", lines, [_line(state, start)], after, word=language)


def _code_lines(state: StateBlock, lines: range, indent: int) -> list[Range]:
    """The lines of code, each with its line end; a tab cut in two stays whole."""
    ranges: list[Range] = []
    for line in lines:
        first, cut = _content_start(state, line, indent)
        ranges.append((first - (cut > 0), min(state.eMarks[line] + 1, len(state.src))))
    return ranges


def _html(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    return Step("html", _lines(state, range(start, state.line), state.blkIndent))


def _definition(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    return Step("definition", marks=[_line(state, line) for line in range(start, state.line)])


def _table(state: StateBlock, start: int, tokens: Sequence[Token]) -> Step:
    """The lines are its rows, the rule under the head apart."""
    rows = [_line(state, line) for line in range(start, state.line) if line != start + 1]
    styles = [str(token.attrs.get("style", "")) for token in tokens if token.type == "th_open"]
    aligns = tuple(style.removeprefix("text-align:") for style in styles)
    return Step("table", rows, [_line(state, start + 1)], aligns=aligns)


# --- blocks that hold blocks ----------------------------------------------------------------------


def _quote(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    places = [_start(state, line) for line in range(start, state.line)]
    marks = [(at, at + 1) for at in places if state.src.startswith(">", at)]
    _set(tokens[0], Step("quote", after=marks))
    _set(tokens[-1], Step(CLOSE))


def _list(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    opening = tokens[0]
    kind = "bullet" if opening.type == "bullet_list_open" else "ordered"
    _set(opening, Step(kind, number=int(opening.attrs.get("start", 1))))
    _set(tokens[-1], Step(CLOSE))
    for token in tokens:
        if token.level != opening.level + 1:
            continue
        if token.type == "list_item_open":
            assert token.map is not None
            mark = _ITEM_MARK.match(state.src, _start(state, token.map[0]))
            assert mark is not None
            _set(token, Step("item", marks=[mark.span()]))
        elif token.type == "list_item_close":
            _set(token, Step(CLOSE))


def _note(state: StateBlock, start: int, tokens: Sequence[Token]) -> None:
    first = _start(state, start)
    label = str(tokens[0].meta["label"])
    _set(tokens[0], Step("note", marks=[(first, first + len(f"[^{label}]:"))], word=label))
    _set(tokens[-1], Step(CLOSE))


_STEP = "step"


def _set(token: Token, step: Step) -> None:
    token.meta = {_STEP: step}


def step_of(token: Token) -> Step:
    """The step that a watched rule noted in a token."""
    step: Step = token.meta[_STEP]
    return step


def watch(name: str, state: StateBlock, start: int, first: int) -> None:
    """Note what the rule of this name read, which began at the line ``start`` and pushed the
    tokens from ``first`` on. Those of a block that holds none become one: they are many, and
    markdown-it looks at none of them again."""
    tokens = state.tokens[first:]
    if name in CONTAINERS:
        CONTAINERS[name](state, start, tokens)
    else:
        _set(tokens[0], LEAVES[name](state, start, tokens))
        tokens[0].content = ""
        del state.tokens[first + 1 :]


LEAVES: dict[str, Callable[[StateBlock, int, Sequence[Token]], Step]] = {
    "paragraph": _paragraph,
    "lheading": _underlined,
    "heading": _heading,
    "hr": _rule,
    "code": _code,
    "fence": _fence,
    "html_block": _html,
    "reference": _definition,
    "table": _table,
}
CONTAINERS: dict[str, Callable[[StateBlock, int, Sequence[Token]], None]] = {
    "blockquote": _quote,
    "list": _list,
    "footnote_def": _note,
}
