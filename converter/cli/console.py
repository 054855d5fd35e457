"""What reaches the terminal: data on standard output, all else on standard error, as UTF-8.

A line is made of parts: plain text, or ``(style, text)``. What a document or a file name holds
is cleaned of what would steer a terminal; styles are added after that, and only where a person
sees them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import BinaryIO, TextIO, TypeAlias

from converter.errors import OutputError

Part: TypeAlias = str | tuple[str, str]
Line: TypeAlias = tuple[Part, ...]

STYLES: Mapping[str, str] = {
    "strong": "1",
    "faint": "2",
    "bad": "31",
    "warning": "33",
    "good": "32",
}
"""Few, and of the eight colours that every terminal lets its owner choose (ECMA-48, 8.3.117)."""

NARROWEST, WIDEST, USUAL = 40, 100, 80
"""Columns: below the first nothing can be laid out, above the second lines are hard to read;
the third is for a stream that is no terminal."""

_UNSEEN = [
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
]
_CLEAN = {code: ascii(chr(code))[1:-1] for code in _UNSEEN if chr(code) not in "\t\n"}
"""Control characters, and those that turn the direction of writing: shown by their numbers."""


def clean(text: str) -> str:
    """The text with every character that steers a terminal made visible.

    >>> clean("red \\x1b[31m")
    'red \\\\x1b[31m'
    """
    return text.translate(_CLEAN)


def cut(text: str, columns: int) -> str:
    """The text, no wider than this many columns of a terminal, but never less than eight.

    >>> cut("a long sentence", 9)
    'a long s…'
    >>> cut("日本語の文章", 9)
    '日本語の…'
    """
    from unicodedata import combining, east_asian_width

    columns = max(columns, 8)
    width = fits = 0
    for index, character in enumerate(text, 1):
        width += 0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        if width < columns:
            fits = index
        if width > columns:
            return text[:fits] + "…"
    return text


class Stream:
    """One of the two ways out. ``is_terminal`` says whether a person sees it at once."""

    def __init__(self, raw: BinaryIO, *, is_terminal: bool, colours: bool) -> None:
        self._raw = raw
        self.is_terminal = is_terminal
        self.colours = colours

    @property
    def columns(self) -> int:
        """The width to lay out for."""
        if not self.is_terminal:
            return USUAL
        try:
            columns = os.get_terminal_size(self._raw.fileno()).columns
        except OSError:
            columns = USUAL
        return max(NARROWEST, min(columns or USUAL, WIDEST))

    def bytes(self, data: bytes) -> None:
        """Write these bytes as they are, at once. Raises OutputError when they find no room."""
        try:
            self._raw.write(data)
            self._raw.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise OutputError(f"the output cannot be written ({reason}); make room") from error

    def line(self, *parts: Part) -> None:
        """Write one line."""
        self.lines([parts])

    def lines(self, lines: Iterable[Line]) -> None:
        """Write lines."""
        self.bytes(self.rendered(lines).encode("utf-8", "backslashreplace"))

    def rendered(self, lines: Iterable[Line]) -> str:
        """The characters of these lines as this stream shows them."""
        return "".join("".join(map(self._part, line)) + "\n" for line in lines)

    def _part(self, part: Part) -> str:
        if isinstance(part, str):
            return clean(part)
        style, text = part
        if not self.colours or not text:
            return clean(text)
        return f"\x1b[{STYLES[style]}m{clean(text)}\x1b[0m"


class Console:
    """Both ways out, and how much of what we do is told."""

    def __init__(
        self, *, quiet: bool = False, verbose: bool = False, no_color: bool = False
    ) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self.out = _stream(sys.stdout, no_color=no_color)
        self.err = _stream(sys.stderr, no_color=no_color)

    def say(self, *parts: Part) -> None:
        """Tell something on standard error, unless asked to be quiet."""
        if not self.quiet:
            self.err.line(*parts)


def _stream(stream: TextIO | None, *, no_color: bool) -> Stream:
    if stream is None:  # closed before we were started: what goes there is lost
        return Stream(BytesIO(), is_terminal=False, colours=False)
    is_terminal = stream.isatty()
    colours = is_terminal and _wants_colours(no_color)
    return Stream(stream.buffer, is_terminal=is_terminal, colours=colours)


def _wants_colours(no_color: bool) -> bool:
    """https://no-color.org : any value but an empty one says no."""
    return not (no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb")
