"""Work grows with the length of a text, and no faster: counted in lines of code executed, since
a clock says something else on every machine."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from converter.checks import ledger
from converter.readers import read
from converter.recovery import recover
from converter.schemas.loading import load_schema
from hostile import PIECES
from laws import source_of

SCHEMA = load_schema("article")

LINES, REPEATS = 50, 600
"""How much of a piece the small text holds: enough to leave a pass's window behind."""

MOST = 2.6
"""When the text doubles and doubles again, linear work adds twice as much the second time, and
quadratic work four times as much. Between them: what is decided anew as a text grows."""

SLACK = 0.1
"""Of the first figure: where work hardly grows, a few lines more are no growth."""

TRIED = [name for name in PIECES if not name.endswith(("in a line", "with spaces between"))]


def lines_executed(text: str) -> int:
    """Lines of Python that it takes to read, recover and check a text."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    source = source_of(text)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        ledger.check(recover(read(source), SCHEMA))
    finally:
        sys.settrace(before)
    return count


@pytest.mark.slow
@pytest.mark.parametrize("name", TRIED)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    piece = PIECES[name]
    lines = len(piece.splitlines()) if piece.splitlines()[0] != piece else 0
    small = LINES // lines + 1 if lines else REPEATS // len(piece) + 1
    lines_executed(piece * small)  # what is worked out once, and kept
    first, second, third = (lines_executed(piece * (small * times)) for times in (1, 2, 4))
    assert third - second <= MOST * (second - first) + SLACK * first
