"""Turns behind dashes: a talk when the document proves it, else dialogue, a list, a thought."""

from __future__ import annotations

import pytest

from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from shapes import lines, recovered, shape

TALKS = {
    "es": (
        ("¿Cuándo empezó usted?", "¿Y no tuvo miedo?", "¿Qué diría a los jóvenes?"),
        ("En mayo, con un solo barco.", "Mucho. Pero el miedo enseña.", "Que escuchen al mar."),
    ),
    "fr": (
        ("Quand avez-vous commencé ?", "Vous aviez peur ?", "Que diriez-vous aux jeunes ?"),
        ("En mai, avec un bateau.", "Oui. Mais la peur apprend.", "D’écouter la mer."),
    ),
    "pt": (
        ("Quando começou?", "Não teve medo?", "O que diria aos jovens?"),
        ("Em maio, com um barco.", "Tive. Mas o medo ensina.", "Que ouçam o mar."),
    ),
    "ru": (
        ("Когда вы начали?", "Вам не было страшно?", "Что вы скажете молодым?"),
        ("В мае, с одной лодкой.", "Было. Но страх учит.", "Слушайте море."),
    ),
    "pl": (
        ("Kiedy pani zaczęła?", "Nie bała się pani?", "Co by pani powiedziała młodym?"),
        ("W maju, z jedną łodzią.", "Bałam się. Ale strach uczy.", "Żeby słuchali morza."),
    ),
}


def talk(language: str, before_question: str, before_answer: str) -> str:
    questions, answers = TALKS[language]
    return paragraphs(
        *(
            line
            for question, answer in zip(questions, answers, strict=True)
            for line in (before_question + question, before_answer + answer)
        )
    )


def expected(language: str) -> str:
    return "\n".join(
        f"exchange\n  Q\n    {question}\n  A\n    {answer}"
        for question, answer in zip(*TALKS[language], strict=True)
    )


@pytest.mark.parametrize("language", TALKS)
@pytest.mark.parametrize("dash", ["– ", "— ", "—", "-", "― "])
def test_question_and_answer_behind_dashes_are_a_talk(language: str, dash: str) -> None:
    assert shape(recovered(talk(language, dash, dash))) == expected(language)


@pytest.mark.parametrize("language", ["es", "fr", "ru"])
def test_items_that_ask_and_answer_are_a_talk(language: str) -> None:
    """A hyphen and a space is a list to the reader."""
    assert shape(recovered(talk(language, "- ", "- "))) == expected(language)


@pytest.mark.parametrize("language", ["es", "fr", "ru", "pl"])
def test_dash_may_stand_before_questions_alone(language: str) -> None:
    assert shape(recovered(talk(language, "— ", ""))) == expected(language)


def test_answer_goes_on_and_closing_belongs_to_nobody() -> None:
    text = paragraphs(
        "La práctica y la niebla", "Ana Pardo lleva treinta años guiando barcos en el puerto.",
        "– ¿Cuándo empezó usted?", "– En mayo.", "Llovía.", "– ¿Y no tuvo miedo?", "– Mucho.",
        "– ¿Qué diría hoy?", "– Que escuchen al mar.", "Ana Pardo publicará un libro en otoño.",
    )  # fmt: skip
    found = shape(recovered(text))
    assert "    A\n      En mayo.\n      Llovía." in found
    assert found.endswith("\n  Ana Pardo publicará un libro en otoño.")


def test_statement_in_the_askers_turn_is_a_question() -> None:
    text = paragraphs(
        "– ¿Cuándo empezó usted?", "– En mayo.", "– Cuénteme del primer día.", "– Llovía.",
        "– ¿Y no tuvo miedo?", "– Mucho.", "– ¿Y hoy?", "– Hoy menos.",
    )  # fmt: skip
    assert "  Q\n    Cuénteme del primer día.\n  A\n    Llovía." in shape(recovered(text))


@pytest.mark.parametrize(
    "text",
    [
        paragraphs(
            "The fog", "The pilot came up the stairs.", "— Is it you?", "— It is me.",
            "She sat down at the window.", "— Did you see it? asked the keeper.",
            "— I saw nothing, she said.", "— And the ship? he asked.", "— No ship, she said.",
        ),
        paragraphs(
            "La niebla", "— ¿Eres tú? —preguntó el farero.", "— Soy yo.", "— ¿Lo viste?",
            "— No vi nada —dijo ella.", "— ¿Y el barco? —preguntó él.", "— Ningún barco.",
        ),
        paragraphs(
            "La brume", "— C’est toi ? demanda le gardien.", "— C’est moi.", "— Tu l’as vu ?",
            "— Rien vu, dit-elle.", "— Et le navire ? demanda-t-il.", "— Aucun navire.",
        ),
        paragraphs(
            "Туман", "— Это ты? — спросил смотритель.", "— Это я.", "— Ты видела?",
            "— Ничего, — сказала она.", "— А корабль? — спросил он.", "— Нет.",
        ),
        "What to ask\n\n– Is there a toilet?\n– Is there a café?\n– May dogs come?\n– Who pays?\n",
        "Zu klären\n\n- Wer zahlt?\n- Wer kommt?\n- Wer fährt?\n- Wer bleibt?\n",
        "What to bring\n\n– a torch\n– wool socks\n– a ticket\n",
        paragraphs(
            "Harbour opens", HARBOUR, PILOT, "– Why?", "– Who?", "– When?", EVENING, HARBOUR,
        ),
    ],
)  # fmt: skip
def test_dialogue_and_lists_are_no_talk(text: str) -> None:
    found = shape(recovered(text))
    assert "exchange" not in found
    assert lines(text).count("—") == found.count("—")


JAPANESE = [
    ("なぜ灯台に来たのですか。", "父の仕事でした。"),
    ("冬の夜は。", "風の音だけです。"),
    ("そうですか。", "猫もいます。"),
]


@pytest.mark.parametrize("dashes", ["――", "——", "── "])
@pytest.mark.parametrize("name", ["岬 ", "岬　", ""])
def test_double_dashes_ask_without_a_question_mark(dashes: str, name: str) -> None:
    text = "\n\n".join(f"{dashes}{asked}\n\n{name}{said}" for asked, said in JAPANESE)
    label = f" {name[:1]}" if name else ""
    shown = shape(recovered("灯台の話\n\n" + text + "\n"))
    for asked, said in JAPANESE:
        assert f"Q\n      {asked}\n    A{label}\n      {said}" in shown


@pytest.mark.parametrize(
    "text",
    [
        "霧が出た。\n\n――誰か。\n\n岬は灯をつけた。\n\n船が通った。\n\n――父だ。\n\n朝になった。\n",
        "――霧だ。\n\n岬は言った。\n\n――船だ。\n\n父は立った。\n\n――朝だ。\n\n猫が鳴いた。\n",
        "――霧か。\n\n――霧だ。\n\n――船か。\n\n――船だ。\n\n――朝か。\n\n――朝だ。\n",
    ],
    ids=["two", "nobody asks", "dialogue"],
)
def test_double_dashes_in_a_story_are_no_interview(text: str) -> None:
    assert "exchange" not in shape(recovered(text))
