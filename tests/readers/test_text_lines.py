"""Lines of a text, and what the first characters of a line say."""

from __future__ import annotations

import pytest

from converter.model import leaves
from converter.readers import read
from converter.readers.text.lines import Line, blank_between, is_rule, mark_of, split_lines
from converter.sources import load
from laws import assert_laws
from shapes import shape, stated

ENDS = ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"]

EVERY_KIND = """\
# The *Elm* quay #

It opened at **six** \\* with `two` [ships](https://elm.example).

- Elm
  and Holt
  1) Bray

> One.
>
> > Two.

```
  a = 1
```

| Port | Ships |
|------|-------|
| Elm  | 12    |
"""


def only(text: str) -> Line:
    (line,) = split_lines(text)
    return line


def kind(text: str) -> str:
    mark = mark_of(text, only(text))
    return mark.kind if mark else ""


# --- lines ------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ENDS)
def test_every_line_end_parts_lines(end: str) -> None:
    text = f"One{end}two{end}"
    assert [text[line.start : line.end] for line in split_lines(text)] == ["One", "two"]


@pytest.mark.parametrize("end", ENDS)
def test_lines_of_a_file_have_one_paragraph_each_whatever_ends_them(end: str) -> None:
    document = read(load(f"One.{end}Two.{end}{end}Three.".encode(), "x.txt", "text"))
    assert_laws(document)
    assert shape(document) == "One.\nTwo.\nThree."


def test_line_stands_without_the_space_around_it() -> None:
    text = " \t One two \t"
    assert only(text) == Line(3, 10, 5)
    assert text[3:10] == "One two"


@pytest.mark.parametrize("space", ["", " ", "\t", "\u00a0", "\u3000"])
def test_line_of_white_space_is_no_line(space: str) -> None:
    assert [line.start for line in split_lines(f"a\n{space}\nb")] == [0, len(space) + 3]


def test_indent_is_counted_in_columns_and_a_tab_goes_to_the_next_stop_of_four() -> None:
    text = "a\n\tb\n  c\n\u3000d\n \te\n\t\tf\n\t g"
    assert [line.indent for line in split_lines(text)] == [0, 4, 2, 1, 4, 8, 5]


@pytest.mark.parametrize("end", ENDS)
def test_one_line_end_is_no_empty_line_and_two_are(end: str) -> None:
    for count, empty in ((1, False), (2, True)):
        text = f"a{end * count}b"
        first, second = split_lines(text)
        assert blank_between(text, first.end, second.start) is empty


def test_white_space_on_an_empty_line_leaves_it_empty() -> None:
    assert blank_between("a\n \t\nb", 1, 5)


def test_space_around_one_line_end_makes_no_empty_line() -> None:
    assert not blank_between("a  \n  b", 1, 6)


# --- marks ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Elm", "heading"),
        ("###### Elm", "heading"),
        ("```", "fence"),
        ("~~~~ toml", "fence"),
        ("> Elm", "quote"),
        (">Elm", "quote"),
        ("***", "break"),
        ("- - -", "break"),
        ("_ _ _", "break"),
        ("- Elm", "bullet"),
        ("• Elm", "bullet"),
        ("12. Elm", "number"),
        ("(b) Elm", "number"),
        ("iv) Elm", "number"),
        ("| Elm", "bar"),
        ("│ Elm", "bar"),
    ],
)
def test_first_characters_name_the_kind(text: str, expected: str) -> None:
    assert kind(text) == expected
    assert kind(f"   {text}") == expected


@pytest.mark.parametrize(
    "text", ["Elm", "#Elm", "####### Elm", "``", "-Elm", "1.5 m", "1234. Elm", "B) Elm", "Elm > a"]
)
def test_running_text_has_no_mark(text: str) -> None:
    assert kind(text) == ""


def test_mark_ends_before_its_white_space_and_the_words_begin_behind_it() -> None:
    text = "  12)   Elm"
    mark = mark_of(text, only(text))
    assert mark is not None
    assert (text[2 : mark.end], text[mark.after :]) == ("12)", "Elm")


def test_mark_takes_nothing_from_the_next_line() -> None:
    text = "-\nElm"
    assert mark_of(text, split_lines(text)[0]) is None


@pytest.mark.parametrize(
    "text", ["---", "—", "|---|---|", "|:-:|", "├──┼──┤", "+--+", "=====", "_"]
)
def test_line_of_dashes_and_crosses_is_a_rule(text: str) -> None:
    assert is_rule(text, only(text))


@pytest.mark.parametrize("text", ["|", "| |", ":", "--- a", "a ---", "|-|7|"])
def test_line_without_a_dash_or_with_words_is_no_rule(text: str) -> None:
    assert not is_rule(text, only(text))


# --- spans ------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_leaf_is_the_slice_at_its_span(end: str) -> None:
    document = stated(EVERY_KIND.replace("\n", end))
    text = document.source.text
    found = list(leaves(document.blocks))
    assert len(found) > 12
    for leaf in found:
        assert leaf.span is not None
        assert text[leaf.span.start : leaf.span.end] == leaf.text
