"""What the values in the JSON rendition may be, as marshmallow fields. Each says in
``json_schema`` what it lets pass.

A field of nodes does not go into them, neither on the way in nor on the way out:
``json_rendition`` does, so that no document is too deep for Python's stack.
"""

from __future__ import annotations

import math
from typing import Any, ClassVar, TypeAlias

from marshmallow import Schema, ValidationError, fields, post_dump, post_load, validate

from converter.model import Span

Fragment: TypeAlias = dict[str, Any]
"""A piece of a JSON Schema."""

SPAN = "span"
"""The name of the span's definition in the JSON Schema."""

_MISSING = "missing"


class Part(Schema):
    """The schema of ``made``, a dataclass of the model. A key is left out when it holds the
    default."""

    made: ClassVar[type]
    name: ClassVar[str]
    """The name of the definition in the JSON Schema."""

    error_messages = {  # noqa: RUF012 - marshmallow reads it so
        "type": "not an object",
        "unknown": "unknown key",
    }

    @post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> Any:
        """The value of the model. Raises ValidationError where the model's laws are broken."""
        data.pop("schema_version", None)
        try:
            return self.made(**data)
        except ValueError as error:
            raise ValidationError(str(error)) from None

    @post_dump(pass_original=True)
    def leave_out(self, data: dict[str, Any], original: Any, **kwargs: Any) -> dict[str, Any]:
        """Without what holds the default."""
        return {
            key: value
            for key, value in data.items()
            if self.fields[key].required or getattr(original, key) != self.fields[key].load_default
        }


class TypedPart(Part):
    """The schema of a node that is known by its key ``type``, which holds the part's name. Who
    chose this schema by it has taken it out."""

    @post_dump(pass_original=True)
    def leave_out(self, data: dict[str, Any], original: Any, **kwargs: Any) -> dict[str, Any]:
        """Without what holds the default, and with the type."""
        kept: dict[str, Any] = super().leave_out(data, original)
        return {"type": self.name} | kept


class NamedPart(Part):
    """The schema of a dataclass that has a name, which stands in the JSON as the key."""

    @post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> dict[str, Any]:
        """All but the name."""
        return data


# --- texts and numbers --------------------------------------------------------------------------


def text(*allowed: str, **options: Any) -> fields.String:
    """A text; one of ``allowed``, when there are any. Options are marshmallow's."""
    if allowed:
        shown = ", ".join(f'"{value}"' for value in allowed)
        options["validate"] = validate.OneOf(allowed, error=f"not one of {shown}")
    messages: dict[str, Any] = dict.fromkeys(("invalid", "null"), "not a text")
    return fields.String(error_messages=messages | {"required": _MISSING}, **options)


def count(least: int | None = 0, most: int | None = None, **options: Any) -> fields.Integer:
    """A whole number in this range."""
    if least is not None:
        limits = f"from {least} to {most}" if most is not None else f"of at least {least}"
        options["validate"] = validate.Range(least, most, error=f"not a whole number {limits}")
    wrong = ("invalid", "null", "too_large")
    messages: dict[str, Any] = dict.fromkeys(wrong, "not a whole number")
    return fields.Integer(strict=True, error_messages=messages | {"required": _MISSING}, **options)


class Value(fields.Field[Any]):
    """A value that the model holds in another form than JSON."""

    default_error_messages = {  # noqa: RUF012 - marshmallow reads it so
        "required": _MISSING,
        "null": "null",
    }

    def load(self, value: Any) -> Any:
        """What the model holds. Raises ValidationError."""
        raise NotImplementedError

    def dump(self, value: Any) -> Any:
        """What the JSON holds."""
        return value

    def json_schema(self) -> Fragment:
        """What is let pass, ``null`` apart."""
        raise NotImplementedError

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:
        return self.load(value)

    def _serialize(self, value: Any, attr: Any, obj: Any, **kwargs: Any) -> Any:
        return None if value is None else self.dump(value)


class Number(Value):
    """A finite number, kept whole or broken as it is written. ``bounds`` are the least and the
    most it may be."""

    def __init__(self, bounds: tuple[float, float] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.bounds = bounds

    def load(self, value: Any) -> int | float:
        """The number itself."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ValidationError("not a number")
        if isinstance(value, float) and not math.isfinite(value):
            raise ValidationError("not a finite number")
        if self.bounds and not self.bounds[0] <= value <= self.bounds[1]:
            raise ValidationError("not a number from {} to {}".format(*self.bounds))
        return value

    def json_schema(self) -> Fragment:
        """A number and its bounds."""
        limits = dict(zip(("minimum", "maximum"), self.bounds or (), strict=False))
        return {"type": "number"} | limits


class TextOrTexts(Value):
    """A text, or a list of texts."""

    def load(self, value: Any) -> str | tuple[str, ...]:
        """The text, or the texts."""
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return tuple(value)
        if not isinstance(value, str):
            raise ValidationError("not a text or a list of texts")
        return value

    def dump(self, value: str | tuple[str, ...]) -> str | list[str]:
        """The text, or the texts."""
        return value if isinstance(value, str) else list(value)

    def json_schema(self) -> Fragment:
        """Either."""
        return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


# --- spans --------------------------------------------------------------------------------------


class SpanValue(Value):
    """``[start, end]``."""

    def load(self, value: Any) -> Span:
        """The Span."""
        return _span(value)

    def dump(self, value: Span) -> list[int]:
        """Its two offsets."""
        return [value.start, value.end]

    def json_schema(self) -> Fragment:
        """See the definition."""
        return {"$ref": f"#/$defs/{SPAN}"}


class Spans(Value):
    """A list of spans."""

    def load(self, value: Any) -> tuple[Span, ...]:
        """The spans."""
        return tuple(map(_span, _list(value)))

    def dump(self, value: tuple[Span, ...]) -> list[list[int]]:
        """Two offsets of each."""
        return [[span.start, span.end] for span in value]

    def json_schema(self) -> Fragment:
        """A list of what the definition says."""
        return {"type": "array", "items": {"$ref": f"#/$defs/{SPAN}"}}


def _span(value: Any) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end and bool not in (type(start), type(end)):
            return Span(start, end)
    raise ValidationError("not a span, [start, end] with 0 <= start <= end")


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise ValidationError("not a list")
    return value


# --- parts --------------------------------------------------------------------------------------


class Child(Value):
    """One node of one kind, loaded already, and dumped by the caller."""

    def __init__(self, kind: str, **options: Any) -> None:
        super().__init__(**options)
        self.kind = kind

    def load(self, value: Any) -> Any:
        """The node."""
        return value

    def json_schema(self) -> Fragment:
        """See the kind's definition."""
        return {"$ref": f"#/$defs/{self.kind}"}


class Children(Child):
    """A list of nodes of one kind, loaded already, and dumped by the caller."""

    def load(self, value: Any) -> tuple[Any, ...]:
        """The nodes."""
        return tuple(_list(value))

    def dump(self, value: tuple[Any, ...]) -> list[Any]:
        """The nodes, in a list in which their objects can take their places."""
        return list(value)

    def json_schema(self) -> Fragment:
        """A list of what the kind's definition says."""
        return {"type": "array", "items": super().json_schema()}


class Nested(Value):
    """One part that is no node."""

    def __init__(self, part: Part, **options: Any) -> None:
        super().__init__(**options)
        self.part = part

    def load(self, value: Any) -> Any:
        """The part."""
        return self.part.load(value)

    def dump(self, value: Any) -> Any:
        """Its object."""
        return self.part.dump(value)

    def json_schema(self) -> Fragment:
        """See the part's definition."""
        return {"$ref": f"#/$defs/{self.part.name}"}


class NestedList(Nested):
    """A list of parts that are no nodes."""

    def load(self, value: Any) -> tuple[Any, ...]:
        """The parts."""
        return tuple(self.part.load(_list(value), many=True))

    def dump(self, value: tuple[Any, ...]) -> list[Any]:
        """The object of each."""
        return [self.part.dump(part) for part in value]

    def json_schema(self) -> Fragment:
        """A list of what the part's definition says."""
        return {"type": "array", "items": super().json_schema()}


class NestedByName(Nested):
    """An object of NamedParts by their names."""

    def load(self, value: Any) -> tuple[Any, ...]:
        """The parts, in the order of their keys."""
        if not isinstance(value, dict):
            raise ValidationError("not an object")
        parts: list[Any] = []
        for name, part in value.items():
            try:
                parts.append(self.part.made(name=name, **self.part.load(part)))
            except ValidationError as error:
                raise ValidationError({name: error.messages}) from None
        return tuple(parts)

    def dump(self, value: tuple[Any, ...]) -> dict[str, Any]:
        """The object of each, by its name."""
        return {part.name: self.part.dump(part) for part in value}

    def json_schema(self) -> Fragment:
        """Any name, and what the part's definition says."""
        return {"type": "object", "additionalProperties": super().json_schema()}
