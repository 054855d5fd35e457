"""Labels of speakers: proved by the document, resolved to one name, apart from the words."""

from __future__ import annotations

import pytest

from converter.model import Exchange, Turn, text_of, walk
from recovery.prose import HARBOUR, paragraphs
from recovery.talks import turns
from shapes import lines, recovered, shape


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
        ("PREGUNTA.", "RESPUESTA."),
        ("P.-", "R.-"),
        ("P. –", "R. –"),
        ("Kate Garklavs —", "Otto Brandt —"),
        ("Kate Garklavs –", "Otto Brandt –"),
        ("Kate Garklavs.—", "Otto Brandt.—"),
        ("KATE.", "OTTO."),
        ("Mr. KATE.", "Mrs. OTTO."),
        ("В:", "О:"),
        ("V:", "A:"),
        ("Ερώτηση:", "Απάντηση:"),
    ],
)
def test_labels_that_take_turns_are_speakers(question: str, answer: str) -> None:
    found = turns(talk(question, answer))
    asked, said = question.rstrip(":.-–— "), answer.rstrip(":.-–— ")
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


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("问：您什么时候开始的？", "答：五月，只有一条船。"),
        ("記者：いつ始めましたか？", "田中：五月です。"),
        ("Q．いつ始めましたか？", "A．五月です。"),
        ("ΕΡΩΤΗΣΗ: Πότε ξεκινήσατε;", "ΑΠΑΝΤΗΣΗ: Τον Μάιο, με ένα καράβι."),
        ("س: متى بدأت؟", "ج: في مايو."),
    ],
)
def test_talks_in_other_scripts(question: str, answer: str) -> None:
    text = paragraphs(question, answer, question, answer + answer)
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
        ("DR. GARKLAVS", "GARKLAVS", "DR. GARKLAVS"),
        ("CHAIR GARKLAVS", "GARKLAVS", "CHAIR GARKLAVS"),
        ("KATE GARKLAVS, MAYOR OF ELM", "GARKLAVS", "KATE GARKLAVS"),
        ("Kate Garklavs, keeper of the old lock", "KG", "Kate Garklavs"),
        ("The Elm Review", "ER", "The Elm Review"),
        ("Gazette du Port", "G. P.", "Gazette du Port"),
        ("Nora Berg", "NB", "Nora Berg"),
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


def test_label_that_stands_once_is_kin_of_others() -> None:
    text = paragraphs(
        "DR. RAO: Good morning to you all.", "HALL: When did it rise?", "RAO: In May.",
        "HALL: Who knew?", "JANE DOE, MAYOR OF ELM: We did not.", "HALL: Why?", "DOE: Nobody rang.",
    )  # fmt: skip
    assert [speaker for _, speaker, _ in turns(text)] == [
        "DR. RAO", "HALL", "DR. RAO", "HALL", "JANE DOE", "HALL", "JANE DOE",
    ]  # fmt: skip


def test_office_behind_the_name_says_who_asks() -> None:
    text = paragraphs(
        "ANN LEE, HOST: Welcome.", "INES VALE: Hello.", "LEE: Fog is your life.", "VALE: It is.",
        "LEE: It sounds lonely.", "VALE: Is it? I like it.",
    )  # fmt: skip
    assert [role for _, _, role in turns(text)] == ["question", "answer"] * 3


@pytest.mark.parametrize(
    ("asker", "answerer"),
    [("MP", "NB"), ("Kate", "NB"), ("WOCHE", "Otto"), ("PS", "Ines"), ("Kate", "Price")],
)
def test_listed_word_that_asks_or_answers_each_time_is_a_speaker(asker: str, answerer: str) -> None:
    """``NB`` is a note, and Nora Berg; ``Woche`` is a key, and a paper."""
    text = paragraphs(
        f"{asker}: When did you start?", f"{answerer}: In May, with one boat.",
        f"{asker}: And when will you stop?", f"{answerer}: Never, I hope.",
        f"{asker}: Why is that?", f"{answerer}: The sea, I suppose.",
    )  # fmt: skip
    assert [label for label, _, _ in turns(text)] == [asker, answerer] * 3


def test_listed_word_answers_where_somebody_else_answered_the_same_asker_before() -> None:
    text = paragraphs(
        "AB: When did you start?", "AC: In May, with one boat.",
        "AB: And when will you stop?", "AC: Never, I hope.",
        "AB: Who comes next?", "NB: I do. I am ten years old.",
        "AB: Is it hard?", "NB: It is very hard.",
        "AB: Will you stay?", "NB: I will stay for ever.",
    )  # fmt: skip
    assert [label for label, _, _ in turns(text)] == ["AB", "AC"] * 2 + ["AB", "NB"] * 3


def test_note_below_some_answers_is_no_speaker() -> None:
    text = paragraphs(
        "AB: When did you start?", "AC: In May, with one boat.", "NB: The boat sank in June.",
        "AB: And when will you stop?", "AC: Never, I hope.", "NB: He stopped in August.",
        "AB: Why is that?", "AC: The sea, I suppose.", "NB: He meant the lake.",
    )  # fmt: skip
    assert "NB" not in [label for label, _, _ in turns(text)]


@pytest.mark.parametrize("mark", ["", "## ", "1. "])
def test_introduced_names_answer_questions_without_label(mark: str) -> None:
    second = mark.replace("1", "2")
    text = paragraphs(
        "Alejandra Moreno Vidal and Joanna Birch run the library of the port.",
        f"{mark}How did you begin?", "Moreno: We began with a box of books.",
        f"{second}What was hard?", "Joanna: The damp. Books do not like it.",
    )  # fmt: skip
    assert [(label, speaker) for label, speaker, _ in turns(text) if label] == [
        ("Moreno", "Alejandra Moreno Vidal"),
        ("Joanna", "Joanna Birch"),
    ]


@pytest.mark.parametrize(
    ("question", "answer", "speaker"),
    [("Q{}:", "A{}:", "Q"), ("Question {}:", "Answer {}:", "Question"), ("F{}:", "A{}:", "F")],
)
def test_labels_may_count(question: str, answer: str, speaker: str) -> None:
    text = paragraphs(
        *(
            f"{label.format(number)} {words}"
            for number in (1, 2, 3)
            for label, words in ((question, f"Why {number}?"), (answer, f"So {number}, I think."))
        )
    )
    found = turns(text)
    assert [role for _, _, role in found] == ["question", "answer"] * 3
    assert found[2][:2] == (question.format(2).rstrip(":"), speaker)


def test_only_the_asker_may_have_a_label() -> None:
    text = paragraphs(
        "Question 1: When did you start?", "In May, with one boat.", "It rained.",
        "Question 2: Why do you stay?", "I like the fog.",
    )  # fmt: skip
    assert shape(recovered(text)) == lines("""
        exchange
          Q Question 1 = Question
            When did you start?
          A
            In May, with one boat.
            It rained.
        exchange
          Q Question 2 = Question
            Why do you stay?
          A
            I like the fog.
        """)


def test_two_may_ask() -> None:
    text = paragraphs(
        "Kate: When did you start?", "Ines: In May.", "Tom: Who helped you?", "Ines: My brother.",
        "Kate: Where is he now?", "Ines: In Elm.", "Tom: Is he well?", "Ines: He is.",
    )  # fmt: skip
    assert [role for _, _, role in turns(text)] == ["question", "answer"] * 4


@pytest.mark.parametrize(
    "form",
    ["{name}\n\n{words}", "**{name}**\n\n{words}", "**{name}** {words}", "### {name}\n\n{words}"],
)
def test_names_on_lines_of_their_own_or_in_bold_are_speakers(form: str) -> None:
    spoken = (
        ("Kate Hall", "When did you start, and who helped you?"), ("Ines Vale", "My brother did."),
        ("Kate Hall", "Were you afraid of the fog?"), ("Ines Vale", "I was. It teaches you."),
    )  # fmt: skip
    text = paragraphs(
        "# A talk", HARBOUR, *(form.format(name=name, words=words) for name, words in spoken)
    )
    assert [(name, role) for _, name, role in turns(text)] == [
        ("Kate Hall", "question"), ("Ines Vale", "answer"),
    ] * 2  # fmt: skip


def test_name_that_stands_once_among_turns_is_a_speaker() -> None:
    text = paragraphs(
        "Interviewer: When did you start?", "Ms Vale: In May.", "Interviewer: Were you afraid?",
        "Ms Vale: Very.", "MR. REED: Objection.", "Interviewer: Mr Ash, were you?",
        "Ben Ash: Never. Absolutely: never.", "Interviewer: And now?", "Absolutely: I am not.",
    )  # fmt: skip
    found = [label for label, _, _ in turns(text)]
    assert found[4:] == ["MR. REED", "Interviewer", "Ben Ash", "Interviewer", ""]


def test_interviewer_who_tells_more_than_he_asks() -> None:
    text = paragraphs(
        "Kate: Welcome, Ines.", "Ines: Thank you.", "Kate: Your book sold ten thousand copies.",
        "Ines: Eleven. My mother bought one.", "Kate: What is it about?", "Ines: Waiting.",
    )  # fmt: skip
    assert [role for _, _, role in turns(text)] == ["question", "answer"] * 3


def test_headline_that_quotes_the_speaker_is_no_turn() -> None:
    text = paragraphs(
        "Claire Morin : « On n’écoute plus »", "Le Journal : Que vouliez-vous dire ?",
        "Claire Morin : Que plus personne n’écoute.", "Le Journal : Est-ce grave ?",
        "C. M. : Oui et non.",
    )  # fmt: skip
    assert shape(recovered(text)).startswith("# Claire Morin : « On n’écoute plus » (interview)\n")


def test_white_space_inside_the_marks_of_a_bold_label() -> None:
    text = paragraphs(
        "# Talk", "**Kate: **When did you start?", "**Otto: **In May.", "**Kate:**And now?",
        "**Otto:**Now I listen.",
    )  # fmt: skip
    found = shape(recovered(text))
    assert turns(text) == [("Kate", "Kate", "question"), ("Otto", "Otto", "answer")] * 2
    assert "*" not in found


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


def test_confidence_follows_the_evidence() -> None:
    document = recovered(talk("Q:", "A:"))
    for node in walk(document.blocks):
        if isinstance(node, Turn | Exchange):
            assert node.provenance is not None
            assert 0.5 < node.provenance.confidence <= 1
