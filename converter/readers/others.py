"""What a reader of a file that holds documents of other formats may ask of the other readers. It
is handed in, so that readers need not know one another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from converter.model import Document, SourceFile
from converter.readers.options import ReadOptions
from converter.records import record


@record()
class Others:
    """``read`` gives the document of a source whose format has a reader; ``by_suffix`` names
    the formats by the endings of file names."""

    read: Callable[[SourceFile, ReadOptions], Document]
    by_suffix: Mapping[str, str]

    def format_of(self, name: str) -> str:
        """The format that a file's name promises, or nothing."""
        return self.by_suffix.get("." + name.lower().rpartition(".")[2], "")
