"""Code without a fence: the lines from one that opens a bracket at its end to the one that closes
it, most of them of a form that no sentence has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from converter.model import (
    Block,
    CodeBlock,
    Document,
    Evidence,
    Paragraph,
    Provenance,
    Span,
    Text,
    extent,
    text_of,
)
from converter.patterns import pattern
from converter.records import replace
from converter.schemas import ArticleSchema

RULE = "code-without-a-fence"
SIGNS = {
    "brackets over lines": (
        2.0,
        "a line opens a bracket at its end, and a later one closes it at its start",
    ),
    "lines of code": (2.0, "most lines end as no sentence does"),
}
_CONFIDENCE = 0.9
_MIN_LINES = 3
_MOSTLY = 0.8
"""The share of lines that must be of code."""
_PAIRS = {"{": "}", "[": "]", "(": ")"}
_CLOSING = pattern(r"[}\])]+")
_OF_CODE = pattern(r"[{}\[\]();,=<>]\Z|\A\.{3}\Z|\A(?://|/\*|\*|#)|\A[\w\"'$.-]+\s*[:=]\s*\S+\Z")


def recover_code(document: Document, schema: ArticleSchema) -> Document:
    """Make a code block of lines that a pair of brackets holds together."""
    runs = _runs(document.blocks)
    if not runs:
        return document
    blocks: list[Block] = []
    at = 0
    for start, end in runs:
        code = _code(document.blocks[start:end], document.source.text)
        if start >= at and code is not None:
            blocks += (*document.blocks[at:start], code)
            at = end
    return replace(document, blocks=(*blocks, *document.blocks[at:]))


def _runs(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Where lines stand between a bracket that ends a line and the one that closes it: the
    outermost such pairs, in order."""
    open_: list[tuple[int, str]] = []
    found: list[tuple[int, int]] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            open_.clear()
            continue
        text = text_of(block).strip()
        closing = _CLOSING.match(text)
        for sign in closing.group() if closing else "":
            if open_ and _PAIRS[open_[-1][1]] == sign:
                start, _ = open_.pop()
                while found and found[-1][0] >= start:
                    found.pop()
                found.append((start, at + 1))
        if text and text[-1] in _PAIRS:
            open_.append((at, text[-1]))
    return found


def _code(lines: Sequence[Block], text: str) -> CodeBlock | None:
    """The code that these lines are; None where they are none."""
    like = sum(_OF_CODE.search(text_of(line).strip()) is not None for line in lines)
    span = extent(*lines)
    if span is None or len(lines) < _MIN_LINES or like < _MOSTLY * len(lines):
        return None
    start = text.rfind("\n", 0, span.start) + 1
    start = start if text[start : span.start].isspace() else span.start
    signs = tuple(Evidence(name, weight, "") for name, (weight, _) in SIGNS.items())
    because = Provenance(RULE, _CONFIDENCE, signs, "paragraphs")
    typed = text[start : span.end].splitlines(keepends=True)
    ends = accumulate(map(len, typed), initial=start)
    code = tuple(
        Text(line, Span(at, at + len(line))) for line, at in zip(typed, ends, strict=False)
    )
    return CodeBlock(code, provenance=because)
