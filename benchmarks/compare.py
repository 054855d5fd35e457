"""Compares our speed and memory with other converters: ``make bench``.

Every figure is a ratio of two runs of the same round, on this machine, at this hour; a figure
from elsewhere means nothing here. Takes a few minutes. Writes benchmarks/results.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from measure import Run, exponent, interleave, output, ratios, run, spread
from subjects import CONVERTER, PASS, PYTHON, US, Peer, converter_command, peers, warm_converter

from converter.version import VERSION

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parent / "examples").glob("*.txt"))
ARTICLE = HERE.parent / "examples" / "harbour-fused.txt"
ROUNDS = 11
REPEATS = 5
"""Conversions of each example in one warm pass: long enough for the clock."""

MB = 1_000_000
SIZES = (1, 2, 4, 8)
"""Megabytes of text for the slope."""


def main() -> None:
    arguments = argparse.ArgumentParser(description="Compare speed and memory; see the module.")
    arguments.add_argument("--rounds", type=int, default=ROUNDS)
    arguments.add_argument("--out", type=Path, default=HERE / "results.md")
    options = arguments.parse_args()
    all_peers = list(peers())
    present = [peer for peer in all_peers if peer.version]
    load = os.getloadavg()[0]
    parts = [
        *_start_up(options.rounds),
        *_whole_process(present, options.rounds),
        *_warm(present, options.rounds),
        *_slope(options.rounds),
    ]
    report = "\n".join([*_head(all_peers, load), *parts, ""])
    options.out.write_text(report, encoding="utf-8")
    print(report)


def _head(all_peers: Sequence[Peer], load: float) -> Iterator[str]:
    yield "# Results of one run of `make bench`"
    yield ""
    after = os.getloadavg()[0]
    yield f"- {datetime.now(UTC):%d %B %Y, %H:%M} UTC, on {os.cpu_count()} processors"
    yield f"- load of the machine: {load:.2f} before, {after:.2f} after"
    yield f"- converter {VERSION}, Python {platform.python_version()}, {platform.system()}"
    for peer in all_peers:
        yield f"- {peer.name}: {peer.version or 'absent'}"
    yield ""
    yield "A ratio is the median of all rounds, with its quartiles. Times are of the processor,"
    yield "but for those marked *clock*."


def _start_up(rounds: int) -> Iterator[str]:
    commands = {PASS: (PYTHON, "-c", "pass"), "converter --help": (CONVERTER, "--help")}
    runs = interleave({name: partial(run, command) for name, command in commands.items()}, rounds)
    yield from _table(
        "Start-up",
        f"a whole process, over `{PASS}`",
        ("command", "ratio, clock", "ms, clock: median, least"),
        [
            (name, ratios(_wall(of), _wall(runs[PASS])), _milliseconds(of))
            for name, of in runs.items()
        ],
    )


def _whole_process(present: Sequence[Peer], rounds: int) -> Iterator[str]:
    commands = {PASS: (PYTHON, "-c", "pass"), US: converter_command(ARTICLE)}
    commands |= {peer.name: (*peer.cold, str(ARTICLE)) for peer in present if peer.cold}
    _expect_output(command for name, command in commands.items() if name != PASS)
    runs = interleave({name: partial(run, command) for name, command in commands.items()}, rounds)
    yield from _table(
        f"One text to JSON, as a process ({ARTICLE.stat().st_size / 1000:.0f} kB)",
        f"over `{PASS}`, and ours over each peer",
        ("command", "ratio, clock", "ours over it, clock", "ms, clock: median, least", "peak MB"),
        [
            (
                name,
                ratios(_wall(of), _wall(runs[PASS])),
                ratios(_wall(runs[US]), _wall(of)),
                _milliseconds(of),
                f"{spread([one.peak for one in of]).median / MB:.0f}",
            )
            for name, of in runs.items()
        ],
    )


def _warm(present: Sequence[Peer], rounds: int) -> Iterator[str]:
    size = sum(path.stat().st_size for path in EXAMPLES) * REPEATS / MB
    commands = {US: warm_converter()} | {peer.name: peer.warm for peer in present if peer.warm}
    with ExitStack() as stack:
        tasks: dict[str, Callable[[], float]] = {
            name: stack.enter_context(_Warm(command)).once for name, command in commands.items()
        }
        seconds = interleave(tasks, rounds)
    yield from _table(
        "Text to JSON, kept warm",
        f"{len(EXAMPLES)} examples, {REPEATS} times each: {size:.2f} MB in a pass",
        ("subject", "MB/s", "ours, times as quick"),
        [
            (name, f"{size / spread(of).median:.2f}", ratios(of, seconds[US]))
            for name, of in seconds.items()
        ],
    )


def _slope(rounds: int) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        texts = {size: _text(Path(folder), size) for size in (0, *SIZES)}
        tasks: Mapping[str, Callable[[], Run]] = {
            str(size): partial(run, converter_command(path)) for size, path in texts.items()
        }
        runs = interleave(tasks, max(2, rounds // 4), warm_up=0)
    idle = spread([one.cpu for one in runs["0"]]).median
    costs = {size: spread([one.cpu for one in runs[str(size)]]).median - idle for size in SIZES}
    peaks = {size: max(one.peak for one in runs[str(size)]) for size in SIZES}
    yield from _table(
        "Growth with the size of the text",
        f"seconds less those of a one-line text; exponent "
        f"{exponent([*costs], [*costs.values()]):.2f} (1 is linear)",
        ("MB of text", "seconds", "MB/s", "peak MB", "peak, bytes for each byte of text"),
        [
            (
                size,
                f"{cost:.2f}",
                f"{size / cost:.2f}",
                f"{peaks[size] / MB:.0f}",
                f"{peaks[size] / size / MB:.0f}",
            )
            for size, cost in costs.items()
        ],
    )


class _Warm:
    """A process that converts whenever it is told to, for the time of a ``with``."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = [*command, str(REPEATS), *map(str, EXAMPLES)]

    def __enter__(self) -> _Warm:
        self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self._answer()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def once(self) -> float:
        """Seconds of processor for one pass. Raises RuntimeError when nothing came out of it."""
        assert self._process.stdin
        self._process.stdin.write("go\n")
        seconds, size = self._answer().split()
        if not int(size):
            raise RuntimeError(f"{self._command[:3]} made nothing")
        return float(seconds)

    def _answer(self) -> str:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._command[:3]} ended early")
        return line


def _text(folder: Path, size: int) -> Path:
    """A text of so many megabytes: our examples, one after another; of one line for 0."""
    whole = b"\n".join(path.read_bytes() for path in EXAMPLES)
    path = folder / f"{size}.txt"
    path.write_bytes((whole * (size * MB // len(whole) + 1))[: size * MB] or b"One line.\n")
    return path


def _expect_output(commands: Iterator[tuple[str, ...]]) -> None:
    for command in commands:
        if not output(command):
            raise RuntimeError(f"{' '.join(command)} made nothing")


def _wall(runs: Sequence[Run]) -> list[float]:
    return [one.wall for one in runs]


def _milliseconds(runs: Sequence[Run]) -> str:
    figures = spread([one.wall * 1000 for one in runs])
    return f"{figures.median:.0f}, {figures.least:.0f}"


def _table(
    title: str, what: str, head: Sequence[str], rows: Sequence[Sequence[object]]
) -> Iterator[str]:
    yield from ("", f"## {title}", "", f"{what[0].upper()}{what[1:]}.", "")
    for row in (head, ["---"] * len(head), *rows):
        yield f"| {' | '.join(map(str, row))} |"


if __name__ == "__main__":
    main()
