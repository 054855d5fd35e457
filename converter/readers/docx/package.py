"""The package of a Word file; a file of another kind under its name gets a sentence of its own."""

from __future__ import annotations

from converter.errors import InputError
from converter.model import SourceFile
from converter.readers.docx.xml import PROGRAM, parse
from converter.readers.office.package import Package, open_archive
from converter.readers.options import ReadOptions

_OLE, _RTF, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"PK"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def open_package(source: SourceFile, options: ReadOptions) -> Package:
    """The package of a Word file. Raises InputError for what is none, damaged or hostile."""
    _refuse_others(source.data, source.name)
    return open_archive(source, options, PROGRAM, parse)


def _refuse_others(data: bytes, name: str) -> None:
    """Raise InputError for a file of another kind that is named as a Word file."""
    if data.startswith(_OLE) and _ENCRYPTED_PACKAGE in data:
        raise InputError(
            f"{name}: the document is encrypted; open it in Word with its password, take the"
            " password off (File, Info, Protect Document), and save it"
        )
    if data.startswith(_OLE):
        raise InputError(
            f"{name}: this is an Office file of the old kind (.doc); open it in Word and save it as"
            " .docx"
        )
    if data.lstrip().startswith(_RTF):
        raise InputError(
            f"{name}: this is a rich text file (RTF); open it in Word and save it as .docx"
        )
    if not data.startswith(_ZIP):
        raise InputError(
            f"{name}: this is no Word document (.docx); check that it is the file you mean"
        )
