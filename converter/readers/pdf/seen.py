"""What a person sees of each page, and what of that runs along on every page."""

from __future__ import annotations

from collections.abc import Sequence

from converter.errors import InputError
from converter.readers.pdf.facts import ARTIFACT, INVISIBLE, NO_TAG, Fragment, Page
from converter.readers.pdf.furniture import FOOTER, HEADER, Running, running_lines
from converter.readers.pdf.lines import Line, segments_of
from converter.readers.pdf.tagged import is_trusted
from converter.readers.pdf.untagged import WHOLE_PAGE, Laid, laid_out
from converter.records import field, mutable_record

_RECOGNISED = 10
"""Times as many characters that nobody sees as ones that are seen, on a picture of the page: the
words of the picture, as a machine made them out."""
_SHOWN = 5
"""Pages that a message names."""


@mutable_record
class Seen:
    """The pages of a file, with its recognised words made visible; whether its tags are trusted;
    for each page the lines that no tag holds, or else how it is laid out; what runs along; the
    numbers of the pages, from 1, that are pictures: with their words recognised, and without."""

    pages: list[Page]
    tagged: bool = False
    leftover: list[list[Line]] = field(default_factory=list)
    laid: list[Laid] = field(default_factory=list)
    running: list[list[Running]] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)


def seen_of(pages: Sequence[Page], keep_furniture: bool) -> Seen:
    """What is seen of these pages."""
    seen = Seen([*pages])
    for index, page in enumerate(pages):
        if not _is_picture(page):
            continue
        if any(one.hidden == INVISIBLE for one in page.fragments):
            fragments = tuple(
                one._replace(hidden=0) if one.hidden == INVISIBLE else one for one in page.fragments
            )
            seen.pages[index] = page._replace(fragments=fragments)
            seen.recognised.append(index + 1)
        else:
            seen.pictures.append(index + 1)
    seen.tagged = is_trusted(seen.pages)
    (_see_tagged if seen.tagged else _see_laid)(seen, keep_furniture)
    return seen


def _is_picture(page: Page) -> bool:
    """Whether a page is a picture with hardly any text on it that is seen."""
    whole = any(
        (one.right - one.left) * (one.bottom - one.top) >= WHOLE_PAGE * page.width * page.height
        for one in page.pictures
    )
    shown = sum(len(one.text) for one in page.fragments if not one.hidden)
    hidden = sum(len(one.text) for one in page.fragments if one.hidden == INVISIBLE)
    return whole and (shown == 0 or shown * _RECOGNISED <= hidden)


def _see_tagged(seen: Seen, keep_furniture: bool) -> None:
    """What is marked as no content runs along; what is in no element may."""
    stray: list[list[Line]] = []
    for number, page in enumerate(seen.pages):
        placed = {tag for tag, _ in page.order if tag != NO_TAG}
        shown = [one for one in page.fragments if not one.hidden]
        held = [one for one in shown if one.tag in placed]
        marked = segments_of(number, [one for one in shown if one.tag == ARTIFACT])
        rest = [one for one in shown if one.tag != ARTIFACT and one.tag not in placed]
        first = min((one.top for one in held), default=page.height)
        last = max((one.bottom for one in held), default=0.0)
        lines = segments_of(number, rest)
        # All content of a file with tags is in them; what stands round it is none.
        outside = [line for line in lines if held and (line.base < first or line.top > last)]
        apart = {id(line) for line in outside}
        stray.append([line for line in lines if id(line) not in apart])
        seen.running.append([Running(_side(line, page), line) for line in (*marked, *outside)])
    found = running_lines(stray, [page.height for page in seen.pages])
    for lines, own, running in zip(stray, found, seen.running, strict=True):
        running.extend(own)
        running_on = {id(one.line) for one in own}
        seen.leftover.append([line for line in lines if id(line) not in running_on])
    if keep_furniture:
        for lines, running in zip(seen.leftover, seen.running, strict=True):
            lines.extend(one.line for one in running)
            running.clear()


def _side(line: Line, page: Page) -> str:
    return HEADER if line.base * 2 < page.height else FOOTER


def _see_laid(seen: Seen, keep_furniture: bool) -> None:
    for number, page in enumerate(seen.pages):
        shown: list[Fragment] = [one for one in page.fragments if not one.hidden]
        seen.laid.append(laid_out(page, number, shown))
    segments = [laid.segments for laid in seen.laid]
    found = running_lines(segments, [page.height for page in seen.pages])
    for laid, running in zip(seen.laid, found, strict=True):
        held = set() if keep_furniture else {id(one.line) for one in running}
        laid.segments = [line for line in laid.segments if id(line) not in held]
    seen.running = [[] for _ in found] if keep_furniture else found


def refuse_scans(seen: Seen, name: str) -> None:
    """Raise InputError for a file without text."""
    if any(not one.hidden for page in seen.pages for one in page.fragments):
        return
    if any(page.pictures for page in seen.pages):
        count = len(seen.pages)
        pages = "1 page is a picture" if count == 1 else f"{count:,} pages are pictures"
        raise InputError(
            f"{name}: this is a scan, its {pages} without text; run text recognition (OCR) over it"
            " first, and compare what comes out with the paper"
        )
    raise InputError(
        f"{name}: the PDF has no text that can be seen; check that it is the file you mean"
    )


def listed(pages: Sequence[int]) -> str:
    """The numbers of some pages, in words.

    >>> listed([3]), listed([3, 4, 9])
    ('page 3', 'pages 3, 4, 9')
    """
    shown = ", ".join(map(str, pages[:_SHOWN]))
    more = f" and {len(pages) - _SHOWN:,} more" if len(pages) > _SHOWN else ""
    return f"page{'s' if len(pages) > 1 else ''} {shown}{more}"
