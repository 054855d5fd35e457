"""Promises of the ledger: what it lets pass, and that nothing else does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.checks import ledger
from converter.checks.ledger import MAX_REPORTED, Imbalance
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
    Field,
    Figure,
    Heading,
    Inline,
    LineBreak,
    ListItem,
    MetadataItem,
    Note,
    NoteReference,
    Notice,
    Omission,
    Paragraph,
    Quote,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
    Turn,
)
from laws import source_of


def leaf(text: str, words: str) -> Text:
    """The leaf that holds these words where they first stand in the text."""
    return Text(words, at(text, words))


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def document(text: str, *blocks: Block) -> Document:
    return Document(source_of(text), blocks)


def paragraphs(text: str, *words: str) -> Document:
    return document(text, *(Paragraph((leaf(text, piece),)) for piece in words))


def codes(found: tuple[Imbalance, ...]) -> list[str]:
    return [imbalance.code for imbalance in found]


# --- what passes --------------------------------------------------------------------------------


def test_every_character_in_one_leaf_balances() -> None:
    assert ledger.check(paragraphs("One.\n\nTwo.\n", "One.", "Two.")) == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n\t\r\n", "\u00a0\u2003\u3000\u2028\u2029\x85\f\v"])
def test_white_space_alone_balances(text: str) -> None:
    assert ledger.check(document(text)) == ()


@pytest.mark.parametrize("character", "\u00ad\u061c\u180e\u200b\u200e\u200f\u2060\ufeff")
def test_zero_width_character_between_blocks_is_spacing(character: str) -> None:
    assert ledger.check(paragraphs(f"One.{character}\n{character}Two.", "One.", "Two.")) == ()


@pytest.mark.parametrize("character", "\u200c\u200d\u202e\u2066\x00\ufffd\u0301")
def test_character_that_may_change_what_is_read_is_no_spacing(character: str) -> None:
    found = ledger.check(paragraphs(f"One.\n{character}\nTwo.", "One.", "Two."))
    assert codes(found) == ["C401"]


def test_markup_and_omissions_count() -> None:
    text = "# Port reopens #\nn###\n"
    heading = Heading(1, (leaf(text, "Port reopens"),), markup=(Span(0, 1), Span(15, 16)))
    omission = Omission("debris", "stray marks", "n###", at(text, "n###"))
    assert ledger.check(replace(document(text, heading), omissions=(omission,))) == ()


def test_generated_space_balances() -> None:
    text = "The U.S.The port"
    words = (
        leaf(text, "The U.S."),
        Text(" ", None, "space-after-stop"),
        Text("The port", Span(8, 16)),
    )
    assert ledger.check(document(text, Paragraph(words))) == ()


def test_characters_outside_the_basic_plane_count_as_one() -> None:
    text = "\U0001f6a2 Port \U00020000"
    assert ledger.check(paragraphs(text, "\U0001f6a2 Port \U00020000")) == ()


def test_surrogate_that_stands_alone_balances() -> None:
    assert ledger.check(paragraphs("a\ud83d b", "a\ud83d b")) == ()


def test_every_kind_of_node_is_entered() -> None:
    text = "aa bb cc dd ee ff gg hh ii jj kk ll"
    words = [leaf(text, piece) for piece in text.split()]
    inner: list[Block] = [Paragraph((word,)) for word in words]
    label: tuple[Inline, ...] = (words[2],)
    blocks: tuple[Block, ...] = (
        Section(1, Heading(1, (words[0],)), (Quote((inner[1],)),)),
        Exchange(Turn((inner[3],), label=label), (Turn((inner[4],)),)),
        Contents((ContentsEntry((words[6],)),), title=(words[5],)),
        BulletList((ListItem((inner[7],)),)),
        Table((Row((Cell((inner[9],)),)),), header=(Row((Cell((inner[8],)),)),)),
        CodeBlock((words[10],)),
        Paragraph((Strong((Emphasis((words[11],)),)),)),
    )
    assert ledger.check(document(text, *blocks)) == ()
    for number, word in enumerate(text.split()):
        gone = replace(source_of(text), text=text.replace(word, "zz"))
        assert codes(ledger.check(Document(gone, blocks))) == ["C403"], number


def test_markup_of_leaves_parts_and_notes_counts() -> None:
    text = "`x` \\\n- y | z |\n[1] see\n[1]: n"
    blocks = (
        Paragraph(
            (
                Code("x", Span(1, 2), markup=(Span(0, 1), Span(2, 3))),
                LineBreak(markup=(Span(4, 5),)),
            )
        ),
        BulletList((ListItem((Paragraph((leaf(text, "y"),)),), markup=(at(text, "-"),)),)),
        Table(
            (Row((Cell((Paragraph((leaf(text, "z"),)),)),), markup=(Span(10, 11), Span(14, 15))),)
        ),
        Paragraph(
            (
                NoteReference("1", Span(17, 18), "n1", markup=(Span(16, 17), Span(18, 19))),
                leaf(text, " see"),
            )
        ),
    )
    note = Note("n1", (Paragraph((leaf(text, "n"),)),), markup=(at(text, "[1]:"),))
    assert ledger.check(replace(document(text, *blocks), notes=(note,))) == ()


# --- what stands aside --------------------------------------------------------------------------

BELOW = "cell\nTable 1: Berths\nafter"


def test_caption_may_stand_below_its_table() -> None:
    table = Table(
        (Row((Cell((Paragraph((leaf(BELOW, "cell"),)),)),)),),
        caption=(leaf(BELOW, "Table 1: Berths"),),
    )
    after = Paragraph((leaf(BELOW, "after"),))
    assert ledger.check(document(BELOW, table, after)) == ()


def test_caption_and_credit_may_stand_around_their_figure() -> None:
    text = "Photo: Ines Vale\nbefore\nThe new pier"
    figure = Figure(
        "pier.jpg", caption=(leaf(text, "The new pier"),), credit=(leaf(text, "Photo: Ines Vale"),)
    )
    assert ledger.check(document(text, Paragraph((leaf(text, "before"),)), figure)) == ()


def test_words_of_one_caption_are_in_order() -> None:
    text = "one two cell"
    caption = (leaf(text, "two"), leaf(text, "one"))
    table = Table((Row((Cell((Paragraph((leaf(text, "cell"),)),)),)),), caption=caption)
    assert codes(ledger.check(document(text, table))) == ["C404"]


def test_note_may_stand_anywhere() -> None:
    text = "note\nwords"
    note = Note("n1", (Paragraph((leaf(text, "note"),)),))
    whole = replace(paragraphs(text, "words"), notes=(note,))
    assert ledger.check(whole) == ()


# --- what does not pass -------------------------------------------------------------------------


def test_lost_words_are_named_with_their_place() -> None:
    text = "One. Two. Three."
    assert ledger.check(paragraphs(text, "One.", "Three.")) == (
        Imbalance("C401", "'Two. ' is nowhere in the document", Span(5, 10)),
    )


@pytest.mark.parametrize(("words", "lost"), [("Two.", Span(0, 5)), ("One.", Span(5, 9))])
def test_words_lost_at_either_end_are_found(words: str, lost: Span) -> None:
    found = ledger.check(paragraphs("One. Two.", words))
    assert [(imbalance.code, imbalance.span) for imbalance in found] == [("C401", lost)]


def test_words_held_twice_are_found() -> None:
    found = ledger.check(paragraphs("One two", "One two", "two"))
    assert ("C402", Span(4, 7)) in [(imbalance.code, imbalance.span) for imbalance in found]


def test_words_held_and_called_markup_are_found() -> None:
    text = "Q: Why?"
    block = Paragraph((leaf(text, "Q: Why?"),), markup=(Span(1, 2),))
    assert codes(ledger.check(document(text, block))) == ["C402"]


def test_words_held_and_omitted_are_found() -> None:
    omission = Omission("debris", "stray marks", "One", Span(0, 3))
    whole = replace(paragraphs("One", "One"), omissions=(omission,))
    assert codes(ledger.check(whole)) == ["C402"]


def test_words_hidden_under_a_longer_span_are_found() -> None:
    text = "abcdef"
    block = Paragraph((leaf(text, "abcdef"),), markup=(Span(1, 2), Span(4, 5)))
    assert codes(ledger.check(document(text, block))) == ["C402", "C402"]


def test_altered_leaf_is_found() -> None:
    assert ledger.check(document("Port", Paragraph((Text("Part", Span(0, 4)),)))) == (
        Imbalance("C403", "'Part' is held where 'Port' stands", Span(0, 4)),
    )


@pytest.mark.parametrize("leaf", [Code("b", Span(0, 1)), NoteReference("b", Span(0, 1), "n")])
def test_altered_code_and_marks_are_found(leaf: Inline) -> None:
    assert codes(ledger.check(document("a", Paragraph((leaf,))))) == ["C403"]


@pytest.mark.parametrize("text", ["n##", "n#### "])
def test_omission_that_says_something_else_is_found(text: str) -> None:
    omission = Omission("debris", "stray marks", text, Span(0, 4))
    assert codes(ledger.check(replace(document("n###"), omissions=(omission,)))) == ["C403"]


def test_words_in_another_order_are_found() -> None:
    assert ledger.check(paragraphs("One. Two.", "Two.", "One.")) == (
        Imbalance("C404", "'One.' comes after what it precedes", Span(0, 4)),
    )


def test_answer_before_its_question_is_found() -> None:
    text = "Why? Because."
    question, answer = (Turn((Paragraph((leaf(text, word),)),)) for word in text.split())
    assert codes(ledger.check(document(text, Exchange(answer, (question,))))) == ["C404"]


@pytest.mark.parametrize("words", ["the", " the ", "."])
def test_invented_words_are_found(words: str) -> None:
    block = Paragraph((leaf("One", "One"), Text(words, None, "helpful")))
    (found,) = ledger.check(document("One", block))
    assert (found.code, found.span) == ("C405", None)
    assert "rule helpful" in found.message


def test_leaf_past_the_end_is_found() -> None:
    found = ledger.check(document("One", Paragraph((Text("One two", Span(0, 7)),))))
    assert "C406" in codes(found)


OUTSIDE = Span(2, 9)


@pytest.mark.parametrize(
    "pointers",
    [
        Document(source_of("One"), (), metadata=(MetadataItem("byline", "x", "text", OUTSIDE),)),
        Document(source_of("One"), (), data=(Field("price", "x", OUTSIDE),)),
        Document(source_of("One"), (), notices=(Notice("C101", "info", "x", OUTSIDE),)),
        Document(source_of("One"), (Paragraph((), markup=(OUTSIDE,)),)),
    ],
    ids=["metadata", "data", "notices", "markup"],
)
def test_span_past_the_end_is_found(pointers: Document) -> None:
    found = ledger.check(pointers)
    assert ("C406", OUTSIDE) in [(imbalance.code, imbalance.span) for imbalance in found]


@pytest.mark.parametrize(("kind", "reason"), [("", "stray"), ("debris", ""), ("", "")])
def test_omission_without_kind_or_reason_is_found(kind: str, reason: str) -> None:
    omission = Omission(kind, reason, "n###", Span(0, 4))
    assert codes(ledger.check(replace(document("n###"), omissions=(omission,)))) == ["C407"]


# --- how it is told -----------------------------------------------------------------------------


def test_only_the_first_imbalances_are_told_and_the_rest_counted() -> None:
    text = "lost held " * 100
    held = tuple(Paragraph((Text("held", Span(i + 5, i + 9)),)) for i in range(0, 1000, 10))
    found = ledger.check(document(text, *held))
    assert codes(found) == ["C401"] * MAX_REPORTED + ["C408"]
    assert found[-1].message == f"{100 - MAX_REPORTED} more imbalances"


def test_long_text_is_cut_in_the_message() -> None:
    (found,) = ledger.check(document("x" * 1000))
    assert found.span == Span(0, 1000)
    assert len(found.message) < 100


def test_control_characters_are_visible_in_the_message() -> None:
    (found,) = ledger.check(document("\x1b[31m"))
    assert found.message.startswith(r"'\x1b[31m'")


def test_empty_spans_hold_nothing() -> None:
    text = "One two"
    block = Paragraph((Text("One ", Span(0, 4)), Text("", Span(4, 4)), Text("two", Span(4, 7))))
    assert ledger.check(document(text, replace(block, markup=(Span(2, 2),)))) == ()
