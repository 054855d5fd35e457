"""What the engine says of a file: plain values, which cross from its process to ours.

Lengths are points (1/72 inch); y grows downwards from the top of the page, as a person reads.
"""

from __future__ import annotations

from typing import Any, NamedTuple

NO_TAG, ARTIFACT = -1, -2
"""What a fragment is tagged with that no structure holds, and what is marked as no content."""
BOLD, ITALIC, MONO = 1, 2, 4
"""The parts of a look that say something, as bits."""

HIDDEN = (
    "",
    "drawn in the invisible mode",
    "white on white",
    "too small to be seen",
    "outside the page",
    "turned",
)
"""Why nobody reads a fragment where it stands; its ``hidden`` counts in here, 0 for a seen one."""
INVISIBLE, WHITE, TINY, OUTSIDE, TURNED = range(1, 6)


class Fragment(NamedTuple):
    """A piece of a line, mostly a word: its characters, its box, its baseline, how it is set.
    ``glued`` says that no space parts it from the one before; ``link`` counts in the page's
    links from 0, or is -1; ``tag`` is a marked content of the page, NO_TAG or ARTIFACT."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    look: int
    tag: int
    glued: bool
    link: int
    hidden: int


class Rule(NamedTuple):
    """A straight line that is drawn, thin boxes included; upright or level."""

    left: float
    top: float
    right: float
    bottom: float


class Picture(NamedTuple):
    """A picture: where it stands, what it is tagged with, its bytes if they are a whole file,
    and how many they are."""

    left: float
    top: float
    right: float
    bottom: float
    tag: int
    data: bytes
    size: int


class Tag(NamedTuple):
    """An element of the structure tree: its standard type, the index of its parent in the page's
    list or -1, a key that is its own in the whole file, its alternative text, its spans."""

    kind: str
    parent: int
    key: str
    alt: str = ""
    colspan: int = 1
    rowspan: int = 1


class Page(NamedTuple):
    """One page. ``order`` has, in the order of the structure tree, pairs of marked content (or
    NO_TAG for an element without any) and the index of its element in ``tags``. ``unmapped``
    counts characters whose font does not say what they are."""

    width: float
    height: float
    fragments: tuple[Fragment, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[Picture, ...]
    links: tuple[str, ...]
    tags: tuple[Tag, ...]
    order: tuple[tuple[int, int], ...]
    unmapped: int


class File(NamedTuple):
    """One file: what it says of itself, by the names of PDF, and its pages."""

    information: tuple[tuple[str, str], ...]
    language: str
    pages: tuple[Page, ...]


def pack(file: File) -> tuple[Any, ...]:
    """The file as plain tuples, which ``marshal`` takes."""
    return (
        file.information,
        file.language,
        tuple(
            (*page[:2], *(tuple(map(tuple, part)) for part in page[2:5]), page.links,
             tuple(map(tuple, page.tags)), page.order, page.unmapped)
            for page in file.pages
        ),
    )  # fmt: skip


def unpack(packed: tuple[Any, ...]) -> File:
    """The file that was packed."""
    information, language, pages = packed
    return File(information, language, tuple(map(_page, pages)))


def _page(packed: tuple[Any, ...]) -> Page:
    width, height, fragments, rules, pictures, links, tags, order, unmapped = packed
    return Page(
        width,
        height,
        tuple(map(Fragment._make, fragments)),
        tuple(map(Rule._make, rules)),
        tuple(map(Picture._make, pictures)),
        links,
        tuple(map(Tag._make, tags)),
        order,
        unmapped,
    )
