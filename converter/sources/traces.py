"""What a file's text shows of its way here: a foreign encoding, text decoded twice, leftovers
of mail and of the web. Nothing is repaired: characters stay, a notice says where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.model import INFO, WARNING, Notice, SourceFile, Span
from converter.patterns import pattern
from converter.records import record, replace
from converter.sources.declared import PAGES
from converter.sources.decoding import WINDOWS_1252, Decoded, decode

_HIGH = "\x80-\xbf" + bytes(range(0x80, 0xA0)).decode("cp1252", "ignore")
"""What the second byte of a character in UTF-8 looks like in Latin-1 and in Windows-1252."""


@record()
class Trace:
    """One kind of leftover: the notice it makes, and how it is found. The pattern is tried
    only when one of ``needles`` is in the text, which costs next to nothing; in the source of a
    web page only where it says the same there."""

    code: str
    severity: str
    what: str
    hint: str
    pattern: re.Pattern[str]
    needles: tuple[str, ...] = ("",)
    in_pages: bool = False


TRACES: tuple[Trace, ...] = (
    Trace(
        "C103",
        WARNING,
        "control characters that show nothing",
        "remove them in the file if they are not meant",
        pattern(r"[\x00-\x08\x0e-\x1f\x7f]"),
        in_pages=True,
    ),
    Trace(
        "C104",
        WARNING,
        "characters from U+0080 to U+009F that show nothing",
        "once they were quotes or dashes of Windows-1252; put those in the file",
        pattern(r"[\x80-\x84\x86-\x9f]"),
        in_pages=True,
    ),
    Trace(
        "C105",
        WARNING,
        "the replacement character",
        "what stood there was lost before the file came here; compare it with its source",
        pattern("\ufffd"),
        ("\ufffd",),
        in_pages=True,
    ),
    Trace(
        "C106",
        WARNING,
        "UTF-8 that was read as Windows-1252",
        "ask for the file anew, as UTF-8; it was decoded wrongly on its way",
        pattern(
            rf"""
            [ÂÃâð] (?:
                (?<= [ÂÃ] ) (?! (?<= [A-ZÀ-Þ]. ) […‘’“”•–—\xa0«»] )
                    [{_HIGH}]                         # Ã© for é; not AMANHÃ” in capitals
              | (?<= â ) [€‚„\x80\x82\x84] [{_HIGH}]    # â€™ for ’, â‚¬ for €, â„¢ for ™
              | (?<= ð ) [Ÿ\x9f] [{_HIGH}]{{2}}          # ðŸ˜€ for a pictograph
            )
            """,
            re.VERBOSE,
        ),
        ("Ã", "Â", "â", "ð"),
        in_pages=True,
    ),
    Trace(
        "C107",
        WARNING,
        "quoted-printable of a mail",
        "save the mail's text with a mail program, which decodes it",
        pattern(
            r"""
            = (?: [C-F][0-9A-F] (?: =[89AB][0-9A-F] ){1,3}     # =E2=80=99 for ’
                | 3D (?= ["'] )                               # href=3D"..."
                | 20 (?= \r?\n )                              # a space at the end of a line
                | (?<= [^\n=]{60}= ) \r?\n (?= [^\n] ) )       # a line cut at its 76th character
            | (?<! [?&\w] ) [^\W\d_]{1,20}                    # Pr=E9sident: =E9 of Latin-1
                = (?: C[0-9A-F] | D[1-689A-C] | DF | E[0-9A-F] | F[1-689A-C] ) (?= [a-zß-ÿ] )
            """,
            re.VERBOSE,
        ),
        ("=",),
    ),
    Trace(
        "C108",
        INFO,
        "an encoded word of a mail's header",
        "save the mail's text with a mail program, which decodes it",
        pattern(r"=\?[A-Za-z0-9_-]{1,40}\?[QqBb]\?[^?\s]{1,80}\?="),
        ("=?",),
    ),
    Trace(
        "C109",
        INFO,
        "a character reference of HTML",
        "put the character itself in the file",
        pattern(
            r"""
            & (?: amp; )?
            (?: \#\d{2,7} | \#[xX][0-9A-Fa-f]{2,6}
              | nbsp | amp | quot | apos | lt | gt | [lrsb][sd]quo | [lr]aquo | [mn]dash | hellip
              | euro | pound | yen | cent | copy | reg | trade | deg | middot | bull | sect | para
              | iexcl | iquest | ordf | ordm | times | frac\d\d | shy | e[nm]sp | thinsp | zwn?j
              | szlig | [A-Za-z] (?: acute | grave | circ | uml | tilde | cedil | ring | slash )
              | (?: AE | ae | OE | oe ) lig ) ;
            """,
            re.VERBOSE,
        ),
        ("&",),
    ),
)
"""docs/notices.md has them in words."""


def notices(source: SourceFile, text: str | None = None) -> tuple[Notice, ...]:
    """What a person may want to know of how the file was decoded and what its text went
    through: at most one notice of each kind, at the first place, with the count. ``text`` is the
    reading text where the reader put one together; then how the file was decoded has no place."""
    found = list(_encoding(decode(source.data, source.name, source.format)))
    if text is not None and text is not source.text:
        found = [replace(notice, span=None) for notice in found]
    text = source.text if text is None else text
    for trace in TRACES:
        if source.format in PAGES and not trace.in_pages:
            continue
        if any(needle in text for needle in trace.needles):
            found += _traced(trace, text)
    return tuple(found)


def _encoding(decoded: Decoded) -> Iterator[Notice]:
    if decoded.why:
        yield from _declared(decoded)
        return
    if not decoded.strays:
        return
    first = decoded.strays[0]
    reason = f"byte 0x{first.byte:02X} at byte {first.offset:,} of the file is no UTF-8"
    hint = "check quotes, dashes and accents, or save the file as UTF-8"
    if decoded.encoding == WINDOWS_1252:
        yield Notice("C101", WARNING, f"read as Windows-1252: {reason}", first.span, hint)
    else:
        places = _places(len(decoded.strays))
        message = f"two encodings: UTF-8, and Windows-1252 in {places}; {reason}"
        yield Notice("C102", WARNING, message, first.span, hint)


def _declared(decoded: Decoded) -> Iterator[Notice]:
    """Why a page was read as it was, and what in it is not of that encoding."""
    hint = "check quotes, dashes and accents, or save the page as UTF-8"
    message = f"read as {decoded.encoding}: {decoded.why}"
    span = decoded.strays[0].span if decoded.strays else None
    yield Notice("C110", INFO if decoded.sure else WARNING, message, span, hint)
    if decoded.strays and decoded.encoding != WINDOWS_1252:
        first = decoded.strays[0]
        lost = f"byte 0x{first.byte:02X} at byte {first.offset:,} of the file"
        places = _places(len(decoded.strays))
        yield Notice("C111", WARNING, f"no {decoded.encoding} in {places}: {lost}", span, hint)


def _traced(trace: Trace, text: str) -> Iterator[Notice]:
    first = trace.pattern.search(text)
    if first is None:
        return
    count = sum(1 for _ in trace.pattern.finditer(text, first.start()))
    message = f"{trace.what}, in {_places(count)}; the first is {first.group()!r}"
    yield Notice(trace.code, trace.severity, message, Span(*first.span()), trace.hint)


def _places(count: int) -> str:
    return "1 place" if count == 1 else f"{count:,} places"
