"""Promises of the Word rendition: what stands in a paragraph, and notes."""

from __future__ import annotations

import pytest

from converter.model import (
    Code,
    Emphasis,
    LineBreak,
    Link,
    Note,
    NoteReference,
    Strong,
    Subscript,
    Superscript,
)
from word_files import R, W, WordFile, find, runs, text_of
from writers.docx_documents import (
    inlines,
    paragraph,
    read,
    styled,
    text,
    written,
)

# --- inline nodes


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


def test_a_link_in_a_link_is_its_words() -> None:
    inner = Link(inlines("the inner"), "https://example.com/")
    [found] = read(paragraph(Link(inlines("See ", inner), "https://example.org/")))
    assert len(list(found.element.iter(f"{W}hyperlink"))) == 1
    assert found.text == "See the inner"


def test_a_link_without_words_leaves_nothing() -> None:
    [found] = read(paragraph("See", Link(inlines(" "), "https://example.org/"), "this."))
    assert found.text == "See this."
    assert not found.has("hyperlink")


def test_one_address_has_one_relationship() -> None:
    links = [paragraph(Link(inlines("words"), "https://example.org/")) for _ in range(3)]
    targets = list(written(*links).relationships().values())
    assert targets.count("https://example.org/") == 1


# --- notes


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


def test_a_note_in_a_note_is_a_raised_mark_and_printed_at_the_end() -> None:
    outer = Note("a", (paragraph("The moon", reference("b", "b"), "."),))
    blocks = paragraph("Tide", reference("1", "a"), ".")
    file = written(blocks, notes=(outer, note("b", "The sun.")))
    assert footnotes(file) == {"1": "The moonb."}
    assert file.paragraphs()[1].text == "b The sun."


def test_notes_that_nothing_refers_to_may_refer_to_each_other() -> None:
    first = Note("a", (paragraph("See", reference("b", "b"), "."),))
    second = Note("b", (paragraph("See", reference("a", "a"), "."),))
    assert styled(notes=(first, second)) == [
        ("footnote text", "a Seeb."),
        ("footnote text", "b Seea."),
    ]
