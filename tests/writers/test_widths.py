"""Promises of the columns of printed tables."""

from __future__ import annotations

import pytest

from converter.writers.page.widths import Content, columns_for


def shares(*columns: tuple[str, ...]) -> tuple[float, ...]:
    return columns_for([[Content(words) for words in column] for column in columns]).shares


def test_shares_are_the_whole_width() -> None:
    assert sum(shares(("a",), ("some words",), ("",))) == pytest.approx(100, abs=0.05)


def test_a_column_has_room_for_its_longest_word() -> None:
    narrow, wide = shares(("internationalisation",), ("a line of many words " * 20,))
    assert narrow > 25
    assert wide > 60


def test_an_address_does_not_starve_the_other_columns() -> None:
    address, words = shares(("https://example.org/" + "a" * 200,), ("some words in a cell " * 5,))
    assert words > 40
    assert address > 20


def test_the_wider_the_words_the_smaller_they_are_set() -> None:
    sizes = [columns_for([[Content("m" * length)]] * 5).size for length in (5, 9, 12, 20)]
    assert sizes == ["", "narrow", "narrower", "narrowest"]


def test_headers_are_bold_and_take_more() -> None:
    plain, bold = (
        columns_for([[Content("word " * 9, is_header)], [Content("x")]])
        for is_header in (False, True)
    )
    assert bold.shares[0] >= plain.shares[0]


def test_chinese_breaks_after_any_letter() -> None:
    chinese, english = shares(("日本語の長い文章がここにあります",), ("congratulations " * 9,))
    assert chinese < english
