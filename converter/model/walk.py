"""Look at a tree and rebuild it, so that a pass is short.

``children`` knows where every kind of node keeps its parts; all else here is built on it.
A rebuild that changes nothing returns the same object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from converter.model.document import Document
from converter.model.nodes import (
    Block,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Contents,
    ContentsEntry,
    Emphasis,
    Exchange,
    Figure,
    Heading,
    Inline,
    Link,
    ListItem,
    Leaf,
    Markup,
    Node,
    NoteReference,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    Turn,
)
from converter.model.spans import Span

LEAVES = (Text, Code, NoteReference)
INLINE_CONTAINERS = (Emphasis, Strong, Superscript, Subscript, Link)

_CHILDREN: dict[type, Callable[..., tuple[Node, ...]]] = {
    Emphasis: lambda n: n.children,
    Strong: lambda n: n.children,
    Superscript: lambda n: n.children,
    Subscript: lambda n: n.children,
    Link: lambda n: n.children,
    Paragraph: lambda n: n.inlines,
    Heading: lambda n: n.inlines,
    BulletList: lambda n: n.items,
    OrderedList: lambda n: n.items,
    ListItem: lambda n: n.blocks,
    Quote: lambda n: n.blocks,
    CodeBlock: lambda n: n.lines,
    Table: lambda n: n.caption + n.header + n.rows,
    Row: lambda n: n.cells,
    Cell: lambda n: n.blocks,
    Figure: lambda n: n.caption + n.credit,
    Section: lambda n: (n.heading, *n.blocks) if n.heading else n.blocks,
    Contents: lambda n: n.title + n.entries,
    ContentsEntry: lambda n: n.inlines,
    Turn: lambda n: n.label + n.blocks,
    Exchange: lambda n: (n.question, *n.answers),
}


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node in reading order; a leaf has none."""
    get = _CHILDREN.get(type(node))
    return get(node) if get else ()


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node below and at these, parents first, in reading order. Any depth is safe."""
    stack = [iter(nodes)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            continue
        yield node
        below = children(node)
        if below:
            stack.append(iter(below))


def walk_document(document: Document) -> Iterator[Node]:
    """Every node of a document: its blocks, then the blocks of its notes."""
    yield from walk(document.blocks)
    for note in document.notes:
        yield from walk(note.blocks)


def leaves(nodes: Iterable[Node]) -> Iterator[Leaf]:
    """The leaves below these nodes in reading order."""
    for node in walk(nodes):
        if isinstance(node, LEAVES):
            yield node


def text_of(*nodes: Node) -> str:
    """The characters of all leaves below, as they stand, generated ones included."""
    return "".join(leaf.text for leaf in leaves(nodes))


def markup_of(node: Node) -> Markup:
    """The markup spans of this node itself, not of what is below it."""
    return getattr(node, "markup", ())


def extent(*nodes: Node) -> Span | None:
    """From the first to the last character of these nodes, markup included; None when all they
    hold is generated."""
    start = end = -1
    for node in walk(nodes):
        spans = markup_of(node)
        own = getattr(node, "span", None)
        for span in (*spans, own) if own else spans:
            start = span.start if start < 0 else min(start, span.start)
            end = max(end, span.end)
    return Span(start, end) if start >= 0 else None


def map_blocks(
    blocks: tuple[Block, ...], change: Callable[[tuple[Block, ...]], tuple[Block, ...]]
) -> tuple[Block, ...]:
    """Rebuild every run of sibling blocks, the deepest first, by ``change``.

    Goes into sections, lists, quotes, turns and exchanges, not into tables' cells.
    """
    below = tuple(_map_below(block, change) for block in blocks)
    changed = change(below)
    same = len(changed) == len(blocks) and all(a is b for a, b in zip(changed, blocks, strict=True))
    return blocks if same else changed


def _map_below(
    block: Block, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]
) -> Block:
    match block:
        case Section() | Quote() | Turn():
            inner = map_blocks(block.blocks, change)
            return block if inner is block.blocks else replace(block, blocks=inner)
        case BulletList() | OrderedList():
            items = tuple(_map_item(item, change) for item in block.items)
            same = all(a is b for a, b in zip(items, block.items, strict=True))
            return block if same else replace(block, items=items)
        case Exchange():
            question = _map_turn(block.question, change)
            answers = tuple(_map_turn(turn, change) for turn in block.answers)
            same = question is block.question and all(
                a is b for a, b in zip(answers, block.answers, strict=True)
            )
            return block if same else replace(block, question=question, answers=answers)
    return block


def _map_item(
    item: ListItem, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]
) -> ListItem:
    inner = map_blocks(item.blocks, change)
    return item if inner is item.blocks else replace(item, blocks=inner)


def _map_turn(turn: Turn, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Turn:
    inner = map_blocks(turn.blocks, change)
    return turn if inner is turn.blocks else replace(turn, blocks=inner)


def split_inlines(
    inlines: tuple[Inline, ...], offset: int
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Part inlines at an offset of the reading text; a Text that lies across it is split.

    An inline container that lies across it is split too, its markup going with its side.
    Generated leaves stay with what is before them.
    """
    before: list[Inline] = []
    after: list[Inline] = []
    for inline in inlines:
        span = extent(inline)
        if span is None:
            (after if after else before).append(inline)
        elif span.end <= offset:
            before.append(inline)
        elif span.start >= offset:
            after.append(inline)
        else:
            left, right = _split_inline(inline, offset)
            before.append(left)
            after.append(right)
    return tuple(before), tuple(after)


def _split_inline(inline: Inline, offset: int) -> tuple[Inline, Inline]:
    if isinstance(inline, Text | Code):
        assert inline.span is not None
        cut = offset - inline.span.start
        left = replace(inline, text=inline.text[:cut], span=Span(inline.span.start, offset))
        right = replace(inline, text=inline.text[cut:], span=Span(offset, inline.span.end))
        return left, right
    if isinstance(inline, INLINE_CONTAINERS):
        first, second = split_inlines(inline.children, offset)
        left_markup = tuple(span for span in inline.markup if span.end <= offset)
        right_markup = tuple(span for span in inline.markup if span.end > offset)
        return (
            replace(inline, children=first, markup=left_markup),
            replace(inline, children=second, markup=right_markup),
        )
    raise ValueError(f"{type(inline).__name__} cannot be split at {offset}")
