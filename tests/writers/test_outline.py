"""The flat form: one list of blocks in reading order, in the fields of docs/outline.md."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from converter.model import (
    Cell,
    Document,
    Figure,
    MetadataItem,
    Note,
    Paragraph,
    Row,
    SourceFile,
    Span,
    Table,
    Text,
)
from converter.readers import read
from converter.writers import WriteOptions, write
from laws import source_of
from shapes import SCHEMA, recovered, stated

OPTIONS = WriteOptions(SCHEMA)
PAGE = (Path(__file__).parents[2] / "docs" / "outline.md").read_text(encoding="utf-8")
BOX = re.compile(r"^```(?P<kind>text|json)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


def outline(document: Document) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(write(document, "outline", OPTIONS))
    return result


def blocks(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = outline(stated(text))["blocks"]
    return found


def made(*parts: object, **fields: object) -> Document:
    return Document(SourceFile("a.txt", "text", "", 0), parts, **fields)  # type: ignore[arg-type]


def paragraph(words: str) -> Paragraph:
    return Paragraph((Text(words, Span(0, len(words))),))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## The port", {"type": "heading", "level": 2, "text": "The port"}),
        ("It opened.", {"type": "paragraph", "text": "It opened."}),
        ("> One.\n> Two.", {"type": "quote", "text": "One.\n\nTwo."}),
        ("- Elm\n- Holt", {"type": "list", "ordered": False, "items": ["Elm", "Holt"]}),
        ("3. Elm\n4. Holt", {"type": "list", "ordered": True, "items": ["Elm", "Holt"]}),
        ("```\na = 1\n```", {"type": "code", "text": "a = 1"}),
        (
            "| Port | Ships |\n|---|---|\n| Elm | 12 |",
            {
                "type": "table",
                "caption": None,
                "header": [["Port", "Ships"]],
                "rows": [["Elm", "12"]],
            },
        ),
    ],
)
def test_block_has_the_fields_of_its_kind(text: str, expected: dict[str, object]) -> None:
    assert blocks(text) == [expected]


def test_break_is_nothing() -> None:
    assert [block["text"] for block in blocks("One.\n\n***\n\nTwo.")] == ["One.", "Two."]


def test_sections_are_their_headings() -> None:
    found = outline(recovered("# A\n\nOne.\n\n## B\n\nTwo.\n"))["blocks"]
    assert [(block["type"], block["text"]) for block in found] == [
        ("heading", "A"),
        ("paragraph", "One."),
        ("heading", "B"),
        ("paragraph", "Two."),
    ]


def test_items_of_a_nested_list_follow_their_parent() -> None:
    (found,) = blocks("- North\n  - Elm\n    - Quay\n- South")
    assert found["items"] == ["North", "Elm", "Quay", "South"]


def test_what_more_an_item_holds_parts_the_list() -> None:
    found = blocks("- Elm\n  > Words.\n- Holt")
    assert [block["type"] for block in found] == ["list", "quote", "list"]


def test_contents_are_a_title_and_entries() -> None:
    text = "Contents\n- Elm\n- Holt\n- Bray\n\nElm\n\nOne.\n\nHolt\n\nTwo.\n\nBray\n\nThree.\n"
    assert outline(recovered(text))["blocks"][0] == {
        "type": "toc",
        "title": "Contents",
        "items": ["Elm", "Holt", "Bray"],
    }


def test_exchange_is_a_question_and_all_answers() -> None:
    text = (
        "Host: Why?\n\nAnn: So.\n\nBen: Not so.\n\n- a\n- b\n\n"
        "Host: And?\n\nAnn: No.\n\nBen: Yes.\n"
    )
    assert outline(recovered(text))["blocks"][0] == {
        "type": "qa",
        "question": {"speaker": "Host", "text": "Why?"},
        "answers": [
            {"speaker": "Ann", "text": "So.", "blocks": [{"type": "paragraph", "text": "So."}]},
            {
                "speaker": "Ben",
                "text": "Not so.\n\na\n\nb",
                "blocks": [
                    {"type": "paragraph", "text": "Not so."},
                    {"type": "list", "ordered": False, "items": ["a", "b"]},
                ],
            },
        ],
    }


def test_speaker_is_the_label_as_it_stands() -> None:
    text = "Kate Hall: Why?\n\nIda Moss: So.\n\n" + "KH: And?\n\nIM: No.\n\n" * 2
    found = outline(recovered(text))["blocks"]
    assert [block["question"]["speaker"] for block in found] == ["Kate Hall", "KH", "KH"]


def test_question_without_a_label_has_no_speaker() -> None:
    found = outline(recovered("# Talk\n\n## Why?\n\nA: So.\n\n## And?\n\nA: No.\n"))["blocks"]
    assert found[1]["question"] == {"speaker": None, "text": "Why?"}


def test_turn_outside_an_exchange_is_a_paragraph_with_its_label() -> None:
    text = "Kate: Why?\n\nIda: So.\n\nKate: And?\n\nIda: No.\n\nKate: Thank you.\n"
    assert outline(recovered(text))["blocks"][-1] == {
        "type": "paragraph",
        "text": "Kate: Thank you.",
    }


def test_link_is_written_with_its_address() -> None:
    found = blocks("See [Elm](https://elm.example) and **Holt**.")
    assert found[0]["text"] == "See [Elm](https://elm.example) and Holt."


def test_link_of_a_marked_format_is_its_words_wherever_it_stands() -> None:
    text = "# [A](b)\n\n- [c](d)\n\n|[e](f)|\n|-|\n\n**See [g](h)**[^1]\n\n[^1]: [i](j)\n"
    document = read(source_of(text, "a.md", "markdown"))
    found = outline(document)["blocks"]
    assert [block.get("text") or block.get("items") or block["header"] for block in found] == [
        *("A", ["c"], [["e"]], "See g1", "i")
    ]


def test_white_space_is_one_space() -> None:
    assert blocks("One  \t two") == [{"type": "paragraph", "text": "One two"}]


def test_cell_that_spans_columns_is_followed_by_empty_ones() -> None:
    wide = Row((Cell((paragraph("All"),), colspan=2),))
    assert outline(made(Table((wide,))))["blocks"][0]["rows"] == [["All", ""]]


def test_title_is_the_headline() -> None:
    items = (MetadataItem("headline", "Harbour opens", "user"),)
    assert outline(made(paragraph("One."), metadata=items))["title"] == "Harbour opens"
    assert outline(made(paragraph("One.")))["title"] is None


def test_caption_and_credit_of_a_figure_are_paragraphs() -> None:
    figure = Figure("a.png", "", (Text("The pier", Span(0, 8)),), (Text("Ann", Span(9, 12)),))
    assert [block["text"] for block in outline(made(figure))["blocks"]] == ["The pier", "Ann"]


def test_notes_stand_at_the_end() -> None:
    document = made(paragraph("One."), notes=(Note("n1", (paragraph("A note."),)),))
    assert [block["text"] for block in outline(document)["blocks"]] == ["One.", "A note."]


def test_file_is_utf_8_with_its_letters_as_they_are() -> None:
    data = write(stated("Łódź, 港, é.\n"), "outline", OPTIONS)
    assert "Łódź, 港, é." in data.decode("utf-8")
    assert data.endswith(b"}\n")


def test_example_of_the_page_comes_out_as_it_says() -> None:
    (text, example) = BOX.finditer(PAGE)
    assert (text["kind"], example["kind"]) == ("text", "json")
    assert outline(recovered(text["body"])) == json.loads(example["body"])


@pytest.mark.parametrize(
    "kind", ["heading", "paragraph", "quote", "list", "code", "toc", "table", "qa"]
)
def test_page_describes_every_kind(kind: str) -> None:
    assert f"| `{kind}` |" in PAGE
