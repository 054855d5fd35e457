"""What a page holds before it is written down: text in its lines, and what it stands in."""

from __future__ import annotations

from typing import TypeAlias

from converter.model import Provenance
from converter.readers.pdf.facts import Picture
from converter.readers.pdf.lines import Line
from converter.records import field, mutable_record

PARAGRAPH, HEADING, FLOW, LIST, ITEM, LABEL = (
    "paragraph",
    "heading",
    "flow",
    "list",
    "item",
    "label",
)
TURN = "turn"
TABLE, ROW, CELL, CAPTION, FIGURE, QUOTE, NOTE = (
    "table", "row", "cell", "caption", "figure", "quote", "note"
)  # fmt: skip
GROUPS = frozenset((FLOW, ITEM, CELL, QUOTE, NOTE))
"""What holds blocks, and words that are in none."""


@mutable_record
class Node:
    """An element: its kind, its parts in reading order, the level of a heading. A cell may be a
    header; ``note`` is the id of a note; ``mark`` the length of what an item begins with."""

    kind: str
    parts: list[Part] = field(default_factory=list)
    level: int = 0
    is_header: bool = False
    colspan: int = 1
    rowspan: int = 1
    alt: str = ""
    picture: Picture | None = None
    note: str = ""
    page: int = 0
    provenance: Provenance | None = None

    @property
    def lines(self) -> list[Line]:
        """The lines that stand in it itself."""
        return [part for part in self.parts if isinstance(part, Line)]


Part: TypeAlias = Node | Line


def all_nodes(nodes: list[Node]) -> list[Node]:
    """These and all below them, in reading order."""
    found: list[Node] = []
    stack = nodes[::-1]
    while stack:
        node = stack.pop()
        found.append(node)
        stack += [part for part in reversed(node.parts) if isinstance(part, Node)]
    return found
