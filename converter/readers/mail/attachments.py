"""What a mail carries along, for a person who may want to convert it too."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import INFO, Notice
from converter.readers.mail.mime import Part, header
from converter.readers.others import Others

ATTACHED = "C261"

SHOWN = 20
"""Attachments that get a notice each; nobody reads more."""

NAMED = 3
"""Of them in one sentence."""


def attachment_notices(parts: Sequence[Part], others: Others) -> list[Notice]:
    """A notice for each attachment: its name, its type, its size, and whether we convert it."""
    notices = []
    for part in parts[:SHOWN]:
        format = others.format_of(part.filename)
        what = "save it and convert it" if format else "save it with a mail program"
        message = f"attached, and not read: {_described(part)}"
        notices.append(Notice(ATTACHED, INFO, message, hint=f"{what}, if it belongs here"))
    if len(parts) > SHOWN:
        message = f"attached, and not read: {len(parts) - SHOWN:,} more files"
        notices.append(Notice(ATTACHED, INFO, message))
    return notices


def listed(parts: Sequence[Part]) -> str:
    """The names of attachments in words."""
    names = [part.filename or part.type for part in parts[:NAMED]]
    more = [f"{len(parts) - NAMED:,} more"] if len(parts) > NAMED else []
    return " and ".join([*names, *more])


def _described(part: Part) -> str:
    return f"{part.filename or 'a file without a name'} ({part.type}, {_size(part):,} bytes)"


def _size(part: Part) -> int:
    """Its bytes when it is saved, give or take the line ends of base64."""
    size = part.end - part.start
    is_base64 = header(part.headers, "content-transfer-encoding").lower() == "base64"
    return size * 3 // 4 if is_base64 else size
