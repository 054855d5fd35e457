"""Exchanges: which turns belong together, and what belongs to nobody."""

from __future__ import annotations

import pytest

from recovery.prose import EVENING, paragraphs
from shapes import lines, recovered, shape

LEAD = "Ines Vale has steered ships into the port for thirty years. We met her on the quay."


def test_turn_takes_in_the_blocks_up_to_the_next() -> None:
    text = """\
        Q: What do you need?

        A: Three things:

        - a boat
        - a map

        And luck.

        > Never trust the fog.

        Q: What else?

        A: This:

        | Port | Ships |
        |---|---|
        | Elm | 12 |
        """
    assert shape(recovered(text)) == lines("""
        exchange
          Q Q
            What do you need?
          A A
            Three things:
            - a boat
            - a map
            And luck.
            > Never trust the fog.
        exchange
          Q Q
            What else?
          A A
            This:
            table
              Port | Ships !
              Elm | 12
        """)


def test_several_may_answer_one_question() -> None:
    text = paragraphs(
        "Host: Why do we work at night?", "Ann Lee: People are ill.", "Ben Ash: People go home.",
        "Host: Is it cheap?", "Ben Ash: It is for some.", "Ann Lee: It is not.",
    )  # fmt: skip
    assert shape(recovered(text)) == lines("""
        exchange
          Q Host
            Why do we work at night?
          A Ann Lee
            People are ill.
          A Ben Ash
            People go home.
        exchange
          Q Host
            Is it cheap?
          A Ben Ash
            It is for some.
          A Ann Lee
            It is not.
        """)


def test_question_inside_an_answer_is_the_answerers() -> None:
    text = paragraphs(
        "Q: When did you start?", "A: In May. Do you know what I asked? Why not in June?",
        "Q: And?", "A: I had no answer. Do you?",
    )  # fmt: skip
    assert shape(recovered(text)).count("exchange") == 2


def test_stage_direction_stays_with_who_spoke() -> None:
    text = paragraphs(
        "HOST: Are you tired?", "VALE: [laughs] Always. (Applause.)", "[Music]",
        "HOST: Why?", "VALE: The tide.",
    )  # fmt: skip
    assert "  A VALE\n    [laughs] Always. (Applause.)\n    [Music]" in shape(recovered(text))


def test_introduction_belongs_to_nobody() -> None:
    text = paragraphs("The pilot and the fog", LEAD, "Q: Why?", "A: The sea.", "Q: And?", "A: So.")
    assert shape(recovered(text)).startswith(
        f"# The pilot and the fog (interview)\n  lead: {LEAD}\n  exchange\n"
    )


@pytest.mark.parametrize(
    "closing",
    [
        "Ines Vale's book about the fog appears in June.",
        "This interview has been edited for length.",
        "Esta entrevista ha sido editada.",
        "Dieses Gespräch wurde gekürzt.",
        "Interview by Kate Hall",
        "Subscribe to our newsletter for more talks.",
        "Read more: The storm",
    ],
)
def test_closing_belongs_to_nobody(closing: str) -> None:
    text = paragraphs(
        "The pilot", "Kate Hall: When did you start?", "Ines Vale: In May.", "It rained.",
        "Kate Hall: Why?", "Ines Vale: The sea.", closing,
    )  # fmt: skip
    last = shape(recovered(text)).splitlines()[-1]
    assert last.endswith(closing)
    assert last[2] != " "


@pytest.mark.parametrize(
    ("question", "answer", "closing"),
    [
        ("Q", "A", "Thanks to Ines Vale for her time."),
        ("Q", "A", "Kate Hall is a writer in Elm."),
        ("Q", "A", "This interview was edited for length and clarity."),
        ("Q", "A", "Have a question for the pilot? Send it to us."),
        ("Q", "A", "“The Fog” (Quay Press) is out in June."),
        ("Q", "A", "(The briefing was concluded at 2:15 p.m.)"),
        ("Q", "A", "END 1:20 P.M. EDT"),
        ("P", "R", "Muchas gracias por su tiempo."),
        ("P", "R", "Rosa Gil es periodista."),
        ("Q", "R", "Propos recueillis par Jean Petit"),
        ("F", "A", "Wir danken Ihnen für das Gespräch."),
        ("D", "R", "Marco Bianchi è giornalista."),
        ("Вопрос", "Ответ", "Беседовал Иван Петров"),
    ],
)
def test_closing_behind_question_and_answer_belongs_to_nobody(
    question: str, answer: str, closing: str
) -> None:
    text = paragraphs(
        "The pilot", f"{question}: Is it so?", f"{answer}: In May.", f"{question}: And why?",
        f"{answer}: The sea.", closing, "The show runs until June.",
    )  # fmt: skip
    found = shape(recovered(text)).splitlines()
    assert found[-3].strip() == "The sea."
    assert found[-1] == "  The show runs until June."


def test_closing_in_italics_belongs_to_nobody() -> None:
    text = "# The pilot\n\nQ: Why?\n\nA: The sea.\n\nQ: And?\n\nA: So.\n\n*Out on Friday.*\n"
    assert shape(recovered(text)).endswith("\n  Out on Friday.")


@pytest.mark.parametrize(
    "more",
    [
        "Ines Vale is my hero, and I told her so.",
        "Will they open it? Nobody knows.",
        "The fog was there first.",
        "“The Fog” is my favourite book.",
    ],
)
def test_answer_that_speaks_of_people_is_no_closing(more: str) -> None:
    text = paragraphs(
        "Will Hall met the pilot Ines Vale.", "Will: When did you start?", "Ines: In May.",
        "Will: Why?", "Ines: The sea.", more,
    )  # fmt: skip
    last = shape(recovered(text)).splitlines()[-1]
    assert last.endswith(f"    {more}"), "below the answer"


@pytest.mark.parametrize("direction", ["[laughter]", "(Applause)", "[ríe]", "(lacht)"])
def test_stage_direction_on_its_line_stays_in_the_answer(direction: str) -> None:
    text = paragraphs(
        "HOST: Are you tired?", "VALE: Always.", direction, "But I like it.", "HOST: Why?",
        "VALE: The tide.", direction, "And the people.",
    )  # fmt: skip
    found = shape(recovered(text))
    assert f"    Always.\n    {direction}\n    But I like it.\n" in found
    assert found.endswith(f"    The tide.\n    {direction}\n    And the people.")


def test_paragraph_of_an_answer_that_asks_is_no_question() -> None:
    """Where answers have labels, a question is what stands above one."""
    text = paragraphs(
        "When did you start?", "Ines: In May.", EVENING + " Why did they do so?", "It was warm.",
        "Who helped you?", "Ines: My brother.", "Why do you stay?", "Ines: The fog.",
    )  # fmt: skip
    assert f"    In May.\n    {EVENING} Why did they do so?\n    It was warm.\n" in shape(
        recovered(text)
    )


def test_last_paragraphs_of_an_answer_stay_in_it() -> None:
    text = paragraphs(
        "Kate Hall: Why?", "Ines Vale: The sea.", "Kate Hall: And now?", "Ines Vale: The fog.",
        "It comes in May.", "It goes in June.",
    )  # fmt: skip
    assert shape(recovered(text)).endswith(
        "  A Ines Vale\n    The fog.\n    It comes in May.\n    It goes in June."
    )


def test_thanks_at_the_end_are_a_turn_of_their_own() -> None:
    text = paragraphs(
        "Kate Hall: Why?", "Ines Vale: The sea.", "Kate Hall: And now?", "Ines Vale: The fog.",
        "Kate Hall: Thank you, Ines.",
    )  # fmt: skip
    assert shape(recovered(text)).endswith("\nQ Kate Hall\n  Thank you, Ines.")


def test_heading_parts_a_talk() -> None:
    text = "Q: Why?\n\nA: So.\n\n## The fog\n\nQ: And?\n\nA: I like it.\n\nIt hides the port.\n"
    assert shape(recovered(text)) == lines("""
        exchange
          Q Q
            Why?
          A A
            So.
        ## The fog
          exchange
            Q Q
              And?
            A A
              I like it.
              It hides the port.
        """)
