"""Pages and what they say of their encoding: a mark, then UTF-8, then the declaration, then the
language; which of them is told."""

from __future__ import annotations

import pytest

from converter.errors import InputError
from converter.model import INFO, WARNING, Notice
from converter.sources import load, notices

WORDS = "Příliš žluťoučký kůň"


def page(label: str, words: str = WORDS, opening: str = "<html>") -> str:
    return f'{opening}<head><meta charset="{label}"></head><body><p>{words}</p></body></html>'


def told(data: bytes) -> list[Notice]:
    return list(notices(load(data, "page.html", "html")))


@pytest.mark.parametrize(
    ("label", "codec", "words", "encoding"),
    [
        ("windows-1250", "cp1250", WORDS, "windows-1250"),
        ("ISO-8859-2", "iso8859-2", WORDS, "iso-8859-2"),
        ("latin1", "cp1252", "“Ça coûte 5 €”", "windows-1252"),
        ("us-ascii", "cp1252", "“Ça coûte 5 €”", "windows-1252"),
        ("koi8-r", "koi8-r", "Шторм над портом", "koi8-r"),
        ("Shift_JIS", "cp932", "嵐が港を襲った", "shift_jis"),
        ("euc-kr", "cp949", "폭풍이 항구를", "euc-kr"),
        ("gb2312", "gb18030", "风暴袭击了港口", "gbk"),
        ("big5", "big5", "風暴襲擊了港口", "big5"),
    ],
)
def test_declaration_is_believed_by_the_names_of_the_web(
    label: str, codec: str, words: str, encoding: str
) -> None:
    data = page(label, words).encode(codec)
    source = load(data, "page.html", "html")
    assert words in source.text
    assert source.encoding == encoding
    (notice,) = [notice for notice in told(data) if notice.code == "C110"]
    assert notice.severity == INFO
    assert f"read as {encoding}: as the page declares ({label})" in notice.message


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">',
        "<META CHARSET = 'windows-1250' />",
        "<!-- <meta charset=koi8-r> --><meta name=x content=y><meta charset=windows-1250>",
    ],
)
def test_declaration_is_found_in_every_form(head: str) -> None:
    data = f"<html><head>{head}</head><p>{WORDS}</p>".encode("cp1250")
    assert WORDS in load(data, "page.html", "html").text


def test_declaration_of_xml_counts() -> None:
    data = f'<?xml version="1.0" encoding="windows-1250"?><html><p>{WORDS}</p></html>'
    assert WORDS in load(data.encode("cp1250"), "page.xhtml", "html").text


def test_utf_8_beats_another_declaration_and_it_is_told() -> None:
    data = page("iso-8859-1").encode()
    source = load(data, "page.html", "html")
    assert WORDS in source.text
    assert source.encoding == "utf-8"
    (notice,) = told(data)
    assert notice.code == "C110"
    assert "its bytes are UTF-8" in notice.message


def test_page_in_utf_8_that_says_so_needs_no_notice() -> None:
    assert told(page("utf-8").encode()) == []


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_mark_beats_all(codec: str) -> None:
    data = page("koi8-r").encode(codec)
    assert WORDS in load(data, "page.html", "html").text
    assert told(data) == []


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen_by_its_first_bracket(codec: str) -> None:
    assert WORDS in load(page("utf-16").encode(codec), "page.html", "html").text


def test_damaged_utf_16_is_refused_with_the_byte() -> None:
    with pytest.raises(InputError, match="byte"):
        load("<p>a".encode("utf-16-le") + b"\x00\xd8x", "page.html", "html")


def test_page_that_declares_nothing_is_read_by_its_language() -> None:
    data = "<html lang=ru><p>Шторм над портом</p></html>".encode("cp1251")
    source = load(data, "page.html", "html")
    assert "Шторм" in source.text
    (notice,) = told(data)
    assert (notice.code, notice.severity) == ("C110", WARNING)


@pytest.mark.parametrize("label", ["nonsense", "x-klingon", "utf-16"])
def test_declaration_that_says_nothing_leaves_the_usual_way(label: str) -> None:
    data = page(label, "Ça coûte 5 €").encode("cp1252")
    assert "Ça coûte 5 €" in load(data, "page.html", "html").text


def test_utf_8_with_a_stray_byte_is_not_read_as_what_it_declares() -> None:
    data = page("windows-1250", WORDS * 20).encode() + b"\x92"
    assert WORDS in load(data, "page.html", "html").text
    assert "C102" in [notice.code for notice in told(data)]


def test_declaration_that_most_bytes_break_is_not_believed() -> None:
    data = page("shift_jis", "é à ü ö ñ ç " * 20).encode("cp1252")
    assert "é à ü" in load(data, "page.html", "html").text


def test_bytes_that_are_none_of_the_declared_encoding_are_counted() -> None:
    data = page("shift_jis", "嵐が港を襲った" * 30).encode("cp932") + b"\x81"
    found = {notice.code: notice for notice in told(data)}
    assert "byte 0x81 at byte" in found["C111"].message


def test_text_declares_nothing() -> None:
    data = page("koi8-r", "Ça coûte").encode("cp1252")
    assert "Ça coûte" in load(data, "page.txt", "text").text


def test_references_in_the_source_of_a_page_are_no_leftovers() -> None:
    assert told(b"<p>Fish &amp; chips =20\n") == []
