"""What an item of a list begins with: numbers, letters, numerals, and signs that may be words."""

from __future__ import annotations

import pytest

from converter.model import OrderedList
from shapes import lines, shape, stated

# --- numbers, letters, numerals ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "style", "start"),
    [
        (("1.", "2.", "3."), "decimal", 1),
        (("1)", "2)", "3)"), "decimal", 1),
        (("(1)", "(2)", "(3)"), "decimal", 1),
        (("1.)", "2.)"), "decimal", 1),
        (("1/", "2/"), "decimal", 1),
        (("1º", "2º"), "decimal", 1),
        (("7.", "8.", "9."), "decimal", 7),
        (("a.", "b.", "c."), "alpha", 1),
        (("a)", "b)", "c)"), "alpha", 1),
        (("(a)", "(b)"), "alpha", 1),
        (("A.", "B.", "C."), "alpha", 1),
        (("A)", "B)"), "alpha", 1),
        (("c.", "d.", "e."), "alpha", 3),
        (("g)", "h)", "i)", "j)"), "alpha", 7),
        (("u.", "v.", "w.", "x.", "y."), "alpha", 21),
        (("i.", "ii.", "iii.", "iv.", "v.", "vi."), "roman", 1),
        (("i)", "ii)"), "roman", 1),
        (("(i)", "(ii)"), "roman", 1),
        (("I.", "II.", "III.", "IV.", "V."), "roman", 1),
        (("iv.", "v.", "vi."), "roman", 4),
        (("ix)", "x)", "xi)"), "roman", 9),
        (("XL.", "XLI.", "XLII."), "roman", 40),
        (("①", "②"), "decimal", 1),
        (("（1）", "（2）"), "decimal", 1),
    ],
)
def test_items_are_counted_in_any_style(marks: tuple[str, ...], style: str, start: int) -> None:
    document = stated("".join(f"{mark} Elm\n" for mark in marks))
    (block,) = document.blocks
    assert isinstance(block, OrderedList)
    assert (block.style, block.start, len(block.items)) == (style, start, len(marks))


@pytest.mark.parametrize("mark", ["i)", "(i)"])
def test_lone_i_is_the_first_numeral(mark: str) -> None:
    (block,) = stated(f"{mark} Elm\n").blocks
    assert isinstance(block, OrderedList)
    assert (block.style, block.start) == ("roman", 1)


@pytest.mark.parametrize(
    "text",
    [
        "A. Smith was there.\nJ. Doe was not.",
        "J. Doe came.\nK. Miller came.",
        "I. Newton spoke.",
        "V. Woolf wrote.\nX. Amin read.",
        "A. Good day.\nB. Hello.\nA. Farewell.\nB. Bye.",
        "mix. The first\nmixx. The last",
        "5° at dawn",
        "(020) 7946 0000",
        "(212) 555-0100\n(212) 555-0144",
        "1.5 million came.\n1.6 million left.",
        "i. e. this\nx. and that",
    ],
)
def test_letters_that_do_not_count_on_are_words(text: str) -> None:
    assert shape(stated(text)) == text


def test_number_that_is_skipped_is_kept() -> None:
    assert shape(stated("1. Elm\n3. Holt\n4. Bray\n")) == "1. Elm\n3. Holt\n4. Bray"


def test_numbers_that_count_down_are_kept() -> None:
    assert shape(stated("10. Elm\n9. Holt\n8. Bray\n")) == "10. Elm\n9. Holt\n8. Bray"


def test_letters_go_on_behind_a_paragraph() -> None:
    text = "a. Elm\nb. Holt\n\nWords between.\n\nc. Bray\nd. Moor\ne. Down\n"
    assert shape(stated(text)) == "1. Elm\n2. Holt\nWords between.\n3. Bray\n4. Moor\n5. Down"


# --- marks that may be words ------------------------------------------------------------------


@pytest.mark.parametrize("dash", ["–", "—", "−"])
@pytest.mark.parametrize(
    "rows",
    [("close the pier", "open the quay"), ("El muelle", "La dársena"), ("ein Kran;", "ein Tor.")],
)
def test_dashes_before_phrases_are_bullets(dash: str, rows: tuple[str, str]) -> None:
    assert shape(stated("".join(f"{dash} {row}\n" for row in rows))) == (
        f"- {rows[0]}\n- {rows[1]}"
    )


def test_dashes_before_sentences_are_bullets_where_a_colon_announces_them() -> None:
    text = "Der Rat beschloss:\n– Die Mole wird gesperrt.\n– Der Kai bleibt offen.\n"
    assert shape(stated(text)) == lines("""
        Der Rat beschloss:
        - Die Mole wird gesperrt.
        - Der Kai bleibt offen.
        """)


@pytest.mark.parametrize(
    "text",
    [
        "— Vous venez ?\n— Oui, dit-elle.\n— Bon.",
        "Dijo:\n— ¡Ven!\n— Voy.",
        "— Il pleut, dit-il.\n— Je le vois.",
        "The sea is wide.\n— Ines Vale",
        "© Ines Vale\n© Tom Reed",
        "→ Read more here",
        "$ make",
    ],
)
def test_speech_and_lone_signs_are_words(text: str) -> None:
    assert shape(stated(text)) == text


@pytest.mark.parametrize("sign", ["→", "⇒", "»", "★", "🚢", "☎️", "➔"])
def test_sign_that_comes_again_on_the_next_line_is_a_bullet(sign: str) -> None:
    assert shape(stated(f"{sign} Elm\n{sign} Holt\n")) == "- Elm\n- Holt"


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_dash_may_touch_its_words(dash: str) -> None:
    assert shape(stated(f"{dash}a torch\n{dash}wool socks\n")) == "- a torch\n- wool socks"


@pytest.mark.parametrize(
    "text", ["-Elm", "—Hola, dijo.\n—Adiós.", "-Vous ?\n-Oui", "-5\n-6", "--a\n--b"]
)
def test_other_dashes_that_touch_their_words_are_words(text: str) -> None:
    assert shape(stated(text)) == text


@pytest.mark.parametrize("end", [".", ")"])
def test_number_may_touch_its_words(end: str) -> None:
    assert shape(stated(f"1{end}Elm\n2{end}Holt\n")) == "1. Elm\n2. Holt"
    assert shape(stated(f"1{end}Elm\n")) == f"1{end}Elm"


@pytest.mark.parametrize("bullet", "•▪●■◆►・\uf0b7")
def test_bullet_may_touch_its_words(bullet: str) -> None:
    assert shape(stated(f"{bullet}Elm\n{bullet}Holt\n")) == "- Elm\n- Holt"


@pytest.mark.parametrize(
    "marks", [("☐", "☑", "☐"), ("[ ]", "[x]"), ("✓", "✗"), ("✔️", "❌"), ("✅", "✅"), ("[]", "[X]")]
)
def test_box_is_a_word_of_its_item_since_it_says_what_is_done(marks: tuple[str, ...]) -> None:
    text = "\n".join(f"{mark} Elm" for mark in marks)
    assert shape(stated(text)) == "\n".join(f"- {mark} Elm" for mark in marks)


def test_box_behind_a_bullet_is_a_word_of_the_item() -> None:
    assert shape(stated("- [ ] Elm\n- [x] Holt\n")) == "- [ ] Elm\n- [x] Holt"
