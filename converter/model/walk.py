"""Look at a tree and rebuild it, so that a pass is short.

``children`` knows where every kind of node keeps its parts; all else here is built on it.
A rebuild that changes nothing returns the same object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeAlias

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
    Leaf,
    Link,
    ListItem,
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
from converter.records import replace

LEAVES = (Text, Code, NoteReference)
INLINE_CONTAINERS = (Emphasis, Strong, Superscript, Subscript, Link)

_CHILDREN: dict[type, Callable[[Any], tuple[Node, ...]]] = {
    Emphasis: attrgetter("children"),
    Strong: attrgetter("children"),
    Superscript: attrgetter("children"),
    Subscript: attrgetter("children"),
    Link: attrgetter("children"),
    Paragraph: attrgetter("inlines"),
    Heading: attrgetter("inlines"),
    BulletList: attrgetter("items"),
    OrderedList: attrgetter("items"),
    ListItem: attrgetter("blocks"),
    Quote: attrgetter("blocks"),
    CodeBlock: attrgetter("lines"),
    Table: lambda n: n.caption + n.header + n.rows,
    Row: attrgetter("cells"),
    Cell: attrgetter("blocks"),
    Figure: lambda n: n.caption + n.credit,
    Section: lambda n: (n.heading, *n.blocks) if n.heading else n.blocks,
    Contents: lambda n: n.title + n.entries,
    ContentsEntry: attrgetter("inlines"),
    Turn: lambda n: n.label + n.blocks,
    Exchange: lambda n: (n.question, *n.answers),
}


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node in reading order; a leaf has none."""
    get = _CHILDREN.get(type(node))
    return get(node) if get else ()


def walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node below and at these, parents first, in reading order. Any depth is safe."""
    stack = [*nodes]
    stack.reverse()
    find = _CHILDREN.get
    while stack:
        node = stack.pop()
        yield node
        get = find(type(node))
        if get:
            stack += get(node)[::-1]


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


Nodes: TypeAlias = tuple[Node, ...]

ASIDE: dict[type, Callable[[Any], tuple[tuple[Nodes, ...], Nodes]]] = {
    Table: lambda table: ((table.caption,), table.header + table.rows),
    Figure: lambda figure: ((figure.caption, figure.credit), ()),
}
"""The kinds of node whose parts may stand in the file before or after the rest: those parts,
each read in its own order, and the rest. Notes are the one other exception."""


def flows(document: Document) -> list[list[Leaf]]:
    """The leaves of a document in runs, each of which is in reading order by itself: the body,
    each note, and each part that stands aside."""
    found: list[list[Leaf]] = []
    waiting: list[Nodes] = [document.blocks, *(note.blocks for note in document.notes)]
    while waiting:
        flow: list[Leaf] = []
        stack = [*waiting.pop()[::-1]]
        while stack:
            node = stack.pop()
            if type(node) in ASIDE:
                parts, rest = ASIDE[type(node)](node)
                waiting += parts
                stack += rest[::-1]
            elif isinstance(node, LEAVES):
                flow.append(node)
            else:
                stack += children(node)[::-1]
        found.append(flow)
    return found


def text_of(*nodes: Node) -> str:
    """The characters of all leaves below, as they stand, generated ones included."""
    if len(nodes) == 1:  # most are a paragraph that is one run, and asked for by every pass
        inlines: Nodes = getattr(nodes[0], "inlines", ())
        if len(inlines) == 1 and isinstance(inlines[0], Text):
            return inlines[0].text
    return "".join(leaf.text for leaf in leaves(nodes))


def markup_of(node: Node) -> Markup:
    """The markup spans of this node itself, not of what is below it."""
    return getattr(node, "markup", ())


def extent(*nodes: Node) -> Span | None:
    """From the first to the last character of these nodes, markup included; None when all they
    hold is generated."""
    spans: list[Span] = []
    stack = [*nodes]
    find = _CHILDREN.get
    while stack:
        node = stack.pop()
        get = find(type(node))
        if get:
            stack += get(node)
        elif span := getattr(node, "span", None):
            spans.append(span)
        spans += markup_of(node)
    if not spans:
        return None
    return Span(min([span.start for span in spans]), max([span.end for span in spans]))


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


def _map_below(block: Block, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Block:
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


def _map_item(item: ListItem, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> ListItem:
    inner = map_blocks(item.blocks, change)
    return item if inner is item.blocks else replace(item, blocks=inner)


def _map_turn(turn: Turn, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Turn:
    inner = map_blocks(turn.blocks, change)
    return turn if inner is turn.blocks else replace(turn, blocks=inner)


def split_inlines(
    inlines: tuple[Inline, ...], offset: int
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """Part inlines at an offset of the reading text; a Text that lies across it is split.

    An inline container with words on both sides is split too; markup stays with its side.
    Generated leaves stay with what is before them. Raises ValueError when the offset lies
    within what cannot be split: a note's mark, a line break's characters.
    """
    before: list[Inline] = []
    after: list[Inline] = []
    for inline in inlines:
        span = _words_extent(inline)
        if span is None:
            (after or before).append(inline)
        elif span.end <= offset:
            before.append(inline)
        elif span.start >= offset:
            after.append(inline)
        else:
            left, right = _split_inline(inline, offset)
            before.append(left)
            after.append(right)
    return tuple(before), tuple(after)


def join_texts(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The inlines with neighbouring Texts that touch in the reading text as one Text each."""
    joined: list[Inline] = []
    run: list[Text] = []
    for inline in inlines:
        touches = run and isinstance(inline, Text) and _touches(run[-1], inline)
        if run and not touches:
            joined.append(_one_text(run))
            run = []
        if isinstance(inline, Text):
            run.append(inline)
        else:
            joined.append(inline)
    if run:
        joined.append(_one_text(run))
    return tuple(joined)


def _touches(first: Text, second: Text) -> bool:
    if first.span is None or second.span is None:
        return False
    return first.span.end == second.span.start


def _one_text(run: list[Text]) -> Text:
    first, last = run[0].span, run[-1].span
    if len(run) == 1 or first is None or last is None:
        return run[0]
    return Text("".join(text.text for text in run), Span(first.start, last.end))


def line_end_between(text: str, end: int, start: int) -> Text:
    """The white space of the reading text from ``end`` on, up to ``start`` or to what else
    stands there: the mark of a quote. It is what joins two lines."""
    gap = text[end:start]
    space = gap[: len(gap) - len(gap.lstrip())]
    return Text(space, Span(end, end + len(space)))


def _words_extent(inline: Inline) -> Span | None:
    """From the first to the last character of the leaves; of the markup when there are none."""
    if isinstance(inline, Text):
        return inline.span
    spans = [leaf.span for leaf in leaves((inline,)) if leaf.span is not None]
    return Span(spans[0].start, spans[-1].end) if spans else extent(inline)


def _split_inline(inline: Inline, offset: int) -> tuple[Inline, Inline]:
    if isinstance(inline, Text | Code) and inline.span is not None:
        cut = offset - inline.span.start
        first, second = Span(inline.span.start, offset), Span(offset, inline.span.end)
        left: Inline = replace(inline, text=inline.text[:cut], span=first)
        right: Inline = replace(inline, text=inline.text[cut:], span=second)
    elif isinstance(inline, INLINE_CONTAINERS):
        before, after = split_inlines(inline.children, offset)
        left, right = replace(inline, children=before), replace(inline, children=after)
    else:
        raise ValueError(f"{type(inline).__name__} cannot be split at {offset}")
    if isinstance(left, Text) or isinstance(right, Text):
        return left, right
    return (
        replace(left, markup=tuple(span for span in left.markup if span.end <= offset)),
        replace(right, markup=tuple(span for span in right.markup if span.end > offset)),
    )
