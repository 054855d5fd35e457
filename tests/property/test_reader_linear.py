"""Captions, mails, RTF and our JSON are read in work that grows with the file and no faster,
counted in lines of code executed."""

from __future__ import annotations

import json
import sys
from types import FrameType
from typing import Any

import pytest

import converter
from converter.checks import ledger
from converter.readers import READERS, read
from converter.sources import load, seal
from property.test_linear import grows_no_faster

CUE = "1\n00:00:01,000 --> 00:00:02,000\n"
HEADERS = "Subject: A\nFrom: a@b.example\n"
ALTERNATIVE = HEADERS + (
    "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nWords.\n--b\n"
    "Content-Type: text/html\n\n"
)
RTF = "{\\rtf1\\ansi "
REPEATS = 60

FILES: dict[str, tuple[str, str, str]] = {
    "cues": ("srt", "", CUE + "It rained.\n\n"),
    "cues without words": ("srt", CUE + "Yes.\n\n", CUE + "\n"),
    "times alone": ("vtt", CUE + "Yes.\n\n", "00:01.000 --> 00:02.000\n"),
    "lines of a cue": ("srt", CUE, "It rained\n"),
    "lines that begin with a dash": ("vtt", CUE, "- It rained.\n"),
    "tags": ("vtt", CUE, "<i>it</i> <c.red>rained</c> "),
    "voices": ("vtt", CUE, "<v Ann>Yes <v Bo>No "),
    "voices that never close": ("vtt", CUE, "<v "),
    "references": ("vtt", CUE, "&amp;&lt; "),
    "labels": ("srt", CUE, "ANN: Yes\n"),
    "notes": ("vtt", "WEBVTT\n\n" + CUE + "Yes\n\n", "NOTE a\n\n"),
    "rolling captions": ("vtt", "", "00:01.000 --> 00:02.000\nIt rained\nall day\n\n"),
    "lines of a mail": ("eml", HEADERS + "\n", "It rained.\n"),
    "quoted lines": ("eml", HEADERS + "\nYes.\n\nOn Monday, Tom wrote:\n", "> It rained.\n"),
    "lines like headers": ("eml", HEADERS + "\n", "To: harbour\n"),
    "mails in a mail": (
        "eml",
        HEADERS + "\nYes.\n",
        "----- Original Message -----\nFrom: a\nSubject: b\n",
    ),
    "flowed lines": (
        "eml",
        HEADERS + "Content-Type: text/plain; format=flowed\n\n",
        "it rained \n",
    ),
    "parts": (
        "eml",
        HEADERS + "Content-Type: multipart/mixed; boundary=b\n\n",
        "--b\n\nIt rained.\n",
    ),
    "headers": ("eml", HEADERS, "X-Way: here\n"),
    "elements that never close": ("eml", ALTERNATIVE, "<style"),
    "signatures": ("eml", HEADERS + "\nYes.\n", "-- \nTom\n"),
    "paragraphs of RTF": ("rtf", RTF, r"\pard {\b It} rained.\par "),
    "groups of RTF": ("rtf", RTF, r"{\i it} {\*\gone x}"),
    "groups that never close": ("rtf", RTF, "{it "),
    "notes of RTF": ("rtf", RTF, r"it{\footnote rained}"),
    "notes in notes": ("rtf", RTF, r"it{\footnote rained"),
    "comments in heads of pages": ("rtf", RTF, r"it{\header{\*\annotation rained"),
    "rows of RTF": ("rtf", RTF, r"\trowd\cellx9\pard\intbl it\cell\row "),
    "rows of ever other edges": ("rtf", RTF, r"\pard\intbl it\cell\row\trowd\clmrg\cellx9 "),
    "tables that open and end": ("rtf", RTF, r"\pard\intbl\itap9 it\par\pard rained\par "),
    "fields that never close": ("rtf", RTF, r"{\field{\*\fldinst HYPERLINK x}{\fldrslt it "),
    "items of RTF": ("rtf", RTF, r"{\pntext 1.\tab}it rained\par "),
    "fonts of RTF": ("rtf", RTF, r"{\fonttbl{\f1\fcharset0 Times;}}"),
}
"""The format of a file, how it begins, and what is repeated in it."""


def lines_executed(data: bytes, format: str) -> int:
    """Lines of Python that it takes to read and to check a file."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    opened = (load if READERS[format].is_text else seal)(data, f"a.{format}", format)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        ledger.check(read(opened))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", FILES)
def test_work_grows_with_the_file_and_no_faster(name: str) -> None:
    format, opening, piece = FILES[name]

    def executed(times: int) -> int:
        text = opening + piece * (REPEATS * times) + "\n\nYes.\n"
        return lines_executed(text.encode(), format)

    executed(1)  # what is worked out once, and kept
    assert grows_no_faster(*(executed(times) for times in (1, 2, 4)))


@pytest.mark.parametrize("is_edited", [False, True])
def test_work_grows_with_our_json_and_no_faster(is_edited: bool) -> None:
    def executed(times: int) -> int:
        text = "".join(f"It rained on day {n}.\n\n" for n in range(REPEATS * times))
        value = json.loads(converter.convert(text.encode()).renditions["json"])
        if is_edited:
            value["blocks"][0]["inlines"][0]["text"] = "It did not rain."
        return lines_executed(json.dumps(value).encode(), "json")

    executed(1)
    assert grows_no_faster(*(executed(times) for times in (1, 2, 4)))
