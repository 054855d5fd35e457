"""Hard-wrapped text: lines that an editor or a mail program broke at a width are one paragraph.

A break is the width's when the next line's first word did not fit. Words divided at a line end
are put together when the document holds the whole word elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.model import (
    Block,
    BulletList,
    Document,
    Evidence,
    Inline,
    ListItem,
    Markup,
    OrderedList,
    Paragraph,
    Provenance,
    Quote,
    Span,
    Text,
    extent,
    join_texts,
    line_end_between,
    text_of,
)
from converter.records import record, replace
from converter.recovery.phrases import Phrases, phrases_of
from converter.recovery.words import WORD, first_letter, fold, is_unspaced
from converter.schemas import ArticleSchema

RULE = "lines-rejoined"
_EVIDENCE = {
    "the next word did not fit": (2.0, "the line ends where the width of the text does"),
    "a sentence goes on": (2.0, "no mark ends the line, and the next begins in lower case"),
}
_CONFIDENCE = 0.95
_OTHER = "lines of their own"
"""What the lines would else be."""
_NARROWEST, _WIDEST = 40, 130
"""Code points; nobody wraps narrower, and longer lines are paragraphs."""
_MOSTLY = 0.65
"""The share of line pairs without an empty line between that the width explains in a text that
is wrapped."""
_MIN_PAIRS = 4
_QUOTE_MARKS = "> \t\r\n"
"""What may stand between two lines of a quote."""
_QUOTE_WIDTH = 2
"""Code points that ``> `` takes."""
_SLACK = 3
"""Code points by which wrapping programs differ in counting the white space."""
_QUANTILE = 0.97
_LONGEST_WORD = 24
"""Code points; a longer one, an address mostly, fits no line and proves nothing."""
_SMALL_WORD = 3
"""Letters of the longest word in lower case within a name: ``del``, ``van``."""
_MAX_CAPITALS = 0.6
"""The share of lines after a break that may begin with a capital; in running prose most words
do not, so a column of names or keys is not taken for one."""


@record()
class _Wrap:
    """The width a document is wrapped at (0: it is not), and its words. Inside a quote the marks
    take ``marks`` of the width."""

    text: str
    width: int
    words: frozenset[str]
    bylines: Phrases
    marks: int = 0


def recover_wrapped(document: Document, schema: ArticleSchema) -> Document:
    """Join the lines of paragraphs that were broken at a width."""
    text = document.source.text
    width = _width(document.blocks, text)
    words = frozenset(WORD.findall(text.casefold())) if width else frozenset()
    blocks = _join_all(document.blocks, _Wrap(text, width, words, phrases_of(schema, "byline")))
    return document if len(blocks) == len(document.blocks) else replace(document, blocks=blocks)


def _width(blocks: Sequence[Block], text: str) -> int:
    """The width at which the lines are broken, or 0."""
    pairs: list[tuple[int, int]] = []
    capitals = 0
    for first, second in pairwise(blocks):
        if isinstance(second, Paragraph) and _touches(first, second, text):
            above, below = _last_line(first), text_of(second)
            if above is not None and below and _first_word(below) <= _LONGEST_WORD:
                pairs.append((len(above), _first_word(below)))
                capitals += first_letter(below).isupper()
    if len(pairs) < _MIN_PAIRS or capitals > _MAX_CAPITALS * len(pairs):
        return 0
    lengths = sorted(length for length, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * _QUANTILE))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    explained = sum(length + 1 + word > width - _SLACK for length, word in pairs)
    return width if explained >= _MOSTLY * len(pairs) else 0


def _first_word(text: str) -> int:
    """How long the first word is; one letter where a script puts no spaces between words, since a
    line is broken anywhere in it."""
    word = text.split(None, 1)[0]
    return 1 if is_unspaced(word) else len(word)


def _touches(first: Block, second: Block, text: str) -> bool:
    """Whether nothing but one line end stands between two blocks."""
    left, right = extent(_tail(first)), extent(second)
    if left is None or right is None:
        return False
    gap = text[left.end : right.start]
    if gap.strip(_QUOTE_MARKS):
        return False
    return gap.replace("\r\n", "\n").count("\n") + gap.count("\r") <= 1


def _tail(block: Block) -> Block:
    """The paragraph that a block ends in, which is the block itself unless it is a list."""
    while isinstance(block, BulletList | OrderedList) and block.items and block.items[-1].blocks:
        block = block.items[-1].blocks[-1]
    return block


def _last_line(block: Block) -> str | None:
    tail = _tail(block)
    return text_of(tail).rsplit("\n", 1)[-1].strip() if isinstance(tail, Paragraph) else None


def _join_all(blocks: tuple[Block, ...], wrap: _Wrap) -> tuple[Block, ...]:
    joined: list[Block] = []
    lines: list[Paragraph] = []  # that go on where the last of the joined blocks ends
    sign = ""
    for original in blocks:
        block = original
        if isinstance(block, Quote):
            inner = _join_all(block.blocks, replace(wrap, marks=wrap.marks + _QUOTE_WIDTH))
            block = block if len(inner) == len(block.blocks) else replace(block, blocks=inner)
        above = lines[-1] if lines else joined[-1] if joined else None
        found = _sign(above, block, wrap) if above and isinstance(block, Paragraph) else ""
        if found and isinstance(block, Paragraph):
            lines.append(block)
            sign = sign or found
            continue
        if lines:
            joined[-1] = _appended(joined[-1], lines, wrap, sign)
            lines, sign = [], ""
        joined.append(block)
    if lines:
        joined[-1] = _appended(joined[-1], lines, wrap, sign)
    return tuple(joined)


def _sign(first: Block, second: Paragraph, wrap: _Wrap) -> str:
    """Which evidence says that the second goes on where the first ends; empty for none."""
    if not isinstance(_tail(first), Paragraph) or not _touches(first, second, wrap.text):
        return ""
    above, below = _last_line(first) or "", text_of(second)
    if not above or not below:
        return ""
    word = _first_word(below)
    if word > _LONGEST_WORD:
        return ""
    length = len(above) + wrap.marks
    if wrap.width and length + 1 + word > wrap.width - _SLACK and length <= wrap.width + _SLACK:
        return "the next word did not fit"
    goes_on = (above[-1].isalnum() or above[-1] in ",-–") and below[:1].islower()
    if goes_on and _is_signed(below, wrap.bylines):
        return ""
    if goes_on and _NARROWEST <= len(above) <= _WIDEST and len(below) <= _WIDEST:
        return "a sentence goes on"
    return ""


_MOST_SIGNED = 8
"""Words of a line that names an author."""


def _is_signed(line: str, bylines: Phrases) -> bool:
    """Whether a line in lower case names an author: ``di Luca Ferri e Anna Sala``."""
    phrase = bylines.opening(fold(line)) if line.count(" ") < _MOST_SIGNED else ""
    names = [word for word in line[len(phrase) :].split() if len(word) > _SMALL_WORD]
    return bool(phrase and names) and all(word[0].isupper() for word in names)


def _appended(first: Block, lines: list[Paragraph], wrap: _Wrap, sign: str) -> Block:
    """The first block with the words of these lines at its end."""
    if isinstance(first, BulletList | OrderedList):
        *items, item = first.items
        *blocks, tail = item.blocks
        grown = ListItem((*blocks, _appended(tail, lines, wrap, sign)), item.markup)
        return replace(first, items=(*items, grown))
    assert isinstance(first, Paragraph)
    because = Provenance(RULE, _CONFIDENCE, (Evidence(sign, *_EVIDENCE[sign]),), _OTHER)
    return replace(_joined([first, *lines], wrap), provenance=first.provenance or because)


def _joined(lines: list[Paragraph], wrap: _Wrap) -> Paragraph:
    """The first with the words of the others, and the line ends between them."""
    inlines = [*lines[0].inlines]
    markup = [*lines[0].markup]
    for above, below in pairwise(lines):
        if _is_divided(above, below):
            markup += _take_hyphen(inlines, above, below, wrap)
        else:
            left, right = extent(above), extent(below)
            assert left is not None
            assert right is not None
            inlines.append(line_end_between(wrap.text, left.end, right.start))
        inlines += below.inlines
        markup += below.markup
    return replace(lines[0], inlines=join_texts(inlines), markup=tuple(markup))


def _is_divided(first: Paragraph, second: Paragraph) -> bool:
    above, below = text_of(first), text_of(second)
    return (
        len(above) > 2
        and above[-1] in "-‐\u00ad"
        and above[-2].isalpha()
        and below[:1].islower()
        and isinstance(first.inlines[-1], Text)
    )


def _take_hyphen(inlines: list[Inline], above: Paragraph, below: Paragraph, wrap: _Wrap) -> Markup:
    """Take the hyphen off the last of these inlines when the document holds the whole word; where
    it stood. The two lines then stand without white space between, as they do without it."""
    start = WORD.findall(text_of(above)[:-1])[-1:]
    end = WORD.findall(text_of(below))[:1]
    whole = "".join(start + end).casefold()
    left = inlines[-1]
    assert isinstance(left, Text)
    if whole not in wrap.words or left.span is None:
        return ()
    hyphen = Span(left.span.end - 1, left.span.end)
    inlines[-1] = Text(left.text[:-1], Span(left.span.start, hyphen.start))
    return (hyphen,)
