"""What stands beside the body: notes, comments, the heads and feet of pages.

Notes belong to the document. Comments and page furniture are listed as left out, each once;
a comment is a notice at the words that it is about, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from converter.model import Note, Span
from converter.readers.docx.body import read_blocks
from converter.readers.docx.fields import drop_unpaired
from converter.readers.docx.story import File, Story
from converter.readers.docx.words import plain_text
from converter.readers.docx.xml import W14, W15, W, value
from converter.readers.office.asides import ENDNOTE, FOOTNOTE, Remark, omit_remark
from converter.readers.office.assembly import assemble
from converter.readers.office.pen import Around

if TYPE_CHECKING:
    from converter.model import Block
    from converter.readers.office.xml import Element

_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


class Notes:
    """The footnotes and endnotes of a file, by kind and id."""

    def __init__(self, file: File) -> None:
        self.file = file
        self.nodes: dict[tuple[str, str], Element] = {}
        self.parts: dict[str, str] = {}
        for kind in (FOOTNOTE, ENDNOTE):
            self.parts[kind] = part = file.parts.of_kind(f"{kind}s")
            root = file.parts.package.xml(part) if part else None
            if root is not None:
                drop_unpaired(root)
                self._index(root, kind)

    def _index(self, root: Element, kind: str) -> None:
        """Make the notes of one kind known, without the lines that part them from the text."""
        for node in root.iterfind(f"{W}{kind}"):
            if value(node, "type") in _SEPARATORS:
                continue
            key = (kind, value(node, "id") or "")
            self.nodes.setdefault(key, node)
            self.file.known_notes.add(key)

    def read(self) -> tuple[Note, ...]:
        """The notes that the text refers to, in that order; the others are listed as left out."""
        stories = {kind: Story(self.file, part) for kind, part in self.parts.items()}
        notes: list[Note] = []
        for key in self.file.note_order:  # which grows: a note may refer to another
            pieces = read_blocks(stories[key[0]], self.nodes[key], 0, Around())
            notes.append(Note(self.file.notes[key], assemble(pieces)))
        for key, node in self.nodes.items():
            if key not in self.file.notes:
                _omit(self.file, self.parts[key[0]], node, key[0], "a note that no text refers to")
        return tuple(notes)


class _Comment(NamedTuple):
    """A comment's state: resolved, or an answer to another."""

    is_done: bool = False
    is_reply: bool = False


def omit_comments(file: File) -> None:
    """List the comments as left out, and give a notice of each at its words."""
    part = file.parts.of_kind("comments")
    root = file.parts.package.xml(part) if part else None
    if root is None:
        return
    states = _states(file)
    for count, node in enumerate(root.iterfind(f"{W}comment"), start=1):
        state = _state(node, states)
        anchor = file.anchors.get(value(node, "id") or "")
        remark = Remark(
            value(node, "author") or "",
            value(node, "date") or "",
            plain_text(node),
            Span(anchor[0], max(anchor)) if anchor else None,
            is_resolved=state.is_done,
            is_answer=state.is_reply,
        )
        omit_remark(file.tape, f"{part}, comment {count}", remark)


def _states(file: File) -> dict[str, _Comment]:
    """The state of comments by the id of their last paragraph (MS-DOCX 2.5.4)."""
    part = file.parts.of_kind("commentsExtended")
    root = file.parts.package.xml(part) if part else None
    if root is None:
        return {}
    return {
        node.get(f"{W15}paraId") or "": _Comment(
            (node.get(f"{W15}done") or "0") not in ("0", "false"),
            node.get(f"{W15}paraIdParent") is not None,
        )
        for node in root.iter(f"{W15}commentEx")
    }


def _state(node: Element, states: dict[str, _Comment]) -> _Comment:
    found = (states.get(item.get(f"{W14}paraId") or "") for item in node.iter(f"{W}p"))
    return next((state for state in found if state), _Comment())


def omit_furniture(file: File) -> None:
    """List what stands at the head and the foot of the pages as left out, each text once."""
    seen: set[str] = set()
    for part, kind in file.furniture.items():
        root = file.parts.package.xml(part)
        words = plain_text(root) if root is not None else ""
        if root is not None and words and words not in seen:
            seen.add(words)
            _omit(file, part, root, "furniture", kind)


def read_furniture(file: File, kind: str) -> tuple[Block, ...]:
    """What stands at the head or the foot of the pages, as blocks of the document."""
    blocks: list[Block] = []
    seen: set[str] = set()
    for part in [part for part, own in file.furniture.items() if own == kind]:
        root = file.parts.package.xml(part)
        if root is not None and plain_text(root) not in seen:
            seen.add(plain_text(root))
            drop_unpaired(root)
            blocks += assemble(read_blocks(Story(file, part), root, 0, Around()))
    return tuple(blocks)


def _omit(file: File, part: str, node: Element, kind: str, reason: str) -> None:
    file.tape.line()
    file.tape.here(part)
    file.tape.omit(kind, reason, plain_text(node))
