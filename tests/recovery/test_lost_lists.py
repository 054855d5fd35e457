"""Lists whose bullets were lost: lines of one form after a colon."""

from __future__ import annotations

import pytest

from converter.model import BulletList, walk
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


# --- where the list ends ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("announced", "items", "heading"),
    [
        ("The council decided:", ("To close the pier", "To open the quay", "To go home"), "Method"),
        ("Key points:", ("12 new berths", "300 jobs", "One pier fewer"), "About the Port"),
        ("Die Stadt plant:", ("eine Mole,", "einen Kran,", "ein Museum."), "Kritik der Fischer"),
        ("Hay que llevar:", ("una linterna", "calcetines", "un billete"), "Lo que dicen"),
        ("Il faut :", ("une lampe ;", "un billet ;", "des chaussettes ;"), "Une longue attente"),
        (
            "The winners:",
            (
                "Ines Vale for the best boat",
                "Tom Reed for the loud horn",
                "Ann Hall for the long rope",
            ),
            "What Pilots Say",
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_line_that_heads_what_follows_is_no_item(
    announced: str, items: tuple[str, ...], heading: str, gap: str
) -> None:
    listed = gap.join((announced, *items, heading, PILOT))
    shown = [
        line.strip()
        for line in shape(recovered(paragraphs("Harbour", HARBOUR, listed))).splitlines()
    ]
    end = shown.index(f"- {items[-1]}")
    assert shown[end + 1].lstrip("# ").startswith(heading)
    assert shown[end + 2] == PILOT


def test_line_that_stands_apart_from_the_items_is_none() -> None:
    text = paragraphs(
        "Harbour", HARBOUR, "Bring these things:\na torch\nwool socks\na ticket", "The way", PILOT
    )
    assert "- a ticket" in shape(recovered(text))
    assert "- The way" not in shape(recovered(text))


def test_line_that_stands_close_to_the_text_below_is_no_item() -> None:
    text = paragraphs(
        "Harbour", HARBOUR, "Bring these things:", "a torch", "a sock", "a card", f"a wall\n{PILOT}"
    )
    assert "- a card" in shape(recovered(text))
    assert "- a wall" not in shape(recovered(text))


def test_byline_below_the_items_is_none() -> None:
    text = paragraphs(
        "Harbour", HARBOUR, "Bring:\nA torch\nWool socks\nA ticket\nBy Ines Vale", PILOT
    )
    assert "- A ticket\n  byline: By Ines Vale" in shape(recovered(text))


def test_sentence_below_the_items_is_none() -> None:
    sentence = "The ferry leaves at six in the morning and does not wait for anybody who is late."
    text = paragraphs("Harbour", HARBOUR, f"Bring:\na torch\nsocks\na ticket\n{sentence}", PILOT)
    shown = shape(recovered(text))
    assert "- a ticket" in shown
    assert f"- {sentence}" not in shown


def test_names_before_running_text_stay_items() -> None:
    text = paragraphs("Harbour", HARBOUR, "These ports are closed:\nElm\nHolt\nBray", PILOT)
    assert "- Elm\n  - Holt\n  - Bray" in shape(recovered(text))


def test_what_ended_the_list_is_told() -> None:
    text = paragraphs("Harbour", HARBOUR, "Key points:\n12 berths\n300 jobs\n1 pier\nMethod", PILOT)
    (found,) = (node for node in walk(recovered(text).blocks) if isinstance(node, BulletList))
    assert found.provenance is not None
    told = {sign.name: sign.detail for sign in found.provenance.evidence}
    assert "no figures, the items have" in told["the next line heads what follows"]


def test_numbers_that_the_writer_marked_as_words_make_no_list() -> None:
    text = paragraphs("# Ports", HARBOUR, "The ports:\n1\\. Elm\n2\\. Holt\n3\\. Bray", PILOT)
    assert "- " not in shape(recovered(text))


@pytest.mark.parametrize(
    "line", ["+44 20 7946 0000", "ines@elm.example", "www.elm.example", "(020) 7946 0000"]
)
def test_lines_that_say_whom_to_ask_are_no_list(line: str) -> None:
    text = paragraphs(
        "Harbour", HARBOUR, f"Contact:\nInes Vale\nPress officer\nPort of Elm\n{line}"
    )
    assert "- " not in shape(recovered(text))


@pytest.mark.parametrize("above", ["Read more:", "**Lire aussi :**", "Lea también:", "Siehe auch:"])
def test_links_to_other_stories_are_no_list(above: str) -> None:
    links = ("Elm gets a second lock", "Pilots stay away from Holt", "The tower is for sale")
    text = paragraphs("Harbour opens", HARBOUR, PILOT, above, *links)
    assert not any(isinstance(node, BulletList) for node in walk(recovered(text).blocks))


@pytest.mark.parametrize("above", ["Ingredients", "Zutaten", "Ingrédients", "Ingredienti"])
def test_lines_below_a_line_that_announces_them_are_a_list(above: str) -> None:
    items = ("3 tbsp oil", "1 onion", "4 cloves", "2 tsp salt", "1 lemon")
    text = "\n".join(("Soup", HARBOUR, above, *items, "", PILOT))
    shown = [line.strip() for line in shape(recovered(text)).splitlines()]
    assert shown[-6:-1] == [f"- {item}" for item in items]
