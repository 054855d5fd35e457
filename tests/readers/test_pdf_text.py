"""What stands on a page, in the order in which it is read, and nothing else."""

from __future__ import annotations

import pytest

from converter.model import LineBreak, Link, Paragraph, Strong, Superscript, text_of, walk
from pdf_files import codes, document_of, flat, line, one_page, paragraphs, printed, stream, written

WATER = (
    "The harbour board met on Tuesday in the long room above the chandlery, and nobody left early."
    " It had before it a plan for a second quay and a letter from the pilots."
)
GAUGE = (
    "Members heard that the tide gauge had stuck at four metres, which explains the flooding of the"
    " market. Nobody had looked at the gauge since the spring, when the keeper left the service."
)
BUOYS = (
    "The buoys are to be painted before the summer, said the master. The paint has been bought, and"
    " stands in a shed whose key was with the keeper. A locksmith has been sent for from the city."
)
COLUMNS = "body{columns:%d;column-gap:7mm;text-align:justify;font-size:9pt} h1{column-span:all}"


def test_lines_of_a_paragraph_are_one() -> None:
    assert paragraphs(document_of(printed(f"<p>{WATER}</p><p>{GAUGE}</p>"))) == [WATER, GAUGE]


@pytest.mark.parametrize("columns", [2, 3])
def test_columns_are_read_one_after_another(columns: int) -> None:
    texts = [WATER, GAUGE, BUOYS, WATER + " " + GAUGE, GAUGE + " " + BUOYS, BUOYS + " " + WATER]
    body = "<h1>Quay divides the harbour board of Port Sallow</h1>"
    body += "".join(f"<p>{text}</p>" for text in texts)
    document = document_of(printed(body, COLUMNS % columns))
    assert paragraphs(document) == texts


def test_paragraph_goes_on_over_the_page() -> None:
    css = "@page{size:A5;margin:2cm} p{text-align:justify} body{font-size:14pt}"
    long = f"{WATER} {GAUGE} {BUOYS} {WATER} {GAUGE} {BUOYS} {WATER} {GAUGE} {BUOYS}"
    document = document_of(printed(f"<p>{long}</p><p>{WATER}</p>", css))
    assert paragraphs(document) == [long, WATER]


def test_indent_begins_a_paragraph_where_no_space_does() -> None:
    css = "p{margin:0;text-indent:1.5em;text-align:justify}"
    texts = [WATER, GAUGE, BUOYS]
    body = "".join(f"<p>{text}</p>" for text in texts)
    assert paragraphs(document_of(printed(body, css))) == texts


def test_words_divided_at_line_ends_are_whole_and_the_hyphen_is_markup() -> None:
    text = f"{GAUGE} Representatives of municipalities nevertheless congratulated. " * 3
    css = "p{hyphens:auto;text-align:justify} @page{size:A6}"
    document = document_of(printed(f"<p>{text}</p>", css))
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert flat(block) == text.strip()
    assert block.markup
    assert {document.source.text[span.start : span.end] for span in block.markup} <= {"-", "‐"}


def test_hyphen_of_the_writer_stays() -> None:
    lines = [b"The sea is not at all well-", b"known here, and a well-known man", b"said so twice."]
    content = b"".join(line(words, y=700 - 14 * at) for at, words in enumerate(lines))
    (text,) = paragraphs(document_of(one_page(content)))
    assert text == "The sea is not at all well-known here, and a well-known man said so twice."


def test_letters_that_are_drawn_as_one_are_letters() -> None:
    css = "p{font-family:'DejaVu Sans'}"
    text = "The first officer of the fleet found a different office."
    assert paragraphs(document_of(printed(f"<p>{text}</p>", css))) == [text]


def test_space_between_words_is_seen_where_none_is_written() -> None:
    content = b"BT /F 12 Tf 72 700 Td [(High)-300(water)-300(is)-280(at)-20( noon)] TJ ET"
    assert paragraphs(document_of(one_page(content))) == ["High water is at noon"]


def test_kerning_is_no_space() -> None:
    content = b"BT /F 12 Tf 72 700 Td [(T)80(ide)-40(s and W)60(a)-30(ves)] TJ ET"
    assert paragraphs(document_of(one_page(content))) == ["Tides and Waves"]


def test_order_on_the_page_wins_over_the_order_in_the_file() -> None:
    content = line(b"Second, the pilots spoke.", y=650) + line(b"First, the master spoke.", y=700)
    assert paragraphs(document_of(one_page(content))) == [
        "First, the master spoke.",
        "Second, the pilots spoke.",
    ]


def test_capital_that_hangs_into_the_text_begins_its_word() -> None:
    content = line(b"T", size=40, y=672) + line(b"he harbour lay still, and nobody", x=100)
    content += line(b"spoke of the storm that was to", x=100, y=686)
    content += line(b"come over the bar at eight.", x=100, y=672)
    (text,) = paragraphs(document_of(one_page(content)))
    assert text == (
        "The harbour lay still, and nobody spoke of the storm that was to come over the bar at"
        " eight."
    )


def test_line_that_ends_early_on_purpose_breaks() -> None:
    body = f"<p>{WATER}<br>Port Sallow<br>{GAUGE}</p>"
    (block,) = document_of(printed(body, tagged=True)).blocks
    assert isinstance(block, Paragraph)
    assert sum(isinstance(node, LineBreak) for node in walk([block])) == 2


def test_look_of_words_is_kept() -> None:
    body = (
        f"<p>{WATER} <b>Nobody</b> spoke of H<sub>2</sub>O or <a href='https://a.example/'>it</a>"
    )
    (block,) = document_of(printed(f"{body}.</p>")).blocks
    nodes = [*walk([block])]
    assert [text_of(node) for node in nodes if isinstance(node, Strong)] == ["Nobody"]
    links = [node for node in nodes if isinstance(node, Link)]
    assert [(node.url, text_of(node)) for node in links] == [("https://a.example/", "it")]
    assert flat(block).endswith("H2O or it.")


def test_raised_letters_are_raised() -> None:
    body = f"<p>{WATER} An area of 40 m<sup>2</sup> is free.</p>"
    (block,) = document_of(printed(body)).blocks
    assert [text_of(node) for node in walk([block]) if isinstance(node, Superscript)] == ["2"]


def test_text_from_right_to_left_is_read_from_right_to_left() -> None:
    text = "اجتمع مجلس الميناء يوم الثلاثاء"
    css = "body{font-family:'DejaVu Sans'}"
    (found,) = paragraphs(document_of(printed(f"<p dir=rtl>{text}</p>", css)))
    assert found.split() == text.split()


def test_chinese_lines_join_without_a_space() -> None:
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/UniGB-UCS2-H/DescendantFonts[7 0 R]>>"
    below = (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering"
        b"(GB1)/Supplement 2>>/DW 1000>>"
    )
    first = "潮水在中午".encode("utf-16-be").hex().encode()
    second = "到达港口。".encode("utf-16-be").hex().encode()
    content = b"BT /F 12 Tf 72 700 Td <%s> Tj 0 -16 Td <%s> Tj ET" % (first, second)
    (text,) = paragraphs(document_of(one_page(content, below, font=font)))
    assert text == "潮水在中午到达港口。"


def test_page_that_lies_on_its_side_is_turned() -> None:
    content = b"BT /F 12 Tf 0 1 -1 0 100 100 Tm (High water is at noon) Tj ET"
    assert paragraphs(document_of(one_page(content))) == ["High water is at noon"]
    turned = one_page(content, entries=b"/Rotate 90")
    assert paragraphs(document_of(turned)) == ["High water is at noon"]


def test_words_across_the_page_are_listed_as_left_out() -> None:
    content = line(b"High water is at noon") + b"BT /F 60 Tf .7 .7 -.7 .7 90 90 Tm (DRAFT) Tj ET"
    document = document_of(one_page(content))
    assert paragraphs(document) == ["High water is at noon"]
    assert [(one.kind, one.text) for one in document.omissions] == [("turned", "DRAFT")]
    assert codes(document) == ["C282"]


HIDDEN = {
    "drawn in the invisible mode": b"BT 3 Tr /F 12 Tf 72 650 Td (secret) Tj ET",
    "white on white": b"1 1 1 rg BT /F 12 Tf 72 650 Td (secret) Tj ET",
    "too small to be seen": b"BT /F .3 Tf 72 650 Td (secret) Tj ET",
    "outside the page": b"BT /F 12 Tf 3000 650 Td (secret) Tj ET",
}


@pytest.mark.parametrize("how", HIDDEN)
def test_what_nobody_sees_is_no_content(how: str) -> None:
    document = document_of(one_page(line(b"High water is at noon") + HIDDEN[how]))
    assert paragraphs(document) == ["High water is at noon"]
    assert [(one.kind, one.reason, one.text) for one in document.omissions] == [
        ("hidden", f"text {how}", "secret")
    ]
    assert codes(document) == ["C281"]
    assert "page 1" in document.notices[0].message


def test_white_words_on_a_dark_ground_are_seen() -> None:
    content = b"0 0 .5 rg 60 640 300 40 re f 1 1 1 rg " + line(b"High water is at noon", y=650)
    assert paragraphs(document_of(one_page(content))) == ["High water is at noon"]


def test_characters_without_a_meaning_are_told_with_their_page() -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    cmap = (
        b"/CIDInit /ProcSet findresource begin 1 begincmap 1 begincodespacerange <00> <ff>"
        b" endcodespacerange 1 beginbfchar <41> <E001> endbfchar endcmap end"
    )
    document = document_of(one_page(line(b"High water A noon"), stream(cmap), font=font))
    assert "C283" in codes(document)
    assert "page 1" in document.notices[0].message
    assert "\ue001" in document.source.text


def test_places_name_the_page_and_the_line() -> None:
    document = document_of(printed(f"<p>{WATER}</p><p style='break-before:page'>{GAUGE}</p>"))
    text = document.source.text
    assert str(document.source.locate(text.index("The harbour"))) == "page 1, line 1"
    assert str(document.source.locate(text.index("plan for"))) == "page 1, line 2"
    assert str(document.source.locate(text.index("Members"))) == "page 2, line 1"


def test_same_bytes_give_the_same_document() -> None:
    data = printed(f"<h1>Tides</h1><p>{WATER}</p>")
    assert document_of(data) == document_of(data)
    assert document_of(data).source.text == document_of(data).source.text


def test_file_may_begin_with_other_bytes() -> None:
    assert paragraphs(document_of(b"\r\n\r\n" + one_page(line(b"At noon")))) == ["At noon"]
    assert written()  # a file without objects is one that can be written
