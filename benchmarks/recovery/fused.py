"""Articles put behind one another, as scrapers do: material for fitting, made from the corpus."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import corpus

SEED = 11
_SAME_SOURCE = 0.35
"""Articles of one source resemble one another, and are the harder ones to part."""


def titles(truth: dict[str, Any]) -> list[str]:
    """The headlines of a document."""
    blocks = truth["blocks"]
    return [block["text"] for block in blocks if block["type"] == "heading" and block["level"] == 1]


def groups(count: int) -> Iterator[tuple[corpus.Entry, ...]]:
    """So many groups of two or three articles of one kind and language, the same every time."""
    chance = random.Random(SEED)
    single = [
        entry
        for entry in corpus.entries()
        if entry.kind in ("dmg", "traf") and len(titles(corpus.truth(entry.name))) == 1
    ]
    for _ in range(count):
        first = chance.choice(single)
        same = chance.random() < _SAME_SOURCE
        others = [
            entry
            for entry in single
            if (entry.kind, entry.language) == (first.kind, first.language)
            and entry.name != first.name
            and (not same or entry.source == first.source)
        ]
        if others:
            yield (first, *chance.sample(others, min(len(others), chance.choice((1, 2)))))


def joined(group: tuple[corpus.Entry, ...]) -> str:
    """Their texts, one behind the other."""
    return "\n".join(corpus.text(entry.name).strip("\n") for entry in group) + "\n"
