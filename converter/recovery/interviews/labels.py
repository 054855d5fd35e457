"""Speaker labels: ``Kate Garcia:``, ``KG:``, ``Q.``, ``[Host]``, ``CHRIS (00:12:03):``.

A label is proved by the document: by repeating, by taking turns with another, by the schema
knowing it, by questions behind it. One line ``Note:`` proves nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from converter.model import Block, Evidence, Heading, Paragraph, Turn
from converter.recovery.flat import Flat, flatten
from converter.recovery.words import fold, fold_all, last_mark
from converter.schemas import ArticleSchema

_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?"
_LABEL = re.compile(
    rf"""
    (?:>>\s*)?(?P<before>{_TIME}\s*[-–—]?\s*)?
    (?:
        (?P<spaced>Q)[ \t]{{2,}}(?=\S)
      | \[(?P<boxed>[^\]\[\n:]{{1,40}})\]\s*:?\s+
      | (?P<name>[^\W\d_][^:：\n()\[\]?!;|]{{0,59}}?|\d{{1,2}}[^\W\d_]{{1,3}})
        (?P<after>\s*[(\[][^)\]\n]{{0,40}}[)\]])?
        \s*[:：](?:\s+|\Z|(?=[^\s\d/\\:)\]]))
      | (?P<point>[^\W\d_])\.\s+(?=[^\W\d_]|["“«¿¡'‘(])
      | (?P<bare>Q)\s+(?=[^\W\d_]|["“«¿])
    )
    """,
    re.VERBOSE,
)
_MAX_WORDS = 7
"""Names with a title and a role; a longer run of words before a colon is a clause."""
_CLAUSE = re.compile(r"[\"“”«»]|\w{3,}[.!?]\s")
MAX_SPEAKERS = 200
"""Beyond so many proved labels a file is a list of keys, and kinship is not looked for."""

WEIGHTS = {
    "known label": (3.0, "the schema lists these words as a label"),
    "repeats": (1.0, "the same label opens another paragraph"),
    "repeats often": (1.0, "the same label opens three paragraphs or more"),
    "takes turns": (2.0, "mostly another label, repeated too, stands before or after it"),
    "asks": (1.5, "half of what follows it, or more, holds a question"),
    "looks like a name": (0.5, "initials, or words that all begin with a capital"),
    "kin of a speaker": (4.5, "the initials or a part of the name of a label that is proved"),
    "named by the file": (6.0, "the file itself says who speaks, as a voice in captions"),
    "never a speaker": (-3.5, "the schema lists these words as no speaker"),
    "stands alone": (-2.5, "no other paragraph begins with it"),
    "introduces a value": (-2.0, "what follows it is a few words without a full stop"),
    "same few words": (-1.0, "what follows it is always the same"),
}
"""Evidence for and against a label; its sum must reach THRESHOLD."""
THRESHOLD = 2.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that may open a turn: its index, its words, where in them the label stands
    (``start`` to ``stop``, with a time or a role in brackets), where the name in it ends, and
    where the speech begins; whether it is a turn that the file states."""

    index: int
    flat: Flat
    start: int
    stop: int
    name: tuple[int, int]
    speech: int
    key: str
    is_stated: bool = False

    @property
    def label(self) -> str:
        """The name in the label, as written."""
        return self.flat.text[self.name[0] : self.name[1]]

    @property
    def words(self) -> str:
        """What follows the label in the same block."""
        return self.flat.text[self.speech :]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The schema's labels, folded."""

    question: frozenset[str]
    answer: frozenset[str]
    never: frozenset[str]


def lexicon_of(schema: ArticleSchema) -> Lexicon:
    """The labels of a schema, folded for comparison."""
    labels = schema.labels
    return Lexicon(fold_all(labels.question), fold_all(labels.answer), fold_all(labels.never))


def candidates(blocks: Sequence[Block], lexicon: Lexicon) -> list[Candidate]:
    """Every paragraph or heading that begins like a labelled turn, and every labelled turn."""
    found = []
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and not block.role):
            candidate = _candidate(index, flatten(block.inlines), lexicon)
            if candidate is not None:
                found.append(candidate)
        elif isinstance(block, Turn) and block.label:
            found.append(_stated(index, block))
    return found


def _stated(index: int, turn: Turn) -> Candidate:
    label = flatten(turn.label).text
    said = [block.inlines for block in turn.blocks if isinstance(block, Paragraph)]
    flat = flatten(turn.label + tuple(chain.from_iterable(said)))
    end = len(label)
    return Candidate(index, flat, 0, end, (0, end), end, fold(label), is_stated=True)


def _candidate(index: int, flat: Flat, lexicon: Lexicon) -> Candidate | None:
    match = _LABEL.match(flat.text)
    if match is None:
        return None
    kind = next(
        kind for kind in ("spaced", "boxed", "name", "point", "bare") if match[kind] is not None
    )
    start, end = match.span(kind)
    while end > start and flat.text[end - 1].isspace():
        end -= 1
    label = flat.text[start:end]
    key = fold(label)
    known = key in lexicon.question or key in lexicon.answer
    if kind in ("spaced", "point", "bare") and not known:
        return None
    if kind in ("point", "bare") and flat.text[match.end()].islower():
        return None
    if not known and (len(label.split()) > _MAX_WORDS or _CLAUSE.search(label)):
        return None
    first = match.start("before") if match["before"] else start
    stop = match.end("after") if match["after"] else end
    return Candidate(index, flat, first, stop, (start, end), match.end(), key)


def proved(
    found: list[Candidate], lexicon: Lexicon, questions: frozenset[int]
) -> dict[str, tuple[Evidence, ...]]:
    """The keys of the labels that are speakers, each with its evidence.

    ``questions`` holds the indices of unlabelled blocks that end as a question: they take
    turns with labels as a labelled question would.
    """
    groups: dict[str, list[Candidate]] = {}
    for candidate in found:
        groups.setdefault(candidate.key, []).append(candidate)
    repeated = {key for key, group in groups.items() if len(group) > 1 or _known(key, lexicon)}
    neighbours = _neighbours(found, repeated, questions)
    weighed = {key: _weigh(key, group, lexicon, neighbours[key]) for key, group in groups.items()}
    speakers = {key for key, signs in weighed.items() if _total(signs) >= THRESHOLD}
    for key, signs in weighed.items() if len(speakers) <= MAX_SPEAKERS else ():
        if key not in speakers and any(is_kin(key, speaker) for speaker in speakers):
            weighed[key] = (*signs, _sign("kin of a speaker"))
    return {key: signs for key, signs in weighed.items() if _total(signs) >= THRESHOLD}


def _known(key: str, lexicon: Lexicon) -> bool:
    return key in lexicon.question or key in lexicon.answer


def _neighbours(
    found: list[Candidate], repeated: set[str], questions: frozenset[int]
) -> Counter[str]:
    """How many turns of each label stand beside a turn of another, repeated label."""
    turns = [(candidate.index, candidate.key) for candidate in found if candidate.key in repeated]
    turns += [(index, "?") for index in questions]
    turns.sort()
    count: Counter[str] = Counter()
    for at, (_, key) in enumerate(turns):
        beside = {turns[near][1] for near in (at - 1, at + 1) if 0 <= near < len(turns)}
        count[key] += bool(beside - {key})
    return count


def _weigh(key: str, group: list[Candidate], lexicon: Lexicon, turns: int) -> tuple[Evidence, ...]:
    known = _known(key, lexicon)
    speeches = [candidate.words.strip() for candidate in group]
    asking = sum("?" in words or "؟" in words or "？" in words for words in speeches)
    values = sum(bool(words) and _is_value(words) for words in speeches)
    signs = (
        ("known label", known),
        ("repeats", len(group) > 1),
        ("repeats often", len(group) > 2),
        ("takes turns", turns * 2 > len(group)),
        ("asks", asking * 2 >= len(group)),
        ("looks like a name", _looks_like_name(group[0].label)),
        ("named by the file", any(candidate.is_stated for candidate in group)),
        ("never a speaker", key in lexicon.never and not known),
        ("stands alone", len(group) == 1 and not known),
        ("introduces a value", values * 2 > len(group) and not asking and not known),
        ("same few words", len(group) > 1 and len(set(speeches)) == 1),
    )
    return tuple(_sign(name, group[0].label) for name, holds in signs if holds)


def _sign(name: str, detail: str = "") -> Evidence:
    return Evidence(name, WEIGHTS[name][0], detail)


def _total(signs: Iterable[Evidence]) -> float:
    return sum(sign.weight for sign in signs)


_VALUE_WORDS = 6


def _is_value(words: str) -> bool:
    return len(words.split()) <= _VALUE_WORDS and last_mark(words) not in ".?!…"


def _looks_like_name(label: str) -> bool:
    words = [word for word in label.replace(".", " ").split() if word[0].isalpha()]
    return bool(words) and len(words) <= _MAX_WORDS and all(word[0].isupper() for word in words)


def initials(key: str) -> str:
    """The first letters of a folded name's words: ``kate garcia`` gives ``kg``."""
    return "".join(word[0] for word in re.split(r"[\s.\-]+", key) if word)


_TITLES = frozenset(
    "dr prof mr mrs ms sir dame sr sra dra m mme mlle herr frau sig sigra dott".split()
)


def name_words(key: str) -> tuple[str, ...]:
    """The words of a folded name without titles."""
    words = tuple(word.strip(".,") for word in key.split())
    return tuple(word for word in words if word and word not in _TITLES) or words


def is_kin(one: str, other: str) -> bool:
    """Whether two folded labels can be one person: initials, or one name inside the other."""
    if one == other:
        return True
    short, long = sorted((name_words(one), name_words(other)), key=len)
    if len(short) < len(long) and set(short) <= set(long) and min(map(len, short)) > 1:
        return True
    letters = "".join(short).replace(".", "")
    return len(short) == 1 < len(long) and len(letters) > 1 and letters == initials(" ".join(long))
