"""Inline marks of Markdown in a run of text: stress, code, links, escapes.

Only asked when the file shows that it uses such marks. One left-to-right pass; an opener that
never closes stays text. CommonMark 0.31 sections 6.2 to 6.4 are the model, relaxed as
html-to-text tools need it (a closer may follow white space).
"""

from __future__ import annotations

import re

from converter.model import Code, Emphasis, Inline, Link, Markup, Span, Strong, Text, join_texts
from converter.patterns import pattern
from converter.records import field, mutable_record

_TOKEN = pattern(
    r"""
      (?P<escape>\\(?=[!-/:-@\[-`{-~]))     # a backslash before ASCII punctuation
    | (?P<stars>\*+)
    | (?P<score>_+)
    | (?P<ticks>`+)
    | (?P<open>!?\[)
    | (?P<close>\])
    """,
    re.VERBOSE,
)
_ADDRESS = pattern(
    r"\(\s*<?(?P<url>[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)?)>?(?:\s+\"[^\"\n]*\")?\s*\)"
)
_MAX_MARKS = 3
"""Signs of one mark of stress; more of them are stars of a hotel or a masked word."""
_NO_OPENING = ".,;:!?…)]}%"
"""What no stressed words begin with. Nor does stress open within a word (``b***``), other than
CommonMark has it: this is text, and its signs are mostly meant as they stand."""
_MAX_NESTING = 16
"""Marks deeper than people nest them; what lies deeper stays text."""


@mutable_record
class _Frame:
    """A mark that has opened: its kind, where it stands, and what has been read since."""

    kind: str
    span: Span
    children: list[Inline] = field(default_factory=list)


def read_inlines(
    text: str, start: int, end: int, marked: bool
) -> tuple[tuple[Inline, ...], Markup]:
    """The inlines of ``text[start:end]``, and the spans of escapes between them."""
    if start >= end:
        return (), ()
    if not marked or _TOKEN.search(text, start, end) is None:
        return (Text(text[start:end], Span(start, end)),), ()
    return _Reader(text, start, end).run()


class _Reader:
    """The state of one pass: a stack of open marks and the place reached."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.at, self.end = text, start, start, end
        self.stack = [_Frame("", Span(start, start))]
        self.markup: list[Span] = []

    def run(self) -> tuple[tuple[Inline, ...], Markup]:
        position = self.at
        while (token := _TOKEN.search(self.text, position, self.end)) is not None:
            self._take_text(token.start())
            kind = token.lastgroup or ""
            position = self._take(kind, token.start(), token.end())
        self._take_text(self.end)
        while len(self.stack) > 1:
            self._give_up()
        return join_texts(self.stack[0].children), tuple(self.markup)

    def _take(self, kind: str, start: int, end: int) -> int:
        """Handle a token; where to look for the next one."""
        if kind == "escape":
            self.markup.append(Span(start, end))
            self.at = end
            return end + 1
        if kind == "ticks":
            return self._take_code(start, end)
        if kind == "open":
            self._open("[", start, end)
        elif kind == "close":
            return self._close_link(start, end)
        else:
            self._take_stress("*" if kind == "stars" else "_", start, end)
        return max(end, self.at)

    def _take_text(self, upto: int) -> None:
        if upto > self.at:
            self._add(Text(self.text[self.at : upto], Span(self.at, upto)))
            self.at = upto

    def _add(self, inline: Inline) -> None:
        self.stack[-1].children.append(inline)

    def _open(self, kind: str, start: int, end: int) -> None:
        if len(self.stack) > _MAX_NESTING:
            self._take_text(end)
            return
        self.stack.append(_Frame(kind, Span(start, end)))
        self.at = end

    def _give_up(self) -> None:
        """The innermost mark never closed: its characters are text."""
        frame = self.stack.pop()
        literal = Text(self.text[frame.span.start : frame.span.end], frame.span)
        self.stack[-1].children += [literal, *frame.children]

    def _pop_to(self, kind: str) -> _Frame | None:
        if not any(frame.kind == kind for frame in self.stack):
            return None
        while self.stack[-1].kind != kind:
            self._give_up()
        return self.stack.pop()

    def _take_stress(self, mark: str, start: int, end: int) -> None:
        before = self.text[start - 1] if start > 0 else " "
        after = self.text[end] if end < self.end else " "
        wide = end - start > 1
        kind = mark * (end - start)
        if len(kind) > _MAX_MARKS:
            self._take_text(end)
            return
        inside_word = mark == "_" and before.isalnum() and after.isalnum()
        opens = not (after.isspace() or after in _NO_OPENING or before.isalnum())
        closes = (not before.isspace() or not opens) and not inside_word
        is_open = any(frame.kind == kind for frame in self.stack)
        if mark == "*" and not opens and self._is_first(start) and self._closes_later(start, end):
            self._open(kind, start, end)
        elif (closes or self._opened_first(kind)) and is_open and self._holds_text(kind):
            frame = self._pop_to(kind)
            assert frame is not None
            node = Strong if wide else Emphasis
            self._add(node(join_texts(frame.children), (frame.span, Span(start, end))))
            self.at = end
        elif opens and not inside_word and not is_open:
            self._open(kind, start, end)
        else:
            self._take_text(end)

    def _is_first(self, start: int) -> bool:
        """Whether a mark opens the paragraph."""
        return start == self.start

    def _closes_later(self, start: int, end: int) -> bool:
        """Whether the same mark of two stars or more stands farther on."""
        return end - start > 1 and self.text.find(self.text[start:end], end, self.end) > end

    def _opened_first(self, kind: str) -> bool:
        """Whether the mark that is open is the one that opens the paragraph: what scrapers make
        of a label, ``**Lars: **We``, where CommonMark closes no mark behind white space."""
        top = self.stack[-1]
        return top.kind == kind and len(kind) > 1 and top.span.start == self.start

    def _holds_text(self, kind: str) -> bool:
        top = self.stack[-1]
        return top.kind != kind or bool(top.children)

    def _take_code(self, start: int, end: int) -> int:
        fence = self.text[start:end]
        close = self.text.find(fence, end, self.end)
        if close <= end:
            self._take_text(end)
            return end
        markup = (Span(start, end), Span(close, close + len(fence)))
        self._add(Code(self.text[end:close], Span(end, close), markup=markup))
        self.at = close + len(fence)
        return self.at

    def _close_link(self, start: int, end: int) -> int:
        address = _ADDRESS.match(self.text, end, self.end)
        frame = self._pop_to("[") if address is not None else None
        if address is None or frame is None:
            self._take_text(end)
            return end
        children = join_texts(frame.children)
        self._add(Link(children, address["url"], (frame.span, Span(start, address.end()))))
        self.at = address.end()
        return self.at
