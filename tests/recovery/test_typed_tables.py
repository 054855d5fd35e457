"""Tables typed by hand: counted rows, rows of dots, columns that slip, a rule over a sum."""

from __future__ import annotations

import re

import pytest

from converter.model import Table, walk
from shapes import recovered, shape, words


def the_table(text: str) -> Table:
    (table,) = (node for node in walk(recovered(text).blocks) if isinstance(node, Table))
    return table


def test_rows_that_a_number_counts_are_a_table() -> None:
    text = (
        "1.  SV Elmau        14  10  31:12\n2.  TSV Holtdorf    14   9  28:15\n"
        "3.  FC Brayberg     14   8  25:20\n"
    )
    assert shape(recovered(text)).splitlines()[1:] == [
        "  1. | SV Elmau | 14 | 10 | 31:12",
        "  2. | TSV Holtdorf | 14 | 9 | 28:15",
        "  3. | FC Brayberg | 14 | 8 | 25:20",
    ]


def test_numbered_sentences_with_wide_spaces_are_a_list() -> None:
    text = (
        "1. Open the lock.  Wait.\n2. Let the water in.  Wait again.\n3. Go.  Do not look back.\n"
    )
    assert shape(recovered(text)).startswith("1. Open the lock.")


def test_columns_that_slip_are_parted_by_their_gaps() -> None:
    text = (
        "Ward    For   Against    Blank\nOld Town   1,204  311   12\nHarbour  988   402  9\n"
        "Upper Elm     455    780   31\nHolt Road   67  1,002   4\n"
    )
    assert shape(recovered(text)).splitlines()[1:3] == [
        "  Ward | For | Against | Blank !",
        "  Old Town | 1,204 | 311 | 12",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ("Żurek z jajkiem ............ 14 zł", "Zupa rybna ................. 18 zł"),
        ("Dorsch mit Kartoffeln . . . . . 32 €", "Suppe . . . . . 7 €"),
        ("The Keeper ………… Ben Hall", "The Pilot ………… Ines Vale"),
    ],
)
def test_dots_lead_to_a_cell(rows: tuple[str, str]) -> None:
    found = the_table("\n".join(rows))
    assert [[words((cell,)) for cell in row.cells] for row in found.rows] == [
        [part.strip(" .…") for part in re.split(r" [.…]", row, maxsplit=1)] for row in rows
    ]


def test_dots_that_break_off_a_sentence_are_no_leader() -> None:
    text = (
        "She said ... nothing at all.\nHe said .... well, nothing that a port could use either.\n"
    )
    assert not any(isinstance(node, Table) for node in walk(recovered(text).blocks))


def test_two_lines_behind_times_are_a_table() -> None:
    assert shape(recovered("10:00  Service on the quay\n12:00  Soup for everybody\n")) == (
        "table by key\n  10:00 | Service on the quay\n  12:00 | Soup for everybody"
    )


def test_rule_over_a_sum_stays_inside_the_table() -> None:
    text = (
        "                    2023      2022\nRevenue            12,400    11,300\n"
        "Costs              -9,900    -9,100\n                   ------    ------\n"
        "Profit              2,500     2,200\n"
    )
    assert shape(recovered(text)).splitlines()[-1] == "  Profit | 2,500 | 2,200"
