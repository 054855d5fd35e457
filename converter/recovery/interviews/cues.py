"""Captions in plain text (SubRip, WebVTT, and what meeting programs export): a count, a line of
times with an arrow, the words. The count and the times are structure, and the lines of one
sentence are one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import (
    INFO,
    Block,
    BulletList,
    Document,
    Evidence,
    Inline,
    Markup,
    Notice,
    Omission,
    Paragraph,
    Provenance,
    Span,
    extent,
    join_texts,
    line_end_between,
    split_inlines,
    text_of,
)
from converter.patterns import pattern
from converter.records import mutable_record, replace
from converter.recovery.interviews.kin import looks_like_name
from converter.recovery.words import ends_sentence
from converter.schemas import ArticleSchema

RULE = "caption-cue"
_EVIDENCE = Evidence("times with an arrow", 4.0, "two lines or more hold nothing but such times")
_NAMED = Evidence("a name above the words", 1.0, "the first line of nearly every cue is a name")
_CONFIDENCE = 0.97
_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}"
_ARROW = pattern(rf"(?P<times>{_CLOCK}\s*-->\s*{_CLOCK})(?:[ \t]+[a-z]+:\S+)*\Z")
_COUNT = pattern(r"\d{1,6}\Z")
_FILE_MARK = pattern(r"WEBVTT\b.{0,80}\Z")
_VOICE = pattern(r"<v[ .]|>>|[-–—]|\[|[^\W\d_][^:\n]{0,40}[:：]\s")
"""What begins the words of another speaker."""
_VOICE_END = "</v>"
_REASON = "words of a caption file to the program that shows it"
_MIN_CUES = 2
_MOSTLY = 0.8
_LONGEST = 600
"""Code points of a paragraph; machines write down speech without full stops."""
_HOLDS = (Paragraph, BulletList)
"""What the words of a cue are read as; hyphens before them part two speakers."""


@mutable_record
class _Cue:
    """The marks of one cue, what is left out of them, the blocks that held both, and the blocks
    of words that belong to it."""

    marks: Markup
    left_out: tuple[Omission, ...]
    head: tuple[Block, ...]
    lines: list[Block]


def recover_cues(document: Document, schema: ArticleSchema) -> Document:
    """Make paragraphs of captions; their counts and times become markup."""
    text = document.source.text
    arrows = [i for i, block in enumerate(document.blocks) if _is_line(block, _ARROW)]
    if len(arrows) < _MIN_CUES:
        return document
    first, cues = _cues(document.blocks, arrows)
    held = sum(not cue.head for cue in cues)
    if not held:
        return document
    blocks = [*document.blocks[:first]]
    named = _are_named(cues, text)
    for cue in cues:
        _add(blocks, cue, text, named)
    where = extent(document.blocks[arrows[0]])
    message = f"took the counts and times of {held} captions as structure"
    return replace(
        document,
        blocks=tuple(blocks),
        omissions=document.omissions + tuple(item for cue in cues for item in cue.left_out),
        notices=(*document.notices, Notice("C303", INFO, message, where)),
    )


def is_name(block: Block) -> bool:
    """Whether a block is the line above the words of a cue that says who speaks."""
    own = getattr(block, "provenance", None)
    return own is not None and own.rule == RULE and _NAMED in own.evidence


def _is_line(block: Block, pattern: re.Pattern[str]) -> bool:
    return isinstance(block, Paragraph) and pattern.match(text_of(block)) is not None


def _cues(blocks: Sequence[Block], arrows: Sequence[int]) -> tuple[int, list[_Cue]]:
    """Where the captions begin, and each with its blocks, those up to the next one's."""
    starts = [at - 1 if at and _is_line(blocks[at - 1], _COUNT) else at for at in arrows]
    if starts[0] == 1 and _is_line(blocks[0], _FILE_MARK):
        starts[0] = 0
    cues = []
    for start, at, end in zip(starts, arrows, [*starts[1:], len(blocks)], strict=True):
        head = tuple(blocks[start : at + 1])
        lines = list(blocks[at + 1 : end])
        if lines and isinstance(lines[0], _HOLDS):
            cues.append(_Cue(*_marks(head), (), lines))
        else:
            cues.append(_Cue((), (), head, lines))
    return starts[0], cues


def _marks(head: Sequence[Block]) -> tuple[Markup, tuple[Omission, ...]]:
    """The counts and times of a cue, and its words to the program that shows it."""
    marks: list[Span] = []
    left_out: list[Omission] = []
    for block in head:
        span, text = extent(block), text_of(block)
        assert span is not None
        times = _ARROW.match(text)
        cut = times.end("times") if times is not None else len(text) * text.isdigit()
        if cut:
            marks.append(Span(span.start, span.start + cut))
        if rest := text[cut:].strip():
            left_out.append(Omission("debris", _REASON, rest, Span(span.end - len(rest), span.end)))
    return tuple(marks), tuple(left_out)


def _are_named(cues: Sequence[_Cue], text: str) -> bool:
    """Whether nearly every cue has a name alone on its first line."""
    names = [
        text_of(cue.lines[0])
        for cue in cues
        if len(cue.lines) > 1 and _touch(cue.lines[0], cue.lines[1], text)
    ]
    fitting = [name for name in names if looks_like_name(name) and not ends_sentence(name)]
    return len(fitting) >= _MOSTLY * len(cues) and len(set(fitting)) < len(fitting)


def _touch(first: Block, second: Block, text: str) -> bool:
    """Whether two paragraphs are lines right below one another."""
    left, right = extent(first), extent(second)
    if not (isinstance(first, Paragraph) and isinstance(second, Paragraph) and left and right):
        return False
    gap = text[left.end : right.start]
    return not gap.strip() and gap.replace("\r\n", "\n").count("\n") <= 1


def _add(blocks: list[Block], cue: _Cue, text: str, named: bool) -> None:
    """Put the words of a cue behind these blocks, or into the last of them, where its sentence
    goes on."""
    lines = [_without_end(line, text) for line in cue.lines]
    if cue.head:  # a cue without words stays as it was read
        blocks += [*cue.head, *lines]
        return
    first, *more = lines
    assert isinstance(first, _HOLDS)
    first = replace(first, markup=cue.marks + first.markup)
    if named and isinstance(first, Paragraph):
        blocks.append(_held(first, _NAMED))
        if more:
            blocks.append(_held(more.pop(0), _EVIDENCE))
    elif blocks and _goes_on(blocks[-1], first):
        blocks[-1] = _joined(blocks[-1], first, text)
    else:
        blocks.append(_held(first, _EVIDENCE))
    for line in more:
        if _touch(blocks[-1], line, text) and _takes(blocks[-1]) and _is_more(line):
            blocks[-1] = _joined(blocks[-1], line, text)
        else:
            blocks.append(_held(line, _EVIDENCE))


def _held(block: Block, sign: Evidence) -> Block:
    if not isinstance(block, Paragraph):
        return block
    signs = (_EVIDENCE,) if sign is _EVIDENCE else (_EVIDENCE, sign)
    return replace(block, provenance=Provenance(RULE, _CONFIDENCE, signs, "paragraphs"))


def _without_end(block: Block, text: str) -> Block:
    """The line without the mark that ends a voice."""
    if not isinstance(block, Paragraph) or not text_of(block).endswith(_VOICE_END):
        return block
    span = extent(block)
    assert span is not None
    cut = span.end - len(_VOICE_END)
    inlines, _ = split_inlines(block.inlines, cut)
    if not inlines or text[cut : span.end] != _VOICE_END:
        return block
    return replace(block, inlines=inlines, markup=(*block.markup, Span(cut, span.end)))


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a sentence runs from one cue into the next."""
    own = getattr(above, "provenance", None)
    return (
        own is not None
        and own.rule == RULE
        and not is_name(above)
        and not ends_sentence(text_of(above))
        and _takes(above)
        and _is_more(below)
    )


def _takes(above: Block) -> bool:
    return isinstance(above, Paragraph) and len(text_of(above)) < _LONGEST


def _is_more(block: Block) -> bool:
    """Whether a line can go on with what the line above it says."""
    return isinstance(block, Paragraph) and _VOICE.match(text_of(block)) is None


def _joined(first: Block, second: Block, text: str) -> Block:
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    left, right = extent(*first.inlines), extent(*second.inlines)
    assert left is not None
    assert right is not None
    end = max([left.end, *(span.end for span in first.markup)])
    inlines: list[Inline] = [*first.inlines, line_end_between(text, end, right.start)]
    return replace(
        first,
        inlines=join_texts([*inlines, *second.inlines]),
        markup=first.markup + second.markup,
    )
