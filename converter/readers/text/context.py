"""What every part of the text reader is handed: the characters, and how to read lines that
stand inside something else."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from converter.model import Block, Paragraph
from converter.readers.text.inlines import read_inlines
from converter.readers.text.lines import Line
from converter.records import field, record


@record()
class Inside:
    """Where lines stand: how deep in quotes and lists, at which column the words of their item
    begin (0 outside of any), and the number of that item as written (``2.1``)."""

    depth: int = 0
    column: int = 0
    number: str = ""


@record()
class Context:
    """The characters, whether they carry inline marks, how deep quotes and lists may nest, the
    reader of the lines inside them, and the fences known not to close: the length of the
    shortest, by their sign and by where their lines end."""

    text: str
    marked: bool
    max_depth: int
    read: Read
    unclosed: dict[tuple[str, int], int] = field(default_factory=dict)


Read: TypeAlias = Callable[[Context, list[Line], Inside], tuple[Block, ...]]


def read_paragraph(context: Context, line: Line) -> Paragraph:
    """The line as a paragraph."""
    inlines, markup = read_inlines(context.text, line.start, line.end, context.marked)
    return Paragraph(inlines, markup=markup)
