"""From the tables of a schema file, and of those it extends, to an ArticleSchema.

A word list by language adds to what is there; one without languages takes its place, as does
every other value. Of the labels, the headings, the phrases, each is in one list only: the one
that the last file puts it in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, TypeAlias

from converter.schemas.article import ArticleSchema, Briefing, Labels, Requirement

Tables: TypeAlias = dict[str, Any]
Key: TypeAlias = tuple[str, str]
Words: TypeAlias = dict[Key, tuple[str, ...]]
"""Word lists by group and role: ``("headings", "conclusion")``."""

ROLE_GROUPS = ("labels", "headings", "phrases")


def build(name: str, path: str, layers: Sequence[Tables]) -> ArticleSchema:
    """The schema that these valid tables give, the one that extends no other first."""
    words: Words = {}
    merged: Tables = {}
    for layer in layers:
        words = _with_words(words, dict(_word_lists(layer)))
        briefing = {**merged.get("briefing", {}), **layer.get("briefing", {})}
        titles = merged.get("briefing", {}).get("titles", {}) | briefing.get("titles", {})
        merged = {**merged, **layer, "briefing": {**briefing, "titles": titles}}
    return ArticleSchema(
        name=name,
        title=merged["title"],
        description=layers[-1].get("description", ""),
        path=path,
        labels=Labels(**_of_group(words, "labels")),
        headings=_of_group(words, "headings"),
        phrases=_of_group(words, "phrases"),
        abbreviations=words.get(("abbreviations", ""), ()),
        requirements=tuple(_requirement(table) for table in merged.get("requirements", ())),
        briefing=_briefing(merged["briefing"]),
    )


def entries(value: str | list[str]) -> tuple[str, ...]:
    """The entries of a word list: of a list each, of a text what its lines and bars part."""
    parts = value.replace("\n", "|").split("|") if isinstance(value, str) else value
    return tuple([entry for part in parts if (entry := part.strip())])  # a list is quicker


def _word_lists(layer: Tables) -> Iterator[tuple[Key, Any]]:
    for group in ROLE_GROUPS:
        for role, value in layer.get(group, {}).items():
            yield (group, role), value
    if "abbreviations" in layer:
        yield ("abbreviations", ""), layer["abbreviations"]


def _with_words(words: Words, own: dict[Key, Any]) -> Words:
    """These word lists with those of one more file."""
    result = dict(words)
    for key, value in own.items():
        if isinstance(value, dict):
            new = tuple(chain.from_iterable(map(entries, value.values())))
            before = result.get(key, ())
        else:
            new, before = entries(value), ()
        if words:
            _take_from_others(result, key, new)
        result[key] = tuple(dict.fromkeys(before + new))
    return result


def _take_from_others(words: Words, key: Key, taken: tuple[str, ...]) -> None:
    """Strike these entries from the other lists of the same group."""
    gone = {entry.casefold() for entry in taken}
    for other, listed in words.items():
        if other[0] == key[0] and other != key:
            words[other] = tuple(entry for entry in listed if entry.casefold() not in gone)


def _of_group(words: Words, group: str) -> dict[str, tuple[str, ...]]:
    return {role: listed for (of, role), listed in words.items() if of == group}


def _requirement(table: Tables) -> Requirement:
    return Requirement(**{**table, "columns": tuple(table.get("columns", ()))})


def _briefing(table: Tables) -> Briefing:
    return Briefing(**{**table, "parts": tuple(table["parts"])} if "parts" in table else table)
