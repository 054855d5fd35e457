"""A bar on a terminal while several inputs are at work; without a terminal, lines only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from converter.cli.console import Console, Line, clean


class Progress(Protocol):
    """How far we are, and the lines that come in between."""

    def at(self, name: str) -> None:
        """The next input is this."""

    def tell(self, lines: Iterable[Line]) -> None:
        """Lines on standard error, above the bar."""


@contextmanager
def progress(console: Console, inputs: int) -> Iterator[Progress]:
    """A bar when a person waits for several inputs, else none."""
    if inputs > 1 and console.err.is_terminal and not console.quiet:
        with _bar(console, inputs) as bar:
            yield bar
    else:
        yield _Lines(console)


class _Lines:
    def __init__(self, console: Console) -> None:
        self._console = console

    def at(self, name: str) -> None:
        """Nobody waits for this."""

    def tell(self, lines: Iterable[Line]) -> None:
        self._console.err.lines(lines)


@contextmanager
def _bar(console: Console, inputs: int) -> Iterator[Progress]:
    import rich.console
    import rich.progress
    import rich.text

    screen = rich.console.Console(stderr=True, no_color=not console.err.colours)
    columns = (
        rich.progress.BarColumn(bar_width=20),
        rich.progress.MofNCompleteColumn(),
        rich.progress.TextColumn("{task.description}", markup=False),
    )
    with rich.progress.Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("", total=inputs)

        class Bar:
            started = False

            def at(self, name: str) -> None:
                bar.update(task, advance=int(self.started), description=clean(name), refresh=True)
                self.started = True

            def tell(self, lines: Iterable[Line]) -> None:
                text = console.err.rendered(lines).rstrip("\n")
                screen.print(rich.text.Text.from_ansi(text), soft_wrap=True)

        yield Bar()
