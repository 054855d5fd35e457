"""What surrounds an article becomes omissions with a reason, and comes back when asked for."""

from __future__ import annotations

import pytest

from converter.errors import InputError
from converter.model import Heading, text_of
from converter.pipeline import convert
from readers.web_pages import PROSE, article, left_out, page, shapes, words

STORY = "".join(f"<p>{PROSE}Part {number}.</p>" for number in range(5))

FURNITURE = {
    "navigation": "<nav><a href=/a>MARK</a> <a href=/b>World</a></nav>",
    "navigation by role": "<div role=navigation><a href=/a>MARK</a></div>",
    "breadcrumbs": "<div class=breadcrumbs><a href=/a>MARK</a></div>",
    "footer": "<footer><p>MARK and terms of use, all rights reserved.</p></footer>",
    "related links": "<div class=related-stories><h3>MARK</h3><ul><li><a href=/1>A</a></ul></div>",
    "share line": "<div class=share-bar>Share MARK <a href=/t>there</a></div>",
    "comments": f"<div id=comments><p>MARK wrote: {PROSE}</p></div>",
    "newsletter": "<div class=newsletterSignup>MARK <input type=email></div>",
    "cookie banner": "<div class=cookie-consent><p>MARK We value your privacy.</p></div>",
    "aside": "<aside><p>MARK and other things beside.</p></aside>",
    "advertisement": "<p>Advertisement</p><i>MARK</i>".replace("<i>MARK</i>", ""),
    "hidden": "<p hidden>MARK</p>",
    "display none": '<p style="color:red; display : none">MARK</p>',
    "aria hidden": "<p aria-hidden=true>MARK</p>",
    "noscript": "<noscript><p>MARK</p></noscript>",
    "template": "<template><p>MARK</p></template>",
    "for screen readers": "<span class=sr-only>MARK</span>",
    "a form": "<form><p>MARK <input><input></p></form>",
    "a button": "<button>MARK</button>",
}


@pytest.mark.parametrize("kind", FURNITURE)
@pytest.mark.parametrize("where", ["before", "inside", "after"])
def test_furniture_is_left_out_and_kept_with_a_reason(kind: str, where: str) -> None:
    piece = FURNITURE[kind]
    mark = "MARK" if "MARK" in piece else "Advertisement"
    first, second = STORY[: len(STORY) // 5], STORY[len(STORY) // 5 :]
    body = {
        "before": f"{piece}<article>{STORY}</article>",
        "inside": f"<article>{first}{piece}{second}</article>",
        "after": f"<article>{STORY}</article>{piece}",
    }[where]
    source = f"<title>Gale</title><body>{body}</body>"
    document = page(source)
    assert mark not in words(document)
    assert words(document).count("Part") == 5
    assert mark in " ".join(left_out(document).values())
    assert all(omission.kind == "furniture" for omission in document.omissions)
    assert "C221" in [notice.code for notice in document.notices]
    assert mark in words(page(source, keep=True))


def test_scripts_and_styles_are_no_text_at_all() -> None:
    source = f"<style>MARK{{}}</style><article>{STORY}<script>MARK()</script></article>"
    for keep in (False, True):
        assert "MARK" not in page(source, keep=keep).source.text


def test_page_without_furniture_loses_nothing() -> None:
    document = page(f"<body><article><h1>Gale</h1>{STORY}<p>End.</p></article>")
    assert document.omissions == ()
    assert words(document).startswith("Gale")
    assert words(document).endswith("End.")


@pytest.mark.parametrize(
    "name", ["entry-content social", "article-body widget", "post-content sidebar-right"]
)
def test_article_with_an_unlucky_name_is_still_the_article(name: str) -> None:
    document = page(f'<div class="{name}">{STORY}</div><div class=promo><a href=/x>MARK</a></div>')
    assert words(document).count("Part") == 5
    assert "MARK" not in words(document)


def test_most_of_the_page_is_never_hidden_by_its_name() -> None:
    assert words(page(f"<div class=modal>{STORY}</div>")).count("Part") == 5


def test_paragraph_beside_the_frame_belongs_to_the_article() -> None:
    body = f"<div><p>{PROSE}First.</p><div class=body>{STORY}</div><p>{PROSE}Last.</p></div>"
    found = words(page(f"<body><main>{body}</main>"))
    assert "First." in found
    assert "Last." in found


def test_list_and_table_in_the_article_stay() -> None:
    extra = "<ul><li>One</li><li>Two</li></ul><table><tr><th>a<th>b<tr><td>c<td>d</table>"
    found = shapes(f"<main>{STORY}{extra}{STORY}</main>")
    assert "BulletList: OneTwo" in found
    assert "Table: abcd" in found


def test_headline_outside_the_article_is_metadata_with_its_place() -> None:
    source = (
        "<title>Gale over Aldmouth | The Post</title><body><header><h1>Gale over Aldmouth</h1>"
        f"</header><div><nav><a href=/>Home</a></nav><div class=story>{STORY}</div></div>"
    )
    document = page(source)
    (item,) = [item for item in document.metadata if item.name == "headline"]
    assert (item.value, item.origin) == ("Gale over Aldmouth", "heading")
    assert item.span is not None
    assert document.source.text[item.span.start : item.span.end] == "Gale over Aldmouth"


def test_first_section_is_no_headline_when_the_page_shows_one_outside() -> None:
    source = (
        "<title>Gale over Aldmouth</title><body><header><h1>Gale over Aldmouth</h1></header>"
        f"<div id=x><p>menu</p></div><div class=story>{STORY}<h2>The night</h2>{STORY}</div>"
    )
    document = convert(source.encode(), name="page.html").document
    levels = [block.level for block in document.blocks if hasattr(block, "level")]
    assert document.meta("headline") == "Gale over Aldmouth"
    assert levels == [2]


def test_heading_over_the_headline_is_no_heading() -> None:
    source = f"<title>Gale - Post</title><article><h4>Weather</h4><h1>Gale</h1>{STORY}</article>"
    found = [text_of(block) for block in page(source).blocks if isinstance(block, Heading)]
    assert found == ["Gale"]


def test_label_for_screen_readers_is_left_out_and_a_table_for_them_is_not() -> None:
    table = "<table class=sr-only><tr><th>Year<th>Gales<tr><td>1990<td>4</table>"
    document = page(article(f"<p><span class=sr-only>Picture:</span> Quay</p>{table}"))
    assert "1990" in words(document)
    assert left_out(document) == {"for screen readers": "Picture:"}


def test_text_of_a_shadow_root_is_text() -> None:
    source = f"<x-card><template shadowrootmode=open><article>{STORY}</article></template></x-card>"
    assert words(page(source)).count("Part") == 5


# --- pages that scripts draw ----------------------------------------------------------------------


def test_page_whose_text_is_in_a_script_says_so() -> None:
    script = f'<script type="application/json">{{"body": "{PROSE * 5}"}}</script>'
    document = page(f"<body><p>Please switch on scripts.</p>{script}")
    (notice,) = [notice for notice in document.notices if notice.code == "C224"]
    assert "scripts" in notice.message


@pytest.mark.parametrize(
    ("source", "word"),
    [
        (f'<div id=root></div><script>x={{"body": "{PROSE * 5}"}}</script>', "a script in it"),
        ("<frameset><frame src=a.html></frameset>", "frames"),
        ("<body><script>x=1</script></body>", "holds no text"),
    ],
)
def test_page_without_text_is_refused_with_what_to_do(source: str, word: str) -> None:
    with pytest.raises(InputError, match=word) as caught:
        page(source)
    assert str(caught.value).startswith("page.html:1:1: ")
    assert ";" in str(caught.value)


def test_page_that_hides_all_its_text_shows_it() -> None:
    assert words(page(f"<div style='display:none'>{STORY}</div>")).count("Part") == 5


def test_headline_of_a_post_goes_before_the_name_of_the_site() -> None:
    source = (
        "<title>The Post: Gale over Aldmouth</title><body><header><h1>The Post</h1></header>"
        f"<div><h3>Gale over Aldmouth</h3><div class=story>{STORY}</div></div>"
    )
    assert page(source).meta("headline") == "Gale over Aldmouth"


def test_column_of_links_in_a_page_set_by_a_table_is_left_out() -> None:
    source = (
        "<table><tr><td><b>Parts</b><br><a href=/a>Politics</a><br><a href=/b>Sport</a></td>"
        f"<td>{STORY}</td></tr></table>"
    )
    document = page(source)
    assert "Politics" not in words(document)
    assert "Politics" in left_out(document)["links"]
