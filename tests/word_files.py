"""A second reader of Word files, for tests: what a program that is not ours finds in them.

Knows the format from ECMA-376, and nothing of the writer.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_CHARACTERS = {"tab": "\t", "br": "\n", "softHyphen": "\u00ad", "noBreakHyphen": "\u2011"}


@dataclass(frozen=True)
class Read:
    """A paragraph as it was read: the name of its style, its words, its element."""

    style: str
    text: str
    element: etree._Element

    def has(self, path: str) -> bool:
        """Whether there is something at a path such as ``pPr/keepNext``."""
        return bool(find(self.element, path))

    def value(self, path: str, name: str = "val") -> str | None:
        """The attribute of the first thing at a path."""
        found = find(self.element, path)
        return found[0].get(W + name) if found else None


class WordFile:
    """The parts of a Word file."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.entries = package.infolist()
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.body = self.xml("word/document.xml")[0]
        self.styles = {
            style.get(f"{W}styleId", ""): find(style, "name")[0].get(f"{W}val", "")
            for style in self.xml("word/styles.xml").iter(f"{W}style")
        }

    def xml(self, name: str) -> etree._Element:
        """The root of a part."""
        return etree.fromstring(self.parts[name])

    def paragraphs(self, within: etree._Element | None = None) -> list[Read]:
        """All paragraphs of the body, those in tables too, or those in another element."""
        root = self.body if within is None else within
        return [self.read(paragraph) for paragraph in root.iter(f"{W}p")]

    def read(self, paragraph: etree._Element) -> Read:
        """One paragraph."""
        style = find(paragraph, "pPr/pStyle")
        name = self.styles[style[0].get(f"{W}val", "")] if style else "Normal"
        return Read(name, text_of(paragraph), paragraph)

    def relationships(self, part: str = "document") -> dict[str, str]:
        """Where the relationships of a part lead, by id."""
        root = self.xml(f"word/_rels/{part}.xml.rels")
        return {item.get("Id", ""): item.get("Target", "") for item in root}


def find(element: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path of Word's names."""
    return element.findall("/".join(W + name if name != "." else name for name in path.split("/")))


def text_of(element: etree._Element) -> str:
    """The words, with breaks, tabs and hyphens as characters; no field codes."""
    return "".join(_characters(element))


def runs(paragraph: etree._Element) -> list[tuple[str, set[str]]]:
    """The words of each run with the names of its properties."""
    return [
        (text_of(run), {str(item.tag).removeprefix(W) for item in run.iterfind(f"{W}rPr/*")})
        for run in paragraph.iter(f"{W}r")
    ]


def _characters(element: etree._Element) -> Iterator[str]:
    for node in element.iter():
        name = str(node.tag).removeprefix(W)
        if name == "t":
            yield node.text or ""
        elif name in _CHARACTERS:
            parent = node.getparent()
            if parent is not None and parent.tag == f"{W}r":  # another tab is a tab stop
                yield _CHARACTERS[name]
