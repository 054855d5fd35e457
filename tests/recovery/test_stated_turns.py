"""Turns that the file states, as the voices of captions: nobody has to be proved to speak, but who
asks and who answers is recovered, and one person has one name."""

from __future__ import annotations

from converter.model import Document, Exchange, Paragraph, Turn, walk
from converter.readers import read
from converter.recovery import recover
from converter.schemas.loading import load_schema
from converter.sources import load
from laws import assert_laws

SCHEMA = load_schema("article")


def recovered(*cues: str) -> Document:
    """Captions of these cues, recovered."""
    parts = ["WEBVTT\n"]
    parts += [f"00:{n:02}.000 --> 00:{n:02}.900\n{cue}\n" for n, cue in enumerate(cues)]
    source = load("\n".join(parts).encode(), "talk.vtt", "vtt")
    document = recover(read(source), SCHEMA)
    assert_laws(document)
    assert recover(document, SCHEMA) == document
    return document


def turns(document: Document) -> list[Turn]:
    return [node for node in walk(document.blocks) if isinstance(node, Turn)]


def test_voice_that_speaks_once_is_a_speaker() -> None:
    document = recovered("<v Ines Vale>Is it open?", "<v Tom Reed>Not yet.")
    assert [(turn.speaker, turn.role) for turn in turns(document)] == [
        ("Ines Vale", "question"),
        ("Tom Reed", "answer"),
    ]


def test_reason_is_that_the_file_names_it() -> None:
    first = turns(recovered("<v Ines Vale>Is it open?", "<v Tom Reed>Not yet."))[0]
    assert first.provenance is not None
    assert "named by the file" in [sign.name for sign in first.provenance.evidence]


def test_voice_and_its_initials_are_one_person() -> None:
    document = recovered("<v Ines Vale>Is it?", "<v Tom Reed>No.", "<v IV>Why?", "<v Tom Reed>So.")
    assert [turn.speaker for turn in turns(document)] == [
        "Ines Vale", "Tom Reed", "Ines Vale", "Tom Reed",
    ]  # fmt: skip


def test_one_voice_alone_stays_as_it_is_stated() -> None:
    document = recovered("<v Ines Vale>It is open.", "<v Ines Vale>Since six.")
    (turn,) = document.blocks
    assert isinstance(turn, Turn)
    assert (turn.speaker, turn.role, turn.provenance) == ("Ines Vale", "", None)


def test_labels_in_the_words_stand_beside_voices() -> None:
    document = recovered(
        "<v Ines Vale>Is it open?", "TOM REED: Not yet.", "<v Ines Vale>Why?", "TOM REED: So."
    )
    assert [type(block) for block in document.blocks] == [Exchange, Exchange]


def test_times_stay_with_the_words() -> None:
    document = recovered("<v Ines Vale>Is it open?", "<v Tom Reed>Not yet.")
    times = [node.time for node in walk(document.blocks) if isinstance(node, Paragraph)]
    assert times == ["00:00:00.000", "00:00:01.000"]
