"""Pipe tables of every dialect, as they stand: what heads what is recovery's to decide."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Table
from shapes import lines, shape, stated

TABLE = lines("""
    table
      Port | Ships !
      Elm | 12
      Holt | 7
    """)


def drawn(rule: str, *, outer: bool = True) -> str:
    edge = "|" if outer else ""
    rows = ("Port | Ships", "Elm | 12", "Holt | 7")
    head, *body = (f"{edge} {row} {edge}".strip() for row in rows)
    return "\n".join((head, rule, *body)) + "\n"


@pytest.mark.parametrize(
    "rule",
    [
        "|---|---|",
        "| --- | --- |",
        "|———|———|",
        "| — | — |",
        "|–––|–––|",
        "|===|===|",
        "|:--|--:|",
        "|───┼───|",
        "+----+----+",
        "├────┼────┤",
        "|-|-|",
        "|____|____|",
    ],
)
def test_rule_of_any_dash_parts_the_head(rule: str) -> None:
    assert shape(stated(drawn(rule))) == TABLE


@pytest.mark.parametrize("rule", ["---|---", "--- | ---", "———|———", ":--|--:"])
def test_outer_bars_may_lack(rule: str) -> None:
    assert shape(stated(drawn(rule, outer=False))) == TABLE


def test_box_drawing_is_a_table() -> None:
    text = """\
        ┌──────┬───────┐
        │ Port │ Ships │
        ├──────┼───────┤
        │ Elm  │ 12    │
        │ Holt │ 7     │
        └──────┴───────┘
        """
    assert shape(stated(text)) == TABLE


def test_box_drawing_of_two_weights_is_a_table() -> None:
    text = """\
        ┏━━━━━━┳━━━━━━━┓
        ┃ Port ┃ Ships ┃
        ┡━━━━━━╇━━━━━━━┩
        │ Elm  │ 12    │
        │ Holt │ 7     │
        └──────┴───────┘
        """
    assert shape(stated(text)) == TABLE


def test_ascii_art_is_a_table() -> None:
    text = """\
        +------+-------+
        | Port | Ships |
        +------+-------+
        | Elm  | 12    |
        | Holt | 7     |
        +------+-------+
        """
    assert shape(stated(text)) == TABLE


def test_rows_without_a_rule_have_no_head() -> None:
    assert shape(stated("| Elm | 12 |\n| Holt | 7 |\n")) == "table\n  Elm | 12\n  Holt | 7"


def test_ragged_rows_keep_their_cells() -> None:
    text = "| Port | Ships |\n|---|---|\n| Elm |\n| Holt | 7 | full |\n"
    assert shape(stated(text)) == "table\n  Port | Ships !\n  Elm\n  Holt | 7 | full"


def test_empty_cells_are_kept() -> None:
    text = "| Port | Ships | Quay |\n|---|---|---|\n| Elm | | 3 |\n| | 7 | |\n"
    assert shape(stated(text)) == "table\n  Port | Ships | Quay !\n  Elm |  | 3\n   | 7 |"


def test_bar_at_the_start_of_a_row_without_outer_bars_parts_an_empty_cell() -> None:
    text = "Port | Ships\n---|---\n| 7\nElm | 12\n"
    assert shape(stated(text)) == "table\n  Port | Ships !\n   | 7\n  Elm | 12"


def test_escaped_pipe_stays_in_its_cell() -> None:
    table = stated("| Port | Ships |\n|---|---|\n| Elm \\| Holt | 7 |\n").blocks[0]
    assert isinstance(table, Table)
    assert len(table.rows[0].cells) == 2


def test_colons_of_the_rule_align_the_columns() -> None:
    table = stated("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n").blocks[0]
    assert isinstance(table, Table)
    for row in table.rows:
        assert [cell.align for cell in row.cells] == ["left", "center", "right", ""]


def test_title_row_stays_a_row_of_one_cell() -> None:
    text = "| Ships in May |\n|---|---|\n| Elm | 12 |\n| Holt | 7 |\n"
    assert shape(stated(text)) == "table\n  Ships in May !\n  Elm | 12\n  Holt | 7"


def test_two_tables_without_a_gap_are_two() -> None:
    text = "| Ships |\n|---|---|\n| Elm | 12 |\n| Boats |\n|---|---|\n| Holt | 7 |\n"
    assert shape(stated(text)) == lines("""
        table
          Ships !
          Elm | 12
        table
          Boats !
          Holt | 7
        """)


def test_empty_line_ends_a_table() -> None:
    assert len(stated("| Elm | 12 |\n\n| Holt | 7 |\n").blocks) == 2


def test_words_end_a_table() -> None:
    assert shape(stated("| Elm | 12 |\nWords.\n")) == "table\n  Elm | 12\nWords."


def test_more_rules_part_nothing_further() -> None:
    text = "| Port | Ships |\n|---|---|\n| Elm | 12 |\n|---|---|\n| All | 12 |\n"
    assert shape(stated(text)) == "table\n  Port | Ships !\n  Elm | 12\n  All | 12"


@pytest.mark.parametrize("text", ["Home | News | Local", "Yes | no", "| a lone bar", "a || b", "|"])
def test_line_with_bars_and_nothing_else_is_words(text: str) -> None:
    assert isinstance(stated(f"Before.\n\n{text}\n\nAfter.").blocks[1], Paragraph)


def test_cells_may_hold_marks() -> None:
    text = "| **Port** | [Ships](https://example.org/a|b) |\n|---|---|\n| Elm | `12` |\n"
    table = stated(text).blocks[0]
    assert isinstance(table, Table)
    assert shape(stated(text)).startswith("table\n  Port | ")


@pytest.mark.parametrize(
    ("left", "right"),
    [("Puerto", "Buques"), ("Hafen", "Schiffe"), ("Порт", "Суда"), ("港", "船"), ("ميناء", "سفن")],
)
def test_table_in_any_language(left: str, right: str) -> None:
    text = f"| {left} | {right} |\n|———|———|\n| {right} | 7 |\n"
    assert shape(stated(text)) == f"table\n  {left} | {right} !\n  {right} | 7"


# --- rows that end in a line break ------------------------------------------------------------


def broken(*rows: str) -> str:
    """Rows as html2text writes them, in a file with Markdown's marks."""
    return "# Ships\n\n" + "".join(f"{row}  \n" for row in rows)


def test_rows_of_one_cell_have_no_bar_where_every_row_ends_in_a_break() -> None:
    text = broken("Port | Ships", "---|---", "Closed", "Elm | 12", "Holt") + "\nWords.\n"
    assert shape(stated(text)) == lines("""
        # Ships
        table
          Port | Ships !
          Closed
          Elm | 12
          Holt
        Words.
        """)


def test_row_of_one_cell_above_the_rule_names_no_columns() -> None:
    assert shape(stated(broken("Elm", "---", "Holt | 7", "Bray | 9"))) == lines("""
        # Ships
        table
          Elm
          Holt | 7
          Bray | 9
        """)


def test_bold_line_above_a_plain_one_is_in_its_cell() -> None:
    text = broken("**Elm**", "a quay", "---", "**Holt**", "a pier", "Bray | 9", "**All**", "x | y")
    table = stated(text).blocks[1]
    assert isinstance(table, Table)
    assert [[len(cell.blocks) for cell in row.cells] for row in table.rows] == [
        [2],
        [2],
        [1, 1],
        [1],
        [1, 1],
    ]


def test_second_rule_begins_another_table() -> None:
    text = broken("Port | Ships", "---|---", "Elm | 12", "**Boats**", "of all", "---", "Holt | 7")
    assert [type(block).__name__ for block in stated(text).blocks] == ["Heading", "Table", "Table"]


@pytest.mark.parametrize(
    "rows", [("The sea", "the wind"), ("The sea", "---", "the wind"), ("a | b", "c | d")]
)
def test_lines_with_breaks_and_nothing_else_are_words(rows: tuple[str, ...]) -> None:
    assert not any(isinstance(block, Table) for block in stated(broken(*rows)).blocks)


def test_backslash_before_a_bar_is_a_mark_with_and_without_other_marks() -> None:
    for before in ("", "# Ships\n\n"):
        text = f"{before}| Elm \\| Holt | a\\|b |\n|---|---|\n| \\| | 7 |\n"
        assert shape(stated(text)).endswith("table\n  Elm | Holt | a|b !\n  | | 7")


def test_colons_of_the_rule_align_the_head_too() -> None:
    table = stated("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n").blocks[0]
    assert isinstance(table, Table)
    assert [cell.align for cell in table.header[0].cells] == ["left", "center", "right"]
