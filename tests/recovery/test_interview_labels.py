"""Labels of speakers: proved by the document, resolved to one name, apart from the words."""

from __future__ import annotations

import pytest

from converter.model import Exchange, Turn, text_of, walk
from recovery.prose import EVENING, HARBOUR, PILOT, paragraphs
from shapes import lines, recovered, shape


def turns(text: str) -> list[tuple[str, str, str]]:
    """Label, speaker and role of each turn, in reading order."""
    return [
        (text_of(*node.label), node.speaker, node.role)
        for node in walk(recovered(text).blocks)
        if isinstance(node, Turn)
    ]


def talk(question: str, answer: str) -> str:
    """Two questions and two answers behind these labels."""
    return paragraphs(
        f"{question} When did you start?", f"{answer} In May, with one boat.",
        f"{question} And when will you stop?", f"{answer} Never, I hope.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Q:", "A:"),
        ("Q.", "A."),
        ("P:", "R:"),
        ("P.", "R."),
        ("F:", "A:"),
        ("D:", "R:"),
        ("Q :", "R :"),
        ("Question:", "Answer:"),
        ("Pregunta:", "Respuesta:"),
        ("Frage:", "Antwort:"),
        ("Question :", "Réponse :"),
        ("Domanda:", "Risposta:"),
        ("Pergunta:", "Resposta:"),
        ("Vraag:", "Antwoord:"),
        ("Pytanie:", "Odpowiedź:"),
        ("Вопрос:", "Ответ:"),
        ("Entrevistador:", "Entrevistada:"),
        ("Moderator:", "Gast:"),
        ("Host:", "Guest:"),
        ("Reader’s question:", "Expert's answer:"),
        ("KATE:", "OTTO:"),
        ("Kate Garklavs:", "Otto Brandt:"),
        ("Dr. Kate Garklavs:", "Otto van den Brandt:"),
        ("Ayşe Çelik:", "Łukasz Żak:"),
        ("Κατερίνα:", "Νίκος:"),
    ],
)
def test_labels_that_take_turns_are_speakers(question: str, answer: str) -> None:
    found = turns(talk(question, answer))
    asked, said = question.rstrip(":. "), answer.rstrip(":. ")
    assert found == [(asked, asked, "question"), (said, said, "answer")] * 2


@pytest.mark.parametrize(("question", "answer"), [("س", "ج"), ("問", "答")])
def test_question_marks_of_other_scripts_ask(question: str, answer: str) -> None:
    text = paragraphs(
        f"{question}: متى بدأت العمل في الميناء؟ いつ？",
        f"{answer}: I started in May, with one boat.",
        f"{question}: هل ستبقى؟ なぜ？",
        f"{answer}: I stay because of the fog and the tides.",
    )
    assert [role for _, _, role in turns(text)] == ["question", "answer"] * 2


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("question", "answer"), [("Q", "A"), ("Frage", "Antwort")])
def test_one_pair_of_known_labels_is_enough(question: str, answer: str, gap: str) -> None:
    text = f"{question}: When did you start?{gap}{answer}: In May, with one boat.\n"
    assert [role for _, _, role in turns(text)] == ["question", "answer"]


def test_colon_and_brackets_are_markup_and_the_label_is_as_written() -> None:
    document = recovered(
        paragraphs(
            "CHRIS (00:12:03): Why?", "[Jane Doe] So.", "CHRIS (00:12:40): Why?", "[Jane Doe] So?"
        )
    )
    found = [node for node in walk(document.blocks) if isinstance(node, Turn)]
    assert [text_of(*turn.label) for turn in found][:2] == ["CHRIS (00:12:03)", "Jane Doe"]
    assert [turn.speaker for turn in found][:2] == ["CHRIS", "Jane Doe"]
    text = document.source.text
    assert [text[span.start : span.end] for span in found[0].markup] == [":"]


@pytest.mark.parametrize(
    ("first", "later", "name"),
    [
        ("Kate Garklavs", "KG", "Kate Garklavs"),
        ("Kate Garklavs", "K.G.", "Kate Garklavs"),
        ("Kate Garklavs", "Garklavs", "Kate Garklavs"),
        ("Kate Garklavs", "Kate", "Kate Garklavs"),
        ("DR. KATE GARKLAVS", "GARKLAVS", "DR. KATE GARKLAVS"),
    ],
)
def test_short_label_is_the_person_of_the_long_one(first: str, later: str, name: str) -> None:
    text = paragraphs(
        f"{first}: When did you start?", "Otto Brandt: In May.",
        f"{later}: And when will you stop?", "OB: Never, I hope.",
        f"{later}: Why is that?", "OB: The sea.",
    )  # fmt: skip
    found = turns(text)
    assert {speaker for label, speaker, _ in found if label in (first, later)} == {name}
    assert {speaker for label, speaker, _ in found if label in ("Otto Brandt", "OB")} == {
        "Otto Brandt"
    }


def test_initials_are_named_by_the_introduction() -> None:
    text = paragraphs(
        "The pilot Ines Vale talks with Tom Reed about the fog.",
        "TR: When did you start?", "IV: In May.", "TR: Why?", "IV: The sea.",
    )  # fmt: skip
    assert [speaker for _, speaker, _ in turns(text)] == ["Tom Reed", "Ines Vale"] * 2


def test_case_and_apostrophe_make_no_other_speaker() -> None:
    text = paragraphs(
        "editor’s Question: When did you start?", "guest: In May.",
        "Editor's question: And when will you stop?", "Guest: Never.",
        "EDITOR’S QUESTION: Why?", "GUEST: The sea.",
    )  # fmt: skip
    found = turns(text)
    assert len({speaker for _, speaker, _ in found}) == 2
    assert [label for label, _, _ in found][:2] == ["editor’s Question", "guest"]


def test_label_may_stand_alone_on_its_line() -> None:
    text = "Q:\nWhen did you start?\n\nA:\nIn May.\n\nQ:\nWhy?\n\nA:\nThe sea.\n"
    assert shape(recovered(text)) == lines("""
        exchange
          Q Q
            When did you start?
          A A
            In May.
        exchange
          Q Q
            Why?
          A A
            The sea.
        """)


@pytest.mark.parametrize(("before", "after"), [("**", ":**"), ("**", "**:"), ("__", ":__")])
def test_label_may_be_bold(before: str, after: str) -> None:
    text = "# Talk\n\n" + talk(f"{before}Kate{after}", f"{before}Otto{after}")
    assert turns(text) == [("Kate", "Kate", "question"), ("Otto", "Otto", "answer")] * 2


def test_q_without_colon_is_a_label_in_a_briefing() -> None:
    text = paragraphs(
        "MS. COLE: Good afternoon. I have one item.", "Q    Is it about the port?",
        "MS. COLE: It is.", "Q    Will it close?", "MS. COLE: Not today.",
    )  # fmt: skip
    assert shape(recovered(text)).count("exchange") == 2


# --- no false alarms --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        paragraphs(
            "Harbour opens", HARBOUR, "Note: The ferry leaves at six.", PILOT,
            "Update: The ferry left at seven.", EVENING, "Warning: The quay is wet.",
        ),
        paragraphs(
            "Fish soup", "Serves: 4 people", "Time: 20 minutes", "Ingredients: fish, water, salt",
            "Method: Boil the fish in the water. Add the salt.", "Tip: Eat it hot.",
        ),
        paragraphs(
            "Sopa de pescado", "Raciones: 4", "Ingredientes: pescado, agua, sal",
            "Preparación: Hervir el pescado. Añadir la sal.", "Consejo: Comer caliente.",
        ),
        paragraphs(
            "Fischsuppe", "Zutaten: Fisch, Wasser, Salz",
            "Zubereitung: Den Fisch kochen. Salz dazugeben.", "Tipp: Heiß essen.",
        ),
        paragraphs("Programme", "10:00 Doors", "10:30: The mayor", "11:00: The band", "12:15 End"),
        "The pilot\n\nName: Ines Vale\nBorn: 1961 in Elm\nBoats: three\nChildren: two\n",
        paragraphs(
            "Words of the port", "Berth: The place where a ship lies. It is hired by the day.",
            "Fender: A cushion. It is often an old tyre.",
            "Pilot: Somebody who knows the way in. The captain keeps the command.",
            "Tide: The sea going up and down. It waits for nobody.",
        ),
        paragraphs("Harbour opens", HARBOUR, "Text: Ines Vale\nPhotos: Tom Reed\nEditor: Ann Lee"),
        paragraphs(
            "How the pier was built", "May 2020: The council votes for it. It has no money.",
            "June 2021: The money comes from a lottery.", "July 2023: The pier opens. It rains.",
        ),
        paragraphs(
            "Harbour opens", "The mayor said: “We are glad.”", HARBOUR,
            "The pilot said: “So am I.”", PILOT, "The mayor said: “Good.”",
        ),
        paragraphs(
            "Minutes", "RESOLVED: That the minutes be signed.", HARBOUR,
            "RESOLVED: That dues be raised.", PILOT, "ACTION: The clerk to write to the owners.",
        ),
        paragraphs("Mail: a@ports.example", "Web: ports.example", "Tel: 020 7946 0000"),
    ],
)  # fmt: skip
def test_words_before_a_colon_are_no_speakers(text: str) -> None:
    assert turns(text) == []
    assert "exchange" not in shape(recovered(text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("Note: The ferry leaves at six.", "Update: The ferry left at seven."),
            ("Note: It is wet.", "Update: It is dry."),
        ),
        (("Boat: Elm 4", "Crew: 12 men"), ("Boat: Holt 7", "Crew: 9 men")),
        (("Mayor: Who pays for it?", "Pilot: Who sails?"), ()),
    ],
)
def test_words_that_alternate_are_no_speakers(
    first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    """They repeat and take turns, but are listed as no speakers, have values, or stand alone."""
    assert turns(paragraphs("Harbour opens", HARBOUR, *first, *second, PILOT)) == []


def test_lone_label_in_a_story_is_no_turn() -> None:
    assert turns(paragraphs("Harbour opens", HARBOUR, "Ines Vale: It was six.", PILOT)) == []


def test_confidence_follows_the_evidence() -> None:
    document = recovered(talk("Q:", "A:"))
    for node in walk(document.blocks):
        if isinstance(node, Turn | Exchange):
            assert node.provenance is not None
            assert 0.5 < node.provenance.confidence <= 1
