"""Paragraphs and runs of Word files: what a style says, and what is text."""

from __future__ import annotations

import pytest

from converter.model import (
    Block,
    Code,
    CodeBlock,
    Contents,
    Document,
    Emphasis,
    Heading,
    LineBreak,
    Link,
    Paragraph,
    Quote,
    Strong,
    Subscript,
    Superscript,
    Text,
    ThematicBreak,
    text_of,
)
from converter.pipeline import open_source
from converter.readers import ReadOptions, read
from laws import assert_laws
from word_packages import STYLES, alternative, control, docx, field, mark, para, run


def document_of(body: str, tracked: str = "accepted", **more: object) -> Document:
    data = docx(body, **more)  # type: ignore[arg-type]
    document = read(open_source(data, name="letter.docx"), ReadOptions(tracked=tracked))
    assert_laws(document)
    return document


def blocks_of(body: str, **more: object) -> tuple[Block, ...]:
    return document_of(body, **more).blocks  # type: ignore[arg-type]


def only(body: str, **more: object) -> Block:
    (block,) = blocks_of(body, **more)
    return block


def kinds(body: str, **more: object) -> list[str]:
    return [type(block).__name__ for block in blocks_of(body, **more)]


def style(name: str, *, based: str = "", more: str = "", known: str = "X") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    opening = f'<w:style w:type="paragraph" w:styleId="{known}">'
    return f'{opening}<w:name w:val="{name}"/>{on}{more}</w:style>'


# --- headings ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("styles", "level"),
    [
        (style("heading 3"), 3),
        (style("Heading 3"), 3),
        (style("House Head", based="H2"), 2),
        (style("House Head", more='<w:pPr><w:outlineLvl w:val="3"/></w:pPr>'), 4),
        (style("Überschrift 2"), 2),
        (style("見出し 1"), 1),
        (style("Heading"), 1),  # Pages
        (
            style("Mein Kopf", more='<w:link w:val="L"/>')
            + '<w:style w:type="character" w:styleId="L"><w:name w:val="Heading 2 Char"/>'
            "</w:style>",
            2,
        ),
    ],
)
def test_a_heading_is_known_by_name_and_outline_level(styles: str, level: int) -> None:
    block = only(para("Tides", style="X"), styles=STYLES + styles)
    assert block == Heading(level, (Text("Tides", block.inlines[0].span),))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "styles",
    [
        style("Heading 1 text of the house"),
        style("Heading", known="Y") + style("Author", based="Title"),
        style("Body of H1", based="H1", more='<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
        style("Circle", based="X"),
    ],
)
def test_what_only_looks_like_a_heading_style_is_none(styles: str) -> None:
    assert isinstance(only(para("Tides", style="X"), styles=STYLES + styles), Paragraph)


def test_the_id_of_a_style_says_nothing() -> None:
    styles = STYLES + style("Running Text", known="Heading1")
    assert isinstance(only(para("Tides", style="Heading1"), styles=styles), Paragraph)


def test_the_outline_level_of_a_paragraph_goes_before_its_style() -> None:
    assert only(para("Tides", properties='<w:outlineLvl w:val="1"/>')) == Heading(
        2,
        (Text("Tides", only(para("Tides")).inlines[0].span),),  # type: ignore[union-attr]
    )
    body = para("Tides", style="H1", properties='<w:outlineLvl w:val="9"/>')
    assert isinstance(only(body), Paragraph)


def test_headings_stand_below_the_title() -> None:
    body = para("The Quay", style="Title") + para("Tides", style="H1") + para("Ebb", style="H2")
    assert [block.level for block in blocks_of(body) if isinstance(block, Heading)] == [1, 2, 3]


def test_a_title_in_two_paragraphs_is_one_and_stated_in_the_metadata() -> None:
    document = document_of(para("The Quay", style="Title") + para("Opens.", style="Subtitle"))
    assert (document.meta("headline"), document.meta("standfirst")) == ("The Quay", "Opens.")
    assert {item.origin for item in document.metadata} == {"file"}
    two = only(para("The Quay", style="Title") + para("Opens", style="Title"))
    assert isinstance(two, Heading)
    assert text_of(two) == "The QuayOpens"
    assert any(isinstance(inline, LineBreak) for inline in two.inlines)


# --- other styles ------------------------------------------------------------------------------


def test_quotes_code_and_rules() -> None:
    body = (
        para("One.", style="Quote")
        + para("Two.", style="Quote")
        + para("a = 1", "<w:r><w:br/></w:r>", "b = 2", style="Code")
        + para("c = 3", style="Code")
        + para(properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>')
    )
    quote, code, rule = blocks_of(body)
    assert isinstance(quote, Quote)
    assert len(quote.blocks) == 2
    assert isinstance(code, CodeBlock)
    assert [line.text for line in code.lines] == ["a = 1\n", "b = 2\n", "c = 3\n"]
    assert isinstance(rule, ThematicBreak)


def test_a_paragraph_set_in_among_others_is_a_quote() -> None:
    inset = para("Set in.", properties='<w:ind w:left="720"/>')
    assert kinds(para("One.") + para("Two.") + inset + para("Three.")) == [
        "Paragraph", "Paragraph", "Quote", "Paragraph"
    ]  # fmt: skip


def test_where_every_other_paragraph_is_set_in_none_is_a_quote() -> None:
    inset = para("Set in.", properties='<w:ind w:left="720"/>')
    assert "Quote" not in kinds((para("One.") + inset) * 3)


def test_a_signature_far_to_the_right_is_no_quote() -> None:
    far = para("The harbour master", properties='<w:ind w:left="5040"/>')
    assert "Quote" not in kinds(para("One.") + para("Two.") + para("Three.") + far)


def test_the_contents_list_keeps_titles_and_not_pages() -> None:
    entry = ("<w:r><w:tab/></w:r>", run("12"))
    body = (
        para("Contents", style="TOCHeading")
        + para(
            mark("begin"),
            "<w:r><w:instrText> TOC </w:instrText></w:r>",
            mark("separate"),
            run("1."),
            "<w:r><w:tab/></w:r>",
            run("Tides of March"),
            *entry,
            style="TOC1",
        )
        + para(
            '<w:hyperlink w:anchor="_Toc1">' + run("Ebb") + "</w:hyperlink>", *entry, style="TOC1"
        )
        + para(mark("end"), run("Running text after it."))
    )
    contents, text = blocks_of(body)
    assert isinstance(contents, Contents)
    assert text_of(*contents.title) == "Contents"
    assert [text_of(*item.inlines) for item in contents.entries] == ["Tides of March", "Ebb"]
    assert isinstance(text, Paragraph)


# --- runs --------------------------------------------------------------------------------------


def inlines(*content: str, **more: object) -> tuple[object, ...]:
    block = only(para(*content), **more)
    assert isinstance(block, Paragraph)
    return block.inlines


def test_words_split_over_runs_are_one_text() -> None:
    assert [type(inline) for inline in inlines("Qu", '<w:proofErr w:type="x"/>', "a", "y")] == [
        Text
    ]


def test_stress_raised_and_typed_characters() -> None:
    found = inlines(
        run("a", "<w:b/>"),
        run("b", "<w:i/>"),
        run("c", '<w:vertAlign w:val="superscript"/>'),
        run("d", '<w:vertAlign w:val="subscript"/>'),
        run("e", '<w:rStyle w:val="V"/>'),
        run("f", '<w:b w:val="0"/>'),
        styles=STYLES
        + '<w:style w:type="character" w:styleId="V"><w:name w:val="HTML Code"/></w:style>',
    )
    assert [type(inline) for inline in found] == [
        Strong, Emphasis, Superscript, Subscript, Code, Text
    ]  # fmt: skip


def test_white_space_between_bold_runs_does_not_part_them() -> None:
    (strong,) = inlines(run("All", "<w:b/>"), run(" "), run("bold", "<w:b/>"))
    assert isinstance(strong, Strong)


def test_bold_by_the_style_of_the_paragraph_is_bold() -> None:
    styles = STYLES + style("Subhead of the house", more="<w:rPr><w:b/></w:rPr>")
    block = only(para("Tides", style="X"), styles=styles)
    assert isinstance(block, Paragraph)
    assert isinstance(block.inlines[0], Strong)


def test_the_look_of_a_heading_style_is_no_stress() -> None:
    styles = STYLES + style("heading 4", more="<w:rPr><w:b/></w:rPr>")
    block = only(para("Tides", style="X"), styles=styles)
    assert isinstance(block, Heading)
    assert isinstance(block.inlines[0], Text)


def test_links_of_both_kinds() -> None:
    more = {"relationships": {"a": ("hyperlink", "https://example.org/a")}}
    (one,) = inlines('<w:hyperlink r:id="a">' + run("there") + "</w:hyperlink>", **more)
    assert isinstance(one, Link)
    assert one.url == "https://example.org/a"
    (two,) = inlines(field('HYPERLINK "https://example.org/b" \\l "part" \\o "tip"', "there"))
    assert isinstance(two, Link)
    assert two.url == "https://example.org/b#part"


def test_breaks_tabs_and_hyphens() -> None:
    found = inlines("a", "<w:r><w:br/></w:r>", "b", "<w:r><w:tab/></w:r>", "c")
    assert [type(inline) for inline in found] == [Text, LineBreak, Text]
    assert text_of(only(para("x", "<w:r><w:noBreakHyphen/></w:r>", "y"))) == "x\u2011y"


def test_two_breaks_make_two_paragraphs() -> None:
    two = "<w:r><w:br/><w:br/></w:r>"
    assert [text_of(block) for block in blocks_of(para("One.", two, "Two."))] == ["One.", "Two."]


def test_symbols_of_known_fonts_are_characters_and_others_noted() -> None:
    known = para("x ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')
    assert text_of(only(known)) == "x ✓"
    typed = para(run("\uf0b7 x", '<w:rFonts w:ascii="Symbol"/>'))
    assert text_of(only(typed)) == "• x"
    document = document_of(para("x ", '<w:r><w:sym w:font="House" w:char="F0FC"/></w:r>'))
    assert text_of(*document.blocks) == "x \ufffd"
    assert [notice.code for notice in document.notices] == ["C236"]


def test_private_characters_are_kept_and_noted() -> None:
    document = document_of(para("x \ue123"))
    assert text_of(*document.blocks) == "x \ue123"
    assert [notice.code for notice in document.notices] == ["C236"]


def test_fields_that_have_no_result_show_what_word_draws() -> None:
    box = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r>"
    )
    assert text_of(only(para(box, mark("end"), " open"))) == "☒ open"
    button = f"{mark('begin')}<w:r><w:instrText> MACROBUTTON Go Click here </w:instrText></w:r>"
    assert text_of(only(para(button, mark("end")))) == "Click here"


def test_a_field_that_never_ends_swallows_nothing() -> None:
    body = para(mark("begin"), "<w:r><w:instrText> DATE </w:instrText></w:r>", "kept") + para("too")
    assert [text_of(block) for block in blocks_of(body)] == ["kept", "too"]


def test_the_instruction_of_a_field_is_no_text() -> None:
    nested = f"{mark('begin')}<w:r><w:instrText> IF </w:instrText></w:r>{field('PAGE', '3')}"
    document = document_of(para(nested, mark("separate"), run("yes"), mark("end")))
    assert text_of(*document.blocks) == "yes"
    assert [(item.kind, item.text) for item in document.omissions] == [("field-code", "3")]


def test_an_alternative_is_read_once() -> None:
    assert text_of(only(para(alternative("<w:t>new</w:t>", "<w:t>old</w:t>")))) == "new"
    assert text_of(only(para(alternative("<w:sketch/>", "<w:t>old</w:t>")))) == "old"


def test_the_prompt_of_a_form_is_left_out() -> None:
    prompt = control(run("Click"), properties="<w:showingPlcHdr/>")
    document = document_of(para("Name: ", prompt))
    assert text_of(*document.blocks) == "Name:"
    assert [item.kind for item in document.omissions] == ["placeholder"]


def test_a_language_that_most_words_state_is_the_document_s() -> None:
    german = para(run("Die Flut kommt am Abend.", '<w:lang w:val="de-DE"/>'))
    assert document_of(german).language == "de-DE"
    look = '<w:rPr><w:lang w:val="en-US"/></w:rPr>'
    defaults = f"<w:docDefaults><w:rPrDefault>{look}</w:rPrDefault></w:docDefaults>"
    document = document_of(para("Die Flut."), styles=defaults + STYLES)
    assert document.language == ""
    assert document.meta("stated_language") == "en-US"
