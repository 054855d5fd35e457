"""Lines of a caption file: which head a cue, which are said, which are neither.

WebVTT (W3C, sections 4.1 and 6.1) and SubRip, which has no specification. Any text parses: what
is no head of a cue and no comment is said.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple, overload

from converter.model import Span
from converter.patterns import pattern
from converter.readers.captions.text import CaptionText
from converter.records import field, mutable_record, record

_CLOCK = r"(?:\d{1,5}:)?\d{1,2}:\d{1,2}(?:[.,:]\d{1,3})?"
_TIMING = pattern(
    rf"""
    [ \t]* (?P<start>{_CLOCK})
    [ \t]* -{{1,3}}> [ \t]*
    (?P<end>{_CLOCK})
    (?:[ \t].*)?                       # settings, coordinates
    """,
    re.VERBOSE,
)
_NUMBER = pattern(r"[ \t\ufeff]*\d{1,9}[ \t]*")
_LINE = pattern(r"[^\r\n]+")
_LANGUAGE = pattern(r"^Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[ \t]*$", re.MULTILINE)

_ASIDES = (
    (pattern(r"NOTE(?:[ \t]|\Z)"), "caption-comment"),
    (pattern(r"(?:STYLE|REGION)[ \t]*\Z"), "caption-style"),
)
"""The first lines of WebVTT's blocks that are no cues."""


@mutable_record
class Cue:
    """What is shown at once. ``start`` and ``end`` are seconds. ``head`` is where its number or
    name and its times stand, None for words under no time; ``lines`` where what is said stands."""

    start: float = 0.0
    end: float = 0.0
    head: Span | None = None
    lines: list[Span] = field(default_factory=list)

    @property
    def time(self) -> str:
        """When it is shown, as ``00:01:02.500``, or empty."""
        return _clock(self.start) if self.head else ""


@record()
class Aside:
    """A block that is not shown: its kind, where it stands, the language that a head states."""

    kind: str
    span: Span
    language: str = ""


class _Line(NamedTuple):
    start: int
    end: int
    has_times: bool
    follows_blank: bool


class _Lines(Sequence[_Line]):
    """Lines of a file, each made when it is asked for: there are four to a cue."""

    def __init__(self) -> None:
        self._starts, self._ends = array("q"), array("q")
        self._facts = bytearray()

    def add(self, line: _Line) -> None:
        """Put a line at the end."""
        self._starts.append(line.start)
        self._ends.append(line.end)
        self._facts.append(line.has_times + 2 * line.follows_blank)

    def __len__(self) -> int:
        return len(self._facts)

    @overload
    def __getitem__(self, index: int) -> _Line: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[_Line]: ...

    def __getitem__(self, index: int | slice) -> _Line | Sequence[_Line]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        facts = self._facts[index]
        return _Line(self._starts[index], self._ends[index], bool(facts & 1), bool(facts & 2))


def split_cues(text: CaptionText, *, is_vtt: bool) -> list[Cue | Aside]:
    """The cues and the other blocks of a file, in order."""
    lines = _lines(text.shadow)
    items: list[Cue | Aside] = []
    at = 0
    while at < len(lines):
        kind = _aside(text.shadow, lines, at) if is_vtt else ""
        if kind:
            end = at + 1
            while end < len(lines) and not _begins(text.shadow, lines, end):
                end += 1
            span = Span(lines[at].start, lines[end - 1].end)
            language = _LANGUAGE.search(text.text, span.start, span.end) if not items else None
            items.append(Aside(kind, span, language.group(1) if language else ""))
            at = end
            continue
        timed = _heads(text.shadow, lines, at, is_vtt=is_vtt)
        if timed:
            items.append(_cue(text.shadow, lines[at], lines[at + timed - 1]))
            at += timed
            continue
        if not items or isinstance(items[-1], Aside):
            items.append(Cue())
        cue = items[-1]
        assert isinstance(cue, Cue)
        cue.lines.append(Span(lines[at].start, lines[at].end))
        at += 1
    return items


def _lines(shadow: str) -> Sequence[_Line]:
    """The lines that hold more than white space, without it at either end."""
    lines = _Lines()
    reached = 0
    for match in _LINE.finditer(shadow):
        content = match.group()
        stripped = content.strip(" \t\ufeff\xa0\u2028\u2029\x85\f\v")
        if not stripped or stripped.isspace():
            continue
        start = match.start() + content.index(stripped[0])
        ends = shadow.count("\n", reached, match.start())
        ends = ends or shadow.count("\r", reached, match.start())
        end = start + len(stripped)
        has_times = "->" in stripped and _TIMING.fullmatch(stripped) is not None
        lines.add(_Line(start, end, has_times, ends > 1 or not lines))
        reached = end
    return lines


def _aside(shadow: str, lines: Sequence[_Line], at: int) -> str:
    """The kind of the block that is no cue and begins here, or nothing."""
    line = shadow[lines[at].start : lines[at].end]
    if at == 0 and line.startswith("WEBVTT"):
        return "caption-header"
    if not lines[at].follows_blank or (at + 1 < len(lines) and lines[at + 1].has_times):
        return ""
    return next((kind for opening, kind in _ASIDES if opening.match(line)), "")


def _begins(shadow: str, lines: Sequence[_Line], at: int) -> bool:
    """Whether something new begins here: after an empty line, or with times."""
    if lines[at].follows_blank or lines[at].has_times:
        return True
    following = lines[at + 1] if at + 1 < len(lines) else None
    is_number = _NUMBER.fullmatch(shadow, lines[at].start, lines[at].end) is not None
    return is_number and following is not None and following.has_times


def _heads(shadow: str, lines: Sequence[_Line], at: int, *, is_vtt: bool) -> int:
    """How many lines from here on head a cue: its times, or its number or name and its times."""
    if lines[at].has_times:
        return 1
    following = lines[at + 1] if at + 1 < len(lines) else None
    if following is None or not following.has_times or following.follows_blank:
        return 0
    is_number = _NUMBER.fullmatch(shadow, lines[at].start, lines[at].end) is not None
    return 2 if is_number or (is_vtt and lines[at].follows_blank) else 0


def _cue(shadow: str, first: _Line, last: _Line) -> Cue:
    timing = _TIMING.fullmatch(shadow, last.start, last.end)
    assert timing is not None
    start, end = _seconds(timing["start"]), _seconds(timing["end"])
    return Cue(start, end, Span(first.start, last.end))


def _seconds(clock: str) -> float:
    """Seconds of ``01:02:03,450``, ``02:03.4`` or ``01:02:03``."""
    whole, *fraction = re.split(r"[.,]", clock)
    parts = [int(part) for part in whole.split(":")]
    if not fraction and len(parts) > _PARTS:  # 00:00:01:500, written with one colon too many
        fraction = [whole.rpartition(":")[2]]
        parts.pop()
    seconds = 0.0
    for part in parts:
        seconds = seconds * 60 + part
    return seconds + (int(fraction[0]) / 10 ** len(fraction[0]) if fraction else 0)


_PARTS = 3
"""Hours, minutes and seconds."""


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    hours, rest = divmod(thousandths, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
