"""Lists of the text reader: bullets, numbers, what belongs under an item."""

from __future__ import annotations

import pytest

from converter.model import BulletList, OrderedList, Paragraph, Span
from shapes import lines, shape, stated

BULLETS = "-*+•‣◦⁃∙▪▫●○■□·➢➤►▸\uf0b7\uf0a7\uf0d8\uf0fc"


@pytest.mark.parametrize("bullet", BULLETS)
def test_every_bullet_makes_an_item(bullet: str) -> None:
    assert shape(stated(f"{bullet} Elm\n{bullet} Holt\n")) == "- Elm\n- Holt"


@pytest.mark.parametrize("text", ["-5 degrees", "*Elm*", "•", "-", "+44 20 7946 0000", "-- Elm"])
def test_other_signs_are_words(text: str) -> None:
    assert not isinstance(stated(f"Before.\n{text}\nAfter.").blocks[1], BulletList)


def test_bullet_is_markup() -> None:
    block = stated("• Elm\n").blocks[0]
    assert isinstance(block, BulletList)
    assert block.items[0].markup == (Span(0, 1),)


def test_empty_lines_between_items_do_not_part_the_list() -> None:
    assert len(stated("- Elm\n\n- Holt\n\n\n- Bray\n").blocks) == 1


def test_another_bullet_begins_another_list() -> None:
    assert len(stated("- Elm\n* Holt\n").blocks) == 2


def test_lists_nest_by_indent() -> None:
    text = """\
        - North
          - Elm
            - Quay
          - Holt
        - South
        """
    assert shape(stated(text)) == lines("""
        - North
          - Elm
            - Quay
          - Holt
        - South
        """)


@pytest.mark.parametrize("indent", ["  ", "   ", "    "])
def test_any_indent_nests(indent: str) -> None:
    assert shape(stated(f"- North\n{indent}- Elm\n- South\n")) == "- North\n  - Elm\n- South"


def test_numbers_nest_in_bullets_and_bullets_in_numbers() -> None:
    text = "1. North\n   - Elm\n   - Holt\n2. South\n   1) Bray\n"
    assert shape(stated(text)) == "1. North\n  - Elm\n  - Holt\n2. South\n  1. Bray"


def test_lines_of_an_item_are_one_paragraph() -> None:
    assert shape(stated("- The port opened\n  again at six\n- Holt\n")) == (
        "- The port opened again at six\n- Holt"
    )


def test_paragraphs_of_an_item_are_parted_by_an_empty_line() -> None:
    assert shape(stated("- One.\n\n  Two.\n- Three.\n")) == "- One.\n  Two.\n- Three."


def test_item_may_hold_a_quote() -> None:
    assert shape(stated("- One\n  > Two\n- Three\n")) == "- One\n  > Two\n- Three"


def test_words_of_an_item_may_begin_with_a_number() -> None:
    assert (
        shape(stated("- 1. May: holiday\n- 2. June: open\n"))
        == "- 1. May: holiday\n- 2. June: open"
    )


def test_number_that_begins_an_item_is_a_word_of_it_and_opens_no_list() -> None:
    block = stated("- 1. May: holiday\n").blocks[0]
    assert isinstance(block, BulletList)
    assert [type(part) for part in block.items[0].blocks] == [Paragraph]


def test_number_that_falls_back_begins_a_list_anew() -> None:
    document = stated("1. Elm\n2. Holt\n1. Bray\n2. Dunmore\n")
    assert shape(document) == "1. Elm\n2. Holt\n1. Bray\n2. Dunmore"
    assert len(document.blocks) == 2


def test_writer_who_repeats_one_number_has_one_list() -> None:
    block = stated("1. Elm\n1. Holt\n1. Bray\n").blocks
    assert [len(part.items) for part in block if isinstance(part, OrderedList)] == [3]


def test_number_that_goes_on_behind_words_keeps_its_number() -> None:
    assert (
        shape(stated("1. Elm\n\nWords between.\n\n2. Holt\n")) == "1. Elm\nWords between.\n2. Holt"
    )


def test_another_shape_of_number_begins_another_list() -> None:
    assert len(stated("1. Elm\n2) Holt\n").blocks) == 2


def test_text_at_the_margin_ends_the_list() -> None:
    assert shape(stated("- Elm\nWords.\n- Holt\n")) == "- Elm\nWords.\n- Holt"


@pytest.mark.parametrize(
    "words", ["El puerto abrió.", "Le port a ouvert.", "Ο λιμένας", "الميناء", "港が開いた。"]
)
def test_items_in_any_language(words: str) -> None:
    assert shape(stated(f"1) {words}\n2) {words}\n• {words}\n")) == (
        f"1. {words}\n2. {words}\n- {words}"
    )


# --- levels without indent --------------------------------------------------------------------


def test_sub_numbers_stand_under_their_number() -> None:
    text = "1. Ports\n1.1 Elm\n1.2 Holt\n1.2.1 Quay\n1.2.2 Pier\n2. Ships\n2.1 Big\n2.2 Small\n"
    assert shape(stated(text)) == lines("""
        1. Ports
          1. Elm
          2. Holt
            1. Quay
            2. Pier
        2. Ships
          1. Big
          2. Small
        """)


def test_sub_numbers_without_their_number_are_words() -> None:
    assert shape(stated("1.1 Elm\n1.2 Holt\n")) == "1.1 Elm\n1.2 Holt"


def test_marks_of_another_family_between_items_are_the_level_below() -> None:
    text = "1. North\n- Elm\n- Holt\n2. South\n- Bray\n3. West\n"
    assert shape(stated(text)) == "1. North\n  - Elm\n  - Holt\n2. South\n  - Bray\n3. West"


def test_level_below_may_stand_before_a_number_that_skips() -> None:
    assert shape(stated("1. Elm\n- a\n- b\n4. Holt\n")) == "1. Elm\n  - a\n  - b\n4. Holt"


def test_numerals_between_letters_are_the_level_below() -> None:
    assert shape(stated("(a) Elm\n(b) Holt\n(i) in\n(ii) out\n(c) Bray\n")) == lines("""
        1. Elm
        2. Holt
          1. in
          2. out
        3. Bray
        """)


def test_letters_between_numerals_are_the_level_below() -> None:
    text = "I. Ports\nII. Ships\nA. Big\nB. Small\nIII. Boats\n"
    assert shape(stated(text)) == "1. Ports\n2. Ships\n  1. Big\n  2. Small\n3. Boats"


def test_letters_that_begin_anew_are_another_list() -> None:
    document = stated("a. A\nb. B\na. C\nb. D\nc. E\n")
    assert shape(document) == "1. A\n2. B\n1. C\n2. D\n3. E"


def test_letters_under_numbered_questions_are_their_choices() -> None:
    text = "1. What is it?\nA. A boat\nB. A quay\n2. Where is it?\nA. In Elm\nB. In Holt\n"
    assert shape(stated(text)) == lines("""
        1. What is it?
          1. A boat
          2. A quay
        2. Where is it?
          1. In Elm
          2. In Holt
        """)


def test_level_that_was_below_once_stays_below() -> None:
    assert shape(stated("1. Elm\n- a\n2. Holt\n- b\n")) == "1. Elm\n  - a\n2. Holt\n  - b"


def test_other_bullets_behind_an_empty_line_are_another_list() -> None:
    assert shape(stated("- Elm\n\n* Holt\n\n- Bray\n")) == "- Elm\n- Holt\n- Bray"


def test_levels_of_a_word_processor_lose_their_indent_and_keep_their_bullets() -> None:
    text = "•\tNorth\no\tElm\n▪\tQuay\n▪\tPier\no\tHolt\n•\tSouth\no\tBray\n"
    assert shape(stated(text)) == lines("""
        - North
          - Elm
            - Quay
            - Pier
          - Holt
        - South
          - Bray
        """)


def test_letter_o_at_the_start_of_a_line_is_a_word() -> None:
    assert shape(stated("o porto abriu\no mar fechou\n")) == "o porto abriu\no mar fechou"


# --- tabs, wrapped lines, fences --------------------------------------------------------------


def test_tabs_nest() -> None:
    text = "-\tNorth\n\t-\tElm\n\t\t-\tQuay\n    -\tHolt\n-\tSouth\n"
    assert shape(stated(text)) == "- North\n  - Elm\n    - Quay\n  - Holt\n- South"


def test_paragraph_of_an_item_may_be_indented_by_a_tab() -> None:
    assert shape(stated("# A\n\n-\tOne.\n\n\tTwo.\n-\tThree.\n")) == (
        "# A\n- One.\n  Two.\n- Three."
    )


def test_line_that_a_width_broke_goes_on_at_the_margin() -> None:
    above = "- The port opened again on Tuesday, when the storm"
    assert shape(stated(f"{above}\nhad gone.\n- Holt\n")) == f"{above} had gone.\n- Holt"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("- The port opened again.", "so they say"),
        ("- The port opened again on Tuesday, when the storm had gone.", "so they say"),
        ("- The port opened again on Tuesday, when the storm", "Nobody came"),
        ("- The port opened again on Tuesday, when the storm\n", "had gone"),
    ],
)
def test_other_lines_at_the_margin_end_the_list(above: str, below: str) -> None:
    assert len(stated(f"{above}\n{below}\n").blocks) == 2


def test_fence_in_an_item_keeps_the_columns_behind_those_of_the_item() -> None:
    text = "1. Wait\n   ```py\n   a = 1\n     b = 2\n   ```\n2. Go\n"
    assert shape(stated(text)) == "1. Wait\n  code py\n    a = 1\n      b = 2\n2. Go"


def test_fence_indented_by_tabs_keeps_the_tabs_behind_its_own() -> None:
    text = "-\tWait\n\t```\n\ta\n\t\tb\n\t```\n"
    assert shape(stated(text)) == "- Wait\n  code\n    a\n    \tb"
