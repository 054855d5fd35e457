"""What a page says of its article, by whom, and what happens when two disagree."""

from __future__ import annotations

import json

import pytest

from converter.model import Document
from readers.web_pages import article, page


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def meta(document: Document, name: str) -> tuple[str, str]:
    """The value and the origin of one item."""
    return document.meta(name), next(
        (item.origin for item in document.metadata if item.name == name), ""
    )


NEWS = {
    "@type": "NewsArticle",
    "headline": "Gale over Aldmouth",
    "author": {"@type": "Person", "name": "Ida Berg"},
    "datePublished": "2031-03-04T06:00:00Z",
    "dateModified": "2031-03-05",
    "articleSection": ["Weather", "Coast"],
    "keywords": "gale, harbour , ferry",
    "publisher": {"@type": "Organization", "name": "Aldmouth Post"},
    "description": "The ferry left &amp; nobody spoke.",
    "inLanguage": "en-GB",
}


@pytest.mark.parametrize(
    "block",
    [
        NEWS,
        [{"@type": "WebSite", "name": "Post"}, NEWS],
        {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList"}, NEWS]},
        {"@type": "WebPage", "mainEntity": NEWS},
        {**NEWS, "@type": ["Article", "NewsArticle"]},
        {**NEWS, "@type": "https://schema.org/NewsArticle"},
    ],
    ids=["alone", "in a list", "in a graph", "as main entity", "two types", "full address"],
)
def test_article_is_found_however_it_is_wrapped(block: object) -> None:
    document = page(article("", linked(block)))
    assert meta(document, "headline") == ("Gale over Aldmouth", "json-ld")
    assert meta(document, "byline") == ("Ida Berg", "json-ld")
    assert meta(document, "published") == ("2031-03-04T06:00:00Z", "json-ld")
    assert meta(document, "updated") == ("2031-03-05", "json-ld")
    assert meta(document, "section") == ("Weather", "json-ld")
    assert meta(document, "keywords") == ("gale, harbour, ferry", "json-ld")
    assert meta(document, "publisher") == ("Aldmouth Post", "json-ld")
    assert meta(document, "standfirst") == ("The ferry left & nobody spoke.", "json-ld")


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Ida Berg", "Ida Berg"),
        ({"name": "Ida Berg"}, "Ida Berg"),
        ([{"name": "Ida Berg"}, "Olu Ade"], "Ida Berg, Olu Ade"),
        ({"@type": "Organization", "name": "Coast Desk"}, "Coast Desk"),
        (["https://post.example/ida", "Ida Berg", "Ida Berg"], "Ida Berg"),
        ({"name": ["Ida Berg"]}, "Ida Berg"),
        (None, ""),
        (7, ""),
    ],
)
def test_authors_are_read_in_every_form(author: object, byline: str) -> None:
    assert page(article("", linked({**NEWS, "author": author}))).meta("byline") == byline


@pytest.mark.parametrize(
    "words",
    [
        '{"@type": "NewsArticle", "headline": "Gale\n over Aldmouth"}',
        '<!-- {"@type": "NewsArticle", "headline": "Gale over Aldmouth"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Gale over Aldmouth"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Gale over Aldmouth",}',
        '{"@type": "NewsArticle", "headline": "Gale over Aldmouth"}'.replace('"', "&quot;"),
    ],
    ids=["raw line end", "comment", "cdata", "trailing comma", "entities"],
)  # fmt: skip
def test_json_ld_that_is_badly_written_is_read(words: str) -> None:
    document = page(article("", f'<script type="application/ld+json">{words}</script>'))
    assert document.meta("headline") == "Gale over Aldmouth"
    assert "C223" not in [notice.code for notice in document.notices]


@pytest.mark.parametrize("words", ["{", "[" * 100_000, '{"a": nope}', "1e999999x"])
def test_json_ld_that_nobody_can_read_is_told(words: str) -> None:
    document = page(article("", f'<script type="application/ld+json">{words}</script>'))
    assert "C223" in [notice.code for notice in document.notices]


def test_opengraph_comes_before_meta_and_both_have_their_origin() -> None:
    head = (
        '<meta property="og:title" content="Gale at sea"><meta name=description content="Wind.">'
        '<meta property="article:published_time" content="2031-03-04">'
        '<meta name=date content="1999-01-01"><meta name=author content="Ida Berg">'
        '<meta property="article:author" content="https://social.example/ida">'
        '<meta property="article:tag" content=gale><meta property="article:tag" content=ferry>'
        '<link rel=canonical href="https://post.example/gale">'
    )
    document = page(article("", head))
    assert meta(document, "headline") == ("Gale at sea", "opengraph")
    assert meta(document, "standfirst") == ("Wind.", "meta")
    assert meta(document, "published") == ("2031-03-04", "opengraph")
    assert meta(document, "byline") == ("Ida Berg", "meta")
    assert meta(document, "keywords") == ("gale, ferry", "opengraph")
    assert meta(document, "canonical_url") == ("https://post.example/gale", "link")


def test_microdata_is_read() -> None:
    body = (
        '<span itemprop=articleSection>Weather</span><meta itemprop=datePublished content="2031">'
    )
    document = page(article(body))
    assert meta(document, "section") == ("Weather", "microdata")
    assert meta(document, "published") == ("2031", "microdata")


def test_title_loses_the_name_of_the_site() -> None:
    document = page("<title>Gale over Aldmouth | The Post</title><p>It blew.")
    assert meta(document, "headline") == ("Gale over Aldmouth", "title")


def test_time_that_the_page_shows_is_the_date_with_its_place() -> None:
    document = page(article("<p><time datetime=2031-03-04>4 March</time> by night</p>"))
    (item,) = [item for item in document.metadata if item.name == "published"]
    assert (item.value, item.origin) == ("2031-03-04", "text")
    assert item.span is not None
    assert document.source.text[item.span.start : item.span.end] == "4 March"


def test_byline_that_readers_see_wins_and_the_dispute_is_told() -> None:
    body = "<p class=byline>By <a rel=author>Olu Ade</a></p>"
    document = page(article(body, linked(NEWS)))
    assert meta(document, "byline") == ("Olu Ade", "text")
    (notice,) = [notice for notice in document.notices if notice.code == "C222"]
    assert "Ida Berg" in notice.message
    assert notice.span is not None


def test_bylines_that_agree_are_no_dispute() -> None:
    body = "<p class=byline>By Ida Berg and staff</p>"
    document = page(article(body, linked(NEWS)))
    assert document.meta("byline") == "Ida Berg and staff"
    assert "C222" not in [notice.code for notice in document.notices]


@pytest.mark.parametrize(
    ("opening", "language"),
    [
        ("<html lang=pt-BR>", "pt-BR"),
        ("<html lang='not a tag!'>", ""),
        ('<html><meta property="og:locale" content="fr_FR">', "fr-FR"),
        ("<html>", ""),
    ],
)
def test_language_is_the_pages(opening: str, language: str) -> None:
    assert page(f"{opening}<p>Olá").language == language
