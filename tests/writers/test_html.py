"""Promises of the HTML rendition: complete in itself, closed to the world, the same every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from converter.model import MetadataItem
from converter.pipeline import convert
from converter.writers import write
from writers.page_documents import ALL, Maker, article, document, options
from writers.web_pages import Page, text_of

TESTS = Path(__file__).parents[1]

PROGRAM = """
import sys
from hashlib import sha256
from converter.writers import write
from writers.page_documents import ALL, options
for make in ALL.values():
    print(sha256(write(make(), "html", options(timestamp=7))).hexdigest())
print([name for name in ("weasyprint", "lxml", "docx", "rich") if name in sys.modules])
"""


def html(name: str = "article", timestamp: int | None = None) -> bytes:
    return write(ALL[name](), "html", options(timestamp=timestamp))


def meta(found: Page) -> dict[str, str]:
    return {part.get("name", ""): part.get("content", "") for part in found.all("meta")}


def test_a_page_is_complete_in_itself() -> None:
    data = html()
    assert data.startswith(b"<!DOCTYPE html>\n<html lang=")
    found = Page(data)
    assert found.all("meta")[0].get("charset") == "utf-8"
    assert found.one("style").text
    assert not found.all("script", "link", "img")
    assert not found.attributes("src")


def test_nothing_in_a_page_can_be_fetched() -> None:
    data = html("hostile").decode()
    style = Page(data).one("style").text or ""
    assert not re.search(r"url\(|@import|image-set|src:", style)
    policy = Page(data).all("meta")[1]
    assert policy.get("http-equiv") == "Content-Security-Policy"
    assert "default-src 'none'" in (policy.get("content") or "")


@pytest.mark.parametrize("name", list(ALL))
def test_bytes_are_utf_8_whatever_is_in_the_document(name: str) -> None:
    assert html(name).decode("utf-8")


def test_metadata_stand_in_the_head() -> None:
    found = Page(html(timestamp=1_700_000_000))
    assert found.one("title").text == "Second harbour basin will open eleven weeks late"
    named = meta(found)
    assert named["author"] == "By Mara Ellingsen and Tom Okafor"
    assert named["keywords"] == "harbour, Sandhavn"
    assert named["dcterms.created"] == "2023-11-14T22:13:20Z"
    assert named["generator"].startswith("converter ")


def test_without_a_timestamp_there_is_no_date() -> None:
    assert "dcterms.created" not in meta(Page(html()))


def test_several_authors_are_named_together() -> None:
    made = document(Maker().p("x"))
    both = MetadataItem("authors", ("Ana Ruiz", "Jon Aas"), "user")
    named = type(made)(made.source, made.blocks, metadata=(both,))
    assert meta(Page(write(named, "html", options())))["author"] == "Ana Ruiz, Jon Aas"


@pytest.mark.parametrize("seed", ["0", "1", "77"])
def test_the_same_document_gives_the_same_bytes_in_any_process(seed: str) -> None:
    paths = os.pathsep.join([str(TESTS), str(TESTS.parent)])
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": paths, "TZ": f"UTC{seed}"}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True
    )
    *digests, modules = run.stdout.splitlines()
    assert digests == [sha256(html(name, timestamp=7)).hexdigest() for name in ALL]
    assert modules == "[]", "slow imports that HTML has no need of"


def test_a_page_reads_well_without_its_style() -> None:
    text = text_of(Page(write(article(), "html", options())).one("main"))
    assert "still shows the original week.[1]The next" not in text
    assert "still shows the original week.[1] The next meeting is in Lower Bay" in text


def test_headline_below_the_lines_of_a_page_is_printed_once() -> None:
    lines = (
        "Menu",
        "Cultura",
        "El molino vuelve a moler",
        "Por Ana Vale",
        "El molino del puerto molió el lunes después de diez años, con cien personas en el muelle.",
    )
    text = "\n".join(lines).encode()
    conversion = convert(text, name="molino.txt", to=("html",))
    assert conversion.renditions["html"].decode().count(">El molino vuelve a moler</h") == 1
