"""A document as lines that a test can state: one line for each block, indented by depth.

# The Port Opens              a section, by level; its role in brackets
  lead: It opened at six.     a paragraph with a role; one without is its words alone
  - Ships                     list items; ``1.`` for counted ones
  Q KG = Kate Garklavs        a turn that asks (A: answers, S: neither), its label, its speaker
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import dedent

from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Contents,
    Document,
    Exchange,
    Figure,
    Heading,
    Node,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Table,
    ThematicBreak,
    Turn,
    text_of,
)
from converter.readers import read
from converter.recovery import recover
from converter.schemas.loading import load_schema
from laws import assert_laws, source_of

SCHEMA = load_schema("article")
_TURN = {"question": "Q", "answer": "A", "": "S"}


def stated(text: str) -> Document:
    """What the reader says of a text, its common indentation aside; the laws hold for it."""
    document = read(source_of(dedent(text).lstrip("\n")))
    assert_laws(document)
    return document


def recovered(text: str, *, verbatim: bool = False) -> Document:
    """What recovery makes of a text; the laws hold for it."""
    document = recover(stated(text), SCHEMA, verbatim)
    assert_laws(document)
    return document


def shape(document: Document) -> str:
    """The blocks of a document, a line for each."""
    return "\n".join(_blocks(document.blocks))


def lines(expected: str) -> str:
    """An expected shape as a test writes it: its common indentation and empty ends aside."""
    return dedent(expected).strip("\n").rstrip()


def words(nodes: Iterable[Node]) -> str:
    """The words of nodes, white space as one space."""
    return " ".join(text_of(*nodes).split())


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _below(blocks: Iterable[Block]) -> Iterator[str]:
    return (f"  {line}" for line in _blocks(blocks))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Section():
            role = f" ({block.role})" if block.role else ""
            title = words(block.heading.inlines) if block.heading else ""
            yield f"{'#' * block.level} {title}{role}"
            yield from _below(block.blocks)
        case Heading():
            yield f"{'#' * block.level} {words(block.inlines)}"
        case Paragraph():
            yield f"{block.role}: {words(block.inlines)}" if block.role else words(block.inlines)
        case BulletList() | OrderedList():
            yield from _list(block)
        case Quote():
            yield from (f"> {line}" for line in _blocks(block.blocks))
        case CodeBlock():
            yield f"code {block.language}".rstrip()
            yield from (f"  {line}".rstrip() for line in text_of(block).splitlines())
        case Table():
            yield from _table(block)
        case Figure():
            yield f"figure {words(block.caption)}"
        case ThematicBreak():
            yield "----"
        case Contents():
            yield f"contents {words(block.title)}".rstrip()
            for entry in block.entries:
                target = f" -> {entry.target}" if entry.target else ""
                yield f"{'  ' * entry.level}{words(entry.inlines)}{target}"
        case Turn():
            label, speaker = words(block.label), block.speaker
            named = f" {label}" if label else ""
            resolved = f" = {speaker}" if speaker != label else ""
            yield f"{_TURN[block.role]}{named}{resolved}"
            yield from _below(block.blocks)
        case Exchange():
            yield "exchange"
            yield from _below((block.question, *block.answers))


def _list(block: BulletList | OrderedList) -> Iterator[str]:
    for number, item in enumerate(block.items):
        mark = f"{block.start + number}." if isinstance(block, OrderedList) else "-"
        first, *more = _blocks(item.blocks) if item.blocks else ("",)
        yield f"{mark} {first}".rstrip()
        yield from (f"  {line}" for line in more)


def _table(table: Table) -> Iterator[str]:
    keys = " by key" if table.stub else ""
    yield f"table{keys} {words(table.caption)}".rstrip()
    yield from (f"  {_row(row)} !" for row in table.header)
    yield from (f"  {_row(row)}" for row in table.rows)


def _row(row: Row) -> str:
    return " | ".join(words(cell.blocks) for cell in row.cells).rstrip()
