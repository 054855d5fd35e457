"""What is open while a page is read, and small changes to what it gives."""

from __future__ import annotations

from converter.model import Block, Heading, Inline, LineBreak, ListItem, Paragraph, Table
from converter.readers.html.flow import Style, Styles
from converter.readers.html.tables import TableFrame
from converter.readers.html.tree import Element, descend
from converter.records import field, mutable_record, replace


@mutable_record
class Frame:
    """What is open and takes in blocks: its element's kind, and the blocks so far."""

    kind: str
    blocks: list[Block] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    table: TableFrame | None = None


def with_style(styles: Styles, style: Style) -> Styles:
    """A style inside others; the same twice is once."""
    return styles if any(own.kind == style.kind for own in styles) else (*styles, style)


def joined(blocks: list[Paragraph | Heading] | list[Paragraph]) -> tuple[Inline, ...]:
    """The inlines of several blocks as those of one, a line each."""
    inlines: list[Inline] = []
    for block in blocks:
        if inlines:
            inlines.append(LineBreak())
        inlines += block.inlines
    return tuple(inlines)


def with_caption(blocks: list[Block]) -> list[Block]:
    """What a frame holds; words beside its one table are the caption of that."""
    tables = [block for block in blocks if isinstance(block, Table)]
    words = [block for block in blocks if isinstance(block, Paragraph)]
    if len(tables) != 1 or len(words) + 1 != len(blocks) or tables[0].caption:
        return blocks
    return [replace(tables[0], caption=joined(words))]


def language_of_code(element: Element) -> str:
    """The language of code, as highlighters note it: `language-python`."""
    for own in descend(element):
        for word in own.get("class").split():
            kind, dash, language = word.partition("-")
            if dash and kind in ("language", "lang", "highlight"):
                return language
    return ""
