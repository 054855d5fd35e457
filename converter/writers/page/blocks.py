"""Blocks as flow content: one function for each kind of the model, called by ``blocks``."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable

from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Contents,
    Exchange,
    Figure,
    Heading,
    Inline,
    Leaf,
    ListItem,
    Node,
    OrderedList,
    Paragraph,
    Quote,
    Section,
    Table,
    ThematicBreak,
    Turn,
    walk,
)
from converter.patterns import pattern
from converter.writers.page.characters import runs_right_to_left
from converter.writers.page.context import Context, Entry, plain
from converter.writers.page.elements import EMPTY, Html, block, classes, element, join, text, void
from converter.writers.page.inlines import inlines, safe_address
from converter.writers.page.lists import nested_list
from converter.writers.page.opening import leading_lines
from converter.writers.page.tables import table

MAX_DEPTH = 40
"""Blocks in blocks: deeper ones lose their frame, not their words. Layout recurses some ten calls
for each, and Python allows a thousand."""

SHORT_TITLE, SHORT_HEADING = 48, 34
"""Characters that a running head has room for: on its left, on its right."""

DEEPEST_TAG = 6
"""HTML has h1 to h6."""

MAX_START = 2**31 - 1
"""The largest number a list may start with (HTML Standard, 2.3.4.1, as browsers hold it)."""

SHOWN_PICTURES = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp"))
"""What browsers and WeasyPrint draw, and nothing that can hold more than a picture, as SVG can."""

_LIST_TYPES = {"alpha": "a", "roman": "i"}
_UNSAFE_IN_CLASS = pattern(r"[^a-z0-9]+")


def blocks(nodes: Iterable[Block], context: Context, depth: int = 0) -> Html:
    """The blocks in reading order, one below the other."""
    if depth >= MAX_DEPTH:
        return join(_flat(nodes, context), "\n")
    return join(filter(None, (_block(node, context, depth) for node in nodes)), "\n")


def heading(node: Heading, context: Context, *, level: int | None = None, anchor: str = "") -> Html:
    """A heading at the level that follows from those before it, as if it had this ``level``;
    below the sixth, HTML has ``aria-level`` (ARIA in HTML, 4)."""
    written = context.outline.enter(node.level if level is None else level)
    rank = context.rank(written)
    return element(
        f"h{min(written, DEEPEST_TAG)}",
        inlines(node.inlines, context),
        class_=f"rank-{rank}",
        id=anchor,
        dir=direction((node,), context),
        aria_level=written if written > DEEPEST_TAG else None,
        data_short=shortened(plain(node), SHORT_TITLE if rank <= 1 else SHORT_HEADING),
    )


def paragraph(node: Paragraph, context: Context) -> Html:
    """Running text; empty for a paragraph that has none."""
    if not node.inlines:
        return EMPTY
    inner = inlines(node.inlines, context)
    return element("p", inner, class_=role_class(node.role), dir=direction((node,), context))


def role_class(role: str) -> str:
    """The class of a role: ``role-call-to-action``."""
    slug = _UNSAFE_IN_CLASS.sub("-", role.lower()).strip("-")
    return f"role-{slug}" if slug else ""


def direction(nodes: tuple[Node, ...], context: Context) -> str | None:
    """``rtl`` or ``ltr`` where these nodes do not run as the page does."""
    own = runs_right_to_left(nodes, context.right_to_left)
    if own == context.right_to_left:
        return None
    return "rtl" if own else "ltr"


def shortened(words: str, limit: int) -> str | None:
    """The words cut at a space to fit; None when they fit as they are."""
    if len(words) <= limit:
        return None
    cut = words[:limit].rpartition(" ")[0] or words[:limit]
    return f"{cut.rstrip(' ,;:.–—-')}…"


def _block(node: Block, context: Context, depth: int) -> Html:
    match node:
        case Paragraph():
            return paragraph(node, context)
        case Heading():
            return heading(node, context)
        case Section():
            return _section(node, context, depth)
        case Exchange():
            return _exchange(node, context, depth)
        case Turn():
            return _turn(node, context, depth)
        case BulletList() | OrderedList():
            return _list(node, context, depth)
        case Quote():
            return block("blockquote", blocks(node.blocks, context, depth + 1))
        case Table():
            return table(node, context, lambda cell: _compact(cell.blocks, context, depth + 1))
        case Contents():
            return _contents(node, context)
        case Figure():
            return _figure(node, context)
        case CodeBlock():
            return _code(node)
        case ThematicBreak():
            return void("hr")


def _flat(nodes: Iterable[Block], context: Context) -> Iterable[Html]:
    """What is nested too deep, as paragraphs: each begins where a block or a part does."""
    run: list[Leaf] = []
    for node in walk(nodes):
        if isinstance(node, Leaf):
            run.append(node)
        elif run and not isinstance(node, Inline):
            yield element("p", inlines(tuple(run), context))
            run = []
    if run:
        yield element("p", inlines(tuple(run), context))


def _section(node: Section, context: Context, depth: int) -> Html:
    anchor = context.anchors.claim(node)
    if node.heading is None:
        inner = blocks(node.blocks, context, depth + 1)
        return block("div", inner, id=anchor, class_=role_class(node.role))
    is_article = node.role == "article"
    head = heading(node.heading, context, anchor=anchor)
    rank = context.rank(context.outline.level)
    context.outline.entries.append(Entry(rank, text(plain(node.heading)), anchor))
    lines, rest = leading_lines(node.blocks) if is_article else ((), node.blocks)
    if is_article:
        head = block("header", head, *(paragraph(line, context) for line in lines))
    name = "article" if is_article else "section"
    return block(name, head, blocks(rest, context, depth + 1), class_=role_class(node.role))


def _exchange(node: Exchange, context: Context, depth: int) -> Html:
    parts = [_turn(node.question, context, depth + 1, asks=True)]
    before = node.question.speaker
    for turn in node.answers:
        parts.append(_turn(turn, context, depth + 1, before=before))
        before = turn.speaker
    return block("div", *parts, class_="exchange")


def _turn(
    node: Turn, context: Context, depth: int, *, asks: bool = False, before: str = ""
) -> Html:
    """The label as it stands in the file; else the speaker's name, unless the turn ``before``
    was the same speaker's."""
    label = EMPTY
    if node.label:
        inner = inlines(node.label, context)
        label = element("p", inner, class_="label", dir=direction(node.label, context))
    elif node.speaker and node.speaker != before:
        label = element("p", text(node.speaker), class_="label generated")
    role = "question" if asks else role_class(node.role).removeprefix("role-")
    anchor = context.anchors.claim(node) if node.id else ""
    inner = blocks(node.blocks, context, depth + 1)
    return block("div", label, inner, class_=classes("turn", role), id=anchor)


def _list(node: BulletList | OrderedList, context: Context, depth: int) -> Html:
    items = [_item(item, context, depth) for item in node.items]
    if isinstance(node, BulletList):
        return block("ul", *items)
    start = max(-MAX_START, min(node.start, MAX_START))
    return block(
        "ol", *items, start=start if start != 1 else None, type=_LIST_TYPES.get(node.style)
    )


def _item(item: ListItem, context: Context, depth: int) -> Html:
    inner = _compact(item.blocks, context, depth + 1)
    return element("li", inner, dir=direction((item,), context))


def _compact(nodes: tuple[Block, ...], context: Context, depth: int) -> Html:
    """Blocks in a list item or a cell: the first paragraph needs no frame of its own when lists
    alone follow."""
    if not nodes:
        return EMPTY
    first, rest = nodes[0], nodes[1:]
    lists_follow = all(isinstance(node, BulletList | OrderedList) for node in rest)
    if not isinstance(first, Paragraph) or first.role or not lists_follow:
        return blocks(nodes, context, depth)
    words = inlines(first.inlines, context)
    below = blocks(rest, context, depth)
    return join((words, below, EMPTY), "\n") if below else words


def _contents(node: Contents, context: Context) -> Html:
    """The document's own contents list, each line a link to what it names."""
    is_linked = context.prints("body")
    entries = []
    for entry in node.entries:
        anchor = context.anchors.target(entry.target) if is_linked else ""
        words = inlines(entry.inlines, context, linked=bool(anchor))
        entries.append(Entry(entry.level, words, anchor))
    title = inlines(node.title, context)
    return block(
        "nav",
        element("p", title, class_="contents-title") if title else EMPTY,
        nested_list(entries),
        class_="contents",
        aria_label=plain(*node.title) or context.labels.contents,
    )


def _figure(node: Figure, context: Context) -> Html:
    """The picture, when its bytes are among the assets. Else it is not fetched: what it shows in
    words, and its address."""
    picture = _picture(node, context)
    credit = inlines(node.credit, context)
    shown_credit = element("span", credit, class_="credit") if credit else EMPTY
    words = join(filter(None, (inlines(node.caption, context), shown_credit)), " ")
    return block("figure", picture, element("figcaption", words) if words else EMPTY)


def _picture(node: Figure, context: Context) -> Html:
    asset = context.asset(node.asset)
    if asset is not None and asset.media_type in SHOWN_PICTURES:
        data = b64encode(asset.data).decode("ascii")
        alt = node.alt or plain(*node.caption) or context.labels.picture
        return void("img", src=f"data:{asset.media_type};base64,{data}", alt=alt)
    address = safe_address(node.url)
    shown = element("a", text(node.url), href=address) if address else text(node.url)
    label = element("span", text(f"{context.labels.picture}: "), class_="picture")
    alt = text(f"{node.alt} ") if node.alt else EMPTY
    return element("p", label, alt, element("span", shown, class_="address"), class_="generated")


def _code(node: CodeBlock) -> Html:
    lines = "".join(line.text for line in node.lines)
    return element("pre", element("code", text(lines.rstrip("\r\n"))))
