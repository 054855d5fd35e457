"""Lists and tables of Word files."""

from __future__ import annotations

import pytest

from converter.model import (
    Block,
    BulletList,
    Heading,
    OrderedList,
    Paragraph,
    Row,
    Table,
    text_of,
)
from converter.readers import ReadOptions
from docx_reading import blocks_of, document_of
from word_packages import (
    BULLETS,
    NUMBERING,
    NUMBERS,
    STYLES,
    cell,
    para,
    row,
    run,
    table,
)


def outline(block: Block) -> object:
    """A list as nested Python lists, with its first number."""
    assert isinstance(block, BulletList | OrderedList)
    items = []
    for item in block.items:
        first, *rest = item.blocks
        words = text_of(first)
        items.append(
            (words, *(outline(one) if hasattr(one, "items") else text_of(one) for one in rest))
            if rest
            else words
        )
    return [block.start if isinstance(block, OrderedList) else "•", *items]


def lists(body: str, **more: object) -> list[object]:
    return [
        outline(block) if isinstance(block, BulletList | OrderedList) else text_of(block)
        for block in blocks_of(body, **more)
    ]


# --- lists -------------------------------------------------------------------------------------


def test_levels_nest_and_numbers_stand_in_bullets() -> None:
    body = (
        para("a", item=(BULLETS, 0))
        + para("b", item=(BULLETS, 1))
        + para("c", item=(BULLETS, 0))
        + para("d", item=(NUMBERS, 1))
    )
    assert lists(body) == [["•", ("a", ["•", "b"]), ("c", [1, "d"])]]


def test_a_list_goes_on_after_a_paragraph() -> None:
    body = para("a", item=(NUMBERS, 0)) * 2 + para("Between.") + para("c", item=(NUMBERS, 0))
    assert lists(body) == [[1, "a", "a"], "Between.", [3, "c"]]


def test_a_list_begins_at_five_and_another_anew() -> None:
    body = para("a", item=("3", 0)) + para("b", item=("3", 0)) + para("Between.")
    assert lists(body + para("c", item=("3", 0)))[0] == [5, "a", "b"]


def test_deeper_numbers_begin_anew_below_each_item() -> None:
    body = (para("a", item=(NUMBERS, 0)) + para("b", item=(NUMBERS, 1))) * 2
    assert lists(body) == [[1, ("a", [1, "b"]), ("a", [1, "b"])]]


def test_a_number_of_format_none_is_no_item() -> None:
    numbering = NUMBERING + (
        '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/>'
        '<w:lvlText w:val=""/></w:lvl></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    )
    assert lists(para("Words.", item=("7", 0)), numbering=numbering) == ["Words."]


def test_a_list_of_a_style_counts_at_the_level_that_names_the_style() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="Step"><w:name w:val="Step"/><w:pPr><w:numPr>'
        '<w:numId w:val="8"/></w:numPr></w:pPr></w:style>'
    )
    numbering = NUMBERING + (
        '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt'
        ' w:val="upperRoman"/><w:lvlText w:val="%2"/><w:pStyle w:val="Step"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>'
    )
    (found,) = blocks_of(para("a", style="Step"), styles=styles, numbering=numbering)
    assert isinstance(found, OrderedList)
    assert (found.start, found.style) == (3, "roman")


def test_a_numbering_that_leads_to_a_style_is_followed() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="House"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="House"/><w:lvl w:ilvl="0">'
        '<w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert lists(para("a", item=("1", 0)), numbering=numbering) == [[4, "a"]]


def test_a_numbered_heading_is_a_heading() -> None:
    body = para("Tides", style="H1", item=(NUMBERS, 0)) + para("a", item=(NUMBERS, 1))
    heading, found = blocks_of(body)
    assert isinstance(heading, Heading)
    assert outline(found) == [1, "a"]


def test_an_indented_paragraph_between_two_items_belongs_to_the_first() -> None:
    inset = para("more of a", style="ListParagraph")
    body = para("a", item=(BULLETS, 0)) + inset + para("b", item=(BULLETS, 0))
    assert lists(body) == [["•", ("a", "more of a"), "b"]]
    assert lists(para("a", item=(BULLETS, 0)) + inset) == [["•", "a"], "more of a"]


def test_a_list_that_is_taken_off_a_style_is_off() -> None:
    styles = STYLES + (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="List Bullet"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert lists(para("a", style="B", item=("0", 0)), styles=styles) == ["a"]


# --- tables ------------------------------------------------------------------------------------


def grid(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[text_of(*cell.blocks) for cell in row.cells] for row in rows]


def one_table(body: str, **more: object) -> Table:
    (found,) = blocks_of(body, **more)
    assert isinstance(found, Table)
    return found


def test_merged_cells_span_and_cover() -> None:
    found = one_table(
        table(
            row(cell("down", properties='<w:vMerge w:val="restart"/>'), "b", "c"),
            row(cell(properties="<w:vMerge/>"), cell("wide", properties='<w:gridSpan w:val="2"/>')),
        )
    )
    assert grid(found.rows) == [["down", "b", "c"], ["wide"]]
    assert found.rows[0].cells[0].rowspan == 2
    assert found.rows[1].cells[0].colspan == 2


def test_words_that_a_merge_hides_are_listed() -> None:
    document = document_of(
        table(
            row(cell("shown", properties='<w:vMerge w:val="restart"/>'), "b"),
            row(cell("covered", properties="<w:vMerge/>"), "c"),
        )
    )
    assert [(item.kind, item.text) for item in document.omissions] == [("hidden", "covered")]


def test_a_first_row_narrower_than_the_grid_costs_no_cell() -> None:
    found = one_table(table(row("a"), row("b", "c", "d"), grid=3))
    assert grid(found.rows) == [["a"], ["b", "c", "d"]]


def test_a_table_in_a_cell_stays_there() -> None:
    found = one_table(table(row(cell("a", table(row("x", "y"))), "b"), row("c", "d")))
    first = found.rows[0].cells[0]
    assert [type(block) for block in first.blocks] == [Paragraph, Table]


def test_header_rows_are_those_that_say_so() -> None:
    on, off = "<w:tblHeader/>", '<w:tblHeader w:val="0"/>'
    assert len(one_table(table(row("a", "b", properties=on), row("c", "d"))).header) == 1
    assert one_table(table(row("a", "b", properties=off), row("c", "d"))).header == ()


def test_a_header_reaches_as_far_down_as_its_cells() -> None:
    found = one_table(
        table(
            row(
                cell("a", properties='<w:vMerge w:val="restart"/>'),
                "b",
                properties="<w:tblHeader/>",
            ),
            row(cell(properties="<w:vMerge/>"), "c"),
            row("d", "e"),
        )
    )
    assert grid(found.header) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(("asked", "heads"), [("1", 1), ("0", 0)])
def test_a_style_that_sets_the_first_row_apart_makes_a_head(asked: str, heads: int) -> None:
    styles = STYLES + (
        '<w:style w:type="table" w:styleId="T"><w:name w:val="House Table"/>'
        '<w:tblStylePr w:type="firstRow"/></w:style>'
    )
    properties = f'<w:tblStyle w:val="T"/><w:tblLook w:firstRow="{asked}"/>'
    found = one_table(table(row("a", "b"), row("c", "d"), properties=properties), styles=styles)
    assert len(found.header) == heads


def test_a_table_for_layout_is_dissolved_with_a_notice() -> None:
    column = cell("Left column.", "With two paragraphs.")
    document = document_of(table(row(column, cell("Right column."))))
    assert [text_of(block) for block in document.blocks] == [
        "Left column.", "With two paragraphs.", "Right column."
    ]  # fmt: skip
    assert [notice.code for notice in document.notices] == ["C237"]


def test_a_table_with_borders_is_a_table() -> None:
    bordered = table(row(cell("a", "b"), cell("c")), properties='<w:tblStyle w:val="Grid"/>')
    assert isinstance(blocks_of(bordered)[0], Table)


def test_a_deleted_row_is_gone_and_noted() -> None:
    gone = '<w:del w:id="1" w:author="Ines" w:date="2026-03-04T10:00:00Z"/>'
    body = table(row("a", "b"), row("c", "d", properties=gone))
    document = document_of(body)
    (found,) = document.blocks
    assert isinstance(found, Table)
    assert grid(found.rows) == [["a", "b"]]
    assert [item.text for item in document.omissions] == ["c\nd"]
    assert document.notices[0].message == "a table row was deleted by Ines on 2026-03-04"
    original = document_of(body, ReadOptions(tracked="original")).blocks[0]
    assert isinstance(original, Table)
    assert len(original.rows) == 2


def test_rows_and_cells_in_content_controls_are_read() -> None:
    cells = f"<w:sdt><w:sdtContent>{cell('a')}{cell('b')}</w:sdtContent></w:sdt>"
    rows = f"<w:sdt><w:sdtContent><w:tr>{cells}</w:tr></w:sdtContent></w:sdt>"
    assert grid(one_table(f"<w:tbl>{rows}</w:tbl>").rows) == [["a", "b"]]


def test_text_where_the_format_has_no_place_for_it_is_not_lost() -> None:
    document = document_of(f"<w:tbl>{row('a', 'b')}{para('stray')}</w:tbl>{run('loose')}")
    assert [(item.kind, item.text) for item in document.omissions] == [("misplaced", "stray")]
    assert text_of(document.blocks[-1]) == "loose"
    wrapped = f"<w:novelty>{para('in a wrapper of tomorrow')}</w:novelty>"
    assert text_of(*blocks_of(wrapped)) == "in a wrapper of tomorrow"
