"""Lines to blocks: what the first characters of a line, and nothing else, say."""

from __future__ import annotations

import pytest

from converter.model import CodeBlock, Heading, OrderedList, Paragraph, Span, text_of, walk
from converter.readers import ReadOptions, read
from laws import assert_laws, source_of
from shapes import lines, shape, stated

LANGUAGES = {
    "English": "The port opened at six.",
    "Spanish": "¿Abrió el puerto a las seis?",
    "French": "Le port a ouvert à six heures !",
    "German": "Der Hafen öffnete um sechs.",
    "Italian": "Il porto è aperto dalle sei.",
    "Portuguese": "O porto abriu às seis.",
    "Polish": "Port otwarto o szóstej.",
    "Greek": "Το λιμάνι άνοιξε στις έξι.",
    "Russian": "Порт открылся в шесть.",
    "Arabic": "افتُتح الميناء في السادسة.",
    "Japanese": "港は六時に開いた。",
}


def test_line_is_a_paragraph() -> None:
    assert shape(stated("One.\nTwo.\n\nThree.")) == "One.\nTwo.\nThree."


@pytest.mark.parametrize("language", LANGUAGES)
def test_line_is_a_paragraph_in_any_language(language: str) -> None:
    words = LANGUAGES[language]
    assert shape(stated(f"{words}\n\n{words}\n")) == f"{words}\n{words}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\f", "\v"])
def test_any_line_end_ends_a_line(end: str) -> None:
    assert shape(stated(f"One.{end}Two.")) == "One.\nTwo."


def test_span_points_at_the_words_without_the_space_around_them() -> None:
    paragraph = stated("One.\n \t Two words. \n").blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert paragraph.inlines[0].span == Span(8, 18)  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["", "\n", " \t\n\n", "\ufeff\n"[1:]])
def test_nothing_is_no_block(text: str) -> None:
    assert stated(text).blocks == ()


# --- headings ---------------------------------------------------------------------------------


@pytest.mark.parametrize("level", range(1, 7))
def test_hashes_make_a_heading_of_their_number(level: int) -> None:
    hashes = "#" * level
    assert shape(stated(f"{hashes} The port\n")) == f"{hashes} The port"


def test_hashes_are_markup() -> None:
    heading = stated("## The port ##\n").blocks[0]
    assert isinstance(heading, Heading)
    assert text_of(heading) == "The port"
    assert heading.markup == (Span(0, 2), Span(12, 14))


@pytest.mark.parametrize("text", ["#port", "####### The port", "\\# The port", "a # b"])
def test_other_hashes_are_words(text: str) -> None:
    assert isinstance(stated(text).blocks[0], Paragraph)


def test_hash_of_a_number_or_a_language_is_no_closing_mark() -> None:
    assert shape(stated("# Written in C#\n")) == "# Written in C#"


@pytest.mark.parametrize(
    ("underline", "level"), [("========", 1), ("--------", 2), ("=====", 1), ("-----", 2)]
)
def test_line_below_a_line_makes_it_a_heading(underline: str, level: int) -> None:
    assert (
        shape(stated(f"The port\n{underline}\nIt opened.")) == f"{'#' * level} The port\nIt opened."
    )


def test_line_that_an_empty_line_parts_from_the_words_is_a_break() -> None:
    assert shape(stated("The port\n\n--------\n")) == "The port\n----"


def test_line_much_shorter_than_the_words_is_a_break() -> None:
    text = "The port opened again at six in the morning after the storm.\n---\nIt closed."
    assert shape(stated(text)) == (
        "The port opened again at six in the morning after the storm.\n----\nIt closed."
    )


@pytest.mark.parametrize(
    "line", ["***", "* * *", "---", "- - -", "___", "————", "──────", "=====", "- - - - -"]
)
def test_line_of_strokes_is_a_break(line: str) -> None:
    assert shape(stated(f"One.\n\n{line}\n\nTwo.")) == "One.\n----\nTwo."


# --- quotes -----------------------------------------------------------------------------------


def test_quote_holds_its_lines() -> None:
    assert shape(stated("> One.\n> Two.\nThree.")) == "> One.\n> Two.\nThree."


def test_quotes_nest() -> None:
    assert shape(stated("> One.\n> > Two.\n> > Three.\n> Four.")) == (
        "> One.\n> > Two.\n> > Three.\n> Four."
    )


def test_quote_may_hold_a_list_and_a_heading() -> None:
    assert shape(stated("> # Ports\n> - Elm\n> - Holt\n")) == "> # Ports\n> - Elm\n> - Holt"


def test_empty_line_of_a_quote_parts_its_paragraphs_and_not_the_quote() -> None:
    document = stated("> One.\n>\n> Two.\n")
    assert len(document.blocks) == 1
    assert shape(document) == "> One.\n> Two."


def test_two_quotes_that_an_empty_line_parts_are_two() -> None:
    assert len(stated("> One.\n\n> Two.\n").blocks) == 2


def test_quote_deeper_than_the_limit_is_words() -> None:
    document = read(source_of("> " * 9 + "deep"), ReadOptions(max_depth=3))
    assert shape(document) == "> " * 3 + "> " * 6 + "deep"
    innermost = document.blocks[0].blocks[0].blocks[0].blocks[0]  # type: ignore[union-attr]
    assert isinstance(innermost, Paragraph)


# --- fences -----------------------------------------------------------------------------------


@pytest.mark.parametrize("fence", ["```", "~~~", "`````"])
def test_fence_keeps_its_lines_as_typed(fence: str) -> None:
    text = f"{fence}\n# not a heading\n  - not a list\n\n| not | a table |\n{fence}\nWords."
    assert shape(stated(text)) == lines("""
        code
          # not a heading
            - not a list

          | not | a table |
        Words.
        """)


def test_fence_may_name_a_language() -> None:
    code = stated("```toml\na = 1\n```\n").blocks[0]
    assert isinstance(code, CodeBlock)
    assert (code.language, text_of(code)) == ("toml", "a = 1")


@pytest.mark.parametrize("line", ["```", "~~~ toml", "``` The mayor spoke for two hours."])
def test_fence_that_never_closes_is_a_line_of_text(line: str) -> None:
    assert shape(stated(f"{line}\nOne.\n## Two\nThree.")) == f"{line}\nOne.\n## Two\nThree."


def test_words_behind_a_fence_are_no_language() -> None:
    text = "``` The mayor spoke.\n\nTwo hours.\n```\nThree."
    assert shape(stated(text)).startswith("``` The mayor spoke.\nTwo hours.")


@pytest.mark.parametrize("line", ["~~~", "~~~~~~~~~~~~"])
def test_tildes_part_what_is_around_them(line: str) -> None:
    text = f"One.\n\n{line}\n\n## Two\n\nThree.\n\n{line}\n\nFour.\n"
    assert shape(stated(text)) == "One.\n----\n## Two\nThree.\n----\nFour."


def test_longer_fence_may_hold_a_shorter_one() -> None:
    assert shape(stated("````\n```\none\n```\n````\n")) == "code\n  ```\n  one\n  ```"


@pytest.mark.parametrize("text", ["```\n```\nOne.", "```\n\n```\nOne."])
def test_fence_may_be_empty(text: str) -> None:
    assert shape(stated(text)) == "code\nOne."


def test_fence_in_a_quote_keeps_its_lines_without_the_marks_of_the_quote() -> None:
    assert shape(stated("> ```\n> # one\n>   two\n> ```\n> Three.\n")) == (
        "> code\n>   # one\n>     two\n> Three."
    )


def test_fence_is_closed_in_its_quote_alone() -> None:
    assert shape(stated("> ```\n> One.\n\nTwo.\n```\n")) == "> ```\n> One.\nTwo.\n```"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```\n\none\n\n\ntwo\n\n```\n", ["\n", "one\n", "\n", "\n", "two\n"]),
        ("```\none  \n  \n\ttwo\n```\n", ["one  \n", "  \n", "\ttwo"]),
        ("```\r\none\r\n\r\ntwo\r\n```\r\n", ["one\r\n", "\r\n", "two"]),
        ("```\n\n\n```\n", ["\n"]),
        ("```\none\n\ntwo\n\n\n```", ["one\n", "\n", "two\n", "\n"]),
        ("> ```\n>\n> one\n>\n>\n> two\n> ```\n", ["\n", "one\n", "\n", "\n", "two"]),
        ("> ```\n> one\n> \n>   two\n>\n> ```\n", ["one\n", "\n", "  two\n"]),
        ("- ```\n  one\n\n    two\n  ```\n", ["one\n", "\n", "  two"]),
        ("# One\n\n    one\n\n      two\n\nEnd.\n", ["one\n", "\n", "  two"]),
    ],
)
def test_code_has_one_text_for_each_line_with_its_line_end(text: str, expected: list[str]) -> None:
    document = read(source_of(text))
    assert_laws(document)
    (code,) = [node for node in walk(document.blocks) if isinstance(node, CodeBlock)]
    assert [line.text for line in code.lines] == expected
    assert all(
        line.text == text[line.span.start : line.span.end] for line in code.lines if line.span
    )


def test_indented_lines_are_code_only_where_the_file_uses_marks() -> None:
    assert shape(stated("One.\n\n    two\n")) == "One.\ntwo"
    assert shape(stated("# One\n\n    two\n")) == "# One\ncode\n  two"


# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second", "style", "start"),
    [
        ("1.", "2.", "decimal", 1),
        ("1)", "2)", "decimal", 1),
        ("(1)", "(2)", "decimal", 1),
        ("7.", "8.", "decimal", 7),
        ("a)", "b)", "alpha", 1),
        ("(c)", "(d)", "alpha", 3),
        ("ii)", "iii)", "roman", 2),
    ],
)
def test_numbers_make_a_list(first: str, second: str, style: str, start: int) -> None:
    block = stated(f"{first} One\n{second} Two\n").blocks[0]
    assert isinstance(block, OrderedList)
    assert (len(block.items), block.style, block.start) == (2, style, start)


@pytest.mark.parametrize(
    "text",
    [
        "1.5 million came.",
        "2024. A year.",
        "3rd place",
        "1.",
        "a. One",
        "A) One",
        "10:30 Doors",
        "1, 2",
    ],
)
def test_other_numbers_are_words(text: str) -> None:
    assert not isinstance(stated(f"Before.\n{text}\nAfter.").blocks[1], OrderedList)
