"""What each element of a page holds, counted once from the leaves up."""

from __future__ import annotations

from converter.patterns import pattern
from converter.readers.html.elements import BLOCKS, UNSEEN
from converter.readers.html.tree import Element, Run, descend
from converter.records import mutable_record

_COMMA = pattern("[,،、，﹐﹑､、]")
_SPACES = pattern(r"\s{2,}")


@mutable_record
class Measures:
    """Code points of the text below, of those in links, commas; whether a block is below;
    paragraphs, pictures, items, fields of forms, embedded things, tables and terms; the code
    points of headings and lists;
    and the score as the article's frame."""

    chars: int = 0
    linked: float = 0.0
    commas: int = 0
    holds_blocks: bool = False
    paragraphs: int = 0
    pictures: int = 0
    items: int = 0
    fields: int = 0
    embeds: int = 0
    headed: int = 0
    listed: int = 0
    tables: int = 0
    terms: int = 0
    score: float = 0.0
    scored: bool = False

    @property
    def link_density(self) -> float:
        """The share of the text that is links."""
        return self.linked / self.chars if self.chars else 0.0


_COUNTED = {
    "p": "paragraphs",
    "img": "pictures",
    "li": "items",
    "table": "tables",
    "dt": "terms",
    "input": "fields",
    "textarea": "fields",
    "select": "fields",
    "iframe": "embeds",
    "object": "embeds",
    "embed": "embeds",
}
_SAME_PAGE = 0.3
"""What a link within the page counts: it is no way out of the article."""


def measure(root: Element) -> None:
    """Fill in the measures of every element. What is left out counts for nothing above it."""
    elements = list(descend(root))
    for element in elements:
        element.measures = Measures()
    for element in reversed(elements):
        own: Measures = element.measures
        if element.tag not in UNSEEN:
            for child in element.children:
                if isinstance(child, Run):
                    text = _SPACES.sub(" ", child.text.strip())
                    own.chars += len(text)
                    own.commas += len(_COMMA.findall(text))
        if element.tag == "a":
            href = element.get("href")
            own.linked = own.chars * (_SAME_PAGE if href.startswith("#") else 1.0)
        elif element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            own.headed = own.chars
        elif element.tag in ("ul", "ol"):
            own.listed = own.chars
        name = _COUNTED.get(element.tag)
        if name:
            setattr(own, name, getattr(own, name) + 1)
        if element.parent is not None:
            _count_in(element.parent.measures, own, element)


def settle(root: Element) -> None:
    """Keep of the measures what the reading of blocks asks for, once for all elements alike."""
    shared: dict[tuple[bool, int, int], Measures] = {}
    for element in descend(root):
        own: Measures = element.measures
        key = (own.holds_blocks, min(own.tables, 2), min(own.terms, 1))
        if key not in shared:
            shared[key] = Measures(holds_blocks=key[0], tables=key[1], terms=key[2])
        element.measures = shared[key]


def _count_in(above: Measures, own: Measures, element: Element) -> None:
    above.holds_blocks = above.holds_blocks or own.holds_blocks or element.tag in BLOCKS
    above.tables += own.tables
    above.terms += own.terms
    if element.reason or element.tag in UNSEEN:
        above.fields += own.fields
        above.embeds += own.embeds
        return
    above.chars += own.chars
    above.linked += own.linked
    above.commas += own.commas
    above.paragraphs += own.paragraphs
    above.pictures += own.pictures
    above.items += own.items
    above.fields += own.fields
    above.embeds += own.embeds
    above.headed += own.headed
    above.listed += own.listed
