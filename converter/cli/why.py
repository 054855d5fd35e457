"""Why a node is thought to be what it is, laid out for a terminal: the rule, what the node would
else have been, and the evidence, what speaks for it first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.cli.console import Line, Part
from converter.model import Evidence, Provenance

FOR, AGAINST = "for", "against"
_GROUP, _WEIGHT = 11, 6
"""Columns for the words ``for`` and ``against``, and for a weight."""
_ROOM = 46
"""Columns that the evidence needs beside them; where there are fewer, the signs of the weights
say what speaks for and what against."""
_LEAST = 20
"""Columns of evidence on the narrowest terminal."""


def why_lines(provenance: Provenance, before: str, columns: int) -> Iterator[Line]:
    """The lines below a node, each with ``before`` at its start, for so many columns."""
    other = f", else {provenance.runner_up}" if provenance.runner_up else ""
    rule = f"{provenance.rule} {provenance.confidence:.2f}"
    if len(before) + len(rule) + len(other) <= columns:
        yield (("faint", before), ("good", rule), other)
    else:
        yield (("faint", before), ("good", rule), ",")
        yield (("faint", before), "  " + other.removeprefix(", "))
    grouped = columns - len(before) - _GROUP - _WEIGHT >= _ROOM
    ranked = sorted(provenance.evidence, key=lambda sign: -abs(sign.weight))
    for group, signs in (
        (FOR, [sign for sign in ranked if sign.weight >= 0]),
        (AGAINST, [sign for sign in ranked if sign.weight < 0]),
    ):
        yield from _group(group if grouped else "", signs, before, columns)


def _group(name: str, signs: Iterable[Evidence], before: str, columns: int) -> Iterator[Line]:
    width = _GROUP if name else 2
    for number, sign in enumerate(signs):
        gutter = f"  {name if number == 0 else '':<{width - 2}}"
        room = max(_LEAST, columns - len(before) - width - _WEIGHT)
        for row, parts in enumerate(_wrapped(sign, room)):
            weight = f"{sign.weight:+.1f}" if row == 0 else ""
            start = gutter if row == 0 else " " * width
            yield (("faint", before), ("faint", start), f"{weight:<{_WEIGHT}}", *parts)


def _wrapped(sign: Evidence, room: int) -> Iterator[tuple[Part, ...]]:
    """The name of a sign, then what was seen, over as many lines as it takes."""
    from textwrap import wrap

    name = " ".join(sign.name.split())
    detail = " ".join(sign.detail.split())
    if not detail:
        yield from ((line,) for line in wrap(name, room) or [""])
        return
    first, *rest = wrap(f"{name}: {detail}", room)
    if len(first) > len(name):
        yield first[: len(name) + 1], ("faint", first[len(name) + 1 :])
    else:
        yield (first,)
    yield from ((("faint", line),) for line in rest)
