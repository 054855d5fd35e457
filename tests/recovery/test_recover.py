"""The passes together: once is enough, nothing is lost, nothing is added on request."""

from __future__ import annotations

import pytest

from converter.model import Document, SourceFile, Text, leaves
from converter.recovery import PASSES, recover
from recovery.prose import HARBOUR, PILOT, PORTRAIT, STORIES, STORM, paragraphs
from shapes import SCHEMA, recovered, stated

DOCUMENTS = {
    "nothing": "",
    "running text": paragraphs(HARBOUR, PILOT),
    "sections": paragraphs("Harbour Opens", HARBOUR, "A Long Wait", PILOT, "The Pilots", HARBOUR),
    "talk": "Q: Why?\n\nA: So.It is.\n\nQ: And?\n\nA: Then.\n",
    "talk without labels": "# Talk\n\n**Do you?**\n\nI do.\n\n**Will you?**\n\nI will.\n",
    "table": "Table 1: Ships\n| Port | Ships |\n|———|———|\n| Elm | 12 |\n",
    "contents": "Contents\n- A\n- B\n- C\n\nA\n\nOne.\n\nB\n\nTwo.\n\nC\n\nThree.\n",
    "fused": paragraphs(
        "Harbour Opens After the Storm of the Century",
        f"{STORM}Museum Buys the Lost Portrait of a Forgotten Painter",
        PORTRAIT,
    ),
    "debris": "It opened.n### The Quayn### The Band\n\nIt closed.\n",
    "languages": paragraphs(*(story.lead for story in STORIES.values())),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_recovering_twice_is_recovering_once(name: str) -> None:
    document = recovered(DOCUMENTS[name])
    assert recover(document, SCHEMA) == document


@pytest.mark.parametrize("name", DOCUMENTS)
def test_recovering_is_the_same_every_time(name: str) -> None:
    assert recovered(DOCUMENTS[name]) == recovered(DOCUMENTS[name])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_verbatim_differs_in_what_is_added_alone(name: str) -> None:
    plain = recovered(DOCUMENTS[name])
    verbatim = recovered(DOCUMENTS[name], verbatim=True)
    assert all(leaf.span is not None for leaf in leaves(verbatim.blocks))
    kept = "".join(leaf.text for leaf in leaves(plain.blocks) if leaf.span is not None)
    assert kept == "".join(leaf.text for leaf in leaves(verbatim.blocks))


@pytest.mark.parametrize("recover_thing", PASSES, ids=lambda thing: thing.__name__)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_pass_alone_loses_nothing(recover_thing: object, name: str) -> None:
    document = stated(DOCUMENTS[name])
    assert callable(recover_thing)
    assert characters(recover_thing(document, SCHEMA)) == characters(document)


def characters(document: Document) -> list[str]:
    """The letters and digits of a document in order, those left out among them."""
    found = [
        (leaf.span.start, leaf.text) for leaf in leaves(document.blocks) if leaf.span is not None
    ]
    found += [(item.span.start, item.text) for item in document.omissions]
    return [character for _, text in sorted(found) for character in text if character.isalnum()]


def test_empty_document_stays_as_it_is() -> None:
    document = Document(SourceFile("a.txt", "text", "", 0), ())
    assert recover(document, SCHEMA) == document


def test_generated_words_mark_a_document_as_recovered() -> None:
    document = recovered("It opened.This was new.\n")
    assert any(isinstance(leaf, Text) and leaf.span is None for leaf in leaves(document.blocks))
    assert recover(document, SCHEMA) is document
