"""Web pages: the tree that a browser would build, its blocks, and what surrounds the article.

docs/decisions/html.md has the reasons. The reading text is the page's text in the order of the
file, white space collapsed; what is furniture stands in it too, as omissions.
"""

from __future__ import annotations

from converter.model import Block, Document, SourceFile, Span
from converter.readers.html.blocks import BlockReader
from converter.readers.html.flow import Flow
from converter.readers.html.furniture import Article, body_of, hide, leave_out
from converter.readers.html.linked_data import articles_of
from converter.readers.html.live import live_entries, set_times_as_headings
from converter.readers.html.marking import mark_source
from converter.readers.html.measures import measure, settle
from converter.readers.html.metadata import Statements, items, near
from converter.readers.html.notes import Notes
from converter.readers.html.report import live_notices, notices_of, refuse_empty
from converter.readers.html.tree import Element, descend, parse, release
from converter.readers.options import ReadOptions
from converter.records import replace


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that a page states; spans point into the text that is put together here.

    Raises InputError when the page has too many elements, or holds no text.
    """
    root, cut = _tree(source)
    things, broken = articles_of(root)
    stated = Statements(root, things)
    article = _article(root, stated.titles(), options)
    settle(root)
    stated.see(near(body_of(root), article.roots, article.headline))
    entries = live_entries(root, things)
    notices = [*live_notices(entries)]
    set_times_as_headings(entries)
    shown = (article.headline, stated.byline, stated.time)
    watched = frozenset(id(own) for own in shown if own is not None)
    reader, blocks = _blocks(root, source, options, watched)
    text = reader.flow.text
    refuse_empty(text, root, source.name)
    spans = {own: _span(text, *stretch) for own, stretch in reader.stretches.items()}
    metadata, disputes = items(stated, article.headline, spans)
    omissions = reader.flow.omitted(text)
    about = tuple(notices_of(root, blocks, omissions, broken, cut))
    language = stated.language()
    release(root)
    return Document(
        source=replace(source, text=text, characters=len(text), places=tuple(reader.flow.places)),
        blocks=blocks,
        language=language,
        metadata=metadata,
        notes=tuple(reader.found_notes),
        omissions=omissions,
        notices=(*about, *notices, *disputes),
    )


def _tree(source: SourceFile) -> tuple[Element, int]:
    """The page's tree, and how many elements lost their frame."""
    marked = mark_source(source.text, source.name)
    return parse(marked), marked.cut


def _blocks(
    root: Element, source: SourceFile, options: ReadOptions, watched: frozenset[int]
) -> tuple[BlockReader, tuple[Block, ...]]:
    """The blocks, and the reader that holds the rest. A mark whose note is not read, since it is
    too deep, is a link: then all is read again."""
    notes = Notes(root)
    reader = BlockReader(Flow(source.line_starts), notes, options, watched)
    blocks = reader.read(root)
    if notes.forget({note.id for note in reader.found_notes}):
        reader = BlockReader(Flow(source.line_starts), notes, options, watched)
        blocks = reader.read(root)
    return reader, blocks


def _article(root: Element, titles: tuple[str, ...], options: ReadOptions) -> Article:
    """The article, all else marked as furniture; with ``keep_furniture`` the whole page."""
    if options.keep_furniture:
        measure(root)
        return Article([body_of(root)], None)
    hide(root)
    measure(root)
    if not body_of(root).measures.chars:  # a page that a script was to show
        for element in descend(root):
            element.reason = ""
        measure(root)
    return leave_out(root, titles)


def _span(text: str, start: int, end: int) -> Span:
    """The stretch without the white space round it."""
    own = text[start:end]
    first = start + len(own) - len(own.lstrip())
    return Span(first, max(first, start + len(own.rstrip())))
