"""Tables as meant: captions, heads, keys; and tables without bars."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from converter.model import Heading, Provenance, Table, walk
from converter.pipeline import convert
from converter.recovery.captions import recover_captions
from converter.recovery.terms import BARE_LINE
from recovery.prose import HARBOUR, PILOT, paragraphs
from shapes import SCHEMA, lines, recovered, shape, stated, words


def the_table(text: str) -> Table:
    (table,) = (node for node in walk(recovered(text).blocks) if isinstance(node, Table))
    return table


def test_title_row_is_the_caption() -> None:
    text = "| Ships in May |\n|---|---|\n| Elm | 12 |\n| Holt | 7 |\n"
    assert shape(recovered(text)) == "table by key Ships in May\n  Elm | 12\n  Holt | 7"


def test_empty_head_is_none() -> None:
    assert shape(recovered("| | |\n|---|---|\n| Elm | 12 |\n| Holt | 7 |\n")) == (
        "table by key\n  Elm | 12\n  Holt | 7"
    )


def test_head_with_an_empty_first_cell_is_a_head() -> None:
    text = "| | 2022 | 2023 |\n|---|---|---|\n| Elm | 12 | 14 |\n| Holt | 7 | 9 |\n"
    assert shape(recovered(text)).startswith("table\n   | 2022 | 2023 !")


def test_head_may_have_two_rows() -> None:
    text = "| Port | Ships | Ships |\n| | in | out |\n|---|---|---|\n| Elm | 12 | 11 |\n"
    assert len(the_table(text).header) == 2


def test_every_row_has_as_many_cells_as_the_widest() -> None:
    table = the_table("| Port | Ships | Quay |\n|---|---|---|\n| Elm |\n| Holt | 7 | 1 | 9 |\n")
    assert {len(row.cells) for row in (*table.header, *table.rows)} == {4}


def test_two_columns_without_head_are_keys_and_values() -> None:
    assert the_table("| Name | Ines Vale |\n| Born | 1961 |\n").stub == 1
    assert the_table("| Port | Ships |\n|---|---|\n| Elm | 12 |\n").stub == 0


@pytest.mark.parametrize(
    "caption",
    [
        "Table 2: Ships in May",
        "Tabla 1. Buques en mayo",
        "Tableau 3 : Navires en mai",
        "Tabelle 1: Schiffe im Mai",
        "Tabella 1. Navi a maggio",
        "Tabela 4. Navios em maio",
    ],
)
def test_line_that_counts_the_table_is_its_caption(caption: str) -> None:
    text = f"{caption}\n| Port | Ships |\n|---|---|\n| Elm | 12 |\n"
    assert shape(recovered(text)) == f"table {caption}\n  Port | Ships !\n  Elm | 12"


def test_bare_line_that_heads_the_table_alone_is_its_caption() -> None:
    table = "| Port | Ships |\n|---|---|\n| Elm | 12 |"
    text = paragraphs(
        "Harbour Opens", HARBOUR, "Ships in May by Port", table, "What the Pilots Say", PILOT
    )
    assert shape(recovered(text)) == lines(f"""
        # Harbour Opens
          lead: {HARBOUR}
          table Ships in May by Port
            Port | Ships !
            Elm | 12
          ## What the Pilots Say
            {PILOT}
        """)


def test_line_over_table_and_text_is_no_caption() -> None:
    table = "| Port | Ships |\n|---|---|\n| Elm | 12 |"
    text = paragraphs("Harbour Opens", HARBOUR, "Ships in May", table, PILOT)
    assert the_table(text).caption == ()


def test_marked_heading_is_no_caption() -> None:
    text = "# Harbour\n\n## Ships\n\n| Port | Ships |\n|---|---|\n| Elm | 12 |\n"
    assert the_table(text).caption == ()


HEADED = "| Port | Ships |\n|---|---|\n| Elm | 12 |"


@pytest.mark.parametrize(
    ("table", "below", "rule", "caption"),
    [
        (HEADED, "## The pilots", BARE_LINE, "Ships in May"),
        (HEADED, "", BARE_LINE, "Ships in May"),
        (HEADED, PILOT, BARE_LINE, ""),
        (HEADED, "", "heading-in-a-line", ""),
        ("| Elm | 12 |\n| Holt | 7 |", "", BARE_LINE, ""),
    ],
)
def test_heading_is_a_caption_where_it_heads_a_table_with_a_head_alone(
    table: str, below: str, rule: str, caption: str
) -> None:
    document = stated(paragraphs("## Ships in May", table, below))
    first, *rest = document.blocks
    assert isinstance(first, Heading)
    heading = replace(first, provenance=Provenance(rule, 0.9))
    document = recover_captions(replace(document, blocks=(heading, *rest)), SCHEMA)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [words(block.caption) for block in tables] == [caption]


# --- columns ----------------------------------------------------------------------------------

COLUMNS = lines("""
    table
      Port | Ships | Quay !
      Elm | 12 | 1
      Holt | 7 | 2
      Bray | 9 | 3
    """)


@pytest.mark.parametrize(
    "text",
    [
        "Port\tShips\tQuay\nElm\t12\t1\nHolt\t7\t2\nBray\t9\t3\n",
        "Port     Ships   Quay\nElm      12      1\nHolt     7       2\nBray     9       3\n",
        "Port    Ships   Quay\nElm        12      1\nHolt        7      2\nBray        9      3\n",
        "Port  Ships  Quay\n----  -----  ----\nElm   12     1\nHolt  7      2\nBray  9      3\n",
    ],
)
def test_lines_in_columns_are_a_table(text: str) -> None:
    assert shape(recovered(text)) == COLUMNS


def test_cells_of_columns_may_hold_several_words() -> None:
    text = (
        "Port        Owner                    Ships\n"
        "Elm Harbour Associated Ports of Elm  12\n"
        "Holt Basin  The Town of Holt         7\n"
        "Bray Quay   Nobody in particular     9\n"
    ).replace("Harbour A", "Harb.   A")
    assert [len(row.cells) for row in the_table(text).rows] == [3, 3, 3]


def test_words_may_stand_in_columns_of_tabs() -> None:
    assert the_table("Puerto\tBuques\nElm\tdoce\nHolt\tsiete\n").rows


def test_prose_with_two_spaces_after_a_stop_is_no_table() -> None:
    text = (
        "The port opened.  It was six.  Nobody came.\n"
        "The band played.  It rained.  Nobody minded.\n"
        "The mayor spoke.  She was brief.  They clapped.\n"
    )
    assert not [node for node in walk(recovered(text).blocks) if isinstance(node, Table)]


def test_row_under_a_cell_of_several_rows_is_not_filled_up() -> None:
    page = b"<table><tr><th>a<th>b<tr><td rowspan=2>c<td>d<tr><td>e<tr><td>f</table>"
    document = convert(page, name="page.html", to=("outline",))
    (table,) = [block for block in document.document.blocks if isinstance(block, Table)]
    assert [len(row.cells) for row in table.rows] == [2, 1, 2]
    (written,) = json.loads(document.renditions["outline"])["blocks"]
    assert written["rows"] == [["c", "d"], ["", "e"], ["f", ""]]
