"""What stands below the last answer: more of it, or a box of facts that nobody says."""

from __future__ import annotations

import pytest

from recovery.prose import paragraphs
from shapes import recovered, shape

BOXES = {
    "en": ("Q", "A", "The lamp room opens on 4 May at noon."),
    "es": ("P", "R", "La sala de faroles abre el 4 de mayo a mediodía."),
    "fr": ("Q", "R", "La salle des lampes ouvre le 4 mai à midi."),
    "de": ("F", "A", "Die Lampenkammer öffnet am 4. Mai um zwölf."),
    "it": ("D", "R", "La sala delle lampade apre il 4 maggio a mezzogiorno."),
    "pt": ("P", "R", "A sala das lanternas abre em 4 de maio ao meio-dia."),
    "pl": ("Pytanie", "Odpowiedź", "Latarnia otwiera się 4 maja w południe."),
}


def _talk(question: str, answer: str, *more: str) -> str:
    said = [
        words
        for word in ("Elm", "Oak", "Ash")
        for words in (f"{question}: {word}?", f"{answer}: {word}, {word}.")
    ]
    return paragraphs("The lamp", *said, *more)


def _last(text: str) -> str:
    return shape(recovered(text)).splitlines()[-1]


@pytest.mark.parametrize("language", BOXES)
def test_facts_below_the_last_answer_of_one_paragraph_each_are_nobodys(language: str) -> None:
    question, answer, box = BOXES[language]
    assert _last(_talk(question, answer, box)) == f"  {box}"


@pytest.mark.parametrize(
    "more",
    [
        "I shall be there on 4 May.",
        "You can come on 4 May.",
        "And who comes on 4 May?",
        "(On 4 May the lamp goes out.)",
        "“The lamp opens on 4 May.”",
        "The lamp is heavy.",
    ],
)
def test_what_somebody_says_below_the_last_answer_is_his(more: str) -> None:
    assert _last(_talk("Q", "A", more)) == f"      {more}"


def test_facts_are_a_part_of_the_last_answer_where_answers_are_long() -> None:
    text = paragraphs(
        "The lamp", "Q: Elm?", "A: Elm.", "It grew in 1911.", "Q: Oak?", "A: Oak.",
        "It fell in 1950.", "Q: Ash?", "A: Ash.", "It stands since 2004.",
    )  # fmt: skip
    assert _last(text) == "      It stands since 2004."


def test_many_paragraphs_below_the_last_answer_are_a_long_answer() -> None:
    more = [f"The {name} came in 19{year}." for year, name in enumerate("abcdefg", start=11)]
    assert _last(_talk("Q", "A", *more)) == f"      {more[-1]}"


def test_facts_below_the_last_answer_without_label_are_nobodys() -> None:
    text = paragraphs(
        "An interview with the keeper", "Do you sleep?", "I sleep by day, and I sleep well.",
        "Do you read?", "I read what the sea brings me.", "Will you stay?",
        "I will stay with my lamp.", "The lamp room opens on 4 May at noon.",
    )  # fmt: skip
    assert _last(text) == "  The lamp room opens on 4 May at noon."


@pytest.mark.parametrize(
    ("host", "guest", "thanks", "below"),
    [
        ("Nora", "Otto", "Thank you.", "The lamp is lit at dusk, and put out at dawn."),
        ("Nora", "Otto", "Muchas gracias.", "El farol se enciende al caer la tarde."),
        ("Nora", "Otto", "Merci beaucoup.", "La lampe est allumée à la tombée du jour."),
        ("Nora", "Otto", "Vielen Dank.", "Die Lampe brennt von der Dämmerung an."),
        ("Nora", "Otto", "Grazie.", "La lampada si accende al tramonto."),
        ("Nora", "Otto", "Muito obrigada.", "A lanterna é acesa ao cair da tarde."),
    ],
)
def test_nobody_answers_the_thanks_at_the_end_without_a_label(
    host: str, guest: str, thanks: str, below: str
) -> None:
    text = _talk(host, guest, f"{host}: {thanks}", below)
    shown = shape(recovered(text))
    assert shown.endswith(f"  Q {host}\n    {thanks}\n  {below}")
