"""What an interviewer without label says between the labelled words of the one who answers."""

from __future__ import annotations

import pytest

from converter.model import Turn, text_of, walk
from recovery.prose import paragraphs
from recovery.talks import turns
from shapes import recovered

TALKS = {
    "en": ("VALE", "When did you begin?", "In May, with a lamp.", "You are never at home.",
           "The fog does not go home either.", "And the snow?", "Snow is quiet."),
    "es": ("Vale", "¿Cuándo empezó usted?", "En mayo, con un farol.", "Usted nunca está en casa.",
           "La niebla tampoco vuelve a casa.", "¿Y la nieve?", "La nieve calla."),
    "fr": ("VALE", "Quand avez-vous commencé ?", "En mai, avec une lampe.",
           "Vous n'êtes jamais chez vous.", "La brume non plus.", "Et la neige ?",
           "La neige se tait."),
    "de": ("Vale", "Wann haben Sie begonnen?", "Im Mai, mit einer Lampe.",
           "Sie sind nie zu Hause.", "Der Nebel auch nicht.", "Und der Schnee?",
           "Schnee ist leise."),
    "it": ("VALE", "Quando ha cominciato lei?", "A maggio, con una lampada.",
           "Lei non è mai a casa.", "Nemmeno la nebbia.", "E la neve?", "La neve tace."),
    "pt": ("Vale", "Quando o senhor começou?", "Em maio, com uma lanterna.",
           "O senhor nunca está em casa.", "A névoa também não.", "E a neve?",
           "A neve se cala."),
    "ru": ("ВЕЙЛ", "Когда вы начали?", "В мае, с фонарём.", "Вас никогда нет дома.",
           "Тумана тоже нет дома.", "А снег?", "Снег молчит."),
}  # fmt: skip


def _said(text: str) -> list[tuple[str, str]]:
    """Role and words of each turn."""
    return [
        (node.role, " | ".join(text_of(block) for block in node.blocks))
        for node in walk(recovered(text).blocks)
        if isinstance(node, Turn)
    ]


@pytest.mark.parametrize("language", TALKS)
def test_a_statement_above_a_label_that_comes_again_is_the_interviewers(language: str) -> None:
    label, *said = TALKS[language]
    text = paragraphs(*(f"{label}: {words}" if at % 2 else words for at, words in enumerate(said)))
    roles = ["question", "answer"] * 3
    assert _said(text) == list(zip(roles, said, strict=True))


def test_a_question_and_a_statement_above_a_label_are_both_the_interviewers() -> None:
    text = paragraphs(
        "Why a lamp?", "Vale: It is dark.", "And by day? People say it burns by day.",
        "Vale: It does.", "Why so?", "I have seen it myself.", "Vale: It is vain.",
        "And snow?", "Vale: Snow is quiet.",
    )  # fmt: skip
    said = _said(text)
    assert ("question", "And by day? People say it burns by day.") in said
    assert ("answer", "It does.") in said
    assert ("question", "Why so? | I have seen it myself.") in said


def test_a_long_answer_goes_on_where_the_label_is_not_repeated() -> None:
    text = paragraphs(
        "Why a lamp?", "Vale: It is dark.", "And damp.", "And the fog?",
        "Vale: It is a wall.", "A soft one.", "And snow?", "Vale: Snow is quiet.",
    )  # fmt: skip
    assert ("answer", "It is dark. | And damp.") in _said(text)
    assert ("answer", "It is a wall. | A soft one.") in _said(text)


@pytest.mark.parametrize(
    "between", ["(The lamp goes out.)", "[She lights it.]", "（ランプが消える。）"]
)
def test_a_stage_direction_is_no_prompt(between: str) -> None:
    text = paragraphs(
        "Why a lamp?", "Vale: It is dark.", between, "Vale: You see.",
        "And snow?", "Vale: Snow is quiet.",
    )  # fmt: skip
    assert ("question", between) not in _said(text)


def test_nothing_is_a_prompt_where_the_interviewer_has_a_label() -> None:
    text = paragraphs(
        "Ash: Why a lamp?", "Vale: It is dark.", "It is always dark.", "Vale: Even at noon.",
        "Ash: And snow?", "Vale: Snow is quiet.",
    )  # fmt: skip
    assert [role for _, _, role in turns(text)] == [
        "question", "answer", "answer", "question", "answer",
    ]  # fmt: skip


def test_nothing_is_a_prompt_where_a_label_opens_every_paragraph() -> None:
    text = paragraphs(
        "Why a lamp?", "Vale: It is dark.", "Vale: And damp.", "It is a good lamp.",
        "Vale: It is.", "And snow?", "Vale: Snow is quiet.", "Vale: And white.",
    )  # fmt: skip
    assert ("question", "It is a good lamp.") not in _said(text)


UNLABELLED = {
    "en": ("An interview with the keeper", "When did you begin?", "I began in May, with a lamp.",
           "Tell me about the fog.", "I hate it, and it hates me.",
           "Will you stay?", "I will stay with my lamp.", "Do you read?", "I read my letters."),
    "es": ("Entrevista con el farero", "¿Cuándo empezó usted?", "Yo empecé en mayo, con un farol.",
           "Hábleme de la niebla.", "Yo la odio, y ella a mí.",
           "¿Usted se queda?", "Yo me quedo con mi farol.", "¿Usted lee?", "Yo leo mis cartas."),
    "fr": ("Entretien avec la gardienne", "Quand avez-vous commencé ?",
           "J'ai commencé en mai, avec ma lampe.", "Parlez-nous de la brume.",
           "Je la déteste, et elle me le rend.", "Vous restez ?", "Je reste avec ma lampe.",
           "Vous lisez ?", "Je lis mes lettres."),
    "de": ("Interview mit der Wärterin", "Wann haben Sie begonnen?",
           "Ich habe im Mai mit meiner Lampe begonnen.", "Erzählen Sie vom Nebel.",
           "Ich hasse ihn, und er hasst mich.", "Bleiben Sie hier?", "Ich bleibe bei meiner Lampe.",
           "Lesen Sie viel?", "Ich lese meine Briefe."),
    "it": ("Intervista con la guardiana", "Quando ha cominciato lei?",
           "Io ho cominciato a maggio.", "Ci racconti, lei, la nebbia.",
           "Io la odio, e lei odia me.", "E lei resta?", "Io resto con la mia lampada.",
           "E lei legge?", "Io leggo la mia posta."),
    "pt": ("Entrevista com a faroleira", "Quando você começou?", "Eu comecei em maio.",
           "Fale da névoa.", "Eu odeio a névoa.", "Você fica?", "Eu fico com minha lanterna.",
           "Você lê?", "Eu leio minhas cartas."),
}  # fmt: skip


@pytest.mark.parametrize("language", UNLABELLED)
def test_a_prompt_between_short_answers_without_label_is_a_question(language: str) -> None:
    title, *said = UNLABELLED[language]
    roles = ["question", "answer"] * 4
    assert _said(paragraphs(title, *said)) == list(zip(roles, said, strict=True))


def test_between_quoted_answers_what_is_not_quoted_is_a_question() -> None:
    said = [
        "Quando ha cominciato lei?", "«Io a maggio».", "Mai una domenica a casa.", "«Mai una».",
        "E lei resta?", "«Io resto con la mia lampada».", "E lei legge?", "«Io leggo la posta».",
    ]  # fmt: skip
    assert [words for _, words in _said(paragraphs("Intervista con la guardiana", *said))] == said


@pytest.mark.parametrize(
    "answer",
    [
        ("I began in May.", "It rained.", "I stayed."),
        ("I began in May.", "You know the fog.", "I stayed.", "I stay."),
        ("I began in May.", "You know the fog, " + "and the fog " * 9 + ".", "I stayed."),
        ("I began in May.", "(You can hear the fog.)", "I stayed."),
    ],
    ids=["speaks to nobody", "no turn about", "too long", "stage direction"],
)
def test_a_paragraph_of_an_answer_without_label_is_no_prompt(answer: tuple[str, ...]) -> None:
    text = paragraphs(
        "An interview with the keeper", "When did you begin?", *answer, "Will you stay?",
        "I will stay with my lamp.", "Do you read?", "I read my letters.",
    )  # fmt: skip
    assert _said(text)[1] == ("answer", " | ".join(answer))


def test_nothing_is_a_prompt_among_long_answers_without_label() -> None:
    text = paragraphs(
        "An interview with the keeper", "When did you begin?", "I began in May.",
        "You know it.", "I stayed.", "Will you stay?", "I will.", "And I will not.",
        "Do you read?", "I read.", "And I write.",
    )  # fmt: skip
    assert _said(text)[1] == ("answer", "I began in May. | You know it. | I stayed.")
