"""Pages that break parsers: each ends in a document or in one error, soon."""

from __future__ import annotations

import random
from itertools import islice

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.model import text_of
from converter.pipeline import convert, read
from converter.readers.html import marking
from laws import assert_laws
from readers.web_pages import PROSE, article, page, words

DEEP = 20_000

HOSTILE = {
    "divs in divs": "<div>" * 100_000 + "x",
    "spans in spans": "<span>" * DEEP + "x",
    "lists in lists": "<ul><li>" * DEEP + "x",
    "quotes in quotes": "<blockquote>" * DEEP + "x",
    "tables in tables": "<table><tr><td>" * DEEP + "x",
    "unknown elements": "<x-a>" * DEEP + "x",
    "styles that are opened anew": "".join(f"<b id={n}>" for n in range(DEEP)) + "<p>x" * 5000,
    "styles across paragraphs": "<p><b>x</p>" * 2_000,
    "open brackets": "<" * DEEP,
    "open comments": "x<!--" * DEEP,
    "open quotes": '<a b="' * DEEP + '">x',
    "attributes": "<p " + "".join(f"a{n}=1 " for n in range(DEEP)) + ">x",
    "end tags": "x" + "</div>" * DEEP,
    "drawings": "x" + "<svg><g>" * DEEP,
    "a foreign element in each other": "x" + "<svg><x/>" * DEEP,
    "templates": "<template>" * DEEP + "x",
    "breaks": "x" + "<br>" * DEEP,
    "entities": "x&amp;&#x41;&notit;" * DEEP,
    "paragraphs": "<p>x" * DEEP,
    "links to one note": "<p id=fn1>n<p>x" + '<a href="#fn1">1</a>' * DEEP,
    "one word of a name": f'<p class="{"a-" * DEEP}">x',
    "one line": "<p>" + "x " * DEEP * 5,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_page_ends_in_a_document(name: str) -> None:
    document = read(HOSTILE[name].encode(), name="page.html", format="html")
    assert_laws(document)
    assert "x" in document.source.text or name == "open brackets"


def test_frames_that_are_cut_are_told_and_their_words_stay_apart() -> None:
    document = page("<div>" * 2000 + "one</div><div>two" + "</div>" * 2000)
    assert [text_of(block) for block in document.blocks] == ["one", "two"]
    assert "C225" in [notice.code for notice in document.notices]


def test_nesting_stops_at_the_depth_asked_for() -> None:
    source = "<blockquote>" * 50 + "x"
    (block,) = page(source, depth=3).blocks
    depth = 0
    while hasattr(block, "blocks"):
        (block,) = block.blocks
        depth += 1
    assert depth == 3


def test_table_too_thin_to_be_one_is_dissolved() -> None:
    thin = "<table><tr>" + "<th>a" * 3000 + "<tr><td>b" * 3000 + "</table>"
    assert len(words(page(thin))) > 6000


def test_too_many_elements_are_refused_with_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MAX_NODES", 100)
    with pytest.raises(InputError, match=r"^page\.html:\d+:1: more than 100 elements .*; split"):
        page("<p>x\n" * 200)


MARK = marking.MARKS[0]


@pytest.mark.parametrize("marks", [MARK, MARK + "1" + MARK, marking.MARKS])
def test_marks_of_ours_in_the_page_are_text(marks: str) -> None:
    assert page(f"<p>a{marks}b").source.text == f"a{marks}b"


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href=x>", "</a>", "<ul>", "<li>",
        "</ul>", "<ol>", "<dl>", "<dt>", "<dd>", "<table>", "<tr>", "<td>", "<th>", "<caption>",
        "</table>", "<h1>", "</h1>", "<h2>", "<blockquote>", "</blockquote>", "<pre>", "</pre>",
        "<br>", "<hr>", "<figure>", "<figcaption>", "</figure>", "<img src=x alt=y>", "<nav>",
        "</nav>", "<span hidden>", "</span>", "<sup>", '<a href="#fn1">1</a>', "</sup>",
        "<p id=fn1>", "<select>", "<option>", "<svg>", "<math>", "<template>", "</template>",
        "<noscript>", "<!-- c -->", "<![CDATA[x]]>", "<script>s</script>", "<title>t</title>",
        "<code>", "</code>", "<aside>", "<form>", "<button>", "<details>", "<summary>", "<main>",
        "<article>", "</article>", "\n", " ", "\u00a0", "\u00ad", "word", "A sentence, with more.",
        "&amp;", "&#0;", "<", "&", "=\"", "'", "Photo: Ida", "<time datetime=2031-01-01>", "\x00",
        f"<p>{PROSE}</p>", "<caption><ul><li>x</caption>", "<frameset>", "<body>", "</body>", "<x-y>",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
@example("<b></b>&nbsp;<sup><a href='#fn1'>1</a></sup><p id=fn1><p id=fn1>")
@example("<pre>x<br>y<p hidden>z</pre>w")
@example("<li hidden>a<ul><li>b</ul>c")
def test_any_soup_is_read_and_all_of_it_is_there(source: str) -> None:
    for keep in (False, True):
        try:
            document = page(source, keep=keep)
        except InputError as error:
            assert (
                "no text" in str(error)
                or "white space" in str(error)
                or "empty" in str(error)
                or "frames" in str(error)
            )
        else:
            recovered = convert(source.encode(), name="page.html", format="html", to=())
            assert_laws(recovered.document)
            assert document.source.characters == len(document.source.text)


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_document_or_one_error(data: bytes) -> None:
    try:
        assert_laws(read(data, name="page.html", format="html"))
    except InputError as error:
        assert str(error).startswith("page.html")


def test_mutated_page_is_read_and_all_of_it_is_there() -> None:
    table = "<table><caption>T</caption><tr><th>a<th>b<tr><td colspan=2>c</table>"
    source = article(
        f"<figure><img src=a.jpg><figcaption>Quay. Photo: B</figcaption></figure>{table}"
        "<ul><li>x<ol><li>y</ol></ul><nav><a href=/>n</a></nav><pre>a\n b</pre>",
        '<script type="application/ld+json">{"@type": "Article", "author": "Ida"}</script>',
    )
    chance = random.Random(5)
    for mutated in islice(_mutations(source, chance), 150):
        try:
            assert_laws(convert(mutated, name="page.html", format="html", to=()).document)
        except InputError as error:
            assert str(error).startswith("page.html")


def _mutations(source: str, chance: random.Random):  # type: ignore[no-untyped-def]
    data = source.encode()
    while True:
        first, second = sorted(chance.randrange(len(data)) for _ in range(2))
        piece = data[first : min(second, first + 60)]
        at = chance.randrange(len(data))
        kind = chance.randrange(3)
        yield (
            data[:first] + data[first + len(piece) :]
            if kind == 0
            else data[:at] + piece + data[at:]
            if kind == 1
            else data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]
        )
