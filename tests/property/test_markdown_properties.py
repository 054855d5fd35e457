"""What holds for any text read as Markdown: all of it is there, once, and leads back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from converter.errors import InputError
from converter.model import Document
from converter.readers import read
from converter.recovery import recover
from converter.schemas.loading import load_schema
from converter.sources import load
from hostile import HOSTILE
from laws import LAWS, markup_holds_no_words, source_of
from property.texts import texts

SCHEMA = load_schema("article")

PIECES = (
    *("> ", "- ", "1. ", "  ", "    ", "\t", "# ", "\n", "\n", "\n\n", "\r\n", "  \n", "\\\n"),
    *("word ", "The port ", "*", "**", "_", "~~", "`", "```\n", "---\n", "===\n", "+++\n", "\\"),
    *("[", "]", "](", ")", "![", '](x.png "Title")', "[^1]", "[^1]: ", "^[", "[a]: /u 'b'\n"),
    *("|", "|---|---|\n", "| a | b |\n", "\\|", "&amp;", "&eacute;", "&#10;", "&nbsp;", "&ngE;"),
    *("<b>", "</b>", "<i>", "<br>", "<!-- c -->", "<!--", "<div>", "</div>", "<p>", "<code>"),
    *("<table>", "<tr>", "<td>", "</table>", "<caption>", "<ul><li>", "</ul>", "<blockquote>"),
    *("<figure>", "<figcaption>", "</figure>", "<img src=x alt='a b'>", "<h2>", "</h2>", "<pre>"),
    *("</pre>", "<script>", "<a href=x>", "</a>", "title: x\n", "tags: [a, b]\n", "www.a.example"),
    *("https://a.example/b_c.", "<http://a.example>", "{{< x *y* >}}", "{: .a}", "\u2028", "\0"),
)
"""What the reader looks at: marks, tags, references, and what lies across their borders."""

markdown = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), texts)

# The law on marks without words knows only well-formed tags and definitions.
KEPT = tuple(law for law in LAWS if law is not markup_holds_no_words)

FOUND = (
    "<blockquote>[a]</div>\n<table></td></tr>\t[^1]</td></tr>\n<h2><br>\n&eacute;\n",
    "<code>&amp;`\n<ul><li>The port </code>",
    "^[\\\n](x.png)",
    "# \u2028^[<table>](\r\n</i>",
    "<div\n<a\n",
    "<figcaption></table><figure><td>[^1]</li></ul>title: x",
    "](x)\\|\n---\n^[| a | b |\n",
    "<pre>a\n<br>",
)
"""Texts that once broke a law."""


def document_of(text: str) -> Document:
    return read(source_of(text, "a.md", "markdown"))


def assert_kept(document: Document) -> None:
    for law in KEPT:
        law(document)


@given(markdown)
def test_any_markdown_is_read_and_all_of_it_is_there(text: str) -> None:
    assert_kept(document_of(text))


@given(markdown)
def test_any_markdown_is_recovered_and_all_of_it_is_there(text: str) -> None:
    assert_kept(recover(document_of(text), SCHEMA))


@pytest.mark.parametrize("text", FOUND)
def test_what_once_broke_a_law_keeps_it(text: str) -> None:
    document = document_of(text)
    assert_kept(document)
    assert_kept(recover(document, SCHEMA))


@given(markdown)
@example("&eacute;\r\n&ngE; a\rb")
def test_every_offset_leads_back_to_its_line(text: str) -> None:
    source = document_of(text).source
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for offset in range(0, len(source.text), 7):
        place = source.locate(offset)
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 2


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_document_or_in_one_clear_error(data: bytes) -> None:
    try:
        source = load(data, "a.md", "markdown")
    except InputError as error:
        message = str(error)
        assert message.startswith("a.md:")
        assert "; " in message
    else:
        assert_kept(read(source))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_as_markdown(name: str) -> None:
    assert_kept(document_of(HOSTILE[name][:100_000]))
