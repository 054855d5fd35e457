"""Captions, drawings, and what stands beside the body of Word files."""

from __future__ import annotations

from typing import Any

from converter.model import (
    Figure,
    Paragraph,
    Superscript,
    Table,
    ThematicBreak,
    text_of,
)
from converter.pipeline import open_source
from converter.readers import ReadOptions, read
from docx_reading import blocks_of, document_of
from word_packages import (
    PNG,
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

WITH_IMAGE: dict[str, Any] = {
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
    more: dict[str, Any] = {"relationships": {"far": ("image", "https://example.org/q.png")}}
    document = document_of(para(picture("far", "The quay", kind="link")), **more)
    (figure,) = document.blocks
    assert isinstance(figure, Figure)
    assert (figure.url, figure.asset) == ("https://example.org/q.png", "")
    assert document.assets == ()


def test_a_picture_over_the_limit_or_missing_is_noted() -> None:
    options = ReadOptions(max_asset=10)
    nothing: dict[str, Any] = {}
    for more in (WITH_IMAGE, nothing):
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
WITH_HEADS: dict[str, Any] = {
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
    more: dict[str, Any] = {
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
