"""Equations as a line of text: what Word draws (ECMA-376 Part 1, 22.1) from left to right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from converter.readers.docx.xml import M, elements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from converter.readers.office.xml import Element


class Piece(NamedTuple):
    """Characters of an equation; ``raised`` is ``superscript``, ``subscript`` or empty."""

    text: str
    raised: str = ""


_RAISED = {"sup": "superscript", "sub": "subscript"}
_OPERATOR = "∫"  # what m:nary draws when nothing is said (22.1.2.70)
_PROPERTIES = "Pr"


def pieces_of(equation: Element) -> Iterator[Piece]:
    """The characters of an equation in order, with the signs that a line needs: a fraction's
    stroke, the brackets and the root that are drawn and not written."""
    stack: list[tuple[Element | str, str]] = [(equation, "")]
    while stack:
        node, raised = stack.pop()
        if isinstance(node, str):
            yield Piece(node, raised)
            continue
        name = str(node.tag).rpartition("}")[2]
        if name == "t":
            if node.text:
                yield Piece(node.text, raised)
            continue
        raised = raised or _RAISED.get(name, "")
        parts = [part for part in elements(node) if not _is_properties(part)]
        stack += [(part, raised) for part in reversed(_with_signs(node, name, parts))]


def _is_properties(element: Element) -> bool:
    return str(element.tag).endswith(_PROPERTIES)


def _with_signs(node: Element, name: str, parts: list[Element]) -> list[Element | str]:
    """The parts of one structure, and what is drawn between and around them."""
    match name:
        case "f" if len(parts) == 2:  # noqa: PLR2004 - numerator and denominator
            return [parts[0], "/", parts[1]]
        case "d":
            opening, parting, closing = (
                _stated(node, "dPr", sign, usual)
                for sign, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")"))
            )
            drawn: list[Element | str] = [opening]
            for index, part in enumerate(parts):
                drawn += [parting, part] if index else [part]
            return [*drawn, closing]
        case "nary":
            return [_stated(node, "naryPr", "chr", _OPERATOR), *parts]
        case "rad":
            degree = [part for part in parts if part.tag == f"{M}deg"]
            rest = [part for part in parts if part.tag != f"{M}deg"]
            return [*degree, "√", "(", *rest, ")"]
    return [*parts]


def _stated(node: Element, properties: str, name: str, usual: str) -> str:
    found = node.find(f"{M}{properties}/{M}{name}")
    return usual if found is None else found.get(f"{M}val", "")
