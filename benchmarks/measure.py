"""Measures processes, and turns rounds of measurements into ratios.

Time of the processor is taken from the kernel's account of a finished child, all its own
children included, so that other work on the machine matters little.
"""

from __future__ import annotations

import math
import random
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

SEED = 7
"""Of the order of the runs in a round: shuffled, and the same each time."""

LAUNCH = Path(__file__).with_name("launch.py")

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in one unit of ru_maxrss."""


Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: seconds on the clock, seconds of processor, most bytes in memory."""

    wall: float
    cpu: float
    peak: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The middle of several figures, its quartiles, and the smallest."""

    median: float
    low: float
    high: float
    least: float

    def __str__(self) -> str:
        return f"{self.median:.2f} ({self.low:.2f}-{self.high:.2f})"


def run(command: Sequence[str]) -> Run:
    """Run a command, its output thrown away. Raises RuntimeError when it fails."""
    report = output([sys.executable, "-I", "-S", str(LAUNCH), *command]).split()
    if int(report[0]):
        raise RuntimeError(f"{' '.join(command)} ended with {int(report[0])}")
    return Run(float(report[1]), float(report[2]), int(report[3]) * PEAK_UNIT)


def output(command: Sequence[str]) -> bytes:
    """What a command prints: looked at once, since who returns nothing is quick."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout


def interleave(
    tasks: Mapping[str, Callable[[], Result]], rounds: int, warm_up: int = 1
) -> dict[str, list[Result]]:
    """Every task once in each round, in a new order each time; rounds to warm up come first and
    do not count."""
    order = list(tasks)
    shuffle = random.Random(SEED).shuffle
    results: dict[str, list[Result]] = {name: [] for name in tasks}
    for number in range(warm_up + rounds):
        shuffle(order)
        for name in order:
            result = tasks[name]()
            if number >= warm_up:
                results[name].append(result)
    return results


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    """Ours over theirs, pair by pair, each of one round."""
    return spread([a / b for a, b in zip(ours, theirs, strict=True)])


def spread(figures: Sequence[float]) -> Spread:
    """Median and quartiles."""
    low, _, high = statistics.quantiles(figures, n=4, method="inclusive")
    return Spread(statistics.median(figures), low, high, min(figures))


def exponent(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The slope of cost over size when both are drawn by their logarithms: 1 is linear."""
    return statistics.linear_regression([*map(math.log, sizes)], [*map(math.log, costs)]).slope
