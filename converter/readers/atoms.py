"""Atoms to inline nodes: runs that look alike are one, whatever the file split them for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from converter.model import (
    Code,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    NoteReference,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
)

TEXT, BREAK, NOTE = "text", "break", "note"


class Atom(NamedTuple):
    """Characters of one look in the reading text, a break, or the mark of a note (whose id is
    ``note``). ``raised`` is ``superscript``, ``subscript`` or empty."""

    kind: str
    text: str
    span: Span
    bold: bool = False
    italic: bool = False
    raised: str = ""
    code: bool = False
    url: str = ""
    note: str = ""

    @property
    def is_space(self) -> bool:
        """Whether nothing is seen of it."""
        return self.kind == BREAK or (self.kind == TEXT and not self.text.strip())


_JOINED = 1024
"""Characters of an atom that others are joined to: one letter after another stays linear."""


def append(atoms: list[Atom], atom: Atom) -> None:
    """Add an atom; it is one with the last where that looks alike and ends where it begins. Raised
    characters stay apart: they may be the mark of a note."""
    last = atoms[-1] if atoms else None
    if (
        last is not None
        and last.kind == atom.kind == TEXT
        and not last.raised
        and last.span.end == atom.span.start
        and len(last.text) < _JOINED
        and last[_LOOK:] == atom[_LOOK:]
    ):
        span = Span(last.span.start, atom.span.end)
        atoms[-1] = last._replace(text=last.text + atom.text, span=span)
    else:
        atoms.append(atom)


_LOOK = Atom._fields.index("bold")
"""Where the fields begin that say what an atom looks like."""
_Make = Callable[[tuple[Inline, ...]], Inline]


def inlines_of(atoms: Sequence[Atom]) -> tuple[Inline, ...]:
    """The inline nodes of these atoms, without the white space at either end."""
    return _nest(_settled(trimmed(atoms)), 0)


def trimmed(atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms without white space and breaks at either end."""
    kept = list(atoms)
    while kept and kept[-1].is_space:
        kept.pop()
    start = 0
    while start < len(kept) and kept[start].is_space:
        start += 1
    kept = kept[start:]
    if kept and kept[0].kind == TEXT:
        first = kept[0]
        text = first.text.lstrip()
        kept[0] = first._replace(text=text, span=Span(first.span.end - len(text), first.span.end))
    if kept and kept[-1].kind == TEXT:
        last = kept[-1]
        text = last.text.rstrip()
        kept[-1] = last._replace(text=text, span=Span(last.span.start, last.span.start + len(text)))
    return kept


def split_at_empty_lines(atoms: Sequence[Atom]) -> list[list[Atom]]:
    """The atoms in groups, parted where two breaks make an empty line."""
    groups: list[list[Atom]] = [[]]
    breaks = 0
    for atom in atoms:
        if atom.kind == BREAK:
            breaks += 1
        elif not atom.is_space:
            if breaks > 1:
                groups.append([])
            breaks = 0
        groups[-1].append(atom)
    return [group for group in groups if trimmed(group)]


def _settled(atoms: list[Atom]) -> list[Atom]:
    """White space looks as what stands on both sides of it does: nobody sees it bold."""
    settled = list(atoms)
    for index, atom in enumerate(atoms[1:-1], start=1):
        if atom.is_space:
            left, right = settled[index - 1], _next_seen(atoms, index)
            settled[index] = atom._replace(
                bold=left.bold and right.bold,
                italic=left.italic and right.italic,
                raised=left.raised if left.raised == right.raised else "",
                code=left.code and right.code,
            )
    return settled


def _next_seen(atoms: Sequence[Atom], index: int) -> Atom:
    following = atoms[index + 1]
    # Further white space is settled by the same neighbours; one look ahead is enough of a guess.
    return following if not following.is_space else atoms[min(index + 2, len(atoms) - 1)]


_LAYERS: tuple[tuple[Callable[[Atom], object], Callable[[object], _Make]], ...] = (
    (lambda atom: atom.url, lambda url: lambda inner: Link(inner, str(url))),
    (lambda atom: atom.bold, lambda _: Strong),
    (lambda atom: atom.italic, lambda _: Emphasis),
    (
        lambda atom: atom.raised,
        lambda raised: Superscript if raised == "superscript" else Subscript,
    ),
)
"""What wraps what, the outermost first: how to ask an atom, and what is made of the answer."""


def _nest(atoms: Sequence[Atom], layer: int) -> tuple[Inline, ...]:
    if layer == len(_LAYERS):
        return tuple(_leaves(atoms))
    ask, make = _LAYERS[layer]
    found: list[Inline] = []
    for answer, group in groupby(atoms, ask):
        inner = _nest(list(group), layer + 1)
        if answer:
            found.append(make(answer)(inner))
        else:
            found += inner
    return tuple(found)


def _leaves(atoms: Sequence[Atom]) -> Iterator[Inline]:
    run: list[Atom] = []
    for atom in atoms:
        if run and not (
            atom.kind == TEXT and atom.code == run[-1].code and atom.span.start == run[-1].span.end
        ):
            yield _text(run)
            run = []
        if atom.kind == TEXT:
            run.append(atom)
        elif atom.kind == BREAK:
            yield LineBreak((atom.span,))
        else:
            yield NoteReference(atom.text, atom.span, atom.note)
    if run:
        yield _text(run)


def _text(run: Sequence[Atom]) -> Text | Code:
    text = "".join(atom.text for atom in run)
    span = Span(run[0].span.start, run[-1].span.end)
    return Code(text, span) if run[0].code else Text(text, span)
