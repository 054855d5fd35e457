"""The document out of all that was read of a file."""

from __future__ import annotations

from converter.errors import InputError
from converter.model import Block, Document, MetadataItem, Note, SourceFile
from converter.readers.office.assets import Assets
from converter.readers.office.pen import Pen
from converter.records import replace


def document_of(
    source: SourceFile,
    pen: Pen,
    assets: Assets,
    blocks: tuple[Block, ...],
    notes: tuple[Note, ...],
    *,
    metadata: tuple[MetadataItem, ...],
) -> Document:
    """The document, with what the pen wrote as its text. Raises InputError for a file without any
    words."""
    pen.changes.close()
    tape = pen.tape
    text = "".join(tape.texts)
    if not text.strip() and not blocks:
        raise InputError(f"{source.name}: the document is empty; give one with text in it")
    return Document(
        source=replace(source, text=text, characters=len(text), places=tuple(tape.places)),
        blocks=blocks,
        language=pen.language,
        metadata=metadata,
        notes=notes,
        omissions=tuple(tape.omissions),
        notices=pen.notices(),
        assets=tuple(assets.kept.values()),
    )
