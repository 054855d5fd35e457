"""OpenDocument texts: drawings, notes, comments, tracked changes, and who wrote the file."""

from __future__ import annotations

import pytest

from answers import codes, levels, words
from converter.model import (
    Contents,
    Figure,
    Heading,
    NoteReference,
    OrderedList,
    Strong,
    Table,
    text_of,
    walk,
)
from converter.pipeline import open_source
from converter.readers import ReadOptions, read
from laws import assert_laws
from odt_files import (
    BOLD,
    blocks_of,
    change,
    comment,
    document_of,
    embedded_picture,
    fodt,
    heading,
    items,
    note,
    odt,
    para,
    part,
    picture,
    region,
    regions,
    row,
    span,
    style,
    table,
    text_box,
)
from word_packages import PNG

# --- drawings, notes, comments, contents ----------------------------------------------------------


def test_a_picture_is_an_asset_with_its_words() -> None:
    document = document_of(
        para(picture(alt="A crane", title="crane") + "Text before"),
        parts={"Pictures/quay.png": PNG},
    )
    text, figure = document.blocks
    assert isinstance(figure, Figure)
    assert (figure.alt, figure.url) == ("A crane", "Pictures/quay.png")
    assert document.assets[0].data == PNG
    assert text_of(text) == "Text before"


def test_a_picture_that_is_elsewhere_or_missing_is_never_fetched() -> None:
    body = para(picture("https://example.org/a.png")) + para(picture("../../etc/passwd"))
    document = document_of(body + para(picture("Pictures/gone.png")))
    assert [one.url for one in document.blocks if isinstance(one, Figure)] == [
        "https://example.org/a.png",
        "../../etc/passwd",
        "Pictures/gone.png",
    ]
    assert document.assets == ()
    assert codes(document) == ["C239"]


def test_a_text_box_comes_behind_its_paragraph() -> None:
    shape = f"<draw:custom-shape>{para('on a shape')}</draw:custom-shape>"
    body = para("Host " + text_box(para("boxed") + items("point")) + shape + "goes on.")
    assert words(blocks_of(body)) == ["Host goes on.", "boxed", "point", "on a shape"]


def test_a_chart_is_a_figure_and_its_labels_are_listed() -> None:
    chart = part(
        "document-content",
        "<office:body><office:chart><chart:chart><chart:title>"
        + para("Tides by month") + "</chart:title>" + table(row("May", "4"))
        + "</chart:chart></office:chart></office:body>",
    )  # fmt: skip
    body = para('See <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>')
    document = document_of(body, parts={"Object 1/content.xml": chart})
    figure = document.blocks[1]
    assert isinstance(figure, Figure)
    assert text_of(*figure.caption) == "Tides by month"
    assert [(one.kind, one.text) for one in document.omissions] == [("chart", "May\n4")]


def test_notes_are_two_series_and_a_mark_of_ones_own_is_kept() -> None:
    body = para(
        "One" + note(para("foot")) + " two" + note(para("end"), "endnote")
        + " three" + note(para("star"), label="*")
    )  # fmt: skip
    document = document_of(body)
    assert [(one.id, text_of(*one.blocks)) for one in document.notes] == [
        ("1", "foot"),
        ("i", "end"),
        ("2", "star"),
    ]
    marks = [node for node in walk(document.blocks) if isinstance(node, NoteReference)]
    assert [(mark.text, mark.note) for mark in marks] == [("", "1"), ("", "i"), ("*", "2")]


def test_a_comment_is_a_notice_at_its_words() -> None:
    body = para(
        "The " + comment("Is this so?", "c1", 'loext:resolved="true"')
        + 'mayor said<office:annotation-end office:name="c1"/> it.'
    )  # fmt: skip
    document = document_of(body)
    (notice,) = document.notices
    assert notice.span is not None
    at = document.source.text[notice.span.start : notice.span.end]
    assert (notice.code, at) == ("C234", "mayor said")
    assert "Ruth Okafor on 2026-03-05 (resolved): Is this so?" in notice.message
    assert [one.kind for one in document.omissions] == ["comment"]


def test_a_contents_list_is_one() -> None:
    entry = '<text:a xlink:href="#x">Tides<text:tab/>3</text:a>'
    body = (
        "<text:table-of-content><text:table-of-content-source>"
        "<text:index-title-template>Contents</text:index-title-template>"
        "</text:table-of-content-source><text:index-body><text:index-title>"
        + para("Contents", "Contents_20_Heading") + "</text:index-title>"
        + para(entry, "Contents_20_1") + para("Spring<text:tab/>4", "Contents_20_2")
        + "</text:index-body></text:table-of-content>" + heading("Tides") + para("x")
    )  # fmt: skip
    contents = blocks_of(body)[0]
    assert isinstance(contents, Contents)
    assert text_of(*contents.title) == "Contents"
    assert [(text_of(one), one.level) for one in contents.entries] == [("Tides", 1), ("Spring", 2)]


PAGES = (
    "<style:master-page><style:header>" + para("Draft, do not print") + "</style:header>"
    "<style:footer>" + para("Page <text:page-number>1</text:page-number>") + "</style:footer>"
    "</style:master-page><style:master-page><style:header>" + para("Draft, do not print")
    + '</style:header><style:header-left style:display="false">' + para("unused")
    + "</style:header-left></style:master-page>"
)  # fmt: skip


def test_heads_and_feet_of_pages_are_furniture_each_once() -> None:
    document = document_of(para("Text."), pages=PAGES)
    assert [one.text for one in document.omissions] == ["Draft, do not print", "Page 1"]
    kept = document_of(para("Text."), ReadOptions(keep_furniture=True), pages=PAGES)
    assert words(kept.blocks) == ["Text.", "Draft, do not print", "Page 1"]


# --- tracked changes ------------------------------------------------------------------------------

CHANGED = (
    regions(
        region("in", "insertion"),
        region("out", "deletion", para("old words ")),
        region("kept", "deletion"),
        region("two", "deletion", para(" end one") + para("start two ")),
    )
    + para(
        "The " + change("in", "change-start") + "new words " + change("in", "change-end")
        + change("out") + "stand."
    )
    + para("Joined" + change("two") + "here.")
    + para("Shown " + change("kept", "change-start") + "struck " + change("kept", "change-end")
           + "out.")
)  # fmt: skip


@pytest.mark.parametrize(
    ("tracked", "expected"),
    [
        ("accepted", ["The new words stand.", "Joinedhere.", "Shown out."]),
        (
            "original",
            ["The old words stand.", "Joined end one", "start two here.", "Shown struck out."],
        ),
        (
            "all",
            ["The new words old words stand.", "Joined end one", "start two here.",
             "Shown struck out."],
        ),
    ],
)  # fmt: skip
def test_each_view_of_tracked_changes(tracked: str, expected: list[str]) -> None:
    document = document_of(CHANGED, ReadOptions(tracked=tracked))
    assert words(document.blocks) == expected
    assert {"C230", "C231"} <= set(codes(document))
    assert "Ines Duarte on 2026-03-04" in document.notices[0].message


def test_a_paragraph_end_that_was_inserted_joins_in_the_original() -> None:
    body = (
        regions(region("a", "insertion"))
        + para("First" + change("a", "change-start") + " more")
        + para("new" + change("a", "change-end") + " half.")
    )
    assert words(document_of(body).blocks) == ["First more", "new half."]
    original = document_of(body, ReadOptions(tracked="original"))
    assert words(original.blocks) == ["First half."]
    assert "C233" in codes(original)


def test_a_deleted_table_is_listed_or_read() -> None:
    gone = region("t", "deletion", table(row("gone", "too"), row("a", "b")))
    body = regions(gone) + para("Before.") + para(change("t") + "After.")
    assert [one.kind for one in document_of(body).omissions] == ["tracked-change"]
    original = document_of(body, ReadOptions(tracked="original")).blocks
    assert any(isinstance(one, Table) for one in original)


# --- metadata, places, dialects -------------------------------------------------------------------

META = (
    "<dc:title>Harbour report</dc:title><meta:initial-creator>Ines Duarte</meta:initial-creator>"
    "<dc:creator>Ruth Okafor</dc:creator><meta:creation-date>2026-03-01T08:00:00"
    "</meta:creation-date><meta:keyword>tide</meta:keyword><meta:keyword>port, elm"
    "</meta:keyword><meta:user-defined meta:name='x'>y</meta:user-defined>"
)


def test_properties_are_metadata_with_their_origin() -> None:
    document = document_of(para("Text."), meta=META)
    assert document.meta("title") == "Harbour report"
    assert document.meta("author") == "Ines Duarte"
    assert document.meta("last_modified_by") == "Ruth Okafor"
    assert document.meta("keywords") == "tide, port, elm"
    assert {item.origin for item in document.metadata} == {"file"}


def test_every_word_leads_back_to_its_paragraph() -> None:
    document = document_of(para("One") + table(row("Two", "x")) + para("Three" + note(para("N"))))
    source = document.source
    for word, place in (
        ("One", "content.xml, paragraph 1"),
        ("Two", "content.xml, paragraph 2"),
        ("Three", "content.xml, paragraph 4"),
        ("N", "content.xml, note 1, paragraph 1"),
    ):
        assert source.locate(source.text.index(word)).name == place


def test_one_xml_file_reads_the_same() -> None:
    body = (
        CHANGED + heading("Tides") + items("a", "b", style="Numbers") + para("x" + note(para("n")))
    )
    flat = read(open_source(fodt(body, META, PAGES), name="letter.fodt"))
    assert_laws(flat)
    packed = document_of(body, meta=META, pages=PAGES)
    assert flat.blocks == packed.blocks
    assert flat.source.text == packed.source.text
    assert flat.metadata == packed.metadata


def test_pictures_in_one_xml_file_are_assets() -> None:
    document = read(open_source(fodt(para("x" + embedded_picture())), name="a.fodt"))
    assert document.assets[0].data == PNG


def test_as_google_exports_it() -> None:
    """Automatic styles everywhere, a list element for each item, no header rows."""
    automatic = (
        style("P1", parent="Title") + style("P2", parent="Heading_20_1", inner=BOLD)
        + style("P3", parent="Standard", inner='<style:paragraph-properties fo:margin-left="0in"/>')
        + '<text:list-style style:name="LS1"><text:list-level-style-number text:level="1"'
        ' style:num-format="1" style:num-suffix="."/></text:list-style>'
    )  # fmt: skip
    one = '<text:list text:style-name="LS1" xml:id="l{0}" {1}><text:list-item>{2}</text:list-item></text:list>'  # noqa: E501
    body = (
        "<text:sequence-decls/>" + para(span("Harbour", "T1"), "P1")
        + heading("<text:span>Tides</text:span>", 1, "P2")
        + one.format(1, "", para("first", "P3"))
        + one.format(2, 'text:continue-list="l1"', para("second", "P3"))
        + table(row("a", "b"), row("c", "d"))
    )  # fmt: skip
    title, sub, numbered, grid = blocks_of(body, automatic=automatic)
    assert levels((title, sub)) == [(1, "Harbour"), (2, "Tides")]
    assert isinstance(sub, Heading)
    assert not any(isinstance(node, Strong) for node in walk((sub,)))
    assert isinstance(numbered, OrderedList)
    assert len(numbered.items) == 2
    assert isinstance(grid, Table)
    assert grid.header == ()


def test_a_template_and_a_package_that_does_not_say_its_type_are_read() -> None:
    for data in (
        odt(para("Text."), mimetype="application/vnd.oasis.opendocument.text-template"),
        odt(para("Text."), mimetype="", parts={"META-INF/manifest.xml": b"<a/>"}),
    ):
        assert words(read(open_source(data, name="letter.odt")).blocks) == ["Text."]
