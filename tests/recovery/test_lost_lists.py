"""Lists whose bullets were lost: lines of one form after a colon."""

from __future__ import annotations

import pytest

from recovery.prose import HARBOUR, PILOT, paragraphs
from shapes import recovered, shape


@pytest.mark.parametrize(
    ("announced", "items"),
    [
        ("Bring these things:", ("a torch", "wool socks", "a ticket")),
        ("The council decided:", ("to close the pier;", "to open the quay;", "to go home.")),
        ("Key facts:", ("12 berths", "300 jobs", "2.4 million passengers", "One pier")),
        ("Hay que llevar:", ("una linterna", "calcetines", "un billete")),
        ("Il faut apporter :", ("une lampe", "des chaussettes", "un billet")),
        ("Mitzubringen sind:", ("eine Lampe", "Socken", "eine Karte")),
        ("Da portare:", ("una torcia", "calzini", "un biglietto")),
        ("É preciso levar:", ("uma lanterna", "meias", "um bilhete")),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_lines_after_a_colon_are_a_list(announced: str, items: tuple[str, ...], gap: str) -> None:
    text = paragraphs("Harbour opens", HARBOUR, gap.join((announced, *items)), PILOT)
    shown = [line.strip() for line in shape(recovered(text)).splitlines()]
    assert shown[-len(items) - 1 :] == [*(f"- {item}" for item in items), PILOT]


@pytest.mark.parametrize(
    "lines_after",
    [
        ("It was dark. I saw nothing.", "Then light came. I saw the quay.", "We went in. Slowly."),
        ("Who pays for it?", "Who wants it?", "Who needs it?"),
        ("One line", "Two lines"),
        ("Elm: twelve ships", "Holt: seven ships", "Bray: nine ships"),
        ("Ann: I saw it.", "Ben: So did I.", "Ann: We went in.", "Ben: We did."),
    ],
)
def test_sentences_questions_and_speech_are_no_list(lines_after: tuple[str, ...]) -> None:
    text = paragraphs("Harbour opens", HARBOUR, "The pilots said:", *lines_after)
    assert "- " not in shape(recovered(text))


def test_lines_without_a_colon_are_no_list() -> None:
    text = paragraphs("Harbour opens", HARBOUR, "a torch", "wool socks", "a ticket")
    assert "- " not in shape(recovered(text))
