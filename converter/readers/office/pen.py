"""Characters go onto the tape: content becomes atoms, what a revision, a look or a form leaves out
becomes omissions; languages and characters that nobody can read are counted on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from converter.model import WARNING, MetadataItem, Notice, Span
from converter.patterns import pattern
from converter.readers.atoms import BREAK, Atom
from converter.readers.office.changes import HIDDEN_TEXT, Change, Changes
from converter.readers.office.looks import NO_LOOK, Look
from converter.readers.office.symbols import UNKNOWN, decoded, is_symbol_font
from converter.readers.tape import Tape
from converter.records import field, mutable_record

ORIGIN = "file"
"""Who states what the properties and the styles of a file state."""

_PRIVATE = pattern("[\ue000-\uf8ff]")
_MAIN_LANGUAGE = 0.5
"""The share of the characters that must state a language for the document to be in it."""


class Around(NamedTuple):
    """What holds of the characters at a place: the link and the changes around them, their look,
    how they are raised by a structure, and why they are left out (a kind and a reason)."""

    look: Look = NO_LOOK
    url: str = ""
    changes: tuple[Change, ...] = ()
    raised: str = ""
    left_out: tuple[str, str] | None = None


@mutable_record
class Pen:
    """What writes the words of one file, and what it saw: ``languages`` counts characters by the
    language they state, and under no name those that state none; ``unknown`` and ``private`` are
    the places of characters whose meaning the file does not give away; ``titles`` are the lines
    that a style calls headline, standfirst or byline: name, words, start, end."""

    tape: Tape
    changes: Changes
    languages: Counter[str] = field(default_factory=Counter)
    unknown: list[int] = field(default_factory=list)
    private: list[int] = field(default_factory=list)
    titles: list[tuple[str, str, int, int]] = field(default_factory=list)

    def reason(self, around: Around) -> tuple[str, str, Change | None] | None:
        """Why characters here are left out: kind, reason and the change that did it."""
        if around.left_out:
            return (*around.left_out, None)
        hidden = next((change for change in around.changes if self.changes.hides(change)), None)
        if hidden:
            return "tracked-change", hidden.said, hidden
        if around.look.hidden:
            return "hidden", "hidden text", HIDDEN_TEXT
        return None

    def write(self, text: str, around: Around) -> Atom | None:
        """Write characters; the atom that they are, or None where the document leaves them out."""
        look = around.look
        if is_symbol_font(look.font):
            text = decoded(look.font or "", text)
        reason = self.reason(around)
        if reason:
            span = self.tape.omit(reason[0], reason[1], text)
            if reason[2]:
                self.changes.record(reason[2], span, text)
            return None
        span = self.tape.write(text)
        self.languages[look.language or ""] += len(text)
        if UNKNOWN in text:
            self.unknown.append(span.start + text.index(UNKNOWN))
        if private := _PRIVATE.search(text):
            self.private.append(span.start + private.start())
        for change in around.changes:
            self.changes.record(change, span, text)
        return atom("text", text, span, around)

    def line_break(self, around: Around) -> Atom | None:
        """A break, or None where the document leaves it out."""
        span = self.tape.write("\n")
        return None if self.reason(around) else atom(BREAK, "\n", span, around)

    @property
    def language(self) -> str:
        """The language that most characters state; a default of the file is no statement."""
        total = sum(self.languages.values())
        stated = ((count, name) for name, count in self.languages.items() if name)
        count, name = max(stated, default=(0, ""))
        return name if count > _MAIN_LANGUAGE * total else ""

    def metadata(
        self, properties: Iterable[MetadataItem], language: str
    ) -> tuple[MetadataItem, ...]:
        """What the properties, the default language and the styles of a file state; a name that
        two lines claim is no statement."""
        items = {item.name: item for item in properties}
        names = [name for name, _, _, _ in self.titles]
        for name, words, start, end in self.titles:
            if names.count(name) == 1:
                items[name] = MetadataItem(name, words, ORIGIN, Span(start, end))
        if language:
            items.setdefault("stated_language", MetadataItem("stated_language", language, ORIGIN))
        return tuple(items.values())

    def notices(self) -> tuple[Notice, ...]:
        """All that a person should know, with one notice of each kind on what the file does not
        give away about its characters."""
        found = list(self.tape.notices)
        hint = "compare with the file, and type the characters"
        for places, what in (
            (self.unknown, "symbols of a font that is not known stand as U+FFFD"),
            (
                self.private,
                "characters of a private use area, which only the file's own font shows",
            ),
        ):
            if places:
                message = f"{what}; {len(places)} in all"
                span = Span(places[0], places[0] + 1)
                found.append(Notice("C236", WARNING, message, span, hint))
        return tuple(found)


def atom(kind: str, text: str, span: Span, around: Around) -> Atom:
    """Characters with the look and the link that hold around them."""
    look = around.look
    return Atom(
        kind,
        text,
        span,
        bold=bool(look.bold),
        italic=bool(look.italic),
        raised=around.raised or look.raised or "",
        code=bool(look.code),
        url=around.url,
    )
