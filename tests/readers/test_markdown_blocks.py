"""Blocks of Markdown: what each states, and where its characters stand."""

from __future__ import annotations

import pytest

from converter.model import (
    BulletList,
    CodeBlock,
    Figure,
    Heading,
    OrderedList,
    Paragraph,
    Quote,
    Table,
    ThematicBreak,
    extent,
    text_of,
)
from converter.readers import ReadOptions
from readers.markdown_documents import blocks_of, codes, document_of, kinds, rows_of, words


@pytest.mark.parametrize(
    ("text", "level", "heading"),
    [
        ("# The harbour", 1, "The harbour"),
        ("###   The harbour   ###  ", 3, "The harbour"),
        ("The harbour\n===", 1, "The harbour"),
        ("The\nharbour\n---", 2, "The harbour"),
        ("> ## The harbour #", 2, "The harbour"),
        ("## \u2028The harbour", 2, "The harbour"),
    ],
)
def test_heading_has_the_level_of_its_marks(text: str, level: int, heading: str) -> None:
    (block,) = blocks_of(text)
    while isinstance(block, Quote):
        (block,) = block.blocks
    assert isinstance(block, Heading)
    assert (block.level, words(block), block.provenance) == (level, heading, None)


def test_lines_of_a_paragraph_are_one_and_their_ends_white_space() -> None:
    (paragraph,) = blocks_of("The boats came\nhome at noon.")
    assert text_of(paragraph) == "The boats came\nhome at noon."


def test_lines_of_a_quote_are_one_paragraph_without_its_marks() -> None:
    document = document_of("> The boats came\n> home `at\n> noon`,\nall of them.")
    (quote,) = document.blocks
    assert isinstance(quote, Quote)
    assert kinds(quote.blocks) == ["Paragraph"]
    assert words(quote) == "The boats came home at noon, all of them."
    assert [document.source.text[span.start] for span in quote.markup] == [">", ">", ">"]


def test_lists_nest_and_keep_their_paragraphs() -> None:
    (outer,) = blocks_of("- cod\n\n  caught at dawn\n- 3. eel\n  4. dab\n     - plaice\n")
    assert isinstance(outer, BulletList)
    assert [kinds(item.blocks) for item in outer.items] == [
        ["Paragraph", "Paragraph"],
        ["OrderedList"],
    ]
    inner = outer.items[1].blocks[0]
    assert isinstance(inner, OrderedList)
    assert inner.start == 3
    assert [words(item) for item in inner.items] == ["eel", "dabplaice"]


def test_task_of_a_list_keeps_its_box_as_text() -> None:
    (tasks,) = blocks_of("- [ ] call the port\n- [x] find the log")
    assert isinstance(tasks, BulletList)
    assert [words(item) for item in tasks.items] == ["[ ] call the port", "[x] find the log"]


def test_code_keeps_its_lines_as_typed() -> None:
    fenced, indented = blocks_of("> ```py\n> a = 1\n>\n>   b\n> ```\n\ntext\n\n    c\n\n    d")[::2]
    assert isinstance(fenced, Quote)
    (code,) = fenced.blocks
    assert isinstance(code, CodeBlock)
    assert isinstance(indented, CodeBlock)
    assert code.language == "py"
    assert [line.text for line in code.lines] == ["a = 1\n", "\n", "  b\n"]
    assert [line.text for line in indented.lines] == ["c\n", "\n", "d"]


def test_fence_that_never_closes_is_code_to_the_end() -> None:
    (code,) = blocks_of("```\na\nb")
    assert isinstance(code, CodeBlock)
    assert [line.text for line in code.lines] == ["a\n", "b"]


def test_break_between_paragraphs_is_a_block() -> None:
    assert kinds(blocks_of("one\n\n* * *\n\ntwo")) == ["Paragraph", "ThematicBreak", "Paragraph"]


def test_table_has_its_head_its_cells_and_how_they_are_set() -> None:
    (table,) = blocks_of("| Port | Boats |\n|:--|--:|\n| Elm \\| Oak | **7** |\n| Ash |\n")
    assert isinstance(table, Table)
    assert rows_of(table) == [["Port", "Boats"], ["Elm | Oak", "7"], ["Ash"]]
    assert [cell.align for cell in table.rows[0].cells] == ["left", "right"]


def test_cell_beyond_the_head_is_kept() -> None:
    assert rows_of(blocks_of("|a|b|\n|-|-|\n|1|2|three|")[0])[1] == ["1", "2", "three"]


def test_empty_cells_stay_in_their_columns() -> None:
    assert rows_of(blocks_of("|a|b|c|\n|-|-|-|\n|1||3|")[0])[1] == ["1", "", "3"]


def test_table_in_a_quote_in_a_list_is_one() -> None:
    (outer,) = blocks_of("- > | a | b |\n  > |---|---|\n  > | 1 | 2 |")
    assert isinstance(outer, BulletList)
    (quote,) = outer.items[0].blocks
    assert isinstance(quote, Quote)
    assert rows_of(quote.blocks[0]) == [["a", "b"], ["1", "2"]]


def test_picture_by_itself_is_a_figure_and_its_title_the_caption() -> None:
    (figure,) = blocks_of('![The *old* quay](quay.jpg "Photo: Ines Vale")')
    assert isinstance(figure, Figure)
    assert (figure.url, figure.alt) == ("quay.jpg", "The old quay")
    assert words(*figure.caption) == "Photo: Ines Vale"


def test_each_picture_of_a_line_of_pictures_is_a_figure() -> None:
    figures = blocks_of("[![a](a.png)](a.html)\n![b](b.png)\\\n![](c.png)")
    assert [(block.url, block.alt) for block in figures if isinstance(block, Figure)] == [
        ("a.png", "a"),
        ("b.png", "b"),
        ("c.png", ""),
    ]


def test_link_definitions_are_marks_of_the_block_before() -> None:
    document = document_of('See [the log].\n\n[the log]: /log\n  "The log"\n\nEnd.')
    paragraph, last = document.blocks
    assert words(paragraph) == "See the log."
    assert words(last) == "End."
    span = extent(paragraph)
    assert span is not None
    assert document.source.text[span.start : span.end].endswith('"The log"')


def test_file_of_link_definitions_alone_leaves_them_out() -> None:
    document = document_of("[a]: /b\n")
    assert document.blocks == ()
    assert [(item.kind, item.text) for item in document.omissions] == [("markup", "[a]: /b")]


def test_footnotes_are_notes_and_their_marks_refer_to_them() -> None:
    document = document_of(
        "High water[^1] and low.[^long]\n\n[^1]: At noon.\n\n[^long]: First.\n\n    - Second.\n"
    )
    assert words(document.blocks[0]) == "High water1 and low.long"
    assert [(note.id, kinds(note.blocks)) for note in document.notes] == [
        ("1", ["Paragraph"]),
        ("long", ["Paragraph", "BulletList"]),
    ]


def test_note_that_nothing_refers_to_and_one_told_twice_are_kept() -> None:
    document = document_of("Text[^a]\n\n[^a]: one\n\n[^a]: two\n\n[^b]: three")
    assert [(note.id, words(*note.blocks)) for note in document.notes] == [
        ("a", "one"),
        ("a-2", "two"),
        ("b", "three"),
    ]


def test_reference_to_no_note_is_text() -> None:
    assert words(*blocks_of("Text[^none].")) == "Text[^none]."


@pytest.mark.parametrize("opener", ["> ", "- ", "1. "])
def test_containers_deeper_than_the_limit_are_text_and_noticed(opener: str) -> None:
    document = document_of(opener * 9 + "deep", ReadOptions(max_depth=4))
    assert words(*document.blocks) == opener * 5 + "deep"
    assert codes(document) == ["C216"]


def test_lines_that_end_otherwise_stand_where_they_stand() -> None:
    document = document_of("# One\r\n\r\ntwo\r\nthree\rfour &amp; five\r\nsix")
    text = document.source.text
    assert text == "# One\r\n\r\ntwo\r\nthree\rfour & five\r\nsix"
    place = document.source.locate(text.index("five"))
    assert (place.line, place.column) == (5, 12)
    assert text_of(document.blocks[1]) == "two\r\nthree\rfour & five\r\nsix"


def test_blocks_of_no_words_are_none() -> None:
    assert blocks_of("#\n\n&nbsp;\n") == ()


def test_kinds_of_a_whole_page() -> None:
    page = "# A\n\nb\n\n- c\n\n> d\n\n1. e\n\n---\n\n|f|\n|-|\n|g|\n\n```\nh\n```\n"
    assert [type(block) for block in blocks_of(page)] == [
        *(Heading, Paragraph, BulletList, Quote, OrderedList, ThematicBreak, Table, CodeBlock)
    ]
