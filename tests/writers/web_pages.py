"""A second reader of HTML pages, for tests: an HTML Standard parser, and nothing of the writer."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import tinyhtml5  # type: ignore[import-untyped]

_NAMESPACE = "{http://www.w3.org/1999/xhtml}"
GENERATED = "generated"


class Page:
    """A parsed page."""

    def __init__(self, html: str | bytes) -> None:
        text = html if isinstance(html, str) else html.decode()
        self.root: ET.Element = tinyhtml5.parse(text, namespace_html_elements=False)

    def all(self, *names: str, class_: str = "") -> list[ET.Element]:
        """The elements of these names (all when there are none) and of this class, in order."""
        found = elements(self.root)
        named = found if not names else (part for part in found if part.tag in names)
        return [part for part in named if not class_ or class_ in classes(part)]

    def one(self, *names: str, class_: str = "") -> ET.Element:
        """The only such element."""
        (found,) = self.all(*names, class_=class_)
        return found

    def texts(self, *names: str, class_: str = "") -> list[str]:
        """The words of each such element, generated ones included."""
        return [text_of(element) for element in self.all(*names, class_=class_)]

    def attributes(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [element.attrib[name] for element in elements(self.root) if name in element.attrib]

    @property
    def body(self) -> ET.Element:
        return self.one("body")


def elements(root: ET.Element) -> Iterator[ET.Element]:
    """An element and those below it; our pages have no comments."""
    return root.iter()


def classes(element: ET.Element) -> list[str]:
    return element.get("class", "").split()


def text_of(root: ET.Element, *, generated: bool = True) -> str:
    """The words with single spaces; without those that were added, when asked."""
    return " ".join("".join(_characters(root, generated)).split())


def _characters(element: ET.Element, generated: bool) -> Iterator[str]:
    if not generated and GENERATED in classes(element):
        return
    yield element.text or ""
    for child in element:
        yield from _characters(child, generated)
        yield child.tail or ""
