"""All words below an element as plain text: for what is left out of the document as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from converter.readers.docx.xml import MC, A, C, M, R, V, W, elements

if TYPE_CHECKING:
    from converter.readers.office.xml import Element

_TEXTS = frozenset((f"{W}t", f"{W}delText", f"{M}t", f"{A}t", f"{C}v"))
_ENDS = frozenset((f"{W}p", f"{W}tr", f"{A}p", f"{W}br", f"{W}cr", f"{C}v"))
_SPACES = {f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_CONTENT = frozenset(
    (
        f"{W}t", f"{W}p", f"{W}delText", f"{M}t", f"{W}txbxContent", f"{A}blip", f"{V}imagedata",
        f"{C}chart", f"{W}sym",
    )
)  # fmt: skip
"""What makes an alternative worth reading."""
_SKIPPED = frozenset((f"{W}pPr", f"{W}rPr", f"{W}instrText", f"{W}tblPr", f"{W}sdtPr"))


def plain_text(element: Element) -> str:
    """The words in order, a line for each paragraph."""
    text = "".join(_pieces(element))
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(element: Element) -> Iterator[str]:
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
            continue
        tag = str(node.tag)
        if tag in _SKIPPED:
            continue
        if tag in _TEXTS:
            yield node.text or ""
        elif tag == f"{V}textpath":
            yield f"{node.get('string') or ''}\n"
        elif tag in _SPACES:
            yield _SPACES[tag]
        if tag in _ENDS:
            stack.append("\n")
        below = alternative(node) if tag == f"{MC}AlternateContent" else node
        if below is not None:
            stack += reversed([*elements(below)])


def alternative(element: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` that is read: the first choice with something in
    it for us, else the fallback, and never both (ECMA-376 Part 3, 10.2)."""
    fallback: Element | None = None
    for branch in elements(element):
        if branch.tag == f"{MC}Fallback":
            fallback = branch
        elif any(node.tag in _CONTENT for node in branch.iter()) or _leads_on(branch):
            return branch
    return fallback


def _leads_on(branch: Element) -> bool:
    """Whether a branch holds a diagram, whose words lie in a part of their own."""
    return any(node.get(f"{R}dm") is not None for node in branch.iter())
