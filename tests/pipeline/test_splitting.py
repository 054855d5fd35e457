"""A file of several articles becomes several documents, and each balances by itself."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from converter.checks import ledger
from converter.model import (
    INFO,
    Contents,
    ContentsEntry,
    Document,
    Heading,
    MetadataItem,
    Note,
    NoteReference,
    Notice,
    Omission,
    Paragraph,
    Place,
    Section,
    Span,
    Text,
    text_of,
    walk_document,
)
from converter.pipeline.splitting import group_articles, part_name, split_articles
from converter.schemas.loading import load_schema
from laws import assert_laws, source_of
from strategies import documents, examples

SCHEMA = load_schema("article")

FUSED = "Opening words.\nFirst Story\nIt rains.¹\nn\nSecond Story\nIt shines.\n¹ All day.\nBye.\n"


def text_at(words: str) -> Text:
    start = FUSED.index(words)
    return Text(words, Span(start, start + len(words)))


def article(headline: str, *blocks: Paragraph | Contents, name: str) -> Section:
    return Section(1, Heading(1, (text_at(headline),)), blocks, "article", name)


def fused(**changes: object) -> Document:
    """Words, an article with a note, debris, an article, and the note at the very end."""
    at = FUSED.index("¹")
    mark = NoteReference("¹", Span(at, at + 1), "n1")
    note_at = FUSED.index("¹ All")
    note = Note("n1", (Paragraph((text_at("All day."),)),), markup=(Span(note_at, note_at + 1),))
    debris = FUSED.index("\nn\n") + 1
    document = Document(
        source_of(FUSED, "weather.txt"),
        (
            Paragraph((text_at("Opening words."),)),
            article("First Story", Paragraph((text_at("It rains."), mark)), name="s1"),
            article("Second Story", Paragraph((text_at("It shines."),)), name="s2"),
            Paragraph((text_at("Bye."),)),
        ),
        notes=(note,),
        omissions=(Omission("debris", "a stray letter", "n", Span(debris, debris + 1)),),
    )
    document = replace(document, **changes)  # type: ignore[arg-type]
    assert ledger.check(document) == ()
    return document


def test_every_part_balances_by_itself() -> None:
    parts = split_articles(fused(), SCHEMA)
    assert len(parts) == 2
    for part in parts:
        assert_laws(part)


def test_parts_hold_the_whole_text_and_nothing_twice() -> None:
    parts = split_articles(fused(), SCHEMA)
    assert sum(part.source.characters for part in parts) == len(FUSED)
    assert sorted("".join(part.source.text for part in parts)) == sorted(FUSED)


def test_note_goes_to_the_article_that_refers_to_it() -> None:
    first, second = split_articles(fused(), SCHEMA)
    assert [note.id for note in first.notes] == ["n1"]
    assert second.notes == ()
    assert "All day." in first.source.text
    assert "All day." not in second.source.text


def test_note_goes_to_every_article_that_refers_to_it() -> None:
    document = fused()
    (before, first, second, after) = document.blocks
    assert isinstance(first, Section)
    assert isinstance(second, Section)
    assert isinstance(first.blocks[0], Paragraph)
    mark = first.blocks[0].inlines[1]
    assert isinstance(mark, NoteReference)
    again = replace(mark, text=" ", span=None, rule="a test", markup=())
    repeated = replace(second, blocks=(*second.blocks, Paragraph((again,))))
    parts = split_articles(replace(document, blocks=(before, first, repeated, after)), SCHEMA)
    for part in parts:
        assert_laws(part)
        assert "All day." in part.source.text


def test_note_goes_with_the_note_that_refers_to_it() -> None:
    document = fused()
    bye = Note("n2", (Paragraph((text_at("Bye."),)),))
    (first_note,) = document.notes
    mark = NoteReference(" ", None, "n2", rule="a test")
    first_note = replace(first_note, blocks=(*first_note.blocks, Paragraph((mark,))))
    document = replace(document, blocks=document.blocks[:3], notes=(first_note, bye))
    first, second = split_articles(document, SCHEMA)
    assert [note.id for note in first.notes] == ["n1", "n2"]
    assert second.notes == ()
    assert_laws(first)


def test_note_that_nothing_refers_to_stays_where_it_stands() -> None:
    document = fused()
    first = article("First Story", Paragraph((text_at("It rains.¹"),)), name="s1")
    blocks = (document.blocks[0], first, *document.blocks[2:])
    _, second = split_articles(replace(document, blocks=blocks), SCHEMA)
    assert [note.id for note in second.notes] == ["n1"]
    assert second.source.text.endswith("¹ All day.\nBye.\n")


def test_what_stands_before_the_first_article_goes_with_it() -> None:
    first, _ = split_articles(fused(), SCHEMA)
    assert text_of(first.blocks[0]) == "Opening words."


def test_what_stands_between_articles_goes_with_the_one_before() -> None:
    first, second = split_articles(fused(), SCHEMA)
    assert [omission.text for omission in first.omissions] == ["n"]
    assert second.omissions == ()


def test_what_stands_after_the_last_article_goes_with_it() -> None:
    _, second = split_articles(fused(), SCHEMA)
    assert text_of(second.blocks[-1]) == "Bye."


def test_parts_are_named_and_numbered_after_the_file() -> None:
    names = [part.source.name for part in split_articles(fused(), SCHEMA)]
    assert names == ["weather-1.txt", "weather-2.txt"]
    assert part_name("weather", 1) == "weather-1"
    assert part_name(".weather", 1) == ".weather-1"


def test_lines_of_a_part_are_counted_from_its_own_start() -> None:
    _, second = split_articles(fused(), SCHEMA)
    (section, _) = second.blocks
    assert isinstance(section, Section)
    assert isinstance(section.blocks[0], Paragraph)
    (leaf,) = section.blocks[0].inlines
    assert isinstance(leaf, Text)
    assert leaf.span is not None
    assert str(second.source.locate(leaf.span.start)) == "2:1"


def test_part_of_a_text_put_together_keeps_its_places() -> None:
    whole = fused()
    lines = [Place(start, name=f"line {n}") for n, start in enumerate(whole.source.line_starts)]
    _, second = split_articles(
        replace(whole, source=replace(whole.source, places=tuple(lines))), SCHEMA
    )
    found = [second.source.locate(start).name for start in second.source.line_starts]
    assert found[:3] == ["line 4", "line 5", "line 6"]


def test_identity_of_a_part_is_that_of_its_own_text() -> None:
    first, second = split_articles(fused(), SCHEMA)
    again = source_of(second.source.text, "weather-2.txt")
    assert second.source == again
    assert first.source.sha256 != second.source.sha256
    assert second.source.line_starts == again.line_starts


def test_each_part_states_its_own_headline() -> None:
    parts = split_articles(fused(), SCHEMA)
    assert [part.meta("headline") for part in parts] == ["First Story", "Second Story"]


def test_an_article_alone_in_its_document_is_no_part_of_a_file_any_more() -> None:
    for part in split_articles(fused(), SCHEMA):
        roles = [node.role for node in walk_document(part) if isinstance(node, Section)]
        assert roles == [""]


def test_notice_goes_where_it_points_and_everywhere_when_it_points_nowhere() -> None:
    shines = FUSED.index("shines")
    here = Notice("C301", INFO, "here", Span(shines, shines + 6))
    everywhere = Notice("C101", INFO, "everywhere")
    across = Notice("C302", INFO, "across", Span(0, len(FUSED)))
    first, second = split_articles(fused(notices=(here, everywhere, across)), SCHEMA)
    assert [notice.message for notice in first.notices] == ["everywhere", "across"]
    assert [notice.message for notice in second.notices] == ["here", "everywhere"]
    clipped = first.notices[1].span
    assert clipped is not None
    assert first.source.text[clipped.end - 2 :].startswith("n\n")
    found = second.notices[0].span
    assert found is not None
    assert second.source.text[found.start : found.end] == "shines"


def test_metadata_without_a_place_belong_to_every_part() -> None:
    desk = MetadataItem("section", "Weather", "user")
    parts = split_articles(fused(metadata=(desk,)), SCHEMA)
    assert [part.meta("section") for part in parts] == ["Weather", "Weather"]


def test_contents_list_keeps_its_words_but_not_the_way_to_another_part() -> None:
    entries = (
        ContentsEntry((text_at("Opening"),), target="s1"),
        ContentsEntry((text_at(" words."),), target="s2"),
    )
    document = fused()
    document = replace(document, blocks=(Contents(entries), *document.blocks[1:]))
    first, _ = split_articles(document, SCHEMA)
    contents = first.blocks[0]
    assert isinstance(contents, Contents)
    assert [entry.target for entry in contents.entries] == ["s1", ""]
    assert text_of(contents) == "Opening words."


def test_grouped_articles_still_point_into_the_whole_file() -> None:
    _, second = group_articles(fused(), SCHEMA)
    assert second.source.text == FUSED
    headline = second.metadata[0].span
    assert headline is not None
    assert FUSED[headline.start : headline.end] == "Second Story"


def test_document_of_one_article_comes_back_as_it_is() -> None:
    document = fused()
    alone = replace(document, blocks=document.blocks[:2])
    assert split_articles(alone, SCHEMA) == (alone,)


@examples
@given(documents(), st.lists(st.integers(0, 9), max_size=3))
def test_any_document_cut_anywhere_between_blocks_is_split_without_loss(
    document: Document, cuts: list[int]
) -> None:
    edges = sorted({0, *(min(cut, len(document.blocks)) for cut in cuts), len(document.blocks)})
    articles = tuple(
        Section(1, None, document.blocks[start:end], "article", f"part {start}")
        for start, end in pairwise(edges)
    )
    parts = split_articles(replace(document, blocks=articles), SCHEMA)
    assert Counter("".join(part.source.text for part in parts)) >= Counter(document.source.text)
    for part in parts:
        assert_laws(part)
