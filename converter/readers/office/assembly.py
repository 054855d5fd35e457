"""Pieces to blocks: items make lists, quotes and lines of code join, entries make the contents,
captions go to what they are the captions of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.model import (
    MAX_LEVEL,
    Block,
    BulletList,
    CodeBlock,
    Heading,
    Inline,
    LineBreak,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
)
from converter.readers.office.captions import Caption, attach
from converter.readers.office.contents import contents_of
from converter.readers.office.pieces import BLOCK, PARAGRAPH, Piece
from converter.readers.office.places import STYLES, Place
from converter.readers.office.roles import (
    CAPTION,
    CODE,
    CONTENTS,
    CONTENTS_TITLE,
    HEADING,
    QUOTE,
    TITLE,
)
from converter.records import field, mutable_record

QUOTE_INDENT = 360
"""Twips, a quarter of an inch: a paragraph set in so much farther than the others is a quote."""
MAX_QUOTE_INDENT = 4320
"""Three inches; farther in stand signatures and dates."""
QUOTE_SHARE = 1 / 3
"""The share of paragraphs that may be set in; where more are, it is how the text is set."""


def assemble(pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The blocks that pieces make together, in order."""
    pieces = _with_quotes(pieces)
    blocks: list[Block | Caption] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        end = _run_end(pieces, at)
        run = pieces[at:end]
        if _is_item(piece):
            found, end = _lists(pieces, at)
            blocks += found
        else:
            blocks += _block(run)
        at = end
    return attach(blocks)


def set_levels(pieces: Sequence[Piece]) -> None:
    """Put the headings one level below the title, where the document has one and uses its level
    for them too."""
    headings = [piece for piece in pieces if piece.kind == HEADING]
    if any(piece.kind == TITLE for piece in pieces) and any(one.level == 1 for one in headings):
        for heading in headings:
            heading.level = min(heading.level + 1, MAX_LEVEL)


def _run_end(pieces: Sequence[Piece], at: int) -> int:
    """The end of a run of pieces that make one block."""
    kind = pieces[at].kind
    end = at + 1
    if kind == CONTENTS_TITLE and end < len(pieces) and pieces[end].kind == CONTENTS:
        kind = CONTENTS
    if kind in (QUOTE, CODE, CONTENTS, TITLE):
        while end < len(pieces) and pieces[end].kind == kind and not _is_item(pieces[end]):
            end += 1
    return end


def _block(run: Sequence[Piece]) -> list[Block | Caption]:
    first = run[0]
    match first.kind:
        case kind if kind == BLOCK and first.block is not None:
            return [first.block]
        case kind if kind == TITLE:
            return [Heading(1, _joined(run))]
        case kind if kind == HEADING:
            return [Heading(first.level, first.inlines)]
        case kind if kind == QUOTE:
            return [Quote(tuple(Paragraph(piece.inlines) for piece in run))]
        case kind if kind == CODE:
            return [CodeBlock(tuple(line for piece in run for line in piece.lines))]
        case kind if kind == CONTENTS or (kind == CONTENTS_TITLE and len(run) > 1):
            return [*contents_of(run)]
        case kind if kind == CONTENTS_TITLE:
            return [Heading(1, first.inlines)]
        case kind if kind == CAPTION or first.sequence:
            return [Caption(Paragraph(first.inlines), first.sequence, kind == CAPTION)]
    return [Paragraph(first.inlines)]


def _joined(run: Sequence[Piece]) -> tuple[Inline, ...]:
    """A title that was typed in several paragraphs."""
    inlines: list[Inline] = [*run[0].inlines]
    for piece in run[1:]:
        inlines += [LineBreak(), *piece.inlines]
    return tuple(inlines)


def _with_quotes(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Call those paragraphs quotes that are set in farther than the text around them."""
    plain = [piece for piece in pieces if piece.kind == PARAGRAPH]
    usual = Counter(piece.indent for piece in plain if piece.place is None)
    if not usual:
        return pieces
    most = max(usual.values())
    base = min(indent for indent, count in usual.items() if count == most)
    base = 0 if most * 2 <= len(plain) else base
    found = [
        piece
        for at, piece in enumerate(pieces)
        if _may_be_quote(piece, base) and not _goes_on_in_list(pieces, at)
    ]
    if 0 < len(found) <= QUOTE_SHARE * len(plain):
        for piece in found:
            piece.kind = QUOTE
    return pieces


def _may_be_quote(piece: Piece, base: int) -> bool:
    return (
        piece.kind == PARAGRAPH
        and piece.place is None
        and not piece.is_unnumbered
        and not piece.is_list_text
        and QUOTE_INDENT <= piece.indent - base < MAX_QUOTE_INDENT
        and piece.own_indent >= QUOTE_INDENT
    )


# --- lists ----------------------------------------------------------------------------------------


def _is_item(piece: Piece) -> bool:
    return piece.place is not None and piece.kind in (PARAGRAPH, QUOTE)


@mutable_record
class _Open:
    """A list that may go on: where its items stand, the number of the last, and its items."""

    place: Place
    last: int
    items: list[list[Block]] = field(default_factory=list)

    def closed(self) -> Block:
        items = tuple(ListItem(tuple(blocks)) for blocks in self.items)
        if not self.place.is_ordered:
            return BulletList(items)
        style = STYLES.get(self.place.format, "decimal")
        return OrderedList(items, self.place.number, style)


def _lists(pieces: Sequence[Piece], at: int) -> tuple[list[Block], int]:
    """The lists that begin at an item, and the index behind them."""
    found: list[Block] = []
    open_lists: list[_Open] = []
    while at < len(pieces):
        piece = pieces[at]
        if _is_item(piece):
            _add_item(piece, open_lists, found)
        elif piece.kind == PARAGRAPH and _belongs(pieces, at, open_lists):
            if piece.within is not None:
                _close(open_lists, found, _behind(open_lists, piece.within))
            open_lists[-1].items[-1].append(Paragraph(piece.inlines))
        else:
            break
        at += 1
    _close(open_lists, found, 0)
    return found, at


def _add_item(piece: Piece, open_lists: list[_Open], found: list[Block]) -> None:
    place = piece.place
    assert place is not None
    deeper = next(
        (index for index, one in enumerate(open_lists) if one.place.level > place.level),
        len(open_lists),
    )
    _close(open_lists, found, deeper)
    top = open_lists[-1] if open_lists else None
    if top and top.place.level == place.level and not _goes_on(top, place):
        _close(open_lists, found, len(open_lists) - 1)
        top = None
    if top is None or top.place.level < place.level:
        top = _Open(place, place.number)
        open_lists.append(top)
    top.items.append([Paragraph(piece.inlines)])
    top.last = place.number


def _behind(open_lists: Sequence[_Open], level: int) -> int:
    """The index behind the list of a level, or behind the first where all are deeper."""
    return max(1, sum(1 for one in open_lists if one.place.level <= level))


def _goes_on(one: _Open, place: Place) -> bool:
    """Whether an item belongs to the list above it: it is of the same list, and the count does
    not begin anew."""
    if one.place.is_ordered != place.is_ordered:
        return False
    if not place.is_ordered:
        return one.place.family == place.family
    return place.number > one.last and (
        one.place.family == place.family or place.number == one.last + 1
    )


def _close(open_lists: list[_Open], found: list[Block], upto: int) -> None:
    """Close the lists behind an index, each into the item that it stands in."""
    while len(open_lists) > upto:
        closed = open_lists.pop().closed()
        if open_lists:
            open_lists[-1].items[-1].append(closed)
        else:
            found.append(closed)


def _belongs(pieces: Sequence[Piece], at: int, open_lists: Sequence[_Open]) -> bool:
    """Whether a paragraph goes on with the item above it."""
    piece = pieces[at]
    if piece.is_unnumbered:
        return True
    if not piece.is_list_text and not piece.indent:
        return False
    families = {one.place.family for one in open_lists}
    return _next_family(pieces, at) in families


def _goes_on_in_list(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a paragraph stands between two items of one list."""
    before = next(
        (piece.place for piece in reversed(pieces[max(0, at - _AHEAD) : at]) if piece.place), None
    )
    return before is not None and _next_family(pieces, at) == before.family


_AHEAD = 8
"""Paragraphs that one item may have."""


def _next_family(pieces: Sequence[Piece], at: int) -> str:
    """The list that the next item belongs to, when only paragraphs stand between."""
    for piece in pieces[at + 1 : at + 1 + _AHEAD]:
        if piece.place is not None:
            return piece.place.family
        if piece.kind != PARAGRAPH:
            break
    return ""
