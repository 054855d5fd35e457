"""What the parts of the reader share: the parser, the way back to the reading text, and what was
found beside the blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from converter.model import INFO, WARNING, Note, Notice, Omission, Span
from converter.readers.markdown.origin import Origin
from converter.readers.markdown.parsing import Parser
from converter.records import field, mutable_record


class _Kind(NamedTuple):
    """What a notice says of all places of its kind together."""

    severity: str
    what: str
    hint: str


KINDS: dict[str, _Kind] = {
    "C211": _Kind(
        INFO,
        "attribute lists or shortcodes of a site's own Markdown, left as text",
        "take them out of the file if they are not meant to be read",
    ),
    "C212": _Kind(INFO, "comments, left out", "nothing, unless their words were meant to be read"),
    "C213": _Kind(
        WARNING,
        "tags of HTML that are more than formatting; they are left out, and their words kept",
        "look at the place in the file, and put what they show into Markdown",
    ),
    "C214": _Kind(INFO, "words struck through, kept as text", "take out what is not to be read"),
    "C215": _Kind(
        WARNING,
        "front matter that is no YAML or TOML in all its lines",
        "put values with a colon in quotation marks",
    ),
    "C216": _Kind(
        WARNING,
        "quotes, lists or notes deeper in one another than is followed, kept as text",
        "raise max_depth if they are meant",
    ),
    "C217": _Kind(
        WARNING, "scripts or styles of a page, left out", "nothing, unless they write text"
    ),
}
"""docs/notices.md has them in words."""


@mutable_record
class Reading:
    """One file on its way from tokens to a document."""

    origin: Origin
    parser: Parser
    notes: list[Note] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)
    _left_out: list[Span] = field(default_factory=list)
    _noticed: dict[str, list[Span]] = field(default_factory=dict)
    _labels: dict[str, int] = field(default_factory=dict)

    def notice(self, code: str, span: Span) -> None:
        """Count a place of this kind."""
        self._noticed.setdefault(code, []).append(span)

    def omit(self, kind: str, reason: str, ranges: list[tuple[int, int]]) -> None:
        """Leave out what stands in these ranges of the parser's text."""
        for start, end in ranges:
            text = self.origin.slice(start, end)
            if text.strip():
                span = self.origin.span(start, end)
                self.omissions.append(Omission(kind, reason, text, span))

    def leave_out(self, span: Span) -> None:
        """Leave out marks that belong to no block."""
        self._left_out.append(span)

    def omitted(self, text: str) -> tuple[Omission, ...]:
        """All that is left out; ``text`` is the whole reading text."""
        reason = "marks of Markdown or HTML with no words beside them"
        marks = [
            Omission("markup", reason, text[span.start : span.end], span) for span in self._left_out
        ]
        return (*self.omissions, *marks)

    def spans(self, ranges: Sequence[tuple[int, int]]) -> list[Span]:
        """The spans of ranges of the parser's text."""
        return [self.origin.span(start, end) for start, end in ranges]

    def note_id(self, label: str) -> str:
        """An id for a note of this label that no note before it has."""
        count = self._labels.get(label, 0) + 1
        self._labels[label] = count
        return f"{label}-{count}" if count > 1 else label

    def notices(self) -> tuple[Notice, ...]:
        """One notice for each kind of place, at the first, with the count."""
        made = []
        for code, spans in sorted(self._noticed.items()):
            kind = KINDS[code]
            places = "1 place" if len(spans) == 1 else f"{len(spans):,} places"
            message = f"{kind.what}, in {places}"
            made.append(Notice(code, kind.severity, message, spans[0], kind.hint))
        return tuple(made)
