"""RTF: what the file states comes out as it states it."""

from __future__ import annotations

import pytest

from answers import levels, words
from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Contents,
    Emphasis,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Subscript,
    Superscript,
    Table,
    text_of,
    walk,
)
from rtf_files import blocks_of, cells, document_of, item, para

# --- styles ---------------------------------------------------------------------------------------


def test_headings_are_known_by_style_through_parents_and_by_outline_level() -> None:
    body = (
        para("One", r"\s1\b") + para("Two", r"\s3\b") + para("Three", r"\outlinelevel2\b")
        + para("Vier", r"\s10") + para("Body", r"\s0\outlinelevel9")
    )  # fmt: skip
    assert levels(blocks_of(body)) == [(1, "One"), (2, "Two"), (3, "Three"), (2, "Vier")]


def test_bold_that_the_style_of_a_heading_says_is_no_stress() -> None:
    (block, line) = blocks_of(para(r"{\b Tides}", r"\s1") + para(r"{\b A bold line}"))
    assert not any(isinstance(node, Strong) for node in walk((block,)))
    assert isinstance(line, Paragraph)
    assert isinstance(line.inlines[0], Strong)


def test_title_and_subtitle_are_headline_and_standfirst() -> None:
    document = document_of(para("The harbour", r"\s4") + para("Silts up", r"\s5") + para("x"))
    assert (document.meta("headline"), document.meta("standfirst")) == ("The harbour", "Silts up")


def test_quotes_code_and_contents_are_what_their_styles_say() -> None:
    body = para("Said.", r"\s6\i") + para("x = 1", r"\s7") + para(r"Tides\tab 3", r"\s9")
    assert [type(one) for one in blocks_of(body)] == [Quote, CodeBlock, Contents]


def test_a_paragraph_takes_its_settings_back_with_pard() -> None:
    body = r"\pard\s1 One\par Still one\par\pard Text\par"
    assert levels(blocks_of(body)) == [(1, "One"), (1, "Still one")]


# --- characters -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"caf\'e9", "café"),
        (r"\f2 \'c4\'e0", "Да"),
        (r"\f5 \'b3\'f3d\'9f", "łódź"),
        (r"\f1 a\'b7", "α•"),
        (r"\f4\'fc", "✓"),
        (r"\u8364?5", "€5"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\uc2\u8364\'80\'80x", "€x"),
        (r"{\uc0\u8217}s", "’s"),
        (r"\u8217\'92s", "’s"),
        (r"\u8217\rquote s", "’s"),
        (r"a\~b\_c\-d", "a\u00a0b\u2011c\u00add"),
        (r"\ldblquote x\rdblquote\emdash\endash\bullet", "“x”—–•"),
        (r"a\\b\{c\}", "a\\b{c}"),
        (r"a\tab b", "a\tb"),
        ("split\r\n word", "split word"),
        (r"{\upr{fallback}{\*\ud{\u345?}}}", "ř"),
        (r"{\*\unknown gone}kept{\unknownword too}", "kepttoo"),
    ],
)
def test_characters_are_what_the_file_means(written: str, read: str) -> None:
    assert words(blocks_of(para(written))) == [read]


def test_two_bytes_of_one_character_may_be_an_escape_and_a_letter() -> None:
    assert words(blocks_of(para(r"\f3 \'93\'fa\'96\'7b"))) == ["日本"]
    assert words(blocks_of(para(r"\f3 \'83A"))) == ["ア"]


def test_the_code_page_of_the_file_holds_where_a_font_says_none() -> None:
    head = r"\ansi\ansicpg1251"
    assert words(document_of(para(r"\f9 \'c4\'e0"), head=head).blocks) == ["Да"]
    assert words(document_of(para(r"\f9 \'8e"), head=r"\mac").blocks) == ["é"]


def test_bytes_that_are_no_characters_are_marked_and_told() -> None:
    document = document_of(para(r"a\'81b"))
    assert words(document.blocks) == ["a\ufffdb"]
    assert "C271" in {notice.code for notice in document.notices}


def test_looks_and_links_are_kept() -> None:
    body = para(
        r"{\b b}{\i i}H{\sub 2}O m{\super 2} plain{\b on\b0 off} "
        r'{\field{\*\fldinst{ HYPERLINK "https://example.org/a?b=1" }}{\fldrslt{\ul there}}}'
    )
    found = blocks_of(body)
    kinds = {type(node) for node in walk(found)}
    assert {Strong, Emphasis, Subscript, Superscript, Link} <= kinds
    assert text_of(*found) == "biH2O m2 plainonoff there"
    (link,) = (node for node in walk(found) if isinstance(node, Link))
    assert link.url == "https://example.org/a?b=1"


def test_breaks_are_breaks_and_two_part_paragraphs() -> None:
    first, *rest = blocks_of(para(r"one\line two") + para(r"a\line\line b"))
    assert any(isinstance(node, LineBreak) for node in walk((first,)))
    assert words(tuple(rest)) == ["a", "b"]


def test_hidden_text_is_listed_as_left_out() -> None:
    document = document_of(para(r"shown {\v secret }again{\cs20\v  by style}"))
    assert words(document.blocks) == ["shown again"]
    assert [(one.kind, one.text) for one in document.omissions] == [
        ("hidden", "secret "),
        ("hidden", " by style"),
    ]


def test_a_field_shows_its_result_and_a_symbol_its_sign() -> None:
    body = para(
        r"On {\field{\*\fldinst DATE}{\fldrslt 4 March}} "
        r'{\field{\*\fldinst SYMBOL 252 \\f "Wingdings" \\s 11}{\fldrslt}}'
        r"{\field{\*\fldinst EQ \\o\\ad(\\s\\up 9(kana),kanji)}{\fldrslt}}"
    )
    assert words(blocks_of(body)) == ["On 4 March ✓kanakanji"]


def test_the_language_is_what_most_characters_state() -> None:
    document = document_of(para(r"{\lang1031 Die Ebbe kommt heute.} {\lang1033 ok}"))
    assert document.language == "de-DE"
    assert document.meta("stated_language") == "en-US"


# --- lists ----------------------------------------------------------------------------------------


def test_lists_nest_and_count() -> None:
    body = (
        item("a", 1, 0, r"\'b7") + item("deep", 1, 1, "o") + item("b", 1)
        + item("one", 2, 0, "1.") + item("x", 2, 1, "a)") + item("two", 2, 0, "2.")
    )  # fmt: skip
    bullets, numbers = blocks_of(body)
    assert isinstance(bullets, BulletList)
    assert [words(one.blocks) for one in bullets.items] == [["a", "deep"], ["b"]]
    assert isinstance(numbers, OrderedList)
    inner = numbers.items[0].blocks[1]
    assert isinstance(inner, OrderedList)
    assert (len(numbers.items), inner.style) == (2, "alpha")


def test_numbers_go_on_begin_anew_and_follow_what_was_shown() -> None:
    body = (
        item("a", 2) + para("between") + item("b", 2) + para("between")
        + item("c", 3) + para("between") + item("d", 3, 0, "9.")
    )  # fmt: skip
    starts = [one.start for one in blocks_of(body) if isinstance(one, OrderedList)]
    assert starts == [1, 2, 5, 9]


def test_as_wordpad_writes_lists() -> None:
    body = (
        r"\pard{\pntext\f1\'B7\tab}{\*\pn\pnlvlblt\pnf1{\pntxtb\'B7}}\fi-360\li720 one\par"
        r"{\pntext\f1\'B7\tab}two\par"
        r"\pard{\pntext\f0 4.\tab}{\*\pn\pnlvlbody\pnf0\pnstart4\pndec{\pntxta.}} four\par"
        r"{\pntext\f0 5.\tab}five\par\pard end\par"
    )
    bullets, numbers, end = blocks_of(body)
    assert isinstance(bullets, BulletList)
    assert len(bullets.items) == 2
    assert isinstance(numbers, OrderedList)
    assert (numbers.start, len(numbers.items)) == (4, 2)
    assert text_of(end) == "end"


def test_what_the_file_generates_is_no_text() -> None:
    assert document_of(item("a", 2, 0, "1.")).source.text.strip() == "a"


# --- tables ---------------------------------------------------------------------------------------


def grid(block: Block) -> list[list[tuple[str, int, int]]]:
    assert isinstance(block, Table)
    rows = block.header + block.rows
    return [[(text_of(one), one.colspan, one.rowspan) for one in line.cells] for line in rows]


def test_a_row_that_says_so_heads_its_table() -> None:
    head = r"\trhdr\clbrdrt\brdrs\cellx1440\clbrdrt\brdrs\cellx2880"
    (block,) = blocks_of(cells("Port", "Depth", definition=head) + cells("Elm", "4"))
    assert isinstance(block, Table)
    assert len(block.header) == 1


def test_cells_span_columns_and_rows() -> None:
    body = (
        cells("a", "b", "c", definition=r"\clvmgf\cellx1000\cellx2000\cellx3000")
        + cells("", "wide", definition=r"\clvmrg\cellx1000\cellx3005")
        + cells("x", "y", "", definition=r"\cellx1000\clmgf\cellx2000\clmrg\cellx3000")
    )
    (block,) = blocks_of(body)
    assert grid(block) == [
        [("a", 1, 2), ("b", 1, 1), ("c", 1, 1)],
        [("wide", 2, 1)],
        [("x", 1, 1), ("y", 2, 1)],
    ]


def test_columns_that_do_not_quite_meet_are_columns_still() -> None:
    body = cells("a", "b", definition=r"\cellx1000\cellx3000") + cells(
        "c", "d", definition=r"\cellx1200\cellx3100"
    )
    assert grid(blocks_of(body)[0]) == [[("a", 1, 1), ("b", 1, 1)], [("c", 1, 1), ("d", 1, 1)]]


def test_a_table_in_a_cell_stays_there_and_its_fallback_is_passed_over() -> None:
    outer = (
        r"\trowd\trleft0\clbrdrt\brdrs\cellx3000\clbrdrt\brdrs\cellx6000\pard\intbl before\par "
        + cells("n", "m", depth=2)
        + r"\pard\intbl after\cell\pard\intbl right\cell\row "
        + cells("x", "y")
        + para("end")
    )
    table, end = blocks_of(outer)
    assert isinstance(table, Table)
    inner = table.rows[0].cells[0].blocks
    assert [type(one) for one in inner] == [Paragraph, Table, Paragraph]
    assert text_of(end) == "end"


def test_a_table_at_the_end_and_a_row_without_its_end_are_kept() -> None:
    body = cells("a", "b") + r"\trowd\cellx1440\cellx2880\pard\intbl c\cell\pard\intbl d"
    assert [text_of(block) for block in blocks_of(body)] == ["abcd"]
