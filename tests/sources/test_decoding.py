"""Promises of decoding: every byte order mark, and Windows-1252 wherever UTF-8 is not."""

from __future__ import annotations

import codecs

import pytest

from converter.errors import InputError
from converter.model import Span
from converter.sources.decoding import Decoded, Stray, decode

WORDS = "Café “Zürich” – 5 €, \N{NEWSPAPER}\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16be"),
        (codecs.BOM_UTF32_LE, "utf-32le"),
        (codecs.BOM_UTF32_BE, "utf-32be"),
    ],
)
def test_byte_order_mark_is_followed_and_not_kept(mark: bytes, encoding: str) -> None:
    assert decode(mark + WORDS.encode(encoding), "a.txt") == Decoded(WORDS, encoding)


def test_second_byte_order_mark_is_text() -> None:
    assert decode(codecs.BOM_UTF8 * 2 + b"a", "a.txt").text == "\ufeffa"


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\rb", "a\u2028b\u2029c\x85d\fe\vf", "\r\n\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_line_end_is_kept(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").text == text


# --- Windows-1252 -------------------------------------------------------------------------------


def test_text_that_is_not_utf_8_is_windows_1252() -> None:
    words = "Le maire a dit : « Ça va… » – “Zürich” coûte 5 €."
    decoded = decode(words.encode("cp1252"), "a.txt")
    assert (decoded.text, decoded.encoding) == (words, "windows-1252")


def test_byte_that_rules_out_utf_8_is_named() -> None:
    assert decode("Zu Fuß".encode("cp1252"), "a.txt").strays == (Stray(0xDF, 5, Span(5, 6)),)


def test_every_byte_of_windows_1252_is_one_character_and_none_is_lost() -> None:
    data = bytes(range(256))
    text = decode(data, "a.txt").text
    assert len(set(text)) == 256
    assert [ord(text[byte]) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)] == [
        0x81,
        0x8D,
        0x8F,
        0x90,
        0x9D,
    ]
    known = bytes(byte for byte in data if byte not in b"\x81\x8d\x8f\x90\x9d")
    assert decode(known, "a.txt").text == known.decode("cp1252")


@pytest.mark.parametrize(
    "words",
    [
        "« Il est blessé\xa0» « déjà »",  # é, no-break space, »: well-formed UTF-8
        "“il est arrivé…” Ça",  # é, …, ”: well-formed UTF-8
        "ATÉ AMANHÃ” É",  # a capital before a quotation mark
        "“CAFÉ” É",
    ],
)
def test_well_formed_by_accident_is_not_taken_for_utf_8(words: str) -> None:
    assert decode(words.encode("cp1252"), "a.txt").text == words


# --- two encodings in one file ------------------------------------------------------------------


def test_paragraph_of_windows_1252_in_a_file_of_utf_8_is_decoded_by_itself() -> None:
    first, second, third = "It’s here – now.\n", "Le café est fermé\r\n", "“Well”, she said.\n"
    data = first.encode() + second.encode("cp1252") + third.encode()
    assert decode(data, "a.txt") == Decoded(
        first + second + third,
        "utf-8",
        (Stray(0xE9, len(first.encode()) + 6, Span(17, 34)),),
    )


def test_bytes_pasted_into_a_line_of_utf_8_are_decoded_one_by_one() -> None:
    data = "It’s the caf".encode() + b"\xe9 of Z\xfcrich\x92s " + "old ‘town’".encode()
    decoded = decode(data, "a.txt")
    assert decoded.text == "It’s the café of Zürich’s old ‘town’"
    assert decoded.strays == (
        Stray(0xE9, 14, Span(12, 13)),
        Stray(0xFC, 20, Span(18, 19)),
        Stray(0x92, 25, Span(23, 24)),
    )


def test_strays_are_placed_behind_a_byte_order_mark() -> None:
    decoded = decode(codecs.BOM_UTF8 + "’\n".encode() + b"caf\xe9", "a.txt")
    assert decoded.strays == (Stray(0xE9, 3 + 4 + 3, Span(2, 6)),)


@pytest.mark.parametrize("words", ["привет", "καλημέρα", "שלום", "今日は", "📰", "élève", "€"])
def test_any_alphabet_of_utf_8_is_known_beside_a_stray_byte(words: str) -> None:
    assert decode(words.encode() + b"\nna\xefve", "a.txt").text == words + "\nnaïve"


def test_surrogate_is_not_well_formed_utf_8() -> None:
    assert decode(b"\xed\xa0\x80", "a.txt").encoding == "windows-1252"


# --- damage -------------------------------------------------------------------------------------


def test_damaged_utf_16_is_refused_with_the_place() -> None:
    data = "\ufeffone\r\ntwo".encode("utf-16-le") + b"\x00\xd8x\x00"
    with pytest.raises(InputError, match=r"^a\.txt:2:4: damaged at byte 18: .*UTF-16LE.*; save"):
        decode(data, "a.txt")


def test_utf_16_cut_in_the_middle_of_a_character_is_refused() -> None:
    with pytest.raises(InputError, match=r"^a\.txt:1:2: damaged at byte 4: "):
        decode("\ufeffab".encode("utf-16-be")[:-1], "a.txt")


def test_utf_32_beyond_unicode_is_refused() -> None:
    with pytest.raises(InputError, match=r"^a\.txt:1:1: damaged at byte 4: "):
        decode(codecs.BOM_UTF32_LE + b"\x00\x00\x11\x00", "a.txt")
