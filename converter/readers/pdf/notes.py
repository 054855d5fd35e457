"""Footnotes: small type at the foot of a page that begins with the mark which stands, raised, in
the text above it."""

from __future__ import annotations

from collections.abc import Sequence

from converter.patterns import pattern
from converter.readers.pdf import nodes as kinds
from converter.readers.pdf.facts import Fragment
from converter.readers.pdf.lines import Line
from converter.readers.pdf.nodes import Node, all_nodes
from converter.readers.pdf.type_sizes import Body, raised

_MARK = pattern(r"[(\[]?(?:\d{1,3}|[*†‡§]{1,3})[)\].]?")
_SMALLER = 0.95
"""Of the size of the body: notes are set smaller."""

References = dict[tuple[int, Fragment], str]
"""The marks in the text, by their page, with the id of the note they point to."""


def find_notes(nodes: Sequence[Node], body: Body) -> References:
    """Make notes of the paragraphs that are some, and give the marks that point to them."""
    candidates: dict[tuple[int, str], list[Node]] = {}
    marks: dict[tuple[int, str], Fragment] = {}
    for node in all_nodes([*nodes]):
        label = _label(node, body)
        if label:
            candidates.setdefault((_page(node), label), []).append(node)
        elif node.kind != kinds.NOTE:
            for line in node.lines:
                for fragment in line.fragments:
                    if _MARK.fullmatch(fragment.text) and raised(fragment, line) == "superscript":
                        marks.setdefault((line.page, _bare(fragment.text)), fragment)
    references: References = {}
    for key, found in candidates.items():
        mark = marks.get(key)
        if mark is not None and len(found) == 1:
            number = str(len(references) + 1)
            found[0].note = number
            found[0].kind = kinds.NOTE
            references[key[0], mark] = number
    return references


def _page(node: Node) -> int:
    first = _first(node)
    return first.page if first else node.page


def _first(node: Node) -> Line | None:
    """The first line of a node."""
    return next((line for one in all_nodes([node]) for line in one.lines), None)


def _label(node: Node, body: Body) -> str:
    """The mark that a note would begin with; empty for what is none."""
    line = _first(node) if node.kind in (kinds.PARAGRAPH, kinds.NOTE) else None
    if line is None or (len(line.fragments) == 1 and node.kind == kinds.PARAGRAPH):
        return ""
    first = line.fragments[0]
    if not _MARK.fullmatch(first.text):
        return ""
    small = line.size <= _SMALLER * body.size
    is_mark = raised(first, line) == "superscript" or not first.text.endswith(".")
    return _bare(first.text) if node.kind == kinds.NOTE or (small and is_mark) else ""


def _bare(mark: str) -> str:
    return mark.strip("()[].")
