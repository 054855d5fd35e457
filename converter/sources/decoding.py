"""Bytes to text, so that no byte is lost: UTF-8, UTF-16 and UTF-32 with a byte order mark, and
Windows-1252 for what is not UTF-8.

docs/decisions/encodings.md has the reasons.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

from converter.errors import InputError
from converter.model import Span

UTF_8 = "utf-8"
WINDOWS_1252 = "windows-1252"

_MARKS = (
    (codecs.BOM_UTF8, UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32le"),  # begins as UTF-16's does, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
"""Byte order marks (Unicode 16, table 23-6) and what they say."""

_TABLE = "".join(
    bytes((byte,)).decode("cp1252") if byte not in b"\x81\x8d\x8f\x90\x9d" else chr(byte)
    for byte in range(256)
)
"""Windows-1252 as the Encoding Standard has it (WHATWG, index-windows-1252): the five bytes
without a character become the control character of their number, and none is lost."""

_SEQUENCE = rb"""
      [\xc2-\xdf][\x80-\xbf]
    | \xe0[\xa0-\xbf][\x80-\xbf] | [\xe1-\xec\xee\xef][\x80-\xbf]{2} | \xed[\x80-\x9f][\x80-\xbf]
    | \xf0[\x90-\xbf][\x80-\xbf]{2} | [\xf1-\xf3][\x80-\xbf]{3} | \xf4[\x80-\x8f][\x80-\xbf]{2}
"""
"""A well-formed character of more than one byte (Unicode 16, table 3-7)."""

_TOKEN = re.compile(rb"(?:" + _SEQUENCE + rb") | (?P<stray>[\x80-\xff])", re.VERBOSE)

_SIGN_OF_UTF_8 = re.compile(
    rb"""
    [\xc2-\xf0] (?:
        (?<= [\xc2\xc3] ) (?! (?<= [A-Z\xc0-\xde]. ) [\x85\x91-\x97\xa0\xab\xbb] )
            [\x80-\xbf]                                         # accents of the West
      | (?<= \xe2 ) [\x80\x82\x84][\x80-\xbf]                  # curly quotes, dashes, the euro
      | (?<= \xf0 ) \x9f[\x80-\xbf]{2}                         # pictographs
      | (?<= [\xc4-\xdf] ) [\x80-\xbf] [\xc4-\xdf][\x80-\xbf]  # two neighbours: Cyrillic, Greek
      | (?<= [\xe0-\xef] ) [\x80-\xbf]{2} [\xe0-\xef][\x80-\xbf]{2}  # two neighbours: Asia
    )
    """,
    re.VERBOSE,
)
"""Bytes that nobody writes in Windows-1252 (there they read Ã©, â€™, ðŸ˜€, Ð°Ð±). Well-formed
alone proves nothing: the é…” that ends a quotation is, and so is the Ã” of AMANHÃ”, capitals
before a quotation mark, a dash or a space."""


@dataclass(frozen=True, slots=True)
class Stray:
    """A piece that is not UTF-8: its first such byte, where that stands in the file (bytes
    from 0), and the piece in the reading text."""

    byte: int
    offset: int
    span: Span


@dataclass(frozen=True, slots=True)
class Decoded:
    """The reading text, the encoding it was read by, and what in it is not of that encoding.
    For Windows-1252 the one stray is the byte that ruled out UTF-8."""

    text: str
    encoding: str
    strays: tuple[Stray, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of these bytes, without a byte order mark.

    Raises InputError when the bytes are not what their byte order mark promises.
    """
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", UTF_8))
    body = data[len(mark) :]
    try:
        return Decoded(body.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        if encoding == UTF_8:
            return _decode_loosely(body, len(mark), error.start)
        raise InputError(_damaged(body, len(mark), encoding, error.start, name)) from error


def _damaged(body: bytes, before: int, encoding: str, at: int, name: str) -> str:
    text = body[:at].decode(encoding)
    line = 1 + len(re.findall(r"\r\n?|\n", text))
    column = 1 + len(re.split(r"[\r\n]", text)[-1])
    return (
        f"{name}:{line}:{column}: damaged at byte {before + at:,}: its byte order mark says "
        f"{encoding.upper()}, and this is none; save it anew as UTF-8"
    )


def _decode_loosely(body: bytes, before: int, first: int) -> Decoded:
    """Text that is not UTF-8 throughout: Windows-1252, or UTF-8 with pieces of it."""
    if _SIGN_OF_UTF_8.search(body) is None:
        stray = Stray(body[first], before + first, Span(first, first + 1))
        return Decoded(_windows_1252(body), WINDOWS_1252, (stray,))
    pieces: list[str] = []
    strays: list[Stray] = []
    reached = offset = 0
    for raw, text, bad in _pieces(body):
        if bad >= 0:
            span = Span(reached, reached + len(text.rstrip("\r\n")))
            strays.append(Stray(raw[bad], before + offset + bad, span))
        pieces.append(text)
        reached += len(text)
        offset += len(raw)
    return Decoded("".join(pieces), UTF_8, tuple(strays))


def _pieces(body: bytes) -> Iterator[tuple[bytes, str, int]]:
    """The body cut where its encoding changes: the bytes, their text, and the index of the first
    byte that is not UTF-8, or -1.

    A line without a sign of UTF-8 was written in one encoding; one that has it was pasted
    together, and each stray byte stands for itself.
    """
    for line in body.splitlines(keepends=True):
        try:
            yield line, line.decode(UTF_8), -1
        except UnicodeDecodeError as error:
            if _SIGN_OF_UTF_8.search(line):
                yield from _pasted(line)
            else:
                yield line, _windows_1252(line), error.start


def _pasted(line: bytes) -> Iterator[tuple[bytes, str, int]]:
    reached = 0
    for token in _TOKEN.finditer(line):
        if token["stray"] is None:
            continue
        start, end = token.span()
        if start > reached:
            yield line[reached:start], line[reached:start].decode(UTF_8), -1
        yield token.group(), _windows_1252(token.group()), 0
        reached = end
    yield line[reached:], line[reached:].decode(UTF_8), -1


def _windows_1252(data: bytes) -> str:
    return codecs.charmap_decode(data, "strict", _TABLE)[0]
