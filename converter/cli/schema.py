"""``converter schema``: the article schemas that are shipped, and a newsroom's own."""

from __future__ import annotations

import argparse

from converter.cli.console import Console
from converter.cli.failures import Failure, failure_of
from converter.cli.options import add_report_argument, one_of
from converter.cli.summary import counted
from converter.cli.values import Json, dumped
from converter.errors import SchemaError, UsageError
from converter.schemas import ArticleSchema
from converter.schemas.loading import load_schema, shipped_schemas

ACTIONS = LIST, SHOW, CHECK = ("list", "show", "check")

DESCRIPTION = """\
A schema is a TOML file: the labels that open a question or an answer, the headings that mean
something, what a document must hold, and what a briefing prints. list names the shipped ones,
show prints one as its file stands, check says what is wrong with a file of your own, with line
and key. docs/schemas.md is the guide."""

EXAMPLES = """
converter schema list
converter schema show interview > newsroom.toml
    a start for a schema of your own
converter schema check newsroom.toml
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument(
        "action",
        metavar="ACTION",
        nargs="?",
        type=one_of("action", ACTIONS),
        choices=ACTIONS,
        help="list, show or check",
    )
    parser.add_argument(
        "schemas", metavar="NAME|FILE", nargs="*", help="a shipped schema, or a TOML file"
    )
    add_report_argument(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Do the action. Raises UsageError, SchemaError."""
    names: list[str] = arguments.schemas
    if arguments.action is None:
        raise UsageError("converter schema needs an action; say list, show or check")
    wants_json = arguments.report == "json"
    if arguments.action == LIST:
        if names:
            raise UsageError(f"converter schema list takes no name; to see {names[0]}, say show")
        return _list(console, wants_json=wants_json)
    if not names:
        raise UsageError(f"converter schema {arguments.action} needs a name or a file")
    if arguments.action == CHECK:
        return _check(names, console, wants_json=wants_json)
    if len(names) > 1 or wants_json:
        raise UsageError("converter schema show prints one TOML file; leave the rest out")
    return _show(names[0], console)


def _list(console: Console, *, wants_json: bool) -> int:
    schemas = [load_schema(name) for name in shipped_schemas()]
    if wants_json:
        values: list[Json] = [
            {"name": schema.name, "title": schema.title, "description": schema.description}
            for schema in schemas
        ]
        console.out.bytes(dumped({"schemas": values}))
        return 0
    width = max(len(schema.name) for schema in schemas)
    console.out.lines(
        (("strong", f"{schema.name:<{width}}"), f"  {schema.description}") for schema in schemas
    )
    return 0


def _show(name: str, console: Console) -> int:
    schema = load_schema(name)
    with open(schema.path, "rb") as file:  # noqa: PTH123 - loaded a moment ago
        console.out.bytes(file.read())
    return 0


def _check(names: list[str], console: Console, *, wants_json: bool) -> int:
    """What is wrong with each of these schemas; the code is SchemaError's when one is."""
    outcomes = [_outcome(name) for name in names]
    if wants_json:
        console.out.bytes(dumped({"schemas": [_value(outcome) for outcome in outcomes]}))
    for name, outcome in zip(names, outcomes, strict=True):
        if isinstance(outcome, Failure):
            console.err.line(*outcome.line)
        elif not wants_json:
            console.out.line(("strong", name), f": valid ({_content(outcome)})")
    failures = [outcome for outcome in outcomes if isinstance(outcome, Failure)]
    return failures[0].exit_code if failures else 0


def _outcome(name: str) -> ArticleSchema | Failure:
    try:
        return load_schema(name)
    except SchemaError as error:
        return failure_of(error, name)


def _content(schema: ArticleSchema) -> str:
    labels = len(schema.labels.question) + len(schema.labels.answer)
    return f"{counted(labels, 'label')}, {counted(len(schema.requirements), 'requirement')}"


def _value(outcome: ArticleSchema | Failure) -> Json:
    if isinstance(outcome, Failure):
        return {"schema": outcome.name, "valid": False, "error": outcome.message}
    return {"schema": outcome.name, "valid": True, "error": None}
