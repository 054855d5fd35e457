"""A mail as a tree of parts (RFC 2045, 2046), each with its headers and where its body stands.

What a header says is left to the standard library, if it is short; the tree is cut here, in time
linear in the mail and with its depth bounded. The library's own parser promises neither, and goes
through every Content-Type with a parser that recurses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email import policy
from email.message import EmailMessage
from typing import Any

from converter.errors import InputError
from converter.patterns import pattern
from converter.records import field, mutable_record

MAX_PARTS = 1000
MAX_HEADERS = 256 * 1024
"""Bytes of the headers of one part; mail programs write a few thousand."""
MAX_VALUE = 2000
"""Code points of a header's value that is parsed; a line of a mail has 998 at most."""
MAX_DEPTH = 32
"""However deep the caller lets others nest: mails nest four or five deep."""

_EMPTY_LINE = pattern(rb"(?:\r\n|\n|\r(?!\n))(?:\r\n|\n|\r(?!\n))")
_BEFORE = pattern(rb"(?:\xef\xbb\xbf)?[\r\n]*")
"""What an editor or a copy puts before the first header."""
_LINE_END = pattern(rb"\r\n|\n|\r")
_CLAIMED = pattern(r"\s*([A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,60})")
_FIELD = pattern(rb"[!-9;-~]{1,80}[ \t]*:")


@mutable_record
class Part:
    """One part: its headers, the type they state, where its body stands in the mail (bytes),
    its number in the tree (``1.2``; empty for a mail of one part), and its own parts."""

    headers: EmailMessage
    type: str
    start: int
    end: int
    number: str = ""
    parts: list[Part] = field(default_factory=list)

    @property
    def title(self) -> str:
        """What a person calls it."""
        return f"{self.type} part {self.number}".rstrip()

    @property
    def filename(self) -> str:
        """The name that its sender gave it, on one line, or nothing."""
        name = self.asked(self.headers.get_filename, "content-disposition", "content-type")
        return " ".join(str(name or "").split())[:80]

    @property
    def is_attached(self) -> bool:
        """Whether it is to be saved rather than shown."""
        asked = self.headers.get_content_disposition
        disposition = self.asked(asked, "content-disposition")
        return disposition == "attachment" or bool(self.filename)

    def parameter(self, name: str) -> str:
        """A parameter of its content type, in small letters."""
        value = self.asked(lambda: self.headers.get_param(name, ""), "content-type")
        return value.strip().lower() if isinstance(value, str) else ""

    def asked(self, get: Callable[[], Any], *names: str) -> Any:
        """What the email package makes of these headers, unless they are too long for it."""
        is_long = any(len(raw_header(self.headers, name)) > MAX_VALUE for name in names)
        return "" if is_long else guarded(get, "")

    def raw(self, data: bytes) -> bytes:
        """Its body as it stands in the mail."""
        return data[self.start : self.end]


def parse(data: bytes, name: str, max_depth: int) -> Part:
    """The tree of a mail. Raises InputError when it is none, or has too many parts or levels."""
    begin = _BEFORE.match(data)
    root = _part(data, begin.end() if begin else 0, len(data), name, "")
    if not root.headers.keys():
        raise InputError(
            f"{name}: this is no mail, since no header such as From: or Subject: begins it; check"
            " the file, or say --from text"
        )
    waiting = [(root, 0)]
    count = 1
    while waiting:
        part, depth = waiting.pop()
        boundary = _boundary(part)
        if not boundary:
            continue
        if depth >= min(max_depth, MAX_DEPTH):
            raise InputError(f"{name}: its parts nest too deep; save its text with a mail program")
        for number, (start, end) in enumerate(_bodies(data, part, boundary), start=1):
            count += 1
            if count > MAX_PARTS:
                raise InputError(
                    f"{name}: it has more than {MAX_PARTS:,} parts; save its text with a mail"
                    " program"
                )
            below = f"{part.number}.{number}".lstrip(".")
            part.parts.append(_part(data, start, end, name, below))
        waiting += [(below_part, depth + 1) for below_part in part.parts]
    return root


def guarded(get: Callable[[], Any], otherwise: Any) -> Any:
    """What a function of the email package gives, which raises all kinds of errors for headers
    that are not as it expects (its bug list has dozens)."""
    try:
        return get()
    except Exception:
        return otherwise


def raw_header(headers: EmailMessage, name: str) -> str:
    """The value of a header as it stands, or nothing."""
    return next((str(value) for key, value in headers.raw_items() if key.lower() == name), "")


def header(headers: EmailMessage, name: str) -> str:
    """The value of a header on one line, decoded, or nothing."""
    raw = raw_header(headers, name)
    value = raw if len(raw) > MAX_VALUE else guarded(lambda: str(headers[name]), raw)
    return " ".join(value[:MAX_VALUE].split())


def _part(data: bytes, start: int, end: int, name: str, number: str) -> Part:
    headers_end, body = _split(data, start, end)
    if headers_end - start > MAX_HEADERS:
        raise InputError(f"{name}: its headers do not end; check that it is a mail")
    block = data[start:headers_end]
    headers = _headers(block)
    return Part(headers, _type(headers), min(body, end), end, number)


def _split(data: bytes, start: int, end: int) -> tuple[int, int]:
    """Where the headers end and where the body begins."""
    first = _LINE_END.match(data, start, end)
    if first:
        return start, first.end()
    if not _FIELD.match(data, start, end):
        return start, start
    empty = _EMPTY_LINE.search(data, start, end)
    return (empty.start(), empty.end()) if empty else (end, end)


def _headers(block: bytes) -> EmailMessage:
    """The headers of a block. They should be ASCII, and are UTF-8 or Windows-1252 now and then."""
    try:
        text = block.decode()
    except UnicodeDecodeError:
        text = block.decode("cp1252", "replace")
    message = EmailMessage(policy=policy.default)
    fields: list[list[str]] = []
    for line in re.split(r"\r\n|\n|\r", text):
        if line[:1] in (" ", "\t") and fields:
            fields[-1].append(line)
        elif ":" in line:
            fields.append([line])
    for lines in fields:
        name, _, value = "".join(lines).partition(":")
        message.set_raw(name.strip(), value.strip())
    return message


def _type(headers: EmailMessage) -> str:
    """The content type, in small letters; plain text when none is stated (RFC 2045, 5.2)."""
    claimed = _CLAIMED.match(raw_header(headers, "content-type"))
    return claimed[1].lower() if claimed else "text/plain"


def _boundary(part: Part) -> bytes:
    """The boundary of a multipart; one without is read as it stands (RFC 2046, 5.1.1)."""
    if not part.type.startswith("multipart/"):
        return b""
    boundary = part.asked(part.headers.get_boundary, "content-type")
    return boundary.rstrip().encode("utf-8", "replace") if isinstance(boundary, str) else b""


def _bodies(data: bytes, part: Part, boundary: bytes) -> Iterator[tuple[int, int]]:
    """Where the parts of a multipart stand; the last may lack its closing line."""
    line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*\r?$", re.MULTILINE)
    begin: int | None = None
    for match in line.finditer(data, part.start, part.end):
        if begin is not None:
            yield begin, max(begin, _before_line_end(data, match.start()))
        if match[1]:
            return
        begin = min(match.end() + 1, part.end)
    if begin is not None:
        yield begin, part.end


def _before_line_end(data: bytes, at: int) -> int:
    """Where the line before ends: its line end belongs to the boundary."""
    if data[at - 2 : at] == b"\r\n":
        return at - 2
    return at - 1
