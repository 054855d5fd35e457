"""What a paragraph is by the name of its style, in English and in lower case; local_names has the
names of other languages."""

from __future__ import annotations

from collections.abc import Iterable

from converter.patterns import pattern

_HEADING = pattern(r"heading ([1-9])")
_CONTENTS = pattern(r"toc ([1-9])|contents ([1-9])")

TITLE, SUBTITLE, BYLINE, HEADING = "title", "subtitle", "byline", "heading"
QUOTE, CODE, CAPTION, CONTENTS, CONTENTS_TITLE = "quote", "code", "caption", "toc", "toc heading"
LIST_TEXT, TERM = "list text", "term"

_OWN_NAMES: dict[str, str] = {
    "title": TITLE,
    "subtitle": SUBTITLE,
    "byline": BYLINE,
    "author": BYLINE,
    "toc heading": CONTENTS_TITLE,
    "contents heading": CONTENTS_TITLE,  # LibreOffice
    "table of figures": CONTENTS,
}
"""What a style of this name is. What is based on it need not be: an author's line is based on the
title's."""

_FAMILY_NAMES: dict[str, str] = {
    "quote": QUOTE,
    "intense quote": QUOTE,
    "block text": QUOTE,
    "quotations": QUOTE,  # LibreOffice
    "block quotation": QUOTE,
    "block quote": QUOTE,
    "blockquote": QUOTE,
    "source code": CODE,  # pandoc
    "html preformatted": CODE,
    "preformatted text": CODE,  # LibreOffice
    "code": CODE,
    "caption": CAPTION,
    "definition term": TERM,  # pandoc
    "list paragraph": LIST_TEXT,
    "list continue": LIST_TEXT,
    "list continue 2": LIST_TEXT,
    "list continue 3": LIST_TEXT,
}
"""What a style of this name is, and all that is based on it."""

CODE_CHARACTERS = frozenset(
    (
        "verbatim char",
        "html code",
        "source code char",
        "code",
        "code char",
        "source text",
        "inline code",
    )
)
"""Character styles that show characters as typed."""


def role_of(chain: Iterable[tuple[str, int | None]]) -> tuple[str, int]:
    """What a style is (empty for running text), and the level of a heading or an entry.

    ``chain`` has its name and outline level (0: body text; None: not said), then those of the
    styles that it is based on.
    """
    for index, (name, level) in enumerate(chain):
        if index == 0 and name in _OWN_NAMES:
            return _OWN_NAMES[name], 1
        # Pages has a style of this name; LibreOffice bases others on it.
        if index == 0 and name == HEADING:
            return HEADING, level or 1
        if name in _FAMILY_NAMES:
            return _FAMILY_NAMES[name], 0
        if entry := _CONTENTS.fullmatch(name):
            return CONTENTS, int(entry[1] or entry[2])
        if heading := _HEADING.fullmatch(name):
            return HEADING, int(heading[1])
        if level is not None:
            return (HEADING, level) if level else ("", 0)
    return "", 0
