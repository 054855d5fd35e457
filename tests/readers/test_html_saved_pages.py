"""Whole pages as the common systems of newsrooms write them, in several languages: what is read of
each is written down beside it, block by block. The pages are our own inventions."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.model import Block, BulletList, Figure, Heading, OrderedList, Quote, Table, text_of
from readers.web_pages import page

PAGES = Path(__file__).parent / "pages"


def told(block: Block) -> list[str]:
    """One line for a block, or for each item of a list: what it is, and its words."""
    match block:
        case Heading():
            return [f"{'#' * block.level} {text_of(block)}"]
        case BulletList():
            return [f"* {text_of(item)}" for item in block.items]
        case OrderedList():
            return [f"{block.start + at}. {text_of(item)}" for at, item in enumerate(block.items)]
        case Quote():
            return [f"> {text_of(own)}" for own in block.blocks]
        case Table():
            caption = "".join(text_of(own) for own in block.caption)
            rows = (" | ".join(map(text_of, row.cells)) for row in (*block.header, *block.rows))
            return [f"[table {caption}]", *rows]
        case Figure():
            words = (*block.caption, *block.credit)
            return [f"[figure {block.url}] {''.join(map(text_of, words))}".rstrip()]
        case _:
            return [text_of(block)]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_page_is_read_as_its_author_meant_it(path: Path) -> None:
    document = page(path.read_text(encoding="utf-8"), name=path.name)
    lines = [line for block in document.blocks for line in told(block)]
    lines.insert(0, f"headline: {document.meta('headline')}")
    assert "\n".join(lines) + "\n" == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_pages_are_there() -> None:
    assert len(list(PAGES.glob("*.html"))) > 5
