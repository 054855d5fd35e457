"""What holds for any text whatever: it is read, recovered, and all of it is still there."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.model import Document, leaves
from converter.readers import read
from converter.recovery import recover
from converter.schemas.loading import load_schema
from converter.sources import load, notices
from hostile import HOSTILE
from laws import assert_laws, source_of
from property.found import FOUND
from property.texts import texts

SCHEMA = load_schema("article")


def recovered(document: Document, *, verbatim: bool = False) -> Document:
    return recover(document, SCHEMA, verbatim)


@given(texts)
def test_any_text_is_read_and_all_of_it_is_there(text: str) -> None:
    assert_laws(read(source_of(text)))


@given(texts)
def test_any_text_is_recovered_and_all_of_it_is_there(text: str) -> None:
    assert_laws(recovered(read(source_of(text))))


@given(texts)
def test_recovering_twice_is_recovering_once(text: str) -> None:
    once = recovered(read(source_of(text)))
    assert recovered(once) == once


@given(texts)
def test_verbatim_adds_nothing(text: str) -> None:
    document = recovered(read(source_of(text)), verbatim=True)
    assert_laws(document)
    assert [leaf for leaf in leaves(document.blocks) if leaf.span is None] == []


@given(st.one_of(st.binary(max_size=300), texts.map(lambda text: text.encode("utf-16", "replace"))))
@example(b"\xff\xfe\x00")
@example(b"\xef\xbb\xbf")
@example(b"\x00")
def test_any_bytes_end_in_a_document_or_in_one_clear_error(data: bytes) -> None:
    try:
        source = load(data, "a.txt", "text")
    except InputError as error:
        message = str(error)
        assert message.startswith("a.txt:")
        assert "; " in message
        assert "\n" not in message
        return
    assert len({notice.code for notice in notices(source)}) == len(notices(source))
    assert_laws(recovered(read(source)))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_recovered_and_all_of_it_is_there(name: str) -> None:
    stated = read(source_of(HOSTILE[name]))
    assert_laws(stated)
    assert_laws(recovered(stated))


@pytest.mark.parametrize("name", FOUND)
def test_defect_found_once_does_not_come_back(name: str) -> None:
    stated = read(source_of(FOUND[name]))
    assert_laws(stated)
    once = recovered(stated)
    assert_laws(once)
    assert_laws(recovered(stated, verbatim=True))
    assert recovered(once) == once
