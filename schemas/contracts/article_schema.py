"""The contract of an article schema's TOML file: what an editor may write, and what to say when
it is something else. docs/schemas.md is the same in words for the editor."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from marshmallow import EXCLUDE, Schema, ValidationError, fields, validates_schema

from converter.patterns import pattern
from converter.schemas.article import COUNTED, METADATA, PAPERS, PARTS
from converter.schemas.building import entries
from converter.schemas.toml_lines import Key

Fault: TypeAlias = tuple[Key, str]

LANGUAGE = pattern(r"[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
ROLE = pattern(r"[a-z][a-z0-9-]*")
LONGEST_ENTRY = 200
"""An entry is a label, a heading or a few words; longer, a quote or a line end is missing."""


def faults(tables: Mapping[str, Any], *, is_base: bool) -> tuple[Fault, ...]:
    """All that is wrong with one file, each as the path of a key and ``what is wrong; what to
    do``. A base, which another file extends, needs no title."""
    messages = ArticleSchemaFile(partial=("title",) if is_base else None).validate(tables)
    return tuple(_flat(messages, ()))


def _flat(messages: Any, key: Key) -> Iterator[Fault]:
    """marshmallow's tree of messages as a list; ``_schema`` is its name for a whole table."""
    if isinstance(messages, dict):
        for part, below in messages.items():
            yield from _flat(below, key if part == "_schema" else (*key, part))
    else:
        for message in messages:
            yield key, message


# --- values -------------------------------------------------------------------------------------


def _advice(value: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(value, list(known), n=1)
    return f"did you mean {near[0]}?" if near else f"write one of {', '.join(known)}"


def _one_of(known: tuple[str, ...]) -> Callable[[str], None]:
    def check(value: str) -> None:
        if value not in known:
            raise ValidationError(f'"{value}" is not known; {_advice(value, known)}')

    return check


def _not_blank(value: str) -> None:
    if not value.strip():
        raise ValidationError("empty; write it, or delete the line")


def _text(**options: Any) -> fields.String:
    messages: dict[str, Any] = {
        "invalid": 'not a text; put it between "quotes"',
        "required": "missing; add the line",
    }
    options.setdefault("validate", _not_blank)
    return fields.String(error_messages=messages, **options)


def _count() -> fields.Integer:
    def check(value: int) -> None:
        if value < 0:
            raise ValidationError(f"{value} is less than nothing; {advice}")

    advice = "write a whole number, such as 2"
    messages: dict[str, Any] = {"invalid": f"not a number; {advice}"}
    return fields.Integer(strict=True, validate=check, error_messages=messages)


def _texts(check: Callable[[str], None]) -> fields.List[str]:
    return fields.List(
        _text(validate=check),
        error_messages={"invalid": 'not a list; write it in brackets: ["one", "two"]'},
    )


# --- word lists ---------------------------------------------------------------------------------


def _any_entry(entry: str) -> str:
    if len(entry) > LONGEST_ENTRY:
        return (
            f'"{entry[:30]}..." is longer than {LONGEST_ENTRY} characters; '
            "write one entry a line, or part entries by |"
        )
    return ""


def _label(entry: str) -> str:
    return f'"{entry}" ends in a colon; write it without' if entry.endswith(":") else ""


def _abbreviation(entry: str) -> str:
    return "" if entry.endswith(".") else f'"{entry}" does not end in a full stop; add it'


class WordList(fields.Field[Any]):
    """Words as a text or a list, or a table of such by language. ``check`` says what is wrong
    with an entry, or nothing."""

    def __init__(self, check: Callable[[str], str] = _any_entry, **options: Any) -> None:
        super().__init__(**options)
        self.check = check

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, dict):
            found: Any = self._faults(value)
        else:
            found = {}
            for language, listed in value.items():
                if LANGUAGE.fullmatch(language):
                    wrong = self._faults(listed)
                else:
                    wrong = ["not a language; write its code, such as en, or all"]
                if wrong:
                    found[language] = wrong
        if found:
            raise ValidationError(found)
        return value

    def _faults(self, listed: Any) -> list[str]:
        is_list = isinstance(listed, list) and all(isinstance(entry, str) for entry in listed)
        if not is_list and not isinstance(listed, str):
            return ["not a word list; write the words between ''' and ''', one a line"]
        return [
            message
            for entry in entries(listed)
            if (message := _any_entry(entry) or self.check(entry))
        ]


class Roles(fields.Field[Any]):
    """A table of word lists by role."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> Any:
        if not isinstance(value, dict):
            raise ValidationError(f"not a table; write [{attr}.conclusion] and the words below")
        found: dict[str, Any] = {}
        for role, listed in value.items():
            if not ROLE.fullmatch(role):
                found[role] = ["not a role; write small letters, digits and hyphens"]
                continue
            try:
                WordList().deserialize(listed)
            except ValidationError as error:
                found[role] = error.messages
        if found:
            raise ValidationError(found)
        return value


# --- tables -------------------------------------------------------------------------------------


class Table(Schema):
    """A table with a fixed set of keys; another key is an error that names the likely one."""

    error_messages = {  # noqa: RUF012 - marshmallow reads it so
        "type": "not a table; write its name in [brackets] on a line above"
    }

    class Meta:
        """Unknown keys are left to ``reject_unknown``, which can advise."""

        unknown = EXCLUDE

    @validates_schema(pass_original=True, skip_on_field_errors=False)
    def reject_unknown(self, data: Any, original: Any, **kwargs: Any) -> None:
        """Raise for each key that no field has."""
        if isinstance(original, dict):
            unknown = [key for key in original if key not in self.fields]
            if unknown:
                raise ValidationError(
                    {key: [f"unknown key; {_advice(key, self.fields)}"] for key in unknown}
                )


class LabelsTable(Table):
    """``[labels]``"""

    question = WordList(_label)
    answer = WordList(_label)
    never = WordList(_label)

    @validates_schema
    def reject_twice(self, data: dict[str, Any], **kwargs: Any) -> None:
        """Raise for each label that stands in two lists."""
        first: dict[str, str] = {}
        found: dict[str, list[str]] = {}
        for name, value in data.items():
            parts = value.values() if isinstance(value, dict) else (value,)
            for entry in (entry for part in parts for entry in entries(part)):
                other = first.setdefault(entry.casefold(), name)
                if other != name:
                    found.setdefault(name, []).append(
                        f'"{entry}" is in labels.{other} too; keep it in one of the two'
                    )
        if found:
            raise ValidationError(dict(found))


class RequirementTable(Table):
    """``[[requirements]]``"""

    what = _text(required=True, validate=_one_of(COUNTED + METADATA))
    at_least = _count()
    at_most = _count()
    heading = _text()
    columns = _texts(_not_blank)

    @validates_schema
    def reject_contradictions(self, data: dict[str, Any], **kwargs: Any) -> None:
        """Raise when no document could meet it, or when a key has no meaning here."""
        found: dict[str, list[str]] = {}
        least = data.get("at_least", 1)
        if data.get("at_most", least) < least:
            found["at_most"] = [f"less than at_least, which is {least}; make it larger"]
        if "heading" in data and data["what"] != "section":
            found["heading"] = ['only a section has a heading; write what = "section"']
        if "columns" in data and data["what"] != "table":
            found["columns"] = ['only a table has columns; write what = "table"']
        if found:
            raise ValidationError(dict(found))


class BriefingTable(Table):
    """``[briefing]``"""

    parts = _texts(_one_of(PARTS))
    titles = fields.Nested(Table.from_dict({part: _text(validate=()) for part in PARTS}))
    paper = _text(validate=_one_of(PAPERS))


class ArticleSchemaFile(Table):
    """The whole file."""

    title = _text(required=True)
    description = _text()
    extends = _text()
    labels = fields.Nested(LabelsTable)
    headings = Roles()
    phrases = Roles()
    abbreviations = WordList(_abbreviation)
    requirements = fields.List(
        fields.Nested(RequirementTable),
        error_messages={"invalid": "not a list; write [[requirements]] above each"},
    )
    briefing = fields.Nested(BriefingTable)
