"""The element that frames the article: where the mass of paragraphs is, few of it links.

The measure is Readability's, which every browser's reader view descends from; what it says is a
sum of named signs, as everywhere here.
"""

from __future__ import annotations

from converter.readers.html.measures import Measures
from converter.readers.html.tree import Element, Run, descend
from converter.readers.html.words import weight_of

BY_TAG = {
    "div": 5,
    "article": 5,
    "main": 5,
    "pre": 3,
    "td": 3,
    "blockquote": 3,
    "address": -3,
    "ol": -3,
    "ul": -3,
    "dl": -3,
    "dd": -3,
    "dt": -3,
    "li": -3,
    "form": -3,
    "h1": -5,
    "h2": -5,
    "h3": -5,
    "h4": -5,
    "h5": -5,
    "h6": -5,
    "th": -5,
}
"""What a tag says of an element as a frame, before its text is seen."""

STATED = 50.0
"""What `itemprop=articleBody` says: more than any name."""

_SPEAKING = frozenset("p td pre section h2 h3 h4 h5 h6".split())
_MIN_TEXT = 25
_ANCESTORS = 5
_PER_LENGTH, _MOST_LENGTH = 100, 3
_CLOSE = 0.75
"""The share of the best score from which a rival counts."""
_RIVALS = 3
_CANDIDATES = 5
_CLIMB = 3
"""A frame whose score is a third of the best below is no longer one."""


def find_frame(body: Element) -> Element | None:
    """The element that frames the article, or None where nothing looks like one."""
    scored = _score(body)
    for element in scored:
        own: Measures = element.measures
        own.score *= 1 - own.link_density
    ranked = sorted(scored, key=lambda element: -element.measures.score)[:_CANDIDATES]
    if not ranked or ranked[0].measures.score <= 0:
        return None
    return _alone(_climb(_with_rivals(ranked)))


def _score(body: Element) -> list[Element]:
    scored: list[Element] = []
    for element in _read(body):
        own: Measures = element.measures
        speaks = element.tag in _SPEAKING or (
            element.tag not in ("body", "a", "span")
            and not own.holds_blocks
            and own.chars > 0
            and element.tag == "div"
        )
        if not speaks or own.chars < _MIN_TEXT:
            continue
        value = 1 + own.commas + 1 + min(own.chars // _PER_LENGTH, _MOST_LENGTH)
        above = element.parent
        for level in range(_ANCESTORS):
            if above is None or above.tag == "html":
                break
            if not above.measures.scored:
                above.measures.scored = True
                above.measures.score = _first_score(above)
                scored.append(above)
            above.measures.score += value / (1 if level == 0 else 2 if level == 1 else level * 3)
            above = above.parent
    return scored


def _first_score(element: Element) -> float:
    stated = STATED if "articlebody" in element.get("itemprop").lower() else 0.0
    return BY_TAG.get(element.tag, 0) + weight_of(element) + stated


def _read(root: Element) -> list[Element]:
    """The elements that are not left out."""
    found: list[Element] = []
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.reason:
            continue
        found.append(element)
        waiting += [child for child in reversed(element.children) if isinstance(child, Element)]
    return found


def _ancestors(element: Element) -> list[Element]:
    found: list[Element] = []
    above = element.parent
    while above is not None and above.tag != "html":
        found.append(above)
        above = above.parent
    return found


def _with_rivals(ranked: list[Element]) -> Element:
    """The best, or what holds it and three rivals nearly as good."""
    best = ranked[0]
    rivals = [
        set(map(id, _ancestors(other)))
        for other in ranked[1:]
        if other.measures.score >= best.measures.score * _CLOSE
    ]
    if len(rivals) >= _RIVALS:
        for above in _ancestors(best):
            if above.tag != "body" and sum(id(above) in holder for holder in rivals) >= _RIVALS:
                return above
    return best


def _climb(best: Element) -> Element:
    """Up while what is above scores higher: the text is spread over several frames."""
    last = best.measures.score
    least = last / _CLIMB
    for above in _ancestors(best):
        if above.tag == "body":
            break
        if not above.measures.scored:
            continue
        if above.measures.score < least:
            break
        if above.measures.score > last:
            return above
        last = above.measures.score
    return best


def _alone(best: Element) -> Element:
    """Up while it is all that its parent holds."""
    here = best
    while here.parent is not None and here.parent.tag != "body":
        others = [
            child
            for child in here.parent.children
            if child is not here
            and (child.text.strip() if isinstance(child, Run) else not child.reason)
        ]
        if others:
            break
        here = here.parent
    return here


_SIBLING_LEAST, _SIBLING_SHARE = 10.0, 0.2
_LONG, _FEW_LINKS = 80, 0.25


def with_siblings(frame: Element) -> list[Element]:
    """The frame, and beside it what belongs to the article too."""
    parent = frame.parent
    if parent is None:
        return [frame]
    least = max(_SIBLING_LEAST, frame.measures.score * _SIBLING_SHARE)
    name = frame.get("class")
    kept: list[Element] = []
    for element in parent.elements:
        own: Measures = element.measures
        if element is frame:
            kept.append(element)
        elif not element.reason:
            same = name and element.get("class") == name
            bonus = frame.measures.score * _SIBLING_SHARE if same else 0.0
            as_frame = own.scored and own.score + bonus >= least
            if as_frame or (element.tag == "p" and _is_prose(element)):
                kept.append(element)
    return kept


def _is_prose(paragraph: Element) -> bool:
    own: Measures = paragraph.measures
    if own.chars > _LONG:
        return own.link_density < _FEW_LINKS
    runs = (child.text for child in paragraph.children if isinstance(child, Run))
    return own.linked == 0 and any(text.rstrip().endswith(".") for text in runs)


def all_below(elements: list[Element]) -> list[Element]:
    """The elements at and below these, parents first."""
    return [own for element in elements for own in descend(element)]
