"""What the head of a file defines: fonts, styles, lists, authors, properties. RTF 1.9.1, "Header"
and "Information Group"."""

from __future__ import annotations

from converter.model import MAX_LEVEL, MetadataItem
from converter.readers.office.local_names import english_name
from converter.readers.office.looks import NO_LOOK, Look
from converter.readers.office.numbering import LEVELS, Level, ListDefinition, Numbering
from converter.readers.office.pen import ORIGIN
from converter.readers.office.places import BULLET, NONE
from converter.readers.office.roles import CODE_CHARACTERS, role_of
from converter.readers.rtf import codepages
from converter.readers.rtf.groups import inner_groups, own_tokens, text_of, words_of
from converter.readers.rtf.tokens import WORD
from converter.records import field, mutable_record, record

MAX_CHAIN = 64
"""Styles based on one another that are followed."""
_BODY_LEVEL = 9
_FORMATS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
            23: BULLET, 255: NONE}  # fmt: skip
"""Kinds of numbers that differ in the model; all others count in decimal."""
_PROPERTIES = {
    "title": "title",
    "subject": "subject",
    "author": "author",
    "manager": "manager",
    "company": "company",
    "operator": "last_modified_by",
    "category": "category",
    "doccomm": "description",
}
_TIMES = {"creatim": "created", "revtim": "modified"}
_MAX_VALUE = 4096


@record()
class Font:
    """A font: its name, and the code page of its characters."""

    name: str
    page: int


@record()
class Style:
    """A style as it is written: its name in lower case, what it is based on, its outline level
    (None: not said), how far it is set in, its list, its look and its language."""

    name: str
    base: int
    outline: int | None
    indent: int
    list: tuple[int, int] | None
    look: Look
    language: int | None


@mutable_record
class Header:
    """All that is defined, by number; ``page`` is the code page of the file, ``language`` that
    of what says none."""

    page: int = 1252
    default_font: int = 0
    language: int = -1
    fonts: dict[int, Font] = field(default_factory=dict)
    styles: dict[int, Style] = field(default_factory=dict)
    character_styles: dict[int, Style] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    lists: dict[int, list[Level]] = field(default_factory=dict)
    authors: list[str] = field(default_factory=list)
    properties: list[MetadataItem] = field(default_factory=list)
    _roles: dict[int, tuple[str, int]] = field(default_factory=dict)

    def role(self, style: int) -> tuple[str, int]:
        """What a paragraph style is, and its level."""
        if style not in self._roles:
            chain: list[tuple[str, int | None]] = []
            seen: set[int] = set()
            at = style
            while at in self.styles and at not in seen and len(seen) < MAX_CHAIN:
                seen.add(at)
                chain.append((self.styles[at].name, self.styles[at].outline))
                at = self.styles[at].base
            self._roles[style] = role_of(chain)
        return self._roles[style]

    def look(self, style: int) -> Look:
        """The look of a character style."""
        found = self.character_styles.get(style)
        return found.look if found else NO_LOOK

    def author(self, number: int) -> str:
        """Who made a change."""
        found = self.authors[number] if 0 <= number < len(self.authors) else ""
        return "" if found == "Unknown" else found


# --- tables ---------------------------------------------------------------------------------------


def read_fonts(header: Header, data: bytes, start: int, end: int) -> None:
    """``\\fonttbl``: each font in a group, or all in a row, parted by semicolons."""
    groups = [*inner_groups(data, start, end)] or [(start, end)]
    for first, last in groups:
        words = words_of(data, first, last)
        number = words.get("f")
        if number is None:
            continue
        page = codepages.of_charset(words.get("fcharset") or 0, header.page)
        if words.get("cpg") and page != codepages.SYMBOLS:
            page = words["cpg"] or page
        elif "fcharset" not in words or words["fcharset"] == 1:
            page = header.page
        name = text_of(data, first, last, max(page, 0)).partition(";")[0].strip()
        header.fonts[number] = Font(name, page)


def read_styles(header: Header, data: bytes, start: int, end: int) -> None:
    """``\\stylesheet``."""
    for first, last in inner_groups(data, start, end):
        words = words_of(data, first, last)
        name = text_of(data, first, last, header.page).partition(";")[0].partition(",")[0]
        name = english_name(" ".join(name.lower().split()), "")
        if "cs" in words:
            header.character_styles[words["cs"] or 0] = _style(name, words)
        elif "ts" not in words and "ds" not in words:
            header.styles[words.get("s") or 0] = _style(name, words)


def _style(name: str, words: dict[str, int | None]) -> Style:
    outline = words.get("outlinelevel")
    level = None
    if outline is not None:
        level = 0 if outline >= _BODY_LEVEL else min(outline + 1, MAX_LEVEL)
    base = words.get("sbasedon")
    listed = (words["ls"] or 0, words.get("ilvl") or 0) if words.get("ls") else None
    look = Look(
        bold=_switch(words, "b"),
        italic=_switch(words, "i"),
        hidden=_switch(words, "v"),
        raised="superscript" if "super" in words else "subscript" if "sub" in words else None,
        code=True if name in CODE_CHARACTERS else None,
    )
    indent = words.get("lin", words.get("li")) or 0
    return Style(name, -1 if base is None else base, level, indent, listed, look, words.get("lang"))


def set_language(header: Header) -> None:
    """Where the file states no default language, that of its default style is one."""
    stated = header.styles[0].language if 0 in header.styles else None
    if header.language < 0 and stated is not None:
        header.language = stated


def _switch(words: dict[str, int | None], name: str) -> bool | None:
    return words[name] != 0 if name in words else None


def read_lists(header: Header, data: bytes, start: int, end: int) -> None:
    """``\\listtable``: the levels of each list."""
    for first, last in inner_groups(data, start, end):
        number = words_of(data, first, last).get("listid")
        if number is None:
            continue
        levels = [
            _level(data, begin, close)
            for begin, close in inner_groups(data, first, last)
            if "listlevel" in words_of(data, begin, close)
        ]
        levels = (levels + [Level("decimal")] * LEVELS)[:LEVELS]
        header.lists[number] = levels


def _level(data: bytes, start: int, end: int) -> Level:
    words = words_of(data, start, end)
    kind = words.get("levelnfcn", words.get("levelnfc")) or 0
    name = _FORMATS.get(kind, "decimal")
    if name not in (BULLET, NONE) and _shows_nothing(data, start, end):
        name = NONE
    first = words.get("levelstartat")
    return Level(name, 1 if first is None else first, None, words.get("lin", words.get("li")))


def _shows_nothing(data: bytes, start: int, end: int) -> bool:
    """Whether the text of a level is of length 0."""
    for first, last in inner_groups(data, start, end):
        if "leveltext" in words_of(data, first, last):
            shown = b"".join(token.data for token in own_tokens(data, first, last))
            return shown[:1] == b"\x00"
    return False


def read_overrides(header: Header, data: bytes, start: int, end: int) -> None:
    """``\\listoverridetable``: the lists as paragraphs name them."""
    for first, last in inner_groups(data, start, end):
        words = words_of(data, first, last)
        number, listed = words.get("ls"), words.get("listid")
        if number is None or listed is None or listed not in header.lists:
            continue
        levels = [*header.lists[listed]]
        overrides: dict[int, int] = {}
        for at, (begin, close) in enumerate(inner_groups(data, first, last)):
            inner = words_of(data, begin, close)
            if "lfolevel" in inner and "listoverridestartat" in inner and at < LEVELS:
                overrides[at] = _override(data, begin, close, inner, levels[at])
        header.numbering.lists[str(number)] = ListDefinition(str(listed), levels, {}, overrides)


def _override(data: bytes, start: int, end: int, words: dict[str, int | None], level: Level) -> int:
    own = words.get("levelstartat")
    for first, last in inner_groups(data, start, end):
        own = words_of(data, first, last).get("levelstartat", own)
    return level.start if own is None else own


def read_authors(header: Header, data: bytes, start: int, end: int) -> None:
    """``\\revtbl``."""
    for first, last in inner_groups(data, start, end):
        header.authors.append(text_of(data, first, last, header.page).rstrip("; "))


def read_info(header: Header, data: bytes, start: int, end: int) -> None:
    """``\\info``: what the file says about itself."""
    for first, last in inner_groups(data, start, end):
        names = [token.word for token in own_tokens(data, first, last) if token.kind == WORD]
        name = next((name for name in names if name not in ("u", "uc")), "")
        value = " ".join(text_of(data, first, last, header.page, deep=True).split())[:_MAX_VALUE]
        if name in _TIMES:
            value = _time(words_of(data, first, last))
        stated = _PROPERTIES.get(name) or _TIMES.get(name)
        if stated and value:
            header.properties.append(MetadataItem(stated, value, ORIGIN))
        elif name == "keywords":
            words = tuple(word.strip() for word in value.replace(";", ",").split(","))
            kept = tuple(word for word in words if word)
            if kept:
                header.properties.append(MetadataItem("keywords", kept, ORIGIN))


def _time(words: dict[str, int | None]) -> str:
    year, month, day = (words.get(name) or 0 for name in ("yr", "mo", "dy"))
    if not (year and month and day):
        return ""
    hour, minute = (words.get(name) or 0 for name in ("hr", "min"))
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}"


READERS = {
    "fonttbl": read_fonts,
    "stylesheet": read_styles,
    "listtable": read_lists,
    "listoverridetable": read_overrides,
    "revtbl": read_authors,
    "info": read_info,
}
"""What reads which group."""
