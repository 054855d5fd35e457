"""Nodes to blocks, and their words onto the tape in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from converter.model import (
    Asset,
    Block,
    BulletList,
    Cell,
    Figure,
    Heading,
    Inline,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Span,
    Table,
    Turn,
    text_of,
)
from converter.patterns import pattern
from converter.readers.pdf import nodes as kinds
from converter.readers.pdf.lines import Line
from converter.readers.pdf.nodes import Node, all_nodes
from converter.readers.pdf.paragraphs import MARK
from converter.readers.pdf.words import Words
from converter.records import field, mutable_record, replace

_NUMBER = pattern(r"[(]?(\d{1,9}|[A-Za-z]|[ivxlIVXL]{2,6})[.)]?")
_TYPES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x00\x00\x00\x0c": "image/jp2",
    b"\xff\x4f\xff": "image/jp2",
}


@mutable_record
class Writer:
    """One document on its way to blocks."""

    words: Words
    max_depth: int
    notes: list[Note] = field(default_factory=list)
    assets: dict[bytes, Asset] = field(default_factory=dict)

    # --- blocks ---------------------------------------------------------------------------------

    def blocks(self, parts: Iterable[kinds.Part], depth: int = 0) -> tuple[Block, ...]:
        """The blocks of these parts, in order."""
        found: list[Block] = []
        loose: list[Line] = []
        for part in parts:
            if isinstance(part, Line):
                loose.append(part)
                continue
            found += self._paragraph(loose)
            loose = []
            _extend(found, self._block(part, depth))
        return (*found, *self._paragraph(loose))

    def _block(self, node: Node, depth: int) -> Iterable[Block]:
        if depth >= self.max_depth:
            lines = [line for one in all_nodes([node]) for line in one.lines]
            return self._paragraph(lines)
        match node.kind:
            case kinds.HEADING:
                return self._heading(node, depth)
            case kinds.LIST:
                return self._list(node, depth)
            case kinds.TABLE:
                return self._table(node, depth)
            case kinds.FIGURE:
                return self._figure(node)
            case kinds.QUOTE:
                blocks = self.blocks(node.parts, depth + 1)
                return [Quote(blocks)] if blocks else []
            case kinds.TURN:
                return [self._turn(node, depth)]
            case kinds.NOTE if node.note:
                self._note(node, depth)
                return []
        return self.blocks(node.parts, depth + 1)

    def _paragraph(self, lines: Sequence[Line]) -> list[Block]:
        if not lines:
            return []
        inlines, markup = self.words.inlines(lines)
        return [Paragraph(inlines, markup=markup)] if inlines else []

    def _heading(self, node: Node, depth: int) -> list[Block]:
        if not node.lines:
            return [*self.blocks(node.parts, depth + 1)]
        inlines, markup = self.words.inlines(node.lines, is_bold=True)
        rest = self.blocks([part for part in node.parts if isinstance(part, Node)], depth + 1)
        head = [Heading(node.level, inlines, markup, node.provenance)] if inlines else []
        return [*head, *rest]

    def _turn(self, node: Node, depth: int) -> Block:
        name, speech = (part for part in node.parts if isinstance(part, Node))
        label, markup = self.words.inlines(name.lines, is_bold=True)
        said = self.blocks([speech], depth + 1)
        return Turn(said, label, text_of(*label), markup=markup, provenance=node.provenance)

    def _note(self, node: Node, depth: int) -> None:
        first = next(line for one in all_nodes([node]) for line in one.lines)
        span = self.words.mark(first, first.fragments.pop(0).text)
        _drop_empty(node)
        self.notes.append(Note(node.note, self.blocks(node.parts, depth + 1), (span,)))

    # --- lists ----------------------------------------------------------------------------------

    def _list(self, node: Node, depth: int) -> list[Block]:
        items: list[ListItem] = []
        marks: list[str] = []
        for part in node.parts:
            item = part if isinstance(part, Node) and part.kind == kinds.ITEM else None
            if item is not None:
                made, mark = self._item(item, depth)
                items.append(made)
                marks.append(mark)
            elif isinstance(part, Node) and part.kind == kinds.LIST and items:
                below = tuple(self._list(part, depth + 1))
                items[-1] = ListItem((*items[-1].blocks, *below), items[-1].markup)
            elif blocks := self.blocks([part], depth + 1):
                items.append(ListItem(blocks))
                marks.append("")
        if not items:
            return []
        numbers = [found for mark in marks if (found := _NUMBER.fullmatch(mark))]
        if len(numbers) < len(items):
            return [BulletList(tuple(items))]
        first = numbers[0][1]
        style = "decimal" if first.isdigit() else "roman" if first[0] in "ivxIVX" else "alpha"
        start = int(first) if first.isdigit() else 1
        if style == "alpha":
            start = ord(first.lower()) - ord("a") + 1
        return [OrderedList(tuple(items), start, style)]

    def _item(self, item: Node, depth: int) -> tuple[ListItem, str]:
        """An item, and what marks it: its label, or what its text begins with."""
        lines, rest = _label(item)
        if lines:
            mark = " ".join(line.text for line in lines)
            first = lines[0]
        else:
            found = _typed_mark(rest)
            if found is None:
                return ListItem(self.blocks(rest, depth + 1)), ""
            first, mark = found
        span = self.words.mark(first, mark)
        return ListItem(self.blocks(rest, depth + 1), (span,)), mark

    # --- tables and figures ---------------------------------------------------------------------

    def _table(self, node: Node, depth: int) -> list[Block]:
        caption: tuple[Inline, ...] = ()
        captions: list[Span] = []
        rows: list[tuple[Row, bool, list[bool]]] = []
        rest: list[Block] = []
        parts = _table_parts(node)
        if not any(_has_cells(part) for part in parts):
            return [block for part in parts for block in self.blocks([part], depth + 1)]
        for part in parts:
            if isinstance(part, Node) and part.kind == kinds.ROW:
                cells = [one for one in part.parts if isinstance(one, Node)]
                row = Row(tuple(self._cell(cell, depth) for cell in cells))
                if row.cells:
                    headers = [cell.is_header for cell in cells]
                    rows.append((row, all(headers), headers))
            elif isinstance(part, Node) and part.kind == kinds.CAPTION and not caption:
                lines = [line for one in all_nodes([part]) for line in one.lines]
                if lines:
                    caption, markup = self.words.inlines(lines)
                    captions += markup
            else:
                rest += self.blocks([part], depth + 1)
        top = next((at for at, (_, is_header, _) in enumerate(rows) if not is_header), len(rows))
        if top == len(rows):  # all are headers: the first is one
            top = 1 if len(rows) > 1 else 0
        stub = min((_leading(headers) for _, _, headers in rows[top:]), default=0)
        table = Table(
            tuple(row for row, _, _ in rows[top:]),
            tuple(row for row, _, _ in rows[:top]),
            caption,
            stub,
            tuple(captions),
        )
        return [table, *rest]

    def _cell(self, cell: Node, depth: int) -> Cell:
        blocks = self.blocks(cell.parts, depth + 1)
        return Cell(blocks, cell.colspan, cell.rowspan)

    def _figure(self, node: Node) -> list[Block]:
        """A figure; one without a picture is words that are drawn."""
        captions = [one for one in all_nodes([node]) if one.kind == kinds.CAPTION]
        lines = [line for one in captions for below in all_nodes([one]) for line in below.lines]
        held = {id(line) for line in lines}
        inside = [line for one in all_nodes([node]) for line in one.lines if id(line) not in held]
        words = self._paragraph(inside)
        if node.picture is None and not node.alt:
            return [*words, *self._paragraph(lines)]
        self.words.begin()
        self.words.tape.here(f"page {node.page + 1}")
        at = self.words.tape.end
        caption, markup = self.words.inlines(lines) if lines else ((), ())
        asset = self._asset(node)
        return [*words, Figure("", node.alt, caption, markup=(at, *markup), asset=asset)]

    def _asset(self, node: Node) -> str:
        data = node.picture.data if node.picture else b""
        if not data:
            return ""
        digest = sha256(data)
        if digest.digest() not in self.assets:
            number = len(self.assets) + 1
            kind = next(kind for magic, kind in _TYPES.items() if data.startswith(magic))
            name = f"page-{node.page + 1}-{number}.{'jpg' if kind == 'image/jpeg' else 'jp2'}"
            self.assets[digest.digest()] = Asset(f"a{number}", name, kind, digest.hexdigest(), data)
        return self.assets[digest.digest()].id


def _extend(blocks: list[Block], more: Iterable[Block]) -> None:
    """Add blocks; a list that counts on where the one before it ends, as lists do that go over a
    page, is one with it."""
    for block in more:
        last = blocks[-1] if blocks else None
        if (
            isinstance(block, OrderedList)
            and isinstance(last, OrderedList)
            and last.style == block.style
            and block.start == last.start + len(last.items)
        ):
            items = last.items + block.items
            blocks[-1] = replace(last, items=items, markup=last.markup + block.markup)
        else:
            blocks.append(block)


def _table_parts(node: Node) -> list[kinds.Part]:
    """The rows, captions and stray words of a table, out of its head, body and foot."""
    found: list[kinds.Part] = []
    stack: list[kinds.Part] = node.parts[::-1]
    while stack:
        part = stack.pop()
        if isinstance(part, Node) and part.kind == kinds.FLOW:
            stack += part.parts[::-1]
        else:
            found.append(part)
    return found


def _has_cells(part: kinds.Part) -> bool:
    """Whether this is a row of a table with something in it."""
    if not isinstance(part, Node) or part.kind != kinds.ROW:
        return False
    return any(isinstance(one, Node) for one in part.parts)


def _leading(headers: Sequence[bool]) -> int:
    return next((at for at, is_header in enumerate(headers) if not is_header), len(headers))


def _label(item: Node) -> tuple[list[Line], list[kinds.Part]]:
    """The lines of an item's label, and what else is in it."""
    labels = [part for part in item.parts if isinstance(part, Node) and part.kind == kinds.LABEL]
    lines = [line for label in labels for one in all_nodes([label]) for line in one.lines]
    return lines, [part for part in item.parts if part not in labels]


def _typed_mark(parts: Sequence[kinds.Part]) -> tuple[Line, str] | None:
    """The first line of an item and the mark that it begins with, which is taken off."""
    nodes = [part for part in parts if isinstance(part, Node)]
    line = next((line for one in all_nodes(nodes) for line in one.lines), None)
    found = MARK.match(line.text) if line is not None else None
    if line is None or found is None or len(found[0]) > len(line.fragments[0].text):
        return None
    first = line.fragments[0]
    line.fragments[0] = first._replace(text=first.text[len(found[0]) :])
    if not line.fragments[0].text:
        line.fragments.pop(0)
    for node in nodes:
        _drop_empty(node)
    return line, found[0]


def _drop_empty(node: Node) -> None:
    """Take out the lines that hold nothing any more."""
    for one in all_nodes([node]):
        one.parts = [part for part in one.parts if isinstance(part, Node) or part.fragments]
