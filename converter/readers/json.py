"""Our own JSON rendition, so that a person can correct it and print it again.

The JSON has no reading text. Where its spans still fit its words, the words are put back at
their spans, with blanks for what it does not hold, and all spans stay. Where they do not, the
words have been edited: they make a reading text of their own, and the document is the JSON
file's. docs/decisions/json-reader.md says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from operator import attrgetter

from converter.errors import InputError
from converter.model import (
    INFO,
    Block,
    BulletList,
    Document,
    Exchange,
    Leaf,
    ListItem,
    Node,
    NoteReference,
    Notice,
    OrderedList,
    Place,
    Quote,
    Section,
    SourceFile,
    Span,
    Turn,
    extent,
    flows,
    markup_of,
    walk_document,
)
from converter.readers.options import ReadOptions
from converter.records import replace

EDITED = "C241"

MOST_CHARACTERS = 64 * 1024 * 1024
"""Code points of a reading text that is put back: as many as a file may have bytes that nobody
raised the limit for. A longer one is put together anew, from the words alone."""

MAX_STEPS = 12
"""Steps of a path that still leads somewhere; what lies deeper is found from there."""


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that the JSON holds, recovered as it was.

    Raises InputError when the JSON is not ours, or not by the contract.
    """
    from converter.schemas.contracts.json_rendition import load_edited

    document, text = load_edited(source.data, source.name)
    if text is None:
        put_back = _put_back(document)
        if put_back is not None:
            _check(document, source.name)
            return put_back
        document, text = load_edited(source.data, source.name, anew=True)
    _check(document, source.name)
    return _edited(document, text or "", source)


# --- words at their spans -----------------------------------------------------------------------


def _put_back(document: Document) -> Document | None:
    """The document with its words at their spans; None when they cannot all stand there."""
    length = document.source.characters
    holders = [holder for flow in flows(document) for holder in flow]
    omitted = [(omission.span, omission.text) for omission in document.omissions]
    held = [(leaf.span, leaf.text) for leaf in holders if leaf.span is not None]
    words = sorted(held + omitted, key=lambda pair: pair[0].start)
    if length > MOST_CHARACTERS or not _fits(document, [span for span, _ in words]):
        return None
    pieces: list[str] = []
    reached = 0
    for span, text in words:
        pieces += (" " * (span.start - reached), text)
        reached = span.end
    pieces.append(" " * (length - reached))
    return replace(document, source=_with_text(document.source, "".join(pieces), document))


def _fits(document: Document, words: list[Span]) -> bool:
    """Whether these spans, and those of markup, lie apart and inside, leaves in reading order,
    and nothing but white space has none."""
    spans = words + [span for note in document.notes for span in note.markup]
    spans += [span for node in walk_document(document) for span in markup_of(node)]
    spans.sort(key=attrgetter("start"))
    reached = 0
    for span in spans:
        if span.start < reached and len(span):
            return False
        reached = max(reached, span.end)
    pointers = [
        item.span
        for items in (document.metadata, document.data, document.notices)
        for item in items
        if item.span is not None
    ]
    furthest = max((span.end for span in pointers), default=0)
    in_order = all(_is_in_order(flow) for flow in flows(document))
    return in_order and max(reached, furthest) <= document.source.characters


def _is_in_order(flow: list[Leaf]) -> bool:
    reached = 0
    for leaf in flow:
        if leaf.span is None:
            if leaf.text.strip():
                return False
        elif leaf.span.start < reached:
            return False
        else:
            reached = leaf.span.end
    return True


# --- words that were edited ---------------------------------------------------------------------


def _edited(document: Document, text: str, source: SourceFile) -> Document:
    """The document as the JSON file's own: its spans point into a text that no other file has."""
    before = document.source
    notices = tuple(notice for notice in document.notices if notice.code != EDITED)
    said = Notice(
        EDITED,
        INFO,
        f"the words were edited in the JSON that came from {before.name}, so that their places"
        " are those in the JSON",
        hint="compare with the original where every word counts",
    )
    own = SourceFile(source.name, source.format, source.sha256, len(text))
    whole = replace(document, notices=(*notices, said))
    return replace(whole, source=_with_text(own, text, whole))


def _with_text(source: SourceFile, text: str, document: Document) -> SourceFile:
    places = sorted(_places(document), key=attrgetter("start"))
    return replace(source, text=text, places=(Place(0, name="$"), *places))


def _places(document: Document) -> Iterator[Place]:
    """Where each block stands in the JSON, as a path that a person can follow."""
    waiting: list[tuple[Node, str, int]] = [
        (block, f"$.blocks[{index}]", 1) for index, block in enumerate(document.blocks)
    ]
    for number, note in enumerate(document.notes):
        waiting += _numbered(note.blocks, f"$.notes[{number}].blocks", 2)
    while waiting:
        node, path, steps = waiting.pop()
        below = _below(node, path, steps + 1) if steps < MAX_STEPS else []
        waiting += below
        if not below and (span := extent(node)):
            yield Place(span.start, name=path)


def _below(node: Node, path: str, steps: int) -> list[tuple[Node, str, int]]:
    match node:
        case Section():
            heading = [(node.heading, f"{path}.heading", steps)] if node.heading else []
            return [*heading, *_numbered(node.blocks, f"{path}.blocks", steps)]
        case Quote() | ListItem() | Turn():
            return _numbered(node.blocks, f"{path}.blocks", steps)
        case BulletList() | OrderedList():
            return _numbered(node.items, f"{path}.items", steps)
        case Exchange():
            answers = _numbered(node.answers, f"{path}.answers", steps)
            return [(node.question, f"{path}.question", steps), *answers]
    return []


def _numbered(
    nodes: tuple[Block | ListItem, ...], path: str, steps: int
) -> list[tuple[Node, str, int]]:
    return [(node, f"{path}[{index}]", steps) for index, node in enumerate(nodes)]


# --- what the contract does not say -------------------------------------------------------------


def _check(document: Document, name: str) -> None:
    """Raise InputError when an omission is not explained, or an id leads nowhere or to two."""
    nodes = list(walk_document(document))
    ids = [node.id for node in nodes if isinstance(node, Section | Turn) and node.id]
    notes = [note.id for note in document.notes]
    for kind, given in (("sections or turns", ids), ("notes", notes)):
        twice = next((key for key, times in Counter(given).items() if times > 1), None)
        if twice is not None:
            raise InputError(
                f'{name}: several {kind} have the id "{twice[:60]}"; give each an id of its own'
            )
    referred = {node.note for node in nodes if isinstance(node, NoteReference)}
    lost = min(referred - set(notes), default=None)
    if lost is not None:
        raise InputError(
            f'{name}: the note "{lost[:60]}" is referred to and not among the notes; put it'
            " there, or take out the note_reference"
        )
    for index, omission in enumerate(document.omissions):
        if not (omission.kind and omission.reason):
            raise InputError(
                f"{name}: $.omissions[{index}] has no kind or no reason; say both, or take it out"
            )
