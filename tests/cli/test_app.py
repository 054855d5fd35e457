"""From words to an exit code: pages, wrong words, signals, defects."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import pytest

from cli.conftest import Cli
from converter import errors
from converter.cli.commands import COMMANDS
from converter.cli.page import EXIT_CODES, page
from converter.cli.parser import command_parser
from converter.version import VERSION


def test_page_names_every_command(cli: Cli) -> None:
    out = cli("--help").out
    assert all(f"  {name} " in out for name in COMMANDS)


@pytest.mark.parametrize("words", [(), ("-h",), ("help",), ("--help",)], ids=str)
def test_page_comes_by_every_way_of_asking(cli: Cli, words: tuple[str, ...]) -> None:
    outcome = cli(*words)
    assert outcome.code == 0
    assert outcome.out.startswith(f"converter {VERSION}")


def test_page_has_the_exit_code_of_every_error() -> None:
    families = [
        error
        for error in vars(errors).values()
        if isinstance(error, type) and issubclass(error, errors.ConverterError)
    ]
    codes = {error.exit_code for error in families if error is not errors.ConverterError}
    # Nothing publishes yet.
    assert codes - {errors.PublishError.exit_code} <= set(EXIT_CODES)
    assert set(EXIT_CODES) - codes == {0, 130}


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_page_fits_the_width(columns: int) -> None:
    lines = [
        "".join(part if isinstance(part, str) else part[1] for part in x) for x in page(columns)
    ]
    examples = [line for line in lines if line.startswith("  converter ")]
    assert all(len(line) <= columns for line in lines if line not in examples)


def test_version_is_told(cli: Cli) -> None:
    assert cli("--version").out == f"converter {VERSION}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_page_with_examples(cli: Cli, name: str) -> None:
    outcome = cli(name, "--help")
    assert outcome.code == 0
    assert outcome == cli("help", name)
    assert outcome.out.startswith(f"usage: converter {name} ")
    assert "examples:" in outcome.out
    assert f"converter {name}" in outcome.out.partition("examples:")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_on_a_page_can_be_parsed(name: str) -> None:
    from converter.cli.parser import command_module, parse

    for line in command_module(name).EXAMPLES.splitlines():
        words = re.split(r" [|<>] ?", line)[0].split()
        if words[:2] == ["converter", name]:
            assert parse(name, words[2:]) is not None


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    assert all(action.help for action in command_parser(name)._actions)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("convrt", "x.txt"), 'did you mean "convert"?'),
        (("bells.txt",), "write converter convert bells.txt"),
        (("-q",), "no command is given"),
        (("--verbatim", "convert"), "write converter COMMAND --verbatim"),
        (("convert",), "INPUT"),
        (("convert", "bells.txt", "--verbatm"), 'did you mean "--verbatim"?'),
        (("convert", "bells.txt", "--forma=json"), 'did you mean "--format"?'),
        (("convert", "bells.txt", "--format", "jsn"), 'did you mean "json"?'),
        (("convert", "bells.txt", "--to"), "expected one argument"),
        (("formats", "x"), '"x" is one argument too many'),
        (("completion", "bsh"), 'did you mean "bash"?'),
    ],
    ids=str,
)
def test_wrong_words_are_answered_by_the_right_ones(
    cli: Cli, words: tuple[str, ...], says: str
) -> None:
    outcome = cli(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err
    assert len(outcome.err.splitlines()) == 1


# --- defects --------------------------------------------------------------------------------


@pytest.fixture
def defect(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("colspan")

    monkeypatch.setattr("converter.pipeline.recover_document", fail)


@pytest.mark.usefixtures("defect")
@pytest.mark.parametrize("command", ["convert", "inspect", "check"])
def test_defect_is_one_sentence_that_says_so(cli: Cli, command: str) -> None:
    outcome = cli(command, "bells.txt")
    assert outcome.code == 70
    assert "defect of its own (KeyError: 'colspan'); please report it" in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert not Path("outputs").exists()


@pytest.mark.usefixtures("defect")
@pytest.mark.parametrize("command", ["convert", "inspect"])
@pytest.mark.parametrize("way", ["option", "environment"])
def test_defect_shows_where_when_asked(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, command: str, way: str
) -> None:
    if way == "environment":
        monkeypatch.setenv("CONVERTER_DEBUG", "1")
    outcome = cli(command, "bells.txt", *(["--debug"] if way == "option" else []))
    assert outcome.code == 70
    assert "Traceback" in outcome.err


def test_no_memory_is_no_defect(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("converter.pipeline.recover_document", fail)
    outcome = cli("convert", "bells.txt")
    assert outcome.code == 3
    assert "not enough memory" in outcome.err


# --- signals --------------------------------------------------------------------------------


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["INT", "TERM"]
)
def test_signal_ends_the_run_with_its_code_and_nothing_half_written(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    Path("outputs").mkdir()
    Path("outputs/bells.json").write_bytes(b"old")

    def interrupted(descriptor: int) -> None:
        os.kill(os.getpid(), number)

    monkeypatch.setattr("os.fsync", interrupted)
    before = signal.getsignal(number)
    outcome = cli("convert", "bells.txt", "--to", "json")
    assert outcome.code == code
    assert outcome.err == "interrupted; no file is half-written\n"
    assert Path("outputs/bells.json").read_bytes() == b"old"
    assert [path.name for path in Path("outputs").iterdir()] == ["bells.json"]
    assert signal.getsignal(number) == before
