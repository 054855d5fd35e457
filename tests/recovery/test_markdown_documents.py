"""Recovery of Markdown: what the marks state is trusted, what they cannot say is found."""

from __future__ import annotations

import pytest

from converter.model import (
    Document,
    Exchange,
    Heading,
    Paragraph,
    Section,
    Table,
    text_of,
    walk,
)
from converter.readers import read
from converter.recovery import recover
from converter.schemas.loading import load_schema
from laws import assert_laws, source_of
from recovery.prose import EVENING, HARBOUR, PILOT

SCHEMA = load_schema("article")


def recovered(text: str, *, verbatim: bool = False) -> Document:
    document = recover(read(source_of(text, "article.md", "markdown")), SCHEMA, verbatim)
    assert_laws(document)
    return document


def headings(document: Document) -> list[tuple[int, str]]:
    return [(n.level, text_of(n)) for n in walk(document.blocks) if isinstance(n, Heading)]


def exchanges(document: Document) -> list[Exchange]:
    return [node for node in walk(document.blocks) if isinstance(node, Exchange)]


def paragraphs(document: Document) -> list[str]:
    return [text_of(n) for n in walk(document.blocks) if isinstance(n, Paragraph)]


def test_marked_headings_are_trusted_and_make_the_sections() -> None:
    document = recovered(
        f"# The port\n\n{HARBOUR}\n\n## Boats\n\n{PILOT}\n\n### Ferries\n\n{EVENING}\n\n"
        f"## Tides\n\n{HARBOUR}\n"
    )
    assert headings(document) == [(1, "The port"), (2, "Boats"), (3, "Ferries"), (2, "Tides")]
    (article,) = document.blocks
    assert isinstance(article, Section)
    assert [type(block) for block in article.blocks] == [Paragraph, Section, Section]
    assert document.meta("headline") == "The port"


QUESTIONS = (
    "How did you come to the harbour?",
    "What did you see on your first day?",
    "Would you do it again?",
)
ANSWERS = (
    "I came by boat with my father, who had a berth at the old quay and knew all of the pilots.",
    "I saw nothing at all, since my first day began in a fog that lifted after I had gone home.",
    "I would, and I think that my children will too, if we still have boats when they are grown.",
)


@pytest.mark.parametrize("mark", ["**{}**", "### {}", "__{}__"])
def test_questions_set_apart_and_their_answers_are_exchanges(mark: str) -> None:
    talk = "\n\n".join(
        f"{mark.format(asked)}\n\n{told}" for asked, told in zip(QUESTIONS, ANSWERS, strict=True)
    )
    document = recovered(f"# Interview: the pilot of the harbour\n\n{HARBOUR}\n\n{talk}\n")
    found = exchanges(document)
    assert [text_of(*exchange.question.blocks) for exchange in found] == [*QUESTIONS]
    assert [text_of(*exchange.answers[0].blocks) for exchange in found] == [*ANSWERS]


def test_labels_in_bold_are_speakers() -> None:
    talk = "\n\n".join(
        f"**Harbour News:** {asked}\n\n**Ines Vale:** {told}"
        for asked, told in zip(QUESTIONS, ANSWERS, strict=True)
    )
    found = exchanges(recovered(f"# The pilot\n\n{HARBOUR}\n\n{talk}\n"))
    assert [exchange.question.speaker for exchange in found] == ["Harbour News"] * 3
    assert [exchange.answers[0].speaker for exchange in found] == ["Ines Vale"] * 3


def test_article_without_questions_raises_no_alarm() -> None:
    document = recovered(
        f"# The port\n\n{HARBOUR}\n\n**Note:** {PILOT}\n\n## Why now?\n\n{EVENING}\n\n"
        f"## What comes next\n\n{HARBOUR}\n"
    )
    assert exchanges(document) == []


@pytest.mark.parametrize(
    "text",
    [
        # wrapped: no line goes on in the next paragraph
        "The boats came home when the tide was in and then the\n\nport closed for the night and",
        # columns: white space inside a line is white space
        "Elm    7    12\n\nOak    8    13\n\nAsh    9    14",
        "Elm\t7\n\nOak\t8",
        # lost lists: paragraphs behind a colon are paragraphs
        "These ports are open:\n\nElm;\n\nOak;\n\nAsh;\n\nBeech;\n\nFir.",
        # glued: a full stop without a space behind it cuts nothing
        f"{HARBOUR} They all went home.What the Pilots Say",
        # debris: hashes inside a paragraph, escaped by the writer, are no heading
        f"{HARBOUR}\\## no heading at all",
    ],
)
def test_passes_that_mend_lines_leave_marked_paragraphs_alone(text: str) -> None:
    before = [" ".join(line.replace("\\", "").split()) for line in text.split("\n\n")]
    document = recovered(f"# The port\n\n{text}\n\n## Boats\n\n{PILOT}\n", verbatim=True)
    assert [" ".join(line.split()) for line in paragraphs(document)][:-1] == before
    assert headings(document) == [(1, "The port"), (2, "Boats")]


def test_lines_of_one_paragraph_stay_one() -> None:
    document = recovered(f"# The port\n\nElm   7\nOak   8\nAsh   9\n\n{PILOT}\n")
    assert not [node for node in walk(document.blocks) if isinstance(node, Table)]
    assert paragraphs(document) == ["Elm   7\nOak   8\nAsh   9", PILOT]


def test_headline_of_front_matter_leaves_the_headings_what_they_are() -> None:
    document = recovered(
        f"---\ntitle: The port in winter\n---\n\n## Introduction\n\n{HARBOUR}\n\n"
        f"## Boats\n\n{PILOT}\n"
    )
    assert document.meta("headline") == "The port in winter"
    assert headings(document) == [(2, "Introduction"), (2, "Boats")]


def test_title_row_of_a_table_keeps_the_marks_of_its_words() -> None:
    document = recovered("|Boats \\| a day||\n|---|---|\n|Elm|7|\n|Oak|8|\n")
    (table,) = (node for node in walk(document.blocks) if isinstance(node, Table))
    assert text_of(*table.caption) == "Boats | a day"
