"""Cells that reach over rows, where recovery and the outline count columns."""

from __future__ import annotations

import json

from converter.model import Table
from converter.pipeline import convert


def test_row_under_a_cell_of_several_rows_is_not_filled_up() -> None:
    page = b"<table><tr><th>a<th>b<tr><td rowspan=2>c<td>d<tr><td>e<tr><td>f</table>"
    document = convert(page, name="page.html", to=("outline",))
    (table,) = [block for block in document.document.blocks if isinstance(block, Table)]
    assert [len(row.cells) for row in table.rows] == [2, 1, 2]
    (written,) = json.loads(document.renditions["outline"])["blocks"]
    assert written["rows"] == [["c", "d"], ["", "e"], ["f", ""]]
