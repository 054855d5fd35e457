"""The laws that every node keeps from its construction on."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from converter.model import (
    MAX_LEVEL,
    Code,
    Document,
    Heading,
    MetadataItem,
    NoteReference,
    Notice,
    SourceFile,
    Span,
    Text,
)


def test_text_is_as_long_as_its_span() -> None:
    with pytest.raises(ValueError, match="3 code points"):
        Text("abc", Span(0, 4))


def test_code_is_as_long_as_its_span() -> None:
    with pytest.raises(ValueError, match="3 code points"):
        Code("abc", Span(0, 4))


def test_mark_of_a_note_is_as_long_as_its_span() -> None:
    with pytest.raises(ValueError, match="1 code points"):
        NoteReference("1", Span(0, 4), "note-1")


@pytest.mark.parametrize("make", [Text, Code, lambda text, span: NoteReference(text, span, "n1")])
def test_generated_leaf_names_its_rule(make: type[Text]) -> None:
    with pytest.raises(ValueError, match="names its rule"):
        make(" ", None)


def test_generated_leaf_with_a_rule_is_fine() -> None:
    assert Text(" ", None, "space-after-stop").span is None


def test_code_points_outside_the_basic_plane_count_as_one() -> None:
    assert Text("\N{NEWSPAPER}\U00020000", Span(0, 2)).text == "\U0001f4f0\U00020000"


@pytest.mark.parametrize("level", [0, -1, MAX_LEVEL + 1])
def test_heading_level_outside_the_range_is_refused(level: int) -> None:
    with pytest.raises(ValueError, match=f"needs 1 to {MAX_LEVEL}"):
        Heading(level, ())


@pytest.mark.parametrize("level", [1, MAX_LEVEL])
def test_heading_levels_reach_from_one_to_the_deepest(level: int) -> None:
    assert Heading(level, ()).level == level


def test_nodes_are_frozen() -> None:
    text = Text("a", Span(0, 1))
    with pytest.raises(FrozenInstanceError):
        text.text = "b"  # type: ignore[misc]


def test_severity_of_a_notice_is_one_of_three() -> None:
    with pytest.raises(ValueError, match="one of info, warning, error"):
        Notice("C101", "fatal", "no such severity")


def document(*metadata: MetadataItem) -> Document:
    return Document(SourceFile("a.txt", "text", "0" * 64, 0), (), metadata=metadata)


def test_metadata_is_found_by_name() -> None:
    item = MetadataItem("headline", "Harbour reopens", "text")
    assert document(item).meta("headline") == "Harbour reopens"


def test_several_metadata_values_are_joined_by_commas() -> None:
    item = MetadataItem("byline", ("Ines Vale", "Tom Reed"), "user")
    assert document(item).meta("byline") == "Ines Vale, Tom Reed"


def test_metadata_that_is_not_there_is_empty() -> None:
    assert document().meta("embargo") == ""
