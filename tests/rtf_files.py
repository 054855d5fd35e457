"""RTF files of our own making, for tests of the reader. Nothing here knows the reader."""

from __future__ import annotations

from converter.model import Block, Document
from converter.pipeline import open_source
from converter.readers import ReadOptions, read
from laws import assert_laws

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fnil\fcharset2 Symbol;}"
    r"{\f2\fswiss\fcharset204 Arial Cyr;}{\f3\fnil\fcharset128 MS Mincho;}"
    r"{\f4\fnil\fcharset2 Wingdings;}{\f5\fswiss\fcharset238 Arial CE;}}"
)
STYLES = (
    r"{\stylesheet{\ql\fs24\lang1033 Normal;}"
    r"{\s1\sbasedon0\b\outlinelevel0 heading 1;}{\s2\sbasedon0\b\outlinelevel1 heading 2;}"
    r"{\s3\sbasedon2 House Crosshead,hc;}{\s4\sbasedon0 Title;}{\s5\sbasedon0 Subtitle;}"
    r"{\s6\sbasedon0\i Quote;}{\s7\sbasedon0 HTML Preformatted;}{\s8\sbasedon0 caption;}"
    r"{\s9\sbasedon0 toc 1;}{\s10\sbasedon0 \'dcberschrift 2;}"
    r"{\*\cs20\additive\v Secret;}}"
)
LISTS = (
    r"{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc23\levelstartat1"
    r"{\leveltext\'01\u8226 ?;}{\levelnumbers;}\li720}{\listlevel\levelnfc23\levelstartat1"
    r"{\leveltext\'01o;}{\levelnumbers;}\li1440}\listid11}"
    r"{\list\listtemplateid2{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}"
    r"{\levelnumbers\'01;}\li720}{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'01);}"
    r"{\levelnumbers\'01;}\li1440}\listid12}}"
    r"{\*\listoverridetable{\listoverride\listid11\listoverridecount0\ls1}"
    r"{\listoverride\listid12\listoverridecount0\ls2}"
    r"{\listoverride\listid12\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}"
    r"\ls3}}"
)
AUTHORS = r"{\*\revtbl{Unknown;}{Ines Duarte;}}"


HEAD = r"\ansi\ansicpg1252\deff0\deflang1033"


def rtf(body: str, head: str = HEAD) -> bytes:
    """A file with this body, in Latin-1."""
    defined = head + FONTS + STYLES + LISTS + AUTHORS
    return f"{{\\rtf1{defined}\n{body}}}".encode("cp1252")


def para(content: str, properties: str = "") -> str:
    """A paragraph."""
    return rf"\pard\plain {properties} {content}\par" + "\n"


def item(content: str, number: int, level: int = 0, shown: str = "") -> str:
    """An item of a list, with the number that was shown for it."""
    generated = rf"{{\listtext\pard\plain {shown}\tab}}" if shown else ""
    set_in = 720 * (level + 1)
    return rf"\pard\plain {generated}\ls{number}\ilvl{level}\li{set_in} {content}\par" + "\n"


def cells(*content: str, definition: str = "", depth: int = 1) -> str:
    """A row; without a definition its cells are an inch wide each, with borders."""
    stated = definition or "".join(
        rf"\clbrdrt\brdrs\cellx{1440 * at}" for at in range(1, len(content) + 1)
    )
    if depth == 1:
        inner = "".join(rf"\pard\plain\intbl {one}\cell" for one in content)
        return rf"\trowd\trleft0{stated}{inner}\row" + "\n"
    inner = "".join(rf"\pard\plain\intbl\itap{depth} {one}\nestcell" for one in content)
    return inner + rf"{{\*\nesttableprops\trowd\trleft0{stated}\nestrow}}{{\nonesttables\par}}"


def document_of(body: str, options: ReadOptions | None = None, head: str = HEAD) -> Document:
    """The document of a file, whose laws hold."""
    document = read(open_source(rtf(body, head), name="letter.rtf"), options)
    assert_laws(document)
    return document


def blocks_of(body: str) -> tuple[Block, ...]:
    """Its blocks."""
    return document_of(body).blocks
