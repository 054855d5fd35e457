"""Paragraphs to pieces: what is read of one, and what its style calls it, for the headline too."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Span, Text, ThematicBreak
from converter.readers.atoms import (
    BREAK,
    TEXT,
    Atom,
    inlines_of,
    split_at_empty_lines,
    trimmed,
)
from converter.readers.office.looks import Look
from converter.readers.office.pen import Pen
from converter.readers.office.pieces import BLOCK, PARAGRAPH, Piece
from converter.readers.office.roles import (
    BYLINE,
    CAPTION,
    CODE,
    CONTENTS,
    CONTENTS_TITLE,
    HEADING,
    QUOTE,
    SUBTITLE,
    TERM,
    TITLE,
)
from converter.readers.tape import Tape
from converter.records import field, mutable_record

_KINDS = frozenset((TITLE, HEADING, QUOTE, CODE, CAPTION, CONTENTS, CONTENTS_TITLE))
"""Roles that make a piece of their own kind; what has another is a paragraph."""
_SET_APART = _KINDS | {SUBTITLE, TERM}
"""Roles whose style is set in bold or italic for the look of it, which says nothing more."""
_STATED = {TITLE: "headline", SUBTITLE: "standfirst", BYLINE: "byline"}
"""Styles that say what a line is for a newsroom."""


def kind_of(role: str) -> str:
    """The kind of piece that a paragraph of this role is."""
    return role if role in _KINDS else PARAGRAPH


def base_look(role: str, look: Look) -> Look:
    """The look that a paragraph of this role gives its characters, as far as it means
    something."""
    if role in _SET_APART:
        return Look(hidden=look.hidden, font=look.font, language=look.language)
    return look


@mutable_record
class Gathered:
    """A run of sibling blocks being read: what was read, and the words of paragraphs whose end
    was deleted, which go on in the next."""

    pen: Pen
    pieces: list[Piece] = field(default_factory=list)
    waiting: list[Atom] = field(default_factory=list)

    def add(self, piece: Piece, role: str, *, is_rule: bool = False) -> None:
        """Add a piece with the waiting words; one without any is a gap, or a line that is
        drawn."""
        tape, atoms = self.pen.tape, self.waiting
        self.waiting = []
        if trimmed(atoms):
            if piece.kind == CODE:
                piece.lines = _code_lines(tape, atoms)
                self.pieces.append(piece)
            elif piece.kind == PARAGRAPH:
                self.add_paragraphs(atoms, piece)
            else:
                piece.inlines = inlines_of(atoms)
                self.pieces.append(piece)
            self._note_stated(role, atoms)
        elif is_rule:
            at = tape.at
            self.pieces.append(Piece(BLOCK, block=ThematicBreak((Span(at, at),))))
        else:
            tape.blank()

    def add_paragraphs(self, atoms: Sequence[Atom], piece: Piece) -> None:
        """A paragraph for each group of words that an empty line parts from the next; what comes
        behind such a line in an item of a list belongs to the item."""
        first = True
        for group in split_at_empty_lines(atoms):
            own = Piece(
                piece.kind,
                inlines_of(group),
                level=piece.level,
                place=piece.place if first else None,
                is_unnumbered=piece.is_unnumbered or (not first and piece.place is not None),
                is_list_text=piece.is_list_text,
                indent=piece.indent,
                own_indent=piece.own_indent,
                sequence=piece.sequence if first else "",
                within=piece.within,
            )
            self.pieces.append(own)
            first = False

    def flush(self) -> None:
        """Add the words whose paragraph lost its end and has no next one."""
        atoms, self.waiting = self.waiting, []
        if trimmed(atoms):
            self.add_paragraphs(atoms, Piece(PARAGRAPH))

    def _note_stated(self, role: str, atoms: Sequence[Atom]) -> None:
        if role in _STATED:
            kept = trimmed(atoms)
            words = " ".join("".join(atom.text for atom in kept).split())
            self.pen.titles.append((_STATED[role], words, kept[0].span.start, kept[-1].span.end))


def _code_lines(tape: Tape, atoms: Sequence[Atom]) -> tuple[Text, ...]:
    """The lines of a paragraph of code, each with its line end."""
    end = tape.at
    tape.blank()
    lines: list[Text] = []
    start, text, reached = atoms[0].span.start, "", atoms[0].span.start
    for atom in (*atoms, Atom(BREAK, "\n", Span(end, tape.at))):
        if atom.span.start != reached and text:
            lines.append(Text(text, Span(start, reached)))
            text = ""
        if not text:
            start = atom.span.start
        if atom.kind in (TEXT, BREAK):
            text += atom.text
        reached = atom.span.end
        if atom.kind == BREAK and text:
            lines.append(Text(text, Span(start, reached)))
            text = ""
    return tuple(lines)
