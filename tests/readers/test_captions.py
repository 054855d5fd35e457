"""Captions: what is said, by whom and when; every character of the file accounted for."""

from __future__ import annotations

import re
from contextlib import suppress
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.errors import InputError
from converter.model import (
    Document,
    Emphasis,
    Exchange,
    Paragraph,
    Strong,
    Turn,
    leaves,
    text_of,
    walk,
)
from converter.readers import read
from converter.recovery import recover
from converter.schemas.loading import load_schema
from converter.sources import load
from laws import assert_laws
from strategies import examples

SCHEMA = load_schema("article")

SRT = """\
1
00:00:01,000 --> 00:00:04,000
It rained on the harbour
that morning,

2
00:00:04,100 --> 00:00:06,000
and nobody came.

3
00:00:09,000 --> 00:00:12,000
- Is it open?
- Not yet.
"""

VTT = """\
WEBVTT - Hearing of the board
Kind: captions
Language: en-GB

STYLE
::cue { color: white }

NOTE checked by K.

opening
00:01.000 --> 00:04.000 align:start position:10%
<v Ines Vale>When does the <i>Tide
Mill</i> open, and who

00:00:04.000 --> 00:00:06.500
<v Ines Vale>pays for AT&amp;T Hall?</v>

00:00:07.000 --> 00:00:09.000
<v.loud Tom Reed>On <00:00:07.500><c.yellow>Monday.</c> The
town pays.
"""


def stated(text: str, format: str = "vtt") -> Document:
    """What the reader says; the laws hold for it, and for what recovery makes of it."""
    document = read(load(dedent(text).encode(), f"talk.{format}", format))
    assert_laws(document)
    assert_laws(recover(document, SCHEMA))
    return document


def said(document: Document) -> list[str]:
    """Each block's words, with who says them."""
    found = []
    for block in document.blocks:
        assert isinstance(block, Paragraph | Turn)
        speaker = f"{block.speaker}: " if isinstance(block, Turn) else ""
        blocks = block.blocks if isinstance(block, Turn) else (block,)
        found.append(speaker + " / ".join(" ".join(text_of(part).split()) for part in blocks))
    return found


def cues(*lines: str, gap: float = 0.0) -> str:
    """A WebVTT file of cues of two seconds each, one after the other."""
    parts = ["WEBVTT\n"]
    for number, line in enumerate(lines):
        start = number * (2 + gap)
        times = f"00:{start:06.3f} --> 00:{start + 2:06.3f}"
        parts.append(f"{times}\n{line}\n")
    return "\n".join(parts)


# --- paragraphs ---------------------------------------------------------------------------------


def test_sentence_that_runs_over_cues_is_one_paragraph() -> None:
    assert said(stated(SRT, "srt"))[0] == "It rained on the harbour that morning, and nobody came."


def test_time_of_a_paragraph_is_kept_in_one_form() -> None:
    times = [block.time for block in stated(SRT, "srt").blocks if isinstance(block, Paragraph)]
    assert times == ["00:00:01.000", "00:00:09.000", "00:00:09.000"]


def test_time_is_in_the_json_and_in_the_tree() -> None:
    conversion = converter.convert(SRT.encode(), name="talk.srt")
    assert b'"time":"00:00:09.000"' in conversion.renditions["json"]


@pytest.mark.parametrize(
    ("clock", "time"),
    [
        ("01:02.5", "00:01:02.500"),
        ("1:02:03,004", "01:02:03.004"),
        ("00:00:01", "00:00:01.000"),
        ("100:00:00.000", "100:00:00.000"),
        ("00:00:01:250", "00:00:01.250"),
    ],
)
def test_clock_is_read_as_programs_write_it(clock: str, time: str) -> None:
    (block,) = stated(f"1\n{clock} --> {clock}\nYes.\n", "srt").blocks
    assert isinstance(block, Paragraph)
    assert block.time == time


def test_pause_after_a_sentence_begins_a_paragraph() -> None:
    assert said(stated(cues("It rained.", "Nobody came.", gap=2))) == ["It rained.", "Nobody came."]


def test_pause_within_a_sentence_does_not() -> None:
    assert said(stated(cues("It rained", "all day.", gap=2))) == ["It rained all day."]


def test_long_silence_begins_a_paragraph_without_a_full_stop() -> None:
    assert said(stated(cues("it rained", "nobody came", gap=6))) == ["it rained", "nobody came"]


def test_long_speech_is_parted_at_a_full_stop() -> None:
    assert len(stated(cues(*[f"It rained on day {n} of the year." for n in range(40)])).blocks) > 1


def test_stress_is_kept_and_other_tags_are_structure() -> None:
    words = '{\\an8}<font color="#fff">A <i>tide\nmill</i> <b>is</b> <u>old</u>'
    (block,) = stated(f"1\n00:01.0 --> 00:02.0\n{words}\n", "srt").blocks
    assert [text_of(node) for node in walk((block,)) if isinstance(node, Emphasis)] == [
        "tide\nmill"
    ]
    assert [text_of(node) for node in walk((block,)) if isinstance(node, Strong)] == ["is"]
    assert text_of(block) == "A tide\nmill is old"


def test_tag_that_nobody_knows_is_words() -> None:
    assert said(stated(cues("Five < six <laughs> and <3"))) == ["Five < six <laughs> and <3"]


def test_references_of_webvtt_are_their_characters_and_open_no_tag() -> None:
    document = stated(cues("Vale &amp; Sons: &lt;i&gt; it &rlm;is&nbsp;so"))
    assert text_of(*document.blocks) == "Vale & Sons: <i> it \u200fis\u00a0so"


def test_place_behind_a_reference_is_that_of_the_file() -> None:
    document = stated(cues("A &amp; B,", "and C."))
    source = document.source
    where = source.locate(source.text.index("B,"))
    assert (where.line, where.column) == (4, 9)
    assert source.locate(source.text.index("and C.")).line == 7


def test_references_of_subrip_stay_as_they_are() -> None:
    assert said(stated("1\n00:01.0 --> 00:02.0\nA &amp; B\n", "srt")) == ["A &amp; B"]


# --- speakers -----------------------------------------------------------------------------------


def test_voices_are_turns_with_label_and_speaker() -> None:
    document = stated(VTT)
    assert said(document) == [
        "Ines Vale: When does the Tide Mill open, and who pays for AT&T Hall?",
        "Tom Reed: On Monday. The town pays.",
    ]
    first = document.blocks[0]
    assert isinstance(first, Turn)
    (label,) = leaves(first.label)
    assert label.text == "Ines Vale"
    assert first.provenance is None


def test_voices_become_exchanges() -> None:
    (exchange,) = recover(stated(VTT), SCHEMA).blocks
    assert isinstance(exchange, Exchange)
    assert exchange.question.speaker == "Ines Vale"
    assert [turn.speaker for turn in exchange.answers] == ["Tom Reed"]


def test_two_voices_in_one_cue_are_two_turns() -> None:
    assert said(stated(cues("<v Ann>Why?</v> <v Bo>So.</v>"))) == ["Ann: Why?", "Bo: So."]


def test_words_without_a_voice_are_not_put_in_a_mouth() -> None:
    document = stated(cues("<v Ann>It is so.</v>", "A bell rings."))
    assert said(document) == ["Ann: It is so.", "A bell rings."]


def test_sentence_that_a_voice_began_goes_on_without_its_name() -> None:
    assert said(stated(cues("<v Ann>It is", "so."))) == ["Ann: It is so."]


def test_voice_that_says_nothing_is_structure() -> None:
    assert said(stated(cues("<v Ann>", "<v Bo>So."))) == ["Bo: So."]


def test_dashes_and_chevrons_begin_the_words_of_another() -> None:
    text = cues(
        "- Is it open?\n- Not yet.", "—¿Por qué?\n—No sé.", ">> We\nwait.", "&gt;&gt; So be it."
    )
    assert said(stated(text)) == [
        "Is it open?", "Not yet.", "¿Por qué?", "No sé.", "We wait.", "So be it.",
    ]  # fmt: skip


@pytest.mark.parametrize("line", ["-5 degrees", "--and so on", "—and so on"])
def test_dash_that_is_no_speakers_is_words(line: str) -> None:
    assert said(stated(cues("It was", line))) == [f"It was {line}"]


def test_labels_in_capitals_open_paragraphs_that_recovery_takes_for_turns() -> None:
    text = cues(
        ">> MAYOR VALE: We open\non Monday.",
        ">> REPORTER: Why not today?",
        ">> MAYOR VALE: The paint is wet.",
        ">> REPORTER: Who paints?",
        ">> MAYOR VALE: The town.",
    )
    document = recover(stated(text), SCHEMA)
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds == ["Turn", "Exchange", "Exchange"]


def test_words_before_a_colon_part_no_sentence_unless_they_come_again() -> None:
    assert said(stated(cues("He said", "this: we wait."))) == ["He said this: we wait."]
    document = stated(cues("Ann: We wait,", "Bo: We do not,", "Ann: So", "Bo: No"))
    assert len(document.blocks) == 4


def test_no_line_of_a_recording_is_a_heading_or_furniture() -> None:
    document = recover(stated(cues("Contents", "[Music]", "1. Boats", "[Music]", gap=9)), SCHEMA)
    assert [type(block) for block in document.blocks] == [Paragraph] * 4
    assert [omission.kind for omission in document.omissions] == ["caption-header"]


# --- what is not said ---------------------------------------------------------------------------


def test_head_notes_and_styles_are_left_out_with_their_kind() -> None:
    document = stated(VTT)
    assert [omission.kind for omission in document.omissions] == [
        "caption-header",
        "caption-style",
        "caption-comment",
    ]
    assert document.language == "en-GB"


def test_cue_whose_name_is_a_blocks_is_a_cue() -> None:
    assert said(stated("WEBVTT\n\nNOTE\n00:01.000 --> 00:02.000\nYes.\n")) == ["Yes."]


def test_rolling_captions_are_said_once() -> None:
    text = """\
        WEBVTT

        00:00.000 --> 00:02.000 align:start position:0%

        the<00:00:00.500><c> harbour</c>

        00:02.000 --> 00:02.010
        the harbour

        00:02.010 --> 00:04.000
        the harbour
        opens<00:00:03.000><c> today</c>

        00:04.000 --> 00:04.010
        opens today

        00:04.010 --> 00:06.000
        opens today
        at six
    """
    document = stated(text)
    assert said(document) == ["the harbour opens today at six"]
    assert {omission.kind for omission in document.omissions} == {"caption-header", "repeated"}
    assert [notice.code for notice in document.notices] == ["C251"]


def test_what_somebody_says_twice_is_said_twice() -> None:
    text = cues("No.", "No.", "It rained.", "Why?", "Who knows.", "Nobody.", "So be it.")
    assert stated(text).omissions[1:] == ()


# --- damage -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "00:01.0 --> 00:02.0\nYes.\n00:02.0 --> 00:03.0\nNo.",
        "1\r\n00:00:01,0 --> 00:00:02,0\r\nYes.\r\n\r\n2\r\n00:00:02,0-->00:00:03,0\r\nNo.\r\n",
        "1\r00:00:01,0 --> 00:00:02,0\rYes.\r\r2\r00:00:02,0 --> 00:00:03,0\rNo.\r",
        "1\n00:00:01,000 --> 00:00:02,000 X1:40 X2:600\nYes.\n2\n00:00:02,000 -> 00:00:03,000\nNo.",
        "\n\n7\n00:00:01,000 --> 00:00:02,000\n\nYes.\n\n\n\n00:00:02.000 --> 00:00:03.000\nNo.",
    ],
)
def test_files_that_follow_no_rule_are_read_all_the_same(text: str) -> None:
    assert said(stated(text, "srt")) == ["Yes. No."]


def test_words_under_no_time_are_kept() -> None:
    assert said(stated("Good evening.\n\n" + SRT, "srt"))[0] == "Good evening."


def test_empty_line_within_a_cue_loses_nothing() -> None:
    assert said(stated("1\n00:01.0 --> 00:02.0\nYes,\n\nindeed.\n", "srt")) == ["Yes, indeed."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Dear diary", "no cues with times"),
        ("1\n00:01.0 --> 00:02.0\n\n", "no cue in it holds words"),
    ],
)
def test_what_holds_no_captions_is_one_sentence(text: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read(load(text.encode(), "a.srt", "srt"))
    assert "; " in str(caught.value)


PIECES = [
    *SRT.splitlines(keepends=True), *VTT.splitlines(keepends=True), "\n", "\r\n", "<v Ann>",
    "</v>", "<i>", "</b>", "- ", ">>", "&gt;", "&amp;", "-->", "A: ", "BO: ", "NOTE\n", "WEBVTT\n",
    "\ufeff", "\u2028", "<00:00:01.000>", "{\\an8}", "<v", " ", "word", "1\n", "&#0;",
    "&#x110000;", "\u00a0", "<ruby>a<rt>b",
]  # fmt: skip


@examples
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.sampled_from(["srt", "vtt"]))
def test_any_captions_are_a_document_that_balances_or_one_error(text: str, format: str) -> None:
    if not text.strip():
        return
    with suppress(InputError):
        document = read(load(text.encode(), "a.x", format))
        assert_laws(document)
        once = recover(document, SCHEMA)
        assert_laws(once)
        assert recover(once, SCHEMA) == once


@examples
@given(st.text(max_size=200))
def test_any_text_under_a_time_keeps_all_its_words(text: str) -> None:
    text = re.sub(r"[<>{}&\x00-\x1f\x7f]|-->", " ", text)
    with suppress(InputError):
        document = read(load(f"1\n00:01.0 --> 00:02.0\nOh {text}\n".encode(), "a.srt", "srt"))
        words = " ".join(text_of(*document.blocks).split())
        assert re.findall(r"\w+", words) == re.findall(r"\w+", f"Oh {text}")
