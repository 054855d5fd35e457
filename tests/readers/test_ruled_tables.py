"""Tables whose columns a rule draws, as reStructuredText and Pandoc write them."""

from __future__ import annotations

import pytest

from converter.model import Table
from shapes import lines, shape, stated

TABLE = lines("""
    table
      Port | Ships !
      Elm | 12
      Holt | 7
    """)


@pytest.mark.parametrize(
    "text",
    [
        "=====  =====\nPort   Ships\n=====  =====\nElm    12\nHolt   7\n=====  =====\n",
        "===== =====\nPort  Ships\n===== =====\nElm   12\nHolt  7\n===== =====\n",
        "Port   Ships\n-----  -----\nElm    12\nHolt   7\n",
        "  Port    Ships\n-------  -------\n   Elm       12\n  Holt        7\n",
        "Port   Ships\n-----  -----\nElm    12\nHolt   7\n-----  -----\n",
    ],
)
def test_rule_parts_the_columns_and_the_head(text: str) -> None:
    assert shape(stated(text)) == TABLE


def test_table_between_two_rules_has_no_head() -> None:
    text = "=====  =====\nElm    12\nHolt   7\n=====  =====\nWords.\n"
    assert shape(stated(text)) == "table\n  Elm | 12\n  Holt | 7\nWords."


def test_cells_may_hold_several_words_and_may_be_empty() -> None:
    text = (
        "Port and quay  Ships  Flag\n-------------  -----  ----\nElm Harbour           red\nHolt\n"
    )
    assert shape(stated(text)) == lines("""
        table
          Port and quay | Ships | Flag !
          Elm Harbour |  | red
          Holt |  |
        """)


def test_wide_characters_take_two_columns() -> None:
    text = "港      船\n------  ----\n东京    12\n大阪     7\n"
    assert shape(stated(text)) == "table\n  港 | 船 !\n  东京 | 12\n  大阪 | 7"


def test_two_tables_are_two() -> None:
    text = "Port   Ships\n-----  -----\nElm    12\n\nPort   Boats\n-----  -----\nHolt   7\n"
    assert [type(block) for block in stated(text).blocks] == [Table, Table]


@pytest.mark.parametrize(
    "text",
    [
        "====  ====\nElm Harbour  12\n====  ====\n",
        "Words over it\n--  --\nand words below it\n",
        "====  ====\nElm   12\n",
        "Elm   12\n====  ====\n\nHolt  7\n",
        "- - -\nElm\n- - -\n",
    ],
)
def test_rule_that_words_stand_across_or_that_nothing_closes_draws_none(text: str) -> None:
    assert not any(isinstance(block, Table) for block in stated(text).blocks)


def test_underline_between_rows_with_gaps_makes_no_heading() -> None:
    text = "Port     Ships\n--------------\nElm      12\nHolt     7\n"
    assert shape(stated(text)).startswith("Port Ships\n----\nElm 12")
