"""What is left out of a PDF file, and what a person should know of its characters."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby

from converter.model import INFO, WARNING, Place, Span
from converter.readers.pdf.facts import HIDDEN, TURNED, Fragment
from converter.readers.pdf.lines import segments_of
from converter.readers.pdf.seen import Seen, listed
from converter.readers.pdf.words import Words
from converter.readers.tape import Tape

_COMPARE = "compare with the page, and type the characters"


def omit(tape: Tape, seen: Seen) -> None:
    """Put what is left out behind the document, page by page."""
    for number, running in enumerate(seen.running, 1):
        for one in running:
            _omit(tape, number, "furniture", one.kind, one.line.text)
    for number, page in enumerate(seen.pages, 1):
        hidden = (one for one in page.fragments if one.hidden)
        for reason, group in groupby(hidden, lambda one: one.hidden):
            kind = "turned" if reason == TURNED else "hidden"
            _omit(tape, number, kind, f"text {HIDDEN[reason]}", _text(number, [*group]))


def _omit(tape: Tape, number: int, kind: str, reason: str, text: str) -> None:
    tape.line()
    tape.here(f"page {number}")
    tape.omit(kind, reason, text)


def _text(number: int, fragments: list[Fragment]) -> str:
    return "\n".join(line.text for line in segments_of(number, fragments))


def remark(words: Words, seen: Seen) -> None:
    """One notice of each kind."""
    note = words.tape.note
    for kind, code, what, hint in (
        ("hidden", "C281", "text that nobody sees", "nothing, unless it was meant to be seen"),
        (
            "turned",
            "C282",
            "text that does not run level",
            "look at the page, and type what is wanted",
        ),
    ):
        found = [one for one in words.tape.omissions if one.kind == kind]
        if found:
            pages = listed([*dict.fromkeys(_page(words, one.span.start) for one in found)])
            reasons = "; ".join(dict.fromkeys(one.reason for one in found))
            message = f"{what} is left out, on {pages} ({reasons})"
            note(code, WARNING if kind == "hidden" else INFO, message, found[0].span, hint)
    for places, what in (
        (words.unknown, "characters whose font does not say what they are stand as U+FFFD"),
        (words.private, "characters of a private use area, which only the file's own font shows"),
    ):
        if places:
            pages = listed([*dict.fromkeys(_page(words, at) for at in places)])
            note("C283", WARNING, f"{what}, on {pages}", Span(places[0], places[0] + 1), _COMPARE)
    if seen.recognised:
        message = f"{listed(seen.recognised)}: a scan, and the words a machine made out in it"
        note("C284", WARNING, message, None, "compare with the pages, figures and names first")
    if seen.pictures:
        message = f"{listed(seen.pictures)}: a picture without text, of which nothing was read"
        note("C285", WARNING, message, None, "run text recognition (OCR) over the file first")


def _page(words: Words, offset: int) -> int:
    place = _place(words.tape.places, offset)
    return int(place.name.split(",")[0].removeprefix("page "))


def _place(places: list[Place], offset: int) -> Place:
    return places[bisect_right(places, offset, key=lambda place: place.start) - 1]
