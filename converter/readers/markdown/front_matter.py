"""Front matter: facts about the article in YAML or TOML before its first line, as site generators
write them. They become metadata; the lines themselves are left out of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from converter.model import MetadataItem, Span
from converter.patterns import pattern
from converter.readers.markdown.reading import Reading

ORIGIN = "front-matter"
_LONGEST = 32 * 1024
"""Code points; more is no front matter that a person wrote, and YAML is slow to read."""
_DEEPEST = 64
"""Brackets in brackets: PyYAML's time grows with their square, tomllib's stack with each."""

_FENCED = pattern(
    r"""
    (?P<fence>---|\+\+\+)[ \t]*\n
    (?P<body>(?:.*\n)*?)
    (?:(?P=fence)|(?P<dots>\.\.\.))[ \t]*(?:\n|\Z)
    """,
    re.VERBOSE,
)

_KEYS: dict[str, tuple[str, ...]] = {
    "headline": ("title", "headline"),
    "standfirst": ("standfirst", "subtitle", "dek", "description", "summary", "excerpt"),
    "byline": ("byline",),
    "authors": ("authors", "author"),
    "dateline": ("dateline",),
    "published": ("published", "date", "pubdate", "publishdate", "date_published"),
    "updated": ("updated", "lastmod", "modified", "last_modified", "last_modified_at"),
    "language": ("language", "lang", "locale"),
    "slug": ("slug",),
    "section": ("section", "category", "categories"),
    "keywords": ("keywords", "tags"),
    "canonical_url": ("canonical_url", "canonical", "canonicalurl"),
    "rights": ("rights", "copyright", "license", "licence"),
    "embargo": ("embargo", "embargoed_until"),
}
"""The names of metadata and the keys that site generators use for them, the best first."""

_LINE = pattern(
    r"""^(?P<key>[A-Za-z][\w-]*)[ \t]*(?P<sign>[:=])(?:[ \t]+(?P<value>\S.*?))?[ \t]*$"""
)
_QUOTES = "\"'"
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class _Value(NamedTuple):
    """What a key has, and where: offsets of the parser's text."""

    value: str | tuple[str, ...]
    start: int
    end: int


def read_front_matter(reading: Reading) -> tuple[tuple[MetadataItem, ...], str]:
    """The metadata that front matter states, and the parser's text with blanks in its place."""
    text = reading.origin.parsed
    match = _fenced(text)
    values = _values(match) if match else None
    if match is None or values is None:
        return (), text
    found, whole = values
    reason = "front matter: facts about the article, which are metadata"
    reading.omit("front-matter", reason, [(0, match.end())])
    if not whole:
        reading.notice("C215", reading.origin.span(0, match.end()))
    blank = re.sub(r"[^\n]", " ", match.group())
    return tuple(_items(found, reading)), blank + text[match.end() :]


def language_of(metadata: tuple[MetadataItem, ...]) -> str:
    """The language that the metadata state as a BCP 47 tag; empty for none."""
    for item in metadata:
        if item.name == "language" and isinstance(item.value, str):
            return item.value.replace("_", "-") if _LANGUAGE.fullmatch(item.value) else ""
    return ""


def _fenced(text: str) -> re.Match[str] | None:
    match = _FENCED.match(text, 0, _LONGEST) if text.startswith(("---", "+++")) else None
    if match is None or (match["dots"] and match["fence"] != "---"):
        return None
    return match


def _values(match: re.Match[str]) -> tuple[dict[str, _Value], bool] | None:
    """The values by their keys in lower case, and whether all lines were understood; None when
    this is no front matter but text between two breaks."""
    body, start = match["body"], match.start("body")
    read = _yaml if match["fence"] == "---" else _toml
    try:
        if _nests_deeply(body):
            raise ValueError("brackets nest too deep")
        values = read(body, start)
        return (values, True) if values else None
    except ValueError:
        return _by_line(body, start)


def _nests_deeply(body: str) -> bool:
    depth = 0
    for match in re.finditer(r"[\[{]|[\]}]", body):
        depth += 1 if match.group() in "[{" else -1
        if depth > _DEEPEST:
            return True
    return False


def _items(values: dict[str, _Value], reading: Reading) -> Iterator[MetadataItem]:
    for name, keys in _KEYS.items():
        value = next((values[key] for key in keys if key in values), None)
        if value is not None:
            span: Span = reading.origin.span(value.start, value.end)
            yield MetadataItem(name, value.value, ORIGIN, span)


# --- YAML ---------------------------------------------------------------------------------------


def _yaml(body: str, start: int) -> dict[str, _Value]:
    """The top-level keys of a YAML mapping that have text, or a list of texts; values are as they
    are written. Raises ValueError when it is no YAML. Reads events, which never nest."""
    import yaml

    values: dict[str, _Value] = {}
    key: str | None = None
    depth = 0
    texts: list[Any] = []
    try:
        for event in yaml.parse(body, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                if not depth and not isinstance(event, yaml.MappingStartEvent):
                    return {}
                depth += 1
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
                if depth != 1:
                    continue
            elif not isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
                continue
            elif not depth:
                return {}
            elif depth == 1 and key is None:
                key = getattr(event, "value", "").lower()
                continue
            elif isinstance(event, yaml.ScalarEvent):
                texts.append(event)
            if depth == 1 and key is not None:
                _enter(values, key, texts, start, many=isinstance(event, yaml.SequenceEndEvent))
                key, texts = None, []
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error
    return values


def _enter(
    values: dict[str, _Value], key: str, texts: list[Any], start: int, *, many: bool
) -> None:
    """Note the texts of a key; of a mapping (``author: {name: ...}``) what ``name`` has."""
    words = [str(text.value).strip() for text in texts]
    if "name" in words[:-1:2] and not many:
        at = words.index("name") + 1
        words, texts = words[at : at + 1], texts[at : at + 1]
    if not any(words) or (len(words) > 1 and not many):
        return
    first, last = texts[0].start_mark.index, texts[-1].end_mark.index
    value = tuple(word for word in words if word) if many else words[0]
    values.setdefault(key, _Value(value, start + first, start + last))


# --- TOML ---------------------------------------------------------------------------------------


def _toml(body: str, start: int) -> dict[str, _Value]:
    """The same of TOML. Raises ValueError when it is none."""
    import tomllib

    values: dict[str, _Value] = {}
    for key, value in tomllib.loads(body).items():
        words = _words(value)
        place = re.search(
            rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=[ \t]*(.*)$", body, re.MULTILINE
        )
        if words and place is not None:
            first, last = place.span(1)
            values.setdefault(key.lower(), _Value(words, start + first, start + last))
    return values


def _words(value: Any) -> str | tuple[str, ...]:
    if isinstance(value, list):
        return tuple(word for item in value if isinstance(word := _words(item), str) and word)
    if isinstance(value, dict):
        return _words(value.get("name", ""))
    return (value.isoformat() if hasattr(value, "isoformat") else str(value)).strip()


# --- neither ------------------------------------------------------------------------------------


def _by_line(body: str, start: int) -> tuple[dict[str, _Value], bool] | None:
    """Keys and values line by line, where no parser takes them: ``title: Tides: a diary``."""
    values: dict[str, _Value] = {}
    at = start
    for line in body.splitlines(keepends=True):
        match = _LINE.match(line.rstrip("\n"))
        if match is None and line.strip() and not line.startswith((" ", "\t", "-", "#")):
            return None
        if match is not None and match["value"]:
            words = match["value"].strip(_QUOTES)
            first, last = match.span("value")
            values.setdefault(match["key"].lower(), _Value(words, at + first, at + last))
        at += len(line)
    return (values, False) if values else None
