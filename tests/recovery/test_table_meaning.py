"""Tables as meant: captions, heads, keys; and tables without bars."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Heading, Provenance, Table, walk
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


# --- heads without a rule ---------------------------------------------------------------------


def rows(*lines_of_cells: str) -> str:
    return "".join(f"| {line} |\n" for line in lines_of_cells)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (rows("Port | Ships", "Elm | 12", "Holt | 7", "Bray | 9"), 1),
        (rows("Port | Ships", "Elm | 12", "Holt | 7"), 1),
        (rows("Port | Ships | Tonnes", "Elm | 12 | 4,500 t", "Holt | 7 | n/a"), 1),
        (rows("Puerto | Buques", "Elm | 12 %", "Holt | 7 %"), 1),
        (rows("Hafen | Kosten", "Elm | 1.200,50 €", "Holt | 700,00 €"), 1),
        (rows("Port | Ships | ", " | in | out", "Elm | 12 | 1", "Holt | 7 | 2"), 2),
        (rows(" | 2022 | 2023", "Elm | 12 | 14", "Holt | 7 | 9"), 1),
        (rows("Port | 2021/22 | 2022/23", "Elm | 12 | 14", "Holt | 7 | 9"), 1),
        (rows("Match | Score", "Elm | 3-1", "Holt | 0-0"), 1),
        (rows("Elm | 12", "Holt | 7", "Bray | 9"), 0),
        (rows("Name | Ines Vale", "Born | 1961", "Ships | 12"), 0),
        (rows("Elm | a quay | red", "Holt | a pier | blue", "Bray | a mole | 7"), 0),
        (rows("Elm | 2019 | 2021", "Holt | 2018 | 2020", "Bray | 2017 | 2022"), 0),
        (rows("Port | Ships", "Elm | n/a", "Holt | 7", "Bray | 9"), 1),
    ],
)
def test_words_over_figures_are_the_head(text: str, head: int) -> None:
    assert len(the_table(text).header) == head


@pytest.mark.parametrize("text", ["| | |\n|---|---|\n", "| | | |\n|:--|--:|\n"])
def test_head_that_the_writer_left_empty_stays_so(text: str) -> None:
    body = rows("Port | Ships", "Elm | 12", "Holt | 7", "Bray | 9")
    assert the_table(text + body).header == ()


def test_head_of_blank_code_is_empty() -> None:
    text = "# Ships\n\n` ` | ` `  \n---|---  \nElm | 12  \nHolt | 7\n"
    assert shape(recovered(text)) == "# Ships\n  table by key\n    Elm | 12\n    Holt | 7"


@pytest.mark.parametrize(
    "text",
    [
        "| Ships in May |\n| Port | Ships | Boats |\n|---|---|---|\n",
        "| Ships in May |\n|---|---|---|\n| Port | Ships | Boats |\n",
        "| Ships in May | | |\n| Port | Ships | Boats |\n",
    ],
)
def test_title_row_over_the_names_of_columns_is_the_caption(text: str) -> None:
    body = rows("Elm | 12 | 1", "Holt | 7 | 2")
    assert shape(recovered(text + body)) == lines("""
        table Ships in May
          Port | Ships | Boats !
          Elm | 12 | 1
          Holt | 7 | 2
        """)


def test_cells_keep_what_they_hold_as_one_text() -> None:
    text = "| Port | Needs |\n|---|---|\n| Elm | a pilot<br>a tug |\n| Holt | one; two |\n"
    assert "Elm | a pilot<br>a tug\n  Holt | one; two" in shape(recovered(text))


# --- captions by their words ------------------------------------------------------------------


def test_line_below_is_the_caption_where_the_lines_stand_below_their_tables() -> None:
    text = paragraphs(HEADED, "Table 1: Ships", HEADED, "Table 2: Boats", HARBOUR)
    assert [
        words(block.caption) for block in recovered(text).blocks if isinstance(block, Table)
    ] == [
        "Table 1: Ships",
        "Table 2: Boats",
    ]


def test_line_between_two_tables_is_the_caption_of_the_second_where_the_first_has_one_above() -> (
    None
):
    text = paragraphs("Table 1: Ships", HEADED, "Table 2: Boats", HEADED, HARBOUR)
    assert [
        words(block.caption) for block in recovered(text).blocks if isinstance(block, Table)
    ] == [
        "Table 1: Ships",
        "Table 2: Boats",
    ]


@pytest.mark.parametrize(
    "line", ["Table 2 shows the ships of May, and some of June.", "Table of ships"]
)
def test_sentence_about_a_table_is_no_caption(line: str) -> None:
    text = paragraphs("Harbour Opens", HARBOUR, line, HEADED, PILOT)
    assert the_table(text).caption == ()


@pytest.mark.parametrize(
    "line", ["Table 2", "Table A1: Ships", "Table 3.1 – Ships", "Tab. 4 Schiffe"]
)
def test_caption_is_counted_in_many_ways(line: str) -> None:
    assert words(the_table(f"{line}\n{HEADED}\n").caption) == line


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Port              Ships     Tonnes\n"
                "Elm                  12      4,500\n"
                "Holt                  7        900\n"
                "Bray                         1,200\n"
                "Total                19      6,600\n"
            ),
            (
                "Port | Ships | Tonnes !\nElm | 12 | 4,500\nHolt | 7 | 900\nBray |  | 1,200\n"
                "Total | 19 | 6,600"
            ),
        ),
        (
            (
                "                 Ships      Ships\n"
                "Port             in May     in June\n"
                "Elm              12         14\n"
                "Holt             7          9\n"
            ),
            " | Ships | Ships !\nPort | in May | in June !\nElm | 12 | 14\nHolt | 7 | 9",
        ),
        (
            (
                "Department      Budget      Change\n"
                "                (million)   (%)\n"
                "Schools         88.9        3.2\n"
                "Roads           27.4        -5.6\n"
            ),
            (
                "Department | Budget | Change !\n | (million) | (%) !\nSchools | 88.9 | 3.2\n"
                "Roads | 27.4 | -5.6"
            ),
        ),
        (
            "Name       Price\nElm        $12.00\nHolt       $7.50\nBray       $120.00\n",
            "Name | Price !\nElm | $12.00\nHolt | $7.50\nBray | $120.00",
        ),
        (
            (
                "港口    船只    吨位\n东京    12      4500\n"
                "大阪    7       900\n名古屋  3       120\n"
            ),
            "港口 | 船只 | 吨位 !\n东京 | 12 | 4500\n大阪 | 7 | 900\n名古屋 | 3 | 120",
        ),
        (
            "港口　船只\n东京　12\n大阪　7\n福冈　9\n",
            "港口 | 船只 !\n东京 | 12\n大阪 | 7\n福冈 | 9",
        ),
        (
            "Year\tShips\tBoats\n2021\t12\t3\n2022\t\t4\n2023\t9\nTotal\t21\t7\n",
            "Year | Ships | Boats !\n2021 | 12 | 3\n2022 |  | 4\n2023 | 9 |\nTotal | 21 | 7",
        ),
        (
            "\tShips\tBoats\nElm\t12\t3\nHolt\t7\t4\n",
            " | Ships | Boats !\nElm | 12 | 3\nHolt | 7 | 4",
        ),
        (
            "Port\t\tShips\t\tBoats\nElm\t\t12\t\t3\nHolt\t\t7\t\t4\n",
            "Port | Ships | Boats !\nElm | 12 | 3\nHolt | 7 | 4",
        ),
        (
            "Port\tShips\tBoats\n\nElm\t12\t3\n\nHolt\t7\t4\n",
            "Port | Ships | Boats !\nElm | 12 | 3\nHolt | 7 | 4",
        ),
        (
            (
                "Item      2023     2024\n------------------------\nWages     £1.2m    £1.4m\n"
                "Fuel      £300k    £280k\n------------------------\nTotal     £1.5m    £1.7m\n"
            ),
            (
                "Item | 2023 | 2024 !\nWages | £1.2m | £1.4m\nFuel | £300k | £280k\n"
                "Total | £1.5m | £1.7m"
            ),
        ),
        (
            "Port | Ships\nElm | 12\nHolt | 7\nBray | 9\n",
            "Port | Ships !\nElm | 12\nHolt | 7\nBray | 9",
        ),
        (
            (
                "1  Ines Vale (Elm)     9.81\n"
                "2  Tom Reed (Holt)     9.92\n"
                "3  Ann Hall (Bray)    10.01\n"
            ),
            "1 | Ines Vale (Elm) | 9.81\n2 | Tom Reed (Holt) | 9.92\n3 | Ann Hall (Bray) | 10.01",
        ),
    ],
)
def test_cells_are_found_where_they_stand(text: str, expected: str) -> None:
    shown = shape(recovered(text)).splitlines()
    assert shown[0] == "table"
    assert [line.removeprefix("  ").rstrip() for line in shown[1:]] == [
        line.rstrip() for line in expected.splitlines()
    ]


def test_two_tables_in_a_row_are_two() -> None:
    table = "Port   Ships  Crew\nElm    12     40\nHolt   7      30\n"
    found = [
        node for node in walk(recovered(f"{table}\n{table}").blocks) if isinstance(node, Table)
    ]
    assert [(len(each.header), len(each.rows)) for each in found] == [(1, 2), (1, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "By Ines Vale | 3 May 2024 | Elm\n",
        "Home | News | Sport\nAbout | Contact | Terms\nElm | Holt | Bray\n",
        "cat ships | sort\ngrep elm | wc -l\nhead -3 | tail -1\n",
        "The sea        is wide\n  the wind            is cold\nand   nobody     knows\n",
        (
            "Ines Vale           Harbour Gazette\nEditor              3 Mill Lane\n"
            "12 Quay Street      Holt\nElm                 HT1 2AB\n"
        ),
        "Ines Vale\n12 Quay Street\nElm  HT1 2AB\n",
        "Q\tDid you see the ship?\nA\tI saw it in the fog.\nQ\tWhen was that then?\n",
        "HAMLET    To be or not?\nOPHELIA   My lord, how are you?\nHAMLET    Well, I thank you.\n",
        "Ines:\tIt was six o'clock.\n\nTom:\tThe band played on.\n\nInes:\tWe all went home.\n",
    ],
)
def test_what_is_set_otherwise_is_no_table(text: str) -> None:
    assert not [node for node in walk(recovered(text).blocks) if isinstance(node, Table)]
