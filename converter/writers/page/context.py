"""What the parts of one page share while it is built: labels, anchors, the tree of headings."""

from __future__ import annotations

from converter.model import Asset, Document, NoteReference, Section, Turn, leaves, walk_document
from converter.model.nodes import Node
from converter.patterns import pattern
from converter.records import field, mutable_record, record
from converter.writers.options import WriteOptions
from converter.writers.page.characters import one_space
from converter.writers.page.elements import Html
from converter.writers.page.labels import Labels, labels_for

TITLE_LEVEL = 0
"""Of the title of the page: above every heading of the document."""

UNKNOWN_LANGUAGE = "und"
_LANGUAGE_TAG = pattern(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_UNSAFE_IN_ANCHOR = pattern(r"[^A-Za-z0-9_-]+")


@record()
class Entry:
    """A line of our own contents list: its depth from 1, its words, and where it leads."""

    depth: int
    words: Html
    anchor: str


@mutable_record
class Outline:
    """The headings as they come. ``enter`` gives the level to write: a level of the document
    may skip one, a level of the page never does (PDF/UA-1, 7.4.2; WCAG H42)."""

    entries: list[Entry] = field(default_factory=list)
    _open: list[tuple[int, int]] = field(default_factory=list)

    def enter(self, level: int) -> int:
        """The level on the page of a heading that has this level in the document."""
        while self._open and self._open[-1][0] >= level:
            self._open.pop()
        written = self._open[-1][1] + 1 if self._open else 1
        self._open.append((level, written))
        return written

    def part(self) -> int:
        """The level of a heading that opens a part of the page: all but the title closes."""
        self._open = [pair for pair in self._open if pair[0] == TITLE_LEVEL]
        return len(self._open) + 1

    @property
    def level(self) -> int:
        """The level on the page of the heading that came last; 0 before the first."""
        return self._open[-1][1] if self._open else 0


class Anchors:
    """Ids that are unique on the page, and safe in any attribute."""

    def __init__(self, document: Document) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._of_node: dict[str, str] = {}
        self._of_note: dict[str, str] = {}
        self._waiting: set[str] = set()
        for node in walk_document(document):
            if isinstance(node, Section | Turn) and node.id and node.id not in self._of_node:
                self._of_node[node.id] = self.fresh(node.id)
        self._waiting.update(self._of_node)
        for number, note in enumerate(document.notes, start=1):
            self._of_note.setdefault(note.id, self.fresh(f"note-{number}"))

    def fresh(self, wish: str) -> str:
        """An id like the one wished for that no other element has."""
        base = _UNSAFE_IN_ANCHOR.sub("-", wish).strip("-") or "part"
        anchor, number = base, self._numbers.get(base, 1)
        while anchor in self._taken:
            number += 1
            anchor = f"{base}-{number}"
        self._numbers[base] = number
        self._taken.add(anchor)
        return anchor

    def claim(self, node: Section | Turn) -> str:
        """The id of a section or turn as it is written; of two that share one, the first has
        it."""
        if node.id in self._waiting:
            self._waiting.remove(node.id)
            return self._of_node[node.id]
        return self.fresh(node.id or "section")

    def target(self, node_id: str) -> str:
        """Where a contents entry leads; empty when it leads nowhere."""
        return self._of_node.get(node_id, "")

    def note(self, note_id: str) -> str:
        """Where a note reference leads; empty when there is no such note."""
        return self._of_note.get(note_id, "")


@mutable_record
class Context:
    """One page being built. In a collection, the title stands one level above the headlines.
    ``references`` holds, by a note's anchor, the mark that first refers to it and where."""

    document: Document
    options: WriteOptions
    labels: Labels
    anchors: Anchors
    outline: Outline
    right_to_left: bool
    is_collection: bool = False
    unprintable: int = 0
    packages: tuple[str, ...] = ()
    references: dict[str, tuple[str, str]] = field(default_factory=dict)
    assets: dict[str, Asset] = field(default_factory=dict)

    def asset(self, name: str) -> Asset | None:
        """The asset of this id, when its bytes are there."""
        found = self.assets.get(name)
        return found if found and found.data else None

    def prints(self, part: str) -> bool:
        """Whether this part is on the page."""
        return part in self.options.schema.briefing.parts

    def title_of(self, part: str, otherwise: str) -> str:
        """What stands over a part: the schema's words, or ours."""
        return self.options.schema.briefing.titles.get(part, otherwise)

    def rank(self, level: int) -> int:
        """What a heading of this level on the page looks like: 1 is a headline."""
        return level - self.is_collection

    @property
    def foreign(self) -> str | None:
        """The language of our labels where it is not the page's."""
        own = self.labels.language
        return None if language_of(self.document).partition("-")[0].lower() == own else own


def new_context(document: Document, options: WriteOptions) -> Context:
    """The state before the first part is built."""
    return Context(
        document=document,
        options=options,
        labels=labels_for(document.language),
        anchors=Anchors(document),
        outline=Outline(),
        right_to_left=is_right_to_left(document),
        assets={asset.id: asset for asset in document.assets},
    )


def language_of(document: Document) -> str:
    """The document's language as an attribute may hold it; ``und`` when it is not known."""
    tag = document.language
    return tag if _LANGUAGE_TAG.fullmatch(tag) else UNKNOWN_LANGUAGE


def is_right_to_left(document: Document) -> bool:
    """Whether the document's language is written from right to left."""
    return document.language.partition("-")[0].lower() in _RIGHT_TO_LEFT


def plain(*nodes: Node) -> str:
    """The words of these nodes on one line, without the marks of notes."""
    words = (leaf.text for leaf in leaves(nodes) if not isinstance(leaf, NoteReference))
    return one_space("".join(words)).strip()
