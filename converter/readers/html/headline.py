"""The headline of a page: the heading that says what the page's title says."""

from __future__ import annotations

import re

from converter.readers.html.elements import heading_level
from converter.readers.html.frame import holds
from converter.readers.html.tree import Element, descend, text_of

_WORD = re.compile(r"\w+")
_SAME = 0.75
"""The share of the heading's words that stand in the title, and there in a row or not."""
_SITE = re.compile(r"\s+[|\-–—:•·»]\s+|\s*\|\s*")


def find_headline(body: Element, article: list[Element], title: str) -> Element | None:
    """The headline outside the article, above it; None when it stands inside, or nowhere."""
    wanted = _words(title)
    best: Element | None = None
    for element in descend(body):
        if any(element is own for own in article):
            break
        level = heading_level(element)
        if not level or level > 2 or any(holds(own, element) for own in article):
            continue
        words = _words(text_of(element))
        if words and (matches(words, wanted) or (level == 1 and not wanted)):
            best = element
    if any(
        heading_level(element) in (1, 2) and matches(_words(text_of(element)), wanted)
        for own in article
        for element in descend(own)
        if not element.reason
    ):
        return None
    return best or _lone(body, article)


def matches(words: list[str], title: list[str]) -> bool:
    """Whether a heading says what a title says, the site's name in it aside."""
    if not words or not title:
        return False
    known = set(title)
    return sum(word in known for word in words) >= _SAME * len(words) and len(words) * 3 >= len(
        title
    )


def _lone(body: Element, article: list[Element]) -> Element | None:
    """The one h1 that stands above the article."""
    above: list[Element] = []
    for element in descend(body):
        if any(element is own for own in article):
            break
        if element.tag == "h1" and text_of(element) and not element.reason:
            above.append(element)
    inside = any(element.tag == "h1" for own in article for element in descend(own))
    return above[0] if len(above) == 1 and not inside else None


def without_site(title: str) -> str:
    """A page's title without the name of the site, which stands before or behind a mark."""
    parts = [part for part in _SITE.split(title) if part.strip()]
    longest = max(parts, key=len, default="")
    return longest.strip() if len(longest) * 2 > len(title.strip()) else title.strip()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
