"""The package: a ZIP archive, opened under limits. No name in it ever reaches the file system.

ECMA-376 Part 2 (Open Packaging Conventions), OpenDocument 1.3 Part 2 (Packages). What is refused is
refused before it is unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, TypeAlias

from converter.errors import InputError
from converter.model import SourceFile
from converter.patterns import pattern
from converter.readers.office.xml import damage, repair
from converter.readers.options import ReadOptions
from converter.records import field, mutable_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from converter.readers.office.xml import Element

    Parse: TypeAlias = Callable[[bytes, str], Element]

MAX_ENTRIES = 10_000
"""Parts of a package. A book with a picture on each page has some hundreds."""

FREE_SIZE, MAX_RATIO = 4 * 1024 * 1024, 100
"""Bytes that a part may unpack to however well it was packed, and how many times its packed size
a larger one may be. The text of Word's files packs to a tenth, tables of one word to a fortieth;
only what repeats itself packs to a hundredth."""

XML_SHARE = 8
"""A part that is parsed takes some eight times its size in memory: it may hold an eighth of what
the whole package may."""

_ENTRY = b"PK\x01\x02"
_ENCRYPTED_FLAG = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_OUTSIDE = pattern(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|\x00")
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError,
            RuntimeError)  # fmt: skip
"""What ``zipfile`` raises for an archive that is damaged or forged."""


@mutable_record
class Package:
    """The parts of an opened file by their names, which know no case (ECMA-376 Part 2, 6.2.2.3).
    ``program`` is what a person opens such a file with, ``parse`` makes a tree of a part."""

    name: str
    program: str
    parse: Parse
    archive: zipfile.ZipFile
    max_xml: int
    entries: dict[str, zipfile.ZipInfo] = field(default_factory=dict)

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part.lower() in self.entries

    def size(self, part: str) -> int:
        """The bytes that a part unpacks to, as the archive says; 0 for one that is not there."""
        entry = self.entries.get(part.lower())
        return entry.file_size if entry else 0

    def is_bomb(self, part: str) -> bool:
        """Whether a part was packed better than real parts are."""
        entry = self.entries.get(part.lower())
        return (
            entry is not None
            and entry.file_size > FREE_SIZE
            and entry.file_size > MAX_RATIO * max(1, entry.compress_size)
        )

    def read(self, part: str) -> bytes:
        """The bytes of a part; none for one that is not there. Raises InputError."""
        entry = self.entries.get(part.lower())
        if entry is None:
            return b""
        if self.is_bomb(part):
            raise InputError(
                f"{self.name}: {part} unpacks to {entry.file_size:,} bytes, more than {MAX_RATIO}"
                " times its packed size, as only files do that are made to fill a memory; do not"
                " open it, and ask its sender"
            )
        try:
            with self.archive.open(entry) as packed:
                return packed.read(entry.file_size + 1)
        except _DAMAGES as error:
            raise _damaged(self.name, part, error, self.program) from None

    def xml(self, part: str) -> Element | None:
        """The root of a part; None when it is not there or empty. Raises InputError."""
        if self.size(part) > self.max_xml:
            raise InputError(
                f"{self.name}: {part} unpacks to {self.size(part):,} bytes, more than the"
                f" {self.max_xml:,} that one part may; split the document, or raise"
                " --max-unpacked"
            )
        data = self.read(part)
        return self.parse(data, f"{self.name}: {part}") if data.strip() else None


def open_archive(source: SourceFile, options: ReadOptions, program: str, parse: Parse) -> Package:
    """The package of a file. Raises InputError for one that is damaged or hostile."""
    data, name = source.data, source.name
    if data.count(_ENTRY) > MAX_ENTRIES:
        raise InputError(
            f"{name}: the archive has more than {MAX_ENTRIES:,} parts, which no document has; ask"
            " its sender"
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGES as error:
        raise _damaged(name, "the archive", error, program) from None
    package = Package(name, program, parse, archive, options.max_unpacked // XML_SHARE)
    total = 0
    for entry in archive.infolist():
        part = entry.filename.replace("\\", "/")
        _check_entry(entry, part, name, program)
        total += entry.file_size
        package.entries[part.lower()] = entry
    if total > options.max_unpacked:
        raise InputError(
            f"{name}: it unpacks to {total:,} bytes, more than the limit of"
            f" {options.max_unpacked:,}; make its pictures smaller, or raise --max-unpacked"
        )
    return package


def _check_entry(entry: zipfile.ZipInfo, part: str, name: str, program: str) -> None:
    if _OUTSIDE.search(part):
        raise InputError(
            f"{name}: the archive has a part named {part[:60]!r}, which leads out of it; do not"
            " open the file, and ask its sender"
        )
    if entry.flag_bits & _ENCRYPTED_FLAG:
        raise InputError(
            f"{name}: {part[:60]} is encrypted; ask for the document without a password"
        )
    if entry.compress_type not in _METHODS:
        raise InputError(
            f"{name}: {part[:60]} is packed in a way that {program} does not use; open the file in"
            f" {program} and save it"
        )


def _damaged(name: str, part: str, error: Exception, program: str) -> InputError:
    return InputError(f"{name}: {part} is damaged ({damage(error)}); {repair(program)}")
