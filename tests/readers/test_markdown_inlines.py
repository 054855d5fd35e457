"""Marks inside a block of Markdown, and the characters they leave as text."""

from __future__ import annotations

import pytest

from converter.model import (
    Code,
    Emphasis,
    LineBreak,
    Link,
    NoteReference,
    Place,
    Strong,
    Subscript,
    Text,
    text_of,
    walk,
)
from readers.markdown_documents import blocks_of, codes, document_of, inlines_of, kinds, words


def test_stress_nests_and_leaves_its_marks() -> None:
    emphasis, space, strong = inlines_of("*a **b*** __c__")
    assert isinstance(emphasis, Emphasis)
    assert isinstance(strong, Strong)
    assert kinds(emphasis.children) == ["Text", "Strong"]
    assert [len(span) for span in strong.markup] == [2, 2]
    assert text_of(space) == " "


@pytest.mark.parametrize("text", ["2 * 3 * 4", "snake_case_name", "**Lars:**Well", "a ** b"])
def test_marks_that_open_nothing_are_text(text: str) -> None:
    assert inlines_of(text) == (Text(text, inlines_of(text)[0].span),)  # type: ignore[union-attr]


def test_backslash_before_a_mark_is_markup_and_before_a_letter_text() -> None:
    assert words(*blocks_of(r"\*not stress\* and C:\temp")) == r"*not stress* and C:\temp"


def test_code_is_as_typed_without_its_padding() -> None:
    code = inlines_of("`` a`b &amp; \\* ``")[0]
    assert isinstance(code, Code)
    assert code.text == "a`b &amp; \\*"


def test_code_over_two_lines_of_a_quote_is_code_on_each() -> None:
    (quote,) = blocks_of("> `one\n> two`")
    assert [(type(leaf), leaf.text) for leaf in walk((quote,)) if hasattr(leaf, "text")] == [
        (Code, "one"),
        (Text, "\n"),
        (Code, "two"),
    ]


@pytest.mark.parametrize(
    ("text", "url", "shown"),
    [
        ("[log](/log)", "/log", "log"),
        ("[log](</the log> 'A title')", "/the log", "log"),
        ("[log](/café)", "/café", "log"),
        ("<https://a.example/b>", "https://a.example/b", "https://a.example/b"),
        ("<ines@a.example>", "mailto:ines@a.example", "ines@a.example"),
        ("[log]\n\n[LOG]: /log", "/log", "log"),
        ("[log][1]\n\n[1]: /log", "/log", "log"),
    ],
)
def test_link_has_its_words_and_its_address(text: str, url: str, shown: str) -> None:
    (link,) = inlines_of(text)
    assert isinstance(link, Link)
    assert (link.url, words(link)) == (url, shown)


@pytest.mark.parametrize(
    ("text", "address", "url"),
    [
        ("See https://a.example/b_c.", "https://a.example/b_c", "https://a.example/b_c"),
        ("(see www.a.example)", "www.a.example", "http://www.a.example"),
        ("http://a.example/x_(y)!", "http://a.example/x_(y)", "http://a.example/x_(y)"),
        ("*http://a.example/*", "http://a.example/", "http://a.example/"),
    ],
)
def test_bare_address_is_a_link_without_the_marks_round_it(
    text: str, address: str, url: str
) -> None:
    links = [node for node in walk(blocks_of(text)) if isinstance(node, Link)]
    assert [(words(link), link.url) for link in links] == [(address, url)]


@pytest.mark.parametrize("text", ["`http://a.example`", "http://", "www.", "xhttp://a.example"])
def test_what_is_no_address_is_no_link(text: str) -> None:
    assert not [node for node in walk(blocks_of(text)) if isinstance(node, Link)]


def test_address_within_a_links_words_is_no_second_link() -> None:
    links = [n for n in walk(blocks_of("[http://a.example](/b)")) if isinstance(n, Link)]
    assert [link.url for link in links] == ["/b"]


@pytest.mark.parametrize("end", ["  \n", "\\\n", "   \r\n", "<br>", "<br/>\n"])
def test_hard_break_is_a_break(end: str) -> None:
    assert [type(inline) for inline in inlines_of(f"one{end}two")] == [Text, LineBreak, Text]


def test_soft_break_is_white_space_and_takes_the_space_before_it() -> None:
    (text,) = inlines_of("one \n   two")
    assert text_of(text) == "one \n   two"


def test_break_first_in_a_note_or_a_picture_takes_nothing_before_it() -> None:
    assert words(*blocks_of("a ![\\\nb](c) d")) == "a b d"
    assert [words(*note.blocks) for note in document_of("a^[  \nb]").notes] == ["b"]


def test_struck_words_are_kept_and_noticed() -> None:
    document = document_of("The ~~old~~ new ~quay~ and ~~~ waves")
    assert words(*document.blocks) == "The old new quay and ~~~ waves"
    assert codes(document) == ["C214"]
    assert "2 places" in document.notices[0].message


def test_picture_among_words_is_a_link_of_the_words_that_stand_for_it() -> None:
    link = inlines_of('See ![the *old* quay](quay.jpg "Title") here.')[1]
    assert isinstance(link, Link)
    assert (link.url, words(link)) == ("quay.jpg", "the old quay")


def test_picture_without_words_among_words_is_only_a_mark() -> None:
    assert words(*blocks_of("See ![](quay.jpg) here.")) == "See here."


def test_note_in_the_text_is_a_note() -> None:
    document = document_of("High^[At *noon*.] water")
    reference = inlines_of("High^[At *noon*.] water")[1]
    assert isinstance(reference, NoteReference)
    assert reference.text == "^"
    assert [(note.id, words(*note.blocks)) for note in document.notes] == [("^", "At noon.")]


def test_references_are_resolved_in_words_and_nowhere_else() -> None:
    document = document_of("caf&eacute; &#8217; [a](/?b&amp;c) `&lt;`\n\n    &gt;\n")
    assert document.source.text == "café ’ [a](/?b&amp;c) `&lt;`\n\n    &gt;\n"
    assert words(document.blocks[0]) == "café ’ a &lt;"


def test_text_without_references_is_the_decoded_file() -> None:
    document = document_of("A & B\n\nC")
    assert document.source.text == "A & B\n\nC"
    assert document.source.places == ()


def test_places_lead_back_to_every_character_of_the_file() -> None:
    file = "# Caf&eacute;\n\n> one &amp; two &ngE;\n> three &lt;four&gt;\n"
    source = document_of(file).source
    assert source.text == "# Café\n\n> one & two ≧̸\n> three <four>\n"
    lines = file.split("\n")
    for offset, character in enumerate(source.text):
        place = source.locate(offset)
        there = f"{lines[place.line - 1]}\n"[place.column - 1]
        inside_reference = character in "é&≧<>\u0338"
        assert there == character or inside_reference
    assert source.locate(source.text.index("&")).column == len("> one ") + 1
    assert source.places[0] == Place(0, 1, 1)


@pytest.mark.parametrize("text", ["&bogus;", "&#x110000000;", "&amp"])
def test_what_is_no_reference_is_text(text: str) -> None:
    assert words(*blocks_of(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "{{< map *where* >}}",
        "{{<figure src='x'>}}",
        "{% include map.html %}",
        "Lead {: .lead #top}",
        "Lead {#top}",
    ],
)
def test_marks_of_a_sites_own_stay_as_text_with_a_notice(text: str) -> None:
    document = document_of(f"Before.\n\n{text}\n")
    assert words(document.blocks[1]) == text
    assert codes(document) == ["C211"]


def test_deep_stress_keeps_its_words() -> None:
    document = document_of("*a " * 200 + "b*" * 200)
    assert words(*document.blocks).replace(" ", "") == "a" * 200 + "b" * 200


def test_subscript_and_words_touch() -> None:
    inlines = inlines_of("H<sub>2</sub>O")
    assert [type(inline) for inline in inlines] == [Text, Subscript, Text]
    assert text_of(*inlines) == "H2O"
