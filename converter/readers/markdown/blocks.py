"""Block tokens to blocks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

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
from converter.readers.markdown.watching import CellContent, Range

_ALIGN = "text-align:"


class Blocks:
    """Builds the blocks of a document from its block tokens."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._origin = reading.origin
        self._stack = Stack(reading)
        self._fragments = Fragments(reading, self._stack)

    def build(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """The blocks of these tokens."""
        at = 0
        while at < len(tokens):
            token = tokens[at]
            handler = _HANDLERS.get(token.type)
            if handler is not None:
                at = handler(self, tokens, at)
            else:
                at += 1
        return self._stack.finish()

    # --- leaves ---

    def _paragraph(self, tokens: Sequence[Token], at: int) -> int:
        inline = tokens[at + 1]
        for block in self._words(inline.content, inline.meta["places"]):
            self._stack.add(block)
        return at + 3

    def _words(
        self, content: str, places: Places, escapes: Sequence[Range] = ()
    ) -> list[Paragraph | Figure]:
        """A paragraph of this content, or the pictures that it holds if it holds nothing else."""
        found = self._reading.parser.inlines(content)
        if only_pictures(found):
            return self._pictures(found, places)
        inlines, markup = self._inlines(found, places)
        own = (*markup, *self._reading.spans([*escapes]))
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

    def _heading(self, tokens: Sequence[Token], at: int) -> int:
        opening, inline = tokens[at], tokens[at + 1]
        marks = opening.meta["marks"]
        before = self._reading.spans(marks[:1]) if opening.markup[0] == "#" else []
        found = self._reading.parser.inlines(inline.content)
        inlines, markup = self._inlines(found, inline.meta["places"])
        after = self._reading.spans(marks[len(before) :])
        own = (*before, *markup, *after)
        if inlines:
            self._stack.add(Heading(int(opening.tag[1]), inlines, own))
        else:
            self._stack.mark([*own])
        return at + 3

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

    def _code(self, tokens: Sequence[Token], at: int) -> int:
        token = tokens[at]
        lines = [
            Text(line, self._origin.span(*place))
            for place in token.meta["lines"]
            if (line := self._origin.slice(*place))
        ]
        language = (token.info.split() or [""])[0]
        marks = self._reading.spans(token.meta.get("marks", []))
        self._stack.add(CodeBlock(tuple(lines), language, tuple(marks)))
        return at + 1

    def _break(self, tokens: Sequence[Token], at: int) -> int:
        self._stack.add(ThematicBreak(tuple(self._reading.spans(tokens[at].meta["marks"]))))
        return at + 1

    def _html(self, tokens: Sequence[Token], at: int) -> int:
        self._fragments.take(tokens[at].content, tokens[at].meta["places"])
        return at + 1

    def _definition(self, tokens: Sequence[Token], at: int) -> int:
        self._stack.mark(self._reading.spans(tokens[at].meta["marks"]))
        return at + 1

    # --- tables ---

    def _table(self, tokens: Sequence[Token], at: int) -> int:
        marks = tokens[at].meta["marks"]
        header: list[Row] = []
        rows: list[Row] = []
        aligns: list[str] = []
        markup: list[Span] = []
        while tokens[at].type != "table_close":
            token = tokens[at]
            if token.type == "tr_open" and not header:
                aligns = _aligns(tokens, at)
                header.append(self._row(token, aligns))
                markup += self._reading.spans(marks)
            elif token.type == "tr_open":
                rows.append(self._row(token, aligns))
            at += 1
        self._stack.add(Table(tuple(rows), tuple(header), markup=tuple(markup)))
        return at + 1

    def _row(self, token: Token, aligns: Sequence[str]) -> Row:
        cells: list[Cell] = []
        contents: list[CellContent] = token.meta["cells"]
        self._stack.open(Frame("cell"))  # where the marks of a cell without words are kept
        for number, content in enumerate(contents):
            blocks = tuple(self._words(*content))
            align = aligns[number] if number < len(aligns) else ""
            cells.append(Cell(blocks, align=align, markup=tuple(self._stack.take_marks())))
        self._stack.take()
        return Row(tuple(cells), tuple(self._reading.spans(token.meta["marks"])))

    # --- containers ---

    def _open_quote(self, tokens: Sequence[Token], at: int) -> int:
        self._stack.open(Frame("quote", ranges=tokens[at].meta["marks"]))
        return at + 1

    def _open_bullets(self, tokens: Sequence[Token], at: int) -> int:
        self._stack.open(Frame("bullet"))
        return at + 1

    def _open_numbers(self, tokens: Sequence[Token], at: int) -> int:
        self._stack.open(Frame("ordered", start=int(tokens[at].attrs.get("start", 1))))
        return at + 1

    def _open_item(self, tokens: Sequence[Token], at: int) -> int:
        frame = Frame("item", self._reading.spans(tokens[at].meta["marks"]))
        self._stack.open(frame)
        return at + 1

    def _close(self, tokens: Sequence[Token], at: int) -> int:
        self._stack.close()
        return at + 1

    def _open_note(self, tokens: Sequence[Token], at: int) -> int:
        frame = Frame("note", self._reading.spans(tokens[at].meta["marks"]))
        frame.label = tokens[at].meta["label"]
        self._stack.open(frame)
        return at + 1

    def _close_note(self, tokens: Sequence[Token], at: int) -> int:
        frame = self._stack.take()
        name = self._reading.note_id(frame.label)
        self._reading.notes.append(Note(name, frame.blocks(), (*frame.marks, *frame.loose)))
        return at + 1


def _aligns(tokens: Sequence[Token], at: int) -> list[str]:
    """How the cells of a head are set, from its first row on."""
    aligns: list[str] = []
    while tokens[at].type != "tr_close":
        if tokens[at].type == "th_open":
            aligns.append(str(tokens[at].attrs.get("style") or "").removeprefix(_ALIGN))
        at += 1
    return aligns


_HANDLERS: dict[str, Callable[[Blocks, Sequence[Token], int], int]] = {
    "paragraph_open": Blocks._paragraph,
    "heading_open": Blocks._heading,
    "code_block": Blocks._code,
    "fence": Blocks._code,
    "hr": Blocks._break,
    "html_block": Blocks._html,
    "definition": Blocks._definition,
    "table_open": Blocks._table,
    "blockquote_open": Blocks._open_quote,
    "blockquote_close": Blocks._close,
    "bullet_list_open": Blocks._open_bullets,
    "bullet_list_close": Blocks._close,
    "ordered_list_open": Blocks._open_numbers,
    "ordered_list_close": Blocks._close,
    "list_item_open": Blocks._open_item,
    "list_item_close": Blocks._close,
    "footnote_reference_open": Blocks._open_note,
    "footnote_reference_close": Blocks._close_note,
}
