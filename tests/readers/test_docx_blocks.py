"""Lists, tables, drawings and what stands beside the body of Word files."""

from __future__ import annotations

import pytest

from converter.model import (
    Block,
    BulletList,
    Document,
    Figure,
    Heading,
    OrderedList,
    Paragraph,
    Row,
    Superscript,
    Table,
    ThematicBreak,
    text_of,
)
from converter.pipeline import open_source
from converter.readers import ReadOptions, read
from laws import assert_laws
from word_packages import (
    BULLETS,
    NUMBERING,
    NUMBERS,
    PNG,
    STYLES,
    cell,
    changed,
    docx,
    field,
    old_box,
    para,
    picture,
    row,
    run,
    table,
    text_box,
)


def document_of(body: str, options: ReadOptions | None = None, **more: object) -> Document:
    data = docx(body, **more)  # type: ignore[arg-type]
    document = read(open_source(data, name="letter.docx"), options)
    assert_laws(document)
    return document


def blocks_of(body: str, **more: object) -> tuple[Block, ...]:
    return document_of(body, **more).blocks  # type: ignore[arg-type]


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


# --- captions ----------------------------------------------------------------------------------


def test_a_caption_goes_to_what_its_counter_names() -> None:
    body = (
        para(picture("image"))
        + para("Table ", field("SEQ Table", "1"), ": Tides", style="Caption")
        + table(row("a", "b"), row("c", "d"))
    )
    figure, found = blocks_of(body, **WITH_IMAGE)
    assert isinstance(figure, Figure)
    assert isinstance(found, Table)
    assert (text_of(*figure.caption), text_of(*found.caption)) == ("", "Table 1: Tides")


def test_a_caption_below_a_picture_is_the_picture_s() -> None:
    body = para(picture("image")) + para("Abbildung 1: Ebbe", style="Caption")
    (figure,) = blocks_of(body, **WITH_IMAGE)
    assert isinstance(figure, Figure)
    assert text_of(*figure.caption) == "Abbildung 1: Ebbe"


def test_a_caption_without_a_neighbour_is_a_paragraph() -> None:
    assert isinstance(blocks_of(para("Table 1: Tides", style="Caption"))[0], Paragraph)


# --- drawings ----------------------------------------------------------------------------------

WITH_IMAGE = {
    "parts": {"word/media/quay.png": PNG},
    "relationships": {"image": ("image", "media/quay.png")},
}


def test_a_picture_is_a_figure_with_its_words_and_bytes() -> None:
    document = document_of(para("Words.", picture("image", "The quay")) * 2, **WITH_IMAGE)
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    assert [(one.alt, one.url, one.asset) for one in figures] == [
        ("The quay", "word/media/quay.png", "a1")
    ] * 2
    (asset,) = document.assets
    assert (asset.name, asset.media_type, asset.data) == ("quay.png", "image/png", PNG)


def test_a_picture_on_the_network_is_named_and_never_fetched() -> None:
    more = {"relationships": {"far": ("image", "https://example.org/q.png")}}
    document = document_of(para(picture("far", "The quay", kind="link")), **more)
    (figure,) = document.blocks
    assert isinstance(figure, Figure)
    assert (figure.url, figure.asset) == ("https://example.org/q.png", "")
    assert document.assets == ()


def test_a_picture_over_the_limit_or_missing_is_noted() -> None:
    options = ReadOptions(max_asset=10)
    for more in (WITH_IMAGE, {}):
        document = document_of(para(picture("image", "The quay")), options, **more)
        (figure,) = document.blocks
        assert isinstance(figure, Figure)
        assert figure.asset == ""
        assert [notice.code for notice in document.notices] == ["C239"]


def test_a_text_box_comes_behind_its_paragraph_once() -> None:
    body = para("Host ", text_box(para("Boxed.")), "words.") + para("Next.")
    assert [text_of(block) for block in blocks_of(body)] == ["Host words.", "Boxed.", "Next."]
    old = para("Host.", f"<w:r>{old_box(para('Boxed.'))}</w:r>")
    assert [text_of(block) for block in blocks_of(old)] == ["Host.", "Boxed."]


def test_two_hundred_text_boxes_all_survive_in_order() -> None:
    body = "".join(para(f"Host {n}.", text_box(para(f"Box {n}."))) for n in range(200))
    found = [text_of(block) for block in blocks_of(body)]
    assert found == [f"{kind} {n}." for n in range(200) for kind in ("Host", "Box")]


def test_a_text_box_in_a_deletion_is_left_out_with_its_words() -> None:
    document = document_of(para("Host.", changed("del", text_box(para("Boxed.")))))
    assert [text_of(block) for block in document.blocks] == ["Host."]
    assert [item.text for item in document.omissions] == ["Boxed."]


def test_a_line_that_is_drawn_is_a_break() -> None:
    body = para("One.") + para('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>')
    assert isinstance(blocks_of(body)[1], ThematicBreak)


def test_word_art_is_text() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="Harbour Day"/></v:shape></w:pict></w:r>'
    assert [text_of(block) for block in blocks_of(para(art))] == ["Harbour Day"]


def test_equations_keep_strokes_brackets_and_powers() -> None:
    def run_of(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    power = f"<m:sSup><m:e>{run_of('x')}</m:e><m:sup>{run_of('2')}</m:sup></m:sSup>"
    fraction = f"<m:f><m:num>{power}</m:num><m:den>{run_of('y')}</m:den></m:f>"
    body = para(f"<m:oMath><m:d><m:e>{fraction}</m:e></m:d></m:oMath>")
    (block,) = blocks_of(body)
    assert text_of(block) == "(x2/y)"
    assert isinstance(block, Paragraph)
    assert isinstance(block.inlines[1], Superscript)


# --- beside the body ---------------------------------------------------------------------------

_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="h"/>'
    '<w:headerReference w:type="first" r:id="g"/></w:sectPr>'
)
WITH_HEADS = {
    "parts": {"word/h.xml": para("The Quay"), "word/g.xml": para("The Quay")},
    "relationships": {"h": ("header", "h.xml"), "g": ("header", "g.xml")},
}


def test_the_head_of_the_page_is_left_out_once() -> None:
    document = document_of(para("Words.") + _SECTION, **WITH_HEADS)
    assert [(item.kind, item.reason, item.text) for item in document.omissions] == [
        ("furniture", "page header", "The Quay")
    ]
    kept = document_of(para("Words.") + _SECTION, ReadOptions(keep_furniture=True), **WITH_HEADS)
    assert [text_of(block) for block in kept.blocks] == ["Words.", "The Quay"]


def test_an_embedded_document_is_listed_with_its_words() -> None:
    more = {
        "parts": {"word/chunk.html": b"<p>More <b>words</b></p><script>x</script>"},
        "relationships": {"c": ("aFChunk", "chunk.html")},
    }
    document = document_of(para("Words.") + '<w:altChunk r:id="c"/>', **more)
    assert [(item.kind, item.text) for item in document.omissions] == [
        ("embedded-document", "More\nwords")
    ]
    assert [notice.code for notice in document.notices] == ["C238"]


def test_properties_are_metadata_of_the_file() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Tides</dc:title>'
        "<dc:creator>Ines Duarte</dc:creator><cp:keywords>sea; moon</cp:keywords>"
        "<dcterms:created>2026-03-04T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    data = docx(para("Words."), parts={"docProps/core.xml": core.encode()})
    document = read(open_source(_with_core(data), name="letter.docx"))
    stated = {item.name: (item.value, item.origin) for item in document.metadata}
    assert stated == {
        "title": ("Tides", "file"),
        "author": ("Ines Duarte", "file"),
        "keywords": (("sea", "moon"), "file"),
        "created": ("2026-03-04T10:00:00Z", "file"),
    }


def _with_core(data: bytes) -> bytes:
    import io
    import zipfile

    from word_packages import packed

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    item = f'<Relationship Id="p" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
    files["_rels/.rels"] = files["_rels/.rels"].replace(b"</Relationships>", item.encode())
    return packed(files)


def test_places_name_part_paragraph_and_run() -> None:
    document = document_of(para("One.") + table(row("a", cell(run("b").join(["<w:p>", "</w:p>"])))))
    source = document.source
    assert source.locate(source.text.index("One")).name == ("word/document.xml, paragraph 1, run 1")
    assert source.locate(source.text.index("b")).name == "word/document.xml, paragraph 3, run 1"


def test_what_google_docs_exports_is_read() -> None:
    """No section properties, controls around comments, formatting on every run."""
    plain = '<w:rtl w:val="0"/>'
    body = (
        "<w:sdt><w:sdtPr><w:tag w:val='goog_rdk_0'/></w:sdtPr><w:sdtContent>"
        + para(run("The ", plain), changed("ins", run("new ", plain)), run("quay", plain))
        + "</w:sdtContent></w:sdt>"
    )
    document = document_of(body)
    assert [text_of(block) for block in document.blocks] == ["The new quay"]
    assert document.language == ""


def test_reading_twice_gives_the_same() -> None:
    body = para("One.", text_box(para("Two."))) * 3
    assert document_of(body) == document_of(body)
