"""The words by which the makers of pages name what is no article, and what is. Each table is a
kind of furniture and the words of ``class`` and ``id`` that mean it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from converter.patterns import pattern
from converter.readers.html.tree import Element

FURNITURE: dict[str, frozenset[str]] = {
    reason: frozenset(words.split())
    for reason, words in {
        "navigation": """nav navbar navigation menu menus submenu breadcrumb breadcrumbs pagination
            pager toolbar masthead skip topbar hamburger legends""",
        "share line": """share shares sharing sharebar sharedaddy social addthis addtoany
            shareaholic sharethis""",
        "related links": """related relatedposts recommend recommended recommendation
            recommendations recirc recirculation trending popular mostpopular mostread outbrain
            taboola promo promos promotion readmore seealso teaser teasers supplemental""",
        "comments": """comment comments combx disqus replies respond livefyre shoutbox community
            remark""",
        "newsletter": "newsletter newsletters subscribe subscription signup optin mailchimp",
        "advertisement": """ad ads adv advert adverts advertisement advertising adslot adunit
            adsense dfp gpt sponsor sponsored sponsorship skyscraper banner leaderboard shopping
            adbox""",
        "cookie banner": "cookie cookies consent gdpr ccpa privacybanner agegate",
        "sidebar": "sidebar rail extra widget widgets",
        "footer": "footer foot colophon",
        "header": "header sitehead",
        "popup": "popup modal overlay lightbox tooltip toast",
        "feed": "rss feed",
    }.items()
}
"""Reason -> words."""

_PAIRS: dict[str, str] = {
    "most-popular": "related links",
    "most-read": "related links",
    "more-from": "related links",
    "more-on": "related links",
    "read-more": "related links",
    "read-next": "related links",
    "see-also": "related links",
    "up-next": "related links",
    "sign-up": "newsletter",
    "follow-us": "share line",
    "author-bio": "about the author",
    "author-box": "about the author",
}
"""Two words in a row that mean what neither does alone."""

ARTICLE = frozenset(
    """
    article articlebody body content contents entry hentry main page post story storybody text blog
    column copy prose and shadow
    """.split()
)
"""Words of what holds an article: with one of them, the others are no proof."""

HEAVY = frozenset(
    """
    article articlebody body content entry hentry main page pagination post text blog story
    """.split()
)
"""Words that speak for an element as the frame of the article."""

LIGHT = frozenset(
    """
    hidden hid banner combx comment comments contact foot footer footnote gdpr masthead media meta
    outbrain promo related scroll share shoutbox sidebar skyscraper sponsor shopping tags widget
    """.split()
)
"""Words that speak against it."""

_WORD = pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_REASON_OF = {word: reason for reason, words in FURNITURE.items() for word in words}
_MAX_NAME = 400
"""Code points of class and id that are looked at."""


@lru_cache(maxsize=4096)
def _split(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(name))


def words_of(element: Element) -> tuple[str, ...]:
    """The words of its class and id, in lower case: ``relatedPosts`` has two."""
    name = f"{element.get('class')} {element.get('id')}"
    return _split(name[:_MAX_NAME]) if len(name) > 1 else ()


def furniture_name(element: Element) -> str:
    """The kind of furniture that its class or id names; empty for none."""
    words = words_of(element)
    for first, second in pairwise(words):
        if f"{first}-{second}" in _PAIRS:
            return _PAIRS[f"{first}-{second}"]
    return next((_REASON_OF[word] for word in words if word in _REASON_OF), "")


def is_article_name(element: Element) -> bool:
    """Whether its class or id names an article's body."""
    return not ARTICLE.isdisjoint(words_of(element))


def weight_of(element: Element) -> float:
    """How class and id speak for or against an element: 25 each way, as Readability has it."""
    weight = 0.0
    for name in ("class", "id"):
        own = element.get(name)
        if own:
            words = _split(own[:_MAX_NAME])
            weight += 25 * (not HEAVY.isdisjoint(words)) - 25 * (not LIGHT.isdisjoint(words))
    return weight
