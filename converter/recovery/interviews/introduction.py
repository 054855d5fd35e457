"""Who a text names before the talk begins: full names, for the labels that give a part of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.model import Block, Heading, Paragraph, text_of
from converter.patterns import pattern
from converter.records import record
from converter.recovery.interviews.kin import initials
from converter.recovery.words import ends_sentence, fold

_NAME_WORD = pattern(r"[^\W\d_][\w'’\-]*\.?")
_MAX_NAME = 4
"""Words of a name; longer runs of capitals are titles."""
_MAX_LENGTH = 20_000
"""Code points; names are introduced before the talk begins, and what lies farther back is not
searched."""
_SHORTEST = 3
"""Letters of a word that tells a name."""
_INITIAL = 3
"""Characters of an initial or a title with its full stop; behind a longer word a sentence ends."""
_PARTICLES = frozenset("van von der den de del della da di do dos la le ter ten bin al".split())
"""Small words inside names."""


@record()
class Introduction:
    """``by_letters``: initials and the full name that has them; ``by_word``: a folded part of a
    name and that name; both only where one name fits. ``people``: the folded words of the names
    that stand in sentences. ``pairs``: the folded words with capitals that stand side by side."""

    by_letters: dict[str, str]
    by_word: dict[str, str]
    people: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    def full_name(self, key: str) -> str:
        """The name that a label of one word is short for; empty when none or several fit."""
        return self.by_letters.get(key.replace(".", "")) or self.by_word.get(key, "")

    def names(self, key: str) -> bool:
        """Whether a sentence names somebody whom the label can be short for."""
        return any(word in self.people for word in key.split())


def introduction(blocks: Sequence[Block]) -> Introduction:
    """The names in the headings and paragraphs before a talk."""
    texts = [text_of(block) for block in blocks if isinstance(block, Paragraph | Heading)]
    running = "\n".join(text for text in texts if ends_sentence(text))[-_MAX_LENGTH:]
    by_letters: dict[str, set[str]] = {}
    pairs: set[tuple[str, str]] = set()
    for words in runs_of_capitals("\n".join(texts)[-_MAX_LENGTH:]):
        pairs.update(pairwise(map(fold, words)))
        for first in range(len(words) - 1):
            for last in range(first + 2, min(len(words), first + _MAX_NAME) + 1):
                name = " ".join(words[first:last]).rstrip(".")
                by_letters.setdefault(initials(name.casefold()), set()).add(name)
    by_word: dict[str, set[str]] = {}
    for words in runs_of_capitals(running):
        if 1 < len(words) <= _MAX_NAME:
            for word in words:
                key = fold(word).strip(".").removesuffix("'s")
                if len(key) >= _SHORTEST and key not in _PARTICLES:
                    by_word.setdefault(key, set()).add(" ".join(words).rstrip("."))
    return Introduction(_single(by_letters), _single(by_word), frozenset(by_word), frozenset(pairs))


def _single(found: dict[str, set[str]]) -> dict[str, str]:
    return {key: next(iter(names)) for key, names in found.items() if len(names) == 1}


def runs_of_capitals(text: str) -> list[list[str]]:
    """Neighbouring words that begin with a capital, with the small words inside a name."""
    runs: list[list[str]] = []
    small: list[str] = []
    end = -1
    for match in _NAME_WORD.finditer(text):
        word = match.group()
        goes_on = end >= 0 and text[end : match.start()] == " "
        if word[0].isupper():
            if goes_on:
                runs[-1] += [*small, word]
            else:
                runs.append([word])
            small = []
            end = -1 if len(word) > _INITIAL and word[-1] == "." else match.end()
        elif goes_on and word in _PARTICLES:
            small.append(word)
            end = match.end()
        else:
            end = -1
            small = []
    return runs
