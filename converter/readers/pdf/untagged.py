"""Pages whose structure nobody states, as nodes: what is drawn, and where it stands, decides."""

from __future__ import annotations

from collections.abc import Sequence

from converter.readers.pdf import nodes as kinds
from converter.readers.pdf.facts import Fragment, Page, Picture
from converter.readers.pdf.level_tables import level_grids
from converter.readers.pdf.lines import Line, rows_of, segments_of
from converter.readers.pdf.looks import find_headings, take_captions
from converter.readers.pdf.nodes import Node
from converter.readers.pdf.order import in_order
from converter.readers.pdf.paragraphs import paragraphs_of
from converter.readers.pdf.ruled import Grid, grids_of
from converter.readers.pdf.type_sizes import Body, body_of, is_bold
from converter.records import mutable_record

WHOLE_PAGE = 0.6
"""The share of a page from which on a picture is its ground, and no figure."""


@mutable_record
class Laid:
    """A page as it is laid out: its segments, its tables and pictures."""

    segments: list[Line]
    grids: list[Grid]
    pictures: list[Picture]


def laid_out(page: Page, number: int, fragments: Sequence[Fragment]) -> Laid:
    """The layout of what is seen of a page."""
    grids = grids_of(page.rules, fragments)
    held = _held(grids)
    grids += level_grids(page.rules, [one for one in fragments if id(one) not in held])
    held = _held(grids)
    rest = [one for one in fragments if id(one) not in held]
    area = page.width * page.height
    pictures = [
        picture
        for picture in page.pictures
        if (picture.right - picture.left) * (picture.bottom - picture.top) < WHOLE_PAGE * area
    ]
    return Laid(segments_of(number, rest), grids, pictures)


def _held(grids: Sequence[Grid]) -> set[int]:
    return {id(one) for grid in grids for cell in grid.cells for one in cell[4]}


def nodes_of(pages: Sequence[Laid]) -> list[Node]:
    """The nodes of a whole file, in reading order."""
    lines = [line for number, page in enumerate(pages) for line in _ordered(page, number)]
    body = body_of([line for line in lines if line.atom is None])
    nodes: list[Node] = []
    for group in paragraphs_of(lines, body):
        first = group[0]
        match first.atom:
            case Grid() as grid:
                nodes.append(_table(grid, first.page, body))
            case Picture() as picture:
                nodes.append(Node(kinds.FIGURE, picture=picture, page=first.page))
            case _:
                nodes.append(Node(kinds.PARAGRAPH, [*group], page=first.page))
    nodes = take_captions(nodes, body)
    find_headings(nodes, body)
    return nodes


def _ordered(page: Laid, number: int) -> list[Line]:
    things: list[Grid | Picture] = [*page.grids, *page.pictures]
    atoms = [
        Line(number, [], one.left, one.top, one.right, one.bottom, one.top, 0.0, atom=one)
        for one in things
    ]
    return in_order([*page.segments, *atoms])


def _table(grid: Grid, page: int, body: Body) -> Node:
    """A table; its first row is a header where that alone is set bold."""
    rows = [Node(kinds.ROW, page=page) for _ in range(grid.rows)]
    for row, _, height, width, words in grid.cells:
        lines = rows_of(segments_of(page, words))
        blocks = [
            Node(kinds.PARAGRAPH, [*group], page=page) for group in paragraphs_of(lines, body)
        ]
        rows[row].parts.append(
            Node(kinds.CELL, [*blocks], colspan=width, rowspan=height, page=page)
        )
    bold = [is_bold(cells, body) for row in range(grid.rows) if (cells := _words(grid, row))]
    if len(bold) > 1 and bold[0] and not any(bold[1:]):
        for cell in rows[0].parts:
            if isinstance(cell, Node):
                cell.is_header = True
    return Node(kinds.TABLE, [row for row in rows if row.parts], page=page)


def _words(grid: Grid, row: int) -> list[Fragment]:
    return [one for cell in grid.cells if cell[0] == row for one in cell[4]]
