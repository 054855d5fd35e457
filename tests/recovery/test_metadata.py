"""What the text states about itself, the language and the kind of the document."""

from __future__ import annotations

import pytest

from converter.model import Span
from converter.recovery import genre_of
from recovery.prose import EVENING, HARBOUR, JAPANESE, PILOT, PORTRAIT, STORIES, STORM, paragraphs
from shapes import recovered

RELEASE = paragraphs(
    "EMBARGOED UNTIL 00:01 FRIDAY 3 MAY",
    "Harbour Opens",
    "By Ines Vale",
    "Published 4 May 2024",
    f"MARLOW, May 4 (AW) — {HARBOUR}",
    PILOT,
)


def test_metadata_is_what_the_text_states() -> None:
    document = recovered(RELEASE)
    assert {item.name: item.value for item in document.metadata} == {
        "embargo": "EMBARGOED UNTIL 00:01 FRIDAY 3 MAY",
        "headline": "Harbour Opens",
        "byline": "By Ines Vale",
        "published": "Published 4 May 2024",
        "dateline": "MARLOW, May 4 (AW)",
    }


def test_metadata_says_where_it_stands() -> None:
    document = recovered(RELEASE)
    spans = {item.name: item.span for item in document.metadata}
    assert spans["headline"] == Span(36, 49)
    assert {item.origin for item in document.metadata} == {"text"}


def test_embargo_gives_a_notice() -> None:
    assert [notice.code for notice in recovered(RELEASE).notices] == ["C302"]


def test_file_of_several_articles_has_no_headline_of_its_own() -> None:
    text = paragraphs(
        "Harbour Opens After the Storm of the Century", STORM,
        "Museum Buys the Lost Portrait of a Forgotten Painter", PORTRAIT,
    )  # fmt: skip
    assert recovered(text).metadata == ()


def test_plain_text_states_nothing() -> None:
    assert recovered(paragraphs(HARBOUR, PILOT)).metadata == ()


@pytest.mark.parametrize("language", STORIES)
def test_language_is_known_by_its_words_or_its_script(language: str) -> None:
    story = STORIES[language]
    assert recovered(paragraphs(story.headline, story.lead, story.body)).language == language


def test_japanese_is_known_by_its_script() -> None:
    assert recovered(paragraphs(JAPANESE.lead, JAPANESE.body)).language == "ja"


@pytest.mark.parametrize("text", ["", "Elm 12 Holt 7", "El Puerto de la Cruz", "Elm\nHolt\nBray\n"])
def test_language_of_too_few_words_is_not_guessed(text: str) -> None:
    assert recovered(text).language == ""


def test_kind_of_a_document() -> None:
    interview = "Q: Who are you?\n\nA: A pilot.\n\nQ: Will you stay?\n\nA: Yes.\n"
    fused = paragraphs(
        "Harbour Opens After the Storm of the Century", STORM,
        "Museum Buys the Lost Portrait of a Forgotten Painter", PORTRAIT,
    )  # fmt: skip
    article = paragraphs("Harbour opens", HARBOUR, "The wait", PILOT, "The pilots", EVENING)
    assert genre_of(recovered(interview))[0] == "interview"
    assert genre_of(recovered(fused)) == ("briefing", "2 articles in one file")
    assert genre_of(recovered(article))[0] == "article"
    assert genre_of(recovered(HARBOUR)) == ("article", "running text")
