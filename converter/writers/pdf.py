"""The printable briefing: the HTML page, set by WeasyPrint with a print stylesheet of our own.

docs/decisions/pdf-by-weasyprint.md says why. The PDF is tagged (PDF/UA-1, ISO 14289-1).
"""

from __future__ import annotations

import logging
import re
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from converter.errors import OutputError
from converter.model import Document
from converter.patterns import pattern
from converter.writers.options import WriteOptions
from converter.writers.page import page, stylesheet
from converter.writers.page.characters import in_print, replaced
from converter.writers.page.context import is_right_to_left
from converter.writers.page.labels import labels_for

VARIANT = "pdf/ua-1"
"""Tagged for people who listen to it. WeasyPrint takes one standard at a time."""

PAPERS = {"a4": "A4", "letter": "letter", "legal": "legal"}
"""Names a schema may give, and CSS's (Paged Media 3, 7.1); any other is A4."""

FONT_PACKAGES = (
    (
        pattern("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"),
        "fonts-noto-cjk",
    ),
    (pattern("[\U00020000-\U0003ffff]"), "fonts-noto-cjk"),
    (pattern("[\u2600-\u27bf\U0001f000-\U0001faff]"), "fonts-noto-color-emoji"),
    (pattern("[\u0100-\u10ff\u1200-\u25ff]"), "fonts-noto-core"),
)
"""The Debian packages that have what a font is missing for, the first that fits."""

LIBRARIES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
FALLBACK_FONTS = "fonts-dejavu-core"

_MIRRORED = (
    "margin: 26mm 38mm 24mm 22mm; @top-left { content: string(section); width: 40% } "
    "@top-right { content: string(title); width: 60% }"
)
"""The sheet of print.css for scripts that start on the right."""

_NO_GLYPH = pattern(r"^\.notdef .*\(U\+([0-9A-F]{4,6})\)$", re.DOTALL)
_UNSAFE_IN_CSS = pattern(r"[^A-Za-z0-9 .,_-]")


def write(document: Document, options: WriteOptions) -> bytes:
    """The bytes of a PDF 1.7.

    Raises OutputError when WeasyPrint, a library or a font that it needs is not there, or when it
    cannot set the page.
    """
    weasyprint = _weasyprint(document.source.name)
    missing: frozenset[str] = frozenset()
    while True:
        unprintable = in_print(missing)
        style = _style(document, options, unprintable)
        html = page(document, options, style, unprintable, _packages(missing))
        data, without_glyph = _printed(weasyprint, html, document.source.name)
        # Each turn replaces more of the characters that no font has; it ends when none is new.
        if without_glyph <= missing:
            return data
        missing |= without_glyph


def _weasyprint(name: str) -> ModuleType:
    """WeasyPrint, which takes half a second to import. It warns when there is no font at all;
    going on would then end the process."""
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("error", ".*FontConfig", UserWarning)
            import weasyprint

            module: ModuleType = weasyprint
            return module
    except (ImportError, OSError) as error:
        raise OutputError(
            f"{name}: a PDF needs WeasyPrint and Pango ({_one_line(error)}); install Debian's "
            f"{LIBRARIES}, or choose other renditions with --to"
        ) from error
    except UserWarning as error:
        raise OutputError(
            f"{name}: a PDF needs a font; install Debian's {FALLBACK_FONTS}, or choose other "
            f"renditions with --to"
        ) from error


def _style(document: Document, options: WriteOptions, unprintable: re.Pattern[str]) -> str:
    """Our stylesheet and the rules that depend on the document: paper, what runs at the foot."""
    mirrored = _MIRRORED if is_right_to_left(document) else ""
    source = _quoted(replaced(document.source.name, unprintable))
    paper = PAPERS.get(options.schema.briefing.paper.strip().lower(), "A4")
    before, between, after = re.split(r"\{pages?\}", labels_for(document.language).page)
    count = f"{_quoted(before)} counter(page) {_quoted(between)} counter(pages) {_quoted(after)}"
    return (
        f"{stylesheet('print.css')}\n"
        f"@page {{ size: {paper}; {mirrored} @bottom-left {{ content: {source} }} "
        f"@bottom-right {{ content: {count} }} }}"
    )


def _quoted(words: str) -> str:
    """A CSS string (CSS Syntax 3, 4.3.7) in which no quote, tag or line end can stand."""
    escaped = _UNSAFE_IN_CSS.sub(lambda match: f"\\{ord(match[0]):06x}", words)
    return f'"{escaped}"'


def _printed(weasyprint: ModuleType, html: str, name: str) -> tuple[bytes, frozenset[str]]:
    """The PDF of a page, and the characters for which no font had a glyph."""
    # What the page shows is in it; nothing is asked for from outside.
    closed = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    with _listening() as messages:
        try:
            data: bytes = weasyprint.HTML(string=html, url_fetcher=closed).write_pdf(
                pdf_variant=VARIANT, presentational_hints=True
            )
        # A layout engine can fail in more ways than it documents; ours is one sentence.
        except Exception as error:
            raise OutputError(
                f"{name}: WeasyPrint could not set the page; choose other renditions with --to, "
                f"and report this: {type(error).__name__}: {_one_line(error)}"
            ) from error
    found = filter(None, map(_NO_GLYPH.match, messages))
    return data, frozenset(chr(int(match[1], 16)) for match in found)


@contextmanager
def _listening() -> Iterator[list[str]]:
    """What WeasyPrint logs in this thread, kept from every other ear."""
    messages: list[str] = []
    here = threading.get_ident()

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.thread == here:
                messages.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    logger.propagate = False
    ear = Ear()
    logger.addHandler(ear)
    try:
        yield messages
    finally:
        logger.removeHandler(ear)


def _packages(missing: frozenset[str]) -> tuple[str, ...]:
    """The font packages that have these characters, each once, in the table's order."""
    together = "".join(missing)
    return tuple(dict.fromkeys(name for pattern, name in FONT_PACKAGES if pattern.search(together)))


def _one_line(error: BaseException) -> str:
    return " ".join(str(error).split())
