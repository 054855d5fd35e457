"""The JSON rendition after a person has edited it: whether its spans still fit its words, and new
spans when they do not. Works on the objects before they are loaded; what is wrong with their form
is for the loader to say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from converter.model import LEAVES, LineBreak
from converter.records import record
from converter.schemas.contracts.json_fields import Part


@record()
class JsonPlace:
    """Where a node's object stands: what holds it and by which key or number; and, to tell a
    person, the place of the node around it and the step from there."""

    holder: Any
    key: Any
    kind: str
    above: JsonPlace | None
    step: str
    depth: int

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.key]


Places: TypeAlias = Sequence[tuple[JsonPlace, Part | None]]
"""The nodes of a rendition in the order of the JSON, each with its schema if it has one."""

Object: TypeAlias = dict[str, Any]

BETWEEN = "\n"
"""Stands between the words of two blocks, and for a line break."""


def is_fitting(places: Places) -> bool:
    """Whether every leaf and omission is as long as its span, and a leaf without a span says by
    which rule."""
    leaves = [place.value for place in _leaves(places)]
    if any(not leaf["text"] or (leaf["span"] is None and not leaf.get("rule")) for leaf in leaves):
        return False
    return all(
        item["span"] is None or item["span"][1] - item["span"][0] == len(item["text"])
        for item in (*leaves, *_omissions(places[0][0].value))
    )


def renumber(places: Places) -> str:
    """Put a reading text together from the words of leaves and omissions, and point all spans
    into it; the text. The JSON has no characters of markup, so that none is left. A leaf that
    was emptied goes; one that a person added without a span gets one."""
    document = places[0][0].value
    book = _Book(document)
    block: JsonPlace | None = None
    for place, part in places:
        if part is None:
            continue
        if isinstance(place.value.get("markup"), list):
            place.value["markup"] = []
        if part.made is LineBreak:
            book.write(BETWEEN)
        elif part.made in LEAVES and _is_formed(place.value):
            before, block = block, _block_of(place)
            if before is not None and before is not block:
                book.write(BETWEEN)
            book.enter(place.value)
    text = book.close()
    for pointer in _pointers(document):
        pointer["span"] = book.moved(pointer["span"])
        if pointer["span"] is None:
            del pointer["span"]
    _prune(places)
    return text


class _Leaf(NamedTuple):
    """Where a leaf stood, and where it stands now."""

    old_start: int
    old_end: int
    start: int
    end: int


class _Book:
    """The reading text as it is put together."""

    def __init__(self, document: Object) -> None:
        self.written: list[str] = []
        self.length = 0
        self.leaves: list[_Leaf] = []
        spanned = [item for item in _omissions(document) if item["span"] is not None]
        self.omissions = sorted(spanned, key=lambda item: int(item["span"][0]), reverse=True)

    def write(self, text: str) -> list[int]:
        """The span of a text that is put at the end."""
        self.written.append(text)
        self.length += len(text)
        return [self.length - len(text), self.length]

    def enter(self, leaf: Object) -> None:
        """Give a leaf its new span, after what was left out before it. White space that a rule
        added stays without."""
        old = leaf["span"]
        if old is None and leaf.get("rule") and leaf["text"].isspace():
            return
        if old is not None:
            self._leave_out_until(old[0])
        leaf["span"] = self.write(leaf["text"])
        leaf.pop("rule", None)
        if old is not None:
            self.leaves.append(_Leaf(*old, *leaf["span"]))

    def _leave_out_until(self, offset: int) -> None:
        while self.omissions and self.omissions[-1]["span"][0] <= offset:
            omission = self.omissions.pop()
            self.write(BETWEEN)
            omission["span"] = self.write(omission["text"])
            self.write(BETWEEN)

    def close(self) -> str:
        """The whole text; what is left out after the last leaf is put at its end."""
        while self.omissions:
            self._leave_out_until(self.omissions[-1]["span"][0])
        self.leaves.sort()
        return "".join(self.written)

    def moved(self, span: list[int]) -> list[int] | None:
        """Where the leaves that a span pointed at stand now; None when they are gone."""
        first = bisect_right(self.leaves, span[0], key=lambda leaf: leaf.old_end)
        last = bisect_left(self.leaves, span[1], key=lambda leaf: leaf.old_start) - 1
        if not 0 <= first <= last:
            return None
        start, end = self.leaves[first], self.leaves[last]
        # A leaf that a span covers to its end is covered to its end.
        covered = end.end if span[1] >= end.old_end else end.start + span[1] - end.old_start
        begin = min(start.end, start.start + max(0, span[0] - start.old_start))
        return [begin, min(covered, end.end)] if begin <= min(covered, end.end) else None


def _leaves(places: Places) -> Iterator[JsonPlace]:
    for place, part in places:
        if part is not None and part.made in LEAVES and _is_formed(place.value):
            yield place


def _omissions(document: Object) -> list[Object]:
    listed = document.get("omissions")
    held = listed if isinstance(listed, list) else []
    return [item for item in held if isinstance(item, dict) and _is_formed(item)]


def _is_formed(value: Object) -> bool:
    """Whether a leaf or an omission has a text, and a span or null."""
    span = value.get("span", "")
    return isinstance(value.get("text"), str) and (span is None or _is_span(span))


def _is_span(value: Any) -> bool:
    match value:
        case [int(start), int(end)]:
            return 0 <= start <= end and bool not in (type(start), type(end))
    return False


def _block_of(place: JsonPlace) -> JsonPlace:
    """The block, or the part of one, that a leaf stands in."""
    while place.kind in ("inline", "text") and place.above is not None:
        place = place.above
    return place


def _pointers(document: Object) -> Iterator[Object]:
    """What points with a span into the text and holds none of it."""
    for key in ("metadata", "data", "notices"):
        holder = document.get(key)
        values = list(holder.values()) if isinstance(holder, dict) else holder
        for value in values if isinstance(values, list) else ():
            if isinstance(value, dict) and _is_span(value.get("span")):
                yield value


def _prune(places: Places) -> None:
    """Take out the leaves without a character."""
    holders = {
        id(place.holder): place.holder
        for place in _leaves(places)
        if not place.value["text"] and isinstance(place.holder, list)
    }
    for holder in holders.values():
        holder[:] = [value for value in holder if not _is_empty(value)]


def _is_empty(value: Any) -> bool:
    return isinstance(value, dict) and value.get("text", " ") == ""
