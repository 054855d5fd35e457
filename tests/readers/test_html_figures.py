"""Pictures and tables in the frames that pages set them in."""

from __future__ import annotations

from converter.model import Figure, Paragraph, Table, text_of
from readers.web_pages import page, shapes


def test_words_of_a_figure_round_a_table_are_its_caption() -> None:
    (table,) = page(
        "<figure><table><tr><th>Port</th></tr><tr><td>Elm</td></tr></table>"
        "<figcaption>Fares</figcaption></figure>"
    ).blocks
    assert isinstance(table, Table)
    assert text_of(*table.caption) == "Fares"


def test_figure_round_a_table_that_sets_a_page_is_only_a_frame() -> None:
    source = (
        "<figure><table role=none><tr><td>Elm</td></tr></table><figcaption>A</figcaption></figure>"
    )
    assert shapes(source) == ["Paragraph: Elm", "Paragraph: A"]


def test_list_of_nothing_but_pictures_is_no_list() -> None:
    source = "<p>a</p><ul><li><img src=a.jpg></li><li><figure><img src=b.jpg></figure></li></ul>"
    assert [type(block) for block in page(source).blocks] == [Paragraph, Figure, Figure]
