"""Bytes to text, so that no byte is lost: UTF-8, UTF-16 and UTF-32 with a byte order mark, and
Windows-1252 for what is not UTF-8. A web page may declare another encoding.

docs/decisions/encodings.md has the reasons.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from converter.errors import InputError
from converter.model import Span
from converter.patterns import pattern
from converter.records import record
from converter.sources.declared import PAGES, Declared, declared_by, likely_by_language

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

_UNMARKED_PAGES = {b"<\x00": "utf-16le", b"\x00<": "utf-16be"}
"""A page that begins so is UTF-16 without a mark: its first character is a bracket."""

_FEW = 50
"""A declaration holds when no more than one in so many bytes beyond ASCII is none of it."""
_LAST_ASCII = 0x7F

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

_TOKEN = pattern(rb"(?:" + _SEQUENCE + rb") | (?P<stray>[\x80-\xff])", re.VERBOSE)

_SIGN_OF_UTF_8 = pattern(
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


@record()
class Stray:
    """A piece that is not UTF-8: its first such byte, where that stands in the file (bytes
    from 0), and the piece in the reading text."""

    byte: int
    offset: int
    span: Span


@record()
class Decoded:
    """The reading text, the encoding it was read by, and what in it is not of that encoding.
    For Windows-1252 the one stray is the byte that ruled out UTF-8. ``why`` is the reason for
    an encoding that a page did, or did not, declare; ``sure`` whether it is one."""

    text: str
    encoding: str
    strays: tuple[Stray, ...] = ()
    why: str = ""
    sure: bool = True


def decode(data: bytes, name: str, format: str = "text") -> Decoded:
    """The text of these bytes, without a byte order mark. A byte order mark is believed first,
    then well-formed UTF-8, then what a page declares.

    Raises InputError when the bytes are not what their byte order mark promises.
    """
    unmarked = _UNMARKED_PAGES.get(data[:2], UTF_8) if format in PAGES else UTF_8
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", unmarked))
    body = data[len(mark) :]
    is_page = format in PAGES and not mark and encoding == UTF_8
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != UTF_8:
            raise InputError(_damaged(body, len(mark), encoding, error.start, name)) from error
        declared = _decode_page(body, error.start) if is_page else None
        return declared or _decode_loosely(body, len(mark), error.start)
    return Decoded(text, encoding, why=_overruled(body) if is_page and not text.isascii() else "")


def _overruled(body: bytes) -> str:
    """What a page declares that its bytes are not, since they are UTF-8; empty for nothing."""
    declared = declared_by(body)
    if declared is None or declared.name == UTF_8:
        return ""
    return f"its bytes are UTF-8, though not {declared.why}"


def _decode_page(body: bytes, first: int) -> Decoded | None:
    """A page by what it declares, or by its language; None when its bytes are not that."""
    declared = declared_by(body)
    chosen = declared if declared and declared.name != UTF_8 else None
    chosen = chosen or (likely_by_language(body) if declared is None else None)
    if chosen is None or _is_mostly_utf_8(body):
        return None
    sure = chosen is declared
    if chosen.name == WINDOWS_1252:
        stray = Stray(body[first], first, Span(first, first + 1))
        return Decoded(_windows_1252(body), WINDOWS_1252, (stray,), chosen.why, sure)
    return _decode_as(body, chosen, sure=sure)


def _decode_as(body: bytes, chosen: Declared, *, sure: bool) -> Decoded | None:
    """The text by a declared encoding; a few bytes that are none of it become U+FFFD."""
    try:
        return Decoded(body.decode(chosen.codec), chosen.name, (), chosen.why, sure)
    except UnicodeDecodeError as error:
        first = error.start
    text = body.decode(chosen.codec, "replace")
    lost = text.count("\ufffd")
    if lost * _FEW > sum(byte > _LAST_ASCII for byte in body):
        return None
    at = text.index("\ufffd")
    stray = Stray(body[first], first, Span(at, at + 1))
    return Decoded(text, chosen.name, (stray,) * lost, chosen.why, sure)


def _is_mostly_utf_8(body: bytes) -> bool:
    """Whether nine in ten of the characters beyond ASCII are well-formed UTF-8."""
    tokens = [token["stray"] is None for token in _TOKEN.finditer(body)]
    return sum(tokens) * 10 > len(tokens) * 9


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
