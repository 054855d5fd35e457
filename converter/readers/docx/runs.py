"""The inline content of a paragraph: runs, and all that Word wraps around them.

A stack of iterators takes the place of recursion. What is unknown is entered, so that no words
are lost in an element that a later Word adds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from converter.readers.atoms import NOTE, Atom
from converter.readers.docx.changes import change_of
from converter.readers.docx.equations import pieces_of
from converter.readers.docx.story import Story
from converter.readers.docx.styles import look_of
from converter.readers.docx.walk import Content, Walk
from converter.readers.docx.words import alternative, plain_text
from converter.readers.docx.xml import MC, M, R, W, elements, is_on, number, switch, value
from converter.readers.office.asides import ENDNOTE, FOOTNOTE
from converter.readers.office.fields import CHECKBOX, SEQUENCE, SYMBOL, Field
from converter.readers.office.looks import Look
from converter.readers.office.pen import Around
from converter.readers.office.symbols import UNKNOWN, symbol

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

_SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "proofErr",
        "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "footnoteRef", "endnoteRef",
        "annotationRef", "separator", "continuationSeparator", "delInstrText", "pgNum",
    )
)  # fmt: skip
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_CHECKED, _UNCHECKED = "☒", "☐"


def read_content(story: Story, nodes: Iterable[Element], around: Around) -> Content:
    """The inline content of these elements, written to the tape."""
    walk = Walk(story, Content())
    walk.enter(nodes, around)
    while walk.stack:
        iterator, here, closes = walk.stack[-1]
        node = next(iterator, None)
        if node is not None:
            handler = _HANDLERS.get(str(node.tag), _enter)
            handler(walk, node, here)
        else:
            walk.stack.pop()
            if closes:
                story.fields.open = [one for one in story.fields.open if one is not closes]
    return walk.content


_Handler = Callable[[Walk, "Element", Around], None]


# --- wrappers -----------------------------------------------------------------------------------


def _enter(walk: Walk, node: Element, around: Around) -> None:
    if node.tag not in _SKIPPED:
        walk.enter(elements(node), around)


def _run(walk: Walk, node: Element, around: Around) -> None:
    walk.story.begin_run()
    properties = node.find(f"{W}rPr")
    walk.mark = ""
    if properties is not None and len(properties):
        if walk.story.file.options.tracked == "original":
            before = properties.find(f"{W}rPrChange/{W}rPr")
            properties = before if before is not None else properties
        style = walk.story.file.styles.character(value(properties.find(f"{W}rStyle")))
        around = around._replace(look=_looks(around.look, style, look_of(properties)))
    walk.enter(elements(node), around)


def _looks(base: Look, style: Look, own: Look) -> Look:
    """The look of a run. A switch that paragraph and character style both turn on is off: that
    is how stress shows in stressed text (ECMA-376 Part 1, 17.7.3)."""
    look = base.under(style)
    if base.bold and style.bold:
        look = look.under(Look(bold=False))
    if base.italic and style.italic:
        look = look.under(Look(italic=False))
    return look.under(own)


def _hyperlink(walk: Walk, node: Element, around: Around) -> None:
    relationship = walk.story.related.get(node.get(f"{R}id") or "")
    url = relationship.target if relationship else ""
    anchor = value(node, "anchor") or value(node, "docLocation")
    if anchor:
        url += f"#{anchor}"
    walk.enter(elements(node), around._replace(url=url or around.url))


def _changed(walk: Walk, node: Element, around: Around) -> None:
    change = change_of(node)
    changes = (*around.changes, change) if change else around.changes
    walk.enter(elements(node), around._replace(changes=changes))


def _control(walk: Walk, node: Element, around: Around) -> None:
    """A content control. The words that ask for an entry are none."""
    walk.enter(elements(node), placeholder(node, around))


def placeholder(node: Element, around: Around) -> Around:
    """What holds inside a content control: its text is left out while it shows a prompt."""
    if switch(node.find(f"{W}sdtPr"), "showingPlcHdr"):
        return around._replace(left_out=("placeholder", "the prompt of an empty form field"))
    return around


def _alternatives(walk: Walk, node: Element, around: Around) -> None:
    branch = alternative(node)
    if branch is not None:
        walk.enter(elements(branch), around)


def _ruby(walk: Walk, node: Element, around: Around) -> None:
    """The words, then how they are read, raised."""
    for name, raised in (("rt", "superscript"), ("rubyBase", "")):
        found = node.find(f"{W}{name}")
        if found is not None:
            walk.enter(elements(found), around._replace(raised=raised or around.raised))


def _equation(walk: Walk, node: Element, around: Around) -> None:
    for piece in pieces_of(node):
        walk.text(piece.text, around._replace(raised=piece.raised))


# --- what stands in a run -------------------------------------------------------------------------


def _text(walk: Walk, node: Element, around: Around) -> None:
    text = node.text or ""
    if "\n" in text and node.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
        text = text.strip()  # set out in lines by whoever wrote the XML
    walk.text(text, around)


def _character(walk: Walk, node: Element, around: Around) -> None:
    walk.text(_CHARACTERS[str(node.tag).removeprefix(W)], around)


def _break(walk: Walk, node: Element, around: Around) -> None:
    walk.line_break(around)


def _symbol(walk: Walk, node: Element, around: Around) -> None:
    try:
        code = int(value(node, "char") or "", 16)
    except ValueError:
        code = -1
    font = value(node, "font") or around.look.font
    shown = symbol(font, code) if code > 0 else UNKNOWN
    walk.text(shown, around._replace(look=around.look.under(Look(font=""))))


def _note(kind: str) -> _Handler:
    def handle(walk: Walk, node: Element, around: Around) -> None:
        if walk.reason(around):
            return
        name = walk.story.file.refer(kind, value(node, "id") or "")
        if not name:
            return
        if is_set(node, "customMarkFollows"):
            walk.mark = name
            return
        walk.content.atoms.append(Atom(NOTE, "", walk.story.file.tape.end, note=name))

    return handle


def is_set(node: Element, name: str) -> bool:
    """Whether an attribute of Word's that is a switch is on."""
    return (value(node, name) or "0").lower() not in ("0", "false", "off")


def _drawing(walk: Walk, node: Element, around: Around) -> None:
    reason = walk.reason(around)
    if reason is None:
        walk.content.drawings.append(node)
        return
    text = plain_text(node)
    span = walk.story.file.tape.omit(reason[0], reason[1], text)
    if reason[2]:
        walk.story.file.changes.record(reason[2], span, text)


# --- fields ---------------------------------------------------------------------------------------


def _field_mark(walk: Walk, node: Element, around: Around) -> None:
    fields = walk.story.fields.open
    kind = value(node, "fldCharType")
    if kind == "begin":
        box = node.find(f"{W}ffData/{W}checkBox")
        fields.append(Field(is_checked=box is not None and _is_checked(box)))
    elif fields and kind == "separate":
        fields[-1].in_result = True
        _begun(walk, fields[-1])
    elif fields and kind == "end":
        closed = fields.pop()
        if not closed.in_result:
            _shown_without_result(walk, closed, around)


def _begun(walk: Walk, one: Field) -> None:
    """The result of a field begins."""
    if one.kind == SEQUENCE and one.arguments:
        walk.content.sequence = one.arguments[0]


def _shown_without_result(walk: Walk, one: Field, around: Around) -> None:
    """Fields that Word draws from their instruction alone."""
    if one.kind == CHECKBOX:
        walk.text(_CHECKED if one.is_checked else _UNCHECKED, around)
    elif one.kind == SYMBOL and one.arguments:
        words = one.arguments
        font = words[words.index("\\f") + 1] if "\\f" in words[:-1] else None
        code = number(words[0])
        walk.text(symbol(font, code) if font and code else chr(code or 0xFFFD), around)
    elif one.shown:
        walk.text(one.shown, around)
    else:
        _begun(walk, one)


def _is_checked(box: Element) -> bool:
    state = box.find(f"{W}checked")
    state = state if state is not None else box.find(f"{W}default")
    return state is not None and is_on(state)


def _instruction(walk: Walk, node: Element, around: Around) -> None:
    fields = walk.story.fields.open
    if fields and not fields[-1].in_result:
        fields[-1].add(node.text or "")


def _simple_field(walk: Walk, node: Element, around: Around) -> None:
    one = Field(in_result=True)
    one.add(value(node, "instr") or "")
    walk.story.fields.open.append(one)
    _begun(walk, one)
    walk.enter(elements(node), around, one)


# --- comments -------------------------------------------------------------------------------------


def comment_mark(story: Story, node: Element) -> None:
    """Where the words that a comment is about begin or end."""
    name = value(node, "id") or ""
    at = story.file.tape.at
    anchors = story.file.anchors
    if node.tag == f"{W}commentRangeEnd" and name in anchors:
        anchors[name][1] = at
    else:
        anchors.setdefault(name, [at, at])


def _comment(walk: Walk, node: Element, around: Around) -> None:
    comment_mark(walk.story, node)


_HANDLERS: dict[str, _Handler] = {
    f"{W}r": _run,
    f"{W}hyperlink": _hyperlink,
    f"{W}ins": _changed,
    f"{W}del": _changed,
    f"{W}moveTo": _changed,
    f"{W}moveFrom": _changed,
    f"{W}sdt": _control,
    f"{MC}AlternateContent": _alternatives,
    f"{W}ruby": _ruby,
    f"{M}oMath": _equation,
    f"{M}oMathPara": _equation,
    f"{W}t": _text,
    f"{W}delText": _text,
    f"{W}br": _break,
    f"{W}cr": _break,
    f"{W}sym": _symbol,
    f"{W}footnoteReference": _note(FOOTNOTE),
    f"{W}endnoteReference": _note(ENDNOTE),
    f"{W}drawing": _drawing,
    f"{W}pict": _drawing,
    f"{W}object": _drawing,
    f"{W}fldChar": _field_mark,
    f"{W}instrText": _instruction,
    f"{W}fldSimple": _simple_field,
    f"{W}commentRangeStart": _comment,
    f"{W}commentRangeEnd": _comment,
    f"{W}commentReference": _comment,
    **{f"{W}{name}": _character for name in _CHARACTERS},
}
