"""Whether confidence means something: ``make reliability``.

Of the headings with a confidence of about p, how many are headings in the truth; the same for
questions with their answers. Printed as a table, and drawn to benchmarks/recovery/reliability.svg.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import corpus

from converter.model import Document, Exchange, Heading, Node, text_of, walk
from converter.recovery import recover

_BINS = ((0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 0.95), (0.95, 1.01))
TARGET = Path(__file__).with_suffix(".svg")


def main() -> None:
    """Print the table, draw the plot."""
    corpus.require()
    judged: dict[str, list[tuple[float, bool]]] = {"headings": [], "exchanges": []}
    for entry in corpus.entries():
        if entry.kind == "h2t":
            continue
        document = recover(corpus.document(entry.name), corpus.schema())
        truth = corpus.truth(entry.name)
        judged["headings"] += _judge(document, Heading, _headings(truth))
        judged["exchanges"] += _judge(document, Exchange, _questions(truth))
    rows = {name: list(_rows(pairs)) for name, pairs in judged.items()}
    for name, row in rows.items():
        print(f"{name}\n   said  right  nodes")
        for said, right, count in row:
            print(f"   {said:.2f}   {right:.2f}  {count:5}")
    TARGET.write_text(_svg(rows), encoding="utf-8")
    print(f"drawn: {TARGET.relative_to(corpus.ROOT)}")


def _headings(truth: dict[str, Any]) -> list[Any]:
    """The true headings; a question that was set as one is one, too."""
    texts = [block["text"] for block in truth["blocks"] if block["type"] == "heading"]
    texts += [block["caption"] for block in truth["blocks"] if block.get("caption_as_heading")]
    return [corpus.scorer().toks(text) for text in texts] + _questions(truth)


def _questions(truth: dict[str, Any]) -> list[Any]:
    questions = [block["question"]["text"] for block in truth["blocks"] if block["type"] == "qa"]
    return [corpus.scorer().toks(text) for text in questions]


def _judge(
    document: Document, kind: type[Heading] | type[Exchange], true: list[Any]
) -> Iterable[tuple[float, bool]]:
    """The confidence of each recovered node of a kind, and whether the truth has it."""
    scorer = corpus.scorer()
    left = list(true)
    for node in walk(document.blocks):
        if not isinstance(node, kind) or node.provenance is None:
            continue
        words = scorer.toks(text_of(*_named_by(node)))
        found = next((at for at, other in enumerate(left) if _alike(other, words)), None)
        if found is not None:
            del left[found]
        yield node.provenance.confidence, found is not None


def _named_by(node: Heading | Exchange) -> tuple[Node, ...]:
    return node.question.blocks if isinstance(node, Exchange) else (node,)


def _alike(one: Any, other: Any) -> bool:
    scorer = corpus.scorer()
    return bool(one) and bool(scorer.sim(one, other) >= scorer.SIM)


def _rows(pairs: list[tuple[float, bool]]) -> Iterable[tuple[float, float, int]]:
    for low, high in _BINS:
        inside = [(said, right) for said, right in pairs if low <= said < high]
        if inside:
            said = sum(value for value, _ in inside) / len(inside)
            yield said, sum(right for _, right in inside) / len(inside), len(inside)


def _svg(rows: dict[str, list[tuple[float, float, int]]]) -> str:
    """A square with its diagonal, a dot for each bin; what lies on the diagonal is honest."""
    colours = {"headings": "#7a1020", "exchanges": "#1f4e79"}
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 340 340" font-family="sans-serif"',
        ' font-size="10"><rect width="340" height="340" fill="#fff"/>',
        '<path d="M40 300V20M40 300H320M40 300L320 20" stroke="#888" fill="none"/>',
        '<text x="150" y="325">confidence said</text>',
        '<text transform="rotate(-90 15 200)" x="15" y="200">share right</text>',
    ]
    for place, (name, row) in enumerate(rows.items()):
        parts.append(f'<text x="60" y="{40 + 14 * place}" fill="{colours[name]}">{name}</text>')
        for said, right, count in row:
            x, y, size = 40 + 280 * said, 300 - 280 * right, 2 + min(6.0, count**0.5 / 3)
            dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{colours[name]}"/>'
            parts.append(dot)
    return "".join(parts) + "</svg>\n"


if __name__ == "__main__":
    main()
