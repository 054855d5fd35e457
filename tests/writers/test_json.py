"""Promises of the JSON rendition: its form, its equality with the contract, there and back."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.errors import InvariantError
from converter.model import (
    Block,
    BulletList,
    Cell,
    Document,
    Evidence,
    Exchange,
    Field,
    Heading,
    ListItem,
    MetadataItem,
    Notice,
    Omission,
    OrderedList,
    Paragraph,
    Provenance,
    Quote,
    Row,
    Section,
    Span,
    Table,
    Text,
    Turn,
)
from converter.schemas import ArticleSchema
from converter.schemas.contracts.json_rendition import dump, load
from converter.writers import WriteOptions
from converter.writers import write as write_rendition
from converter.writers.json import KEYS, write
from laws import source_of
from strategies import documents, examples

OPTIONS = WriteOptions(ArticleSchema("article", "Article", ""))


def paragraph(text: str, start: int = 0) -> Paragraph:
    return Paragraph((Text(text, Span(start, start + len(text))),))


def document(*blocks: Block, **more: Any) -> Document:
    return Document(source_of("A harbour town."), blocks, **more)


def written(*blocks: Block, **more: Any) -> Any:
    return json.loads(write(document(*blocks, **more), OPTIONS))


# --- the whole ----------------------------------------------------------------------------------


@examples
@given(documents())
def test_a_document_comes_back_equal(drawn: Document) -> None:
    assert load(write(drawn, OPTIONS)) == drawn


@examples
@given(documents())
def test_what_came_back_is_written_to_the_same_bytes(drawn: Document) -> None:
    data = write(drawn, OPTIONS)
    assert write(load(data), OPTIONS) == data


@examples
@given(documents())
def test_the_writer_says_what_the_contract_says(drawn: Document) -> None:
    assert json.loads(write(drawn, OPTIONS)) == json.loads(json.dumps(dump(drawn)))


def test_every_field_of_the_model_has_a_key() -> None:
    for kind, (_, keys) in KEYS.items():
        assert set(keys.split()) == {field.name for field in dataclasses.fields(kind)}, kind


def test_a_source_is_written_without_its_text() -> None:
    source = source_of("A harbour town.")
    assert written()["source"] == {
        "name": "article.txt",
        "format": "text",
        "sha256": source.sha256,
        "characters": 15,
    }


def test_an_encoding_other_than_utf_8_is_kept() -> None:
    source = replace(source_of("x"), encoding="windows-1252")
    data = write(Document(source, ()), OPTIONS)
    assert json.loads(data)["source"]["encoding"] == "windows-1252"
    assert load(data).source == source


def test_the_top_has_its_keys_in_this_order() -> None:
    keys = "schema_version source language metadata data blocks notes omissions notices assets"
    assert list(written()) == keys.split()


def test_each_block_stands_on_a_line_of_its_own_in_sections_too() -> None:
    inner = Section(2, Heading(2, (Text("B", Span(1, 2)),)), (paragraph("c", 2), paragraph("d", 3)))
    lines = write(document(paragraph("a"), inner), OPTIONS).decode().split("\n")
    first = lines.index('"blocks":[') + 1
    assert [line[:32] for line in lines[first : first + 6]] == [
        '{"type":"paragraph","inlines":[{',
        '{"type":"section","level":2,"hea',
        '{"type":"paragraph","inlines":[{',
        '{"type":"paragraph","inlines":[{',
        "]}",
        "],",
    ]


def test_an_empty_document_can_be_read_by_eye() -> None:
    empty = replace(document(), source=replace(source_of(""), sha256="0" * 64))
    assert write(empty, OPTIONS).decode() == (
        "{\n"
        '"schema_version":"1.1",\n'
        f'"source":{{"name":"article.txt","format":"text","sha256":"{"0" * 64}","characters":0}},\n'
        '"language":"",\n'
        '"metadata":{},\n'
        '"data":{},\n'
        '"blocks":[],\n'
        '"notes":[],\n'
        '"omissions":[],\n'
        '"notices":[],\n'
        '"assets":[]\n'
        "}\n"
    )


def test_the_registry_writes_it() -> None:
    assert write_rendition(document(), "json", OPTIONS) == write(document(), OPTIONS)


# --- nodes --------------------------------------------------------------------------------------


def test_what_holds_its_default_is_left_out() -> None:
    assert written(paragraph("A"))["blocks"] == [
        {"type": "paragraph", "inlines": [{"type": "text", "text": "A", "span": [0, 1]}]}
    ]


def test_a_generated_leaf_has_no_span_and_names_its_rule() -> None:
    [block] = written(Paragraph((Text(" ", None, "missing-space"),)))["blocks"]
    [leaf] = block["inlines"]
    assert leaf == {"type": "text", "text": " ", "span": None, "rule": "missing-space"}


def test_an_empty_span_is_a_span() -> None:
    [block] = written(Paragraph((Text("", Span(3, 3)),)))["blocks"]
    assert block["inlines"][0]["span"] == [3, 3]


def test_a_section_without_a_heading_says_so() -> None:
    assert written(Section(1, None, ()))["blocks"] == [
        {"type": "section", "level": 1, "heading": None, "blocks": []}
    ]


def test_provenance_says_why_in_full() -> None:
    why = Provenance("bare-line", 0.9, (Evidence("short", 2, "4 words"), Evidence("title", 0)), "p")
    [block] = written(replace(paragraph("A"), provenance=why))["blocks"]
    assert block["provenance"] == {
        "rule": "bare-line",
        "confidence": 0.9,
        "evidence": [
            {"name": "short", "weight": 2, "detail": "4 words"},
            {"name": "title", "weight": 0},
        ],
        "runner_up": "p",
    }


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_json_cannot_hold_is_our_defect(number: float) -> None:
    why = Provenance("bare-line", 0.5, (Evidence("short", number),))
    with pytest.raises(InvariantError, match="a number that JSON cannot hold"):
        write(document(replace(paragraph("A"), provenance=why)), OPTIONS)


def test_rows_and_cells_keep_their_markup_and_spans() -> None:
    cell = Cell((), colspan=2, rowspan=3, align="right", markup=(Span(0, 1),))
    [table] = written(Table((Row((cell,), (Span(1, 2),)),)))["blocks"]
    assert table["rows"] == [
        {
            "cells": [
                {"blocks": [], "colspan": 2, "rowspan": 3, "align": "right", "markup": [[0, 1]]}
            ],
            "markup": [[1, 2]],
        }
    ]


def test_an_exchange_has_a_question_and_answers() -> None:
    question = Turn((paragraph("A"),), (Text("Q", Span(2, 3)),), "Q", "question", "t1")
    [block] = written(Exchange(question, (Turn((), role="answer"),)))["blocks"]
    assert block["question"]["label"] == [{"type": "text", "text": "Q", "span": [2, 3]}]
    assert block["question"]["id"] == "t1"
    assert block["answers"] == [{"type": "turn", "role": "answer", "blocks": []}]


# --- beside the blocks --------------------------------------------------------------------------


def test_metadata_and_data_are_objects_by_name() -> None:
    found = written(
        metadata=(
            MetadataItem("headline", "A", "text", Span(0, 1)),
            MetadataItem("keywords", ("a", "b"), "user"),
        ),
        data=(Field("population", "4,100", Span(2, 7)), Field("river", "Ems")),
    )
    assert found["metadata"] == {
        "headline": {"value": "A", "origin": "text", "span": [0, 1]},
        "keywords": {"value": ["a", "b"], "origin": "user"},
    }
    assert found["data"] == {
        "population": {"value": "4,100", "span": [2, 7]},
        "river": {"value": "Ems"},
    }


def test_a_name_that_occurs_twice_is_our_defect_and_loses_nothing() -> None:
    twice = (Field("river", "Ems"), Field("river", "Elbe"))
    with pytest.raises(InvariantError, match="river is there twice"):
        write(document(data=twice), OPTIONS)


def test_omissions_and_notices_stand_at_the_end() -> None:
    found = written(
        omissions=(Omission("debris", "a stray mark", "n###", Span(0, 4)),),
        notices=(Notice("C101", "info", "said", Span(0, 1), "do"), Notice("C102", "error", "x")),
    )
    assert found["omissions"] == [
        {"kind": "debris", "reason": "a stray mark", "text": "n###", "span": [0, 4]}
    ]
    assert found["notices"] == [
        {"code": "C101", "severity": "info", "message": "said", "span": [0, 1], "hint": "do"},
        {"code": "C102", "severity": "error", "message": "x"},
    ]


# --- characters and depth -----------------------------------------------------------------------


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_characters_make_valid_utf_8(text: str) -> None:
    [block] = json.loads(write(document(paragraph(text)), OPTIONS).decode("utf-8"))["blocks"]
    joined = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert block["inlines"][0]["text"] == joined  # two halves of a pair are one character in JSON


def test_a_lone_surrogate_is_escaped_and_comes_back() -> None:
    data = write(document(paragraph("a\udc80b")), OPTIONS)
    assert b"a\\udc80b" in data
    assert load(data).blocks == (paragraph("a\udc80b"),)


def test_words_are_readable_in_the_file() -> None:
    assert "«Où ?» 😀".encode() in write(document(paragraph("«Où ?» 😀")), OPTIONS)


def nested_lists(depth: int) -> Block:
    block: Block = paragraph("x")
    for level in range(depth):
        items = (ListItem((block,)),)
        block = BulletList(items) if level % 2 else OrderedList(items)
    return block


def nested_sections(depth: int) -> Block:
    block: Block = paragraph("x")
    for _ in range(depth):
        block = Section(1, None, (block,))
    return block


def nested_quotes(depth: int) -> Block:
    block: Block = paragraph("x")
    for _ in range(depth):
        block = Quote((block,))
    return block


@pytest.mark.parametrize("nested", [nested_lists, nested_sections, nested_quotes])
def test_two_hundred_levels_come_back(nested: Any) -> None:
    deep = document(nested(200))
    data = write(deep, OPTIONS)
    assert write(load(data), OPTIONS) == data


def test_no_depth_is_too_deep_to_be_written() -> None:
    data = write(document(nested_quotes(20_000)), OPTIONS)
    assert data.count(b'"type":"quote"') == 20_000
