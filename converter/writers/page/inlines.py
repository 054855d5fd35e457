"""Inlines as phrasing content. Nothing we add stands between the characters of a leaf."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from converter.model import (
    INLINE_CONTAINERS,
    Code,
    Emphasis,
    Inline,
    Leaf,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Subscript,
    Superscript,
    leaves,
)
from converter.patterns import pattern
from converter.writers.page.characters import one_space
from converter.writers.page.context import Context
from converter.writers.page.elements import EMPTY, Html, element, join, text, void

MAX_DEPTH = 16
"""Marks in marks in marks: deeper ones are dropped, their words are kept."""

SCHEMES = ("http", "https", "mailto")
"""What a reader may be sent to with one click; any other address is left as text."""

_TAGS: dict[type[Inline], str] = {
    Emphasis: "em",
    Strong: "strong",
    Superscript: "sup",
    Subscript: "sub",
}
_URL_CHARACTERS = "!#$%&'()*+,-./:;=?@[]_~"
_BREAKS = pattern(r"[\s\x00-\x20\x7f]")


def inlines(
    nodes: tuple[Inline, ...], context: Context, *, linked: bool = False, depth: int = 0
) -> Html:
    """The inlines in order. ``linked``: they stand in a link, and a link holds no other."""
    return join(_inline(node, context, linked, depth) for node in nodes)


def safe_address(url: str) -> str:
    """The address as an ``href`` may hold it, in ASCII; empty when it is not one of SCHEMES."""
    stripped = url.strip()
    scheme, colon, _ = stripped.partition(":")
    if not colon or scheme.lower() not in SCHEMES or _BREAKS.search(stripped):
        return ""
    try:
        address = quote(stripped, safe=_URL_CHARACTERS)
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.netloc or (parts.scheme == "mailto" and parts.path) else ""


def _inline(node: Inline, context: Context, linked: bool, depth: int) -> Html:
    if isinstance(node, LineBreak):
        return void("br")
    if isinstance(node, INLINE_CONTAINERS):
        if depth >= MAX_DEPTH:
            return join(_leaf(leaf, context, linked) for leaf in leaves((node,)))
        address = safe_address(node.url) if isinstance(node, Link) and not linked else ""
        inner = inlines(node.children, context, linked=linked or bool(address), depth=depth + 1)
        if isinstance(node, Link):
            return element("a", inner, href=address) if address and inner else inner
        return element(_TAGS[type(node)], inner)
    return _leaf(node, context, linked)


def _leaf(leaf: Leaf, context: Context, linked: bool) -> Html:
    if isinstance(leaf, NoteReference):
        shown = _note_reference(leaf, context, linked)
    elif isinstance(leaf, Code):
        shown = element("code", text(leaf.text))
    else:
        shown = text(one_space(leaf.text))
    is_written = leaf.span and (leaf.text or not isinstance(leaf, NoteReference))
    return shown if is_written else element("span", shown, class_="generated")


def _note_reference(leaf: NoteReference, context: Context, linked: bool) -> Html:
    """The mark, raised; it links to its note, and the note's own mark links back to the first.
    Where the file leaves it to be counted, as Word's do, the note's id is the mark.

    Brackets keep a bare mark apart from the word before it when the page is read as text.
    """
    mark = leaf.text.strip() or leaf.note
    shown = text(mark)
    target = context.anchors.note(leaf.note) if context.prints("notes") and not linked else ""
    if target and mark:
        anchor = context.anchors.fresh(f"ref-{target}")
        context.references.setdefault(target, (mark, anchor))
        shown = element("a", shown, id=anchor, href=f"#{target}", role="doc-noteref")
    bare = mark[:1].isalnum()
    opening, closing = (_bracket("["), _bracket("]")) if bare else (EMPTY, EMPTY)
    return element("sup", opening, shown, closing, class_="note-mark")


def _bracket(character: str) -> Html:
    return element("span", Html(character), class_="generated")
