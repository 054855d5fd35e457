"""Lists: which lines are items beside one another, and which lines belong under an item.

Items of one list stand in one column and bear marks of one family. What stands deeper belongs
to the item above it; so do marks of another family in the same column when the first family
comes back behind them, since pasted text loses its indent.
"""

from __future__ import annotations

from converter.model import (
    Block,
    BulletList,
    Inline,
    ListItem,
    OrderedList,
    Paragraph,
    Span,
    Text,
    join_texts,
    line_end_between,
)
from converter.readers.text.context import Context, Inside, read_paragraph
from converter.readers.text.item_marks import BELOW, DASHES, STATE, ItemMark, item_mark
from converter.readers.text.lines import Line, blank_between, column_at, mark_of
from converter.records import replace

_MAX_AHEAD = 100
"""Lines that are looked through for the next item, so that a text of any length is read in
linear time; hardly an item is longer."""
_MAX_COMPANY = 8
"""Items beside a weak mark that are asked whether they are items."""
_SLIP = 1
"""Columns by which items of one list may be out of line."""
_PAIR, _MIN_LATE = 2, 3
"""Items that it takes to count, and where letters or numerals do not begin with the first:
initials of two names follow each other by chance."""
_WRAPPED = range(40, 131)
"""Code points of a line that may go on at the margin; nobody wraps narrower, and longer lines
are paragraphs."""


def opening_mark(context: Context, lines: list[Line], at: int, inside: Inside) -> ItemMark | None:
    """The mark of the list that begins at this line, or None when none does."""
    mark = item_mark(context.text, lines[at])
    if mark is None or mark.strong:
        return mark
    if "." in mark.number and mark.family != f"{inside.number}.":
        return None
    if inside.column and at and not mark.readings:
        return mark
    return mark if _has_company(context.text, lines, at, mark) else None


def read_list(
    context: Context, lines: list[Line], at: int, mark: ItemMark, inside: Inside
) -> tuple[BulletList | OrderedList, int]:
    """The list that begins at this line with this mark, and the index after its last line."""
    items: list[ListItem] = []
    base, first = lines[at].indent, mark
    nested: set[str] = set()
    readings: tuple[tuple[str, int], ...] = mark.readings
    while True:
        end = _item_end(context.text, lines, at, mark, nested)
        items.append(_item(context, lines[at:end], mark, inside))
        at = end
        following = item_mark(context.text, lines[at]) if at < len(lines) else None
        if following is None or not _beside(lines[at], base):
            break
        going_on = _going_on(mark, following, readings)
        if going_on is None:
            break
        mark, readings = following, going_on
    if not first.readings:
        return BulletList(tuple(items)), at
    style = _style(readings)
    return OrderedList(tuple(items), dict(first.readings)[style], style), at


def _style(readings: tuple[tuple[str, int], ...]) -> str:
    """What numbers that may be read in two ways count as: ``i`` is one, not the ninth letter;
    ``c`` is the third letter, not a hundred."""
    styles = dict(readings)
    return "alpha" if "alpha" in styles and styles.get("roman") != 1 else readings[0][0]


def _beside(line: Line, base: int) -> bool:
    return abs(line.indent - base) <= _SLIP


def _going_on(
    mark: ItemMark, following: ItemMark, readings: tuple[tuple[str, int], ...]
) -> tuple[tuple[str, int], ...] | None:
    """How the next mark's number is to be read where it goes on counting, or None. Writers of
    Markdown repeat one number; a number that is skipped begins a list, so that it is kept."""
    if following.family != mark.family:
        return None
    if not mark.readings:
        return ()
    before = dict(readings)
    found = tuple(
        (style, value)
        for style, value in following.readings
        if style in before and value - before[style] in ((0, 1) if mark.strong else (1,))
    )
    return found or None


# --- what a weak mark takes -------------------------------------------------------------------


def _has_company(text: str, lines: list[Line], at: int, mark: ItemMark) -> bool:
    """Whether items stand beside the line that say that it is one too."""
    beside = _company(text, lines, at, mark)
    if mark.readings:
        above = item_mark(text, lines[at - 1]) if at > 0 else None
        return _counts(mark, above, [found for _, found in beside])
    if not beside or (mark.family == BELOW and not _is_wide(text, mark)):
        return False
    if mark.family not in DASHES:
        return True
    ends = [text[lines[index].end - 1] for index in (at, *(index for index, _ in beside))]
    announced = at > 0 and text[lines[at - 1].end - 1] in ":："
    stops = sum(end in _STOPS for end in ends[:-1])  # a list may end as its sentence does
    return not any(end in _SPEECH for end in ends) and (announced or stops * 2 < len(ends[:-1]))


_SPEECH = "?？؟!！"
"""Dashes open lines of speech as well: somebody asks or exclaims, and without announcement, most
lines are sentences."""
_STOPS = '.…。»”"'


def _is_wide(text: str, mark: ItemMark) -> bool:
    """Whether a tab or several spaces stand behind the mark, as Word puts them."""
    return mark.after - mark.end > 1 or text[mark.end] == "\t"


def _company(text: str, lines: list[Line], at: int, mark: ItemMark) -> list[tuple[int, ItemMark]]:
    """The next lines of this column that bear marks of this family, with nothing between them
    but what stands deeper."""
    found: list[tuple[int, ItemMark]] = []
    base = lines[at].indent
    for index in range(at + 1, min(at + _MAX_AHEAD, len(lines))):
        if lines[index].indent > base + _SLIP:
            continue
        beside = item_mark(text, lines[index]) if _beside(lines[index], base) else None
        if beside is None or beside.family != mark.family or len(found) == _MAX_COMPANY:
            break
        found.append((index, beside))
    return found


def _counts(mark: ItemMark, above: ItemMark | None, beside: list[ItemMark]) -> bool:
    """Whether the marks count on from this one. Two that take turns are speakers (``A.``,
    ``B.``, ``A.``)."""
    for style, first in mark.readings:
        values = [first, *(dict(found.readings).get(style, 0) for found in beside)]
        length = next((n for n, value in enumerate(values) if value != first + n), len(values))
        again = len(values) > _PAIR and set(values) == {first, first + 1}
        turns = again or (above is not None and _is_next(above, mark, style))
        if length >= (_PAIR if first == 1 else _MIN_LATE) and not (length == _PAIR and turns):
            return True
    return False


def _is_next(above: ItemMark, mark: ItemMark, style: str) -> bool:
    """Whether the mark above is the one that comes after this."""
    return above.family == mark.family and (style, dict(mark.readings)[style] + 1) in above.readings


# --- what belongs to an item ------------------------------------------------------------------


def _item_end(text: str, lines: list[Line], at: int, mark: ItemMark, nested: set[str]) -> int:
    """The index after the last line that belongs to the item. ``nested`` are the families that
    earlier items hold in their own column; those that this one holds are added."""
    base = lines[at].indent
    end = at + 1
    while end < len(lines):
        if lines[end].indent > base + _SLIP:
            end += 1
            continue
        found = item_mark(text, lines[end]) if _beside(lines[end], base) else None
        if _belongs(text, lines, end, mark, found, nested):
            end += 1
            continue
        back = _comes_back(text, lines, end, mark, found) if found is not None else end
        if found is None or back == end:
            break
        nested |= {found.family} - {mark.family}
        end = back
    return end


def _belongs(
    text: str,
    lines: list[Line],
    at: int,
    mark: ItemMark,
    found: ItemMark | None,
    nested: set[str],
) -> bool:
    """Whether a line in the column of the items is part of the one above it: a sub-number, a
    bullet of the next level, the rest of a wrapped line."""
    if found is None:
        return _goes_on_at_the_margin(text, lines[at - 1], lines[at])
    if mark.number and found.family == f"{mark.number}.":
        return True
    if not mark.readings and found.family == (BELOW if mark.family != BELOW else _THIRD):
        return True
    above = lines[at - 1]
    return found.family in nested and not blank_between(text, above.end, lines[at].start)


_THIRD = "▪"
"""Word's bullet of the third level, where its fonts are kept."""


def _goes_on_at_the_margin(text: str, above: Line, line: Line) -> bool:
    return (
        text[line.start].islower()
        and above.end - above.start in _WRAPPED
        and line.end - line.start < _WRAPPED.stop
        and (text[above.end - 1].isalnum() or text[above.end - 1] in ",-–")
        and mark_of(text, line) is None
        and not blank_between(text, above.end, line.start)
    )


def _comes_back(text: str, lines: list[Line], at: int, mark: ItemMark, found: ItemMark) -> int:
    """Where the item's list goes on behind marks of another kind in its column; ``at`` when it
    does not."""
    base = lines[at].indent
    letters = bool(mark.readings) and not mark.number.isdigit()
    if found.family == mark.family and not (letters and _counts_otherwise(mark, found)):
        return at
    if not mark.readings and blank_between(text, lines[at - 1].end, lines[at].start):
        return at
    if _going_on(mark, found, mark.readings) or not (
        found.strong or _has_company(text, lines, at, found)
    ):
        return at
    for index in range(at + 1, min(at + _MAX_AHEAD, len(lines))):
        if lines[index].indent > base + _SLIP:
            continue
        beside = item_mark(text, lines[index]) if _beside(lines[index], base) else None
        if beside is None:
            return at
        if beside.family == mark.family:
            if _is_later(mark, beside):
                return index
            if not letters:
                return at
    return at


def _is_later(mark: ItemMark, beside: ItemMark) -> bool:
    """Whether a mark stands behind this one in its list: a bullet always, a number that is
    higher."""
    before = dict(mark.readings)
    return not before or any(value > before.get(style, value) for style, value in beside.readings)


def _counts_otherwise(mark: ItemMark, found: ItemMark) -> bool:
    """Whether a letter is the first of numerals among letters, or of letters among numerals."""
    styles = [style for style, _ in mark.readings]
    return any(
        value == 1 and (len(styles) > 1 or style not in styles) for style, value in found.readings
    )


def _item(context: Context, lines: list[Line], mark: ItemMark, inside: Inside) -> ListItem:
    """One item: the rest of its first line, and the lines that belong under it."""
    line, *rest = lines
    text = context.text
    behind = line.indent + mark.end - line.start
    column = column_at(text, mark.after, mark.end, behind)
    below = Inside(inside.depth + 1, column, mark.number)
    is_state = mark.family == STATE
    first = Line(line.start if is_state else mark.after, line.end, column)
    if is_state or _is_counted(text, first):
        blocks = (read_paragraph(context, first), *context.read(context, rest, below))
    else:
        blocks = context.read(context, [first, *rest], below)
    markup = () if is_state else (Span(line.start, mark.end),)
    return ListItem(_join_wrapped(text, blocks), markup)


def _is_counted(text: str, line: Line) -> bool:
    """Whether an item's own words begin with a number: they count, and open no list in it."""
    mark = item_mark(text, line)
    return mark is not None and bool(mark.readings)


def _join_wrapped(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lines of one item that no empty line parts are one paragraph."""
    joined: list[Block] = []
    lines: list[Paragraph] = []
    for block in blocks:
        goes_on = lines and isinstance(block, Paragraph) and _goes_on(text, lines[-1], block)
        if lines and not goes_on:
            joined.append(_one_paragraph(text, lines))
            lines = []
        if isinstance(block, Paragraph):
            lines.append(block)
        else:
            joined.append(block)
    if lines:
        joined.append(_one_paragraph(text, lines))
    return tuple(joined)


def _goes_on(text: str, first: Paragraph, second: Paragraph) -> bool:
    left, right = first.inlines[-1], second.inlines[0]
    if not (isinstance(left, Text) and isinstance(right, Text) and left.span and right.span):
        return False
    return not blank_between(text, left.span.end, right.span.start)


def _one_paragraph(text: str, lines: list[Paragraph]) -> Paragraph:
    if len(lines) == 1:
        return lines[0]
    inlines: list[Inline] = [*lines[0].inlines]
    for line in lines[1:]:
        left, right = inlines[-1], line.inlines[0]
        assert isinstance(left, Text)
        assert isinstance(right, Text)
        assert left.span is not None
        assert right.span is not None
        inlines.append(line_end_between(text, left.span.end, right.span.start))
        inlines += line.inlines
    markup = tuple(span for line in lines for span in line.markup)
    return replace(lines[0], inlines=join_texts(inlines), markup=markup)
