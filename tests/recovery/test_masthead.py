"""What a page puts over its headline, and the headline below it."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph, text_of, walk
from recovery.prose import STORM, paragraphs
from shapes import recovered

PAGES = {
    "English": (
        ("Skip to main content", "Menu", "Search", "Sign in"),
        "Ferry company will run its oldest boat for one more winter",
        "The engine is older than the captain, and harder to replace",
        "By Ada Quill",
    ),
    "Spanish": (
        ("Ir al contenido", "Economía"),
        "La naviera mantendrá un invierno más su barco más viejo",
        "El motor tiene más años que el capitán y nadie sabe repararlo",
        "Por Ada Quintana",
    ),
    "French": (
        ("Aller au contenu principal", "Faits divers"),
        "Le plus vieux bateau de la compagnie tiendra encore un hiver",
        "Son moteur est plus vieux que le capitaine et plus difficile à remplacer",
        "Par Ada Quesnel",
    ),
    "German": (
        ("Startseite  Regional  Kreis Oberwalde",),
        "Das älteste Schiff der Reederei fährt noch einen Winter",
        "Der Motor ist älter als der Kapitän und schwerer zu ersetzen",
        "Von Ada Quandt",
    ),
    "Italian": (
        ("Menu", "Cronaca"),
        "La nave più vecchia della compagnia resta un altro inverno",
        "Il motore ha più anni del comandante ed è più difficile da sostituire",
        "di Ada Quadri",
    ),
    "Portuguese": (
        ("Início Últimas Cultura Opinião", "Sociedade"),
        "O barco mais velho da empresa fica mais um inverno",
        "O motor tem mais anos do que o capitão e ninguém o sabe reparar",
        "Por Ada Queirós",
    ),
    "Dutch": (
        ("Zoeken", "Inloggen", "Regio"),
        "Oudste veerboot van de rederij vaart nog een winter door",
        "De motor is ouder dan de kapitein en lastiger te vervangen",
        "Door Ada Quist",
    ),
    "Arabic": (
        ("الرئيسية / أخبار / محليات",),
        "أقدم عبارة في الشركة تبحر شتاء آخر رغم عمرها",
        "المحرك أكبر سنا من القبطان ولا أحد يعرف كيف يصلحه اليوم",
        "",
    ),
}


def headings(text: str) -> list[str]:
    return [text_of(node) for node in walk(recovered(text).blocks) if isinstance(node, Heading)]


def roles(text: str) -> dict[str, str]:
    return {
        text_of(node): node.role
        for node in walk(recovered(text).blocks)
        if isinstance(node, Paragraph) and node.role
    }


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("language", PAGES)
def test_headline_stands_below_the_words_of_the_page(language: str, gap: str) -> None:
    above, headline, standfirst, author = PAGES[language]
    text = gap.join(line for line in (*above, headline, standfirst, author, STORM) if line)
    assert headings(text)[:1] == [headline]
    document = recovered(text)
    assert document.meta("headline") == headline


@pytest.mark.parametrize("language", PAGES)
def test_lines_over_the_headline_have_a_role(language: str) -> None:
    above, headline, standfirst, author = PAGES[language]
    found = roles(paragraphs(*above, headline, standfirst, author, STORM))
    assert {found.get(line) for line in above} <= {"navigation", "breadcrumb", "kicker"}


def test_capitals_over_a_headline_with_a_standfirst_are_a_rubric() -> None:
    headline, standfirst, author = PAGES["English"][1:]
    text = paragraphs("HARBOURWATCH", headline, standfirst, author, STORM)
    assert headings(text)[:1] == [headline]
    assert roles(text)["HARBOURWATCH"] == "kicker"


@pytest.mark.parametrize(
    ("headline", "standfirst"),
    [
        ("Homecoming", "How a small village got back its bells"),
        ("Lost Letters", "What a postman found behind the wall of his house"),
        ("Der letzte Sommer", "Wie ein Dorf von seinem See Abschied nimmt"),
    ],
)
def test_short_headline_over_its_standfirst_stays_the_headline(
    headline: str, standfirst: str
) -> None:
    assert headings(paragraphs(headline, standfirst, "By Ada Quill", STORM))[:1] == [headline]


def test_rubric_over_a_section_stays_a_heading() -> None:
    assert headings(paragraphs("Culture", "The museum", STORM, "The theatre", STORM))[0] == (
        "Culture"
    )


@pytest.mark.parametrize(
    "headline",
    [
        "'I never looked down': Steeplejack Otto Brandt on heights, hats and the clock of St Olave",
        "«No mires abajo»: la campanera Inés Robledo habla de alturas, sombreros y relojes parados",
        "„Nie nach unten sehen“: Turmuhrmacherin Ilse Kant über Höhe, Hüte und stehende Uhren",
        "Otto Brandt: «Non ho mai guardato giù, nemmeno il giorno in cui cadde la campana»",
    ],
)
def test_quotation_with_a_colon_that_opens_the_file_is_its_headline(headline: str) -> None:
    assert headings(paragraphs(headline, "She was waiting on the roof of the town hall", STORM))[
        :1
    ] == [headline]


def test_standfirst_over_a_dateline_opens_no_article() -> None:
    headline = "Ferry company keeps its oldest boat for one winter more"
    text = paragraphs(
        headline,
        "The engine is older than the captain, and nobody on the coast knows how to mend it",
        "By Ada Quill",
        f"MARLOW – {STORM}",
    )
    document = recovered(text)
    assert document.meta("headline") == headline
