"""Code that no fence sets off from the text."""

from __future__ import annotations

import pytest

from converter.model import CodeBlock, walk
from recovery.prose import HARBOUR, PILOT
from shapes import recovered, shape


def code_of(text: str) -> list[str]:
    return [
        "".join(line.text for line in node.lines)
        for node in walk(recovered(f"{HARBOUR}\n{text}\n{PILOT}\n").blocks)
        if isinstance(node, CodeBlock)
    ]


@pytest.mark.parametrize(
    "code",
    [
        'berth: {\n    ships: [\n        "Aurora",\n        ...\n    ]\n}',
        "for (ship in harbour) {\n\n    open(ship);\n}",
        "function quay() {\n  return [\n    1,\n    2\n  ];\n}",
    ],
)
def test_lines_between_brackets_are_code_as_typed(code: str) -> None:
    assert code_of(code) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "The list (\nAurora came first, said the pilot.\nBella came second.\n) is long.",
        "berth: {\nA line that nobody closes.\nAnother line.",
        "The quay [\n] is open.",
    ],
)
def test_brackets_round_sentences_are_no_code(text: str) -> None:
    assert code_of(text) == []


def test_text_around_code_stays_what_it_is() -> None:
    shown = shape(recovered(f"{HARBOUR}\n\na: {{\nb: 1,\n}}\n\n{PILOT}\n")).splitlines()
    assert (shown[0], shown[-1]) == (f"lead: {HARBOUR}", PILOT)
