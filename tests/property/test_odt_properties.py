"""Any bytes under the name of an OpenDocument text end in a document whose ledger balances, or in
one sentence. Real-looking files are mutated byte by byte and tag by tag."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.pipeline import convert
from converter.readers import ReadOptions, read
from converter.sources import seal
from laws import assert_laws
from odt_files import (
    comment,
    embedded_picture,
    fodt,
    heading,
    items,
    note,
    odt,
    para,
    picture,
    row,
    span,
    table,
    text_box,
)  # fmt: skip
from readers.test_odt_beside import CHANGED, META, PAGES

BODY = (
    CHANGED
    + para("The harbour", "Title")
    + heading("Tides")
    + para("x  " + span("bold", "B") + note(para("n")) + comment("c") + "<text:s text:c='2'/>y")
    + items("a", para("b") + items("deep", style=""), style="Numbers")
    + table(row("a", "b"), row("<table:covered-table-cell/>", "c"))
    + para(text_box(para("boxed")) + picture("Pictures/none.png", alt="words") + "host")
    + para("x = 1", "Preformatted_20_Text")
    + para(embedded_picture())
)
FLAT, PACKED = fodt(BODY, META, PAGES), odt(BODY, meta=META, pages=PAGES)
_PARTS = re.compile(rb"(?=<text:|<table:|<draw:|<office:|</)")
_EMPTY = re.compile(rb"<[^>]*/>")


def read_or_refuse(data: bytes, options: ReadOptions | None = None) -> None:
    try:
        document = read(seal(data, "letter.odt", "odt"), options)
    except InputError:
        return
    assert_laws(document)


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes(data: bytes) -> None:
    read_or_refuse(data)


@given(st.integers(0, len(PACKED) - 1), st.integers(0, 255))
def test_one_byte_changed_in_the_package(at: int, value: int) -> None:
    read_or_refuse(PACKED[:at] + bytes([value]) + PACKED[at + 1 :])


@given(st.integers(0, len(FLAT) - 1), st.integers(0, 255))
def test_one_byte_changed_in_the_text(at: int, value: int) -> None:
    read_or_refuse(FLAT[:at] + bytes([value]) + FLAT[at + 1 :])


@given(st.integers(1, len(PACKED)))
def test_cut_short(length: int) -> None:
    read_or_refuse(PACKED[:length])


_SWAPS = (
    (b"text:p", b"text:h"), (b"text:list-item", b"text:list"), (b"text:span", b"text:p"),
    (b"table:table-cell", b"text:p"), (b"change-start", b"change-end"),
    (b"text:note-body", b"text:p"),
    (b"draw:frame", b"text:p"), (b"table:table-row", b"text:section"), (b"text:p", b"text:list"),
    (b"text:p", b"text:span"), (b"text:change", b"text:p"), (b"office:annotation", b"text:p"),
    (b"text:h", b"table:table"), (b"text:s ", b"text:span "),
)  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_names_swapped_and_marks_dropped_doubled_and_moved(seed: int) -> None:
    """Well-formed or not, the file says strange things."""
    chance = random.Random(seed)
    head, mark, body = FLAT.partition(b"<office:text>")
    old, new = chance.choice(_SWAPS)
    body = body.replace(old, new) if seed % 2 else re.sub(old + rb"\b", new, body)
    empty = list(_EMPTY.finditer(body))
    for match in sorted(chance.sample(empty, min(len(empty), 5)), key=lambda m: -m.start()):
        start, end = match.span()
        moved = chance.randrange(len(empty))
        body = body[:start] + empty[moved][0] * chance.choice([0, 1, 2]) + body[end:]
    for tracked in ("accepted", "original", "all"):
        read_or_refuse(head + mark + body, ReadOptions(tracked=tracked))


def test_it_is_recovered_without_loss() -> None:
    for tracked in ("accepted", "original", "all"):
        reading = ReadOptions(tracked=tracked, keep_furniture=True)
        assert_laws(convert(PACKED, name="t.odt", to=(), reading=reading).document)
