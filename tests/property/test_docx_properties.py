"""Any bytes under the name of a Word file end in a document whose ledger balances, or in one
sentence. Real-looking files are mutated byte by byte and tag by tag."""

from __future__ import annotations

import io
import random
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.pipeline import convert
from converter.readers import ReadOptions, read
from converter.sources import seal
from laws import assert_laws
from readers.test_docx_torture import torture
from word_packages import packed

TORTURE = torture()
_TAG = re.compile(rb"<[^>]*>")


def read_or_refuse(data: bytes, options: ReadOptions | None = None) -> None:
    try:
        document = read(seal(data, "letter.docx", "docx"), options)
    except InputError:
        return
    assert_laws(document)


@given(st.binary(min_size=1, max_size=400))
def test_any_bytes(data: bytes) -> None:
    read_or_refuse(data)


@given(st.integers(0, len(TORTURE) - 1), st.integers(0, 255))
def test_one_byte_changed(at: int, value: int) -> None:
    read_or_refuse(TORTURE[:at] + bytes([value]) + TORTURE[at + 1 :])


@given(st.integers(1, len(TORTURE)))
def test_cut_short(length: int) -> None:
    read_or_refuse(TORTURE[:length])


@pytest.mark.parametrize("seed", range(60))
def test_tags_dropped_doubled_and_moved(seed: int) -> None:
    """Well-formed or not, the parts of the file say strange things."""
    chance = random.Random(seed)
    with zipfile.ZipFile(io.BytesIO(TORTURE)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([name for name in files if name.startswith("word/")])
    paragraphs = re.split(rb"(?=<w:p>|<w:p |<w:tbl>|<w:tr>)", files[name])
    if chance.random() < 0.5 and len(paragraphs) > 3:
        first, *middle, last = paragraphs
        chance.shuffle(middle)
        files[name] = b"".join((first, *middle, last))
    else:
        empty = [match for match in _TAG.finditer(files[name]) if match[0].endswith(b"/>")]
        for match in sorted(chance.sample(empty, min(len(empty), 6)), key=lambda m: -m.start()):
            start, end = match.span()
            files[name] = files[name][:start] + match[0] * chance.choice([0, 2]) + files[name][end:]
    for tracked in ("accepted", "original", "all"):
        read_or_refuse(packed(files), ReadOptions(tracked=tracked))


def test_the_torture_document_is_recovered_without_loss() -> None:
    for tracked in ("accepted", "original", "all"):
        reading = ReadOptions(tracked=tracked, keep_furniture=True)
        assert_laws(convert(TORTURE, name="t.docx", to=(), reading=reading).document)
