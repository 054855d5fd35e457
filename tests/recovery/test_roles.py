"""What parts of a document do for the reader: leads, conclusions, calls, lines of the trade."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, walk
from recovery.prose import EVENING, HARBOUR, PILOT, STORIES, paragraphs
from shapes import recovered, shape, words

SHIPPED = ("en", "es", "fr", "de", "it", "pt")


def roles(text: str) -> dict[str, str]:
    """The role of each paragraph that has one, by its words."""
    return {
        words((node,)): node.role
        for node in walk(recovered(text).blocks)
        if isinstance(node, Paragraph) and node.role
    }


@pytest.mark.parametrize("language", SHIPPED)
def test_first_running_text_is_the_lead(language: str) -> None:
    story = STORIES[language]
    text = paragraphs(story.headline, story.lead, story.body)
    assert roles(text) == {story.lead: "lead"}


def test_lead_comes_behind_a_byline() -> None:
    text = paragraphs("Harbour opens", "By Ines Vale", HARBOUR, PILOT)
    assert roles(text) == {"By Ines Vale": "byline", HARBOUR: "lead"}


@pytest.mark.parametrize("language", SHIPPED)
def test_conclusion_is_named_and_the_call_kept(language: str) -> None:
    story = STORIES[language]
    text = paragraphs(story.headline, story.lead, story.conclusion, story.body, story.call)
    assert f"## {story.conclusion} (conclusion)" in shape(recovered(text))
    assert roles(text)[story.call] == "call-to-action"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ines Vale", "byline"),
        ("Por Andrés Gil", "byline"),
        ("Par Claire Vasseur", "byline"),
        ("Von Jule Brandt", "byline"),
        ("Di Marta Costa", "byline"),
        ("Published 4 May 2024", "published"),
        ("Last updated: 5 May 2024", "updated"),
        ("Photo: Tom Reed", "photo-credit"),
        ("Foto: Ana Ruiz", "photo-credit"),
        ("Read more: The storm", "read-more"),
        ("Leer más: el temporal", "read-more"),
        ("Lire aussi : la tempête", "read-more"),
        ("Mehr zum Thema: der Sturm", "read-more"),
        ("Tags: harbour, storm", "tags"),
        ("Etiquetas: puerto, mar", "tags"),
        ("Mots-clés : port, mer", "tags"),
        ("© 2024 The Harbour Post", "copyright"),
        ("Share on Facebook", "share"),
        ("ADVERTISEMENT", "advertisement"),
        ("Correction: The harbour opened at six.", "correction"),
        ("Editor's note: This story was updated.", "editor-note"),
        ("EMBARGOED UNTIL 00:01 FRIDAY 3 MAY", "embargo"),
        ("FOR IMMEDIATE RELEASE", "kicker"),
        ("-30-", "end-mark"),
        ("###", "end-mark"),
        ("ENDS", "end-mark"),
    ],
)
def test_line_of_the_trade_has_its_role(line: str, role: str) -> None:
    text = paragraphs("Harbour opens after the storm", HARBOUR, line, PILOT, EVENING)
    assert roles(text).get(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "By six the harbour was full of ferries, and nobody had slept.",
        "Photos of the storm hang in the harbour office, and nobody looks at them any more.",
        "They share a boat.",
        "Opinion is divided on the pier",
        "By the harbour wall",
        "Published authors came too, and read to the people on the quay.",
    ],
)
def test_sentence_that_begins_like_one_has_none(line: str) -> None:
    assert line not in roles(paragraphs("Harbour opens", HARBOUR, line, PILOT))


def test_keys_that_open_a_file_are_keys() -> None:
    text = paragraphs("From: desk@ports.example\nTo: subs@ports.example\nSubject: Storm", HARBOUR)
    assert list(roles(text).values())[:3] == ["key-value"] * 3


def test_role_says_which_words_gave_it_away() -> None:
    nodes = walk(recovered(paragraphs("Harbour opens", HARBOUR, "Photo: Tom Reed")).blocks)
    (credit,) = (
        node for node in nodes if isinstance(node, Paragraph) and node.role == "photo-credit"
    )
    assert credit.provenance is not None
    assert credit.provenance.evidence[0].detail.startswith("photo")
