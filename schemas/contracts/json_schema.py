"""The JSON Schema of the JSON rendition, generated from the marshmallow schemas. It is published
as a file (``publish``), for those who read renditions in other languages."""

from __future__ import annotations

from typing import Any

from marshmallow import fields, missing, validate

from converter.schemas.contracts.json_fields import SPAN, Fragment, Part, TypedPart, Value
from converter.schemas.contracts.json_nodes import BLOCKS, INLINES, NODES, OTHERS
from converter.schemas.versions import JSON_RENDITION

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SPAN: Fragment = {
    "description": "A half-open range [start, end) of the reading text, in code points from 0.",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "items": False,
    "minItems": 2,
}


def json_schema() -> Fragment:
    """The JSON Schema (2020-12) of a rendition; each kind of node is one of its definitions."""
    parts = sorted(NODES + OTHERS, key=lambda part: part.name)
    return {
        "$schema": DIALECT,
        "$id": f"urn:converter:document:{JSON_RENDITION}",
        "title": f"JSON rendition of a document, version {JSON_RENDITION}",
        "$ref": "#/$defs/document",
        "$defs": {
            SPAN: _SPAN,
            "block": _one_of(BLOCKS),
            "inline": _one_of(INLINES),
            **{part.name: _part(part) for part in parts},
        },
    }


def _one_of(parts: tuple[Part, ...]) -> Fragment:
    """What one of these may be. Not ``oneOf``: a validator would try each, and go down into the
    blocks of each that has blocks, so that its time doubles and more with every level."""
    return {
        "type": "object",
        "properties": {"type": {"enum": [part.name for part in parts]}},
        "required": ["type"],
        "allOf": [
            {
                "if": {"properties": {"type": {"const": part.name}}},
                "then": {"$ref": f"#/$defs/{part.name}"},
            }
            for part in parts
        ],
    }


def _part(part: Part) -> Fragment:
    keys = {name: _key(field) for name, field in part.fields.items()}
    required = [name for name, field in part.fields.items() if field.required]
    if isinstance(part, TypedPart):
        keys = {"type": {"const": part.name}} | keys
        required.insert(0, "type")
    return {
        "description": " ".join((part.made.__doc__ or "").replace("``", "`").split()),
        "type": "object",
        "properties": keys,
        "required": required,
        "additionalProperties": False,
    }


def _key(field: fields.Field[Any]) -> Fragment:
    match field:
        case Value():
            fragment = field.json_schema()
        case fields.Integer():
            fragment = {"type": "integer"}
        case _:
            fragment = {"type": "string"}
    for check in field.validators:
        match check:
            case validate.OneOf():
                fragment["enum"] = list(check.choices)
            case validate.Range():
                limits = {"minimum": check.min, "maximum": check.max}
                fragment |= {key: limit for key, limit in limits.items() if limit is not None}
    if field.allow_none and field.required:
        return {"anyOf": [fragment, {"type": "null"}]}
    if field.load_default not in (missing, None):
        default = field.load_default
        fragment["default"] = list(default) if isinstance(default, tuple) else default
    return fragment
