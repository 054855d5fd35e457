"""Promises of load: what becomes a SourceFile, where its lines begin, what is refused."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest

from converter.errors import InputError
from converter.sources import Limits, load, seal


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(InputError) as caught:
        load(data, "a.txt", "text", limits or Limits())
    message = str(caught.value)
    assert message.startswith("a.txt:")
    assert "; " in message, "says what to do"
    assert "\n" not in message
    return message


def test_source_says_what_was_opened() -> None:
    data = b"\xef\xbb\xbfCaf\xc3\xa9\n"
    source = load(data, "a.txt", "text")
    assert (source.name, source.format, source.encoding) == ("a.txt", "text", "utf-8")
    assert (source.text, source.characters) == ("Café\n", 5)
    assert (source.data, source.sha256) == (data, sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("a", (0,)),
        ("a\nb\n", (0, 2, 4)),
        ("a\r\nb\rc\nd", (0, 3, 5, 7)),
        ("a\n\r\nb", (0, 2, 4)),
        ("\n\n\nx", (0, 1, 2, 3)),
        ("a\u2028b\u2029c\x85d\fe\vf\n", (0, 12)),
    ],
)
def test_lines_begin_where_editors_say(text: str, starts: tuple[int, ...]) -> None:
    assert load(text.encode(), "a.txt", "text").line_starts == starts


def test_place_is_found_after_every_kind_of_line_end() -> None:
    source = load(b"ab\r\ncd\ref\ngh", "a.txt", "text")
    assert [str(source.locate(source.text.index(word))) for word in ("ab", "d", "e", "h")] == [
        "1:1",
        "2:2",
        "3:1",
        "4:2",
    ]


# --- no text ------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_file_is_refused(data: bytes) -> None:
    assert "empty" in refusal(data)


@pytest.mark.parametrize("text", [" ", "\n\r\n\t", "\u2003\xa0\u3000"])
def test_white_space_alone_is_refused(text: str) -> None:
    assert "only white space" in refusal(text.encode())


@pytest.mark.parametrize(
    "data",
    [
        b"\x00",
        b"MZ\x90\x00\x03\x00\x00\x00",
        "no byte order mark".encode("utf-16-le"),
        "\ufeff\x00\x00\x01\x02text".encode("utf-16"),
        random.Random(3).randbytes(4096),
    ],
    ids=["NUL", "program", "utf-16 without a mark", "utf-16 of controls", "noise"],
)
def test_binary_data_is_refused(data: bytes) -> None:
    assert "control characters" in refusal(data)


def test_few_control_characters_are_text() -> None:
    text = "Wire copy of old \x01 begins and \x02 ends with one character \x03 of control.\n" * 9
    text = text.replace("\x01", "", 7).replace("\x02", "").replace("\x03", "")
    assert load(text.encode(), "a.txt", "text").text == text


def test_one_control_character_in_fifty_is_the_most() -> None:
    words = "x" * 49 + "\x01"
    assert load(words.encode() * 3, "a.txt", "text").characters == 150
    assert "4 of its 151 characters" in refusal(words.encode() * 3 + b"\x01")


def test_recording_of_a_terminal_is_text() -> None:
    text = "\x1b[1mPort\x1b[0m\a\b\n" * 5
    assert load(text.encode(), "a.txt", "text").text == text


# --- limits -------------------------------------------------------------------------------------


def test_size_over_the_limit_is_refused_with_figure_and_option() -> None:
    message = refusal(b"x" * 1001, Limits(max_bytes=1000))
    assert message.startswith("a.txt: 1,001 bytes, more than the limit of 1,000; ")
    assert "--max-size" in message


def test_lines_over_the_limit_are_refused_with_figure_and_option() -> None:
    message = refusal(b"a\r\nb\rc\nd", Limits(max_lines=3))
    assert message.startswith("a.txt: 4 lines, more than the limit of 3; ")
    assert "--max-lines" in message


def test_line_over_the_limit_is_refused_with_its_place() -> None:
    message = refusal(b"short\nshort\n" + b"x" * 11 + b"\r\nshort", Limits(max_line_length=10))
    assert message.startswith("a.txt:3:1: a line of 11 characters, more than the limit of 10; ")
    assert "--max-line-length" in message


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b""])
def test_input_at_every_limit_is_read(end: bytes) -> None:
    data = b"aa\n" + b"x" * 10 + end
    lines = 3 if end else 2
    limits = Limits(max_bytes=len(data), max_lines=lines, max_line_length=10)
    assert load(data, "a.txt", "text", limits).data == data


def test_book_of_fifty_megabytes_is_within_the_defaults() -> None:
    line = ("A line of a book, as long as a paragraph may be. " * 10).encode() + b"\n"
    data = line * (50_000_000 // len(line))
    assert len(load(data, "a.txt", "text").line_starts) > 100_000


def test_limits_cannot_be_changed_once_made() -> None:
    with pytest.raises(AttributeError):
        Limits().max_bytes = 0  # type: ignore[misc]


def test_name_of_any_kind_is_said_as_it_is() -> None:
    with pytest.raises(InputError, match=r"^standard input: "):
        load(b"", "standard input", "text")


def test_bytes_that_are_no_text_are_sealed_with_their_identity() -> None:
    sealed = seal(b"PK\x03\x04...", "letter.docx", "docx")
    assert (sealed.text, sealed.characters, sealed.data) == ("", 0, b"PK\x03\x04...")
    assert sealed.sha256 == sha256(sealed.data).hexdigest()


@pytest.mark.parametrize(("data", "words"), [(b"", "is empty"), (b"12345", "5 bytes")])
def test_sealed_bytes_are_within_limits(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        seal(data, "letter.docx", "docx", Limits(max_bytes=4))
