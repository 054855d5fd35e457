"""Promises of the page that html and pdf share: every word once, in order, and what is around.

Long because every kind of node has its promises here, one after the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given

from converter.model import (
    Block,
    Cell,
    CodeBlock,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Exchange,
    Figure,
    LineBreak,
    Link,
    MetadataItem,
    Note,
    OrderedList,
    Quote,
    Row,
    Span,
    Table,
    Text,
    Turn,
    leaves,
)
from converter.writers import WriteOptions
from converter.writers.page import page
from converter.writers.page.characters import ON_SCREEN, in_print, replaced
from converter.writers.page.inlines import safe_address
from strategies import documents, examples
from writers.page_documents import ALL, Maker, article, document, fused, hostile, interview, options
from writers.web_pages import Page, classes, text_of

every_sample = pytest.mark.parametrize("sample", ALL.values(), ids=list(ALL))


def built(*blocks: Block, language: str = "en", **stated: str) -> Page:
    return shown(document(*blocks, language=language, stated=stated))


def shown(made: Document, with_: WriteOptions | None = None) -> Page:
    return Page(page(made, with_ or options(), "", ON_SCREEN))


def words_of(made: Document) -> list[str]:
    """What stands in the file, word by word, leaf by leaf."""
    nodes = (*made.blocks, *(block for note in made.notes for block in note.blocks))
    own = [leaf.text for leaf in leaves(nodes) if leaf.span is not None]
    return [word for text in own for word in replaced(text, ON_SCREEN).split()]


def assert_holds_all_words(made: Document) -> None:
    body = shown(made).body
    assert "".join(text_of(body, generated=False).split()) == "".join(words_of(made))
    text, at = text_of(body), 0
    for word in words_of(made):
        at = text.find(word, at) + len(word)
        assert at >= len(word), f"{word!r} is parted, or out of order"


def assert_is_sound(made: Document) -> None:
    found = shown(made)
    ids = found.attributes("id")
    assert len(ids) == len(set(ids))
    assert {at[1:] for at in found.attributes("href") if at.startswith("#")} <= set(ids)
    levels = [int(heading.tag[1]) for heading in found.all(*"h1 h2 h3 h4 h5 h6".split())]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


# --- every word


@every_sample
def test_every_word_stands_once_and_in_order(sample: Callable[[], Document]) -> None:
    assert_holds_all_words(sample())


@every_sample
def test_links_lead_somewhere_and_no_level_is_skipped(sample: Callable[[], Document]) -> None:
    assert_is_sound(sample())


@examples
@given(documents())
def test_any_document_has_a_sound_page_with_all_its_words(made: Document) -> None:
    assert_holds_all_words(made)
    assert_is_sound(made)


def test_white_space_in_a_text_reads_as_one_space() -> None:
    m = Maker()
    html = page(document(m.p("one \n\t two\u2028three\u00a0four")), options(), "", ON_SCREEN)
    assert "<p>one two three\u00a0four</p>" in html


def test_a_generated_leaf_is_told_apart() -> None:
    m = Maker()
    found = built(m.p("U.S.", Text(" ", None, "space-after-full-stop"), "The"))
    assert text_of(found.body).count("U.S. The") == 1
    assert "U.S.The" in text_of(found.body, generated=False)


def test_words_nested_too_deep_for_layout_stay() -> None:
    assert {"the deepest quote", "the deepest mark"} <= set(shown(hostile()).texts("p"))


def test_a_line_break_is_one() -> None:
    m = Maker()
    assert built(m.p("one", LineBreak(), "two")).one("br").tail == "two"


# --- hostile input


def test_no_markup_of_the_document_is_markup_of_the_page() -> None:
    found = shown(hostile())
    assert not found.all("script", "img", "iframe", "object", "embed", "base", "link")
    assert len(found.all("style")) == 1
    assert found.one("title").text == "</title><script>"
    names = {name for element in found.all() for name in element.attrib}
    assert not {name for name in names if name.startswith("on")}


def test_no_words_leave_an_attribute() -> None:
    m = Maker()
    words = '"><script>alert(1)</script> and so on, longer than a running head has room for'
    found = built(m.s(m.h(2, words), m.p("x")), keywords=words)
    assert not found.all("script")
    assert found.attributes("data-short") == ['"><script>alert(1)</script> and so on, longer…']
    assert words in found.attributes("content")


def test_an_endless_word_is_laid_out_in_runs_and_stays_one_word() -> None:
    m = Maker()
    word = "a&b" * 1000
    found = built(m.p(f"before {word} after"))
    assert [len(run) for run in found.texts(class_="run")] == [1000] * 3
    assert found.texts("p")[1:] == ["Source: harbour.txt", f"before {word} after"]


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("https://example.org/%C3%A9", "https://example.org/%C3%A9"),
        ('https://e.org/"><script>', "https://e.org/%22%3E%3Cscript%3E"),
        ("https://e.org/\ud800", ""),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("https://e.org/a b", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("/news", ""),
        ("#top", ""),
        ("https://", ""),
        ("mailto:", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_a_link_leads_only_where_one_click_is_safe(url: str, address: str) -> None:
    assert safe_address(url) == address
    m = Maker()
    assert built(m.p(m.link("words", url))).attributes("href") == ([address] if address else [])


def test_a_link_holds_no_link() -> None:
    m = Maker()
    inner = m.link("inner", "https://b.org/")
    note = m.reference("1", "a")
    outer = Link((m.t("outer "), Emphasis((inner,)), note), "https://a.org/")
    made = document(m.p(outer), notes=(Note("a", m.blocks("note")),))
    assert shown(made).attributes("href") == ["https://a.org/"]


def test_what_a_page_cannot_hold_is_replaced_visibly_and_counted() -> None:
    m = Maker()
    made = document(m.p("bell\x07 \ud800 \uffff \ue000 zero"), m.p("\x85line\u2029end"))
    on_screen = page(made, options(), "", ON_SCREEN)
    assert "<p>bell\ufffd \ufffd \ufffd \ue000 zero</p>\n<p> line end</p>" in on_screen
    assert "3 could not be shown" in on_screen
    in_ink = page(made, options(), "", in_print({"z"}), ("fonts-of-z",))
    assert "<p>bell\ufffd \ufffd \ufffd \ufffd \ufffdero</p>" in in_ink
    assert "5 could not be shown" in in_ink
    assert "fonts-of-\ufffd" in in_ink


def test_a_list_that_starts_beyond_all_numbers_starts_at_the_last() -> None:
    m = Maker()
    found = built(OrderedList((m.item("x"),), start=10**30)).one("ol")
    assert found.get("start") == str(2**31 - 1)


# --- the title block


def test_the_headline_and_its_lines_stand_in_the_title_block_once() -> None:
    header = shown(article()).one("header")
    own = [text_of(part) for part in header.iter() if part.tag in {"p", "h1"}]
    assert own == [
        "Article",
        "Tideway",
        "Second harbour basin will open eleven weeks late",
        "By Mara Ellingsen and Tom Okafor",
        "SANDHAVN, 3 May",
        "3 May 2024",
        "Source: harbour.txt",
    ]
    assert len(shown(article()).all("h1")) == 1


def test_metadata_stand_in_the_title_block_where_the_text_does_not_show_them() -> None:
    m = Maker()
    found = built(
        m.h(1, "Harbour"),
        m.p("By Mara", role="byline"),
        byline="By Mara",
        standfirst="All about it",
        updated="Monday",
        embargo="Tuesday",
        section="World",
    )
    assert [text_of(part) for part in found.one("header") if part.tag == "p"] == [
        "World",
        "Embargo: Tuesday",
        "All about it",
    ]
    strips = [[text_of(line) for line in part] for part in found.all("div", class_="strip")]
    assert strips == [["By Mara"], ["Updated: Monday", "Source: harbour.txt"]]


def test_an_embargo_that_says_so_is_not_told_twice() -> None:
    m = Maker()
    assert built(m.p("x"), embargo="EMBARGOED to noon").texts(class_="embargo") == [
        "EMBARGOED to noon"
    ]


def test_a_document_without_headline_is_called_by_its_metadata_or_its_name() -> None:
    m = Maker()
    for stated, title in (({"headline": "Stated"}, "Stated"), ({}, "harbour.txt")):
        found = built(m.p("words"), **stated)
        assert found.texts("h1", "title") == [title, title]
        assert "generated" in classes(found.one("h1"))


def test_of_several_headings_as_high_none_is_the_headline() -> None:
    m = Maker()
    found = built(m.s(m.h(1, "One"), m.p("x")), m.s(m.h(1, "Two"), m.p("y")))
    assert found.texts("h1", "h2") == ["harbour.txt", "One", "Two", "About this document"]


def test_a_headline_that_the_text_does_not_open_with_is_added() -> None:
    m = Maker()
    found = built(m.s(m.h(1, "Opening"), m.p("x")), headline="Stated")
    assert found.texts("h1", "h2") == ["Stated", "Opening", "About this document"]


def test_a_fused_file_is_several_articles_under_one_title() -> None:
    found = shown(fused())
    assert found.texts("h1") == ["3 articles"]
    assert found.texts("title") == ["Second harbour basin will open eleven weeks late and 2 more"]
    heads = [text_of(part) for part in found.all("article")]
    assert [head.split(" By Writer")[0] for head in heads] == [
        "Second harbour basin will open eleven weeks late",
        "Idle trawlers",
        "A patient town",
    ]
    assert {heading.get("class") for heading in found.all("article")[0].iter("h2")} == {"rank-1"}


def test_what_the_text_says_of_one_article_is_not_said_of_all() -> None:
    made = fused()
    stated = (
        MetadataItem("byline", "By Writer 1", "text", Span(0, 1)),
        MetadataItem("dateline", "Everywhere", "user"),
    )
    whole = Document(made.source, made.blocks, made.language, metadata=stated)
    strip = text_of(shown(whole).one(class_="strip"))
    assert strip == "Everywhere Source: fused.txt"


# --- headings and contents


@pytest.mark.parametrize(
    ("stated", "written"),
    [
        ((2, 4, 4, 3), (2, 3, 3, 3)),
        ((3, 2, 9, 3), (2, 2, 3, 3)),
        ((2, 3, 4, 5, 6, 7, 8, 9), (2, 3, 4, 5, 6, 6, 6, 6)),
    ],
)
def test_no_level_is_skipped(stated: tuple[int, ...], written: tuple[int, ...]) -> None:
    m = Maker()
    found = built(m.h(1, "Title"), *(m.h(level, "words") for level in stated))
    headings = [part for part in found.all(*"h2 h3 h4 h5 h6".split()) if not classes(part)[1:]]
    assert tuple(int(part.tag[1]) for part in headings if text_of(part) == "words") == written


def test_a_heading_below_the_sixth_says_its_level() -> None:
    m = Maker()
    found = built(*(m.h(level, f"Level {level}") for level in range(1, 10)))
    assert [part.get("aria-level") for part in found.all("h6")] == [None, "7", "8", "9"]


def test_contents_are_made_from_three_headings_on() -> None:
    m = Maker()
    two = [m.s(m.h(2, f"Part {n}"), m.p("x")) for n in (1, 2)]
    assert not built(*two).all("nav")
    nav = built(*two, m.s(m.h(2, "Part 3"), m.p("x"))).one("nav")
    assert "generated" in classes(nav)
    assert [text_of(link) for link in nav.iter("a")] == ["Part 1", "Part 2", "Part 3"]


def test_contents_hold_two_ranks_and_nest_them() -> None:
    nav = shown(fused()).one("nav")
    assert text_of(nav) == (
        "Contents Second harbour basin will open eleven weeks late Background 1 What’s next? "
        "Idle trawlers Background 2 What’s next? A patient town Background 3 What’s next?"
    )
    assert [len(list(part)) for part in nav.iter("ol")] == [3, 2, 2, 2]


def test_the_schema_orders_the_parts_and_names_them() -> None:
    made = article()
    order = options(
        "colophon", "body", "contents", titles={"contents": "Inside", "colophon": "File"}
    )
    found = shown(made, order)
    parts = [part.get("class", "").split()[0] for part in found.one("main")]
    assert parts == ["colophon", "body", "toc"]
    assert text_of(found.one("nav")).startswith("Inside")
    assert text_of(found.one(class_="colophon")).startswith("File")
    assert "Second harbour basin will open eleven weeks late" in text_of(found.one(class_="body"))


def test_without_notes_on_the_page_no_mark_leads_to_them() -> None:
    found = shown(article(), options("title", "body"))
    assert not [link for link in found.attributes("href") if link.startswith("#")]
    assert found.texts("sup") == ["[1]", "[2]"]


def test_the_contents_list_of_the_document_leads_to_what_it_names() -> None:
    m = Maker()
    entries = (
        ContentsEntry(m.inline("Boats"), 2, "boats"),
        ContentsEntry(m.inline("Nets"), 1, "nets"),
        ContentsEntry(m.inline("Gone"), 1, "nowhere"),
    )
    sections = [m.s(m.h(2, name), m.p("x"), node_id=name.lower()) for name in ("Boats", "Nets")]
    nav = built(Contents(entries, title=m.inline("Inside")), *sections).one(class_="contents")
    assert [(link.get("href"), text_of(link)) for link in nav.iter("a")] == [
        ("#boats", "Boats"),
        ("#nets", "Nets"),
    ]
    assert text_of(nav) == "Inside Boats Nets Gone"


def test_a_contents_list_nests_by_depth() -> None:
    m = Maker()
    depths = (2, 1, 2, 3, 1)
    entries = tuple(ContentsEntry(m.inline(str(depth)), depth) for depth in depths)
    nav = built(Contents(entries)).one("nav")
    assert [len(list(part)) for part in nav.iter("ol")] == [3, 1, 1]


def test_of_two_sections_with_one_id_the_first_has_it() -> None:
    m = Maker()
    twins = [m.s(m.h(2, name), m.p("x"), node_id="a b") for name in ("One", "Two")]
    assert [part.get("id") for part in built(*twins).all("h2", class_="rank-2")] == ["a-b", "a-b-2"]


# --- interviews and roles


def test_a_question_is_told_from_its_answers() -> None:
    first, second, third = shown(interview()).all("div", class_="exchange")
    assert [classes(part) for part in second] == [
        ["turn", "question"],
        ["turn", "answer"],
        ["turn", "answer"],
        ["turn", "answer"],
        ["turn", "answer"],
    ]
    assert text_of(first[0]) == "Editor’s Question What does a week change?"
    assert [part.tag for part in third[0]] == ["h2"]


def test_a_label_stands_as_in_the_file_and_a_name_only_where_it_changes() -> None:
    labels = shown(interview()).all("p", class_="label")
    assert [(text_of(part), "generated" in classes(part)) for part in labels[2:6]] == [
        ("editor’s Question", False),
        ("Harbour Master", False),
        ("Deputy", False),
        ("Harbour Master", True),
    ]
    assert len(labels) == 7


def test_a_turn_stands_outside_exchanges_too() -> None:
    m = Maker()
    turn = built(m.turn("Chair", "Good morning.", node_id="t")).one("div", class_="turn")
    assert (turn.get("id"), text_of(turn)) == ("t", "Chair Good morning.")


def test_a_role_is_a_class() -> None:
    m = Maker()
    found = built(m.p("x", role="Call to action!"), m.s(m.h(2, "y"), m.p("z"), role="conclusion"))
    assert found.texts("p", class_="role-call-to-action") == ["x"]
    assert found.texts("section", class_="role-conclusion") == ["y z"]


# --- lists, figures, code, quotes


def test_lists_keep_their_numbers_and_their_nesting() -> None:
    m = Maker()
    inner = OrderedList((m.item("one"), m.item("two")), start=2, style="roman")
    outer = OrderedList((m.item("first", inner), m.item("second", "more")), style="alpha")
    found = built(outer)
    assert [(part.get("type"), part.get("start")) for part in found.all("ol")] == [
        ("a", None),
        ("i", "2"),
    ]
    first, second = found.all("ol")[0]
    assert [part.tag for part in first] == ["ol"]
    assert [part.tag for part in second] == ["p", "p"]


def test_a_picture_is_told_not_fetched() -> None:
    m = Maker()
    caption, credit = m.inline("The quay."), m.inline("Photo: Ines")
    found = built(Figure("https://a.org/q.jpg", "An empty quay", caption, credit))
    assert not found.all("img")
    assert found.texts("figure") == [
        "Picture: An empty quay https://a.org/q.jpg The quay. Photo: Ines"
    ]
    assert found.attributes("href") == ["https://a.org/q.jpg"]
    assert not built(Figure("javascript:x", "alt")).attributes("href")


def test_code_keeps_its_lines() -> None:
    m = Maker()
    lines = tuple(m.t(line) for line in ("\n", "a  b\r\n", "\tc < d\n"))
    (code,) = built(CodeBlock(lines)).one("pre")
    assert code.text == "\na  b\n\tc < d"


def test_a_quote_holds_its_paragraphs() -> None:
    m = Maker()
    assert [part.tag for part in built(Quote(m.blocks("a", "b"))).one("blockquote")] == ["p", "p"]


# --- notes and colophon


def test_a_note_and_its_mark_lead_to_each_other() -> None:
    m = Maker()
    body = m.p("a", m.reference("1", "x"), "b", m.reference("1", "x"), m.reference("*", "none"))
    notes = (Note("x", m.blocks("the note")), Note("y", m.blocks("never called")))
    found = shown(document(body, notes=notes))
    item, other = found.one(class_="notes").iter("li")
    marks = [link for link in found.all("a") if link.get("role") == "doc-noteref"]
    assert [mark.get("href") for mark in marks] == [f"#{item.get('id')}"] * 2
    (back,) = item.iter("a")
    assert back.get("href") == f"#{marks[0].get('id')}"
    assert back.get("aria-label") == "Back to reference 1"
    assert (text_of(item), text_of(other)) == ("1 the note", "y never called")
    assert found.texts("sup") == ["[1]", "[1]", "*"]


def test_the_colophon_tells_what_the_page_was_made_from_and_what_is_not_in_it() -> None:
    found = shown(article(), options(timestamp=1_700_000_000)).one(class_="colophon")
    terms = [text_of(part) for part in found.iter("dt")]
    told = dict(zip(terms, (text_of(part) for part in found.iter("dd")), strict=True))
    assert told["Source"] == "harbour.txt"
    assert re.fullmatch("[0-9a-f]{64}", told["SHA-256"])
    assert told["Rights"] == "© The Sandhavn Post"
    assert told["Kind of document"] == "Article (article)"
    assert re.fullmatch(r"converter \d+\.\d+\.\d+, 2023-11-14 22:13 UTC", told["Made"])
    assert told["Notices"] == "warnings: 1, information: 2"
    assert told["Left out"] == "debris: a letter that was a line break × 2"
    assert "Characters" not in told
    assert "generated" in classes(found)


# --- languages


def test_our_words_are_in_the_language_of_the_document() -> None:
    m = Maker()
    spanish = built(m.p("x"), language="es-MX")
    assert spanish.one(class_="colophon").get("lang") is None
    assert text_of(spanish.one(class_="colophon")).startswith("Sobre este documento")
    finnish = built(m.p("x"), language="fi")
    assert finnish.one(class_="colophon").get("lang") == "en"


def test_a_page_states_its_language_or_that_it_is_unknown() -> None:
    m = Maker()
    for language, stated in (("pt-BR", "pt-BR"), ("", "und"), ('en" onload="x', "und")):
        assert built(m.p("x"), language=language).root.get("lang") == stated


def test_what_runs_the_other_way_says_so() -> None:
    m = Maker()
    found = built(m.p("עברית"), m.p("2024 English"), m.p("2024"), language="he")
    assert found.root.get("dir") == "rtl"
    assert [part.get("dir") for part in found.one(class_="body")] == [None, "ltr", None]


# --- tables


def table_of(made: Table) -> Page:
    return built(made)


def test_header_cells_say_what_they_head() -> None:
    m = Maker()
    made = Table(
        header=(m.row(m.cell(""), "Length", m.cell("Both", colspan=2)),),
        rows=(
            m.row(m.cell("North", rowspan=2), "1", "2", "3"),
            m.row("4", "5", "6"),
            m.row("South", "7"),
        ),
        caption=m.inline("Moles"),
        stub=1,
    )
    found = table_of(made)
    assert [(text_of(part), part.get("scope")) for part in found.all("th")] == [
        ("Length", "col"),
        ("Both", "colgroup"),
        ("North", "rowgroup"),
        ("South", "row"),
    ]
    assert [part.tag for part in found.one("table")] == ["caption", "colgroup", "thead", "tbody"]
    assert text_of(found.one("caption")) == "Moles"


def test_every_row_is_filled_and_no_cell_claims_what_is_not_there() -> None:
    m = Maker()
    made = Table(
        (
            m.row(m.cell("a", rowspan=9), m.cell("b", colspan=900), "c"),
            m.row("d"),
            m.row("e", "f", "g"),
        )
    )
    rows = [
        [(int(c.get("colspan", 1)), int(c.get("rowspan", 1))) for c in row]
        for row in table_of(made).all("tr")
    ]
    assert rows == [
        [(1, 3), (3, 1), (1, 1)],
        [(1, 1), (3, 1)],
        [(1, 1), (1, 1), (1, 1), (1, 1)],
    ]


def test_numbers_stand_to_the_right_and_a_stated_side_is_kept() -> None:
    m = Maker()
    made = Table(
        header=(m.row("Name", "Sum", "Mixed", "Side"),),
        rows=(
            m.row("a", "1,204", "7", m.cell("x", align="center")),
            m.row("b", "–", "none", "y"),
            m.row("c", "-5.6 %", "8", "z"),
        ),
    )
    first, *_, last = table_of(made).all("tr")
    assert [part.get("class") for part in first] == [None, "numeric", None, None]
    assert [part.get("class") for part in last] == [None, "numeric", None, None]
    assert table_of(made).all("td", class_="center")[0].text == "x"


def test_a_cell_may_hold_blocks() -> None:
    m = Maker()
    several = Cell(m.blocks("one", "two"))
    plain, rich, listed = table_of(
        Table((Row((m.cell("plain"), several, Cell(m.blocks("one", m.bullets("two"))))),))
    ).all("td")
    assert plain.text == "plain"
    assert [part.tag for part in rich] == ["p", "p"]
    assert [part.tag for part in listed] == ["ul"]


@pytest.mark.parametrize(("columns", "size"), [(3, ""), (7, "narrow"), (12, "narrower")])
def test_many_columns_are_set_smaller(columns: int, size: str) -> None:
    m = Maker()
    found = table_of(Table(tuple(m.row(*["word"] * columns) for _ in range(9)))).one("table")
    assert found.get("class", "") == size


def test_a_table_of_few_rows_stands_on_one_page() -> None:
    m = Maker()
    rows = tuple(m.row("x", "y") for _ in range(9))
    assert table_of(Table(rows[:8])).one("table").get("class") == "short"
    assert table_of(Table(rows)).one("table").get("class") is None


def test_a_table_of_nothing_leaves_its_caption() -> None:
    m = Maker()
    assert table_of(Table((), caption=m.inline("Empty"))).texts("p", class_="caption") == ["Empty"]
    assert not table_of(Table(())).all("table")


def test_a_turn_without_words_is_no_trouble() -> None:
    assert built(Exchange(Turn(()), ())).one("div", class_="exchange") is not None
