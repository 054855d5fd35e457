"""Promises of the Word rendition: tables."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from converter.model import (
    Block,
    BulletList,
    Cell,
    ListItem,
    Row,
    Section,
    Table,
    Text,
)
from converter.writers.docx import grid
from word_files import W, WordFile, find, text_of
from writers.docx_documents import paragraph, written

MEASURE = 11_906 - 2 * 1_700  # twips: A4 less its margins


def cell(content: str | Block = "", **more: Any) -> Cell:
    return Cell((paragraph(content),) if isinstance(content, str) else (content,), **more)


def row(*cells: str | Block | Cell) -> Row:
    return Row(tuple(each if isinstance(each, Cell) else cell(each) for each in cells))


def table(*rows: Row, **more: Any) -> Table:
    return Table(rows, **more)


def caption(words: str) -> tuple[Text, ...]:
    return (Text(words, None, "test"),)


def only_table(*blocks: Block) -> tuple[WordFile, etree._Element]:
    file = written(*blocks)
    [found] = find(file.body, "tbl")
    return file, found


def shape(found: etree._Element) -> list[list[tuple[str, int, str]]]:
    """Each cell's words, its columns, and how it is merged downwards."""
    return [
        [
            (
                text_of(each),
                int(value(each, "tcPr/gridSpan") or 1),
                value(each, "tcPr/vMerge") or "",
            )
            for each in find(line, "tc")
        ]
        for line in find(found, "tr")
    ]


def value(element: etree._Element, path: str, name: str = "val") -> str | None:
    found = find(element, path)
    return found[0].get(W + name) if found else None


def widths(found: etree._Element) -> list[int]:
    return [int(str(column.get(f"{W}w"))) for column in find(found, "tblGrid/gridCol")]


# --- caption, header, stub ------------------------------------------------------------------


def test_the_caption_stands_above_its_table_and_is_kept_with_it() -> None:
    file, found = only_table(table(row("Cod", "12"), caption=caption("Landings")))
    above = found.getprevious()
    assert above is not None
    read = file.read(above)
    assert (read.style, read.text) == ("caption", "Landings")
    assert read.has("pPr/keepNext")
    assert value(found, "tblPr/tblCaption") == "Landings"


def test_a_table_without_a_caption_is_named_by_its_first_row() -> None:
    _, found = only_table(table(row("Cod", "12"), header=(row("Fish", "Tonnes"),)))
    assert value(found, "tblPr/tblCaption") == "Fish, Tonnes"


def test_header_rows_are_repeated_on_every_page_and_no_others() -> None:
    _, found = only_table(table(row("Cod"), header=(row("Fish"), row("in tonnes"))))
    repeated = [bool(find(line, "trPr/tblHeader")) for line in find(found, "tr")]
    assert repeated == [True, True, False]


def test_a_table_without_a_header_claims_none() -> None:
    _, found = only_table(table(row("Cod", "12")))
    assert find(found, "tr/trPr/tblHeader") == []
    assert value(found, "tblPr/tblLook", "firstRow") == "0"


def test_a_tall_header_is_not_repeated() -> None:
    _, found = only_table(table(row("Cod"), header=tuple(row("Fish") for _ in range(9))))
    assert find(found, "tr/trPr/tblHeader") == []


def test_header_and_stub_have_styles_of_their_own() -> None:
    file, found = only_table(table(row("Cod", "x"), header=(row("Fish", "Note"),), stub=1))
    styles = [read.style for read in file.paragraphs(found)]
    assert styles == ["Table Heading", "Table Heading", "Table Stub", "Table Text"]
    assert value(found, "tblPr/tblLook", "firstColumn") == "1"


def test_header_rows_are_tinted_and_ruled_off() -> None:
    _, found = only_table(table(row("Cod"), header=(row("Fish"), row("in tonnes"))))
    cells = find(found, "tr/tc")
    assert [bool(find(each, "tcPr/shd")) for each in cells] == [True, True, False]
    rules = [value(each, "tcPr/tcBorders/bottom", "sz") for each in cells]
    assert rules == ["4", "8", None]


def test_a_short_table_is_kept_on_one_page_and_a_long_one_is_not() -> None:
    file, short = only_table(table(*(row(str(n)) for n in range(4))))
    assert [read.has("pPr/keepNext") for read in file.paragraphs(short)] == [True] * 3 + [False]
    file, long = only_table(table(*(row(str(n)) for n in range(40)), header=(row("n"),)))
    assert [read.has("pPr/keepNext") for read in file.paragraphs(long)] == [True] + [False] * 40


def test_a_row_stays_whole_unless_it_would_leave_a_hole() -> None:
    _, found = only_table(table(row("short"), row("short")))
    assert len(find(found, "tr/trPr/cantSplit")) == 2
    _, found = only_table(table(row("a long story " * 100)))
    assert find(found, "tr/trPr/cantSplit") == []


# --- spans ----------------------------------------------------------------------------------


def test_spans_are_merged_cells() -> None:
    header = row(cell("Where", rowspan=2), cell("Stock", colspan=2)), row("What", "Boxes")
    _, found = only_table(table(row(cell("Both", colspan=2), "52"), header=header))
    assert shape(found) == [
        [("Where", 1, "restart"), ("Stock", 2, "")],
        [("", 1, "continue"), ("What", 1, ""), ("Boxes", 1, "")],
        [("Both", 2, ""), ("52", 1, "")],
    ]


def test_a_short_row_is_filled_by_one_empty_cell() -> None:
    _, found = only_table(table(row("a", "b", "c"), row("d")))
    assert shape(found)[1] == [("d", 1, ""), ("", 2, "")]


def test_a_gap_before_a_cell_from_above_is_filled() -> None:
    _, found = only_table(table(row("a", "b", cell("c", rowspan=2)), row("d")))
    assert shape(found)[1] == [("d", 1, ""), ("", 1, ""), ("", 1, "continue")]


def test_a_span_ends_with_its_group_of_rows() -> None:
    header = (row(cell("Where", rowspan=5), "What"),)
    _, found = only_table(table(row("a", cell("b", rowspan=0, colspan=-3)), header=header))
    assert shape(found) == [[("Where", 1, ""), ("What", 1, "")], [("a", 1, ""), ("b", 1, "")]]


def test_a_span_is_cut_where_it_meets_a_cell_from_above() -> None:
    _, found = only_table(table(row("a", cell("b", rowspan=2), "c"), row(cell("d", colspan=3))))
    assert shape(found)[1] == [("d", 1, ""), ("", 1, "continue"), ("", 1, "")]


def test_rows_without_cells_are_left_out() -> None:
    _, found = only_table(table(Row(()), row(cell("a", rowspan=3)), Row(()), row("b")))
    assert shape(found) == [[("a", 1, "restart"), ("", 1, "")], [("", 1, "continue"), ("b", 1, "")]]


@pytest.mark.parametrize("columns", [64, 5000])
def test_more_columns_than_word_has_are_written_as_paragraphs(columns: int) -> None:
    file = written(table(row(*(f"c{n}" for n in range(columns)))))
    assert find(file.body, "tbl") == []
    assert [read.text for read in file.paragraphs()][:columns] == [f"c{n}" for n in range(columns)]


def test_a_span_of_millions_ends_with_the_last_column_and_row() -> None:
    _, found = only_table(table(row(cell("a", colspan=10**9)), row(cell("b", rowspan=10**9), "c")))
    assert shape(found) == [[("a", 2, "")], [("b", 1, ""), ("c", 1, "")]]


def test_covered_places_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grid, "MAX_COVERED", 3)
    rows = row(cell("a", rowspan=3), cell("b", rowspan=3), "c"), row("d"), row("e")
    _, found = only_table(table(*rows))
    assert [len(line) for line in shape(found)] == [3, 3, 3]
    assert shape(found)[1] == [("", 1, "continue"), ("d", 1, ""), ("", 1, "")]


def test_no_cell_and_no_table_is_lost_in_an_empty_one() -> None:
    file = written(Table(()), table(Row((Cell(()),))))
    [found] = find(file.body, "tbl")
    assert len(find(found, "tr/tc/p")) == 1


# --- widths and alignment -------------------------------------------------------------------


def test_the_grid_and_the_cells_agree() -> None:
    rows = row("Year", "Landings of the fleet"), row(cell("all of it", colspan=2))
    _, found = only_table(table(*rows))
    columns = widths(found)
    cells = [[value(each, "tcPr/tcW", "w") for each in find(r, "tc")] for r in find(found, "tr")]
    assert cells == [[str(width) for width in columns], [str(sum(columns))]]
    assert value(found, "tblPr/tblW", "w") == str(sum(columns))


def test_long_cells_get_the_room() -> None:
    rows = [row("Cod", "1,204", "landed at the old quay; prices steady " * 4) for _ in range(3)]
    _, found = only_table(table(*rows))
    first, second, third = widths(found)
    assert first < second < third
    assert first + second + third == MEASURE


def test_a_column_is_as_wide_as_its_longest_word() -> None:
    word = "Donaudampfschifffahrt"
    _, found = only_table(table(row(word, "much longer text, in many short words, " * 9)))
    assert widths(found)[0] >= len(word) * 100


def test_a_table_of_short_cells_is_narrow() -> None:
    _, found = only_table(table(row("Cod", "12"), row("Eel", "7")))
    assert sum(widths(found)) == MEASURE // 2


def test_a_table_of_many_columns_is_set_small() -> None:
    months = [f"Septembre{n}" for n in range(8)]
    file, found = only_table(table(row(*months)))
    assert {read.style for read in file.paragraphs(found)} == {"Small Table Text"}
    assert sum(widths(found)) == MEASURE


def test_figures_are_set_to_the_right_but_not_in_the_first_column() -> None:
    rows = row("2022", "1,204", "–12 %", "Cod"), row("2023", "—", "$4.5m", "7")
    file, found = only_table(table(*rows, header=(row("Year", "Tonnes", "Change", "Fish"),)))
    sides = [read.value("pPr/jc") for read in file.paragraphs(found)]
    assert sides == [None, "right", "right", None] * 3


def test_a_stated_alignment_is_kept() -> None:
    file, found = only_table(table(row(cell("a", align="center"), cell("7", align="left"))))
    assert [read.value("pPr/jc") for read in file.paragraphs(found)] == ["center", None]


def test_a_table_from_right_to_left_runs_so() -> None:
    cells = cell("سمك"), cell("جيد", align="right"), cell("جيد", align="left")
    file, found = only_table(table(row(*cells)))
    assert find(found, "tblPr/bidiVisual")
    # In a paragraph that runs from the right, Word's "right" is the left.
    assert [read.value("pPr/jc") for read in file.paragraphs(found)] == [None, None, "right"]


# --- around and inside ----------------------------------------------------------------------


def test_two_tables_do_not_become_one() -> None:
    file = written(table(row("a")), table(row("b")))
    between = [child.tag for child in file.body][:3]
    assert between == [f"{W}tbl", f"{W}p", f"{W}tbl"]


def test_what_follows_a_table_keeps_its_distance() -> None:
    file = written(table(row("a")), paragraph("b"), paragraph("c"))
    after = [read.value("pPr/spacing", "before") for read in file.paragraphs() if read.text in "bc"]
    assert after == ["280", None]


def test_a_cell_holds_lists_and_tables() -> None:
    inner = table(row("deep"))
    items = BulletList((ListItem((paragraph("ice"),)),))
    file, found = only_table(table(row(items, inner)))
    listed, nested = find(found, "tr/tc")
    assert file.paragraphs(listed)[0].value("pPr/numPr/ilvl") == "0"
    assert file.paragraphs(listed)[0].style == "Table Text"
    assert [child.tag for child in nested][1:] == [f"{W}tbl", f"{W}p"]


def test_tables_too_deep_in_tables_are_written_as_paragraphs() -> None:
    block: Block = paragraph("deep")
    for _ in range(1000):
        block = table(row(block))
    file = written(block)
    assert len(list(file.body.iter(f"{W}tbl"))) == 4
    assert file.paragraphs()[0].text == "deep"


def test_a_table_can_open_an_article() -> None:
    first = Section(1, None, (paragraph("one"),), role="article")
    second = Section(1, None, (table(row("a", "b")),), role="article")
    found = written(first, second).paragraphs()
    assert [read.text for read in found if read.has("pPr/pageBreakBefore")] == ["a"]
