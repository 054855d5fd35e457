"""What holds at a place in the file: groups inherit it, and give it back when they close."""

from __future__ import annotations

from copy import copy
from typing import NamedTuple

from converter.readers.office.pen import Around
from converter.records import mutable_record


class Characters(NamedTuple):
    """What control words say of characters; ``\\plain`` takes all of it back."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    raised: str = ""
    style: int = -1
    font: int = -1
    language: int = -1
    inserted: bool = False
    deleted: bool = False
    moved: str = ""
    author: int = 0
    date: int = 0
    deleter: int = 0
    deleted_on: int = 0


class Old(NamedTuple):
    """A list as Word 6 and WordPad write it: ``\\pn`` (RTF 1.9.1, "Bullets and Numbering")."""

    format: str = "decimal"
    level: int = 0


class Setting(NamedTuple):
    """What control words say of paragraphs; ``\\pard`` takes all of it back. ``depth`` counts the
    tables around."""

    style: int = 0
    outline: int | None = None
    list: int = 0
    level: int = 0
    old: Old | None = None
    indent: int | None = None
    align: str = ""
    is_ruled: bool = False
    depth: int = 0


PLAIN, UNSET = Characters(), Setting()


@mutable_record
class State:
    """One group's view. ``skip``: nothing in it is read; ``star``: an asterisk says that the next
    word may be passed over; ``fallback``: the next group stands in for what we read ourselves."""

    characters: Characters = PLAIN
    setting: Setting = UNSET
    unicode_skip: int = 1
    url: str = ""
    in_contents: bool = False
    skip: bool = False
    star: bool = False
    fallback: bool = False
    field: int = -1
    in_nested_row: bool = False
    around: Around | None = None

    def inner(self) -> State:
        """The state of a group that opens here."""
        state = copy(self)
        state.star = state.fallback = False
        state.skip = self.skip or self.fallback
        self.fallback = False
        return state

    def set_characters(self, **said: object) -> None:
        """Take over what a control word says of characters."""
        self.characters = self.characters._replace(**said)  # type: ignore[arg-type]
        self.around = None

    def set_paragraph(self, **said: object) -> None:
        """Take over what a control word says of paragraphs."""
        self.setting = self.setting._replace(**said)  # type: ignore[arg-type]


def date_of(packed: int) -> str:
    """A time of Word's as ISO 8601; empty for none. RTF 1.9.1, "DTTM"."""
    packed &= 0xFFFFFFFF
    minute, hour, day = packed & 0x3F, packed >> 6 & 0x1F, packed >> 11 & 0x1F
    month, year = packed >> 16 & 0xF, (packed >> 20 & 0x1FF) + 1900
    if not day or not month:
        return ""
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"
