"""Lines to paragraphs, by what a typesetter shows: space, an indent, a short last line, another
type. docs/decisions/pdf-reading.md says why so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.patterns import pattern
from converter.readers.pdf.lines import Line, is_leftward, without_leaders
from converter.readers.pdf.type_sizes import Body, is_bold, raised

SPACE = 1.25
"""Of the usual distance between baselines: more is space between paragraphs."""
RAISED_SPACE = 1.6
"""The same above a line with raised letters, which push it down."""
INDENT = 0.8
"""Of the type size: the least indent. Typesetters use one size; rounding eats some."""
FAR_INDENT = 6.0
"""Of the type size: what is set in farther is set to the right or the middle."""
OTHER_SIZE = 0.6
"""Points between two sizes of type that differ."""
CENTRED = 2.0
"""Points by which the middles of two centred lines may differ."""
ROOM = 0.5
"""Of the type size: the room beside a word that would have fitted; typesetters squeeze less."""
WINDOW = 4
"""Lines above and below that show how far a column reaches beside a picture."""
REACH = 0.9
"""The share of a column's lines that end no farther right than it reaches; a few stick out."""
INDENTED = 0.15
"""The share of lines that begin with an indent in a text whose paragraphs do."""

MARK = pattern(
    r"""
      (?P<bullet> [•‣◦⁃∙▪▫●○■□➢➤►▸➔✓✔\uf0b7\uf0a7\uf0d8\u25cf] | [-–—*] (?=\s) )
    | (?P<number> [(]? (?: \d{1,3} | [a-z] | [ivx]{2,5} ) [.)] (?=\s) )
    """,
    re.VERBOSE,
)
"""What an item of a list begins with. A dash may open speech, too."""
_ENDS = pattern(r"[.!?…:;。！？؟۔][\"'”’»)\]]{0,3}\d{0,3}\Z")


def paragraphs_of(lines: Sequence[Line], body: Body) -> list[list[Line]]:
    """The lines in groups, each a paragraph."""
    groups: list[list[Line]] = []
    indented = _uses_indents(lines)
    edges = _edges(lines)
    for index, line in enumerate(lines):
        if groups and not _begins(groups[-1], line, edges[index - 1], body, indented):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _edges(lines: Sequence[Line]) -> list[float]:
    """How far the column reaches to the right at each line: as most of its lines of this size do;
    beside a picture, as the lines around do."""
    rights: dict[tuple[int, tuple[float, float], int], list[float]] = {}
    things: dict[int, list[Line]] = {}
    for line in lines:
        if line.atom is None:
            rights.setdefault(_place(line), []).append(line.right)
        else:
            things.setdefault(line.page, []).append(line)
    reach = {place: sorted(found)[int(REACH * (len(found) - 1))] for place, found in rights.items()}
    found = []
    for index, line in enumerate(lines):
        near = max(
            (
                one.right
                for one in lines[max(0, index - WINDOW) : index + WINDOW + 1]
                if one.atom is None and _place(one) == _place(line)
            ),
            default=line.right,
        )
        beside = any(
            one.top <= line.base <= one.bottom and one.left > line.left
            for one in things.get(line.page, ())
        )
        found.append(near if beside else max(near, reach.get(_place(line), near)))
    return found


def _place(line: Line) -> tuple[int, tuple[float, float], int]:
    """What lines have in common that reach equally far."""
    return line.page, line.column, round(line.size)


def _uses_indents(lines: Sequence[Line]) -> bool:
    first = sum(
        INDENT * below.size <= below.left - above.left <= FAR_INDENT * below.size
        for above, below in pairwise(lines)
        if above.column == below.column and above.page == below.page
    )
    return first >= INDENTED * len(lines)


def _begins(group: Sequence[Line], line: Line, edge: float, body: Body, indented: bool) -> bool:
    """Whether a paragraph begins with this line; ``edge`` is how far the one above could reach."""
    above = group[-1]
    if line.atom is not None or above.atom is not None:
        return True
    if abs(line.size - above.size) > OTHER_SIZE:
        return True
    if is_bold(line.fragments, body) != is_bold(above.fragments, body):
        return True
    if _is_mark(line, above, group):
        return True
    if without_leaders(above.fragments) < len(above.fragments):
        return True
    space = RAISED_SPACE if any(raised(one, line) for one in line.fragments) else SPACE
    is_apart = line.base - above.base > space * body.leading(line.size)
    if above.page != line.page or above.column != line.column or line.base <= above.base:
        is_below = is_apart and _is_under(above, line)
        return is_below or not _goes_on_elsewhere(group, line, edge, indented)
    if is_apart:
        return True
    if _is_centred(above, line):
        return ends_sentence(above) and _had_room(above, line, edge)
    return _is_set_in(group, line) or (_had_room(above, line, edge) and not _runs_on(above, line))


def _is_under(above: Line, line: Line) -> bool:
    """Whether a line stands below the one above it, rather than in the next column or overleaf."""
    return above.page == line.page and above.left < line.right and line.left < above.right


def ends_sentence(line: Line) -> bool:
    """Whether a mark that ends a sentence, or announces something, ends the line."""
    return _ENDS.search(line.text) is not None


def _runs_on(above: Line, line: Line) -> bool:
    return line.text[:1].islower() and not ends_sentence(above)


def _is_mark(line: Line, above: Line, group: Sequence[Line]) -> bool:
    found = MARK.match(line.text)
    if found is None:
        return False
    if found["bullet"] and found["bullet"][0] not in "-–—*":
        return True
    return ends_sentence(above) or MARK.match(group[0].text) is not None


def _goes_on_elsewhere(group: Sequence[Line], line: Line, edge: float, indented: bool) -> bool:
    """Whether the paragraph goes on with this line, which is in another column or on another
    page."""
    above = group[-1]
    if above.text[-1:] in "-‐\u00ad,–" or _runs_on(above, line):
        return True
    if len(group) == 1 and ends_sentence(above):
        return False  # nothing shows how far its column reaches
    set_in = indented and line.left - line.column[0] >= INDENT * line.size
    # A last line that happens to be full is rarer than a paragraph that goes on.
    return not set_in and not _had_room(above, line, edge)


def _had_room(above: Line, line: Line, edge: float) -> bool:
    """Whether the first word of a line would have stood on the one above."""
    first = [line.fragments[0]]
    for fragment in line.fragments[1:]:
        if not fragment.glued:
            break
        first.append(fragment)
    width = first[-1].right - first[0].left
    if is_leftward(line.text):
        return above.left - line.column[0] > width + ROOM * line.size
    return edge - above.right > width + ROOM * line.size


def _is_centred(above: Line, line: Line) -> bool:
    middle = abs((above.left + above.right) - (line.left + line.right)) / 2 <= CENTRED
    return middle and abs(above.left - line.left) > INDENT * line.size


def _is_set_in(group: Sequence[Line], line: Line) -> bool:
    """Whether the line begins farther in, or farther out, than the ones above it let expect."""
    above, step = group[-1], INDENT * line.size
    if is_leftward(line.text):
        return len(group) > 1 and above.right - line.right > step
    if MARK.match(group[0].text) is not None:
        return line.left < group[0].left - step
    if line.left - above.left > step:
        return len(group) > 1 or line.left - above.left > FAR_INDENT * line.size or (
            abs(above.left - line.column[0]) <= step
        )  # fmt: skip
    return len(group) > 1 and above.left - line.left > step
