"""Tracked changes: which of them a view shows, and one notice for each.

``accepted`` leaves out what was deleted or moved away, ``original``
what was inserted or moved here, ``all`` nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from converter.errors import UsageError
from converter.model import INFO, Span
from converter.readers.tape import Tape
from converter.records import field, mutable_record

INSERTED, DELETED, MOVED_HERE, MOVED_AWAY = "inserted", "deleted", "moved here", "moved away"
HIDDEN = "hidden"

VIEWS = {
    "accepted": frozenset((DELETED, MOVED_AWAY)),
    "original": frozenset((INSERTED, MOVED_HERE)),
    "all": frozenset[str](),
}
"""What each view leaves out."""

_CODES = {
    INSERTED: "C230",
    DELETED: "C231",
    MOVED_HERE: "C232",
    MOVED_AWAY: "C232",
    HIDDEN: "C235",
}
_SHOWN = 60
"""Code points of the changed words that a notice repeats."""


class Change(NamedTuple):
    """One change: its kind, who made it, and when, as the file says."""

    kind: str
    author: str = ""
    date: str = ""

    @property
    def said(self) -> str:
        """The change in words: ``deleted by Ines Duarte on 2026-03-04``."""
        by = f" by {self.author}" if self.author else ""
        on = f" on {self.date[:10]}" if self.date else ""
        return f"{self.kind}{by}{on}"


HIDDEN_TEXT = Change(HIDDEN)


@mutable_record
class Changes:
    """The changes met so far. Runs that one person changed in one go are one change."""

    tracked: str
    tape: Tape
    _open: tuple[Change, Span, str] | None = None
    _hides: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        if self.tracked not in VIEWS:
            raise UsageError(
                f"{self.tracked!r} is no view of tracked changes; say one of {', '.join(VIEWS)}"
            )
        self._hides = VIEWS[self.tracked]

    def hides(self, change: Change | None) -> bool:
        """Whether this view leaves out what was changed so."""
        return change is not None and (change.kind in self._hides or change.kind == HIDDEN)

    def record(self, change: Change, span: Span, text: str) -> None:
        """Characters that were changed so stand at this span."""
        if self._open and self._open[0] == change and self._open[1].end == span.start:
            before, words = self._open[1], self._open[2]
            joined = words + text if len(words) <= _SHOWN else words
            self._open = change, Span(before.start, span.end), joined
            return
        self.close()
        self._open = change, span, text

    def note(self, change: Change, span: Span, what: str) -> None:
        """Something other than characters was changed: the end of a paragraph, a row."""
        self.close()
        self._give("C233", f"{what} {change.said}", span)

    def close(self) -> None:
        """Give the notice of what was recorded last."""
        if self._open is None:
            return
        change, span, text = self._open
        self._open = None
        words = " ".join(text.split())
        if words:
            shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
            said = "hidden in the file" if change.kind == HIDDEN else change.said
            self._give(_CODES[change.kind], f"{said}: “{shown}”", span)

    def _give(self, code: str, message: str, span: Span) -> None:
        hint = "" if code == _CODES[HIDDEN] else "--tracked original or all shows another view"
        self.tape.note(code, INFO, message, span, hint)
