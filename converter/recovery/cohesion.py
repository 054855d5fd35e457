"""How much the words before and behind a place in a document are the same. Shared floor.

After Hearst, TextTiling (Computational Linguistics 23, 1997): the cosine of two windows of words,
each word weighted by how few blocks hold it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from sys import intern

from converter.model import Block, text_of
from converter.recovery.words import WORD

WINDOW = 150
"""Words on either side; about two paragraphs."""
_LEAST = 60
"""Words that a side needs to say anything."""
_REACH = 24
"""Blocks on either side; in a text of single words two windows say nothing."""
_SHORTEST, _STEM = 4, 6
"""Letters: shorter words carry no subject, and what follows the stem is inflection."""
UNKNOWN = -1.0
ANOTHER_SUBJECT, ONE_SUBJECT = 0.06, 0.12
"""Measured on articles put behind one another: a third of the places where one begins lie under
the first, one in twenty of the headings inside one does; over the second lie a quarter and three
quarters."""


class Cohesion:
    """The words of a document's blocks, read when first asked for."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._words: list[list[str]] = []
        self._weights: dict[str, float] = {}

    def at(self, index: int) -> float:
        """The likeness of what begins with a block and what ends before it: 0 for no word in
        common, 1 for the same words; UNKNOWN where either side is short."""
        if not self._words:
            self._read()
        first, last = max(0, index - _REACH), min(len(self._words), index + _REACH)
        before = self._window(range(index - 1, first - 1, -1), slice(-2 * WINDOW, None))
        behind = self._window(range(index, last), slice(2 * WINDOW))
        if min(before.total(), behind.total()) < _LEAST:
            return UNKNOWN
        return self._cosine(before, behind)

    def _read(self) -> None:
        self._words = [
            [
                intern(word.casefold()[:_STEM])
                for word in WORD.findall(text_of(block))
                if len(word) >= _SHORTEST
            ]
            for block in self._blocks
        ]
        count = Counter(word for words in self._words for word in set(words))
        total = len(self._blocks) + 1
        self._weights = {word: math.log(total / (held + 0.5)) for word, held in count.items()}

    def _window(self, indices: Iterable[int], near: slice) -> Counter[str]:
        """The words of these blocks, up to the window's size; of a long block the near ones."""
        window: Counter[str] = Counter()
        size = 0
        for index in indices:
            words = self._words[index][near]
            window.update(words)
            size += len(words)
            if size > WINDOW:
                break
        return window

    def _cosine(self, one: Counter[str], other: Counter[str]) -> float:
        weights = self._weights
        common = sum(one[word] * other[word] * weights[word] ** 2 for word in one if word in other)
        lengths = math.sqrt(self._square(one) * self._square(other))
        return common / lengths if lengths else 0.0

    def _square(self, window: Counter[str]) -> float:
        return sum((count * self._weights[word]) ** 2 for word, count in window.items())
