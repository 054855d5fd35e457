"""Cells that span rows cover columns of the rows below."""

from __future__ import annotations

import json

from converter.model import Table, walk
from converter.pipeline import read, recover
from converter.writers import outline
from laws import OPTIONS
from word_packages import cell, docx, para, row, table

_DOWN = '<w:vMerge w:val="restart"/>'
BODY = para("Tides", style="H1") + table(
    row("Day", "Hour", "Height", properties="<w:tblHeader/>"),
    row(cell("Monday", properties=_DOWN), "6", "2.1"),
    row(cell(properties="<w:vMerge/>"), "18", "2.4"),
    row("Tuesday", "7"),
)


def test_a_covered_row_gets_no_cell_more_than_it_needs() -> None:
    document = recover(read(docx(BODY), name="tides.docx"))
    (found,) = [node for node in walk(document.blocks) if isinstance(node, Table)]
    assert [len(one.cells) for one in found.header + found.rows] == [3, 3, 2, 3]


def test_the_outline_leaves_covered_cells_empty() -> None:
    document = recover(read(docx(BODY), name="tides.docx"))
    blocks = json.loads(outline.write(document, OPTIONS))["blocks"]
    (found,) = [block for block in blocks if block["type"] == "table"]
    assert found["rows"] == [["Monday", "6", "2.1"], ["", "18", "2.4"], ["Tuesday", "7", ""]]
