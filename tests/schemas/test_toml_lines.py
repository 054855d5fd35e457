"""Promises of the line finder: it knows where every key of a TOML file stands."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.schemas.toml_lines import key_lines, line_of

EXAMPLE = '''# a comment = 1

title = "x" # [not.a.table]
"quoted key" = 1
'literal' = [ # ]
  "a = 1",
  "[b]",
]
dotted . key = { inner = 1, other = "}" }
text = """
[table]
key = "x" \\""" still text
"""
more = """two quotes at the end\"""""
raw = \'\'\'
other = 1 # ' \'\' "
\'\'\'
[table.sub]  # comment
key = """a""" # x

[[list]]
one = 1
[[list]]
two = 2
[list.part]
three = 3
  [[list.deep]]
  four = 4
'''

LINES = {
    ("title",): 3,
    ("quoted key",): 4,
    ("literal",): 5,
    ("dotted",): 9,
    ("dotted", "key"): 9,
    ("text",): 10,
    ("more",): 14,
    ("raw",): 15,
    ("table", "sub"): 18,
    ("table", "sub", "key"): 19,
    ("list", 0): 21,
    ("list", 0, "one"): 22,
    ("list", 1): 23,
    ("list", 1, "two"): 24,
    ("list", 1, "part"): 25,
    ("list", 1, "part", "three"): 26,
    ("list", 1, "deep", 0): 27,
    ("list", 1, "deep", 0, "four"): 28,
}


def test_every_key_has_its_line() -> None:
    tomllib.loads(EXAMPLE)
    assert key_lines(EXAMPLE) == LINES


def test_windows_line_ends_count_once() -> None:
    assert key_lines(EXAMPLE.replace("\n", "\r\n")) == LINES


@pytest.mark.parametrize(
    ("key", "line"), [(("dotted", "key", "inner"), 9), (("literal", 1), 5), (("none",), 1), ((), 1)]
)
def test_a_key_without_a_line_has_that_of_the_nearest_above(
    key: tuple[str | int, ...], line: int
) -> None:
    assert line_of(key_lines(EXAMPLE), key) == line


values = st.one_of(
    st.integers(0, 9).map(str),
    st.sampled_from(['"#"', "'\"'", '"""\n[x]\n"""', "'''\n'\n'''", "[\n1, # ]\n2]", "{a = '}'}"]),
)


@given(st.lists(st.tuples(st.sampled_from(["", "\n", "# x\n", "  "]), values), max_size=8))
def test_keys_are_found_among_any_values(parts: list[tuple[str, str]]) -> None:
    text = "".join(f"{before}k{n} = {value}\n" for n, (before, value) in enumerate(parts))
    tables: dict[str, Any] = tomllib.loads(text)
    lines = key_lines(text)
    assert {key[0] for key in lines} == set(tables)
    for key, line in lines.items():
        assert text.split("\n")[line - 1].strip().startswith(f"{key[0]} =")


@pytest.mark.parametrize(
    "text",
    ['x = """' + '""\\"' * 50_000 + '"""', "x = [" + "'a'," * 50_000 + "]", "\n#" * 50_000],
)
def test_long_hostile_text_takes_linear_time(text: str) -> None:
    assert set(key_lines(text)) <= {("x",)}
