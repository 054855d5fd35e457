"""The completion scripts offer what the parsers take, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from cli.conftest import Cli
from converter.cli.commands import COMMANDS
from converter.cli.completion import arguments_of, script
from converter.cli.parser import command_parser
from converter.cli.shells import SCRIPTS


@pytest.mark.parametrize("shell", SCRIPTS)
def test_script_is_printed(cli: Cli, shell: str) -> None:
    outcome = cli("completion", shell)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == script(shell)


@pytest.mark.parametrize("shell", SCRIPTS)
def test_script_has_every_option_of_every_command(shell: str) -> None:
    text = script(shell)
    for name in COMMANDS:
        assert name in text
        for argument in arguments_of(command_parser(name)):
            for option in argument.names:
                bare = option.lstrip("-") if shell == "fish" else option
                assert bare in text


@pytest.mark.parametrize("shell", SCRIPTS)
def test_script_is_valid(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [shell, "-n"], input=script(shell), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


# --- bash -----------------------------------------------------------------------------------


def offered(folder: Path, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    if not shutil.which("bash"):
        pytest.skip("bash is not installed")
    quoted = " ".join(f"'{word}'" for word in words)
    asking = f"""{script("bash")}
COMP_WORDS=({quoted}) COMP_CWORD={len(words) - 1}
_converter
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "--norc", "-c", asking], cwd=folder, capture_output=True, text=True, check=False
    )
    # compopt says that it is not in a completion, which is true here.
    assert done.returncode == 0
    return sorted(line for line in done.stdout.splitlines() if line)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with files and a folder."""
    for name in ("article.txt", "own schema.toml"):
        (tmp_path / name).touch()
    (tmp_path / "briefs").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("con",), ["convert"]),
        (("",), sorted([*COMMANDS, "--help", "--version"])),
        (("-q", "ins"), ["inspect"]),
        (("convert", "--verb"), ["--verbatim", "--verbose"]),
        (("convert", "--to", "j"), ["json"]),
        (("convert", "--to", "json,p"), ["json,pdf"]),
        (("convert", "--to", "=", "do"), ["docx"]),
        (("convert", "a.txt", "--format", ""), ["json", "text"]),
        (("convert", "--out", "b"), ["briefs"]),
        (("convert", "a"), ["article.txt"]),
        (("convert", "--schema", "inter"), ["interview"]),
        (("check", "--schema", "o"), ["own schema.toml"]),
        (("schema", "sh"), ["show"]),
        (("completion", ""), ["bash", "fish", "zsh"]),
        (("convert", "--max-size", ""), []),
        (("formats", "--wh"), []),
    ],
    ids=str,
)
def test_bash_offers_what_may_stand_there(
    desk: Path, words: tuple[str, ...], expected: list[str]
) -> None:
    assert offered(desk, "converter", *words) == expected


# --- fish -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("converter con", ["convert"]),
        ("converter convert --verb", ["--verbatim", "--verbose"]),
        ("converter convert --to json,p", ["json,pdf"]),
        ("converter schema sh", ["show"]),
        ("converter convert --schema inter", ["interview"]),
        ("converter convert a", ["article.txt"]),
    ],
)
def test_fish_offers_what_may_stand_there(desk: Path, line: str, expected: list[str]) -> None:
    if not shutil.which("fish"):
        pytest.skip("fish is not installed")
    asking = f"{script('fish')}\ncomplete -C '{line}'\n"
    done = subprocess.run(
        ["fish", "--no-config", "-c", asking], cwd=desk, capture_output=True, text=True, check=False
    )
    found = [text.split("\t")[0] for text in done.stdout.splitlines()]
    assert sorted(found) == expected
