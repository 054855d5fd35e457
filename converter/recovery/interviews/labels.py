"""Which of the words that open a paragraph are a speaker's label.

A label is proved by the document: by repeating, by taking turns with another, by the schema
knowing it, by questions behind it, by the introduction. One line ``Note:`` proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from converter.model import Evidence
from converter.recovery.evidence import total
from converter.recovery.interviews.introduction import Introduction
from converter.recovery.interviews.kin import (
    MAX_SPEAKERS,
    families,
    initials,
    is_kin,
    looks_like_name,
)
from converter.recovery.interviews.patterns import COLON, HEAD, LINE, Candidate, Lexicon
from converter.recovery.words import STOPS, asks, holds_question, last_mark

_NO_COLON = "closed by no colon"
WEIGHTS = {
    "known label": (3.0, "the schema lists these words as a label"),
    "repeats": (1.0, "the same label opens another paragraph"),
    "repeats often": (1.0, "the same label opens three paragraphs or more"),
    "takes turns": (2.0, "mostly another label, repeated too, stands before or after it"),
    "asks": (1.5, "half of what follows it, or more, holds a question"),
    "looks like a name": (0.5, "initials, or words that all begin with a capital"),
    "timed": (1.0, "the time of a recording stands beside the name, the words below"),
    "in step": (
        3.5,
        "it answers one other label each time, or is answered so, three times or more",
    ),
    "introduced by name": (2.5, "a sentence before names somebody so, and a question stands above"),
    "among turns": (4.5, "a name that answers a speaker's question, or breaks in"),
    "kin of a speaker": (4.5, "the initials or a part of the name of a label that is proved"),
    "named by the file": (6.0, "the file itself says who speaks, as a voice in captions"),
    "never a speaker": (-4.5, "the schema lists these words as no speaker"),
    "stands alone": (-2.5, "no other paragraph begins with it"),
    _NO_COLON: (-1.0, "a dash, a full stop, the end of a line part other things too"),
    "nobody asks": (-3.0, "closed by no colon, and no label is followed by questions"),
    "introduces a value": (-2.0, "what follows it is a few words without a full stop"),
    "opens a quotation": (-2.0, "what follows it stands in quotation marks: `he said:`"),
    "nothing follows": (-4.0, "it stands on a line of its own, and nobody speaks below"),
    "same few words": (-1.0, "what follows it is always the same"),
}
"""Evidence for and against a label; its sum must reach THRESHOLD."""
THRESHOLD = 2.0
EVEN = THRESHOLD - 1
"""Where a label is as likely right as wrong: one that just reaches the threshold proves right 19
times in 20 (benchmarks/recovery/reliability.py)."""
_IN_STEP, _MOSTLY = 3, 0.8
"""So many questions, and such a share of them, that a label answers."""
_MIN_SURE = 4
"""Turns of proved speakers, among which a name that stands once may be one more."""
_INITIALS = 4
_VALUE_WORDS, _VALUE_LENGTH = 6, 20
"""Words; code points where a script has no spaces."""
QUOTES = '"“„«'
_UNLABELLED = "?"
"""Stands for a question without label among the turns."""


@dataclass(frozen=True, slots=True)
class _Talk:
    """The turns of a document as they follow each other: how many of each label stand beside
    another, which pairs of labels follow each other how often, and how many turns of each have
    one behind them."""

    beside: Counter[str]
    pairs: Counter[tuple[str, str]]
    followed: Counter[str]


def proved(
    found: Sequence[Candidate],
    lexicon: Lexicon,
    questions: frozenset[int],
    introduced: Introduction,
) -> dict[str, tuple[Evidence, ...]]:
    """The keys of the labels that are speakers, each with its evidence.

    ``questions`` holds the indices of unlabelled blocks that end as a question: they take
    turns with labels as a labelled question would.
    """
    keys = list(dict.fromkeys(item.key for item in found))
    apart = _apart(found, lexicon)
    person = {key: family[0] for family in families(keys, apart) for key in family}
    groups: dict[str, list[Candidate]] = {}
    for item in found:
        groups.setdefault(person[item.key], []).append(item)
    named = {key for key, group in groups.items() if _is_introduced(group, questions, introduced)}
    repeated = {
        key for key, group in groups.items() if len(group) > 1 or lexicon.knows(key) or key in named
    }
    talk = _talk([(item.index, person[item.key]) for item in found], repeated, questions)
    weighed = {
        key: (*_weigh(key, group, lexicon, talk.beside[key], key in named),)
        for key, group in groups.items()
    }
    for key in _in_step(groups, talk, lexicon, introduced):
        weighed[key] = (*weighed[key], _sign("in step"))
    if not questions and not any(len(group) > 1 and _asks(group) for group in groups.values()):
        for key, signs in weighed.items():
            if any(sign.name == _NO_COLON for sign in signs):
                weighed[key] = (*signs, _sign("nobody asks"))
    for key in _among_turns(found, groups, weighed):
        weighed[key] = (*weighed[key], _sign("among turns"))
    speakers = {key for key, signs in weighed.items() if total(signs) >= THRESHOLD}
    for key, signs in weighed.items() if len(speakers) <= MAX_SPEAKERS else ():
        if key not in speakers and any(is_kin(key, speaker) for speaker in speakers):
            weighed[key] = (*signs, _sign("kin of a speaker"))
    return {key: weighed[person[key]] for key in keys if total(weighed[person[key]]) >= THRESHOLD}


def _among_turns(
    found: Sequence[Candidate],
    groups: dict[str, list[Candidate]],
    weighed: dict[str, tuple[Evidence, ...]],
) -> list[str]:
    """The names that stand once, and directly answer the question of a speaker; or in capitals,
    between turns of speakers."""
    sure = {
        item.index: item
        for key, group in groups.items()
        if total(weighed[key]) >= THRESHOLD
        for item in group
    }
    if len(sure) < _MIN_SURE:
        return []
    first, last = min(sure), max(sure)
    lone = {group[0].index: key for key, group in groups.items() if len(group) == 1}
    names = []
    for item in found:
        above = sure.get(item.index - 1)
        is_full = len(item.label.split()) > 1 and looks_like_name(item.label)
        answers = above is not None and asks(above.words)
        breaks_in = item.label.isupper() and first < item.index < last
        if item.index in lone and item.form == COLON and is_full and (answers or breaks_in):
            names.append(lone[item.index])
    return names


def _apart(found: Sequence[Candidate], lexicon: Lexicon) -> frozenset[str]:
    """The keys that the schema lists, which are nobody's short form; initials of a full name that
    is a label too may be."""
    full = {initials(item.key) for item in found if len(item.key.split()) > 1}
    short = {item.key for item in found if _is_initials(item) and item.key in full}
    keys = {item.key for item in found}
    return frozenset(
        key for key in keys if lexicon.knows(key) or (key in lexicon.never and key not in short)
    )


def _is_introduced(
    group: Sequence[Candidate], questions: frozenset[int], introduced: Introduction
) -> bool:
    """Whether the label answers a question right above it and is named before."""
    return all(item.index - 1 in questions for item in group) and introduced.names(group[0].key)


def _talk(turns: list[tuple[int, str]], repeated: set[str], questions: frozenset[int]) -> _Talk:
    """What stands beside what, among the labels that repeat and the questions without one."""
    order = sorted(
        [(index, key) for index, key in turns if key in repeated]
        + [(index, _UNLABELLED) for index in questions]
    )
    beside: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for at, (_, key) in enumerate(order):
        near = {order[place][1] for place in (at - 1, at + 1) if 0 <= place < len(order)}
        beside[key] += bool(near - {key})
        if at:
            pairs[order[at - 1][1], key] += 1
    return _Talk(beside, pairs, Counter(key for _, key in order[:-1]))


def _in_step(
    groups: dict[str, list[Candidate]], talk: _Talk, lexicon: Lexicon, introduced: Introduction
) -> list[str]:
    """The labels listed as no speaker that answer each time the questions of one that is not
    listed so, or whose questions such a one answers each time; where the questions have no label,
    only initials and names."""
    found = []
    for (asker, answerer), times in talk.pairs.items():
        asked = groups.get(asker, ())
        count = talk.followed[asker]
        if answerer not in groups or asker == answerer or times < _IN_STEP:
            continue
        if times < _MOSTLY * count or (asked and not _asks(asked)):
            continue
        is_note = [key for key in (asker, answerer) if key in lexicon.never]
        if len(is_note) != 1:
            continue
        label = groups[is_note[0]][0]
        if asked or _is_initials(label) or introduced.names(label.key):
            found.append(is_note[0])
    return list(dict.fromkeys(found))


def _is_initials(item: Candidate) -> bool:
    letters = item.label.replace(".", "")
    return letters.isupper() and letters.isalpha() and len(letters) <= _INITIALS


def _weigh(
    key: str, group: Sequence[Candidate], lexicon: Lexicon, turns: int, named: bool
) -> Iterable[Evidence]:
    known = lexicon.knows(key)
    speeches = [item.words.strip() for item in group]
    heads = [item for item in group if item.form in (HEAD, LINE)]
    asking = _asks(group)
    values = sum(bool(words) and _is_value(words) for words in speeches)
    holds = {
        "known label": known,
        "repeats": len(group) > 1,
        "repeats often": len(group) > 2,
        "takes turns": turns * 2 > len(group),
        "asks": asking,
        "looks like a name": looks_like_name(group[0].label),
        "timed": sum(item.form == HEAD for item in group) * 2 > len(group),
        "introduced by name": named,
        "named by the file": any(item.is_stated for item in group),
        "never a speaker": key in lexicon.never and not known,
        "stands alone": len(group) == 1 and not known,
        _NO_COLON: group[0].form not in (COLON, HEAD) and not known,
        "introduces a value": values * 2 > len(group) and not _any_asks(group) and not known,
        "opens a quotation": sum(words[:1] in QUOTES for words in speeches if words) * 2
        > len(group)
        and not known,
        "nothing follows": sum(not item.below for item in heads) * 2 > len(group),
        "same few words": len(group) > 1 and len(set(speeches)) == 1,
    }
    return (_sign(name, group[0].label) for name, true in holds.items() if true)


def _asks(group: Sequence[Candidate]) -> bool:
    return sum(holds_question(item.words) for item in group) * 2 >= len(group)


def _any_asks(group: Sequence[Candidate]) -> bool:
    return any(holds_question(item.words) for item in group)


def _sign(name: str, detail: str = "") -> Evidence:
    return Evidence(name, WEIGHTS[name][0], detail)


def _is_value(words: str) -> bool:
    if words.isascii() or " " in words:
        few = len(words.split()) <= _VALUE_WORDS
    else:
        few = len(words) <= _VALUE_LENGTH
    return few and last_mark(words) not in STOPS
