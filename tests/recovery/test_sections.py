"""The tree of sections and its levels."""

from __future__ import annotations

from converter.model import Section, walk
from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from shapes import lines, recovered, shape


def test_sections_nest_by_level() -> None:
    text = "# A\n\n## B\n\nOne.\n\n### C\n\nTwo.\n\n## D\n\nThree.\n"
    assert shape(recovered(text)) == lines("""
        # A
          ## B
            One.
            ### C
              Two.
          ## D
            Three.
        """)


def test_numbers_say_how_deep() -> None:
    text = paragraphs(
        "Harbour plan", "1 The wait", HARBOUR, "1.1 The quay", PILOT, "1.2 The wall", EVENING,
        "2 The pilots", HARBOUR,
    )  # fmt: skip
    assert [node.level for node in walk(recovered(text).blocks) if isinstance(node, Section)] == [
        1, 2, 3, 3, 2,
    ]  # fmt: skip


def test_siblings_have_one_level() -> None:
    text = paragraphs("Harbour plan", HARBOUR, "The wait", PILOT, "The pilots", EVENING)
    assert shape(recovered(text)).count("\n  ## ") == 2


def test_capitals_stand_over_other_headings() -> None:
    text = paragraphs(
        "Harbour plan", HARBOUR, "THE QUAY", HARBOUR, "A long wait", PILOT, "The pilots", EVENING,
        "THE WALL", HARBOUR, "The stones", PILOT,
    )  # fmt: skip
    assert [node.level for node in walk(recovered(text).blocks) if isinstance(node, Section)] == [
        1, 2, 3, 3, 2, 3,
    ]  # fmt: skip


def test_heading_that_holds_headings_alone_stands_over_them() -> None:
    text = (
        f"# Harbour plan\n\n{HARBOUR}n### The Northn### Elm\n\n{PILOT}n### Holt\n\n{EVENING}"
        f"n### The Southn### Bray\n\n{PILOT}n### Conclusion\n\n{EVENING}\n"
    )
    sections = [node for node in walk(recovered(text).blocks) if isinstance(node, Section)]
    assert [node.level for node in sections] == [1, 2, 3, 3, 2, 3, 2]


def test_ids_count_sections_in_reading_order() -> None:
    text = "# A\n\n## B\n\nOne.\n\n### C\n\nTwo.\n\n## D\n\nThree.\n"
    ids = [node.id for node in walk(recovered(text).blocks) if isinstance(node, Section)]
    assert ids == ["s1", "s2", "s3", "s4"]


def test_what_stands_before_the_first_heading_stays_before_it() -> None:
    assert shape(recovered("One.\n\n# A\n\nTwo.\n")) == "One.\n# A\n  Two."


def test_file_without_headings_has_no_sections() -> None:
    assert not [node for node in walk(recovered(HARBOUR).blocks) if isinstance(node, Section)]
