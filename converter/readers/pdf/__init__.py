"""PDF files that a program made from text: its words in reading order, and what they are by the
tags of the file or, without any, by how they are set.

PDFium reads the file, in a process of its own. docs/decisions/pdf-reading.md says what is content,
what is left out, and why.
"""

from __future__ import annotations

from converter.model import Document, SourceFile
from converter.readers.options import ReadOptions
from converter.readers.pdf import nodes as kinds
from converter.readers.pdf.asking import facts_of
from converter.readers.pdf.hyphens import hyphens_of
from converter.readers.pdf.looks import find_headings
from converter.readers.pdf.nodes import all_nodes
from converter.readers.pdf.notes import find_notes
from converter.readers.pdf.properties import read_properties
from converter.readers.pdf.report import omit, remark
from converter.readers.pdf.seen import refuse_scans, seen_of
from converter.readers.pdf.speakers import turns_of
from converter.readers.pdf.tagged import tree_of
from converter.readers.pdf.type_sizes import body_of
from converter.readers.pdf.untagged import nodes_of
from converter.readers.pdf.words import Words
from converter.readers.pdf.writing import Writer
from converter.records import replace


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that a PDF file states. Raises InputError for one that is damaged, hostile or
    encrypted, has too many pages, or is a scan."""
    file = facts_of(source, options)
    seen = seen_of(file.pages, options.keep_furniture)
    refuse_scans(seen, source.name)
    nodes = tree_of(seen.pages, seen.leftover) if seen.tagged else nodes_of(seen.laid)
    every = all_nodes(nodes)
    body = body_of([line for node in every for line in node.lines])
    if seen.tagged and not any(node.kind == kinds.HEADING for node in every):
        find_headings(every, body)
    nodes = turns_of(nodes, body)
    references = find_notes(nodes, body)
    hyphens = hyphens_of(node.lines for node in every)
    words = Words(seen.pages, body, hyphens, references)
    writer = Writer(words, options.max_depth)
    blocks = writer.blocks(nodes)
    tape = words.tape
    omit(tape, seen)
    remark(words, seen)
    text = "".join(tape.texts)
    return Document(
        source=replace(source, text=text, characters=len(text), places=tuple(tape.places)),
        blocks=blocks,
        metadata=read_properties(file, source.data),
        notes=tuple(writer.notes),
        omissions=tuple(tape.omissions),
        notices=tuple(tape.notices),
        assets=tuple(writer.assets.values()),
    )
