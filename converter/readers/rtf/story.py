"""A story (the body, a note, a text box): tokens become characters, characters paragraphs,
paragraphs cells. A stack of states takes the place of recursion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from converter.errors import InputError
from converter.model import Figure
from converter.patterns import pattern
from converter.readers.atoms import NOTE, TEXT, Atom, append, trimmed
from converter.readers.office.changes import DELETED, INSERTED, MOVED_AWAY, MOVED_HERE, Change
from converter.readers.office.fields import CHECKBOX, SYMBOL, Field
from converter.readers.office.looks import Look
from converter.readers.office.paragraphs import Gathered, kind_of
from converter.readers.office.pen import Around
from converter.readers.office.pieces import BLOCK, PARAGRAPH, Piece
from converter.readers.office.places import BULLET, NONE, Place
from converter.readers.office.roles import CONTENTS, CONTENTS_TITLE, HEADING, LIST_TEXT
from converter.readers.office.symbols import symbol
from converter.readers.rtf.codepages import SYMBOLS, codec_of
from converter.readers.rtf.file import File, Part
from converter.readers.rtf.languages import language_tag
from converter.readers.rtf.rows import Tables
from converter.readers.rtf.state import PLAIN, Old, State, date_of
from converter.readers.rtf.tokens import CLOSE, OPEN, Token, tokens
from converter.records import field, mutable_record, replace

ReadPart: TypeAlias = Callable[[File, Part, str], list[Piece]]

_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
"""Code units that are one character together."""
_EQUATION = "EQ"
_RUBY = pattern(
    r"\\+s\\+up\s{0,9}\d{0,9}\s{0,9}\((?P<raised>[^()]{1,200})\)\s{0,9},(?P<base>[^()]{1,200})\)"
)
_SWITCHES = pattern(r"\\+[a-zA-Z*]{1,9}\s?\d{0,9}|[()]")
_LAST_NUMBER = pattern(r"(?P<number>\d{1,9})\D{0,9}\Z")
_PICTURE_AREA = 0xF000
_MARK_LENGTH = 3
"""Characters of a note's own mark at most."""
_REPLACEMENT = "\ufffd"


class Box(NamedTuple):
    """What is drawn in a paragraph, and stands behind it: a picture, or the group of a text box."""

    figure: Figure | None = None
    part: Part | None = None


@mutable_record
class Story:
    """A story that is being read: where it is in the file, the paragraph that is open, the tables
    and the fields around it."""

    file: File
    name: str
    depth: int
    gathered: Gathered
    tables: Tables
    state: State
    source: Iterator[Token]
    read_part: ReadPart
    stack: list[State] = field(default_factory=list)
    atoms: list[Atom] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    fields: list[tuple[Field, int]] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    pending_at: int = 0
    replaced: int = 0
    high: int = 0
    paragraph: int = 0
    is_open: bool = False
    in_contents: bool = False
    sequence: str = ""
    mark: str | None = None
    last_number: int = 0
    is_counted: bool = False

    # --- groups -----------------------------------------------------------------------------------

    def enter(self) -> None:
        """A group opens."""
        self.stack.append(self.state)
        self.state = self.state.inner()

    def leave(self) -> None:
        """The group closes; a field that ends with it shows what it shows by itself."""
        closed, self.state = self.state, self.stack.pop()
        if closed.field != self.state.field:
            self._end_field(closed.field)

    def capture(self, start: int) -> Part:
        """The rest of the group, which is closed by this: where it stands, what held in it."""
        state, depth, end = self.state, 1, start
        for token in self.source:
            end = token.end
            if token.kind == OPEN:
                depth += 1
            elif token.kind == CLOSE:
                depth -= 1
                if not depth:
                    end = token.start
                    break
        else:
            self.file.is_cut = True
        if self.stack:
            self.leave()
        return Part(start, end, state, self.depth + 1)

    # --- characters -------------------------------------------------------------------------------

    def take(self, token: Token) -> None:
        """Characters in the code page of their font, less those that stand in for a Unicode one."""
        data = token.data
        if self.replaced:
            skipped = min(self.replaced, len(data))
            self.replaced -= skipped
            data = data[skipped:]
        if data:
            if not self.pending:
                self.pending_at = token.start
            self.pending += data

    def flush(self) -> None:
        """Write the bytes that wait."""
        if self.pending:
            data = bytes(self.pending)
            self.pending.clear()
            self.write(self._decoded(data))

    def _decoded(self, data: bytes) -> str:
        font = self.file.header.fonts.get(self._font)
        page = font.page if font else self.file.header.page
        if page == SYMBOLS:
            return "".join(chr(_PICTURE_AREA + code) if code > 0x20 else " " for code in data)  # noqa: PLR2004
        if data.isascii():
            return data.decode("ascii")
        codec = codec_of(page)
        if not codec:
            raise InputError(
                f"{self.file.name}: byte {self.pending_at:,} is in code page {page}, which is not"
                " known; open the file in its program and save it as .docx"
            )
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            self.file.undecoded.append((self.pending_at, codec))
            return data.decode(codec, "replace")

    @property
    def _font(self) -> int:
        font = self.state.characters.font
        return self.file.header.default_font if font < 0 else font

    def unicode(self, code: int) -> None:
        """A UTF-16 code unit; what stands in for it is passed over."""
        self.replaced = self.state.unicode_skip
        code &= 0xFFFF
        if code in _HIGH:
            self.high = code
        elif code in _LOW:
            high, self.high = self.high, 0
            both = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            self.write(chr(both) if high else _REPLACEMENT)
        else:
            self.write(chr(code))

    def write(self, text: str) -> None:
        """Characters of the document, or of what is left out of it."""
        text = "".join(sign for sign in text if sign >= " " or sign == "\t")
        if self.state.skip or not text:
            return
        self.begin()
        atom = self.file.pen.write(text, self.around())
        if atom:
            append(self.atoms, atom)
            self.in_contents = self.in_contents or self.state.in_contents

    def line_break(self) -> None:
        """A break in a paragraph."""
        if not self.state.skip:
            self.begin()
            atom = self.file.pen.line_break(self.around())
            if atom:
                self.atoms.append(atom)

    def around(self) -> Around:
        """What holds of characters here."""
        if self.state.around is None:
            self.state.around = self._around()
        return self.state.around

    def _around(self) -> Around:
        said, header = self.state.characters, self.file.header
        style = header.look(said.style)
        font = header.fonts.get(self._font)
        stated = said.language not in (-1, header.language)
        look = Look(
            bold=said.bold or style.bold,
            italic=said.italic or style.italic,
            hidden=said.hidden or style.hidden,
            raised=said.raised or style.raised,
            font=font.name if font else None,
            language=language_tag(said.language) if stated else None,
            code=style.code,
        )
        return Around(look, self.state.url, self.changes())

    def changes(self) -> tuple[Change, ...]:
        """The changes that hold here."""
        said, name = self.state.characters, self.file.header.author
        found: list[Change] = []
        if said.moved:
            kind = MOVED_AWAY if said.moved == "away" else MOVED_HERE
            found.append(Change(kind, name(said.author), date_of(said.date)))
        elif said.inserted:
            found.append(Change(INSERTED, name(said.author), date_of(said.date)))
        if said.deleted:
            found.append(Change(DELETED, name(said.deleter), date_of(said.deleted_on)))
        return tuple(found)

    def shows(self) -> bool:
        """Whether what stands here is part of the document."""
        return not self.state.skip and self.file.pen.reason(self.around()) is None

    def note(self, kind: str, part: Part, *, is_counted: bool) -> None:
        """The mark of a note: raised characters before it where somebody wrote them, else a
        place."""
        self.begin()
        name = self.file.refer(kind, part)
        last = self.atoms[-1] if self.atoms else None
        own = last is not None and last.kind == TEXT and last.raised and not is_counted
        if own and last and 0 < len(last.text.strip()) <= _MARK_LENGTH:
            self.atoms[-1] = Atom(NOTE, last.text, last.span, note=name)
        else:
            self.atoms.append(Atom(NOTE, "", self.file.pen.tape.end, note=name))

    def _end_field(self, index: int) -> None:
        one, start = self.fields[index] if 0 <= index < len(self.fields) else (None, 0)
        if one is None or self.file.pen.tape.at != start:
            return
        if one.kind == SYMBOL and one.arguments:
            words = one.arguments
            font = words[words.index("\\f") + 1] if "\\f" in words[:-1] else None
            code = int(words[0]) if words[0].isdecimal() and len(words[0]) < 6 else 0  # noqa: PLR2004
            if code > ord(" "):
                self.write(symbol(font, code) if font else chr(code))
        elif one.kind == _EQUATION:
            self._equation(one.instruction)
        elif one.kind == CHECKBOX:
            self.write("☒" if one.is_checked else "☐")
        elif one.shown:
            self.write(one.shown)

    def _equation(self, instruction: str) -> None:
        """What a field of signs shows: how words are read, raised, then they; or its arguments."""
        ruby = _RUBY.search(instruction)
        around = self.around()
        if ruby:
            self.state.around = around._replace(raised="superscript")
            self.write(ruby["raised"])
            self.state.around = around
            self.write(ruby["base"])
        else:
            self.write(" ".join(_SWITCHES.sub(" ", instruction.partition(" ")[2]).split()))

    # --- paragraphs -------------------------------------------------------------------------------

    def begin(self) -> None:
        """A paragraph begins with its first character, unless it goes on with the one before."""
        if not self.is_open:
            self.is_open = True
            if not self.atoms:
                self.file.pen.tape.line()
            self.paragraph += 1
            self.file.pen.tape.here(f"{self.name}paragraph {self.paragraph}")

    def end_paragraph(self) -> None:
        """A paragraph ends, unless a change that this view leaves out took its end away."""
        tape, changes = self.file.pen.tape, self.file.pen.changes
        goes_on = False
        for change in self.changes():
            changes.note(change, tape.end, "the end of a paragraph was")
            goes_on = goes_on or changes.hides(change)
        self.begin()
        self.is_open = False
        if not goes_on:
            self.finish()

    def finish(self) -> None:
        """Hand the paragraph over to the cell or the story that it stands in."""
        setting = self.state.setting
        target = self.tables.target(setting.depth)
        self.tables.align(setting.align)
        role, level = self._role()
        target.waiting = self._plain(role)
        target.add(self._piece(role, level), role, is_rule=setting.is_ruled)
        self.atoms, self.in_contents, self.sequence, self.mark = [], False, "", None
        self.is_open = False
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            target.pieces += self._drawn(box)

    def finish_open(self) -> None:
        """Finish what is open where a cell or the story ends: nothing, mostly."""
        if self.is_open or trimmed(self.atoms) or self.boxes:
            self.finish()

    def _role(self) -> tuple[str, int]:
        """What the paragraph is. Its own outline level goes before its style."""
        setting = self.state.setting
        role, level = self.file.header.role(setting.style)
        if role == CONTENTS or (self.in_contents and role != CONTENTS_TITLE):
            return CONTENTS, max(1, level)
        if setting.outline:
            return HEADING, setting.outline
        return role, max(1, level)

    def _plain(self, role: str) -> list[Atom]:
        """The characters without what the style of a heading or the like says of them: files repeat
        it at every word."""
        style = self.file.header.styles.get(self.state.setting.style)
        if kind_of(role) == PARAGRAPH or style is None:
            return self.atoms
        look = style.look
        return [
            atom._replace(bold=atom.bold and not look.bold, italic=atom.italic and not look.italic)
            for atom in self.atoms
        ]

    def _piece(self, role: str, level: int) -> Piece:
        setting = self.state.setting
        style = self.file.header.styles.get(setting.style)
        place, has_list = self._place()
        indent = setting.indent or 0
        return Piece(
            kind_of(role),
            level=level,
            place=place if place and place.format != NONE else None,
            is_unnumbered=has_list and (place is None or place.format == NONE),
            is_list_text=role == LIST_TEXT,
            indent=indent,
            own_indent=indent - (style.indent if style else 0),
            sequence=self.sequence,
        )

    def _place(self) -> tuple[Place | None, bool]:
        """Where the paragraph stands in a list, and whether it is set in one."""
        setting = self.state.setting
        if setting.list:
            numbering = self.file.header.numbering
            place = numbering.place((str(setting.list), setting.level), "")
            if place:
                return _as_shown(place, self.mark), True
        if self.mark is None:
            return None, False
        shown = self.mark.strip()
        digits = "".join(sign for sign in shown if sign.isdecimal())[:9]
        is_counted = bool(digits) or (shown.rstrip(".)").isalnum() and bool(setting.old))
        format = (setting.old or Old()).format if is_counted else BULLET
        format = "decimal" if is_counted and format == BULLET else format
        self.last_number = int(digits) if digits else self.last_number + 1
        return Place("old", (setting.old or Old()).level, format, self.last_number, None), True

    def _drawn(self, box: Box) -> list[Piece]:
        """The blocks of what is drawn."""
        tape = self.file.pen.tape
        if box.figure:
            tape.line()
            return [Piece(BLOCK, block=replace(box.figure, markup=(tape.end,)))]
        if box.part is None:
            return []
        return self.read_part(self.file, box.part, f"{self.name}text box, ")


def _as_shown(place: Place, mark: str | None) -> Place:
    """A place with the number that the file shows for it: what begins a list elsewhere than at 1 is
    not always among its definitions."""
    shown = _LAST_NUMBER.search(mark or "")
    if shown is None or place.format != "decimal":
        return place
    return replace(place, number=int(shown["number"]))


def open_story(file: File, part: Part, name: str, read_part: ReadPart) -> Story:
    """A story at its beginning; ``read_part`` reads the text boxes in it."""
    gathered = Gathered(file.pen)
    state = part.state.inner()
    state.characters = PLAIN
    state.skip = False
    source = tokens(file.data, part.start, part.end)
    tables = Tables(file.pen, gathered, file.options.max_depth)
    return Story(file, name, part.depth, gathered, tables, state, source, read_part)
