"""The blocks of a story, in order: paragraphs, tables, and what controls and revisions wrap.

Wrappers are entered by a stack, not by recursion; a table or a text box inside another is a level
of depth, of which there are ``max_depth``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from converter.readers.docx.changes import change_among, change_of
from converter.readers.docx.chunks import omit_chunk
from converter.readers.docx.drawings import read_drawing
from converter.readers.docx.runs import comment_mark, placeholder, read_content
from converter.readers.docx.story import Story
from converter.readers.docx.styles import ParagraphStyle, indent_of, numbering_of, outline_level
from converter.readers.docx.tables import read_table
from converter.readers.docx.walk import Content
from converter.readers.docx.words import alternative, plain_text
from converter.readers.docx.xml import MC, M, R, W, child, elements, value
from converter.readers.office.changes import Change
from converter.readers.office.grid import warn_of_depth
from converter.readers.office.paragraphs import Gathered, base_look, kind_of
from converter.readers.office.pen import Around
from converter.readers.office.pieces import PARAGRAPH, Piece
from converter.readers.office.places import NONE, Place
from converter.readers.office.roles import CONTENTS, CONTENTS_TITLE, HEADING, LIST_TEXT
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

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


@mutable_record
class _Run(Gathered):
    """Sibling blocks of the body, and the drawings that wait for the end of their paragraph."""

    drawings: list[Element] = field(default_factory=list)


def read_blocks(story: Story, parent: Element, depth: int, around: Around) -> list[Piece]:
    """The pieces of all blocks in an element."""
    run = _Run(story.file.pen)
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
        run.add_paragraphs(content.atoms, Piece(PARAGRAPH))
    elif tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
        comment_mark(story, node)
    elif tag == f"{W}sectPr":
        _note_furniture(story, node)
    elif tag not in _PROPERTIES:  # a wrapper; a table's parts where it is nested too deep
        if tag == f"{W}tbl":
            warn_of_depth(story.file.tape, story.file.options.max_depth)
        return elements(node), around
    return None


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
    look = base_look(style.role, style.look)
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
    run.add(piece, style.role, is_rule=_is_rule(properties))
    _draw(story, run, depth)


def _properties(story: Story, node: Element) -> Element | None:
    """The properties of a paragraph in the view that was asked for."""
    properties = node.find(f"{W}pPr")
    if properties is not None and story.file.options.tracked == "original":
        before = child(properties, "pPrChange", "pPr")
        return before if before is not None else properties
    return properties


def _note_mark(story: Story, mark: Change) -> None:
    story.file.changes.note(mark, story.file.tape.end, "the end of a paragraph was")


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
        kind_of(role),
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


def _is_rule(properties: Element | None) -> bool:
    """Whether an empty paragraph is drawn as a line."""
    borders = child(properties, "pBdr")
    return borders is not None and any(
        value(child(borders, side)) not in _NO_BORDER for side in _RULES
    )


def _flush(story: Story, run: _Run, depth: int) -> None:
    """Add the words whose paragraph lost its end and has no next one."""
    run.flush()
    _draw(story, run, depth)


def _draw(story: Story, run: _Run, depth: int) -> None:
    """Read the drawings of the paragraph that has ended."""
    drawings, run.drawings = run.drawings, []
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
        warn_of_depth(story.file.tape, story.file.options.max_depth)
        return []
    inner = Story(story.file, story.part, paragraph=story.paragraph)
    found = read_blocks(inner, box, depth + 1, Around())
    story.paragraph = inner.paragraph
    return found
