"""Paragraphs that hold pictures and nothing else, and the words that stand for a picture."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markdown_it.token import Token


def only_pictures(tokens: Sequence[Token]) -> bool:
    """Whether a paragraph holds pictures and nothing else."""
    pictures = 0
    for token in tokens:
        if token.type == "image":
            pictures += 1
        elif token.type == "text":
            if token.content.strip():
                return False
        elif token.type not in ("softbreak", "hardbreak", "link_open", "link_close"):
            return False
    return pictures > 0


def plain(tokens: Iterable[Token]) -> str:
    """The words of inline tokens without their marks."""
    words: list[str] = []
    stack = [*tokens][::-1]
    while stack:
        token = stack.pop()
        if token.type == "image":
            stack += (token.children or [])[::-1]
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        else:
            words.append(token.content if token.type != "html_inline" else "")
    return "".join(words)
