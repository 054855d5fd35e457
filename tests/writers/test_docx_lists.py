"""Promises of the Word rendition: lists."""

from __future__ import annotations

import pytest

from converter.model import (
    BulletList,
    CodeBlock,
    OrderedList,
    Quote,
)
from word_files import Read, W, WordFile, find
from writers.docx_documents import (
    item,
    read,
    text,
    written,
)


def numbers(found: Read) -> tuple[str | None, str | None]:
    return found.value("pPr/numPr/ilvl"), found.value("pPr/numPr/numId")


def starts(file: WordFile) -> dict[str | None, str | None]:
    """The number that each counted list starts at, by the list's id."""
    return {
        num.get(f"{W}numId"): override.get(f"{W}val")
        for num in find(file.xml("word/numbering.xml"), "num")
        for override in find(num, "lvlOverride/startOverride")
    }


def test_nested_lists_are_real_lists_of_several_levels() -> None:
    inner = OrderedList((item("deep"),))
    found = read(BulletList((item("one", BulletList((item("two", inner),))),)))
    assert [(entry.text, numbers(entry)[0]) for entry in found] == [
        ("one", "0"),
        ("two", "1"),
        ("deep", "2"),
    ]
    assert [entry.style for entry in found] == ["List Bullet", "List Bullet", "List Number"]


def test_every_counted_list_counts_anew_from_its_own_start() -> None:
    file = written(
        OrderedList((item("a"), item("b"))),
        OrderedList((item("c"),), start=7),
        OrderedList((item("d"),), start=10**9),
        OrderedList((item("e"),), start=-1),
    )
    ids = [numbers(found)[1] for found in file.paragraphs() if found.style == "List Number"]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 4
    assert [starts(file)[number] for number in ids[1:]] == ["1", "7", "32767", "0"]


@pytest.mark.parametrize(
    ("style", "form"), [("decimal", "decimal"), ("alpha", "lowerLetter"), ("roman", "lowerRoman")]
)
def test_a_list_counts_in_its_style(style: str, form: str) -> None:
    file = written(OrderedList((item("a"),), style=style))
    [entry] = [found for found in file.paragraphs() if found.style == "List Number"]
    numbering = file.xml("word/numbering.xml")
    kinds = {kind.get(f"{W}abstractNumId"): kind for kind in find(numbering, "abstractNum")}
    lists = {num.get(f"{W}numId"): num for num in find(numbering, "num")}
    [kind] = find(lists[numbers(entry)[1]], "abstractNumId")
    assert find(kinds[kind.get(f"{W}val")], "lvl/numFmt")[0].get(f"{W}val") == form


def test_what_follows_in_an_item_stands_under_its_words() -> None:
    first, second, third = read(BulletList((item("one", "more"), item("two"))))
    assert (first.style, second.style, third.style) == (
        "List Bullet",
        "List Paragraph",
        "List Bullet",
    )
    assert not second.has("pPr/numPr")


def test_an_item_that_starts_with_something_else_keeps_its_number() -> None:
    found = read(OrderedList((item(CodeBlock((text("x"),))), item(), item("three"))))
    assert [(entry.style, entry.text) for entry in found] == [
        ("List Number", ""),
        ("Source Code", "x"),
        ("List Number", ""),
        ("List Number", "three"),
    ]


def test_a_list_in_a_quote_stands_in_the_quote() -> None:
    [entry] = read(Quote((BulletList((item("ice"),)),)))
    assert entry.value("pPr/ind", "left") == "840"
    assert entry.value("pPr/ind", "hanging") == "400"
