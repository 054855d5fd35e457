"""The tokens of an RTF file: groups, control words, characters. RTF 1.9.1, "Conventions of an RTF
Reader"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from converter.patterns import pattern

OPEN, CLOSE, WORD, SYMBOL, BYTES, HEX, BINARY = "{", "}", "word", "symbol", "bytes", "hex", "bin"

_TOKEN = pattern(
    rb"""
      \\ (?P<word> [a-zA-Z]{1,32} ) (?P<number> -?\d{1,10} )? \x20?
    | \\ ' (?P<hex> [0-9a-fA-F]{2} )
    | \\ (?P<symbol> [^a-zA-Z] )
    | (?P<brace> [{}] )
    | [\r\n\x00]+                              # sets the file out, and says nothing
    | (?P<bytes> [^\\{}\r\n\x00]+ )
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A control word with its number, a control symbol, characters, or a brace; ``start`` and
    ``end`` are byte offsets in the file."""

    kind: str
    word: str
    number: int | None
    data: bytes
    start: int
    end: int


def tokens(data: bytes, start: int, end: int) -> Iterator[Token]:
    """The tokens between two offsets. A backslash at the end, and what cannot be a token, is
    passed over; ``\\bin`` takes its bytes along, whatever they are."""
    match = _TOKEN.match
    while start < end:
        found = match(data, start, end)
        if found is None:
            start += 1
            continue
        first, start = start, found.end()
        kind = found.lastgroup
        if kind in ("word", "number"):
            word = found["word"].decode("ascii")
            number = int(found["number"]) if found["number"] is not None else None
            if word == "bin":
                start += max(0, min(number or 0, end - start))
                yield Token(BINARY, word, number, data[found.end() : start], first, start)
            else:
                yield Token(WORD, word, number, b"", first, start)
        elif kind == "bytes":
            yield Token(BYTES, "", None, found["bytes"], first, start)
        elif kind == "hex":
            yield Token(HEX, "", None, bytes.fromhex(found["hex"].decode("ascii")), first, start)
        elif kind == "brace":
            yield Token(OPEN if found["brace"] == b"{" else CLOSE, "", None, b"", first, start)
        elif kind == "symbol":
            yield Token(SYMBOL, found["symbol"].decode("latin-1"), None, b"", first, start)
