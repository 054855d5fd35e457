"""``converter check``: what documents lack that their schema requires."""

from __future__ import annotations

import argparse

from converter.cli.console import Console
from converter.cli.failures import Failure
from converter.cli.inputs import each_input, exit_code
from converter.cli.opening import converted, shown
from converter.cli.options import add_input_arguments, add_report_argument
from converter.cli.summary import Checked, counted, problem_lines
from converter.cli.values import Json, checked_value, dumped, failure_value
from converter.errors import RequirementError

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
    """Check all inputs: 0, or RequirementError's code. Raises PartialError when some of several
    could not be checked."""
    outcomes = each_input(
        arguments,
        console,
        work=lambda name: Checked(shown(name), converted(name, arguments, console)),
        told=lambda checked: (),
    )
    if arguments.report == "json":
        console.out.bytes(dumped({"inputs": [_value(outcome) for outcome in outcomes]}))
    done = [outcome for outcome in outcomes if isinstance(outcome, Checked)]
    if arguments.report == "text":
        for checked in done:
            console.out.lines(problem_lines(checked.conversion, checked.name))
            _say(checked, console)
    code = exit_code(outcomes)
    return code or RequirementError.exit_code * any(item.conversion.problems for item in done)


def _say(checked: Checked, console: Console) -> None:
    schema, problems = checked.conversion.schema.name, checked.conversion.problems
    if problems:
        missing = f"{counted(len(problems), 'requirement')} of {schema} not met"
        console.say(("strong", checked.name), ": ", ("warning", missing))
    else:
        why = ("faint", f" ({checked.conversion.reason})")
        console.say(("strong", checked.name), f": all that {schema} requires is there", why)


def _value(outcome: Checked | Failure) -> Json:
    return failure_value(outcome) if isinstance(outcome, Failure) else checked_value(outcome)
