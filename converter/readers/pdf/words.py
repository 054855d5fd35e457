"""Lines to inline nodes, and their characters onto the tape."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Inline, Markup, Span
from converter.patterns import pattern
from converter.readers.atoms import BREAK, NOTE, TEXT, Atom, inlines_of
from converter.readers.pdf.facts import BOLD, ITALIC, Fragment, Page
from converter.readers.pdf.hyphens import Hyphens, is_divided
from converter.readers.pdf.lines import Line, without_leaders
from converter.readers.pdf.notes import References
from converter.readers.pdf.type_sizes import Body, raised
from converter.readers.tape import Tape
from converter.records import field, mutable_record

_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
              0xFB05: "st", 0xFB06: "st"}  # fmt: skip
"""Letters that the font draws as one are letters."""
_WIDE = pattern("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
"""Characters of scripts that put no space between words."""
_CUT = pattern(r"\w/\Z")
"""Where a line is broken inside ``and/or`` or an address."""
_BROKEN = 0.6
"""Of the widest line of its paragraph: a line that ends before was broken on purpose."""


@mutable_record
class Words:
    """The words of one document on their way to the tape: its pages and how its body is set, its
    hyphens and marks of notes. ``unknown`` and ``private`` are the places of characters whose
    meaning the file does not give away, ``counts`` the lines written of each page."""

    pages: Sequence[Page]
    body: Body
    hyphens: Hyphens
    references: References
    tape: Tape = field(default_factory=Tape)
    unknown: list[int] = field(default_factory=list)
    private: list[int] = field(default_factory=list)
    counts: dict[int, int] = field(default_factory=dict)
    _goes_on: bool = False

    def inlines(
        self, lines: Sequence[Line], is_bold: bool = False
    ) -> tuple[tuple[Inline, ...], Markup]:
        """The words of these lines; ``is_bold`` says that bold says nothing here."""
        self.begin()
        atoms: list[Atom] = []
        markup: list[Span] = []
        widest = max(line.right - line.left for line in lines)
        for index, line in enumerate(lines):
            self._here(line)
            following = lines[index + 1] if index + 1 < len(lines) else None
            self._line(line, atoms, markup, is_bold)
            if following is not None:
                self._line_end(line, following, atoms, markup, widest)
        return inlines_of(atoms), tuple(markup)

    def _here(self, line: Line) -> None:
        number = self.counts[line.page] = self.counts.get(line.page, 0) + 1
        self.tape.here(f"page {line.page + 1}, line {number}")

    def _line(self, line: Line, atoms: list[Atom], markup: list[Span], is_bold: bool) -> None:
        base = self.body.look | (BOLD if is_bold else 0)
        end = without_leaders(line.fragments)
        for index, fragment in enumerate(line.fragments[:end]):
            look = fragment.look & ~base
            atom = Atom(
                TEXT,
                "",
                Span(0, 0),
                bold=bool(look & BOLD),
                italic=bool(look & ITALIC),
                raised=raised(fragment, line),
                url=self._url(line.page, fragment),
            )
            if index and not fragment.glued:
                space = "\t" if index in line.tabs else " "
                before = atoms[-1].url if atoms else ""
                url = atom.url if atom.url == before else ""
                span = self.tape.write(space)
                atoms.append(atom._replace(text=space, span=span, raised="", url=url))
            text = _plain(fragment.text)
            span = self.tape.write(text)
            self._remark(text, span)
            note = self.references.get((line.page, fragment), "")
            if note:
                atoms.append(Atom(NOTE, text, span, note=note))
            else:
                atoms.append(atom._replace(text=text, span=span))
        if end < len(line.fragments):
            self.tape.write(" ")
            words = " ".join(_plain(one.text) for one in line.fragments[end:])
            markup.append(self.tape.write(words))

    def _line_end(
        self, line: Line, following: Line, atoms: list[Atom], markup: list[Span], widest: float
    ) -> None:
        above, below = line.text, following.text
        if is_divided(above, below):
            last = atoms[-1]
            if last.kind == TEXT and self.hyphens.is_set(above, below):
                cut = Span(last.span.end - 1, last.span.end)
                markup.append(cut)
                atoms[-1] = last._replace(
                    text=last.text[:-1], span=Span(last.span.start, cut.start)
                )
            self.tape.write("\n")
        elif _CUT.search(above) or (_WIDE.match(above[-1:]) and _WIDE.match(below[:1])):
            self.tape.write("\n")
        else:
            span = self.tape.write("\n")
            broken = (
                line.page == following.page
                and line.right - min(line.left, following.left) < _BROKEN * widest
                and abs(line.left - following.left) <= line.size
                and following.base > line.base
            )
            look = atoms[-1]._replace(kind=TEXT, text="\n", span=span, raised="", note="")
            atoms.append(look._replace(kind=BREAK) if broken else look)

    def _url(self, page: int, fragment: Fragment) -> str:
        return self.pages[page].links[fragment.link] if fragment.link >= 0 else ""

    def _remark(self, text: str, span: Span) -> None:
        if "\ufffd" in text:
            self.unknown.append(span.start)
        if any("\ue000" <= character <= "\uf8ff" for character in text):
            self.private.append(span.start)

    def mark(self, line: Line, mark: str) -> Span:
        """What stands before the words of an item or a note, on their line."""
        self.begin()
        self._here(line)
        span = self.tape.write(_plain(mark))
        self.tape.write(" ")
        self._goes_on = True
        return span

    def begin(self) -> None:
        """An empty line before what comes next, unless that goes on with a mark's line."""
        if self._goes_on:
            self._goes_on = False
        elif self.tape.at:
            self.tape.line()
            self.tape.blank()


def _plain(text: str) -> str:
    return text.translate(_LIGATURES)
