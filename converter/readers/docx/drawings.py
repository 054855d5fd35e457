"""What is drawn in a paragraph: pictures, text boxes, charts, diagrams, lines. Each becomes blocks
behind the paragraph that holds it.

DrawingML is ECMA-376 Part 1, 20 and 21; VML, which older files and fallbacks use, Part 4, 19.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from converter.model import BulletList, Figure, ListItem, Paragraph, Text, ThematicBreak
from converter.readers.docx.story import Story
from converter.readers.docx.words import alternative, plain_text
from converter.readers.docx.xml import DGM, MC, WP, A, C, O, R, V, W, elements
from converter.readers.office.pieces import BLOCK, PARAGRAPH, Piece

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

    ReadBox = Callable[[Story, Element], list[Piece]]


class _Part(NamedTuple):
    """One thing in a drawing: the element, and the words that stand for it when it cannot be
    seen."""

    node: Element
    alt: str


def read_drawing(story: Story, drawing: Element, read_box: ReadBox) -> list[Piece]:
    """The blocks of a drawing; ``read_box`` reads the paragraphs of a text box."""
    pieces: list[Piece] = []
    for part in _parts(drawing):
        node = part.node
        match node.tag:
            case tag if tag == f"{W}txbxContent":
                pieces += read_box(story, node)
            case tag if tag in (f"{A}blip", f"{V}imagedata"):
                pieces.append(_picture(story, node, part.alt))
            case tag if tag == f"{C}chart":
                pieces.append(_chart(story, node, part.alt))
            case tag if tag == f"{DGM}relIds":
                pieces += _diagram(story, node, part.alt)
            case tag if tag == f"{V}textpath":
                pieces += _line(story, node.get("string") or "")
            case _:
                at = story.file.tape.line()
                pieces.append(Piece(BLOCK, block=ThematicBreak((at,))))
    alt = _described(drawing)
    if alt and not pieces:
        pieces.append(Piece(BLOCK, block=Figure("", alt, markup=(story.file.tape.line(),))))
    return pieces


def _parts(drawing: Element) -> Iterator[_Part]:
    """What is in a drawing, in order; an alternative is taken once, a box is not entered."""
    stack: list[tuple[Element, str]] = [(drawing, "")]
    while stack:
        node, alt = stack.pop()
        alt = _alt(node) or alt
        tag = node.tag
        if tag in _PARTS or _is_line(node):
            yield _Part(node, alt)
            continue
        below = alternative(node) if tag == f"{MC}AlternateContent" else node
        if below is None:
            continue
        alt = next((own for child in elements(below) if (own := _alt(child))), alt)
        stack += [(child, alt) for child in reversed([*elements(below)])]


_PARTS = frozenset(
    (f"{W}txbxContent", f"{A}blip", f"{V}imagedata", f"{C}chart", f"{DGM}relIds", f"{V}textpath")
)


def _is_line(node: Element) -> bool:
    """Whether a shape is the line that HTML's ``hr`` becomes."""
    return node.tag == f"{V}rect" and (node.get(f"{O}hr") or "") in ("t", "true", "1")


def _alt(node: Element) -> str:
    """The alternative text that an element gives: of DrawingML's properties, of a VML shape."""
    if node.tag == f"{WP}docPr" or str(node.tag).endswith("}cNvPr"):
        text = node.get("descr") or node.get("title") or ""
    elif str(node.tag).startswith(V):
        text = node.get("alt") or ""
    else:
        return ""
    return " ".join(text.split())


def _described(drawing: Element) -> str:
    return next((text for node in elements(drawing) for text in map(_alt, _own(node)) if text), "")


def _own(node: Element) -> list[Element]:
    return [node, *elements(node)]


def _picture(story: Story, node: Element, alt: str) -> Piece:
    at = story.file.tape.line()
    embedded = node.get(f"{R}embed") or node.get(f"{R}id") or node.get(f"{R}pict")
    linked = node.get(f"{R}link") or node.get(f"{R}href")
    found = story.related.get(embedded or "") or story.related.get(linked or "")
    url = found.target if found else ""
    asset = "" if found and found.is_external else story.file.assets.keep(url)
    return Piece(BLOCK, block=Figure(url, alt, markup=(at,), asset=asset))


def _chart(story: Story, node: Element, alt: str) -> Piece:
    """A chart as a figure: its title is the caption, what else is written in it is left out of
    the text and listed."""
    at = story.file.tape.line()
    found = story.related.get(node.get(f"{R}id") or "")
    part = found.target if found else ""
    root = story.file.parts.package.xml(part) if part else None
    caption: tuple[Text, ...] = ()
    if root is not None:
        title = root.find(f"{C}chart/{C}title")
        words = " ".join(plain_text(title).split()) if title is not None else ""
        if words:
            caption = (Text(words, story.file.tape.write(words)),)
        for heading in root.iterfind(f"{C}chart/{C}title"):
            heading.clear()
        rest = plain_text(root)
        story.file.tape.line()
        story.file.tape.omit("chart", "labels and figures drawn in a chart", rest)
    return Piece(BLOCK, block=Figure(part, alt, caption, markup=(at,)))


def _diagram(story: Story, node: Element, alt: str) -> list[Piece]:
    """A diagram (SmartArt): what it shows, and its words as a list."""
    found = story.related.get(node.get(f"{R}dm") or "")
    part = found.target if found else ""
    root = story.file.parts.package.xml(part) if part else None
    figure = Figure(part, alt, markup=(story.file.tape.line(),))
    items: list[ListItem] = []
    for point in root.iter(f"{DGM}pt") if root is not None else ():
        words = " ".join(plain_text(point).split())
        if words:
            items.append(ListItem((_paragraph(story, words),)))
    pieces = [Piece(BLOCK, block=figure)]
    if items:
        pieces.append(Piece(BLOCK, block=BulletList(tuple(items))))
    return pieces


def _line(story: Story, words: str) -> list[Piece]:
    words = " ".join(words.split())
    if not words:
        return []
    return [Piece(PARAGRAPH, _paragraph(story, words).inlines)]


def _paragraph(story: Story, words: str) -> Paragraph:
    story.file.tape.line()
    return Paragraph((Text(words, story.file.tape.write(words)),))
