"""Bare addresses in words become links (GitHub Flavored Markdown 6.9, without mail addresses)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from converter.model import Inline, Link, Span, Text
from converter.patterns import pattern

_ADDRESS = pattern(r"(?<![\w/.@:-])(?:https?://|www\.)[^\s<>]+", re.IGNORECASE)
_TRAILING = "?!.,:;*_~'\"’”»"
"""What ends a sentence, not an address."""
_MIN_HOST = pattern(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)


def linked(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The inlines with a Link for each bare address in their texts."""
    made: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and ("://" in inline.text or "www." in inline.text.lower()):
            made += _split(inline)
        else:
            made.append(inline)
    return tuple(made)


def _split(text: Text) -> Iterable[Inline]:
    at = 0
    for match in _ADDRESS.finditer(text.text):
        end = _end(text.text, *match.span())
        if _MIN_HOST.match(text.text, match.start(), end) is None:
            continue
        if match.start() > at:
            yield _part(text, at, match.start())
        address = text.text[match.start() : end]
        url = address if "://" in address else f"http://{address}"
        yield Link((_part(text, match.start(), end),), url)
        at = end
    if at < len(text.text):
        yield _part(text, at, len(text.text))


def _end(text: str, start: int, end: int) -> int:
    """The end of an address without the marks of the sentence round it."""
    unmatched = text.count(")", start, end) - text.count("(", start, end)
    while end > start:
        last = text[end - 1]
        if last == ")" and unmatched > 0:
            unmatched -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def _part(text: Text, start: int, end: int) -> Text:
    assert text.span is not None
    span = Span(text.span.start + start, text.span.start + end)
    return Text(text.text[start:end], span)
