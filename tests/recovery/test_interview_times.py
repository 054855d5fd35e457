"""Times beside speakers, and captions: kept as labels or as structure, never as running text."""

from __future__ import annotations

import pytest

from converter.model import Turn, text_of, walk
from recovery.prose import HARBOUR, paragraphs
from shapes import lines, recovered, shape

SPOKEN = (
    ("Jane Doe", "So how did you come to the port?"),
    ("Ines Vale", "By train. There was no other way then."),
    ("Jane Doe", "Really?"),
    ("Ines Vale", "Yes, really."),
)
TALK = lines("""
    exchange
      Q Jane Doe
        So how did you come to the port?
      A Ines Vale
        By train. There was no other way then.
    exchange
      Q Jane Doe
        Really?
      A Ines Vale
        Yes, really.
    """)


def transcript(form: str) -> str:
    """The talk with each turn written in this form."""
    return "".join(
        form.format(
            number=number,
            name=name,
            words=words,
            time=f"00:01:{number * 9:02}",
            short=f"0:{number * 9:02}",
            arrow=f"00:00:{number * 9:02},000 --> 00:00:{number * 9 + 8:02},500",
        )
        for number, (name, words) in enumerate(SPOKEN, start=1)
    )


def speakers(text: str) -> list[tuple[str, str]]:
    """Who speaks in each turn, and what his role is."""
    turns = [node for node in walk(recovered(text).blocks) if isinstance(node, Turn)]
    return [(turn.speaker, turn.role) for turn in turns]


@pytest.mark.parametrize(
    "form",
    [
        "{name}  {short}\n{words}\n\n",
        "{name} {time}\n{words}\n\n",
        "{name} ({short})\n\n{words}\n\n",
        "{name} [{time}]\n{words}\n",
        "{name} | {short}\n{words}\n\n",
        "[{time}] {name}\n{words}\n",
        "({short}) {name}\n{words}\n\n",
        "{time} - {name}\n{words}\n\n",
        "[{time}] {name}: {words}\n",
        "{name} ({time}): {words}\n\n",
        "{time}\n{name}: {words}\n\n",
        "{short}\n{name}: {words}\n\n",
    ],
)
def test_name_beside_a_time_opens_a_turn(form: str) -> None:
    text = transcript(form)
    assert speakers(text) == [("Jane Doe", "question"), ("Ines Vale", "answer")] * 2
    assert shape(recovered(text)).count("exchange") == 2


def test_time_is_kept_in_the_label() -> None:
    document = recovered(transcript("{name}  {short}\n{words}\n\n"))
    labels = [text_of(*node.label) for node in walk(document.blocks) if isinstance(node, Turn)]
    assert labels[:2] == ["Jane Doe  0:09", "Ines Vale  0:18"]


def test_numbered_speakers_of_a_machine_are_speakers() -> None:
    text = transcript("{name}  {short}\n{words}\n\n")
    text = text.replace("Jane Doe", "Speaker 1").replace("Ines Vale", "Speaker 2")
    assert [name for name, _ in speakers(text)] == ["Speaker 1", "Speaker 2"] * 2


@pytest.mark.parametrize(
    "form",
    [
        "{number}\n{arrow}\n{name}: {words}\n\n",
        "{arrow}\n{name}: {words}\n\n",
        "{arrow}\n<v {name}>{words}\n\n",
        "{arrow}\n<v {name}>{words}</v>\n\n",
        "{arrow}\n{name}\n{words}\n\n",
    ],
)
@pytest.mark.parametrize("head", ["", "WEBVTT\n\n"])
def test_captions_with_speakers_are_a_talk(head: str, form: str) -> None:
    assert shape(recovered(head + transcript(form))) == TALK


def test_sentence_runs_through_captions() -> None:
    text = """\
        1
        00:00:01,000 --> 00:00:04,000
        El puerto abrió a las seis
        de la mañana, y el primero

        2
        00:00:04,500 --> 00:00:08,000
        de los barcos salió con música.

        3
        00:00:08,500 --> 00:00:11,000
        Nadie lo esperaba.
        """
    document = recovered(text)
    assert shape(document) == lines("""
        lead: El puerto abrió a las seis de la mañana, y el primero de los barcos salió con música.
        Nadie lo esperaba.
        """)
    assert [notice.code for notice in document.notices] == ["C303"]


def test_words_to_the_player_are_left_out_with_a_reason() -> None:
    text = "WEBVTT - Talk\n\n" + transcript("{arrow} align:start line:0%\n{name}: {words}\n\n")
    document = recovered(text)
    assert shape(document) == TALK
    assert [item.text for item in document.omissions][:2] == [
        "WEBVTT - Talk",
        "align:start line:0%",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1\n00:00:01,000 --> 00:00:04,000\n\n2\n00:00:04,000 --> 00:00:08,000\n",
        paragraphs("Harbour opens", HARBOUR, "Bus: 00:01.000 --> 00:04.000"),
        "00:00:01,000 --> 00:00:04,000\nOne arrow.\n",
    ],
)
def test_times_without_words_stay_words(text: str) -> None:
    document = recovered(text)
    assert document.notices == ()
    assert "00:00:01,000 -->" in shape(document) or "00:01.000 -->" in shape(document)


@pytest.mark.parametrize(
    "text",
    [
        "10:00 Tea\nIn it.\n\n10:30 Talk\nBy Ann.\n\n11:00 Tea\nIn it.\n\n11:30 Talk\nBy Ben.\n",
        "Baile 19:00\nAquí.\n\nCena 20:00\nAllí.\n\nBaile 21:00\nAllí.\n\nCena 22:00\nAquí.\n",
        "Results\n\nInes Vale 2:41:12\nTom Reed 2:43:10\nAnn Lee 2:44:01\nBen Ash 2:50:55\n",
        "Fahrplan\n\nElm 08:15\nHolt 08:45\nElm 09:15\nHolt 09:45\n",
        "Horaires\n\n9:00 Accueil\n9:30 Visite\n12:00 Repas\n13:30 Visite\n15:00 Repas\n",
    ],
)
def test_times_of_day_and_results_are_no_speakers(text: str) -> None:
    assert speakers(text) == []
