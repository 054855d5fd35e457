"""Pictures: what is a figure, what a letter drawn as a picture, and where a credit begins."""

from __future__ import annotations

import re
from itertools import islice

from converter.model import Inline, Text, leaves, split_inlines
from converter.patterns import pattern
from converter.readers.html.tables import is_data
from converter.readers.html.tree import Element, descend

_NO_FIGURE = frozenset("figure table pre blockquote ul ol h1 h2 h3".split())
"""What a figure element may hold that is more than a picture: the frame says nothing then."""

_CREDIT = pattern(
    r"""
    (?: ^ | (?<=[.!?)\]"”’»|–—\n]) ) \s* (?P<credit>
        [(\[]? \s* (?:
            (?: photo(?:graph|graphy|s)? | picture | image | illustration | credit
              | foto(?:grafía|s)?
              | fotograf(?:ia|ía|ie)? | bild | abbildung | crédit(?:s)? | crédito(?:s)? | imagen
              | source | fuente | quelle | fonte | immagine | imagem )
            (?: \s+ (?: credit | by | courtesy(?:\ of)? | de | von | di | par ) )? \s* [:/]
          | (?: photo(?:graph)? | picture | image | illustration ) s? \s+ (?:by|courtesy\ of) \b
          | © | \(c\)
        ) .*
    ) \Z
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""A picture's credit: it opens with a word of the trade, and goes on to the end."""
_MAX_CREDIT = 160
_LETTER = 12
"""Code points; a longer alternative text describes a picture."""


def is_figure(element: Element) -> bool:
    """Whether the element frames a picture and its words, or a table and its caption, and nothing
    more."""
    others = [own for own in islice(descend(element), 1, None) if own.tag in _NO_FIGURE]
    if [own.tag for own in others] == ["table"]:
        return is_data(others[0]) and any(own.tag == "figcaption" for own in descend(element))
    return not others


def is_letter(element: Element, alt: str) -> bool:
    """Whether a picture stands for a character, which is its alternative text."""
    if not alt or len(alt) > _LETTER:
        return False
    own = element.get("class").lower()
    return "emoji" in own or "smiley" in own or not any(map(str.isalnum, alt))


def parted_credit(words: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """A caption, and the credit that stands in it, each as inlines; one may be empty."""
    pieces = [leaf for leaf in leaves(words) if leaf.span is not None]
    text = "".join(leaf.text for leaf in pieces)
    found = _CREDIT.search(text, max(0, len(text) - _MAX_CREDIT))
    if found is None:
        return words, ()
    at = found.start("credit")
    for leaf in pieces:
        if at < len(leaf.text):
            break
        at -= len(leaf.text)
    assert leaf.span is not None
    caption, credit = split_inlines(words, leaf.span.start + at)
    return _without_break(caption), credit


def _without_break(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    kept = list(inlines)
    while kept and (not isinstance(kept[-1], Text) or not kept[-1].text.strip()):
        if any(leaf.text.strip() for leaf in leaves(kept[-1:])):
            break
        kept.pop()
    return tuple(kept)
