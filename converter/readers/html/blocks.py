"""The tree of a page to blocks: each element enters and leaves, and what is open in between
holds what it gives. Python's stack does not grow with the page's depth.

Long because every handler changes what is open: apart they would share all of it.
"""

from __future__ import annotations

from collections.abc import Callable

from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Figure,
    Heading,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Quote,
    ThematicBreak,
)
from converter.readers.html.elements import (
    UNSEEN,
    heading_level,
    is_block,
    is_pixel,
    number_of,
    picture_url,
    style_of,
)
from converter.readers.html.figures import is_figure, is_letter, parted_credit
from converter.readers.html.flow import Flow, Styles
from converter.readers.html.frames import (
    Frame,
    joined,
    language_of_code,
    with_caption,
    with_style,
)
from converter.readers.html.notes import Notes
from converter.readers.html.tables import TableFrame, is_data
from converter.readers.html.tree import Element, Node, Run, path_of
from converter.readers.options import ReadOptions

_LIST_STYLES = {"a": "alpha", "A": "alpha", "i": "roman", "I": "roman"}
_MAX_START = 2**31 - 1

Leave = Callable[[], None]


class BlockReader:
    """Reads a tree from top to bottom. ``flow`` holds the reading text, ``notes`` what the
    page's notes are; ``stretches`` say where the ``watched`` elements stand in the text."""

    def __init__(
        self, flow: Flow, notes: Notes, options: ReadOptions, watched: frozenset[int] = frozenset()
    ) -> None:
        self.flow, self.notes = flow, notes
        self.stretches: dict[int, tuple[int, int]] = {}
        self._watched = watched
        self.found_notes: list[Note] = []
        self._max_depth = options.max_depth
        self._frames = [Frame("page")]
        self._styles: Styles = ()
        self._omitted = ""
        self._level = 0
        self._typed = 0
        self._block: Element | None = None
        self._seen_pictures: set[str] = set()
        self._pictures: list[Figure] = []

    def read(self, root: Element) -> tuple[Block, ...]:
        """The blocks of the page."""
        waiting: list[Node | Leave] = [root]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Run):
                self._add(node)
            elif isinstance(node, Element):
                leave = self._enter(node)
                if leave is not None:
                    waiting.append(self._watch(node, leave) if id(node) in self._watched else leave)
                    waiting += node.children[::-1]
            else:
                node()
        self._flush()
        return tuple(self._frames[0].blocks)

    def _watch(self, element: Element, leave: Leave) -> Leave:
        start = self.flow.position

        def left() -> None:
            leave()
            self.stretches[id(element)] = (start, self.flow.position)

        return left

    # --- text -------------------------------------------------------------------------------

    def _add(self, run: Run) -> None:
        path = path_of(self._block) if self._block is not None else "body"
        if self._typed and not self._omitted:
            self.flow.add_typed(run.text, run.offset, path, ())
        else:
            self.flow.add(run.text, run.offset, path, self._styles, self._omitted)

    def _flush(self) -> None:
        """The block at hand ends."""
        if self._typed and not self._omitted:
            return
        if self._level:
            self.flow.space(self._styles)
            return
        inlines = self.flow.take()
        if inlines:
            self._give(Paragraph(inlines))
        if self._pictures and self._frames[-1].kind != "list":
            self._frames[-1].blocks += self._pictures
            self._pictures = []

    def _give(self, block: Block) -> None:
        """A block to what is open; a list takes it as an item, a table into its flow."""
        frame = self._frames[-1]
        if frame.kind == "list":
            frame.items.append(ListItem((block,)))
        else:
            frame.blocks.append(block)

    # --- elements ---------------------------------------------------------------------------

    def _enter(self, element: Element) -> Leave | None:
        """What is to be done when the element ends; None when nothing in it is read."""
        if element.tag in UNSEEN:
            return None
        if element.reason and not self._omitted:
            return self._omit(element)
        if not self._omitted:
            special = _HANDLERS.get(element.tag)
            if special is not None:
                return special(self, element)
            level = heading_level(element)
            if level:
                return self._heading(element, level)
            note = self.notes.by_element.get(id(element))
            if note:
                return self._note(note)
        elif element.tag == "br":
            self.flow.space(self._styles)
            return None
        return self._block_of(element) if is_block(element) else self._inline(element)

    def _omit(self, element: Element) -> Leave:
        block = is_block(element)
        if block:
            self._flush()
        self._omitted = element.reason
        inner = self._block_of(element) if block else None

        def leave() -> None:
            if inner is not None:
                inner()
            self._omitted = ""

        return leave

    def _block_of(self, element: Element) -> Leave:
        self._flush()
        outer, self._block = self._block, element
        before = self._styles
        style = style_of(element)
        if style is not None:
            self._styles = with_style(before, style)

        def leave() -> None:
            self._flush()
            self._block, self._styles = outer, before

        return leave

    def _inline(self, element: Element) -> Leave:
        before = self._styles
        note = self.notes.reference(element)
        style = note or style_of(element)
        if note is not None:
            self._styles = (*(own for own in before if own.kind != "superscript"), note)
        elif style is not None:
            self._styles = with_style(before, style)

        def leave() -> None:
            self._styles = before

        return leave

    def _heading(self, element: Element, level: int) -> Leave:
        self._flush()
        if self._level or self._frames[-1].kind == "figure":
            return self._flush
        self._level = level
        outer, self._block = self._block, element

        def leave() -> None:
            self._level = 0
            self._block = outer
            inlines = self.flow.take()
            if inlines:
                self._give(Heading(level, inlines))

        return leave

    def _open(self, frame: Frame) -> bool:
        """Whether one more frame may be open. In a heading nothing opens."""
        self._flush()
        if self._level or self._typed or len(self._frames) > self._max_depth:
            return False
        self._frames.append(frame)
        return True

    def _close(self) -> Frame:
        self._flush()
        return self._frames.pop()

    def _note(self, name: str) -> Leave:
        if not self._open(Frame("note")):
            return self._flush  # the mark that leads here becomes a link

        def leave() -> None:
            blocks = tuple(self._close().blocks)
            self.found_notes.append(Note(name, blocks))

        return leave

    # --- one handler for each element that is more than a block -------------------------------

    def _quote(self, element: Element) -> Leave:
        if not self._open(Frame("quote")):
            return self._flush

        def leave() -> None:
            blocks = tuple(self._close().blocks)
            if blocks:
                self._give(Quote(blocks))

        return leave

    def _list(self, element: Element) -> Leave:
        if element.tag == "dl" and not element.measures.terms:
            return self._block_of(element)  # descriptions of nothing: an indented paragraph
        if not self._open(Frame("list")):
            return self._flush

        def leave() -> None:
            items = tuple(self._close().items)
            if not items:
                return
            pictures = [block for item in items for block in item.blocks]
            if all(isinstance(block, Figure) for block in pictures):  # a gallery
                for picture in pictures:
                    self._give(picture)
            elif element.tag == "ol":
                start = number_of(element.get("start"), _MAX_START)
                style = _LIST_STYLES.get(element.get("type"), "decimal")
                self._give(OrderedList(items, start, style))
            else:
                self._give(BulletList(items))

        return leave

    def _item(self, element: Element) -> Leave:
        note = self.notes.by_element.get(id(element))
        if note:
            return self._note(note)
        self._flush()
        if self._frames[-1].kind != "list" or not self._open(Frame("item")):
            return self._block_of(element)
        inner = self._block_of(element)

        def leave() -> None:
            inner()
            blocks = tuple(self._close().blocks)
            if blocks:
                self._frames[-1].items.append(ListItem(blocks))

        return leave

    def _described(self, element: Element) -> Leave:
        """A description goes to the item of its term."""
        self._flush()
        frame = self._frames[-1]
        if frame.kind != "list" or not frame.items or not self._open(Frame("item")):
            return self._block_of(element)
        inner = self._block_of(element)

        def leave() -> None:
            inner()
            blocks = tuple(self._close().blocks)
            items = self._frames[-1].items
            items[-1] = ListItem((*items[-1].blocks, *blocks))

        return leave

    def _pre(self, element: Element) -> Leave:
        self._flush()
        if self._level or self._typed:
            return self._flush
        outer, self._block = self._block, element
        self._typed += 1

        def leave() -> None:
            self._typed -= 1
            self._block = outer
            lines = self.flow.take_typed()
            if lines:
                self._give(CodeBlock(lines, language_of_code(element)))

        return leave

    def _break(self, element: Element) -> None:
        if self._typed:
            self.flow.add_typed("\n", -1, "", ())
        elif self.flow.line_break() and not self._level:
            self._flush()

    def _rule(self, element: Element) -> None:
        self._flush()
        if not self._level and self._frames[-1].kind not in ("list", "figure"):
            self._give(ThematicBreak())

    def _picture(self, element: Element) -> None:
        alt = " ".join(element.get("alt").split())
        if is_letter(element, alt):
            self.flow.add(alt, -1, "", self._styles, "")
            return
        url = picture_url(element)
        if not url or is_pixel(element) or self._level or self._typed:
            return
        if url not in self._seen_pictures:
            self._seen_pictures.add(url)
            self._pictures.append(Figure(url, alt))  # behind the words it stands in
            if self.flow.is_empty:
                self._flush()

    def _figure(self, element: Element) -> Leave:
        if not is_figure(element) or not self._open(Frame("figure")):
            return self._block_of(element)

        def leave() -> None:
            blocks = with_caption(self._close().blocks)
            pictures = [block for block in blocks if isinstance(block, Figure)]
            others = [block for block in blocks if not isinstance(block, Figure)]
            if not pictures and not others:
                return
            if not all(isinstance(block, Paragraph) for block in others):
                for block in blocks:
                    self._give(block)
                return
            words = joined([block for block in others if isinstance(block, Paragraph)])
            caption, credit = parted_credit(words)
            for picture in pictures[:-1]:
                self._give(picture)
            last = pictures[-1] if pictures else Figure("")
            self._give(Figure(last.url, last.alt, caption, credit))

        return leave

    def _table(self, element: Element) -> Leave:
        if not is_data(element) or not self._open(Frame("table", table=TableFrame(element))):
            return self._block_of(element)

        def leave() -> None:
            frame = self._close()
            assert frame.table is not None
            for block in frame.blocks:
                self._give(block)
            table = frame.table.build()
            if table is not None:
                self._give(table)

        return leave

    def _row(self, element: Element) -> Leave:
        self._flush()
        table = self._frames[-1].table
        if table is not None:
            table.open_row(element.parent.tag if element.parent else "")
        return self._flush

    def _cell(self, element: Element) -> Leave:
        self._flush()
        table = self._frames[-1].table
        if table is None or not self._open(Frame("cell")):
            return self._block_of(element)
        inner = self._block_of(element)

        def leave() -> None:
            inner()
            table.add(element, self._close().blocks)

        return leave

    def _caption(self, element: Element) -> Leave:
        self._flush()
        table = self._frames[-1].table
        if table is None or not self._open(Frame("caption")):
            return self._block_of(element)
        inner = self._block_of(element)

        def leave() -> None:
            inner()
            blocks = self._close().blocks
            if all(isinstance(block, Paragraph | Heading) for block in blocks):
                words = [block for block in blocks if isinstance(block, Paragraph | Heading)]
                table.caption = joined(words)
            else:
                self._frames[-1].blocks += blocks

        return leave


_HANDLERS: dict[str, Callable[[BlockReader, Element], Leave | None]] = {
    "blockquote": BlockReader._quote,
    "ul": BlockReader._list,
    "ol": BlockReader._list,
    "menu": BlockReader._list,
    "dir": BlockReader._list,
    "dl": BlockReader._list,
    "li": BlockReader._item,
    "dd": BlockReader._described,
    "pre": BlockReader._pre,
    "listing": BlockReader._pre,
    "xmp": BlockReader._pre,
    "br": BlockReader._break,
    "hr": BlockReader._rule,
    "img": BlockReader._picture,
    "amp-img": BlockReader._picture,
    "figure": BlockReader._figure,
    "table": BlockReader._table,
    "tr": BlockReader._row,
    "td": BlockReader._cell,
    "th": BlockReader._cell,
    "caption": BlockReader._caption,
}
