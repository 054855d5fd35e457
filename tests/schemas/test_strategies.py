"""Promises of the strategies: what they draw is valid, and of every kind."""

from __future__ import annotations

from hypothesis import given, settings

from converter.model import Document, walk_document
from converter.writers.json import KEYS
from laws import assert_laws
from strategies import documents, examples


@examples
@given(documents())
def test_drawn_documents_keep_the_laws(document: Document) -> None:
    assert_laws(document)


def test_every_kind_of_node_is_drawn() -> None:
    """In four times as many examples as other tests take: which are drawn depends on the modules
    that are loaded."""
    kinds: set[type] = set()

    @settings(examples, max_examples=240)
    @given(documents())
    def look(document: Document) -> None:
        kinds.update(map(type, walk_document(document)), map(type, document.notes))

    look()
    assert kinds == set(KEYS)
