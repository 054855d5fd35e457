"""One document of several fused articles into one document for each, that balances by itself.

The reading text is cut where an article begins and around each note. A note goes to the articles
that refer to it, all else to the article where it stands, so that every piece has its part and
each part all that it needs. Spans are shifted to where their piece now stands.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from hashlib import sha256
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import Any, NamedTuple, Protocol, TypeVar

from converter.model import (
    Asset,
    Block,
    ContentsEntry,
    Document,
    Figure,
    Note,
    NoteReference,
    Place,
    Provenance,
    Section,
    SourceFile,
    Span,
    Turn,
    extent,
    walk,
    walk_document,
)
from converter.records import replace
from converter.recovery.metadata import recover_metadata
from converter.recovery.sections import taken_back
from converter.schemas import ArticleSchema

ARTICLE = "article"


class _Located(Protocol):
    @property
    def span(self) -> Span | None: ...


Located = TypeVar("Located", bound=_Located)


class Piece(NamedTuple):
    """A stretch of the reading text, and the numbers of the parts it goes to, from 0."""

    start: int
    end: int
    parts: tuple[int, ...]


def group_articles(document: Document, schema: ArticleSchema) -> tuple[Document, ...]:
    """One document for each top-level article, with its own blocks, notes, omissions and
    notices, all spans still pointing into the whole reading text.

    What stands before the first article goes with it. What stands between two goes with the one
    before, but for the lines that announce the one behind: a kicker, a slug, an embargo. Notices
    and metadata without a span go to every part; each part gets the metadata that its own text
    states. A document of one article or none comes back alone.
    """
    groups = _groups(document.blocks)
    if len(groups) < 2:  # noqa: PLR2004 - one part is the whole
        return (document,)
    pieces, owners = _plan(document, groups)
    parts = (
        replace(
            document,
            blocks=tuple(map(_alone, blocks)),
            metadata=_own(document.metadata, number, pieces),
            data=_own(document.data, number, pieces),
            notes=tuple(note for note in document.notes if number in owners[note.id]),
            omissions=_own(document.omissions, number, pieces),
            notices=_own(document.notices, number, pieces),
            assets=_shown(document.assets, blocks),
        )
        for number, blocks in enumerate(groups)
    )
    return tuple(recover_metadata(part, schema) for part in parts)


def _shown(assets: tuple[Asset, ...], blocks: Iterable[Block]) -> tuple[Asset, ...]:
    """The assets that figures in these blocks show."""
    names = {node.asset for node in walk(blocks) if isinstance(node, Figure)}
    return tuple(asset for asset in assets if asset.id in names)


def split_articles(document: Document, schema: ArticleSchema) -> tuple[Document, ...]:
    """The documents of ``group_articles``, each with the reading text that is its own: named
    ``<stem>-1``, ``<stem>-2`` ..., its spans shifted to point into that text."""
    parts = group_articles(document, schema)
    if len(parts) == 1:
        return parts
    pieces, _ = _plan(document, _groups(document.blocks))
    return tuple(_cut(part, number, pieces) for number, part in enumerate(parts))


def _groups(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """The blocks of each part. An article without a character of the text begins no part."""
    groups: list[list[Block]] = [[]]
    found = False
    for block in blocks:
        begins = isinstance(block, Section) and block.role == ARTICLE and extent(block) is not None
        if begins and found:
            groups.append(taken_back(groups[-1]))
        found = found or begins
        groups[-1].append(block)
    return [tuple(group) for group in groups]


def _plan(
    document: Document, groups: list[tuple[Block, ...]]
) -> tuple[list[Piece], dict[str, tuple[int, ...]]]:
    """The pieces of the text in order, and the parts that each note goes to, by its id."""
    starts = [0] + [span.start for group in groups[1:] if (span := extent(*group))]
    spans = {note.id: _note_extent(note) for note in document.notes}
    owners = _referring(document, groups)
    for note, span in spans.items():
        # A note that nothing refers to stays where it stands.
        owners[note] = owners[note] or (bisect_right(starts, span.start if span else 0) - 1,)
    noted = {span.start: owners[note] for note, span in spans.items() if span}
    cuts = {*starts, document.source.characters}
    cuts.update(edge for span in spans.values() if span for edge in (span.start, span.end))
    pieces = [
        Piece(start, end, noted.get(start, (bisect_right(starts, start) - 1,)))
        for start, end in pairwise(sorted(cuts))
    ]
    return pieces, owners


def _referring(document: Document, groups: list[tuple[Block, ...]]) -> dict[str, tuple[int, ...]]:
    """The parts that refer to each note, be it through another note."""
    below = {note.id: _references(note.blocks) for note in document.notes}
    found: dict[str, list[int]] = {note: [] for note in below}
    for number, blocks in enumerate(groups):
        waiting = _references(blocks)
        while waiting:
            note = waiting.pop()
            if note in found and number not in found[note]:
                found[note].append(number)
                waiting |= below[note]
    return {note: tuple(numbers) for note, numbers in found.items()}


def _references(blocks: tuple[Block, ...]) -> set[str]:
    return {node.note for node in walk(blocks) if isinstance(node, NoteReference)}


def _note_extent(note: Note) -> Span | None:
    inside = extent(*note.blocks)
    spans = [*note.markup, *((inside,) if inside else ())]
    if not spans:
        return None
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _alone(block: Block) -> Block:
    """An article that is alone in its document is the document, as in any other file."""
    if isinstance(block, Section) and block.role == ARTICLE:
        return replace(block, role="")
    return block


def _own(items: tuple[Located, ...], number: int, pieces: list[Piece]) -> tuple[Located, ...]:
    return tuple(
        item
        for item in items
        if item.span is None or number in pieces[_index_at(item.span.start, pieces)].parts
    )


def _index_at(offset: int, pieces: list[Piece]) -> int:
    """The last piece that starts at or before the offset; the first when none does."""
    return max(0, bisect_right(pieces, offset, key=lambda piece: piece.start) - 1)


def _cut(part: Document, number: int, pieces: list[Piece]) -> Document:
    own = [piece for piece in pieces if number in piece.parts]
    bases = [0, *accumulate(piece.end - piece.start for piece in own)]

    def move(span: Span) -> Span:
        index = _index_at(span.start, own)
        piece, base = own[index], bases[index]
        # A notice may reach over the end of its piece; a leaf never does.
        return Span(*(base + min(edge, piece.end) - piece.start for edge in (span.start, span.end)))

    ids = {node.id for node in walk_document(part) if isinstance(node, Section | Turn)}
    changes = {
        name: _moved(getattr(part, name), move, ids)
        for name in ("blocks", "metadata", "data", "notes", "omissions", "notices")
    }
    return replace(part, source=_own_source(part.source, number, own, bases), **changes)


def _own_source(source: SourceFile, number: int, own: list[Piece], bases: list[int]) -> SourceFile:
    text = "".join(source.text[piece.start : piece.end] for piece in own)
    data = text.encode("utf-8", "surrogatepass")
    lines = [0]
    for piece, base in zip(own, bases, strict=False):
        # A line starts where one ends in the same piece.
        first = bisect_right(source.line_starts, piece.start)
        last = bisect_right(source.line_starts, piece.end)
        lines += [base + start - piece.start for start in source.line_starts[first:last]]
    return replace(
        source,
        name=part_name(source.name, number + 1),
        sha256=sha256(data).hexdigest(),
        characters=len(text),
        encoding="utf-8",
        text=text,
        line_starts=tuple(lines),
        data=data,
        places=tuple(_own_places(source, own, bases)),
    )


def _own_places(source: SourceFile, own: list[Piece], bases: list[int]) -> Iterator[Place]:
    """The way back from a part into the file, where the reading text was put together."""
    if not source.places:
        return
    for piece, base in zip(own, bases, strict=False):
        where = source.locate(piece.start)
        yield Place(base, where.line, where.column, where.name)
        first = bisect_right(source.places, piece.start, key=attrgetter("start"))
        last = bisect_left(source.places, piece.end, key=attrgetter("start"))
        for place in source.places[first:last]:
            yield replace(place, start=base + place.start - piece.start)


def part_name(name: str, number: int) -> str:
    """The name of a part, numbered from 1.

    >>> part_name("letters.txt", 2)
    'letters-2.txt'
    """
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-{number}{dot}{suffix}" if stem else f"{name}-{number}"


def _moved(value: Any, move: Callable[[Span], Span], ids: set[str]) -> Any:
    """The same value with every span in it moved, whatever kinds of node it is made of. A
    contents list that names what went to another part keeps the words, not the way."""
    if isinstance(value, Span):
        return move(value)
    if isinstance(value, tuple):
        return tuple(_moved(item, move, ids) for item in value)
    if not is_dataclass(value) or isinstance(value, Provenance | type):
        return value
    parts = {field.name: _moved(getattr(value, field.name), move, ids) for field in fields(value)}
    if isinstance(value, ContentsEntry) and value.target not in ids:
        parts["target"] = ""
    return type(value)(**parts)
