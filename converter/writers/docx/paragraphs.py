"""Paragraphs: style, list number, direction and indent, set once when a paragraph is opened."""

from __future__ import annotations

from converter.model import Node, leaves
from converter.writers.docx.characters import RTL, is_rtl
from converter.writers.docx.lines import Line
from converter.writers.docx.numbering import STEP
from converter.writers.docx.story import Inlines, Place, Story
from converter.writers.docx.styles import STYLES, TWIPS, Style
from converter.writers.docx.xml import Element, ends_with, put_bookmark, sub

_NORMAL = STYLES["Normal"]
_MIRRORED = {"left": "right", "right": "left"}


def open_paragraph(
    place: Place, story: Story, inlines: Inlines = (), style: Style | None = None
) -> Line:
    """A new paragraph at this place, with what waits for one: a page break, bookmarks, the
    opening words. ``inlines`` will stand in it: they tell its direction."""
    element = sub(place.into, "p")
    indent = place.indent + (left(style) if style else 0)
    style = style or place.style
    rtl = runs_from_right(inlines, story)
    # In the order of the schema (CT_PPrBase).
    properties = sub(element, "pPr")
    if style is not _NORMAL:
        sub(properties, "pStyle", val=style.id)
    if place.keep_next:
        sub(properties, "keepNext")
    if story.break_page:
        sub(properties, "pageBreakBefore")
        story.break_page = False
    if place.number:
        number = sub(properties, "numPr")
        sub(number, "ilvl", val=place.level - 1)
        sub(number, "numId", val=place.number)
    if rtl:
        sub(properties, "bidi")
    _set_space(properties, place, story, style)
    _set_indent(properties, place, style, indent)
    _set_alignment(properties, place, rtl)
    if len(properties) == 0:
        element.remove(properties)
    for name in story.bookmarks:
        put_bookmark(element, name, story.number_bookmark())
    story.bookmarks.clear()
    line = Line(element, story, rtl)
    if place.opening:
        place.opening(line)
    return line


def write_paragraph(
    place: Place, story: Story, inlines: Inlines, style: Style | None = None
) -> None:
    """A paragraph of these words."""
    open_paragraph(place, story, inlines, style).write(inlines)


def left(style: Style) -> int:
    """How far in, in twips, the words of this style stand."""
    return round(style.left * TWIPS)


def runs_from_right(nodes: tuple[Node, ...], story: Story) -> bool:
    """Whether what these nodes say runs from right to left."""
    by_default = story.script == RTL
    if not by_default and not story.survey.has_rtl:
        return False
    return is_rtl((leaf.text for leaf in leaves(nodes)), by_default)


def end_with_paragraph(place: Place, story: Story) -> None:
    """See that the last thing at this place is a paragraph, as Word asks of a story and a cell,
    and that no bookmark is left over."""
    if not ends_with(place.into, "p") or (story.bookmarks and not place.tables):
        open_paragraph(place, story)


def _set_space(properties: Element, place: Place, story: Story, style: Style) -> None:
    into, space = story.after or (None, 0)
    if into is place.into and (style.before or 0) < space:
        sub(properties, "spacing", before=round(space * TWIPS))
    story.after = None


def _set_indent(properties: Element, place: Place, style: Style, wanted: int) -> None:
    """Only where the style or the list does not give it already."""
    if place.number:
        if wanted != STEP * place.level:
            sub(properties, "ind", left=wanted, hanging=STEP)
    elif wanted != left(style):
        sub(properties, "ind", left=wanted)


def _set_alignment(properties: Element, place: Place, rtl: bool) -> None:
    # In a paragraph from right to left, Word's "left" is the side where lines start.
    align = _MIRRORED.get(place.align, place.align) if rtl else place.align
    if align and align != "left":
        sub(properties, "jc", val=align)
