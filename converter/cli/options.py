"""The options of every command that opens documents, and how their values are read."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

from converter.errors import UsageError
from converter.patterns import pattern

STANDARD = "-"
"""In place of a file: standard input or output."""

REPORTS = ("text", "json")

TRACKED = ("accepted", "original", "all")
"""The views of tracked changes, the usual one first."""

UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "ki": 2**10, "mi": 2**20, "gi": 2**30}
_SIZE = pattern(
    r"(?P<number>\d{1,12}(?:\.\d{1,9})?) \s* (?P<unit>[kmg]i?)? b?",
    re.IGNORECASE | re.VERBOSE | re.ASCII,
)
_NUMBER = pattern(r"0*[1-9]\d{0,11}", re.ASCII)


def add_input_arguments(parser: argparse.ArgumentParser, *, several: bool) -> None:
    """The documents to open, how to read them, and the limits on their size."""
    parser.add_argument(
        "inputs",
        metavar="INPUT",
        nargs="+" if several else 1,
        help="a file, or - for standard input",
    )
    parser.add_argument(
        "--from",
        dest="format",
        metavar="FORMAT",
        type=format_name,
        help="what the input is; without it, its contents and its name decide",
    )
    parser.add_argument(
        "--schema",
        metavar="NAME|FILE",
        default="auto",
        help="the article schema, by name or as a TOML file; without it, the one that fits",
    )
    parser.add_argument(
        "--keep-furniture",
        action="store_true",
        help="read what surrounds an article (navigation, page heads, hidden text) as part of it",
    )
    parser.add_argument(
        "--tracked",
        metavar="|".join(TRACKED),
        type=one_of("view", TRACKED),
        choices=TRACKED,
        default=TRACKED[0],
        help="which view of tracked changes is read (default accepted)",
    )
    _add_limits(parser)


def _add_limits(parser: argparse.ArgumentParser) -> None:
    """The limits on what is read of an input."""
    limits = parser.add_argument_group("limits")
    limits.add_argument(
        "--max-size",
        metavar="SIZE",
        type=size,
        help="refuse a larger input: 500k, 20MB, 1GiB",
    )
    limits.add_argument(
        "--max-lines", metavar="N", type=whole_number, help="refuse an input of more lines"
    )
    limits.add_argument(
        "--max-line-length",
        metavar="N",
        type=whole_number,
        help="refuse an input with a line of more characters",
    )
    limits.add_argument(
        "--max-unpacked",
        metavar="SIZE",
        type=size,
        help="refuse a packed input (.docx, .odt) that holds more",
    )
    limits.add_argument(
        "--max-asset", metavar="SIZE", type=size, help="leave out pictures that are larger"
    )
    limits.add_argument(
        "--max-pages", metavar="N", type=whole_number, help="refuse a PDF of more pages"
    )


def add_report_argument(parser: argparse.ArgumentParser) -> None:
    """In which form the answer comes."""
    parser.add_argument(
        "--format",
        dest="report",
        type=one_of("form", REPORTS),
        choices=REPORTS,
        metavar="|".join(REPORTS),
        default="text",
        help="the answer as text for people (default), or as JSON for machines",
    )


def format_name(value: str) -> str:
    """The name of a reader."""
    from converter.readers import READERS

    return one_of("format", tuple(READERS))(value)


def one_of(kind: str, known: tuple[str, ...]) -> Callable[[str], str]:
    """What reads one of these words, and says which was perhaps meant by another."""

    def read(value: str) -> str:
        from converter.pipeline.suggestions import unknown

        if value not in known:
            raise argparse.ArgumentTypeError(unknown(kind, value, known))
        return value

    return read


def rendition_names(value: str) -> tuple[str, ...]:
    """The names of renditions, with commas between them."""
    from converter.pipeline import renditions_of

    try:
        return renditions_of(value)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def size(value: str) -> int:
    """Bytes.

    >>> size("20 MB"), size("1KiB"), size("512")
    (20000000, 1024, 512)
    """
    found = _SIZE.fullmatch(value.strip())
    if not found:
        raise argparse.ArgumentTypeError(f'"{value}" is no size; write 500k, 20MB or 1GiB')
    return int(float(found["number"]) * UNITS[(found["unit"] or "").lower()])


def whole_number(value: str) -> int:
    """A number of things, at least one."""
    if not _NUMBER.fullmatch(value):
        raise argparse.ArgumentTypeError(f'"{value}" is no number from 1 on')
    return int(value)
