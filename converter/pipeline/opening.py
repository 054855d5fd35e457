"""From what a caller names, a path, bytes or a source file, to the source file a reader takes."""
# pathlib would cost a tenth of a run that turns one text into JSON.
# ruff: noqa: PTH119, PTH123

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from typing import TypeAlias

from converter.errors import InputError
from converter.model import SourceFile, Span
from converter.pipeline.sniffing import format_of
from converter.readers import READERS
from converter.records import replace
from converter.sources import Limits, load, seal

Source: TypeAlias = str | os.PathLike[str] | bytes | SourceFile
"""A path, the bytes of a file, or a file that is open already. A str is always a path."""

UNNAMED = "document"
"""The name of bytes that come without one."""

CHUNK = 1024 * 1024
"""Bytes read at once: room for what a pipe holds, without asking for all that the limit allows."""

REFUSALS: Mapping[int, str] = {
    errno.ENOENT: "there is no such file; check the name",
    errno.ENOTDIR: "there is no such file; check the name",
    errno.EISDIR: "this is a folder; name the files in it",
    errno.EACCES: "the file may not be read; ask for the right to read it",
    errno.ENAMETOOLONG: "the name is too long for a file; check it",
    errno.ELOOP: "the name leads in a circle; check the links",
}
"""Why a file cannot be read and what to do, by the error of the operating system."""


def open_source(
    source: Source,
    *,
    format: str | None = None,
    name: str | None = None,
    limits: Limits | None = None,
) -> SourceFile:
    """The opened file. ``format`` names the reader; without it, contents and name decide.

    ``name`` stands for the file in messages and in renditions; a path gives its last part.
    Raises InputError when the file is missing, empty, too large or in no format we read,
    UsageError when no reader is called ``format``.
    """
    if isinstance(source, SourceFile):
        return source
    limits = limits or Limits()
    if isinstance(source, bytes):
        place = name = name or UNNAMED
        data = source
    else:
        place = os.fspath(source)
        name = name or os.path.basename(place)
        data = _read_file(place, limits)
    reader = READERS[format_of(data, place, format)]
    opened = (load if reader.is_text else seal)(data, place, reader.name, limits)
    return replace(opened, name=name)


def place_of(source: SourceFile, span: Span | None, name: str | None = None) -> str:
    """Where a span begins, for a person and for editors that jump there: ``name:line:column``;
    the name alone without a span. ``name`` replaces the source's own."""
    where = name or source.name
    return f"{where}:{source.locate(span.start)}" if span else where


def _read_file(path: str, limits: Limits) -> bytes:
    """At most one byte more than the limit, so that an endless file (a device, a pipe) ends."""
    try:
        with open(path, "rb", buffering=0) as file:
            limits.check_size(os.fstat(file.fileno()).st_size, path)
            chunks, left = [], limits.max_bytes + 1
            while left > 0 and (chunk := file.read(min(left, CHUNK))):
                chunks.append(chunk)
                left -= len(chunk)
            return b"".join(chunks)
    except ValueError as error:  # a NUL in the name
        raise InputError(f"{path!r}: this is no name of a file; check it") from error
    except OSError as error:
        reason = REFUSALS.get(error.errno or 0)
        reason = reason or f"the file cannot be read ({error.strerror}); try again, or copy it"
        raise InputError(f"{path}: {reason}") from error
