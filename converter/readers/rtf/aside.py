"""What stands beside the body: notes, comments, the heads and feet of pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from converter.model import Note, Span
from converter.readers.office.asides import Remark, omit_remark
from converter.readers.office.assembly import assemble
from converter.readers.office.assets import Assets, Loose
from converter.readers.office.changes import Changes
from converter.readers.office.pen import Pen
from converter.readers.rtf.file import Comment, File, Part
from converter.readers.rtf.groups import inner_groups, text_of, words_of
from converter.readers.rtf.reading import read_part
from converter.readers.rtf.state import date_of
from converter.readers.tape import Tape

if TYPE_CHECKING:
    from converter.model import Block


def read_notes(file: File) -> tuple[Note, ...]:
    """The notes in the order of their marks. A note may hold another's mark."""
    notes: list[Note] = []
    for name, part in file.notes:  # which may grow
        notes.append(Note(name, assemble(read_part(file, part, f"note {name}, "))))
    return tuple(notes)


def words_in(file: File, part: Part) -> str:
    """The words of a group and of the notes and comments in it, read by itself, a line for each
    paragraph."""
    tape = Tape()
    pen = Pen(tape, Changes(file.options.tracked, tape))
    assets = Assets(Loose(), "", tape, 0)
    copy = File(file.name, file.data, pen, assets, Loose(), file.options, file.header)
    read_part(copy, part, "")
    for _, note in copy.notes:
        read_part(copy, note, "")
    for comment in copy.comments:
        read_part(copy, comment.part, "")
    file.undecoded += copy.undecoded
    lines = (line.strip() for line in "".join(tape.texts).split("\n"))
    return "\n".join(line for line in lines if line)


def omit_comments(file: File) -> None:
    """List the comments as left out, and give a notice of each at its words."""
    for count, comment in enumerate(file.comments, start=1):
        words = words_in(file, comment.part)
        name, date = _stated(file, comment)
        anchor = file.anchors.get(name, [comment.at, comment.at])
        about = Span(anchor[0], max(anchor))
        omit_remark(file.pen.tape, f"comment {count}", Remark(comment.author, date, words, about))


def _stated(file: File, comment: Comment) -> tuple[str, str]:
    """Which anchor a comment belongs to, and its date."""
    data, part = file.data, comment.part
    name, date = "", ""
    for first, last in inner_groups(data, part.start, part.end):
        words = words_of(data, first, last)
        value = text_of(data, first, last, file.header.page).strip()
        if "atnref" in words:
            name = value
        elif "atndate" in words and value.lstrip("-").isdecimal() and len(value) < 12:  # noqa: PLR2004
            date = date_of(int(value))[:10]
    return name, date


def _furniture(file: File) -> Iterator[tuple[str, Part, str]]:
    seen: set[str] = set()
    for kind, part in file.furniture:
        words = words_in(file, part)
        if words and words not in seen:
            seen.add(words)
            yield kind, part, words


def omit_furniture(file: File) -> None:
    """List what stands at the head and the foot of the pages as left out, each text once."""
    for kind, _, words in _furniture(file):
        file.pen.tape.line()
        file.pen.tape.here(kind)
        file.pen.tape.omit("furniture", kind, words)


def read_furniture(file: File) -> tuple[Block, ...]:
    """What stands at the head and the foot of the pages, as blocks of the document."""
    blocks: list[Block] = []
    for kind, part, _ in [*_furniture(file)]:
        blocks += assemble(read_part(file, part, f"{kind}, "))
    return tuple(blocks)
