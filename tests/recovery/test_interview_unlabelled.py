"""Questions without label: an interview when the whole document says so, else a guide or an
essay."""

from __future__ import annotations

import pytest

from converter.records import replace
from converter.recovery import recover
from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from shapes import SCHEMA, lines, recovered, shape, stated

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


@pytest.mark.parametrize("marks", ["«»", "“”"])
def test_answers_in_quotation_marks(marks: str) -> None:
    """In Italian papers the answers are quoted, and nobody says ``you``."""
    talk = (
        (
            "Quando ha cominciato?",
            "A maggio, con una barca sola e con il padre che guardava dal molo.",
        ),
        ("Aveva paura?", "Molta. Ma la paura insegna, e non è una cosa che si dimentica."),
        (
            "Che cosa direbbe a chi comincia?",
            "Di ascoltare il mare, le campane e la gente che vive nel porto.",
        ),
        ("Che cosa farà domani?", "Uscirò alle sei, come sempre, con la barca di una volta."),
    )
    text = paragraphs(
        *(line for asked, said in talk for line in (f"**{asked}**", f"{marks[0]}{said}{marks[1]}"))
    )
    assert shape(recovered(text)).count("exchange") == 4


def test_sentence_set_like_the_questions_is_one() -> None:
    text = """\
        # A talk with the pilot

        ### Tell us how you started.

        I started in May, with one boat and no map at all.

        ### Were you afraid?

        I was very afraid, and my brother was too.

        ### Who helped you?

        My brother helped me with a lamp.

        ### Now describe the fog to me.

        I cannot describe it to anybody.

        ### What would you say to others?

        I would say: listen to the sea.
        """
    found = shape(recovered(text))
    assert found.count("exchange") == 5
    assert "Q\n      ### Tell us how you started." in found


@pytest.mark.parametrize(
    "text",
    [
        paragraphs(
            "Umzug an den neuen Kai", "Wann öffnet der Kai?", "Der Kai öffnet am 1. Mai.",
            "Was kostet ein Liegeplatz?", "Er kostet zwölf Kronen.", "Dürfen Hunde mit?",
            "Hunde dürfen auf den Kai.", "Wen rufe ich an?", "Das Hafenamt.",
        ),
        """\
        # 5 questions to ask your pilot

        1. How long have you steered?
        Experience matters more than the boat. Ask for papers.

        2. What happens in fog?
        A good pilot waits. A bad one hurries.

        3. Who pays for delays?
        Read the contract twice before you sign.

        4. Do you know the channel?
        Channels move. So should the knowledge of your pilot.
        """,
        paragraphs(
            "# Déménager sur le quai", "## Quand ouvre le quai ?", "Le quai ouvre le 1er mai.",
            "## Combien coûte une place ?", "Une place coûte douze couronnes.",
            "## Qui appeler ?", "Le bureau du port.",
        ),
        paragraphs(
            "# Mudarse al muelle", "## ¿Cuándo abre el muelle?", "El muelle abre el 1 de mayo.",
            "## ¿Cuánto cuesta un amarre?", "Un amarre cuesta doce coronas.",
            "## ¿Pueden venir perros?", "Los perros pueden venir al muelle.",
        ),
    ],
)  # fmt: skip
def test_headings_that_ask_in_a_guide_are_no_interview(text: str) -> None:
    assert "exchange" not in shape(recovered(text))


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_a_report_that_asks_itself_is_no_interview_in_a_language_of_a_country_either(
    language: str,
) -> None:
    report = [
        text
        for asked, told in (
            ("What did we measure?", "We measured the tide at the quay, and our ships waited."),
            ("What were the results?", "Our tide is a foot higher now than when we last looked."),
            ("What comes next?", "We will measure it again in May, and we will tell the owners."),
        )
        for text in (f"## {asked}", told)
    ]
    document = stated(paragraphs("# The tide at the port", *report))
    found = recover(replace(document, language=language), SCHEMA)
    assert "exchange" not in shape(found)
