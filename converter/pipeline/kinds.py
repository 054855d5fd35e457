"""Kinds of file that people give us and that are no documents, or are ours and are text: told by
their contents, each with what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file that we know by sight: the name its reader has or would have, what a person
    calls it, what to do with one that no reader takes, and whether its bytes are text."""

    name: str
    title: str
    advice: str = ""
    is_text: bool = False


_EXPORT = "open it there, and export it as a Word document (.docx)"
_NO_TEXT = "convert the text that belongs to it"
_TRANSCRIPT = "convert a transcript or its captions (.srt, .vtt)"
_BROWSER = "open it in a browser, save the page, and convert that"

FLAT_ODT = Kind("odt", "an OpenDocument text in one XML file")
JSON = Kind("json", "our own JSON rendition", is_text=True)
SRT = Kind("srt", "captions (SubRip)", is_text=True)
VTT = Kind("vtt", "captions (WebVTT)", is_text=True)
MAIL = Kind("eml", "a mail", is_text=True)
MAILBOX = Kind(
    "mbox",
    "a mailbox of many mails (mbox)",
    "open it in a mail program, and save the mail you mean as .eml",
    is_text=True,
)
OUTLOOK = Kind("msg", "a mail of Outlook (.msg)", "open it there, and save it as plain text")
LINK = Kind("link", "a link to a web page, not the page", _BROWSER, is_text=True)
WINDOWS_LINK = Kind("lnk", "a shortcut of Windows", "give the file that it leads to")
BINARY_LINK = Kind("webloc", "a link to a web page, not the page", _BROWSER)
GOOGLE = Kind(
    "gdoc",
    "a link to a Google document, not the document",
    "open it in a browser, and download it as a Word document (.docx)",
    is_text=True,
)
PAGES = Kind("pages", "a document of Pages, Numbers or Keynote", _EXPORT)
SHEET = Kind("spreadsheet", "a spreadsheet", "copy its cells into a Word or text file")
SLIDES = Kind("slides", "a set of slides", "copy their text into a text file")
ARCHIVE = Kind("archive", "a compressed file", "unpack it, and convert what is in it")
PICTURE = Kind("picture", "a picture", _NO_TEXT)
DRAWING = Kind("svg", "a picture (SVG)", _NO_TEXT, is_text=True)
SOUND = Kind("audio", "a sound recording", _TRANSCRIPT)
FILM = Kind("video", "a film", _TRANSCRIPT)

_MAGIC: tuple[tuple[int, bytes, Kind], ...] = (
    (0, b"\x4c\x00\x00\x00\x01\x14\x02\x00", WINDOWS_LINK),
    (0, b"bplist00", BINARY_LINK),
    (0, b"ID3\x02", SOUND),
    (0, b"ID3\x03", SOUND),
    (0, b"ID3\x04", SOUND),
    (0, b"\xff\xfb", SOUND),
    (0, b"\xff\xf3", SOUND),
    (0, b"\xff\xf2", SOUND),
    (0, b"\xff\xf1", SOUND),
    (0, b"\xff\xf9", SOUND),
    (0, b"OggS\x00", SOUND),
    (0, b"fLaC\x00", SOUND),
    (0, b"#!AMR", SOUND),
    (8, b"WAVEfmt ", SOUND),
    (8, b"AIFF", SOUND),
    (4, b"ftypM4A", SOUND),
    (4, b"ftypM4B", SOUND),
    (4, b"ftyphei", PICTURE),
    (4, b"ftypmif1", PICTURE),
    (4, b"ftypavif", PICTURE),
    (4, b"ftyp", FILM),
    (8, b"AVI LIST", FILM),
    (0, b"\x1a\x45\xdf\xa3", FILM),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", FILM),
    (8, b"WEBPVP8", PICTURE),
    (0, b"II*\x00", PICTURE),
    (0, b"MM\x00*", PICTURE),
    (6, b"\x00\x00\x00\x00\x36\x00\x00\x00", PICTURE),  # a bitmap of Windows
    (0, b"8BPS\x00\x01", PICTURE),
    (0, b"Rar!\x1a\x07", ARCHIVE),
    (257, b"ustar", ARCHIVE),
)
"""What stands at which byte of a kind of file; of two that fit, the first."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("__properties_version1.0", OUTLOOK),
    ("PowerPoint Document", SLIDES),
    ("Workbook", SHEET),
)
"""Names of streams in a compound file ([MS-CFB] 2.6.1); one with none of them is Word's."""

_ZIP = b"PK\x03\x04"
_ZIP_MEMBERS: tuple[tuple[bytes, Kind], ...] = (
    (b"Index/Document.iwa", PAGES),
    (b"xl/workbook", SHEET),
    (b"ppt/presentation", SLIDES),
)
"""Names of members of an archive. A Word document may hold a sheet, so that it goes first."""

_ZIP_TYPES: tuple[tuple[bytes, Kind], ...] = (
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", SHEET),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", SLIDES),
)
"""The first member of an archive that states its type (OpenDocument 1.3, part 2, 3.3)."""

_ZIP_NAME = 30
"""The byte at which the name of the first member stands (APPNOTE 4.3.7)."""

_WORD_MEMBER = b"word/document.xml"
_ZIP_END = b"PK\x05\x06"
_ZIP_TAIL = 65_557
"""Bytes at the end of an archive in which its directory's end stands (APPNOTE 4.3.16)."""

_TEXTS: tuple[tuple[tuple[str, ...], str, Kind], ...] = (
    (("{",), r'\{\s{0,99}"schema_version"\s{0,99}:', JSON),
    (("WEBVTT",), r"WEBVTT(?:[ \t\r\n]|\Z)", VTT),
    (
        tuple("0123456789"),
        r"\d{1,9}[ \t]{0,9}\r?\n[ \t]{0,9}\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}[ \t]{0,9}-->",
        SRT,
    ),
    (
        ("From ",),
        r"From \S{1,200} [^\r\n]{1,80}\d{2}:\d{2}[^\r\n]{1,20}\r?\n[A-Za-z-]{2,40}:",
        MAILBOX,
    ),
    (("[",), r"\[(?i:InternetShortcut)\]", LINK),
    (("[",), r"\[Desktop Entry\](?s:.{0,900})[\r\n]Type=Link", LINK),
    (("<",), r"<\?xml(?s:.{0,400})<plist(?s:.{0,200})<key>URL</key>", LINK),
    (
        ("{",),
        r'\{\s{0,99}"(?:":\s{0,9}"WARNING! DO NOT EDIT|url":\s{0,9}"https://docs\.google\.com/)',
        GOOGLE,
    ),
    (("<",), r"(?:<\?xml[^>]{0,200}>\s{0,99})?<office:document\s", FLAT_ODT),
    (("<",), r"(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,400}>\s{0,99})?<svg[\s>]", DRAWING),
)
"""How kinds of text begin: what it costs nothing to ask for, and the whole of it. The patterns are
compiled when they are first needed, which for most texts is never."""

_WRITTEN = frozenset(("from", "to", "subject", "date"))
_ADDED = frozenset(
    """
    received return-path delivered-to message-id mime-version dkim-signature x-mailer
    content-transfer-encoding arc-seal authentication-results x-received
    """.split()
)
"""Headers that people write at the head of a text too, and those that mail programs alone add."""
_LEAST_WRITTEN = 2

OPENING = 16 * 1024
"""Bytes in which a kind of text shows itself: a mail may begin with a screen of its way here."""

SUFFIXES: Mapping[str, Kind] = {
    ".msg": OUTLOOK,
    ".mbox": MAILBOX,
    ".url": LINK,
    ".webloc": LINK,
    ".lnk": WINDOWS_LINK,
    ".gdoc": GOOGLE,
    ".gsheet": GOOGLE,
    ".gslides": GOOGLE,
    ".pages": PAGES,
    ".xls": SHEET,
    ".xlsx": SHEET,
    ".ods": SHEET,
    ".ppt": SLIDES,
    ".pptx": SLIDES,
    ".odp": SLIDES,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".heic", ".webp", ".tif", ".tiff"), PICTURE),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".flac", ".aac", ".wma", ".amr"), SOUND),
    **dict.fromkeys((".mp4", ".mov", ".avi", ".mkv", ".webm", ".wmv"), FILM),
}
"""Endings of names that promise a kind, for files whose contents do not give it away."""

TEXT_NAMES = frozenset(kind.name for _, _, kind in _TEXTS) | {MAIL.name}
"""The kinds of text that are told by their contents."""


def kind_of_bytes(data: bytes) -> Kind | None:
    """The kind of a file that is no text; None for what is none of these."""
    for at, magic, kind in _MAGIC:
        if data.startswith(magic, at):
            return kind
    if data.startswith(_OLE):
        return _first(data, ((name.encode("utf-16-le"), kind) for name, kind in _OLE_STREAMS))
    if data.startswith(b"mimetype", _ZIP_NAME):
        return next((kind for name, kind in _ZIP_TYPES if data.startswith(name, _ZIP_NAME)), None)
    if data.startswith(_ZIP) and _WORD_MEMBER not in data:
        return _first(data, _ZIP_MEMBERS)
    return None


def kind_of_text(text: str) -> Kind | None:
    """The kind that a text's first OPENING bytes give away."""
    for openings, pattern, kind in _TEXTS:
        if text.startswith(openings) and re.match(pattern, text):
            return kind
    return MAIL if _is_mail(text) else None


def archive_of(data: bytes) -> Kind:
    """A ZIP archive that is no document, with how many files its directory says it has."""
    tail = data[-_ZIP_TAIL:]
    at = tail.rfind(_ZIP_END)
    count = int.from_bytes(tail[at + 10 : at + 12], "little") if at >= 0 else 0
    of = f" of {count:,} files" if count > 1 else ""
    return Kind("zip", f"a ZIP archive{of}", "unpack it, and convert what is in it")


def _first(data: bytes, names: Iterable[tuple[bytes, Kind]]) -> Kind | None:
    return next((kind for name, kind in names if name in data), None)


def _is_mail(text: str) -> bool:
    """Whether a text begins with headers, some of which a mail program alone adds."""
    names = set()
    for line in text.splitlines():
        name, colon, _ = line.partition(":")
        if line[:1] not in (" ", "\t"):
            if not colon or not name or " " in name or not name.isascii():
                break
            names.add(name.lower())
    return len(names & _WRITTEN) >= _LEAST_WRITTEN and bool(names & _ADDED)
