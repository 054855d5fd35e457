"""What holds for any page whatever: it is read, recovered, and all of it is still there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

from hypothesis import example, given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.model import Document
from converter.pipeline import convert
from converter.readers import ReadOptions
from laws import assert_laws
from readers.web_pages import PROSE, article

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
        f"<p>{PROSE}</p>", "<caption><ul><li>x</caption>", "<frameset>", "<body>",
        "</body>", "<x-y>",
    ]
)  # fmt: skip


def outcome(data: bytes, *, keep: bool = False) -> Document | None:
    """The recovered document, of which all laws hold; None for a page that is refused."""
    options = ReadOptions(keep_furniture=keep)
    try:
        found = convert(data, name="page.html", format="html", to=(), reading=options).document
    except InputError as error:
        if not str(error).startswith("page.html"):
            raise
        return None
    assert_laws(found)
    return found


@given(st.lists(PIECES, max_size=40).map("".join))
@example("<b></b>&nbsp;<sup><a href='#fn1'>1</a></sup><p id=fn1><p id=fn1>")
@example("<pre>x<br>y<p hidden>z</pre>w")
@example("<li hidden>a<ul><li>b</ul>c")
def test_any_soup_is_read_and_all_of_it_is_there(source: str) -> None:
    outcome(source.encode())
    outcome(source.encode(), keep=True)


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_document_or_one_error(data: bytes) -> None:
    outcome(data)


def test_mutated_page_is_read_and_all_of_it_is_there() -> None:
    table = "<table><caption>T</caption><tr><th>a<th>b<tr><td colspan=2>c</table>"
    source = article(
        f"<figure><img src=a.jpg><figcaption>Quay. Photo: B</figcaption></figure>{table}"
        "<ul><li>x<ol><li>y</ol></ul><nav><a href=/>n</a></nav><pre>a\n b</pre>",
        '<script type="application/ld+json">{"@type": "Article", "author": "Ida"}</script>',
    )
    chance = random.Random(5)
    outcomes = [outcome(mutated) for mutated in islice(mutations(source.encode(), chance), 150)]
    assert any(outcomes)


def mutations(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """The bytes with a piece cut out, doubled elsewhere, or one byte changed."""
    while True:
        first, at = chance.randrange(len(data)), chance.randrange(len(data))
        piece = data[first : first + chance.randrange(60)]
        yield data[:first] + data[first + len(piece) :]
        yield data[:at] + piece + data[at:]
        yield data[:at] + bytes((chance.randrange(256),)) + data[at + 1 :]
