"""Promises of the Word rendition: characters, scripts and languages."""

from __future__ import annotations

import pytest

from converter.model import (
    Code,
    CodeBlock,
    Figure,
    Strong,
    Text,
)
from word_files import W, WordFile, find, runs
from writers.docx_documents import paragraph, text, written

NOT_IN_XML = ("\x00", "\x01", "\x08", "\x0e", "\x1f", "\ud800", "\udfff", "\ufffe", "\uffff")


@pytest.mark.parametrize("character", NOT_IN_XML, ids=ascii)
def test_a_character_that_xml_cannot_hold_is_replaced_visibly(character: str) -> None:
    words = f"a{character}b"
    blocks = (
        paragraph(words),
        paragraph(Code(words, None, "test")),
        CodeBlock((text(words),)),
        Figure("", words),
    )
    found = written(*blocks).paragraphs()
    assert [read.text for read in found[:4]] == ["a\ufffdb"] * 4


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"], ids=ascii)
def test_every_line_separator_reads_as_a_space(character: str) -> None:
    assert written(paragraph(f"a{character}b")).paragraphs()[0].text == "a b"


def languages(file: WordFile) -> dict[str, str]:
    [lang] = find(file.xml("word/styles.xml"), "docDefaults/rPrDefault/rPr/lang")
    return {str(name).removeprefix(W): str(value) for name, value in lang.attrib.items()}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {"val": "en-US"}),
        ("en-GB", {"val": "en-GB"}),
        ("de", {"val": "de-DE"}),
        ("", {"val": "x-none"}),
        ("not a tag\x00", {"val": "x-none"}),
        ("ar", {"val": "en-US", "bidi": "ar-EG"}),
        ("ja", {"val": "en-US", "eastAsia": "ja-JP"}),
    ],
)
def test_the_language_is_the_one_of_the_document(language: str, expected: dict[str, str]) -> None:
    assert languages(written(paragraph("Words."), language=language)) == expected


def test_arabic_runs_from_right_to_left() -> None:
    [first, second, *_] = written(
        paragraph("نص ", Strong((Text("عربي", None, "t"),))), paragraph("x")
    ).paragraphs()
    assert first.has("pPr/bidi")
    assert runs(first.element) == [
        ("نص ", {"rtl", "lang"}),
        ("عربي", {"rStyle", "b", "bCs", "rtl", "lang"}),
    ]
    assert not second.has("pPr/bidi")


def test_words_of_another_direction_are_runs_of_their_own() -> None:
    [first, second, *_] = written(
        paragraph("He said مرحبا بالعالم كله 7 times."), paragraph("ذكرت BBC World News في 2024.")
    ).paragraphs()
    assert [(words, "rtl" in marks) for words, marks in runs(first.element)] == [
        ("He said ", False),
        ("مرحبا بالعالم كله", True),
        (" 7 times.", False),
    ]
    assert [(words, "rtl" in marks) for words, marks in runs(second.element)] == [
        ("ذكرت ", True),
        ("BBC World News", False),
        (" في 2024.", True),
    ]


def test_an_arabic_document_runs_from_right_to_left_unless_a_paragraph_is_not_arabic() -> None:
    blocks = paragraph("BBC ذكرت"), paragraph("BBC said"), paragraph("2024")
    found = written(*blocks, language="ar").paragraphs()[:3]
    assert [read.has("pPr/bidi") for read in found] == [True, False, True]
    assert "lang" not in runs(found[0].element)[-1][1]


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("カタカナ", "ja-JP"),
        ("한국어", "ko-KR"),
        ("中文", "zh-CN"),
        ("שלום", "he-IL"),
        ("نص", "ar-SA"),
    ],
)
def test_foreign_words_are_marked_with_their_language(words: str, tag: str) -> None:
    [found, *_] = written(paragraph(f"The word {words}."), language="en").paragraphs()
    [lang] = find(found.element, "r/rPr/lang")
    assert lang.values() == [tag]


def test_east_asian_runs_ask_for_an_east_asian_font() -> None:
    [found, *_] = written(paragraph("中文“引号”"), language="zh").paragraphs()
    fonts = find(found.element, "r/rPr/rFonts")
    assert {font.get(f"{W}hint") for font in fonts} == {"eastAsia"}
