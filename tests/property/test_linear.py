"""Work grows with the length of a text, and no faster: counted in lines of code executed and in
characters copied, since a clock says something else on every machine."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import FrameType
from typing import Any

import pytest

from converter.checks import ledger
from converter.model import Text
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


def smallest(name: str) -> int:
    """How often a piece is repeated in the small text."""
    piece = PIECES[name]
    lines = len(piece.splitlines()) if piece.splitlines()[0] != piece else 0
    return LINES // lines + 1 if lines else REPEATS // len(piece) + 1


def grows_no_faster(first: int, second: int, third: int) -> bool:
    return third - second <= MOST * (second - first) + SLACK * first


@dataclass
class Copied:
    """Characters put into Texts since the count was last set to 0."""

    count: int = 0


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> Copied:
    copied = Copied()
    build = Text.__init__

    def counted(self: Text, text: str, *rest: Any, **named: Any) -> None:
        copied.count += len(text)
        build(self, text, *rest, **named)

    monkeypatch.setattr(Text, "__init__", counted)
    return copied


def test_copied_characters_are_counted(copied: Copied) -> None:
    read(source_of("The port opens."))
    assert copied.count == len("The port opens.")


@pytest.mark.parametrize("name", TRIED)
def test_characters_are_copied_as_the_text_grows_and_no_faster(name: str, copied: Copied) -> None:
    counts: list[int] = []
    for times in (1, 2, 4):
        copied.count = 0
        recover(read(source_of(PIECES[name] * (smallest(name) * times))), SCHEMA)
        counts.append(copied.count)
    assert grows_no_faster(*counts)


@pytest.mark.slow
@pytest.mark.parametrize("name", TRIED)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    piece, small = PIECES[name], smallest(name)
    lines_executed(piece * small)  # what is worked out once, and kept
    assert grows_no_faster(*(lines_executed(piece * (small * times)) for times in (1, 2, 4)))
