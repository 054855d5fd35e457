"""Which format a file is in, and the refusal of what is not what its name says."""

from __future__ import annotations

import io
import zipfile

import pytest

from converter.errors import InputError, UsageError
from converter.pipeline.sniffing import format_of, kind_of


def archive(*names: str) -> bytes:
    """A ZIP archive with members of these names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name in names:
            file.writestr(name, "x" * 100)
    return buffer.getvalue()


def refusal(data: bytes, name: str = "story.txt", asked: str | None = None) -> str:
    with pytest.raises(InputError) as caught:
        format_of(data, name, asked)
    message = str(caught.value)
    assert message.startswith(f"{name}: this is ")
    assert "; " in message, "it does not say what to do"
    return message


FOREIGN = {
    "a PDF file": b"%PDF-1.7\n%\xe2\xe3",
    "a Word document": archive("[Content_Types].xml", "word/document.xml"),
    "an Office file of the old kind": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500),
    "an OpenDocument text": b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis"
    b".opendocument.text",
    "an e-book": b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip",
    "a ZIP archive": archive("a.txt"),
    "a rich text file": b"{\\rtf1\\ansi Hello}",
    "a web page": b"\n <!DOCTYPE HTML><html><p>Hello",
    "a compressed file": b"\x1f\x8b\x08" + bytes(20),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(20),
}


READ = {
    "a PDF file",
    "a Word document",
    "an OpenDocument text",
    "a rich text file",
    "a web page",
}
"""Of these, what has a reader of its own."""


@pytest.mark.parametrize("what", FOREIGN)
def test_foreign_file_named_txt_is_refused_by_what_it_is(what: str) -> None:
    assert what in refusal(FOREIGN[what])


def test_a_word_document_is_known_by_what_it_is_and_by_its_name() -> None:
    data = FOREIGN["a Word document"]
    assert format_of(data, "letter") == "docx"
    assert format_of(data, "letter.docx") == "docx"
    assert "say --from docx" in refusal(data, "letter.txt")


def test_other_office_files_are_no_word_documents() -> None:
    for member, what in (("xl/workbook.xml", "spreadsheet"), ("ppt/presentation.xml", "slides")):
        assert what in refusal(archive("[Content_Types].xml", member), "letter.docx")


@pytest.mark.parametrize("what", sorted(FOREIGN.keys() - READ))
def test_foreign_file_without_a_telling_name_is_refused_too(what: str) -> None:
    assert what in refusal(FOREIGN[what], "story")


@pytest.mark.parametrize("name", ["story", "story.html", "story.htm", "story.XHTML"])
def test_web_page_goes_to_its_reader(name: str) -> None:
    assert format_of(FOREIGN["a web page"], name) == "html"


def test_page_without_a_sign_of_it_is_known_by_its_name() -> None:
    assert format_of(b"<p>A fragment.", "story.htm") == "html"


@pytest.mark.parametrize("name", ["story.doc", "story.epub", "story.EPUB"])
def test_name_of_a_format_we_do_not_read_is_believed(name: str) -> None:
    assert "cannot be read" in refusal(b"no sign of it in here", name)


@pytest.mark.parametrize("name", ["story.txt", "story.log", "story", ".txt", ".md", "a.b/c"])
def test_everything_else_is_text(name: str) -> None:
    assert format_of(b"Once upon a time.", name) == "text"


@pytest.mark.parametrize("name", ["story.md", "story.MD", "story.markdown"])
def test_name_says_that_a_text_is_markdown(name: str) -> None:
    assert format_of(b"# Once upon a time", name) == "markdown"


@pytest.mark.parametrize("name", ["story.txt", "story"])
def test_marks_of_markdown_do_not_make_a_text_markdown(name: str) -> None:
    assert format_of(b"# Once upon a time\n\n- a *list*\n", name) == "text"


def test_markup_is_read_as_text_when_asked_for() -> None:
    assert format_of(FOREIGN["a web page"], "story.html", "text") == "text"
    assert format_of(FOREIGN["a rich text file"], "story.rtf", "text") == "text"


def test_bytes_are_not_read_as_text_even_when_asked_for() -> None:
    assert "a PDF file" in refusal(FOREIGN["a PDF file"], "story.pdf", "text")


def test_unknown_format_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match='did you mean "text"'):
        format_of(b"", "story.txt", "txt")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_web_page_is_seen_behind_a_byte_order_mark(encoding: str) -> None:
    kind = kind_of("<html lang=en>".encode(encoding))
    assert kind is not None
    assert kind.name == "html"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"PK", b"<p>no page", b"%PD"])
def test_what_only_begins_like_a_sign_is_none(data: bytes) -> None:
    assert kind_of(data) is None
