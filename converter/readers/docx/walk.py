"""What is gathered while the inline content of a paragraph is walked: atoms for what is content,
omissions for what a revision, a look or a form leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from converter.readers.atoms import NOTE, Atom
from converter.readers.docx.story import Story
from converter.readers.office.changes import Change
from converter.readers.office.fields import CONTENTS, Field
from converter.readers.office.pen import Around
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from converter.readers.office.xml import Element


@mutable_record
class Content:
    """What a paragraph holds: its atoms, the drawings in it, the label that a field counts in it
    (``Figure``), and whether it is part of a contents field."""

    atoms: list[Atom] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    sequence: str = ""
    in_contents: bool = False


@mutable_record
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
        return self.story.file.pen.reason(self._in_fields(around))

    def text(self, text: str, around: Around) -> None:
        """Characters of the document, or of what is left out of it."""
        atom = self.story.file.pen.write(text, self._in_fields(around)) if text else None
        if atom is None:
            return
        if self.story.fields.has(CONTENTS):
            self.content.in_contents = True
        if self.mark and text.strip():
            atom = Atom(NOTE, atom.text, atom.span, note=self.mark)
            self.mark = ""
        self.content.atoms.append(atom)

    def line_break(self, around: Around) -> None:
        """A break, unless it is left out."""
        atom = self.story.file.pen.line_break(self._in_fields(around))
        if atom:
            self.content.atoms.append(atom)

    def _in_fields(self, around: Around) -> Around:
        """What holds here with the fields that are open."""
        fields = self.story.fields
        if not fields.shows:
            return around._replace(left_out=("field-code", "an instruction of the word processor"))
        return around if around.url or not fields.open else around._replace(url=fields.url)
