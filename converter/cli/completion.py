"""``converter completion``: a script for a shell, made from the parsers of the commands.

Since it is made from what parses the words, it cannot offer what is not there.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from converter.cli.commands import COMMANDS
from converter.cli.console import Console
from converter.cli.options import one_of
from converter.cli.parser import command_parser
from converter.cli.shells import FILES, FOLDERS, SCRIPTS, Argument, Values
from converter.readers import READERS
from converter.schemas.loading import shipped_schemas
from converter.writers import WRITERS

DESCRIPTION = """\
Prints the script; how to have it at every start of the shell is said below."""

EXAMPLES = """
bash:  echo 'eval "$(converter completion bash)"' >> ~/.bashrc
zsh:   echo 'eval "$(converter completion zsh)"' >> ~/.zshrc     (after compinit)
fish:  converter completion fish > ~/.config/fish/completions/converter.fish
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument(
        "shell",
        metavar="SHELL",
        type=one_of("shell", tuple(SCRIPTS)),
        choices=tuple(SCRIPTS),
        help="bash, zsh or fish",
    )


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the script on standard output."""
    console.out.bytes(script(arguments.shell).encode())
    return 0


def script(shell: str) -> str:
    """The script for this shell."""
    commands = {name: arguments_of(command_parser(name)) for name in COMMANDS}
    return SCRIPTS[shell](commands)


def values_by_metavar() -> Mapping[str, Values]:
    """What may stand where help shows this word."""
    return {
        "INPUT": Values(paths=FILES),
        "FORMAT": Values(tuple(READERS)),
        "LIST": Values(tuple(WRITERS), is_list=True),
        "NAME|FILE": Values(shipped_schemas(), FILES),
        "DIR": Values(paths=FOLDERS),
        "SIZE": Values(),
        "N": Values(),
    }


def arguments_of(parser: argparse.ArgumentParser) -> list[Argument]:
    """The arguments of a parser. argparse has no public way to list them; every completion
    library takes this one."""
    known = values_by_metavar()
    found = []
    for action in parser._actions:
        values = None
        if action.choices is not None:
            values = Values(tuple(map(str, action.choices)))
        elif action.nargs != 0:
            values = known[str(action.metavar)]
        is_repeated = action.nargs in ("+", "*")
        found.append(Argument((*action.option_strings,), values, action.help or "", is_repeated))
    return found
