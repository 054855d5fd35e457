"""What we put around the article: title block, running foot, colophon."""

from __future__ import annotations

from converter.model import Document, LineBreak, Strong, Text, text_of
from converter.schemas import Briefing
from converter.version import VERSION
from converter.writers.docx.characters import has_cjk, one_line
from converter.writers.docx.paragraphs import open_paragraph, write_paragraph
from converter.writers.docx.story import Inlines, Place, Story
from converter.writers.docx.styles import STYLES
from converter.writers.docx.xml import Element, put_field, put_text, sub
from converter.writers.options import WriteOptions

PAGE_MARGIN = 1_700  # twips, 3 cm: lines of some 75 letters
PAGE_TOP, PAGE_BOTTOM, FOOT = 1_420, 1_420, 680
PAPERS = {"A4": (11_906, 16_838), "Letter": (12_240, 15_840)}  # twips

MAX_FOOT = 70  # letters: a longer headline leaves no room for the page number


# What the article's own words say already is not said again above it.
_IN_TEXT = "text"
_TITLE_BLOCK = {
    "Title": ("headline",),
    "Subtitle": ("standfirst",),
    "Byline": ("byline", "dateline", "published"),
}


def measure(briefing: Briefing) -> int:
    """The width of the lines of a page, in twips."""
    return _paper(briefing)[0] - 2 * PAGE_MARGIN


def set_page(section: Element, briefing: Briefing) -> None:
    """Give a section its paper and margins (CT_SectPr)."""
    width, height = _paper(briefing)
    sub(section, "pgSz", w=width, h=height)
    sub(
        section,
        "pgMar",
        top=PAGE_TOP,
        right=PAGE_MARGIN,
        bottom=PAGE_BOTTOM,
        left=PAGE_MARGIN,
        header=FOOT,
        footer=FOOT,
        gutter=0,
    )


def write_title_block(document: Document, place: Place, story: Story) -> None:
    """Headline, standfirst and byline that stand in the metadata but not in the text."""
    said = {
        item.name: one_line(document.meta(item.name))
        for item in document.metadata
        if item.origin != _IN_TEXT
    }
    if said.get("headline", "").casefold() == story.survey.first_heading.casefold():
        said.pop("headline", None)
    for style, names in _TITLE_BLOCK.items():
        words = " · ".join(said[name] for name in names if said.get(name))
        if words:
            write_paragraph(place, story, _words(words), STYLES[style])


def write_foot(document: Document, place: Place, story: Story) -> None:
    """The headline on the left, page and pages on the right.

    With several articles, Word puts the headline of the page's own one: ``STYLEREF 1`` means
    the first heading style, in a Word of any language. Until it does, the document's name
    stands there.
    """
    several = story.survey.articles > 1
    name = one_line(document.meta("headline")) or document.source.name
    headline = _words(_shorten(name if several else story.survey.headline))
    line = open_paragraph(place, story, headline, STYLES["footer"])
    tabs = sub(line.element[0], "tabs")
    sub(tabs, "tab", val="right", pos=place.measure)
    line.element[0].insert(1, tabs)  # where the schema wants it: after pStyle
    if several:
        put_field(line.element, "STYLEREF 1", one_line(text_of(*headline)))
    else:
        line.write(headline)
    put_text(sub(line.element, "r"), "\t")
    put_field(line.element, "PAGE", "1")
    put_text(sub(line.element, "r"), " / ")
    put_field(line.element, "NUMPAGES", "1")


def write_colophon(document: Document, options: WriteOptions, place: Place, story: Story) -> None:
    """Where the file comes from, so that anyone can make it again."""
    source = document.source
    title = options.schema.briefing.titles.get("colophon", "")
    made = _words(
        f"Made by converter {VERSION} from {source.name} with the schema “{options.schema.name}”. "
        f"Notices: {len(document.notices)}. Omissions: {len(document.omissions)}."
    )
    digest = _words(f"SHA-256 of the source: {source.sha256}")
    opening = (Strong(_words(title)), LineBreak()) if title else ()
    write_paragraph(place, story, (*opening, *made, LineBreak(), *digest), STYLES["Colophon"])


def _paper(briefing: Briefing) -> tuple[int, int]:
    return PAPERS.get(briefing.paper, PAPERS["A4"])


def _words(text: str) -> Inlines:
    return (Text(text, None, rule="furniture"),)


def _shorten(headline: str) -> str:
    room = MAX_FOOT // 2 if has_cjk(headline) else MAX_FOOT
    if len(headline) <= room:
        return headline
    start = headline[: room - 1]
    return (start.rpartition(" ")[0] or start) + "…"
