"""Headings on bare lines: found where they are, and none where there are none."""

from __future__ import annotations

import pytest

from converter.model import Heading, Section, text_of, walk
from recovery.prose import EVENING, HARBOUR, JAPANESE, PILOT, STORIES, Story, paragraphs
from shapes import lines, recovered, shape


def outline(text: str) -> list[str]:
    """The headings of a text, by level."""
    nodes = walk(recovered(text).blocks)
    return [f"{'#' * node.level} {text_of(node)}" for node in nodes if isinstance(node, Heading)]


@pytest.mark.parametrize(
    ("headline", "first", "second"),
    [
        ("Harbour Opens After the Storm", "A Long Wait in the Rain", "What the Pilots Say"),
        ("Harbour opens after the storm", "A long wait in the rain", "What the pilots say"),
        ("HARBOUR OPENS AFTER THE STORM", "A LONG WAIT", "THE PILOTS"),
        ("Harbour opens after the storm", "1. The wait", "2. The pilots"),
        ("Harbour opens after the storm", "“We were ready”", "“The band was not”"),
    ],
)
def test_bare_line_over_running_text_is_a_heading(headline: str, first: str, second: str) -> None:
    text = paragraphs(headline, HARBOUR, first, PILOT, second, EVENING)
    assert outline(text) == [f"# {headline}", f"## {first}", f"## {second}"]


@pytest.mark.parametrize("story", [*STORIES.values(), JAPANESE], ids=[*STORIES, "ja"])
def test_bare_line_is_a_heading_in_any_language(story: Story) -> None:
    text = paragraphs(story.headline, story.lead, story.first, story.body, story.second, story.lead)
    assert outline(text) == [f"# {story.headline}", f"## {story.first}", f"## {story.second}"]


def test_heading_needs_no_empty_line() -> None:
    text = f"Harbour Opens\n{HARBOUR}\nA Long Wait\n{PILOT}\nThe Pilots\n{EVENING}\n"
    assert outline(text) == ["# Harbour Opens", "## A Long Wait", "## The Pilots"]


@pytest.mark.parametrize(
    "text",
    [
        HARBOUR,
        paragraphs(HARBOUR, PILOT, EVENING),
        f"{HARBOUR}\n{PILOT}\n{EVENING}\n",
        paragraphs(*(story.lead for story in STORIES.values())),
    ],
)
def test_running_text_alone_has_no_headings(text: str) -> None:
    assert outline(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "The pilots were ready.",
        "By Ines Vale",
        "4 May 2024",
        "Photo: Tom Reed",
        "Advertisement",
        "and the band played on",
        "(more to come)",
        "https://ports.example/storm",
        "Contact: press@ports.example",
        "12:30",
    ],
)
def test_short_line_inside_a_story_is_no_heading(line: str) -> None:
    text = paragraphs("Harbour opens after the storm", HARBOUR, line, PILOT, EVENING)
    assert outline(text) == ["# Harbour opens after the storm"]


def test_heading_says_why() -> None:
    text = paragraphs("Harbour opens", HARBOUR, "A long wait", PILOT, "The pilots", EVENING)
    section = recovered(text).blocks[0]
    assert isinstance(section, Section)
    headings = [block.heading for block in section.blocks if isinstance(block, Section)]
    assert len(headings) == 2
    for heading in headings:
        assert heading is not None
        because = heading.provenance
        assert because is not None
        assert because.rule == "heading-on-a-bare-line"
        assert {"sentence case", "before a line that is a sentence"} <= {
            sign.name for sign in because.evidence
        }
        assert because.confidence > 0.5


def test_contents_list_makes_the_lines_that_it_names_headings() -> None:
    text = f"""\
Harbour opens after the storm

Contents
- and then the rain
- and then the band
- and then home

{HARBOUR}

and then the rain

{PILOT}

and then the band

{EVENING}

and then home

{HARBOUR}
"""
    assert outline(text)[1:] == ["## and then the rain", "## and then the band", "## and then home"]


def test_lines_of_a_table_of_events_are_no_headings() -> None:
    text = "Programme of the day\n\n10:00 Doors open\n\n10:30 The mayor speaks\n\n12:15 Lunch\n"
    assert shape(recovered(text)) == lines("""
        # Programme of the day
          10:00 Doors open
          10:30 The mayor speaks
          12:15 Lunch
        """)
