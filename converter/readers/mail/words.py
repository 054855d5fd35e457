"""The words of one part: its transfer encoding and its character set undone, flowed lines joined,
and the way back to the lines of the mail."""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Iterator

from converter.model import WARNING, Notice, Place
from converter.patterns import pattern
from converter.readers.mail.mime import Part, header
from converter.records import record

CHARSET = "C263"

SIGNATURE = "-- "
"""The line before a signature (RFC 3676, 4.3)."""

_LINE = pattern(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_SOFT = pattern(rb"=[ \t]*\Z")
_LINE_END = pattern(r"\r\n|\r|\n")

UTF_8 = frozenset(("utf-8", "utf8"))
LIKE_ASCII = UTF_8 | {"", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "cp1252"}
"""Declared for what may be any of them: UTF-8 where it is well-formed, else Windows-1252."""

OTHER_SETS = frozenset(
    """
    utf-16 utf-16le utf-16be utf-32 utf-7
    iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i
    iso-8859-9 iso-8859-10 iso-8859-11 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16
    windows-1250 windows-1251 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257
    windows-1258 windows-874 koi8-r koi8-u tis-620 macintosh ibm437 ibm850 ibm852 ibm866
    gb2312 gbk gb18030 big5 euc-jp shift_jis iso-2022-jp euc-kr iso-2022-kr ks_c_5601-1987
    """.split()
)
"""Those that are decoded as declared. Python knows more, some of which are no character sets."""

PYTHON_NAMES = {
    "iso-8859-8-i": "iso-8859-8",
    "gb2312": "gb18030",  # what senders mean by it
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "macintosh": "mac-roman",
    "windows-874": "cp874",
}


_WINDOWS_1252 = "".join(
    chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes((byte,)).decode("cp1252")
    for byte in range(256)
)
"""With a character for each byte (WHATWG Encoding, index-windows-1252), so that none is lost."""


@record()
class PartText:
    """The words of a part, the way back from its lines, and what a person may want to know."""

    text: str
    places: tuple[Place, ...]
    notices: tuple[Notice, ...] = ()


def text_of_part(data: bytes, part: Part, first: int = 1) -> PartText:
    """The words of a text part of this mail, which begins in the line ``first``."""
    raw = part.raw(data)
    encoding = header(part.headers, "content-transfer-encoding").lower()
    text, notices = _decoded(decode_transfer(raw, encoding), part)
    lines = _line_numbers(raw, encoding, first)
    if part.parameter("format") == "flowed":
        text, starts = _unflowed(text, deletes_space=part.parameter("delsp") == "yes")
        lines = [lines[min(start, len(lines) - 1)] for start in starts] if lines else []
    return PartText(text, tuple(_places(text, lines, part)), notices)


def decode_transfer(raw: bytes, encoding: str) -> bytes:
    """The bytes that a transfer encoding stands for (RFC 2045, 6)."""
    if encoding == "quoted-printable":
        return binascii.a2b_qp(raw)
    if encoding != "base64":
        return raw
    try:
        return binascii.a2b_base64(raw)
    except binascii.Error:  # cut short: what is whole of it
        kept = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        return binascii.a2b_base64(kept[: len(kept) // 4 * 4])


def _decoded(data: bytes, part: Part) -> tuple[str, tuple[Notice, ...]]:
    declared = part.parameter("charset")
    if declared in OTHER_SETS:
        try:
            return data.decode(PYTHON_NAMES.get(declared, declared)), ()
        except UnicodeDecodeError:
            pass
    try:
        text, read_as = data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        text, read_as = codecs.charmap_decode(data, "strict", _WINDOWS_1252)[0], "Windows-1252"
    if declared in LIKE_ASCII and not (declared in UTF_8 and read_as != "UTF-8"):
        return text, ()
    message = f'the {part.title} says that it is "{declared[:40]}", and was read as {read_as}'
    return text, (Notice(CHARSET, WARNING, message, hint="check quotes, dashes and accents"),)


# --- lines --------------------------------------------------------------------------------------


def line_ends(data: bytes, start: int, end: int) -> int:
    """How many lines end between two places of a mail."""
    counts = [data.count(mark, start, end) for mark in (b"\n", b"\r", b"\r\n")]
    return counts[0] + counts[1] - counts[2]


def _line_numbers(raw: bytes, encoding: str, first: int) -> list[int]:
    """The line of the mail in which each line of the words begins; none for base64."""
    if encoding == "base64":
        return []
    numbers = [first]
    for number, line in enumerate(raw.splitlines(), start=first):
        if encoding != "quoted-printable" or not _SOFT.search(line):
            numbers.append(number + 1)
    return numbers


def _places(text: str, lines: list[int], part: Part) -> Iterator[Place]:
    """Where each line of the words stands: in the mail, or where it has no such line, in the
    part."""
    has_lines = bool(lines)
    for number, match in enumerate(_LINE.finditer(text)):
        if number and match.group().isspace():
            continue  # nobody asks where nothing stands
        if number and not match.group():
            return
        if has_lines:
            line = lines[min(number, len(lines) - 1)]
            yield Place(match.start(), line, 1, part.title if part.number else "")
        else:
            yield Place(match.start(), name=f"{part.title}, line {number + 1}")


def _unflowed(text: str, *, deletes_space: bool) -> tuple[str, list[int]]:
    """Paragraphs of flowed text on a line each (RFC 3676, 4), and the line that each began at.
    Marks of quoting stay."""
    paragraphs: list[list[str]] = []
    starts: list[int] = []
    goes_on = -1  # the depth of quoting that the next line must have to go on
    for number, line in enumerate(_LINE_END.split(text)):
        depth = len(line) - len(line.lstrip(">"))
        rest = line[depth:].removeprefix(" ")
        is_mark = rest == SIGNATURE
        if depth != goes_on or is_mark:
            paragraphs.append(["> " * depth])
            starts.append(number)
        is_flowed = rest.endswith(" ") and not is_mark
        paragraphs[-1].append(rest[:-1] if is_flowed and deletes_space else rest)
        goes_on = depth if is_flowed else -1
    return "\n".join(map("".join, paragraphs)), starts
