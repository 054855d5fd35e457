"""The lines that may be headings, and what stands around each. Measured once per document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from converter.model import (
    Block,
    BulletList,
    Contents,
    Heading,
    LineBreak,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    ThematicBreak,
    Turn,
    extent,
    text_of,
    walk,
)
from converter.patterns import pattern
from converter.records import record, replace
from converter.recovery.cohesion import UNKNOWN, Cohesion
from converter.recovery.evidence import median
from converter.recovery.words import ends_in_full_stop, ends_sentence, fold, fold_all, word_count
from converter.schemas import ArticleSchema

MAX_LENGTH = 250
"""Code points; no heading of the newsrooms' files measured is longer than 220."""
MAX_WORDS = 40
_DEFAULT_PARAGRAPH = 60
"""Words; the length of a paragraph in a file that has no long one to measure."""
_SENTENCE_WORDS = 10
"""A sentence of so many words, with its full stop, is running text."""
KEYED = pattern(r"[^\W\d_][^:.!?]{0,40}:\s+\S")
"""A value behind its key, or a headline in two parts."""
_FIGURES = pattern(r"\d+|\A(?:[IVX]{1,5}|[A-H])(?=[.)])")
"""What counts a line."""


@record()
class Line:
    """A paragraph of one line that is short enough for a heading.

    ``before`` and ``after`` are the kinds of the neighbours (``long``, ``line``, ``list``,
    ``table``, ``heading``, ``turn``, ``quote``, ``contents``, ``break``, ``furniture``, ``keys``,
    ``other``, ``none``); ``blank_before`` and ``blank_after`` count empty lines; ``run`` is how
    many lines stand in a row with this one; ``bold`` says that all of it is set bold;
    ``cohesion`` is how much what follows speaks of the same things as what stands before;
    ``alike`` counts the other lines that open with the same words or numbers, where none of them
    are neighbours; ``turns`` says that the two blocks below are of another form than the two
    above; ``over_group`` and ``below_group`` that the two lines below, or above, stand right below
    one another; ``over_figures`` that the two below begin with figures and this one does not.
    """

    index: int
    text: str
    folded: str
    words: int
    before: str
    after: str
    before_text: str
    after_text: str
    blank_before: int
    blank_after: int
    run: int
    bold: bool
    cohesion: float
    alike: int = 0
    turns: bool = False
    over_group: bool = False
    below_group: bool = False
    over_figures: bool = False


@record()
class Surroundings:
    """What is true of the whole document.

    ``paragraph`` is how long its paragraphs are (median words); ``opening`` the first block that
    is no furniture; ``stated`` how many headings its marks state; ``repeats`` how often each line
    stands in it; ``listed`` the lines that its contents list names. ``headings``, ``about`` and
    ``keys`` are the schema's headings, the words that open one about somebody, and the keys.
    ``parted`` is the share of blocks parted by an empty line. ``formatted`` says that its format
    can set a line off, ``sets_off`` that some lines are, ``has_text`` that there is more in it than
    lines.
    """

    paragraph: float
    opening: int
    blocks: int
    stated: int
    repeats: Counter[str]
    listed: frozenset[str]
    headings: frozenset[str]
    about: tuple[str, ...]
    keys: frozenset[str]
    parted: float
    lines: int
    turns: int
    formatted: bool = False
    sets_off: bool = False
    has_text: bool = True


@record()
class _Blocks:
    """A document's blocks with what is measured of each: its text (of paragraphs and headings),
    its kind, the empty lines before it, and how many lines stand in a row with it."""

    blocks: Sequence[Block]
    texts: list[str]
    kinds: list[str]
    gaps: list[int]
    runs: list[int]
    cohesion: Cohesion


_HEADED = frozenset(("long", "list", "table", "turn", "quote", "contents"))
"""Kinds of blocks that a heading can stand over."""
_FORMATTED = frozenset(("docx", "odt", "pdf", "rtf"))
"""Formats in which people write that can set a line off: in bold, by a style. Web pages and mails
often lost what their writer set."""


def find_lines(
    blocks: Sequence[Block], text: str, schema: ArticleSchema, form: str = ""
) -> tuple[list[Line], Surroundings]:
    """The candidate lines of a document in this format, and its surroundings."""
    texts = [text_of(block) if isinstance(block, Paragraph | Heading) else "" for block in blocks]
    kinds = [_kind(block, own) for block, own in zip(blocks, texts, strict=True)]
    for index, block in enumerate(blocks[:-1]):
        if isinstance(block, Turn) and not block.blocks and kinds[index + 1] == "line":
            kinds[index + 1] = "long"  # the words of a label that stands alone
    all_of = _Blocks(blocks, texts, kinds, _gaps(blocks, text), _runs(kinds), Cohesion(blocks))
    alike = _alike(kinds, texts)
    lines = [
        _line(all_of, index, alike.get(index, 0))
        for index, kind in enumerate(kinds)
        if kind == "line"
    ]
    around = _surroundings(all_of, lines, schema)
    sets_off = around.stated > 0 or any(line.bold for line in lines)
    heads = around.stated > 0 or not _HEADED.isdisjoint(kinds)
    return lines, replace(around, formatted=form in _FORMATTED, sets_off=sets_off, has_text=heads)


def _surroundings(of: _Blocks, lines: list[Line], schema: ArticleSchema) -> Surroundings:
    lengths = [
        word_count(text) for text, kind in zip(of.texts, of.kinds, strict=True) if kind == "long"
    ]
    return Surroundings(
        paragraph=median(lengths) if lengths else _DEFAULT_PARAGRAPH,
        opening=next(
            (at for at, kind in enumerate(of.kinds) if kind not in ("furniture", "keys")), 0
        ),
        blocks=len(of.blocks),
        stated=sum(isinstance(block, Heading) and block.provenance is None for block in of.blocks),
        repeats=Counter(line.folded for line in lines),
        listed=_listed(of.blocks),
        headings=frozenset().union(*map(fold_all, schema.headings.values())),
        about=tuple(f"{text} " for text in fold_all(schema.headings.get("about", ()))),
        keys=fold_all(schema.labels.never),
        parted=sum(gap > 0 for gap in of.gaps[1:]) / max(1, len(of.gaps) - 1),
        lines=len(lines),
        turns=sum(isinstance(block, Turn) for block in of.blocks),
    )


def _kind(block: Block, text: str) -> str:
    match block:
        case Paragraph(role="key-value"):
            return "keys"
        case Paragraph(role=role) if role:
            return "furniture"
        case Paragraph():
            return "line" if _may_be_heading(block, text) else "long"
        case Heading():
            return "heading"
        case BulletList() | OrderedList():
            return "list"
        case Table():
            return "table"
        case Turn():
            return "turn"
        case Quote():
            return "quote"
        case Contents():
            return "contents"
        case ThematicBreak():
            return "break"
    return "other"


def _may_be_heading(block: Paragraph, text: str) -> bool:
    words = word_count(text)
    if not text or len(text) > MAX_LENGTH or words > MAX_WORDS:
        return False
    if words >= _SENTENCE_WORDS and ends_in_full_stop(text):
        return False
    return not any(isinstance(inline, LineBreak) for inline in walk(block.inlines))


def _gaps(blocks: Sequence[Block], text: str) -> list[int]:
    """How many empty lines stand before each block."""
    gaps = []
    end = 0
    for block in blocks:
        span = extent(block)
        if span is None:
            gaps.append(0)
            continue
        gap = text[end : span.start] if span.start > end else ""
        ends = gap.count("\n") or gap.count("\r")
        gaps.append(max(0, ends - 1))
        end = span.end
    return gaps


def _runs(kinds: Sequence[str]) -> list[int]:
    """For each block how many lines stand in a row with it."""
    runs = [0] * len(kinds)
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "line":
            end += 1
        for index in range(start, end):
            runs[index] = end - start
        start = max(end, start + 1)
    return runs


def _alike(kinds: Sequence[str], texts: Sequence[str]) -> dict[int, int]:
    """How many other lines open as each does, where they stand apart: lines that open alike and
    are neighbours are the items of a list, and those that come again a refrain, or buttons."""
    places: dict[str, list[int]] = {}
    for index, kind in enumerate(kinds):
        if kind == "line":
            places.setdefault(_opening(texts[index]), []).append(index)
    return {
        index: len(own) - 1
        for opening, own in places.items()
        if opening
        and all(later - one > 1 for one, later in pairwise(own))
        and len({texts[index] for index in own}) == len(own)
        for index in own
    }


def _opening(text: str) -> str:
    """The first two words of a line, or the first where it holds figures, whatever they count;
    empty for a line that is no longer, or begins in lower case."""
    first, *rest = text.split(None, 2)
    if not rest or first[0].islower():
        return ""
    words = first if _FIGURES.search(first) else f"{first} {rest[0]}"
    return _FIGURES.sub("9", words).casefold()


def _turns(of: _Blocks, index: int) -> bool:
    """Whether the two blocks above agree in how they end, or begin, and the two below in the
    contrary."""
    if not 2 <= index < len(of.blocks) - 2:
        return False
    faces = [_face(of, place) for place in (index - 2, index - 1, index + 1, index + 2)]
    if not all(faces):
        return False
    return any(one == two != three == four for one, two, three, four in zip(*faces, strict=True))


def _over_figures(of: _Blocks, index: int) -> bool:
    below = of.texts[index + 1 : index + 3]
    begins = [text[:1].isdigit() for text in (of.texts[index], *below)]
    return begins == [False, True, True]


def _face(of: _Blocks, index: int) -> tuple[bool, ...]:
    """What a reader sees of a line or a paragraph before he reads it; empty for other blocks."""
    text = of.texts[index]
    if of.kinds[index] not in ("line", "long") or not text:
        return ()
    return ends_sentence(text), text[0].isdigit(), KEYED.match(text) is not None


def _line(of: _Blocks, index: int, alike: int) -> Line:
    block = of.blocks[index]
    assert isinstance(block, Paragraph)
    text = of.texts[index]
    is_last = index + 1 == len(of.blocks)
    return Line(
        index=index,
        text=text,
        folded=fold(text),
        words=word_count(text),
        before=of.kinds[index - 1] if index else "none",
        after="none" if is_last else of.kinds[index + 1],
        before_text=of.texts[index - 1] if index else "",
        after_text="" if is_last else of.texts[index + 1],
        blank_before=of.gaps[index],
        blank_after=0 if is_last else of.gaps[index + 1],
        run=of.runs[index],
        bold=all(isinstance(inline, Strong) for inline in block.inlines),
        cohesion=UNKNOWN if ends_sentence(text) else of.cohesion.at(index),
        alike=alike,
        turns=_turns(of, index),
        over_group=of.kinds[index + 1 : index + 3] == ["line", "line"] and not of.gaps[index + 2],
        below_group=(
            of.kinds[max(0, index - 2) : index] == ["line", "line"] and not of.gaps[index - 1]
        ),
        over_figures=_over_figures(of, index),
    )


def _listed(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(
        fold(text_of(*entry.inlines))
        for block in blocks
        if isinstance(block, Contents)
        for entry in block.entries
    )
