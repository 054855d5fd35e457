"""HTML in a Markdown file: formatting means what it means, tags are marks, words are kept."""

from __future__ import annotations

import pytest

from converter.model import (
    BulletList,
    Code,
    CodeBlock,
    Emphasis,
    Figure,
    Heading,
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
    walk,
)
from readers.markdown_documents import (
    blocks_of,
    codes,
    document_of,
    inlines_of,
    kinds,
    rows_of,
    words,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<b>word</b>", Strong),
        ("<STRONG class=x>word</STRONG>", Strong),
        ("<em>word</em>", Emphasis),
        ("<sup>word</sup>", Superscript),
        ("<sub>word</sub>", Subscript),
        ("<kbd>word</kbd>", Code),
        ("<a href='/log'>word</a>", Link),
    ],
)
def test_tag_that_formats_is_what_it_means(text: str, kind: type) -> None:
    document = document_of(f"A {text} here")
    assert words(*document.blocks) == "A word here"
    assert kind in [type(node) for node in walk(document.blocks)]
    assert codes(document) == []


@pytest.mark.parametrize(
    "text",
    [
        "<u>word</u>",
        "<span style='x'>word</span>",
        "<b>word",
        "word</b>",
        "<b/>word",
        "<b></b>word",
    ],
)
def test_tag_that_means_nothing_or_never_closes_is_a_mark(text: str) -> None:
    document = document_of(f"A {text} here")
    assert words(*document.blocks) == "A word here"
    assert set(kinds(inlines_of(f"A {text} here"))) == {"Text"}


def test_tag_and_marks_that_cross_are_both_read_as_far_as_they_nest() -> None:
    strong = inlines_of("**a <i>b** c</i> d")[0]
    assert isinstance(strong, Strong)
    assert words(*blocks_of("**a <i>b** c</i> d")) == "a b c d"


def test_unknown_tag_is_a_mark_with_a_notice() -> None:
    document = document_of("See <my-map zoom=3/> and <iframe src=x></iframe> here")
    assert words(*document.blocks) == "See and here"
    assert codes(document) == ["C213"]
    assert "3 places" in document.notices[0].message


@pytest.mark.parametrize(
    "text",
    ["Before <!-- the desk: check --> after", "Before\n\n<!-- the desk:\n\ncheck -->\n\nafter"],
)
def test_comment_is_left_out_with_a_notice(text: str) -> None:
    document = document_of(text)
    assert words(*document.blocks).replace("Beforeafter", "Before after") == "Before after"
    assert [item.kind for item in document.omissions] == ["comment"]
    assert "the desk:" in document.omissions[0].text
    assert codes(document) == ["C212"]


def test_script_and_style_are_left_out_with_a_notice() -> None:
    document = document_of("<script>\nlet a = 1\n\nlet b\n</script>\n\nText\n\n<style>p {}</style>")
    assert words(*document.blocks) == "Text"
    assert [item.kind for item in document.omissions] == ["script", "script"]
    assert codes(document) == ["C217"]


def test_words_in_tags_are_paragraphs() -> None:
    blocks = blocks_of("<div class=x>\n<p>One &amp; <i>two</i><br>three</p>\nfour</div>\n\nfive")
    assert kinds(blocks) == ["Paragraph"] * 3
    assert [words(block) for block in blocks] == ["One & twothree", "four", "five"]
    assert LineBreak in [type(node) for node in walk(blocks[:1])]


def test_markdown_between_tags_is_markdown() -> None:
    blocks = blocks_of("<div>\n\n## Heading\n\n- item\n\n</div>\n")
    assert kinds(blocks) == ["Heading", "BulletList"]


def test_tag_round_markdown_holds_it() -> None:
    (quote,) = blocks_of("<blockquote>\n\nOne *two*\n\nthree\n\n</blockquote>\n")
    assert isinstance(quote, Quote)
    assert [words(block) for block in quote.blocks] == ["One two", "three"]


def test_headings_lists_breaks_and_quotes_of_html_are_such() -> None:
    blocks = blocks_of(
        "<h2 id=x>A <em>b</em></h2><ol start=3><li>c<li>d<ul><li>e</ul></ol><hr>"
        "<blockquote>f</blockquote><pre>g\n  <b>h</b></pre>\n"
    )
    assert [type(block) for block in blocks] == [
        *(Heading, OrderedList, ThematicBreak, Quote, CodeBlock)
    ]
    heading, ordered, _, _, code = blocks
    assert isinstance(heading, Heading)
    assert isinstance(ordered, OrderedList)
    assert isinstance(code, CodeBlock)
    assert (heading.level, ordered.start) == (2, 3)
    assert kinds(ordered.items[1].blocks) == ["Paragraph", "BulletList"]
    assert "".join(line.text for line in code.lines) == "g\n  h"


def test_table_of_html_has_caption_head_spans_and_cells() -> None:
    (table,) = blocks_of(
        "<table>\n  <caption>Boats <b>a day</b></caption>\n  <thead><tr><th>Port<th colspan=2>Boats"
        "</thead>\n  <tbody>\n    <tr><th scope=row>Elm</th><td>1</td><td>2</td></tr>\n"
        "    <tr><td rowspan='2'>Oak</td><td></td><td>3</td></tr>\n  </tbody>\n</table>\n"
    )
    assert isinstance(table, Table)
    assert words(*table.caption) == "Boats a day"
    assert len(table.header) == 1
    assert rows_of(table) == [["Port", "Boats"], ["Elm", "1", "2"], ["Oak", "", "3"]]
    assert table.header[0].cells[1].colspan == 2
    assert table.rows[1].cells[0].rowspan == 2


def test_table_of_html_with_blank_lines_is_one_table() -> None:
    (table,) = blocks_of("<table>\n\n<tr>\n\n<td>\n\n**a**\n\n</td>\n\n</tr>\n\n</table>\n")
    assert isinstance(table, Table)
    (cell,) = table.rows[0].cells
    assert words(cell) == "a"
    assert Strong in [type(node) for node in walk((cell,))]


def test_figure_of_html_has_picture_and_caption() -> None:
    (figure,) = blocks_of(
        '<figure>\n<img src="quay.jpg" alt="The quay">\n<figcaption>At <i>noon</i></figcaption>\n'
        "</figure>\n"
    )
    assert isinstance(figure, Figure)
    assert (figure.url, figure.alt, words(*figure.caption)) == ("quay.jpg", "The quay", "At noon")


def test_caption_before_the_picture_is_its_caption_too() -> None:
    (figure,) = blocks_of("<figure><figcaption>At noon</figcaption><img src=a.jpg></figure>")
    assert isinstance(figure, Figure)
    assert words(*figure.caption) == "At noon"


def test_figure_without_a_picture_keeps_its_words() -> None:
    blocks = blocks_of("<figure><p>Words</p><figcaption>At noon</figcaption></figure>")
    assert [words(block) for block in blocks] == ["Words", "At noon"]


def test_picture_of_html_among_words_is_a_link_of_its_words() -> None:
    links = [n for n in walk(blocks_of("See <img src=a.png alt='a quay'>.")) if isinstance(n, Link)]
    assert [(link.url, words(link)) for link in links] == [("a.png", "a quay")]


@pytest.mark.parametrize(
    "text",
    [
        "<ul>one<li>two</ul>",
        "<table>one<tr>two<td>three</table>",
        "<td>one</td><li>two</li>",
        "<div><div><div>one",
        "</div></table>one",
        "<table><table><tr><td>one",
        "<p <b>one</b>",
        "<div title='>one",
    ],
)
def test_broken_html_keeps_its_words(text: str) -> None:
    shown = words(*blocks_of(text)).replace("'", "")
    assert [word for word in ("one", "two", "three") if word in text and word not in shown] == []


def test_tags_deeper_than_people_nest_them_keep_their_words() -> None:
    document = document_of("<ul><li>a" * 300)
    assert words(*document.blocks) == "a" * 300
    (outer,) = document.blocks
    assert isinstance(outer, BulletList)


def test_paragraph_of_html_ends_where_the_block_does() -> None:
    blocks = blocks_of("<p>one\n\ntwo\n\nthree</p>\n")
    assert [type(block) for block in blocks] == [Paragraph] * 3
