"""The inline content of a paragraph: text, and all that stands in it.

A stack of iterators takes the place of recursion. What is unknown is entered, so that no words are
lost in an element that a later program adds. OpenDocument 1.3, Part 3, 6 and 7.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from converter.readers.atoms import NOTE, Atom
from converter.readers.odt.names import (
    DRAW,
    MATH,
    OFFICE,
    TEXT,
    XLINK,
    collapsed,
    mixed,
    plain_text,
    spaces,
)
from converter.readers.odt.story import Comment, Story
from converter.readers.office.asides import ENDNOTE, FOOTNOTE
from converter.readers.office.pen import Around
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

_SKIPPED = frozenset(
    f"{TEXT}{name}"
    for name in (
        "bookmark", "bookmark-start", "bookmark-end", "reference-mark", "reference-mark-start",
        "reference-mark-end", "soft-page-break", "toc-mark", "toc-mark-start", "toc-mark-end",
        "alphabetical-index-mark", "alphabetical-index-mark-start", "alphabetical-index-mark-end",
        "user-index-mark", "user-index-mark-start", "user-index-mark-end", "tracked-changes",
    )
) | {f"{OFFICE}event-listeners"}  # fmt: skip
"""What shows nothing in the text."""
_LEFT_OUT = {
    f"{TEXT}placeholder": ("placeholder", "the prompt of an empty form field"),
    f"{TEXT}hidden-text": ("hidden", "text that a condition hides"),
    f"{TEXT}script": ("script", "a script"),
}
_MATH_WORDS = tuple(f"{MATH}{name}" for name in ("mi", "mn", "mo", "mtext", "ms"))


@mutable_record
class Content:
    """What a paragraph holds: its atoms, the drawings in it, blocks that were taken out of it,
    and the label that a field counts in it (``Figure``)."""

    atoms: list[Atom] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    removed: list[tuple[Element, Around]] = field(default_factory=list)
    sequence: str = ""


@mutable_record
class Walk:
    """One walk: where it is, what was found; whether white space now would follow other."""

    story: Story
    content: Content
    stack: list[tuple[Iterator[Element | str], Around]] = field(default_factory=list)
    after_space: bool = True

    def enter(self, nodes: Iterable[Element | str], around: Around) -> None:
        """Go into these."""
        self.stack.append((iter(nodes), around))

    def words(self, text: str, around: Around) -> None:
        """Characters as they stand in the XML: white space counts once (6.1.2)."""
        text = collapsed(text)
        if self.after_space:
            text = text.removeprefix(" ")
        if text:
            self.after_space = text.endswith(" ")
            self.write(text, around)

    def write(self, text: str, around: Around) -> None:
        """Characters of the document, or of what is left out of it."""
        atom = self.story.file.pen.write(text, self.story.changed(around))
        if atom:
            self.content.atoms.append(atom)

    def line_break(self, around: Around) -> None:
        """A break, unless it is left out."""
        self.after_space = True
        atom = self.story.file.pen.line_break(self.story.changed(around))
        if atom:
            self.content.atoms.append(atom)

    def shows(self, around: Around) -> bool:
        """Whether what stands here is part of the document."""
        return self.story.file.pen.reason(self.story.changed(around)) is None


def read_content(story: Story, node: Element, around: Around) -> Content:
    """The inline content of a paragraph, written to the tape."""
    walk = Walk(story, Content())
    walk.enter(mixed(node), around)
    while walk.stack:
        iterator, here = walk.stack[-1]
        part = next(iterator, None)
        if part is None:
            walk.stack.pop()
        elif part is _PARAGRAPH_END:
            walk.line_break(here)
        elif isinstance(part, str):
            walk.words(part, here)
        else:
            _handler(str(part.tag))(walk, part, here)
    return walk.content


_Handler = Callable[[Walk, "Element", Around], None]


def _handler(tag: str) -> _Handler:
    return _HANDLERS.get(tag, _drawing if tag.startswith(DRAW) else _enter)


# --- wrappers -----------------------------------------------------------------------------------


def _enter(walk: Walk, node: Element, around: Around) -> None:
    tag = str(node.tag)
    if tag in _SKIPPED:
        return
    if tag in _LEFT_OUT and node.get(f"{TEXT}is-hidden") != "false":
        around = around._replace(left_out=around.left_out or _LEFT_OUT[tag])
    walk.enter(mixed(node), around)


def _span(walk: Walk, node: Element, around: Around) -> None:
    look = walk.story.styles.character(node.get(f"{TEXT}style-name"))
    walk.enter(mixed(node), around._replace(look=around.look.under(look)))


def _link(walk: Walk, node: Element, around: Around) -> None:
    url = (node.get(f"{XLINK}href") or "").strip()
    walk.enter(mixed(node), around._replace(url=url or around.url))


def _ruby(walk: Walk, node: Element, around: Around) -> None:
    """How the words are read, raised, then they, as in Word files."""
    for name, raised in (("ruby-base", ""), ("ruby-text", "superscript")):
        found = node.find(f"{TEXT}{name}")
        if found is not None:
            walk.enter(mixed(found), around._replace(raised=raised or around.raised))


# --- what stands for characters -------------------------------------------------------------------


def _spaces(walk: Walk, node: Element, around: Around) -> None:
    walk.after_space = False
    walk.write(spaces(node), around)


def _tab(walk: Walk, node: Element, around: Around) -> None:
    walk.after_space = False
    walk.write("\t", around)


def _break(walk: Walk, node: Element, around: Around) -> None:
    walk.line_break(around)


def _sequence(walk: Walk, node: Element, around: Around) -> None:
    walk.content.sequence = node.get(f"{TEXT}name") or ""
    walk.enter(mixed(node), around)


def _note(walk: Walk, node: Element, around: Around) -> None:
    """The mark of a note: its own where somebody wrote one, else a place (6.3)."""
    body = node.find(f"{TEXT}note-body")
    if body is None:
        return
    file = walk.story.file
    if not walk.shows(around):
        walk.write(plain_text(body), around)
        return
    kind = ENDNOTE if node.get(f"{TEXT}note-class") == ENDNOTE else FOOTNOTE
    name = file.refer(kind, body)
    citation = node.find(f"{TEXT}note-citation")
    mark = (citation.get(f"{TEXT}label") or "").strip() if citation is not None else ""
    walk.after_space = False
    walk.content.atoms.append(Atom(NOTE, mark, file.tape.write(mark), note=name))


# --- comments and changes -------------------------------------------------------------------------


def comment_mark(story: Story, node: Element) -> None:
    """Where a comment stands, or where the words end that it is about."""
    at = story.file.tape.at
    if node.tag == f"{OFFICE}annotation":
        story.file.comments.append(Comment(node, at, at))
        return
    name = node.get(f"{OFFICE}name")
    for comment in reversed(story.file.comments):
        if comment.node.get(f"{OFFICE}name") == name:
            comment.end = at
            return


def _comment(walk: Walk, node: Element, around: Around) -> None:
    comment_mark(walk.story, node)


def _change_mark(walk: Walk, node: Element, around: Around) -> None:
    walk.story.mark_change(node)


def _removed(walk: Walk, node: Element, around: Around) -> None:
    """What was taken out of the text here: omitted, or read where it stood."""
    region = walk.story.file.regions.get(node.get(f"{TEXT}change-id") or "")
    if region is None or not region.removed:
        return
    around = around._replace(changes=(*around.changes, region.change))
    texts = [one for one in region.removed if one.tag in (f"{TEXT}p", f"{TEXT}h")]
    if not walk.shows(around):
        walk.write("\n".join(map(plain_text, region.removed)), around)
    elif len(texts) == len(region.removed):
        walk.after_space = False
        parts: list[Iterator[Element | str]] = [mixed(one) for one in texts]
        for part in reversed(parts[1:]):
            walk.enter(part, around)
            walk.stack.append((iter((_PARAGRAPH_END, _PARAGRAPH_END)), around))
        walk.enter(parts[0], around)
    else:
        walk.content.removed += [(one, around) for one in region.removed]


_PARAGRAPH_END = "\x1e"
"""Two of them between the paragraphs that one deletion joined: an empty line parts them again."""


def _drawing(walk: Walk, node: Element, around: Around) -> None:
    if not walk.shows(around):
        walk.write(plain_text(node), around)
        return
    words = _formula(walk.story, node)
    if words:
        walk.after_space = False
        walk.write(words, around)
    else:
        walk.content.drawings.append(node)


def _formula(story: Story, node: Element) -> str:
    """The signs of an embedded formula, in order; nothing for what is none."""
    held = node.find(f"{DRAW}object")
    if held is None:
        return ""
    root = held.find(f"{MATH}math")
    if root is None:
        root = story.file.opened.object(held.get(f"{XLINK}href") or "")
    if root is None or not str(root.tag).startswith(MATH):
        return ""
    return " ".join(" ".join((one.text or "").split()) for one in root.iter(*_MATH_WORDS)).strip()


_HANDLERS: dict[str, _Handler] = {
    f"{TEXT}span": _span,
    f"{TEXT}a": _link,
    f"{TEXT}ruby": _ruby,
    f"{TEXT}s": _spaces,
    f"{TEXT}tab": _tab,
    f"{TEXT}line-break": _break,
    f"{TEXT}sequence": _sequence,
    f"{TEXT}note": _note,
    f"{OFFICE}annotation": _comment,
    f"{OFFICE}annotation-end": _comment,
    f"{TEXT}change-start": _change_mark,
    f"{TEXT}change-end": _change_mark,
    f"{TEXT}change": _removed,
}
