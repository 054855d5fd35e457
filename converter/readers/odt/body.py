"""The blocks of a story, in order: paragraphs, lists, tables, and what sections wrap.

Wrappers are entered by a stack, not by recursion; a table or a text box inside another is a level
of depth, of which there are ``max_depth``. OpenDocument 1.3, Part 3, 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from converter.model import MAX_LEVEL
from converter.readers.odt.content import Content, comment_mark, read_content
from converter.readers.odt.frames import read_drawing
from converter.readers.odt.lists import OpenList, item_of, place_of
from converter.readers.odt.names import DRAW, OFFICE, TABLE, TEXT, elements, number, plain_text
from converter.readers.odt.story import Story
from converter.readers.odt.styles import ParagraphStyle
from converter.readers.odt.tables import read_table
from converter.readers.office.grid import warn_of_depth
from converter.readers.office.paragraphs import Gathered, base_look, kind_of
from converter.readers.office.pen import Around
from converter.readers.office.pieces import Piece
from converter.readers.office.roles import CONTENTS, CONTENTS_TITLE, HEADING, LIST_TEXT, TITLE
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_ITEMS = (f"{TEXT}list-item", f"{TEXT}list-header")
_CONTENTS_LISTS = (f"{TEXT}table-of-content", f"{TEXT}illustration-index", f"{TEXT}table-index")
_CHANGE_MARKS = (f"{TEXT}change-start", f"{TEXT}change-end")
_SKIPPED = frozenset(
    (
        f"{OFFICE}forms", f"{TEXT}tracked-changes", f"{TEXT}soft-page-break",
        f"{TEXT}section-source",
        *(
            f"{TEXT}{name}-decls"
            for name in ("variable", "sequence", "user-field", "dde-connection")
        ),
        *(
            f"{TEXT}{name}-source"
            for name in ("table-of-content", "illustration-index", "table-index", "object-index",
                         "user-index", "alphabetical-index", "bibliography")
        ),
    )
)  # fmt: skip
"""What is no text: definitions, and how an index is made."""


class _Here(NamedTuple):
    """What holds of the blocks at a place: what holds of their characters, the list that they
    stand in, and whether they are entries of a contents list, or its title."""

    around: Around
    list: OpenList | None = None
    contents: str = ""


@mutable_record
class _Run(Gathered):
    """Sibling blocks, and what waits for the end of their paragraph."""

    drawings: list[Element] = field(default_factory=list)
    removed: list[tuple[Element, Around]] = field(default_factory=list)


def read_blocks(story: Story, parent: Element, depth: int, around: Around) -> list[Piece]:
    """The pieces of all blocks in an element."""
    return _read(story, elements(parent), depth, around)


def _read(story: Story, nodes: Iterator[Element], depth: int, around: Around) -> list[Piece]:
    run = _Run(story.file.pen)
    stack: list[tuple[Iterator[Element], _Here]] = [(nodes, _Here(around))]
    while stack:
        iterator, here = stack[-1]
        node = next(iterator, None)
        if node is None:
            stack.pop()
        elif node.tag in _PARAGRAPHS:
            _read_paragraph(story, node, run, here, depth)
        elif node.tag == f"{TABLE}table" and depth < story.file.options.max_depth:
            _flush(story, run, depth)
            run.pieces += read_table(story, node, depth, here.around, read_blocks)
        else:
            inner = _wrapped(story, node, run, here, depth)
            if inner:
                stack.append(inner)
    _flush(story, run, depth)
    return run.pieces


def _wrapped(
    story: Story, node: Element, run: _Run, here: _Here, depth: int
) -> tuple[Iterator[Element], _Here] | None:
    """What to read inside an element that is neither paragraph nor table, if anything."""
    tag = str(node.tag)
    if tag == f"{TEXT}list":
        return elements(node), here._replace(list=story.lists.enter(node, here.list))
    if tag in _ITEMS and here.list is not None:
        here.list.item = item_of(node)
    elif tag == f"{TEXT}section" and node.get(f"{TEXT}display") == "none":
        hidden = here.around._replace(left_out=("hidden", "a hidden section"))
        return elements(node), here._replace(around=hidden)
    elif tag in _CONTENTS_LISTS:
        return elements(node), here._replace(contents=CONTENTS)
    elif tag == f"{TEXT}index-title" and here.contents:
        return elements(node), here._replace(contents=CONTENTS_TITLE)
    elif tag in _CHANGE_MARKS:
        story.mark_change(node)
    elif tag == f"{TEXT}change":
        _read_removed(story, node, run, here, depth)
    elif tag.startswith(f"{OFFICE}annotation"):
        comment_mark(story, node)
    elif tag.startswith(DRAW):
        _flush(story, run, depth)
        run.drawings.append(node)
        _draw(story, run, depth)
    elif tag not in _SKIPPED:
        if tag == f"{TABLE}table":
            warn_of_depth(story.file.tape, story.file.options.max_depth)
        return elements(node), here
    else:
        return None
    return (elements(node), here) if tag in _ITEMS else None


def _read_removed(story: Story, node: Element, run: _Run, here: _Here, depth: int) -> None:
    """Blocks that were taken out between two paragraphs."""
    region = story.file.regions.get(node.get(f"{TEXT}change-id") or "")
    if region is None:
        return
    around = here.around._replace(changes=(*here.around.changes, region.change))
    run.removed += [(one, around) for one in region.removed]
    _flush(story, run, depth)


# --- paragraphs -----------------------------------------------------------------------------------


def _read_paragraph(story: Story, node: Element, run: _Run, here: _Here, depth: int) -> None:
    file = story.file
    style = story.styles.paragraph(node.get(f"{TEXT}style-name"))
    role, level = _role(node, style, here.contents)
    if not run.waiting:
        file.tape.line()
    story.begin_paragraph()
    around = here.around
    if any(one.get(f"{TEXT}is-hidden") == "true" for one in node.iter(f"{TEXT}hidden-paragraph")):
        around = around._replace(left_out=("hidden", "a paragraph that a condition hides"))
    content = read_content(story, node, around._replace(look=base_look(role, style.look)))
    run.waiting += content.atoms
    run.drawings += content.drawings
    run.removed += content.removed
    if _goes_on(story):
        return
    run.add(_piece(story, style, role, level, content, here), role, is_rule=style.is_ruled)
    _draw(story, run, depth)


def _goes_on(story: Story) -> bool:
    """Whether a change that this view leaves out took the end of the paragraph too."""
    file = story.file
    goes_on = False
    for change in story.open_changes.values():
        file.pen.changes.note(change, file.tape.end, "the end of a paragraph was")
        goes_on = goes_on or file.pen.changes.hides(change)
    return goes_on


def _role(node: Element, style: ParagraphStyle, contents: str) -> tuple[str, int]:
    """What a paragraph is. That it stands in a contents list goes before all, that it is a heading
    before its style."""
    if contents == CONTENTS and style.role != CONTENTS_TITLE:
        return CONTENTS, max(1, style.level)
    if contents:
        return CONTENTS_TITLE, 1
    if node.tag == f"{TEXT}h" and style.role != TITLE:
        stated = number(node.get(f"{TEXT}outline-level")) or style.level or 1
        return HEADING, max(1, min(stated, MAX_LEVEL))
    return style.role, max(1, style.level)


def _piece(
    story: Story, style: ParagraphStyle, role: str, level: int, content: Content, here: _Here
) -> Piece:
    """What a paragraph is made into; its words are added later."""
    place, is_unnumbered = (None, False) if here.list is None else place_of(here.list, story.styles)
    own = style.own_indent
    listed = place.indent if place and place.indent is not None else style.indent
    return Piece(
        kind_of(role),
        level=level,
        place=place,
        is_unnumbered=is_unnumbered,
        is_list_text=role == LIST_TEXT,
        indent=own if own is not None else listed,
        own_indent=own - style.indent if own is not None else 0,
        sequence=content.sequence,
        within=here.list.level if here.list is not None else None,
    )


def _flush(story: Story, run: _Run, depth: int) -> None:
    """Add the words whose paragraph lost its end and has no next one."""
    run.flush()
    _draw(story, run, depth)


def _draw(story: Story, run: _Run, depth: int) -> None:
    """Read what is drawn in the paragraph that has ended, and blocks that were taken out of it."""
    drawings, run.drawings = run.drawings, []
    removed, run.removed = run.removed, []
    for drawing in drawings:
        run.pieces += read_drawing(story, drawing, lambda story, box: _read_box(story, box, depth))
    for node, around in removed:
        if depth >= story.file.options.max_depth:
            story.file.tape.line()
            story.file.tape.omit("too-deep", "text nested too deep", plain_text(node))
        else:
            run.pieces += _read(story, iter((node,)), depth + 1, around)


def _read_box(story: Story, box: Element, depth: int) -> list[Piece]:
    """The pieces of a text box, whose lists and changes are its own."""
    if depth >= story.file.options.max_depth:
        story.file.tape.line()
        story.file.tape.omit("too-deep", "a text box nested too deep", plain_text(box))
        warn_of_depth(story.file.tape, story.file.options.max_depth)
        return []
    inner = Story(story.file, story.part, story.styles, paragraph=story.paragraph)
    found = read_blocks(inner, box, depth + 1, Around())
    story.paragraph = inner.paragraph
    return found
