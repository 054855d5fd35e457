"""Names on lines of their own over what is said: short, bold, small, the same ones again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.model import Evidence, Provenance
from converter.readers.pdf import nodes as kinds
from converter.readers.pdf.nodes import Node, all_nodes
from converter.readers.pdf.paragraphs import ends_sentence
from converter.readers.pdf.type_sizes import Body, is_bold

RULE = "read-speaker-line"
_EVIDENCE = (
    Evidence("small and bold, close over a paragraph", 1.0),
    Evidence("lines like it come again and again", 1.0),
)
_CONFIDENCE = 0.85
"""Set by hand: signs of a form that few other things have, and no labelled pages to count on."""
_SMALLER = 0.92
"""Of the size of what stands below."""
_WORDS = 5
_CLOSE = 1.7
"""Sizes of type from the baseline of the name to the next."""
_LEAST, _LEAST_NAMES = 4, 2
"""Such lines in a document, and names among them; and one of them comes again."""


def turns_of(nodes: Sequence[Node], body: Body) -> list[Node]:
    """The nodes of a document, with such lines and the paragraphs below them as turns."""
    root = Node(kinds.FLOW, [*nodes])
    pairs = [pair for parent in all_nodes([root]) for pair in _pairs(parent, body)]
    names = Counter(_text(label) for _, label, _ in pairs)
    if len(pairs) < _LEAST or len(names) < _LEAST_NAMES or max(names.values()) == 1:
        return [*nodes]
    because = Provenance(RULE, _CONFIDENCE, _EVIDENCE, "paragraph")
    for parent, label, speech in pairs:
        turn = Node(kinds.TURN, [label, speech], page=label.page, provenance=because)
        at = next(index for index, part in enumerate(parent.parts) if part is label)
        parent.parts[at : at + 2] = [turn]
    return [part for part in root.parts if isinstance(part, Node)]


def _pairs(parent: Node, body: Body) -> Iterator[tuple[Node, Node, Node]]:
    if parent.kind != kinds.FLOW:
        return
    for label, speech in pairwise(parent.parts):
        if isinstance(label, Node) and isinstance(speech, Node) and _is_name(label, speech, body):
            yield parent, label, speech


def _is_name(label: Node, speech: Node, body: Body) -> bool:
    if label.kind != kinds.PARAGRAPH or speech.kind != kinds.PARAGRAPH:
        return False
    own, below = label.lines, speech.lines
    if len(own) != 1 or not below or len(own) != len(label.parts):
        return False
    line, first = own[0], below[0]
    return (
        line.size <= _SMALLER * first.size
        and is_bold(line.fragments, body)
        and len(line.text.split()) <= _WORDS
        and any(character.isalpha() for character in line.text)
        and not ends_sentence(line)
        and line.page == first.page
        and 0 < first.base - line.base <= _CLOSE * first.size
    )


def _text(label: Node) -> str:
    return " ".join(line.text for line in label.lines)
