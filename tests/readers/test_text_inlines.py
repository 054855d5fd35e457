"""Inline marks: only where the file shows that it uses them, and only where they close."""

from __future__ import annotations

import pytest

from converter.model import Code, Emphasis, Inline, Link, Paragraph, Strong, Text, text_of
from shapes import stated

MARKED = "# Marks\n\n"
"""A heading of hashes: the file uses Markdown's marks."""


def inlines(text: str) -> tuple[Inline, ...]:
    paragraph = stated(MARKED + text).blocks[1]
    assert isinstance(paragraph, Paragraph)
    return paragraph.inlines


def kinds(text: str) -> list[tuple[str, str]]:
    return [(type(inline).__name__, text_of(inline)) for inline in inlines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*Elm*", [("Emphasis", "Elm")]),
        ("_Elm_", [("Emphasis", "Elm")]),
        ("_Elm_quay and Holt_", [("Emphasis", "Elm_quay and Holt")]),
        ("**Elm**", [("Strong", "Elm")]),
        ("__Elm__", [("Strong", "Elm")]),
        ("`Elm`", [("Code", "Elm")]),
        ("[Elm](https://elm.example)", [("Link", "Elm")]),
        ("a **b** c", [("Text", "a "), ("Strong", "b"), ("Text", " c")]),
        ("**Q:**Why?", [("Strong", "Q:"), ("Text", "Why?")]),
    ],
)
def test_marks_make_nodes(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4", "snake_case_name", "**never closed", "`never closed", "[no link]", "[a] (b)",
        "5* hotel and 4* hotel", "b ** a ** b", "** a", "a_b", "**", "![", "](",
    ],
)  # fmt: skip
def test_marks_that_do_not_close_stay_words(text: str) -> None:
    assert kinds(text) == [("Text", text)]


def test_marks_nest() -> None:
    strong = inlines("**Elm and *Holt* and [Bray](b)**")[0]
    assert isinstance(strong, Strong)
    assert [type(child) for child in strong.children] == [Text, Emphasis, Text, Link]


def test_link_keeps_its_address_as_written() -> None:
    link = inlines('[Elm](https://elm.example/a_(b)?c=d "A title")')[0]
    assert isinstance(link, Link)
    assert link.url == "https://elm.example/a_(b)?c=d"


def test_code_keeps_marks() -> None:
    code = inlines("`**not bold**`")[0]
    assert isinstance(code, Code)
    assert code.text == "**not bold**"


def test_escape_is_markup_and_its_character_text() -> None:
    assert "".join(text_of(inline) for inline in inlines("2 \\* 3 \\_ 4")) == "2 * 3 _ 4"


def test_file_without_marks_keeps_its_stars() -> None:
    paragraph = stated("The *Elm* and the file_name_here and a 4* hotel.").blocks[0]
    assert isinstance(paragraph, Paragraph)
    assert [type(inline) for inline in paragraph.inlines] == [Text]


@pytest.mark.parametrize("text", ["**Elm** opened.", "See [Elm](e).", "## Elm", "```\na\n```"])
def test_one_clear_mark_shows_that_a_file_uses_them(text: str) -> None:
    emphasis = stated(f"{text}\n\n*Holt*\n").blocks[-1]
    assert isinstance(emphasis, Paragraph)
    assert isinstance(emphasis.inlines[0], Emphasis)


@pytest.mark.parametrize(
    ("text", "strong", "rest"),
    [
        ("**Lars: **We started.", "Lars: ", "We started."),
        ("** 4 - How? **", " 4 - How? ", ""),
        ("**Lars:**Well.", "Lars:", "Well."),
    ],
)
def test_stress_that_opens_a_paragraph_may_hold_white_space(
    text: str, strong: str, rest: str
) -> None:
    """Scrapers put the white space of a label inside its marks; CommonMark leaves those as text."""
    assert kinds(text) == [("Strong", strong)] + ([("Text", rest)] if rest else [])
