"""One document of several fused articles into one document for each, that balances by itself.

The reading text is cut where an article begins and around each note, and every piece goes to
one part: a note to the article that refers to it, all else to the article where it stands. So
the parts' ledgers add up to the whole's. Spans are shifted to where their piece now stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from hashlib import sha256
from itertools import pairwise
from typing import Any, Protocol, TypeVar

from converter.model import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Note,
    NoteReference,
    Provenance,
    Section,
    SourceFile,
    Span,
    Turn,
    extent,
    map_blocks,
    walk,
)
from converter.recovery.metadata import recover_metadata
from converter.schemas import ArticleSchema

ARTICLE = "article"


class _Located(Protocol):
    @property
    def span(self) -> Span | None: ...


Located = TypeVar("Located", bound=_Located)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the reading text, and the number of the part it goes to, from 0."""

    start: int
    end: int
    part: int


def group_articles(document: Document, schema: ArticleSchema) -> tuple[Document, ...]:
    """One document for each top-level article, with its own blocks, notes, omissions and
    notices, all spans still pointing into the whole reading text.

    What stands before the first article goes with it, what stands between two goes with the
    one before. Notices and metadata without a span go to every part; each part gets the
    metadata that its own text states. A document of one article or none comes back alone.
    """
    groups = _groups(document.blocks)
    if len(groups) < 2:  # noqa: PLR2004 - one part is the whole
        return (document,)
    pieces = _pieces(document, groups)
    parts = (_part(document, number, blocks, pieces) for number, blocks in enumerate(groups))
    return tuple(recover_metadata(part, schema) for part in parts)


def split_articles(document: Document, schema: ArticleSchema) -> tuple[Document, ...]:
    """The documents of ``group_articles``, each with the reading text that is its own: named
    ``<stem>-1``, ``<stem>-2`` ..., its spans shifted to point into that text."""
    groups = _groups(document.blocks)
    parts = group_articles(document, schema)
    if len(parts) == 1:
        return parts
    pieces = _pieces(document, groups)
    return tuple(_cut(part, number, pieces) for number, part in enumerate(parts))


def _groups(blocks: tuple[Block, ...]) -> list[tuple[Block, ...]]:
    """The blocks of each part. An article without a character of the text begins no part."""
    groups: list[list[Block]] = [[]]
    found = False
    for block in blocks:
        begins = isinstance(block, Section) and block.role == ARTICLE and extent(block) is not None
        if begins and found:
            groups.append([])
        found = found or begins
        groups[-1].append(block)
    return [tuple(group) for group in groups]


def _pieces(document: Document, groups: list[tuple[Block, ...]]) -> list[Piece]:
    starts = [0] + [span.start for group in groups[1:] if (span := extent(*group))]
    notes = _note_owners(document, groups)
    cuts = {*starts, document.source.characters}
    cuts.update(edge for start, (end, _) in notes.items() for edge in (start, end))
    pieces = []
    for start, end in pairwise(sorted(cuts)):
        here = bisect_right(starts, start) - 1
        note = notes.get(start)
        owner = note[1] if note and note[1] is not None else here
        pieces.append(Piece(start, end, owner))
    return pieces


def _note_owners(
    document: Document, groups: list[tuple[Block, ...]]
) -> dict[int, tuple[int, int | None]]:
    """Where each note starts: where it ends, and the first part that refers to it, if any."""
    owners: dict[str, int] = {}
    for number, blocks in enumerate(groups):
        for node in walk(blocks):
            if isinstance(node, NoteReference):
                owners.setdefault(node.note, number)
    spans = ((note, _note_extent(note)) for note in document.notes)
    return {span.start: (span.end, owners.get(note.id)) for note, span in spans if span}


def _note_extent(note: Note) -> Span | None:
    inside = extent(*note.blocks)
    spans = [*note.markup, *((inside,) if inside else ())]
    if not spans:
        return None
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _part(
    document: Document, number: int, blocks: tuple[Block, ...], pieces: list[Piece]
) -> Document:
    ids = {node.id for node in walk(blocks) if isinstance(node, Section | Turn)}
    linked = map_blocks(blocks, lambda siblings: _with_known_targets(siblings, ids))
    return replace(
        document,
        blocks=tuple(map(_alone, linked)),
        metadata=_own(document.metadata, number, pieces),
        data=_own(document.data, number, pieces),
        notes=tuple(note for note in document.notes if _part_of_note(note, pieces) == number),
        omissions=_own(document.omissions, number, pieces),
        notices=_own(document.notices, number, pieces),
    )


def _alone(block: Block) -> Block:
    """An article that is alone in its document is the document, as in any other file."""
    if isinstance(block, Section) and block.role == ARTICLE:
        return replace(block, role="")
    return block


def _with_known_targets(blocks: tuple[Block, ...], ids: set[str]) -> tuple[Block, ...]:
    """A contents list that names what went to another part keeps the words, not the way."""

    def entry(old: ContentsEntry) -> ContentsEntry:
        return old if old.target in ids else replace(old, target="")

    return tuple(
        replace(block, entries=tuple(map(entry, block.entries)))
        if isinstance(block, Contents)
        else block
        for block in blocks
    )


def _own(items: tuple[Located, ...], number: int, pieces: list[Piece]) -> tuple[Located, ...]:
    return tuple(
        item for item in items if item.span is None or _part_at(item.span.start, pieces) == number
    )


def _part_of_note(note: Note, pieces: list[Piece]) -> int:
    span = _note_extent(note)
    return _part_at(span.start, pieces) if span else 0


def _part_at(offset: int, pieces: list[Piece]) -> int:
    return pieces[_index_at(offset, pieces)].part


def _index_at(offset: int, pieces: list[Piece]) -> int:
    """The last piece that starts at or before the offset; the first when none does."""
    return max(0, bisect_right(pieces, offset, key=lambda piece: piece.start) - 1)


def _cut(part: Document, number: int, pieces: list[Piece]) -> Document:
    own = [piece for piece in pieces if piece.part == number]
    bases = [0]
    for piece in own:
        bases.append(bases[-1] + piece.end - piece.start)

    def move(span: Span) -> Span:
        index = _index_at(span.start, own)
        piece, base = own[index], bases[index]
        # A notice may reach over the end of its piece; a leaf never does.
        return Span(*(base + min(edge, piece.end) - piece.start for edge in (span.start, span.end)))

    return replace(
        part,
        source=_own_source(part.source, number, own, bases),
        blocks=_moved(part.blocks, move),
        metadata=_moved(part.metadata, move),
        data=_moved(part.data, move),
        notes=_moved(part.notes, move),
        omissions=_moved(part.omissions, move),
        notices=_moved(part.notices, move),
    )


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
    )


def part_name(name: str, number: int) -> str:
    """The name of a part, numbered from 1.

    >>> part_name("letters.txt", 2)
    'letters-2.txt'
    """
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-{number}{dot}{suffix}" if stem else f"{name}-{number}"


def _moved(value: Value, move: Callable[[Span], Span]) -> Value:
    """The same value with every span in it moved, whatever kinds of node it is made of."""
    moved: Any = value
    if isinstance(value, Span):
        moved = move(value)
    elif isinstance(value, tuple):
        moved = tuple(_moved(item, move) for item in value)
    elif is_dataclass(value) and not isinstance(value, Provenance | type):
        moved = type(value)(
            **{field.name: _moved(getattr(value, field.name), move) for field in fields(value)}
        )
    return moved  # type: ignore[no-any-return]  # of the type it came with, by construction
