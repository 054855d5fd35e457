"""Lines of the trade: told by words, by form, by standing in a row, by place."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Span, walk
from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from shapes import lines, recovered, shape, words

LINES = {
    "byline": """
Door Els Vermeer
Par notre correspondant Paul Girard
Von unserer Redaktion
Redacción
Da redação
By INES VALE, Arts Correspondent
By Ines Vale and Tom Reed in Marlow
Par Claire Vasseur • Publié le 4 mai 2024 à 10h15
(Reporting by Tom Reed; Editing by Ann Lee)
Van onze verslaggever Jan Mulder
A cura di Paolo Neri
Reportagem de Rita Nunes
""",
    "published": """
Publié le 4 mai 2024 à 10h15
Gepubliceerd op 12 mei 2024
Veröffentlicht am 12.05.2024
Published 4 May 2024 at 10.15am. Last modified on Sun 5 May 2024 09.00 BST
""",
    "updated": """
Laatst bijgewerkt: 5 mei 2024
Mis à jour le 5 mai 2024
Geändert am 5. Mai 2024
""",
    "kicker": """
PRESSEMITTEILUNG Nr. 12/2024
NEWS RELEASE – 4 May 2024
Persbericht
NOTA DE PRENSA
Comunicato stampa, 4 maggio 2024
Communiqué de presse - Paris, le 4 mai 2024
""",
    "embargo": """
Sperrfrist: 6. Mai 2024, 10 Uhr
EMBARGOED FOR RELEASE UNTIL MONDAY
Embargo tot 6 mei 2024
Sous embargo jusqu'au 6 mai
No publicar antes del 6 de mayo
Embargado até 6 de maio
""",
    "photo-credit": """
Foto: Ana Ruiz / Agencia Sur
(Photo by Tom Reed)
Jane Roe/BN
Tom Reed / AFP
Crédit photo : Hugo Lamy
Beeld: Jan Mulder
Bildnachweis: Max Uhl
Foto di Anna Sala
""",
    "wire-note": """
(Adds details, quote)
Eds: Updates with quotes.
-more-
(neu: Zitate)
(Actualiza con datos)
(Aggiunge dichiarazioni)
(Ajoute réactions)
(Acrescenta reações)
(meer volgt)
ap/tr
""",
    "wire-slug": """
BC-EU--Harbour Storm, 1st Ld-Writethru, 450
AM-US--Quay Strike
a0123 BC-SOC--Cup
""",
    "wire-number": """
a0123
AFP003
b1234
""",
    "reading-time": """
3 min read
4 min de lectura
Temps de lecture : 3 minutes
Lesezeit: 5 Minuten
Tempo di lettura: 2 minuti
3 min de leitura
Leestijd: 4 minuten
""",
    "share": """
Facebook | Twitter | WhatsApp
Facebook Twitter Email Stampa
Partager Tweeter Imprimer
Share 12 Tweet 3 Comments 4
Compartir Enviar Imprimir
Teilen Drucken E-Mail
""",
    "tags": """
#harbour #storm
#puerto, #temporal
Trefwoorden: haven, storm
Schlagwörter: Hafen
""",
    "contact": """
Media contact: Tom Reed, +44 20 7946 0123
Contact presse : Hugo Lamy – 01 23 45 67 89
Pressekontakt: Max Uhl, 030 123456
Ufficio stampa: Anna Sala
Perscontact: Jan Mulder
Contacto de prensa: Ana Ruiz
Assessoria de imprensa: Rita Nunes
""",
    "about": """
About Vale Railways: the company runs trains in the valley.
À propos de la Compagnie du Val : elle exploite les trains.
Über die Talbahn: Die Talbahn fährt im Tal.
Sobre a Linha do Vale: a empresa opera trens.
""",
    "newsletter": """
You are receiving this email because you signed up.
Unsubscribe: https://brook.example/stop
Sie erhalten diese E-Mail, weil Sie sie wollten.
Vous recevez cet e-mail car vous l'aimez.
Recibes este correo porque te gusta.
Ricevi questa email perché ti piace.
Você está recebendo este e-mail.
U ontvangt deze e-mail omdat u lid bent.
""",
    "correction": """
(This version corrects the age of the pier.)
Rectificatie: de pier is ouder.
Fe de errores: el muelle es de 1911.
Erratum : le quai date de 1911.
Korrektur: Der Kai ist von 1911.
Errata corrige: il molo è del 1911.
""",
    "copyright": """
(c) Brook News 2024
© Noordpers
Riproduzione riservata © Stampa Nord
""",
    "end-mark": """
# # #
###
-30-
-Ende-
-einde-
FIN
ENDS
- 30 -
""",
}
"""Lines that have a role wherever they stand, one a line."""


def roles(text: str) -> dict[str, str]:
    """The role of each paragraph that has one, by its words."""
    return {
        words((node,)): node.role
        for node in walk(recovered(text).blocks)
        if isinstance(node, Paragraph) and node.role
    }


def inside(line: str) -> str:
    """A text with this line between its paragraphs."""
    return paragraphs("Harbour opens after the storm", HARBOUR, line, PILOT, EVENING)


@pytest.mark.parametrize(
    ("role", "line"),
    [(role, line) for role, written in LINES.items() for line in written.strip().split("\n")],
)
def test_line_has_its_role(role: str, line: str) -> None:
    assert roles(inside(line)).get(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "By Numbers",
        "By the harbour wall, the ferry and the boats",
        "Published in 2019 by a small press, the book sold well in every town of the valley.",
        "Door after door was shut in the storm",
        "Either/Or",
        "Marlow/Holt",
        "BC-",
        "U.S.-led talks",
        "Facebook and the harbour",
        "Share",
        "#1 in the charts",
        "About a hundred people came: nobody left.",
        "Read a book",
        "ABC 123",
        "555 people came",
        "(555) people came.",
        "Home",
        "News & views",
    ],
)
def test_line_that_only_looks_like_one_has_none(line: str) -> None:
    text = paragraphs(
        "Harbour opens", HARBOUR, line, PILOT, f"{EVENING} Numbers count, numbers do."
    )
    assert roles(text).get(line, "") in ("", "lead")


def test_correction_behind_a_dot_has_its_role() -> None:
    document = recovered(inside("• This article was amended on 5 May 2024."))
    assert "- correction: This article was amended on 5 May 2024." in shape(document)


def test_buttons_below_one_another_are_a_row() -> None:
    text = paragraphs("Harbour opens", "Partager\nFacebook\nTwitter\nE-mail", HARBOUR, PILOT)
    assert [role for role in roles(text).values() if role == "share"] == ["share"] * 4


def test_trail_of_rubrics_stands_at_the_head_alone() -> None:
    trail = "Accueil > Société > Transports"
    assert roles(paragraphs(trail, "Le port rouvre", HARBOUR, PILOT))[trail] == "breadcrumb"
    late = paragraphs("Harbour opens", *[HARBOUR, PILOT, EVENING] * 4, "Go to Tools > Page > Save")
    assert "breadcrumb" not in roles(late).values()


def test_whom_to_call_ends_with_an_address_and_not_with_the_headline() -> None:
    text = paragraphs(
        "NEWS RELEASE",
        "CONTACT:\nJane Roe, Vale Railways\n(555) 123-4567\njane@vale.example",
        "VALE RAILWAYS OPENS NIGHT LINE TO THE COAST",
        HARBOUR,
        PILOT,
    )
    assert shape(recovered(text)) == lines(f"""
        kicker: NEWS RELEASE
        contact: CONTACT:
        contact: Jane Roe, Vale Railways
        contact: (555) 123-4567
        contact: jane@vale.example
        # VALE RAILWAYS OPENS NIGHT LINE TO THE COAST
          lead: {HARBOUR}
          {PILOT}
    """)


def test_marks_of_a_wire_are_no_words() -> None:
    text = f"^Harbour reopens after storm<\n^By INES VALE=\n^Brook News=\n{HARBOUR}\n{PILOT}\n"
    document = recovered(text)
    assert shape(document) == lines(f"""
        # Harbour reopens after storm
          byline: By INES VALE
          byline: Brook News
          lead: {HARBOUR}
          {PILOT}
    """)
    byline = next(node for node in walk(document.blocks) if getattr(node, "role", "") == "byline")
    assert isinstance(byline, Paragraph)
    assert byline.markup == (Span(30, 31), Span(43, 44))


@pytest.mark.parametrize("line", ["^", "^^^", "^<", "^ =", "^a", "^^a^^ ="])
def test_marks_alone_are_kept(line: str) -> None:
    recovered(paragraphs(line, HARBOUR))


CALLS = """
Abonnez-vous à notre newsletter
Assine a nossa newsletter
Subscribe to our newsletter
Suscríbete a nuestro boletín
Iscriviti alla nostra newsletter
Abonnieren Sie unseren Newsletter
Abonneer je op onze nieuwsbrief
"""


@pytest.mark.parametrize("call", CALLS.strip().split("\n"))
def test_call_between_paragraphs_is_no_heading(call: str) -> None:
    assert roles(inside(call))[call] == "call-to-action"


def test_role_says_what_the_line_would_else_be() -> None:
    document = recovered(inside("Photo: Tom Reed"))
    credit = next(n for n in walk(document.blocks) if getattr(n, "role", "") == "photo-credit")
    assert isinstance(credit, Paragraph)
    assert credit.provenance is not None
    assert credit.provenance.runner_up == "paragraph"


@pytest.mark.parametrize(
    ("label", "tags"),
    [
        ("Archivado en", "Puertos | Naufragios | Costa del Este"),
        ("Filed under", "Harbours, Shipwrecks, The East Coast"),
        ("Schlagwörter:", "Häfen · Schiffbruch · Ostküste"),
        ("Mots-clés :", "Ports | Naufrages | Côte est"),
    ],
)
def test_tags_below_their_label_are_tags(label: str, tags: str) -> None:
    document = recovered(paragraphs("The port opens again", PILOT, f"{label}\n{tags}"))
    assert f"tags: {tags}" in shape(document)
