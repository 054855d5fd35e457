"""Scores recovery on the corpus: ``make score``.

python benchmarks/recovery/scores.py                    one line per kind, read and unread part
python benchmarks/recovery/scores.py --worst heading    the worst documents of a metric
python benchmarks/recovery/scores.py --show NAME        where a document differs from its truth,
                                                       and the evidence of each wrong heading
"""

from __future__ import annotations

import argparse
import difflib
import json
from collections.abc import Iterator
from typing import Any

import corpus

from converter.model import Document, Heading, text_of, walk
from converter.recovery import recover
from converter.writers import WriteOptions, write

_SHORT = {
    "heading": "head", "heading_parent": "parent", "heading_level": "level", "boundary": "bound",
    "list_item": "item", "quote": "quote", "table": "table", "table_cell": "cell",
    "table_header": "header", "table_caption": "caption", "toc_item": "toc", "qa": "Q&A",
    "qa_question": "quest", "qa_speaker": "speaker", "qa_false_alarm": "alarm", "kept": "kept",
    "invented": "invent",
}  # fmt: skip


def main() -> None:
    """Score, and print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--worst", metavar="METRIC", choices=sorted(_SHORT))
    parser.add_argument("--show", metavar="NAME")
    parser.add_argument("--kind", choices=corpus.KINDS)
    parser.add_argument("--most", type=int, default=15)
    arguments = parser.parse_args()
    corpus.require()
    if arguments.show:
        print("\n".join(_difference(arguments.show)))
        return
    scored = {entry: _score(entry.name) for entry in corpus.entries()}
    if arguments.worst:
        _print_worst(scored, arguments.worst, arguments.kind, arguments.most)
    else:
        _print_table(scored)


def recovered(name: str) -> tuple[Document, dict[str, Any]]:
    """A document of the corpus, recovered, and its outline."""
    schema = corpus.schema()
    document = recover(corpus.document(name), schema)
    outline = json.loads(write(document, "outline", WriteOptions(schema)))
    return document, outline


def _score(name: str) -> dict[str, tuple[float, ...]]:
    _, outline = recovered(name)
    counts: dict[str, tuple[float, ...]] = corpus.scorer().score_doc(
        corpus.truth(name), outline, corpus.text(name), "txt"
    )
    return counts


def _print_table(scored: dict[corpus.Entry, dict[str, tuple[float, ...]]]) -> None:
    print(" " * 14 + "".join(f"{short:>8}" for short in _SHORT.values()))
    for kind in corpus.KINDS:
        for part in (False, True):
            rows = [
                counts
                for entry, counts in scored.items()
                if entry.kind == kind and entry.unread == part
            ]
            if not rows:
                continue
            summary = corpus.scorer().summarise(rows)
            values = [summary[metric] for metric in _SHORT]
            cells = "".join("       -" if v is None else f"{v['micro']:8.3f}" for v in values)
            print(f"{kind} {'unread' if part else 'read':6} {len(rows):3}" + cells)


def _print_worst(
    scored: dict[corpus.Entry, dict[str, tuple[float, ...]]],
    metric: str,
    kind: str | None,
    most: int,
) -> None:
    """The documents with most mistakes; those of the unread part stay unnamed."""
    mistakes = []
    for entry, counts in scored.items():
        right, *of = counts[metric]
        wrong = sum(of) - len(of) * right
        if wrong > 0 and (kind is None or entry.kind == kind):
            mistakes.append((wrong, "(unread)" if entry.unread else entry.name, counts[metric]))
    for wrong, name, measured in sorted(mistakes, reverse=True, key=lambda item: item[0])[:most]:
        print(f"{wrong:6.0f}  {name}  {measured}")


def _difference(name: str) -> Iterator[str]:
    if any(entry.unread and entry.name == name for entry in corpus.entries()):
        yield f"{name} is of the unread part"
        return
    document, outline = recovered(name)
    true, ours = list(_lines(corpus.truth(name))), list(_lines(outline))
    yield from difflib.unified_diff(true, ours, "truth", "recovered", lineterm="", n=1)
    headings = {line.split(" ", 1)[1] for line in true if line.startswith("heading")}
    for node in walk(document.blocks):
        if isinstance(node, Heading) and node.provenance and text_of(node)[:60] not in headings:
            signs = sorted(node.provenance.evidence, key=lambda sign: -abs(sign.weight))
            why = ", ".join(f"{sign.name} {sign.weight:+.1f}" for sign in signs[:8])
            yield f"? {text_of(node)[:60]}: {node.provenance.rule}, {why}"


def _lines(outline: dict[str, Any]) -> Iterator[str]:
    for block in outline["blocks"]:
        kind = block["type"]
        if kind == "qa":
            yield f"question [{block['question']['speaker']}] {block['question']['text'][:60]}"
            for answer in block["answers"]:
                yield f"  answer [{answer['speaker']}] {answer['text'][:60]}"
        elif kind in ("list", "toc"):
            yield from (f"{kind} {item[:60]}" for item in block["items"])
        elif kind == "table":
            yield f"table {block['caption']} {block['header']} {len(block['rows'])} rows"
        else:
            yield f"{kind} {block['text'][:60]}"


if __name__ == "__main__":
    main()
