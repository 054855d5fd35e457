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
