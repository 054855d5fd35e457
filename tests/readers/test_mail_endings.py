"""What every mail carries is left out by name: signatures, quoted mails, footers, old headers."""

from __future__ import annotations

import pytest

import converter
from converter.model import Quote
from mail_files import BODY, kinds, raw, said, stated


def test_signature_is_left_out() -> None:
    document = stated(raw(BODY + "\n-- \nInes Vale\nTide Mill, Orle\n"))
    assert kinds(document) == ["signature"]
    assert document.omissions[0].text == "-- \r\nInes Vale\r\nTide Mill, Orle"
    assert len(document.blocks) == 2


@pytest.mark.parametrize(
    "line", ["Sent from my telephone", "Von meinem iPhone gesendet", "Envoyé de mon iPhone"]
)
def test_line_of_a_telephone_is_left_out(line: str) -> None:
    assert kinds(stated(raw(BODY + f"\n{line}\n"))) == ["signature"]


@pytest.mark.parametrize(
    "line",
    [
        "On Tue, 3 March 2026 at 10:15, Tom Reed <tom@paper.example> wrote:",
        "On Tuesday the third, Tom Reed of the paper\n<tom@paper.example> wrote:",
        "Am 03.03.2026 um 10:15 schrieb Tom Reed:",
        "Le mar. 3 mars 2026, Tom Reed a écrit :",
    ],
)
def test_quoted_mail_below_an_answer_is_left_out(line: str) -> None:
    document = stated(raw(f"{BODY}\n{line}\n> When does it open?\n> Tom\n"))
    assert kinds(document) == ["quoted-reply"]
    assert len(document.blocks) == 2


def test_questions_quoted_with_an_answer_below_each_stay() -> None:
    body = "On Tuesday, Tom wrote:\n> Who opens it?\n\nI do.\n\n> When?\n\nOn Monday.\n"
    document = stated(raw(body))
    assert document.omissions == ()
    assert sum(isinstance(block, Quote) for block in document.blocks) == 2


def test_quoted_words_at_the_end_of_a_release_stay() -> None:
    document = stated(raw(BODY + "\n> Water is work.\n"))
    assert document.omissions == ()


def test_answered_mail_below_a_line_is_left_out() -> None:
    body = "-----Original Message-----\nFrom: Tom\nSent: Monday\nSubject: Mill\n\nWhen?\n"
    assert kinds(stated(raw(BODY + "\n" + body))) == ["quoted-reply"]


def test_forwarded_mail_is_read_and_its_headers_are_left_out() -> None:
    body = (
        "See below.\n\n---------- Forwarded message ---------\nFrom: Ines Vale\n"
        "Date: Monday\nSubject: Mill\nTo: Tom\n\n" + BODY
    )
    document = stated(raw(body))
    assert kinds(document) == ["forwarded-header"]
    assert said(document)[1].startswith("The tide mill")


def test_mail_that_says_it_is_forwarded_keeps_what_it_quotes() -> None:
    body = "FYI\n\n________________________________\nFrom: Ines\nSent: Monday\nSubject: Mill\n\n"
    data = (b"Subject: FW: Mill\nFrom: a@b.example\n\n") + (body + BODY).encode()
    document = stated(data)
    assert kinds(document) == ["forwarded-header"]
    assert len(document.blocks) == 3


def test_footers_of_lawyers_and_lists_are_left_out() -> None:
    body = (
        BODY + "\nThis e-mail and what is attached are confidential and intended only\n"
        "for the person it is addressed to.\n\n_______________\nTo unsubscribe, write to us.\n"
    )
    assert kinds(stated(raw(body))) == ["legal-footer", "list-footer"]


def test_secrecy_in_the_text_itself_stays() -> None:
    body = "The message was confidential, she said.\n\n" + BODY
    assert stated(raw(body)).omissions == ()


def test_mail_that_is_nothing_but_a_quotation_is_read() -> None:
    document = stated(raw("On Tuesday, Tom wrote:\n> Who opens it?\n"))
    assert document.omissions == ()
    assert len(document.blocks) == 2


def test_marks_of_a_signed_text_are_left_out() -> None:
    body = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nWords.\n"
        "-----BEGIN PGP SIGNATURE-----\nxyz\n-----END PGP SIGNATURE-----\n"
    )
    document = stated(raw(body))
    assert kinds(document) == ["pgp-signature", "pgp-signature"]
    assert said(document) == ["Words."]


def test_omissions_are_listed_in_the_json_with_their_places() -> None:
    conversion = converter.convert(raw(BODY + "\n-- \nInes\n"), name="release.eml")
    assert b'"kind":"signature"' in conversion.renditions["json"]
