"""Does a document have what its article schema asks for.

Each requirement counts one thing; what is missing or too much is a Problem, with a place where
there is one. What is nearly right is named, to help the person who mends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import TypeAlias

from converter.model import (
    BulletList,
    Contents,
    Document,
    Exchange,
    Heading,
    Node,
    OrderedList,
    Quote,
    Section,
    Span,
    Table,
    Turn,
    extent,
    text_of,
    walk_document,
)
from converter.records import record
from converter.schemas import ArticleSchema, Requirement
from converter.schemas.article import METADATA

__all__ = ["Problem", "check"]

MISSING = "R101"
TOO_FEW = "R102"
TOO_MANY = "R103"

THINGS = {
    "headline": ("headline", "headlines", "set the title as a heading of level 1"),
    "article": ("article", "articles", "set the title of each as a heading of level 1"),
    "section": ("section", "sections", "put a heading above each part"),
    "exchange": (
        "question with an answer",
        "questions with answers",
        "put a label, such as Q: and A:, before what each speaker says",
    ),
    "table": ("table", "tables", "write its rows on lines of their own, with | between the cells"),
    "list": ("list", "lists", "begin each item on a line of its own, with a hyphen"),
    "quote": ("quote", "quotes", "begin each line of it with >"),
    "contents": ("contents list", "contents lists", "list the headings below the title"),
}
"""What each thing is called, one and several, and how it comes to be there."""

STATED = "state it in the document"
"""How a piece of metadata comes to be there."""

LIKE_ENOUGH = 0.6
"""How much two headings share that may be meant for one another. It is difflib's own threshold:
it takes ``Conclusions`` for ``Conclusion``, and not ``Introduction``."""

MOST_COMPARED = 500
LONGEST_COMPARED = 80
"""Headings, and characters of each, that are compared with a missing one: comparing is slow, and
a document that a person mends has no more."""


@record()
class Problem:
    """A requirement that is not met: a stable code (docs/schemas.md), what is wrong and what to
    do in one sentence, and where in the reading text, if anywhere."""

    code: str
    message: str
    span: Span | None
    requirement: Requirement


@record()
class _Found:
    """One thing that was counted: the node, or the span of metadata; the heading or the columns
    that it has."""

    at: Node | Span | None
    names: tuple[str, ...] = ()

    @property
    def span(self) -> Span | None:
        return self.at if self.at is None or isinstance(self.at, Span) else extent(self.at)


Found: TypeAlias = Mapping[str, list[_Found]]
"""What a document has, by what it is."""


def check(document: Document, schema: ArticleSchema) -> tuple[Problem, ...]:
    """The requirements of the schema that the document does not meet, in the order of their
    places, those without a place last. Takes time linear in the document."""
    found: dict[str, list[_Found]] = {}
    for what, thing in _things(document):
        found.setdefault(what, []).append(thing)
    problems = (_problem(requirement, found, schema) for requirement in schema.requirements)
    return tuple(sorted(filter(None, problems), key=_position))


def _position(problem: Problem) -> tuple[bool, int]:
    return problem.span is None, problem.span.start if problem.span else 0


# --- counting -----------------------------------------------------------------------------------

LOWER_HEADING = "lower heading"
TURN = "turn"
"""Counted for the hints alone: no schema can ask for them."""

_CALLED: dict[type, str] = {
    Exchange: "exchange",
    Quote: "quote",
    Contents: "contents",
    BulletList: "list",
    OrderedList: "list",
    Turn: TURN,
}


def _things(document: Document) -> Iterator[tuple[str, _Found]]:
    """All that a requirement can ask for, and what the hints need."""
    stated = {item.name: _Found(item.span) for item in document.metadata if any(item.value)}
    articles = 0
    for node in walk_document(document):
        match node:
            case Heading(level=1) if title := _text(node):
                yield "headline", _Found(node, (title,))
                stated.pop("headline", None)
            case Heading() if title := _text(node):
                yield LOWER_HEADING, _Found(node, (title,))
            case Section(role="article"):
                yield "article", _Found(node)
                articles += 1
            case Section(heading=None):
                yield "section", _Found(node)
            case Section(heading=Heading() as heading) if heading.level > 1:
                yield "section", _Found(heading, (_text(heading),))
            case Table():
                columns = (_text(cell) for row in node.header for cell in row.cells)
                yield "table", _Found(node, tuple(columns))
            case _ if type(node) in _CALLED:
                yield _CALLED[type(node)], _Found(node)
    if document.blocks and not articles:
        yield "article", _Found(None)
    for name in ("headline", *METADATA):
        if name in stated:
            yield name, stated[name]


def _text(node: Node) -> str:
    return " ".join(text_of(node).split())


def _folded(words: str) -> str:
    """As it is compared: small letters, straight apostrophes, nothing after the last word."""
    return " ".join(words.casefold().replace("’", "'").split()).rstrip(" .:;!?…")


# --- judging ------------------------------------------------------------------------------------


def _problem(requirement: Requirement, found: Found, schema: ArticleSchema) -> Problem | None:
    meeting = [thing for thing in found.get(requirement.what, ()) if _meets(thing, requirement)]
    count, least, most = len(meeting), requirement.at_least, requirement.at_most
    one, several, advice = _called(requirement)
    there = f"1 {one} is there" if count == 1 else f"{count} {several} are there"
    if most is not None and count > most:
        code, span = TOO_MANY, meeting[most].span
        message = f"{there}, at most {most} may be; take {count - most} out"
    elif count >= least:
        return None
    elif count:
        code, span = TOO_FEW, meeting[-1].span
        message = f"{there}, at least {least} must be; {advice}"
    else:
        hint = _nearly(requirement, found) or _Hint("", advice, None)
        code, span = MISSING, hint.span
        asked = "" if least == 1 else f", at least {least} must be"
        message = f"no {one} is there{asked}{hint.instead}; {hint.advice}"
    if requirement.line:
        message += f" ({PurePath(schema.path).name}:{requirement.line})"
    return Problem(code, message, span, requirement)


def _meets(thing: _Found, requirement: Requirement) -> bool:
    names = set(map(_folded, thing.names))
    return all(_folded(name) in names for name in _names(requirement))


def _names(requirement: Requirement) -> tuple[str, ...]:
    return (requirement.heading,) if requirement.heading else requirement.columns


def _called(requirement: Requirement) -> tuple[str, str, str]:
    """What the thing asked for is called, one and several, and how it comes to be there."""
    what = requirement.what.replace("_", " ")
    one, several, advice = THINGS.get(requirement.what, (what, what, STATED))
    which = _quoted(_names(requirement))
    if requirement.columns:
        which = f"with the columns {which}"
    return f"{one} {which}".rstrip(), f"{several} {which}".rstrip(), advice


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


# --- what is nearly right -----------------------------------------------------------------------


@record()
class _Hint:
    """What is there instead, what to do then, and where it stands."""

    instead: str
    advice: str
    span: Span | None


def _nearly(requirement: Requirement, found: Found) -> _Hint | None:
    """What the document has that may be meant for what is missing."""
    match requirement.what:
        case "section" if requirement.heading:
            return _like_heading(requirement.heading, found)
        case "table" if requirement.columns:
            return _like_table(requirement.columns, found)
        case "headline" if LOWER_HEADING in found:
            first = found[LOWER_HEADING][0]
            instead = f", but {_quoted(first.names)} is a heading of a lower level"
            return _Hint(instead, "set the title as a heading of level 1", first.span)
        case "exchange" if TURN in found:
            turns = found[TURN]
            instead = f", but {len(turns)} turns of speakers are"
            advice = "list the label of who asks in a schema of your own, under labels.question"
            return _Hint(instead, advice, turns[0].span)
    return None


def _like_heading(heading: str, found: Found) -> _Hint | None:
    from difflib import get_close_matches  # loaded where something is missing

    asked = _folded(heading)[:LONGEST_COMPARED]
    titles: dict[str, _Found] = {}
    for thing in found.get(LOWER_HEADING, [])[:MOST_COMPARED]:
        titles.setdefault(_folded(thing.names[0])[:LONGEST_COMPARED], thing)
    holding = [title for title in titles if asked in title]
    near = holding or get_close_matches(asked, titles, n=1, cutoff=LIKE_ENOUGH)
    if not near:
        return None
    thing = titles[near[0]]
    advice = f'write "{heading}" there, or change the schema'
    return _Hint(f", but {_quoted(thing.names)} is", advice, thing.span)


def _like_table(columns: tuple[str, ...], found: Found) -> _Hint | None:
    """The first of the tables that lack fewest of the columns; none when all lack all."""
    tables = found.get("table", [])
    lacking = [_lacking(columns, table) for table in tables]
    fewest = min(lacking, key=len, default=columns)
    if len(fewest) == len(columns):
        return None
    instead = f", but one is that lacks only {_quoted(fewest)}"
    table = tables[lacking.index(fewest)]
    return _Hint(instead, "name its columns so, or change the schema", table.span)


def _lacking(columns: tuple[str, ...], table: _Found) -> tuple[str, ...]:
    names = set(map(_folded, table.names))
    return tuple(column for column in columns if _folded(column) not in names)
