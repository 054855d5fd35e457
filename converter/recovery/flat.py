"""The words of a block as one string, with the way back into the reading text. Shared floor."""

from __future__ import annotations

from bisect import bisect_right

from converter.model import Inline, Paragraph, Span, Text, extent, leaves, split_inlines
from converter.records import record, replace


@record()
class Flat:
    """``text`` is the leaves' characters joined; ``starts`` and ``offsets`` say where each leaf
    begins in it and in the reading text (-1 for a generated leaf)."""

    text: str
    starts: tuple[int, ...]
    offsets: tuple[int, ...]

    def offset(self, index: int) -> int:
        """The offset in the reading text of the character at ``index``."""
        leaf = bisect_right(self.starts, index) - 1
        return self.offsets[leaf] + index - self.starts[leaf]


def flatten(inlines: tuple[Inline, ...]) -> Flat:
    """The leaves of these inlines as one string. A LineBreak counts as nothing."""
    if len(inlines) == 1 and isinstance(inlines[0], Text) and inlines[0].span is not None:
        return Flat(inlines[0].text, (0,), (inlines[0].span.start,))
    texts, starts, offsets = [], [], []
    length = 0
    for leaf in leaves(inlines):
        texts.append(leaf.text)
        starts.append(length)
        offsets.append(leaf.span.start if leaf.span is not None else -1)
        length += len(leaf.text)
    return Flat("".join(texts), tuple(starts) or (0,), tuple(offsets) or (-1,))


def start_of(block: Paragraph) -> int:
    """Where a paragraph that holds words begins, an escape before its first letter included."""
    span = extent(block)
    assert span is not None
    return span.start


def part(block: Paragraph, start: int, end: int) -> Paragraph:
    """The part of a paragraph between two offsets of the reading text, without the white space
    at its ends; its markup goes with it."""
    inlines = _cut(block.inlines, start, end)
    markup = tuple(span for span in block.markup if start <= span.start < end)
    return replace(block, inlines=_trim(inlines), markup=markup)


def _cut(inlines: tuple[Inline, ...], start: int, end: int) -> tuple[Inline, ...]:
    only = inlines[0] if len(inlines) == 1 else None
    if isinstance(only, Text) and only.span is not None:  # by one slice, however long the text
        own = Span(max(start, only.span.start), min(end, only.span.end))
        return (Text(only.text[own.start - only.span.start : own.end - only.span.start], own),)
    _, inlines = split_inlines(inlines, start)
    inlines, _ = split_inlines(inlines, end)
    return inlines


def _trim(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    kept = list(inlines)
    while kept and isinstance(kept[0], Text) and not kept[0].text.strip():
        kept.pop(0)
    while kept and isinstance(kept[-1], Text) and not kept[-1].text.strip():
        kept.pop()
    if kept and isinstance(kept[0], Text) and kept[0].span is not None:
        text = kept[0].text.lstrip()
        kept[0] = Text(text, Span(kept[0].span.end - len(text), kept[0].span.end))
    if kept and isinstance(kept[-1], Text) and kept[-1].span is not None:
        text = kept[-1].text.rstrip()
        kept[-1] = Text(text, Span(kept[-1].span.start, kept[-1].span.start + len(text)))
    return tuple(kept)
