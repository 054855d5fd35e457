"""List numbers, counted as Word counts them. Lists that share a definition share its counters, so a
list goes on after a paragraph; an override begins anew. ECMA-376 Part 1, 17.9."""

from __future__ import annotations

from converter.readers.office.places import NONE, Place
from converter.records import field, mutable_record, record

LEVELS = 9


@record()
class Level:
    """One level of a list: its format (``bullet``, ``none``, ``decimal`` ...), the first number,
    after which level it begins anew (0: never; None: after any above it), and how far its text is
    set in (twips)."""

    format: str
    start: int = 1
    restart: int | None = None
    indent: int | None = None


@mutable_record
class ListDefinition:
    """A list as paragraphs name it: the abstract definition whose counters it uses, its levels,
    and the numbers from which it begins anew."""

    abstract: str
    levels: list[Level]
    linked: dict[str, int]
    overrides: dict[int, int]


@mutable_record
class Numbering:
    """All lists of a package, and how far each has been counted."""

    lists: dict[str, ListDefinition] = field(default_factory=dict)
    _counters: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def place(self, stated: tuple[str, int | None] | None, style: str) -> Place | None:
        """Where the next paragraph with this numbering stands, and count it; None for one that is
        in no list. ``style`` is its paragraph style's id, to which a level may be linked."""
        known = self.lists.get(stated[0]) if stated else None
        if known is None or stated is None:
            return None
        level = stated[1] if stated[1] is not None else known.linked.get(style, 0)
        level = max(0, min(level, LEVELS - 1))
        own = known.levels[level]
        if own.format == NONE:
            return Place(known.abstract, level, NONE, 0, own.indent)
        count = self._count(stated[0], known, level)
        return Place(known.abstract, level, own.format, count, own.indent)

    def _count(self, name: str, known: ListDefinition, level: int) -> int:
        counters = self._counters.setdefault(known.abstract, [None] * LEVELS)
        if level in known.overrides and (name, level) not in self._begun:
            self._begun.add((name, level))
            counters[level] = None
            first = known.overrides[level]
        else:
            first = known.levels[level].start
        current = counters[level]
        counters[level] = first if current is None else current + 1
        for deeper in range(level + 1, LEVELS):
            restart = known.levels[deeper].restart
            if restart is None or level < restart:
                counters[deeper] = None
        return counters[level] or 0
