"""HTML that is built, never pasted: every text and attribute is escaped on its way in.

``Html`` tells escaped markup from the document's characters; a plain str is not one.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NewType

from converter.patterns import pattern

Html = NewType("Html", str)
EMPTY = Html("")

LONG_RUN = 1000
"""Characters without a space that are set as one: layout takes time by the square of them."""

_LONG_RUN = pattern(rf"(\S{{{LONG_RUN}}})")


def text(characters: str) -> Html:
    """Characters as they show on the page."""
    if len(characters) < LONG_RUN:
        return escaped(characters)
    pieces = _LONG_RUN.split(characters)
    long, rest = pieces[1::2], pieces[0::2]
    runs = [element("span", escaped(run), class_="run") for run in long]
    return join(
        part for pair in zip(map(escaped, rest), [*runs, EMPTY], strict=True) for part in pair
    )


def escaped(characters: str) -> Html:
    """Characters where no element may stand."""
    return Html(escape(characters, quote=False))


def join(parts: Iterable[Html], between: str = "") -> Html:
    """The parts one after the other; ``between`` is white space."""
    return Html(between.join(parts))


def element(name: str, *content: Html, **attributes: str | int | None) -> Html:
    """One element with its content.

    Attribute names are written as Python allows: ``class_``, ``data_short``. An attribute that
    is None or empty is left out.
    """
    return Html(f"{void(name, **attributes)}{''.join(content)}</{name}>")


def block(name: str, *content: Html, **attributes: str | int | None) -> Html:
    """One element whose parts stand on lines of their own; empty parts are left out."""
    lines = "\n".join(part for part in content if part)
    return element(name, Html(f"\n{lines}\n" if lines else ""), **attributes)


def void(name: str, **attributes: str | int | None) -> Html:
    """The start tag alone: all there is of ``br``, ``hr``, ``meta`` and ``col``."""
    written = [
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value != ""
    ]
    return Html(f"<{name}{''.join(written)}>")


def classes(*names: str) -> str:
    """A class attribute of the names that are not empty."""
    return " ".join(name for name in names if name)
