"""Numbers that count headings and questions, and numbers that count items."""

from __future__ import annotations

import pytest

from converter.recovery.numbered import recover_numbered
from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from shapes import SCHEMA, lines, recovered, shape, stated


def test_lone_numbers_over_running_text_count_headings() -> None:
    text = paragraphs(
        "Three rules of the harbour",
        f"1. Wait for the tide\n{HARBOUR}",
        f"2. Listen to the pilot\n{PILOT}",
        f"3. Go home early\n{EVENING}",
    )
    assert shape(recovered(text)) == lines(f"""
        # Three rules of the harbour
          ## 1. Wait for the tide
            {HARBOUR}
          ## 2. Listen to the pilot
            {PILOT}
          ## 3. Go home early
            {EVENING}
        """)


def test_numbers_side_by_side_count_items() -> None:
    text = paragraphs("Rules", HARBOUR, "1. Wait\n2. Listen\n3. Go home", PILOT)
    assert "1. Wait\n  2. Listen\n  3. Go home" in shape(recovered(text))


def test_numbers_that_restart_are_two_lists() -> None:
    assert len(recovered("1. Elm\n2. Holt\n1. Bray\n2. Dunmore\n").blocks) == 2


def test_numbered_questions_are_questions() -> None:
    text = paragraphs(
        "Ten questions for the pilot",
        "1. When did you start?\nI started in May, with my brother and his boat.",
        "2. What do you fear?\nI fear my brother, and then the fog in the old basin.",
        "3. Will you stay?\nI will stay as long as my boat and my brother do.",
    )
    assert shape(recovered(text)).count("exchange") == 3


def test_lone_number_stays_an_item() -> None:
    assert "1. Wait for the tide" in shape(recovered(f"1. Wait for the tide\n\n{HARBOUR}\n"))


def test_lone_numbers_that_do_not_count_each_other_stay_items() -> None:
    text = paragraphs(HARBOUR, "1. Wait for the tide", PILOT, "5. Go home early", HARBOUR)
    shown = shape(recovered(text))
    assert "1. Wait for the tide" in shown
    assert "#" not in shown


@pytest.mark.parametrize("marks", [("I.", "II.", "III."), ("A.", "B.", "C."), ("IX)", "X)", "XI)")])
def test_letters_and_numerals_over_running_text_count_headings(marks: tuple[str, ...]) -> None:
    titles = ("The pier", "The quay", "The money")
    heads = [f"{mark} {title}" for mark, title in zip(marks, titles, strict=True)]
    pairs = zip(heads, (HARBOUR, PILOT, EVENING), strict=True)
    text = paragraphs("Harbour opens", PILOT, *(part for pair in pairs for part in pair))
    shown = shape(recovered(text))
    assert [head for head in heads if f"  ## {head}\n" in shown] == heads


@pytest.mark.parametrize(
    "names", [("I. Vale", "J. Reed"), ("A. Hall", "C. Vale"), ("A. Hall.", "B. Lee.")]
)
def test_initials_count_nothing(names: tuple[str, str]) -> None:
    document = stated(paragraphs(names[0], HARBOUR, names[1], PILOT))
    assert recover_numbered(document, SCHEMA) is document


def test_list_between_counted_headings_holds_headings() -> None:
    text = paragraphs(
        "Six things to do in the rain",
        f"1. Wait for the tide\n{HARBOUR}",
        f"2. Listen to the pilot\n{PILOT}",
        f"3. Buy a hat\n4. Regret the hat\n5. Sell the hat\n{EVENING}",
        f"6. Go home\n{HARBOUR}",
    )
    shown = shape(recovered(text))
    heads = ["3. Buy a hat", "4. Regret the hat", "5. Sell the hat", "6. Go home"]
    assert all(f"  ## {head}\n" in shown for head in heads)


def test_list_under_a_counted_heading_stays_a_list() -> None:
    text = paragraphs(
        "Rules",
        f"1. Wait for the tide\n{HARBOUR}",
        "1. Rope\n2. Bread\n3. Salt",
        f"2. Go home\n{PILOT}",
    )
    assert "1. Rope\n" in shape(recovered(text))
    assert "# 1. Rope" not in shape(recovered(text))


def test_counted_line_over_what_is_no_sentence_is_a_heading_with_the_others() -> None:
    text = paragraphs(
        "Rules of the port",
        f"1. Wait for the tide\n{HARBOUR}",
        f"2. Listen to the pilot\n{PILOT}",
        "3. Pay the fee\nThe fees are:\n- Boats: 4 pounds\n- Barges: 9 pounds",
    )
    assert "  ## 3. Pay the fee\n" in shape(recovered(text))


def test_first_item_of_the_text_is_told_from_the_list_that_announced_it() -> None:
    text = paragraphs(
        "Agenda",
        "1) Fees of the port\n2) The lock\n3) Other business",
        f"1) Fees of the port\n{HARBOUR}",
        f"2) The lock\n{PILOT}",
        f"3) Other business\n{EVENING}",
    )
    assert "## 1) Fees of the port\n" in shape(recovered(text))


def test_items_of_an_agenda_count_anew_below_it() -> None:
    text = paragraphs(
        "Harbour opens", "Agenda:\n1. The pier\n2. The quay\n3. The money",
        "1. The pier", HARBOUR, "2. The quay", PILOT, "3. The money", EVENING,
    )  # fmt: skip
    shown = shape(recovered(text)).splitlines()
    assert [line.strip() for line in shown if "#" in line][1:] == [
        "## 1. The pier",
        "## 2. The quay",
        "## 3. The money",
    ]
