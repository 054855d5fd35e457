"""What a page says of the article beside its text: JSON-LD, OpenGraph, meta, microdata, and the
byline and the times that it shows. Each with who says so; none are joined.

The order is that of trust: what readers see, then what is written for search engines, then for
social networks, then the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from converter.model import INFO, MetadataItem, Notice, Span
from converter.patterns import pattern
from converter.readers.html.headline import without_site
from converter.readers.html.linked_data import Thing, names_in, text_in, words_in
from converter.readers.html.tree import Element, descend, text_of, upwards
from converter.readers.html.words import words_of
from converter.records import record

LD, OG, META, MICRODATA, SHOWN, HEADING, TITLE = (
    "json-ld", "opengraph", "meta", "microdata", "text", "heading", "title",
)  # fmt: skip

_READ: dict[str, Callable[[Any], str | tuple[str, ...]]] = {
    "byline": names_in,
    "keywords": words_in,
}
"""How a value is read; all others are one text."""

_LINKED: dict[str, tuple[str, ...]] = {
    "headline": ("headline", "name"),
    "standfirst": ("description", "alternativeHeadline"),
    "byline": ("author", "creator"),
    "published": ("datePublished", "dateCreated"),
    "updated": ("dateModified",),
    "section": ("articleSection",),
    "keywords": ("keywords",),
    "publisher": ("publisher",),
    "canonical_url": ("url",),
    "rights": ("copyrightNotice", "license"),
}
"""Name -> the properties of schema.org that say it, the best first."""

_META: dict[str, tuple[tuple[str, str], ...]] = {
    "headline": ((OG, "og:title"), (META, "twitter:title"), (META, "dc.title")),
    "standfirst": ((OG, "og:description"), (META, "description"), (META, "twitter:description")),
    "byline": ((OG, "article:author"), (META, "author"), (META, "byl"), (META, "dc.creator"),
               (META, "parsely-author")),
    "published": ((OG, "article:published_time"), (OG, "og:published_time"),
                  (META, "date"), (META, "dc.date.issued"), (META, "dcterms.created"),
                  (META, "dc.date"), (META, "pubdate"), (META, "parsely-pub-date")),
    "updated": ((OG, "article:modified_time"), (OG, "og:updated_time"), (META, "lastmod"),
                (META, "dcterms.modified")),
    "section": ((OG, "article:section"), (META, "parsely-section")),
    "keywords": ((META, "news_keywords"), (META, "keywords"), (OG, "article:tag"),
                 (META, "parsely-tags")),
    "publisher": ((OG, "og:site_name"), (META, "application-name"), (META, "dc.publisher")),
    "canonical_url": ((OG, "og:url"),),
    "rights": ((META, "copyright"), (META, "dc.rights"), (META, "rights")),
}  # fmt: skip
"""Name -> who says it in a ``meta`` element, and under which name there."""

_ITEMPROPS = {
    "headline": "headline",
    "description": "standfirst",
    "author": "byline",
    "datepublished": "published",
    "datemodified": "updated",
    "articlesection": "section",
    "keywords": "keywords",
}
_BYLINE_WORDS = frozenset("byline bylines author authors writtenby autor auteur".split())
_MAX_BYLINE = 120
_MAX_ITEM, _MAX_META = 500, 5000
"""Code points; a longer value is the text itself."""
_MIN_NAME = 3
"""Letters of a word that can tell two names apart."""
_NO_BYLINE = frozenset("meta link script img body article main".split())
_LEADING = pattern(
    r"^(?:written by|posted by|story by|by|von|par|por|di|door|av|af|autor(?:a|es)?:?|text:)\s+",
    re.IGNORECASE,
)
_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_TIME = pattern(r"\d{4}-\d\d(?:-\d\d)?")


@record()
class Stated:
    """One statement: who makes it, and what it says."""

    origin: str
    value: str | tuple[str, ...]


class Statements:
    """All that a page states of itself, by name, in the order of trust."""

    def __init__(self, root: Element, things: list[Thing]) -> None:
        self._root = root
        self._metas: dict[str, list[str]] = {}
        self._links: list[Element] = []
        self._items: dict[str, Element] = {}
        self._title = ""
        for own in descend(root):
            self._take(own)
        self.things = things
        self.byline: Element | None = None
        self.time: Element | None = None

    def _take(self, own: Element) -> None:
        """Note what one element states."""
        if own.tag == "meta":
            name = (own.get("property") or own.get("name")).strip().lower()
            value = " ".join(own.get("content").split())
            if name and value and len(value) <= _MAX_META:
                self._metas.setdefault(name, []).append(value)
        elif own.tag == "link":
            self._links.append(own)
        elif _is_title(own):
            self._title = self._title or text_of(own)
        item = _ITEMPROPS.get(own.get("itemprop").lower())
        if item:
            self._items.setdefault(item, own)

    def see(self, shown: list[Element]) -> None:
        """Find the byline and the time that these elements show."""
        self.byline = _shown_byline(shown)
        self.time = _shown_time(shown)

    def titles(self) -> tuple[str, ...]:
        """What the headline may be, by what is not the headline itself."""
        title = self._title
        found = [stated.value for stated in self.every("headline")]
        texts = (*found, without_site(title), title)
        return tuple(text for text in texts if isinstance(text, str) and text)

    def language(self) -> str:
        """The language of the page (BCP 47), or empty."""
        linked = (text_in(thing.get("inLanguage")) for thing in self.things)
        locales = self._metas.get("og:locale", ())
        tags: list[str] = [self._root.get("lang"), self._root.get("xml:lang"), *linked, *locales]
        for tag in tags:
            if _LANGUAGE.fullmatch(tag.replace("_", "-")):
                return tag.replace("_", "-")
        return ""

    def every(self, name: str) -> Iterator[Stated]:
        """All that is said under this name of metadata."""
        for thing in self.things:
            for key in _LINKED.get(name, ()):
                value = _READ.get(name, text_in)(thing.get(key))
                if value:
                    yield Stated(LD, value)
        for origin, key in _META.get(name, ()):
            values = self._metas.get(key, [])
            if name == "keywords":
                values = [word for value in values for word in words_in(value)]
            value = _READ.get(name, text_in)(values)
            if value:
                yield Stated(origin, value)
        yield from self._microdata(name)
        if name == "canonical_url":
            yield from self._canonical()

    def _canonical(self) -> Iterator[Stated]:
        for own in self._links:
            href = own.get("href").strip()
            if href and "canonical" in own.get("rel").lower().split():
                yield Stated("link", href)

    def _microdata(self, name: str) -> Iterator[Stated]:
        own = self._items.get(name)
        if own is not None:
            value = own.get("content") or own.get("datetime") or text_of(own)
            value = " ".join(value.split())
            if value and len(value) <= _MAX_ITEM:
                yield Stated(MICRODATA, (value,) if name in _READ else value)


def items(
    stated: Statements, headline: Element | None, spans: dict[int, Span]
) -> tuple[tuple[MetadataItem, ...], tuple[Notice, ...]]:
    """The metadata, and notices of what disagrees. ``headline`` is shown outside the text;
    ``spans`` say where in the reading text the elements stand that show something."""
    found: list[MetadataItem] = []
    notices: list[Notice] = []
    for name in _LINKED:
        every = list(stated.every(name))
        shown = _shown(stated, name, headline, spans)
        if shown is None and name == "headline" and not every:
            titles = stated.titles()
            every = [Stated(TITLE, titles[0])] if titles else []
        best = shown or next((MetadataItem(name, one.value, one.origin) for one in every), None)
        if best is None:
            continue
        found.append(best)
        if name == "byline":
            notices += _dispute(best, every)
    return tuple(found), tuple(notices)


def _shown(
    stated: Statements, name: str, headline: Element | None, spans: dict[int, Span]
) -> MetadataItem | None:
    if name == "headline" and headline is not None:
        return MetadataItem(name, text_of(headline), HEADING, spans.get(id(headline)))
    if name == "byline" and stated.byline is not None:
        words = _LEADING.sub("", text_of(stated.byline))
        return MetadataItem(name, words, SHOWN, spans.get(id(stated.byline))) if words else None
    if name == "published" and stated.time is not None and not any(stated.every(name)):
        value = stated.time.get("datetime").strip() or text_of(stated.time)
        return MetadataItem(name, value, SHOWN, spans.get(id(stated.time)))
    return None


def _dispute(best: MetadataItem, every: list[Stated]) -> Iterator[Notice]:
    own = best.value if isinstance(best.value, str) else ", ".join(best.value)
    known = set(_letters(own))
    for other in every:
        names = ", ".join(other.value) if isinstance(other.value, tuple) else other.value
        if names and not set(_letters(names)) & known:
            yield Notice(
                "C222",
                INFO,
                f"the byline is {own!r} by {best.origin}, {names!r} by {other.origin}",
                best.span,
                "the first was taken; correct the metadata if it is the wrong one",
            )
            return


def _letters(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _MIN_NAME]


def _is_title(element: Element) -> bool:
    return element.tag == "title" and element.parent is not None and element.parent.tag != "svg"


def _shown_byline(shown: list[Element]) -> Element | None:
    """The line that names the author, near the article."""
    for own in shown:
        words = set(words_of(own))
        is_one = (
            "author" in own.get("rel").lower().split()
            or own.get("itemprop").lower() in ("author", "byline")
            or bool(words & _BYLINE_WORDS)
        )
        if is_one and own.tag not in _NO_BYLINE:
            text = text_of(own)
            named = any(map(str.isupper, text)) and len(text.split()) > 1
            if named and len(text) <= _MAX_BYLINE:
                return own
    return None


def _shown_time(shown: list[Element]) -> Element | None:
    times = (own for own in shown if own.tag == "time")
    return next((own for own in times if _TIME.match(own.get("datetime").strip())), None)


def near(body: Element, article: list[Element], headline: Element | None) -> list[Element]:
    """The elements that may show a byline or a time of this article: inside it, or between its
    headline and it."""
    inside = {id(own) for root in article for own in descend(root)}
    found: list[Element] = []
    begun = headline is None
    reached = False
    for own in descend(body):
        begun = begun or own is headline
        reached = reached or id(own) in inside
        if id(own) in inside or (begun and not reached):
            found.append(own)
    if headline is not None:
        above = [own for own in upwards(headline) if own.tag not in ("body", "html")]
        found = [own for own in descend(above[:3][-1]) if id(own) not in inside] + found
    return found
