"""What the readers of one file share, and the story that is being read: a part with running
text (the body, a note, a text box in it)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converter.readers.docx.assets import Assets
from converter.readers.docx.changes import Changes
from converter.readers.docx.fields import Fields
from converter.readers.docx.numbering import Numbering
from converter.readers.docx.parts import Parts, Relationship
from converter.readers.docx.styles import Styles
from converter.readers.docx.xml import W
from converter.readers.options import ReadOptions
from converter.readers.tape import Tape

if TYPE_CHECKING:
    from converter.readers.docx.xml import Element


FOOTNOTE, ENDNOTE = "footnote", "endnote"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(slots=True)
class File:
    """One Word file: its parts and definitions, the tape that it is read onto, and what is
    gathered on the way.

    ``notes`` are the notes referred to, in order, by kind and id: what Word counts them as (1, 2,
    3; i, ii, iii for endnotes), and ``counts`` how many of each kind; ``anchors`` says where the
    words of each comment begin and end; ``languages`` counts characters by the language they
    state, and ``scripts`` those that state none; ``unknown`` and ``private`` are the places of
    characters whose meaning the file does not give away.
    """

    parts: Parts
    styles: Styles
    numbering: Numbering
    tape: Tape
    changes: Changes
    assets: Assets
    options: ReadOptions
    known_notes: set[tuple[str, str]] = field(default_factory=set)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    note_order: list[tuple[str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    anchors: dict[str, list[int]] = field(default_factory=dict)
    languages: Counter[str] = field(default_factory=Counter)
    unknown: list[int] = field(default_factory=list)
    private: list[int] = field(default_factory=list)
    furniture: dict[str, str] = field(default_factory=dict)
    titles: list[tuple[str, str, int, int]] = field(default_factory=list)

    def refer(self, kind: str, note: str) -> str:
        """The id of a note that the text refers to; empty when there is no such note."""
        key = (kind, note)
        if key not in self.known_notes:
            return ""
        if key not in self.notes:
            self.note_order.append(key)
            self.counts[kind] += 1
            count = self.counts[kind]
            self.notes[key] = roman(count) if kind == ENDNOTE else str(count)
        return self.notes[key]


@dataclass(slots=True)
class Story:
    """A part that is being read: how many paragraphs have been, and which fields are open."""

    file: File
    part: str
    fields: Fields = field(default_factory=Fields)
    paragraph: int = 0
    run: int = 0

    @property
    def related(self) -> dict[str, Relationship]:
        """Where the relationships of this part lead."""
        return self.file.parts.related(self.part)

    def begin_paragraph(self) -> None:
        """The next paragraph of the part begins."""
        self.paragraph += 1
        self.run = 0
        self.file.tape.here(f"{self.part}, paragraph {self.paragraph}")

    def begin_run(self) -> None:
        """The next run of the paragraph begins."""
        self.run += 1
        self.file.tape.here(f"{self.part}, paragraph {self.paragraph}, run {self.run}")

    def skip(self, element: Element) -> None:
        """Count the paragraphs of what is passed over."""
        self.paragraph += sum(1 for _ in element.iter(f"{W}p"))


def roman(number: int) -> str:
    """A number as small Roman numerals.

    >>> roman(14)
    'xiv'
    """
    letters = ""
    for worth, letter in _ROMAN:
        count, number = divmod(number, worth)
        letters += letter * count
    return letters
