"""Our own JSON read back: unchanged it gives the same bytes again, edited it gives what the editor
wrote, and what is not ours is one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.errors import InputError
from converter.model import (
    INFO,
    Document,
    Exchange,
    Heading,
    Notice,
    Omission,
    Paragraph,
    Section,
    Span,
    Text,
    Turn,
    leaves,
    text_of,
    walk_document,
)
from converter.readers import read
from converter.sources import seal
from converter.writers.json import write
from golden.pairs import inputs
from laws import (
    OPTIONS,
    assert_laws,
    confidence_is_a_share,
    ids_are_unique_and_targets_exist,
    json_there_and_back_is_equal,
    ledger_balances,
    source_of,
)
from strategies import documents, examples

STORY = """\
The Weir at Holt

Water runs over it again.The mill waits.

- One gate
- Two gates

Q: Who opens the gates?

A: Nobody, yet.
"""


def converted(text: str = STORY) -> dict[str, Any]:
    """The JSON of a story, as a person's editor has it."""
    data = converter.convert(text.encode(), name="weir.txt").renditions["json"]
    value: dict[str, Any] = json.loads(data)
    return value


def reread(value: Any, name: str = "weir.json") -> Document:
    data = json.dumps(value).encode()
    return converter.convert(data, name=name, to=()).document


def edited(change: Callable[[dict[str, Any]], Any]) -> Document:
    value = converted()
    change(value)
    document = reread(value)
    assert_laws(document)
    return document


def texts(value: Any) -> list[dict[str, Any]]:
    """The text leaves of a rendition, in its order."""
    found = []
    if isinstance(value, dict):
        found += [value] if value.get("type") == "text" else []
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        found += texts(part)
    return found


# --- unchanged ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", inputs(), ids=lambda path: path.stem)
def test_unchanged_json_gives_the_same_bytes_again(path: Path) -> None:
    first = converter.convert(path, to=("json", "html", "docx"))
    again = converter.convert(first.renditions["json"], name="a.json", to=("json", "html", "docx"))
    assert again.schema == first.schema
    for name, data in first.renditions.items():
        assert again.renditions[name] == data, name


@examples
@given(documents())
def test_any_document_comes_back_as_it_was(document: Document) -> None:
    data = write(document, OPTIONS)
    again = read(seal(data, "a.json", "json"))
    assert again == document
    assert write(again, OPTIONS) == data
    assert_laws(again)


def test_what_was_recovered_is_not_recovered_again() -> None:
    value = converted("Q: Is it deep?\n\nA: Two metres.\n")
    (exchange,) = value["blocks"]
    value["blocks"] = [*exchange["question"]["blocks"], *exchange["answers"][0]["blocks"]]
    assert not any(isinstance(node, Turn | Exchange) for node in reread(value).blocks)


def test_order_of_keys_and_white_space_of_an_editor_mean_nothing() -> None:
    value = converted()
    pretty = json.dumps(dict(reversed(value.items())), indent=4, ensure_ascii=False).encode()
    assert json.loads(converter.convert(pretty, name="weir.json").renditions["json"]) == value


def test_same_length_leaves_the_spans_in_the_original_file() -> None:
    document = edited(lambda value: texts(value)[0].update(text="The Weir at Hort"))
    assert document.source.name == "weir.txt"
    assert document.source.format == "text"


def test_paragraph_taken_out_leaves_the_spans_of_the_others() -> None:
    document = edited(lambda value: value["blocks"][0]["blocks"].pop(0))
    assert document.source.name == "weir.txt"
    assert "Water" not in text_of(*document.blocks)


# --- edited -------------------------------------------------------------------------------------


def test_longer_words_make_the_document_the_jsons_own() -> None:
    document = edited(lambda value: texts(value)[0].update(text="The Old Weir at Holt"))
    (section,) = document.blocks
    assert isinstance(section, Section)
    assert isinstance(section.heading, Heading)
    assert text_of(section.heading) == "The Old Weir at Holt"
    source = document.source
    assert (source.name, source.format) == ("weir.json", "json")
    assert source.characters == len(source.text)
    assert [notice.code for notice in document.notices if notice.code == "C241"] == ["C241"]


def test_spans_of_metadata_go_with_the_words() -> None:
    document = edited(lambda value: texts(value)[0].update(text="The Old Weir at Holt"))
    (headline,) = [item for item in document.metadata if item.name == "headline"]
    assert headline.span is not None
    assert document.source.text[slice(headline.span.start, headline.span.end)] == (
        "The Old Weir at Holt"
    )


def with_omission() -> dict[str, Any]:
    """A rendition of two paragraphs with a stray mark between."""
    document = Document(
        source_of("Quays\nn###\nThey"),
        (Paragraph((Text("Quays", Span(0, 5)),)), Paragraph((Text("They", Span(11, 15)),))),
        omissions=(Omission("debris", "a stray mark", "n###", Span(6, 10)),),
        notices=(Notice("C301", INFO, "left out", Span(6, 15)),),
    )
    value: dict[str, Any] = json.loads(write(document, OPTIONS))
    return value


def test_what_was_left_out_and_what_points_at_words_go_with_them() -> None:
    value = with_omission()
    texts(value)[0]["text"] = "The new quays"
    texts(value)[1]["text"] = "They wait"
    document = reread(value)
    assert_laws(document)
    text = document.source.text
    assert text.split() == ["The", "new", "quays", "n###", "They", "wait"]
    span = document.notices[0].span
    assert span is not None
    assert text[span.start : span.end] == "They wait"


def test_added_paragraph_needs_no_span_and_no_rule() -> None:
    new = {
        "type": "paragraph",
        "inlines": [{"type": "text", "text": "It rained.", "span": None}],
    }
    document = edited(lambda value: value["blocks"][0]["blocks"].insert(0, new))
    added = next(leaf for leaf in leaves(document.blocks) if leaf.text == "It rained.")
    assert added.span is not None
    assert added.rule == ""


def test_words_under_a_rule_that_only_adds_spaces_are_the_editors() -> None:
    document = edited(lambda value: texts(value)[2].update(text=" (sic) "))
    assert "(sic)" in document.source.text


def test_emptied_leaf_is_gone() -> None:
    document = edited(lambda value: texts(value)[1].update(text=""))
    assert all(leaf.text for leaf in leaves(document.blocks))


def test_moved_paragraph_stays_where_the_editor_put_it() -> None:
    def swap(value: dict[str, Any]) -> None:
        blocks = value["blocks"][0]["blocks"]
        blocks[0], blocks[1] = blocks[1], blocks[0]

    document = edited(swap)
    words = text_of(*document.blocks)
    assert words.index("Two gates") < words.index("Water runs"), words
    assert document.source.format == "json"


def test_place_of_edited_words_is_a_path_in_the_json() -> None:
    document = edited(lambda value: texts(value)[0].update(text="The Old Weir at Holt"))
    offset = document.source.text.index("Two gates")
    assert str(document.source.locate(offset)) == "$.blocks[0].blocks[1].items[1].blocks[0]"


def test_edited_json_read_back_gives_the_same_bytes_again() -> None:
    value = converted()
    texts(value)[0]["text"] = "The Old Weir at Holt"
    once = converter.convert(json.dumps(value).encode(), name="a.json").renditions["json"]
    again = converter.convert(once, name="b.json").renditions["json"]
    assert again == once


def test_edited_twice_is_told_once() -> None:
    value = converted()
    texts(value)[0]["text"] = "The Old Weir at Holt"
    once = converter.convert(json.dumps(value).encode(), name="a.json").renditions["json"]
    value = json.loads(once)
    texts(value)[0]["text"] = "The Very Old Weir at Holt"
    codes = [notice.code for notice in reread(value).notices]
    assert codes.count("C241") == 1


def test_spans_past_the_stated_length_are_given_anew() -> None:
    document = edited(lambda value: value["source"].update(characters=3))
    assert document.source.format == "json"


def test_stated_length_that_would_fill_the_memory_is_not_believed() -> None:
    document = edited(lambda value: value["source"].update(characters=10**15))
    assert document.source.characters < 1000


@examples
@given(documents(), st.data())
def test_any_words_may_be_edited_and_all_of_them_are_there(
    document: Document, data: st.DataObject
) -> None:
    value = json.loads(write(document, OPTIONS))
    for leaf in texts(value["blocks"]):
        if leaf["span"] and data.draw(st.booleans()):
            leaf["text"] = data.draw(st.sampled_from(["Elm", "Elm and oak", "x" * 40]))
    again = read(seal(json.dumps(value).encode(), "a.json", "json"))
    for law in (
        ledger_balances,
        json_there_and_back_is_equal,
        ids_are_unique_and_targets_exist,
        confidence_is_a_share,
    ):
        law(again)
    wanted = [leaf["text"] for leaf in texts(value["blocks"]) if leaf["text"].strip()]
    found = [node.text for node in walk_document(again) if isinstance(node, Text)]
    assert [text for text in found if text.strip()][: len(wanted)] == wanted


@examples
@given(documents(), st.data())
def test_a_value_put_in_any_place_gives_a_document_that_balances_or_one_error(
    document: Document, data: st.DataObject
) -> None:
    top = json.loads(write(document, OPTIONS))
    holders = [top]
    for holder in holders:
        inner = holder.values() if isinstance(holder, dict) else holder
        holders += [value for value in inner if isinstance(value, dict | list)]
    holder = data.draw(st.sampled_from([holder for holder in holders if holder]))
    key = data.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else [0]))
    holder[key] = data.draw(
        st.sampled_from([None, 0, -1, 10**6, "", "x", [], [0, 3], [3, 0], {}, True, 0.5])
    )
    with suppress(InputError):
        ledger_balances(read(seal(json.dumps(top).encode(), "a.json", "json")))


# --- refused ------------------------------------------------------------------------------------


def refusal(data: bytes | dict[str, Any]) -> str:
    given = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(InputError) as caught:
        read(seal(given, "x.json", "json"))
    message = str(caught.value)
    assert message.startswith("x.json: ")
    assert "; " in message
    assert "\n" not in message
    return message


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"title": "A"}', b'"words"', b"7"])
def test_json_that_is_not_ours_is_one_clear_sentence(data: bytes) -> None:
    assert "no document that converter wrote" in refusal(data)


def test_what_is_no_json_says_where() -> None:
    assert "2:1: not JSON" in refusal(b'{"schema_version": "1.0",\n')


def test_unknown_key_is_named_by_its_path() -> None:
    value = converted()
    value["blocks"][0]["colour"] = "red"
    assert "$.blocks[0].colour: unknown key" in refusal(value)


def test_other_version_is_refused() -> None:
    assert '"9.9", not "1.1"' in refusal(converted() | {"schema_version": "9.9"})


def test_note_that_is_not_there_is_named() -> None:
    value = converted()
    texts(value)[0].update(type="note_reference", note="7")
    assert 'the note "7" is referred to' in refusal(value)


def test_id_given_twice_is_named() -> None:
    value = converted()
    value["blocks"] *= 2
    assert 'several sections or turns have the id "s1"' in refusal(value)


def test_omission_without_a_reason_is_refused() -> None:
    value = with_omission()
    value["omissions"][0]["reason"] = ""
    assert "$.omissions[0] has no kind or no reason" in refusal(value)


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_depth_is_bounded(depth: int) -> None:
    text = json.dumps(converted() | {"blocks": ["HERE"]})
    deep = '{"type":"quote","blocks":[' * depth + "]}" * depth
    assert "nested too deeply" in refusal(text.replace('"HERE"', deep).encode())
