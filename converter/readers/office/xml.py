"""XML, parsed safely, and the few questions that every module asks of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from converter.errors import InputError

if TYPE_CHECKING:
    from lxml import etree

    Element: TypeAlias = etree._Element

MAX_DIGITS = 9
"""No length, count or id of a document has more."""
_SHOWN = 120
"""Code points of a parser's complaint that a message repeats."""


def parse(data: bytes, place: str, program: str) -> Element:
    """The root of a part. ``place`` names the file and the part in messages.

    No entity, no DTD and no network; libxml2 refuses elements nested deeper than 256 and texts
    over 10 MB. Raises InputError.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(
            f"{place}: this part of the file is damaged ({damage(error)}); {repair(program)}"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(
            f"{place}: the part declares a document type, which {program} never does; do not open"
            " the file, and ask its sender"
        )
    return root


def damage(error: Exception) -> str:
    """What a library says is wrong, in one line."""
    return " ".join(str(error).split())[:_SHOWN] or type(error).__name__


def repair(program: str) -> str:
    """What a person can do with a damaged file."""
    return f"open the file in {program}, let it repair, and save it, or ask for it anew"


def number(text: str | None) -> int | None:
    """The whole number that an attribute holds; None when it holds none."""
    if text is None:
        return None
    digits = text.strip()
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("+-").partition(".")[0]
    return (
        sign * int(digits)
        if digits.isascii() and digits.isdigit() and len(digits) <= MAX_DIGITS
        else None
    )


def elements(parent: Element) -> Iterator[Element]:
    """The elements in this one, without what is no element."""
    for node in parent:
        if isinstance(node.tag, str):
            yield node
