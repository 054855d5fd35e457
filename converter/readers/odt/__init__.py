"""OpenDocument texts (.odt, .ott, .fodt): what the styles, the lists, the tables and the notes of
the file state.

The package is opened with ``zipfile`` and lxml, under limits, and read by the names of the standard
(OpenDocument 1.3, ISO/IEC 26300). docs/decisions/odt.md says what differs from Word files, and why.
"""

from __future__ import annotations

from converter.model import Document, SourceFile
from converter.readers.odt.aside import omit_comments, omit_furniture, read_furniture, read_notes
from converter.readers.odt.body import read_blocks
from converter.readers.odt.changes import read_regions
from converter.readers.odt.names import PROGRAM
from converter.readers.odt.package import body_of, open_file
from converter.readers.odt.properties import read_properties
from converter.readers.odt.story import File, Story
from converter.readers.odt.styles import read_styles
from converter.readers.office.assembly import assemble, set_levels
from converter.readers.office.assets import Assets
from converter.readers.office.changes import Changes
from converter.readers.office.pen import Around, Pen
from converter.readers.office.whole import document_of
from converter.readers.options import ReadOptions
from converter.readers.tape import Tape


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that an OpenDocument text states. Raises InputError for a file that is damaged,
    hostile, encrypted or of another kind, UsageError for an unknown view of tracked changes."""
    opened = open_file(source, options)
    body = body_of(opened, source.name)
    tape = Tape()
    pen = Pen(tape, Changes(options.tracked, tape))
    assets = Assets(opened.store, PROGRAM, tape, options.max_asset)
    file = File(opened, pen, assets, read_regions(body), options)
    styles = read_styles(opened.styles, opened.content)
    story = Story(file, opened.part, styles)
    pieces = read_blocks(story, body, 0, Around())
    set_levels(pieces)
    blocks = assemble(pieces)
    notes = read_notes(story)
    if options.keep_furniture:
        blocks += read_furniture(file, read_styles(opened.styles, opened.styles))
    else:
        omit_furniture(file)
    omit_comments(file, opened.part)
    metadata = pen.metadata(read_properties(opened.meta), styles.language)
    return document_of(source, pen, assets, blocks, notes, metadata=metadata)
