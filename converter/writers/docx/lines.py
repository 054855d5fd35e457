"""What stands in a paragraph: inline nodes to runs, links, breaks and references to notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from converter.model import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from converter.writers.docx.characters import (
    CJK,
    LTR,
    RTL,
    collapse,
    legal,
    line_ends_to_spaces,
    one_line,
    stretches,
)
from converter.writers.docx.languages import foreign_tag
from converter.writers.docx.links import safe_address
from converter.writers.docx.story import Inlines, Reference, Story
from converter.writers.docx.styles import STYLES
from converter.writers.docx.xml import Element, put_field, put_text, relate, sub


class Format(NamedTuple):
    """How a run looks: the id of its character style, and what is set beside it.

    Bold and italic are set beside the styles Strong and Emphasis too: readers such as mammoth
    know only them, and two bold styles on one word would cancel out in Word.
    """

    style: str = ""
    bold: bool = False
    italic: bool = False
    position: str = ""


PLAIN = Format()
SPEAKER = Format(STYLES["Speaker"].id, bold=True)
CREDIT = Format(STYLES["Credit"].id)
REFERENCE = Format(STYLES["footnote reference"].id)
_EMPHASIS, _STRONG = STYLES["Emphasis"].id, STYLES["Strong"].id
_CODE, _LINK = STYLES["Verbatim Char"].id, STYLES["Hyperlink"].id


class Line:
    """A paragraph that is being written. White space is carried over from run to run, so that
    any run of it is one space, and none stands at an end."""

    def __init__(self, element: Element, story: Story, rtl: bool) -> None:
        self.element = element
        self._story = story
        self._rtl = rtl
        self._base = RTL if rtl else LTR
        self._starts = True
        self._space = False
        self._last: tuple[Format, Element] | None = None
        self._plain: Element | None = None

    def write(self, inlines: Inlines, form: Format = PLAIN, into: Element | None = None) -> None:
        """Add inline nodes, nested to any depth, to the paragraph or to a link in it."""
        into = self.element if into is None else into
        stack: list[tuple[Iterator[Inline], Format, Element]] = [(iter(inlines), form, into)]
        while stack:
            nodes, form, into = stack[-1]
            node = next(nodes, None)
            match node:
                case None:
                    stack.pop()
                    if stack and into is not stack[-1][2] and len(into) == 0:
                        stack[-1][2].remove(into)  # a link without words
                case Text():
                    self.text(node.text, form, into)
                case Code():
                    self._code(node, form, into)
                case NoteReference():
                    self._reference(node, form, into)
                case LineBreak():
                    self._break(into)
                case Link():
                    stack.append((iter(node.children), *self._link(node, form, into)))
                case _:
                    stack.append((iter(node.children), _within(node, form), into))

    def text(self, text: str, form: Format = PLAIN, into: Element | None = None) -> None:
        """Add characters, in as many runs as their scripts need."""
        text = legal(collapse(text))
        words = text.strip(" ")
        if not words:
            self._space = self._space or (bool(text) and not self._starts)
            return
        into = self.element if into is None else into
        self._space = self._space or (text[0] == " " and not self._starts)
        self._runs(self._take_space(form, into) + words, form, into)
        self._space = text[-1] == " "

    def put_mark(self, mark: str) -> None:
        """Open a note with its mark; an empty one is for Word to count."""
        run = self._run(REFERENCE, LTR, "", self.element)
        if mark:
            put_text(run, mark)
        else:
            sub(run, "footnoteRef")
        self._forget_runs()
        self._space = True

    def trim(self) -> None:
        """Forget the white space after the last words."""
        self._space = False

    def _code(self, node: Code, form: Format, into: Element) -> None:
        self._set_space(into)
        self._runs(legal(line_ends_to_spaces(node.text)), form._replace(style=_CODE), into)

    def _reference(self, node: NoteReference, form: Format, into: Element) -> None:
        self._set_space(into)
        reference = self._story.notes.refer(node)
        if reference is None:
            put_text(self._run(REFERENCE, LTR, "", into), one_line(node.text))
        elif not reference.first:
            put_field(
                into, f"NOTEREF {reference.bookmark} \\f \\h", reference.mark, REFERENCE.style
            )
        elif node.note in self._story.survey.repeated:
            number = self._story.number_bookmark()
            sub(into, "bookmarkStart", id=number, name=reference.bookmark)
            self._mark(reference, into)
            sub(into, "bookmarkEnd", id=number)
        else:
            self._mark(reference, into)
        self._forget_runs()

    def _mark(self, reference: Reference, into: Element) -> None:
        run = self._run(REFERENCE, LTR, "", into)
        if reference.automatic:
            sub(run, "footnoteReference", id=reference.number)
        else:
            sub(run, "footnoteReference", customMarkFollows=1, id=reference.number)
            put_text(run, reference.mark)

    def _break(self, into: Element) -> None:
        sub(sub(into, "r"), "br")
        self._forget_runs()
        self._starts, self._space = True, False

    def _link(self, node: Link, form: Format, into: Element) -> tuple[Format, Element]:
        """The format and the element for the words of a link. A link in a link, and one that
        must not be followed, is its words."""
        address = safe_address(node.url) if into is self.element else ""
        if not address:
            return form, into
        self._set_space(into)
        link = sub(into, "hyperlink", history=1)
        relate(link, self._story.links.relationship(address))
        return form._replace(style=_LINK), link

    def _take_space(self, form: Format, into: Element) -> str:
        """The space that is due, if it is to be written with the words that follow in this
        format; otherwise it is written. It goes to a plain side, so that no link is underlined
        beyond its words."""
        is_plain = form == PLAIN and into is self.element
        if self._space and (is_plain or self._last == (form, into)):
            self._space = False
            return " "
        self._set_space(into)
        return ""

    def _set_space(self, into: Element) -> None:
        """Write the space that is due after what stands already."""
        if not self._space:
            return
        self._space = False
        if self._plain is not None:
            put_text(self._plain, " ")
        else:
            self._runs(" ", PLAIN, into)

    def _runs(self, text: str, form: Format, into: Element) -> None:
        if not text:
            return
        for script, piece in stretches(text, self._rtl):
            run = self._run(form, script, piece, into)
            put_text(run, piece)
            plain = form == PLAIN and into is self.element and script == self._base
            self._plain = run if plain else None
        self._last = (form, into)
        self._starts = False

    def _forget_runs(self) -> None:
        """Something other than words was written: no space can be added before it any more."""
        self._starts, self._plain, self._last = False, None, None

    def _run(self, form: Format, script: str, text: str, into: Element) -> Element:
        """A run with its properties, in the order of the schema (EG_RPrBase)."""
        run = sub(into, "r")
        if script == LTR and form == PLAIN:
            return run
        properties = sub(run, "rPr")
        if form.style:
            sub(properties, "rStyle", val=form.style)
        if script == CJK:
            sub(properties, "rFonts", hint="eastAsia")
        for is_set, name in ((form.bold, "b"), (form.italic, "i")):
            if is_set:
                sub(properties, name)
                sub(properties, f"{name}Cs")
        if form.position:
            sub(properties, "vertAlign", val=form.position)
        if script == RTL:
            sub(properties, "rtl")
        if script not in (LTR, self._story.script):
            attribute = "bidi" if script == RTL else "eastAsia"
            sub(properties, "lang", **{attribute: foreign_tag(script, text)})
        return run


def _within(node: Emphasis | Strong | Superscript | Subscript, form: Format) -> Format:
    match node:
        case Emphasis():
            return form._replace(italic=True, style=form.style or _EMPHASIS)
        case Strong():
            return form._replace(bold=True, style=form.style or _STRONG)
        case Superscript():
            return form._replace(position="superscript")
        case Subscript():
            return form._replace(position="subscript")
