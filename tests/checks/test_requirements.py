"""Promises of the requirement check: what it counts, what it says, where, and how it helps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from converter.checks.requirements import Problem, check
from converter.model import (
    Block,
    BulletList,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Exchange,
    Heading,
    ListItem,
    MetadataItem,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    Span,
    Table,
    Text,
    Turn,
)
from converter.schemas import ArticleSchema, Requirement
from converter.schemas.article import COUNTED, METADATA
from converter.schemas.loading import load_schema, shipped_schemas
from laws import source_of
from strategies import documents, examples


def schema(*requirements: Requirement) -> ArticleSchema:
    return ArticleSchema("ours", "Ours", "", "news/ours.toml", requirements=requirements)


def document(*blocks: Block, metadata: tuple[MetadataItem, ...] = ()) -> Document:
    return Document(source_of("x" * 200), blocks, metadata=metadata)


def at(start: int, text: str) -> Text:
    return Text(text, Span(start, start + len(text)))


def section(title: str, start: int = 0, level: int = 2, role: str = "") -> Section:
    return Section(level, Heading(level, (at(start, title),)), (), role)


def table(*columns: str, start: int = 0) -> Table:
    cells = tuple(Cell((Paragraph((at(start, column),)),)) for column in columns)
    return Table((), (Row(cells),))


TURN = Turn((Paragraph((at(5, "Who?"),)),), (at(0, "Q"),), "Q", "question")
WORDS = Paragraph((at(9, "Rain."),))


def said(found: Document, *requirements: Requirement) -> list[str]:
    return [problem.message for problem in check(found, schema(*requirements))]


# --- counting -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "blocks"),
    [
        ("headline", (section("Rain", level=1),)),
        ("headline", (Heading(1, (at(0, "Rain"),)),)),
        ("article", (section("Rain", level=1, role="article"),)),
        ("article", (WORDS,)),
        ("section", (section("Rain"),)),
        ("section", (Section(1, section("Rain", level=1).heading, (section("Sun"),)),)),
        ("section", (Section(1, None, (WORDS,)),)),
        ("exchange", (Exchange(TURN, (TURN,)),)),
        ("table", (Table((Row(()),)),)),
        ("list", (BulletList((ListItem((WORDS,)),)),)),
        ("list", (OrderedList((ListItem((WORDS,)),)),)),
        ("quote", (BulletList((ListItem((Quote((WORDS,)),)),)),)),
        ("contents", (Contents((ContentsEntry((at(0, "Rain"),)),)),)),
    ],
)
def test_one_is_enough_and_one_too_many_for_none(what: str, blocks: tuple[Block, ...]) -> None:
    found = document(*blocks)
    assert said(found, Requirement(what)) == []
    assert len(said(found, Requirement(what, 0, 0))) == 1
    assert len(said(found, Requirement(what, 2))) == 1


@pytest.mark.parametrize("what", [*COUNTED, *METADATA])
def test_nothing_is_there_in_an_empty_document(what: str) -> None:
    [problem] = check(document(), schema(Requirement(what)))
    assert problem.code == "R101"
    assert problem.span is None
    assert problem.requirement == Requirement(what)
    assert problem.message.startswith("no ")
    assert "; " in problem.message


@pytest.mark.parametrize("what", ["headline", *METADATA])
def test_metadata_that_is_stated_is_there(what: str) -> None:
    item = MetadataItem(what, "x", "user", Span(3, 4))
    assert said(document(metadata=(item,)), Requirement(what)) == []
    assert len(said(document(metadata=(MetadataItem(what, "", "user"),)), Requirement(what))) == 1


def test_a_headline_in_the_text_and_in_the_metadata_is_one() -> None:
    item = MetadataItem("headline", "Rain", "text", Span(0, 4))
    found = document(section("Rain", level=1), metadata=(item,))
    assert said(found, Requirement("headline", 1, 1)) == []


def test_the_newspapers_section_in_the_metadata_is_no_section_of_the_text() -> None:
    found = document(metadata=(MetadataItem("section", "Weather", "user"),))
    assert len(said(found, Requirement("section"))) == 1


def test_an_article_and_the_headlines_own_section_are_no_sections() -> None:
    found = document(section("Rain", level=1), section("Sun", 5, level=1, role="article"))
    assert len(said(found, Requirement("section"))) == 1


def test_a_heading_without_words_is_no_headline() -> None:
    assert len(said(document(Heading(1, (at(0, " "),))), Requirement("headline"))) == 1


@pytest.mark.parametrize("title", ["Conclusion", "CONCLUSION", " conclusion: ", "Conclusion."])
def test_a_heading_is_the_one_asked_for_however_it_is_set(title: str) -> None:
    assert said(document(section(title)), Requirement("section", heading="Conclusion")) == []


def test_curly_and_straight_apostrophes_are_one() -> None:
    found = document(section("What’s next"))
    assert said(found, Requirement("section", heading="What's next")) == []


def test_a_table_has_the_columns_asked_for_among_others_in_any_order() -> None:
    found = document(table("sum", "Place", "Year"))
    assert said(found, Requirement("table", columns=("Year", "Sum"))) == []


# --- what is said, and where --------------------------------------------------------------------


def test_what_is_missing_is_told_with_what_to_do_and_who_asks() -> None:
    assert said(document(WORDS), Requirement("headline", line=7)) == [
        "no headline is there; set the title as a heading of level 1 (ours.toml:7)"
    ]


def test_a_missing_byline_is_told() -> None:
    assert said(document(), Requirement("canonical_url")) == [
        "no canonical url is there; state it in the document"
    ]


def test_too_few_are_told_at_the_last() -> None:
    requirement = Requirement("section", 3)
    [problem] = check(document(section("Rain"), section("Sun", 20)), schema(requirement))
    assert problem == Problem(
        "R102",
        "2 sections are there, at least 3 must be; put a heading above each part",
        Span(20, 23),
        requirement,
    )


def test_too_many_are_told_at_the_first_in_excess() -> None:
    requirement = Requirement("table", 0, 1)
    [problem] = check(document(table("A", start=3), table("B", start=30)), schema(requirement))
    assert problem == Problem(
        "R103", "2 tables are there, at most 1 may be; take 1 out", Span(30, 31), requirement
    )


def test_one_is_counted_in_the_singular() -> None:
    assert said(document(section("Rain")), Requirement("section", 2)) == [
        "1 section is there, at least 2 must be; put a heading above each part"
    ]


def test_none_of_several_says_how_many() -> None:
    assert said(document(), Requirement("quote", 2)) == [
        "no quote is there, at least 2 must be; begin each line of it with >"
    ]


def test_problems_come_in_the_order_of_their_places_and_those_without_last() -> None:
    found = document(section("Rain", 10), table("A", start=3))
    problems = check(
        found,
        schema(
            Requirement("quote"),
            Requirement("section", 2),
            Requirement("exchange"),
            Requirement("table", 0, 0),
        ),
    )
    assert [problem.requirement.what for problem in problems] == [
        "table",
        "section",
        "quote",
        "exchange",
    ]


# --- what is nearly right -----------------------------------------------------------------------


@pytest.mark.parametrize("title", ["Conclusions", "Conclusion and outlook", "Conlcusion"])
def test_a_heading_that_may_be_meant_is_named_with_its_place(title: str) -> None:
    found = document(section("Weather"), section(title, 30))
    [problem] = check(found, schema(Requirement("section", heading="Conclusion")))
    assert problem.message == (
        f'no section "Conclusion" is there, but "{title}" is; '
        'write "Conclusion" there, or change the schema'
    )
    assert problem.span == Span(30, 30 + len(title))


def test_a_heading_that_is_like_none_is_only_missing() -> None:
    assert said(document(section("Weather")), Requirement("section", heading="Conclusion")) == [
        'no section "Conclusion" is there; put a heading above each part'
    ]


def test_the_table_that_lacks_least_is_named() -> None:
    found = document(table("A", start=1), table("Year", "Place", start=9), table("Year", start=20))
    [problem] = check(found, schema(Requirement("table", columns=("Year", "Place", "Sum"))))
    assert problem.message == (
        'no table with the columns "Year", "Place", "Sum" is there, '
        'but one is that lacks only "Sum"; name its columns so, or change the schema'
    )
    assert problem.span is not None
    assert problem.span.start == 9


def test_a_table_that_has_none_of_the_columns_is_not_meant() -> None:
    [problem] = check(document(table("A")), schema(Requirement("table", columns=("Year",))))
    assert problem.span is None


def test_a_title_of_a_lower_level_is_named() -> None:
    [problem] = check(document(section("Rain", 4, level=2)), schema(Requirement("headline")))
    assert problem.message == (
        'no headline is there, but "Rain" is a heading of a lower level; '
        "set the title as a heading of level 1"
    )
    assert problem.span == Span(4, 8)


def test_turns_without_an_exchange_point_to_the_labels() -> None:
    [problem] = check(document(TURN, TURN), schema(Requirement("exchange")))
    assert problem.message == (
        "no question with an answer is there, but 2 turns of speakers are; "
        "list the label of who asks in a schema of your own, under labels.question"
    )
    assert problem.span == Span(0, 9)


# --- any document -------------------------------------------------------------------------------


@examples
@given(documents())
def test_any_document_gets_sentences_in_order(found: Document) -> None:
    everything = [Requirement(what, 2, 3) for what in (*COUNTED, *METADATA)]
    problems = check(found, schema(*everything))
    places = [problem.span.start for problem in problems if problem.span]
    assert all(one <= other for one, other in pairwise(places))
    assert all("; " in problem.message for problem in problems)
    assert all("\n" not in problem.message for problem in problems)


@pytest.mark.parametrize("name", shipped_schemas())
def test_what_a_shipped_schema_asks_for_can_be_met(name: str) -> None:
    parts = (section("Rain", 5), section("Sun", 10), Exchange(TURN, (TURN,)))
    found = document(Section(1, Heading(1, (at(0, "News"),)), parts))
    assert check(found, load_schema(name)) == ()
