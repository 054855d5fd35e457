"""Pictures whose bytes are kept: in the JSON by their hash, in the page, the PDF and the Word file
as what they are."""

from __future__ import annotations

import io
import json
import zipfile
from base64 import b64decode
from dataclasses import replace
from hashlib import sha256

import pytest

from converter.model import Asset, Document, Figure, NoteReference, Paragraph, Span, Text
from converter.model.document import Note
from converter.schemas.contracts import json_rendition
from converter.writers import WriteOptions, write
from laws import OPTIONS, source_of
from word_files import WordFile, find
from word_packages import PNG

BRIEF = replace(OPTIONS.schema.briefing, parts=("title", "body", "notes"))
PRINTED = WriteOptions(replace(OPTIONS.schema, briefing=BRIEF))


def document(data: bytes = PNG, kind: str = "image/png") -> Document:
    text = "The quay."
    asset = Asset("a1", "quay.png", kind, sha256(data).hexdigest(), data)
    figure = Figure("word/media/quay.png", "The quay at dawn", asset="a1")
    blocks = (Paragraph((Text(text, Span(0, 9)),)), figure)
    return Document(source_of(text), blocks, assets=(asset,))


def test_the_json_lists_it_and_loads_back_equal() -> None:
    data = write(document(), "json", PRINTED)
    value = json.loads(data)
    assert value["assets"] == [
        {
            "id": "a1",
            "name": "quay.png",
            "media_type": "image/png",
            "sha256": sha256(PNG).hexdigest(),
        }
    ]
    assert value["blocks"][1]["asset"] == "a1"
    assert json_rendition.load(data) == document()


def test_the_page_shows_it_with_its_words() -> None:
    html = write(document(), "html", PRINTED).decode()
    tag = html[html.index("<img") :].partition(">")[0]
    assert 'alt="The quay at dawn"' in tag
    assert b64decode(tag.partition("base64,")[2].partition('"')[0]) == PNG
    assert "img-src data:" in html
    assert "word/media" not in html


@pytest.mark.parametrize("kind", ["image/svg+xml", "image/emf", "text/html"])
def test_the_page_shows_no_picture_that_may_be_more(kind: str) -> None:
    html = write(document(kind=kind), "html", PRINTED).decode()
    assert "<img" not in html
    assert "The quay at dawn" in html


def test_the_pdf_holds_it() -> None:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(write(document(), "pdf", PRINTED)))
    assert sum(len(page.images) for page in reader.pages) == 1


def test_the_word_file_holds_it_and_reads_back() -> None:
    data = write(document(), "docx", PRINTED)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.read("word/media/image1.png") == PNG
    drawn = [node for node in WordFile(data).body.iter() if str(node.tag).endswith("docPr")]
    assert [node.get("descr") for node in drawn] == ["The quay at dawn"]
    assert find(WordFile(data).body, "p") != []
    assert data == write(document(), "docx", PRINTED)


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n broken", PNG[:40]])
def test_a_damaged_picture_is_shown_in_words(data: bytes) -> None:
    again = write(document(data), "docx", PRINTED)
    assert "The quay at dawn" in WordFile(again).parts["word/document.xml"].decode()


def test_a_note_that_word_counts_has_its_number_on_the_page() -> None:
    text = "The quay. Small print."
    mark = NoteReference("", Span(9, 9), "1")
    blocks = (Paragraph((Text("The quay.", Span(0, 9)), mark)),)
    note = Note("1", (Paragraph((Text("Small print.", Span(10, 22)),)),))
    html = write(Document(source_of(text), blocks, notes=(note,)), "html", PRINTED).decode()
    assert 'role="doc-noteref">1</a>' in html
