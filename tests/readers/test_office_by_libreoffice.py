"""What LibreOffice makes of a Word file, as OpenDocument and as RTF, is read as the Word file is.
Left out where there is no LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from converter.model import Block, Document, Heading, leaves, text_of
from converter.pipeline import open_source
from converter.readers import read
from laws import assert_laws
from word_packages import BULLETS, NUMBERS, changed, docx, field, para, row, run, table

SOFFICE = shutil.which("soffice")
SECONDS = 120
STYLES_AND_LISTS = (
    para("The harbour", style="Title")
    + para("Tides", style="H1")
    + para("Plain ", run("bold", "<w:b/>"), " and ", run("slanted", "<w:i/>"), " words.")
    + para("Spring tides", style="H2")
    + para("first", item=(NUMBERS, 0))
    + para("deep", item=(NUMBERS, 1))
    + para("second", item=(NUMBERS, 0))
    + para("Between.")
    + para("point", item=(BULLETS, 0))
    + para("other point", item=(BULLETS, 0))
    + para("He said so.", style="Quote")
    + table(row("Port", "Depth", properties="<w:tblHeader/>"), row("Elm", "4"), row("Ash", "7"))
    + para("An ", changed("ins", "added "), changed("del", "removed "), "word.")
    + para(field('HYPERLINK "https://example.org/a"', "A link"), ".")
    + para("The “end” – naïve, Łódź, 日本.")
)


def shape(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [
        (f"{type(one).__name__} {one.level if isinstance(one, Heading) else ''}", text_of(one))
        for one in blocks
    ]


@pytest.mark.skipif(SOFFICE is None, reason="there is no LibreOffice here")
@pytest.mark.parametrize("suffix", ["odt", "fodt", "rtf"])
def test_what_libreoffice_saves_is_the_same_document(suffix: str, tmp_path: Path) -> None:
    source = tmp_path / "letter.docx"
    source.write_bytes(docx(STYLES_AND_LISTS))
    command = [SOFFICE or "", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
               "--convert-to", suffix, "--outdir", str(tmp_path), str(source)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    ours: Document = read(open_source(str(source)))
    theirs: Document = read(open_source(str(tmp_path / f"letter.{suffix}")))
    assert_laws(theirs)
    assert shape(theirs.blocks) == shape(ours.blocks)
    kinds = [[type(one).__name__ for one in leaves(doc.blocks)] for doc in (ours, theirs)]
    assert kinds[0] == kinds[1]
    assert [one.text.strip() for one in theirs.omissions] == ["removed"]
