"""Lists of the text reader: bullets, numbers, what belongs under an item."""

from __future__ import annotations

import pytest

from converter.model import BulletList, OrderedList, Paragraph, Span
from shapes import lines, shape, stated

BULLETS = "-*+•‣◦⁃∙▪▫●○■□·➢➤►▸"


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
