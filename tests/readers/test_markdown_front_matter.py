"""Front matter becomes metadata, and stands in the text no more."""

from __future__ import annotations

import pytest

from converter.model import Document
from readers.markdown_documents import blocks_of, codes, document_of, kinds, words

YAML = """---
title: "Tides: a diary"
subtitle: What the log says
author:
  name: Ines Vale
  email: ines@a.example
date: 2024-05-06T07:08:00+02:00
lastmod: 2024-05-07
tags: [port, "the sea"]
categories:
  - Harbour
lang: en-GB
layout: post
---
"""

TOML = """+++
title = "Tides: a diary"
description = 'What the log says'
date = 2024-05-06
authors = ["Ines Vale", "Tom Ash"]
draft = false
+++
"""


def facts(document: Document) -> dict[str, str | tuple[str, ...]]:
    return {item.name: item.value for item in document.metadata}


def test_yaml_is_metadata_as_written() -> None:
    assert facts(document_of(YAML + "\nText.\n")) == {
        "headline": "Tides: a diary",
        "standfirst": "What the log says",
        "authors": "Ines Vale",
        "published": "2024-05-06T07:08:00+02:00",
        "updated": "2024-05-07",
        "language": "en-GB",
        "section": ("Harbour",),
        "keywords": ("port", "the sea"),
    }


def test_toml_is_metadata_too() -> None:
    assert facts(document_of(TOML + "\nText.\n")) == {
        "headline": "Tides: a diary",
        "standfirst": "What the log says",
        "authors": ("Ines Vale", "Tom Ash"),
        "published": "2024-05-06",
    }


@pytest.mark.parametrize("matter", [YAML, TOML, YAML.replace("\n", "\r\n")])
def test_each_fact_says_where_it_stands(matter: str) -> None:
    document = document_of(matter + "Text &amp; more")
    text = document.source.text
    for item in document.metadata:
        assert item.origin == "front-matter"
        assert item.span is not None
        written = text[item.span.start : item.span.end]
        values = (item.value,) if isinstance(item.value, str) else item.value
        assert all(value in written for value in values)


@pytest.mark.parametrize("matter", [YAML, TOML])
def test_lines_of_front_matter_are_left_out_of_the_text(matter: str) -> None:
    document = document_of(matter + "# Heading\n\nText")
    assert kinds(document.blocks) == ["Heading", "Paragraph"]
    assert [(item.kind, item.text) for item in document.omissions] == [("front-matter", matter)]
    assert document.source.locate(document.source.text.index("# Heading")).line == (
        matter.count("\n") + 1
    )


def test_language_of_the_file_is_the_documents() -> None:
    assert document_of("---\nlang: pt_BR\n---\nText").language == "pt-BR"
    assert document_of("---\nlang: the usual one\n---\nText").language == ""


def test_value_with_a_bare_colon_is_read_by_its_line_with_a_notice() -> None:
    document = document_of("---\ntitle: Tides: a diary\nslug: tides\n---\nText")
    assert facts(document) == {"headline": "Tides: a diary", "slug": "tides"}
    assert codes(document) == ["C215"]


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nText between breaks.\n\n---\n\nMore",
        "---\nJust words\n---\nMore",
        "---\n- a\n- b\n---\nMore",
        "---\ntitle: never closed\n\nMore",
        "--- \nA line: of prose\nand one more\n---\n",
        "+++\nno toml at all\n+++\nMore",
        "text\n---\ntitle: a\n---\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    document = document_of(text)
    assert document.metadata == ()
    assert document.omissions == ()
    assert words(*blocks_of(text)) != ""


@pytest.mark.parametrize(
    "body",
    [
        "[" * 30_000,
        "a: " + "[" * 30_000,
        "a: &a [*a, *a]",
        "a = " + "[" * 30_000,
        "? " * 20_000,
        "a: " + "- " * 9_000,
    ],
)
def test_hostile_front_matter_ends_in_a_document(body: str) -> None:
    for fence in ("---", "+++"):
        document_of(f"{fence}\n{body}\n{fence}\n\nText")


def test_nothing_but_front_matter_is_a_document_of_no_blocks() -> None:
    assert document_of("---\ntitle: Tides\n---").blocks == ()
