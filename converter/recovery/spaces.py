"""Missing spaces after full stops (``...unilaterally.This approach``): a generated space, marked
as ours. Never inside an abbreviation, a number, an address or a file name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import (
    INLINE_CONTAINERS,
    Block,
    BulletList,
    Cell,
    Contents,
    Document,
    Exchange,
    Heading,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Span,
    Table,
    Text,
    Turn,
)
from converter.patterns import pattern
from converter.records import replace
from converter.schemas import ArticleSchema

RULE = "missing-space"
_STOP = pattern(r"[.!?…,;][\"”’»)\]]*(?=[^\W\d_]|[\"“«‘(¿¡][^\W\d_])")
"""A mark with a letter right behind it, or an opening quotation mark and a letter."""
_BEFORE = pattern(r"(?:[^\W\d_]{2}[\"”’»)\]]?|(?<![^\W\d_])[^\W\d_]\.[^\W\d_])\Z")
_SHORT_FORM = pattern(r"(?<![^\W\d_])[^\W\d_]\.[^\W\d_]\Z")
_STARTERS = frozenset(
    """
    the this these those they it in and but for as we he she a an
    el la los las le les der die das il lo o os as
    """.split()
)
"""Words that begin a sentence so often that one in lower case after a full stop does, too."""
_WORD = pattern(r"[^\W\d_]+")
_GOES_ON = pattern(r"[^\W\d_]\.|[^\W\d_]+\.[a-z]")
"""What follows a full stop inside a degree or a file's name: one letter and a full stop, or a
word and an ending in lower case."""
_ENTITY = pattern(r"&#?\w{1,10}\Z")
"""A character reference of HTML up to its semicolon."""
_ADDRESS = pattern(r"https?://|www\.|@|\w/\w|\.\w{2,4}/")
_REACH = 100
"""Code points on either side of a full stop in which it may prove to be part of an address."""


def recover_spaces(document: Document, schema: ArticleSchema) -> Document:
    """Put a generated space where one is missing after a full stop or a comma."""
    blocks = _blocks(document.blocks)
    return document if blocks is document.blocks else replace(document, blocks=blocks)


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    changed = tuple(_block(block) for block in blocks)
    return blocks if _same(changed, blocks) else changed


def _same(one: Sequence[object], other: Sequence[object]) -> bool:
    return all(a is b for a, b in zip(one, other, strict=True))


def _block(block: Block) -> Block:
    match block:
        case Paragraph() | Heading():
            inlines = _inlines(block.inlines)
            return block if inlines is block.inlines else replace(block, inlines=inlines)
        case Quote() | Turn():
            inner = _blocks(block.blocks)
            return block if inner is block.blocks else replace(block, blocks=inner)
        case BulletList() | OrderedList():
            items = tuple(_item(item) for item in block.items)
            return block if _same(items, block.items) else replace(block, items=items)
        case Section():
            return _section(block)
        case Table():
            return _table(block)
        case Contents():
            entries = tuple(
                replace(entry, inlines=_inlines(entry.inlines)) for entry in block.entries
            )
            return block if entries == block.entries else replace(block, entries=entries)
        case Exchange():
            turns = (block.question, *block.answers)
            spaced = tuple(_block(turn) for turn in turns)
            if _same(spaced, turns):
                return block
            question, *answers = (turn for turn in spaced if isinstance(turn, Turn))
            return replace(block, question=question, answers=tuple(answers))
    return block


def _item(item: ListItem) -> ListItem:
    blocks = _blocks(item.blocks)
    return item if blocks is item.blocks else replace(item, blocks=blocks)


def _section(section: Section) -> Section:
    blocks = _blocks(section.blocks)
    heading = _block(section.heading) if section.heading else None
    if blocks is section.blocks and heading is section.heading:
        return section
    assert heading is None or isinstance(heading, Heading)
    return replace(section, blocks=blocks, heading=heading)


def _table(table: Table) -> Table:
    header, rows = _rows(table.header), _rows(table.rows)
    caption = _inlines(table.caption)
    if header is table.header and rows is table.rows and caption is table.caption:
        return table
    return replace(table, header=header, rows=rows, caption=caption)


def _rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    changed = tuple(_row(row) for row in rows)
    return rows if _same(changed, rows) else changed


def _row(row: Row) -> Row:
    cells = tuple(_cell(cell) for cell in row.cells)
    return row if _same(cells, row.cells) else replace(row, cells=cells)


def _cell(cell: Cell) -> Cell:
    blocks = _blocks(cell.blocks)
    return cell if blocks is cell.blocks else replace(cell, blocks=blocks)


def _inlines(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    spaced: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            spaced += _text(inline)
        elif isinstance(inline, INLINE_CONTAINERS):
            below = _inlines(inline.children)
            spaced.append(inline if below is inline.children else replace(inline, children=below))
        else:
            spaced.append(inline)
    same = len(spaced) == len(inlines) and _same(spaced, inlines)
    return inlines if same else tuple(spaced)


def _text(leaf: Text) -> list[Inline]:
    """The leaf, cut at each missing space."""
    if leaf.span is None:
        return [leaf]
    ends = [match.end() for match in _STOP.finditer(leaf.text) if _lacks_space(leaf.text, match)]
    if not ends:
        return [leaf]
    pieces: list[Inline] = []
    start = 0
    for end in ends:
        if _in_address(leaf.text, end):
            continue
        pieces.append(_slice(leaf, start, end))
        pieces.append(Text(" ", None, RULE))
        start = end
    pieces.append(_slice(leaf, start, len(leaf.text)))
    return pieces


def _lacks_space(text: str, match: re.Match[str]) -> bool:
    """Whether the mark closes words, and what touches it opens others: ``unilaterally.This``,
    ``U.S.and``, ``order,aimed``; not ``e.g.``, ``Node.js``, ``U.S.A``,
    ``Ph.D.``, ``config.Local.yaml``."""
    before = text[max(0, match.start() - 4) : match.start()]
    word = _WORD.search(text, match.end(), match.end() + _REACH)
    if word is None or not _BEFORE.search(before):
        return False
    following = word.group()
    if _GOES_ON.match(text, word.start()):
        return False
    if match.group()[0] in ",;":
        if match.group()[0] == ";" and _ENTITY.search(
            text[max(0, match.start() - 12) : match.start()]
        ):
            return False
        return len(following) > 1 and before[-3:].isalpha() and before[-1:].islower()
    if _SHORT_FORM.search(before):
        return len(following) > 2 or following in _STARTERS
    if following[0].isupper():
        return before[-1:].islower() or before[-1:] in '"”’»)]'
    return following in _STARTERS and len(before) == 4 and before.isalpha()


def _in_address(text: str, at: int) -> bool:
    """Whether the run of characters round ``at`` that holds no white space is an address."""
    before = text[max(0, at - _REACH) : at].split()
    after = text[at : at + _REACH].split()
    return _ADDRESS.search((before[-1] if before else "") + (after[0] if after else "")) is not None


def _slice(leaf: Text, start: int, end: int) -> Text:
    assert leaf.span is not None
    return Text(leaf.text[start:end], Span(leaf.span.start + start, leaf.span.start + end))
