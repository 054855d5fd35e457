"""``converter check``: what documents lack that their schema requires."""

from __future__ import annotations

import argparse

from converter.cli.console import Console, Line
from converter.cli.inputs import Done, each_input
from converter.cli.opening import converted, shown
from converter.cli.options import add_input_arguments, add_report_argument
from converter.cli.summary import counted, problem_lines
from converter.cli.values import checked_value
from converter.pipeline import Conversion

DESCRIPTION = """\
Each line says where something is missing or too much: file, line, column, code, and what is
required. Nothing is written. The exit code is 0 when all is there, 5 when not."""

EXAMPLES = """
converter check article.txt
converter check desk/*.txt --schema interview
converter check article.txt --schema newsroom.toml --format json | jq '.inputs[].problems'
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_input_arguments(parser, several=True)
    add_report_argument(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Check all inputs. Raises PartialError when some of several could not be checked."""
    return each_input(arguments, console, lambda name: _check(name, arguments, console))


def _check(name: str, arguments: argparse.Namespace, console: Console) -> Done:
    conversion = converted(name, arguments, console)
    is_complete = not conversion.problems
    if arguments.report == "json":
        return Done([], [], checked_value(shown(name), conversion), is_complete)
    said = [] if console.quiet else [_verdict(shown(name), conversion)]
    return Done(said, problem_lines(conversion, shown(name)), None, is_complete)


def _verdict(name: str, conversion: Conversion) -> Line:
    schema, problems = conversion.schema.name, conversion.problems
    if problems:
        missing = f"{counted(len(problems), 'requirement')} of {schema} not met"
        return (("strong", name), ": ", ("warning", missing))
    why = ("faint", f" ({conversion.reason})")
    return (("strong", name), f": all that {schema} requires is there", why)
