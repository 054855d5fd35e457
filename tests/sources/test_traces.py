"""Promises of the notices of loading: each leftover is seen, told once, and left as it is."""

from __future__ import annotations

import pytest

from converter.model import Notice, Span
from converter.sources import load, notices


def told(data: bytes) -> dict[str, Notice]:
    found = notices(load(data, "a.txt", "text"))
    assert len({notice.code for notice in found}) == len(found)
    return {notice.code: notice for notice in found}


def test_clean_text_has_no_notices() -> None:
    text = "“Ça va?” – says Zoë… 5 °C, 10 €. x = 20\n=====\nR&D; a&b, p = q = r\n"
    assert told(text.encode()) == {}


def test_windows_1252_is_told_with_the_byte_and_its_place() -> None:
    notice = told("a\nZu Fuß".encode("cp1252"))["C101"]
    assert notice.severity == "warning"
    assert notice.span == Span(7, 8)
    assert "0xDF at byte 7 " in notice.message
    assert notice.hint


def test_two_encodings_are_told_with_their_number() -> None:
    notice = told("It’s\n".encode() + b"caf\xe9\n" + "“ok”\n".encode() + b"na\xefve\n")["C102"]
    assert "2 places" in notice.message
    assert "0xE9 at byte 10 " in notice.message
    assert notice.span == Span(5, 9)


@pytest.mark.parametrize("text", ["a\x00b", "a\x07b", "a\x08b", "a\x1bb", "a\x1cb", "a\x7fb"])
def test_control_characters_are_told(text: str) -> None:
    assert told(text.encode() + b" words" * 20)["C103"].span == Span(1, 2)


@pytest.mark.parametrize("text", ["a\tb", "a\nb", "a\vb", "a\fb", "a\rb", "a\x85b"])
def test_white_space_is_no_control_character(text: str) -> None:
    assert told(text.encode()) == {}


def test_byte_without_a_character_in_windows_1252_is_told() -> None:
    assert told(b"caf\xe9 \x81")["C104"].span == Span(5, 6)


def test_windows_1252_that_went_through_latin_1_is_told() -> None:
    text = "It\x92s".encode("latin-1").decode("latin-1")
    assert told(text.encode())["C104"].span == Span(2, 3)


def test_replacement_character_is_told_with_its_number() -> None:
    notice = told("caf\ufffd and na\ufffdve".encode())["C105"]
    assert (notice.span, "2 places" in notice.message) == (Span(3, 4), True)


@pytest.mark.parametrize("words", [*"’“–…€™éÜß«°\xa0\N{NEWSPAPER}"])
@pytest.mark.parametrize("wrongly", ["cp1252", "latin-1"])
def test_text_decoded_twice_is_told(words: str, wrongly: str) -> None:
    twice = words.encode().decode(wrongly, "ignore")
    assert told(f"it {twice}s".encode())["C106"].span == Span(3, 3 + len(twice))


@pytest.mark.parametrize("text", ["“AMANHÔ", "SÃO PAULO", "Âge d’or", "pâté “â”", "Ã", "são"])
def test_accents_of_the_language_are_not_told(text: str) -> None:
    assert told(text.encode()) == {}


@pytest.mark.parametrize(
    "text",
    [
        "it=E2=80=99s",
        "caf=C3=A9",
        "a space=20\nmore",
        "a space=20\r\nmore",
        "le pr=E9sident",
        "die M=FCller",
        '<a href=3D"https://ports.example">',
        "The harbour opened at six in the morning, and the first of the ferries lef=\nt for it",
        "The harbour opened at six in the morning, and the first of the ferries lef=\r\nt for it",
    ],
)
def test_quoted_printable_is_told(text: str) -> None:
    assert "C107" in told(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        *("x=20", "?id=C3&n=20 \n", "A=B", "=====\n", "x=\n2", "=e2=80", "?view=3D&x=1", "x =E9 "),
        "the sum of all the berths in the harbour and of those that lie beyond it =\n\n12",
        "?color=FFaa and ?a=E9",
        f"{'=' * 80}\nHarbour",
    ],
)
def test_equals_signs_are_not_quoted_printable(text: str) -> None:
    assert told(text.encode()) == {}


def test_encoded_word_is_told() -> None:
    assert told(b"Subject: =?UTF-8?Q?Caf=C3=A9?= opens")["C108"].span == Span(9, 30)


@pytest.mark.parametrize(
    "text",
    [
        *("&amp;", "&#8217;", "&amp;#8217;", "&#x2019;", "&nbsp;", "&ldquo;", "&ndash;"),
        *("&egrave;", "&Egrave;", "&uuml;", "&ntilde;", "&ccedil;", "&szlig;", "&laquo;", "&copy;"),
        *("&iquest;", "&aelig;", "&oslash;", "&frac12;", "&bdquo;"),
    ],
)
def test_character_reference_is_told(text: str) -> None:
    assert told(f"a{text}b".encode())["C109"].span == Span(1, 1 + len(text))


@pytest.mark.parametrize("text", ["AT&T; yes", "a & b;", "&unknown;", "&#;", "&amp"])
def test_ampersand_is_not_told(text: str) -> None:
    assert told(text.encode()) == {}


def test_nothing_is_repaired() -> None:
    text = "itâ€™s =E2=80=99 &amp; \ufffd"
    source = load(text.encode(), "a.txt", "text")
    assert len(notices(source)) == 4
    assert source.text == text


@pytest.mark.parametrize(
    "piece", ["=", "=?", "&", "&#", "Ã", "â€", "=E2", "=?a", "&amp;", "=?a?Q?", "&#1", "=20\r"]
)
def test_hostile_text_ends(piece: str) -> None:
    source = load(piece.encode() * 300_000, "a.txt", "text")
    assert len(notices(source)) <= 1
