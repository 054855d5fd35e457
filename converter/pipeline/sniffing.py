"""Which format a file is in: what the caller says, else its contents and its name together.

A file that is not what its name says is refused with what it is and what to do. Whether the
rest is text is for ``sources`` to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from converter.errors import InputError, UsageError
from converter.patterns import pattern
from converter.pipeline import kinds
from converter.pipeline.kinds import ARCHIVE, PICTURE, Kind
from converter.pipeline.suggestions import unknown
from converter.readers import READERS

TEXT = "text"

PDF = Kind("pdf", "a PDF file")
DOCX = Kind("docx", "a Word document")
ENCRYPTED = Kind(
    "encrypted",
    "an Office document under a password",
    "open it with the password, take that off (File, Info, Protect Document), and save it",
)
DOC = Kind("doc", "an Office file of the old kind (.doc)", "open it and save it as .docx or .odt")
ODT = Kind("odt", "an OpenDocument text")
EPUB = Kind("epub", "an e-book (EPUB)", "copy its text into a text file")
RTF = Kind("rtf", "a rich text file (RTF)", is_text=True)
HTML = Kind("html", "a web page (HTML)", is_text=True)
ZIP = Kind("zip", "a ZIP archive", "unpack it, and convert what is in it")

MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", DOC),
    (b"{\\rtf", RTF),
    (b"\x1f\x8b", ARCHIVE),
    (b"BZh", ARCHIVE),
    (b"\xfd7zXZ\x00", ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", ARCHIVE),
    (b"\x28\xb5\x2f\xfd", ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF87a", PICTURE),
    (b"GIF89a", PICTURE),
)
"""The bytes that a kind of file begins with."""

PDF_OPENING, PDF_OBJECT = pattern(rb"%PDF-\d\.\d"), b" obj"
"""A PDF file may begin with other bytes, up to OPENING of them (ISO 32000-1, annex H, note 13); a
text that only speaks of one has no objects."""

_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
"""The stream that an encrypted .docx holds, in a container of the old kind (MS-OFFCRYPTO 2.3.1)."""

ZIP_MAGIC = b"PK\x03\x04"
ZIP_MEMBERS: tuple[tuple[bytes, Kind], ...] = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", ODT),
    (b"mimetypeapplication/epub+zip", EPUB),
    (b"word/document.xml", DOCX),
    (b"[Content_Types].xml", DOCX),
    (b"META-INF/manifest.xml", ODT),  # without its type, as some programs pack it
)
"""What stands in a ZIP archive that is a document. Names of members are never compressed."""

HTML_OPENINGS = ("<!doctype html", "<html", "<head", "<body")

SUFFIXES: Mapping[str, Kind] = {
    ".doc": DOC,
    ".epub": EPUB,
    ".zip": ZIP,
    **kinds.SUFFIXES,
}
"""Endings of names that promise what no reader takes, for files whose contents do not give it
away."""

BOMS = (b"\xff\xfe", b"\xfe\xff")
UNMARKED: Mapping[bytes, str] = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
"""How a page in UTF-16 without a byte order mark begins."""
OPENING = 1024
"""Bytes in which a page says that it is HTML, white space before it included."""


def format_of(data: bytes, name: str, asked: str | None = None) -> str:
    """The name of the reader for these bytes.

    ``asked`` is what the caller says it is; ``name`` is the file's, for its ending and for
    messages. Raises UsageError when no reader is called ``asked``, InputError when no reader
    takes the file.
    """
    if asked is not None and asked not in READERS:
        raise UsageError(unknown("format", asked, READERS))
    seen = kind_of(data)
    promised = _by_suffix(name)
    if asked is not None:
        if seen and not seen.is_text and seen.name != asked:
            raise InputError(_refusal(name, seen))
        return asked
    if seen is None and promised in READERS and promised != TEXT:
        return promised
    if seen and seen.name in READERS and promised in ("", seen.name):
        return seen.name
    kind = seen or SUFFIXES.get(_suffix(name))
    if kind:
        raise InputError(_refusal(name, kind))
    return TEXT


def is_sniffed(format: str) -> bool:
    """Whether files of a format are known by their contents, whatever they are called."""
    magic = {kind.name for _, kind in MAGIC + ZIP_MEMBERS}
    return format in magic | kinds.TEXT_NAMES | {HTML.name}


def kind_of(data: bytes) -> Kind | None:
    """The kind that the contents give away; None for what may be plain text."""
    found = kinds.kind_of_bytes(data)
    if found:
        return found
    for magic, kind in MAGIC:
        if data.startswith(magic):
            return ENCRYPTED if kind is DOC and _ENCRYPTED_PACKAGE in data else kind
    if data.startswith(ZIP_MAGIC):
        found = next((kind for member, kind in ZIP_MEMBERS if member in data), None)
        return found or kinds.archive_of(data)
    if PDF_OPENING.search(data, 0, OPENING) and PDF_OBJECT in data:
        return PDF
    encoding = "utf-16" if data.startswith(BOMS) else UNMARKED.get(data[:2], "utf-8-sig")
    opening = data[: kinds.OPENING].decode(encoding, "ignore").lstrip()
    if opening[:OPENING].lower().startswith(HTML_OPENINGS):
        return HTML
    return kinds.kind_of_text(opening)


def _by_suffix(name: str) -> str:
    suffix = _suffix(name)
    return next((reader.name for reader in READERS.values() if suffix in reader.suffixes), "")


def _suffix(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return dot + suffix.lower() if stem else ""


def _refusal(name: str, kind: Kind) -> str:
    if kind.name in READERS:
        return f"{name}: this is {kind.title} under another name; say --from {kind.name}"
    advice = kind.advice
    if kind.is_text:
        advice += ", or say --from text to read it as it stands"
    return f"{name}: this is {kind.title}, which cannot be read; {advice}"
