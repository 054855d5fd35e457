"""What a conversion came to, in a few lines for a person.

The values of this room are named tuples: a dataclass costs half a millisecond at every start.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from converter.cli.console import Line, Part
from converter.model import (
    ERROR,
    INFO,
    WARNING,
    BulletList,
    Document,
    Exchange,
    OrderedList,
    Section,
    Table,
    walk,
)
from converter.pipeline import Conversion, place_of

KINDS = ("article", "section", "exchange", "table", "list")
"""What is counted, in this order."""

SEVERITIES: tuple[tuple[str, str, str], ...] = (
    (ERROR, "error", "bad"),
    (WARNING, "warning", "warning"),
    (INFO, "note", "faint"),
)
"""The severities of notices, worst first: what one is called in a count, and its style."""

LABEL_COLUMNS = 11
"""Room for the words before each line of a summary."""


class Output(NamedTuple):
    """One file that was written, or would have been: its rendition, path and size in bytes."""

    rendition: str
    path: str
    size: int


class Report(NamedTuple):
    """What became of one input. ``times`` has the seconds that each stage took; ``saved`` is
    false after a dry run."""

    name: str
    conversion: Conversion
    outputs: tuple[Output, ...]
    times: tuple[tuple[str, float], ...] = ()
    saved: bool = True


def recovered(document: Document) -> dict[str, int]:
    """How many there are of each of KINDS."""
    found: Counter[str] = Counter()
    for node in walk(document.blocks):
        match node:
            case Section(role="article"):
                found["article"] += 1
            case Section():
                found["section"] += 1
            case Exchange():
                found["exchange"] += 1
            case Table():
                found["table"] += 1
            case BulletList() | OrderedList():
                found["list"] += 1
    return {kind: found[kind] for kind in KINDS}


def counted(number: int, word: str) -> str:
    """A number and its word, in the plural where it needs it.

    >>> counted(1, "table"), counted(2_500, "table")
    ('1 table', '2,500 tables')
    """
    return f"{number:,} {word}" + ("" if number == 1 else "s")


def size_of(size: int) -> str:
    """A number of bytes, short.

    >>> size_of(999), size_of(41_312), size_of(2_450_000)
    ('999 B', '41 kB', '2.5 MB')
    """
    kilo, mega = 1_000, 1_000_000
    if size < kilo:
        return f"{size} B"
    return f"{size / kilo:.0f} kB" if size + kilo / 2 < mega else f"{size / mega:.1f} MB"


def summary(report: Report, *, verbose: bool) -> list[Line]:
    """The lines for a person: what it is, what was recovered, notices, where the files lie."""
    conversion = report.conversion
    document = conversion.document
    lines: list[Line] = [(("strong", report.name),)]
    lines.append(_row("schema", f"{conversion.schema.name} ({conversion.reason})"))
    counts = recovered(document).items()
    found = [counted(number, kind) for kind, number in counts if number]
    lines.append(_row("recovered", ", ".join(found) or "paragraphs only"))
    if document.notices or document.omissions:
        lines.append(_notices_row(document, verbose=verbose))
    if verbose:
        lines += notice_lines(document, report.name)
    if conversion.problems:
        lines.append(_problems_row(len(conversion.problems), conversion.schema.name))
    lines += _output_rows(report)
    if verbose and report.times:
        times = ", ".join(f"{stage} {1000 * seconds:.0f} ms" for stage, seconds in report.times)
        lines.append(_row("times", times))
    return lines


def notice_lines(document: Document, name: str) -> list[Line]:
    """Every notice: its place as ``file:line:column``, what it says, and what to do."""
    styles = {severity: (word, style) for severity, word, style in SEVERITIES}
    lines: list[Line] = []
    for notice in document.notices:
        word, style = styles[notice.severity]
        place = place_of(document.source, notice.span, name)
        hint = f"; {notice.hint}" if notice.hint else ""
        head = f"{word} {notice.code}"
        lines.append(("  ", place, ": ", (style, head), f" {notice.message}{hint}"))
    return lines


def problem_lines(conversion: Conversion, name: str) -> list[Line]:
    """What the schema misses, each with its place."""
    source = conversion.document.source
    return [
        (place_of(source, item.span, name), ": ", ("bad", item.code), f" {item.message}")
        for item in conversion.problems
    ]


def _row(label: str, *parts: Part) -> Line:
    return (("faint", f"  {label:<{LABEL_COLUMNS}}"), *parts)


def _notices_row(document: Document, *, verbose: bool) -> Line:
    severities = Counter(notice.severity for notice in document.notices)
    parts: list[Part] = []
    for severity, word, style in SEVERITIES:
        if severities[severity]:
            parts += [", ", (style, counted(severities[severity], word))]
    if document.omissions:
        parts += [", ", counted(len(document.omissions), "piece"), " left out"]
    if not verbose:
        parts.append(("faint", "  (-v shows them)"))
    return _row("notices", *parts[1:])


def _problems_row(number: int, schema: str) -> Line:
    missing = f"{counted(number, 'requirement')} of {schema} not met"
    return _row("missing", ("warning", missing), ("faint", "  (converter check lists them)"))


def _output_rows(report: Report) -> list[Line]:
    label = "saved" if report.saved else "would save"
    width = max((len(output.path) for output in report.outputs), default=0)
    return [
        _row("" if number else label, f"{output.path:<{width}}  ", ("faint", size_of(output.size)))
        for number, output in enumerate(report.outputs)
    ]
