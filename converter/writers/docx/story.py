"""What the writers of blocks share: where a block stands, and the story it stands in.

A story is one part of the package with running text: the body, or the notes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from converter.model import Asset, Inline, Note, NoteReference
from converter.records import field, mutable_record, record, replace
from converter.writers.docx.characters import one_line
from converter.writers.docx.links import Links
from converter.writers.docx.numbering import Lists
from converter.writers.docx.pictures import Pictures
from converter.writers.docx.styles import HEADING_LEVELS, STYLES, Style
from converter.writers.docx.survey import Survey
from converter.writers.docx.xml import Element

if TYPE_CHECKING:
    from converter.writers.docx.lines import Line

Inlines: TypeAlias = tuple[Inline, ...]

MAX_MARK = 3  # letters: a longer name of a note is no mark that was set to be seen
_AROUND_MARK = " []{}()^:."


@record()
class Place:
    """Where a block stands.

    ``into`` is the element that takes it; ``style`` that of its plain paragraphs; ``indent``
    (twips) how far its words stand in; ``measure`` (twips) the width from there to the right.
    ``level`` counts the lists around it, ``tables`` the tables. ``number`` is the list number
    of its first paragraph; ``opening`` writes what stands before the words in it.
    """

    into: Element
    measure: int
    style: Style = STYLES["Normal"]
    indent: int = 0
    level: int = 0
    tables: int = 0
    number: int = 0
    opening: Callable[[Line], None] | None = None
    align: str = ""
    keep_next: bool = False


@mutable_record
class Story:
    """The part that is being written.

    ``script`` is the kind of script of the document's language; ``unmet`` are the bookmarks
    still to be set, by the id of what carries them; ``articles`` counts those begun. ``after``
    says in which element a table or a list has just ended, and how much space (points) it asks
    for. It, ``break_page`` and ``bookmarks`` wait for the next paragraph.
    """

    survey: Survey
    lists: Lists
    links: Links
    outline: Outline
    notes: Notes
    script: str
    pictures: Pictures
    assets: dict[str, Asset] = field(default_factory=dict)
    unmet: dict[str, str] = field(default_factory=dict)
    articles: int = 0
    numbered_bookmarks: int = 0
    break_page: bool = False
    bookmarks: list[str] = field(default_factory=list)
    after: tuple[Element, float] | None = None

    def number_bookmark(self) -> int:
        """A number that no other bookmark of the story has."""
        self.numbered_bookmarks += 1
        return self.numbered_bookmarks


class Outline:
    """Gives every heading a level that skips none, whatever the source's levels are: a reader
    who cannot see the page finds the way by them (PDF/UA and WCAG ask for it)."""

    def __init__(self) -> None:
        self._above: list[int] = []

    def level(self, stated: int) -> int:
        """The level, from 1 to HEADING_LEVELS, of the next heading."""
        while self._above and self._above[-1] >= stated:
            self._above.pop()
        self._above.append(stated)
        return min(len(self._above), HEADING_LEVELS)


@record()
class Reference:
    """A use of a note: its number in the file, the mark that stands for it, and whether Word
    may count the mark itself."""

    number: int
    mark: str
    automatic: bool
    first: bool

    @property
    def bookmark(self) -> str:
        """The name of the place of the first reference."""
        return f"_Note{self.number}"


class Notes:
    """The notes of a document, and which of them have been referred to so far."""

    def __init__(self, notes: tuple[Note, ...]) -> None:
        self._known: dict[str, Note] = {}
        for note in notes:
            self._known.setdefault(note.id, note)
        self._all = notes
        self._used: dict[str, Reference] = {}
        self._counted = 0

    def refer(self, leaf: NoteReference) -> Reference | None:
        """The reference that this leaf makes; None when there is no such note.

        The mark is the one in the text when it was set to be seen (``12``, ``*``); then Word
        counts it only if it would come to the same.
        """
        if leaf.note not in self._known:
            return None
        used = self._used.get(leaf.note)
        if used:
            return replace(used, first=False)
        mark = one_line(leaf.text).strip(_AROUND_MARK)
        counted = str(self._counted + 1)
        automatic = mark == counted or not 0 < len(mark) <= MAX_MARK
        self._counted += automatic
        reference = Reference(
            len(self._used) + 1, counted if automatic else mark, automatic, first=True
        )
        self._used[leaf.note] = reference
        return reference

    def used(self) -> list[tuple[Note, Reference]]:
        """The notes referred to, in the order of their first reference."""
        return [(self._known[name], reference) for name, reference in self._used.items()]

    def unused(self) -> list[Note]:
        """The notes that nothing refers to, and second notes under one id."""
        return [
            note
            for note in self._all
            if note.id not in self._used or self._known[note.id] is not note
        ]
