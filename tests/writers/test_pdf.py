"""Promises of the printable briefing: every word on the sheet, tagged, closed, the same twice."""

from __future__ import annotations

import io
import logging
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pypdf
import pytest

from converter.errors import OutputError
from converter.model import Block, Document, Exchange, Table, leaves
from converter.writers import WriteOptions, pdf
from converter.writers.page import page
from converter.writers.page.characters import in_print
from writers.page_documents import ALL, QUAY, Maker, article, document, fused, interview, options

TESTS = Path(__file__).parents[1]
VALIDATORS = TESTS.parents[1] / "shared" / "validators"

SHOWN = [name for name in ALL if name not in {"hostile", "scripts"}]
"""Documents whose every letter all fonts have, in the order in which they stand."""

PROGRAM = """
from hashlib import sha256
from converter.writers import write
from writers.page_documents import ALL, options
for name in ("article", "interview"):
    print(sha256(write(ALL[name](), "pdf", options())).hexdigest())
"""


A4 = 595.3
"""The width of the sheet, in points."""

needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="poppler-utils is not installed"
)


def boxes(made: Document, folder: Path) -> list[tuple[str, float, float]]:
    """The words of the PDF by Poppler, each with its left and its right side."""
    file = folder / "briefing.pdf"
    file.write_bytes(pdf.write(made, options()))
    run = subprocess.run(
        ["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True
    )
    found = re.findall(r'xMin="(\S+)" yMin="\S+" xMax="(\S+)" yMax="\S+">(.*)</word>', run.stdout)
    return [(word, float(left), float(right)) for left, right, word in found]


def read(made: Document, with_: WriteOptions | None = None) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.write(made, with_ or options())))


def words(text: str) -> list[str]:
    rejoined = re.sub(r"[\u2010-]\n", "", text)
    return re.findall(r"\w+", rejoined)


def text_of(reader: pypdf.PdfReader) -> str:
    return "\n".join(sheet.extract_text() for sheet in reader.pages)


def assert_in_order(expected: list[str], found: list[str]) -> None:
    at = 0
    for word in expected:
        assert word in found[at:], f"{word!r} is missing, or out of order"
        at = found.index(word, at) + 1


def outline(reader: pypdf.PdfReader) -> list[Any]:
    def titles(items: list[Any]) -> list[Any]:
        return [titles(item) if isinstance(item, list) else item.title for item in items]

    return titles(reader.outline)


# --- words and pages


@pytest.mark.parametrize("name", SHOWN)
def test_every_word_is_printed_in_order(name: str) -> None:
    made = ALL[name]()
    reader = read(made)
    # pypdf puts headers, feet and marks of lists and notes last on a page; numbers prove nothing.
    expected = [word for leaf in leaves(made.blocks) for word in words(leaf.text)]
    assert_in_order([word for word in expected if not word.isdigit()], words(text_of(reader)))


@needs_poppler
@pytest.mark.parametrize("name", list(ALL))
def test_no_word_leaves_the_sheet(name: str, tmp_path: Path) -> None:
    found = boxes(ALL[name](), tmp_path)
    assert len(found) > 50
    for _, left, right in found:
        assert 20 < left < right < A4 - 20
    if name == "hostile":
        # Poppler does not show what is beside the sheet.
        assert [word for word, *_ in found if word == "deepest"] == ["deepest", "deepest"]


@needs_poppler
def test_columns_have_the_widths_that_the_page_gives_them(tmp_path: Path) -> None:
    m = Maker()
    made = document(Table(tuple(m.row("first", "second word " * 90, "third") for _ in range(2))))
    stated = re.findall(r"--width:([\d.]+)%", page(made, options(), "", in_print()))
    left: dict[str, float] = {}
    for word, start, _ in boxes(made, tmp_path):
        left.setdefault(word, start)
    share = (left["second"] - left["first"]) / (A4 - 60 / 25.4 * 72)
    assert share == pytest.approx(float(stated[0]) / 100, abs=0.01)


def test_pages_are_numbered_and_name_the_file() -> None:
    reader = read(fused())
    count = len(reader.pages)
    for number, sheet in enumerate(reader.pages, start=1):
        assert f"fused.txt Page {number} of {count}" in sheet.extract_text()


def test_the_foot_speaks_the_language_of_the_document() -> None:
    m = Maker()
    assert "Seite 1 von 1" in text_of(read(document(m.p("x"), language="de")))


def test_the_head_names_the_article_from_the_second_page_on() -> None:
    reader = read(interview())
    assert "“A breakwater that moves” Conclusion" not in reader.pages[0].extract_text()
    assert "“A breakwater that moves” Conclusion" in reader.pages[1].extract_text()


def test_our_contents_list_says_on_which_page() -> None:
    reader = read(fused())
    lines = reader.pages[0].extract_text().splitlines()
    stated = {
        match[1].strip(): int(match[2])
        for line in lines
        if (match := re.fullmatch(r"(.+?)[ .]{9,}(\d+)", line))
    }
    assert set(stated) >= {"Idle trawlers", "A patient town", "Background 3"}
    for words_, number in stated.items():
        assert words_ in reader.pages[number - 1].extract_text()


def test_each_article_of_a_fused_file_but_the_first_begins_a_page() -> None:
    m = Maker()
    articles = [m.s(m.h(1, f"Story {n}"), m.p("Short."), role="article") for n in (1, 2, 3)]
    pages = [
        sheet.extract_text() for sheet in read(document(*articles), options("title", "body")).pages
    ]
    assert [re.findall(r"Story \d", text)[0] for text in pages] == ["Story 1", "Story 2", "Story 3"]


def test_a_table_repeats_its_header_on_every_page() -> None:
    m = Maker()
    rows = tuple(m.row(f"Berth {number}", QUAY[:40]) for number in range(90))
    reader = read(document(Table(rows, (m.row("Name", "Remarkable"),))))
    pages = [sheet.extract_text() for sheet in reader.pages]
    assert len([text for text in pages if "Berth" in text]) > 2
    assert all("Remarkable" in text for text in pages if "Berth" in text)


def test_a_heading_stays_with_its_text_and_a_question_with_its_answer() -> None:
    for lines in range(23, 29):
        m = Maker()
        filler: list[Block] = [m.p(f"line {number}") for number in range(lines)]
        asked = m.turn("Editor", "The question?", role="question")
        exchange = Exchange(asked, (m.turn("Guest", "The answer.", role="answer"),))
        kept = (m.h(2, "The heading"), m.p("The text."))
        for blocks, start, end in (
            (kept, "The heading", "The text."),
            ((exchange,), "Editor", "The answer."),
        ):
            for sheet in read(document(m.h(1, "Title"), *filler, *blocks)).pages:
                text = sheet.extract_text()
                assert (start in text) == (end in text)


@pytest.mark.parametrize(
    ("paper", "width"), [("A4", 595), ("a4", 595), ("Letter", 612), ("quarto", 595)]
)
def test_paper_is_the_schemas(paper: str, width: int) -> None:
    m = Maker()
    (sheet,) = read(document(m.p("x")), options(paper=paper)).pages
    assert round(float(sheet.mediabox.width)) == width


# --- for machines, and for people who listen


def test_a_briefing_is_tagged_titled_and_in_a_language() -> None:
    reader = read(article())
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = root["/Metadata"].get_data().decode()
    assert re.search(r"pdfuaid:part[=>\"]+1", xmp)


def test_a_briefing_states_its_title_author_and_keywords() -> None:
    stated: Any = read(article()).metadata
    assert stated.title == "Second harbour basin will open eleven weeks late"
    assert stated.author == "By Mara Ellingsen and Tom Okafor"
    assert stated.keywords == "harbour, Sandhavn"
    assert stated.creator.startswith("converter ")


def test_bookmarks_are_the_tree_of_sections() -> None:
    assert outline(read(article()))[:4] == [
        "Key points",
        "What the surveyors found",
        ["The old breakwater", "The quay wall"],
        "Who pays for the eleven weeks, and under which clause of the contract of 2019",
    ]
    assert outline(read(fused()))[2] == "Idle trawlers"


def test_links_lead_out_and_within() -> None:
    sheets: list[Any] = list(read(article()).pages)
    annotations = [link.get_object() for sheet in sheets for link in sheet.get("/Annots", [])]
    outward = {link["/A"]["/URI"] for link in annotations if "/A" in link}
    assert outward == {"https://a.org/?a=1&b=2", "https://a.org/quay.jpg"}
    assert len(annotations) > 8


# --- what no font has


def test_a_character_that_no_font_has_is_replaced_and_counted() -> None:
    m = Maker()
    unassigned = "\U0003fff0"
    text = text_of(read(document(m.p(f"before{unassigned}{unassigned} after\ue000"))))
    assert "before\ufffd\ufffd after\ufffd" in text
    assert "3 could not be shown" in text
    assert "fonts-noto-cjk" in "".join(text.split())  # the line may break at a hyphen


# --- closed to the world, and quiet


def messages(html: str) -> list[str]:
    with pdf._listening() as heard:
        pdf._printed(pdf._weasyprint("x"), html, "x")
    return heard


@pytest.mark.parametrize("name", SHOWN)
def test_the_stylesheet_is_all_understood(name: str) -> None:
    made, chosen = ALL[name](), options()
    style = pdf._style(made, chosen, in_print())
    assert messages(page(made, chosen, style, in_print())) == []


def test_a_page_can_fetch_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p { content: 'secret' }")
    at = secret.as_uri()
    asked = (
        f'<img src="{at}" alt="x"><img src="data:image/png;base64,AA" alt="x">'
        f'<link rel="stylesheet" href="{at}"><style>@import "{at}";</style>'
        '<object data="http://127.0.0.1:9/x"></object>'
    )
    heard = messages(f"<html lang=en><title>x</title>{asked}<p>words</p>")
    assert len([message for message in heard if "disallowed protocol" in message]) == 4
    assert not any("data:" in message and "disallowed" in message for message in heard)


def test_what_weasyprint_says_does_not_reach_the_terminal(
    capfd: pytest.CaptureFixture[str],
) -> None:
    root, everything = logging.getLogger(), logging.StreamHandler(sys.stderr)
    root.addHandler(everything)
    try:
        pdf.write(document(Maker().p("\U0003fff0")), options())
    finally:
        root.removeHandler(everything)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["w\"o'r\\ld</style>.txt", "line\nend\x00.txt", "\ud800é.txt"])
def test_a_file_name_cannot_leave_the_foot(name: str) -> None:
    m = Maker()
    text = text_of(read(document(m.p("the words"), name=name)))
    assert "the words" in text
    assert "Page 1 of 1" in text


# --- the same twice


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_the_same_document_gives_the_same_bytes_in_any_process(seed: str) -> None:
    paths = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths, "TZ": f"UTC{seed[0]}"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    here = [
        sha256(pdf.write(ALL[name](), options())).hexdigest() for name in ("article", "interview")
    ]
    assert run.stdout.split() == here


def test_a_date_is_the_callers_or_there_is_none() -> None:
    assert "/CreationDate" not in (read(article()).metadata or {})
    assert b"xmp:CreateDate" not in pdf.write(article(), options())
    stated: Any = read(article(), options(timestamp=1_700_000_000)).metadata
    assert stated["/CreationDate"] == "D:20231114221320Z"


# --- errors: one sentence


def message_with(monkeypatch: pytest.MonkeyPatch, folder: Path, weasyprint: str) -> str:
    """What is said when this stands for WeasyPrint."""
    (folder / "weasyprint.py").write_text(weasyprint)
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(folder)
    with pytest.raises(OutputError) as caught:
        pdf.write(article(), options())
    message = str(caught.value)
    assert message.startswith("harbour.txt: ")
    assert "\n" not in message
    return message


@pytest.mark.parametrize("error", ["OSError", "ImportError"])
def test_without_pango_the_error_names_the_packages(
    error: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    message = message_with(monkeypatch, tmp_path, f"raise {error}('no library\\n(and so on)')")
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in message


def test_without_any_font_the_error_names_a_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    warns = "import warnings\nwarnings.warn('No fonts configured in FontConfig.')"
    assert "fonts-dejavu-core" in message_with(monkeypatch, tmp_path, warns)


def test_a_failure_of_the_layout_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    weasyprint: Any = pdf._weasyprint("x")

    def fail(*arguments: object, **named: object) -> bytes:
        raise AssertionError("inside\nthe engine")

    monkeypatch.setattr(weasyprint.HTML, "write_pdf", fail)
    with pytest.raises(
        OutputError, match=r"could not set the page.*AssertionError: inside the eng"
    ):
        pdf.write(article(), options())


# --- independent judges


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("name", list(ALL))
def test_qpdf_finds_no_fault(name: str, tmp_path: Path) -> None:
    file = tmp_path / "briefing.pdf"
    file.write_bytes(pdf.write(ALL[name](), options()))
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)


@pytest.mark.skipif(
    not (VALIDATORS.exists() and "VALIDATORS_HOME" in os.environ), reason="no veraPDF beside us"
)
@pytest.mark.parametrize("name", ["interview", "fused", "scripts"])
def test_verapdf_accepts_it_as_pdf_ua(name: str, tmp_path: Path) -> None:
    file = tmp_path / "briefing.pdf"
    file.write_bytes(pdf.write(ALL[name](), options()))
    judge = ["bash", str(VALIDATORS / "verapdf.sh"), "ua1", str(file)]
    run = subprocess.run(judge, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_headings_lists_and_tables_are_tagged_as_what_they_are() -> None:
    root: Any = read(article()).trailer["/Root"]
    kinds: Counter[str] = Counter()
    below = [root["/StructTreeRoot"]]
    while below:
        node = below.pop()
        if isinstance(node, dict):
            kinds[str(node.get("/S"))] += 1
            kids = node.get("/K", [])
            below += [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids])]
    assert (kinds["/H1"], kinds["/H3"], kinds["/Table"], kinds["/TH"]) == (1, 2, 1, 5)
    assert kinds["/LI"] > 8
