"""A picture in a file: its bytes, in hexadecimal or as they are, and the words that stand for
it. RTF 1.9.1, "Pictures"."""

from __future__ import annotations

from binascii import unhexlify

from converter.patterns import pattern
from converter.readers.rtf.groups import inner_groups, own_tokens, text_of
from converter.readers.rtf.tokens import BINARY, BYTES

_NO_DIGIT = pattern(rb"[^0-9a-fA-F]+")
_ALT = pattern(rb"\\sn\s{0,9}wzDescription\s{0,9}\}\s{0,9}\{\\sv\s")


def picture_in(data: bytes, start: int, end: int) -> bytes:
    """The bytes of a picture's group; none when it holds none."""
    digits: list[bytes] = []
    for token in own_tokens(data, start, end):
        if token.kind == BINARY and token.data:
            return token.data
        if token.kind == BYTES:
            digits.append(_NO_DIGIT.sub(b"", token.data))
    joined = b"".join(digits)
    return unhexlify(joined[: len(joined) & ~1])


def words_for(data: bytes, start: int, end: int, page: int) -> str:
    """What a picture shows, in words, when somebody wrote it."""
    for first, last in inner_groups(data, start, end):
        found = _ALT.search(data, first, last)
        if found:
            close = data.find(b"}", found.end(), last)
            text = text_of(data, found.end(), close if close >= 0 else last, page)
            return " ".join(text.split())
    return ""
