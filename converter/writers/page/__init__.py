"""The floor that ``html`` and ``pdf`` share: a Document as one HTML page.

The page holds every word of the document in reading order, and what we add to them in elements
of class ``generated``. It needs nothing from outside, and cannot ask for anything.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib.resources import files

from converter.model import Document, Paragraph
from converter.version import VERSION
from converter.writers.options import WriteOptions
from converter.writers.page import parts
from converter.writers.page.characters import count_unprintable, replaced
from converter.writers.page.context import Context, language_of, new_context, plain
from converter.writers.page.elements import Html, block, element, escaped, void
from converter.writers.page.opening import Opening, opening_of

__all__ = ["page", "stylesheet"]

_POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; "
    "form-action 'none'"
)
"""What a browser lets the page do (Content Security Policy 3): show itself, and nothing else."""


def page(
    document: Document,
    options: WriteOptions,
    style: str,
    unprintable: re.Pattern[str],
    packages: tuple[str, ...] = (),
) -> str:
    """One HTML page with this style. Characters that match ``unprintable`` show as U+FFFD, and
    ``packages`` are named as having fonts for them.

    Raises nothing: any document has a page.
    """
    context = new_context(document, options)
    context.unprintable = count_unprintable(document.blocks, unprintable) + sum(
        count_unprintable(note.blocks, unprintable) for note in document.notes
    )
    context.packages = packages
    opening = opening_of(document)
    context.is_collection = bool(opening.articles) and context.prints("title")
    is_fused = "collection" if context.is_collection else None
    main = block("main", *_parts(context, opening), class_=is_fused)
    html = block(
        "html",
        _head(context, opening, style),
        block("body", main),
        lang=language_of(document),
        dir="rtl" if context.right_to_left else None,
    )
    return replaced(f"<!DOCTYPE html>\n{html}\n", unprintable)


def stylesheet(name: str) -> str:
    """The text of ``screen.css`` or ``print.css``."""
    return files(__name__).joinpath(name).read_text("utf-8")


_PARTS = {
    "title": parts.title,
    "body": parts.body,
    "notes": parts.notes,
    "colophon": parts.colophon,
}


def _parts(context: Context, opening: Opening) -> list[Html]:
    """The parts in the schema's order; the contents list is made last, as it needs them all."""
    order = context.options.schema.briefing.parts
    built: dict[str, Html] = {}
    level = 1
    for name in order:
        if name == "contents":
            level = context.outline.part()
        else:
            built[name] = _PARTS[name](context, opening)
    return [parts.contents(context, level) if name == "contents" else built[name] for name in order]


def _head(context: Context, opening: Opening, style: str) -> Html:
    document = context.document
    headline = parts.headline_of(context, opening)
    if opening.articles and headline != document.meta("headline"):
        more = context.labels.more.format(count=len(opening.articles) - 1)
        headline = f"{opening.articles[0]} {more}"
    named = {
        "author": document.meta("authors") or _stated("byline", document, opening),
        "description": _stated("standfirst", document, opening),
        "keywords": document.meta("keywords"),
        "generator": f"converter {VERSION}",
        "referrer": "no-referrer",
        "dcterms.created": _date(context.options.timestamp),
    }
    return block(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        void("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("title", escaped(headline)),
        *(void("meta", name_=name, content=value) for name, value in named.items() if value),
        element("style", Html(f"\n{style}\n")),
    )


def _stated(name: str, document: Document, opening: Opening) -> str:
    """What the metadata say, or else the paragraphs of this role in the title block."""
    lines = [node for node in opening.title if isinstance(node, Paragraph) and node.role == name]
    return " ".join(document.meta(name).split()) or plain(*lines)


def _date(timestamp: int | None) -> str:
    """A date as HTML and PDF metadata have it (W3C NOTE-datetime); empty without one."""
    if timestamp is None:
        return ""
    return f"{datetime.fromtimestamp(timestamp, UTC):%Y-%m-%dT%H:%M:%SZ}"
