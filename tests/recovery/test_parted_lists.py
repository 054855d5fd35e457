"""Lists that a wrapped line parted."""

from __future__ import annotations

import pytest

from converter.model import BulletList, OrderedList, walk
from shapes import recovered

ITEM = (
    "The flood gates at the lock will be tested at dawn on Wednesday, and\n"
    "Ines Vale asks the owners of all boats to leave the basin at midnight\n"
    "and to take their lines with them, as the level may rise by half a\n"
    "metre within minutes and not go back before the evening of that day."
)


def lists(text: str) -> list[int]:
    """How many items each list of a text has."""
    blocks = walk(recovered(text).blocks)
    return [len(block.items) for block in blocks if isinstance(block, BulletList | OrderedList)]


@pytest.mark.parametrize("marks", [("-", "-", "-"), ("•", "•", "•"), ("1.", "2.", "3.")])
def test_list_goes_on_behind_a_line_that_a_width_broke(marks: tuple[str, ...]) -> None:
    assert lists("".join(f"{mark} {ITEM}\n" for mark in marks)) == [3]


@pytest.mark.parametrize("marks", [("-", "*"), ("1.", "1."), ("1.", "3."), ("1.", "b)")])
def test_other_marks_begin_another_list(marks: tuple[str, ...]) -> None:
    assert lists("".join(f"{mark} {ITEM}\n" for mark in marks)) == [1, 1]


def test_other_column_begins_another_list() -> None:
    assert lists(f"Words:\n     - Elm\n     - Holt\n- {ITEM}\n- {ITEM}\n") == [2, 2]
