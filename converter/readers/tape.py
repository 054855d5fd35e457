"""The reading text as it is put together: characters, where they stand in the file, what is left
out of the document, and what a person should know."""

from __future__ import annotations

from converter.model import Notice, Omission, Place, Span
from converter.records import field, mutable_record


@mutable_record
class Tape:
    """What has been read so far. ``at`` is the offset that the next character will have."""

    at: int = 0
    texts: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    omissions: list[Omission] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    _fresh: bool = True

    @property
    def end(self) -> Span:
        """Where the text ends so far: the place of what has no characters."""
        return Span(self.at, self.at)

    def write(self, text: str) -> Span:
        """Append characters of the document."""
        span = Span(self.at, self.at + len(text))
        if text:
            self.texts.append(text)
            self.at = span.end
            self._fresh = False
        return span

    def omit(self, kind: str, reason: str, text: str) -> Span:
        """Append characters that the document leaves out."""
        span = self.write(text)
        if text.strip():
            self.omissions.append(Omission(kind, reason, text, span))
        return span

    def line(self) -> Span:
        """Begin a line for the next block, unless one has just begun; where it begins."""
        if not self._fresh:
            self.blank()
        return self.end

    def blank(self) -> None:
        """End the line, be it an empty one."""
        if self.at:
            self.texts.append("\n")
            self.at += 1
            self._fresh = True

    def here(self, name: str) -> None:
        """What follows stands in the file at the place of this name."""
        if self.places and self.places[-1].start == self.at:
            self.places.pop()
        self.places.append(Place(self.at, name=name))

    def note(self, code: str, severity: str, message: str, span: Span | None, hint: str) -> None:
        """Something that a person may want to know."""
        self.notices.append(Notice(code, severity, message, span, hint))
