"""Captions: a line beside a table or a figure that its style or its counter calls one.

The counter (``SEQ Figure``) is the proof of what it is a caption of; else its first word, else
what stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Figure, Paragraph, Table, text_of
from converter.patterns import pattern
from converter.records import record, replace

_TABLE_WORDS = frozenset(
    "table tab tabelle tableau tabla tabela tabella tabell tabulka tabel taulukko cuadro quadro"
    " таблица таблиця πίνακας 表".split()
)
_FIGURE_WORDS = frozenset(
    "figure fig figura abbildung abb bild illustration ilustración ilustracja rysunek chart graphic"
    " gráfico grafik picture photo foto image map afbeelding figuur obrázek рисунок εικόνα 図 图"
    .split()
)  # fmt: skip
_WORD = pattern(r"[^\W\d_]+")


@record()
class Caption:
    """A line that may be a caption: what is counted in it, and whether its style says so."""

    paragraph: Paragraph
    sequence: str
    is_styled: bool


def attach(found: Sequence[Block | Caption]) -> tuple[Block, ...]:
    """The blocks, with each caption in the table or figure beside it that it belongs to; a
    paragraph where there is none."""
    blocks = list(found)
    for at, caption in enumerate(found):
        if isinstance(caption, Caption):
            target = _target(blocks, at, caption)
            if target is not None:
                blocks[target] = _captioned(blocks[target], caption)
                blocks[at] = _TAKEN
    return tuple(
        block.paragraph if isinstance(block, Caption) else block
        for block in blocks
        if block is not _TAKEN
    )


_TAKEN = Caption(Paragraph(()), "", is_styled=False)


def _target(blocks: Sequence[Block | Caption], at: int, caption: Caption) -> int | None:
    """Which of the neighbours a caption belongs to."""
    wanted = _kind(caption)
    if wanted is None and not caption.is_styled:
        return None
    below, above = _neighbour(blocks, at, 1), _neighbour(blocks, at, -1)
    # Tables have their captions above them, figures below.
    order = (above, below) if wanted is Figure else (below, above)
    for index in order:
        block = blocks[index] if index is not None else None
        if isinstance(block, wanted or (Table, Figure)) and not block.caption:
            return index
    return None


def _neighbour(blocks: Sequence[Block | Caption], at: int, step: int) -> int | None:
    index = at + step
    while 0 <= index < len(blocks) and blocks[index] is _TAKEN:
        index += step
    return index if 0 <= index < len(blocks) else None


def _kind(caption: Caption) -> type[Table] | type[Figure] | None:
    """What a caption names: what is counted in it, else its first word."""
    first = _WORD.search(text_of(caption.paragraph))
    for word in (caption.sequence, first[0] if first else ""):
        folded = word.casefold()
        if folded in _TABLE_WORDS:
            return Table
        if folded in _FIGURE_WORDS:
            return Figure
    return None


def _captioned(block: Block | Caption, caption: Caption) -> Block:
    assert isinstance(block, Table | Figure)
    return replace(block, caption=caption.paragraph.inlines)
