"""Promises of converter.model.spans and of the way from an offset to a place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Location, Place, SourceFile, Span


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (-3, -2)])
def test_span_outside_the_law_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="needs 0 <= start <= end"):
        Span(start, end)


def test_span_prints_as_a_range() -> None:
    assert str(Span(3, 7)) == "3..7"


def test_span_counts_its_code_points() -> None:
    assert len(Span(3, 7)) == 4


def test_empty_span_is_a_place_and_true() -> None:
    assert Span(5, 5)
    assert len(Span(5, 5)) == 0


def test_spans_sort_by_where_they_start() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]


def source(text: str, *line_starts: int) -> SourceFile:
    return SourceFile("a.txt", "text", "0" * 64, len(text), text=text, line_starts=line_starts)


@pytest.mark.parametrize(
    ("offset", "place"),
    [(0, "1:1"), (2, "1:3"), (3, "2:1"), (4, "3:1"), (5, "3:2"), (6, "3:3")],
)
def test_offset_is_located_by_line_and_column_from_one(offset: int, place: str) -> None:
    assert str(source("ab\n\ncd", 0, 3, 4).locate(offset)) == place


@pytest.mark.parametrize(
    ("offset", "place"), [(0, "4:1 (body > p[1])"), (3, "4:4 (body > p[1])"), (5, "paragraph 2")]
)
def test_places_lead_back_where_the_text_was_put_together(offset: int, place: str) -> None:
    places = (Place(0, 4, 1, "body > p[1]"), Place(5, name="paragraph 2"))
    assert str(replace(source("abc\n\nde", 0), places=places).locate(offset)) == place


def test_location_compares_by_value() -> None:
    assert source("ab", 0).locate(1) == Location(1, 2)


def test_source_is_known_by_its_bytes_and_not_by_what_was_read() -> None:
    bare = SourceFile("a.txt", "text", "0" * 64, 5)
    assert source("ab\ncd", 0, 3) == bare
