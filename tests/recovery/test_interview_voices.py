"""Who speaks now and then: hosts among callers, unknown voices, a label that stands once."""

from __future__ import annotations

import pytest

from recovery.prose import paragraphs
from recovery.talks import turns

CALLS = {
    "en": ("Caller", "Is it cold?", "And wet?", "Who pays?", "I pay for all of it."),
    "es": ("Oyente", "¿Hace frío?", "¿Y llueve?", "¿Quién paga?", "Yo lo pago todo."),
    "fr": ("Auditeur", "Fait-il froid ?", "Et la pluie ?", "Qui paie ?", "Moi, je paie tout."),
    "de": ("Hörer", "Ist es kalt?", "Und nass?", "Wer zahlt?", "Ich zahle das alles."),
    "it": ("Ascoltatore", "Fa freddo?", "E piove?", "Chi paga?", "Pago tutto io."),
    "pt": ("Ouvinte", "Faz frio?", "E chove?", "Quem paga?", "Eu pago tudo."),
}


@pytest.mark.parametrize("language", CALLS)
def test_the_host_who_opens_and_asks_outweighs_a_caller_whom_the_schema_lists(
    language: str,
) -> None:
    caller, first, second, third, complaint = CALLS[language]
    text = paragraphs(
        f"Nora: {first}", "Otto: 4.", f"Nora: {second}", "Ines: 7.", f"Nora: {third}",
        "Otto: 9.", f"{caller}: {complaint}", "Ines: 2.", f"{caller}: 8, 9.", "Otto: 3.",
    )  # fmt: skip
    roles = {speaker: role for _, speaker, role in turns(text)}
    assert roles == {
        "Nora": "question", "Otto": "answer", "Ines": "answer", caller: "answer",
    }  # fmt: skip


def test_a_caller_who_asks_does_so_beside_the_host() -> None:
    text = paragraphs(
        "Nora: Is it cold?", "Otto: It is.", "Nora: I see. Now to the calls.",
        "Caller: Who pays?", "Otto: We do.", "Nora: And when?", "Ines: In May.",
        "Nora: Is that so?", "Ines: It is.",
    )  # fmt: skip
    roles = {speaker: role for _, speaker, role in turns(text)}
    assert roles == {
        "Nora": "question", "Otto": "answer", "Ines": "answer", "Caller": "question",
    }  # fmt: skip


def test_a_moderator_who_does_not_open_or_ask_most_stays_what_the_schema_says() -> None:
    text = paragraphs(
        "Moderator: We meet at six.", "Otto: Is that early?", "Moderator: It is.",
        "Ines: Is it?", "Moderator: We begin.", "Otto: I am awake.",
    )  # fmt: skip
    assert ("Moderator", "Moderator", "question") in turns(text)


@pytest.mark.parametrize(
    "voice",
    ["Unidentified speaker", "Unbekannt", "Voz del público", "Voix dans la salle",
     "Voce dalla sala", "Voz da plateia"],
)  # fmt: skip
def test_a_voice_that_nobody_knows_speaks_once_between_turns(voice: str) -> None:
    text = paragraphs(
        "Nora: Is it cold?", "Otto: It is.", "Nora: And wet?", "Otto: Always.",
        f"{voice}: Free beer!", "Otto: Who was that?", "Nora: And dark?", "Otto: At night.",
    )  # fmt: skip
    assert (voice, voice, "answer") in turns(text)


def test_a_key_of_several_words_between_turns_is_no_voice() -> None:
    text = paragraphs(
        "Nora: Is it cold?", "Otto: It is.", "Nora: And wet?", "Otto: Always.",
        "One thing is sure: it rains.", "Nora: And dark?", "Otto: At night.",
    )  # fmt: skip
    assert {speaker for _, speaker, _ in turns(text)} == {"Nora", "Otto"}


@pytest.mark.parametrize(
    ("paper", "colon", "questions"),
    [
        ("The Elm Post", ":", ("When did you begin?", "And now?", "Will it last?")),
        ("El Faro de Elm", ":", ("¿Cuándo empezó?", "¿Y ahora?", "¿Va a durar?")),
        ("Le Phare d'Elm", " :", ("Quand avez-vous commencé ?", "Et là ?", "Et après ?")),
        ("Elmer Bote", ":", ("Wann haben Sie begonnen?", "Und nun?", "Hält das?")),
        ("Il Faro", ":", ("Quando ha cominciato?", "E ora?", "Durerà?")),
        ("O Farol", ":", ("Quando começou?", "E agora?", "Vai durar?")),
    ],
)
def test_a_label_at_the_first_question_only_is_none_of_its_words(
    paper: str, colon: str, questions: tuple[str, str, str]
) -> None:
    first, second, third = questions
    text = paragraphs(
        f"{paper}{colon} {first}", "Vale: 4.", second, "Vale: 7.", third, "Vale: 9.",
    )  # fmt: skip
    assert turns(text) == [
        (paper, paper, "question"), ("Vale", "Vale", "answer"),
        ("", "", "question"), ("Vale", "Vale", "answer"),
        ("", "", "question"), ("Vale", "Vale", "answer"),
    ]  # fmt: skip


def test_a_clause_with_a_colon_in_the_first_question_is_a_part_of_it() -> None:
    text = paragraphs(
        "One thing first: why a lamp?", "Vale: It is dark.", "And snow?", "Vale: It is quiet.",
        "And fog?", "Vale: It is a wall.",
    )  # fmt: skip
    assert turns(text)[0] == ("", "", "question")
