"""What stands in a line besides words: tags, the times of words, marks of a change of speaker."""

from __future__ import annotations

import re

from converter.patterns import pattern

TAG = pattern(
    r"""
      <(?P<slash>/?)
       (?P<name> ruby | lang | font | rt | [cibusv] )
       (?:\.[^\s<>]*)?                       # classes
       (?:[ \t](?P<words>[^<>\r\n]*))?       # who speaks, in which language, how it looks
      >
    | <\d[\d:.,]*>                           # when the next words are said
    | \{\\[^{}\r\n]*\}                       # where the caption stands ({\an8})
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The tags that caption files have (WebVTT 4.2.2; SubRip by habit). Any other is words."""

STYLES = {"i": "emphasis", "b": "strong"}

MARK = pattern(
    r"""
      (?P<chevrons>[>\ue001]{2,3})[ \t]*         # >> the speaker changes (US closed captions)
    | [-–—‐](?=[ \t])[ \t]*                      # - one line for each speaker
    | [-–—‐](?=["“«‘'(\[¿¡]|[^\W\d_])
    """,
    re.VERBOSE,
)
"""What begins the words of another speaker."""

LABEL = pattern(r"(?P<name>[^\W\d_][^:：<>.!?\r\n]{0,39})[:：](?=\s|\Z)")
"""Words that may name who speaks. Whether they do is recovery's to say."""

MAX_WORDS = 5
"""Words of a name with its title."""


def mark_length(shadow: str, start: int, end: int) -> int:
    """Code points of the mark that words begin with, or 0. A dash before a small letter, without
    a space, carries on a sentence that was broken off."""
    match = MARK.match(shadow, start, end)
    if match is None:
        return 0
    following = shadow[match.end() : match.end() + 1]
    is_tight = not match["chevrons"] and not match.group()[-1].isspace()
    return 0 if is_tight and following.islower() else match.end() - start
