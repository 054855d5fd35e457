"""Inline tokens to inline nodes: each leaf with its span, marks as markup, and the tags of HTML
that only format as what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markdown_it.token import Token

from converter.model import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Markup,
    Note,
    NoteReference,
    Paragraph,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    join_texts,
)
from converter.readers.markdown.addresses import linked
from converter.readers.markdown.places import Places
from converter.readers.markdown.reading import Reading
from converter.readers.markdown.tags import FORMATTING, Tag, is_comment, read_tag
from converter.records import field, mutable_record

_MAX_NESTING = 16
"""Marks deeper than people nest them format no more; their words are kept."""
_NODES: dict[str, Callable[[tuple[Inline, ...], Markup], Inline]] = {
    "em": Emphasis,
    "strong": Strong,
    "sup": Superscript,
    "sub": Subscript,
}


@mutable_record
class _Frame:
    """A mark or tag that has opened, and what has been read since."""

    kind: str
    opening: list[Span] = field(default_factory=list)
    tag: str = ""
    url: str = ""
    children: list[Inline] = field(default_factory=list)


class Inlines:
    """Collects the inline nodes of one block.

    Offsets are those of the block's content; ``places`` leads from them to the text.
    """

    def __init__(self, reading: Reading, places: Places) -> None:
        self._reading = reading
        self._origin = reading.origin
        self._places = places
        self._stack = [_Frame("")]
        self._markup: list[Span] = []
        self._links = 0
        self._reached = 0

    @property
    def is_blank(self) -> bool:
        """Whether nothing has been read that a reader would see."""
        return all(
            isinstance(inline, Text) and not inline.text.strip()
            for frame in self._stack
            for inline in frame.children
        )

    def feed(self, tokens: Iterable[Token], base: int = 0) -> None:
        """Take in the tokens of a content that begins at ``base``."""
        self._reached = base
        for token in tokens:
            assert token.map is not None
            start, end = base + token.map[0], base + token.map[1]
            handler = _HANDLERS.get(token.type)
            if handler is not None:
                handler(self, token, start, end)
            elif token.nesting > 0:
                self._open(token.type.removesuffix("_open"), self._spans(start, end), token)
            else:
                self._close(token.type.removesuffix("_close"), self._spans(start, end))
            self._reached = max(self._reached, end)

    def finish(self) -> tuple[tuple[Inline, ...], Markup]:
        """The inline nodes, and the marks between them that belong to none."""
        while len(self._stack) > 1:
            self._dissolve(self._pop())
        children = linked(join_texts(self._stack[0].children))
        return _trimmed(children), tuple(sorted(self._markup))

    # --- what tokens and HTML blocks have in common ---

    def text(self, start: int, end: int) -> None:
        """Characters as they stand."""
        for place in self._places.ranges(start, end):
            self._add_text(*place)

    def reference(self, start: int, end: int, characters: str) -> None:
        """A character reference."""
        ranges = self._places.ranges(start, end)
        span = self._origin.resolve(ranges[0][0], ranges[-1][1], characters)
        self._add(Text(characters, span))

    def tag(self, tag: Tag, start: int, end: int) -> None:
        """A tag of HTML: formatting, a break, a picture, or a mark."""
        spans = self._spans(start, end)
        kind = FORMATTING.get(tag.name)
        if tag.name == "br":
            self._add(LineBreak(tuple(spans)))
        elif tag.name == "img":
            alt = tag.ranges.get("alt", (0, 0))
            self.picture(start, end, (start + alt[0], start + alt[1]), tag.attributes.get("src"))
        elif kind is None:
            self.mark(spans)
            self._reading.notice("C213", spans[0])
        elif tag.closes:
            self._close_tag(tag.name, spans)
        elif not tag.is_empty and len(self._stack) <= 2 * _MAX_NESTING:
            kept = kind if kind != "link" or "href" in tag.attributes else ""
            self._push(_Frame(kept, spans, tag.name, tag.attributes.get("href", "")))
        else:
            self.mark(spans)

    def mark(self, spans: Iterable[Span]) -> None:
        """Characters that are structure."""
        self._markup += spans

    def picture(self, start: int, end: int, alt: tuple[int, int], url: str | None) -> None:
        """A picture among words: its words, which lead to it."""
        if alt[0] == alt[1]:
            self.mark(self._spans(start, end))
            return
        self._push(_Frame("link", self._spans(start, alt[0]), url=url or ""))
        self.text(*alt)
        self._close("link", self._spans(alt[1], end))

    # --- tokens ---

    def _take_text(self, token: Token, start: int, end: int) -> None:
        self.text(start, end)

    def _take_special(self, token: Token, start: int, end: int) -> None:
        if token.info == "entity":
            self.reference(start, end, token.content)
        elif token.content == token.markup:
            self.text(start, end)
        else:
            self.mark(self._spans(start, start + 1))
            self.text(start + 1, end)

    def _take_soft_break(self, token: Token, start: int, end: int) -> None:
        """White space up to the next word, or to what a container wrote before it."""
        first = self._places.at(self._reached)
        last = self._places.at(end - 1) + 1
        white = self._origin.parsed[first:last]
        self._add_text(first, first + len(white) - len(white.lstrip()))

    def _take_hard_break(self, token: Token, start: int, end: int) -> None:
        break_end = start + (2 if self._is_backslash(start) else 1)
        self._add(LineBreak(tuple(self._spans(self._reached, break_end))))

    def _is_backslash(self, start: int) -> bool:
        return self._origin.parsed.startswith("\\", self._places.at(start))

    def _take_code(self, token: Token, start: int, end: int) -> None:
        ticks = len(token.markup)
        first, last = start + ticks, end - ticks
        if last - first > len(token.content):
            first, last = first + 1, last - 1
        pieces: list[tuple[int, int]] = []
        for piece in self._places.ranges(first, last):
            if pieces and not self._origin.parsed[pieces[-1][1] : piece[0]].strip():
                pieces[-1] = (pieces[-1][0], piece[1])
            else:
                pieces.append(piece)
        opening, closing = self._spans(start, first), self._spans(last, end)
        for begin, stop in pieces[:-1]:
            line_end = stop - self._origin.parsed.endswith("\n", begin, stop)
            self._add_code(begin, line_end, opening)
            self._add_text(line_end, stop)
            opening = []
        self._add_code(*pieces[-1], [*opening, *closing])

    def _add_code(self, start: int, end: int, marks: list[Span]) -> None:
        """Code between two offsets of the parser's text."""
        if start < end:
            span = self._origin.span(start, end)
            self._add(Code(self._origin.slice(start, end), span, markup=tuple(marks)))
        else:
            self.mark(marks)

    def _add_text(self, start: int, end: int) -> None:
        if words := self._origin.slice(start, end):
            self._add(Text(words, self._origin.span(start, end)))

    def _take_html(self, token: Token, start: int, end: int) -> None:
        if is_comment(token.content):
            ranges = self._places.ranges(start, end)
            self._reading.omit("comment", "a comment of the writer's", ranges)
            self._reading.notice("C212", self._spans(start, end)[0])
            return
        tag = read_tag(token.content)
        if tag is None:
            self.mark(self._spans(start, end))
        else:
            self.tag(tag, start, end)

    def _take_image(self, token: Token, start: int, end: int) -> None:
        """A picture among words: a link to it, of the words that stand for it."""
        first = start + len("![")
        last = first + len(token.content)
        if not token.content.strip():
            self.mark(self._spans(start, end))
            return
        self._open("link", self._spans(start, first), token)
        self.feed(token.children or (), first)
        self._close("link", self._spans(last, end))

    def _take_note(self, token: Token, start: int, end: int) -> None:
        label = token.meta.get("label")
        if label is None:
            self._take_inline_note(token, start, end)
            return
        first = start + len("[^")
        marks = (*self._spans(start, first), *self._spans(end - 1, end))
        for begin, stop in self._places.ranges(first, end - 1):
            span = self._origin.span(begin, stop)
            words = self._origin.slice(begin, stop)
            self._add(NoteReference(words, span, label, markup=marks))
            marks = ()

    def _take_inline_note(self, token: Token, start: int, end: int) -> None:
        """``^[words]``: the caret is the mark, what stands in brackets the note."""
        caret, opening = self._spans(start, start + 1)[0], self._spans(start + 1, start + 2)
        name = self._reading.note_id("^")
        self._add(NoteReference("^", caret, name))
        inner = Inlines(self._reading, self._places)
        inner.feed(self._reading.parser.note_tokens(token.meta["id"]), start + 2)
        inlines, markup = inner.finish()
        blocks = (Paragraph(inlines, markup=markup),) if inlines else ()
        marks = (*opening, *self._spans(end - 1, end))
        self._reading.notes.append(Note(name, blocks, marks if blocks else (*marks, *markup)))

    # --- frames ---

    def _spans(self, start: int, end: int) -> list[Span]:
        return self._reading.spans(self._places.ranges(start, end))

    def _add(self, inline: Inline) -> None:
        self._stack[-1].children.append(inline)

    def _open(self, kind: str, spans: list[Span], token: Token) -> None:
        url = str(token.attrs.get("href") or token.attrs.get("src") or "")
        self._push(_Frame(kind, spans, url=url))

    def _push(self, frame: _Frame) -> None:
        """Open a frame. One too deep to be a node collects into the one that it stands in."""
        self._links += frame.kind == "link"
        if len(self._stack) > _MAX_NESTING:
            frame.children = self._stack[-1].children
        self._stack.append(frame)

    def _pop(self) -> _Frame:
        frame = self._stack.pop()
        self._links -= frame.kind == "link"
        return frame

    def _close(self, kind: str, spans: list[Span]) -> None:
        """A mark of Markdown closes; tags that opened in it and did not close are only marks."""
        while self._stack[-1].tag:
            self._dissolve(self._pop())
        frame = self._pop()
        if kind == "s":
            self._reading.notice("C214", frame.opening[0])
        self._end(frame, spans)

    def _close_tag(self, name: str, spans: list[Span]) -> None:
        depth = len(self._stack) - 1
        while self._stack[depth].tag not in ("", name):
            depth -= 1
        if self._stack[depth].tag != name:
            self.mark(spans)
            return
        while len(self._stack) - 1 > depth:
            self._dissolve(self._pop())
        self._end(self._pop(), spans)

    def _end(self, frame: _Frame, spans: list[Span]) -> None:
        """What a closed frame is."""
        marks = (*frame.opening, *spans)
        nested = self._links > 0
        if frame.children is self._stack[-1].children:
            self.mark(marks)
        elif frame.kind == "link" and not nested:
            self._add(Link(join_texts(frame.children), frame.url, marks))
        elif frame.kind == "code" and _is_text(frame.children):
            self._close_code(frame, spans)
        elif frame.kind in _NODES and frame.children:
            children = join_texts(frame.children)
            self._add(_NODES[frame.kind](children if nested else linked(children), marks))
        else:
            self._dissolve(frame)
            self.mark(spans)

    def _close_code(self, frame: _Frame, spans: list[Span]) -> None:
        """A tag for code: its texts are code, the first with its mark, the last with its end."""
        texts = join_texts(frame.children)
        for index, text in enumerate(texts):
            assert isinstance(text, Text)
            marks = frame.opening if index == 0 else []
            marks = [*marks, *spans] if index == len(texts) - 1 else marks
            self._add(Code(text.text, text.span, markup=tuple(marks)))

    def _dissolve(self, frame: _Frame) -> None:
        """What opened formats nothing: its words stay where they are."""
        self.mark(frame.opening)
        if frame.children is not self._stack[-1].children:
            self._stack[-1].children += frame.children


_HANDLERS = {
    "text": Inlines._take_text,
    "text_special": Inlines._take_special,
    "softbreak": Inlines._take_soft_break,
    "hardbreak": Inlines._take_hard_break,
    "code_inline": Inlines._take_code,
    "html_inline": Inlines._take_html,
    "image": Inlines._take_image,
    "footnote_ref": Inlines._take_note,
}


def _is_text(inlines: list[Inline]) -> bool:
    return bool(inlines) and all(isinstance(inline, Text) for inline in inlines)


def _trimmed(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The inlines without the white space at either end, which spaces out blocks."""
    kept = list(inlines)
    while kept and isinstance(first := kept[0], Text):
        left = first.text.lstrip()
        kept[:1] = _part(first, len(first.text) - len(left), len(first.text))
        if left:
            break
    while kept and isinstance(last := kept[-1], Text):
        left = last.text.rstrip()
        kept[-1:] = _part(last, 0, len(left))
        if left:
            break
    return tuple(kept)


def _part(text: Text, start: int, end: int) -> list[Text]:
    """A part of a text; none when nothing is left."""
    assert text.span is not None
    span = Span(text.span.start + start, text.span.start + end)
    return [Text(text.text[start:end], span)] if start < end else []
