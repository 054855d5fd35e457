"""Promises of docs/schemas.md and docs/json.md: their examples are true, and they leave nothing
out."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest

from converter.checks.requirements import MISSING, TOO_FEW, TOO_MANY
from converter.model import Document
from converter.schemas import ArticleSchema
from converter.schemas.article import COUNTED, METADATA, PAPERS, PARTS
from converter.schemas.contracts.json_nodes import NODES, OTHERS
from converter.schemas.contracts.json_rendition import load
from converter.schemas.loading import load_schema, shipped_schemas
from converter.writers import WriteOptions
from converter.writers.json import write

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCHEMAS = (DOCS / "schemas.md").read_text(encoding="utf-8")
JSON = (DOCS / "json.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    found = re.findall(rf"^ *```{language}\n(.*?)^ *```$", page, re.DOTALL | re.MULTILINE)
    return [dedent(block) for block in found]


def in_code(page: str) -> set[str]:
    """What the page sets as code, in running text and in tables."""
    prose = re.sub(r"^ *```.*?^ *```$", "", page, flags=re.DOTALL | re.MULTILINE)
    return {word for code in re.findall(r"`([^`]+)`", prose) for word in code.split(" | ")}


@pytest.mark.parametrize("text", blocks(SCHEMAS, "toml"))
def test_every_schema_in_the_guide_is_valid(text: str, tmp_path: Path) -> None:
    path = tmp_path / "guide.toml"
    path.write_text(text, encoding="utf-8")
    assert load_schema(str(path)).title in text


def test_the_guide_names_all_that_a_schema_can_hold() -> None:
    words = in_code(SCHEMAS)
    article = load_schema("article")
    for names in (COUNTED, METADATA, PARTS, PAPERS, shipped_schemas()):
        assert set(names) <= words
    assert {MISSING, TOO_FEW, TOO_MANY} <= words
    assert article.headings.keys() | article.phrases.keys() <= words


def test_the_guide_shows_messages_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "newsroom.toml"
    path.write_text(
        'titel = "X"\ntitle = "X"\n[labels.question]\n\nen = ["Newsdesk:"]\n\n[[requirements]]\n\n'
        'what = "sectoin"\n',
        encoding="utf-8",
    )
    with pytest.raises(Exception, match="newsroom") as caught:
        load_schema(str(path))
    told = str(caught.value).replace(str(path), "newsroom.toml")
    assert told in SCHEMAS


def test_the_example_of_the_json_page_is_what_the_writer_writes() -> None:
    [example] = blocks(JSON, "json")
    document = load(example)
    assert isinstance(document, Document)
    options = WriteOptions(ArticleSchema("article", "Article", ""))
    assert write(document, options).decode() == example


def test_the_json_page_names_every_type_and_key() -> None:
    words = in_code(JSON)
    parts = {part.name: set(part.fields) for part in NODES + OTHERS}
    assert set().union(*parts.values()) <= words
    untyped = {"list_item", "row", "cell", "contents_entry", "note", "document"}
    untyped |= {part.name for part in OTHERS}
    assert parts.keys() - untyped <= words
