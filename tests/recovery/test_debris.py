"""Leftovers of a broken export: ``n###`` inside a line."""

from __future__ import annotations

import pytest

from converter.model import Omission, Span
from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from shapes import lines, recovered, shape

HEADLINE = "Harbour Opens After the Storm"


@pytest.mark.parametrize("mark", ["n###", "\\n###", "n##", " ###", "###"])
def test_hashes_in_a_line_begin_a_heading(mark: str) -> None:
    text = paragraphs(HEADLINE, HARBOUR, f"{PILOT}{mark} Pilots Want a Second Quay", EVENING)
    assert shape(recovered(text)) == lines(f"""
        # {HEADLINE}
          lead: {HARBOUR}
          {PILOT}
          ## Pilots Want a Second Quay
            {EVENING}
        """)


def test_stray_letter_is_left_out_and_told() -> None:
    document = recovered("It opened.n### The Quay\n\nIt closed.\n")
    assert document.omissions == (
        Omission("debris", "a line break written as text", "n", Span(10, 11)),
    )
    assert [notice.code for notice in document.notices] == ["C301"]


def test_several_marks_in_one_line_are_several_headings() -> None:
    document = recovered(f"{HARBOUR}n### The Quayn### The Band\n\nIt closed.\n")
    assert shape(document) == (f"lead: {HARBOUR}\n## The Quay\n  ### The Band\n    It closed.")


@pytest.mark.parametrize(
    "line",
    ["The tag is #harbour.", "Play in C# or # general.", "Issue n#4 is out.", "He is no. #1."],
)
def test_hash_that_is_no_mark_stays(line: str) -> None:
    document = recovered(paragraphs(HARBOUR, line))
    assert shape(document).endswith(line)
    assert document.omissions == ()
