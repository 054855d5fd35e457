"""What readers and judges that are not ours find in a Word file with a little of everything.

They are looked for in VALIDATORS_HOME and in the folder ``shared`` beside the checkout, and
are no part of the project: without them these tests are skipped.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from converter.model import (
    Block,
    BulletList,
    Cell,
    Contents,
    ContentsEntry,
    Document,
    Exchange,
    Link,
    Note,
    NoteReference,
    OrderedList,
    Quote,
    Row,
    Table,
    Turn,
)
from converter.writers import write
from writers.docx_documents import (
    OPTIONS,
    article,
    document,
    heading,
    inlines,
    item,
    paragraph,
    section,
    turn,
)

SCRIPTS = Path(__file__).resolve().parents[3] / "shared" / "validators"
HOME = Path(os.environ.get("VALIDATORS_HOME", Path.home() / ".cache" / "converter-validators"))
READERS = HOME / "venv" / "bin" / "python"

needs_scripts = pytest.mark.skipif(not SCRIPTS.is_dir(), reason=f"no judges in {SCRIPTS}")
needs_readers = pytest.mark.skipif(not READERS.is_file(), reason=f"no readers in {HOME}")
needs_home = pytest.mark.skipif(not (HOME / "node_modules").is_dir(), reason=f"no SDK in {HOME}")


def row(*cells: str | Cell) -> Row:
    return Row(tuple(each if isinstance(each, Cell) else cell(each) for each in cells))


def cell(words: str, **more: Any) -> Cell:
    return Cell((paragraph(words),), **more)


def reference(mark: str, name: str) -> NoteReference:
    return NoteReference(mark, None, name, "test")


def everything() -> Document:
    entries = ContentsEntry(inlines("Steps"), 1, "steps"), ContentsEntry(inlines("Why?"), 2, "q")
    steps = OrderedList(
        (
            item("Drain it", BulletList((item("slowly", "and by night"), item("or not")))),
            item("Paint it"),
        ),
        start=3,
    )
    header = row(cell("Where", rowspan=2), cell("Stock", colspan=2)), row("What", "Boxes")
    table = Table((row("Hall", "Ice", "40"), row("ragged")), header, inlines("Stocks"), 1)
    talk = Exchange(turn("Q", "Why?", role="question", name="q"), (turn("Guest", "The tide."),))
    link = Link(inlines("council"), "https://example.org/a b?q=ü#x")
    blocks: tuple[Block, ...] = (
        paragraph("The ", link, " voted", reference("1", "n"), "."),
        Contents(entries, inlines("In this issue")),
        section(2, "Steps", steps, OrderedList((item("Anew"),)), name="steps"),
        section(2, "Talk", talk, Turn((heading(3, "And then?"),), role="question")),
        section(2, "Figures", table, Quote((paragraph("We sold fish here."),))),
    )
    tongues = (
        paragraph("نص عربي فيه كلمة English و 2024."),
        paragraph("日本語の段落。한국어。中文“引号”。"),
        paragraph("Bell\x07 and half a pair \ud800."),
        paragraph("Again", reference("1", "n"), reference("*", "m")),
    )
    notes = Note("n", (paragraph("Minutes, ", link, "."),)), Note("m", (paragraph("Starred."),))
    return document(
        article("The market moves", *blocks),
        article("In other tongues", *tongues),
        language="en",
        notes=notes,
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("word") / "everything.docx"
    file.write_bytes(write(everything(), "docx", OPTIONS))
    return file


def said(*command: str | Path) -> str:
    environment = {**os.environ, "VALIDATORS_HOME": str(HOME)}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    return run.stdout + run.stderr


@needs_scripts
@needs_home
def test_the_open_xml_sdk_finds_no_fault(path: Path) -> None:
    assert '"ok": true' in said("bash", SCRIPTS / "ooxml.sh", path)


@needs_scripts
def test_references_fields_lists_and_tables_hold_together(path: Path) -> None:
    assert said(sys.executable, SCRIPTS / "docx_integrity.py", path).strip() == f"{path} OK"


# --- pandoc ---------------------------------------------------------------------------------

PANDOC = "import sys, pypandoc; print(pypandoc.convert_file(sys.argv[1], 'json'))"
MAMMOTH = "import sys, mammoth; print(mammoth.convert_to_html(open(sys.argv[1], 'rb')).value)"


@pytest.fixture(scope="module")
def tree(path: Path) -> Any:
    return json.loads(said(READERS, "-c", PANDOC, path))


def nodes(tree: Any, kind: str) -> Iterator[Any]:
    """The contents of all nodes of a kind, outer ones first."""
    if isinstance(tree, list):
        for child in tree:
            yield from nodes(child, kind)
    elif isinstance(tree, dict):
        if tree.get("t") == kind:
            yield tree.get("c")
        for child in tree.values():
            yield from nodes(child, kind)


def words(tree: Any) -> str:
    """The words of a part of pandoc's tree."""
    if isinstance(tree, list):
        return "".join(map(words, tree))
    if isinstance(tree, dict):
        content: Any = tree.get("c")
        if tree.get("t") == "Link":
            content = content[1]
        return " " if tree.get("t") == "Space" else words(content)
    return tree if isinstance(tree, str) else ""


@needs_readers
def test_pandoc_finds_the_headings_and_their_levels(tree: Any) -> None:
    found = [(level, words(text)) for level, _, text in nodes(tree, "Header")]
    assert found == [
        (1, "The market moves"),
        (2, "Steps"),
        (2, "Talk"),
        (3, "And then?"),
        (2, "Figures"),
        (1, "In other tongues"),
    ]


@needs_readers
def test_pandoc_finds_lists_in_lists_that_count_anew(tree: Any) -> None:
    counted = list(nodes(tree, "OrderedList"))
    assert [attributes[0] for attributes, _ in counted] == [3, 1]
    [[drained, painted], _] = [items for _, items in counted]
    assert [block["t"] for block in drained] == ["Para", "BulletList"]
    assert [words(each) for each in drained[1]["c"][0]] == ["slowly", "and by night"]
    assert words(painted) == "Paint it"


@needs_readers
def test_pandoc_finds_the_table_its_caption_and_its_header(tree: Any) -> None:
    [[_, caption, _, head, _, _]] = nodes(tree, "Table")
    assert words(caption) == "Stocks"
    rows = head[1]
    assert [[(each[2], each[3]) for each in cells] for _, cells in rows] == [
        [(2, 1), (1, 2)],
        [(1, 1), (1, 1)],
    ]


@needs_readers
def test_pandoc_finds_notes_and_links(tree: Any) -> None:
    assert next(map(words, nodes(tree, "Note"))) == "Minutes, council."
    targets = [target[0] for _, _, target in nodes(tree, "Link")]
    assert "https://example.org/a%20b?q=%C3%BC#x" in targets
    assert targets.count("#steps") == 1


@needs_readers
def test_mammoth_finds_headings_lists_header_cells_and_notes(path: Path) -> None:
    html = said(READERS, "-c", MAMMOTH, path)
    for found in (
        "<h1>The market moves</h1>",
        "<li>Drain it<ul><li>slowly</li>",
        '<th rowspan="2"><p>Where</p></th>',
        "<strong>Guest:</strong> The tide.",
        '<li id="footnote-1"',
    ):
        assert found in html
