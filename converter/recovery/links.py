"""Contents entries lead to the section or question that they name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from converter.model import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Exchange,
    Section,
    Turn,
    text_of,
    walk,
)
from converter.records import replace
from converter.recovery.words import WORD, fold
from converter.schemas import ArticleSchema


def recover_links(document: Document, schema: ArticleSchema) -> Document:
    """Set the target of each contents entry, and an id on each turn that is one."""
    contents = [node for node in walk(document.blocks) if isinstance(node, Contents)]
    if not contents:
        return document
    wanted = {_key(text_of(*entry.inlines)) for block in contents for entry in block.entries}
    ids: dict[str, str] = {}
    numbers = count(1)
    blocks = tuple(_named(block, wanted, ids, numbers) for block in document.blocks)
    return replace(document, blocks=tuple(_linked(block, ids) for block in blocks))


def _key(text: str) -> str:
    return " ".join(WORD.findall(fold(text)))


def _named(block: Block, wanted: set[str], ids: dict[str, str], numbers: Iterator[int]) -> Block:
    """The block with ids where a contents entry names it; notes them in ``ids``."""
    match block:
        case Section():
            if block.heading is not None:
                ids.setdefault(_key(text_of(block.heading)), block.id)
            inner = tuple(_named(child, wanted, ids, numbers) for child in block.blocks)
            return replace(block, blocks=inner)
        case Exchange():
            question = block.question
            words = _key(text_of(*question.blocks))
            keys = {words, f"{_key(text_of(*question.label))} {words}"} & wanted
            if not keys:
                return block
            own = f"q{next(numbers)}"
            for key in sorted(keys):
                ids.setdefault(key, own)
            return replace(block, question=replace(question, id=own))
    return block


def _linked(block: Block, ids: dict[str, str]) -> Block:
    match block:
        case Section() | Turn():
            return replace(block, blocks=tuple(_linked(child, ids) for child in block.blocks))
        case Exchange():
            turns = (_linked(turn, ids) for turn in (block.question, *block.answers))
            question, *answers = (turn for turn in turns if isinstance(turn, Turn))
            return replace(block, question=question, answers=tuple(answers))
        case Contents():
            return replace(block, entries=tuple(_entry(entry, ids) for entry in block.entries))
    return block


def _entry(entry: ContentsEntry, ids: dict[str, str]) -> ContentsEntry:
    whole = _key(text_of(*entry.inlines))
    unpaged, _, page = whole.rpartition(" ")
    found = ids.get(whole) or (ids.get(unpaged) if page.isdecimal() else None)
    return replace(entry, target=found or "")
