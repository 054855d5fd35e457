"""``converter inspect``: the recovered tree of one input, and why it is thought to be so."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from converter.cli.console import Console, Line, cut
from converter.cli.opening import converted, shown
from converter.cli.options import add_input_arguments, add_report_argument
from converter.cli.summary import counted, notice_lines, recovered
from converter.cli.tree import Item, described, items_of, provenances
from converter.cli.values import Json, dumped, notice_values, omission_values, position
from converter.cli.why import why_lines
from converter.model import Document, Location, Provenance, SourceFile
from converter.patterns import pattern
from converter.pipeline import Conversion
from converter.readers import READERS
from converter.records import record

DESCRIPTION = """\
Each line of the tree has the line of the file where a node begins (in a file of a word processor
its paragraph: ¶12), how sure the program is of it (from 0 to 1; nothing stands there for what the
file itself states), its kind, and its first words. Nothing is written."""

EXAMPLES = """
converter inspect article.txt
converter inspect article.txt --why | less
    below each recovered node: the rule, what the node would else have been, and what the rule
    saw that speaks for it and against it
converter inspect article.txt --format json | jq '.tree[0].kind'
"""

UNSURE = 0.6
"""Below it a decision was close, and its number is coloured for the eye to stop at."""

PLACE, SURE = 6, 6
"""Columns for the number of a line (up to 99,999) and for how sure we are."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_input_arguments(parser, several=False)
    parser.add_argument("--why", action="store_true", help="the evidence for each recovered node")
    parser.add_argument(
        "--verbatim", action="store_true", help="add no character, not even a missing space"
    )
    add_report_argument(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Show the tree on standard output."""
    (name,) = arguments.inputs
    conversion = converted(name, arguments, console)
    if arguments.report == "json":
        console.out.bytes(dumped(_value(shown(name), conversion)))
        return 0
    document = conversion.document
    view = View(document.source, console.out.columns, why=arguments.why)
    lines = [*_head(shown(name), conversion), ()]
    for item in items_of(document.blocks):
        lines += _branch(item, view)
    for note in document.notes:
        lines.append((" " * (PLACE + SURE), ("strong", "note"), f" {note.id}"))
        for item in items_of(note.blocks):
            lines += _branch(item, view, "   ", "   ")
    notices = notice_lines(document, shown(name))
    console.out.lines([*lines, *([(), *notices] if notices else [])])
    return 0


@record()
class View:
    """How a tree is shown: for lines of this many columns, with evidence or without."""

    source: SourceFile
    columns: int
    why: bool


def _head(name: str, conversion: Conversion) -> list[Line]:
    document = conversion.document
    source = document.source
    reader = READERS.get(source.format)
    title = reader.title if reader else source.format
    facts = f"{title}, {counted(source.characters, 'character')}, {source.encoding}"
    counts = recovered(document).items()
    found = ", ".join(counted(number, kind) for kind, number in counts if number)
    return [
        (("strong", name), ("faint", f"  {facts}")),
        (("faint", "schema     "), f"{conversion.schema.name} ({conversion.reason})"),
        (("faint", "recovered  "), found or "paragraphs only"),
    ]


def _branch(item: Item, view: View, corner: str = "", stem: str = "") -> Iterator[Line]:
    """The line of an item and of all below it. ``corner`` leads to its own line, ``stem``
    stands before those below it."""
    yield _line(item, view, corner)
    if view.why:
        before = " " * (PLACE + SURE) + stem + ("│ " if item.children else "  ")
        for provenance in provenances(item):
            yield from why_lines(provenance, before, view.columns)
    for child in item.children:
        is_last = child is item.children[-1]
        below = ("└─ ", "   ") if is_last else ("├─ ", "│  ")
        yield from _branch(child, view, stem + below[0], stem + below[1])


def _line(item: Item, view: View, corner: str) -> Line:
    line = number_of(view.source.locate(item.span.start)) if item.span else ""
    found = provenances(item)
    sure = f"{found[0].confidence:.2f}" if found else ""
    style = "warning" if found and found[0].confidence < UNSURE else "faint"
    about = described(item)
    kind, _, facts = about.partition(" ")
    used = PLACE + SURE + len(corner) + len(about) + 2
    return (
        ("faint", f"{line:>{PLACE - 1}} "),
        (style, f"{sure:>{SURE - 2}}  "),
        ("faint", corner),
        ("strong", kind),
        f" {facts}" if facts else "",
        ("faint", f"  {cut(item.words, view.columns - used)}" if item.words else ""),
    )


_PARAGRAPH = pattern(r"\bparagraph (\d+)")


def number_of(place: Location) -> str:
    """The number of a place that stands in front of a line of the tree: its line; in a file
    without lines, its paragraph.

    >>> number_of(Location(12, 1)), number_of(Location(0, 0, "word/document.xml, paragraph 7"))
    ('12', '¶7')
    """
    if place.line:
        return str(place.line)
    paragraph = _PARAGRAPH.search(place.name)
    return f"¶{paragraph[1]}" if paragraph else ""


def _value(name: str, conversion: Conversion) -> Json:
    document = conversion.document
    source = document.source
    tree: list[Json] = [_item_value(item, document) for item in items_of(document.blocks)]
    notes: list[Json] = [
        {"id": note.id, "tree": [_item_value(item, document) for item in items_of(note.blocks)]}
        for note in document.notes
    ]
    return {
        "input": name,
        "format": source.format,
        "encoding": source.encoding,
        "characters": source.characters,
        "schema": conversion.schema.name,
        "reason": conversion.reason,
        "recovered": dict(recovered(document)),
        "tree": tree,
        "notes": notes,
        "notices": notice_values(document),
        "omissions": omission_values(document),
    }


def _item_value(item: Item, document: Document) -> Json:
    value: dict[str, Json] = {
        "kind": item.kind,
        **item.facts,
        **position(document, item.span),
        "words": item.words,
        "provenance": _provenance_value(item.provenance),
    }
    if item.heading:
        value["heading"] = _item_value(item.heading, document)
    value["children"] = [_item_value(child, document) for child in item.children]
    return value


def _provenance_value(provenance: Provenance | None) -> Json:
    if provenance is None:
        return None
    evidence: list[Json] = [
        {"name": item.name, "weight": item.weight, "detail": item.detail}
        for item in provenance.evidence
    ]
    return {
        "rule": provenance.rule,
        "confidence": provenance.confidence,
        "runner_up": provenance.runner_up,
        "evidence": evidence,
    }
