"""Promises of converter.model.walk: looking at a tree, rebuilding it, parting its inlines."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

import pytest

from converter.model import (
    Block,
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Exchange,
    Figure,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListItem,
    Node,
    Note,
    NoteReference,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    SourceFile,
    Span,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
    ThematicBreak,
    Turn,
    children,
    extent,
    join_texts,
    leaves,
    line_end_between,
    map_blocks,
    markup_of,
    split_inlines,
    text_of,
    walk,
    walk_document,
)

Blocks: TypeAlias = tuple[Block, ...]


def text(words: str, start: int = 0) -> Text:
    return Text(words, Span(start, start + len(words)))


def paragraph(words: str, start: int = 0) -> Paragraph:
    return Paragraph((text(words, start),))


A, B, C, D = (text(letter, at) for at, letter in enumerate("abcd"))
P, Q = paragraph("p", 10), paragraph("q", 11)
HEADING = Heading(2, (A,))
ITEM = ListItem((P,))
CELL = Cell((P,))
ROW = Row((CELL,))
HEADER = Row((Cell((Q,)),))
ENTRY = ContentsEntry((B,))
TURN = Turn((P,), label=(A,))
REPLY = Turn((Q,))

PARTS: list[tuple[Node, tuple[Node, ...]]] = [
    (A, ()),
    (Code("a", Span(0, 1)), ()),
    (NoteReference("1", Span(0, 1), "n1"), ()),
    (LineBreak(), ()),
    (Emphasis((A, B)), (A, B)),
    (Strong((A,)), (A,)),
    (Superscript((A,)), (A,)),
    (Subscript((A,)), (A,)),
    (Link((A,), "https://example.org/"), (A,)),
    (Paragraph((A, B)), (A, B)),
    (HEADING, (A,)),
    (BulletList((ITEM,)), (ITEM,)),
    (OrderedList((ITEM,)), (ITEM,)),
    (ITEM, (P,)),
    (Quote((P, Q)), (P, Q)),
    (CodeBlock((A, B)), (A, B)),
    (Table((ROW,), header=(HEADER,), caption=(A,)), (A, HEADER, ROW)),
    (ROW, (CELL,)),
    (CELL, (P,)),
    (Figure("pier.jpg", caption=(A,), credit=(B,)), (A, B)),
    (ThematicBreak(), ()),
    (Section(1, HEADING, (P,)), (HEADING, P)),
    (Section(1, None, (P,)), (P,)),
    (Contents((ENTRY,), title=(A,)), (A, ENTRY)),
    (ENTRY, (B,)),
    (TURN, (A, P)),
    (Exchange(TURN, (REPLY,)), (TURN, REPLY)),
]


@pytest.mark.parametrize(("node", "parts"), PARTS, ids=lambda value: type(value).__name__)
def test_parts_come_in_reading_order(node: Node, parts: tuple[Node, ...]) -> None:
    assert children(node) == parts


def test_walk_goes_parents_first_in_reading_order() -> None:
    section = Section(1, HEADING, (P,))
    assert list(walk((section, Q))) == [section, HEADING, A, P, P.inlines[0], Q, Q.inlines[0]]


def test_walk_of_nothing_is_nothing() -> None:
    assert list(walk(())) == []


def test_walk_is_safe_at_any_depth() -> None:
    block: Block = P
    for _ in range(20_000):
        block = Quote((block,))
    assert sum(1 for _ in walk((block,))) == 20_002
    assert text_of(block) == "p"
    assert extent(block) == Span(10, 11)


def test_walk_of_a_document_ends_with_its_notes() -> None:
    source = SourceFile("a.txt", "text", "0" * 64, 12)
    document = Document(source, (P,), notes=(Note("n1", (Q,)),))
    assert [node for node in walk_document(document) if isinstance(node, Paragraph)] == [P, Q]


def test_leaves_are_the_words_the_code_and_the_marks() -> None:
    mark = NoteReference("1", Span(2, 3), "n1")
    code = Code("x", Span(1, 2))
    tree = Paragraph((A, Emphasis((code,)), LineBreak(), mark))
    assert list(leaves((tree,))) == [A, code, mark]


def test_text_holds_generated_leaves_too() -> None:
    assert text_of(Paragraph((A, Text(" ", None, "rule"), B)), P) == "a bp"


def test_markup_is_the_nodes_own() -> None:
    inner = Strong((A,), markup=(Span(4, 6),))
    assert markup_of(Paragraph((inner,), markup=(Span(8, 9),))) == (Span(8, 9),)


@pytest.mark.parametrize("node", [A, Section(1, None, ())])
def test_node_that_has_no_markup_has_none(node: Node) -> None:
    assert markup_of(node) == ()


# --- extent ---------------------------------------------------------------------------------


def test_extent_reaches_over_words_and_markup() -> None:
    strong = Strong((text("word", 5),), markup=(Span(3, 5), Span(9, 11)))
    assert extent(strong) == Span(3, 11)


def test_extent_of_several_nodes_reaches_from_first_to_last() -> None:
    assert extent(Q, A, P) == Span(0, 12)


def test_extent_counts_the_markup_of_code() -> None:
    assert extent(Code("x", Span(1, 2), markup=(Span(0, 1), Span(2, 3)))) == Span(0, 3)


def test_extent_finds_a_caption_that_stands_below() -> None:
    table = Table((Row((Cell((P,)),)),), caption=(text("below", 20),))
    assert extent(table) == Span(10, 25)


def test_extent_of_what_is_generated_is_none() -> None:
    assert extent(Paragraph((Text(" ", None, "rule"),))) is None


def test_extent_of_an_empty_leaf_is_its_place() -> None:
    assert extent(Text("", Span(7, 7))) == Span(7, 7)


def test_extent_of_nothing_is_none() -> None:
    assert extent() is None


# --- map_blocks -----------------------------------------------------------------------------

NESTED: Blocks = (
    Section(1, HEADING, (P, Section(2, None, (Q,)))),
    BulletList((ListItem((P,)),)),
    OrderedList((ListItem((P, Quote((Q,)))),)),
    Exchange(TURN, (REPLY,)),
    TURN,
    Table((ROW,)),
    P,
)


def test_change_that_changes_nothing_gives_the_same_object() -> None:
    assert map_blocks(NESTED, lambda blocks: blocks) is NESTED


def test_equal_copy_of_the_same_blocks_gives_the_same_object() -> None:
    assert map_blocks(NESTED, lambda blocks: (*blocks,)) is NESTED


def double(blocks: Blocks) -> Blocks:
    return tuple(copy for block in blocks for copy in ((block, block) if block is P else (block,)))


@pytest.mark.parametrize(
    ("block", "doubled"),
    [
        (Section(1, HEADING, (P,)), Section(1, HEADING, (P, P))),
        (Quote((P,)), Quote((P, P))),
        (Turn((P,), label=(A,)), Turn((P, P), label=(A,))),
        (BulletList((ITEM,)), BulletList((ListItem((P, P)),))),
        (OrderedList((ITEM,), start=3), OrderedList((ListItem((P, P)),), start=3)),
        (Exchange(TURN, (REPLY,)), Exchange(Turn((P, P), label=(A,)), (REPLY,))),
        (Exchange(REPLY, (TURN,)), Exchange(REPLY, (Turn((P, P), label=(A,)),))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_blocks_inside_are_changed(block: Block, doubled: Block) -> None:
    assert map_blocks((block,), double) == (doubled,)


def test_cells_of_a_table_are_left_alone() -> None:
    assert map_blocks((Table((ROW,)),), double) == (Table((ROW,)),)


def test_deepest_blocks_are_changed_first() -> None:
    seen: list[Blocks] = []

    def note(blocks: Blocks) -> Blocks:
        seen.append(blocks)
        return blocks

    map_blocks((Quote((Quote((P,)),)),), note)
    assert seen == [(P,), (Quote((P,)),), (Quote((Quote((P,)),)),)]


def test_what_is_untouched_stays_the_same_object() -> None:
    untouched = Section(1, None, (Q,))
    changed = map_blocks((untouched, P), double)
    assert changed[0] is untouched


# --- split_inlines --------------------------------------------------------------------------

Inlines: TypeAlias = tuple[Inline, ...]


def test_text_across_the_offset_is_split() -> None:
    assert split_inlines((text("abcd", 10),), 12) == ((text("ab", 10),), (text("cd", 12),))


@pytest.mark.parametrize(("offset", "left"), [(0, 0), (1, 1), (2, 2), (3, 3)])
def test_inlines_beside_the_offset_stay_whole(offset: int, left: int) -> None:
    whole: Inlines = (A, B, C)
    assert split_inlines(whole, offset) == (whole[:left], whole[left:])


def test_container_with_words_on_both_sides_is_split_with_its_markup() -> None:
    strong = Strong((text("abcd", 2),), markup=(Span(0, 2), Span(6, 8)))
    assert split_inlines((strong,), 4) == (
        (Strong((text("ab", 2),), markup=(Span(0, 2),)),),
        (Strong((text("cd", 4),), markup=(Span(6, 8),)),),
    )


def test_markup_at_the_offset_goes_with_the_side_it_touches_first() -> None:
    parts = (text("ab", 0), text("cd", 3))
    strong = Strong(parts, markup=(Span(2, 3),))
    left, right = Strong(parts[:1], markup=(Span(2, 3),)), Strong(parts[1:])
    assert split_inlines((strong,), 3) == ((left,), (right,))
    assert split_inlines((strong,), 2) == (
        (replace(left, markup=()),),
        (replace(strong, children=parts[1:]),),
    )


def test_nested_containers_are_split() -> None:
    link = Link((Strong((text("ab", 0), text("cd", 2))),), "https://example.org/")
    assert split_inlines((link,), 3) == (
        (Link((Strong((text("ab", 0), text("c", 2))),), "https://example.org/"),),
        (Link((Strong((text("d", 3),)),), "https://example.org/"),),
    )


@pytest.mark.parametrize("offset", [0, 1, 2])
def test_container_goes_whole_with_its_words_when_the_offset_is_in_its_opening(offset: int) -> None:
    strong = Strong((text("ab", 2),), markup=(Span(0, 2), Span(4, 6)))
    assert split_inlines((strong,), offset) == ((), (strong,))


@pytest.mark.parametrize("offset", [4, 5, 6])
def test_container_goes_whole_with_its_words_when_the_offset_is_in_its_closing(offset: int) -> None:
    strong = Strong((text("ab", 2),), markup=(Span(0, 2), Span(4, 6)))
    assert split_inlines((strong,), offset) == ((strong,), ())


def test_code_is_split_and_each_mark_of_it_kept_once() -> None:
    code = Code("abcd", Span(1, 5), markup=(Span(0, 1), Span(5, 6)))
    assert split_inlines((code,), 3) == (
        (Code("ab", Span(1, 3), markup=(Span(0, 1),)),),
        (Code("cd", Span(3, 5), markup=(Span(5, 6),)),),
    )


def test_generated_leaf_stays_with_what_is_before_it() -> None:
    space = Text(" ", None, "rule")
    assert split_inlines((A, space, B), 1) == ((A, space), (B,))
    assert split_inlines((A, space, B), 0) == ((), (A, space, B))


def test_generated_leaf_at_the_start_stays_at_the_start() -> None:
    space = Text(" ", None, "rule")
    assert split_inlines((space, A), 0) == ((space,), (A,))


def test_line_break_goes_to_the_side_of_its_characters() -> None:
    line_break = LineBreak(markup=(Span(1, 2),))
    assert split_inlines((A, line_break, C), 2) == ((A, line_break), (C,))
    assert split_inlines((A, line_break, C), 1) == ((A,), (line_break, C))


@pytest.mark.parametrize(
    "inline", [NoteReference("12", Span(0, 2), "n12"), LineBreak(markup=(Span(0, 2),))]
)
def test_what_cannot_be_split_is_refused(inline: Inline) -> None:
    with pytest.raises(ValueError, match="cannot be split at 1"):
        split_inlines((inline,), 1)


def test_texts_that_touch_are_joined_and_others_are_not() -> None:
    generated = Text(" ", None, "missing-space")
    strong = Strong((C,))
    assert join_texts((A, B, strong, D)) == (text("ab", 0), strong, D)
    assert join_texts((A, C, D)) == (A, text("cd", 2))
    assert join_texts((A, generated, B)) == (A, generated, B)
    assert join_texts((A, B, C, D)) == (text("abcd", 0),)
    assert join_texts(()) == ()


@pytest.mark.parametrize(
    ("source", "expected"), [("a\n  b", "\n  "), ("a\n> b", "\n"), ("a \n > > b", " \n ")]
)
def test_line_end_ends_where_a_mark_begins(source: str, expected: str) -> None:
    assert line_end_between(source, 1, len(source) - 1) == text(expected, 1)
