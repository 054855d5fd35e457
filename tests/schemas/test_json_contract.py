"""Promises of the contract of the JSON rendition: what it refuses, and how it says so; and of the
JSON Schema that is published."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from converter.errors import InputError
from converter.model import Document, Evidence, Heading, Paragraph, Provenance, Section, Span, Text
from converter.model.document import MetadataItem
from converter.schemas import ArticleSchema
from converter.schemas.contracts.json_nodes import NODES
from converter.schemas.contracts.json_rendition import MAX_DEPTH, json_schema, load
from converter.schemas.contracts.publish import published, rendered
from converter.writers import WriteOptions
from converter.writers.json import KEYS, write
from laws import source_of
from strategies import documents, examples

OPTIONS = WriteOptions(ArticleSchema("article", "Article", ""))
VALIDATOR = Draft202012Validator(json_schema())


def sample() -> dict[str, Any]:
    """A small rendition, as JSON holds it."""
    why = Provenance("bare-line", 0.9, (Evidence("short", 2.5),))
    heading = Heading(2, (Text("Quays", Span(0, 5)),), provenance=why)
    body = Paragraph((Text("They", Span(6, 10)), Text(" ", None, "missing-space")))
    document = Document(
        source_of("Quays\nThey"),
        (Section(2, heading, (body,)),),
        metadata=(MetadataItem("headline", "Quays", "text", Span(0, 5)),),
    )
    result: dict[str, Any] = json.loads(write(document, OPTIONS))
    return result


def fault(data: Any) -> str:
    """The one sentence with which this is refused."""
    text = data if isinstance(data, str | bytes) else json.dumps(data)
    with pytest.raises(InputError) as caught:
        load(text, "a.json")
    message = str(caught.value)
    assert message.startswith("a.json: ")
    assert message.endswith("; convert the original document again")
    assert "\n" not in message
    return message[len("a.json: ") : -len("; convert the original document again")]


def broken(change: Callable[[dict[str, Any]], Any]) -> str:
    data = copy.deepcopy(sample())
    change(data)
    return fault(data)


def leaf(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["blocks"][0]["blocks"][0]["inlines"][0]
    return found


LEAF = "$.blocks[0].blocks[0].inlines[0]"


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.update(extra=1), "$.extra: unknown key"),
        (lambda d: d["source"].update(path="x"), "$.source.path: unknown key"),
        (lambda d: leaf(d).update(bold=True), f"{LEAF}.bold: unknown key"),
        (lambda d: leaf(d).pop("text"), f"{LEAF}.text: missing"),
        (lambda d: leaf(d).update(text=3), f"{LEAF}.text: not a text"),
        (lambda d: leaf(d).update(text=None), f"{LEAF}.text: not a text"),
        (lambda d: leaf(d).update(text="Th"), f"{LEAF}: leaf of 2 code points at 6..10"),
        (lambda d: leaf(d).update(span=[9, 6]), f"{LEAF}.span: not a span"),
        (lambda d: leaf(d).update(span=[True, 6]), f"{LEAF}.span: not a span"),
        (lambda d: leaf(d).update(span=[0, 4, 5]), f"{LEAF}.span: not a span"),
        (lambda d: leaf(d).update(span=None), f"{LEAF}: a generated leaf names its rule"),
        (lambda d: leaf(d).update(type="txt"), f'{LEAF}.type: "txt" is no inline'),
        (lambda d: leaf(d).update(type=["text"]), f"{LEAF}.type: list is no inline"),
        (lambda d: leaf(d).pop("type"), f'{LEAF}.type: "missing" is no inline'),
        (lambda d: leaf(d).update(type="paragraph"), f'{LEAF}.type: "paragraph" is no inline'),
        (lambda d: d["blocks"].insert(0, 7), "$.blocks[0]: not an object"),
        (lambda d: d.update(blocks={}), "$.blocks: not a list"),
        (lambda d: d.update(blocks=None), "$.blocks: null"),
        (lambda d: d["blocks"][0].update(level=1.5), "$.blocks[0].level: not a whole number"),
        (lambda d: d["blocks"][0].update(level=-1), "$.blocks[0].level: not a whole number of"),
        (lambda d: d["blocks"][0].update(heading=[]), "$.blocks[0].heading: not an object"),
        (
            lambda d: d["blocks"][0]["heading"].update(level=10),
            "$.blocks[0].heading.level: not a whole number from 1 to 9",
        ),
        (
            lambda d: d["blocks"][0]["heading"]["provenance"].update(confidence=2),
            "$.blocks[0].heading.provenance.confidence: not a number from 0 to 1",
        ),
        (
            lambda d: d["blocks"][0]["heading"]["provenance"]["evidence"][0].update(weight="2"),
            "$.blocks[0].heading.provenance.evidence[0].weight: not a number",
        ),
        (
            lambda d: d["metadata"]["headline"].pop("origin"),
            "$.metadata.headline.origin: missing",
        ),
        (lambda d: d["metadata"].update({"a b": 1}), '$.metadata["a b"]: not an object'),
        (lambda d: d.update(metadata=[]), "$.metadata: not an object"),
        (
            lambda d: d["notices"].append({"code": "C1", "severity": "fatal", "message": ""}),
            '$.notices[0].severity: not one of "info", "warning", "error"',
        ),
        (lambda d: d.update(schema_version="2.0"), '$.schema_version: "2.0", not "1.1"'),
        (lambda d: d.pop("schema_version"), '$.schema_version: "missing", not "1.1"'),
    ],
)
def test_a_fault_is_named_by_its_path(
    change: Callable[[dict[str, Any]], Any], message: str
) -> None:
    assert broken(change).startswith(message)


def test_of_several_faults_the_first_in_the_file_is_told() -> None:
    def change(data: dict[str, Any]) -> None:
        data["blocks"][0]["heading"]["level"] = 0
        leaf(data)["span"] = 3
        data["blocks"].append({"type": "nothing"})

    assert broken(change).startswith("$.blocks[0].heading.level")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "1:1: not JSON (expecting value)"),
        ('{"a": 1,\n}', "2:1: not JSON"),
        ("[]", "$: not an object"),
        (b"\xff{}", "not UTF-8 at byte 0"),
        ('{"schema_version": NaN}', "NaN is no number of JSON"),
        ('{"a": 1, "b": 2, "a": 3}', 'the key "a" stands twice in one object'),
        ('{"a": ' + "1" * 5000 + "}", "a number has too many digits"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_json_is_refused_in_one_sentence(data: str | bytes, message: str) -> None:
    assert fault(data).startswith(message)


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 5_000])
def test_a_document_nested_too_deeply_is_one_clear_error(depth: int) -> None:
    data = sample()
    text = json.dumps(data | {"blocks": ["HERE"]})
    deep = '{"type":"quote","blocks":[' * depth + "]}" * depth
    assert fault(text.replace('"HERE"', deep)) == "nested too deeply"


def test_an_infinite_number_is_refused() -> None:
    text = json.dumps(sample()).replace('"weight": 2.5', '"weight": 1e999')
    assert fault(text).endswith("evidence[0].weight: not a finite number")


def test_a_long_key_from_outside_does_not_fill_the_screen() -> None:
    assert len(broken(lambda d: d.update({"x" * 10_000: 1}))) < 100


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=5,
)


@examples
@given(documents(), json_values, st.data())
def test_a_value_put_in_any_place_gives_a_document_or_one_error(
    document: Document, value: Any, data: st.DataObject
) -> None:
    top = json.loads(write(document, OPTIONS))
    places = [
        (holder, key)
        for holder in containers(top)
        for key in (holder if isinstance(holder, dict) else range(len(holder)))
    ]
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = value
    with suppress(InputError):  # any other exception fails this test
        assert isinstance(load(json.dumps(top)), Document)


def containers(top: Any) -> list[Any]:
    """Every list and object of a JSON value."""
    found = [top]
    for value in found:
        inner = value.values() if isinstance(value, dict) else value
        found += [item for item in inner if isinstance(item, dict | list)]
    return found


# --- what is let pass ---------------------------------------------------------------------------


def test_text_and_bytes_and_a_byte_order_mark_are_read_alike() -> None:
    text = json.dumps(sample())
    assert load(text) == load(text.encode()) == load(b"\xef\xbb\xbf" + text.encode())


def test_order_of_keys_and_white_space_mean_nothing() -> None:
    data = sample()
    backwards = json.dumps(dict(reversed(data.items())), indent=4)
    assert load(backwards) == load(json.dumps(data))


def test_the_contract_has_the_kinds_of_the_writer() -> None:
    by_class = {part.made: part for part in NODES if part.made is not Document}
    assert set(by_class) == set(KEYS)
    for kind, (_, keys) in KEYS.items():
        assert list(by_class[kind].fields) == keys.split(), kind


# --- the JSON Schema ----------------------------------------------------------------------------


def test_the_published_schema_is_the_one_generated() -> None:
    assert published().read_text(encoding="utf-8") == rendered(), "run: make published"


def test_the_published_schema_is_valid_by_its_own_dialect() -> None:
    Draft202012Validator.check_schema(json_schema())


@examples
@given(documents())
def test_every_rendition_is_valid_by_the_published_schema(document: Document) -> None:
    VALIDATOR.validate(json.loads(write(document, OPTIONS)))


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(extra=1),
        lambda d: d.update(schema_version="0.9"),
        lambda d: leaf(d).update(type="txt"),
        lambda d: leaf(d).update(span=[1]),
        lambda d: leaf(d).pop("span"),
        lambda d: d["blocks"][0].update(level="2"),
        lambda d: d["blocks"][0]["heading"].update(level=10),
        lambda d: d["blocks"][0]["heading"]["provenance"].update(confidence=2),
        lambda d: d["metadata"].update(byline="x"),
    ],
)
def test_the_published_schema_refuses_what_the_contract_refuses(
    change: Callable[[dict[str, Any]], Any],
) -> None:
    data = sample()
    assert VALIDATOR.is_valid(data)
    change(data)
    assert not VALIDATOR.is_valid(data)
    fault(data)
