"""Pages of our own making, and short ways to look at what was read of them."""

from __future__ import annotations

from converter.model import Block, Document, Paragraph, text_of
from converter.pipeline import read
from converter.readers import ReadOptions
from laws import assert_laws

PROSE = (
    "The ferry left Aldmouth at six, and the harbour master, who had not slept, watched it go. "
    "Nobody on the quay spoke, because the storm that was coming had been named in the morning. "
)


def page(source: str, *, keep: bool = False, name: str = "page.html", depth: int = 32) -> Document:
    """What is read of a page; all laws hold of it."""
    options = ReadOptions(keep_furniture=keep, max_depth=depth)
    document = read(source.encode(), name=name, format="html", reading=options)
    assert_laws(document)
    return document


def article(body: str, head: str = "") -> str:
    """A page whose article is long enough to be found, with more in it."""
    story = "".join(f"<p>{PROSE}{number}</p>" for number in range(4))
    return (
        f"<!doctype html><html lang=en><head><title>Storm over Aldmouth</title>{head}</head>"
        f"<body><main>{story}{body}</main></body></html>"
    )


def shape(block: Block) -> str:
    """A block's kind and words."""
    return f"{type(block).__name__}: {text_of(block)}"


def shapes(source: str) -> list[str]:
    """The kinds and words of a page's blocks."""
    return [shape(block) for block in page(source).blocks]


def words(document: Document) -> str:
    """All words of the blocks."""
    return " ".join(text_of(block) for block in document.blocks)


def paragraphs(source: str) -> list[str]:
    """The texts of the paragraphs, and nothing else may be there."""
    blocks = page(source).blocks
    assert all(isinstance(block, Paragraph) for block in blocks), blocks
    return [text_of(block) for block in blocks]


def left_out(document: Document) -> dict[str, str]:
    """Reason -> the words that were left out for it."""
    found: dict[str, str] = {}
    for omission in document.omissions:
        before = found.get(omission.reason)
        text = " ".join(omission.text.split())
        found[omission.reason] = f"{before} {text}" if before else text
    return found
