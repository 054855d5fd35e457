"""Headings that lost their line, at the end or the start of a paragraph."""

from __future__ import annotations

import pytest

from recovery.prose import EVENING, HARBOUR, PILOT, STORIES, paragraphs
from shapes import lines, recovered, shape

HEADLINE = "Harbour Opens After the Storm"


@pytest.mark.parametrize(
    "heading",
    [
        "Pilots Want a Second Quay",
        "Who Paid for the Quay?",
        "The Quay: What We Know",
        "“A Second Quay Would Help”",
        "Pilots Want a Second Quay (Again)",
    ],
)
def test_heading_glued_to_a_paragraph_is_split(heading: str) -> None:
    text = paragraphs(HEADLINE, HARBOUR, f"{PILOT}{heading}", EVENING, HARBOUR)
    assert shape(recovered(text)) == lines(f"""
        # {HEADLINE}
          lead: {HARBOUR}
          {PILOT}
          ## {heading}
            {EVENING}
            repeated: {HARBOUR}
        """)


@pytest.mark.parametrize("language", ["es", "fr", "de", "it", "pt"])
def test_heading_glued_to_a_paragraph_is_split_in_any_language(language: str) -> None:
    story = STORIES[language]
    text = paragraphs(story.headline, f"{story.lead}{story.second}", story.body, story.lead)
    assert f"\n  ## {story.second}\n" in shape(recovered(text))


def test_heading_glued_to_the_start_of_a_paragraph_is_split() -> None:
    body = (
        "Stay informed about the harbour and its boats, and write to us when you see the pilot "
        "with his basket of bread on the quay."
    )
    first = f"{HARBOUR} They call for action, and they stay."
    text = paragraphs(HEADLINE, first, f"Call for Action{body}", EVENING)
    assert "\n  ## Call for Action\n" in shape(recovered(text))


@pytest.mark.parametrize(
    "line",
    [
        "The form is at ports.example and the file is form.txt",
        "The band played until four in the morning.then it went home",
        "The quay belongs to the U.S.Navy",
        "The channel costs 3.5 million",
        f"{PILOT}It was a good day for the harbour and for the people.",
    ],
)
def test_paragraph_with_a_stop_inside_stays_whole(line: str) -> None:
    shown = shape(recovered(paragraphs(HEADLINE, HARBOUR, line, EVENING)))
    rows = [row.strip().removeprefix("## ").replace(" ", "") for row in shown.splitlines()]
    assert line.replace(" ", "") in rows


@pytest.mark.parametrize("name", ["McDonald", "YouTube", "iPhone", "DeLorean", "LaGuardia"])
def test_name_with_a_capital_inside_is_not_cut(name: str) -> None:
    line = (
        f"{name} came to the harbour with ninety boxes and a brass band, and left in the evening."
    )
    assert "##" not in shape(recovered(paragraphs(HEADLINE, HARBOUR, line, EVENING)))
