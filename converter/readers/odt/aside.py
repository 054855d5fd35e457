"""What stands beside the body: notes, comments, the heads and feet of pages.

Notes belong to the document. Comments and page furniture are listed as left out, each once;
a comment is a notice at the words that it is about, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from converter.model import Note, Span
from converter.readers.odt.body import read_blocks
from converter.readers.odt.changes import said_of
from converter.readers.odt.names import LOEXT, OFFICE, STYLE, elements, plain_text
from converter.readers.odt.story import File, Story
from converter.readers.odt.styles import Styles
from converter.readers.office.asides import Remark, omit_remark
from converter.readers.office.assembly import assemble
from converter.readers.office.pen import Around

if TYPE_CHECKING:
    from converter.model import Block
    from converter.readers.office.xml import Element

_STYLES = "styles.xml"


def read_notes(story: Story) -> tuple[Note, ...]:
    """The notes in the order of their marks. A note may hold another's mark."""
    file = story.file
    notes: list[Note] = []
    for name, body in file.notes:  # which may grow
        inner = Story(file, f"{story.part}, note {name}", story.styles)
        notes.append(Note(name, assemble(read_blocks(inner, body, 0, Around()))))
    return tuple(notes)


def omit_comments(file: File, part: str) -> None:
    """List the comments as left out, and give a notice of each at its words."""
    for count, comment in enumerate(file.comments, start=1):
        node = comment.node
        remark = Remark(
            said_of(node, "creator"),
            said_of(node, "date"),
            "\n".join(filter(None, map(plain_text, _blocks(node)))),
            Span(comment.start, max(comment.start, comment.end)),
            is_resolved=node.get(f"{LOEXT}resolved") == "true",
            is_answer=bool(node.get(f"{LOEXT}parent-name")),
        )
        omit_remark(file.tape, f"{part}, comment {count}", remark)


def _blocks(comment: Element) -> Iterator[Element]:
    return (one for one in elements(comment) if str(one.tag).rpartition("}")[2] in ("p", "list"))


def _furniture(file: File) -> Iterator[tuple[Element, str]]:
    """The heads, then the feet of the pages, each text once."""
    root = file.opened.styles
    pages = root.iterfind(f"{OFFICE}master-styles/{STYLE}master-page") if root is not None else ()
    found = [one for page in pages for one in elements(page)]
    seen: set[str] = set()
    for kind in ("header", "footer"):
        for node in found:
            is_of_kind = str(node.tag).startswith(STYLE + kind)
            words = plain_text(node) if is_of_kind else ""
            if words and words not in seen and node.get(f"{STYLE}display") != "false":
                seen.add(words)
                yield node, f"page {kind}"


def omit_furniture(file: File) -> None:
    """List what stands at the head and the foot of the pages as left out."""
    for node, kind in _furniture(file):
        file.tape.line()
        file.tape.here(f"{_STYLES}, {kind}")
        file.tape.omit("furniture", kind, plain_text(node))


def read_furniture(file: File, styles: Styles) -> tuple[Block, ...]:
    """What stands at the head and the foot of the pages, as blocks of the document."""
    blocks: list[Block] = []
    for node, kind in _furniture(file):
        story = Story(file, f"{_STYLES}, {kind}", styles)
        blocks += assemble(read_blocks(story, node, 0, Around()))
    return tuple(blocks)
