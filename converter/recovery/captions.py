"""A line over a table that heads nothing but the table is its caption, not a section."""

from __future__ import annotations

from converter.model import Block, Document, Evidence, Heading, Table, text_of
from converter.records import replace
from converter.recovery.terms import BARE_LINE
from converter.recovery.words import last_mark
from converter.schemas import ArticleSchema

_SIGN = Evidence("heads the table alone", 2.0, "a heading, the end or a break follows the table")
_NO_CAPTION = ":：?？؟"
"""A line that ends so leads on to the table, or asks what it answers."""


def recover_captions(document: Document, schema: ArticleSchema) -> Document:
    """Give tables the bare line above them as caption, where it heads nothing else."""
    blocks: list[Block] = []
    for index, block in enumerate(document.blocks):
        following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
        above = blocks[-1] if blocks else None
        if (
            isinstance(block, Table)
            and isinstance(above, Heading)
            and _names(above, block, following)
        ):
            blocks[-1] = _captioned(block, above)
        else:
            blocks.append(block)
    return (
        document if len(blocks) == len(document.blocks) else replace(document, blocks=tuple(blocks))
    )


def _names(heading: Heading, table: Table, following: Block | None) -> bool:
    return (
        not table.caption
        and bool(table.header)
        and heading.provenance is not None
        and heading.provenance.rule == BARE_LINE
        and (following is None or isinstance(following, Heading))
        and last_mark(text_of(heading)) not in _NO_CAPTION
    )


def _captioned(table: Table, heading: Heading) -> Table:
    because = table.provenance
    if because is not None:
        because = replace(because, evidence=(*because.evidence, _SIGN))
    markup = tuple(sorted(heading.markup + table.markup))
    return replace(table, caption=heading.inlines, markup=markup, provenance=because)
