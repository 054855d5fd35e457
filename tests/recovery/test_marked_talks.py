"""Whole talks of our own in every written form, each line marked with whose it is: ``Q`` opens a
question, ``A`` an answer, ``q`` and ``a`` go on with one, ``N`` is nobody's; ``‖`` ends a label."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.model import Exchange, Turn, text_of, walk
from shapes import recovered

FOLDER = Path(__file__).parent / "marked"
TALKS = sorted(path.stem for path in FOLDER.glob("*.txt"))
SEPARATORS = re.compile(r"[\s:.：．\[\]*•\-–—―]+")

Said = tuple[str, str, str]


def _marked(name: str) -> tuple[str, list[Said]]:
    """The text without its marks, and each turn's role, label and words."""
    lines: list[str] = []
    turns: list[Said] = []
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition("|")
        label, _, words = text.rpartition("‖")
        lines.append(text.replace("‖", ""))
        if mark in ("Q", "A"):
            turns.append((mark, _bare(label), _bare(words)))
        elif mark in ("q", "a"):
            role, label, before = turns[-1]
            turns[-1] = (role, label, before + _bare(words))
    return "\n".join(lines), turns


def _found(text: str) -> list[Said]:
    """The same of the turns of all exchanges that are found."""
    said: list[Said] = []
    for node in walk(recovered(text).blocks):
        if isinstance(node, Exchange):
            said.append(_said("Q", node.question))
            said += [_said("A", answer) for answer in node.answers]
    return said


def _said(role: str, turn: Turn) -> Said:
    return role, _bare(text_of(*turn.label)), _bare("".join(map(text_of, turn.blocks)))


def _bare(text: str) -> str:
    return SEPARATORS.sub("", text)


@pytest.mark.parametrize("name", TALKS)
def test_every_exchange_of_a_talk_is_found(name: str) -> None:
    text, turns = _marked(name)
    assert _found(text) == turns


@pytest.mark.parametrize("name", TALKS)
def test_a_talk_is_found_without_empty_lines_too(name: str) -> None:
    text, turns = _marked(name)
    assert _found(re.sub(r"\n{2,}", "\n", text)) == turns
