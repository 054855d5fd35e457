"""Contents lists: a title that says so, over items that the text takes up again as lines of their
own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeGuard

from converter.model import (
    Block,
    BulletList,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Evidence,
    Heading,
    Inline,
    ListItem,
    Markup,
    OrderedList,
    Paragraph,
    Provenance,
    Span,
    Table,
    Text,
    extent,
    text_of,
)
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.evidence import confidence, total
from converter.recovery.words import fold, fold_all
from converter.schemas import ArticleSchema

RULE = "contents-list"
WEIGHTS = {
    "titled": (3.0, "the line above is a contents title that the schema lists"),
    "an entry is taken up": (1.0, "one entry or more stands again as a line of its own"),
    "half is taken up": (1.5, "half of the entries do"),
    "all is taken up": (1.5, "four fifths of the entries do"),
    "in order": (0.5, "they come in the order of the list"),
    "three entries or more": (0.5, "shorter lists are seldom contents"),
    "long entries": (-1.5, "entries of the length of sentences"),
    "nothing is taken up": (-1.0, "no entry stands again"),
}
"""Evidence that a list is the contents; its sum must reach THRESHOLD: a title alone is not
enough, the text must take up an entry."""
THRESHOLD = 3.0
_LONG_ENTRY = 400
_LABEL = pattern(r"[^\W\d_][^:.]{0,40}[:.]\s+")
"""A speaker's label; contents lists often leave it away."""


def recover_contents(document: Document, schema: ArticleSchema) -> Document:
    """Make Contents of the lists that say what the document holds."""
    titles = fold_all(schema.headings.get("contents", ()))
    if not any(_is_title(block, titles) for block in document.blocks):
        return document
    lines = _lines(document.blocks)
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        found, at = _read(document.blocks, at, titles, lines, document.source.text)
        blocks.append(found)
    return replace(document, blocks=tuple(blocks))


def _lines(blocks: Sequence[Block]) -> dict[str, list[int]]:
    """Where each line of running text stands, folded, without a colon at its end."""
    lines: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph | Heading):
            text = text_of(block)
            if len(text) <= _LONG_ENTRY:
                lines.setdefault(_key(text), []).append(index)
                label = _LABEL.match(text)
                if label is not None:
                    lines.setdefault(_key(text[label.end() :]), []).append(index)
    return lines


def _key(text: str) -> str:
    return fold(text).rstrip(": ")


def _is_title(block: Block, titles: frozenset[str]) -> TypeGuard[Paragraph | Heading]:
    return isinstance(block, Paragraph | Heading) and _key(text_of(block)) in titles


def _read(
    blocks: Sequence[Block],
    at: int,
    titles: frozenset[str],
    lines: dict[str, list[int]],
    source: str,
) -> tuple[Block, int]:
    block = blocks[at]
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if _is_title(block, titles):
        if isinstance(following, BulletList | OrderedList) and _is_plain(following):
            signs = _signs(_items(following, 1), at, lines)
            if total(signs) >= THRESHOLD:
                markup = block.markup + following.markup
                return _contents(following, block.inlines, markup, signs), at + 2
        led = _led(following, source) if isinstance(following, Table) else None
        if led is not None:
            signs = _signs_of([_unpaged(text_of(*entry.inlines)) for entry in led], at, lines)
            if total(signs) >= THRESHOLD:
                because = Provenance(RULE, confidence(signs, THRESHOLD), signs, "table")
                return Contents(led, block.inlines, block.markup, because), at + 2
        return _read_lines(blocks, at, lines)
    return block, at + 1


_PAGE = pattern(r"\s+(?:\d{1,4}|[ivxl]{1,6})\Z")
_PATH = pattern(r"\d{1,2}(?:\.\d{1,2})*")


def _led(table: Table, source: str) -> tuple[ContentsEntry, ...] | None:
    """The entries of a table whose rows lead from words to a page; None when they do not."""
    entries = []
    for row in table.header + table.rows:
        words, page = (extent(*cell.blocks) for cell in (*row.cells, Cell(()), Cell(()))[:2])
        if words is None or page is None or len(row.cells) != 2 or len(row.markup) != 1:
            return None
        dots = row.markup[0]
        left = Span(words.start, min(words.end + 1, dots.start))
        right = page if left.end > words.end else Span(dots.end, page.end)
        texts = [source[span.start : span.end] for span in (left, right)]
        if not _PAGE.search("".join(texts)):
            return None
        path = _PATH.match(texts[0])
        level = path.group().count(".") + 1 if path else 1
        inlines = (Text(texts[0], left), Text(texts[1], right))
        entries.append(ContentsEntry(inlines, level, markup=row.markup))
    return tuple(entries)


def _unpaged(text: str) -> str:
    """An entry without the page that it leads to."""
    return _PAGE.sub("", text)


def _read_lines(blocks: Sequence[Block], at: int, lines: dict[str, list[int]]) -> tuple[Block, int]:
    """A title over bare lines, each of which stands again farther down."""
    title = blocks[at]
    assert isinstance(title, Paragraph | Heading)
    end = at + 1
    while end < len(blocks):
        line = blocks[end]
        if not isinstance(line, Paragraph) or not _stands_later(line, end, lines):
            break
        end += 1
    rows = [block for block in blocks[at + 1 : end] if isinstance(block, Paragraph)]
    if len(rows) < 2:
        return title, at + 1
    entries = tuple(ContentsEntry(row.inlines, markup=row.markup) for row in rows)
    signs = (_sign("titled"), _sign("all is taken up"))
    because = Provenance(RULE, confidence(signs, THRESHOLD), signs, "lines under a heading")
    return Contents(entries, title.inlines, title.markup, because), end


def _stands_later(line: Paragraph, index: int, lines: dict[str, list[int]]) -> bool:
    return _next(lines.get(_key(text_of(line)), []), index) is not None


def _next(places: list[int], index: int) -> int | None:
    """The first of these places, in order, behind an index."""
    at = bisect_right(places, index)
    return places[at] if at < len(places) else None


def _items(block: BulletList | OrderedList, level: int) -> list[tuple[ListItem, int]]:
    items = []
    for item in block.items:
        items.append((item, level))
        for below in item.blocks:
            if isinstance(below, BulletList | OrderedList):
                items += _items(below, level + 1)
    return items


def _is_plain(block: BulletList | OrderedList) -> bool:
    """Whether every item is one line, and maybe a list of lines below it."""
    return all(
        sum(isinstance(part, Paragraph) for part in item.blocks) == 1
        and all(
            isinstance(part, Paragraph)
            or (isinstance(part, BulletList | OrderedList) and _is_plain(part))
            for part in item.blocks
        )
        for item in block.items
    )


def _own(item: ListItem) -> tuple[tuple[Inline, ...], Markup]:
    """The inlines of an item's own line, and its markup."""
    inlines: tuple[Inline, ...] = ()
    markup = item.markup
    for block in item.blocks:
        if isinstance(block, Paragraph | Heading):
            inlines += block.inlines
            markup += block.markup
        elif isinstance(block, BulletList | OrderedList):
            markup += block.markup
    return inlines, markup


def _signs(
    items: list[tuple[ListItem, int]], at: int, lines: dict[str, list[int]]
) -> tuple[Evidence, ...]:
    return _signs_of([text_of(*_own(item)[0]) for item, _ in items], at, lines)


def _signs_of(texts: list[str], at: int, lines: dict[str, list[int]]) -> tuple[Evidence, ...]:
    places = (_next(lines.get(_key(text), []), at) for text in texts)
    taken = [place for place in places if place is not None]
    share = len(taken) / len(texts)
    holds = {
        "titled": True,
        "an entry is taken up": bool(taken),
        "half is taken up": share >= 0.5,
        "all is taken up": share >= 0.8,
        "in order": len(taken) > 1 and taken == sorted(taken),
        "three entries or more": len(texts) >= 3,
        "long entries": sum(map(len, texts)) / len(texts) > 120,
        "nothing is taken up": not taken,
    }
    return tuple(_sign(name) for name, true in holds.items() if true)


def _sign(name: str) -> Evidence:
    return Evidence(name, *WEIGHTS[name])


def _contents(
    block: BulletList | OrderedList,
    title: tuple[Inline, ...],
    markup: Markup,
    signs: tuple[Evidence, ...],
) -> Contents:
    entries = []
    for item, level in _items(block, 1):
        inlines, own = _own(item)
        entries.append(ContentsEntry(inlines, level, markup=own))
    because = Provenance(RULE, confidence(signs, THRESHOLD), signs, "list")
    return Contents(tuple(entries), title, markup, because)
