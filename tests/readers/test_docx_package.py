"""The package of a Word file: limits, forgeries, and files of other kinds under its name."""

from __future__ import annotations

import io
import resource
import time
import zipfile

import pytest

from converter.errors import InputError, UsageError
from converter.model import Document, text_of
from converter.pipeline import convert, open_source
from converter.readers import ReadOptions, read
from converter.sources import seal
from word_packages import docx, packed, para, root

MIB = 1024 * 1024


def read_bytes(data: bytes, options: ReadOptions | None = None) -> Document:
    return read(seal(data, "letter.docx", "docx"), options)


def refusal(data: bytes, options: ReadOptions | None = None) -> str:
    with pytest.raises(InputError) as caught:
        read_bytes(data, options)
    message = str(caught.value)
    assert message.startswith("letter.docx: ")
    assert "; " in message, "it says what to do"
    assert "\n" not in message
    return message


def with_entry(name: str, data: bytes = b"x") -> bytes:
    out = io.BytesIO(docx(para("Words.")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, data)
    return out.getvalue()


# --- other kinds of file ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{\\rtf1 words}", "rich text file (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old kind (.doc)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "the document is encrypted; open it in Word with its password",
        ),
        (b"Just words.", "no Word document"),
        (b"PK\x03\x04 broken", "damaged"),
        (packed({"notes.txt": b"words"}), "an archive without a Word document"),
    ],
)
def test_what_it_is_and_what_to_do(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_a_workbook_is_told_from_a_document() -> None:
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override'
        b' PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument'
        b'.spreadsheetml.sheet.main+xml"/></Types>'
    )
    relationships = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    files = {
        "[Content_Types].xml": types, "_rels/.rels": relationships, "xl/workbook.xml": b"<a/>"
    }  # fmt: skip
    assert "Excel workbook" in refusal(packed(files))
    with pytest.raises(InputError, match="a spreadsheet, which cannot be read"):
        open_source(packed(files), name="figures.xlsx")


def test_an_encrypted_file_is_known_by_sight() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(InputError, match="under a password"):
        open_source(data, name="secret.docx")


def test_an_empty_document_says_so() -> None:
    assert "the document is empty" in refusal(docx(para()))


def test_a_main_part_under_another_name_is_found() -> None:
    data = docx(para("Found."), main="word/document2.xml")
    assert text_of(*read_bytes(data).blocks) == "Found."


def test_a_main_part_is_found_by_its_type_when_no_relationship_leads_to_it() -> None:
    files = {
        "story/main.xml": root("document", f"<w:body>{para('Found.')}</w:body>"),
        "[Content_Types].xml": (
            b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override'
            b' PartName="/story/main.xml" ContentType="application/vnd.openxmlformats-'
            b'officedocument.wordprocessingml.document.main+xml"/></Types>'
        ),
    }
    assert text_of(*read_bytes(packed(files)).blocks) == "Found."


# --- hostile archives ------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "word/../../x", "C:\\x.xml"])
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    assert "leads out of it" in refusal(with_entry(name))


def test_backslashes_of_careless_programs_are_let_pass() -> None:
    assert read_bytes(with_entry("word\\media\\a.png")).source.text == "Words."


def test_an_encrypted_entry_is_refused() -> None:
    data = bytearray(docx(para("Words.")))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(magic, at + 1)) >= 0:
            data[at + offset] |= 1
    assert "is encrypted" in refusal(bytes(data))


def test_more_parts_than_any_document_has_are_refused() -> None:
    files = {f"a/{number}": b"" for number in range(10_001)}
    assert "more than 10,000 parts" in refusal(packed(files))


def test_a_bomb_of_one_gigabyte_is_refused_at_once() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("word/document.xml", "w", force_zip64=True) as entry:
            for _ in range(1024):
                entry.write(bytes(MIB))
        archive.writestr("[Content_Types].xml", "<Types/>")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    message = refusal(out.getvalue())
    assert time.process_time() - start < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024
    assert "more than the limit" in message
    assert "--max-unpacked" in message


def test_a_bomb_of_small_paragraphs_is_refused_before_it_is_unpacked() -> None:
    body = "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 500_000
    assert "made to fill a memory" in refusal(docx(body))


def test_the_limit_on_what_is_unpacked_is_an_option() -> None:
    data = docx(para("Words. " * 1000))
    assert "it unpacks to" in refusal(data, ReadOptions(max_unpacked=1000))
    assert "that one part may" in refusal(data, ReadOptions(max_unpacked=20_000))


def test_a_part_cut_short_is_damaged() -> None:
    data = docx(para("Words. " * 500))
    at = data.index(b"word/document.xml") + 60
    assert "damaged" in refusal(data[:at] + bytes(40) + data[at + 40 :])


# --- hostile XML -----------------------------------------------------------------------------


def replaced_main(xml: bytes) -> bytes:
    return packed({"word/document.xml": xml})


def test_a_document_type_is_refused_and_its_entities_stay_shut() -> None:
    xml = (
        b'<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        b'<d xmlns="x">&a;&f;</d>'
    )
    assert "document type" in refusal(replaced_main(xml))


def test_xml_that_is_no_xml_names_the_part() -> None:
    assert "word/document.xml: this part of the file is damaged" in refusal(
        replaced_main(b"<w:document")
    )


def test_elements_nested_too_deep_end_in_one_sentence() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + para("x") + "</w:sdtContent></w:sdt>" * 5000
    refusal(docx(deep))


def test_tables_nested_deeper_than_allowed_keep_their_words() -> None:
    inner = para("Deepest.")
    for _ in range(6):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc>{para('b')}</w:tc></w:tr></w:tbl>"
    document = read_bytes(docx(inner), ReadOptions(max_depth=3))
    assert "Deepest." in text_of(*document.blocks)
    assert "C240" in {notice.code for notice in document.notices}


def test_an_unknown_view_of_changes_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(UsageError, match="no view of tracked changes"):
        read_bytes(docx(para("Words.")), ReadOptions(tracked="some"))


def test_reading_takes_linear_time() -> None:
    def measured(count: int) -> float:
        start = time.process_time()
        body = (para("One line of words.") + para("item", item=("2", 0))) * count
        convert(docx(body), name="long.docx", to="outline")
        return time.process_time() - start

    measured(50)
    short, long = measured(500), measured(2000)
    assert long < 10 * short
