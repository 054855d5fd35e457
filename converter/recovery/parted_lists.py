"""Lists that a wrapped line parted: once the line is back in its item, the list goes on."""

from __future__ import annotations

from converter.model import (
    Block,
    BulletList,
    Document,
    Evidence,
    OrderedList,
    Provenance,
    markup_of,
)
from converter.records import replace
from converter.schemas import ArticleSchema

RULE = "list-rejoined"
_SIGNS = (Evidence("the next item follows", 3.0, "the same bullet, or the next number, below it"),)
_CONFIDENCE = 0.95


def recover_parted_lists(document: Document, schema: ArticleSchema) -> Document:
    """Join lists that stand next to each other and are one by bullet, number and column."""
    blocks: list[Block] = []
    run: list[BulletList | OrderedList] = []  # lists that are one
    for block in document.blocks:
        if isinstance(block, BulletList | OrderedList):
            if run and not _goes_on(run, block, document):
                blocks.append(_joined(run))
                run = []
            run.append(block)
            continue
        if run:
            blocks.append(_joined(run))
            run = []
        blocks.append(block)
    if run:
        blocks.append(_joined(run))
    return (
        document if len(blocks) == len(document.blocks) else replace(document, blocks=tuple(blocks))
    )


def _goes_on(
    run: list[BulletList | OrderedList], below: BulletList | OrderedList, document: Document
) -> bool:
    above = run[-1]
    first, second = _mark(above, document), _mark(below, document)
    if first is None or second is None or first[1] != second[1]:
        return False
    if isinstance(above, OrderedList) and isinstance(below, OrderedList):
        return below.style == above.style and below.start == above.start + len(above.items)
    return type(above) is type(below) and first[0] == second[0]


def _mark(block: BulletList | OrderedList, document: Document) -> tuple[str, int] | None:
    """The mark of the first item, and its column."""
    spans = markup_of(block.items[0])
    if not spans:
        return None
    text = document.source.text[spans[0].start : spans[0].end]
    return text, document.source.locate(spans[0].start).column


def _joined(run: list[BulletList | OrderedList]) -> BulletList | OrderedList:
    if len(run) == 1:
        return run[0]
    items = tuple(item for block in run for item in block.items)
    markup = tuple(span for block in run for span in block.markup)
    because = Provenance(RULE, _CONFIDENCE, _SIGNS, "lists of their own")
    return replace(run[0], items=items, markup=markup, provenance=because)
