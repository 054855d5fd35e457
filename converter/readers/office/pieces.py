"""What is read of one paragraph or table, before its neighbours say what they make together."""

from __future__ import annotations

from converter.model import Block, Inline, Text
from converter.readers.office.places import Place
from converter.records import mutable_record

PARAGRAPH, BLOCK = "paragraph", "block"
"""Kinds of piece that are no roles of a style."""


@mutable_record
class Piece:
    """A paragraph or a finished block.

    ``place`` is its place in a list; ``is_unnumbered`` says that it is set as an item without a
    number, ``is_list_text`` that its style or its indent belongs to lists. ``indent`` (twips) is
    how far it is set in, ``own_indent`` how much of that is its own and not its style's.
    ``sequence`` is what a field in it counts (``Figure``), ``within`` the level of the item that it
    goes on with, where the file says so.
    """

    kind: str
    inlines: tuple[Inline, ...] = ()
    block: Block | None = None
    lines: tuple[Text, ...] = ()
    level: int = 1
    place: Place | None = None
    is_unnumbered: bool = False
    is_list_text: bool = False
    indent: int = 0
    own_indent: int = 0
    sequence: str = ""
    within: int | None = None
