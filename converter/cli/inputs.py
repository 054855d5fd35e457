"""One input after the other: one that fails is named and does not stop the rest."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TypeVar

from converter.cli.console import Console, Line
from converter.cli.failures import Failure, failure_of, print_traceback
from converter.cli.opening import shown
from converter.cli.progress import progress
from converter.errors import PartialError

Result = TypeVar("Result")


def each_input(
    arguments: argparse.Namespace,
    console: Console,
    work: Callable[[str], Result],
    told: Callable[[Result], Iterable[Line]],
) -> list[Result | Failure]:
    """What ``work`` makes of each input, in order. ``told`` gives the lines that say so, as
    soon as it is made."""
    outcomes: list[Result | Failure] = []
    with progress(console, len(arguments.inputs)) as bar:
        for name in arguments.inputs:
            bar.at(shown(name))
            try:
                outcome = work(name)
            except BrokenPipeError:
                raise
            except Exception as error:
                failure = failure_of(error, shown(name))
                bar.tell([failure.line])
                if arguments.debug:
                    print_traceback(error)
                outcomes.append(failure)
            else:
                bar.tell(told(outcome))
                outcomes.append(outcome)
    return outcomes


def exit_code(outcomes: list[Result | Failure]) -> int:
    """The code of the one input that failed, else 0. Raises PartialError when one of several
    failed."""
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    if failures and len(outcomes) > 1:
        raise PartialError(
            f"{len(failures)} of {len(outcomes)} inputs failed, as said above; mend them and"
            " name them again, the others are done"
        )
    return failures[0].exit_code if failures else 0
