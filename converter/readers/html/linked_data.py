"""What a page says of itself in JSON-LD (schema.org), however badly it is written."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from converter.patterns import pattern
from converter.readers.html.tree import Element, Run, descend

Thing: TypeAlias = dict[str, Any]

_TYPES = pattern(
    r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Interview|Review|SocialMediaPosting)"
)
_WRAPPED = pattern(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.{0,40}?\*/)|(?:-->|//\s*\]\]>)\s*;?\s*$")
_TRAILING = pattern(r",(?=\s*[}\]])")
_MOST_THINGS = 2000
_MAX_CHARS = 4_000_000


def scripts_of(root: Element) -> Iterator[tuple[str, str]]:
    """The type of each script, and what stands in it."""
    for element in descend(root):
        if element.tag == "script":
            words = "".join(child.text for child in element.children if isinstance(child, Run))
            yield element.get("type").strip().lower().split(";")[0], words


def articles_of(root: Element) -> tuple[list[Thing], int]:
    """The articles that the page's JSON-LD describes, and how many blocks of it could not be
    read."""
    found: list[Thing] = []
    broken = 0
    for kind, words in scripts_of(root):
        if kind != "application/ld+json" or not words.strip():
            continue
        value = _loaded(words)
        if value is None:
            broken += 1
        else:
            found += [thing for thing in _things(value) if _is_article(thing)]
    return found, broken


def _loaded(words: str) -> Any:
    """The value of a block; None when nobody can tell. Raw line ends in a text are let pass."""
    if len(words) > _MAX_CHARS:
        return None
    plain = _WRAPPED.sub("", _WRAPPED.sub("", words)).strip().rstrip(";")
    for attempt in (plain, html.unescape(plain), _TRAILING.sub("", plain)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _things(value: Any) -> Iterator[Thing]:
    """Every object, from the outside in, lists and graphs opened."""
    waiting = [value]
    for _ in range(_MOST_THINGS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting += thing
        elif isinstance(thing, dict):
            yield thing
            waiting += [
                thing[name]
                for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
                if isinstance(thing.get(name), dict | list)
            ]


def _is_article(thing: Thing) -> bool:
    kinds = thing.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _TYPES.fullmatch(name.split("/")[-1]) for name in names)


def text_in(value: Any) -> str:
    """A value as one line of text: of a list the first, of a thing its name."""
    if isinstance(value, list):
        return next((found for found in map(text_in, value) if found), "")
    if isinstance(value, dict):
        return text_in(value.get("name") or value.get("@value") or value.get("url"))
    if isinstance(value, str):
        return " ".join(html.unescape(value).split())
    return ""


def names_in(value: Any) -> tuple[str, ...]:
    """The names of people or organisations, whichever way they are written."""
    values = value if isinstance(value, list) else [value]
    names = [text_in(one) for one in values]
    return tuple(
        dict.fromkeys(name for name in names if name and not name.startswith(("http:", "https:")))
    )


def words_in(value: Any) -> tuple[str, ...]:
    """Keywords, as a list or with commas between them."""
    values = value if isinstance(value, list) else str(value or "").split(",")
    return tuple(dict.fromkeys(word for word in map(text_in, values) if word))
