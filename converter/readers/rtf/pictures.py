"""Pictures in a file: their bytes, in hexadecimal or as they are, and the words that stand for
them. RTF 1.9.1, "Pictures"."""

from __future__ import annotations

from binascii import unhexlify

from converter.patterns import pattern
from converter.readers.rtf.groups import inner_groups, own_tokens, text_of
from converter.readers.rtf.tokens import BINARY, BYTES
from converter.records import field, mutable_record

_NO_DIGIT = pattern(rb"[^0-9a-fA-F]+")
_ALT = pattern(rb"\\sn\s{0,9}wzDescription\s{0,9}\}\s{0,9}\{\\sv\s")


@mutable_record
class Pictures:
    """The pictures that were met, by a name that the reader gave each."""

    kept: dict[str, bytes] = field(default_factory=dict)
    count: int = 0

    def add(self, data: bytes) -> str:
        """Keep the bytes of a picture; its name."""
        self.count += 1
        name = f"picture {self.count}"
        self.kept[name] = data
        return name

    def has(self, part: str) -> bool:
        """Whether there is one of this name."""
        return part in self.kept

    def size(self, part: str) -> int:
        """Its bytes."""
        return len(self.kept.get(part, b""))

    def is_bomb(self, part: str) -> bool:
        """Never: it is as large as it stands there."""
        return False

    def read(self, part: str) -> bytes:
        """Its bytes, which are given away."""
        return self.kept.pop(part, b"")


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
