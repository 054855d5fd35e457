"""What the readers of one file share."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from converter.readers.office.asides import next_note
from converter.readers.office.assets import Assets, Loose
from converter.readers.office.pen import Pen
from converter.readers.options import ReadOptions
from converter.readers.rtf.header import Header
from converter.readers.rtf.state import State
from converter.records import field, mutable_record


class Part(NamedTuple):
    """A group that is read by itself, later: where it stands in the file, what held around it, and
    how deep it lies in other such groups."""

    start: int
    end: int
    state: State
    depth: int = 0


class Comment(NamedTuple):
    """A comment: its group, who wrote it, and the place in the text where it stands."""

    part: Part
    author: str
    at: int


@mutable_record
class File:
    """One file: its bytes, what its head defines, the pen that writes it, and what is gathered on
    the way: the notes in the order of their marks, the comments and where their words begin and
    end, the heads and feet of the pages, bytes that are no characters, and the offset of the byte
    after the last brace of the document (0 when there is none)."""

    name: str
    data: bytes
    pen: Pen
    assets: Assets
    pictures: Loose
    options: ReadOptions
    header: Header = field(default_factory=Header)
    notes: list[tuple[str, Part]] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    anchors: dict[str, list[int]] = field(default_factory=dict)
    furniture: list[tuple[str, Part]] = field(default_factory=list)
    undecoded: list[tuple[int, str]] = field(default_factory=list)
    author: str = ""
    is_cut: bool = False
    end: int = 0
    _counts: Counter[str] = field(default_factory=Counter)

    def refer(self, kind: str, part: Part) -> str:
        """The id of the next note."""
        name = next_note(self._counts, kind)
        self.notes.append((name, part))
        return name
