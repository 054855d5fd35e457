"""What the readers of one file share, and the story that is being read: a part with running
text (the body, a note, a text box in it)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from converter.readers.odt.changes import Region
from converter.readers.odt.lists import Lists
from converter.readers.odt.names import TEXT
from converter.readers.odt.package import Opened
from converter.readers.odt.styles import Styles
from converter.readers.office.asides import next_note
from converter.readers.office.assets import Assets
from converter.readers.office.changes import Change
from converter.readers.office.pen import Around, Pen
from converter.readers.options import ReadOptions
from converter.readers.tape import Tape
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from converter.readers.office.xml import Element


@mutable_record
class Comment:
    """A comment, and where its words begin and end in the text."""

    node: Element
    start: int
    end: int


@mutable_record
class File:
    """One file: its parts, the tape that it is read onto, and what is gathered on the way: the
    notes in the order of their marks, by what they are counted as, and the comments."""

    opened: Opened
    pen: Pen
    assets: Assets
    regions: dict[str, Region]
    options: ReadOptions
    notes: list[tuple[str, Element]] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    _counts: Counter[str] = field(default_factory=Counter)

    @property
    def tape(self) -> Tape:
        """The reading text so far."""
        return self.pen.tape

    def refer(self, kind: str, body: Element) -> str:
        """The id of the next note."""
        name = next_note(self._counts, kind)
        self.notes.append((name, body))
        return name


@mutable_record
class Story:
    """A part that is being read: the styles that hold in it, its lists, the changes that are open,
    and how many paragraphs have been."""

    file: File
    part: str
    styles: Styles
    lists: Lists = field(default_factory=Lists)
    open_changes: dict[str, Change] = field(default_factory=dict)
    paragraph: int = 0

    def begin_paragraph(self) -> None:
        """The next paragraph of the part begins."""
        self.paragraph += 1
        self.file.tape.here(f"{self.part}, paragraph {self.paragraph}")

    def changed(self, around: Around) -> Around:
        """What holds here with the changes that are open."""
        if not self.open_changes:
            return around
        return around._replace(changes=(*around.changes, *self.open_changes.values()))

    def mark_change(self, node: Element) -> None:
        """A changed region begins or ends."""
        name = node.get(f"{TEXT}change-id") or ""
        region = self.file.regions.get(name)
        if node.tag == f"{TEXT}change-end":
            self.open_changes.pop(name, None)
        elif region:
            self.open_changes[name] = region.change
