"""What the headers of a mail state, as metadata. Who got it is nobody's business."""

from __future__ import annotations

import re
from typing import Any

from converter.model import MetadataItem
from converter.patterns import pattern
from converter.readers.mail.mime import MAX_VALUE, Part, guarded, header

ORIGIN = "mail"

_FORWARD = pattern(r"\s*(?:fwd?|wg|tr|rv|i|enc|doorst)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
"""What mail programs put before the subject of a mail that is passed on."""

_LANGUAGE = pattern(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


def metadata_of(root: Part) -> tuple[tuple[MetadataItem, ...], str]:
    """Subject, sender and date, and the language if the mail says one."""
    values = {
        "subject": header(root.headers, "subject"),
        "from": header(root.headers, "from"),
        "sent": _date(root),
    }
    items = tuple(MetadataItem(name, value, ORIGIN) for name, value in values.items() if value)
    language = header(root.headers, "content-language")
    return items, language if _LANGUAGE.fullmatch(language) else ""


def is_forward(root: Part) -> bool:
    """Whether the subject says that the mail was passed on, so that what it quotes is the point."""
    return _FORWARD.match(header(root.headers, "subject")) is not None


def _date(root: Part) -> str:
    """When it was sent, as ISO 8601, or as the header says it."""
    written = header(root.headers, "date")

    def parsed() -> Any:
        return root.headers["date"].datetime

    when = guarded(parsed, None) if 0 < len(written) < MAX_VALUE else None
    return when.isoformat() if when is not None else written
