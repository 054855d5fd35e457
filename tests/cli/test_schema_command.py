"""``converter schema``: list, show, check."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.conftest import Cli


def test_list_names_every_shipped_schema_with_what_it_is_for(cli: Cli) -> None:
    outcome = cli("schema", "list")
    names = [line.split()[0] for line in outcome.out.splitlines()]
    assert {"article", "briefing", "interview"} <= set(names)
    values = cli("schema", "list", "--format", "json").value["schemas"]
    assert [value["name"] for value in values] == names


def test_show_prints_a_file_that_is_a_start_for_ones_own(cli: Cli) -> None:
    outcome = cli("schema", "show", "interview")
    Path("newsroom.toml").write_text(outcome.out, encoding="utf-8")
    assert cli("schema", "check", "newsroom.toml").code == 0


def test_check_says_what_is_wrong_with_file_line_and_key(cli: Cli) -> None:
    Path("newsroom.toml").write_text('title = "Own"\ncolour = "red"\n', encoding="utf-8")
    outcome = cli("schema", "check", "newsroom.toml")
    assert outcome.code == 4
    assert outcome.out == ""
    assert outcome.err.startswith("newsroom.toml:2: colour: ")


def test_check_goes_on_after_a_schema_that_is_wrong(cli: Cli) -> None:
    outcome = cli("schema", "check", "gone.toml", "interview")
    assert outcome.code == 4
    assert outcome.out.startswith("interview: valid (")
    values = cli("schema", "check", "gone.toml", "interview", "--format", "json").value["schemas"]
    assert [value["valid"] for value in values] == [False, True]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "say list, show or check"),
        (("lst",), 'did you mean "list"'),
        (("list", "interview"), "takes no name"),
        (("show",), "needs a name"),
        (("check",), "needs a name"),
        (("show", "article", "interview"), "one TOML file"),
        (("show", "article", "--format", "json"), "one TOML file"),
    ],
)
def test_wrong_words_are_answered_by_the_right_ones(
    cli: Cli, words: tuple[str, ...], says: str
) -> None:
    outcome = cli("schema", *words)
    assert outcome.code == 2
    assert says in outcome.err


def test_unknown_schema_is_answered_by_the_nearest(cli: Cli) -> None:
    outcome = cli("schema", "show", "intervew")
    assert outcome.code == 4
    assert "interview" in outcome.err
