"""Missing spaces after full stops and commas: ours, marked, and never inside a name."""

from __future__ import annotations

import pytest

from converter.model import Text, leaves, text_of
from recovery.prose import HARBOUR
from shapes import recovered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened at six.This was new.", "It opened at six. This was new."),
        ("In the U.S.The law differs.", "In the U.S. The law differs."),
        ("“It opened.”He left.", "“It opened.” He left."),
        ("It opened!Nobody came?Somebody did.", "It opened! Nobody came? Somebody did."),
        ("An order,aimed at pilots.", "An order, aimed at pilots."),
        ("It opened (at six).It closed.", "It opened (at six). It closed."),
        ("He waited…Then he left.", "He waited… Then he left."),
        ("He waited.“Come,” she said.", "He waited. “Come,” she said."),
        ("El puerto abrió.Nadie vino.", "El puerto abrió. Nadie vino."),
        ("El puerto abrió.¿Quién vino?", "El puerto abrió. ¿Quién vino?"),
        ("Le port a ouvert.Personne n'est venu.", "Le port a ouvert. Personne n'est venu."),
        ("Der Hafen öffnete.Niemand kam.", "Der Hafen öffnete. Niemand kam."),
        ("Il porto aprì.È tardi.", "Il porto aprì. È tardi."),
        ("O porto abriu.Ninguém veio.", "O porto abriu. Ninguém veio."),
        ("Порт открылся.Никто не пришёл.", "Порт открылся. Никто не пришёл."),
    ],
)
def test_missing_space_is_generated(text: str, expected: str) -> None:
    document = recovered(f"{HARBOUR} {text}")
    assert text_of(*document.blocks) == f"{HARBOUR} {expected}"
    ours = [leaf for leaf in leaves(document.blocks) if leaf.span is None]
    assert ours
    assert all(leaf == Text(" ", None, "missing-space") for leaf in ours)


@pytest.mark.parametrize(
    "text",
    [
        "It is the U.S. or the U.S.A. or the E.U. or the U.N.",
        "Some ports, e.g. Elm, i.e. the old one, close at 6 p.m. or a.m.",
        "It costs 3.14 or 1,000,000 or 10.30am or 3,5.",
        "See readme.txt, index.html, Node.js and version v2.0.1.",
        "See www.ports.example/a.B and https://ports.example/x.Y?z=1,2.",
        "Write to a.b@Ports.example or press@ports.example.",
        "See https://ports.example/news.The-Quay or the.Mayor@ports.example.",
        "She holds a Ph.D. in law and he an M.Sc. of old.",
        "See config.Local.yaml and the.Port.list.txt for it.",
        "CamelCase and YouTube and iPhone stay.",
        "J.R.R. Tolkien and J.K. Rowling met.",
        "EE.UU. y S.A. y p. ej. aquí.",
        "z.B. am Morgen, d.h. nie, u.a. um 6.30 Uhr.",
        "Es ist 20.15 Uhr, am 3.4.2024.",
        "5,6-bisphosphate and 1.Bundesliga",
        "dice &laquo;basta&raquo; e ride, caff&egrave;latte &amp;co",
    ],
)
def test_no_space_where_none_is_missing(text: str) -> None:
    assert text_of(*recovered(f"{HARBOUR} {text}").blocks) == f"{HARBOUR} {text}"


def test_verbatim_adds_nothing() -> None:
    text = f"{HARBOUR} It opened.This was new,aimed at pilots.\n"
    document = recovered(text, verbatim=True)
    assert text_of(*document.blocks) == text.strip()
    assert all(leaf.span is not None for leaf in leaves(document.blocks))


@pytest.mark.parametrize(
    "text",
    [
        "- It opened.Nobody came.\n- It closed.\n",
        "> It opened.Nobody came.\n",
        "Q: Why?\n\nA: It opened.Nobody came.\n",
        "| Port |  Said |\n|---|---|\n| Elm | It opened.Nobody came. |\n",
        "# H\n\nIt **opened.Nobody** came.\n",
    ],
)
def test_spaces_are_found_wherever_words_stand(text: str) -> None:
    assert ". Nobody" in text_of(*recovered(text).blocks)


def test_code_is_left_alone() -> None:
    document = recovered("```\nIt opened.Nobody came.\n```\n")
    assert "opened.Nobody" in text_of(*document.blocks)
