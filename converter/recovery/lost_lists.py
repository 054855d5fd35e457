"""Lists that lost their bullets: a colon, then lines of one form, none of them a sentence that
stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import (
    Block,
    BulletList,
    Document,
    Evidence,
    LineBreak,
    ListItem,
    Paragraph,
    Provenance,
    extent,
    text_of,
    walk,
)
from converter.recovery.evidence import confidence, median, total
from converter.recovery.words import first_letter, last_mark
from converter.schemas import ArticleSchema

RULE = "list-without-bullets"
WEIGHTS = {
    "announced by a colon": (1.5, "the paragraph before ends in one"),
    "three lines or more": (1.0, ""),
    "five lines or more": (0.5, ""),
    "end alike": (1.0, "all lines end in the same kind of mark, the last one aside"),
    "end in semicolons": (1.5, "lines of a list go on"),
    "begin in lower case": (1.5, "the sentence before the colon goes on"),
    "short lines": (1.0, "twelve words or fewer"),
    "sentences": (-2.0, "lines that end in full stops may be paragraphs"),
    "questions": (-2.0, "questions are answered, not listed"),
    "labels": (-2.0, "keys and values, or speakers"),
    "running text follows at once": (-1.0, "the last line may be its heading"),
}
"""Evidence that lines are the items of a list; its sum must reach THRESHOLD."""
THRESHOLD = 4.0
_MAX_WORDS = 40
_SHORT = 12
_MIN_ITEMS = 3


def recover_lost_lists(document: Document, schema: ArticleSchema) -> Document:
    """Make a list of the lines after a colon, where they prove to be items."""
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        block = document.blocks[at]
        blocks.append(block)
        at += 1
        if not (isinstance(block, Paragraph) and last_mark(text_of(block)) in ":："):
            continue
        end = at
        while end < len(document.blocks) and _may_be_item(document.blocks[end]):
            end += 1
        runs_on = _runs_on(document, end)
        found = _list(document.blocks[at:end], runs_on=runs_on)
        if found is not None:
            blocks.append(found)
            at += len(found.items)
    return (
        document if len(blocks) == len(document.blocks) else replace(document, blocks=tuple(blocks))
    )


def _may_be_item(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.role == "contact":
        return False
    text = text_of(block)
    return (
        len(text.split()) <= _MAX_WORDS
        and last_mark(text) not in ":："
        and not any(isinstance(inline, LineBreak) for inline in walk(block.inlines))
    )


def _runs_on(document: Document, end: int) -> bool:
    """Whether running text follows the lines, with no empty line between."""
    following = document.blocks[end : end + 1]
    if not following or not isinstance(following[0], Paragraph):
        return False
    above, below = extent(document.blocks[end - 1]), extent(following[0])
    if above is None or below is None:
        return True
    return len(document.source.text[above.end : below.start].splitlines()) <= 1


def _list(lines: Sequence[Block], *, runs_on: bool) -> BulletList | None:
    items = [block for block in lines if isinstance(block, Paragraph)]
    cut = len(items)
    texts = [text_of(item) for item in items]
    marks = [_kind(text) for text in texts]
    while cut > _MIN_ITEMS and _is_other(texts[:cut], marks[:cut], runs_on=runs_on):
        cut -= 1
        runs_on = False
    texts, marks = texts[:cut], marks[:cut]
    if cut < _MIN_ITEMS:
        return None
    signs = _signs(texts, marks, runs_on=runs_on)
    if total(signs) < THRESHOLD:
        return None
    made = tuple(ListItem((item,)) for item in items[:cut])
    because = Provenance(RULE, confidence(signs, THRESHOLD), signs, "paragraphs")
    return BulletList(made, provenance=because)


_MUCH_LONGER = 2.5


def _is_other(texts: Sequence[str], marks: Sequence[str], *, runs_on: bool) -> bool:
    """Whether the last line ends unlike the others, and is a sentence or heads what follows."""
    if marks[-1] == marks[0]:
        return False
    lengths = [len(text.split()) for text in texts]
    return runs_on or (marks[-1] == "stop" and lengths[-1] > _MUCH_LONGER * median(lengths[:-1]))


def _kind(text: str) -> str:
    mark = last_mark(text)
    if mark in ".!…":
        return "stop"
    if mark in "?？؟":
        return "question"
    return "semicolon" if mark in ";,，、" else "none"


def _signs(texts: Sequence[str], marks: Sequence[str], *, runs_on: bool) -> tuple[Evidence, ...]:
    lower = sum(first_letter(text).islower() for text in texts)
    holds = {
        "announced by a colon": True,
        "three lines or more": len(texts) >= _MIN_ITEMS,
        "five lines or more": len(texts) >= _MIN_ITEMS + 2,
        "end alike": len(set(marks[:-1])) == 1,
        "end in semicolons": marks.count("semicolon") * 2 > len(marks),
        "begin in lower case": lower * 2 > len(texts),
        "short lines": all(len(text.split()) <= _SHORT for text in texts),
        "sentences": marks.count("stop") * 2 > len(marks),
        "questions": marks.count("question") > 0,
        "labels": sum(":" in text[:40] for text in texts) * 2 > len(texts),
        "running text follows at once": runs_on,
    }
    return tuple(Evidence(name, WEIGHTS[name][0]) for name, true in holds.items() if true)
