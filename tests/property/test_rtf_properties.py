"""Any bytes under the name of an RTF file end in a document whose ledger balances, or in one
sentence. Real-looking files are mutated byte by byte and word by word."""

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
from readers.test_rtf_beside import CHANGED
from rtf_files import cells, item, para, rtf

WHOLE = rtf(
    r"{\info{\title T}{\creatim\yr2026\mo3\dy4}}{\header\pard Head{\footnote h}\par}"
    + CHANGED
    + para("The harbour", r"\s4")
    + para("Tides", r"\s1\b")
    + para(r"x {\b bold}{\super\chftn{\footnote\pard{\super\chftn} n\par}} {\v hid}\u8364?")
    + item("a", 2, 0, "1.") + item("b", 1, 1)
    + cells("a", "b", definition=r"\clvmgf\cellx1000\cellx2000")
    + cells("", "c", definition=r"\clvmrg\cellx1000\cellx2000")
    + r"\pard\intbl\itap2 n\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}\pard\intbl x\cell\row "
    + para(r"{\shp{\*\shpinst{\shptxt\pard boxed\par}}}{\pict\pngblip 89504e47}host")
    + para(r"{\field{\*\fldinst HYPERLINK x}{\fldrslt link}}{\f3 \'83A}{\*\annotation c}", r"\s7")
)  # fmt: skip
_WORDS = re.compile(rb"\\[a-z]+-?\d* ?|[{}]")


def read_or_refuse(data: bytes, options: ReadOptions | None = None) -> None:
    try:
        document = read(seal(data, "letter.rtf", "rtf"), options)
    except InputError:
        return
    assert_laws(document)


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    read_or_refuse(b"{\\rtf1" + data)


@given(st.lists(st.sampled_from(sorted(set(_WORDS.findall(WHOLE)) | {b"x", b"\\'83", b"y z"}))))
def test_any_words(words: list[bytes]) -> None:
    read_or_refuse(b"{\\rtf1 " + b"".join(words))


@given(st.integers(6, len(WHOLE) - 1), st.integers(0, 255))
def test_one_byte_changed(at: int, value: int) -> None:
    read_or_refuse(WHOLE[:at] + bytes([value]) + WHOLE[at + 1 :])


@given(st.integers(6, len(WHOLE)))
def test_cut_short(length: int) -> None:
    read_or_refuse(WHOLE[:length])


@pytest.mark.parametrize("seed", range(80))
def test_words_dropped_doubled_and_moved(seed: int) -> None:
    chance = random.Random(seed)
    parts = re.split(rb"(?=[\\{}])", WHOLE[6:])
    for _ in range(chance.choice([1, 5, 40])):
        at = chance.randrange(len(parts))
        parts[at : at + 1] = [parts[at], chance.choice(parts)][: chance.choice([0, 1, 2])]
    for tracked in ("accepted", "original", "all"):
        options = ReadOptions(tracked=tracked, keep_furniture=chance.random() < 0.5)
        read_or_refuse(b"{\\rtf1" + b"".join(parts), options)


def test_it_is_recovered_without_loss() -> None:
    for tracked in ("accepted", "original", "all"):
        reading = ReadOptions(tracked=tracked, keep_furniture=True)
        assert_laws(convert(WHOLE, name="t.rtf", to=(), reading=reading).document)
