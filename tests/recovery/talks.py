"""Who speaks in a text, for the tests of interviews."""

from __future__ import annotations

from converter.model import Turn, text_of, walk
from shapes import recovered


def turns(text: str) -> list[tuple[str, str, str]]:
    """Label, speaker and role of each turn, in reading order."""
    return [
        (text_of(*node.label), node.speaker, node.role)
        for node in walk(recovered(text).blocks)
        if isinstance(node, Turn)
    ]
