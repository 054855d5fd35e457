"""What a document is made of: inline nodes, blocks, and why we hold each recovered one.

Every node is frozen. A leaf (Text, Code, NoteReference) carries its characters and the
span where they stand; a leaf without a span is generated and names the rule that made it.
``markup`` holds the spans of the characters that were recognised as structure (bullets,
pipes, hashes, the colon after a speaker's label). Between them stands only white space.
White space inside a Text, a line end too, reads as one space; a LineBreak is a break.
"""

from __future__ import annotations

from typing import TypeAlias

from converter.model.spans import Span
from converter.records import record

Markup: TypeAlias = tuple[Span, ...]


@record()
class Evidence:
    """One observed fact: the name of its entry in the rule's table, its weight for (or, when
    negative, against) the reading, and what was seen."""

    name: str
    weight: float
    detail: str = ""


@record()
class Provenance:
    """Why we hold a recovered node: the rule, what it saw, how sure it is (0 to 1), and the
    reading that came second."""

    rule: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()
    runner_up: str = ""


# --- inline nodes ---------------------------------------------------------------------------


@record()
class Text:
    """A run of characters. Equals the slice of the reading text at ``span``; without a span it
    is generated, and ``rule`` says by which rule."""

    text: str
    span: Span | None
    rule: str = ""

    def __post_init__(self) -> None:
        _check_leaf(self.text, self.span, self.rule)


@record()
class Code:
    """Characters to be shown as typed."""

    text: str
    span: Span | None
    rule: str = ""
    markup: Markup = ()

    def __post_init__(self) -> None:
        _check_leaf(self.text, self.span, self.rule)


@record()
class NoteReference:
    """The mark in the text that points to the note with this id."""

    text: str
    span: Span | None
    note: str
    rule: str = ""
    markup: Markup = ()

    def __post_init__(self) -> None:
        _check_leaf(self.text, self.span, self.rule)


def _check_leaf(text: str, span: Span | None, rule: str) -> None:
    if span is None:
        if not rule:
            raise ValueError("a generated leaf names its rule")
    elif span.end - span.start != len(text):
        raise ValueError(f"leaf of {len(text)} code points at {span}")


@record()
class LineBreak:
    """A break inside a block; the characters that made it are its markup."""

    markup: Markup = ()


@record()
class Emphasis:
    """Stressed words."""

    children: tuple[Inline, ...]
    markup: Markup = ()


@record()
class Strong:
    """Important words."""

    children: tuple[Inline, ...]
    markup: Markup = ()


@record()
class Superscript:
    """Raised characters."""

    children: tuple[Inline, ...]
    markup: Markup = ()


@record()
class Subscript:
    """Lowered characters."""

    children: tuple[Inline, ...]
    markup: Markup = ()


@record()
class Link:
    """Words that lead to an address; ``url`` is as the source writes it."""

    children: tuple[Inline, ...]
    url: str
    markup: Markup = ()


Leaf: TypeAlias = Text | Code | NoteReference
InlineContainer: TypeAlias = Emphasis | Strong | Superscript | Subscript | Link
Inline: TypeAlias = Leaf | LineBreak | InlineContainer


# --- blocks: what a file states -------------------------------------------------------------


@record()
class Paragraph:
    """Running text. ``role`` names what it does for the reader (``lead``, ``call-to-action``).
    ``time`` is when the first words are said in the recording, as ``00:01:02.500``, or empty."""

    inlines: tuple[Inline, ...]
    role: str = ""
    markup: Markup = ()
    provenance: Provenance | None = None
    time: str = ""


@record()
class Heading:
    """The line that names a section; ``level`` 1 is the title of an article."""

    level: int
    inlines: tuple[Inline, ...]
    markup: Markup = ()
    provenance: Provenance | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.level <= MAX_LEVEL:
            raise ValueError(f"heading level {self.level}: needs 1 to {MAX_LEVEL}")


@record()
class ListItem:
    """One item of a list; a nested list stands in its blocks."""

    blocks: tuple[Block, ...]
    markup: Markup = ()


@record()
class BulletList:
    """Items in no counted order."""

    items: tuple[ListItem, ...]
    markup: Markup = ()
    provenance: Provenance | None = None


@record()
class OrderedList:
    """Counted items; the first has the number ``start``. ``style`` is ``decimal``, ``alpha`` or
    ``roman``."""

    items: tuple[ListItem, ...]
    start: int = 1
    style: str = "decimal"
    markup: Markup = ()
    provenance: Provenance | None = None


@record()
class Quote:
    """Words of another, set apart."""

    blocks: tuple[Block, ...]
    markup: Markup = ()
    provenance: Provenance | None = None


@record()
class CodeBlock:
    """Lines to be shown as typed: one Text each, with its line end."""

    lines: tuple[Text, ...]
    language: str = ""
    markup: Markup = ()
    provenance: Provenance | None = None


@record()
class Cell:
    """One cell of a table. Spans count columns and rows; ``align`` is empty, ``left``,
    ``center`` or ``right``."""

    blocks: tuple[Block, ...]
    colspan: int = 1
    rowspan: int = 1
    align: str = ""
    markup: Markup = ()


@record()
class Row:
    """One row of a table."""

    cells: tuple[Cell, ...]
    markup: Markup = ()


@record()
class Table:
    """Rows of cells under header rows. ``caption`` names the table; the first ``stub`` columns
    are headers of their rows."""

    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    caption: tuple[Inline, ...] = ()
    stub: int = 0
    markup: Markup = ()
    provenance: Provenance | None = None


@record()
class Figure:
    """A picture: where it lies, what it shows in words, its caption and who made it; ``asset`` is
    the id of its bytes among the document's assets, or empty."""

    url: str
    alt: str = ""
    caption: tuple[Inline, ...] = ()
    credit: tuple[Inline, ...] = ()
    markup: Markup = ()
    provenance: Provenance | None = None
    asset: str = ""


@record()
class ThematicBreak:
    """A line that parts what is before from what is after."""

    markup: Markup = ()
    provenance: Provenance | None = None


# --- blocks: what recovery finds ------------------------------------------------------------


@record()
class Section:
    """A part of the document under its heading. ``role`` names its part in the whole
    (``article``, ``conclusion``); ``id`` is what a contents entry points to."""

    level: int
    heading: Heading | None
    blocks: tuple[Block, ...]
    role: str = ""
    id: str = ""
    provenance: Provenance | None = None


@record()
class ContentsEntry:
    """One line of a contents list; ``target`` is the id of the section or turn it names, or
    empty."""

    inlines: tuple[Inline, ...]
    level: int = 1
    target: str = ""
    markup: Markup = ()


@record()
class Contents:
    """A list of what the document holds."""

    entries: tuple[ContentsEntry, ...]
    title: tuple[Inline, ...] = ()
    markup: Markup = ()
    provenance: Provenance | None = None


@record()
class Turn:
    """All that one speaker says until another speaks.

    ``label`` is what stands in the file before the words; ``speaker`` is one name however the
    label is written; ``role`` is ``question``, ``answer`` or empty.
    """

    blocks: tuple[Block, ...]
    label: tuple[Inline, ...] = ()
    speaker: str = ""
    role: str = ""
    id: str = ""
    markup: Markup = ()
    provenance: Provenance | None = None


@record()
class Exchange:
    """One question and the turns that answer it."""

    question: Turn
    answers: tuple[Turn, ...]
    provenance: Provenance | None = None


Block: TypeAlias = (
    Paragraph
    | Heading
    | BulletList
    | OrderedList
    | Quote
    | CodeBlock
    | Table
    | Figure
    | ThematicBreak
    | Section
    | Contents
    | Turn
    | Exchange
)
Part: TypeAlias = ListItem | Row | Cell | ContentsEntry
Node: TypeAlias = Block | Part | Inline

MAX_LEVEL = 9
"""Deepest heading level; Word and HTML's ARIA levels end there too."""
