"""Headings, lists, tables, notes, captions, running heads: by the tags or the look of a file."""

from __future__ import annotations

import zlib
from itertools import pairwise

import pytest

from converter.model import BulletList, Figure, Heading, OrderedList, Table, Turn, text_of
from converter.pipeline import convert
from pdf_files import (
    codes,
    document_of,
    flat,
    headings,
    line,
    one_page,
    paragraphs,
    printed,
    stream,
)
from readers.test_pdf_text import BUOYS, GAUGE, WATER

STORY = f"""<h1>Second quay divides the board</h1><p>{WATER}</p><h2>The money</h2><p>{GAUGE}</p>
<h3>The paint</h3><p>{BUOYS}</p><h2>What follows</h2><p>{WATER}</p>"""
HEADINGS = [
    (1, "Second quay divides the board"),
    (2, "The money"),
    (3, "The paint"),
    (2, "What follows"),
]
TABLE = """<table><thead><tr><th>Item<th>Cost<th>Year</thead><tr><td>Quay<td>9<td>2026
<tr><td colspan=2>Dredging in two parts<td>2027</table>"""
RULED = "table{border-collapse:collapse} td,th{border:1px solid black;padding:4px}"
LEVEL = "table{border-collapse:collapse;width:80%} td,th{border-bottom:1px solid black;padding:4px;"
LEVEL += "text-align:left} thead{border-top:1px solid black}"


@pytest.mark.parametrize("tagged", [True, False])
def test_headings_and_their_levels(tagged: bool) -> None:
    document = document_of(printed(STORY, tagged=tagged))
    assert headings(document) == HEADINGS
    assert paragraphs(document) == [WATER, GAUGE, BUOYS, WATER]


def test_heading_by_its_look_says_why_and_how_sure() -> None:
    document = document_of(printed(STORY))
    for node in document.blocks:
        if isinstance(node, Heading):
            assert node.provenance is not None
            assert node.provenance.rule == "read-type-size"
            assert 0.5 < node.provenance.confidence < 1
            assert "points against 11" in node.provenance.evidence[0].detail


def test_heading_by_its_tag_is_stated() -> None:
    document = document_of(printed(STORY, tagged=True))
    assert all(node.provenance is None for node in document.blocks if isinstance(node, Heading))


def test_recovery_goes_on_from_headings_by_their_look() -> None:
    recovered = convert(printed(STORY), to=(), name="story.pdf").document
    assert [text for _, text in headings(recovered)] == [text for _, text in HEADINGS]
    assert recovered.blocks != document_of(printed(STORY)).blocks


def test_larger_type_that_is_running_text_is_no_heading() -> None:
    body = f"<h1>Quay divides the board</h1><p style='font-size:14pt'>{GAUGE}</p><p>{WATER * 3}</p>"
    assert headings(document_of(printed(body))) == [(1, "Quay divides the board")]


def test_line_that_is_only_bold_is_left_to_recovery() -> None:
    body = f"<p>{WATER}</p><p><b>The money</b></p><p>{GAUGE}</p>"
    document = document_of(printed(body))
    assert headings(document) == []
    assert paragraphs(document) == [WATER, "The money", GAUGE]


@pytest.mark.parametrize("tagged", [True, False])
def test_lists(tagged: bool) -> None:
    body = f"<p>{WATER}</p><ul><li>Dredging<li>{GAUGE}</ul><ol><li>Pilots<li>Masters</ol>"
    recovered = convert(printed(body, tagged=tagged), to=(), name="story.pdf").document
    bullets = next(node for node in recovered.blocks if isinstance(node, BulletList))
    numbers = next(node for node in recovered.blocks if isinstance(node, OrderedList))
    assert [flat(item) for item in bullets.items] == ["Dredging", GAUGE]
    assert [flat(item) for item in numbers.items] == ["Pilots", "Masters"]


def test_list_in_a_list_by_its_tags() -> None:
    body = "<ul><li>Quay<ul><li>Stone<li>Timber</ul><li>Mole</ul>"
    (outer,) = document_of(printed(body, tagged=True)).blocks
    assert isinstance(outer, BulletList)
    assert [type(block) for block in outer.items[0].blocks][-1] is BulletList
    assert flat(outer.items[1]) == "Mole"


def test_words_before_a_list_in_their_item_stay_before_it() -> None:
    content = (
        b"/Span <</MCID 0>> BDC " + line(b"South ferry", y=700) + b" EMC "
        b"/Span <</MCID 1>> BDC " + line(b"Night boat", x=90, y=680) + b" EMC"
    )
    element = b"<</Type/StructElem/S/%s/P %d 0 R/Pg 3 0 R/K[%s]>>"
    data = one_page(
        content,
        b"<</Type/StructTreeRoot/K[8 0 R]/ParentTree<</Nums[0 [10 0 R 12 0 R]]>>>>",
        element % (b"L", 7, b"9 0 R"),
        element % (b"LI", 8, b"10 0 R 11 0 R"),
        element % (b"NonStruct", 9, b"0"),
        element % (b"L", 9, b"12 0 R"),
        element % (b"LI", 11, b"1"),
        entries=b"/StructParents 0",
    ).replace(b"<</Type/Catalog", b"<</Type/Catalog/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R")
    (block,) = document_of(data).blocks
    assert flat(block) == "South ferryNight boat"


def test_caption_of_a_table_without_rows_is_a_paragraph() -> None:
    content = b"/Span <</MCID 0>> BDC " + line(b"Fees of the port") + b" EMC"
    element = b"<</Type/StructElem/S/%s/P %d 0 R/Pg 3 0 R/K[%s]>>"
    data = one_page(
        content,
        b"<</Type/StructTreeRoot/K[8 0 R]/ParentTree<</Nums[0 [9 0 R]]>>>>",
        element % (b"Table", 7, b"9 0 R"),
        element % (b"Caption", 8, b"0"),
        entries=b"/StructParents 0",
    ).replace(b"<</Type/Catalog", b"<</Type/Catalog/MarkInfo<</Marked true>>/StructTreeRoot 7 0 R")
    assert paragraphs(document_of(data)) == ["Fees of the port"]


def test_short_line_is_no_paragraph_with_the_one_far_below_it() -> None:
    words = ["By Ines Vale", "The harbour opened at six, said the mayor."]
    body = f"<h1>Harbour opens again</h1><p>{words[0]}<p>{words[1]}<h2>Ferries</h2>"
    body += "<ul><li>North ferry<li>South ferry<ul><li>Night boat</ul></ul><h2>Fees</h2>"
    body += "<table><caption>Fees of the port</caption><tr><th>Boat<th>Fee<tr><td>Tug<td>12</table>"
    body += "<blockquote>We waited long.</blockquote><p>Why now?<p>Because of the tide."
    assert paragraphs(document_of(printed(body, "body{font:12pt serif}")))[:2] == words


def table_of(css: str, *, tagged: bool) -> Table:
    document = document_of(printed(f"<p>{WATER}</p>{TABLE}<p>{GAUGE}</p>", css, tagged=tagged))
    (table,) = (node for node in document.blocks if isinstance(node, Table))
    return table


@pytest.mark.parametrize(("css", "tagged"), [(RULED, False), (RULED, True), ("", True)])
def test_table_with_joined_cells(css: str, tagged: bool) -> None:
    table = table_of(css, tagged=tagged)
    assert [[flat(cell) for cell in row.cells] for row in table.header] == [
        ["Item", "Cost", "Year"]
    ]
    rows = [[(flat(cell), cell.colspan) for cell in row.cells] for row in table.rows]
    assert rows == [
        [("Quay", 1), ("9", 1), ("2026", 1)],
        [("Dredging in two parts", 2), ("2027", 1)],
    ]


def test_table_with_level_rules_only() -> None:
    body = TABLE.replace("<td colspan=2>Dredging in two parts", "<td>Dredging<td>4")
    (table,) = document_of(printed(body, LEVEL)).blocks
    assert isinstance(table, Table)
    assert [[flat(cell) for cell in row.cells] for row in (*table.header, *table.rows)] == [
        ["Item", "Cost", "Year"],
        ["Quay", "9", "2026"],
        ["Dredging", "4", "2027"],
    ]


def test_no_table_without_rules() -> None:
    document = document_of(printed(f"<p>{WATER}</p>{TABLE}"))
    assert not any(isinstance(node, Table) for node in document.blocks)


def test_box_round_a_text_is_no_table() -> None:
    css = "div{border:1px solid black;padding:6pt}"
    document = document_of(printed(f"<div><p>{WATER}</p><p>{GAUGE}</p></div>", css))
    assert paragraphs(document) == [WATER, GAUGE]
    assert not any(isinstance(node, Table) for node in document.blocks)


RUNNING = (
    "@page{size:A5;@top-left{content:'Harbour News'}@bottom-center{content:'Page ' counter(page)}}"
)


@pytest.mark.parametrize("tagged", [True, False])
def test_running_heads_and_page_numbers_are_omissions(tagged: bool) -> None:
    texts = [WATER, GAUGE, BUOYS, f"{GAUGE} {WATER}", f"{BUOYS} {GAUGE}", f"{WATER} {BUOYS}"] * 2
    data = printed("".join(f"<p>{text}</p>" for text in texts), RUNNING, tagged=tagged)
    document = document_of(data)
    assert paragraphs(document) == texts
    found = {(one.kind, one.reason, one.text) for one in document.omissions}
    assert ("furniture", "page header", "Harbour News") in found
    assert ("furniture", "page footer", "Page 2") in found


def test_running_heads_are_kept_on_demand() -> None:
    data = printed(f"<p>{WATER}</p>" * 14, RUNNING)
    document = document_of(data, keep_furniture=True)
    assert document.omissions == ()
    assert "Harbour News" in document.source.text


def test_line_that_comes_again_in_the_middle_is_content() -> None:
    page = "<p style='break-after:page;padding-top:8cm'>High water is at noon.</p>"
    document = document_of(printed(page * 3))
    assert paragraphs(document) == ["High water is at noon."] * 3


def test_footnote_is_a_note_with_its_reference() -> None:
    content = line(b"The quay was laid in 1868, as the town book says, with stone from the ships")
    content = content.replace(b" Tj ET", b" Tj /F 7 Tf 5 Ts (1) Tj 0 Ts ET") + line(
        b"that came for tin.", y=686
    )
    content += line(b"1", y=63, size=6) + line(b"Town book, page 12, in the museum.", 77, 60, 9)
    document = document_of(one_page(content))
    (note,) = document.notes
    assert [flat(block) for block in note.blocks] == ["Town book, page 12, in the museum."]
    (text,) = (text for text in paragraphs(document) if "quay" in text)
    assert text.endswith("with stone from the ships1 that came for tin.")


JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "01" * 64 + "ffc0000b080001000101011100"
    "ffc40014000100000000000000000000000000000009ffc40014100100000000000000000000000000000000ffda"
    "0008010100003f0054dfffd9"
)


def pictured(below: bytes) -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
    picture = stream(JPEG, entries + b"/BitsPerComponent 8/Filter/DCTDecode")
    lines = [b"The harbour board met on Tuesday in the long room", b"above the chandlery at noon."]
    content = b"".join(line(words, y=700 - 15 * at) for at, words in enumerate(lines))
    content += b"q 200 0 0 100 72 540 cm /P Do Q " + below
    return one_page(content, picture, xobjects=b"/P 7 0 R")


def test_picture_is_a_figure_with_its_bytes_and_its_caption() -> None:
    document = document_of(pictured(line(b"The new quay. Photo: Noor Hadley", y=528, size=9)))
    (figure,) = (node for node in document.blocks if isinstance(node, Figure))
    assert text_of(*figure.caption) == "The new quay. Photo: Noor Hadley"
    (asset,) = document.assets
    assert (asset.id, asset.media_type, asset.data) == (figure.asset, "image/jpeg", JPEG)


def test_large_picture_is_left_out() -> None:
    document = document_of(pictured(b""), max_asset=10)
    assert document.assets == ()
    assert any(isinstance(node, Figure) for node in document.blocks)


def test_names_over_what_they_say_are_turns() -> None:
    said = [("Ines Vale", "Why is the quay closed?"), ("Oda Marsh", BUOYS)] * 3
    body = "".join(f"<p class=who>{who}</p><p class=said>{words}</p>" for who, words in said)
    css = ".who{font-size:8.5pt;font-weight:bold;margin:1em 0 0} .said{margin:0}"
    document = document_of(printed(body, css))
    turns = [node for node in document.blocks if isinstance(node, Turn)]
    assert [(text_of(*turn.label), flat(turn.blocks[0])) for turn in turns] == said
    assert all(turn.provenance is not None for turn in turns)


def test_entries_of_a_contents_list_lose_their_dots_to_markup() -> None:
    content = line(b"The money . . . . . . . . . . . . . 4") + line(b"Noon . . . . 12", y=680)
    assert paragraphs(document_of(one_page(content))) == ["The money", "Noon"]


def test_what_the_file_says_about_itself_has_its_origin() -> None:
    head = "<title>Tides</title><meta name=author content='Ana Lind'>"
    head += "<meta name=dcterms.created content=2026-02-14T09:30:00+01:00>"
    document = document_of(printed("<p>At noon.</p>", head=head))
    found = {item.name: (item.value, item.origin) for item in document.metadata}
    assert found["title"] == ("Tides", "file")
    assert found["author"] == ("Ana Lind", "file")
    assert found["created"][0].startswith("2026-02-14T09:30:00")  # type: ignore[union-attr]
    assert found["stated_language"] == ("en", "file")


XMP = b"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights><rdf:Alt><rdf:li>Harbour News</rdf:li>
</rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def test_packet_of_xmp_is_read_and_a_hostile_one_is_not() -> None:
    packet = stream(XMP, b"/Type/Metadata/Subtype/XML")
    document = document_of(one_page(line(b"At noon."), packet))
    assert [(item.name, item.value, item.origin) for item in document.metadata] == [
        ("rights", "Harbour News", "xmp")
    ]
    hostile = XMP.replace(b"<rdf:RDF", b"<!DOCTYPE x [<!ENTITY a 'b'>]><rdf:RDF", 1)
    packet = stream(hostile, b"/Type/Metadata/Subtype/XML")
    assert document_of(one_page(line(b"At noon."), packet)).metadata == ()


def test_many_pages_take_their_share_each() -> None:
    data = printed(f"<h2>Noon</h2><p>{WATER * 20}</p>" * 20, tagged=True)
    document = document_of(data)
    assert len(headings(document)) == 20
    starts = [place.start for place in document.source.places]
    assert all(first <= second for first, second in pairwise(starts))


def test_packed_text_is_read() -> None:
    content = zlib.compress(line(b"At noon."))
    data = one_page(b"", stream(content, b"/Filter/FlateDecode")).replace(
        b"/Contents 4 0 R", b"/Contents 7 0 R"
    )
    assert paragraphs(document_of(data)) == ["At noon."]
    assert codes(document_of(data)) == []
