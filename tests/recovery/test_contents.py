"""Contents lists: titled, taken up by the text, linked to what they name."""

from __future__ import annotations

import pytest

from converter.model import Contents, ContentsEntry, Section, Turn, text_of, walk
from recovery.prose import EVENING, HARBOUR, PILOT, STORIES, paragraphs
from shapes import lines, recovered, shape

BODY = paragraphs(HARBOUR, "A Long Wait", PILOT, "The Pilots", EVENING, "The Band", PILOT)


def with_contents(listed: str) -> str:
    return f"Harbour Opens After the Storm\n\n{listed}\n\n{BODY}"


@pytest.mark.parametrize(
    "listed",
    [
        "In this article\n- A Long Wait\n- The Pilots\n- The Band",
        "Contents:\n\n1. A Long Wait\n2. The Pilots\n3. The Band",
        "TABLE OF CONTENTS\n\n• A Long Wait\n• The Pilots\n• The Band",
        "## Contents\n\n* A long wait\n* The pilots\n* The band",
    ],
)
def test_list_that_the_text_takes_up_is_the_contents(listed: str) -> None:
    document = recovered(with_contents(listed))
    entries = [node for node in walk(document.blocks) if isinstance(node, ContentsEntry)]
    targets = {node.id: node.heading for node in walk(document.blocks) if isinstance(node, Section)}
    assert len(entries) == 3
    for entry in entries:
        heading = targets[entry.target]
        assert heading is not None
        assert text_of(heading).casefold() == text_of(*entry.inlines).casefold()


def test_bare_lines_may_be_the_contents() -> None:
    document = recovered(with_contents("Contents\nA Long Wait\nThe Pilots\nThe Band"))
    contents = [node for node in walk(document.blocks) if isinstance(node, Contents)]
    assert [len(block.entries) for block in contents] == [3]


@pytest.mark.parametrize("language", ["es", "fr", "de", "it", "pt"])
def test_title_of_the_contents_in_any_language(language: str) -> None:
    story = STORIES[language]
    text = (
        f"{story.headline}\n\n{story.contents}\n- {story.first}\n- {story.second}\n\n"
        + paragraphs(story.lead, story.first, story.body, story.second, story.lead)
    )
    assert f"contents {story.contents}\n    {story.first} -> s2\n    {story.second} -> s3" in shape(
        recovered(text)
    )


def test_contents_may_name_questions() -> None:
    text = """\
        Contents
        1. Who are you?
        2. Will you stay?

        Question: Who are you?
        Guest: A pilot.

        Question: Will you stay?
        Guest: Yes.
        """
    document = recovered(text)
    assert shape(document).startswith("contents Contents\n  Who are you? -> q1\n")
    turns = [node.id for node in walk(document.blocks) if isinstance(node, Turn) and node.id]
    assert turns == ["q1", "q2"]


def test_list_that_nothing_takes_up_is_a_list() -> None:
    text = paragraphs("Harbour Opens", HARBOUR, "Contents\n- bread\n- butter\n- cheese", PILOT)
    document = recovered(text)
    assert not [node for node in walk(document.blocks) if isinstance(node, Contents)]
    assert "- bread\n" in shape(document)


def test_list_without_a_title_is_a_list() -> None:
    document = recovered(with_contents("- A Long Wait\n- The Pilots\n- The Band"))
    assert not [node for node in walk(document.blocks) if isinstance(node, Contents)]


def test_nested_entries_keep_their_level() -> None:
    listed = "Contents\n- A Long Wait\n  - The Pilots\n- The Band"
    entries = [
        node
        for node in walk(recovered(with_contents(listed)).blocks)
        if isinstance(node, ContentsEntry)
    ]
    assert [entry.level for entry in entries] == [1, 2, 1]


def test_question_with_a_label_in_the_text_is_found_without_it() -> None:
    text = lines("""
        Contents
        - What is it?
        - Who pays?

        editor's Question: What is it?
        guest: A pier.

        editor's Question: Who pays?
        guest: You do.
        """)
    assert shape(recovered(text)).startswith("contents Contents\n  What is it? -> q1")


@pytest.mark.parametrize(
    "dots", [" ........... ", " . . . . . . ", "........... ", " ____________ "]
)
def test_rows_of_dots_lead_to_pages(dots: str) -> None:
    text = paragraphs(
        "Contents",
        f"Foreword{dots}3\n1 The year{dots}5\n1.1 The ships{dots}6\nNotes{dots}10",
        "Foreword", HARBOUR, "1 The year", PILOT, "1.1 The ships", HARBOUR, "Notes", PILOT,
    )  # fmt: skip
    (found,) = (node for node in walk(recovered(text).blocks) if isinstance(node, Contents))
    entries = [
        (text_of(*entry.inlines), entry.level, bool(entry.target)) for entry in found.entries
    ]
    assert entries == [
        ("Foreword 3", 1, True),
        ("1 The year 5", 1, True),
        ("1.1 The ships 6", 2, True),
        ("Notes 10", 1, True),
    ]
