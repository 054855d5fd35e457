"""Exchanges: which turns belong together, and what belongs to nobody."""

from __future__ import annotations

import pytest

from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
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


# --- questions without label ------------------------------------------------------------------

ANSWERS = (
    "I started in May, with one boat and my brother, and I had no map.",
    "I will never stop, and my boat knows it well.",
    "Because my brother stays, and I like the fog.",
)
TALKS = {
    "en": (
        "A talk with the pilot",
        ("When did you start?", "Will you ever stop?", "Why do you stay?"),
        ANSWERS,
    ),
    "es": (
        "Entrevista con la práctica del puerto",
        ("¿Cuándo empezó usted?", "¿Y usted volverá?", "¿Por qué se queda usted?"),
        ("Yo empecé en mayo, con mi hermano.", "Yo no volveré nunca.", "Por mi hermano, creo yo."),
    ),
    "fr": (
        "Entretien avec la pilote du port",
        ("Quand avez-vous commencé ?", "Vous arrêterez un jour ?", "Pourquoi restez-vous ?"),
        (
            "J'ai commencé en mai, avec mon frère.",
            "Jamais, je crois.",
            "Parce que mon frère reste.",
        ),
    ),
    "de": (
        "Interview mit der Lotsin",
        ("Wann hast du begonnen?", "Hörst du einmal auf?", "Warum bleibst du?"),
        ("Ich habe im Mai begonnen.", "Nie, glaube ich.", "Weil mein Bruder bleibt."),
    ),
    "it": (
        "Intervista con la pilota del porto",
        ("Quando ha cominciato lei?", "E lei smetterà?", "Perché lei resta?"),
        ("Io ho cominciato a maggio.", "Io mai, credo.", "Perché mio fratello resta qui."),
    ),
    "pt": (
        "Entrevista com a piloto do porto",
        ("Quando você começou?", "E você vai parar?", "Por que você fica?"),
        ("Eu comecei em maio, com meu irmão.", "Eu nunca paro.", "Porque meu irmão fica aqui."),
    ),
}


@pytest.mark.parametrize("language", TALKS)
@pytest.mark.parametrize("mark", ["{}", "## {}", "**{}**"])
def test_questions_without_label_are_asked_and_answered(language: str, mark: str) -> None:
    title, questions, answers = TALKS[language]
    pairs = [
        text
        for question, answer in zip(questions, answers, strict=True)
        for text in (mark.format(question), answer)
    ]
    heading = f"# {title}" if mark != "{}" else title
    shown = shape(recovered(paragraphs(heading, *pairs)))
    assert shown.count("exchange") == 3
    for answer in answers:
        assert f"\n      {answer}" in shown


def test_questions_set_as_headings_may_have_labelled_answers() -> None:
    text = "# Talk\n\n## When did you start?\n\nA: In May.\n\n## Will you stop?\n\nA: Never.\n"
    assert shape(recovered(text)) == lines("""
        # Talk (interview)
          exchange
            Q
              ## When did you start?
            A A
              In May.
          exchange
            Q
              ## Will you stop?
            A A
              Never.
        """)


def test_bold_questions_may_have_labelled_answers() -> None:
    text = "# Talk\n\n**When did you start?**\n\nOtto: In May.\n\n**Will you stop?**\n\nOtto: No.\n"
    assert shape(recovered(text)).count("exchange") == 2


COUNTED = [
    text
    for number, asked in enumerate(("Where", "When", "How", "Why", "By whom", "To whom"), start=1)
    for text in (
        f"## {number}. {asked} are tickets sold?",
        "The harbour office sells them from six in the morning, and the quay from eight on.",
    )
]
ESSAY = [
    text
    for heading in ("Do you?", "Fog", "Rain", "Will you?", "Wind", "Ice", "Are you sure?")
    for text in (f"## {heading}", "I have seen it all, and my boat has seen it with me.")
]


@pytest.mark.parametrize("parts", [COUNTED, ESSAY], ids=["nobody is asked", "few headings ask"])
def test_headings_that_ask_are_no_interview_by_themselves(parts: list[str]) -> None:
    assert "exchange" not in shape(recovered(paragraphs("# Tickets of the port", *parts)))


@pytest.mark.parametrize(
    "text",
    [
        paragraphs(
            "Parking at the port", "Where can visitors park?",
            "The car park in Dock Street has two hundred places.", "What does it cost?",
            "The first hour is free, and each further hour costs two pounds.",
            "Is there a limit?", "The limit is twelve hours, after which the office will call.",
        ),
        paragraphs(
            "Who needs a port?", HARBOUR, "And who pays for it? Nobody knows.", PILOT,
            "Why should anybody care?", EVENING,
        ),
        paragraphs("What the storm means", HARBOUR, "Is it over?", PILOT),
        paragraphs(HARBOUR, "Did the mayor know? Did the pilots?", PILOT, "Who knows?"),
    ],
)  # fmt: skip
def test_questions_of_an_article_are_no_interview(text: str) -> None:
    assert "exchange" not in shape(recovered(text))
