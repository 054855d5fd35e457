"""OpenDocument texts: what the file states comes out as it states it."""

from __future__ import annotations

from answers import codes, levels, words
from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Emphasis,
    Figure,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Subscript,
    Superscript,
    Table,
    ThematicBreak,
    text_of,
    walk,
)
from odt_files import (
    AUTOMATIC,
    BOLD,
    COMMON,
    blocks_of,
    cell,
    document_of,
    heading,
    items,
    para,
    picture,
    row,
    span,
    style,
    table,
    text_box,
)
from word_packages import PNG

# --- headings and styles --------------------------------------------------------------------------


def test_a_heading_has_the_outline_level_that_it_states() -> None:
    body = heading("Tide tables") + heading("Spring tides", 2) + para("Text.")
    assert levels(blocks_of(body)) == [(1, "Tide tables"), (2, "Spring tides")]


def test_a_paragraph_in_a_heading_style_is_a_heading_through_automatic_and_parent_styles() -> None:
    common = COMMON + style("House", parent="Heading_20_2", shown="House Crosshead")
    automatic = AUTOMATIC + style("P1", parent="House")
    body = para("Plain", "Heading_20_1") + para("Custom", "P1") + para("Text.")
    found = levels(blocks_of(body, common=common, automatic=automatic))
    assert found == [(1, "Plain"), (2, "Custom")]


def test_a_style_is_known_by_its_shown_name_in_other_languages_too() -> None:
    common = COMMON + style("x1", shown="Überschrift 2") + style("x2", shown="Heading 1 Box")
    found = blocks_of(para("Ebbe", "x1") + para("Kasten", "x2"), common=common)
    assert levels(found) == [(2, "Ebbe")]


def test_a_heading_style_whose_level_was_taken_away_is_text() -> None:
    automatic = AUTOMATIC + style(
        "P1", parent="Heading_20_1", more='style:default-outline-level=""'
    )
    assert levels(blocks_of(para("Only large", "P1"), automatic=automatic)) == []


def test_title_and_subtitle_are_headline_and_standfirst() -> None:
    document = document_of(
        para("The harbour", "Title") + para("It silts up", "Subtitle") + heading("One") + para("x")
    )
    assert levels(document.blocks) == [(1, "The harbour"), (2, "One")]
    assert document.meta("headline") == "The harbour"
    assert document.meta("standfirst") == "It silts up"


def test_a_line_that_is_bold_stays_a_paragraph_for_recovery_to_judge() -> None:
    automatic = AUTOMATIC + style("P1", parent="Standard", inner=BOLD)
    direct, by_style = blocks_of(
        para(span("Bold line", "B")) + para("Bold by style", "P1"), automatic=automatic
    )
    for block in (direct, by_style):
        assert isinstance(block, Paragraph)
        assert isinstance(block.inlines[0], Strong)


def test_quotes_code_and_rules_are_what_their_styles_say() -> None:
    body = (
        para("Said so.", "Quotations")
        + para("x = 1", "Preformatted_20_Text")
        + para("y = 2", "Preformatted_20_Text")
        + para("", "Horizontal_20_Line")
        + para("End.")
    )
    kinds = [type(block) for block in blocks_of(body)]
    assert kinds == [Quote, CodeBlock, ThematicBreak, Paragraph]


def test_a_circle_of_styles_ends() -> None:
    common = style("A", parent="B") + style("B", parent="A")
    assert words(blocks_of(para("Round", "A"), common=common)) == ["Round"]


# --- inline content -------------------------------------------------------------------------------


def test_looks_and_links_are_kept() -> None:
    body = para(
        span("b", "B") + span("i", "I") + "H" + span("2", "Down") + "O m" + span("2", "Up")
        + ' <text:a xlink:href="https://example.org/a?b=1&amp;c=2">there</text:a>'
    )  # fmt: skip
    document = document_of(body)
    kinds = {type(node) for node in walk(document.blocks)}
    assert {Strong, Emphasis, Subscript, Superscript, Link} <= kinds
    assert text_of(*document.blocks) == "biH2O m2 there"
    (link,) = (node for node in walk(document.blocks) if isinstance(node, Link))
    assert link.url == "https://example.org/a?b=1&c=2"


def test_white_space_counts_once_and_what_stands_for_it_counts() -> None:
    body = para("\n   a  <text:span>  b</text:span><text:s text:c='3'/>c<text:tab/>d\n e ")
    assert words(blocks_of(body)) == ["a b   c\td e"]


def test_a_line_break_is_a_break_and_two_part_paragraphs() -> None:
    body = para("one<text:line-break/>two") + para("a<text:line-break/><text:line-break/>b")
    first, *rest = blocks_of(body)
    assert any(isinstance(node, LineBreak) for node in walk((first,)))
    assert words(tuple(rest)) == ["a", "b"]


def test_words_cut_into_spans_are_one_leaf() -> None:
    (block,) = blocks_of(para("har" + span("bo", "German") + "<text:bookmark text:name='x'/>ur"))
    assert isinstance(block, Paragraph)
    assert len(block.inlines) == 1


def test_fields_show_their_text_and_unknown_elements_are_entered() -> None:
    body = para(
        "On <text:date>4 March</text:date>, page <text:page-number>3</text:page-number>,"
        " <text:user-defined>deep <loext:content-control>inside</loext:content-control>"
        "</text:user-defined>"
    )
    assert words(blocks_of(body)) == ["On 4 March, page 3, deep inside"]


def test_hidden_text_is_listed_as_left_out() -> None:
    body = (
        para("shown " + span("secret", "Hidden") + "again")
        + '<text:section text:display="none">' + para("a hidden section") + "</text:section>"
        + para('<text:hidden-paragraph text:is-hidden="true"/>conditional')
        + para('<text:placeholder text:placeholder-type="text">&lt;name&gt;</text:placeholder>.')
    )  # fmt: skip
    document = document_of(body)
    assert words(document.blocks) == ["shown again", "."]
    kinds = [(one.kind, one.text) for one in document.omissions]
    assert kinds == [
        ("hidden", "secret"),
        ("hidden", "a hidden section"),
        ("hidden", "conditional"),
        ("placeholder", "<name>"),
    ]


def test_symbols_of_a_known_font_are_characters() -> None:
    document = document_of(para("done " + span("\uf0fc", "Wing") + " house \uf041"))
    assert text_of(*document.blocks) == "done ✓ house \uf041"
    assert codes(document) == ["C236"]


def test_the_language_is_what_most_characters_state() -> None:
    document = document_of(para(span("Die Ebbe kommt heute früh.", "German")) + para("ok"))
    assert document.language == "de-DE"
    assert document.meta("stated_language") == "en-US"


def test_a_formula_is_its_signs() -> None:
    maths = (
        "<math:math><math:mfrac><math:mi>a</math:mi><math:mn>2</math:mn></math:mfrac></math:math>"
    )
    body = para(f"half is <draw:frame><draw:object>{maths}</draw:object></draw:frame> here")
    assert words(blocks_of(body)) == ["half is a 2 here"]


# --- lists ----------------------------------------------------------------------------------------


def test_lists_nest() -> None:
    body = items("one", para("two") + items("deep", style="") + para("still two"), "three")
    (block,) = blocks_of(body)
    assert isinstance(block, BulletList)
    assert [words(item.blocks) for item in block.items] == [
        ["one"],
        ["two", "deep", "still two"],
        ["three"],
    ]
    assert isinstance(block.items[1].blocks[1], BulletList)


def test_numbers_go_on_where_the_file_says_so_and_else_begin_anew() -> None:
    named = 'xml:id="first"'
    body = (
        items("a", "b", style="Numbers", more=named)
        + para("between")
        + items("c", style="Numbers", more='text:continue-numbering="true"')
        + items("x", style="Numbers")
        + para("between")
        + items("d", style="Numbers", more='text:continue-list="first"')
    )
    starts = [one.start for one in blocks_of(body) if isinstance(one, OrderedList)]
    assert starts == [1, 3, 1, 4]


def test_a_list_starts_where_its_style_or_its_item_says() -> None:
    at_nine = '<text:list text:style-name="Numbers"><text:list-item text:start-value="9">'
    body = (
        items("x", style="FromThree") + para("p") + at_nine + para("y")
        + "</text:list-item></text:list>"
    )  # fmt: skip
    first, _, second = blocks_of(body)
    assert isinstance(first, OrderedList)
    assert isinstance(second, OrderedList)
    assert (first.start, first.style, second.start) == (3, "roman", 9)


def test_a_nested_list_counts_in_its_own_format_and_anew_in_each_item() -> None:
    body = items(
        para("one") + items("a", "b", style=""), para("two") + items("c", style=""), style="Numbers"
    )
    (block,) = blocks_of(body)
    assert isinstance(block, OrderedList)
    inner = [one for item in block.items for one in item.blocks if isinstance(one, OrderedList)]
    assert [(one.style, one.start, len(one.items)) for one in inner] == [
        ("alpha", 1, 2),
        ("alpha", 1, 1),
    ]


def test_what_heads_a_list_and_what_has_no_number_is_text() -> None:
    body = (
        '<text:list text:style-name="Bullets"><text:list-header>' + para("Bring:")
        + "</text:list-header><text:list-item>" + para("boots") + "</text:list-item></text:list>"
    )  # fmt: skip
    first, second = blocks_of(body)
    assert isinstance(first, Paragraph)
    assert isinstance(second, BulletList)


def test_a_heading_in_a_list_is_a_heading() -> None:
    body = items(heading("Numbered part"), style="Numbers") + para("Text.")
    assert levels(blocks_of(body)) == [(1, "Numbered part")]


def test_a_list_typed_by_hand_is_left_to_recovery() -> None:
    assert [type(one) for one in blocks_of(para("- one") + para("- two"))] == [Paragraph] * 2


# --- tables ---------------------------------------------------------------------------------------


def grid(block: Block) -> list[list[tuple[str, int, int]]]:
    assert isinstance(block, Table)
    rows = block.header + block.rows
    return [[(text_of(one), one.colspan, one.rowspan) for one in line.cells] for line in rows]


def test_cells_that_would_lie_on_one_another_reach_no_row_below() -> None:
    wide = 'table:number-columns-spanned="200" table:number-rows-spanned="900"'
    (block,) = blocks_of(table(*[row(cell("Elm", wide))] * 20))
    assert isinstance(block, Table)
    assert {one.rowspan for line in block.header + block.rows for one in line.cells} == {1}


def test_cells_span_columns_and_rows() -> None:
    covered = "<table:covered-table-cell/>"
    body = table(
        f"<table:table-header-rows>{row('Port', 'Depth', 'Tide')}</table:table-header-rows>",
        row(cell("Elm", 'table:number-rows-spanned="2"'), "4", "6"),
        row(covered, cell("both", 'table:number-columns-spanned="2"'), covered),
    )
    (block,) = blocks_of(body)
    assert isinstance(block, Table)
    assert len(block.header) == 1
    assert grid(block)[1:] == [
        [("Elm", 1, 2), ("4", 1, 1), ("6", 1, 1)],
        [("both", 2, 1)],
    ]


def test_a_covered_cell_with_words_is_listed() -> None:
    covered = f"<table:covered-table-cell>{para('under it')}</table:covered-table-cell>"
    body = table(row(cell("wide", 'table:number-columns-spanned="2"'), covered), row("a", "b"))
    document = document_of(body)
    assert [(one.kind, one.text) for one in document.omissions] == [("hidden", "under it")]


def test_a_table_in_a_cell_and_a_list_in_a_cell_stay_there() -> None:
    body = table(row(cell(table(row("inner", "n"), row("1", "2"))), cell(items("point"))))
    body += table(row("x", "y"), row("z", "w"))
    first = blocks_of(body)[0]
    assert isinstance(first, Table)
    left, right = first.rows[0].cells
    assert isinstance(left.blocks[0], Table)
    assert isinstance(right.blocks[0], BulletList)


def test_no_header_is_made_up_but_the_style_of_headings_in_tables_is_one() -> None:
    plain, styled = blocks_of(
        table(row("a", "b"), row("c", "d"))
        + table(
            row(cell(para("A", "Table_20_Heading")), cell(para("B", "Table_20_Heading"))),
            row("c", "d"),
        )
    )
    assert isinstance(plain, Table)
    assert isinstance(styled, Table)
    assert (len(plain.header), len(styled.header)) == (0, 1)


def test_a_table_without_borders_that_sets_texts_side_by_side_is_dissolved() -> None:
    long = " ".join(["The harbour master said so."] * 8)
    document = document_of(table(row(cell(long, style=""), cell("beside", style=""))))
    assert words(document.blocks) == [long, "beside"]
    assert codes(document) == ["C237"]


def test_a_caption_goes_to_its_table_and_its_figure() -> None:
    counted = '<text:sequence text:name="Figure">1</text:sequence>'
    body = (
        para("Table 1: Tides", "Table") + table(row("a", "b"), row("c", "d"))
        + para(text_box(para(picture(alt="A quay") + f"Figure {counted}: The quay", "Figure")))
    )  # fmt: skip
    first, figure = blocks_of(body, parts={"Pictures/quay.png": PNG})
    assert isinstance(first, Table)
    assert text_of(*first.caption) == "Table 1: Tides"
    assert isinstance(figure, Figure)
    assert text_of(*figure.caption) == "Figure 1: The quay"


def test_a_repeated_cell_is_one_wide_one_and_no_row_grows_without_end() -> None:
    many = 'table:number-columns-repeated="999999999"'
    body = table(*[row("a", f"<table:table-cell {many}/>")] * 200)
    (block,) = blocks_of(body)
    assert isinstance(block, Table)
    assert all(len(line.cells) == 2 for line in block.rows)
