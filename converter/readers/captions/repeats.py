"""Rolling captions: each cue shows the last line again, above or without a new one. So are made
those that a machine hears, and those of live television."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.model import Span
from converter.readers.captions.cues import Cue
from converter.readers.captions.tags import TAG
from converter.readers.captions.text import CaptionText

_SHARE = 0.4
"""Of the cues that begin with what the one before ended with, in a file that rolls. People who say
one thing twice do so now and then; rolling captions do it in nearly every cue."""

_LEAST = 3
"""Cues; fewer prove nothing."""

_MOST_LINES = 3
"""Of a caption on a screen."""


def repeated_lines(text: CaptionText, cues: Sequence[Cue]) -> list[Span]:
    """The lines that show again what the cue before showed, in a file that rolls; else none."""
    shown = [[_plain(text, line) for line in cue.lines] for cue in cues]
    speaking = [number for number, lines in enumerate(shown) if lines]
    again = {here: _overlap(shown[before], shown[here]) for before, here in pairwise(speaking)}
    rolling = sum(1 for count in again.values() if count)
    if rolling < max(_LEAST, _SHARE * len(again)):
        return []
    return [line for number, count in again.items() for line in cues[number].lines[:count]]


def _plain(text: CaptionText, line: Span) -> str:
    return " ".join(TAG.sub("", text.shadow[line.start : line.end]).split())


def _overlap(before: list[str], here: list[str]) -> int:
    """How many lines at the start of one cue are those at the end of the cue before."""
    most = min(_MOST_LINES, len(before), len(here))
    return next((count for count in range(most, 0, -1) if before[-count:] == here[:count]), 0)
