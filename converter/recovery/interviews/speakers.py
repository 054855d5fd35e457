"""Who speaks: one name for all the ways a label is written, and who asks and who answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.recovery.interviews.introduction import Introduction
from converter.recovery.interviews.kin import families, name_words
from converter.recovery.interviews.patterns import Candidate, Lexicon
from converter.recovery.words import holds_question

QUESTION, ANSWER = "question", "answer"

_CLEARLY_MORE = 1.5
"""The askers' turns hold questions this many times as often as anybody else's."""
_MOSTLY_ASKS = 0.5
_NOW_AND_THEN = 0.2
_MIN_FREE = 2
"""A host and a guest; with only one beside those whom the schema lists, the schema is right."""


def names(turns: Sequence[Candidate], introduced: Introduction, lexicon: Lexicon) -> dict[str, str]:
    """The name of each label key: the fullest form that the labels or the introduction give."""
    written: dict[str, Counter[str]] = {}
    for turn in turns:
        written.setdefault(turn.key, Counter())[turn.label] += 1
    apart = [key for key in written if lexicon.knows(key)]
    result: dict[str, str] = {}
    for family in families(list(written), apart):
        fullest = max(family, key=lambda key: (len(name_words(key)), len(key)))
        name = _best_form(written[fullest])
        words = name_words(fullest)
        if len(words) == 1 and not lexicon.knows(fullest):
            name = introduced.full_name(words[0]) or name
        result.update(dict.fromkeys(family, name))
    return result


def _best_form(forms: Counter[str]) -> str:
    """The form written most often; of equals one that begins with a capital, then the first."""
    return max(forms, key=lambda form: (form[:1].isupper(), forms[form]))


def roles(
    turns: Sequence[Candidate], name_of: dict[str, str], lexicon: Lexicon, *, is_asked: bool
) -> dict[str, str]:
    """Who asks and who answers, by name. Nobody asks when no label does so clearly more than
    the others: then the questions carry no label. ``is_asked`` says that there are such."""
    stated: dict[str, str] = {}
    asking: dict[str, list[bool]] = {}
    for turn in turns:
        name = name_of[turn.key]
        asking.setdefault(name, []).append(holds_question(turn.words))
        if turn.key in lexicon.question or turn.office in lexicon.question:
            stated[name] = QUESTION
        elif turn.key in lexicon.answer or turn.office in lexicon.answer:
            stated.setdefault(name, ANSWER)
    share = {name: sum(asks) / len(asks) for name, asks in asking.items()}
    askers = {name for name, role in stated.items() if role == QUESTION}
    if askers:
        askers = _with_host(askers, asking, stated)
    else:
        free = {name: value for name, value in share.items() if name not in stated}
        askers = _clear_askers(free or share, list(asking))
    if not askers and not is_asked:
        askers = _opener(asking)
    return {name: QUESTION if name in askers else ANSWER for name in asking}


def _with_host(listed: set[str], asking: dict[str, list[bool]], stated: dict[str, str]) -> set[str]:
    """Those whom the schema lists as asking, less callers and listeners in a talk that has a host:
    somebody unknown to the schema who opens the talk, mostly asks, and more often than they all.
    Where they ask as he does, both."""
    host, mine = next(iter(asking.items()))
    theirs = [asked for name in listed for asked in asking[name]]
    is_alone = len(asking.keys() - stated.keys()) < _MIN_FREE
    asked, others = sum(mine), sum(theirs)
    if host in stated or is_alone or asked <= others or asked < _MOSTLY_ASKS * len(mine):
        return listed
    is_clear = asked * len(theirs) >= _CLEARLY_MORE * others * len(mine)
    return {host} if is_clear else {*listed, host}


def _clear_askers(share: dict[str, float], order: list[str]) -> set[str]:
    """The speakers whose turns mostly hold questions, clearly more than anybody else's: of the
    ways to part those who ask most from the others, the clearest."""
    ranked = sorted((name for name in order if name in share), key=lambda name: -share[name])
    shares = [share[name] for name in ranked] + [0.0] * (len(ranked) == 1)
    best, count = 0.0, 0
    for at in range(1, len(shares)):
        least, most = shares[at - 1], shares[at]
        clear = least >= _MOSTLY_ASKS and least >= _CLEARLY_MORE * most
        if clear and least - most > best:
            best, count = least - most, at
    return set(ranked[:count])


def _opener(asking: dict[str, list[bool]]) -> set[str]:
    """Of two speakers the one who speaks first, when now and then he asks and the other never:
    an interviewer who tells more than he asks."""
    first, *others = asking
    asked = sum(asking[first])
    if len(others) != 1 or any(asking[others[0]]) or asked < _NOW_AND_THEN * len(asking[first]):
        return set()
    return {first}
