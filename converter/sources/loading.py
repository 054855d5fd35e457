"""Bytes to a SourceFile: the reading text, its lines, and the refusal of what is no text."""

from __future__ import annotations

from hashlib import sha256
from itertools import pairwise

from converter.errors import InputError
from converter.model import SourceFile
from converter.patterns import pattern
from converter.sources.decoding import decode
from converter.sources.limits import DEFAULTS, Limits

_LINE_END = pattern(r"\r\n?|\n")
"""What ends a line for its number: what editors, compilers and version control count. Form
feed, vertical tab, U+0085, U+2028 and U+2029 are white space within a line."""

_CONTROL = pattern(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
"""Characters that text does not hold. Bell, backspace and escape are those of a terminal's
recording, which is text."""

_CONTROL_SHARE = 1 / 50
"""A larger share of them, and it is no text. Prose has none, old wire copy a few to a page;
compressed data has 1 in 10, UTF-16 read as bytes every other."""


def load(data: bytes, name: str, format: str, limits: Limits = DEFAULTS) -> SourceFile:
    """The source file of these bytes. ``name`` is what messages call it, ``format`` the name
    of its reader. ``notices`` tells how it was decoded.

    Raises InputError when there is no text in it, when it is damaged, or over a limit.
    """
    limits.check_size(len(data), name)
    decoded = decode(data, name, format)
    text = decoded.text
    _check_text(text, name)
    return SourceFile(
        name=name,
        format=format,
        sha256=sha256(data).hexdigest(),
        characters=len(text),
        encoding=decoded.encoding,
        text=text,
        line_starts=_line_starts(text, name, limits),
        data=data,
    )


def seal(data: bytes, name: str, format: str, limits: Limits = DEFAULTS) -> SourceFile:
    """The source file of bytes that are no text: its reader will put the reading text together.

    Raises InputError when there are none, or too many.
    """
    limits.check_size(len(data), name)
    if not data:
        raise InputError(f"{name}: the file is empty; give one with text in it")
    return SourceFile(name, format, sha256(data).hexdigest(), 0, data=data)


def _check_text(text: str, name: str) -> None:
    if not text:
        raise InputError(f"{name}: the file is empty; give one with text in it")
    if text.isspace():
        raise InputError(f"{name}: the file holds only white space; give one with text in it")
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if controls > _CONTROL_SHARE * len(text):
        raise InputError(
            f"{name}: {controls:,} of its {len(text):,} characters are control characters, so "
            "it is no text; check that it is the file you mean, or save it as UTF-8 text"
        )


def _line_starts(text: str, name: str, limits: Limits) -> tuple[int, ...]:
    lines = 1 + text.count("\n") + text.count("\r") - text.count("\r\n")
    limits.check_lines(lines, name)
    starts = (0, *[end.end() for end in _LINE_END.finditer(text)])
    for line, (start, end) in enumerate(pairwise((*starts, len(text))), start=1):
        if end - start > limits.max_line_length:
            limits.check_line(len(text[start:end].rstrip("\r\n")), line, name)
    return starts
