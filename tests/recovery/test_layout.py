"""Tables that show no data: what their cells hold stands in their place."""

from __future__ import annotations

import pytest

from converter.model import Table, walk
from recovery.prose import HARBOUR, PILOT, paragraphs
from shapes import recovered, shape


def has_table(text: str) -> bool:
    return any(isinstance(node, Table) for node in walk(recovered(text).blocks))


def test_single_cell_is_a_paragraph() -> None:
    assert shape(recovered("| The quay opens at six. |\n|---|\n")) == "The quay opens at six."


@pytest.mark.parametrize("rule", ["|---|---|---|---|\n", ""])
def test_grid_that_lost_all_its_marks_is_lines(rule: str) -> None:
    grid = f"| Lock | Plan | Drawn | Built |\n{rule}| Elm | | | |\n| Holt | | | |\n| Bray | | | |"
    shown = shape(recovered(paragraphs("# Locks", HARBOUR, grid, PILOT))).splitlines()
    assert [line.strip() for line in shown[2:-1]] == [
        "Lock", "Plan", "Drawn", "Built", "Elm", "Holt", "Bray",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("| Lock | Plan | Drawn | Built |", "| Bray | | yes | |"),
        ("| Name | Signature |", "| Bray | |"),
        ("| Name | Yes | No | Blank |", "| Bray | ☐ | ☐ | ☐ |"),
    ],
)
def test_grid_that_holds_a_mark_or_is_a_form_is_a_table(head: str, row: str) -> None:
    empty = " | ".join("" for _ in head.split("|"))
    assert has_table("\n".join((head, f"| Elm {empty}", f"| Holt {empty}", row)))


TORN = (
    "Elm Port  \n---  \nFounded | 4 May 1901  \nLocks | {cell}\n\n"
    "  * The old lock\n  * The new lock\n\n  \nWebsite {bar} elm.example  \n  \n"
)


def test_rows_on_both_sides_of_a_list_are_lines() -> None:
    text = paragraphs("# Ports", HARBOUR, TORN.format(cell="", bar="|"), PILOT)
    shown = shape(recovered(text)).splitlines()
    assert [line.strip(" #") for line in shown[2:-1]] == [  # its title may head the lines
        "Elm Port", "Founded", "4 May 1901", "Locks", "- The old lock", "- The new lock",
        "Website", "elm.example",
    ]  # fmt: skip


@pytest.mark.parametrize(("cell", "bar"), [("two  ", "|"), ("", "at")])
def test_whole_table_above_a_list_stays(cell: str, bar: str) -> None:
    """Where its last row is whole, or no row goes on below the list."""
    assert has_table(paragraphs("# Ports", HARBOUR, TORN.format(cell=cell, bar=bar), PILOT))
