"""The XML floor: elements, runs and fields of WordprocessingML (ECMA-376, part 1, 17).

The modules above speak of paragraphs, lists and tables; only this one knows lxml.
"""

from __future__ import annotations

from typing import TypeAlias

# Allowed here: write() imports this package when it is called, not before.
from lxml import etree  # noqa: TID253

from converter.patterns import pattern

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W, R = f"{{{WORD}}}", f"{{{RELATIONSHIPS}}}"
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"

Element: TypeAlias = etree._Element

# Characters of a text that are elements in a run.
_ELEMENT_OF = {"\t": "tab", "\n": "br", "\u00ad": "softHyphen", "\u2011": "noBreakHyphen"}
_SPECIAL = pattern("([\t\n\u00ad\u2011])")


def new_root(name: str) -> Element:
    """The root element of a part, with the namespaces that its content uses."""
    return etree.Element(W + name, nsmap={"w": WORD, "r": RELATIONSHIPS})


def sub(parent: Element, tag: str, /, **attributes: str | int) -> Element:
    """A new last child in Word's namespace; its attributes are in that namespace too."""
    element = etree.SubElement(parent, W + tag)
    for key, value in attributes.items():
        element.set(W + key, str(value))
    return element


def ends_with(element: Element, tag: str) -> bool:
    """Whether the last child is one of this name."""
    last = next(element.iterchildren(reversed=True), None)
    return last is not None and last.tag == W + tag


def put_text(run: Element, text: str) -> None:
    """Add characters to a run: as ``w:t``, and as elements of their own where Word has one
    (tab, line break, soft and no-break hyphen). The characters must be legal in XML."""
    for piece in _SPECIAL.split(text):
        if piece in _ELEMENT_OF:
            etree.SubElement(run, W + _ELEMENT_OF[piece])
        elif piece:
            words = etree.SubElement(run, W + "t")
            words.text = piece
            if piece[0] == " " or piece[-1] == " " or "  " in piece:
                words.set(PRESERVE, "preserve")


def relate(element: Element, relationship: str) -> None:
    """Have the element point to a relationship of its part."""
    element.set(R + "id", relationship)


def put_field(parent: Element, instruction: str, result: str, style: str = "") -> None:
    """Add a field with the result that stands until Word works it out again: five runs, as Word
    writes them, since some readers skip the short form."""

    def run() -> Element:
        element = sub(parent, "r")
        if style:
            sub(sub(element, "rPr"), "rStyle", val=style)
        return element

    sub(run(), "fldChar", fldCharType="begin")
    code = sub(run(), "instrText")
    code.text = f" {instruction} "
    code.set(PRESERVE, "preserve")
    sub(run(), "fldChar", fldCharType="separate")
    put_text(run(), result)
    sub(run(), "fldChar", fldCharType="end")


def put_bookmark(parent: Element, name: str, number: int) -> None:
    """Add a bookmark at this point; ``number`` is its own in the document."""
    sub(parent, "bookmarkStart", id=number, name=name)
    sub(parent, "bookmarkEnd", id=number)
