"""Promises of the Word rendition: what each kind of block becomes."""

from __future__ import annotations

import pytest

from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Contents,
    ContentsEntry,
    Emphasis,
    Exchange,
    Figure,
    ListItem,
    Paragraph,
    Quote,
    Section,
    ThematicBreak,
    Turn,
)
from word_files import find
from writers.docx_documents import (
    heading,
    inlines,
    item,
    paragraph,
    read,
    section,
    styled,
    text,
    turn,
    written,
)

# --- headings and sections


def test_sections_become_headings_of_their_level() -> None:
    inner = section(3, "Nets", paragraph("Mended at night."))
    assert styled(section(1, "Harbour", section(2, "Boats", inner))) == [
        ("heading 1", "Harbour"),
        ("heading 2", "Boats"),
        ("heading 3", "Nets"),
        ("Normal", "Mended at night."),
    ]


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ((1, 3, 3, 2), (1, 2, 2, 2)),
        ((2, 3, 1, 2), (1, 2, 1, 2)),
        ((4, 9, 4), (1, 2, 1)),
        (tuple(range(1, 10)), (1, 2, 3, 4, 5, 6, 6, 6, 6)),
    ],
)
def test_no_heading_level_is_skipped(stated: tuple[int, ...], shown: tuple[int, ...]) -> None:
    found = styled(*(heading(level, "Words") for level in stated))
    assert found == [(f"heading {level}", "Words") for level in shown]


def test_a_heading_without_words_leaves_no_line() -> None:
    assert styled(heading(1, " \n"), paragraph("Words.")) == [("Normal", "Words.")]


def test_each_article_but_the_first_starts_a_page() -> None:
    before = paragraph("What came before.")
    articles = [section(1, f"Article {number}", role="article") for number in (1, 2, 3)]
    starts = [found.text for found in read(before, *articles) if found.has("pPr/pageBreakBefore")]
    assert starts == ["Article 2", "Article 3"]


def test_an_article_without_a_heading_starts_a_page_too() -> None:
    first = section(1, "Article", role="article")
    second = Section(1, None, (paragraph("Words."), paragraph("More.")), role="article")
    starts = [found.text for found in read(first, second) if found.has("pPr/pageBreakBefore")]
    assert starts == ["Words."]


@pytest.mark.parametrize(
    ("role", "style"),
    [
        ("lead", "Lead"),
        ("byline", "Byline"),
        ("standfirst", "Subtitle"),
        ("call-to-action", "Call to Action"),
        ("conclusion", "Normal"),
    ],
)
def test_the_role_of_a_paragraph_shows_in_its_style(role: str, style: str) -> None:
    assert styled(paragraph("Words.", role=role)) == [(style, "Words.")]


def test_a_call_to_action_section_sets_off_all_its_paragraphs() -> None:
    block = section(2, "Join us", paragraph("Write."), paragraph("Call."), role="call-to-action")
    assert [style for style, _ in styled(block)] == [
        "heading 1",
        "Call to Action",
        "Call to Action",
    ]


def test_a_paragraph_that_leads_up_to_something_is_kept_with_it() -> None:
    found = read(paragraph("What they bring: "), paragraph("Ice: a lot."))
    assert [entry.has("pPr/keepNext") for entry in found] == [True, False]


# --- quotes and pictures


def test_a_quote_in_a_quote_stands_further_in() -> None:
    outer, inner = read(Quote((paragraph("One."), Quote((paragraph("Two."),)))))
    assert (outer.style, outer.value("pPr/ind", "left")) == ("Quote", None)
    assert (inner.style, inner.value("pPr/ind", "left")) == ("Quote", "880")


def test_a_code_block_is_one_paragraph_with_its_lines_and_tabs() -> None:
    block = CodeBlock((text("def price(fish):\n"), text("\treturn 4\r\n"), text("\n"), text("  x")))
    assert styled(block) == [("Source Code", "def price(fish):\n\treturn 4\n\n  x")]


def test_a_thematic_break_is_a_rule_without_characters() -> None:
    assert styled(ThematicBreak()) == [("Thematic Break", "")]


def test_a_figure_says_what_it_shows_and_where_it_lies() -> None:
    url = "https://example.org/hall.jpg"
    block = Figure(url, "The hall at dusk", inlines("The new hall."), inlines("Photo: I. Holm"))
    assert styled(block) == [
        ("Figure", f"The hall at dusk\n{url}"),
        ("Figure Caption", "The new hall. Photo: I. Holm"),
    ]


def test_a_picture_in_its_own_address_is_not_printed() -> None:
    assert styled(Figure("data:image/png;base64,AAAA", "A gull")) == [("Figure", "A gull")]


# --- talk


def test_speaker_and_words_stand_in_one_paragraph() -> None:
    question = turn("Editor’s Question", "Who pays?", role="question")
    exchange = Exchange(question, (turn("Guest", "The city.", "All of it."),))
    found = read(exchange)
    assert [(entry.style, entry.text) for entry in found] == [
        ("Question", "Editor’s Question: Who pays?"),
        ("Answer", "Guest: The city."),
        ("Answer", "All of it."),
    ]
    assert found[0].value("r/rPr/rStyle") == "Speaker"


def test_a_question_is_kept_with_its_answer() -> None:
    file = written(turn("Q", "Who pays?", role="question"))
    styles = file.xml("word/styles.xml")
    [question] = [style for style in find(styles, "style") if "Question" in style.values()]
    assert find(question, "pPr/keepNext")


@pytest.mark.parametrize(
    ("label", "shown"),
    [("Q", "Q: Why?"), ("Q.", "Q. Why?"), ("Q —", "Q — Why?"), ("Guest ", "Guest: Why?")],
)
def test_a_label_is_parted_from_the_words_once(label: str, shown: str) -> None:
    assert styled(turn(label, "Why?")) == [("Answer", shown)]


def test_a_chinese_label_has_a_chinese_colon() -> None:
    assert styled(turn("記者", "目的は？")) == [("Answer", "記者：目的は？")]


def test_a_label_before_a_list_stands_alone_and_with_it() -> None:
    found = read(turn("Guest", BulletList((item("piers"),))))
    assert [(entry.style, entry.text) for entry in found] == [
        ("Answer", "Guest:"),
        ("List Bullet", "piers"),
    ]
    assert found[0].has("pPr/keepNext")


def test_a_question_without_a_label_and_a_question_set_as_a_heading() -> None:
    bare = turn("", "Why?", role="question")
    headed = Turn((heading(3, "Who pays?"),), role="question")
    assert styled(bare, headed) == [("Question", "Why?"), ("heading 1", "Who pays?")]


def test_a_turn_outside_an_exchange_is_a_turn() -> None:
    assert styled(turn("Ines", "Good.", role="")) == [("Turn", "Ines: Good.")]


# --- contents


def test_contents_entries_lead_to_what_they_name() -> None:
    entries = (
        ContentsEntry(inlines("The boats"), 1, "boats"),
        ContentsEntry(inlines("Who pays?"), 2, "q1"),
        ContentsEntry(inlines("Nobody"), 1, "gone"),
    )
    found = read(
        Contents(entries, inlines("In this issue")),
        section(2, "Boats", turn("Q", "Who pays?", role="question", name="q1"), name="boats"),
    )
    assert [(entry.style, entry.text) for entry in found[:4]] == [
        ("TOC Heading", "In this issue"),
        ("toc 1", "The boats"),
        ("toc 2", "Who pays?"),
        ("toc 1", "Nobody"),
    ]
    links = [entry.value("hyperlink", "anchor") for entry in found[1:4]]
    marks = [entry.value("bookmarkStart", "name") for entry in found[4:]]
    assert links[:2] == marks
    assert links[2] is None


def test_a_bookmark_of_something_empty_is_set_all_the_same() -> None:
    entries = (ContentsEntry(inlines("Empty"), 1, "empty"),)
    file = written(Contents(entries), Section(2, None, (), id="empty"))
    names = [entry.value("bookmarkStart", "name") for entry in file.paragraphs()]
    assert names.count("_Entry1") == 1


# --- any depth


@pytest.mark.parametrize("kind", ["quote", "list", "section", "emphasis"])
def test_no_depth_is_too_deep(kind: str) -> None:
    block: Block = paragraph("deep")
    for _ in range(3000):
        match kind:
            case "quote":
                block = Quote((block,))
            case "list":
                block = BulletList((ListItem((block,)),))
            case "section":
                block = Section(2, None, (block,))
            case _:
                assert isinstance(block, Paragraph)
                block = Paragraph((Emphasis(block.inlines),))
    assert styled(block)[-1][1] == "deep"
