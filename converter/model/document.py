"""The document: what was read and recovered, what was left out, and what a person should know."""

from __future__ import annotations

from converter.model.nodes import Block, Markup
from converter.model.source import SourceFile
from converter.model.spans import Span
from converter.records import field, record

INFO, WARNING, ERROR = "info", "warning", "error"
SEVERITIES = (INFO, WARNING, ERROR)


@record()
class MetadataItem:
    """One fact about the document: ``origin`` says who states it (``text``, ``front-matter``,
    ``user``), ``span`` where, if in the reading text. A name occurs once in a document."""

    name: str
    value: str | tuple[str, ...]
    origin: str
    span: Span | None = None


@record()
class Field:
    """A value that the article schema asks for, as written, with the span it came from."""

    name: str
    value: str
    span: Span | None = None


@record()
class Note:
    """A footnote or endnote; NoteReference nodes point to its id."""

    id: str
    blocks: tuple[Block, ...]
    markup: Markup = ()


@record()
class Asset:
    """A file that belongs to the document, a picture mostly; figures point to its ``id``.

    ``name`` is what it is called in the file that it came from, ``media_type`` what its bytes
    are, ``sha256`` is of the bytes. These are no part of what compares: a document that comes
    back from its JSON has none, and equals the one that was written.
    """

    id: str
    name: str
    media_type: str
    sha256: str
    data: bytes = field(default=b"", compare=False, repr=False)


@record()
class Omission:
    """Text left out on purpose: its kind (``debris``, ``furniture``), why, and the text itself."""

    kind: str
    reason: str
    text: str
    span: Span


@record()
class Notice:
    """Something a person may want to know. ``code`` is stable (``C101``); docs/notices.md lists
    them all."""

    code: str
    severity: str
    message: str
    span: Span | None = None
    hint: str = ""

    def __post_init__(self) -> None:
        if self.severity not in SEVERITIES:
            raise ValueError(f"severity {self.severity!r}: one of {', '.join(SEVERITIES)}")


@record()
class Document:
    """One document on its way from reader to writer. ``language`` is a BCP 47 tag or empty."""

    source: SourceFile
    blocks: tuple[Block, ...]
    language: str = ""
    metadata: tuple[MetadataItem, ...] = ()
    data: tuple[Field, ...] = ()
    notes: tuple[Note, ...] = ()
    omissions: tuple[Omission, ...] = ()
    notices: tuple[Notice, ...] = ()
    assets: tuple[Asset, ...] = ()

    def meta(self, name: str) -> str:
        """The metadata value of this name, several joined by commas; empty when there is none."""
        for item in self.metadata:
            if item.name == name:
                return item.value if isinstance(item.value, str) else ", ".join(item.value)
        return ""
