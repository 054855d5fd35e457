"""RTF: notes, comments, changes, pictures, furniture; damaged, hostile and foreign files."""

from __future__ import annotations

import pytest

from answers import codes, words
from converter.errors import InputError
from converter.model import Contents, Figure, Heading, NoteReference, Span, Table, text_of, walk
from converter.pipeline import open_source
from converter.pipeline.sniffing import format_of
from converter.readers import ReadOptions, read
from converter.readers.atoms import Atom, append
from converter.sources import seal
from laws import assert_laws
from rtf_files import blocks_of, cells, document_of, para, rtf
from word_packages import PNG

# --- notes, comments, fields ----------------------------------------------------------------------


def test_notes_are_two_series_and_a_mark_of_ones_own_is_kept() -> None:
    body = para(
        r"One{\super\chftn{\footnote\pard\plain\s0{\super\chftn} foot\par second}} two"
        r"{\super\chftn{\*\footnote\ftnalt\pard\plain{\super\chftn}end}} three"
        r"{\super *{\footnote\pard\plain star}}"
    )
    document = document_of(body)
    assert [(one.id, [text_of(b) for b in one.blocks]) for one in document.notes] == [
        ("1", ["foot", "second"]),
        ("i", ["end"]),
        ("2", ["star"]),
    ]
    marks = [node for node in walk(document.blocks) if isinstance(node, NoteReference)]
    assert [(mark.text, mark.note) for mark in marks] == [("", "1"), ("", "i"), ("*", "2")]


def test_a_comment_is_a_notice_at_its_words() -> None:
    body = para(
        r"The {\*\atrfstart 7}mayor said{\*\atrfend 7}{\*\atnid RO}{\*\atnauthor Ruth Okafor}\chatn"
        r"{\*\annotation{\*\atnref 7}{\*\atndate -2015155648}\pard\plain Is this so?} it."
    )
    document = document_of(body)
    (notice,) = document.notices
    assert notice.span is not None
    assert document.source.text[notice.span.start : notice.span.end] == "mayor said"
    assert notice.message == "comment by Ruth Okafor on 2026-03-05: Is this so?"
    assert [(one.kind, one.text) for one in document.omissions] == [("comment", "Is this so?")]


def test_a_contents_field_runs_over_paragraphs() -> None:
    body = (
        r"{\field{\*\fldinst TOC \\o}{\fldrslt \pard\s9 Tides\tab 3\par Spring\tab 4\par}}"
        + para("Tides", r"\s1") + para("x")
    )  # fmt: skip
    contents = blocks_of(body)[0]
    assert isinstance(contents, Contents)
    assert [text_of(one) for one in contents.entries] == ["Tides", "Spring"]


def test_heads_and_feet_are_furniture_each_once() -> None:
    body = r"{\header\pard Draft\par}{\headerf\pard Draft\par}{\footer\pard Page {\field{\*\fldinst PAGE}{\fldrslt 1}}\par}"  # noqa: E501
    document = document_of(body + para("Text."))
    assert [(one.kind, one.text) for one in document.omissions] == [
        ("furniture", "Draft"),
        ("furniture", "Page 1"),
    ]
    kept = document_of(body + para("Text."), ReadOptions(keep_furniture=True))
    assert words(kept.blocks) == ["Text.", "Draft", "Page 1"]


# --- tracked changes ------------------------------------------------------------------------------

CHANGED = (
    para(r"The {\revised\revauth1\revdttm1742938752 new }{\deleted\revauthdel1 old }words.")
    + r"\pard Joined {\deleted\revauthdel1 gone \par}here.\par "
)


@pytest.mark.parametrize(
    ("tracked", "expected"),
    [
        ("accepted", ["The new words.", "Joined here."]),
        ("original", ["The old words.", "Joined gone", "here."]),
        ("all", ["The new old words.", "Joined gone", "here."]),
    ],
)
def test_each_view_of_tracked_changes(tracked: str, expected: list[str]) -> None:
    document = document_of(CHANGED, ReadOptions(tracked=tracked))
    assert words(document.blocks) == expected
    assert {"C230", "C231", "C233"} <= set(codes(document))
    assert document.notices[0].message.startswith("inserted by Ines Duarte on 2026-03-04")


# --- pictures and boxes ---------------------------------------------------------------------------


def test_pictures_are_assets_in_digits_or_bytes_and_older_forms_are_passed_over() -> None:
    alt = r"{\*\picprop{\sp{\sn wzDescription}{\sv A crane}}}"
    digits = rf"{{\*\shppict{{\pict{alt}\pngblip {PNG.hex()}}}}}{{\nonshppict{{\pict 00ff}}}}"
    data = rtf(para(digits + "See."))
    raw = b"{\\pict\\pngblip\\bin%d %s}" % (len(PNG), PNG)
    data = data[:-1] + raw + b"\\par}"
    document = read(open_source(data, name="letter.rtf"))
    assert_laws(document)
    figures = [one for one in document.blocks if isinstance(one, Figure)]
    assert [one.alt for one in figures] == ["A crane", ""]
    assert [one.data for one in document.assets] == [PNG, PNG]
    assert text_of(document.blocks[0]) == "See."


def test_a_text_box_comes_behind_its_paragraph_once() -> None:
    shape = (
        r"{\shp{\*\shpinst{\sp{\sn shapeType}{\sv 202}}{\shptxt\pard boxed\par\pard again\par}}"
        r"{\shprslt{\*\do{\dptxbxtext\pard boxed\par}}}}"
    )
    old = r"{\*\do\dobxcolumn\dptxbx{\dptxbxtext\pard old box\par}}"
    assert words(document_of(para("Host " + shape + "goes on" + old + ".")).blocks) == [
        "Host goes on.",
        "boxed",
        "again",
        "old box",
    ]


# --- metadata, places, dialects -------------------------------------------------------------------


def test_properties_are_metadata() -> None:
    info = (
        r"{\info{\title Caf\'e9 \u8211- tides}{\author Ines Duarte}{\operator Ruth Okafor}"
        r"{\keywords tide; port}{\creatim\yr2026\mo3\dy4\hr9\min5}{\doccomm Said.}}"
    )
    document = document_of(info + r"{\*\generator House 1.0;}" + para("x"))
    assert document.meta("title") == "Café – tides"
    assert document.meta("author") == "Ines Duarte"
    assert document.meta("keywords") == "tide, port"
    assert document.meta("created") == "2026-03-04T09:05"
    assert document.meta("application") == "House 1.0"


def test_every_word_leads_back_to_its_paragraph() -> None:
    document = document_of(para("One") + para(r"Two{\footnote\pard Note}") + cells("Three", "x"))
    source = document.source
    for word, place in (
        ("One", "paragraph 1"),
        ("Two", "paragraph 2"),
        ("Three", "paragraph 3"),
        ("Note", "note 1, paragraph 1"),
    ):
        assert source.locate(source.text.index(word)).name == place


def test_as_word_writes_it() -> None:
    body = (
        r"{\*\latentstyles\lsdstimax376{\lsdlockedexcept Normal;heading 1;}}{\*\rsidtbl \rsid1}"
        r"{\mmathPr\mmathFont34\mbrkBin0}\paperw12240\sectd\pgwsxn12240"
        r"\pard\plain \ltrpar\s1\ql \li0\ri0\sb240\keepn\widctlpar\outlinelevel0\rin0\lin0\itap0"
        r"\rtlch\fcs1 \af0\afs32\alang1025 \ltrch\fcs0 \b\fs32\lang1033\langfe1033\loch\af31502"
        r"\hich\af31502\dbch\af31501 {\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid1 \hich\af31502\dbch"
        r"\af31501\loch\f31502 The harb}{\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid2 our}"
        r"{\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid1 \par }"
        r"\pard\plain \ltrpar\s0\itap0 {\rtlch\ltrch\loch It silts{\*\bkmkstart x}{\*\bkmkend x}"
        r" up.}{\par }{\*\themedata 504b0304}{\*\datastore 0105}"
    )
    heading, text = blocks_of(body)
    assert isinstance(heading, Heading)
    assert text_of(heading) == "The harbour"
    assert len(heading.inlines) == 1
    assert text_of(text) == "It silts up."


def test_as_a_mac_writes_it() -> None:
    data = (
        b"{\\rtf1\\ansi\\ansicpg1252\\cocoartf2761\n{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;}\n"
        b"{\\colortbl;\\red255\\green255\\blue255;}\n{\\*\\expandedcolortbl;;}\n\\pard\\tx566\n"
        b"\\f0\\fs24 \\cf0 First \\uc0\\u8220 line\\u8221 \\\nSecond line\\\n\\\nThird}"
    )
    document = read(open_source(data, name="letter.rtf"))
    assert words(document.blocks) == ["First “line”", "Second line", "Third"]


# --- damaged, hostile, foreign --------------------------------------------------------------------


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(seal(data, "letter.rtf", "rtf"))
    message = str(caught.value)
    assert message.startswith("letter.rtf")
    assert ";" in message
    return message


def test_what_is_no_rtf_or_empty_is_told() -> None:
    assert "no rich text" in refusal(b"plain words")
    assert "empty" in refusal(b"{\\rtf1\\ansi }")


def test_groups_without_end_are_refused() -> None:
    assert "1,000" in refusal(b"{\\rtf1 " + b"{" * 100_000)


def test_a_code_page_that_nobody_knows_is_refused_where_it_matters() -> None:
    head = r"\ansi\ansicpg57002"
    assert words(document_of(para(r"\f9 plain"), head=head).blocks) == ["plain"]
    assert "code page 57002" in refusal(rtf(para(r"\f9 \'e9"), head))


def test_a_file_cut_short_says_so() -> None:
    document = read(seal(rtf(para("One") + para("Two"))[:-12], "letter.rtf", "rtf"))
    assert "C272" in codes(document)
    assert "One" in words(document.blocks)


@pytest.mark.parametrize("behind", [b" Words", b"\r\n{\\rtf1 Two}", b"}{}"])
def test_what_stands_behind_the_end_is_told(behind: bytes) -> None:
    data = rtf(para(r"One{\footnote n}"))
    document = read(seal(data + behind, "letter.rtf", "rtf"))
    (notice,) = [one for one in document.notices if one.code == "C273"]
    assert f"byte {len(data):,} of the file; the {len(behind):,} bytes" in notice.message


def test_what_fills_a_file_up_behind_its_end_is_not_told() -> None:
    assert codes(read(seal(rtf(para("One")) + b"}\r\n\0\0", "letter.rtf", "rtf"))) == []


def test_groups_round_each_letter_make_one_atom() -> None:
    atoms: list[Atom] = []
    for at in range(2000):
        append(atoms, Atom("text", "a", Span(at, at + 1), bold=at >= 1500))
    append(atoms, Atom("text", "1", Span(2000, 2001), raised="superscript"))
    append(atoms, Atom("text", "2", Span(2001, 2002), raised="superscript"))
    assert [(len(atom.text), atom.span.end) for atom in atoms] == [
        (1024, 1024), (476, 1500), (500, 2000), (1, 2001), (1, 2002),
    ]  # fmt: skip


def test_bytes_of_an_object_are_no_tokens() -> None:
    data = rtf(para("x"))[:-1] + b"{\\*\\blob\\bin6 }}}{{{}after\\par}"
    assert words(read(seal(data, "letter.rtf", "rtf")).blocks) == ["x", "after"]


def test_notes_in_notes_without_end_are_read_once() -> None:
    body = "x" + r"{\footnote n" * 60 + "core" + "}" * 60
    document = document_of(para(body))
    assert document.source.text.count("core") == 1


def test_tables_nested_deeper_than_the_limit_are_bounded() -> None:
    document = document_of(
        r"\pard\intbl\itap900000 deep\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}" + para("x")
    )
    assert "deep" in document.source.text
    depth = sum(isinstance(node, Table) for node in walk(document.blocks))
    assert depth <= 32


def test_it_is_known_by_its_contents_and_a_wrong_suffix_is_noticed() -> None:
    assert format_of(rtf("x"), "letter") == "rtf"
    with pytest.raises(InputError, match="under another name; say --from rtf"):
        format_of(rtf("x"), "letter.docx")
