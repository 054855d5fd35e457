"""The whole way from a file to its renditions: open, read, recover, check, write.

The only place that knows all of it. Nothing is printed and nothing is saved here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from converter.checks import ledger, requirements
from converter.checks.requirements import Problem
from converter.errors import InvariantError, RequirementError, UsageError
from converter.model import Document, SourceFile
from converter.pipeline.opening import Source, open_source, place_of
from converter.pipeline.suggestions import unknown
from converter.readers import READERS, ReadOptions
from converter.readers import read as read_source
from converter.records import record, replace
from converter.recovery import genre_of
from converter.recovery import recover as recover_document
from converter.schemas import ArticleSchema
from converter.schemas.loading import load_schema
from converter.sources import Limits, notices
from converter.writers import WRITERS, WriteOptions
from converter.writers import write as write_rendition

__all__ = [
    "AUTO",
    "Conversion",
    "ConvertedDocument",
    "ReadOptions",
    "Source",
    "check",
    "convert",
    "open_source",
    "place_of",
    "read",
    "recover",
    "renditions_of",
    "write",
]

AUTO = "auto"
"""In place of a schema's name: the shipped schema that fits the document."""

ASKED = "as asked for"
"""The reason for a schema that the caller named."""

FIRST = "article"
"""The schema that a document is recovered by before it is known what it is."""

LAST_SECOND = 253_402_300_799
"""The end of the year 9999: neither Word nor PDF can write a later date."""

LISTED = 20
"""Problems spelled out in one error; a broken file may have thousands."""


@record()
class ConvertedDocument:
    """One document that came out, its schema, and the bytes of its renditions by their names.
    The spans of ``problems``, what the schema misses, point into the file that was opened."""

    document: Document
    schema: ArticleSchema
    renditions: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()


@record()
class Conversion:
    """What became of one file.

    ``document`` is the whole of it, as recovered by ``schema``, chosen for the ``reason``.
    ``parts`` are the documents that came out: one, or with ``split_articles`` one for each
    article.
    """

    document: Document
    schema: ArticleSchema
    reason: str
    parts: tuple[ConvertedDocument, ...]

    @property
    def renditions(self) -> Mapping[str, bytes]:
        """The renditions of the one document that came out. Raises UsageError when several
        did: each of ``parts`` has its own."""
        if len(self.parts) > 1:
            raise UsageError(
                f"{len(self.parts)} documents came out; take the renditions of each from parts"
            )
        return self.parts[0].renditions

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the schema misses in the documents that came out."""
        return tuple(problem for part in self.parts for problem in part.problems)


def convert(  # noqa: PLR0913 - the library's front door; all but the source have a name
    source: Source,
    *,
    to: str | Iterable[str] = ("json",),
    schema: str | ArticleSchema = AUTO,
    format: str | None = None,
    name: str | None = None,
    limits: Limits | None = None,
    reading: ReadOptions | None = None,
    verbatim: bool = False,
    strict: bool = False,
    split_articles: bool = False,
    timestamp: int | None = None,
    on_stage: Callable[[str], None] = lambda _: None,
) -> Conversion:
    r"""One file's document and its renditions.

    >>> conversion = convert(b"# Tides of March\n\nHigh water is at noon.\n", name="tides.md")
    >>> sorted(conversion.renditions), conversion.document.meta("headline")
    (['json'], 'Tides of March')

    ``source`` is a path, the bytes of a file, or an opened SourceFile; ``name`` stands for it in
    messages and renditions, ``format`` names its reader (else contents and name decide), which
    does as ``reading`` asks. ``to`` names the renditions. ``schema`` is an ArticleSchema, the
    name of one, a file's path, or ``auto`` for the one of ours that fits. ``verbatim`` adds no
    character, ``strict`` raises RequirementError when the schema misses something,
    ``split_articles`` makes a document of each article. ``timestamp`` (seconds since 1970, UTC)
    is the date of making, else SOURCE_DATE_EPOCH, else none. ``on_stage`` is told what begins:
    ``open``, ``read``, ``recover``, ``check``, ``write X``.
    Raises UsageError, InputError, SchemaError, RequirementError, OutputError, InvariantError.
    """
    names = renditions_of(to)
    stamp = _timestamp(timestamp) if names else None
    given = None if schema == AUTO else _schema(schema)
    on_stage("open")
    opened = open_source(source, format=format, name=name, limits=limits)
    place = os.fspath(source) if isinstance(source, str | os.PathLike) else opened.name
    on_stage("read")
    stated = _stated(opened, reading)
    on_stage("recover")
    document, chosen, reason = _settled(opened, stated, given, verbatim=verbatim)
    on_stage("check")
    _prove(document, place)
    parts = _split(document, chosen, given) if split_articles else (_whole(document, chosen),)
    if strict:
        _require(parts, document.source, place)
    for rendition in names:
        on_stage(f"write {rendition}")
        parts = tuple(_with_rendition(part, rendition, stamp) for part in parts)
    return Conversion(document, chosen, reason, parts)


def read(
    source: Source,
    *,
    format: str | None = None,
    name: str | None = None,
    limits: Limits | None = None,
    reading: ReadOptions | None = None,
) -> Document:
    r"""The document that a file states: nothing recovered, nothing decided.

    >>> [type(block).__name__ for block in read(b"One line.\n\nAnother line.\n").blocks]
    ['Paragraph', 'Paragraph']

    The arguments are those of ``convert``. Raises UsageError, InputError.
    """
    return _stated(open_source(source, format=format, name=name, limits=limits), reading)


def recover(
    document: Document, schema: str | ArticleSchema = AUTO, *, verbatim: bool = False
) -> Document:
    r"""The document with its structure recovered: articles, sections, turns, exchanges, lists of
    contents, captions; proved to have lost and invented nothing.

    >>> recovered = recover(read(b"Q: Is the harbour open?\n\nA: Since dawn.\n"))
    >>> [type(block).__name__ for block in recovered.blocks]
    ['Exchange']

    Raises SchemaError, InvariantError.
    """
    given = None if schema == AUTO else _schema(schema)
    recovered, _, _ = _recovered(document, given, verbatim=verbatim)
    _prove(recovered, recovered.source.name)
    return recovered


def check(document: Document, schema: str | ArticleSchema = AUTO) -> tuple[Problem, ...]:
    """What a recovered document lacks that its schema requires; empty when nothing.

    >>> problems = check(recover(read(b"A line and no question.")), "interview")
    >>> "exchange" in {problem.requirement.what for problem in problems}
    True

    Raises SchemaError.
    """
    return requirements.check(document, _chosen(document, schema))


def write(
    document: Document,
    rendition: str,
    *,
    schema: str | ArticleSchema = AUTO,
    timestamp: int | None = None,
) -> bytes:
    """The bytes of one rendition of a document. The arguments are those of ``convert``.

    >>> write(recover(read(b"One line.")), "json")[:1]
    b'{'

    Raises UsageError, SchemaError, OutputError.
    """
    (name,) = renditions_of((rendition,))
    options = WriteOptions(_chosen(document, schema), _timestamp(timestamp))
    return write_rendition(document, name, options)


def renditions_of(to: str | Iterable[str]) -> tuple[str, ...]:
    """The names of renditions, each once, in the order given; a str is a list with commas.

    Raises UsageError for a name that no writer has.
    """
    given = to.split(",") if isinstance(to, str) else to
    names = tuple(dict.fromkeys(name.strip() for name in given))
    for name in names:
        if name not in WRITERS:
            raise UsageError(unknown("rendition", name, WRITERS))
    return names


def _stated(opened: SourceFile, reading: ReadOptions | None) -> Document:
    """What the file states, and what is to be known of how it was decoded."""
    document = read_source(opened, reading)
    decoded = notices(opened, document.source.text) if opened.text else ()
    return replace(document, notices=(*decoded, *document.notices))


def _timestamp(given: int | None) -> int | None:
    """Seconds since 1970; https://reproducible-builds.org/specs/source-date-epoch/ ."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given is not None or not stated:
        return given
    # int() itself refuses thousands of digits.
    is_number = stated.isascii() and stated.isdigit() and len(stated) <= len(str(LAST_SECOND))
    if not is_number or int(stated) > LAST_SECOND:
        raise UsageError(
            f'SOURCE_DATE_EPOCH: "{stated[:20]}" is no number of seconds since 1970 that a'
            " calendar has; set it to one, or unset it"
        )
    return int(stated)


def _schema(schema: str | ArticleSchema) -> ArticleSchema:
    return load_schema(schema) if isinstance(schema, str) else schema


def _chosen(document: Document, schema: str | ArticleSchema) -> ArticleSchema:
    return _fitting(document)[0] if schema == AUTO else _schema(schema)


def _fitting(recovered: Document) -> tuple[ArticleSchema, str]:
    name, reason = genre_of(recovered)
    return _shipped(name), reason


@cache
def _shipped(name: str) -> ArticleSchema:
    """A shipped schema does not change; many documents of one process share it."""
    return load_schema(name)


def _settled(
    opened: SourceFile, stated: Document, given: ArticleSchema | None, *, verbatim: bool
) -> tuple[Document, ArticleSchema, str]:
    """The recovered document, its schema, and why that schema. What comes recovered stays as it
    is: nobody decides again what an editor may have decided."""
    if not READERS[opened.format].is_recovered:
        return _recovered(stated, given, verbatim=verbatim)
    return (stated, given, ASKED) if given else (stated, *_fitting(stated))


def _recovered(
    document: Document, given: ArticleSchema | None, *, verbatim: bool
) -> tuple[Document, ArticleSchema, str]:
    """The recovered document, its schema, and why that schema.

    What a document is shows in its structure; so where nobody says, it is recovered by the
    schema that holds the words of all kinds, and by the fitting one if that has other words.
    """
    if given:
        return recover_document(document, given, verbatim), given, ASKED
    first = _shipped(FIRST)
    recovered = recover_document(document, first, verbatim)
    fitting, reason = _fitting(recovered)
    if fitting is not first and _words_of(fitting) != _words_of(first):
        recovered = recover_document(document, fitting, verbatim)
    return recovered, fitting, reason


def _words_of(schema: ArticleSchema) -> tuple[object, ...]:
    """All that recovery takes from a schema."""
    return schema.labels, schema.headings, schema.phrases, schema.abbreviations


def _prove(document: Document, place: str) -> None:
    imbalances = ledger.check(document)
    if imbalances:
        found = [
            f"{place_of(document.source, item.span, place)}: {item.code} {item.message}"
            for item in imbalances
        ]
        raise InvariantError(
            f"{place}: the recovered document does not hold exactly the text of the file, which is"
            f" a defect of converter; please report it with these lines:{_listed(found)}"
        )


def _whole(document: Document, schema: ArticleSchema) -> ConvertedDocument:
    return ConvertedDocument(document, schema, {}, requirements.check(document, schema))


def _split(
    document: Document, schema: ArticleSchema, given: ArticleSchema | None
) -> tuple[ConvertedDocument, ...]:
    """A document for each article, proved and checked; by the schema that was given, else by
    the one that fits the article. What is checked still points into the whole file."""
    from converter.pipeline import splitting

    groups = splitting.group_articles(document, schema)
    parts = splitting.split_articles(document, schema)
    for part in parts:
        _prove(part, part.source.name)
    schemas = [given or _fitting(group)[0] for group in groups]
    return tuple(
        ConvertedDocument(part, own, {}, requirements.check(group, own))
        for part, group, own in zip(parts, groups, schemas, strict=True)
    )


def _require(parts: tuple[ConvertedDocument, ...], source: SourceFile, place: str) -> None:
    found = [
        f"{place_of(source, problem.span, place)}: {problem.code} {problem.message}"
        for part in parts
        for problem in part.problems
    ]
    if found:
        raise RequirementError(
            f"{place}: a requirement of the schema is not met; mend the text, or convert without"
            f" --strict:{_listed(found)}"
        )


def _listed(lines: list[str]) -> str:
    rest = len(lines) - LISTED
    shown = lines[:LISTED] + ([f"and {rest} more"] if rest > 0 else [])
    return "".join(f"\n  {line}" for line in shown)


def _with_rendition(
    part: ConvertedDocument, rendition: str, timestamp: int | None
) -> ConvertedDocument:
    options = WriteOptions(part.schema, timestamp)
    data = write_rendition(part.document, rendition, options)
    return replace(part, renditions={**part.renditions, rendition: data})
