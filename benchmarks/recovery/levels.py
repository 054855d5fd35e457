"""How well levels are recovered where every heading is known:
``python benchmarks/recovery/levels.py``.

The truths of all kinds, web pages and Word files included, are written as text whose headings all
stand at one level; what recovery makes of them is compared with what their authors marked. Prints
the figures for each kind and for each document once, whatever its kinds; ``--show`` prints the
documents with mistakes.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import corpus

from converter.model import Heading, Provenance, text_of
from converter.readers import read
from converter.recovery.levels import recover_levels
from converter.recovery.terms import BARE_LINE
from converter.sources import load

_FEWEST = 3
"""Headings of a document that has levels to speak of."""


def main() -> None:
    """Score, and print."""
    corpus.require()
    index = json.loads((corpus.CORPUS / "index.json").read_text())
    by_kind: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    seen: set[str] = set()
    for item in sorted(index, key=lambda item: str(item["name"])):
        truth = corpus.truth(item["name"])
        true = _headings(truth)
        if len(true) < _FEWEST:
            continue
        ours = _recovered(truth)
        counts = _counts(true, ours)
        groups = [item["kind"], *(() if item["doc"] in seen else ("each document once",))]
        for group in groups:
            for place, count in enumerate(counts):
                by_kind[group][place] += count
        if "--show" in sys.argv and item["doc"] not in seen and counts[0] < counts[2]:
            print("\n".join((f"== {item['name']}", *_shown(true, ours))))
        seen.add(item["doc"])
    for kind, (levels, parents, of) in by_kind.items():
        print(f"{kind:20} level {levels / of:.3f}  parent {parents / of:.3f}  of {of}")


def _headings(truth: dict[str, Any]) -> list[tuple[str, int]]:
    return [
        (block["text"], block["level"]) for block in truth["blocks"] if block["type"] == "heading"
    ]


def _recovered(truth: dict[str, Any]) -> list[tuple[str, int]]:
    """The headings with our levels: of the first its own, if it is a headline."""
    document = read(load(_text(truth).encode(), "levels.txt", "text"))
    because = Provenance(BARE_LINE, 0.9)
    blocks = tuple(
        replace(block, provenance=because)
        if isinstance(block, Heading) and block.level > 1
        else block
        for block in document.blocks
    )
    levelled = recover_levels(replace(document, blocks=blocks), corpus.schema())
    return [
        (text_of(block), block.level) for block in levelled.blocks if isinstance(block, Heading)
    ]


def _text(truth: dict[str, Any]) -> str:
    return "\n\n".join(part for block in truth["blocks"] for part in _parts(block) if part) + "\n"


def _parts(block: dict[str, Any]) -> Iterable[str]:
    kind = block["type"]
    if kind == "heading":
        yield ("# " if block["level"] == 1 else "## ") + " ".join(block["text"].split())
    elif kind in ("list", "toc"):
        yield "\n".join(f"- {' '.join(str(item).split())}" for item in block["items"])
    elif kind == "qa":
        for turn in (block["question"], *block["answers"]):
            yield " ".join(turn["text"].split())
    elif kind == "table":
        yield "\n".join(f"| {' | '.join(row)} |" for row in (*block["header"], *block["rows"]))
    else:
        yield from (" ".join(part.split()) for part in block["text"].split("\n\n"))


def _counts(true: list[tuple[str, int]], ours: list[tuple[str, int]]) -> tuple[int, int, int]:
    """How many levels and parents are right, and of how many."""
    scorer = corpus.scorer()
    if len(true) != len(ours):
        return 0, 0, 0
    levels = zip(scorer.rank_levels(true), scorer.rank_levels(ours), strict=True)
    parents = zip(scorer.parents(true), scorer.parents(ours), strict=True)
    return (
        sum(one == other for one, other in levels),
        sum(one == other for one, other in parents),
        len(true),
    )


def _shown(true: list[tuple[str, int]], ours: list[tuple[str, int]]) -> Iterable[str]:
    for (text, level), (_, own) in zip(true, ours, strict=False):
        yield f"  {level} {own} {'  ' * level}{text[:70]}"


if __name__ == "__main__":
    main()
