"""Whole documents of our own that look like talks and are none: recipes, minutes, guides."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.model import Exchange, Turn, walk
from shapes import recovered

TEXTS = sorted((Path(__file__).parent / "untalked").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("empty_lines", ["\n\n", "\n"], ids=["spaced", "tight"])
def test_nobody_speaks_in_it(path: Path, empty_lines: str) -> None:
    text = re.sub(r"\n{2,}", empty_lines, path.read_text(encoding="utf-8"))
    assert not [node for node in walk(recovered(text).blocks) if isinstance(node, Exchange | Turn)]
