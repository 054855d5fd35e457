"""What is recovered from each golden document is what a reviewer once read and approved.

After a change on purpose: ``make golden`` rewrites the trees and shows the diff. Read it, then
commit it with the change.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from golden.pairs import OPEN, expectation, inputs, recovered, stale


def documents() -> list[object]:
    return [
        pytest.param(path, id=path.stem, marks=pytest.mark.xfail(reason=OPEN[path.stem]))
        if path.stem in OPEN
        else pytest.param(path, id=path.stem)
        for path in inputs()
    ]


@pytest.mark.parametrize("path", documents())
def test_document_is_recovered_as_approved(path: Path) -> None:
    expected = expectation(path)
    assert expected.exists(), f"{path.name} has no tree yet; run: make golden"
    assert recovered(path) == expected.read_text(encoding="utf-8")


def test_every_tree_has_its_document() -> None:
    assert not list(stale()), "these trees belong to no document; run: make golden"


def test_no_two_documents_share_a_tree() -> None:
    names = [path.stem for path in inputs()]
    assert len(names) == len(set(names))
