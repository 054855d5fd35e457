"""What paragraphs of a page without tags are by the look of them: headings, captions, items.

A heading is said with its evidence and how sure that is; a line that is only bold stays a
paragraph, and recovery decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from converter.model import MAX_LEVEL, Evidence, Provenance
from converter.readers.pdf import nodes as kinds
from converter.readers.pdf.lines import Line
from converter.readers.pdf.nodes import Node
from converter.readers.pdf.paragraphs import MARK, ends_sentence
from converter.readers.pdf.type_sizes import Body, is_bold

RULE = "read-type-size"
"""Rules of readers begin with ``read-``: what they made is no sign of recovery."""
LARGER = 1.12
"""Times the size of the body: what is set smaller is set as the body is."""
_WEIGHTS = {
    "much larger than the body": 3.0,
    "larger than the body": 2.0,
    "set bold": 1.5,
    "ends as a sentence": -2.0,
    "long": -1.5,
    "many lines": -2.0,
    "hardly any letters": -3.0,
    "an item": -2.0,
}
"""Set by hand: no labelled pages to fit them on. Their sum must reach _THRESHOLD."""
_THRESHOLD = 1.5
_MUCH = 1.35
_LONG = 16
"""Words."""
_MANY = 4
"""Lines; a headline of a narrow column has so many."""
_SAME = 0.3
"""Points between two sizes of one level."""
_CAPTION_GAP = 2.2
"""Sizes of type between a picture and the first baseline of its caption."""
_CAPTION_SIZE = 0.97
"""Of the size of the body: captions are set smaller."""
_CAPTION_LINES = 6


def find_headings(nodes: Sequence[Node], body: Body) -> None:
    """Make headings of the paragraphs that stand out by their size, and give them levels."""
    found: list[tuple[Node, float, bool]] = []
    for node in nodes:
        lines = node.lines
        if node.kind != kinds.PARAGRAPH or not lines:
            continue
        size = max(line.size for line in lines)
        if size < LARGER * body.size:
            continue
        evidence = _evidence(lines, size, body)
        score = sum(one.weight for one in evidence)
        if score >= _THRESHOLD:
            confidence = round(1 / (1 + exp(_THRESHOLD / 2 - score)), 2)
            node.kind = kinds.HEADING
            node.provenance = Provenance(RULE, confidence, evidence, "paragraph")
            bold = is_bold([one for line in lines for one in line.fragments], body)
            found.append((node, size, bold))
    _set_levels(found)


def _evidence(lines: Sequence[Line], size: float, body: Body) -> tuple[Evidence, ...]:
    text = " ".join(line.text for line in lines)
    letters = sum(character.isalpha() for character in text)
    seen = f"{size:g} points against {body.size:g}"
    much = size >= _MUCH * body.size
    held = {
        "much larger than the body": much,
        "larger than the body": not much,
        "set bold": is_bold([one for line in lines for one in line.fragments], body),
        "ends as a sentence": ends_sentence(lines[-1]) and lines[-1].text[-1] not in "?!？！؟",
        "long": len(text.split()) > _LONG,
        "many lines": len(lines) > _MANY,
        "hardly any letters": letters * 2 < len(text),
        "an item": MARK.match(text) is not None,
    }
    return tuple(
        Evidence(name, _WEIGHTS[name], seen if "body" in name else "")
        for name, holds in held.items()
        if holds
    )


def _set_levels(found: Sequence[tuple[Node, float, bool]]) -> None:
    """Levels by rank: the larger over the smaller, the bold over the plain."""
    ranks: list[tuple[float, bool]] = []
    for _, size, bold in sorted(found, key=lambda one: (-one[1], not one[2])):
        if not ranks or ranks[-1][0] - size > _SAME or ranks[-1][1] != bold:
            ranks.append((size, bold))
    for node, size, bold in found:
        level = next(
            index
            for index, rank in enumerate(ranks, 1)
            if abs(rank[0] - size) <= _SAME and rank[1] == bold
        )
        node.level = min(level, MAX_LEVEL)


def take_captions(nodes: list[Node], body: Body) -> list[Node]:
    """The nodes with the paragraphs that stand close below a picture, in smaller type, as its
    captions."""
    found: list[Node] = []
    for node in nodes:
        above = found[-1] if found else None
        if above is not None and above.kind == kinds.FIGURE and _is_caption(node, above, body):
            node.kind = kinds.CAPTION
            above.parts.append(node)
        else:
            found.append(node)
    return found


def _is_caption(node: Node, figure: Node, body: Body) -> bool:
    lines, picture = node.lines, figure.picture
    if node.kind != kinds.PARAGRAPH or not lines or picture is None or figure.parts:
        return False
    first = lines[0]
    return (
        first.page == figure.page
        and len(lines) <= _CAPTION_LINES
        and first.size <= _CAPTION_SIZE * body.size
        and 0 <= first.base - picture.bottom <= _CAPTION_GAP * first.size
        and picture.left - first.size <= first.left <= picture.right
    )
