"""Ask the process that runs PDFium for the facts of a file, within bounds of time and memory."""

from __future__ import annotations

import marshal
import signal
import subprocess
import sys

from converter.errors import InputError
from converter.model import SourceFile
from converter.readers.options import ReadOptions
from converter.readers.pdf.engine import DAMAGED, ENCRYPTED, NO_PAGE, TOO_MANY
from converter.readers.pdf.facts import File, unpack
from converter.readers.pdf.worker import ARGUMENTS, REFUSED

SECONDS, SECONDS_PER_PAGE = 10, 0.5
"""Of computing. A page takes a thirtieth of a second, one of a newspaper a third; the time that a
file may take grows with the pages that it has, so far as its size can hold them."""
_WAITING = 4
"""How many times as long we wait for it, on a machine that has others to serve."""
_BYTES_PER_PAGE = 500
"""The least that a page takes in a file."""
MEMORY = 192 * 1024**2
"""Bytes of address space for the interpreter and the library, which take a fifth of it."""
_MEMORY_PER_BYTE = 256
"""More of them for each byte of the file: what is said of the words takes a hundred times their
packed size."""
_MEMORY_PER_UNPACKED = 2
"""But no more than this for each that the file may unpack to."""

_MAGIC, _OPENING = b"%PDF-", 1024
"""What stands in the first bytes of a file (ISO 32000-1, annex H, note 13)."""
_START = (
    f"import sys; sys.path[:] = sys.argv[{ARGUMENTS + 1}:];"
    " from converter.readers.pdf import worker; worker.main()"
)
_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0)
"""What ends a process that has computed for longer than it may."""

_TOO_LONG = (
    "reading the PDF took more time than PDFs of its size do, as only files do that are made to"
    " take long; print it to a new PDF, or ask its sender"
)
_SENTENCES = {
    ENCRYPTED: "the document is encrypted; open it with its password, and save or print it as a"
    " PDF without one",
    DAMAGED: "the PDF is damaged and cannot be opened; open it in a PDF program and save it anew,"
    " or ask for it again",
    NO_PAGE: "the PDF has no page; check that it is the file you mean, or ask for it again",
}


def facts_of(source: SourceFile, options: ReadOptions) -> File:
    """The facts of a file. Raises InputError."""
    name = source.name
    if _MAGIC not in source.data[:_OPENING]:
        raise InputError(f"{name}: this is no PDF; check that it is the file you mean")
    allowed = min(options.max_pages, len(source.data) // _BYTES_PER_PAGE + 1)
    seconds = SECONDS + SECONDS_PER_PAGE * allowed
    unpacked = len(source.data) + options.max_unpacked
    memory = min(_MEMORY_PER_BYTE * len(source.data), _MEMORY_PER_UNPACKED * unpacked)
    numbers = (
        options.max_pages, options.max_asset, MEMORY + memory, SECONDS, SECONDS_PER_PAGE, allowed
    )  # fmt: skip
    try:
        # Neither the current folder nor the environment decides what is run.
        done = subprocess.run(  # noqa: S603 - ourselves, and no shell
            [sys.executable, "-I", "-S", "-c", _START, *map(str, numbers), *sys.path],
            input=source.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_WAITING * seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise InputError(f"{name}: {_TOO_LONG}") from None
    if done.returncode == -_OUT_OF_TIME:
        raise InputError(f"{name}: {_TOO_LONG}")
    if done.returncode:
        raise InputError(
            f"{name}: the PDF makes the library that reads it give up, which damaged and hostile"
            " files do; open it in a PDF program and save it anew, or ask its sender"
        )
    answer = marshal.loads(done.stdout)  # noqa: S302 - what our own process wrote
    if answer[0] == REFUSED:
        raise InputError(f"{name}: {_sentence(answer[1], answer[2], options)}")
    return unpack(answer)


def _sentence(reason: str, count: int, options: ReadOptions) -> str:
    if reason == TOO_MANY:
        return (
            f"the PDF has {count:,} pages, more than the limit of {options.max_pages:,}; split it,"
            " or raise --max-pages"
        )
    return _SENTENCES[reason]
