"""The parser: markdown-it-py's rules for CommonMark and GitHub's tables and strikethrough, and
footnotes, with each rule watched for where in the text its tokens stand.

Blocks become steps at once, since tokens are large. Inline tokens get the range of the content
that they stand in as ``map``, which markdown-it leaves empty.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.footnote import footnote_plugin

from converter.readers.markdown.steps import Step
from converter.readers.markdown.watching import CONTAINERS, step_of, watch

_InlineRule = Callable[[StateInline, bool], bool]
_BlockRule = Callable[[StateBlock, int, int, bool], bool]

_NESTED_INLINES = 20
"""How deep brackets nest before markdown-it takes the rest of a paragraph for text; its own
limit, and the time for brackets that never close grows with it."""
_LEVELS = 2
"""Levels that one container takes at most in markdown-it's count: a list and its item."""
_OPTIONS = {
    "strikethrough_single_tilde": True,  # as GitHub does; three tildes are text
    "inline_definitions": True,  # a token for each link definition, so that it is accounted for
}
_WITHOUT_TOKENS = ("text", "linkify", "shortcode")
"""Inline rules that push no token."""


class Parser:
    """Parses the blocks of a text, and the content of each when asked for it."""

    def __init__(self, max_depth: int) -> None:
        # Two, since markdown-it has one limit for both, and what is over it is lost in blocks.
        self._blocks = _configured(max_depth, _LEVELS * max_depth + _NESTED_INLINES)
        self._inlines = _configured(max_depth, _NESTED_INLINES)
        self._env: dict[str, Any] = {}

    def steps(self, text: str) -> list[Step]:
        """What the blocks of a text are, step by step."""
        steps: list[Step] = []
        self._env = {"depth": 0, "steps": steps}
        self._blocks.block.parse(text, self._blocks, self._env, [])
        return steps

    def inlines(self, content: str) -> list[Token]:
        """The inline tokens of a block's content, each with its range as ``map``."""
        tokens: list[Token] = []
        self._inlines.inline.parse(content, self._inlines, self._env, tokens)
        return tokens

    @property
    def cut(self) -> int | None:
        """Where in the text containers first nest deeper than is followed; None for nowhere."""
        place: int | None = self._env.get("cut")
        return place

    def note_tokens(self, number: int) -> list[Token]:
        """The tokens of a note that stands in the text."""
        tokens: list[Token] = self._env["footnotes"]["list"][number]["tokens"]
        return tokens


@cache
def _configured(max_depth: int, max_nesting: int) -> MarkdownIt:
    markdown = _Markdown("commonmark", {**_OPTIONS, "maxNesting": max_nesting})
    markdown.use(footnote_plugin, move_to_end=False)
    markdown.inline.ruler.before("escape", "shortcode", _shortcode)
    watched = _Inline()
    watched.ruler, watched.ruler2 = markdown.inline.ruler, markdown.inline.ruler2
    markdown.inline = watched
    for rule in markdown.inline.ruler.__rules__:
        if rule.name not in _WITHOUT_TOKENS:
            rule.fn = _INLINE_WATCHERS.get(rule.name, _whole)(rule.fn)
    for block_rule in markdown.block.ruler.__rules__:
        block_rule.fn = _watched_block(block_rule.name, block_rule.fn, max_depth)
    markdown.inline.ruler2.at("fragments_join", _join_marks)
    # Last, since it also makes the rulers forget the rules that they had compiled.
    return markdown.enable(["table", "strikethrough"])


class _Markdown(MarkdownIt):
    """Keeps addresses as the source writes them."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - markdown-it's name
        return url


# --- blocks -------------------------------------------------------------------------------------


def _watched_block(name: str, rule: _BlockRule, max_depth: int) -> _BlockRule:
    nests = name in CONTAINERS

    def run(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent and not nests:
            return rule(state, start, end, silent)
        if nests and state.env["depth"] >= max_depth:
            if "cut" not in state.env and rule(state, start, end, True):
                state.env["cut"] = state.bMarks[start] + state.tShift[start]
            return False
        first = len(state.tokens)
        state.env["depth"] += nests
        found = rule(state, start, end, silent)
        state.env["depth"] -= nests
        if found and not silent:
            watch(name, state, start, first)
            if not state.env["depth"]:
                state.env["steps"] += map(step_of, state.tokens)
                state.tokens.clear()
        return found

    return run


# --- inlines ------------------------------------------------------------------------------------


class _State(StateInline):
    """An inline state whose tokens know where they stand: a run of text does by where it began,
    every other by where the rule stood that pushed it, until the rule's watcher knows better."""

    _began = -1

    def append_pending(self, text: str) -> None:
        if self._began < 0:
            self._began = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - markdown-it's name
        token = super().pushPending()
        token.map = [self._began, self._began + len(token.content)]
        self._began = -1
        return token

    def push(self, ttype: str, tag: str, nesting: Any) -> Token:
        token = super().push(ttype, tag, nesting)
        token.map = [self.pos, self.pos]
        self._began = -1
        return token


class _Inline(ParserInline):
    """An inline parser with such a state."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _pushed(state: StateInline, first: int, start: int) -> list[Token]:
    """What a rule pushed since there were ``first`` tokens; not the text before it, which was
    waiting."""
    if first < len(state.tokens):
        waiting = state.tokens[first].map
        first += waiting is not None and waiting[0] < start
    return state.tokens[first:]


def _map(token: Token) -> list[int]:
    assert token.map is not None
    return token.map


def _whole(rule: _InlineRule) -> _InlineRule:
    """The first token begins where the rule does, the last ends where it ends."""

    def run(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent and (pushed := _pushed(state, first, start)):
            _map(pushed[0])[0] = start
            _map(pushed[-1])[1] = state.pos
        return found

    return run


def _marks(rule: _InlineRule) -> _InlineRule:
    """Each token is the next mark of a run."""

    def run(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            at = start
            for token in _pushed(state, first, start):
                token.map = [at, at + len(token.content)]
                at += len(token.content)
        return found

    return run


def _brackets(rule: _InlineRule) -> _InlineRule:
    """An opening bracket, an address, a closing bracket."""

    def run(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            opening, address, closing = _pushed(state, first, start)
            opening.map = [start, start + 1]
            address.map = [start + 1, state.pos - 1]
            closing.map = [state.pos - 1, state.pos]
        return found

    return run


_INLINE_WATCHERS: dict[str, Callable[[_InlineRule], _InlineRule]] = {
    "emphasis": _marks,
    "strikethrough": _marks,
    "autolink": _brackets,
}


_SHORTCODES = {"{{": "}}", "{%": "%}"}
_LONGEST_SHORTCODE = 1000
"""Code points, so that openers without an end cost little."""


def _shortcode(state: StateInline, silent: bool) -> bool:
    """``{{< map >}}`` and its like are text, whatever stands in them."""
    end = _SHORTCODES.get(state.src[state.pos : state.pos + 2])
    if end is None:
        return False
    limit = min(state.posMax, state.pos + _LONGEST_SHORTCODE)
    close = state.src.find(end, state.pos + 2, limit)
    if close < 0 or "\n" in state.src[state.pos : close]:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : close + 2])
    state.pos = close + 2
    return True


def _join_marks(state: StateInline) -> None:
    """Two marks that are one ``**``: markdown-it empties the outer of them. In place of its rule
    that joins texts: ours stay apart, so that each knows where it stands."""
    kept: list[Token] = []
    opened = -1
    for token in state.tokens:
        if token.type == "text" and not token.content:
            last = kept[-1] if kept else None
            if last is not None and last.type == "strong_close" and len(range(*_map(last))) == 1:
                _map(last)[1] = _map(token)[1]
            else:
                opened = _map(token)[0]
            continue
        if token.type == "strong_open" and opened >= 0:
            _map(token)[0], opened = opened, -1
        kept.append(token)
    state.tokens[:] = kept
