"""Word documents (.docx): what the styles, the lists, the tables and the notes of the file state.

The package is opened with ``zipfile`` and lxml, under limits, and read by the names of the
standard (ECMA-376, ISO/IEC 29500), Transitional and Strict. docs/decisions/docx-reading.md says
what is content, what is listed as left out, and why.
"""

from __future__ import annotations

from dataclasses import replace

from converter.errors import InputError
from converter.model import WARNING, Document, MetadataItem, Notice, SourceFile, Span
from converter.readers.docx.aside import (
    Notes,
    omit_comments,
    omit_furniture,
    read_furniture,
)
from converter.readers.docx.assembly import assemble, set_levels
from converter.readers.docx.assets import Assets
from converter.readers.docx.body import read_blocks
from converter.readers.docx.changes import Changes
from converter.readers.docx.fields import drop_unpaired
from converter.readers.docx.numbering import read_numbering
from converter.readers.docx.package import open_package
from converter.readers.docx.parts import find_parts
from converter.readers.docx.properties import ORIGIN, read_properties
from converter.readers.docx.story import File, Story
from converter.readers.docx.styles import read_styles
from converter.readers.docx.walk import Around
from converter.readers.docx.xml import W
from converter.readers.options import ReadOptions
from converter.readers.tape import Tape

_MAIN_LANGUAGE = 0.5
"""The share of the characters that must state a language for the document to be in it."""


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
    styles = read_styles(package.xml(parts.of_kind("styles")))
    numbering = read_numbering(package.xml(parts.of_kind("numbering")), styles)
    file = File(
        parts,
        styles,
        numbering,
        tape,
        Changes(options.tracked, tape),
        Assets(package, tape, options.max_asset),
        options,
    )
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
    file.changes.close()
    text = "".join(tape.texts)
    if not text.strip() and not blocks:
        raise InputError(f"{source.name}: the document is empty; give one with text in it")
    return Document(
        source=replace(source, text=text, characters=len(text), places=tuple(tape.places)),
        blocks=blocks,
        language=_language(file),
        metadata=_metadata(file),
        notes=found,
        omissions=tuple(tape.omissions),
        notices=(*tape.notices, *_remarks(file)),
        assets=tuple(file.assets.kept.values()),
    )


def _language(file: File) -> str:
    """The language that most characters state; the default of Word's template is no statement."""
    total = sum(file.languages.values())
    stated = ((count, name) for name, count in file.languages.items() if name)
    count, name = max(stated, default=(0, ""))
    return name if count > _MAIN_LANGUAGE * total else ""


def _metadata(file: File) -> tuple[MetadataItem, ...]:
    """What the properties and the styles state; a name that two lines claim is no statement."""
    items = {item.name: item for item in read_properties(file.parts)}
    names = [name for name, _, _, _ in file.titles]
    for name, words, start, end in file.titles:
        if names.count(name) == 1:
            items[name] = MetadataItem(name, words, ORIGIN, Span(start, end))
    if file.styles.language:
        items.setdefault(
            "stated_language", MetadataItem("stated_language", file.styles.language, ORIGIN)
        )
    return tuple(items.values())


def _remarks(file: File) -> list[Notice]:
    """What the file does not give away about its characters: one notice of each kind."""
    found: list[Notice] = []
    for code, places, what, hint in (
        (
            "C236",
            file.unknown,
            "symbols of a font that is not known stand as U+FFFD",
            "compare with the file, and type the characters",
        ),
        (
            "C236",
            file.private,
            "characters of a private use area, which only the file's own font shows",
            "compare with the file, and type the characters",
        ),
    ):
        if places:
            message = f"{what}; {len(places)} in all"
            found.append(Notice(code, WARNING, message, Span(places[0], places[0] + 1), hint))
    return found
