"""Promises of the Word rendition: what each kind of block becomes."""

from __future__ import annotations

from typing import Any

import pytest

from converter.model import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Exchange,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Note,
    NoteReference,
    OrderedList,
    Paragraph,
    Quote,
    Section,
    Strong,
    Subscript,
    Superscript,
    Text,
    ThematicBreak,
    Turn,
)
from converter.schemas import ArticleSchema
from converter.writers import WriteOptions, write
from laws import source_of
from word_files import R, Read, W, WordFile, find, runs, text_of

OPTIONS = WriteOptions(ArticleSchema("article", "Article", ""))
COLOPHON = "Colophon"


def text(words: str) -> Text:
    return Text(words, None, "test")


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    return tuple(text(part) if isinstance(part, str) else part for part in parts)


def paragraph(*parts: str | Inline, role: str = "") -> Paragraph:
    return Paragraph(inlines(*parts), role=role)


def heading(level: int, words: str) -> Heading:
    return Heading(level, inlines(words))


def section(level: int, words: str, *blocks: Block, role: str = "", name: str = "") -> Section:
    return Section(level, heading(level, words), blocks, role=role, id=name)


def item(*parts: str | Block) -> ListItem:
    return ListItem(tuple(paragraph(part) if isinstance(part, str) else part for part in parts))


def turn(label: str, *parts: str | Block, role: str = "answer", name: str = "") -> Turn:
    blocks = tuple(paragraph(part) if isinstance(part, str) else part for part in parts)
    return Turn(blocks, inlines(label) if label else (), label, role, name)


def written(*blocks: Block, **more: Any) -> WordFile:
    return WordFile(write(Document(source_of("A harbour town."), blocks, **more), "docx", OPTIONS))


def read(*blocks: Block, **more: Any) -> list[Read]:
    """The paragraphs that these blocks become, without the colophon."""
    return [found for found in written(*blocks, **more).paragraphs() if found.style != COLOPHON]


def styled(*blocks: Block, **more: Any) -> list[tuple[str, str]]:
    return [(found.style, found.text) for found in read(*blocks, **more)]


# --- headings and sections ------------------------------------------------------------------


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


# --- inline nodes ---------------------------------------------------------------------------


def test_white_space_reads_as_one_space_and_none_stands_at_an_end() -> None:
    block = paragraph("\n A \t line\nthat ", text(" goes"), " ", Strong(inlines(" on ")), "\n")
    assert styled(block) == [("Normal", "A line that goes on")]


def test_fixed_spaces_are_kept() -> None:
    assert styled(paragraph("10\u00a0000\u2009km")) == [("Normal", "10\u00a0000\u2009km")]


def test_the_space_between_formats_stands_on_the_plain_side() -> None:
    link = Link(inlines("the page "), "https://example.org/")
    [found] = read(
        paragraph("See ", link, "now, ", Strong(inlines("or")), Emphasis(inlines(" else")))
    )
    assert [words for words, _ in runs(found.element)] == [
        "See ",
        "the page",
        " now, ",
        "or",
        " ",
        "else",
    ]


def test_a_line_break_is_a_break_and_takes_the_space_around_it() -> None:
    assert styled(paragraph("One ", LineBreak(), " two")) == [("Normal", "One\ntwo")]


def test_emphasis_and_strong_are_styles_and_plain_formats() -> None:
    block = paragraph(Emphasis(inlines("soft")), Strong(inlines("loud", Emphasis(inlines("both")))))
    [found] = read(block)
    assert runs(found.element) == [
        ("soft", {"rStyle", "i", "iCs"}),
        ("loud", {"rStyle", "b", "bCs"}),
        ("both", {"rStyle", "b", "bCs", "i", "iCs"}),
    ]


def test_raised_and_lowered_characters() -> None:
    [found] = read(paragraph("E=mc", Superscript(inlines("2")), " H", Subscript(inlines("2"))))
    raised = [mark.values() for mark in find(found.element, "r/rPr/vertAlign")]
    assert raised == [["superscript"], ["subscript"]]


def test_code_keeps_its_spaces_and_tabs() -> None:
    [found] = read(paragraph("Type ", Code("make  all\tnow", None, "test"), "."))
    assert found.text == "Type make  all\tnow."
    assert found.value("r/rPr/rStyle") == "VerbatimChar"


def test_soft_and_fixed_hyphens_are_what_word_takes_for_them() -> None:
    [found] = read(paragraph("Fisch\u00admarkt, e\u2011mail"))
    assert found.has("r/softHyphen")
    assert found.has("r/noBreakHyphen")
    assert found.text == "Fisch\u00admarkt, e\u2011mail"


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("HTTP://example.org", "http://example.org"),
        ("https://example.org/a b/ü", "https://example.org/a%20b/%C3%BC"),
        ("https://example.org/%20", "https://example.org/%20"),
        ("https://bücher.example/", "https://bücher.example/"),
        ("mailto:desk@example.org?subject=Hi", "mailto:desk@example.org?subject=Hi"),
        ("tel:+49-30-1234", "tel:+49-30-1234"),
    ],
)
def test_a_link_leads_to_its_address(url: str, target: str) -> None:
    file = written(paragraph(Link(inlines("words"), url)))
    [link] = file.body.iter(f"{W}hyperlink")
    assert file.relationships()[str(link.get(f"{R}id"))] == target
    assert text_of(link) == "words"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "\\\\host\\share",
        "//host/share",
        "/path",
        "#there",
        "https://",
        "https://user:pass@example.org/",
        "https://[bad",
        "https://exa mple.org/",
        "mailto:nobody",
        "https://example.org/" + "a" * 3000,
        "",
    ],
)
def test_an_address_that_must_not_be_followed_leaves_the_words(url: str) -> None:
    [found] = read(paragraph("See ", Link(inlines("the page"), url), "."))
    assert found.text == "See the page."
    assert not found.has("hyperlink")


def test_one_address_has_one_relationship() -> None:
    links = [paragraph(Link(inlines("words"), "https://example.org/")) for _ in range(3)]
    targets = list(written(*links).relationships().values())
    assert targets.count("https://example.org/") == 1


# --- quotes, code, breaks, figures ----------------------------------------------------------


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


# --- lists ----------------------------------------------------------------------------------


def numbers(found: Read) -> tuple[str | None, str | None]:
    return found.value("pPr/numPr/ilvl"), found.value("pPr/numPr/numId")


def starts(file: WordFile) -> dict[str | None, str | None]:
    """The number that each counted list starts at, by the list's id."""
    return {
        num.get(f"{W}numId"): override.get(f"{W}val")
        for num in find(file.xml("word/numbering.xml"), "num")
        for override in find(num, "lvlOverride/startOverride")
    }


def test_nested_lists_are_real_lists_of_several_levels() -> None:
    inner = OrderedList((item("deep"),))
    found = read(BulletList((item("one", BulletList((item("two", inner),))),)))
    assert [(entry.text, numbers(entry)[0]) for entry in found] == [
        ("one", "0"),
        ("two", "1"),
        ("deep", "2"),
    ]
    assert [entry.style for entry in found] == ["List Bullet", "List Bullet", "List Number"]


def test_every_counted_list_counts_anew_from_its_own_start() -> None:
    file = written(
        OrderedList((item("a"), item("b"))),
        OrderedList((item("c"),), start=7),
        OrderedList((item("d"),), start=10**9),
        OrderedList((item("e"),), start=-1),
    )
    ids = [numbers(found)[1] for found in file.paragraphs() if found.style == "List Number"]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 4
    assert [starts(file)[number] for number in ids[1:]] == ["1", "7", "32767", "0"]


@pytest.mark.parametrize(
    ("style", "form"), [("decimal", "decimal"), ("alpha", "lowerLetter"), ("roman", "lowerRoman")]
)
def test_a_list_counts_in_its_style(style: str, form: str) -> None:
    file = written(OrderedList((item("a"),), style=style))
    [entry] = [found for found in file.paragraphs() if found.style == "List Number"]
    numbering = file.xml("word/numbering.xml")
    kinds = {kind.get(f"{W}abstractNumId"): kind for kind in find(numbering, "abstractNum")}
    lists = {num.get(f"{W}numId"): num for num in find(numbering, "num")}
    [kind] = find(lists[numbers(entry)[1]], "abstractNumId")
    assert find(kinds[kind.get(f"{W}val")], "lvl/numFmt")[0].get(f"{W}val") == form


def test_what_follows_in_an_item_stands_under_its_words() -> None:
    first, second, third = read(BulletList((item("one", "more"), item("two"))))
    assert (first.style, second.style, third.style) == (
        "List Bullet",
        "List Paragraph",
        "List Bullet",
    )
    assert not second.has("pPr/numPr")


def test_an_item_that_starts_with_something_else_keeps_its_number() -> None:
    found = read(OrderedList((item(CodeBlock((text("x"),))), item(), item("three"))))
    assert [(entry.style, entry.text) for entry in found] == [
        ("List Number", ""),
        ("Source Code", "x"),
        ("List Number", ""),
        ("List Number", "three"),
    ]


def test_a_list_in_a_quote_stands_in_the_quote() -> None:
    [entry] = read(Quote((BulletList((item("ice"),)),)))
    assert entry.value("pPr/ind", "left") == "840"
    assert entry.value("pPr/ind", "hanging") == "400"


# --- talk -----------------------------------------------------------------------------------


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


# --- contents -------------------------------------------------------------------------------


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


# --- notes ----------------------------------------------------------------------------------


def note(name: str, words: str) -> Note:
    return Note(name, (paragraph(words),))


def reference(mark: str, name: str) -> NoteReference:
    return NoteReference(mark, None, name, "test")


def footnotes(file: WordFile) -> dict[str, str]:
    notes = file.xml("word/footnotes.xml")
    return {str(found.get(f"{W}id")): text_of(found).strip() for found in notes if text_of(found)}


def test_notes_are_real_footnotes() -> None:
    block = paragraph("Tide", reference("1", "a"), " and time", reference("2", "b"), ".")
    file = written(block, notes=(note("b", "The clock."), note("a", "The moon.")))
    assert footnotes(file) == {"1": "The moon.", "2": "The clock."}
    [found, _] = file.paragraphs()
    assert found.text == "Tide and time."
    assert [mark.values() for mark in find(found.element, "r/footnoteReference")] == [["1"], ["2"]]


def test_a_mark_that_word_would_count_otherwise_is_kept_as_set() -> None:
    block = paragraph("Tide", reference("*", "a"), " and time", reference("1", "b"), ".")
    file = written(block, notes=(note("a", "The moon."), note("b", "The clock.")))
    assert footnotes(file) == {"1": "* The moon.", "2": "The clock."}
    assert file.paragraphs()[0].text == "Tide* and time."


def test_a_long_name_of_a_note_is_no_mark() -> None:
    block = paragraph("Tide", reference("moon-note", "a"), ".")
    assert written(block, notes=(note("a", "The moon."),)).paragraphs()[0].text == "Tide."


def test_a_second_reference_points_to_the_first() -> None:
    block = paragraph("Tide", reference("1", "a"), " and time", reference("1", "a"), ".")
    [found, *_] = read(block, notes=(note("a", "The moon."),))
    assert found.value("bookmarkStart", "name") == "_Note1"
    assert [field.text for field in find(found.element, "r/instrText")] == [
        " NOTEREF _Note1 \\f \\h "
    ]
    assert found.text == "Tide and time1."


def test_a_note_that_nothing_refers_to_is_printed_at_the_end() -> None:
    found = styled(
        paragraph("Tide."), notes=(note("7", "The moon."), note("long-name", "The sun."))
    )
    assert found == [
        ("Normal", "Tide."),
        ("footnote text", "7 The moon."),
        ("footnote text", "The sun."),
    ]


def test_a_reference_to_no_note_is_a_raised_mark() -> None:
    [found] = read(paragraph("Tide", reference("9", "gone"), "."))
    assert found.text == "Tide9."
    assert not found.has("r/footnoteReference")


def test_links_in_notes_are_those_of_the_notes() -> None:
    link = Link(inlines("page 12"), "https://example.org/minutes")
    notes = (Note("a", (paragraph("See ", link, "."),)),)
    file = written(paragraph("Tide", reference("1", "a")), notes=notes)
    assert "https://example.org/minutes" in file.relationships("footnotes").values()
    assert "https://example.org/minutes" not in file.relationships().values()


# --- any depth ------------------------------------------------------------------------------


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
