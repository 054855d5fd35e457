"""What holds of every document, whoever made it. Readers, passes and fixtures go through here.

``assert_laws`` for a document with its reading text; ``source_of`` to make one of any text
whatever, also of text that ``sources.load`` would refuse.
"""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from itertools import pairwise

from converter.checks import ledger
from converter.model import (
    CodeBlock,
    Contents,
    ContentsEntry,
    Document,
    Figure,
    Link,
    ListItem,
    Node,
    NoteReference,
    Section,
    SourceFile,
    Table,
    Text,
    Turn,
    children,
    extent,
    map_blocks,
    markup_of,
    walk_document,
)
from converter.schemas import ArticleSchema
from converter.schemas.contracts import json_rendition
from converter.writers import WriteOptions, json

OPTIONS = WriteOptions(ArticleSchema("article", "Article", "Any article"))
LINE_END = re.compile(r"\r\n?|\n")
CAPTIONS = ("srt", "vtt")
WORD = re.compile(r"[^\W\d_]{2,}")
STATED = re.compile(
    r"""
      </?[A-Za-z][^<>]*>                                       # a tag
    | !\[[^\]]*\]\([^)]*\)                                     # a picture
    | \[ (?: [^\[\]\\] | \\. )+ \]: [\s>]* (?: <[^<>\n]*> | \S+ ) # a link's definition
      (?: [\s>]+ (?: "(?:[^"\\]|\\.)*" | '[^']*' | \([^)]*\) ) )?  # and its title
    """,
    re.VERBOSE | re.DOTALL,
)
"""In Markdown: where a mark holds words. A link's definition does, on a line of its own."""


def source_of(text: str, name: str = "article.txt", format: str = "text") -> SourceFile:
    """A source file with this text, for the reader of this format."""
    data = text.encode("utf-8", "surrogatepass")
    starts = (0, *(end.end() for end in LINE_END.finditer(text)))
    digest = sha256(data).hexdigest()
    return SourceFile(name, format, digest, len(text), text=text, line_starts=starts, data=data)


def assert_laws(document: Document) -> None:
    """Fail with the first law that does not hold, and where."""
    for law in LAWS:
        law(document)


def ledger_balances(document: Document) -> None:
    assert ledger.check(document) == ()


def rebuild_without_a_change_is_the_same_object(document: Document) -> None:
    assert map_blocks(document.blocks, lambda blocks: blocks) is document.blocks


def siblings_come_in_reading_order(document: Document) -> None:
    assert_in_order(document.blocks)
    for node in walk_document(document):
        match node:
            case Table():
                assert_in_order(node.caption)
                assert_in_order(node.header + node.rows)
            case Figure():
                assert_in_order(node.caption)
                assert_in_order(node.credit)
            case _:
                assert_in_order(children(node))


def assert_in_order(nodes: tuple[Node, ...]) -> None:
    """Each of these ends before the next begins, its markup included."""
    extents = [(node, span) for node in nodes if (span := extent(node)) is not None]
    for (before, left), (after, right) in pairwise(extents):
        assert left.end <= right.start, f"{before} reaches into {after}"


def no_leaf_is_empty(document: Document) -> None:
    for node in walk_document(document):
        assert not isinstance(node, Text) or node.text, f"empty leaf: {node}"


def markup_holds_no_words(document: Document) -> None:
    """What a reader sees is in leaves. An address, a fence's language and a letter that counts
    (``iv)``) are the exceptions; in captions the tags, the settings and the names of cues, in
    Markdown the name of a tag, and where a link leads."""
    if document.source.format in CAPTIONS:
        return
    text = document.source.text
    if document.source.format == "markdown":
        text = STATED.sub(lambda match: " " * len(match.group()), text)
    for node in walk_document(document):
        if not isinstance(node, Link | Figure | CodeBlock | ListItem):
            for span in markup_of(node):
                hidden = WORD.search(text, span.start, span.end)
                assert hidden is None, f"{hidden} is hidden in the markup of {node}"


def ids_are_unique_and_targets_exist(document: Document) -> None:
    nodes = list(walk_document(document))
    ids = Counter(node.id for node in nodes if isinstance(node, Section | Turn) and node.id)
    assert [name for name, count in ids.items() if count > 1] == []
    targets = {node.target for node in nodes if isinstance(node, ContentsEntry) and node.target}
    assert targets <= ids.keys()
    notes = {note.id for note in document.notes}
    assert {node.note for node in nodes if isinstance(node, NoteReference)} <= notes
    assert not any(isinstance(node, Contents) and not node.entries for node in nodes)


def confidence_is_a_share(document: Document) -> None:
    for node in walk_document(document):
        provenance = getattr(node, "provenance", None)
        if provenance is not None:
            assert provenance.rule, f"{node} names no rule"
            assert 0 <= provenance.confidence <= 1, f"{provenance}"


def json_there_and_back_is_equal(document: Document) -> None:
    assert json_rendition.load(json.write(document, OPTIONS)) == document


LAWS = (
    ledger_balances,
    json_there_and_back_is_equal,
    rebuild_without_a_change_is_the_same_object,
    siblings_come_in_reading_order,
    no_leaf_is_empty,
    markup_holds_no_words,
    ids_are_unique_and_targets_exist,
    confidence_is_a_share,
)
