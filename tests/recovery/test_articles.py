"""Several stories fused in one file, and one story that stays one."""

from __future__ import annotations

from itertools import permutations

import pytest

from converter.model import Heading, Paragraph, Section, walk
from converter.pipeline.splitting import group_articles
from recovery.newsroom import NEWS, SEAMS, told
from recovery.prose import EVENING, HARBOUR, PILOT, PORTRAIT, STORM, paragraphs
from shapes import SCHEMA, lines, recovered, shape, words

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


def test_text_without_headline_is_not_parted_by_a_change_of_subject_alone() -> None:
    first, second, third, last = STORM.split("\n\n")
    text = paragraphs(
        first, "The claims of the owners", second, "The hours of the ferries", third, last,
        "The lost portrait of the town", PORTRAIT,
    )  # fmt: skip
    headings = [node for node in walk(recovered(text).blocks) if isinstance(node, Heading)]
    assert [heading.level for heading in headings] == [2, 2, 2]


def test_each_article_has_its_own_lead() -> None:
    sections = recovered(paragraphs(STORM_HEADLINE, STORM, PORTRAIT_HEADLINE, PORTRAIT)).blocks
    for section in sections:
        assert isinstance(section, Section)
        assert [getattr(block, "role", "") for block in section.blocks].count("lead") == 1


# --- short stories, told by what stands round their headlines -----------------------------------

SURE = [seam for seam in SEAMS if seam not in ("date", "rule", "hyphens")]
"""Openings that say enough for a story of any length."""


@pytest.mark.parametrize("seam", SURE)
@pytest.mark.parametrize("language", NEWS)
def test_story_with_its_opening_is_an_article(language: str, seam: str) -> None:
    one, other, _ = NEWS[language]
    text = paragraphs(*told(one, SEAMS["byline"]), *told(other, SEAMS[seam]))
    assert articles(text) == [one.headline, other.headline]


@pytest.mark.parametrize("language", NEWS)
def test_story_that_opens_as_the_first_is_an_article(language: str) -> None:
    stories = NEWS[language]
    parted = [
        articles(paragraphs(*told(one, SEAMS["date"]), *told(other, SEAMS["date"])))
        == [one.headline, other.headline]
        for one, other in permutations(stories, 2)
    ]
    assert sum(parted) * 2 > len(parted)


@pytest.mark.parametrize("language", NEWS)
def test_three_stories_are_three_articles_each_with_its_parts(language: str) -> None:
    stories = NEWS[language]
    text = paragraphs(*(line for news in stories for line in told(news, SEAMS["byline and date"])))
    document = recovered(text)
    assert articles(text) == [news.headline for news in stories]
    for section, news in zip(document.blocks, stories, strict=True):
        assert isinstance(section, Section)
        roles = [getattr(block, "role", "") for block in section.blocks[:3]]
        assert roles == ["byline", "published", "lead"]
        assert f"## {news.section}" in shape(document)


@pytest.mark.parametrize("language", NEWS)
def test_story_with_all_its_lines_is_one_article(language: str) -> None:
    for news in NEWS[language]:
        for seam in SURE:
            assert articles(paragraphs(*told(news, SEAMS[seam]))) == []


def test_headline_says_what_speaks_for_it_and_what_it_would_else_be() -> None:
    one, other, _ = NEWS["en"]
    document = recovered(paragraphs(*told(one, SEAMS["byline"]), *told(other, SEAMS["byline"])))
    heading = next(
        node
        for node in walk(document.blocks)
        if isinstance(node, Heading) and words((node,)) == other.headline
    )
    assert heading.provenance is not None
    assert "signed below" in [sign.name for sign in heading.provenance.evidence]


def test_what_announces_an_article_goes_with_it() -> None:
    one, other, _ = NEWS["en"]
    embargo = "EMBARGOED UNTIL 00:01 FRIDAY 3 MAY"
    text = paragraphs(*told(one, SEAMS["byline"]), embargo, *told(other, SEAMS["byline"]))
    first, second = group_articles(recovered(text), SCHEMA)
    assert (first.meta("embargo"), second.meta("embargo")) == ("", embargo)
    assert (first.meta("byline"), second.meta("byline")) == (one.byline, other.byline)


# --- what is no other article -------------------------------------------------------------------

NOTE = (
    "A pilot finds a bottle with a letter from her grandmother and sails after it for a year, "
    "through fog and past islands that no chart has, and comes home with a box of lemons."
)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(
            ("* * *", HARBOUR, PILOT, "* * *", "What they want", EVENING, PILOT), id="stars"
        ),
        pytest.param(
            ("###", "About Vale Railways", PILOT, "Notes to editors", EVENING), id="about"
        ),
        pytest.param(("-ENDS-", "Notes to editors", PILOT, EVENING), id="notes"),
        pytest.param(("By Ines Vale", "Ines Vale writes about tides and ports."), id="bio"),
        pytest.param(
            ("The Long Tide", "By Maud Lamm", NOTE, "Salt and Paper", "By Otto Brandt", NOTE),
            id="books",
        ),
        pytest.param(
            ("Bands on the quay", "4 May 2024", NOTE, "Chess", "5 May 2024", NOTE), id="calendar"
        ),
        pytest.param(("4 May 2024", EVENING, "5 May 2024", PILOT), id="diary"),
        pytest.param(("Update, 4 May 2024", EVENING, PILOT), id="update"),
        pytest.param(
            ("Interview: Tom Reed", "Q: Why?", "A: The sea.", "Q: When?", "A: In May."),
            id="interview",
        ),
    ],
)
def test_part_of_an_article_is_no_article(parts: tuple[str, ...]) -> None:
    opening = ("Harbour opens after the storm", "By Tom Reed", HARBOUR, PILOT, EVENING)
    assert articles(paragraphs(*opening, *parts)) == []


def test_author_in_lower_case_is_not_joined_to_the_headline() -> None:
    news = NEWS["it"][1]
    text = "\n".join(told(news, SEAMS["byline"])) + "\n"
    assert news.byline in [
        words((node,))
        for node in walk(recovered(text).blocks)
        if isinstance(node, Paragraph) and node.role == "byline"
    ]


# --- paragraphs that come again -----------------------------------------------------------------


def test_paragraph_that_comes_again_is_marked_and_says_where_it_stands() -> None:
    again = f"“{EVENING.rstrip('.')}”!"
    document = recovered(paragraphs("Harbour opens", HARBOUR, EVENING, PILOT, again))
    assert shape(document) == lines(f"""
        # Harbour opens
          lead: {HARBOUR}
          {EVENING}
          {PILOT}
          repeated: {again}
    """)
    (repeated,) = (
        node
        for node in walk(document.blocks)
        if isinstance(node, Paragraph) and node.role == "repeated"
    )
    assert repeated.provenance is not None
    assert repeated.provenance.evidence[0].detail == "it stands first in line 5"


@pytest.mark.parametrize("line", ["Nobody answered.", "Back to top", "And so on and so on."])
def test_short_line_that_comes_again_is_not_marked(line: str) -> None:
    text = paragraphs("Harbour opens", HARBOUR, line, PILOT, line, EVENING, line)
    assert "repeated:" not in shape(recovered(text))


def test_paragraph_with_a_role_keeps_it() -> None:
    call = "Subscribe to our newsletter and read about the harbour every morning."
    text = paragraphs("Harbour opens", HARBOUR, call, PILOT, call)
    assert shape(recovered(text)).count("call-to-action:") == 2


SIGNED_BRIEFS = {
    "English": (
        ("Bridge stays shut until the spring", "By Ada Quill"),
        ("Goats return to the castle hill", "By Ben Stow"),
        ("Baker sells out before the sun rises", "By Cleo Marsh"),
    ),
    "Spanish": (
        ("El puente sigue cerrado hasta la primavera", "Por Ada Quintana"),
        ("Las cabras vuelven al cerro del castillo", "Por Blas Soto"),
        ("El panadero lo vende todo antes del alba", "Por Clea Mar"),
    ),
    "German": (
        ("Die Brücke bleibt bis zum Frühling gesperrt", "Von Ada Quandt"),
        ("Auf dem Burgberg weiden wieder Ziegen", "Von Bert Stolz"),
        ("Bäcker ist vor Sonnenaufgang ausverkauft", "Von Cleo Marsch"),
    ),
    "French": (
        ("Le pont reste fermé jusqu'au printemps", "Par Ada Quesnel"),
        ("Les chèvres reviennent sur la colline", "Par Basile Sorel"),
        ("Le boulanger a tout vendu avant l'aube", "Par Cléa Marchand"),
    ),
}
BRIEFS = (
    "Engineers who looked at the piers found more cracks in them than in the plans of the builder.",
    "A flock of thirty animals was driven up the slope on Sunday, to eat what no mower can reach.",
    "Customers stood in line from four in the morning, and the last loaf went to a night nurse.",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("language", SIGNED_BRIEFS)
def test_briefs_with_an_author_each_are_articles(language: str, gap: str) -> None:
    heads = SIGNED_BRIEFS[language]
    text = gap.join(
        line for head, brief in zip(heads, BRIEFS, strict=True) for line in (*head, brief)
    )
    assert articles(text) == [headline for headline, _ in heads]


def test_books_over_their_authors_are_no_articles() -> None:
    text = paragraphs(
        "Four books for a long winter by the fire",
        "By Ada Quill",
        BRIEFS[0],
        "The Last Bridge Home",
        "By Ben Stow",
        BRIEFS[1],
        "Salt and Bread",
        "By Cleo Marsh",
        BRIEFS[2],
    )
    assert articles(text) == []


@pytest.mark.parametrize("author", ["By Ada Quill", "By Ada Quill\n\n4 May 2024"])
def test_long_heading_without_author_in_a_signed_text_is_no_article(author: str) -> None:
    first, second, *rest = STORM.split("\n\n")
    text = paragraphs(
        "The Harbour Where Every Pilot Knows Your Name",
        author,
        first,
        "The First Boat",
        second,
        "A Short History of Never Being Late for the Tide",
        PORTRAIT.split("\n\n")[0],
        "The Night Watch",
        *rest,
    )
    assert articles(text) == []
