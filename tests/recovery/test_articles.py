"""Several stories fused in one file, and one story that stays one."""

from __future__ import annotations

import pytest

from converter.model import Section
from recovery.prose import PORTRAIT, STORM, paragraphs
from shapes import recovered

STORM_HEADLINE = "Harbour Opens After the Storm of the Century"
PORTRAIT_HEADLINE = "Museum Buys the Lost Portrait of a Forgotten Painter"


def articles(text: str) -> list[str]:
    """The headlines of the articles of a text."""
    return [
        "".join(leaf.text for leaf in block.heading.inlines)  # type: ignore[union-attr]
        for block in recovered(text).blocks
        if isinstance(block, Section) and block.role == "article" and block.heading is not None
    ]


@pytest.mark.parametrize(
    "seam", ["\n\n", "", "n### ", "\n\n***\n\n", "\n\nSubscribe to our newsletter.\n\n"]
)
def test_another_story_is_another_article(seam: str) -> None:
    text = paragraphs(STORM_HEADLINE, f"{STORM}{seam}{PORTRAIT_HEADLINE}", PORTRAIT)
    assert articles(text) == [STORM_HEADLINE, PORTRAIT_HEADLINE]


def test_marked_headlines_are_articles() -> None:
    text = paragraphs("# Harbour opens again", STORM, "# Museum buys portrait", PORTRAIT)
    assert articles(text) == ["Harbour opens again", "Museum buys portrait"]


def test_section_on_the_same_subject_is_no_article() -> None:
    first, second, *rest = STORM.split("\n\n")
    text = paragraphs(
        STORM_HEADLINE, first, second, "Ferries and Pilots Argue With the Harbour Board", *rest
    )
    assert articles(text) == []
    assert [block.level for block in recovered(text).blocks if isinstance(block, Section)] == [1]


def test_marked_section_is_no_article() -> None:
    text = paragraphs("# Harbour opens", STORM, "## Museum buys the lost portrait", PORTRAIT)
    assert articles(text) == []


def test_each_article_has_its_own_lead() -> None:
    sections = recovered(paragraphs(STORM_HEADLINE, STORM, PORTRAIT_HEADLINE, PORTRAIT)).blocks
    for section in sections:
        assert isinstance(section, Section)
        assert [getattr(block, "role", "") for block in section.blocks].count("lead") == 1
