"""``converter inspect``: the tree with places, certainty and reasons."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Cli
from converter.cli.tree import described, items_of, provenances
from converter.cli.why import why_lines
from converter.model import (
    BulletList,
    Cell,
    Contents,
    ContentsEntry,
    Evidence,
    Heading,
    ListItem,
    Paragraph,
    Provenance,
    Row,
    Section,
    Span,
    Table,
    Text,
)


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def test_tree_shows_line_certainty_kind_and_words(cli: Cli) -> None:
    outcome = cli("inspect", "bells.txt")
    assert (outcome.code, outcome.err) == (0, "")
    head, schema, found, _, section, *rest = lines(outcome.out)
    assert head.startswith("bells.txt  plain text, ")
    assert schema.startswith("schema     interview (")
    assert found == "recovered  1 section, 2 exchanges"
    number, sure, rest_of_line = section.split(maxsplit=2)
    assert number == "1"
    assert 0 < float(sure) <= 1
    assert rest_of_line.startswith("section 1")
    assert rest_of_line.endswith("  The Bell Ringer")
    assert any("├─ exchange, 1 answer" in line for line in rest)
    assert any("└─ answer by " in line and "Nobody knows." in line for line in rest)


def test_every_line_fits_the_width(cli: Cli) -> None:
    Path("long.txt").write_text("word " * 100 + "\n\n" + "長い" * 100 + "。\n", encoding="utf-8")
    assert all(len(line) <= 80 for line in lines(cli("inspect", "long.txt").out))


def test_why_names_rule_evidence_and_the_second_reading(cli: Cli) -> None:
    plain = cli("inspect", "bells.txt").out
    outcome = cli("inspect", "bells.txt", "--why")
    assert len(lines(outcome.out)) > len(lines(plain))
    assert any(map(is_sign, lines(outcome.out)))


def test_why_says_what_speaks_for_a_node_before_what_speaks_against_it(cli: Cli) -> None:
    out = lines(cli("inspect", "bells.txt", "--why").out)
    first = next(line for line in out if is_sign(line))
    assert "  for  " in first
    assert any(line.rstrip().endswith(", else paragraph") for line in out)


def is_sign(line: str) -> bool:
    return re.search(r"[+-]\d\.\d  ", line) is not None


SIGNS = (
    Evidence("asks", -2.0, "section headings ask more often than headlines"),
    Evidence("signed below", 3.0, "an author's line follows"),
    Evidence("long", 1.1),
)


def test_evidence_is_ranked_and_grouped() -> None:
    reason = Provenance("by-test", 0.81, SIGNS, "section")
    shown = [
        "".join(part if isinstance(part, str) else part[1] for part in line)
        for line in why_lines(reason, "", 100)
    ]
    assert shown == [
        "by-test 0.81, else section",
        "  for      +3.0  signed below: an author's line follows",
        "           +1.1  long",
        "  against  -2.0  asks: section headings ask more often than headlines",
    ]


@pytest.mark.parametrize("columns", [50, 60, 72, 100])
def test_evidence_is_wrapped_to_the_width_and_none_is_cut(columns: int) -> None:
    reason = Provenance("headline-by-what-surrounds-it", 0.81, SIGNS, "heading of a section")
    shown = [
        "".join(part if isinstance(part, str) else part[1] for part in line)
        for line in why_lines(reason, " " * 12, columns)
    ]
    assert all(len(line) <= columns for line in shown)
    words = " ".join(" ".join(shown).split())
    assert "ask more often than headlines" in words
    assert "else heading of a section" in words


def test_json_has_the_same_tree_with_spans(cli: Cli) -> None:
    value = cli("inspect", "bells.txt", "--format", "json").value
    assert value["schema"] == "interview"
    (section,) = value["tree"]
    assert (section["kind"], section["level"], section["line"]) == ("section", 1, 1)
    assert section["heading"]["words"] == "The Bell Ringer"
    exchange = next(item for item in walk(value["tree"]) if item["kind"] == "exchange")
    assert [child["role"] for child in exchange["children"]] == ["question", "answer"]
    start, end = exchange["span"]
    assert 0 < start < end <= value["characters"]


def test_json_says_why(cli: Cli) -> None:
    value = cli("inspect", "bells.txt", "--format", "json").value
    reasons = [item["provenance"] for item in walk(value["tree"]) if item["provenance"]]
    assert reasons
    for reason in reasons:
        assert reason["rule"]
        assert 0 <= reason["confidence"] <= 1
        assert all(set(item) == {"name", "weight", "detail"} for item in reason["evidence"])


def walk(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """These items and all below them."""
    found = []
    for item in items:
        found += [item, *walk(item["children"])]
    return found


def test_notices_stand_below_the_tree(cli: Cli) -> None:
    Path("cafe.txt").write_bytes(b"Round the corner\n\nA caf\xe9 has opened; nobody knows why.\n")
    assert "cafe.txt:3:6: warning C101" in lines(cli("inspect", "cafe.txt").out)[-1]


def test_control_characters_of_a_text_are_shown_not_obeyed(cli: Cli) -> None:
    Path("odd.txt").write_text("Plain words, then \x1b[2J more of them.\n", encoding="utf-8")
    out = cli("inspect", "odd.txt").out
    assert "\x1b" not in out
    assert "\\x1b[2J" in out


def test_one_input_at_a_time(cli: Cli) -> None:
    outcome = cli("inspect", "bells.txt", "bells.txt")
    assert outcome.code == 2
    assert "one argument too many" in outcome.err


# --- items ----------------------------------------------------------------------------------


def text(words: str, start: int) -> Text:
    return Text(words, Span(start, start + len(words)))


def paragraph(words: str, start: int) -> Paragraph:
    return Paragraph((text(words, start),))


def test_words_of_cells_do_not_run_together() -> None:
    row = Row((Cell((paragraph("Fare", 0),)), Cell((paragraph("Price", 5),))))
    (item,) = items_of((Table((row,)),))
    assert item.words == "Fare Price"
    assert described(item) == "table, 1 × 2"


def test_columns_that_are_spanned_are_counted() -> None:
    row = Row((Cell((paragraph("Fare", 0),), colspan=3), Cell((paragraph("Price", 5),))))
    (item,) = items_of((Table((row,)),))
    assert item.facts["columns"] == 4


def test_item_of_one_plain_paragraph_needs_no_line_below_it() -> None:
    (item,) = items_of((BulletList((ListItem((paragraph("One", 0),)),)),))
    (only,) = item.children
    assert (only.words, only.children) == ("One", ())


def test_contents_list_says_how_much_of_it_is_linked() -> None:
    entries = (ContentsEntry((text("A", 0),), target="s1"), ContentsEntry((text("B", 1),)))
    (item,) = items_of((Contents(entries),))
    assert described(item) == "contents, 1 of 2 linked"
    assert [described(child) for child in item.children] == ["entry", "entry, not linked"]


def test_section_is_as_sure_as_its_heading() -> None:
    sure, unsure = Provenance("by-heading", 0.9), Provenance("by-section", 0.4)
    heading = Heading(1, (text("A", 0),), provenance=sure)
    (item,) = items_of((Section(1, heading, (), provenance=unsure),))
    assert provenances(item) == [sure, unsure]
    (item,) = items_of((Section(1, heading, (), provenance=sure),))
    assert provenances(item) == [sure]


def test_words_of_a_long_text_are_cut() -> None:
    long = tuple(text("word ", 5 * n) for n in range(10_000))
    (item,) = items_of((Paragraph(long),))
    assert len(item.words) <= 160


@pytest.mark.parametrize(
    ("section", "shown"),
    [
        (Section(1, None, (), role="article"), "article"),
        (Section(2, None, ()), "section 2"),
        (Section(2, None, (), role="conclusion"), "section 2, conclusion"),
    ],
)
def test_section_is_called_by_level_and_role(section: Section, shown: str) -> None:
    (item,) = items_of((section,))
    assert described(item) == shown
