"""A document as a tree of items to show: what each node is, where it is, its first words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from converter.cli.summary import counted
from converter.model import (
    INLINE_CONTAINERS,
    LEAVES,
    Block,
    BulletList,
    CodeBlock,
    Contents,
    ContentsEntry,
    Exchange,
    Figure,
    Heading,
    ListItem,
    Node,
    OrderedList,
    Paragraph,
    Provenance,
    Quote,
    Section,
    Span,
    Table,
    ThematicBreak,
    Turn,
    extent,
    walk,
)
from converter.records import record, replace

KINDS: Mapping[type, str] = {
    Paragraph: "paragraph",
    Heading: "heading",
    BulletList: "bullet_list",
    OrderedList: "ordered_list",
    ListItem: "item",
    Quote: "quote",
    CodeBlock: "code_block",
    Table: "table",
    Figure: "figure",
    ThematicBreak: "thematic_break",
    Section: "section",
    Contents: "contents",
    ContentsEntry: "entry",
    Turn: "turn",
    Exchange: "exchange",
}
"""What a kind of node is called, as in the JSON rendition."""

WORDS = 160
"""Characters of a node's text that are kept: more than the widest terminal line shows."""


@record()
class Item:
    """One node to show. ``facts`` are what tells it from others of its kind (``level``,
    ``role``, ``speaker``, ``items``); ``heading`` is a section's."""

    kind: str
    facts: Mapping[str, str | int]
    words: str
    span: Span | None
    provenance: Provenance | None
    heading: Item | None = None
    children: tuple[Item, ...] = ()


def items_of(blocks: Iterable[Block]) -> tuple[Item, ...]:
    """The items of these blocks and of all below them."""
    return tuple(_item(block) for block in blocks)


def _item(node: Block | ListItem | ContentsEntry) -> Item:
    return Item(
        KINDS[type(node)],
        {name: value for name, value in _facts(node).items() if value != ""},
        _words(_speaking(node)),
        extent(node),
        getattr(node, "provenance", None),
        _item(node.heading) if isinstance(node, Section) and node.heading else None,
        tuple(_item(child) for child in _below(node)),
    )


def _facts(node: Node) -> dict[str, str | int]:
    match node:
        case Section():
            return {"level": node.level, "role": node.role, "id": node.id}
        case Heading():
            return {"level": node.level}
        case Paragraph():
            return {"role": node.role, "time": node.time}
        case Turn():
            first = node.blocks[0] if node.blocks else None
            time = first.time if isinstance(first, Paragraph) else ""
            return {"role": node.role, "speaker": node.speaker, "id": node.id, "time": time}
        case Exchange():
            return {"answers": len(node.answers)}
        case BulletList() | OrderedList():
            return {"items": len(node.items)}
        case Table():
            rows = node.header + node.rows
            columns = max((sum(cell.colspan for cell in row.cells) for row in rows), default=0)
            return {"rows": len(rows), "header_rows": len(node.header), "columns": columns}
        case Contents():
            linked = sum(1 for entry in node.entries if entry.target)
            return {"entries": len(node.entries), "linked": linked}
        case ContentsEntry():
            return {"level": node.level, "target": node.target}
        case CodeBlock():
            return {"lines": len(node.lines), "language": node.language}
        case Figure():
            return {"url": node.url}
    return {}


def _speaking(node: Node) -> tuple[Node, ...]:
    """The nodes whose words stand for this one."""
    match node:
        case Section():
            return (node.heading,) if node.heading else ()
        case Table():
            return node.caption or node.header or node.rows
        case Contents():
            return node.title
        case Turn():
            return node.blocks
        case Exchange() | BulletList() | OrderedList():
            return ()
    return (node,)


def _words(nodes: Iterable[Node]) -> str:
    """The first characters of these nodes, every run of white space as one space."""
    found: list[str] = []
    length = 0
    for node in walk(nodes):
        if isinstance(node, LEAVES):
            found.append(node.text)
            length += len(node.text)
        elif not isinstance(node, INLINE_CONTAINERS):
            found.append(" ")
        if length > WORDS:
            break
    return " ".join("".join(found)[: 2 * WORDS].split())[:WORDS]


def _below(node: Node) -> tuple[Block | ListItem | ContentsEntry, ...]:
    """What is shown below a node. A turn, an item or a quote of one plain paragraph says all in
    its own line."""
    match node:
        case Section():
            return node.blocks
        case Exchange():
            return (node.question, *node.answers)
        case Contents():
            return node.entries
        case BulletList() | OrderedList():
            return node.items
        case Turn() | ListItem() | Quote() if not _is_plain(node.blocks):
            return node.blocks
    return ()


def _is_plain(blocks: tuple[Block, ...]) -> bool:
    if len(blocks) != 1:
        return False
    only = blocks[0]
    return isinstance(only, Paragraph) and not only.role and only.provenance is None


def provenances(item: Item) -> list[Provenance]:
    """Why we hold an item: a section is there because its heading is, so that comes first, and
    stands for both when the section has nothing to add."""
    both = (item.heading.provenance if item.heading else None, item.provenance)
    found = [provenance for provenance in dict.fromkeys(both) if provenance]
    same = len(found) > 1 and found[1] == replace(found[0], evidence=())
    return found[:1] if same else found


def described(item: Item) -> str:
    """The kind of an item and what tells it from others, in words.

    >>> described(Item("bullet_list", {"items": 1}, "", None, None))
    'list, 1 item'
    >>> described(Item("turn", {"role": "answer", "speaker": "Ines Duarte"}, "", None, None))
    'answer by Ines Duarte'
    """
    facts = item.facts
    match item.kind:
        case "section" if facts.get("role") == "article":
            return "article"
        case "section" | "heading":
            return f"{item.kind} {facts['level']}" + _named(facts.get("role"))
        case "turn":
            by = f" by {facts['speaker']}" if "speaker" in facts else ""
            return f"{facts.get('role', 'turn')}{by}{_named(facts.get('time'))}"
        case "exchange":
            return f"exchange, {counted(int(facts['answers']), 'answer')}"
        case "bullet_list" | "ordered_list":
            number = "" if item.kind == "bullet_list" else "numbered "
            return f"{number}list, {counted(int(facts['items']), 'item')}"
        case "table":
            return f"table, {facts['rows']} × {facts['columns']}"
        case "contents":
            return f"contents, {facts['linked']} of {facts['entries']} linked"
        case "entry":
            return "entry" if "target" in facts else "entry, not linked"
        case "code_block":
            return f"code, {counted(int(facts['lines']), 'line')}"
    about = _named(facts.get("role")) + _named(facts.get("time"))
    return item.kind.replace("_", " ") + about


def _named(fact: str | int | None) -> str:
    return f", {fact}" if fact else ""
