"""The reading text of a page as it grows, and the inlines of the block at hand.

White space collapses as browsers do it (CSS Text 3, section 4.1.1); a no-break space, a soft
hyphen and characters without width are text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from converter.model import (
    Code,
    Emphasis,
    Inline,
    InlineContainer,
    LineBreak,
    Link,
    NoteReference,
    Omission,
    Place,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from converter.patterns import pattern
from converter.records import record

FURNITURE = "furniture"
_SPACE = pattern(r"[ \t\r\f]+")
_CONTENT = pattern("[^\\s\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff]")
"""What the ledger takes for content."""

BREAK, TEXT, CODE, NOTE = "break", "text", "code", "note"


@record(eq=False)
class Style:
    """One element that sets its words apart: ``kind`` is the name of the node it makes; a link
    has its address, a reference the id of its note."""

    kind: str
    value: str = ""


Styles = tuple[Style, ...]
_CONTAINERS: dict[str, Callable[[tuple[Inline, ...]], InlineContainer]] = {
    "strong": Strong,
    "emphasis": Emphasis,
    "superscript": Superscript,
    "subscript": Subscript,
}


class Piece:
    """Characters of one style at one place of the reading text; ``omitted`` says why, where they
    are no part of the document."""

    __slots__ = ("kind", "omitted", "start", "styles", "text")

    def __init__(self, kind: str, text: str, start: int, styles: Styles, omitted: str) -> None:
        self.kind, self.text, self.start = kind, text, start
        self.styles, self.omitted = styles, omitted


class Flow:
    """The reading text so far, its places, what was left out, and the block at hand."""

    def __init__(self, line_starts: tuple[int, ...]) -> None:
        self._line_starts = line_starts
        self._text: list[str] = []
        self.length = 0
        self.places: list[Place] = []
        self.omissions: list[tuple[str, int, int]] = []
        self.gap = "\n\n"
        self._pieces: list[Piece] = []
        self._own_places: list[Place] = []
        self._at = 0
        self._pending: Styles | None = None
        self._breaks = 0

    @property
    def text(self) -> str:
        """The whole reading text."""
        return "".join(self._text)

    @property
    def is_empty(self) -> bool:
        """Whether the block at hand holds nothing."""
        return not self._pieces

    # --- the block at hand ------------------------------------------------------------------

    def add(self, text: str, offset: int, path: str, styles: Styles, omitted: str) -> None:
        """Characters of a text node, which begin at this offset of the file (-1: unknown)."""
        line = bisect_right(self._line_starts, offset) if offset >= 0 else 0
        column = offset - self._line_starts[line - 1] + 1 if line else 0
        for number, segment in enumerate(text.split("\n")):
            if number:
                self.space(styles)
                column = len(segment) - len(segment.lstrip(" \t\r\f")) + 1
            words = _SPACE.sub(" ", segment)
            if words[:1] == " ":
                self.space(styles)
                words = words[1:]
            stripped = words[:-1] if words[-1:] == " " else words
            if stripped and not (self._breaks and stripped.isspace()):
                self._emit(stripped, styles, omitted)
                if line:
                    start = self._at - len(stripped)
                    self._own_places.append(Place(start, line + number, column, path))
            if words[-1:] == " ":
                self.space(styles)

    def add_typed(self, text: str, offset: int, path: str, styles: Styles) -> None:
        """Characters as they stand, line ends and all."""
        if offset >= 0:
            line = bisect_right(self._line_starts, offset)
            column = offset - self._line_starts[line - 1] + 1
            for number, start in enumerate(_line_starts(text)):
                place = Place(self._start() + start, line + number, column, path)
                self._own_places.append(place)
                column = 1
        self._append(TEXT, text, styles, "")

    def space(self, styles: Styles) -> None:
        """White space: one space before the next word of the block."""
        if self._pending is None and self._pieces and not self._breaks:
            self._pending = styles

    def line_break(self) -> bool:
        """One line ends. True when it is the second in a row, which ends the paragraph."""
        if not self._pieces:
            return False
        self._pending = None
        self._breaks += 1
        return self._breaks > 1

    def _emit(self, text: str, styles: Styles, omitted: str) -> None:
        if self._breaks:
            self._pieces[-1].text += "\n"
            self._at += 1
            self._pieces.append(Piece(BREAK, "", self._at, (), ""))
            self._breaks = 0
        elif self._pending is not None:
            self._append(TEXT, " ", self._pending, omitted if self._ends_omitted() else "")
        self._pending = None
        self._append(TEXT, text, styles, omitted)

    def _ends_omitted(self) -> bool:
        return bool(self._pieces and self._pieces[-1].omitted)

    def _start(self) -> int:
        """Where the next character stands in the reading text."""
        if not self._pieces:
            self._at = self.length + (len(self.gap) if self.length else 0)
        return self._at

    def _append(self, kind: str, text: str, styles: Styles, omitted: str) -> None:
        start = self._start()
        last = self._pieces[-1] if self._pieces else None
        if last and last.kind == kind and last.styles == styles and last.omitted == omitted:
            last.text += text
        else:
            self._pieces.append(Piece(kind, text, start, styles, omitted))
        self._at = start + len(text)

    @property
    def position(self) -> int:
        """Where in the reading text the next character will stand, gaps aside."""
        return self._at if self._pieces else self.length

    # --- it ends ----------------------------------------------------------------------------

    def take(self) -> tuple[Inline, ...]:
        """The inlines of the block at hand, which ends; empty when it holds no word. Its text
        is now part of the reading text."""
        return _nest(self._taken(), 0)

    def take_typed(self) -> tuple[Text, ...]:
        """The lines of the block at hand, which ends, as typed: one Text each."""
        lines: list[Text] = []
        for piece in self._taken(typed=True):
            for start in _line_starts(piece.text):
                end = piece.text.find("\n", start) + 1 or len(piece.text)
                first = piece.start + start
                lines.append(Text(piece.text[start:end], Span(first, first + end - start)))
        return tuple(lines)

    def _taken(self, *, typed: bool = False) -> list[Piece]:
        pieces, places = self._pieces, self._own_places
        self._pieces, self._own_places = [], []
        self._pending, self._breaks = None, 0
        text = "".join(piece.text for piece in pieces)
        if _CONTENT.search(text) is None:
            return []
        if self.length:
            self._text.append(self.gap)
        self._text.append(text)
        self.length = self._at
        self.places += places
        for piece in pieces:
            if piece.omitted:
                self.omissions.append((piece.omitted, piece.start, piece.start + len(piece.text)))
        kept = [piece for piece in pieces if not piece.omitted]
        return kept if typed else _trimmed(kept)

    def omitted(self, text: str) -> tuple[Omission, ...]:
        """What was left out; neighbours of one reason as one."""
        merged: list[tuple[str, int, int]] = []
        for reason, start, end in self.omissions:
            if merged and merged[-1][0] == reason and not text[merged[-1][2] : start].strip():
                merged[-1] = (reason, merged[-1][1], end)
            else:
                merged.append((reason, start, end))
        return tuple(
            Omission(FURNITURE, reason, text[start:end], Span(start, end))
            for reason, start, end in merged
            if text[start:end].strip()
        )


def _line_starts(text: str) -> list[int]:
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    return starts[:-1] if starts[-1] == len(text) else starts


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Without white space and breaks at the ends."""
    while pieces and (pieces[0].kind == BREAK or not pieces[0].text.strip()):
        pieces.pop(0)
    while pieces and (pieces[-1].kind == BREAK or not pieces[-1].text.strip()):
        pieces.pop()
    if pieces:
        first = pieces[0].text
        pieces[0].text = first.lstrip()
        pieces[0].start += len(first) - len(pieces[0].text)
        pieces[-1].text = pieces[-1].text.rstrip()
    return pieces if any(_CONTENT.search(piece.text) for piece in pieces) else []


def _nest(pieces: list[Piece], level: int) -> tuple[Inline, ...]:
    """Pieces as inlines, one element deeper each time; styles are few, so this is not deep."""
    inlines: list[Inline] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        end = at + 1
        if len(piece.styles) <= level:
            inlines.append(_leaf(piece))
        else:
            style = piece.styles[level]
            while end < len(pieces) and _holds(pieces, end, level, style):
                end += 1
            inlines.append(_styled(style, pieces[at:end], level))
        at = end
    return tuple(inlines)


def _holds(pieces: list[Piece], at: int, level: int, style: Style) -> bool:
    """Whether a style goes on at a piece; over a break, when it goes on behind."""
    if pieces[at].kind == BREAK:
        if at + 1 < len(pieces) and _holds(pieces, at + 1, level, style):
            pieces[at].styles = pieces[at - 1].styles[: level + 1]
            return True
        return False
    if len(pieces[at].styles) <= level or pieces[at].styles[level] is not style:
        return False
    before = pieces[at - 1]
    return style.kind not in (CODE, NOTE) or before.start + len(before.text) == pieces[at].start


def _styled(style: Style, pieces: list[Piece], level: int) -> Inline:
    if style.kind in (CODE, NOTE):
        text = "".join(piece.text for piece in pieces)
        span = Span(pieces[0].start, pieces[0].start + len(text))
        return Code(text, span) if style.kind == CODE else NoteReference(text, span, style.value)
    children = _nest(pieces, level + 1)
    if style.kind == "link":
        return Link(children, style.value)
    return _CONTAINERS[style.kind](children)


def _leaf(piece: Piece) -> Inline:
    if piece.kind == BREAK:
        return LineBreak()
    return Text(piece.text, Span(piece.start, piece.start + len(piece.text)))
