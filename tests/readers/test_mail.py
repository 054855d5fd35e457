"""Mail: what it says is read, what every mail carries is left out by name, and no word is lost."""

from __future__ import annotations

import re
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.model import Document, Paragraph, Quote, SourceFile, Span, Text, text_of
from converter.readers import ReadOptions, mail
from converter.readers.others import Others
from converter.recovery import recover
from converter.schemas.loading import load_schema
from converter.sources import seal
from laws import assert_laws
from mail_files import BODY, codes, message, raw, refusal, said, stated
from strategies import examples

SCHEMA = load_schema("article")
OPTIONS = ReadOptions()


# --- headers ------------------------------------------------------------------------------------


def test_headers_are_metadata_of_the_mail_and_the_recipient_is_not() -> None:
    document = stated(message())
    assert {item.name: item.value for item in document.metadata} == {
        "subject": "Tide Mill Opens",
        "from": "Ines Vale <press@mill.example>",
        "sent": "2026-03-03T10:15:00+01:00",
    }
    assert {item.origin for item in document.metadata} == {"mail"}


def test_subject_is_the_headline_of_a_text_that_has_none() -> None:
    document = recover(stated(message(subject="Fwd: Re: Tide Mill Opens")), SCHEMA)
    assert document.meta("headline") == "Tide Mill Opens"
    assert document.meta("subject") == "Fwd: Re: Tide Mill Opens"


def test_headline_of_the_text_goes_before_the_subject() -> None:
    document = recover(stated(message("# The Mill Turns\n\n" + BODY)), SCHEMA)
    assert document.meta("headline") == "The Mill Turns"


@pytest.mark.parametrize(
    "subject",
    ["=?utf-8?q?Caf=C3=A9_M=C3=BCller?=", "=?iso-8859-1?B?Q2Fm6SBN/GxsZXI=?=", "Café Müller"],
)
def test_encoded_words_are_decoded(subject: str) -> None:
    data = b"Subject: " + subject.encode() + b"\nFrom: a@b.example\n\nWords.\n"
    assert stated(data).meta("subject") == "Café Müller"


def test_date_that_is_none_is_kept_as_it_is_written() -> None:
    data = b"Date: on Monday\nFrom: a@b.example\n\nWords.\n"
    assert stated(data).meta("sent") == "on Monday"


def test_language_of_the_mail_is_taken() -> None:
    assert stated(raw("Palabras.", "Content-Language: es-ES")).language == "es-ES"


# --- the words ----------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "windows-1252"])
def test_transfer_encodings_and_character_sets_are_undone(encoding: str, charset: str) -> None:
    made = message("")
    made.set_content("Größe: 5 € für Café Müller.\n", charset=charset, cte=encoding)
    assert said(stated(made)) == ["Größe: 5 € für Café Müller."]


def test_utf_8_that_is_declared_as_latin_is_utf_8() -> None:
    data = raw("Café", "Content-Type: text/plain; charset=iso-8859-1")
    assert said(stated(data)) == ["Café"]


def test_text_that_is_not_what_it_declares_is_told() -> None:
    data = raw("Caf\udce9", "Content-Type: text/plain; charset=utf-8")
    document = stated(data)
    assert said(document) == ["Café"]
    assert codes(document) == ["C263"]


@pytest.mark.parametrize("charset", ["unicode_escape", "punycode", "zip", "x-nothing"])
def test_what_is_no_character_set_is_not_tried(charset: str) -> None:
    document = stated(raw("A\\n b", f"Content-Type: text/plain; charset={charset}"))
    assert said(document) == ["A\\n b"]
    assert codes(document) == ["C263"]


def test_flowed_lines_are_one_paragraph() -> None:
    body = "The mill \nopens \non Monday.\n From here on.\n> She said \n> so.\n"
    document = stated(raw(body, "Content-Type: text/plain; format=flowed"))
    assert said(document) == ["The mill opens on Monday.", "From here on.", "She said so."]
    assert isinstance(document.blocks[-1], Quote)


def test_flowed_lines_may_give_up_their_space() -> None:
    body = "海港は \n月曜日に開く。\n"
    document = stated(raw(body, "Content-Type: text/plain; format=flowed; delsp=yes"))
    assert said(document) == ["海港は月曜日に開く。"]


def test_structure_of_plain_text_is_read() -> None:
    document = stated(message("- One gate\n- Two gates\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"))
    assert [type(block).__name__ for block in document.blocks] == ["BulletList", "Table"]


# --- where it stands ----------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["7bit", "quoted-printable"])
def test_place_is_the_line_of_the_mail(encoding: str) -> None:
    made = message("")
    made.set_content("One.\n\n" + "word " * 30 + "\n\nThree.\n", cte=encoding)
    data = bytes(made)
    document = stated(data)
    offset = document.source.text.index("Three.")
    line = document.source.locate(offset).line
    assert data.decode().splitlines()[line - 1] == "Three."


def test_place_in_base64_is_the_line_of_the_part() -> None:
    made = message("")
    made.set_content("One.\n\nThree.\n", cte="base64")
    source = stated(made).source
    assert str(source.locate(source.text.index("Three."))) == "text/plain part, line 3"


# --- parts --------------------------------------------------------------------------------------


def test_plain_text_goes_before_html_that_says_the_same() -> None:
    made = message()
    made.add_alternative(f"<style>p {{ color: red }}</style><p>{BODY}</p>", subtype="html")
    document = stated(made)
    assert len(document.blocks) == 2
    assert codes(document) == ["C262"]


def test_mail_of_html_alone_is_read_as_a_page() -> None:
    made = message("")
    made.set_content(
        "<h2>Port opens</h2><p>It opened at <b>six</b> &amp; closed at nine.</p>", subtype="html"
    )
    document = stated(made)
    assert [type(block).__name__ for block in document.blocks] == ["Heading", "Paragraph"]
    assert text_of(document.blocks[1]) == "It opened at six & closed at nine."


def page(source: SourceFile, options: ReadOptions) -> Document:
    """Stands for a reader of HTML: all tags away."""
    text = re.sub(r"<[^<>]*>", "", source.text)
    own = SourceFile(source.name, source.format, source.sha256, len(text), text=text)
    return Document(own, (Paragraph((Text(text, Span(0, len(text))),)),))


OTHERS = Others(page, {".txt": "text", ".html": "html"})


def test_html_is_handed_to_its_reader_when_plain_text_says_less() -> None:
    made = message("See the web page.")
    made.add_alternative(f"<p>{BODY * 3}</p>", subtype="html")
    document = mail.read(seal(bytes(made), "x.eml", "eml"), OPTIONS, OTHERS)
    assert text_of(*document.blocks).count("Ines Vale") == 3
    assert document.source.format == "eml"
    assert document.meta("subject") == "Tide Mill Opens"
    assert_laws(document)


def test_attachments_are_listed_with_name_type_and_size() -> None:
    made = message()
    made.add_attachment(b"x" * 300, maintype="application", subtype="pdf", filename="Tide Mill.pdf")
    made.add_attachment("Words\n", filename="words.txt")
    document = stated(made)
    assert len(document.blocks) == 2
    attached = [notice for notice in document.notices if notice.code == "C261"]
    assert "Tide Mill.pdf (application/pdf, 3" in attached[0].message
    assert "words.txt (text/plain, " in attached[1].message
    assert attached[1].hint.startswith("save it and convert it")


def test_pictures_in_the_text_are_listed_and_no_more() -> None:
    made = message()
    made.add_alternative("<p>Words<img src='cid:a'></p>", subtype="html")
    html = made.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(b"GIF89a", maintype="image", subtype="gif", cid="<a>")
    assert len(stated(made).blocks) == 2


def test_text_before_and_after_an_attachment_is_one_text() -> None:
    data = (
        b'Subject: A\nContent-Type: multipart/mixed; boundary="b"\n\n'
        b"preamble\n--b\n\nBefore.\n--b\nContent-Type: image/png; name=a.png\n\nx\n"
        b"--b\nContent-Type: text/plain\n\nAfter.\n--b--\nepilogue\n"
    )
    document = stated(data)
    assert said(document) == ["Before.", "After."]
    where = document.source.locate(document.source.text.index("After."))
    assert (where.line, where.name) == (15, "text/plain part 1.3".replace("1.3", "3"))


def test_mail_cut_short_is_read_as_far_as_it_goes() -> None:
    data = b'Subject: A\nContent-Type: multipart/mixed; boundary="b"\n\n--b\n\nBefore.\n'
    assert said(stated(data)) == ["Before."]


def test_signed_mail_is_read() -> None:
    data = (
        b'Subject: A\nContent-Type: multipart/signed; boundary="b"\n\n--b\n\nWords.\n'
        b"--b\nContent-Type: application/pgp-signature\n\nx\n--b--\n"
    )
    assert said(stated(data)) == ["Words."]


# --- refused ------------------------------------------------------------------------------------


def test_mailbox_is_refused() -> None:
    assert "many mails (mbox)" in refusal(b"From a@b Tue Mar  3 10:15:00 2026\n" + raw("A"))


def test_mark_and_empty_lines_before_the_headers_are_nothing() -> None:
    assert said(stated(b"\xef\xbb\xbf\r\n" + raw("Words."))) == ["Words."]


def test_what_has_no_headers_is_no_mail() -> None:
    assert "this is no mail" in refusal(b"Dear diary\n\nIt rained.\n")


@pytest.mark.parametrize(
    "data",
    [
        raw("x", "Content-Type: application/pkcs7-mime; name=smime.p7m"),
        raw("-----BEGIN PGP MESSAGE-----\n\nx\n"),
        b'Subject: A\nContent-Type: multipart/encrypted; boundary="b"\n\n--b\n\nx\n--b--\n',
    ],
)
def test_encrypted_mail_is_refused(data: bytes) -> None:
    assert "this mail is encrypted" in refusal(data)


def test_mail_of_attachments_alone_names_them() -> None:
    made = message("")
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="mill.pdf")
    assert "only mill.pdf; save what is attached, and convert that" in refusal(bytes(made))


def test_mail_without_words_is_refused() -> None:
    assert "holds no words" in refusal(raw("  \n"))


def nested(depth: int) -> bytes:
    lines = ["Subject: A"]
    for level in range(depth):
        lines += [f"Content-Type: multipart/mixed; boundary=b{level}", "", f"--b{level}"]
    return "\n".join([*lines, "", "Words.\n"]).encode()


def test_depth_of_parts_is_bounded() -> None:
    assert said(stated(nested(20))) == ["Words."]
    assert "nest too deep" in refusal(nested(5000))


def test_number_of_parts_is_bounded() -> None:
    data = b"Subject: A\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 5000
    assert "more than 1,000 parts" in refusal(data)


def test_headers_without_end_are_refused() -> None:
    assert "headers do not end" in refusal(b"Subject: A\n" + b"X: y\n" * 100_000)


@pytest.mark.parametrize(
    "value",
    [
        "(" * 1900,
        "=?" * 900,
        '"' * 1900,
        "<" * 1900,
        "," * 1900,
        "a@" * 900,
        "=?utf-8?q?" * 150,
        "\\" * 1900,
    ],
)
@pytest.mark.parametrize("name", ["Subject", "From", "Date", "Content-Type", "Content-Disposition"])
def test_hostile_headers_end_in_a_document_or_in_one_error(name: str, value: str) -> None:
    with suppress(InputError):
        stated(f"From: a@b.example\n{name}: {value}\n\nWords.\n".encode())


PIECES = [
    b"Subject: A\n", b"From: a@b.example\r\n", b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: multipart/alternative; boundary=c\n", b"Content-Type: text/html\n",
    b"Content-Transfer-Encoding: base64\n", b"Content-Transfer-Encoding: quoted-printable\n",
    b"Content-Type: text/plain; format=flowed; charset=utf-8\n", b"\n", b"\r\n", b"--b\n", b"--c\n",
    b"--b--\n", b"--c--\n", b"Words and \n", b"> quoted\n", b">> more \n", b"-- \n", b"--\n",
    b"On Monday, Tom wrote:\n", b"=E2=80=99=\n", b"V29yZHM=\n", b"\xe9\xff", b"\x00", b"- item\n",
    b"From: a\nDate: b\nSubject: c\n", b"unsubscribe\n", b"Content-Disposition: attachment\n",
    b"-----Original Message-----\n", b"-----BEGIN PGP SIGNATURE-----\n",
]  # fmt: skip


@examples
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join))
def test_any_mail_is_a_document_that_balances_or_one_error(data: bytes) -> None:
    with suppress(InputError):
        stated(b"Subject: A\n" + data)
