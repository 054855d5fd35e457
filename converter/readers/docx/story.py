"""What the readers of one file share, and the story that is being read: a part with running
text (the body, a note, a text box in it)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from converter.readers.docx.parts import Parts, Relationship
from converter.readers.docx.styles import Styles
from converter.readers.docx.xml import W
from converter.readers.office.asides import next_note
from converter.readers.office.assets import Assets
from converter.readers.office.changes import Changes
from converter.readers.office.fields import Fields
from converter.readers.office.numbering import Numbering
from converter.readers.office.pen import Pen
from converter.readers.options import ReadOptions
from converter.readers.tape import Tape
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from converter.readers.office.xml import Element


@mutable_record
class File:
    """One Word file: its parts and definitions, the tape that it is read onto, and what is
    gathered on the way.

    ``notes`` are the notes referred to, in order, by kind and id: what Word counts them as (1, 2,
    3; i, ii, iii for endnotes), and ``counts`` how many of each kind; ``anchors`` says where the
    words of each comment begin and end.
    """

    parts: Parts
    styles: Styles
    numbering: Numbering
    tape: Tape
    changes: Changes
    pen: Pen
    assets: Assets
    options: ReadOptions
    known_notes: set[tuple[str, str]] = field(default_factory=set)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    note_order: list[tuple[str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    anchors: dict[str, list[int]] = field(default_factory=dict)
    furniture: dict[str, str] = field(default_factory=dict)

    def refer(self, kind: str, note: str) -> str:
        """The id of a note that the text refers to; empty when there is no such note."""
        key = (kind, note)
        if key not in self.known_notes:
            return ""
        if key not in self.notes:
            self.note_order.append(key)
            self.notes[key] = next_note(self.counts, kind)
        return self.notes[key]


@mutable_record
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
