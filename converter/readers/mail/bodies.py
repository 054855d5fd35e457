"""Which parts of a mail are its words, and which are carried along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.errors import InputError
from converter.model import INFO, WARNING, Notice, SourceFile
from converter.patterns import pattern
from converter.readers.mail.mime import Part
from converter.readers.mail.words import text_of_part
from converter.records import record

SAID_TWICE = "C262"
UNREAD = "C264"

_SHARE = 0.5
"""A plain text with fewer than so many of the words of its HTML twin says ``see the web page`` or
breaks off; with more, it lacks the addresses of links and the furniture."""

_ENCRYPTED = (
    "multipart/encrypted",
    "application/pkcs7-mime",
    "application/x-pkcs7-mime",
    "application/pgp-encrypted",
)
_TAG = pattern(r"<[^<>]*>|&[a-z#0-9]{2,10};", re.IGNORECASE)
_WORD = pattern(r"[^\W\d_]{2,}")
_HIDDEN = ("style", "script", "title")
_PGP = b"-----BEGIN PGP MESSAGE-----"


@record()
class Choice:
    """The parts that are the mail's words, all plain text or one of HTML; those that are carried
    along; and what a person may want to know."""

    bodies: tuple[Part, ...]
    attached: tuple[Part, ...]
    notices: tuple[Notice, ...] = ()


class _Choosing:
    """The state of one walk: what to choose by, what was found."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.attached: list[Part] = []
        self.notices: list[Notice] = []

    def bodies(self, part: Part) -> list[Part]:
        """The text parts below that are shown one after the other, one of each alternative."""
        if not part.parts:
            return self._leaf(part)
        if part.type == "multipart/alternative":
            return self._best([self.bodies(below) for below in part.parts])
        shown = part.parts[:1] if part.type in _FIRST_IS_ALL else part.parts
        for below in part.parts[len(shown) :]:
            self.attached += _leaves(below)
        return [body for below in shown for body in self.bodies(below)]

    def _leaf(self, part: Part) -> list[Part]:
        if part.type in ("text/plain", "text/html") and not part.is_attached:
            return [part] if part.raw(self.data).strip() else []
        if part.type not in _CARRIER:
            self.attached.append(part)
        return []

    def _best(self, choices: list[list[Part]]) -> list[Part]:
        plain = next((choice for choice in choices if _are(choice, "text/plain")), [])
        html = next((choice for choice in choices if _are(choice, "text/html")), [])
        if not plain or not html:
            return plain or html
        if self._words(plain) < _SHARE * self._words(html):
            return html
        message = "the mail says it twice: plain text was read, HTML was not"
        self.notices.append(Notice(SAID_TWICE, INFO, message))
        return plain

    def _words(self, parts: list[Part]) -> int:
        count = 0
        for part in parts:
            text = text_of_part(self.data, part).text
            text = _visible(text) if part.type == "text/html" else text
            count += sum(1 for _ in _WORD.finditer(text))
        return count


_FIRST_IS_ALL = ("multipart/related", "multipart/signed")
"""What follows the first part belongs to it: pictures, a signature."""

_CARRIER = ("application/pgp-signature", "application/pkcs7-signature")
"""Carried for programs alone."""


def choose(source: SourceFile, root: Part) -> Choice:
    """The words of a mail. Raises InputError when they are encrypted."""
    if any(part.type in _ENCRYPTED for part in _all(root)) or _is_armoured(source.data, root):
        raise InputError(
            f"{source.name}: this mail is encrypted; open it in a mail program that has the key,"
            " and save its text"
        )
    choosing = _Choosing(source.data)
    bodies = choosing.bodies(root)
    first = bodies[0].type if bodies else ""
    chosen = [body for body in bodies if body.type == first]
    chosen = chosen[:1] if first == "text/html" else chosen
    notices = list(choosing.notices)
    for body in bodies:
        if body not in chosen:
            message = f"the {body.title} was not read"
            hint = "save its text with a mail program, if it belongs to the article"
            notices.append(Notice(UNREAD, WARNING, message, hint=hint))
    return Choice(tuple(chosen), tuple(choosing.attached), tuple(notices))


def _all(root: Part) -> Iterator[Part]:
    waiting = [root]
    while waiting:
        part = waiting.pop()
        yield part
        waiting += part.parts[::-1]


def _leaves(root: Part) -> list[Part]:
    return [part for part in _all(root) if not part.parts and part.type not in _CARRIER]


def _is_armoured(data: bytes, root: Part) -> bool:
    """Whether the one text of a mail is an encrypted message in letters (RFC 4880, 6.2)."""
    return not root.parts and root.raw(data).lstrip().startswith(_PGP)


def _are(choice: list[Part], wanted: str) -> bool:
    return bool(choice) and all(part.type == wanted for part in choice)


def _visible(page: str) -> str:
    """Roughly the words of a page: enough to compare how many there are."""
    folded = page.lower()
    for name in _HIDDEN:
        folded = _without(folded, name)
    return _TAG.sub(" ", folded)


def _without(page: str, name: str) -> str:
    """The page without elements of this name; one that never ends reaches to the end."""
    kept: list[str] = []
    reached = 0
    while (start := page.find(f"<{name}", reached)) >= 0:
        kept.append(page[reached:start])
        end = page.find(f"</{name}", start)
        reached = end if end >= 0 else len(page)
    return "".join(kept) + page[reached:]
