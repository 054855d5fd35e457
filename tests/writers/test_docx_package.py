"""Promises of the Word rendition: the file as a whole, and what stands around the article."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from datetime import datetime
from typing import Any

import docx
import pytest

from converter.model import (
    INFO,
    Block,
    Notice,
    Omission,
    Span,
)
from converter.schemas import ArticleSchema, Briefing
from converter.writers import WriteOptions, write
from converter.writers.docx.styles import STYLES
from word_files import Read, W, WordFile, find
from writers.docx_documents import OPTIONS, article, document, paragraph, stated, written

SMALL = 14_000  # bytes, of a file with one paragraph


def opened(*blocks: Block, options: WriteOptions = OPTIONS, **more: Any) -> Any:
    """The file as python-docx reads it."""
    return docx.Document(io.BytesIO(write(document(*blocks, **more), "docx", options)))


def foot(file: WordFile) -> Read:
    [found] = file.paragraphs(file.xml("word/footer.xml"))
    return found


# --- the same bytes

SCRIPT = """
import hashlib
from converter.model import *
from converter.schemas import ArticleSchema
from converter.writers import WriteOptions, write
words = (Text("words", None, "x"),)
link = Link(words, "https://example.org/")
blocks = tuple(Paragraph((link, *words), role=role) for role in ("lead", "byline", ""))
document = Document(SourceFile("a", "text", "0", 0), blocks, "en")
data = write(document, "docx", WriteOptions(ArticleSchema("a", "A", "")))
print(hashlib.sha256(data).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes_in_any_process() -> None:
    digests = set()
    command = [sys.executable, "-c", SCRIPT]
    for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo"), ("77", "America/Lima")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        run = subprocess.run(command, env=environment, capture_output=True, check=True)
        digests.add(run.stdout)
    assert len(digests) == 1


def test_the_package_is_in_order_and_without_dates() -> None:
    entries = written(paragraph("Words.")).entries
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.create_system for entry in entries} == {3}


def test_the_file_is_small() -> None:
    assert len(write(document(paragraph("Words.")), "docx", OPTIONS)) < SMALL


# --- properties, settings and styles


def test_properties_come_from_the_metadata() -> None:
    metadata = (
        stated("headline", "The market moves"),
        stated("byline", "Ana Beltrán"),
        stated("keywords", ("fish", "harbour")),
        stated("section", "Cities"),
        stated("standfirst", "A city prepares."),
    )
    properties = opened(paragraph("Words."), language="pt-BR", metadata=metadata).core_properties
    assert (properties.title, properties.author) == ("The market moves", "Ana Beltrán")
    assert (properties.keywords, properties.subject) == ("fish, harbour", "Cities")
    assert (properties.comments, properties.language) == ("A city prepares.", "pt-BR")
    assert (properties.revision, properties.last_modified_by) == (1, "converter")


@pytest.mark.parametrize(
    ("blocks", "title"),
    [((article("The market moves"),), "The market moves"), ((paragraph("Words."),), "harbour.txt")],
)
def test_the_title_is_the_headline_or_the_name_of_the_file(
    blocks: tuple[Block, ...], title: str
) -> None:
    assert opened(*blocks).core_properties.title == title


def test_a_property_is_cut_and_cleaned() -> None:
    long = stated("headline", "a\x00b\n" + "c" * 300)
    title = opened(paragraph("Words."), metadata=(long,)).core_properties.title
    assert title == "a\ufffdb " + "c" * 251


def test_dates_stand_only_when_given() -> None:
    assert b"dcterms:created" not in written(paragraph("Words.")).parts["docProps/core.xml"]
    dated = opened(paragraph("Words."), options=WriteOptions(OPTIONS.schema, 1_700_000_000))
    moment = datetime.fromisoformat("2023-11-14T22:13:20+00:00")
    assert dated.core_properties.created.replace(tzinfo=moment.tzinfo) == moment


def test_word_opens_it_in_no_compatibility_mode() -> None:
    settings = written(paragraph("Words.")).xml("word/settings.xml")
    [mode] = find(settings, "compat/compatSetting")
    assert (mode.get(f"{W}name"), mode.get(f"{W}val")) == ("compatibilityMode", "15")


def test_styles_are_there_by_the_names_that_word_knows() -> None:
    names = {style.name for style in opened(paragraph("Words.")).styles}
    assert {f"Heading {level}" for level in range(1, 7)} <= names
    assert {"Title", "Subtitle", "Quote", "Caption", "List Bullet", "List Number"} <= names
    assert {"Byline", "Question", "Answer", "Speaker", "Source Code", "Colophon"} <= names


def test_every_style_that_another_names_exists() -> None:
    for style in STYLES.values():
        assert {style.base, style.follow} - {""} <= set(STYLES), style.name
    assert len({style.id for style in STYLES.values()}) == len(STYLES)


def contrast(color: str) -> float:
    """Against white, by WCAG 2.2."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


@pytest.mark.parametrize("style", [style for style in STYLES.values() if style.color])
def test_words_can_be_read_on_white(style: Any) -> None:
    assert contrast(style.color) >= 4.5


@pytest.mark.parametrize(("paper", "size"), [("A4", 11_906), ("Letter", 12_240), ("A7", 11_906)])
def test_the_paper_is_the_one_of_the_schema(paper: str, size: int) -> None:
    schema = ArticleSchema("article", "Article", "", briefing=Briefing(paper=paper))
    file = written(paragraph("Words."), options=WriteOptions(schema))
    assert find(file.body, "sectPr/pgSz")[0].get(f"{W}w") == str(size)


def test_nothing_slow_is_imported_before_the_first_file() -> None:
    script = "import sys, converter.writers.docx; print({'lxml', 'docx'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


# --- what stands around the article


def test_metadata_that_the_text_does_not_say_stands_above_it() -> None:
    metadata = (
        stated("headline", "The market moves"),
        stated("standfirst", "A city prepares."),
        stated("byline", "Ana Beltrán"),
        stated("published", "1 May"),
        stated("dateline", "BERGEN", "text"),
    )
    found = written(paragraph("Words."), metadata=metadata).paragraphs()
    assert [(read.style, read.text) for read in found[:4]] == [
        ("Title", "The market moves"),
        ("Subtitle", "A city prepares."),
        ("Byline", "Ana Beltrán · 1 May"),
        ("Normal", "Words."),
    ]


def test_a_headline_is_not_said_twice() -> None:
    metadata = (stated("headline", "The Market  moves"),)
    found = written(article("The market moves"), metadata=metadata).paragraphs()
    assert [read.style for read in found] == ["heading 1", "Colophon"]


def test_the_foot_has_the_headline_and_the_pages() -> None:
    found = foot(written(article("The market moves")))
    assert found.text == "The market moves\t1 / 1"
    codes = [code.text for code in find(found.element, "r/instrText")]
    assert codes == [" PAGE ", " NUMPAGES "]


def test_the_foot_follows_the_articles_when_there_are_several() -> None:
    found = foot(written(article("The market moves"), article("The gulls stay")))
    assert find(found.element, "r/instrText")[0].text == " STYLEREF 1 "
    assert found.text.startswith("harbour.txt")


@pytest.mark.parametrize(
    ("headline", "shown"),
    [("word " * 30, "word " * 12 + "word…"), ("漢" * 100, "漢" * 34 + "…")],
    ids=["words", "letters"],
)
def test_a_long_headline_is_cut_in_the_foot(headline: str, shown: str) -> None:
    assert foot(written(article(headline))).text == f"{shown}\t1 / 1"


def test_the_colophon_says_where_the_file_comes_from() -> None:
    notices = (Notice("C101", INFO, "Words."),)
    omissions = (Omission("debris", "a stray mark", "n#", Span(0, 2)),)
    *_, last = written(paragraph("Words."), notices=notices, omissions=omissions).paragraphs()
    assert last.style == "Colophon"
    digest = hashlib.sha256(b"A harbour town.").hexdigest()
    assert re.fullmatch(
        rf"Made by converter \S+ from harbour\.txt with the schema “article”\. Notices: 1\. "
        rf"Omissions: 1\.\nSHA-256 of the source: {digest}",
        last.text,
    )


def test_the_schema_names_the_colophon_or_leaves_it_out() -> None:
    titled = ArticleSchema("a", "A", "", briefing=Briefing(titles={"colophon": "About this file"}))
    *_, last = written(paragraph("Words."), options=WriteOptions(titled)).paragraphs()
    assert last.text.startswith("About this file\nMade by")
    bare = ArticleSchema("a", "A", "", briefing=Briefing(parts=("body",)))
    metadata = (stated("headline", "The market moves"),)
    found = written(paragraph("Words."), options=WriteOptions(bare), metadata=metadata)
    assert [read.text for read in found.paragraphs()] == ["Words."]


@pytest.mark.parametrize("parts", [(), ("body",)])
def test_an_empty_document_is_a_file_that_opens(parts: tuple[str, ...]) -> None:
    schema = ArticleSchema("a", "A", "", briefing=Briefing(parts=parts))
    assert [found.text for found in opened(options=WriteOptions(schema)).paragraphs] == [""]
