"""The parts of a page besides its body; the schema's briefing puts them in order.

All that is added to the document's words is in an element of class ``generated``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from converter.model import ERROR, INFO, WARNING, Heading, Note, Paragraph
from converter.version import VERSION
from converter.writers.page.blocks import blocks, direction, heading, paragraph
from converter.writers.page.context import TITLE_LEVEL, Context, plain
from converter.writers.page.elements import EMPTY, Html, block, classes, element, join, text
from converter.writers.page.inlines import safe_address
from converter.writers.page.lists import nested_list
from converter.writers.page.opening import Opening

CONTENTS_FROM = 3
"""Headings that make a contents list worth its room."""

CONTENTS_DEPTH = 2
"""Ranks of headings in our contents list, from the highest that there is."""

STRIP = ("byline", "dateline", "published", "updated")
"""Metadata that stand in one line below the standfirst, in this order."""


def title(context: Context, opening: Opening) -> Html:
    """The title block: what opens the document, and the metadata that it does not show."""
    words = context.options.schema.briefing.titles.get("title")
    kicker = words or context.document.meta("section") or context.options.schema.title
    head = [_added("p", kicker, "kicker"), _embargo(context)]
    if not any(isinstance(line, Heading) for line in opening.title):
        level = context.outline.enter(TITLE_LEVEL)
        rank = f"rank-{context.rank(level)}"
        head.append(_added(f"h{level}", headline_of(context, opening), rank))
    lines, strip = _opening_lines(context, opening)
    shown = plain(*opening.title).casefold()
    if standfirst := _unsaid("standfirst", context, opening, shown):
        lines += [_strip(strip), _added("p", standfirst, "role-standfirst")]
        strip = []
    unsaid = (_unsaid(name, context, opening, shown) for name in STRIP)
    strip += [_added("p", value) for value in unsaid if value]
    strip.append(_added("p", f"{context.labels.source}: {context.document.source.name}"))
    return block("header", *head, *lines, _strip(strip), class_="title")


def headline_of(context: Context, opening: Opening) -> str:
    """What the page as a whole is called, on one line."""
    stated = " ".join(context.document.meta("headline").split())
    if opening.articles:
        own = stated if stated not in opening.articles else ""
        return own or context.labels.articles.format(count=len(opening.articles))
    headings = [line for line in opening.title if isinstance(line, Heading)]
    return plain(*headings) or stated or context.document.source.name


def contents(context: Context, level: int) -> Html:
    """Our contents list; empty for a short document. ``level`` is that of its heading."""
    entries = context.outline.entries
    if len(entries) < CONTENTS_FROM or not context.prints("body"):
        return EMPTY
    deepest = min(entry.depth for entry in entries) + CONTENTS_DEPTH
    words = context.title_of("contents", context.labels.contents)
    return block(
        "nav",
        element(f"h{level}", text(words), class_="part"),
        nested_list([entry for entry in entries if entry.depth < deepest]),
        class_="toc generated",
        aria_label=words,
        lang=context.foreign,
    )


def body(context: Context, opening: Opening) -> Html:
    """The document without what the title block has taken."""
    context.outline.part()
    taken = opening.body if context.prints("title") else context.document.blocks
    return block("div", blocks(taken, context), class_="body")


def notes(context: Context, opening: Opening) -> Html:
    """The notes, each after its mark, which leads back to the first reference."""
    if not context.document.notes:
        return EMPTY
    level = context.outline.part()
    words = context.title_of("notes", context.labels.notes)
    return block(
        "section",
        _added(f"h{level}", words, "part", context.foreign),
        block("ol", *(_note(note, context) for note in context.document.notes)),
        class_="notes",
        role="doc-endnotes",
    )


def colophon(context: Context, opening: Opening) -> Html:
    """What the page was made from and with, and what did not get into it."""
    level = context.outline.part()
    words = context.title_of("colophon", context.labels.colophon)
    rows = [
        join((element("dt", text(term)), element("dd", value))) for term, value in _facts(context)
    ]
    return block(
        "section",
        element(f"h{level}", text(words), class_="part"),
        block("dl", *rows),
        class_="colophon generated",
        lang=context.foreign,
        dir="ltr" if context.foreign and context.right_to_left else None,
    )


def _opening_lines(context: Context, opening: Opening) -> tuple[list[Html], list[Html]]:
    """What opens the document as it stands; and those lines of its end that go in the strip."""
    lines: list[Html] = []
    strip: list[Html] = []
    for node in opening.title:
        if isinstance(node, Paragraph) and node.role in STRIP:
            strip.append(paragraph(node, context))
            continue
        lines.append(_strip(strip))
        strip = []
        if isinstance(node, Heading):
            lines.append(heading(node, context, level=TITLE_LEVEL))
        else:
            lines.append(paragraph(node, context))
    return lines, strip


def _added(name: str, words: str, class_: str = "", lang: str | None = None) -> Html:
    return element(name, text(words), class_=classes(class_, "generated"), lang=lang)


def _strip(lines: list[Html]) -> Html:
    return block("div", *lines, class_="strip") if lines else EMPTY


def _embargo(context: Context) -> Html:
    embargo = context.document.meta("embargo")
    if not embargo:
        return EMPTY
    label = context.labels.embargo
    says_so = label.casefold() in embargo.casefold()
    return _added("p", embargo if says_so else f"{label}: {embargo}", "embargo")


def _unsaid(name: str, context: Context, opening: Opening, shown: str) -> str:
    """A metadata value that the title block does not show yet. What a fused file says of one of
    its articles is not said of the whole."""
    for item in context.document.metadata:
        if item.name == name and not (opening.articles and item.span):
            value = context.document.meta(name)
            if " ".join(value.split()).casefold() in shown:
                return ""
            return f"{context.labels.updated}: {value}" if name == "updated" else value
    return ""


def _note(note: Note, context: Context) -> Html:
    inner = blocks(note.blocks, context)
    anchor = context.anchors.note(note.id)
    mark, reference = context.references.get(anchor, (note.id, ""))
    shown = text(mark)
    if reference:
        label = context.labels.back.format(mark=mark)
        shown = element("a", shown, href=f"#{reference}", aria_label=label, role="doc-backlink")
    mark_line = element("p", shown, class_="mark generated")
    is_own = direction(note.blocks, context)
    return block("li", mark_line, block("div", inner), id=anchor, dir=is_own)


def _facts(context: Context) -> Iterable[tuple[str, Html]]:
    """Terms and what the colophon says to each."""
    labels, document = context.labels, context.document
    schema = context.options.schema
    yield labels.source, text(document.source.name)
    yield "SHA-256", element("code", text(document.source.sha256))
    address = document.meta("canonical_url")
    if address:
        link = safe_address(address)
        yield labels.address, element("a", text(address), href=link) if link else text(address)
    if rights := document.meta("rights"):
        yield labels.rights, text(rights)
    yield labels.schema, text(f"{schema.title} ({schema.name})")
    yield labels.made, text(_made(context))
    yield labels.notices, text(_notices(context))
    yield labels.left_out, _omissions(context)
    if context.unprintable:
        words = labels.replaced.format(count=context.unprintable)
        if context.packages:
            words = f"{words} ({labels.install}: {', '.join(context.packages)})"
        yield labels.unprintable, text(words)


def _made(context: Context) -> str:
    made = f"converter {VERSION}"
    if context.options.timestamp is None:
        return made
    when = datetime.fromtimestamp(context.options.timestamp, UTC)
    return f"{made}, {when:%Y-%m-%d %H:%M} UTC"


def _notices(context: Context) -> str:
    labels = context.labels
    names = {ERROR: labels.errors, WARNING: labels.warnings, INFO: labels.information}
    count = Counter(notice.severity for notice in context.document.notices)
    told = ", ".join(f"{names[name]}: {count[name]}" for name in names if count[name])
    return told or labels.none


def _omissions(context: Context) -> Html:
    """Each kind and reason with how often it came, in the order in which they came."""
    count = Counter((item.kind, item.reason) for item in context.document.omissions)
    if not count:
        return text(context.labels.none)
    told = (f"{kind}: {reason} × {number}" for (kind, reason), number in count.items())
    return block("ul", *(element("li", text(line)) for line in told))
