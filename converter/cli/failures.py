"""What is said when something fails, and with which exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple

from converter.cli.console import Console, Line
from converter.errors import ConverterError, InputError, InvariantError

INTERRUPTED, TOLD_TO_END, NO_READER = 130, 143, 141
"""128 and the number of the signal: SIGINT, SIGTERM, SIGPIPE, as shells report them."""


class ToldToEnd(BaseException):
    """SIGTERM came; raised where we are, so that what is half-done is cleared away."""


class Failure(NamedTuple):
    """What is said of an input that failed, and the exit code if it is the only one."""

    name: str
    message: str
    exit_code: int

    @property
    def line(self) -> Line:
        """What was wrong stands before the first semicolon, what to do after it."""
        wrong, semicolon, rest = self.message.partition("; ")
        return (("bad", wrong), semicolon, rest)


def failure_of(error: Exception, name: str = "") -> Failure:
    """What to say of an error while this input was at work."""
    if isinstance(error, ConverterError):
        return Failure(name, str(error), error.exit_code)
    place = f"{name}: " if name else ""
    if isinstance(error, MemoryError):
        message = f"{place}there is not enough memory for this; split the input"
        return Failure(name, message, InputError.exit_code)
    what = type(error).__name__ + (f": {error}" if str(error) else "")
    message = (
        f"{place}converter failed by a defect of its own ({what}); please report it together"
        " with the input, and with what --debug adds"
    )
    return Failure(name, message, InvariantError.exit_code)


def told(error: BaseException, arguments: list[str]) -> int:
    """Say on standard error what ended the run, and give the exit code."""
    _drop_unwritable()
    if isinstance(error, BrokenPipeError):
        return NO_READER
    console = Console(no_color="--no-color" in arguments)
    if isinstance(error, KeyboardInterrupt | ToldToEnd):
        console.err.line("interrupted; no file is half-written")
        return INTERRUPTED if isinstance(error, KeyboardInterrupt) else TOLD_TO_END
    if not isinstance(error, Exception):
        raise error
    failure = failure_of(error)
    console.err.line(*failure.line)
    if is_debugging(arguments):
        print_traceback(error)
    return failure.exit_code


@contextmanager
def told_to_end() -> Iterator[None]:
    """While this lasts, SIGTERM raises ToldToEnd."""

    def handle(number: int, frame: FrameType | None) -> None:
        raise ToldToEnd

    before = signal.signal(signal.SIGTERM, handle)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def is_debugging(arguments: list[str]) -> bool:
    """Whether tracebacks are wanted."""
    return "--debug" in arguments or bool(os.environ.get("CONVERTER_DEBUG"))


def print_traceback(error: BaseException) -> None:
    """Where it failed, for whoever repairs it."""
    from traceback import format_exception

    sys.stderr.write("".join(format_exception(error)))
    sys.stderr.flush()


def _drop_unwritable() -> None:
    """Throw away what a full disk, or a reader that has gone as ``head`` does, will not take:
    Python writes it once more at its exit, and would fail there with a code of its own
    (https://docs.python.org/3/library/signal.html#note-on-sigpipe)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
