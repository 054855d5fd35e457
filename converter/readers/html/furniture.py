"""What surrounds the article, and what stands in it and is none of it: marked with the reason, and
left out by it. Nothing is lost: it stays in the reading text."""

from __future__ import annotations

import re

from converter.patterns import pattern
from converter.readers.html.elements import styles_of
from converter.readers.html.frame import find_frame, with_siblings
from converter.readers.html.headline import find_headline, kickers
from converter.readers.html.inside import clean
from converter.readers.html.measures import Measures, measure
from converter.readers.html.tree import Element, Run, descend, text_of, upwards
from converter.readers.html.words import furniture_name, is_article_name
from converter.records import record

OUTSIDE = "outside the article"
HEADLINE = "the headline, which the metadata hold"

TAGS = {
    "nav": "navigation",
    "aside": "sidebar",
    "footer": "footer",
    "form": "form",
    "button": "button",
    "menu": "navigation",
    "dialog": "popup",
    "label": "form",
    "legend": "form",
}
"""Elements that say by their tag that they are no article (HTML Standard, 4.3)."""

ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "complementary": "sidebar",
    "contentinfo": "footer",
    "banner": "header",
    "search": "form",
    "form": "form",
    "alert": "popup",
    "alertdialog": "popup",
    "dialog": "popup",
}
"""The same by role (ARIA 1.2, 5.3.4)."""

_MOST = 0.4
"""The share of the page's text from which what an element is called proves nothing."""
_MUCH_MORE = 1.5
_ENOUGH = 500
"""Code points of an article; with less, what was left out by name is looked at again."""
_SHORT = 20
_FEW = 100
"""Nodes of a label, at most."""
_LABEL = 100
"""Code points of a label for screen readers."""
_INLINE = frozenset("span b strong i em small sup sub code time abbr u s font".split())
_LINKS = 0.4
"""The share of links from which a good word in a name is no excuse."""
_ADVERTISEMENT = pattern(
    r"(?:advertise?ment|advertising|sponsored|ad|publicité|publicidad|publicidade|pubblicità"
    r"|anzeige|werbung|advertentie|annons|reklama)\W*",
    re.IGNORECASE,
)
_UNSEEN_WORDS = pattern(
    r"(?:^|[\s_-])(?:sr-only|screen-?reader(?:-text)?|visually-?hidden|assistive-text|offscreen)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)


@record()
class Article:
    """The elements that hold the article, and its headline where that stands outside them."""

    roots: list[Element]
    headline: Element | None


def hide(root: Element) -> None:
    """Mark what the page does not show."""
    for element in descend(root):
        if element.tag not in ("html", "body") and not element.reason:
            element.reason = _hidden(element)


def _hidden(element: Element) -> str:
    if "hidden" in element.attrs and element.get("hidden") != "until-found":
        return "hidden"
    if element.tag == "noscript":
        return "shown without scripts"
    if element.tag == "x-template":
        shadow = "shadowrootmode" in element.attrs or "shadowroot" in element.attrs
        return "" if shadow else "template"
    if element.get("aria-hidden").lower() == "true":
        return "hidden from readers"
    name = element.get("class")
    if name and _UNSEEN_WORDS.search(name[:400]) and _is_label(element):
        return "for screen readers"
    own = styles_of(element)
    if own.get("display") == "none" or own.get("visibility") == "hidden":
        return "hidden"
    return ""


def _is_label(element: Element) -> bool:
    """Whether what only screen readers are given names something else on the page; a table or a
    text is the words of a picture."""
    return element.tag != "table" and len(text_of(element, _FEW)) <= _LABEL


def leave_out(root: Element, titles: tuple[str, ...]) -> Article:
    """Mark all that is not the article. By ``titles``, what the page is called, the headline is
    known. The measures must be there, taken after ``hide``."""
    body = body_of(root)
    named = _mark_named(body)
    measure(root)
    article = _article(body)
    if _chars(article) < _ENOUGH:
        for element in named:
            element.reason = ""
        measure(root)
        again = _article(body)
        if _chars(again) > _chars(article) * _MUCH_MORE:
            article = again
        else:
            _mark_named(body)
            measure(root)
    if not article:
        return Article([body], None)
    headline = find_headline(body, article, titles)
    for kicker in kickers(article, headline, titles):
        kicker.set("role", "none")
    _mark_outside(body, article)
    if headline is not None:
        headline.reason = HEADLINE
    clean(article)
    return Article(article, headline)


def body_of(root: Element) -> Element:
    """The body of a page."""
    return next(child for child in root.elements if child.tag in ("body", "frameset"))


def _chars(elements: list[Element]) -> int:
    return sum(element.measures.chars for element in elements)


def _article(body: Element) -> list[Element]:
    frame = find_frame(body)
    return with_siblings(frame) if frame is not None else []


def _mark_named(body: Element) -> list[Element]:
    """Mark what tag, role, class or id name as furniture; gives what was marked."""
    most = body.measures.chars * _MOST
    marked: list[Element] = []
    waiting = list(body.elements)
    while waiting:
        element = waiting.pop()
        if element.reason:
            continue
        reason = _named(element)
        if reason and element.measures.chars <= most and not _is_within_data(element):
            element.reason = reason
            marked.append(element)
        else:
            waiting += element.elements
    return marked


def _named(element: Element) -> str:
    if element.tag in ("article", "main", "figure", "h1", "table", "code", "pre"):
        return ""
    stated = TAGS.get(element.tag, "") or ROLES.get(element.get("role").lower(), "")
    if stated:
        return stated
    own: Measures = element.measures
    if 0 < own.chars < _SHORT and _ADVERTISEMENT.fullmatch(text_of(element, _FEW)):
        return "advertisement"
    if element.tag == "a" or element.tag in _INLINE:
        return ""
    name = furniture_name(element)
    excused = is_article_name(element) and own.link_density < _LINKS
    return "" if excused else name


def _is_within_data(element: Element) -> bool:
    above = element.parent
    for _ in range(4):
        if above is None:
            return False
        if above.tag in ("table", "code", "pre"):
            return True
        above = above.parent
    return False


def _mark_outside(body: Element, kept: list[Element]) -> None:
    """Mark all but these and what holds them."""
    ways = {id(above) for element in kept for above in upwards(element)}
    inside = {id(element) for element in kept}
    if id(body) in inside:
        return
    for element in kept:
        for above in upwards(element):
            above.reason = ""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        for index, child in enumerate(element.children):
            if isinstance(child, Run):
                if child.text.strip():
                    element.children[index] = _wrapped(child, element)
            elif id(child) in inside:
                continue
            elif id(child) in ways:
                waiting.append(child)
            elif not child.reason:
                child.reason = OUTSIDE


def _wrapped(run: Run, parent: Element) -> Element:
    """A stretch of text as an element that can be left out."""
    element = Element("span", {}, parent)
    element.measures = Measures()
    element.children.append(run)
    element.reason = OUTSIDE
    return element
