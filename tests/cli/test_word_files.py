"""Word files on the command line: views of tracked changes, limits, places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Cli
from word_packages import changed, docx, para


@pytest.fixture
def letter(tmp_path: Path) -> str:
    path = tmp_path / "letter.docx"
    path.write_bytes(docx(para("It ", changed("del", "rained"), changed("ins", "poured"), ".")))
    return str(path)


@pytest.mark.parametrize(
    ("view", "words"),
    [("accepted", "It poured."), ("original", "It rained."), ("all", "It rainedpoured.")],
)
def test_the_view_of_tracked_changes_is_chosen(
    cli: Cli, letter: str, view: str, words: str
) -> None:
    out = cli("convert", letter, "--tracked", view, "--to", "json", "--out", "-").out
    assert (
        words in "".join(leaf["text"] for leaf in json.loads(out)["blocks"][0].get("inlines", []))
        or words in out
    )


def test_inspect_numbers_paragraphs(cli: Cli, letter: str) -> None:
    assert "¶1 " in cli("inspect", letter).out


def test_check_reads_word_files(cli: Cli, letter: str) -> None:
    assert "letter.docx" in cli("check", letter, "--schema", "interview", "--tracked", "all").out


def test_the_limit_on_what_is_unpacked_is_said_with_its_option(cli: Cli, letter: str) -> None:
    assert "--max-unpacked" in cli("inspect", letter, "--max-unpacked", "1k").err


def test_another_view_is_no_view(cli: Cli, letter: str) -> None:
    assert 'did you mean "all"?' in cli("inspect", letter, "--tracked", "al").err
