"""Mails for tests, and what to ask of the documents that come of them."""

from __future__ import annotations

from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from converter.errors import InputError
from converter.model import Document, text_of
from converter.readers import read
from converter.recovery import recover
from converter.schemas.loading import load_schema
from converter.sources import seal
from laws import assert_laws

SCHEMA = load_schema("article")

BODY = """\
The tide mill at Orle opens again on Monday.

It has stood still for forty years, said Ines Vale, who keeps it.
"""


def message(body: str = BODY, **headers: str) -> EmailMessage:
    made = EmailMessage(policy=SMTP)
    made["Subject"] = headers.get("subject", "Tide Mill Opens")
    made["From"] = str(Address("Ines Vale", "press", "mill.example"))
    made["To"] = "desk@paper.example"
    made["Date"] = headers.get("date", "Tue, 03 Mar 2026 10:15:00 +0100")
    made["MIME-Version"] = "1.0"
    if body:
        made.set_content(body)
    return made


def raw(body: str, *headers: str) -> bytes:
    """A mail as it goes over the wire, these headers beside the usual."""
    usual = ("From: Ines Vale <press@mill.example>", "Subject: Tide Mill Opens", *headers)
    return "\r\n".join([*usual, "", *body.split("\n")]).encode("utf-8", "surrogateescape")


def stated(data: bytes | EmailMessage) -> Document:
    """What the reader says; the laws hold for it and for what recovery makes of it."""
    data = data if isinstance(data, bytes) else bytes(data)
    document = read(seal(data, "release.eml", "eml"))
    assert_laws(document)
    assert_laws(recover(document, SCHEMA))
    return document


def said(document: Document) -> list[str]:
    return [" ".join(text_of(block).split()) for block in document.blocks]


def kinds(document: Document) -> list[str]:
    return [omission.kind for omission in document.omissions]


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(seal(data, "x.eml", "eml"))
    text = str(caught.value)
    assert text.startswith("x.eml: ")
    assert "; " in text
    assert "\n" not in text
    return text
