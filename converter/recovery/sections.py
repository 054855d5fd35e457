"""The tree: every heading takes in what stands below it, up to the next of its level."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from converter.model import Block, Document, Heading, Provenance, Section
from converter.records import replace
from converter.recovery.terms import ARTICLE, OPENING_ROLES
from converter.schemas import ArticleSchema


def recover_sections(document: Document, schema: ArticleSchema) -> Document:
    """Nest the blocks in sections. Headings of level 1 are articles where there are several."""
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    if not headings:
        return document
    fused = sum(heading.level == 1 for heading in headings) > 1
    blocks = _nest(iter(document.blocks), fused)
    return replace(document, blocks=_numbered(blocks, count(1)))


def _nest(blocks: Iterator[Block], fused: bool) -> list[Block]:
    top: list[Block] = []
    stack: list[tuple[Heading, list[Block]]] = []

    def close(level: int) -> None:
        while stack and stack[-1][0].level >= level:
            heading, inner = stack.pop()
            role = ARTICLE if fused and heading.level == 1 else ""
            section = Section(
                heading.level, heading, tuple(inner), role, provenance=_because(heading)
            )
            (stack[-1][1] if stack else top).append(section)

    for block in blocks:
        if isinstance(block, Heading):
            above = taken_back(stack[-1][1]) if fused and stack and block.level == 1 else []
            close(block.level)
            top += above
            stack.append((block, []))
        else:
            (stack[-1][1] if stack else top).append(block)
    close(0)
    return top


def taken_back(blocks: list[Block]) -> list[Block]:
    """The lines at the end of these blocks that announce the article behind them, taken off."""
    end = len(blocks)
    while end and getattr(blocks[end - 1], "role", "") in OPENING_ROLES:
        end -= 1
    above = blocks[end:]
    del blocks[end:]
    return above


def _because(heading: Heading) -> Provenance | None:
    """A section is held because its heading is, which has the evidence."""
    own = heading.provenance
    return replace(own, evidence=()) if own is not None else None


def _numbered(blocks: list[Block] | tuple[Block, ...], numbers: Iterator[int]) -> tuple[Block, ...]:
    """The blocks with an id for each section, in reading order: s1, s2 and so on."""
    numbered: list[Block] = []
    for block in blocks:
        if isinstance(block, Section):
            own = f"s{next(numbers)}"
            inner = _numbered(block.blocks, numbers)
            numbered.append(replace(block, id=own, blocks=inner))
        else:
            numbered.append(block)
    return tuple(numbered)
