"""What word processors put beside the body: what a note is counted as, and comments."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from converter.model import INFO, Span
from converter.readers.office.places import roman
from converter.readers.tape import Tape

FOOTNOTE, ENDNOTE = "footnote", "endnote"
_SHOWN = 300
"""Code points of a comment that a notice repeats; the whole of it is among the omissions."""


class Remark(NamedTuple):
    """A comment: who made it and when, what it says, and the words that it is about (None: the
    file does not say)."""

    author: str
    date: str
    words: str
    about: Span | None
    is_resolved: bool = False
    is_answer: bool = False


def next_note(counts: Counter[str], kind: str) -> str:
    """The id of the next note of a kind: 1, 2, 3; i, ii, iii for endnotes."""
    counts[kind] += 1
    return roman(counts[kind]) if kind == ENDNOTE else str(counts[kind])


def omit_remark(tape: Tape, place: str, remark: Remark) -> None:
    """List a comment as left out, and give a notice of it at the words that it is about."""
    by = f" by {remark.author}" if remark.author else ""
    said = f"comment{by}{f' on {remark.date[:10]}' if remark.date else ''}"
    tape.line()
    tape.here(place)
    tape.omit("comment", said, remark.words)
    more = " (resolved)" if remark.is_resolved else ""
    more += " (an answer)" if remark.is_answer else ""
    shown = " ".join(remark.words.split())
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
    tape.note("C234", INFO, f"{said}{more}: {shown}", remark.about, "")
