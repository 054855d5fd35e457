"""What mail programs and companies add below what somebody wrote, and forwarded headers above it.

The words of those programs in six languages are in the tables; each line and paragraph is looked
at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from converter.model import Omission, Span
from converter.patterns import pattern

REASONS = {
    "quoted-reply": "the mail that was answered is quoted below the answer",
    "forwarded-header": "a mail program says whose mail it passes on",
    "signature": "a signature is no part of what the mail says",
    "legal-footer": "a company's mails all end with it",
    "list-footer": "a mailing list adds it to every mail",
    "pgp-signature": "proof for programs that the mail is whole",
}
"""Why each kind is left out."""

_ATTRIBUTION = pattern(
    r"""
    (?: on\b .* \bwrote | am\b .* \bschrieb\b .* | le\b .* \ba\ écrit\s* | el\b .* \bescribió
      | il\b .* \bha\ scritto | em\b .* \bescreveu )
    \s* : \s* \Z
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
"""The line above a quoted mail, which may be two lines long."""

_FORWARDED = pattern(
    r"""
    \W* (?: begin\ forwarded\ message | forwarded\ message | weitergeleitete\ nachricht
      | anfang\ der\ weitergeleiteten\ nachricht | message\ transféré
      | début\ du\ message\ (?:transféré|réexpédié)
      | mensaje\ reenviado | inicio\ del\ mensaje\ reenviado | messaggio\ inoltrato
      | inizio\ messaggio\ inoltrato | mensagem\ encaminhada ) \W* \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ORIGINAL = pattern(
    r"""
    -{2,} \s* (?: original\ message | ursprüngliche\ nachricht | message\ d['’]origine
      | mensaje\ original | messaggio\ originale | mensagem\ original ) \s* -{2,}
    | _{20,}
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HEADER = pattern(
    r"""
    [*]? (?P<name>
        from|von|de|da | date|sent|datum|gesendet|envoyé|fecha|enviado|data|inviato | enviada\ em
      | subject|betreff|objet|asunto|oggetto|assunto
      | to|an|à|para|a | cc|kopie | reply-to|antwort\ an )
    \s* : [*]? (?:\s|\Z)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SUBJECTS = frozenset(("subject", "betreff", "objet", "asunto", "oggetto", "assunto"))
_LEAST_HEADERS = 3
"""Lines in a row, one of them the subject, that are the headers of a mail."""

_SENT_FROM = pattern(
    r"""
    (?: sent\ from\ (?:my|mail\ for|outlook|yahoo|proton) | get\ outlook\ for
      | von\ meinem\ .{1,30}\ gesendet | gesendet\ (?:von|mit)\ (?:meinem|der)
      | envoyé\ (?:de|depuis)\ mon | enviado\ desde\ mi | inviato\ da(?:l\ mio)?\b
      | enviado\ do\ meu )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MAIL = pattern(
    r"\b(?:e-?mails?|messages?|communication|nachricht|courriels?|mensaje|correo|messaggio|mensagem)\b",
    re.IGNORECASE,
)
_LEGAL = pattern(
    r"""
    \b(?: confidential | confidentiality | privileged | intended\ (?:solely|only|recipient)
      | vertraulich\w* | confidentiel\w* | confidencial\w* | riservat\w* | destinatari\w* )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LIST = pattern(
    r"""
    \b(?: mailing\ list | unsubscribe | abbestellen | abmelden | désabonner | darse\ de\ baja
      | disiscriver\w+ )\b
    """,
    re.IGNORECASE | re.VERBOSE,
)

_LONGEST_ATTRIBUTION = 400
"""Code points: a date, a name and an address."""
_LONGEST_SIGNATURE = 25
"""Lines; below a longer one something else has begun."""
_LONGEST_LOOSE = 12
"""Lines of a signature whose mark has lost its space: it may as well part what was written."""
_LONGEST_LIST = 600
"""Code points of how to leave a list; a longer paragraph has more to say."""
_FOOTERS = 4
"""Paragraphs at the end that are looked at for a footer."""
_LINE = pattern(r"[^\r\n]+")


class _Line(NamedTuple):
    """A line that holds something, without white space at its start."""

    start: int
    end: int
    words: str
    follows_blank: bool


def find_omissions(text: str, offset: int, *, is_forward: bool) -> list[Omission]:
    """What is left out of the words of one part, in order; ``offset`` is where they stand in
    the reading text, ``is_forward`` says that what the mail quotes is the point of it."""
    lines = list(_lines(text))
    found: list[tuple[str, int, int]] = []
    first, last = _armour(lines, found)
    last = _signature(lines, first, last, found)
    last = _quoted_end(lines, first, last, found)
    last = _original(lines, first, last, found, is_forward=is_forward)
    last = _signature(lines, first, last, found)
    last = _footers(lines, first, last, found)
    _forwarded(lines, first, last, found)
    omissions = []
    for kind, at, end in sorted(found, key=lambda item: item[1]):
        start, stop = lines[at].start, lines[end - 1].end
        span = Span(start + offset, stop + offset)
        omissions.append(Omission(kind, REASONS[kind], text[start:stop], span))
    return omissions


def blanked(text: str, omissions: Iterable[Omission]) -> str:
    """The text with blanks for what is left out, so that all else stays in its place."""
    pieces: list[str] = []
    reached = 0
    for omission in omissions:
        pieces += (text[reached : omission.span.start], _BLANK.sub(" ", omission.text))
        reached = omission.span.end
    return "".join((*pieces, text[reached:])) if pieces else text


_BLANK = pattern(r"[^\r\n]")


def _lines(text: str) -> Iterator[_Line]:
    reached = 0
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        start = match.start() + len(words) - len(words.lstrip())
        gap = text.count("\n", reached, start) or text.count("\r", reached, start)
        reached = match.start() + len(words.rstrip())
        kept = stripped if not words.startswith("-- ") or stripped != "--" else "-- "
        yield _Line(start, reached, kept, gap > 1)


# --- one function for each; all take lines [first, last) and give back where the rest ends ------


_Found = list[tuple[str, int, int]]


def _armour(lines: list[_Line], found: _Found) -> tuple[int, int]:
    """Lines that sign the text between them (RFC 4880, 7)."""
    first, last = 0, len(lines)
    if lines and lines[0].words == "-----BEGIN PGP SIGNED MESSAGE-----":
        first = 2 if len(lines) > 1 and lines[1].words.startswith("Hash:") else 1
        found.append(("pgp-signature", 0, first))
    signed = next(
        (at for at in range(first, last) if lines[at].words == "-----BEGIN PGP SIGNATURE-----"),
        last,
    )
    if signed < last:
        found.append(("pgp-signature", signed, last))
    return first, signed


def _signature(lines: list[_Line], first: int, last: int, found: _Found) -> int:
    """What stands below the last ``-- ``, and a line such as ``Sent from my telephone``."""
    for at in range(last - 1, max(first, last - _LONGEST_SIGNATURE) - 1, -1):
        words = lines[at].words
        if words == "-- " or (words == "--" and last - at <= _LONGEST_LOOSE):
            found.append(("signature", at, last))
            return at
    if last > first and _SENT_FROM.match(lines[last - 1].words):
        found.append(("signature", last - 1, last))
        return last - 1
    return last


def _quoted_end(lines: list[_Line], first: int, last: int, found: _Found) -> int:
    """The quoted lines at the end, below a line that says who wrote them. Quoted lines with an
    answer below each are left: they may be an interview."""
    at = last
    while at > first and lines[at - 1].words.startswith(">"):
        at -= 1
    if at in (first, last):
        return last
    for above in (1, 2):
        begin = at - above
        if begin < first:
            break
        words = " ".join(line.words for line in lines[begin:at])
        if len(words) <= _LONGEST_ATTRIBUTION and _ATTRIBUTION.match(words):
            if any(line.words.startswith(">") for line in lines[first:begin]):
                return last
            found.append(("quoted-reply", begin, last))
            return begin
    return last


def _original(lines: list[_Line], first: int, last: int, found: _Found, *, is_forward: bool) -> int:
    """The mail that was answered, with its headers, as some programs put it below."""
    if is_forward:
        return last
    for at in range(first + 1, last):
        if _ORIGINAL.fullmatch(lines[at].words) and _headers(lines, at + 1, last)[1]:
            found.append(("quoted-reply", at, last))
            return at
    return last


def _headers(lines: list[_Line], at: int, last: int) -> tuple[int, bool]:
    """Where the lines that look like headers end, and whether they are those of a mail."""
    end = at
    names: list[str] = []
    while end < last and (match := _HEADER.match(lines[end].words)):
        names.append(match["name"].lower())
        end += 1
    return end, len(names) >= _LEAST_HEADERS and not _SUBJECTS.isdisjoint(names)


def _forwarded(lines: list[_Line], first: int, last: int, found: _Found) -> None:
    """Headers of mails that are passed on, with the line that says so. Their words stay."""
    at = first
    while at < last:
        marked = _FORWARDED.match(lines[at].words) or _ORIGINAL.fullmatch(lines[at].words)
        end, is_mail = _headers(lines, at + bool(marked), last)
        if is_mail:
            found.append(("forwarded-header", at, end))
        at = max(end, at + 1)


def _footers(lines: list[_Line], first: int, last: int, found: _Found) -> int:
    """Paragraphs at the end that speak of secrecy, or of how to leave a list."""
    for _ in range(_FOOTERS):
        begin = last - 1
        while begin > first and not lines[begin].follows_blank:
            begin -= 1
        if begin <= first:
            break
        words = " ".join(line.words for line in lines[begin:last])
        if _LIST.search(words) and len(words) <= _LONGEST_LIST:
            kind = "list-footer"
        elif _MAIL.search(words) and _LEGAL.search(words):
            kind = "legal-footer"
        else:
            break
        found.append((kind, begin, last))
        last = begin
    return last
