"""Levels of headings without marks: one below the heading whose own text announces them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Heading, Provenance, text_of
from converter.recovery.levels import recover_levels
from converter.recovery.terms import BARE_LINE
from recovery.prose import EVENING, HARBOUR, PILOT
from shapes import SCHEMA, stated


def outline(*parts: str) -> list[str]:
    """The headings of a text, each behind a dot for every level below the headline. Parts that
    begin with ``=`` are headings on bare lines."""
    lines = [f"## {part[1:]}" if part.startswith("=") else part for part in parts]
    document = stated("\n\n".join(["# The plan of the port", HARBOUR, *lines]) + "\n")
    because = Provenance(BARE_LINE, 0.9)
    blocks = tuple(
        replace(block, provenance=because)
        if isinstance(block, Heading) and block.level == 2
        else block
        for block in document.blocks
    )
    levelled = recover_levels(replace(document, blocks=blocks), SCHEMA)
    return [
        "." * (block.level - 1) + text_of(block)
        for block in levelled.blocks
        if isinstance(block, Heading)
    ][1:]


def test_list_under_a_heading_announces_headings() -> None:
    assert outline(
        "=Crew", "Every boat has three people:", "- Pilot", "- Cook (and baker)", "- The boy",
        "=The pilot", PILOT, "=The cook", EVENING, "=Winter", HARBOUR,
    ) == [".Crew", "..The pilot", "..The cook", ".Winter"]  # fmt: skip


def test_headings_between_listed_ones_stand_below_the_first_of_them() -> None:
    assert outline(
        "=Crew", "Every boat has two people:", "- Pilot", "- Cook", "=The pilot", PILOT,
        "=Before the tide", PILOT, "=At the lock", EVENING, "=The cook", EVENING,
        "=Winter", HARBOUR,
    ) == [
        ".Crew", "..The pilot", "...Before the tide", "...At the lock", "..The cook", ".Winter",
    ]  # fmt: skip


def test_list_of_other_things_announces_nothing() -> None:
    assert outline(
        "=Crew", "On board:", "- Bread", "- Salt", "=The pilot", PILOT, "=The cook", EVENING,
    ) == [".Crew", ".The pilot", ".The cook"]  # fmt: skip


@pytest.mark.parametrize(
    ("colon", "heads"),
    [
        ("There are three kinds of boats here:", ["Ferries", "Tugs", "Pilot boats"]),
        ("Hay tres clases de barcos en el puerto:", ["Barcazas", "Remolcadores", "Veleros"]),
        ("Il y a trois sortes de bateaux :", ["Les bacs", "Les chalands", "Les voiliers"]),
    ],
)
def test_colon_announces_the_headings_of_one_kind_that_follow(colon: str, heads: list[str]) -> None:
    body = [line for head in heads for line in (f"={head}", f"{PILOT}")]
    assert outline("=Boats", EVENING, colon, *body, "=What the winter will bring us", HARBOUR) == [
        ".Boats", *(f"..{head}" for head in heads), ".What the winter will bring us",
    ]  # fmt: skip


def test_short_text_that_speaks_of_the_next_headings_announces_them() -> None:
    assert outline(
        "=Witnesses", "We asked two of them, a fisher and the keeper of the lamp.", "=The fisher",
        PILOT, "=The keeper of the lamp", EVENING, "=Winter", HARBOUR,
    ) == [".Witnesses", "..The fisher", "..The keeper of the lamp", ".Winter"]  # fmt: skip


def test_heading_written_twice_holds_nothing() -> None:
    assert outline("=Start", PILOT, "=Boats", "=BOATS", PILOT, "=Winter", EVENING) == [
        ".Start", ".Boats", ".BOATS", ".Winter",
    ]  # fmt: skip


def test_second_headline_is_not_over_all_sections() -> None:
    assert outline("=A year at sea", "=Boats", PILOT, "=Winter", EVENING, "=Conclusion", HARBOUR)[
        1:
    ] == [".Boats", ".Winter", ".Conclusion"]


def test_sections_that_all_end_in_a_colon_are_siblings() -> None:
    assert outline("=Boats", "See the map:", "=Ferries", "See the map:", "=Tugs", "Or:") == [
        ".Boats", ".Ferries", ".Tugs",
    ]  # fmt: skip


def test_contents_say_how_deep_headings_stand_by_their_numbers() -> None:
    assert outline(
        "- 1 Boats\n- 1.1 Ferries\n- 1.2 Tugs\n- 1.2.1 Ropes\n- 2 Winter",
        "=Boats[edit]", PILOT, "=Ferries[edit]", EVENING, "=Tugs[edit]", PILOT, "=Ropes[edit]",
        EVENING, "=Winter[edit]", HARBOUR,
    ) == [
        ".Boats[edit]", "..Ferries[edit]", "..Tugs[edit]", "...Ropes[edit]", ".Winter[edit]",
    ]  # fmt: skip


def test_contents_say_how_deep_headings_stand_by_their_nesting() -> None:
    assert outline(
        "- Boats\n  - Ferries\n  - Tugs\n- Winter",
        "=Boats", PILOT, "=Ferries", EVENING, "=Tugs", PILOT, "=Ropes", PILOT, "=Winter", HARBOUR,
    ) == [".Boats", "..Ferries", "..Tugs", "...Ropes", ".Winter"]  # fmt: skip


def test_flat_list_of_few_headings_says_nothing_of_depth() -> None:
    assert outline(
        "- 1.1 Bread\n- 2 Salt\n- Boats", "=Boats", PILOT, "=Ferries", EVENING, "=Winter", HARBOUR,
    ) == [".Boats", ".Ferries", ".Winter"]  # fmt: skip


@pytest.mark.parametrize(
    "marks",
    [
        ("1.", "2.", "3."),
        ("I)", "II)", "III)"),
        ("A.", "B.", "C."),
        ("Teil 1", "Teil 2", "Teil 3"),
    ],
)
def test_headings_between_counted_ones_stand_below_them(marks: tuple[str, ...]) -> None:
    one, two, three = (f"{mark} Boats" for mark in marks)
    assert outline(
        f"={one}", PILOT, "=Ferries", EVENING, "=Tugs", PILOT, f"={two}", EVENING, f"={three}",
        PILOT, "=What is left", HARBOUR,
    ) == [f".{one}", "..Ferries", "..Tugs", f".{two}", f".{three}", ".What is left"]  # fmt: skip


def test_counted_headings_without_text_are_siblings_of_the_next() -> None:
    assert outline("=1. Boats", PILOT, "=2. Ferries", "=3. Tugs", EVENING, "=4. Ropes", PILOT) == [
        ".1. Boats", ".2. Ferries", ".3. Tugs", ".4. Ropes",
    ]  # fmt: skip


def test_numbers_that_do_not_run_on_say_nothing() -> None:
    assert outline("=12 boats", PILOT, "=Ferries", EVENING, "=7 tugs", PILOT) == [
        ".12 boats", ".Ferries", ".7 tugs",
    ]  # fmt: skip


def test_word_before_the_number_counts_as_deep_as_the_number() -> None:
    assert outline(
        "=Section 1", PILOT, "=Section 1.1", EVENING, "=Section 1.2", PILOT, "=Section 2", HARBOUR,
    ) == [".Section 1", "..Section 1.1", "..Section 1.2", ".Section 2"]  # fmt: skip


def test_headings_that_end_in_a_bracket_stand_over_the_others() -> None:
    assert outline(
        "=The boats (Ines)", PILOT, "=Ferries", EVENING, "=The lock (Tom)", PILOT, "=Gates",
        EVENING, "=The winter (Ada)", HARBOUR,
    ) == [
        ".The boats (Ines)", "..Ferries", ".The lock (Tom)", "..Gates", ".The winter (Ada)",
    ]  # fmt: skip


def test_closing_heading_stays_a_section_where_others_are_set_in_capitals() -> None:
    assert outline(
        "=THE BOATS", PILOT, "=Ferries", EVENING, "=THE LOCK", PILOT, "=Gates", EVENING,
        "=References", HARBOUR,
    ) == [".THE BOATS", "..Ferries", ".THE LOCK", "..Gates", ".References"]  # fmt: skip


def test_first_heading_is_not_over_all_the_others() -> None:
    assert outline(
        "=What is a berth?", "Berths, pilots, locks and fees are what people ask about.",
        "=What is a fee?", PILOT, "=What is a pilot?", EVENING, "=What is a lock?", PILOT,
    ) == [
        ".What is a berth?", ".What is a fee?", ".What is a pilot?", ".What is a lock?",
    ]  # fmt: skip
