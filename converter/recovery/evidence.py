"""From a sum of weights to a confidence. Shared floor of the passes."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp

from converter.model import Evidence


def total(signs: Iterable[Evidence]) -> float:
    """The sum of the weights."""
    return sum(sign.weight for sign in signs)


def confidence(signs: Iterable[Evidence], threshold: float = 0.0) -> float:
    """The logistic of how far the sum lies over the threshold, rounded to two places."""
    return round(logistic(total(signs) - threshold), 2)


def logistic(score: float) -> float:
    """1 / (1 + e^-x), safe at both ends."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def median(values: Iterable[float]) -> float:
    """The middle one of some numbers, or the mean of the middle two.

    The standard library's takes four milliseconds to import, a tenth of a short conversion.
    """
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
