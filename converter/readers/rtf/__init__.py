"""Rich Text Format (.rtf): what the styles, the lists, the tables and the notes of the file state.

A tokenizer and a stack of states of our own, after the RTF Specification 1.9.1: no library for
Python reads more than flat text. docs/decisions/rtf.md says what was looked at.
"""

from __future__ import annotations

from converter.errors import InputError
from converter.model import WARNING, Document, Notice, SourceFile
from converter.readers.office.assembly import assemble, set_levels
from converter.readers.office.assets import Assets, Loose
from converter.readers.office.changes import Changes
from converter.readers.office.pen import Pen
from converter.readers.office.whole import document_of
from converter.readers.options import ReadOptions
from converter.readers.rtf.aside import (
    omit_comments,
    omit_furniture,
    read_furniture,
    read_notes,
)
from converter.readers.rtf.file import File, Part
from converter.readers.rtf.languages import language_tag
from converter.readers.rtf.reading import read_part
from converter.readers.rtf.state import State
from converter.readers.tape import Tape
from converter.records import replace

_OPENING = b"{\\rtf"
_NOTHING = b"}\r\n\t \0\x1a"
"""What programs fill a file up with, and braces that close nothing."""
_PROGRAM = "its word processor"


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that an RTF file states. Raises InputError for what is none, hostile, empty, or
    in an encoding that is not known, UsageError for an unknown view of tracked changes."""
    start = source.data.find(_OPENING, 0, 64)
    if start < 0 or source.data[:start].strip(b"\xef\xbb\xbf\r\n\t "):
        raise InputError(
            f"{source.name}: this is no rich text file (RTF); check that it is the file you mean"
        )
    tape = Tape()
    pen = Pen(tape, Changes(options.tracked, tape))
    pictures = Loose()
    assets = Assets(pictures, _PROGRAM, tape, options.max_asset)
    file = File(source.name, source.data, pen, assets, pictures, options)
    whole = Part(start + 1, len(source.data), State())
    pieces = read_part(file, whole, "")
    set_levels(pieces)
    blocks = assemble(pieces)
    if options.keep_furniture:
        blocks += read_furniture(file)
    notes = read_notes(file)
    if not options.keep_furniture:
        omit_furniture(file)
    omit_comments(file)
    stated = language_tag(file.header.language) or ""
    metadata = pen.metadata(file.header.properties, stated)
    document = document_of(source, pen, assets, blocks, notes, metadata=metadata)
    return replace(document, notices=(*document.notices, *_remarks(file)))


def _remarks(file: File) -> list[Notice]:
    """What a person should know of the file itself."""
    found: list[Notice] = []
    if file.undecoded:
        at, codec = file.undecoded[0]
        message = (
            f"bytes that are no {codec} stand as U+FFFD; {len(file.undecoded):,} in all, the first"
            f" at byte {at:,} of the file"
        )
        found.append(Notice("C271", WARNING, message, None, "compare with the file in its program"))
    if file.is_cut:
        message = "the file ends before the groups in it do: it may have been cut short"
        found.append(Notice("C272", WARNING, message, None, "compare with the original"))
    behind = len(file.data) - file.end
    if file.end and file.data[file.end :].strip(_NOTHING):
        message = (
            f"the document ends at byte {file.end:,} of the file; the {behind:,} bytes behind it"
            " are not read"
        )
        hint = "if they are a text too, give them as a file of their own"
        found.append(Notice("C273", WARNING, message, None, hint))
    return found
