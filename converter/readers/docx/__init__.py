"""Word documents (.docx): what the styles, the lists, the tables and the notes of the file state.

The package is opened with ``zipfile`` and lxml, under limits, and read by the names of the
standard (ECMA-376, ISO/IEC 29500), Transitional and Strict. docs/decisions/docx-reading.md says
what is content, what is listed as left out, and why.
"""

from __future__ import annotations

from converter.errors import InputError
from converter.model import Document, SourceFile
from converter.readers.docx.aside import (
    Notes,
    omit_comments,
    omit_furniture,
    read_furniture,
)
from converter.readers.docx.body import read_blocks
from converter.readers.docx.fields import drop_unpaired
from converter.readers.docx.numbering import read_numbering
from converter.readers.docx.package import open_package
from converter.readers.docx.parts import find_parts
from converter.readers.docx.properties import read_properties
from converter.readers.docx.story import File, Story
from converter.readers.docx.styles import read_styles
from converter.readers.docx.xml import PROGRAM, W
from converter.readers.office.assembly import assemble, set_levels
from converter.readers.office.assets import Assets
from converter.readers.office.changes import Changes
from converter.readers.office.pen import Around, Pen
from converter.readers.office.whole import document_of
from converter.readers.options import ReadOptions
from converter.readers.tape import Tape


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that a Word file states. Raises InputError for a file that is damaged,
    hostile, encrypted or none of Word's, UsageError for an unknown view of tracked changes."""
    package = open_package(source, options)
    parts = find_parts(package)
    root = package.xml(parts.main)
    body = root.find(f"{W}body") if root is not None else None
    if root is None or body is None:
        raise InputError(
            f"{source.name}: {parts.main} holds no document; open the file in Word, let it repair,"
            " and save it"
        )
    drop_unpaired(root)
    tape = Tape()
    changes = Changes(options.tracked, tape)
    styles = read_styles(package.xml(parts.of_kind("styles")))
    numbering = read_numbering(package.xml(parts.of_kind("numbering")), styles)
    assets = Assets(package, PROGRAM, tape, options.max_asset)
    pen = Pen(tape, changes)
    file = File(parts, styles, numbering, tape, changes, pen, assets, options)
    notes = Notes(file)
    pieces = read_blocks(Story(file, parts.main), body, 0, Around())
    set_levels(pieces)
    blocks = assemble(pieces)
    found = notes.read()
    if options.keep_furniture:
        blocks += read_furniture(file, "page header") + read_furniture(file, "page footer")
    else:
        omit_furniture(file)
    omit_comments(file)
    metadata = pen.metadata(read_properties(parts), styles.language)
    return document_of(source, pen, assets, blocks, found, metadata=metadata)
