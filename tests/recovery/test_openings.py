"""Dates, datelines and names where a text begins; what one line says of several."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Span, walk
from recovery.newsroom import NEWS, SEAMS, told
from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from shapes import recovered, words


def roles(text: str) -> dict[str, str]:
    """The role of each paragraph that has one, by its words."""
    return {
        words((node,)): node.role
        for node in walk(recovered(text).blocks)
        if isinstance(node, Paragraph) and node.role
    }


@pytest.mark.parametrize("language", NEWS)
def test_date_below_a_headline_dates_the_text(language: str) -> None:
    news = NEWS[language][0]
    document = recovered(paragraphs(*told(news, SEAMS["date"])))
    assert document.meta("published") == news.date


@pytest.mark.parametrize("language", NEWS)
def test_dateline_is_metadata(language: str) -> None:
    for news in NEWS[language]:
        dateline = recovered(paragraphs(*told(news, SEAMS["dateline"]))).meta("dateline")
        assert dateline == news.dateline.rstrip(" .—–-")


@pytest.mark.parametrize(
    "line",
    ["Paris, le 4 mai 2024", "Berlin, 4. Mai 2024", "Port Elm, England, May 4, 2024"],
)
def test_place_and_date_of_a_release_are_a_dateline(line: str) -> None:
    text = paragraphs("PRESS RELEASE", line, "Harbour opens after the storm", HARBOUR, PILOT)
    assert roles(text)[line] == "dateline"
    assert recovered(text).meta("dateline") == line


@pytest.mark.parametrize(
    "opening",
    [
        "WASHINGTON (BN) _ ",
        "Berlin (dpa) - ",
        "Madrid, 4 may (EFE).- ",
        "PORT ELM, Mass., May 4, 2024 /NL/ -- ",
    ],
)
def test_dateline_of_any_wire_is_found(opening: str) -> None:
    document = recovered(paragraphs("Harbour opens", f"{opening}{HARBOUR}", PILOT))
    assert document.meta("dateline") == opening.rstrip(" _.-")


@pytest.mark.parametrize(
    "opening", ["Tom Reed (left) - ", "In Paris, May 4 - ", "Berlin – ", "The harbour, at last – "]
)
def test_words_before_a_dash_are_no_dateline(opening: str) -> None:
    text = paragraphs("Harbour opens", f"{opening}{HARBOUR}", PILOT)
    assert recovered(text).meta("dateline") == ""


def test_days_of_a_diary_are_no_dates_of_publication() -> None:
    text = paragraphs(
        "A week at sea", "4 May 2024", HARBOUR, "5 May 2024", PILOT, "6 May 2024", EVENING
    )
    assert "published" not in roles(text).values()


def test_names_between_headline_and_date_sign_the_text() -> None:
    text = paragraphs("Harbour opens after the storm", "Ines Vale", "4 May 2024", HARBOUR, PILOT)
    assert recovered(text).meta("byline") == "Ines Vale"


def test_house_of_an_author_is_no_heading() -> None:
    text = paragraphs("Harbour opens after the storm", "By INES VALE\nBrook News", HARBOUR, PILOT)
    assert roles(text)["Brook News"] == "byline"


def test_names_over_a_dateline_sign_the_text() -> None:
    text = paragraphs(
        "El puerto reabre tras el temporal", f"Agencia Sur\nVilla, 4 may.- {HARBOUR}", PILOT
    )
    assert roles(text)["Agencia Sur"] == "byline"


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("04/05/2024 10h15 - Atualizado em 05/05/2024 09h00", "Atualizado em 05/05/2024 09h00"),
        ("4 May 2024 | Updated 5 May 2024", "Updated 5 May 2024"),
        ("4. Mai 2024 – Aktualisiert am 5. Mai 2024", "Aktualisiert am 5. Mai 2024"),
    ],
)
def test_date_with_its_change_is_both(line: str, updated: str) -> None:
    document = recovered(paragraphs("Harbour opens after the storm", line, HARBOUR, PILOT))
    assert document.meta("updated") == updated
    assert document.meta("published") == line.removesuffix(updated).rstrip(" |–-")


def test_words_of_the_text_do_not_sign_it() -> None:
    text = paragraphs("The harbour", "Brass Band", "4 May 2024", HARBOUR, PILOT)
    assert recovered(text).meta("byline") == ""


# --- metadata from lines that say several things ------------------------------------------------


def test_one_line_that_says_who_and_when_is_parted() -> None:
    line = "By Ines Vale | 4 May 2024 | Updated 5 May 2024"
    document = recovered(paragraphs("Harbour opens", line, HARBOUR, PILOT))
    items = {item.name: (item.value, item.span) for item in document.metadata}
    assert items["byline"] == ("By Ines Vale", Span(15, 27))
    assert items["published"] == ("4 May 2024", Span(30, 40))
    assert items["updated"] == ("Updated 5 May 2024", Span(43, 61))


def test_slug_and_revision_of_a_wire_are_metadata() -> None:
    text = paragraphs(
        "a0123", "BC-EU--Harbour Storm, 1st Ld", "UPDATE 2-Harbour reopens after storm",
        "By Tom Reed", HARBOUR, PILOT,
    )  # fmt: skip
    document = recovered(text)
    assert document.meta("slug") == "BC-EU--Harbour Storm, 1st Ld"
    assert document.meta("revision") == "UPDATE 2"


@pytest.mark.parametrize(
    "author",
    [
        "Ada Quill, Reporter",
        "Ada Quill, transport correspondent",
        "Ada Quill\nLocal history reporter",
        "Ada Quintana\nCorresponsal en Oporto",
        "Ada Quesnel, envoyée spéciale",
        "Ada Quandt, Redakteurin",
        "Ada Quadri\nInviata",
        "Ada Queirós, jornalista",
        "Ada Quist\nVerslaggever economie",
    ],
)
@pytest.mark.parametrize("standfirst", ["", "The engine is older than the captain of the boat."])
def test_name_with_an_office_below_the_headline_signs(author: str, standfirst: str) -> None:
    above = ["Oldest boat stays for one winter more"] + [standfirst] * bool(standfirst)
    found = roles(paragraphs(*above, author, PILOT))
    assert {found.get(line) for line in author.splitlines()} == {"byline"}


def test_name_with_an_office_inside_a_text_is_no_author() -> None:
    found = roles(paragraphs("Who ran the port", HARBOUR, "Ada Quill, Editor", PILOT, EVENING))
    assert "byline" not in found.values()


@pytest.mark.parametrize(
    ("date", "role"),
    [
        ("28 lutego 2024, 9:15", "published"),
        ("wtorek, 3 września 2024", "published"),
        ("12 ноября 2024, 08:30", "published"),
        ("2024年12月3日 07時00分", "published"),
        ("2024年12月3日", "published"),
        ("2024년 12월 3일", "published"),
        ("الأربعاء 14 يناير 2024 - 10:35 ص", "published"),
        ("Stand: 12.02.2024, 16:05 Uhr", "updated"),
        ("Puerto Alto - 18 ENE 2024 - 11:42 CET", "dateline"),
    ],
)
def test_dates_of_more_languages_date_a_text(date: str, role: str) -> None:
    found = roles(paragraphs("The oldest boat stays for one winter more", date, PILOT))
    assert found[date] == role


def test_names_below_a_finished_standfirst_and_above_a_date_sign() -> None:
    standfirst = "The engine is older than the captain. Nobody can mend it."
    found = roles(
        paragraphs(
            "The oldest boat stays", standfirst, "Ada Queirós", "7 de dezembro de 2024", PILOT
        )
    )
    assert found["Ada Queirós"] == "byline"
