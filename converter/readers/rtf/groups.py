"""Small groups at the head of a file, read one by one: their words, their characters, and the
groups in them."""

from __future__ import annotations

from collections.abc import Iterator

from converter.readers.rtf.codepages import codec_of
from converter.readers.rtf.tokens import BYTES, CLOSE, HEX, OPEN, SYMBOL, WORD, Token, tokens

_ESCAPED = frozenset("\\{}")


def inner_groups(data: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the groups directly in a range begin and end, without their braces."""
    depth, first = 0, 0
    for token in tokens(data, start, end):
        if token.kind == OPEN:
            depth += 1
            if depth == 1:
                first = token.end
        elif token.kind == CLOSE and depth:
            depth -= 1
            if not depth:
                yield first, token.start
    if depth:
        yield first, end


def own_tokens(data: bytes, start: int, end: int) -> Iterator[Token]:
    """The tokens of a range that stand in no group in it."""
    depth = 0
    for token in tokens(data, start, end):
        if token.kind in (OPEN, CLOSE):
            depth = max(0, depth + (1 if token.kind == OPEN else -1))
        elif not depth:
            yield token


def words_of(data: bytes, start: int, end: int) -> dict[str, int | None]:
    """The control words of a range, outside of groups in it, with their numbers; the last of
    each counts."""
    return {
        token.word: token.number for token in own_tokens(data, start, end) if token.kind == WORD
    }


def text_of(data: bytes, start: int, end: int, page: int, *, deep: bool = False) -> str:
    """The characters of a range, in this code page; ``deep`` takes those of groups in it too."""
    codec = codec_of(page) or "latin-1"
    parts: list[str] = []
    pending = bytearray()
    skip, replaced = 1, 0
    found = tokens(data, start, end) if deep else own_tokens(data, start, end)
    for token in found:
        if token.kind in (BYTES, HEX):
            kept = token.data[replaced:]
            replaced = max(0, replaced - len(token.data))
            pending += kept
            continue
        if pending:
            parts.append(pending.decode(codec, "replace"))
            pending.clear()
        replaced = 0
        if token.kind == SYMBOL and token.word in _ESCAPED:
            parts.append(token.word)
        elif token.kind == SYMBOL and token.word == "~":
            parts.append("\u00a0")
        elif token.word == "uc" and token.number is not None:
            skip = max(0, token.number)
        elif token.word == "u" and token.kind == WORD and token.number is not None:
            parts.append(chr(token.number & 0xFFFF))
            replaced = skip
    parts.append(pending.decode(codec, "replace"))
    return "".join(parts).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
