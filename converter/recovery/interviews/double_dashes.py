"""Talks as Japanese papers print them: a double dash before each question, which need not have a
question mark, and the name of who answers before the answer, parted from it by a space."""

from __future__ import annotations

import re
from collections import Counter

from converter.model import (
    Block,
    Document,
    Evidence,
    Paragraph,
    Provenance,
    Span,
    Turn,
    split_inlines,
)
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.evidence import confidence, total
from converter.recovery.flat import Flat, flatten
from converter.recovery.interviews.speakers import ANSWER, QUESTION

RULE = "dashed-turn"
_DASHES = pattern(r"(?:[―—─]{2})[ \u3000]*(?=[^\W_]|[「『])")
_KANA = pattern("[\u3040-\u30ff]")
_NAME = pattern(r"(?P<name>[^\W\d_]{1,10}(?:[・＝][^\W\d_]{1,10})?)[ \u3000]+(?=\S)")

WEIGHTS = {
    "three or more double dashes": (1.5, "a dash or two break a sentence off"),
    "words below each double dash": (2.0, "right below stands a paragraph without dash"),
    "a name before the answers": (2.0, "half of what stands below begins with one same word"),
    "asks by its words": (2.0, "half of what stands behind the dashes ends as a question does"),
}
"""Evidence that double dashes are questions; its sum must reach THRESHOLD."""
THRESHOLD = 5.0
_MIN_LINES = 3
_ASKS = pattern(r"(?:か|は|ください)[。.]?\Z|[?？]\Z")
_MOSTLY, _HALF = 0.9, 0.5


def double_dash_turns(document: Document) -> tuple[Block, ...] | None:
    """The blocks with a turn for each line behind a double dash and each name below; None where
    the document proves no such talk."""
    blocks = document.blocks
    flats = {
        index: flatten(block.inlines)
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph) and not block.role
    }
    asked = [
        index
        for index, flat in flats.items()
        if _DASHES.match(flat.text) and _KANA.search(flat.text)
    ]
    if len(asked) < _MIN_LINES:
        return None
    below = [index + 1 for index in asked if index + 1 in flats and index + 1 not in asked]
    names = Counter(
        match["name"] for index in below if (match := _NAME.match(flats[index].text)) is not None
    )
    times = max(names.values(), default=0)
    holds = {
        "three or more double dashes": True,
        "words below each double dash": len(below) >= _MOSTLY * len(asked),
        "a name before the answers": times >= _HALF * len(asked) and times > 1,
        "asks by its words": sum(_ASKS.search(flats[index].text) is not None for index in asked)
        >= _HALF * len(asked),
    }
    signs = tuple(Evidence(key, WEIGHTS[key][0]) for key, true in holds.items() if true)
    if total(signs) < THRESHOLD:
        return None
    because = Provenance(RULE, confidence(signs, THRESHOLD), signs, "paragraph")
    known = frozenset(key for key, count in names.items() if count > 1)
    places, changed = set(asked), list(blocks)
    for index in range(asked[0], len(blocks)):
        block, flat = blocks[index], flats.get(index)
        if flat is None or not isinstance(block, Paragraph):
            continue
        if index in places:
            changed[index] = _question(block, flat, because)
        elif (match := _NAME.match(flat.text)) and match["name"] in known:
            changed[index] = _named(block, flat, match, because)
        elif index - 1 in places:
            changed[index] = Turn((block,), role=ANSWER, provenance=because)
    return tuple(changed)


def _question(block: Paragraph, flat: Flat, because: Provenance) -> Turn:
    match = _DASHES.match(flat.text)
    assert match is not None
    start = flat.offset(0)
    mark = Span(start, start + len(match.group().rstrip()))
    _, words = split_inlines(block.inlines, flat.offset(match.end()))
    return Turn((replace(block, inlines=words),), role=QUESTION, markup=(mark,), provenance=because)


def _named(block: Paragraph, flat: Flat, match: re.Match[str], because: Provenance) -> Turn:
    label, rest = split_inlines(block.inlines, flat.offset(match.end("name") - 1) + 1)
    _, words = split_inlines(rest, flat.offset(match.end()))
    said = (replace(block, inlines=words),)
    return Turn(said, label=label, speaker=match["name"], role=ANSWER, provenance=because)
