"""The same answers for machines: JSON values. docs/cli.md has the fields."""

from __future__ import annotations

import json
from typing import TypeAlias

from converter.cli.failures import Failure
from converter.cli.summary import Report, recovered
from converter.model import Document, Notice, Omission, Span
from converter.pipeline import Conversion

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def dumped(value: Json) -> bytes:
    """UTF-8, indented, with a line end after it."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "surrogatepass")


def report_value(report: Report) -> Json:
    """What became of one input that was converted."""
    conversion = report.conversion
    document = conversion.document
    return {
        "input": report.name,
        "status": "done",
        "schema": conversion.schema.name,
        "reason": conversion.reason,
        "documents": len(conversion.parts),
        "recovered": dict(recovered(document)),
        "notices": notice_values(document),
        "omissions": omission_values(document),
        "problems": problem_values(conversion),
        "outputs": [
            {"rendition": output.rendition, "path": output.path, "bytes": output.size}
            for output in report.outputs
        ],
        "saved": report.saved,
    }


def checked_value(name: str, conversion: Conversion) -> Json:
    """What was found in one input that was checked."""
    return {
        "input": name,
        "status": "incomplete" if conversion.problems else "complete",
        "schema": conversion.schema.name,
        "reason": conversion.reason,
        "problems": problem_values(conversion),
    }


def failure_value(failure: Failure) -> Json:
    """What is said of one input that failed."""
    return {
        "input": failure.name,
        "status": "failed",
        "error": failure.message,
        "exit_code": failure.exit_code,
    }


def notice_values(document: Document) -> list[Json]:
    """The notices of a document."""
    return [_notice(notice, document) for notice in document.notices]


def omission_values(document: Document) -> list[Json]:
    """What was left out of a document."""
    return [_omission(omission, document) for omission in document.omissions]


def problem_values(conversion: Conversion) -> list[Json]:
    """What the schema misses in the documents of a conversion."""
    return [
        {
            "code": problem.code,
            "message": problem.message,
            **position(conversion.document, problem.span),
        }
        for problem in conversion.problems
    ]


def position(document: Document, span: Span | None) -> dict[str, Json]:
    """Where a span is: offsets in the reading text, line and column of its start; all null
    without one. Line and column are null too in a file that has no lines; ``place`` says it in
    the format's own words, where it has such."""
    if span is None:
        return {"span": None, "line": None, "column": None}
    start = document.source.locate(span.start)
    where: dict[str, Json] = {
        "span": [span.start, span.end],
        "line": start.line or None,
        "column": start.column or None,
    }
    return {**where, "place": start.name} if start.name else where


def _notice(notice: Notice, document: Document) -> Json:
    return {
        "code": notice.code,
        "severity": notice.severity,
        "message": notice.message,
        "hint": notice.hint,
        **position(document, notice.span),
    }


def _omission(omission: Omission, document: Document) -> Json:
    return {
        "kind": omission.kind,
        "reason": omission.reason,
        "text": omission.text,
        **position(document, omission.span),
    }
