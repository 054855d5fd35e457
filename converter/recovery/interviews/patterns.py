"""Where a block may begin with a speaker's label, by its form alone: ``Kate Garcia:``, ``KG:``,
``Q.``, ``Pregunta.-``, ``[Host]``, ``CHRIS (00:12:03):``, ``Kate Garcia — ``, and a name beside
a time on a line of its own. Whether it is one, the document must prove (labels.py)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from operator import attrgetter

from converter.model import Block, Heading, Paragraph, Strong, Turn, text_of
from converter.patterns import pattern
from converter.records import record, replace
from converter.recovery.flat import Flat, flatten
from converter.recovery.interviews.cues import is_name
from converter.recovery.interviews.kin import MAX_NAME_WORDS, looks_like_name
from converter.recovery.words import fold, fold_all
from converter.schemas import ArticleSchema

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_TIME = rf"[\[(]?{_CLOCK}(?:\s*(?:-->|[-–—])\s*{_CLOCK})?[\])]?"
_BEFORE = rf"(?:>>\s*)?(?P<before>{_TIME}\s*[-–—]?\s*)?"
_DASH = r"[-‐–—―]{1,2}"
_LABEL = pattern(
    rf"""
    {_BEFORE}
    (?:
        (?P<spaced>Q)[ \t]{{2,}}(?=\S)
      | \[(?P<boxed>[^\]\[\n:]{{1,40}})\]\s*:?\s+
      | <v[ \t]+(?P<voice>[^<>\n]{{1,60}})>\s*
      | (?P<name>[^\W\d_][^:：\n()\[\]?!;|]{{0,99}}?|\d{{1,2}}[^\W\d_]{{1,3}})
        (?P<after>\s*[(\[][^)\]\n]{{0,40}}[)\]])?
        \s*[:：](?:\s+|\Z|(?=[^\s\d/\\:)\]]))
      | (?P<bare>Q)\s+(?=[^\W\d_]|["“«¿])
    )
    """,
    re.VERBOSE,
)
"""A name and a colon, a bracketed name, the voice of a caption, a Q with room behind it."""
_CLOSED = pattern(
    rf"""
    {_BEFORE}
    (?P<name>[^\W\d_]{{1,20}}(?:[ ][^\W\d_]{{1,20}}){{0,2}}(?:[ ]?\d{{1,3}})?)
    (?P<mark>\s?[.．]\s?{_DASH}\s*|\.\s+|．\s*|\s{_DASH}\s+|[–—―]\s+)
    (?=[^\W\d_]|["“«¿¡'‘(…])
    """,
    re.VERBOSE,
)
"""Words that the schema knows as a label, closed by a full stop, a dash, or both."""
_DASHED = pattern(
    rf"""
    (?P<name>[^\W\d_][\w.'’\-]{{0,30}}(?:[ ][^\W\d_][\w.'’\-]{{0,30}}){{0,4}})
    (?:[ ]{_DASH}[ ]|[.]{_DASH}[ ]?|[.][ ]{_DASH}[ ])
    (?=\S)
    """,
    re.VERBOSE,
)
"""A name closed by a dash."""
_SHOUTED = pattern(
    r"(?P<name>(?:[^\W\d_]{1,9}\.?[ ])?[^\W\d_a-z]{3,30}(?:[ ][^\W\d_a-z]{1,30}){0,3})\.[ ](?=\S)"
)
"""A name in capitals closed by a full stop, as in a printed play, with a title before it, as in
the record of a hearing: ``Mr. VALE.``"""
_HEAD = pattern(
    rf"""
    (?:  (?P<before>{_TIME})\s*[-–—|]?\s*(?P<name>[^\W\d_][^:：\n()\[\]?!;|<>]{{0,59}})
      |  (?P<led>[^\W\d_][^:：\n()\[\]?!;|<>]{{0,59}}?)\s*[-–—|,]?\s*(?P<after>{_TIME})
    )\Z
    """,
    re.VERBOSE,
)
"""A name beside a time and nothing else, as programs that write down speech set it."""
_TIME_ALONE = pattern(rf"{_TIME}\Z")
_COUNTED = pattern(r"(?P<word>.*?[^\W\d_])[ ]?(?:n[.ºo°]{1,2}[ ]?|no\.[ ]?|\#)?\d{1,3}\Z")
"""``Q1``, ``Question 12``: a label that counts."""
_MAX_LABEL = 60
"""Code points; only a name with its office behind a comma is longer."""
_MAX_HEAD_WORDS = 5
_CLAUSE = pattern(r"[\"“”«»]|\w{3,}[.!?]\s")
_FROM_ZERO = 300
"""Seconds. A recording is timed from its start, a day's programme does not begin after midnight;
so tells `0:03` from `10:00` where no seconds stand behind."""

KEY_VALUE = "key-value"
"""Role of paragraphs that may be turns all the same: two short turns look like keys with values."""
COLON, DASH, STOP, BOLD, LINE, HEAD = "colon", "dash", "stop", "bold", "line", "head"
"""What closes a label: a mark, the end of bold letters, or of its line; a head has a time too."""


@record()
class Candidate:
    """A block that may open a turn: its index, its words, where in them the label stands
    (``start`` to ``stop``, with a time or a role in brackets), where the name in it ends, where
    the speech begins, and what closes the label. ``below`` is the speech where it begins on the
    next line; ``timed`` says that the line above is its time; ``is_stated`` that the file itself
    has the turn."""

    index: int
    flat: Flat
    start: int
    stop: int
    name: tuple[int, int]
    speech: int
    key: str
    form: str = COLON
    below: str = ""
    timed: bool = False
    is_stated: bool = False

    @property
    def label(self) -> str:
        """The name in the label, as written."""
        return self.flat.text[self.name[0] : self.name[1]]

    @property
    def office(self) -> str:
        """What stands behind the name in the label, folded: ``host``."""
        return fold(self.flat.text[self.name[1] : self.stop]).strip(" ,()[]")

    @property
    def words(self) -> str:
        """What follows the label."""
        return self.flat.text[self.speech :] or self.below


@record()
class Lexicon:
    """The schema's labels, folded."""

    question: frozenset[str]
    answer: frozenset[str]
    never: frozenset[str]

    def knows(self, key: str) -> bool:
        """Whether the schema lists these words as who asks or who answers."""
        return key in self.question or key in self.answer


def lexicon_of(schema: ArticleSchema) -> Lexicon:
    """The labels of a schema, folded for comparison."""
    labels = schema.labels
    return Lexicon(fold_all(labels.question), fold_all(labels.answer), fold_all(labels.never))


def candidates(blocks: Sequence[Block], lexicon: Lexicon) -> list[Candidate]:
    """Every paragraph or heading that begins like a labelled turn, and every turn that the file
    states with its label."""
    open_blocks = [
        (index, block, flatten(block.inlines))
        for index, block in enumerate(blocks)
        if isinstance(block, Heading)
        or (isinstance(block, Paragraph) and block.role in ("", KEY_VALUE))
    ]
    closed = {index: _closed(index, flat, lexicon) for index, _, flat in open_blocks}
    keys = {item.key for item in closed.values() if item is not None}
    if not (keys & lexicon.question and keys & lexicon.answer):
        closed = {}
    lines = Counter(flat.text for _, _, flat in open_blocks if len(flat.text) <= _MAX_LABEL)
    found = [
        closed.get(index)
        or _labelled(index, flat, lexicon)
        or _closed(index, flat, lexicon)
        or _named(index, flat, _DASHED, DASH)
        or _named(index, flat, _SHOUTED, STOP)
        or _head(index, flat, block)
        or _bold(index, flat, block)
        or _line(index, flat, lines)
        for index, block, flat in open_blocks
    ]
    kept = _recorded([item for item in found if item is not None])
    begun = _with_times(_with_speech(kept, blocks), blocks)
    stated = [
        _stated(index, block)
        for index, block in enumerate(blocks)
        if isinstance(block, Turn) and block.label
    ]
    return sorted(begun + stated, key=attrgetter("index")) if stated else begun


def _stated(index: int, turn: Turn) -> Candidate:
    label = flatten(turn.label).text
    said = [block.inlines for block in turn.blocks if isinstance(block, Paragraph)]
    flat = flatten(turn.label + tuple(chain.from_iterable(said)))
    end = len(label)
    return Candidate(index, flat, 0, end, (0, end), end, fold(label), is_stated=True)


def _closed(index: int, flat: Flat, lexicon: Lexicon) -> Candidate | None:
    match = _CLOSED.match(flat.text)
    if match is None:
        return None
    start, end = match.span("name")
    end = _counted(flat.text, start, end, lexicon)
    key = fold(flat.text[start:end])
    if not lexicon.knows(key) or flat.text[match.end()].islower():
        return None
    first = match.start("before") if match["before"] else start
    return Candidate(index, flat, first, match.end("name"), (start, end), match.end(), key)


def _labelled(index: int, flat: Flat, lexicon: Lexicon) -> Candidate | None:
    match = _LABEL.match(flat.text)
    if match is None:
        return None
    kind = next(
        kind for kind in ("spaced", "boxed", "voice", "name", "bare") if match[kind] is not None
    )
    start, whole = match.span(kind)
    whole = start + len(flat.text[start:whole].rstrip())
    end = _counted(flat.text, start, whole, lexicon)
    end = _before_office(flat.text, start, end)
    label = flat.text[start:end]
    key = fold(label)
    known = lexicon.knows(key)
    if kind in ("spaced", "bare") and not known:
        return None
    if kind == "bare" and flat.text[match.end()].islower():
        return None
    if not known and (
        len(label) > _MAX_LABEL or len(label.split()) > MAX_NAME_WORDS or _CLAUSE.search(label)
    ):
        return None
    first = match.start("before") if match["before"] else start
    stop = match.end("after") if kind == "name" and match["after"] else whole
    return Candidate(index, flat, first, stop, (start, end), match.end(), key)


def _counted(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the word of a known label ends that carries a number: ``Q1``."""
    match = _COUNTED.fullmatch(text, start, end)
    if match is None or not lexicon.knows(fold(match["word"])):
        return end
    return match.end("word")


def _before_office(text: str, start: int, end: int) -> int:
    """Where the name ends in a label that gives an office behind a comma."""
    name = text[start:end].partition(",")[0].rstrip()
    if len(name) < end - start and len(name.split()) > 1 and looks_like_name(name):
        return start + len(name)
    return end


def _named(index: int, flat: Flat, pattern: re.Pattern[str], form: str) -> Candidate | None:
    match = pattern.match(flat.text)
    if match is None:
        return None
    start, end = match.span("name")
    name = flat.text[start:end]
    if not looks_like_name(name) or (form == STOP and not name.split()[-1].isupper()):
        return None
    return Candidate(index, flat, start, end, (start, end), match.end(), fold(name), form)


def _head(index: int, flat: Flat, block: Paragraph | Heading) -> Candidate | None:
    """A name alone on its line with a time beside it, or with a caption's time above it."""
    text = flat.text
    match = _HEAD.match(text)
    if match is not None:
        start, end = match.span("name" if match["name"] else "led")
    elif is_name(block):
        start, end = 0, len(text)
    else:
        return None
    name = text[start:end].rstrip()
    if not looks_like_name(name) or len(name.split()) > _MAX_HEAD_WORDS or name[-1] in ".,":
        return None
    length = len(text)
    return Candidate(index, flat, 0, length, (start, start + len(name)), length, fold(name), HEAD)


def _bold(index: int, flat: Flat, block: Paragraph | Heading) -> Candidate | None:
    """A name in bold letters, and words behind it."""
    first = block.inlines[0] if block.inlines else None
    name = text_of(first).rstrip() if isinstance(first, Strong) else ""
    if len(block.inlines) < 2 or not _is_person(name):
        return None
    speech = len(flat.text) - len(flat.text[len(name) :].lstrip())
    if speech == len(name) or name[0].isspace():
        return None
    return Candidate(index, flat, 0, len(name), (0, len(name)), speech, fold(name), BOLD)


def _line(index: int, flat: Flat, lines: Counter[str]) -> Candidate | None:
    """A name alone on its line, which stands alone on another line too."""
    text = flat.text
    if lines[text] < 2 or not _is_person(text):
        return None
    return Candidate(index, flat, 0, len(text), (0, len(text)), len(text), fold(text), LINE)


def _is_person(name: str) -> bool:
    return looks_like_name(name) and len(name.split()) <= _MAX_HEAD_WORDS and name[-1].isalnum()


def _recorded(found: list[Candidate]) -> list[Candidate]:
    """These without the heads, where their times are not those of a recording."""
    times = [_seconds(item.flat.text) for item in found if item.form == HEAD]
    clocks = [seconds for seconds, _ in times if seconds >= 0]
    falls = sum(after < before for before, after in pairwise(clocks))
    exact = any(parts > 2 for _, parts in times)
    if clocks and (falls * 5 > len(clocks) or not (exact or min(clocks) < _FROM_ZERO)):
        return [item for item in found if item.form != HEAD]
    return found


def _seconds(text: str) -> tuple[float, int]:
    """The first time in a text in seconds, and of how many parts it is made; -1 for none."""
    match = re.search(_CLOCK, text)
    if match is None:
        return -1, 0
    parts = re.split(r"[:]", match.group().replace(",", "."))
    seconds = 0.0
    for part in parts:
        seconds = seconds * 60 + float(part)
    return seconds, len(parts)


def _with_speech(found: list[Candidate], blocks: Sequence[Block]) -> list[Candidate]:
    """Each label that stands alone on its line with the paragraph below it."""
    taken = {item.index for item in found}
    return [
        replace(item, below=text_of(below))
        if item.speech >= len(item.flat.text)
        and item.index + 1 not in taken
        and isinstance(below := _at(blocks, item.index + 1), Paragraph)
        and not below.role
        and not _is_time(below)
        else item
        for item in found
    ]


def _with_times(found: list[Candidate], blocks: Sequence[Block]) -> list[Candidate]:
    """Each label with whether a time alone stands on the line above it, when two or more have."""
    timed = {item.index for item in found if _is_time(_at(blocks, item.index - 1))}
    if len(timed) < 2:
        return found
    return [replace(item, timed=item.index in timed) for item in found]


def _at(blocks: Sequence[Block], index: int) -> Block | None:
    return blocks[index] if 0 <= index < len(blocks) else None


def _is_time(block: Block | None) -> bool:
    """Whether a paragraph holds a time and nothing else."""
    return (
        isinstance(block, Paragraph | Heading)
        and _TIME_ALONE.match(flatten(block.inlines).text) is not None
    )
