"""The flat form that scorers read: one list of blocks in reading order, sections as headings.

Text is as a reader of the file sees it. In plain text he sees the address of a link, which is
written as Markdown does; in every other format he sees its words alone.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Contents,
    Document,
    Exchange,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    ThematicBreak,
    Turn,
    children,
)
from converter.patterns import pattern
from converter.records import replace
from converter.writers.options import WriteOptions

Value: TypeAlias = str | int | bool | list["Value"] | dict[str, "Value"] | None
Item: TypeAlias = dict[str, Value]

_SPACE = pattern(r"\s+")
_PLAIN_TEXT = "text"
"""The format whose readers see addresses."""
_PARTS = (
    *("answers", "blocks", "caption", "cells", "children", "credit", "entries", "header"),
    *("heading", "inlines", "items", "label", "notes", "question", "rows", "title"),
)
"""The fields of nodes that hold nodes."""


def write(document: Document, options: WriteOptions) -> bytes:
    """UTF-8 JSON: ``{"title": ..., "blocks": [...]}``; docs/outline.md has the fields."""
    if document.source.format != _PLAIN_TEXT:
        document = _without_addresses(document)
    blocks: list[Value] = list(_blocks(document.blocks))
    for note in document.notes:
        blocks += _blocks(note.blocks)
    outline = {"title": document.meta("headline") or None, "blocks": blocks}
    text = json.dumps(outline, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "surrogatepass")


def _without_addresses(node: Any) -> Any:
    """The same node with the words of each link in its place."""
    changed: dict[str, Any] = {}
    for name in _PARTS:
        value = getattr(node, name, None)
        if isinstance(value, tuple):
            changed[name] = tuple(part for child in value for part in _words_of(child))
        elif value is not None:
            changed[name] = _without_addresses(value)
    return replace(node, **changed) if changed else node


def _words_of(node: Any) -> tuple[Any, ...]:
    plain = _without_addresses(node)
    return plain.children if isinstance(plain, Link) else (plain,)


def _blocks(blocks: tuple[Block, ...]) -> list[Item]:
    return [item for block in blocks for item in _block(block)]


def _block(block: Block) -> list[Item]:
    match block:
        case Section():
            heading = [block.heading] if block.heading else []
            return _blocks((*heading, *block.blocks))
        case Heading():
            return [{"type": "heading", "level": block.level, "text": _text(block.inlines)}]
        case Paragraph():
            return [{"type": "paragraph", "text": _text(block.inlines)}]
        case BulletList() | OrderedList():
            return _list(block)
        case Quote():
            return [{"type": "quote", "text": _joined(block.blocks)}]
        case CodeBlock():
            return [{"type": "code", "text": "".join(line.text for line in block.lines)}]
        case Table():
            return [_table(block)]
        case Contents():
            entries: list[Value] = [_text(entry.inlines) for entry in block.entries]
            return [{"type": "toc", "title": _text(block.title) or None, "items": entries}]
        case Exchange():
            return [_exchange(block)]
        case Turn():
            return _turn(block)
        case Figure():
            captions = (_text(block.caption), _text(block.credit))
            return [{"type": "paragraph", "text": text} for text in captions if text]
        case ThematicBreak():
            return []


def _list(block: BulletList | OrderedList) -> list[Item]:
    """A list, the items of nested lists after their parent. An item is one text: what more it
    holds stands after it, and parts the list."""
    flat: list[Item] = []
    items: list[Value] = []
    ordered = isinstance(block, OrderedList)
    for own, more in _items(block.items):
        items.append(own)
        if more:
            flat += [{"type": "list", "ordered": ordered, "items": items}, *more]
            items = []
    if items:
        flat.append({"type": "list", "ordered": ordered, "items": items})
    return flat


def _items(items: tuple[ListItem, ...]) -> list[tuple[str, list[Item]]]:
    """The text of each item with the blocks that follow it."""
    flat: list[tuple[str, list[Item]]] = []
    for item in items:
        first = item.blocks[0] if item.blocks else None
        own = _text(first.inlines) if isinstance(first, Paragraph | Heading) else ""
        flat.append((own, []))
        for block in item.blocks[1:] if isinstance(first, Paragraph | Heading) else item.blocks:
            if isinstance(block, BulletList | OrderedList):
                flat += _items(block.items)
            else:
                flat[-1][1].extend(_block(block))
    return flat


def _table(table: Table) -> Item:
    rows = _rows(table.header + table.rows)
    return {
        "type": "table",
        "caption": _text(table.caption) or None,
        "header": rows[: len(table.header)],
        "rows": rows[len(table.header) :],
    }


def _rows(rows: tuple[Row, ...]) -> list[Value]:
    """The cells of each row; one that a cell beside or above it covers is empty."""
    found: list[Value] = []
    covered: dict[int, int] = {}  # how many more rows a cell from above reaches down, by column
    for row in rows:
        cells: list[Value] = []
        reach = {column: left - 1 for column, left in covered.items() if left > 1}
        for cell in row.cells:
            while len(cells) in covered:
                cells.append("")
            if cell.rowspan > 1:
                columns = range(len(cells), len(cells) + cell.colspan)
                reach |= dict.fromkeys(columns, cell.rowspan - 1)
            cells += [_joined(cell.blocks), *[""] * (cell.colspan - 1)]
        while len(cells) in covered:
            cells.append("")
        found.append(cells)
        covered = reach
    return found


def _exchange(exchange: Exchange) -> Item:
    question = exchange.question
    return {
        "type": "qa",
        "question": {"speaker": _label(question), "text": _joined(question.blocks)},
        "answers": [_answer(turn) for turn in exchange.answers],
    }


def _answer(turn: Turn) -> Item:
    return {
        "speaker": _label(turn),
        "text": _joined(turn.blocks),
        "blocks": list(_blocks(turn.blocks)),
    }


def _turn(turn: Turn) -> list[Item]:
    """A turn outside an exchange: its label stands before its first words again."""
    blocks = _blocks(turn.blocks)
    label = _label(turn)
    if label is None:
        return blocks
    if blocks and blocks[0]["type"] == "paragraph":
        return [{"type": "paragraph", "text": f"{label}: {blocks[0]['text']}"}, *blocks[1:]]
    return [{"type": "paragraph", "text": f"{label}:"}, *blocks]


def _label(turn: Turn) -> str | None:
    return _text(turn.label) or None


def _joined(blocks: tuple[Block, ...]) -> str:
    """The words of blocks as one text, an empty line between two."""
    return "\n\n".join(text for text in (_words(item) for item in _blocks(blocks)) if text)


def _words(item: Item) -> str:
    if item["type"] == "table":
        rows = [item["header"], item["rows"]]
        cells = [
            str(cell)
            for part in rows
            if isinstance(part, list)
            for row in part
            if isinstance(row, list)
            for cell in row
        ]
        return "\n".join([str(item["caption"] or ""), *cells]).strip()
    if item["type"] in ("list", "toc"):
        entries = item["items"]
        return "\n\n".join(str(entry) for entry in entries) if isinstance(entries, list) else ""
    if item["type"] == "qa":
        return "\n\n".join(_turn_words(item))
    return str(item.get("text", ""))


def _turn_words(item: Item) -> list[str]:
    question, answers = item["question"], item["answers"]
    turns = [question, *(answers if isinstance(answers, list) else [])]
    return [
        f"{turn['speaker'] or ''} {turn['text']}".strip()
        for turn in turns
        if isinstance(turn, dict)
    ]


def _text(inlines: tuple[Inline, ...]) -> str:
    return _SPACE.sub(" ", "".join(_inline(inline) for inline in inlines)).strip()


def _inline(inline: Inline) -> str:
    if isinstance(inline, LineBreak):
        return " "
    if isinstance(inline, Link):
        words = "".join(_inline(child) for child in inline.children)
        in_text = bool(inline.markup) and words != inline.url
        return f"[{words}]({inline.url})" if in_text else words
    below = children(inline)
    if below:
        return "".join(_inline(child) for child in below)  # type: ignore[arg-type]
    return getattr(inline, "text", "")
