"""One input after the other: one that fails is named and does not stop the rest."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NamedTuple

from converter.cli.console import Console, Line
from converter.cli.failures import Failure, failure_of, print_traceback
from converter.cli.opening import shown
from converter.cli.progress import progress
from converter.cli.values import Json, dumped, failure_value
from converter.errors import PartialError, RequirementError


class Done(NamedTuple):
    """What is kept of an input that was worked on; its document is not, since there may be
    thousands. ``said`` goes to standard error at once, ``lines`` or else ``value``, for
    machines, to standard output in the end."""

    said: list[Line]
    lines: list[Line]
    value: Json
    is_complete: bool = True


def each_input(arguments: argparse.Namespace, console: Console, work: Callable[[str], Done]) -> int:
    """Do the work for each input in order, print what it came to, and give the exit code.

    Raises PartialError when some of several failed.
    """
    outcomes: list[Done | Failure] = []
    with progress(console, len(arguments.inputs)) as bar:
        for name in arguments.inputs:
            bar.at(shown(name))
            outcome = _attempt(name, work, debug=arguments.debug)
            outcomes.append(outcome)
            if isinstance(outcome, Failure):
                bar.tell([outcome.line])
            elif outcome.said:
                bar.tell(outcome.said)
    if arguments.report == "json":
        console.out.bytes(dumped({"inputs": [_value(outcome) for outcome in outcomes]}))
    else:
        done = [outcome for outcome in outcomes if isinstance(outcome, Done)]
        console.out.lines(line for outcome in done for line in outcome.lines)
    return _exit_code(outcomes)


def _attempt(name: str, work: Callable[[str], Done], *, debug: bool) -> Done | Failure:
    try:
        return work(name)
    except BrokenPipeError:
        raise
    except Exception as error:
        if debug:
            print_traceback(error)
        return failure_of(error, shown(name))


def _value(outcome: Done | Failure) -> Json:
    return failure_value(outcome) if isinstance(outcome, Failure) else outcome.value


def _exit_code(outcomes: list[Done | Failure]) -> int:
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    if failures and len(outcomes) > 1:
        raise PartialError(
            f"{len(failures)} of {len(outcomes)} inputs failed, as said above; mend them and"
            " name them again, the others are done"
        )
    if failures:
        return failures[0].exit_code
    is_complete = all(outcome.is_complete for outcome in outcomes if isinstance(outcome, Done))
    return 0 if is_complete else RequirementError.exit_code
