"""Blocks that are open: what containers of Markdown and of HTML have in common. A frame collects
blocks, and becomes a block of the frame it stands in when it is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from converter.model import (
    Block,
    BulletList,
    Cell,
    Inline,
    ListItem,
    OrderedList,
    Quote,
    Row,
    Span,
    Table,
)
from converter.records import field, mutable_record, replace

Part: TypeAlias = Block | ListItem | Row | Cell


@mutable_record
class Frame:
    """An open container: its ``kind`` (an entry of CLOSERS), its own marks, what it holds so far.

    ``tag`` is the name of the HTML tag that opened it, or empty. ``loose`` are marks that stand
    before its first block, ``tail`` those behind the last, ``ranges`` those between the words of
    its blocks, as offsets of the parser's text. ``heads`` says of each row of a table, or cell of
    a row, whether it is a head.
    """

    kind: str
    marks: list[Span] = field(default_factory=list)
    tag: str = ""
    parts: list[Part] = field(default_factory=list)
    loose: list[Span] = field(default_factory=list)
    tail: list[Span] = field(default_factory=list)
    start: int = 1
    align: str = ""
    colspan: int = 1
    rowspan: int = 1
    is_head: bool = False
    heads: list[bool] = field(default_factory=list)
    caption: tuple[Inline, ...] = ()
    caption_marks: list[Span] = field(default_factory=list)
    ranges: list[tuple[int, int]] = field(default_factory=list)
    label: str = ""

    def add(self, part: Part) -> None:
        """Take in a part; marks that stood before the first one become its own."""
        self.settle()
        if self.loose and not self.parts:
            part = with_marks(part, self.loose)
            self.loose = []
        self.parts.append(part)

    def mark(self, spans: list[Span]) -> None:
        """Take in marks between blocks: the block before them has them."""
        if self.parts:
            self.tail += spans
        else:
            self.loose += spans

    def settle(self) -> None:
        """Give the marks behind the last part to it; there may be thousands, so all at once."""
        if self.tail:
            self.parts[-1] = with_marks(self.parts[-1], self.tail)
            self.tail = []

    def blocks(self) -> tuple[Block, ...]:
        """What it holds that is a block."""
        return tuple(part for part in self.parts if not isinstance(part, ListItem | Row | Cell))


def with_marks(part: Part, spans: list[Span]) -> Part:
    """A part with these spans in its markup as well."""
    holder: Any = part  # mypy cannot replace a field that every kind of a union has
    changed: Part = replace(holder, markup=(*holder.markup, *spans))
    return changed


def _markup(frame: Frame) -> tuple[Span, ...]:
    return (*frame.marks, *frame.loose)


def _bullets(frame: Frame) -> Part:
    return BulletList(_items(frame), markup=_markup(frame))


def _numbers(frame: Frame) -> Part:
    return OrderedList(_items(frame), frame.start, markup=_markup(frame))


def _items(frame: Frame) -> tuple[ListItem, ...]:
    return tuple(part for part in frame.parts if isinstance(part, ListItem))


def _item(frame: Frame) -> Part:
    return ListItem(frame.blocks(), _markup(frame))


def _quote(frame: Frame) -> Part:
    return Quote(frame.blocks(), _markup(frame))


def _cell(frame: Frame) -> Part:
    blocks = frame.blocks()
    return Cell(blocks, frame.colspan, frame.rowspan, frame.align, _markup(frame))


def _row(frame: Frame) -> Part:
    return Row(tuple(part for part in frame.parts if isinstance(part, Cell)), _markup(frame))


def _table(frame: Frame) -> Part:
    rows = [part for part in frame.parts if isinstance(part, Row)]
    heads = next((at for at, is_head in enumerate(frame.heads) if not is_head), len(rows))
    if heads == len(rows):
        heads = 0  # a table of headers only has none
    header, body = tuple(rows[:heads]), tuple(rows[heads:])
    return Table(body, header, frame.caption, markup=_markup(frame))


CLOSERS: dict[str, Callable[[Frame], Part]] = {
    "bullet": _bullets,
    "ordered": _numbers,
    "item": _item,
    "quote": _quote,
    "cell": _cell,
    "row": _row,
    "table": _table,
}
"""What a frame becomes."""

PARTS = {"bullet": "item", "ordered": "item", "table": "row", "row": "cell"}
"""What a frame holds, where it holds no blocks: the kind of its parts."""
