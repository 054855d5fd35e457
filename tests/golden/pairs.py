"""The golden pairs: a document beside the tree that must be recovered from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import converter
from golden.tree import tree

HERE = Path(__file__).parent
FOLDERS = (HERE.parents[1] / "examples", HERE / "inputs")

OPEN: dict[str, str] = {}
"""Documents that are not recovered rightly yet, and what is wrong. Their trees say what is right:
they were corrected by hand, and ``make golden`` leaves them alone."""


def inputs() -> list[Path]:
    """The documents: our examples, and a small one for each class of damage."""
    return sorted(path for folder in FOLDERS for path in folder.glob("*.txt"))


def expectation(path: Path) -> Path:
    """The file that holds what must be recovered from a document."""
    return HERE / "trees" / f"{path.stem}.tree"


def recovered(path: Path) -> str:
    """What is recovered from a document now."""
    conversion = converter.convert(path, to=())
    return f"schema: {conversion.schema.name}\n\n{tree(conversion.document)}"


def stale() -> Iterator[Path]:
    """The expectations whose document is gone."""
    current = {expectation(path) for path in inputs()}
    yield from sorted(set((HERE / "trees").glob("*.tree")) - current)
