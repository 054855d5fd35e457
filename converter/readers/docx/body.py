"""The blocks of a story, in order: paragraphs, tables, and what controls and revisions wrap.

Wrappers are entered by a stack, not by recursion; a table or a text box inside another is a level
of depth, of which there are ``max_depth``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from converter.model import WARNING, Span, Text, ThematicBreak
from converter.readers.atoms import (
    BREAK,
    TEXT,
    Atom,
    inlines_of,
    split_at_empty_lines,
    trimmed,
)
from converter.readers.docx import pieces as kinds
from converter.readers.docx.changes import Change, change_among, change_of
from converter.readers.docx.chunks import omit_chunk
from converter.readers.docx.drawings import read_drawing
from converter.readers.docx.numbering import NONE, Place
from converter.readers.docx.pieces import Piece
from converter.readers.docx.runs import comment_mark, placeholder, read_content
from converter.readers.docx.story import Story
from converter.readers.docx.styles import (
    BYLINE,
    CAPTION,
    CODE,
    CONTENTS,
    CONTENTS_TITLE,
    HEADING,
    LIST_TEXT,
    NO_LOOK,
    QUOTE,
    SUBTITLE,
    TERM,
    TITLE,
    Look,
    ParagraphStyle,
    indent_of,
    numbering_of,
    outline_level,
)
from converter.readers.docx.tables import read_table
from converter.readers.docx.walk import Around, Content
from converter.readers.docx.words import alternative, plain_text
from converter.readers.docx.xml import MC, M, R, W, child, elements, value

if TYPE_CHECKING:
    from converter.readers.docx.xml import Element

_RULES = ("top", "bottom", "between")
_NO_BORDER = ("none", "nil", None)
_INLINE = frozenset(
    (f"{M}oMathPara", f"{M}oMath", *(f"{W}{name}" for name in ("r", "hyperlink", "fldSimple", "t")))
)
"""What belongs in a paragraph, and stands by itself in careless files."""
_PROPERTIES = frozenset(
    f"{W}{name}"
    for name in (
        "sdtPr", "sdtEndPr", "customXmlPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "pPr",
    )
)  # fmt: skip
_REVISIONS = frozenset(f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom"))
_KINDS = {
    TITLE: kinds.TITLE,
    HEADING: kinds.HEADING,
    QUOTE: kinds.QUOTE,
    CODE: kinds.CODE,
    CAPTION: kinds.CAPTION,
    CONTENTS: kinds.CONTENTS,
    CONTENTS_TITLE: kinds.CONTENTS_TITLE,
}
_SET_APART = frozenset(
    (TITLE, HEADING, QUOTE, CODE, CAPTION, CONTENTS, CONTENTS_TITLE, SUBTITLE, TERM)
)
"""Roles whose style is set in bold or italic for the look of it, which says nothing more."""


@dataclass(slots=True)
class _Run:
    """A run of sibling blocks being read: what was read, and the words of paragraphs whose end
    was deleted, which go on in the next."""

    pieces: list[Piece] = field(default_factory=list)
    waiting: list[Atom] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)


def read_blocks(story: Story, parent: Element, depth: int, around: Around) -> list[Piece]:
    """The pieces of all blocks in an element."""
    run = _Run()
    stack: list[tuple[Iterator[Element], Around]] = [(elements(parent), around)]
    while stack:
        iterator, here = stack[-1]
        node = next(iterator, None)
        if node is None:
            stack.pop()
        elif node.tag == f"{W}p":
            _read_paragraph(story, node, run, here, depth)
        elif node.tag == f"{W}tbl" and depth < story.file.options.max_depth:
            _flush(story, run, depth)
            run.pieces += read_table(story, node, depth, here, read_blocks)
        else:
            inner = _wrapped(story, node, run, here, depth)
            if inner:
                stack.append(inner)
    _flush(story, run, depth)
    return run.pieces


def _wrapped(
    story: Story, node: Element, run: _Run, around: Around, depth: int
) -> tuple[Iterator[Element], Around] | None:
    """What to read inside an element that is neither paragraph nor table, if anything."""
    tag = str(node.tag)
    if tag == f"{W}sdt":
        return elements(node), placeholder(node, around)
    if tag == f"{MC}AlternateContent":
        branch = alternative(node)
        return (elements(branch), around) if branch is not None else None
    if tag in _REVISIONS:
        change = change_of(node)
        changes = (*around.changes, change) if change else around.changes
        return elements(node), around._replace(changes=changes)
    if tag == f"{W}altChunk":
        _flush(story, run, depth)
        omit_chunk(story, node)
    elif tag in _INLINE:
        story.file.tape.line()
        content = read_content(story, [node], around)
        _add_paragraphs(run, content.atoms, Piece(kinds.PARAGRAPH))
    elif tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
        comment_mark(story, node)
    elif tag == f"{W}sectPr":
        _note_furniture(story, node)
    elif tag not in _PROPERTIES:  # a wrapper; a table's parts where it is nested too deep
        if tag == f"{W}tbl":
            _warn_depth(story)
        return elements(node), around
    return None


def _warn_depth(story: Story) -> None:
    at = story.file.tape.at
    message = f"tables nested deeper than {story.file.options.max_depth} are read as paragraphs"
    story.file.tape.note("C240", WARNING, message, Span(at, at), "take the inner tables apart")


def _note_furniture(story: Story, section: Element) -> None:
    """Which parts head and foot the pages of a section."""
    for node in elements(section):
        if node.tag in (f"{W}headerReference", f"{W}footerReference"):
            found = story.related.get(node.get(f"{R}id") or "")
            if found and not found.is_external:
                kind = "page header" if node.tag == f"{W}headerReference" else "page footer"
                story.file.furniture.setdefault(found.target, kind)


# --- paragraphs -----------------------------------------------------------------------------------


def _read_paragraph(story: Story, node: Element, run: _Run, around: Around, depth: int) -> None:
    file = story.file
    properties = _properties(story, node)
    style = file.styles.paragraph(value(child(properties, "pStyle")))
    if not run.waiting:
        file.tape.line()
    story.begin_paragraph()
    look = _base_look(style)
    content = read_content(story, elements(node), around._replace(look=look))
    section = child(node.find(f"{W}pPr"), "sectPr")
    if section is not None:
        _note_furniture(story, section)
    run.waiting += content.atoms
    run.drawings += content.drawings
    mark = change_among(child(node.find(f"{W}pPr"), "rPr"))
    if mark is not None:
        _note_mark(story, mark)
        if file.changes.hides(mark):
            return
    piece = _piece(story, properties, style, content)
    atoms, drawings = run.waiting, run.drawings
    run.waiting, run.drawings = [], []
    _add(story, run, atoms, piece, properties)
    for drawing in drawings:
        run.pieces += _read_drawing(story, drawing, depth)


def _properties(story: Story, node: Element) -> Element | None:
    """The properties of a paragraph in the view that was asked for."""
    properties = node.find(f"{W}pPr")
    if properties is not None and story.file.options.tracked == "original":
        before = child(properties, "pPrChange", "pPr")
        return before if before is not None else properties
    return properties


def _base_look(style: ParagraphStyle) -> Look:
    """The look that a paragraph gives its runs, as far as it means something."""
    look = style.look
    if style.role in _SET_APART:
        return Look(hidden=look.hidden, font=look.font, language=look.language)
    return look if look != NO_LOOK else NO_LOOK


def _note_mark(story: Story, mark: Change) -> None:
    at = story.file.tape.at
    story.file.changes.note(mark, Span(at, at), "the end of a paragraph was")


def _piece(
    story: Story, properties: Element | None, style: ParagraphStyle, content: Content
) -> Piece:
    """What the properties of a paragraph make of it."""
    role, level = _role(properties, style, content)
    stated = numbering_of(properties)
    place = story.file.numbering.place(_full(stated, style), style.id)
    own = indent_of(properties)
    indent = own if own is not None else _list_indent(place, style)
    was_taken_out = stated is not None and stated[0] == "0"
    return Piece(
        _KINDS.get(role, kinds.PARAGRAPH),
        level=level,
        place=place if place and place.format != NONE else None,
        is_unnumbered=place is not None and place.format == NONE,
        is_list_text=role == LIST_TEXT or (was_taken_out and indent > 0),
        indent=indent,
        own_indent=(own or 0) - style.indent if own is not None else 0,
        sequence=content.sequence,
    )


def _role(properties: Element | None, style: ParagraphStyle, content: Content) -> tuple[str, int]:
    """What a paragraph is. Its own outline level goes before its style."""
    if style.role == CONTENTS or (content.in_contents and style.role != CONTENTS_TITLE):
        return CONTENTS, max(1, style.level)
    stated = outline_level(properties)
    if stated:
        return HEADING, stated
    if stated == 0 and style.role == HEADING:
        return "", 0
    return style.role, max(1, style.level)


def _full(
    stated: tuple[str, int | None] | None, style: ParagraphStyle
) -> tuple[str, int | None] | None:
    """The numbering of a paragraph: its own, completed by its style's."""
    if stated is None or style.numbering is None:
        return stated or style.numbering
    return stated[0] or style.numbering[0], (
        stated[1] if stated[1] is not None else style.numbering[1]
    )


def _list_indent(place: Place | None, style: ParagraphStyle) -> int:
    return place.indent if place and place.indent is not None else style.indent


def _add(
    story: Story, run: _Run, atoms: list[Atom], piece: Piece, properties: Element | None
) -> None:
    """Add the piece with its words; a paragraph without any is a gap, or a line that is drawn."""
    tape = story.file.tape
    if trimmed(atoms):
        if piece.kind == kinds.CODE:
            piece.lines = _code_lines(story, atoms)
            run.pieces.append(piece)
        elif piece.kind == kinds.PARAGRAPH:
            _add_paragraphs(run, atoms, piece)
        else:
            piece.inlines = inlines_of(atoms)
            run.pieces.append(piece)
        style = story.file.styles.paragraph(value(child(properties, "pStyle")))
        _note_stated(story, style, atoms)
    elif _is_rule(properties):
        at = tape.at
        run.pieces.append(Piece(kinds.BLOCK, block=ThematicBreak((Span(at, at),))))
    else:
        tape.blank()


def _add_paragraphs(run: _Run, atoms: list[Atom], piece: Piece) -> None:
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
        )
        run.pieces.append(own)
        first = False


_STATED = {TITLE: "headline", SUBTITLE: "standfirst", BYLINE: "byline"}
"""Styles that say what a line is for a newsroom."""


def _note_stated(story: Story, style: ParagraphStyle, atoms: list[Atom]) -> None:
    if style.role in _STATED:
        kept = trimmed(atoms)
        words = "".join(atom.text for atom in kept)
        story.file.titles.append(
            (_STATED[style.role], " ".join(words.split()), kept[0].span.start, kept[-1].span.end)
        )


def _code_lines(story: Story, atoms: list[Atom]) -> tuple[Text, ...]:
    """The lines of a paragraph of code, each with its line end."""
    end = story.file.tape.at
    story.file.tape.blank()
    lines: list[Text] = []
    start, text, reached = atoms[0].span.start, "", atoms[0].span.start
    for atom in (*atoms, Atom(BREAK, "\n", Span(end, story.file.tape.at))):
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


def _is_rule(properties: Element | None) -> bool:
    """Whether an empty paragraph is drawn as a line."""
    borders = child(properties, "pBdr")
    return borders is not None and any(
        value(child(borders, side)) not in _NO_BORDER for side in _RULES
    )


def _flush(story: Story, run: _Run, depth: int) -> None:
    """Add the words whose paragraph lost its end and has no next one."""
    atoms, drawings = run.waiting, run.drawings
    run.waiting, run.drawings = [], []
    if trimmed(atoms):
        _add_paragraphs(run, atoms, Piece(kinds.PARAGRAPH))
    for drawing in drawings:
        run.pieces += _read_drawing(story, drawing, depth)


def _read_drawing(story: Story, drawing: Element, depth: int) -> list[Piece]:
    return read_drawing(story, drawing, lambda story, box: _read_box(story, box, depth))


def _read_box(story: Story, box: Element, depth: int) -> list[Piece]:
    """The pieces of a text box, whose fields are its own."""
    if depth >= story.file.options.max_depth:
        story.skip(box)
        story.file.tape.line()
        story.file.tape.omit("too-deep", "a text box nested too deep", plain_text(box))
        _warn_depth(story)
        return []
    inner = Story(story.file, story.part, paragraph=story.paragraph)
    found = read_blocks(inner, box, depth + 1, Around())
    story.paragraph = inner.paragraph
    return found
