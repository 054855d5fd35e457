"""Levels that a file states, where several headings are marked as the highest."""

from __future__ import annotations

from converter.model import Heading, Section, text_of, walk
from converter.pipeline import convert
from recovery.prose import STORM

FIRST, SECOND, THIRD, *_ = STORM.split("\n\n")


def levels(*parts: str) -> dict[str, int]:
    """The level of each heading of a Markdown file."""
    document = convert("\n\n".join(parts).encode(), name="story.md").document
    return {
        text_of(node): node.level for node in walk(document.blocks) if isinstance(node, Heading)
    }


def test_section_below_a_section_marked_as_a_title_keeps_its_place() -> None:
    found = levels("# The storm", FIRST, "# The boats", SECOND, "## Nets", THIRD, "# Sails", FIRST)
    assert found == {"The storm": 1, "The boats": 2, "Nets": 3, "Sails": 2}


def test_headings_below_a_headline_in_front_matter_are_all_sections() -> None:
    front = "---\ntitle: A gale over Aldmouth\n---"
    found = levels(front, "# The boats", FIRST, "## Nets", SECOND, "# The night", THIRD)
    assert found == {"The boats": 2, "Nets": 3, "The night": 2}


def test_headline_that_front_matter_repeats_stays_the_headline() -> None:
    front = "---\ntitle: A gale over Aldmouth\n---"
    found = levels(front, "# Gale over Aldmouth", FIRST, "# The boats", SECOND, "## Nets", THIRD)
    assert found == {"Gale over Aldmouth": 1, "The boats": 2, "Nets": 3}


def test_sections_of_one_level_are_siblings_in_the_tree() -> None:
    front = "---\ntitle: A gale over Aldmouth\n---"
    text = "\n\n".join([front, "# The boats", FIRST, "# The night", SECOND])
    blocks = convert(text.encode(), name="story.md").document.blocks
    assert [block.level for block in blocks if isinstance(block, Section)] == [2, 2]
