"""From the words on the command line to an exit code: the one place that catches everything."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from converter.cli.commands import COMMANDS
from converter.cli.console import Console
from converter.cli.page import page
from converter.version import VERSION

HELP = ("-h", "--help", "help")
ANYWHERE = ("-q", "--quiet", "-v", "--verbose", "--no-color", "--debug")
"""Options that every command has may stand before its name too."""


_YOUNG = 50_000
"""New objects between two searches for dead circles: a document has many objects, and no circle."""


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says (``sys.argv`` without one), and give the exit code.

    docs/cli.md has the codes. Nothing is raised, whatever happens.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _do(arguments)
    except SystemExit as end:  # argparse has shown a page
        return int(end.code or 0)
    except BaseException as error:
        # Imported here, as the pages need nothing of it and shall come at once.
        from converter.cli.failures import told

        return told(error, arguments)


def _do(arguments: list[str]) -> int:
    first = arguments[0] if arguments else "--help"
    if first == "--version":
        Console().out.line(f"converter {VERSION}")
        return 0
    if first not in HELP:
        return _command(arguments)
    if len(arguments) > 1:
        return _command([*arguments[1:], "--help"])
    out = Console().out
    out.lines(page(out.columns))
    return 0


def _command(arguments: list[str]) -> int:
    from converter.cli.failures import is_debugging, told_to_end
    from converter.cli.parser import command_module, parse

    gc.set_threshold(_YOUNG)
    name, rest = _split(arguments)
    parsed = parse(name, rest)
    parsed.debug = is_debugging(arguments)
    console = Console(quiet=parsed.quiet, verbose=parsed.verbose, no_color=parsed.no_color)
    with told_to_end():
        code: int = command_module(name).run(parsed, console)
    return code


def _split(arguments: list[str]) -> tuple[str, list[str]]:
    """The command, and the words for it."""
    before = next((i for i, word in enumerate(arguments) if word not in ANYWHERE), len(arguments))
    name, *rest = arguments[before:] or [""]
    if name in COMMANDS:
        return name, [*arguments[:before], *rest]
    from converter.cli.parser import refuse_command

    raise refuse_command(name)
