"""The structure tree of a file, where it has one that can be trusted, as nodes.

Standard structure types: ISO 32000-1, 14.8.4; ISO 32000-2, 14.8.4. An element that goes over
several pages is one node.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import MAX_LEVEL
from converter.readers.pdf import nodes as kinds
from converter.readers.pdf.facts import NO_TAG, Fragment, Page, Tag
from converter.readers.pdf.lines import Line, line_of
from converter.readers.pdf.nodes import Node
from converter.readers.pdf.paragraphs import ends_sentence
from converter.records import field, mutable_record

_KINDS = {
    "P": kinds.PARAGRAPH, "H": kinds.HEADING, "Title": kinds.HEADING,
    "L": kinds.LIST, "LI": kinds.ITEM, "Lbl": kinds.LABEL, "LBody": kinds.FLOW,
    "Table": kinds.TABLE, "TR": kinds.ROW, "TH": kinds.CELL, "TD": kinds.CELL,
    "Caption": kinds.CAPTION, "Figure": kinds.FIGURE, "Formula": kinds.FLOW,
    "BlockQuote": kinds.QUOTE, "TOCI": kinds.PARAGRAPH,
    "Document": kinds.FLOW, "DocumentFragment": kinds.FLOW, "Part": kinds.FLOW, "Art": kinds.FLOW,
    "Sect": kinds.FLOW, "Div": kinds.FLOW, "Aside": kinds.FLOW, "TOC": kinds.FLOW,
    "Index": kinds.FLOW, "THead": kinds.FLOW, "TBody": kinds.FLOW, "TFoot": kinds.FLOW,
    "Note": kinds.NOTE, "FENote": kinds.NOTE,
    **{f"H{level}": kinds.HEADING for level in range(1, MAX_LEVEL + 1)},
}  # fmt: skip
"""What elements are. All others (Span, Link, NonStruct) are transparent."""
_STATING = frozenset(("P", "L", "Table", "TOCI", "H", *(f"H{level}" for level in range(1, 7))))
"""Elements that say something of the text in them; a tree without any says nothing."""
_TRUSTED = 0.9
"""The share of the characters that must stand in such elements."""
_UNTITLED_LEVEL = 2
"""Of a heading without a level."""
_SAME_LINE = 0.5
_BACK = 0.35


def is_trusted(pages: Sequence[Page]) -> bool:
    """Whether the tags of a file say what its text is."""
    total = stated = 0
    for page in pages:
        stating = _stating(page.tags)
        held = {number for number, index in page.order if stating[index]}
        for fragment in page.fragments:
            if not fragment.hidden and fragment.tag >= NO_TAG:
                total += len(fragment.text)
                stated += len(fragment.text) if fragment.tag in held else 0
    return total > 0 and stated >= _TRUSTED * total


def _stating(tags: Sequence[Tag]) -> list[bool]:
    found: list[bool] = []
    for tag in tags:
        found.append(tag.kind in _STATING or (tag.parent >= 0 and found[tag.parent]))
    return found


@mutable_record
class _Tree:
    """The nodes by the keys of their elements, and, by identity, the parents of those that wait for
    their place among the words round them."""

    root: Node = field(default_factory=lambda: Node(kinds.FLOW))
    nodes: dict[str, Node] = field(default_factory=dict)
    waiting: dict[int, Node] = field(default_factory=dict)

    def place(self, node: Node) -> None:
        """Put a node, and those that hold it, behind what was placed before."""
        found: list[tuple[Node, Node]] = []
        while (parent := self.waiting.pop(id(node), None)) is not None:
            found.append((parent, node))
            node = parent
        for parent, child in found:
            parent.parts.append(child)


def tree_of(pages: Sequence[Page], leftover: Sequence[Sequence[Line]]) -> list[Node]:
    """The nodes of a file whose tags are trusted. ``leftover`` has, for each page, the lines that
    no tag holds; they come behind the rest of their page."""
    tree = _Tree()
    for number, page in enumerate(pages):
        held: dict[int, list[Fragment]] = {}
        for fragment in page.fragments:
            if not fragment.hidden and fragment.tag >= 0:
                held.setdefault(fragment.tag, []).append(fragment)
        pictures = {picture.tag: picture for picture in page.pictures}
        owners = _owners(tree, page, number)
        used: set[int] = set()
        for tag, index in page.order:
            node = owners[index]
            tree.place(node)
            if tag == NO_TAG or tag in used:
                continue
            used.add(tag)
            if node.kind == kinds.FIGURE and node.picture is None:
                node.picture = pictures.get(tag)
            _append(node, held.get(tag, []), number)
        tree.root.parts += leftover[number]
    return [part for part in _settled(tree.root).parts if isinstance(part, Node)]


def _owners(tree: _Tree, page: Page, number: int) -> list[Node]:
    """For each element of the page the node that what it holds belongs to."""
    owners: list[Node] = []
    for tag in page.tags:
        parent = owners[tag.parent] if tag.parent >= 0 else tree.root
        kind = _KINDS.get(tag.kind)
        if kind is None:
            owners.append(parent)
            continue
        node = tree.nodes.get(tag.key)
        if node is None:
            node = tree.nodes[tag.key] = _node(tag, kind, number)
            tree.waiting[id(node)] = parent
        owners.append(node)
    return owners


def _node(tag: Tag, kind: str, number: int) -> Node:
    level = 0
    if kind == kinds.HEADING:
        level = 1 if tag.kind == "Title" else int(tag.kind[1:] or _UNTITLED_LEVEL)
    return Node(
        kind,
        level=level,
        is_header=tag.kind == "TH",
        colspan=tag.colspan,
        rowspan=tag.rowspan,
        alt=tag.alt,
        page=number,
    )


def _append(node: Node, fragments: Sequence[Fragment], page: int) -> None:
    """Add text to a node, in its order: to the line that it goes on, or as new ones."""
    for fragment in fragments:
        last = node.parts[-1] if node.parts else None
        if isinstance(last, Line) and last.page == page and _goes_on(last, fragment):
            last.fragments.append(fragment)
        else:
            node.parts.append(line_of(page, [fragment]))


def _goes_on(line: Line, fragment: Fragment) -> bool:
    size = max(line.size, fragment.size)
    last = line.fragments[-1]
    forward = fragment.left >= last.right - _BACK * size or fragment.right <= last.left + size
    return forward and abs(fragment.base - line.base) <= _SAME_LINE * size


def _settled(root: Node) -> Node:
    """The tree with its columns measured, and without what holds nothing."""
    for node in kinds.all_nodes([root])[::-1]:
        node.parts = [
            part
            for part in node.parts
            if isinstance(part, Line) or part.parts or part.kind in (kinds.FIGURE, kinds.CELL)
        ]
        # A line grew by fragments; now that it is whole, its box is measured.
        node.parts = [
            line_of(part.page, part.fragments) if isinstance(part, Line) else part
            for part in node.parts
        ]
        lines = node.lines
        for line in lines:
            line.column = (min(one.left for one in lines), max(one.right for one in lines))
        if node.kind in kinds.GROUPS:
            node.parts = _joined(_wrapped(node))
    return root


def _wrapped(node: Node) -> list[Node | Line]:
    """Words that stand in no element of their own as paragraphs."""
    parts: list[Node | Line] = []
    for part in node.parts:
        if not isinstance(part, Line):
            parts.append(part)
        elif parts and isinstance(parts[-1], Node) and parts[-1].note == _OPEN:
            parts[-1].parts.append(part)
        else:
            parts.append(Node(kinds.PARAGRAPH, [part], note=_OPEN, page=part.page))
    for made in parts:
        if isinstance(made, Node) and made.note == _OPEN:
            made.note = ""
    return parts


def _joined(parts: list[Node | Line]) -> list[Node | Line]:
    """The parts with those paragraphs as one that a printer tagged anew on the next page, in
    mid-sentence."""
    found: list[Node | Line] = []
    for part in parts:
        above = found[-1] if found else None
        if _goes_on_overleaf(above, part):
            assert isinstance(above, Node)
            assert isinstance(part, Node)
            above.parts += part.parts
        else:
            found.append(part)
    return found


def _goes_on_overleaf(above: Node | Line | None, part: Node | Line) -> bool:
    if not (isinstance(above, Node) and isinstance(part, Node) and above.lines and part.lines):
        return False
    last, first = above.lines[-1], part.lines[0]
    return (
        above.kind == part.kind == kinds.PARAGRAPH
        and first.page == last.page + 1
        and last is above.parts[-1]
        and first is part.parts[0]
        and not ends_sentence(last)
        and (first.text[:1].islower() or last.text[-1:] in ",-‐")
    )


_OPEN = "open"
