"""What is drawn in a paragraph: pictures, text boxes, charts. Each becomes blocks behind the
paragraph that holds it. OpenDocument 1.3, Part 3, 10."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error
from collections.abc import Callable
from typing import TYPE_CHECKING

from converter.model import Figure, Text
from converter.readers.odt.names import CHART, DRAW, OFFICE, SVG, TEXT, XLINK, elements, plain_text
from converter.readers.odt.story import Story
from converter.readers.office.assets import Loose
from converter.readers.office.pieces import BLOCK, Piece

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

    ReadBox = Callable[[Story, Element], list[Piece]]

_BLOCKS = frozenset(f"{TEXT}{name}" for name in ("p", "h", "list"))
_OUTSIDE = ("://", "../", "file:", "data:")


def read_drawing(story: Story, drawing: Element, read_box: ReadBox) -> list[Piece]:
    """The blocks of a drawing; ``read_box`` reads the paragraphs of a text box."""
    pieces: list[Piece] = []
    stack: list[tuple[Element, str]] = [(drawing, "")]
    while stack:
        node, alt = stack.pop()
        alt = _alt(node) or alt
        tag = str(node.tag)
        if tag == f"{DRAW}frame":
            pieces += _frame(story, node, alt, read_box)
        elif tag == f"{DRAW}text-box" or any(child.tag in _BLOCKS for child in elements(node)):
            pieces += read_box(story, node)
        elif tag.startswith(DRAW):
            stack += [(child, alt) for child in reversed([*elements(node)])]
    return pieces


def _frame(story: Story, node: Element, alt: str, read_box: ReadBox) -> list[Piece]:
    """The first of a frame's contents that can be read: all show the same (10.4.2)."""
    for child in elements(node):
        if child.tag == f"{DRAW}text-box":
            return read_box(story, child)
        if child.tag == f"{DRAW}image":
            return [_picture(story, child, alt)]
        if child.tag == f"{DRAW}object":
            name = child.get(f"{XLINK}href") or ""
            root = story.file.opened.object(name)
            if root is not None and root.find(f"{OFFICE}body/{OFFICE}chart") is not None:
                return [_chart(story, root, name, alt)]
    return [Piece(BLOCK, block=Figure("", alt, markup=(story.file.tape.line(),)))] if alt else []


def _alt(node: Element) -> str:
    """The words that stand for a drawing when it cannot be seen."""
    for name in (f"{SVG}desc", f"{SVG}title"):
        words = " ".join((node.findtext(name) or "").split())
        if words:
            return words
    return ""


def _picture(story: Story, node: Element, alt: str) -> Piece:
    at = story.file.tape.line()
    url = (node.get(f"{XLINK}href") or "").removeprefix("./")
    store = story.file.opened.store
    data = node.findtext(f"{OFFICE}binary-data")
    if data is not None and isinstance(store, Loose):
        url = _hold(store, data)
    is_outside = any(mark in url[:16] for mark in _OUTSIDE)
    asset = "" if is_outside else story.file.assets.keep(url)
    return Piece(BLOCK, block=Figure(url, alt, markup=(at,), asset=asset))


def _hold(store: Loose, text: str) -> str:
    """The name of a picture in base64; none when it is damaged."""
    try:
        return store.add(b64decode("".join(text.split()), validate=True))
    except (Error, ValueError):
        return ""


def _chart(story: Story, root: Element, name: str, alt: str) -> Piece:
    """A chart as a figure: its title is the caption, what else is written in it is left out of
    the text and listed."""
    at = story.file.tape.line()
    caption: tuple[Text, ...] = ()
    title = next(root.iter(f"{CHART}title"), None)
    words = " ".join(plain_text(title).split()) if title is not None else ""
    if words and title is not None:
        caption = (Text(words, story.file.tape.write(words)),)
        title.clear()
    story.file.tape.line()
    body = root.find(f"{OFFICE}body")
    rest = plain_text(body) if body is not None else ""
    story.file.tape.omit("chart", "labels and figures drawn in a chart", rest)
    return Piece(BLOCK, block=Figure(name.removeprefix("./"), alt, caption, markup=(at,)))
