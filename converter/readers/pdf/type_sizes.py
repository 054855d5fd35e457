"""How the body of a document is set, and how a line of it differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from converter.readers.pdf.facts import BOLD, ITALIC, Fragment
from converter.readers.pdf.lines import Line
from converter.records import field, mutable_record

_USUAL_SIZE = 10.0
_HALF = 0.5
_USUAL_LEADING = 1.25
"""Of the type size, where no two lines follow one another."""
RAISED = 1.02
"""Of the size of its line: what is no larger, and off its baseline, is raised or lowered."""
_OFF = 0.12
"""Of the size of its line: how far off."""


@mutable_record
class Body:
    """The type that most characters are set in: its size (points) and look, and the usual
    distance between baselines for each size."""

    size: float = _USUAL_SIZE
    look: int = 0
    leadings: dict[float, float] = field(default_factory=dict)

    def leading(self, size: float) -> float:
        """The usual distance between baselines of this size."""
        return self.leadings.get(round(size), size * _USUAL_LEADING)


def body_of(lines: Sequence[Line]) -> Body:
    """How most of these lines are set."""
    sizes: Counter[float] = Counter()
    looks: Counter[int] = Counter()
    for line in lines:
        for fragment in line.fragments:
            sizes[round(fragment.size * 2) / 2] += len(fragment.text)
            looks[fragment.look & (BOLD | ITALIC)] += len(fragment.text)
    if not sizes:
        return Body()
    size = max(sizes, key=lambda one: (sizes[one], -one))
    look, count = looks.most_common(1)[0]
    return Body(size, look if count > _HALF * sum(looks.values()) else 0, _leadings(lines))


def _leadings(lines: Sequence[Line]) -> dict[float, float]:
    steps: dict[float, Counter[float]] = {}
    for above, below in pairwise(lines):
        step = below.base - above.base
        same = above.page == below.page and abs(above.size - below.size) <= _HALF
        if same and 0 < step <= 2 * above.size and above.column == below.column:
            steps.setdefault(round(above.size), Counter())[round(step, 1)] += 1
    return {
        size: max(counts, key=lambda one: (counts[one], -one)) for size, counts in steps.items()
    }


def is_bold(fragments: Iterable[Fragment], body: Body) -> bool:
    """Whether all of it is set bold, in a document whose text is not."""
    return not body.look & BOLD and all(fragment.look & BOLD for fragment in fragments)


def raised(fragment: Fragment, line: Line) -> str:
    """``superscript``, ``subscript`` or empty."""
    off = (line.base - fragment.base) / (line.size or 1)
    if fragment.size > RAISED * line.size or abs(off) < _OFF:
        return ""
    return "superscript" if off > 0 else "subscript"
