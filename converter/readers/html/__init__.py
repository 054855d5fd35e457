"""Web pages: the tree that a browser would build, its blocks, and what surrounds the article.

docs/decisions/html.md has the reasons. The reading text is the page's text in the order of the
file, white space collapsed; what is furniture stands in it too, as omissions.
"""

from __future__ import annotations

from dataclasses import replace

from converter.model import Document, SourceFile
from converter.readers.html.blocks import BlockReader
from converter.readers.html.flow import Flow
from converter.readers.html.furniture import hide, leave_out
from converter.readers.html.marking import mark_source
from converter.readers.html.measures import measure
from converter.readers.html.notes import Notes
from converter.readers.html.tree import descend, parse, text_of
from converter.readers.options import ReadOptions


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that a page states; spans point into the text that is put together here.

    Raises InputError when the page has too many elements.
    """
    marked = mark_source(source.text, source.name)
    root = parse(marked)
    title = next((text_of(own) for own in descend(root) if own.tag == "title" and own.parent is not None and own.parent.tag != "svg"), "")
    if not options.keep_furniture:
        hide(root)
    measure(root)
    if not options.keep_furniture:
        leave_out(root, title)
    flow = Flow(source.line_starts)
    reader = BlockReader(flow, Notes(root), options)
    blocks = reader.read(root)
    text = flow.text
    return Document(
        source=replace(
            source, text=text, characters=len(text), places=tuple(flow.places)
        ),
        blocks=blocks,
        notes=tuple(reader.found_notes),
        omissions=flow.omitted(text),
    )
