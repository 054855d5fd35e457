"""Plain text, and text that still wears Markdown's marks: what each line states.

A line is a paragraph unless its first characters say otherwise (``#``, a bullet, a number,
``>``, a fence, a pipe). What the lines mean together is recovery's to decide.
"""

from __future__ import annotations

from converter.model import Document, SourceFile
from converter.readers.options import ReadOptions
from converter.readers.text.blocks import read_blocks
from converter.readers.text.lines import split_lines


def read(source: SourceFile, options: ReadOptions) -> Document:
    """The document that a text file states; spans point into ``source.text``."""
    return Document(
        source=source, blocks=read_blocks(source.text, split_lines(source.text), options)
    )
