"""Talks whose turns begin with a dash, as Spanish, French, Portuguese, Polish and Russian papers
print them: a line that asks, a line that answers. Proved by the document as a whole, so that
dialogue in a story and lists with dashes stay what they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.model import (
    Block,
    BulletList,
    Document,
    Evidence,
    Heading,
    ListItem,
    Paragraph,
    Provenance,
    Span,
    Turn,
    leaves,
    split_inlines,
    text_of,
)
from converter.patterns import pattern
from converter.records import record, replace
from converter.recovery.evidence import confidence, median, total
from converter.recovery.flat import flatten
from converter.recovery.interviews.persons import Persons
from converter.recovery.interviews.questions import MAX_QUESTION, is_announced
from converter.recovery.interviews.speakers import ANSWER, QUESTION
from converter.recovery.words import asks
from converter.schemas import ArticleSchema

RULE = "dashed-turn"
_DASH = pattern(r"[-‐–—―]{1,2}\s*(?=[^\W_]|[¿¡\"“«'‘(\[…])")
_TELLS = pattern(r"(?:[?!…][\s–—―\-]+|,\s*[–—―]\s*)(?P<next>[^\W\d_])")
"""What may be ``? asked the keeper`` or ``, — said he``; the next letter tells."""

WEIGHTS = {
    "three or more questions": (1.0, "a question or two are dialogue"),
    "six or more questions": (1.0, "a story does not ask so often"),
    "question, then answer": (2.0, "right below most dashes that ask stands one that does not"),
    "only questions have a dash": (1.5, "words without dash stand below each"),
    "most of the text": (1.0, "the talk takes up more than half of it"),
    "speaks to somebody": (1.0, "a quarter of the questions, or more, say `you`"),
    "answers speak of themselves": (1.0, "half of the answers, or more, say `I` or `we`"),
    "announced": (2.0, "the headline or the lead speaks of an interview"),
    "answers are longer": (1.0, "the middle answer is longer than the middle question"),
    "tells who speaks": (-5.0, "`? asked the keeper`: a story"),
    "tells between": (-3.0, "words without dash stand below many questions, and answers have one"),
    "a part of the text": (-2.0, "the talk takes up less than half of it"),
    "bullets": (-2.0, "other marks than dashes stand before lines, which count items more often"),
    "two marks": (3.0, "one mark stands before what asks, and another before what does not"),
}
"""Evidence that dashes are the turns of an interview; its sum must reach THRESHOLD."""
THRESHOLD = 4.5
_MIN_QUESTIONS = 3
_MARKS = "-–—"
"""Marks of lines that may be turns; a line without one is a paragraph, whose dash opens it."""
_MOSTLY, _HALF, _SOME, _FEW = 0.7, 0.5, 0.25, 0.15


@record()
class _Line:
    """A paragraph, or an item of a list, that begins with a dash: the index of its block, its
    words, and how many blocks stand between it and the next."""

    index: int
    holder: Paragraph | Heading | ListItem
    text: str
    below: int = 0
    mark: str = ""

    @property
    def asks(self) -> bool:
        """Whether it ends as a question."""
        return len(self.text) <= MAX_QUESTION and asks(self.text)


def dash_turns(document: Document, schema: ArticleSchema) -> tuple[Block, ...]:
    """The blocks with a turn for each line behind a dash, where the document proves a talk."""
    blocks = document.blocks
    lines = _lines(document)
    if sum(line.asks for line in lines) < _MIN_QUESTIONS:
        return blocks
    signs = _signs(document, lines, schema)
    if total(signs) < THRESHOLD:
        return blocks
    because = Provenance(RULE, confidence(signs, THRESHOLD), signs, "paragraph")
    turns: dict[int, list[Block]] = {}
    for line, role in zip(lines, _roles(lines), strict=True):
        turns.setdefault(line.index, []).append(_turn(line.holder, role, because))
    return tuple(turn for index, block in enumerate(blocks) for turn in turns.get(index, (block,)))


def _lines(document: Document) -> list[_Line]:
    """The lines behind dashes; those that a reader took for lists when these ask more often."""
    paragraphs: list[_Line] = []
    items: list[_Line] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and not block.role):
            text = text_of(block)
            if _DASH.match(text):
                paragraphs.append(_Line(index, block, text))
        elif isinstance(block, BulletList) and (marked := _marked(block, document.source.text)):
            items += [_Line(index, item, text_of(item), mark=mark) for mark, item in marked]
    lines = max(paragraphs, items, key=lambda lines: sum(line.asks for line in lines))
    ends = (*(line.index for line in lines[1:]), len(document.blocks))
    return [
        replace(line, below=max(0, end - line.index - 1))
        for line, end in zip(lines, ends, strict=False)
    ]


def _marked(block: BulletList, text: str) -> list[tuple[str, ListItem]]:
    """The items of a list and of the lists in them, each with its mark; none where items are not
    all words behind a mark."""
    marked: list[tuple[str, ListItem]] = []
    for item in block.items:
        words, *inner = item.blocks or (None,)
        if not item.markup or not isinstance(words, Paragraph):
            return []
        lists = [below for below in inner if isinstance(below, BulletList) and not below.markup]
        others = [below for below in inner if not isinstance(below, BulletList) or below.markup]
        own = ListItem((words, *others), item.markup)
        marked.append((text[item.markup[0].start], own))
        for below in lists:
            found = [
                (text[one.markup[0].start], one)
                for one in below.items
                if one.markup and one.blocks and isinstance(one.blocks[0], Paragraph)
            ]
            if len(found) < len(below.items) or others:
                return []
            marked += found
    return marked


def _signs(
    document: Document, lines: Sequence[_Line], schema: ArticleSchema
) -> tuple[Evidence, ...]:
    blocks, persons = document.blocks, Persons(document.language)
    asking = [line for line in lines if line.asks]
    saying = [line.text for line in lines if not line.asks]
    count = len(asking)
    answered = sum(one.asks and not other.asks and not one.below for one, other in pairwise(lines))
    alone = sum(line.below > 0 for line in asking)
    told = sum(_tells(line.text) for line in lines)
    only = len(lines) - count <= _FEW * len(lines)
    talk = sum(len(leaf.text) for leaf in leaves(blocks[lines[0].index :]))
    whole = sum(len(leaf.text) for leaf in leaves(blocks))
    holds = {
        "three or more questions": count >= _MIN_QUESTIONS,
        "six or more questions": count >= 2 * _MIN_QUESTIONS,
        "question, then answer": answered >= _MOSTLY * count,
        "only questions have a dash": only and alone >= _MOSTLY * count,
        "most of the text": talk >= _HALF * whole,
        "a part of the text": talk < _HALF * whole,
        "speaks to somebody": persons.share_to_somebody([line.text for line in asking]) >= _SOME,
        "answers speak of themselves": bool(saying) and persons.share_of_self(saying) >= _HALF,
        "announced": is_announced(blocks, schema),
        "answers are longer": bool(saying)
        and median(map(len, saying)) > median(len(line.text) for line in asking),
        "tells who speaks": told >= _FEW * len(lines),
        "bullets": any(line.mark not in _MARKS for line in lines),
        "two marks": _have_two_marks(lines),
        "tells between": not only and alone >= _SOME * count,
    }
    return tuple(Evidence(name, WEIGHTS[name][0]) for name, true in holds.items() if true)


def _have_two_marks(lines: Sequence[_Line]) -> bool:
    asking = {line.mark for line in lines if line.asks}
    saying = {line.mark for line in lines if not line.asks}
    return len(asking) == len(saying) == 1 and asking != saying


def _tells(text: str) -> bool:
    return any(match["next"].islower() for match in _TELLS.finditer(text))


def _roles(lines: Sequence[_Line]) -> list[str]:
    """Who asks and who answers: by turns where every other line asks, else line by line."""
    for first in (0, 1):
        ours, others = lines[first::2], lines[1 - first :: 2]
        asked = sum(line.asks for line in ours) >= _MOSTLY * len(ours)
        if asked and sum(line.asks for line in others) <= _FEW * len(others):
            return [QUESTION if at % 2 == first else ANSWER for at in range(len(lines))]
    return [QUESTION if line.asks else ANSWER for line in lines]


def _turn(holder: Paragraph | Heading | ListItem, role: str, because: Provenance) -> Turn:
    if isinstance(holder, ListItem):
        return Turn(holder.blocks, role=role, markup=holder.markup, provenance=because)
    flat = flatten(holder.inlines)
    match = _DASH.match(flat.text)
    assert match is not None
    start = flat.offset(0)
    mark = Span(start, start + len(match.group().rstrip()))
    _, words = split_inlines(holder.inlines, flat.offset(match.end()))
    own = Paragraph(words, markup=holder.markup, provenance=holder.provenance)
    return Turn((own,), role=role, markup=(mark,), provenance=because)
