"""A document as a text that a reviewer reads: one line for each block, with the line of the
file where it begins, its text, and the rule that recovered it.

Long text is shown by its first and last words: the ledger proves the middle. Confidences are
left out: they move with every weight. Text that we added stands in ``{+ +}``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from converter.model import (
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Exchange,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Node,
    NoteReference,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    SourceFile,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Turn,
    children,
    extent,
    leaves,
    walk_document,
)

EDGE = 6
"""Words shown at either end of a long text: enough to see where it was cut."""

CONTEXT = 12
"""Characters shown on either side of what we added."""

MARKS: dict[type, tuple[str, str]] = {
    Emphasis: ("*", "*"),
    Strong: ("**", "**"),
    Superscript: ("^", "^"),
    Subscript: ("~", "~"),
    Code: ("`", "`"),
    NoteReference: ("[^", "]"),
}
"""What stands around an inline node, as in Markdown."""


def tree(document: Document) -> str:
    """The whole document: metadata, blocks, notes, then what was added, omitted and noticed."""
    lines = [
        *_part("language", [document.language] if document.language else []),
        *_part("metadata", (f"{item.name}: {item.value}" for item in document.metadata)),
        *_part("blocks", _nodes(document.blocks, document.source, 0)),
        *_part("notes", _notes(document)),
        *_part("added", _added(document)),
        *_part("omitted", _omitted(document)),
        *_part("notices", _notices(document)),
    ]
    return "\n".join(lines).strip() + "\n"


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield from ("", f"# {title}", *listed)


def _nodes(nodes: Iterable[Node], source: SourceFile, depth: int) -> Iterator[str]:
    for node in nodes:
        words, below = _describe(node)
        provenance = getattr(node, "provenance", None)
        rule = f"  [{provenance.rule}]" if provenance else ""
        yield f"{_line(node, source):>4} {'  ' * depth}{words}{rule}"
        yield from _nodes(below, source, depth + 1)


def _line(node: Node, source: SourceFile) -> str:
    span = extent(node)
    return str(source.locate(span.start).line) if span else "-"


def _describe(node: Node) -> tuple[str, Sequence[Node]]:
    """What a node is in words, and the nodes that get lines of their own below it."""
    match node:
        case Paragraph() | Heading() | ContentsEntry() | Row() | CodeBlock() | Figure():
            return f"{_name(node)} {_content(node)}", ()
        case Section():
            return _name(node), ((node.heading,) if node.heading else ()) + node.blocks
        case Turn():
            label = f" label {_quoted(node.label)}" if node.label else ""
            return f"{_name(node)}{label}", node.blocks
        case Exchange():
            return "exchange", (node.question, *node.answers)
        case Table():
            caption = f" caption {_quoted(node.caption)}" if node.caption else ""
            return f"{_name(node)}{caption}", node.header + node.rows
        case Contents():
            title = f" title {_quoted(node.title)}" if node.title else ""
            return f"contents{title}", node.entries
        case ListItem() if _is_short(node):
            return f"item {_content(node.blocks[0])}", node.blocks[1:]
    return _name(node), children(node)


def _name(node: Node) -> str:
    """The kind of a node, with what sets this one apart from others of its kind."""
    match node:
        case Paragraph() | Section():
            level = f" {node.level}" if isinstance(node, Section) else ""
            return f"{type(node).__name__.lower()}{level}" + (
                f" ({node.role})" if node.role else ""
            )
        case Heading():
            return f"heading {node.level}"
        case OrderedList():
            return f"ordered list {node.style} from {node.start}"
        case BulletList():
            return "bullet list"
        case ContentsEntry():
            return "entry" + ("" if node.target else " (names nothing)")
        case Turn():
            return f"{node.role or 'turn'} by {node.speaker!r}"
        case Table():
            return "table" + (f" stub {node.stub}" if node.stub else "")
        case CodeBlock():
            return f"code {node.language}".strip()
        case ThematicBreak():
            return "break"
        case Quote() | Figure() | ListItem() | Row():
            return type(node).__name__.lower().removeprefix("list")
    raise AssertionError(f"a {type(node).__name__} is no block")


def _content(node: Node) -> str:
    match node:
        case Row():
            return " | ".join(_cell(cell) for cell in node.cells)
        case Figure():
            return f"{node.url} {_quoted(node.caption)}"
        case CodeBlock():
            return _quoted(node.lines)
        case Paragraph() | Heading() | ContentsEntry():
            return _quoted(node.inlines)
    raise AssertionError(f"a {type(node).__name__} has no text of its own")


def _is_short(item: ListItem) -> bool:
    return bool(item.blocks) and isinstance(item.blocks[0], Paragraph) and not item.blocks[0].role


def _cell(cell: Cell) -> str:
    spans = f"{cell.colspan}x{cell.rowspan} " if (cell.colspan, cell.rowspan) != (1, 1) else ""
    align = f" ({cell.align})" if cell.align else ""
    text = " / ".join(
        _quoted(block.inlines) if isinstance(block, Paragraph) else _name(block)
        for block in cell.blocks
    )
    return f"{spans}{text or '-'}{align}"


def _quoted(inlines: Sequence[Node]) -> str:
    words = "".join(map(_inline, inlines)).split()
    if len(words) > 2 * EDGE + 2:
        words = [*words[:EDGE], "…", *words[-EDGE:]]
    return f'"{" ".join(words)}"'


def _inline(node: Node) -> str:
    before, after = MARKS.get(type(node), ("", ""))
    match node:
        case Text() | Code() | NoteReference():
            text = node.text if node.span else f"{{+{node.text}+}}"
            return f"{before}{text}{after}"
        case LineBreak():
            return " ⏎ "
        case Link():
            return f"[{_all(node.children)}]({node.url})"
        case Emphasis() | Strong() | Superscript() | Subscript():
            return f"{before}{_all(node.children)}{after}"
    raise AssertionError(f"a {type(node).__name__} is no inline node")


def _all(inlines: Sequence[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _notes(document: Document) -> Iterator[str]:
    for note in document.notes:
        yield f"{note.id}:"
        yield from _nodes(note.blocks, document.source, 1)


def _added(document: Document) -> Iterator[str]:
    """Each text that we added, between the words around it."""
    found = list(leaves(node for node in walk_document(document) if not children(node)))
    for before, leaf, after in zip(["", *found], found, [*found[1:], ""], strict=False):
        if leaf.span is None:
            left = before if isinstance(before, str) else before.text[-CONTEXT:]
            right = after if isinstance(after, str) else after.text[:CONTEXT]
            yield f"  …{left}{{+{leaf.text}+}}{right}…  [{leaf.rule}]"


def _omitted(document: Document) -> Iterator[str]:
    for omission in document.omissions:
        line = document.source.locate(omission.span.start).line
        yield f"{line:>4} {omission.kind} {omission.text!r}: {omission.reason}"


def _notices(document: Document) -> Iterator[str]:
    for notice in document.notices:
        line = document.source.locate(notice.span.start).line if notice.span else "-"
        yield f"{line:>4} {notice.code} {notice.severity}: {notice.message}"
