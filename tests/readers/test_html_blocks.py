"""What the elements of a page state: blocks, inlines, white space, places."""

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
    NoteReference,
    OrderedList,
    Paragraph,
    Quote,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    leaves,
    text_of,
    walk,
)
from readers.web_pages import page, paragraphs, shape, shapes


def only(source: str) -> Paragraph:
    (block,) = page(source).blocks
    assert isinstance(block, Paragraph)
    return block


# --- paragraphs -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "<p>One.</p><p>Two.</p>",
        "<p>One.<p>Two.",
        "<div>One.</div><div>Two.</div>",
        "<div>One.<div>Two.</div></div>",
        "One.<p>Two.</p>",
        "<p>One.</p>Two.",
        "<p>One.<br><br>Two.</p>",
        "<p>One.<br> <br/>\n Two.</p>",
        "<p>One.<br>&nbsp;<br>Two.</p>",
        "<span><p>One.</p><b></b></span><p>Two.",
        "<details><summary>One.</summary>Two.</details>",
        "<table><tr><td>One.</td></tr></table>Two.",
        "<p>One.</p><p>&nbsp;</p><p> </p><p>Two.</p>",
        '<span style="display:block">One.</span><span style="display: block">Two.</span>',
    ],
)
def test_two_blocks_are_two_paragraphs(source: str) -> None:
    assert paragraphs(source) == ["One.", "Two."]


def test_white_space_collapses_as_in_a_browser() -> None:
    assert paragraphs("<p>\n  One \t <b> two</b> <i>three </i>  four\n</p>") == [
        "One two three four"
    ]


def test_no_space_is_invented_between_inline_pieces() -> None:
    block = only("<p>H<sub>2</sub>O and E=mc<sup>2</sup><b>.</b></p>")
    assert text_of(block) == "H2O and E=mc2."
    assert [type(inline) for inline in block.inlines] == [
        Text, Subscript, Text, Superscript, Strong,
    ]  # fmt: skip


def test_one_break_is_a_line_and_its_words_do_not_touch() -> None:
    block = only("<p>Roses are red,<br>violets are blue.</p>")
    assert any(isinstance(inline, LineBreak) for inline in block.inlines)
    assert text_of(block).split() == ["Roses", "are", "red,", "violets", "are", "blue."]


def test_break_within_a_style_does_not_end_it() -> None:
    block = only("<p><b>One<br>two</b></p>")
    (strong,) = block.inlines
    assert isinstance(strong, Strong)
    assert [type(inline) for inline in strong.children] == [Text, LineBreak, Text]


@pytest.mark.parametrize("sign", ["\u00a0", "\u00ad", "\u200b", "\u200d", "\u2060"])
def test_characters_without_width_or_break_stay_in_the_text(sign: str) -> None:
    assert paragraphs(f"<p>Donau{sign}dampf</p>") == [f"Donau{sign}dampf"]


def test_styles_are_kept_and_bold_within_bold_is_bold() -> None:
    block = only("<p><strong>a<b>b</b></strong><em>c</em><code>d</code><a href='/x'>e<i>f</i></a>")
    assert [type(inline) for inline in block.inlines] == [Strong, Emphasis, Code, Link]
    link = block.inlines[-1]
    assert isinstance(link, Link)
    assert (link.url, text_of(link)) == ("/x", "ef")


def test_style_attributes_say_what_pasted_text_means() -> None:
    block = only(
        '<p><span style="font-weight: 700">a</span><b style="font-weight:normal">b</b>'
        '<span style="font-style:italic">c</span></p>'
    )
    assert [type(inline) for inline in block.inlines] == [Strong, Text, Emphasis]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "", "blob:1"])
def test_address_that_leads_nowhere_makes_no_link(href: str) -> None:
    assert not any(isinstance(node, Link) for node in walk(page(f'<p><a href="{href}">a').blocks))


def test_block_within_an_inline_element_keeps_its_style() -> None:
    first, second = page("<a href=/story><h2>Gale</h2><p>It blew.</p></a>").blocks
    assert isinstance(first, Heading)
    assert isinstance(first.inlines[0], Link)
    assert isinstance(second, Paragraph)
    assert isinstance(second.inlines[0], Link)


def test_misnested_tags_are_mended_as_browsers_do() -> None:
    assert paragraphs("<p><b>a<p>b</b>c</p>") == ["a", "bc"]
    assert shapes("<h1>a<h2>b</h1>c") == ["Heading: a", "Heading: b", "Paragraph: c"]


# --- headings, lists, quotes, code ---------------------------------------------------------------


def test_headings_have_their_level() -> None:
    source = "".join(f"<h{level}>H{level}</h{level}>" for level in range(1, 7))
    blocks = page(source + "<div role=heading aria-level=7>H7</div>").blocks
    assert [block.level for block in blocks if isinstance(block, Heading)] == [1, 2, 3, 4, 5, 6, 7]


def test_heading_of_several_blocks_is_one_line() -> None:
    assert shapes("<h2><div>The gale</div><div>of March</div></h2>") == [
        "Heading: The gale of March"
    ]


def test_lists_nest_and_count() -> None:
    (block,) = page("<ol start=3 type=a><li>x<ul><li>y<li><p>z</ul><li>w</ol>").blocks
    assert isinstance(block, OrderedList)
    assert (block.start, block.style, len(block.items)) == (3, "alpha", 2)
    inner = block.items[0].blocks[1]
    assert isinstance(inner, BulletList)
    assert [text_of(item) for item in inner.items] == ["y", "z"]


def test_list_inside_a_list_without_item_stays_in_it() -> None:
    (block,) = page("<ul><li>a</li><ul><li>b</li></ul></ul>").blocks
    assert isinstance(block, BulletList)
    assert text_of(block) == "ab"


def test_definitions_stand_with_their_term() -> None:
    (block,) = page(
        "<dl><dt>Neap<dd>weak tide<dt>Spring<dd>strong tide<dd>at full moon</dl>"
    ).blocks
    assert isinstance(block, BulletList)
    assert [[text_of(own) for own in item.blocks] for item in block.items] == [
        ["Neap", "weak tide"],
        ["Spring", "strong tide", "at full moon"],
    ]


def test_descriptions_of_nothing_are_indented_paragraphs() -> None:
    assert paragraphs("<dl><dd>One.</dd><dd>Two.</dd></dl>") == ["One.", "Two."]


def test_quote_holds_its_paragraphs() -> None:
    (block,) = page("<blockquote><p>One.</p><p>Two.</p></blockquote>").blocks
    assert isinstance(block, Quote)
    assert [text_of(own) for own in block.blocks] == ["One.", "Two."]


def test_code_is_as_typed() -> None:
    (block,) = page('<pre><code class="language-python">if x:\n\n    y()</code></pre>').blocks
    assert isinstance(block, CodeBlock)
    assert [line.text for line in block.lines] == ["if x:\n", "\n", "    y()"]
    assert block.language == "python"


# --- tables ---------------------------------------------------------------------------------------


def table(source: str) -> Table:
    (block,) = page(source).blocks
    assert isinstance(block, Table)
    return block


def test_table_has_caption_head_stub_and_spans() -> None:
    found = table(
        "<table><caption>Tides</caption><thead><tr><th>Port<th colspan=2>Metres</thead>"
        "<tbody><tr><th rowspan=2>Aldmouth<td>1<td>2<tr><td align=right>3<td>4</table>"
    )
    assert text_of(*found.caption) == "Tides"
    assert [text_of(cell) for cell in found.header[0].cells] == ["Port", "Metres"]
    assert found.header[0].cells[1].colspan == 2
    assert found.rows[0].cells[0].rowspan == 2
    assert found.rows[1].cells[0].align == "right"


def test_first_row_of_head_cells_is_the_head_and_a_first_column_of_them_the_stub() -> None:
    found = table("<table><tr><th>a<th>b<tr><th>c<td>d<tr><th>e<td>f</table>")
    assert (len(found.header), len(found.rows), found.stub) == (1, 2, 1)


def test_cell_holds_a_list() -> None:
    found = table("<table><tr><th>a<th>b<tr><td><ul><li>x<li>y</ul><td>z</table>")
    assert isinstance(found.rows[0].cells[0].blocks[0], BulletList)


@pytest.mark.parametrize(
    "source",
    [
        "<table role=presentation><tr><td>a</td><td>b</td></tr></table>",
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<table><tr><td><h2>a</h2></td><td>b</td></tr><tr><td></td></tr></table>",
        "<table><tr><td>a<table><tr><th>x<th>y<tr><td>p<td>q</table></td><td>b</td></tr></table>",
        f"<table><tr><td>{'a ' * 300}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
    ],
)
def test_table_that_only_sets_the_page_is_dissolved(source: str) -> None:
    found = [block for block in page(source).blocks if isinstance(block, Table)]
    assert all(text_of(block) == "xypq" for block in found)


def test_spans_are_no_larger_than_the_table() -> None:
    found = table("<table><tr><th>a<th>b<tr><td colspan=999999 rowspan=99999>c<tr><td>d</table>")
    assert (found.rows[0].cells[0].colspan, found.rows[0].cells[0].rowspan) == (2, 2)


# --- figures --------------------------------------------------------------------------------------


def figure(source: str) -> Figure:
    (block,) = page(source).blocks
    assert isinstance(block, Figure)
    return block


@pytest.mark.parametrize(
    ("words", "caption", "credit"),
    [
        ("The quay at dawn. Photo: Ida Berg", "The quay at dawn.", "Photo: Ida Berg"),
        ("The quay at dawn. © Ida Berg / Post", "The quay at dawn.", "© Ida Berg / Post"),
        ("The <i>quay</i>. <small>(Foto: Ida Berg)</small>", "The quay.", "(Foto: Ida Berg)"),
        ("Photograph by Ida Berg", "", "Photograph by Ida Berg"),
        ("A photo of the quay: empty", "A photo of the quay: empty", ""),
    ],
)  # fmt: skip
def test_caption_and_credit_are_told_apart(words: str, caption: str, credit: str) -> None:
    found = figure(f'<figure><img src=q.jpg alt="A quay"><figcaption>{words}</figcaption></figure>')
    assert (found.url, found.alt) == ("q.jpg", "A quay")
    assert (text_of(*found.caption).strip(), text_of(*found.credit)) == (caption, credit)


def test_lazy_picture_is_shown_once_and_data_is_no_address() -> None:
    data = "data:image/gif;base64," + "R0" * 5000
    found = figure(
        f'<figure><img src="{data}" data-src="/big.jpg"><noscript><img src="/big.jpg"></noscript>'
        "<figcaption>Rain</figcaption></figure>"
    )
    assert found.url == "/big.jpg"
    assert "R0R0" not in page(f'<p>a</p><img src="{data}">').source.text


def test_pixel_that_counts_readers_is_no_picture() -> None:
    assert shapes("<p>a</p><img src=/count.gif width=1 height=1>") == ["Paragraph: a"]


def test_picture_among_words_stands_behind_them() -> None:
    first, second, third = page("<p>The <img src=a.png alt=Map> map.</p><p>More.</p>").blocks
    assert shape(first) == "Paragraph: The map."
    assert second == Figure("a.png", "Map")
    assert shape(third) == "Paragraph: More."


def test_letter_drawn_as_a_picture_is_a_letter() -> None:
    assert paragraphs('<p>Fine <img class=emoji alt="☂" src=u.png> day</p>') == ["Fine ☂ day"]


def test_figure_that_frames_a_table_is_the_table() -> None:
    blocks = page("<figure><table><tr><th>a<th>b<tr><td>c<td>d</table></figure>").blocks
    assert [type(block) for block in blocks] == [Table]


# --- notes ----------------------------------------------------------------------------------------


def test_marks_lead_to_the_notes_of_the_page() -> None:
    document = page(
        '<p>Ebb<sup><a href="#fn1" id=r1>1</a></sup> and flood.</p>'
        '<section class=footnotes><ol><li id=fn1><p>Falling. <a href="#r1">↩</a></p></ol></section>'
    )
    (mark,) = [node for node in walk(document.blocks) if isinstance(node, NoteReference)]
    (note,) = document.notes
    assert (mark.text, mark.note, note.id) == ("1", "fn1", "fn1")
    assert text_of(*note.blocks).startswith("Falling.")


def test_list_of_links_to_headings_has_no_notes() -> None:
    document = page('<ul><li><a href="#a">1</a></ul><h2 id=a>One</h2><p id=b>x')
    assert document.notes == ()


# --- places ---------------------------------------------------------------------------------------


def test_every_word_leads_back_to_its_line_column_and_element() -> None:
    source = (
        "<body>\n<h1>Gale</h1>\n<div id=story>\n  <p>It <b>blew</b>\nall night.</p>\n"
        "  <p>Then <i>calm</i>.</p></div>"
    )
    document = page(source)
    lines = source.split("\n")
    for word, element in {
        "Gale": "body > h1:nth-of-type(1)",
        "blew": "#story > p:nth-of-type(1)",
        "all": "#story > p:nth-of-type(1)",
        "calm": "#story > p:nth-of-type(2)",
    }.items():
        where = document.source.locate(document.source.text.index(word))
        assert lines[where.line - 1][where.column - 1 :].startswith(word)
        assert where.name == element


def test_leaves_equal_the_reading_text() -> None:
    document = page("<ul><li>a <b>b</b>\n<li>c</ul><pre>x\ny</pre><p>d<br>e")
    for leaf in leaves(document.blocks):
        assert leaf.span is not None
        assert document.source.text[leaf.span.start : leaf.span.end] == leaf.text


def test_shape_names_what_is_there() -> None:
    assert shape(page("<p>a").blocks[0]) == "Paragraph: a"


# --- live blogs -----------------------------------------------------------------------------------


def live(*, states: bool = True) -> str:
    kind = "LiveBlogPosting" if states else "NewsArticle"
    entries = "".join(
        f"<article><time datetime=2031-03-04T{hour}:00>{hour}:00</time>{heading}"
        f"<p>The gauge read {hour} feet, and the crowd, by then, had gone home.</p></article>"
        for hour, heading in ((12, "<h3>Ebb</h3>"), (11, ""), (10, "<h2>Flood</h2>"))
    )
    return (
        f'<script type="application/ld+json">{{"@type": "{kind}"}}</script>'
        f"<main><h1>Gale, live</h1>{entries}</main>"
    )


def test_entries_of_a_live_blog_are_sections_under_their_time() -> None:
    document = page(live())
    headings = [(own.level, text_of(own)) for own in document.blocks if isinstance(own, Heading)]
    assert headings == [
        (1, "Gale, live"), (2, "12:00"), (4, "Ebb"), (2, "11:00"), (2, "10:00"), (3, "Flood"),
    ]  # fmt: skip
    (notice,) = [notice for notice in document.notices if notice.code == "C226"]
    assert "3 entries, the newest first" in notice.message


def test_articles_with_times_are_no_live_blog_unless_the_page_says_so() -> None:
    document = page(live(states=False))
    assert "C226" not in [notice.code for notice in document.notices]


# --- notes that are not read ----------------------------------------------------------------------


@pytest.mark.parametrize("hide", ["hidden", ""])
def test_mark_whose_note_is_not_read_is_no_reference(hide: str) -> None:
    body = f'<p>Ebb<a href="#fn1">1</a></p><div class=footnotes {hide}><p id=fn1>Falling.</p></div>'
    nested = "<blockquote>" * 3 + body
    document = page(body if hide else nested, depth=2)
    assert not any(isinstance(node, NoteReference) for node in walk(document.blocks))
    assert "Falling." in document.source.text
