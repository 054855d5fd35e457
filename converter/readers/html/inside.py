"""What stands in an article's frame and is no part of the article."""

from __future__ import annotations

from converter.readers.html.measures import Measures
from converter.readers.html.tables import is_data
from converter.readers.html.tree import Element, descend
from converter.readers.html.words import weight_of, words_of

THRESHOLD = 1.0
WEIGHTS: dict[str, tuple[float, str]] = {
    "named light": (1.0, "class and id speak against it"),
    "shares": (1.0, "named as a share line, and short"),
    "pictures without paragraphs": (1.0, "more than one picture, hardly a paragraph"),
    "items without paragraphs": (1.0, "more items than paragraphs, and a hundred of them"),
    "a form": (1.0, "a field to every third paragraph, or more"),
    "a label of links": (1.0, "hardly a word, and links in it"),
    "links": (1.0, "a fifth of its text is links, a half where its name is good"),
    "embeds": (1.0, "an embedded thing with hardly a word, or several"),
    "empty": (1.0, "no word and no picture"),
    "prose": (-1.0, "ten commas or more: a running text"),
}
"""Signs that a part of the frame is furniture; their sum must reach THRESHOLD."""

_REASONS = {
    "shares": "share line",
    "links": "links",
    "a label of links": "links",
    "a form": "form",
    "embeds": "embedded",
    "pictures without paragraphs": "pictures",
}
_PARTS = frozenset("form fieldset table td ul ol div section".split())
"""What may be furniture; a cell is one of a table that sets the page."""
_COMMAS = 10
_SHORT = 25
_SHARES = 500
_GOOD = 25
_ALL = 0.9
_A_PICTURE = (1, 2)
_SOME_LINKS, _MANY_LINKS = 0.2, 0.5


def clean(article: list[Element]) -> None:
    """Mark parts of the article's frame that are none of it, the innermost first."""
    for root in article:
        elements = list(descend(root))[1:]
        keeping: set[int] = set()
        for element in elements:
            if (
                id(element) in keeping
                or element.tag in ("figure", "pre", "code", "blockquote")
                or (element.tag == "table" and is_data(element))
            ):
                keeping.update(id(own) for own in element.elements)
                keeping.add(id(element))
        for element in reversed(elements):
            if element.reason or element.tag not in _PARTS or id(element) in keeping:
                continue
            signs = _signs(element)
            if sum(WEIGHTS[name][0] for name in signs) >= THRESHOLD:
                reason = next((_REASONS[name] for name in signs if name in _REASONS), "furniture")
                _take_out(element, reason, root)
        for element in elements:
            if element.tag in ("h1", "h2") and weight_of(element) < 0 and not element.reason:
                element.reason = "furniture"


def _take_out(element: Element, reason: str, root: Element) -> None:
    """Mark an element; what holds it no longer counts it."""
    element.reason = reason
    own: Measures = element.measures
    above = element.parent
    while above is not None:
        outer: Measures = above.measures
        outer.chars -= own.chars
        outer.linked -= own.linked
        outer.commas -= own.commas
        outer.paragraphs -= own.paragraphs
        outer.pictures -= own.pictures
        outer.items -= own.items
        outer.fields -= own.fields
        outer.embeds -= own.embeds
        outer.headed -= own.headed
        outer.listed -= own.listed
        if above is root:
            break
        above = above.parent


def _signs(element: Element) -> list[str]:
    own: Measures = element.measures
    weight = weight_of(element)
    is_list = element.tag in ("ul", "ol") or (own.listed > _ALL * own.chars > 0)
    headed = own.headed / own.chars if own.chars else 0.0
    density = own.link_density
    holds = {
        "named light": weight < 0,
        "shares": bool({"share", "sharedaddy"} & set(words_of(element))) and own.chars < _SHARES,
        "pictures without paragraphs": own.pictures > 1 and own.paragraphs < 0.5 * own.pictures,
        "items without paragraphs": not is_list and own.items - 100 > own.paragraphs,
        "a form": own.fields > own.paragraphs // 3,
        "a label of links": not is_list
        and headed < _ALL
        and own.chars < _SHORT
        and own.pictures not in _A_PICTURE
        and density > 0,
        "links": (not is_list and weight < _GOOD and density > _SOME_LINKS)
        or (weight >= _GOOD and density > _MANY_LINKS),
        "embeds": (own.embeds == 1 and own.chars < 3 * _SHORT) or own.embeds > 1,
        "empty": own.pictures == 0 and own.chars == 0 and own.embeds == 0,
    }
    found = [name for name, true in holds.items() if true]
    if own.commas >= _COMMAS and "named light" not in found and "shares" not in found:
        found.append("prose")
        return ["prose"]
    return found
