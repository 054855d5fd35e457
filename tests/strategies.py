"""Strategies for whole documents of every kind of node, valid by the laws in ``laws.py``.

A document is drawn together with its reading text: whoever draws a leaf or a mark writes its
characters at the end of the text so far, so that every span is true.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from converter.model import (
    ERROR,
    INFO,
    MAX_LEVEL,
    WARNING,
    Asset,
    Block,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Evidence,
    Exchange,
    Field,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Markup,
    MetadataItem,
    Note,
    NoteReference,
    Notice,
    Omission,
    OrderedList,
    Paragraph,
    Provenance,
    Quote,
    Row,
    Section,
    Span,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Turn,
)
from laws import source_of

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[Any]], Any]

MAX_DEPTH = 4
"""Blocks in blocks. Deeper ones are nothing new, and make examples hard to read."""

words = st.one_of(
    st.sampled_from(
        (
            "The harbour opens at six.",
            "Ines Vale",
            "it rained ",
            " and\nthen",
            "Q",
            "“Why?” she said",
        )
    ),
    st.text(
        st.one_of(
            st.characters(exclude_categories=["Cs"]),
            st.sampled_from('"\\/<>&|:#*-_[]`\u00a0\u2028\u200b\u0301\x00\x1f\x7f\ufeff\udc80😀'),
        ),
        min_size=1,
        max_size=12,
    ),
)
"""What stands in a leaf: words, or any characters, one of them half of a surrogate pair."""

examples = settings(
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""For tests of documents: the same sixty each time; a large one may take a while to draw."""

names = st.text(st.characters(categories=["Ll", "Nd"]), min_size=1, max_size=8)
numbers = st.one_of(st.integers(-9, 9), st.floats(-9, 9, allow_nan=False))


@st.composite
def documents(draw: Draw) -> Document:
    """A document of up to four blocks at the top, with notes, metadata, data, omissions and
    notices; its source has the reading text."""
    page = _Page(draw)
    blocks = page.blocks(1, MAX_DEPTH)
    notes = page.notes()
    text = "".join(page.written)
    spans = st.one_of(st.none(), _spans(len(text)))
    items = draw(st.dictionaries(names, st.tuples(_values, names, spans), max_size=2))
    fields = draw(st.dictionaries(names, st.tuples(words, spans), max_size=2))
    notices = st.builds(
        Notice,
        code=names,
        severity=st.sampled_from([INFO, WARNING, ERROR]),
        message=words,
        span=spans,
        hint=st.one_of(st.just(""), words),
    )
    return Document(
        source_of(text),
        blocks,
        language=draw(st.sampled_from(["", "en", "pt-BR"])),
        metadata=tuple(MetadataItem(name, *item) for name, item in items.items()),
        data=tuple(Field(name, *field) for name, field in fields.items()),
        notes=notes,
        omissions=tuple(page.omissions),
        notices=tuple(draw(st.lists(notices, max_size=2))),
        assets=tuple(draw(st.lists(_assets, max_size=2, unique_by=attrgetter("id")))),
    )


_assets = st.builds(
    Asset,
    id=st.sampled_from(["a1", "a2"]),
    name=words,
    media_type=st.sampled_from(["image/png", "image/emf"]),
    sha256=st.just("0" * 64),
)
_values = st.one_of(words, st.lists(words, max_size=3).map(tuple))


def _spans(length: int) -> st.SearchStrategy[Span]:
    offsets = st.integers(0, length)
    return st.tuples(offsets, offsets).map(lambda pair: Span(min(pair), max(pair)))


provenances = st.one_of(
    st.none(),
    st.builds(
        Provenance,
        rule=names,
        confidence=st.sampled_from([0, 0.25, 0.9, 1]),
        evidence=st.lists(
            st.builds(Evidence, names, numbers, st.one_of(st.just(""), words)), max_size=2
        ).map(tuple),
        runner_up=st.sampled_from(["", "paragraph"]),
    ),
)


class _Page:
    """The reading text as it is written, and what the nodes need to know of one another."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.written: list[str] = []
        self.length = 0
        self.ids: list[str] = []
        self.referred: set[str] = set()
        self.omissions: list[Omission] = []

    # --- characters

    def write(self, text: str) -> Span:
        self.written.append(text)
        self.length += len(text)
        return Span(self.length - len(text), self.length)

    def mark(self, *texts: str) -> Span:
        return self.write(self.draw(st.sampled_from(texts)))

    def several(self, make: Callable[[], T], least: int = 1, most: int = 3) -> tuple[T, ...]:
        return tuple(make() for _ in range(self.draw(st.integers(least, most))))

    def chance(self) -> bool:
        return bool(self.draw(st.booleans()))

    def why(self) -> Provenance | None:
        return self.draw(provenances)  # type: ignore[no-any-return]

    def new_id(self) -> str:
        if not self.chance():
            return ""
        self.ids.append(f"s{len(self.ids) + 1}")
        return self.ids[-1]

    # --- inline nodes

    def text(self) -> Text:
        if self.length and self.draw(st.integers(0, 9)) == 0:
            return Text(" ", None, "missing-space")
        content = self.draw(words)
        return Text(content, self.write(content))

    def inlines(self, least: int = 1, depth: int = 2) -> tuple[Inline, ...]:
        return self.several(lambda: self.inline(depth), least)

    def inline(self, depth: int) -> Inline:
        kinds = [self.text, self.text, self.code, self.reference, self.line_break]
        if depth:
            kinds += [lambda: self.container(depth - 1), lambda: self.link(depth - 1)]
        make: Callable[[], Inline] = self.draw(st.sampled_from(kinds))
        return make()

    def code(self) -> Code:
        before = self.mark("`", "``")
        content = self.draw(words)
        span = self.write(content)
        return Code(content, span, markup=(before, self.mark("`", "``")))

    def reference(self) -> NoteReference:
        note = self.draw(st.sampled_from(["1", "2", "*"]))
        self.referred.add(note)
        before = self.mark("[^")
        span = self.write(note)
        return NoteReference(note, span, note, markup=(before, self.mark("]")))

    def line_break(self) -> LineBreak:
        return LineBreak((self.mark("\n", "\\\n", "  \n"),))

    def container(self, depth: int) -> Inline:
        make = self.draw(st.sampled_from([Emphasis, Strong, Superscript, Subscript]))
        before = self.mark("*", "**", "^")
        inner = self.inlines(1, depth)
        node: Inline = make(inner, (before, self.mark("*", "**", "^")))
        return node

    def link(self, depth: int) -> Link:
        before = self.mark("[")
        inner = self.inlines(1, depth)
        url = self.draw(st.sampled_from(["https://example.org/?a=1&b=2", "../a b.html", ""]))
        return Link(inner, url, (before, self.mark(f"]({url})")))

    # --- blocks

    def blocks(self, least: int, depth: int) -> tuple[Block, ...]:
        return self.several(lambda: self.block(depth), least, most=4 if depth == MAX_DEPTH else 2)

    def block(self, depth: int) -> Block:
        if self.draw(st.integers(0, 9)) == 0:
            debris = self.draw(st.sampled_from(["n###", "xxx"]))
            self.omissions.append(Omission("debris", "a stray mark", debris, self.write(debris)))
        flat = [
            self.paragraph, self.paragraph, self.heading, self.code_block, self.figure,
            self.thematic_break, self.contents,
        ]  # fmt: skip
        deep = [
            self.bullet_list, self.ordered_list, self.quote, self.table, self.section,
            self.turn, self.exchange,
        ]  # fmt: skip
        make = self.draw(st.sampled_from([*flat, *deep] if depth else flat))
        block: Block = make(depth - 1) if make in deep else make()
        self.mark("\n\n", "\n", " ")
        return block

    def paragraph(self) -> Paragraph:
        role = self.draw(st.sampled_from(["", "lead", "call-to-action"]))
        time = self.draw(st.sampled_from(["", "00:01:02.500"]))
        return Paragraph(self.inlines(), role, provenance=self.why(), time=time)

    def heading(self, level: int = 0) -> Heading:
        level = level or self.draw(st.integers(1, MAX_LEVEL))
        mark = self.write("#" * level)
        return Heading(level, self.inlines(), (mark,), self.why())

    def code_block(self) -> CodeBlock:
        language = self.draw(st.sampled_from(["", "python"]))
        before = self.write(f"```{language}\n")
        lines = self.several(self.line, least=0)
        return CodeBlock(lines, language, (before, self.mark("```")), self.why())

    def line(self) -> Text:
        content = self.draw(words) + "\n"
        return Text(content, self.write(content))

    def figure(self) -> Figure:
        url = self.draw(st.sampled_from(["quay.jpg", "https://example.org/a.png"]))
        alt = self.draw(st.sampled_from(["", "The quay at dawn"]))
        markup = (self.write(f"![{alt}]({url})"),)
        caption = self.inlines(0)
        asset = self.draw(st.sampled_from(["", "", "a1"]))
        return Figure(url, alt, caption, self.inlines(0), markup, self.why(), asset)

    def thematic_break(self) -> ThematicBreak:
        return ThematicBreak((self.mark("---", "* * *"),), self.why())

    def contents(self) -> Contents:
        title = self.inlines(0)
        entries = self.several(self.entry)
        return Contents(entries, title, provenance=self.why())

    def entry(self) -> ContentsEntry:
        markup = (self.mark("\n- ", "\n1. "),)
        level = self.draw(st.integers(1, 3))
        target = self.draw(st.sampled_from(["", *self.ids]))
        return ContentsEntry(self.inlines(), level, target, markup)

    def bullet_list(self, depth: int) -> BulletList:
        return BulletList(self.several(lambda: self.item(depth, "- ")), provenance=self.why())

    def ordered_list(self, depth: int) -> OrderedList:
        start = self.draw(st.integers(0, 20))
        style = self.draw(st.sampled_from(["decimal", "alpha", "roman"]))
        items = self.several(lambda: self.item(depth, "1. ", "a) "))
        return OrderedList(items, start, style, provenance=self.why())

    def item(self, depth: int, *marks: str) -> ListItem:
        markup = (self.mark(*marks),)
        return ListItem(self.blocks(1, depth), markup)

    def quote(self, depth: int) -> Quote:
        markup = (self.mark("> "),)
        return Quote(self.blocks(1, depth), markup, self.why())

    def table(self, depth: int) -> Table:
        caption = self.inlines(0) if self.chance() else ()
        header = self.several(lambda: self.row(0), least=0, most=1)
        markup = (self.mark("|---|---|\n", "———\n"),)
        rows = self.several(lambda: self.row(depth), most=2)
        stub = self.draw(st.integers(0, 1))
        return Table(rows, header, caption, stub, markup, self.why())

    def row(self, depth: int) -> Row:
        cells = self.several(lambda: self.cell(depth))
        return Row(cells, (self.mark("|\n"),))

    def cell(self, depth: int) -> Cell:
        markup = (self.mark("| "),)
        align = self.draw(st.sampled_from(["", "left", "center", "right"]))
        sizes = (self.draw(st.sampled_from([1, 1, 2])), self.draw(st.sampled_from([1, 1, 2])))
        return Cell(self.blocks(0, depth), *sizes, align, markup)

    def section(self, depth: int) -> Section:
        name = self.new_id()
        level = self.draw(st.integers(1, MAX_LEVEL))
        heading = self.heading(level) if self.chance() else None
        self.mark("\n\n")
        role = self.draw(st.sampled_from(["", "article", "conclusion"]))
        return Section(level, heading, self.blocks(0, depth), role, name, self.why())

    def turn(self, depth: int, role: str = "") -> Turn:
        name = self.new_id()
        label: tuple[Inline, ...] = ()
        markup: Markup = ()
        speaker = ""
        if self.chance():
            speaker = self.draw(st.sampled_from(["Ines Vale", "Q"]))
            label, markup = (Text(speaker, self.write(speaker)),), (self.mark(": ", " — "),)
        return Turn(self.blocks(1, depth), label, speaker, role, name, markup, self.why())

    def exchange(self, depth: int) -> Exchange:
        question = self.turn(depth, "question")
        answers = self.several(lambda: self.turn(depth, "answer"), most=2)
        return Exchange(question, answers, self.why())

    # --- beside the blocks

    def notes(self) -> tuple[Note, ...]:
        """Those that are referred to; a note may refer to others."""
        notes: dict[str, Note] = {}
        while waiting := sorted(self.referred - notes.keys()):
            notes[waiting[0]] = self.note(waiting[0])
        return tuple(notes.values())

    def note(self, name: str) -> Note:
        markup = (self.write(f"\n[^{name}]: "),)
        return Note(name, self.blocks(1, 0), markup)
