"""The arguments of a command: the parser, how its page looks, and the options all commands have."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from converter.cli.commands import COMMANDS
from converter.cli.console import Console
from converter.errors import UsageError

NAME_COLUMNS = 28
"""Where the explanations of options begin on a page."""


def command_module(name: str) -> ModuleType:
    """The module of this room that does a command."""
    return import_module(f"converter.cli.{name}")


def command_parser(name: str) -> argparse.ArgumentParser:
    """The parser of one command, with the options that every command has."""
    module = command_module(name)
    parser = _Parser(
        prog=f"converter {name}",
        description=f"{COMMANDS[name][0].upper()}{COMMANDS[name][1:]}.\n\n{module.DESCRIPTION}",
        epilog=f"examples:\n{_indented(module.EXAMPLES)}",
        formatter_class=_Page,
        add_help=False,
        allow_abbrev=False,
    )
    module.add_arguments(parser)
    parser.usage = f"%(prog)s [OPTIONS] {' '.join(_places(parser))}"
    common = parser.add_argument_group("on every command")
    common.add_argument("-h", "--help", action="help", help="show this page")
    common.add_argument("-q", "--quiet", action="store_true", help="tell errors only")
    common.add_argument(
        "-v", "--verbose", action="store_true", help="tell every notice with its place, and times"
    )
    common.add_argument(
        "--no-color", action="store_true", help="no colours (NO_COLOR=1 does the same)"
    )
    common.add_argument(
        "--debug",
        action="store_true",
        help="when the program fails by its own defect, show where (CONVERTER_DEBUG=1)",
    )
    return parser


def _places(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The arguments that have a place and no name, as a usage line shows them."""
    for action in parser._get_positional_actions():
        several = "..." if action.nargs in ("+", "*") else ""
        word = f"{action.metavar}{several}"
        yield f"[{word}]" if action.nargs in ("?", "*") else word


def parse(name: str, words: list[str]) -> argparse.Namespace:
    """The arguments of a command. Raises UsageError, SystemExit when a page was asked for."""
    parser = command_parser(name)
    # Options may stand between inputs.
    parsed, left = parser.parse_known_intermixed_args(words)
    if left:
        raise _refuse_word(left[0], parser)
    return parsed


def refuse_command(word: str) -> UsageError:
    """What to say of a word that stands where a command should."""
    if not word:
        return UsageError("no command is given; see converter --help")
    if word.startswith("-"):
        return UsageError(f'"{word}" stands before the command; write converter COMMAND {word}')
    if os.path.exists(word):  # noqa: PTH110 - pathlib costs time
        return UsageError(f'"{word}" is a file and no command; write converter convert {word}')
    return UsageError(_unknown("command", word, COMMANDS))


def _refuse_word(word: str, parser: argparse.ArgumentParser) -> UsageError:
    if not word.startswith("-"):
        return UsageError(f'{parser.prog}: "{word}" is one argument too many')
    options = [name for action in parser._actions for name in action.option_strings]
    return UsageError(f"{parser.prog}: {_unknown('option', word.partition('=')[0], options)}")


def _unknown(kind: str, word: str, known: Iterable[str]) -> str:
    from converter.pipeline.suggestions import unknown

    return unknown(kind, word, known)


class _Parser(argparse.ArgumentParser):
    """Errors are UsageError, so that one place prints them; pages are UTF-8 on any console."""

    def error(self, message: str) -> NoReturn:
        advice = "" if "; " in message else f"; see {self.prog} --help"
        raise UsageError(f"{self.prog}: {message}{advice}")

    def print_help(self, file: object = None) -> None:
        lines = self.format_help().splitlines()
        Console().out.lines((("strong", line) if line.endswith(":") else line,) for line in lines)


class _Page(argparse.HelpFormatter):
    """Paragraphs are filled, lines that begin with a space stay as they are."""

    def __init__(self, prog: str) -> None:
        columns = Console().out.columns
        super().__init__(prog, max_help_position=min(NAME_COLUMNS, columns // 3), width=columns)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        paragraphs = text.split("\n\n")
        return "\n\n".join(
            paragraph
            if "\n " in paragraph or paragraph.startswith(" ")
            else super(_Page, self)._fill_text(paragraph, width, indent)
            for paragraph in paragraphs
        )


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.strip().splitlines())
