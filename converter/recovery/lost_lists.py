"""Lists that lost their bullets: a colon, then lines of one form, none of them a sentence that
stands alone. Where the lines lose their form, the list ends."""

from __future__ import annotations

from collections.abc import Sequence

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
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.evidence import confidence, median, total
from converter.recovery.phrases import Phrases, headings_of
from converter.recovery.words import asks, capital_share, first_letter, fold, last_mark
from converter.schemas import ArticleSchema

RULE = "list-without-bullets"
WEIGHTS = {
    "announced by a colon": (1.5, "the paragraph before ends in one"),
    "announced by its words": (2.0, "the line before is `Ingredients` or the like"),
    "begin with figures": (1.0, "half of the lines, or more, as what is weighed does"),
    "three lines or more": (1.0, ""),
    "five lines or more": (0.5, ""),
    "end alike": (1.0, "all lines end in the same kind of mark, the last one aside"),
    "end in semicolons": (1.5, "lines of a list go on"),
    "begin in lower case": (1.5, "the sentence before the colon goes on"),
    "short lines": (1.0, "twelve words or fewer"),
    "the next line heads what follows": (0.5, "it is not of their form"),
    "sentences": (-2.0, "lines that end in full stops may be paragraphs"),
    "questions": (-2.0, "questions are answered, not listed"),
    "numbers of their own": (-2.0, "their writer kept them from being a list: `1\\.`"),
    "labels": (-2.0, "keys and values, or speakers"),
    "addresses": (-2.5, "a telephone number or an address among them: whom to ask"),
    "links to other stories": (-3.0, "the line before says `Read more` or the like"),
    "running text follows at once": (-1.0, "the last line may be its heading"),
}
"""Evidence that lines are the items of a list; its sum must reach THRESHOLD."""
THRESHOLD = 4.0
HEADING_WEIGHTS = {
    "a heading that the schema knows": 3.0,
    "more space above than below": 3.0,
    "ends unlike the items": 2.0,
    "begins in a capital, the items do not": 2.0,
    "another first word": 1.5,
    "set in capitals like a title": 1.5,
    "no figures, the items have": 1.5,
    "much shorter": 1.0,
}
"""Evidence that the last line before running text heads it; its sum must reach HEADING."""
HEADING = 2.0
_MAX_WORDS = 40
_SHORT = 12
_MIN_ITEMS = 3
_MUCH_LONGER = 2.5
"""A sentence so much longer than the items is a paragraph."""
_COLONS = ":： "
_NUMBER = pattern(r"\d{1,3}[.)]\s")
_ADDRESS = pattern(r"\S+@\S+\.\w|(?:https?://|www\.)\S|(?:\+|\(?0)\d[\d ()/.\-]{6,}\d\Z")
_TITLE = 0.99
"""The share of capitals of a title."""


def recover_lost_lists(document: Document, schema: ArticleSchema) -> Document:
    """Make a list of the lines after a colon, where they prove to be items."""
    headings, related = headings_of(schema, *schema.headings), headings_of(schema, "related")
    announcing = headings_of(schema, "ingredients")
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        block = document.blocks[at]
        blocks.append(block)
        at += 1
        if not isinstance(block, Paragraph):
            continue
        text = text_of(block)
        if last_mark(text) not in _COLONS and not announcing.whole(fold(text)):
            continue
        end = at
        while end < len(document.blocks) and _may_be_item(document.blocks[end]):
            end += 1
        found = _list(document, at, end, headings, related)
        if found is not None:
            blocks.append(found)
            at += len(found.items)
    return (
        document if len(blocks) == len(document.blocks) else replace(document, blocks=tuple(blocks))
    )


def _may_be_item(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.role:
        return False
    text = text_of(block)
    return (
        len(text.split()) <= _MAX_WORDS
        and last_mark(text) not in _COLONS
        and not any(isinstance(inline, LineBreak) for inline in walk(block.inlines))
    )


def _list(
    document: Document, start: int, end: int, headings: Phrases, related: Phrases
) -> BulletList | None:
    """The list of the first of these lines; None when they are none."""
    items = [block for block in document.blocks[start:end] if isinstance(block, Paragraph)]
    texts = [text_of(item) for item in items]
    marks = [_kind(text) for text in texts]
    spaces = [_space_above(document, start + n) for n in range(1, len(items) + 1)]
    cut = min(_one_spacing(spaces), _closed(marks), _before_prose(texts, marks))
    runs_on = _is_text(document.blocks[start + cut : start + cut + 1])
    signs: tuple[Evidence, ...] = ()
    if runs_on and cut > _MIN_ITEMS:
        heads = _heading_signs(texts[:cut], marks[:cut], spaces[:cut], headings)
        if sum(HEADING_WEIGHTS[name] for name in heads) >= HEADING:
            cut, runs_on = cut - 1, False
            signs = (_sign("the next line heads what follows", "; ".join(heads)),)
    if cut < _MIN_ITEMS:
        return None
    runs_on = runs_on and spaces[cut - 1] <= 1
    by_colon = last_mark(text_of(document.blocks[start - 1])) in _COLONS
    signs = _signs(texts[:cut], marks[:cut], runs_on=runs_on, by_colon=by_colon) + signs
    if related.whole(fold(text_of(document.blocks[start - 1])).rstrip(_COLONS)):
        signs += (_sign("links to other stories"),)
    if total(signs) < THRESHOLD:
        return None
    made = tuple(ListItem((item,)) for item in items[:cut])
    because = Provenance(RULE, confidence(signs, THRESHOLD), signs, "paragraphs")
    return BulletList(made, provenance=because)


def _sign(name: str, detail: str = "") -> Evidence:
    return Evidence(name, WEIGHTS[name][0], detail)


# --- where the list ends ----------------------------------------------------------------------


def _space_above(document: Document, at: int) -> int:
    """Line ends between the block before and this one."""
    if at >= len(document.blocks):
        return 0
    above, below = extent(document.blocks[at - 1]), extent(document.blocks[at])
    if above is None or below is None:
        return 1
    return len(document.source.text[above.end : below.start + 1].splitlines()) - 1


def _one_spacing(spaces: Sequence[int]) -> int:
    """How many lines stand as close as the first two, or farther apart if those do."""
    if not spaces:
        return 0
    tight = spaces[0] <= 1
    found = next((n for n, space in enumerate(spaces[:-1]) if (space <= 1) is not tight), None)
    if found is None:
        return len(spaces)
    return found + 1 if tight else found


def _closed(marks: Sequence[str]) -> int:
    """How many lines there are up to the one that ends the sentence of the list."""
    for n, mark in enumerate(marks):
        if mark == "stop" and n + 1 >= _MIN_ITEMS and set(marks[:n]) == {"semicolon"}:
            return n + 1
    return len(marks)


def _before_prose(texts: Sequence[str], marks: Sequence[str]) -> int:
    """How many lines stand before the first that is a sentence much longer than they, who are
    none."""
    lengths = [len(text.split()) for text in texts]
    for n in range(_MIN_ITEMS, len(texts)):
        is_sentence = marks[n] == "stop" and "stop" not in marks[: n - 1]
        if is_sentence and lengths[n] > _MUCH_LONGER * median(lengths[:n]):
            return n
    return len(texts)


def _is_text(following: Sequence[Block]) -> bool:
    """Whether running text follows."""
    return bool(following) and isinstance(following[0], Paragraph) and not following[0].role


def _heading_signs(
    texts: Sequence[str], marks: Sequence[str], spaces: Sequence[int], headings: Phrases
) -> list[str]:
    """What says that the last line is no item but heads the text below."""
    *items, last = texts
    firsts = {fold(item).split(" ", 1)[0] for item in items}
    shortest = min(len(item.split()) for item in items)
    digits = sum(any(sign.isdigit() for sign in item) for item in items)
    titles = sum(capital_share(item) >= _TITLE for item in items)
    lower = sum(first_letter(item).islower() for item in items)
    folded = fold(last)
    holds = {
        "a heading that the schema knows": bool(headings.whole(folded)),
        "more space above than below": spaces[-2] > spaces[-1],
        "ends unlike the items": marks[-1] == "none" and "none" not in marks[:-1],
        "begins in a capital, the items do not": lower == len(items)
        and first_letter(last).isupper(),
        "another first word": len(firsts) == 1 and folded.split(" ", 1)[0] not in firsts,
        "set in capitals like a title": capital_share(last) >= _TITLE and titles * 2 < len(items),
        "no figures, the items have": digits * 2 > len(items)
        and not any(sign.isdigit() for sign in last),
        "much shorter": len(last.split()) * 2 <= shortest,
    }
    return [name for name, true in holds.items() if true]


# --- whether they are a list ------------------------------------------------------------------


def _kind(text: str) -> str:
    mark = last_mark(text)
    if mark in ".!…":
        return "stop"
    if asks(text):
        return "question"
    return "semicolon" if mark in ";,，、" else "none"


def _signs(
    texts: Sequence[str], marks: Sequence[str], *, runs_on: bool, by_colon: bool
) -> tuple[Evidence, ...]:
    lower = sum(first_letter(text).islower() for text in texts)
    holds = {
        "announced by a colon": by_colon,
        "announced by its words": not by_colon,
        "begin with figures": not by_colon
        and sum(text[:1].isdigit() for text in texts) * 2 >= len(texts),
        "three lines or more": len(texts) >= _MIN_ITEMS,
        "five lines or more": len(texts) >= _MIN_ITEMS + 2,
        "end alike": len(set(marks[:-1])) == 1,
        "end in semicolons": marks.count("semicolon") * 2 > len(marks),
        "begin in lower case": lower * 2 > len(texts),
        "short lines": all(len(text.split()) <= _SHORT for text in texts),
        "sentences": marks.count("stop") * 2 > len(marks),
        "questions": marks.count("question") > 0,
        "addresses": any(map(_ADDRESS.match, texts)),
        "numbers of their own": all(map(_NUMBER.match, texts)),
        "labels": sum(":" in text[:40] for text in texts) * 2 > len(texts),
        "running text follows at once": runs_on,
    }
    return tuple(_sign(name) for name, true in holds.items() if true)
