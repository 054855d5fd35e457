"""Lines that stand in groups: verse, addresses."""

from __future__ import annotations

import pytest

from converter.model import LineBreak, Paragraph, walk
from recovery.prose import HARBOUR, PILOT, paragraphs
from shapes import recovered


def broken(*groups: str) -> int:
    """How many paragraphs come out with line breaks inside."""
    text = paragraphs("# The harbour", HARBOUR, *groups, PILOT)
    return sum(
        isinstance(node, Paragraph) and any(isinstance(part, LineBreak) for part in node.inlines)
        for node in walk(recovered(text).blocks)
    )


@pytest.mark.parametrize(
    "groups",
    [
        (
            "The lamp at Elm is never lit\nbefore the herring come,",
            "and no one knows the end of it,\nand no one knows for whom.",
        ),
        (
            "Das Licht am Hafen geht nicht an,\nbevor die Fische kommen.",
            "Und wer im Boot es sehen kann,\nhat sich die Zeit genommen.",
        ),
        (
            "La lampe du port ne s’allume pas\navant le retour des bateaux,",
            "et nul ne sait qui marche au pas\nle long des vieux canaux.",
        ),
        ("Bibliotheek\nKade 12\nElm", "Sporthal De Golf\nGolfweg 3\nElm"),
    ],
)
def test_each_group_is_one_paragraph_with_its_lines(groups: tuple[str, ...]) -> None:
    assert broken(*groups) == len(groups)


@pytest.mark.parametrize(
    "groups",
    [
        ("The lamp at Elm is never lit\nbefore the herring come.",),
        ("Elm opens.\nIt opens at six.", "Holt closes.\nIt closes at nine."),
        ("Name: Ann\nAge: 44\nborn: Holt", "Name: Ben\nAge: 45\nborn: Elm"),
        ("17:00 opening\n18:30 brass band\n20:00 film", "09:00 market\n11:00 race\n14:30 boats"),
        ("- oil\n- salt\n- lemon", "- rope\n- paint\n- nails"),
        ("Where is it?\nAt the quay.", "Who pays?\nThe port."),
    ],
)
def test_other_groups_stay_lines(groups: tuple[str, ...]) -> None:
    assert broken(*groups) == 0
