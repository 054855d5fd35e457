"""The corpus of documents with known structure that lies beside a developer's checkout, and its
scorer. Without it these tools say so and stop."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from converter.model import Document
from converter.readers import read
from converter.schemas import ArticleSchema
from converter.schemas.loading import load_schema
from converter.sources import load

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CORPUS, EVAL = SHARED / "corpus", SHARED / "eval"
KINDS = ("dmg", "traf", "h2t", "seed")
"""Damaged text, extractor's text, html-to-text; and the file that the project was made for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One input: its name, its kind, the repository it came from, its language, and whether it
    belongs to the tenth of the sources that nobody reads while working on the rules."""

    name: str
    kind: str
    source: str
    language: str
    unread: bool


UNREAD_SHARE = 10


def require() -> None:
    """Stop with a sentence when the corpus is not there."""
    if not CORPUS.is_dir() or not EVAL.is_dir():
        sys.exit("the corpus is not beside this checkout (../shared); there is nothing to score")


@cache
def scorer() -> Any:
    """The scorer's module: it lies beside the corpus, and ships no types."""
    spec = spec_from_file_location("scorer", EVAL / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def entries() -> tuple[Entry, ...]:
    """All plain-text inputs, in order of name."""
    require()
    index = {item["name"]: item for item in json.loads((CORPUS / "index.json").read_text())}
    found = []
    for path in sorted((CORPUS / "inputs").glob("*.txt")):
        item = index.get(path.stem, {"kind": "seed", "source": "seed", "lang": "en", "doc": "seed"})
        if item["kind"] in KINDS:
            unread = _is_unread(item["doc"])
            found.append(Entry(path.stem, item["kind"], item["source"], item["lang"], unread))
    return tuple(found)


def _is_unread(document: str) -> bool:
    """A tenth of the documents, the same on every machine, whatever is added."""
    return document != "seed" and sum(document.encode()) % UNREAD_SHARE == 0


def truth(name: str) -> dict[str, Any]:
    """The true structure of an input, in the scorer's format."""
    value: dict[str, Any] = json.loads((CORPUS / "truth" / f"{name}.json").read_text())
    return value


def text(name: str) -> str:
    """The text of an input."""
    return (CORPUS / "inputs" / f"{name}.txt").read_text(encoding="utf-8", errors="replace")


def document(name: str, content: str | None = None) -> Document:
    """An input as read, before recovery; or other content under its name."""
    data = (CORPUS / "inputs" / f"{name}.txt").read_bytes() if content is None else content.encode()
    return read(load(data, f"{name}.txt", "text"))


@cache
def schema() -> ArticleSchema:
    """The schema that scores are taken with."""
    return load_schema("article")
