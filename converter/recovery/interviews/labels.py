"""Which of the words that open a paragraph are a speaker's label.

A label is proved by the document: by repeating, by taking turns with another, by the schema
knowing it, by questions behind it, by the introduction. One line ``Note:`` proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from converter.model import Evidence
from converter.records import record
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
    "opens the talk": (3.0, "it asks once, right above the first label, and later none asks"),
    "nobody known": (4.5, "between turns, it says that somebody unknown speaks"),
    "kin of a speaker": (4.5, "the initials or a part of the name of a label that is proved"),
    "named by the file": (6.0, "the file itself says who speaks, as a voice in captions"),
    "never a speaker": (-4.5, "the schema lists these words as no speaker"),
    "stands alone": (-2.5, "no other paragraph begins with it"),
    _NO_COLON: (-1.0, "a dash, a full stop, the end of a line part other things too"),
    "nobody asks": (-3.0, "closed by no colon, and no label is followed by questions"),
    "introduces a value": (-2.0, "what follows it is a few words without a full stop"),
    "opens a quotation": (-2.0, "what follows it stands in quotation marks: `he said:`"),
    "nothing follows": (-4.0, "it stands on a line of its own, and nobody speaks below"),
    "opens a comment": (-4.0, "`Marg says:` alone on its line"),
    "a button": (-6.0, "sites set it below each comment (`Reply`), and no label asks"),
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
_MIN_ANSWERED = 2
"""Questions without label that turns answer, where the label at the first stands for all."""
_BUTTONS = frozenset(
    """
    reply respond antworten responder répondre rispondi reageer beantwoorden svara odpowiedz
    ответить yanıtla 返信 回复
    """.split()
)
"""Words below the comments of readers that a schema may list as a label."""
_SAYS = frozenset(
    """
    says said wrote writes commented dice dijo escribió escribe comentó dit écrit sagt sagte
    schreibt schrieb meint scrive scritto diz disse escreveu escreve zegt schreef säger skriver
    pisze napisał napisała пишет написал написала
    """.split()
)
"""The last word of a line above a comment."""
_UNKNOWN = frozenset(
    """
    unidentified unknown inaudible voice voices unbekannt unbekannter unbekannte zwischenruf zuruf
    stimme voz voces vozes desconocido desconocida desconhecido desconhecida voix inconnu inconnue
    voce voci sconosciuto sconosciuta onbekend okänd głos nieznany голос неизвестный
    """.split()
)
"""The first or last word of a label for a voice that nobody knows."""
_MAX_UNKNOWN = 4
"""Words of such a label."""
_UNLABELLED = "?"
"""Stands for a question without label among the turns."""


@record()
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
    for key in _buttons(groups, lexicon):
        weighed[key] = (*weighed[key], _sign("a button"))
    for key, name in _lone_turns(found, groups, weighed, questions).items():
        weighed[key] = (*weighed[key], _sign(name))
    speakers = {key for key, signs in weighed.items() if total(signs) >= THRESHOLD}
    for key, signs in weighed.items() if len(speakers) <= MAX_SPEAKERS else ():
        if key not in speakers and any(is_kin(key, speaker) for speaker in speakers):
            weighed[key] = (*signs, _sign("kin of a speaker"))
    return {key: weighed[person[key]] for key in keys if total(weighed[person[key]]) >= THRESHOLD}


def _buttons(groups: dict[str, list[Candidate]], lexicon: Lexicon) -> list[str]:
    """The keys that are buttons below comments."""
    if any(key in lexicon.question for key in groups):
        return []
    return [
        key
        for key, group in groups.items()
        if key in _BUTTONS and all(item.form == LINE for item in group)
    ]


def _lone_turns(
    found: Sequence[Candidate],
    groups: dict[str, list[Candidate]],
    weighed: dict[str, tuple[Evidence, ...]],
    questions: frozenset[int],
) -> dict[str, str]:
    """The labels that stand once and are speakers all the same, with the sign of it."""
    sure = {
        item.index: item
        for key, group in groups.items()
        if total(weighed[key]) >= THRESHOLD
        for item in group
    }
    if not sure:
        return {}
    first, last = min(sure), max(sure)
    answered = sum(index + 1 in sure for index in questions)
    signs = {}
    for item in found:
        if len(groups.get(item.key, ())) != 1 or item.form != COLON or item.index in sure:
            continue
        is_inside = first < item.index < last
        if item.index + 1 == first and answered >= _MIN_ANSWERED and _is_name_asking(item):
            signs[item.key] = "opens the talk"
        elif len(sure) >= _MIN_SURE and is_inside and _is_unknown(item):
            signs[item.key] = "nobody known"
        elif len(sure) >= _MIN_SURE and _is_among(item, sure.get(item.index - 1), is_inside):
            signs[item.key] = "among turns"
    return signs


def _is_name_asking(item: Candidate) -> bool:
    return asks(item.words) and looks_like_name(item.label)


def _is_unknown(item: Candidate) -> bool:
    words = item.key.split()
    return len(words) <= _MAX_UNKNOWN and not _UNKNOWN.isdisjoint((words[0], words[-1]))


def _is_among(item: Candidate, above: Candidate | None, is_inside: bool) -> bool:
    """Whether a name directly answers the question of a speaker; or is in capitals, between turns
    of speakers."""
    is_full = len(item.label.split()) > 1 and looks_like_name(item.label)
    answers = above is not None and asks(above.words)
    return is_full and (answers or (is_inside and item.label.isupper()))


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
        turns = len(groups[answerer]) if asked and answerer in lexicon.never else count
        if times < _MOSTLY * min(turns, count) or (asked and not _asks(asked)):
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
        "opens a comment": not _SAYS.isdisjoint(key.split()[-1:])
        and all(item.speech >= len(item.flat.text) for item in group),
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
