"""Promises of the Word rendition for any document whatever."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator

import docx
from hypothesis import given

from converter.model import (
    Block,
    Code,
    Document,
    Text,
    leaves,
)
from converter.writers import write
from strategies import documents, examples
from word_files import W, WordFile, text_of
from writers.docx_documents import OPTIONS


def words_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """What must stand in the file, in this order: all leaves but the marks of notes."""
    for leaf in leaves(blocks):
        if isinstance(leaf, Text | Code):
            yield from "".join(map(shown, leaf.text)).split()


def shown(character: str) -> str:
    """The character as a Word file has it."""
    if character in "\t\n\x0b\x0c\r\x85\u2028\u2029":
        return " "
    is_legal = ord(character) >= 0x20 and character not in "\ufffe\uffff"
    return character if is_legal and unicodedata.category(character) != "Cs" else "\ufffd"


@examples
@given(documents())
def test_every_word_of_any_document_stands_in_the_file_in_order(drawn: Document) -> None:
    file = WordFile(write(drawn, "docx", OPTIONS))
    text, at = text_of(file.body), 0
    for word in words_of(drawn.blocks):
        found = text.find(word, at)
        assert found >= 0, (word, text[at:])
        at = found + len(word)
    notes = text + text_of(file.xml("word/footnotes.xml"))
    assert [
        word for note in drawn.notes for word in words_of(note.blocks) if word not in notes
    ] == []


@examples
@given(documents())
def test_any_document_opens_and_holds_together(drawn: Document) -> None:
    data = write(drawn, "docx", OPTIONS)
    assert data == write(drawn, "docx", OPTIONS)
    docx.Document(io.BytesIO(data))
    file = WordFile(data)
    names = [str(mark.get(f"{W}name")) for mark in file.body.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)
    anchors = {link.get(f"{W}anchor") for link in file.body.iter(f"{W}hyperlink")} - {None}
    assert anchors <= set(names)
    levels = [int(read.style[-1]) for read in file.paragraphs() if read.style.startswith("heading")]
    assert all(level <= before + 1 for before, level in zip([0, *levels], levels, strict=False))
    used = {mark.get(f"{W}val") for mark in file.body.iter(f"{W}pStyle", f"{W}rStyle")}
    assert used <= set(file.styles)
