"""Steps of the parser to blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markdown_it.token import Token

from converter.model import (
    Block,
    Cell,
    CodeBlock,
    Figure,
    Heading,
    Inline,
    Note,
    Paragraph,
    Row,
    Span,
    Table,
    Text,
    ThematicBreak,
)
from converter.readers.markdown.fragments import Fragments
from converter.readers.markdown.frames import Frame
from converter.readers.markdown.inlines import Inlines
from converter.readers.markdown.pictures import only_pictures, plain
from converter.readers.markdown.places import Places
from converter.readers.markdown.reading import Reading
from converter.readers.markdown.stack import Stack
from converter.readers.markdown.steps import CLOSE, Content, Range, Step, cells_of, content_of
from converter.records import replace


class Blocks:
    """Builds the blocks of a document from the steps of the parser."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._origin = reading.origin
        self._stack = Stack(reading)
        self._fragments = Fragments(reading, self._stack)

    def build(self, steps: list[Step]) -> tuple[Block, ...]:
        """The blocks of these steps, which are used up: a long file has many."""
        steps.reverse()
        while steps:
            step = steps.pop()
            _TAKERS[step.kind](self, step)
        return self._stack.finish()

    # --- blocks that hold none ---

    def _paragraph(self, step: Step) -> None:
        for block in self._words(content_of(self._origin.parsed, step.lines)):
            self._stack.add(block)

    def _words(self, content: Content) -> list[Paragraph | Figure]:
        """A paragraph of this content, or the pictures that it holds if it holds nothing else."""
        found = self._reading.parser.inlines(content.text)
        if only_pictures(found):
            return self._pictures(found, content.places)
        inlines, markup = self._inlines(found, content.places)
        own = (*markup, *self._reading.spans(content.marks))
        if inlines:
            return [Paragraph(inlines, markup=own)]
        self._stack.mark([*own])
        return []

    def _inlines(
        self, tokens: Sequence[Token], places: Places
    ) -> tuple[tuple[Inline, ...], tuple[Span, ...]]:
        inlines = Inlines(self._reading, places)
        inlines.feed(tokens)
        return inlines.finish()

    def _heading(self, step: Step) -> None:
        before = self._reading.spans(step.marks)
        content = content_of(self._origin.parsed, step.lines)
        found = self._reading.parser.inlines(content.text)
        inlines, markup = self._inlines(found, content.places)
        own = (*before, *markup, *self._reading.spans(step.after))
        if inlines:
            self._stack.add(Heading(step.number, inlines, own))
        else:
            self._stack.mark([*own])

    def _pictures(self, tokens: Sequence[Token], places: Places) -> list[Paragraph | Figure]:
        figures: list[Paragraph | Figure] = []
        waiting: list[Span] = []
        for token in tokens:
            assert token.map is not None
            if token.type == "image":
                figures.append(self._figure(token, places, waiting))
                waiting = []
            elif token.type not in ("text", "softbreak", "hardbreak"):
                waiting += self._reading.spans(places.ranges(*token.map))
            elif token.type == "hardbreak":
                # A backslash, mostly; the white space before a line end is none of its own.
                waiting += self._reading.spans(places.ranges(token.map[0], token.map[0] + 1))
        figures[-1] = replace(figures[-1], markup=(*figures[-1].markup, *waiting))
        return figures

    def _figure(self, token: Token, places: Places, before: list[Span]) -> Figure:
        """A picture by itself; its title, which a reader sees below it, is its caption."""
        assert token.map is not None
        start, end = token.map
        ranges = places.ranges(start, end)
        title = str(token.attrs.get("title") or "")
        caption: tuple[Inline, ...] = ()
        first, last = ranges[-1]
        raw = self._origin.parsed[first:last]
        found = raw.rfind(title) if title.strip() else -1
        behind_words = len(ranges) > 1 or found > len("![](") + len(token.content)
        if found >= 0 and behind_words:
            stop = first + found + len(title)
            span = self._origin.span(first + found, stop)
            caption = (Text(self._origin.slice(first + found, stop), span),)
            ranges[-1:] = [(first, first + found), (stop, last)]
        url = str(token.attrs.get("src") or "")
        markup = (*before, *self._reading.spans(ranges))
        return Figure(url, plain(token.children or ()), caption, markup=markup)

    def _code(self, step: Step) -> None:
        lines = [
            Text(line, self._origin.span(*place))
            for place in step.lines
            if (line := self._origin.slice(*place))
        ]
        marks = self._reading.spans([*step.marks, *step.after])
        self._stack.add(CodeBlock(tuple(lines), step.word, tuple(marks)))

    def _break(self, step: Step) -> None:
        self._stack.add(ThematicBreak(tuple(self._reading.spans(step.marks))))

    def _html(self, step: Step) -> None:
        content = content_of(self._origin.parsed, step.lines)
        self._fragments.take(content.text, content.places)

    def _definition(self, step: Step) -> None:
        self._stack.mark(self._reading.spans(step.marks))

    def _table(self, step: Step) -> None:
        header = self._row(step.lines[0], step.aligns)
        markup = self._reading.spans(step.marks)
        rows = [self._row(line, step.aligns) for line in step.lines[1:]]
        self._stack.add(Table(tuple(rows), (header,), markup=tuple(markup)))

    def _row(self, line: Range, aligns: Sequence[str]) -> Row:
        contents, bars = cells_of(self._origin.parsed, line)
        cells: list[Cell] = []
        self._stack.open(Frame("cell"))  # where the marks of a cell without words are kept
        for number, content in enumerate(contents):
            blocks = tuple(self._words(content))
            align = aligns[number] if number < len(aligns) else ""
            cells.append(Cell(blocks, align=align, markup=tuple(self._stack.take_marks())))
        self._stack.take()
        return Row(tuple(cells), tuple(self._reading.spans(bars)))

    # --- blocks that hold blocks ---

    def _open(self, step: Step) -> None:
        """Marks between the words of its blocks can be told only when those are."""
        frame = Frame(step.kind, self._reading.spans(step.marks), ranges=[*step.after])
        frame.start, frame.label = step.number, step.word
        self._stack.open(frame)

    def _close(self, step: Step) -> None:
        if self._stack.innermost != "note":
            self._stack.close()
            return
        frame = self._stack.take()
        name = self._reading.note_id(frame.label)
        self._reading.notes.append(Note(name, frame.blocks(), (*frame.marks, *frame.loose)))


_TAKERS: dict[str, Callable[[Blocks, Step], None]] = {
    "paragraph": Blocks._paragraph,
    "heading": Blocks._heading,
    "code": Blocks._code,
    "rule": Blocks._break,
    "html": Blocks._html,
    "definition": Blocks._definition,
    "table": Blocks._table,
    **dict.fromkeys(("quote", "bullet", "ordered", "item", "note"), Blocks._open),
    CLOSE: Blocks._close,
}
