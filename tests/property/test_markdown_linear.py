"""Reading Markdown takes work that grows with the length of the file, and no faster."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from converter.readers import read
from laws import source_of
from property.test_linear import grows_no_faster

PIECES = {
    "stress that never closes": "*a ",
    "stress that only closes": "a* ",
    "stress in stress": "*a",
    "brackets": "[a",
    "pictures": "![a",
    "notes in notes": "^[a",
    "definitions of links": "[a]: b\n\n",
    "definitions of notes": "[^a]: b\n\n",
    "references": "&amp;",
    "code that never closes": "`a ``",
    "tags": "<b>",
    "tags that never end": '<a b="',
    "tags that close others": "<b></i>",
    "comments that never end": "<!--",
    "rows of HTML": "<table><tr><td>",
    "lists of HTML": "<ul><li>",
    "blocks of HTML": "<div>\n\n",
    "captions": "<figure><figcaption>a",
    "shortcodes": "{{",
    "addresses": "https://a.example/((",
    "escaped bars": "\\|",
    "quotes": "> ",
    "lists in lists": "- ",
    "headings without words": "#\n",
    "tables": "|a|b|\n|-|-|\n|1|2|\n",
}
SIZE = 900
"""Code points of the small text."""


def lines_executed(text: str) -> int:
    """Lines of Python that it takes to read a text."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    source = source_of(text, "a.md", "markdown")
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(source)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("name", PIECES)
def test_work_grows_with_the_length_of_a_markdown_file(name: str) -> None:
    piece = PIECES[name]
    repeats = SIZE // len(piece)
    read(source_of(piece * repeats, "a.md", "markdown"))  # what is loaded and made once
    first, second, third = (lines_executed(piece * repeats * 2**step) for step in range(3))
    assert grows_no_faster(first, second, third)
