"""A bar on a terminal, for several inputs; lines anywhere else."""

from __future__ import annotations

import re
from io import BytesIO, StringIO

import pytest

from converter.cli.console import Console
from converter.cli.progress import progress


class Screen(StringIO):
    """A standard error that keeps what it was sent: the bar, and our bytes beside it."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self.bytes = BytesIO()
        self.is_terminal = is_terminal

    @property
    def buffer(self) -> BytesIO:
        return self.bytes

    def isatty(self) -> bool:
        return self.is_terminal


def screen(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool) -> Screen:
    """To be called in the test: pytest sets its own standard error between set-up and test."""
    made = Screen(is_terminal=is_terminal)
    monkeypatch.setattr("sys.stderr", made)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return made


@pytest.mark.parametrize(
    ("is_terminal", "inputs", "quiet"), [(False, 9, False), (True, 1, False), (True, 9, True)]
)
def test_there_is_no_bar_without_a_person_who_waits(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, inputs: int, quiet: bool
) -> None:
    shown = screen(monkeypatch, is_terminal=is_terminal)
    with progress(Console(quiet=quiet), inputs) as bar:
        bar.at("story.txt")
        bar.tell([("done",)])
    assert shown.getvalue() == ""
    assert shown.bytes.getvalue() == b"done\n"


def test_bar_counts_and_names_the_input_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = screen(monkeypatch, is_terminal=True)
    with progress(Console(), 3) as bar:
        bar.at("one.txt")
        bar.at("[red]two.txt")
        bar.tell([("a line\x1b[2J, as it is [bold]",)])
    assert "1/3 [red]two.txt" in without_styles(shown.getvalue())
    assert "a line\\x1b[2J, as it is [bold]" in shown.getvalue()


def test_bar_has_no_colours_where_none_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    shown = screen(monkeypatch, is_terminal=True)
    with progress(Console(), 2) as bar:
        bar.at("one.txt")
        bar.tell([(("bad", "no"),)])
    assert "\x1b[3" not in shown.getvalue()


def without_styles(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)
