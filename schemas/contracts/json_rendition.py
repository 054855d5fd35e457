"""The contract of the JSON rendition: what comes back from it, and what it may hold.

``load`` is strict: an unknown key, a wrong value or another version is an error. docs/json.md
has the fields in words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from marshmallow import ValidationError

from converter.errors import InputError
from converter.model import Document
from converter.schemas.contracts.json_edited import JsonPlace, is_fitting, renumber
from converter.schemas.contracts.json_fields import Child, Children, Part, TypedPart
from converter.schemas.contracts.json_nodes import KINDS, NODES
from converter.schemas.contracts.json_schema import json_schema
from converter.schemas.versions import JSON_RENDITION

__all__ = ["MAX_DEPTH", "dump", "json_schema", "load", "load_edited"]

MAX_DEPTH = 420
"""Nodes in nodes: 200 lists, each in an item of the one before, and what stands in the last."""

MAX_SHOWN = 60
"""Characters of a key or a value from outside that a message repeats."""

_CHILDREN: dict[str, tuple[tuple[str, Child], ...]] = {
    part.name: tuple((key, field) for key, field in part.fields.items() if isinstance(field, Child))
    for part in NODES
}
"""The keys of each part that hold nodes."""

_BY_CLASS = {part.made: part for part in NODES}


def load(data: bytes | str, name: str = "JSON rendition") -> Document:
    """The document that was written; its source has the identity alone, without the text.

    Raises InputError, one sentence that begins with ``name``, with the path in the JSON to the
    first fault.
    """
    try:
        return _load(_versioned(_parse(data)))
    except _FaultError as fault:
        raise InputError(f"{name}: {fault}; convert the original document again") from None


def load_edited(data: bytes, name: str, *, anew: bool = False) -> tuple[Document, str | None]:
    """The document that a person may have edited, and the reading text put together from its own
    words, with all spans pointing into it; None when every leaf is as long as its span, so that
    the spans may stay as they are (``anew`` asks for new ones all the same).

    Raises InputError as ``load`` does, and when the JSON is not ours.
    """
    try:
        top = _parse(data)
        if isinstance(top, dict) and "schema_version" in top:
            places = list(_places(_top(_versioned(top))))
            text = renumber(places) if anew or not is_fitting(places) else None
            return _load(top), text
    except _FaultError as fault:
        advice = "correct it there, or convert the original document again"
        raise InputError(f"{name}: {fault}; {advice}") from None
    raise InputError(
        f"{name}: this is JSON, but no document that converter wrote, since it has no"
        " schema_version; give what convert --to json wrote, or say --from text"
    )


def dump(document: Document) -> dict[str, Any]:
    """What the JSON of a document holds, by this contract. The writer is many times as quick; a
    test holds the two equal."""
    top: dict[str, Any] = {"$": document}
    waiting: list[tuple[Any, Any]] = [(top, "$")]
    while waiting:
        holder, key = waiting.pop()
        part = _BY_CLASS[type(holder[key])]
        holder[key] = part.dump(holder[key])
        waiting += ((below, step) for below, step, _, _ in _below(holder[key], part))
    result: dict[str, Any] = top["$"]
    return result


class _FaultError(Exception):
    """What is wrong, and where."""


# --- the text -----------------------------------------------------------------------------------


def _parse(data: bytes | str) -> Any:
    """What stands at the top."""
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant)
    except UnicodeDecodeError as error:
        raise _FaultError(f"not UTF-8 at byte {error.start}") from None
    except json.JSONDecodeError as error:
        raise _FaultError(f"{error.lineno}:{error.colno}: not JSON ({error.msg.lower()})") from None
    except ValueError:
        raise _FaultError("a number has too many digits") from None
    except RecursionError:
        raise _FaultError("nested too deeply") from None


def _versioned(top: Any) -> dict[str, Any]:
    """The object at the top, of the right version."""
    if not isinstance(top, dict):
        raise _FaultError("$: not an object")
    version = top.get("schema_version", "missing")
    if version != JSON_RENDITION:
        raise _FaultError(f'$.schema_version: {_short(version)}, not "{JSON_RENDITION}"')
    return top


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            raise _FaultError(f"the key {_short(key)} stands twice in one object")
        result[key] = value
    return result


def _constant(value: str) -> NoReturn:
    raise _FaultError(f"{value} is no number of JSON")


def _short(value: Any) -> str:
    text = json.dumps(value) if isinstance(value, str | int | float) else type(value).__name__
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "..."


# --- the nodes ----------------------------------------------------------------------------------


_BROKEN = object()
"""Stands where a node could not be loaded, so that the nodes around it can be."""


def _load(top: dict[str, Any]) -> Document:
    """Find every node, the outer ones first; then load them, the inner ones first, each into the
    place where its object stood. The fault that stands first in the JSON is raised."""
    places = list(_places(_top(top)))
    holder = places[0][0].holder
    fault: _FaultError | None = None
    for place, part in reversed(places):
        try:
            place.holder[place.key] = _node(place, part)
        except _FaultError as found:
            place.holder[place.key] = _BROKEN
            fault = found
    if fault:
        raise fault
    document: Any = holder["$"]
    assert isinstance(document, Document)
    return document


def _top(document: dict[str, Any]) -> JsonPlace:
    return JsonPlace({"$": document}, "$", "document", None, "$", 0)


def _places(top: JsonPlace) -> Iterator[tuple[JsonPlace, Part | None]]:
    """The place of every node in the order of the JSON, and its schema if there is one."""
    waiting = [top]
    while waiting:
        place = waiting.pop()
        if place.depth > MAX_DEPTH:
            raise _FaultError("nested too deeply")
        value = place.holder[place.key]
        part = _schema_of(value, place.kind)
        yield place, part
        if part:
            below = [
                JsonPlace(holder, key, kind, place, step, place.depth + 1)
                for holder, key, step, kind in _below(value, part)
            ]
            waiting += reversed(below)


def _schema_of(value: Any, kind: str) -> Part | None:
    known = KINDS[kind]
    if not isinstance(value, dict):
        return None
    if kind in known and not isinstance(known[kind], TypedPart):
        return known[kind]
    called = value.get("type")
    return known.get(called) if isinstance(called, str) else None


def _below(value: dict[str, Any], part: Part) -> Iterator[tuple[Any, Any, str, str]]:
    """The nodes in the object of one: what holds each, by what key, the step and the kind."""
    for key, field in _CHILDREN[part.name]:
        below = value.get(key)
        if not isinstance(field, Children):
            if below is not None:
                yield value, key, f".{key}", field.kind
        elif isinstance(below, list):
            for index in range(len(below)):
                yield below, index, f".{key}[{index}]", field.kind


def _node(place: JsonPlace, part: Part | None) -> Any:
    """The node at this place, all below it being loaded. Raises _FaultError."""
    value = place.holder[place.key]
    if not isinstance(value, dict):
        raise _FaultError(f"{_path(place)}: not an object")
    if part is None:
        called = value.get("type", "missing")
        raise _FaultError(f"{_path(place)}.type: {_short(called)} is no {place.kind}")
    if isinstance(part, TypedPart):
        del value["type"]
    try:
        return part.load(value)
    except ValidationError as error:
        raise _FaultError(f"{_path(place)}{_first(error.messages)}") from None


def _path(place: JsonPlace) -> str:
    steps: list[str] = []
    above: JsonPlace | None = place
    while above:
        steps.append(above.step)
        above = above.above
    return "".join(reversed(steps))


def _first(messages: Any) -> str:
    """The first of marshmallow's messages: the steps to it, and what it says."""
    steps = ""
    while isinstance(messages, dict):
        key = min(messages, key=str)
        messages = messages[key]
        if key != "_schema":
            plain = isinstance(key, str) and key.isidentifier()
            steps += f".{key[:MAX_SHOWN]}" if plain else f"[{_short(key)}]"
    return f"{steps}: {messages[0]}"
