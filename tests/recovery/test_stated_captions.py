"""A caption that the file states is not written over by what looks like one."""

from __future__ import annotations

from converter.model import Paragraph, Table
from converter.records import replace
from converter.recovery.tables import recover_tables
from recovery.prose import paragraphs
from shapes import SCHEMA, stated, words


def test_table_that_states_its_caption_keeps_it_over_a_head_of_one_cell() -> None:
    document = stated(
        paragraphs("| Fees |  |\n|---|---|\n| Tug | 12 |\n| Pilot | 9 |", "Fees of the port")
    )
    table, line = document.blocks
    assert isinstance(table, Table)
    assert isinstance(line, Paragraph)
    said = replace(document, blocks=(replace(table, caption=line.inlines),))
    (found,) = recover_tables(said, SCHEMA).blocks
    assert isinstance(found, Table)
    assert words(found.caption) == "Fees of the port"
    assert words(found.header) == "Fees"
