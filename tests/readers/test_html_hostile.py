"""Pages that break parsers: each ends in a document or in one error, soon."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from converter.errors import InputError
from converter.model import text_of
from converter.pipeline import read
from converter.readers.html import marking
from laws import assert_laws
from readers.web_pages import page, words

DEEP = 20_000

HOSTILE = {
    "divs in divs": "<div>" * 100_000 + "x",
    "spans in spans": "<span>" * DEEP + "x",
    "lists in lists": "<ul><li>" * DEEP + "x",
    "quotes in quotes": "<blockquote>" * DEEP + "x",
    "tables in tables": "<table><tr><td>" * DEEP + "x",
    "unknown elements": "<x-a>" * DEEP + "x",
    "styles that are opened anew": "".join(f"<b id={n}>" for n in range(DEEP)) + "<p>x" * 5000,
    "styles across paragraphs": "<p><b>x</p>" * 2_000,
    "open brackets": "<" * DEEP,
    "open comments": "x<!--" * DEEP,
    "open quotes": '<a b="' * DEEP + '">x',
    "attributes": "<p " + "".join(f"a{n}=1 " for n in range(DEEP)) + ">x",
    "end tags": "x" + "</div>" * DEEP,
    "drawings": "x" + "<svg><g>" * DEEP,
    "a foreign element in each other": "x" + "<svg><x/>" * DEEP,
    "templates": "<template>" * DEEP + "x",
    "breaks": "x" + "<br>" * DEEP,
    "entities": "x&amp;&#x41;&notit;" * DEEP,
    "paragraphs": "<p>x" * DEEP,
    "links to one note": "<p id=fn1>n<p>x" + '<a href="#fn1">1</a>' * DEEP,
    "one word of a name": f'<p class="{"a-" * DEEP}">x',
    "one line": "<p>" + "x " * DEEP * 5,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_page_ends_in_a_document(name: str) -> None:
    document = read(HOSTILE[name].encode(), name="page.html", format="html")
    assert_laws(document)
    assert "x" in document.source.text or name == "open brackets"


def test_frames_that_are_cut_are_told_and_their_words_stay_apart() -> None:
    document = page("<div>" * 2000 + "one</div><div>two" + "</div>" * 2000)
    assert [text_of(block) for block in document.blocks] == ["one", "two"]
    assert "C225" in [notice.code for notice in document.notices]


def test_nesting_stops_at_the_depth_asked_for() -> None:
    source = "<blockquote>" * 50 + "x"
    (block,) = page(source, depth=3).blocks
    depth = 0
    while hasattr(block, "blocks"):
        (block,) = block.blocks
        depth += 1
    assert depth == 3


def test_table_too_thin_to_be_one_is_dissolved() -> None:
    thin = "<table><tr>" + "<th>a" * 3000 + "<tr><td>b" * 3000 + "</table>"
    assert len(words(page(thin))) > 6000


def test_too_many_elements_are_refused_with_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MAX_NODES", 100)
    with pytest.raises(InputError, match=r"^page\.html:\d+:1: more than 100 elements .*; split"):
        page("<p>x\n" * 200)


MARK = marking.MARKS[0]


@pytest.mark.parametrize("marks", [MARK, MARK + "1" + MARK, marking.MARKS])
def test_marks_of_ours_in_the_page_are_text(marks: str) -> None:
    assert page(f"<p>a{marks}b").source.text == f"a{marks}b"


GROWING = {
    "paragraphs": "<p>One sentence, of a few words.</p>\n",
    "sections": "<section><h2>Part</h2><p>Words, and more of them.</p></section>",
    "links": '<li><a href="/x">A link to elsewhere</a>',
    "rows": "<tr><td>1<td>2",
    "open divs": "<div>word ",
    "furniture": "<nav><a href=/>Home</a></nav><p>Some words, with a comma.</p>",
}


@pytest.mark.parametrize("name", GROWING)
def test_work_grows_with_the_page_and_no_faster(name: str) -> None:
    small, middle, large = (lines_executed(GROWING[name] * count) for count in (600, 1200, 2400))
    assert large - middle <= 2.6 * (middle - small) + 0.1 * small


def lines_executed(source: str) -> int:
    """Lines of Python that it takes to read a page."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        read(source.encode(), name="page.html", format="html")
    finally:
        sys.settrace(before)
    return count
