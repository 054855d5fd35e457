"""Who speaks: one name for all the ways a label is written, and who asks and who answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from converter.recovery.interviews.labels import (
    MAX_SPEAKERS,
    Candidate,
    Lexicon,
    initials,
    is_kin,
    name_words,
)

QUESTION, ANSWER = "question", "answer"

_NAME_WORD = re.compile(r"[^\W\d_][\w'’\-]*\.?")
_MAX_NAME = 4
"""Words of a name; longer runs of capitals are titles."""
_MAX_INTRODUCTION = 20_000
"""Names are introduced before the talk begins; what lies farther back is not searched."""

_CLEARLY_MORE = 1.5
"""The asker's turns hold questions this many times as often as anybody else's."""
_MOSTLY_ASKS = 0.5


def names(turns: Sequence[Candidate], introduction: str) -> dict[str, str]:
    """The name of each label key: the fullest form that the labels or the introduction give."""
    written: dict[str, Counter[str]] = {}
    for turn in turns:
        written.setdefault(turn.key, Counter())[turn.label] += 1
    families = _families(list(written))
    known = _introduced(introduction[-_MAX_INTRODUCTION:])
    result: dict[str, str] = {}
    for family in families:
        fullest = max(family, key=lambda key: (len(name_words(key)), len(key)))
        name = _best_form(written[fullest])
        letters = "".join(name_words(fullest)).replace(".", "")
        if len(family) == 1 and len(name_words(fullest)) == 1 and letters in known:
            name = known[letters]
        for key in family:
            result[key] = name
    return result


def _families(keys: list[str]) -> list[list[str]]:
    """Keys grouped by person: a short form joins a full one when only one fits."""
    if len(keys) > MAX_SPEAKERS:
        return [[key] for key in keys]
    full = sorted(keys, key=lambda key: -len(name_words(key)))
    families: list[list[str]] = []
    for key in full:
        kin = [family for family in families if is_kin(key, family[0])]
        if len(kin) == 1:
            kin[0].append(key)
        else:
            families.append([key])
    return families


def _best_form(forms: Counter[str]) -> str:
    """The form written most often; of equals one that begins with a capital, then the first."""
    return max(forms, key=lambda form: (form[:1].isupper(), forms[form]))


def _introduced(introduction: str) -> dict[str, str]:
    """Initials and the one full name in the introduction that has them."""
    found: dict[str, set[str]] = {}
    for words in _runs_of_capitals(introduction):
        for first in range(len(words) - 1):
            for last in range(first + 2, min(len(words), first + _MAX_NAME) + 1):
                name = " ".join(words[first:last]).rstrip(".")
                found.setdefault(initials(name.casefold()), set()).add(name)
    return {letters: next(iter(names)) for letters, names in found.items() if len(names) == 1}


def _runs_of_capitals(text: str) -> list[list[str]]:
    """Neighbouring words that begin with a capital."""
    runs: list[list[str]] = []
    end = -1
    for match in _NAME_WORD.finditer(text):
        word = match.group()
        if not word[0].isupper():
            end = -1
        elif end >= 0 and text[end : match.start()] == " ":
            runs[-1].append(word)
            end = match.end()
        else:
            runs.append([word])
            end = match.end()
    return runs


def roles(turns: Sequence[Candidate], name_of: dict[str, str], lexicon: Lexicon) -> dict[str, str]:
    """Who asks and who answers, by name. Nobody asks when no label does so clearly more than
    the others: then the questions carry no label."""
    stated: dict[str, str] = {}
    asking: dict[str, list[bool]] = {}
    for turn in turns:
        name = name_of[turn.key]
        asking.setdefault(name, []).append(any(mark in turn.words for mark in "?？؟"))
        if turn.key in lexicon.question:
            stated[name] = QUESTION
        elif turn.key in lexicon.answer:
            stated.setdefault(name, ANSWER)
    share = {name: sum(asks) / len(asks) for name, asks in asking.items()}
    askers = {name for name, role in stated.items() if role == QUESTION}
    if not askers:
        free = {name: value for name, value in share.items() if name not in stated}
        askers = _clear_askers(free or share, list(asking))
    return {name: QUESTION if name in askers else ANSWER for name in asking}


def _clear_askers(share: dict[str, float], order: list[str]) -> set[str]:
    """The speaker whose turns mostly hold questions, clearly more than anybody else's."""
    if not share:
        return set()
    best = max(order, key=lambda name: share.get(name, -1.0))
    others = [value for name, value in share.items() if name != best]
    top = share.get(best, 0.0)
    if top < _MOSTLY_ASKS or (others and top < _CLEARLY_MORE * max(others)):
        return set()
    return {best}
