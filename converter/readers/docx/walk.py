"""What is gathered while the inline content of a paragraph is walked: atoms for what is content,
omissions for what a revision, a look or a form leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from converter.model import Span
from converter.readers.atoms import BREAK, NOTE, TEXT, Atom
from converter.readers.docx.changes import HIDDEN_TEXT, Change
from converter.readers.docx.fields import CONTENTS, Field
from converter.readers.docx.story import Story
from converter.readers.docx.styles import NO_LOOK, Look
from converter.readers.docx.symbols import UNKNOWN, decoded, is_symbol_font

if TYPE_CHECKING:
    from converter.readers.docx.xml import Element

_PRIVATE = re.compile("[\ue000-\uf8ff]")


class Around(NamedTuple):
    """What holds of the characters at a place: the link and the changes around them, their look,
    how they are raised by a structure, and why they are left out (a kind and a reason)."""

    look: Look = NO_LOOK
    url: str = ""
    changes: tuple[Change, ...] = ()
    raised: str = ""
    left_out: tuple[str, str] | None = None


@dataclass(slots=True)
class Content:
    """What a paragraph holds: its atoms, the drawings in it, the label that a field counts in it
    (``Figure``), and whether it is part of a contents field."""

    atoms: list[Atom] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    sequence: str = ""
    in_contents: bool = False


@dataclass(slots=True)
class Walk:
    """One walk: where it is, what was found, the note whose own mark comes next."""

    story: Story
    content: Content
    stack: list[tuple[Iterator[Element], Around, Field | None]] = field(default_factory=list)
    mark: str = ""

    def enter(self, nodes: Iterable[Element], around: Around, closes: Field | None = None) -> None:
        """Go into these elements; a simple field ``closes`` behind them."""
        self.stack.append((iter(nodes), around, closes))

    def reason(self, around: Around) -> tuple[str, str, Change | None] | None:
        """Why characters here are left out: kind, reason and the change that did it."""
        if not self.story.fields.shows:
            return "field-code", "an instruction of the word processor", None
        if around.left_out:
            return (*around.left_out, None)
        hidden = next(
            (change for change in around.changes if self.story.file.changes.hides(change)), None
        )
        if hidden:
            return "tracked-change", hidden.said, hidden
        if around.look.hidden:
            return "hidden", "hidden text", HIDDEN_TEXT
        return None

    def text(self, text: str, around: Around) -> None:
        """Characters of the document, or of what is left out of it."""
        if not text:
            return
        file = self.story.file
        look = around.look
        if is_symbol_font(look.font):
            text = decoded(look.font or "", text)
        reason = self.reason(around)
        if reason:
            span = file.tape.omit(reason[0], reason[1], text)
            if reason[2]:
                file.changes.record(reason[2], span, text)
            return
        span = file.tape.write(text)
        self._remark(text, span, around)
        if self.mark and text.strip():
            self.content.atoms.append(Atom(NOTE, text, span, note=self.mark))
            self.mark = ""
        else:
            self.content.atoms.append(self.atom(TEXT, text, span, around))

    def _remark(self, text: str, span: Span, around: Around) -> None:
        """Note what a person may want to know of these characters."""
        file = self.story.file
        file.languages[around.look.language or ""] += len(text)
        if self.story.fields.has(CONTENTS):
            self.content.in_contents = True
        if UNKNOWN in text:
            file.unknown.append(span.start + text.index(UNKNOWN))
        if private := _PRIVATE.search(text):
            file.private.append(span.start + private.start())
        for change in around.changes:
            file.changes.record(change, span, text)

    def atom(self, kind: str, text: str, span: Span, around: Around) -> Atom:
        """Characters with the look and the link that hold around them."""
        look = around.look
        return Atom(
            kind,
            text,
            span,
            bold=bool(look.bold),
            italic=bool(look.italic),
            raised=around.raised or look.raised or "",
            code=bool(look.code),
            url=around.url or self.story.fields.url,
        )

    def line_break(self, around: Around) -> None:
        """A break, unless it is left out."""
        span = self.story.file.tape.write("\n")
        if not self.reason(around):
            self.content.atoms.append(self.atom(BREAK, "\n", span, around))
