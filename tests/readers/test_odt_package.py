"""OpenDocument packages: what is damaged, hostile, locked or another kind ends in one sentence."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from converter.errors import InputError, UsageError
from converter.model import Document
from converter.pipeline import open_source
from converter.pipeline.sniffing import format_of
from converter.readers import ReadOptions, read
from converter.sources import seal
from odt_files import DECLARED, fodt, odt, packed_odt, para, part, row, table


def refusal(data: bytes, options: ReadOptions | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read(seal(data, "letter.odt", "odt"), options)
    message = str(caught.value)
    assert message.startswith("letter.odt")
    assert ";" in message
    assert "\n" not in message
    return message


def test_an_encrypted_package_is_one_clear_sentence() -> None:
    manifest = (
        f'<manifest:manifest {DECLARED}><manifest:file-entry manifest:full-path="content.xml">'
        "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    ).encode()
    data = packed_odt({"content.xml": b"\x8a\x01\x02", "META-INF/manifest.xml": manifest})
    assert "encrypted" in refusal(data)
    assert "encrypted" in refusal(packed_odt({"encrypted-package": b"\x00" * 90}))


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = odt(para("x"), parts={"Pictures/a.png": b"\0" * 200_000_000})
    start = time.perf_counter()
    message = refusal(bomb, ReadOptions(max_unpacked=100_000_000))
    assert time.perf_counter() - start < 1
    assert "unpacks to" in message
    packed = packed_odt({"content.xml": b" " * 60_000_000})
    assert "times its packed size" in refusal(packed)


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/evil", "C:/evil", "a/../../evil"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    assert "leads out of it" in refusal(odt(para("x"), parts={name: b"x"}))


def test_a_document_type_and_its_entities_are_refused() -> None:
    body = part("document-content", "<office:body><office:text/></office:body>").decode()
    evil = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>{body}'.encode()
    assert "document type" in refusal(packed_odt({"content.xml": evil}))
    assert "document type" in refusal(b"<?xml version='1.0'?>" + evil)


def test_elements_nested_without_end_are_refused() -> None:
    deep = "<text:section>" * 5000 + "</text:section>" * 5000
    assert "damaged" in refusal(odt(deep))


def test_tables_nested_deeper_than_the_limit_are_paragraphs() -> None:
    body = para("core")
    for _ in range(12):
        body = table(row(f"<table:table-cell>{body}</table:table-cell>", "x"), row("a", "b"))
    data = odt(body)
    document = read(seal(data, "letter.odt", "odt"), ReadOptions(max_depth=4))
    assert "core" in document.source.text
    assert "C240" in {notice.code for notice in document.notices}


def test_many_parts_and_large_parts_are_refused() -> None:
    many = odt(para("x"), parts={f"p{number}": b"" for number in range(10_050)})
    assert "more than 10,000 parts" in refusal(many)
    large = odt(para("word " * 20_000))
    assert "--max-unpacked" in refusal(large, ReadOptions(max_unpacked=200_000))
    flat = fodt(para("word " * 20_000))
    assert "--max-unpacked" in refusal(flat, ReadOptions(max_unpacked=200_000))


@pytest.mark.parametrize("kind", ["spreadsheet", "presentation", "drawing"])
def test_other_documents_of_the_family_are_told_apart(kind: str) -> None:
    content = part("document-content", f"<office:body><office:{kind}/></office:body>")
    assert "this is" in refusal(packed_odt({"content.xml": content}))


def test_what_is_no_text_at_all_is_told() -> None:
    assert "no OpenDocument text" in refusal(b"plain words")
    assert "archive without" in refusal(packed_odt({"a.txt": b"x"}, "x"))
    assert "holds no text document" in refusal(packed_odt({"content.xml": b"<a/>"}))
    assert "empty" in refusal(odt(""))


def test_an_archive_cut_short_is_damaged() -> None:
    assert "damaged" in refusal(odt(para("x"))[:-30])


def test_an_unknown_view_of_changes_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(UsageError):
        read(seal(odt(para("x")), "letter.odt", "odt"), ReadOptions(tracked="none"))


# --- sniffing -------------------------------------------------------------------------------------


def test_it_is_known_by_its_contents_and_a_wrong_suffix_is_noticed() -> None:
    for data in (odt(para("x")), fodt(para("x"))):
        assert format_of(data, "letter") == "odt"
        assert format_of(data, "letter.odt") == "odt"
        with pytest.raises(InputError, match="under another name; say --from odt"):
            format_of(data, "letter.docx")


def test_a_template_is_known_too() -> None:
    data = odt(para("x"), mimetype="application/vnd.oasis.opendocument.text-template")
    assert format_of(data, "letter.ott") == "odt"


def test_a_file_of_text_under_its_name_is_refused() -> None:
    data = b"Just words, and no package.\n"
    with pytest.raises(InputError):
        read(open_source(data, name="letter.odt"))


def test_content_and_manifest_alone_are_enough() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        content = part(
            "document-content", f"<office:body><office:text>{para('x')}</office:text></office:body>"
        )
        archive.writestr("META-INF/manifest.xml", b"<a/>")
        archive.writestr("content.xml", content)
    document: Document = read(open_source(out.getvalue(), name="letter.odt"))
    assert document.source.text == "x"
