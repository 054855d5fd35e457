"""The tree of a page as browsers build it (HTML Standard, 13.2), by lexbor; with places."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from functools import lru_cache
from sys import intern
from typing import Any, TypeAlias

from converter.readers.html.marking import Marked

_PATH_STEPS = 8
"""Elements that a path names at most; the nearest ones lead to the place."""


class Run:
    """A stretch of text: its characters as parsed, and where in the file they begin (-1: where
    the text before them goes on)."""

    __slots__ = ("offset", "text")

    def __init__(self, text: str, offset: int) -> None:
        self.text = text
        self.offset = offset


class Element:
    """An element: its tag and attributes in lower case, what it holds, and which one of its tag
    it is in its parent, from 1. ``measures`` and ``reason`` (why it is left out) are filled in
    later."""

    __slots__ = ("attrs", "children", "measures", "number", "parent", "path", "reason", "tag")

    def __init__(self, tag: str, attrs: dict[str, str], parent: Element | None) -> None:
        self.tag = tag
        self.attrs = attrs
        self.parent = parent
        self.children: list[Node] = []
        self.number = 1
        self.path = ""
        self.reason = ""
        self.measures: Any = None

    def set(self, name: str, value: str) -> None:
        """Give an attribute another value."""
        self.attrs = {**self.attrs, name: value}

    def get(self, name: str) -> str:
        """The value of an attribute, empty when there is none."""
        return self.attrs.get(name, "")

    @property
    def elements(self) -> Iterator[Element]:
        """The elements right below."""
        return (child for child in self.children if isinstance(child, Element))


Node: TypeAlias = Element | Run

Shared: TypeAlias = dict[tuple[tuple[str, str], ...], dict[str, str]]

_NONE: dict[str, str] = {}
"""What most elements have: one for all of them, so that they take less room."""


def parse(marked: Marked) -> Element:
    """The root of the page's tree: always an ``html`` with a ``body``."""
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser(marked.source)
    root = Element("html", {}, None)
    top = parser.root
    if top is None or top.tag != "html":
        root.children.append(Element("body", {}, root))
        return root
    root.attrs = _attributes(top, {})
    _fill(root, top, marked)
    if not any(child.tag == "body" for child in root.elements):
        root.children.append(Element("body", {}, root))
    return root


def _fill(root: Element, top: Any, marked: Marked) -> None:
    """Give the root what the parser's top node holds. Depth first, so that only the nodes on the
    way down are held: each is an object of its own for the time that somebody holds it."""
    split = re.compile(f"{marked.mark}(\\d+){marked.mark}") if marked.mark else None
    shared: Shared = {}
    left: list[tuple[Any, Element, dict[str, int]]] = [(top.child, root, {})]
    while left:
        child, element, counts = left.pop()
        while child is not None:
            if child.is_text_node:
                _add_runs(element, child.text_content or "", split, marked.offsets)
            elif child.is_element_node:
                own = Element(intern(child.tag or ""), _attributes(child, shared), element)
                counts[own.tag] = own.number = counts.get(own.tag, 0) + 1
                element.children.append(own)
                if child.child is not None:
                    left.append((child.next, element, counts))
                    child, element, counts = child.child, own, {}
                    continue
            child = child.next


def _attributes(node: Any, shared: Shared) -> dict[str, str]:
    """The attributes of an element; those that are alike are one for all. What leads elsewhere is
    hardly ever alike."""
    found = node.attributes
    if not found:
        return _NONE
    own = {intern(name): value or "" for name, value in found.items()}
    return own if "href" in own or "src" in own else shared.setdefault(tuple(own.items()), own)


def _add_runs(
    element: Element, text: str, split: re.Pattern[str] | None, offsets: array[int]
) -> None:
    if text.isspace():
        element.children.append(_blank(text))
        return
    if split is None:
        element.children.append(Run(text, -1))
        return
    parts = split.split(text)
    if parts[0]:
        element.children.append(Run(parts[0], -1))
    for number, own in zip(parts[1::2], parts[2::2], strict=True):
        element.children.append(Run(own, offsets[int(number)]))


@lru_cache(maxsize=256)
def _blank(text: str) -> Run:
    """White space, which is much alike: one for all of a kind."""
    return Run(text, -1)


def release(root: Element) -> None:
    """Take a tree apart that has been read: parents and children hold each other, and would stay
    in memory until somebody looks for such rings."""
    for element in list(descend(root)):
        element.children = []
        element.parent = element.measures = None


def descend(element: Element) -> Iterator[Element]:
    """All elements at and below this one, parents first, in the order of the file."""
    waiting = [element]
    while waiting:
        here = waiting.pop()
        yield here
        waiting += [child for child in reversed(here.children) if isinstance(child, Element)]


def upwards(element: Element) -> Iterator[Element]:
    """The element, and all that hold it, up to the root."""
    here: Element | None = element
    while here is not None:
        yield here
        here = here.parent


def text_of(element: Element, most: int = 0) -> str:
    """All text below, white space as one space each; with ``most``, of so many nodes."""
    pieces: list[str] = []
    waiting: list[Node] = [element]
    seen = 0
    while waiting and (not most or seen < most):
        seen += 1
        node = waiting.pop()
        if isinstance(node, Run):
            pieces.append(node.text)
        elif node.tag not in NO_TEXT:
            waiting += node.children[::-1]
            if node.tag == "br":
                pieces.append(" ")
    return " ".join("".join(pieces).split())


NO_TEXT = frozenset("script style link meta base svg math".split())
"""Elements whose text is not the page's."""


def path_of(element: Element) -> str:
    """A selector that leads to the element: ``body > main > p:nth-of-type(3)``."""
    if not element.path:
        steps: list[str] = []
        here: Element | None = element
        while here is not None and len(steps) < _PATH_STEPS:
            own = here.get("id")
            if own and re.fullmatch(r"[A-Za-z][\w-]{0,60}", own):
                steps.append(f"#{own}")
                break
            single = here.number == 1 and here.tag in ("html", "body", "main", "article")
            steps.append(here.tag if single else f"{here.tag}:nth-of-type({here.number})")
            if here.tag == "body":
                break
            here = here.parent
        element.path = " > ".join(reversed(steps))
    return element.path
