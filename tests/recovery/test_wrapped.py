"""Lines that were broken at a width are one paragraph; lines that were not stay."""

from __future__ import annotations

from converter.model import Paragraph, text_of, walk
from shapes import recovered, shape, words

WRAPPED = """\
The flood gates at the lock will be tested at dawn on Wednesday for the
first time since the repair of the eastern pier. The water board asks
owners to leave the basin by midnight and to take their lines with them,
as the level may rise by half a metre.

The test ends at nine. The foot bridge stays open all the time, except for
ten minutes while the gates move slowly, said the keeper of the lock on
Tuesday, and nobody needs to worry about the ducks in the lower basin.
"""


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    document = recovered(WRAPPED)
    assert [words((block,)) for block in document.blocks] == [
        " ".join(part.split()) for part in WRAPPED.split("\n\n")
    ]


def test_heading_over_wrapped_lines_stays_a_heading() -> None:
    text = f"HARBOUR NEWS\n\n{WRAPPED}\nNEXT WEEK\n\n{WRAPPED}"
    shown = shape(recovered(text)).splitlines()
    assert [line.strip() for line in shown if "#" in line] == ["# HARBOUR NEWS", "## NEXT WEEK"]
    assert len(shown) == 6


def test_wrapped_lines_of_an_item_belong_to_it() -> None:
    text = """\
- The flood gates at the lock will be tested at dawn on Wednesday for the
first time since the repair of the eastern pier. The water board asks
owners to leave.
- The test ends at nine. The foot bridge stays open all the time, except
for ten minutes while the gates move slowly, said the keeper of the lock
on Tuesday.
"""
    assert [line[:2] for line in shape(recovered(text)).splitlines()] == ["- ", "- "]


def test_word_divided_at_a_line_end_is_put_together_when_the_text_holds_it() -> None:
    text = (
        WRAPPED + "\nThe keeper of the lock says that the ducks are the least of all his wor-\n"
        "ries, as nobody has any worries about ducks, and the gates are a worry.\n"
    )
    shown = text_of(*recovered(text).blocks)
    assert "his worries, as" in shown


def test_hyphen_of_a_compound_stays() -> None:
    text = (
        WRAPPED + "\nThe keeper of the lock is a man who likes the ducks, and he is a well-\n"
        "known friend of the gates, which he moves slowly and with great care.\n"
    )
    assert "a well-known friend" in text_of(*recovered(text).blocks)


def test_a_line_after_a_divided_word_goes_on() -> None:
    text = (
        WRAPPED + "\nThe keeper of the lock is a man who likes the ducks, and he is a well-\n"
        "known friend of the gates, which he moves slowly and with such great\n"
        "care that the children of the quay come to look at him.\n"
    )
    assert "a well-known friend of the gates, which he moves slowly and with such great\ncare" in (
        text_of(*recovered(text).blocks)
    )


def test_lines_of_verse_stay_lines() -> None:
    text = (
        "The boats lie over on their sides\nlike cattle in the heat,\n"
        "the harbour shows its broken bones,\nits bottles and its feet.\n"
    ) * 3
    document = recovered(text)
    assert sum(isinstance(node, Paragraph) for node in walk(document.blocks)) >= 11


def test_short_lines_of_names_stay_lines() -> None:
    text = "Ann Lee, pilot of the port of Elm\nBen Ash, baker\nIda Moss, mayor\nTom Reed\n" * 2
    assert "Lee, pilot of the port of Elm Ben" not in shape(recovered(text))


def test_long_lines_that_begin_with_names_stay_lines() -> None:
    listed = (
        "Ann Lee, pilot of the port, who brought her boat and a map\n"
        "Benedict Ash, baker of the port, who brought some bread\n"
        "Christine Moss, mayor of the town, who brought a speech\n"
        "Desmond Reed, keeper of the lock, who brought the ducks\n"
        "Elisabeth Vale, master of the harbour, who brought rain\n"
        "Frederick Orr, who plays in the band, brought a trumpet\n"
    )
    assert shape(recovered(listed)).count("\n") == 5


def test_joined_paragraph_says_why() -> None:
    block = recovered(WRAPPED).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.provenance is not None
    assert block.provenance.rule == "lines-rejoined"
