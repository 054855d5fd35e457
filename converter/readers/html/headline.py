"""The headline of a page: the heading that says what the page's title says."""

from __future__ import annotations

from converter.patterns import pattern
from converter.readers.html.elements import heading_level
from converter.readers.html.frame import all_below
from converter.readers.html.tree import Element, descend, text_of, upwards

_WORD = pattern(r"\w+")
_SAME = 0.75
"""The share of the heading's words that stand in the title, and there in a row or not."""
_PART = 3
"""A title is at most so many times as long as the headline in it."""
_MOST_KICKERS = 2
_SITE = pattern(r"\s+[|\-–—:•·»]\s+|\s*\|\s*")


def find_headline(body: Element, article: list[Element], titles: tuple[str, ...]) -> Element | None:
    """The headline outside the article, above it; None when it stands inside, or nowhere."""
    roots = {id(own) for own in article}
    holders = {id(above) for own in article for above in upwards(own)}
    above: list[Element] = []
    for element in descend(body):
        if id(element) in roots:
            break
        if heading_level(element) and id(element) not in holders:
            above.append(element)
    if _inside(article, titles) is not None:
        return None
    named = [own for own in above if names(text_of(own), titles)]
    return named[-1] if named else _lone(above, article)


def kickers(
    article: list[Element], headline: Element | None, titles: tuple[str, ...]
) -> list[Element]:
    """The headings inside the article that stand above its headline: they name the part of the
    site, not a part of the text."""
    own = None if headline is not None else _inside(article, titles)
    found: list[Element] = []
    for element in all_below(article) if own is not None else ():
        if element is own:
            break
        if heading_level(element) and not element.reason:
            found.append(element)
    return found if len(found) <= _MOST_KICKERS else []


def _inside(article: list[Element], titles: tuple[str, ...]) -> Element | None:
    """The heading in the article that says what the title says."""
    for element in all_below(article):
        is_shown = heading_level(element) > 0 and not element.reason
        if is_shown and names(text_of(element), titles):
            return element
    return None


def names(heading: str, titles: tuple[str, ...]) -> bool:
    """Whether a heading says what one of the titles says, the site's name in it aside."""
    words = _words(heading)
    for title in titles:
        said = _words(title)
        known = set(said)
        same = sum(word in known for word in words)
        if words and same >= _SAME * len(words) and len(words) * _PART >= len(said):
            return True
    return False


def _lone(above: list[Element], article: list[Element]) -> Element | None:
    """The one h1 that stands above an article that has none."""
    first = [own for own in above if own.tag == "h1" and text_of(own) and not own.reason]
    inside = any(element.tag == "h1" for element in all_below(article))
    return first[0] if len(first) == 1 and not inside else None


def without_site(title: str) -> str:
    """A page's title without the name of the site, which stands before or behind a mark."""
    parts = [part for part in _SITE.split(title) if part.strip()]
    longest = max(parts, key=len, default="")
    return longest.strip() if len(longest) * 2 > len(title.strip()) else title.strip()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
