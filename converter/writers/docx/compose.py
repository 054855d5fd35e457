"""The whole file: the parts of the package, and the order of what stands in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from converter.model import Document, Note, Paragraph
from converter.records import replace
from converter.writers.docx.body import write_blocks
from converter.writers.docx.characters import one_line
from converter.writers.docx.furniture import (
    measure,
    set_page,
    write_colophon,
    write_foot,
    write_title_block,
)
from converter.writers.docx.languages import script_of
from converter.writers.docx.lines import Line
from converter.writers.docx.links import Links
from converter.writers.docx.numbering import Lists
from converter.writers.docx.package import add_part, open_package, save, set_properties
from converter.writers.docx.paragraphs import end_with_paragraph, open_paragraph
from converter.writers.docx.pictures import Pictures
from converter.writers.docx.story import MAX_MARK, Notes, Outline, Place, Story
from converter.writers.docx.styles import STYLES
from converter.writers.docx.survey import survey
from converter.writers.docx.xml import new_root, relate, sub
from converter.writers.options import WriteOptions

if TYPE_CHECKING:
    from docx.document import Document as Package

# Word's numbers for the lines above the notes; the settings name them too.
SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
_NOTE_STYLE = STYLES["footnote text"]


def compose(document: Document, options: WriteOptions) -> bytes:
    """The bytes of the Word file."""
    package = open_package(document.language)
    facts = survey(document)
    references = Notes(document.notes)
    body = package.element.body
    section = body[-1]
    body.remove(section)
    place = Place(body, measure(options.schema.briefing))
    story = Story(
        survey=facts,
        lists=Lists(package.part.numbering_part.element),
        links=Links(package.part),
        outline=Outline(),
        notes=references,
        script=script_of(document.language),
        pictures=Pictures(package.part),
        assets={asset.id: asset for asset in document.assets},
        unmet=dict(facts.bookmarks),
    )
    element = new_root("ftr")
    write_foot(document, replace(place, into=element), story)
    _, relationship = add_part(package, "footer", element)
    relate(sub(section, "footerReference", type="default"), relationship)
    _write_body(document, options, place, story)
    set_page(section, options.schema.briefing)
    body.append(section)
    _add_notes(package, references, place, story)
    set_properties(package, document, facts.headline, options.timestamp)
    return save(package)


def _write_body(document: Document, options: WriteOptions, place: Place, story: Story) -> None:
    parts = options.schema.briefing.parts
    if "title" in parts:
        write_title_block(document, place, story)
    write_blocks(document.blocks, place, story)
    unused = story.notes.unused()
    story.notes = Notes(())  # Word has no notes in notes
    for note in unused:
        mark = one_line(note.id)
        _write_note(note, place, story, mark if len(mark) <= MAX_MARK else None)
    if "colophon" in parts:
        write_colophon(document, options, place, story)
    end_with_paragraph(place, story)


def _add_notes(package: Package, notes: Notes, place: Place, story: Story) -> None:
    """The part with the notes that are referred to, and the two lines that part them from the
    text (ECMA-376, part 1, 17.11)."""
    element = new_root("footnotes")
    part, _ = add_part(package, "footnotes", element)
    for number, kind in SEPARATORS.items():
        footnote = sub(element, "footnote", type=kind, id=number)
        sub(sub(sub(footnote, "p"), "r"), kind)
    story = replace(story, links=Links(part), break_page=False)
    for note, reference in notes.used():
        into = sub(element, "footnote", id=reference.number)
        mark = "" if reference.automatic else reference.mark
        _write_note(note, replace(place, into=into), story, mark)
        end_with_paragraph(replace(place, into=into, style=_NOTE_STYLE), story)


def _write_note(note: Note, place: Place, story: Story, mark: str | None) -> None:
    """The blocks of a note, its mark before the first words; none, if that is None."""
    place = replace(place, style=_NOTE_STYLE)
    blocks = note.blocks
    if mark is not None:
        first = replace(place, opening=partial(Line.put_mark, mark=mark))
        if blocks and isinstance(blocks[0], Paragraph):
            write_blocks(blocks[:1], first, story)
            blocks = blocks[1:]
        else:
            open_paragraph(first, story)
    write_blocks(blocks, place, story)
