"""Stanzas and addresses: short lines that stand together, group by group, are one paragraph each
with their line breaks."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import (
    Block,
    Document,
    Evidence,
    Inline,
    LineBreak,
    Paragraph,
    Provenance,
    extent,
    text_of,
)
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.words import first_letter, last_mark
from converter.schemas import ArticleSchema

RULE = "lines-of-a-stanza"
SIGNS = {
    "groups of short lines": (2.0, "an empty line parts the groups, and none stands inside one"),
    "lines go on": (2.0, "a third of them, or more, begin in lower case"),
    "three lines or more in each": (1.5, "as many in each group, give or take one; few end"),
}
_CONFIDENCE = 0.85
_MAX_LINE = 60
"""Code points; a longer line is a paragraph, or was broken at a width."""
_MIN_GROUPS, _MIN_LINES, _MANY_LINES, _MAX_LINES = 2, 2, 3, 24
_GOING_ON = 1 / 3
"""The share of lines, the first of each group aside, that begin in lower case in verse."""
_FEW_STOPS, _MOST_STOPS = 0.34, 0.75
"""The share of lines that end a sentence, in addresses and in verse; where more do, they are
paragraphs."""
_LABEL = pattern(r"[^:：]{1,30}[:：](?:\s|\Z)")
_NO_VERSE = pattern(r"\d{1,2}[.:h]\s?\d\d\b|[|¦\t]|\S {2,}\S|\.{4}|[-–—•*]")
"""What a schedule, a table and a list have in their lines, or before them."""
_LINE_ENDS = pattern(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

_Group = tuple[int, int]
"""The index of its first line, and the index after its last."""


def recover_stanzas(document: Document, schema: ArticleSchema) -> Document:
    """Join the lines of each stanza, or of each address, of several."""
    text = document.source.text
    blocks: list[Block] = []
    at = 0
    for groups in _sequences(document.blocks, text):
        signs = _signs(document.blocks, groups)
        if signs:
            for start, end in groups:
                blocks += (*document.blocks[at:start], _joined(document.blocks[start:end], signs))
                at = end
    return replace(document, blocks=(*blocks, *document.blocks[at:])) if blocks else document


# --- which lines ------------------------------------------------------------------------------


def _sequences(blocks: Sequence[Block], text: str) -> list[list[_Group]]:
    """Groups of short lines with an empty line on either side, and those that follow at once."""
    found: list[list[_Group]] = []
    at = 0
    while at < len(blocks):
        end = at + 1
        while end < len(blocks) and _lines_between(blocks[end - 1], blocks[end], text) == 1:
            end += 1
        if _is_group(blocks[at:end]):
            if found and found[-1][-1][1] == at:
                found[-1].append((at, end))
            else:
                found.append([(at, end)])
        at = end
    return [groups for groups in found if len(groups) >= _MIN_GROUPS]


def _lines_between(first: Block, second: Block, text: str) -> int:
    left, right = extent(first), extent(second)
    if left is None or right is None:
        return 0
    return len(_LINE_ENDS.findall(text, left.end, right.start))


def _is_group(blocks: Sequence[Block]) -> bool:
    return _MIN_LINES <= len(blocks) <= _MAX_LINES and all(map(_is_line, blocks))


def _is_line(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.role or block.provenance or block.markup:
        return False
    text = text_of(block)
    return (
        len(text) <= _MAX_LINE
        and "\n" not in text
        and not _LABEL.match(text)
        and not _NO_VERSE.search(text)
    )


def _signs(blocks: Sequence[Block], groups: Sequence[_Group]) -> tuple[Evidence, ...]:
    """Why these groups are stanzas or addresses; empty when nothing says so."""
    lines = [text_of(block) for start, end in groups for block in blocks[start:end]]
    later = [text_of(block) for start, end in groups for block in blocks[start + 1 : end]]
    sizes = [end - start for start, end in groups]
    stops = sum(last_mark(line) in ".!?…" for line in lines)
    going_on = sum(first_letter(line).islower() for line in later)
    if stops <= _MOST_STOPS * len(lines) and going_on >= _GOING_ON * len(later):
        name = "lines go on"
    elif (
        stops <= _FEW_STOPS * len(lines)
        and min(sizes) >= _MANY_LINES
        and max(sizes) - min(sizes) <= 1
    ):
        name = "three lines or more in each"
    else:
        return ()
    return tuple(Evidence(sign, *SIGNS[sign]) for sign in ("groups of short lines", name))


# --- what they become -------------------------------------------------------------------------


def _joined(blocks: Sequence[Block], signs: tuple[Evidence, ...]) -> Paragraph:
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    inlines: list[Inline] = [*lines[0].inlines]
    for line in lines[1:]:
        inlines += (LineBreak(), *line.inlines)
    because = Provenance(RULE, _CONFIDENCE, signs, "paragraphs")
    return replace(lines[0], inlines=tuple(inlines), provenance=because)
