"""Lists typed by hand in formats that have lists of their own."""

from __future__ import annotations

import pytest

from converter.model import BulletList, Heading, Node, OrderedList, text_of, walk
from converter.pipeline import read, recover
from shapes import recovered
from word_packages import docx, para, run


def nodes(*lines: str) -> tuple[Node, ...]:
    """All nodes recovered of a Word file of these lines, after a heading and a paragraph."""
    body = para("Tides", style="H1") + para("What the harbour master wrote down in March:")
    body += "".join(line if line.startswith("<") else para(line) for line in lines)
    document = recover(read(docx(body), name="tides.docx"))
    return tuple(walk(document.blocks))


def lists(*lines: str) -> list[tuple[str, list[str]]]:
    found = [block for block in nodes(*lines) if isinstance(block, BulletList | OrderedList)]
    return [
        (
            f"{block.style} {block.start}" if isinstance(block, OrderedList) else "bullets",
            [text_of(item.blocks[0]) for item in block.items],
        )
        for block in found
    ]


@pytest.mark.parametrize("mark", ["-", "•", "*", "▪", "→"])
def test_bullets_make_a_list(mark: str) -> None:
    assert lists(f"{mark} ebb", f"{mark}\tflood") == [("bullets", ["ebb", "flood"])]


@pytest.mark.parametrize(
    ("marks", "kind"),
    [
        (("1.", "2.", "3."), "decimal 1"),
        (("4)", "5)"), "decimal 4"),
        (("a)", "b)"), "alpha 1"),
        (("(i)", "(ii)"), "roman 1"),
        (("h.", "i.", "j."), "alpha 8"),
    ],
)
def test_numbers_that_count_make_a_list(marks: tuple[str, ...], kind: str) -> None:
    words = ["ebb", "flood", "slack"][: len(marks)]
    assert lists(*(f"{m} {w}" for m, w in zip(marks, words, strict=True))) == [(kind, words)]


def test_numbers_that_do_not_count_are_no_list() -> None:
    assert lists("3. March, the first spring tide.", "9. April, the second one.") == []
    assert lists("1. One number alone says nothing yet.") == []


def test_marks_of_another_family_stand_in_the_item_above() -> None:
    found = lists("1. ebb", "- low", "- lower", "2. flood")
    assert found == [("decimal 1", ["ebb", "flood"]), ("bullets", ["low", "lower"])]


def test_lines_of_speech_behind_dashes_are_no_list() -> None:
    assert lists("— Who goes there?", "— Nobody, said the pilot.") == []


def test_the_mark_may_be_bold() -> None:
    line = para(run("- ", "<w:b/>"), "ebb") + para(run("- ", "<w:b/>"), "flood")
    assert lists(line) == [("bullets", ["ebb", "flood"])]


def test_plain_text_is_left_to_its_reader() -> None:
    document = recovered("Harbour:\n\n— ebb is low\n\n— flood is high\n")
    assert all(
        getattr(block.provenance, "rule", "") != "typed-list"
        for block in document.blocks
        if isinstance(block, BulletList)
    )


def test_a_line_set_bold_in_word_is_a_heading_and_a_plain_one_is_less_likely() -> None:
    long = "The harbour opened at six in the morning, and the first of the ferries left. " * 4
    bold = para(run("Night boats", "<w:b/>"))
    assert [text_of(b) for b in nodes(long, bold, long) if isinstance(b, Heading)] == [
        "Tides", "Night boats"
    ]  # fmt: skip
