"""The styles of our Word files: one table of what each looks like, and the XML that says so.

Names that Word knows are written as Word writes them, so that it translates them and other
programs find headings, lists and captions by them. Sizes and distances are in points.
"""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from converter.records import record

# Fonts that come with Word on every platform; Caladea and Carlito have the same widths, so that
# LibreOffice breaks lines where Word does.
SERIF, SANS, MONO = "Cambria", "Calibri", "Consolas"
# The fonts for Arabic, Hebrew and other complex scripts, which the three above do not cover.
COMPLEX = {SERIF: "Times New Roman", SANS: "Arial", MONO: "Courier New"}

# All have a contrast of 4.5:1 or better on white (WCAG 2.2, 1.4.3).
INK, ACCENT, QUIET = "1A1A1A", "1F4E79", "595959"
HAIRLINE, TINT = "BFBFBF", "F3F5F8"

TWIPS = 20  # in a point
LIST_STEP = 20.0  # the words of a list item stand this far in from those around it
QUOTE_STEP = 22.0
BOX = 6.5  # the words of a box stand this far in, so that its edge is in line with the text
SINGLE_LINE = 240  # a line spacing of 1, in Word's unit
CONTENTS_LEVELS = 4


@record()
class Style:
    """One style. Empty fields are inherited from ``base``.

    ``name`` is Word's own, ``border`` names an entry of BORDERS, ``outline`` is the level in
    the navigation pane (0 is the highest), ``numbered`` the list that the style belongs to.
    """

    name: str
    kind: str = "paragraph"
    base: str = "Normal"
    follow: str = ""
    font: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    color: str = ""
    underline: bool = False
    raised: bool = False
    before: float | None = None
    after: float | None = None
    line: float = 0
    left: float = 0
    right: float = 0
    keep_next: bool = False
    keep_lines: bool = False
    border: str = ""
    shade: str = ""
    outline: int | None = None
    numbered: int | None = None
    language: str = ""

    @property
    def id(self) -> str:
        """The id by which the body refers to the style."""
        words = self.name.split()
        return "".join(word[0].upper() + word[1:] for word in words)


BORDERS = {
    "rule left": (("left", ACCENT, 18, 10),),
    "rule above": (("top", HAIRLINE, 4, 6),),
    "rule below": (("bottom", HAIRLINE, 6, 1),),
    # The one between keeps two boxes that touch from becoming one.
    "box": tuple((side, HAIRLINE, 4, 6) for side in ("top", "left", "bottom", "right", "between")),
    # Sides in the colour of the shade carry it out beyond the words.
    "shade": tuple((side, TINT, 4, 6) for side in ("top", "left", "bottom", "right")),
    "rules": (
        ("top", ACCENT, 8, 6),
        ("left", TINT, 4, 6),
        ("bottom", ACCENT, 8, 6),
        ("right", TINT, 4, 6),
    ),
}
"""Sides with colour, thickness in eighths of a point, and distance from the words."""

# Level: font, size, weight and slant, colour, space before and after. Size ends at level 4;
# weight and slant go on from there.
_HEADINGS = {
    1: (SERIF, 25, "bold", INK, 0, 12),
    2: (SANS, 16, "bold", ACCENT, 22, 6),
    3: (SANS, 13, "bold", ACCENT, 16, 4),
    4: (SANS, 11.5, "bold", ACCENT, 14, 3),
    5: (SANS, 11, "italic", ACCENT, 12, 2),
    6: (SANS, 11, "", ACCENT, 12, 2),
}
HEADING_LEVELS = len(_HEADINGS)  # the levels that HTML and every reader of Word files know


def _heading(level: int) -> Style:
    font, size, face, color, before, after = _HEADINGS[level]
    return Style(
        f"heading {level}",
        follow="Normal",
        font=font,
        size=size,
        bold=face == "bold",
        italic=face == "italic",
        color=color,
        before=before,
        after=after,
        line=1.08,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
    )


def _contents(level: int) -> Style:
    return Style(
        f"toc {level}",
        font=SANS,
        size=11 if level == 1 else 10,
        left=16.0 * (level - 1),
        after=3,
        line=1.15,
    )


STYLES: dict[str, Style] = {
    style.name: style
    for style in (
        Style("Normal", base="", font=SERIF, size=11, color=INK, after=7, line=1.3),
        *(_heading(level) for level in range(1, HEADING_LEVELS + 1)),
        # The block above the article: what a front matter or the user states.
        Style("Title", follow="Subtitle", font=SERIF, size=28, bold=True, after=8, line=1.05),
        Style("Subtitle", font=SANS, size=14, color=QUIET, after=12, line=1.2, keep_lines=True),
        Style("Byline", font=SANS, size=10, color=QUIET, after=14, line=1.15),
        # Running text with a task.
        Style("Lead", follow="Normal", size=13, after=10),
        Style("Quote", color="404040", before=6, after=8, left=QUOTE_STEP, right=QUOTE_STEP,
              border="rule left"),
        Style("Call to Action", font=SANS, size=10.5, before=14, after=14, border="rules",
              shade=TINT, left=BOX, right=BOX, keep_lines=True, line=1.2),
        # Talk. Both kinds of turn stand on one base, so that a newsroom changes them at once.
        Style("Turn"),
        Style("Question", base="Turn", follow="Answer", font=SANS, bold=True, before=14, after=5,
              line=1.2, keep_next=True, keep_lines=True),
        Style("Answer", base="Turn"),
        # Lists. The numbering definition gives the indent of the first two.
        Style("List Bullet", after=3, numbered=1),
        Style("List Number", after=3, numbered=2),
        Style("List Paragraph", after=3, left=LIST_STEP, numbered=0),
        Style("TOC Heading", follow="Normal", font=SANS, size=13, bold=True, color=ACCENT,
              before=14, after=6, line=1.1, keep_next=True),
        *(_contents(level) for level in range(1, CONTENTS_LEVELS + 1)),
        # Tables and pictures.
        Style("caption", follow="Normal", font=SANS, size=10, bold=True, color=INK, before=14,
              after=5, line=1.15, keep_lines=True),
        Style("Figure Caption", font=SANS, size=9.5, color=INK, before=5, after=14, line=1.15),
        Style("Table Text", font=SANS, size=9.5, before=2.5, after=2.5, line=1.08),
        Style("Table Heading", base="Table Text", bold=True, color=ACCENT),
        Style("Table Stub", base="Table Text", bold=True),
        # For tables of many columns.
        Style("Small Table Text", base="Table Text", size=8),
        Style("Small Table Heading", base="Table Heading", size=8),
        Style("Small Table Stub", base="Table Stub", size=8),
        Style("Figure", font=SANS, size=10, color=QUIET, before=14, after=8, border="shade",
              shade=TINT, left=BOX, right=BOX, keep_next=True, keep_lines=True),
        Style("Source Code", font=MONO, size=9, before=8, after=10, line=1.15, border="box",
              left=BOX, right=BOX),
        Style("Thematic Break", size=6, before=8, after=14, line=1, border="rule below",
              left=170, right=170),
        # Furniture.
        Style("footnote text", size=9, after=3, line=1.15),
        Style("footer", font=SANS, size=8.5, color=QUIET, after=0, line=1, border="rule above"),
        Style("Colophon", font=SANS, size=8, color=QUIET, before=28, after=0, line=1.2,
              border="rule above", keep_lines=True, language="en-US"),
        # Characters.
        Style("Emphasis", "character", "", italic=True),
        Style("Strong", "character", "", bold=True),
        Style("Speaker", "character", "", font=SANS, bold=True, color=ACCENT),
        Style("Credit", "character", "", color=QUIET),
        Style("Verbatim Char", "character", "", font=MONO, size=9.5),
        Style("Hyperlink", "character", "", color="0B5394", underline=True),
        Style("footnote reference", "character", "", raised=True),
    )
}  # fmt: skip

# Rules between rows, none between columns; the header is tinted and set off.
TABLE_STYLE = "ArticleTable"
CELL_PADDING = 90  # twips, to the left and to the right of the words
_TABLE_XML = f"""<w:style w:type="table" w:default="1" w:styleId="TableNormal">\
<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>\
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>\
</w:tblCellMar></w:tblPr></w:style>\
<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">\
<w:name w:val="Article Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/>\
<w:qFormat/><w:tblPr><w:tblBorders>\
<w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>\
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>\
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE}"/></w:tblBorders>\
<w:tblCellMar><w:left w:w="{CELL_PADDING}" w:type="dxa"/>\
<w:right w:w="{CELL_PADDING}" w:type="dxa"/></w:tblCellMar></w:tblPr>\
<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>\
<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/></w:tcBorders>\
<w:shd w:val="clear" w:color="auto" w:fill="{TINT}"/></w:tcPr></w:tblStylePr></w:style>"""

# Styles that Word makes itself: they must not be marked as custom.
_WORD_KNOWS = frozenset(
    {"Normal", "Title", "Subtitle", "Quote", "List Bullet", "List Number", "List Paragraph",
     "TOC Heading", "Emphasis", "Strong", "Hyperlink"}
)  # fmt: skip


def styles_xml() -> str:
    """The style part of the template (ECMA-376, part 1, 17.7)."""
    styles = "".join(_style(style) for style in STYLES.values())
    return (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="x-none"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        f"{styles}{_TABLE_XML}</w:styles>"
    )


def _style(style: Style) -> str:
    known = style.name in _WORD_KNOWS or style.name[0].islower()
    default = ' w:default="1"' if style.name == "Normal" else ""
    custom = "" if known else ' w:customStyle="1"'
    base, follow = STYLES.get(style.base), STYLES.get(style.follow)
    return "".join(
        (
            f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style.id}">',
            f"<w:name w:val={quoteattr(style.name)}/>",
            f'<w:basedOn w:val="{base.id}"/>' if base else "",
            f'<w:next w:val="{follow.id}"/>' if follow else "",
            "<w:qFormat/>",
            f"<w:pPr>{_paragraph(style)}</w:pPr>" if style.kind == "paragraph" else "",
            f"<w:rPr>{_run(style)}</w:rPr></w:style>",
        )
    )


def _paragraph(style: Style) -> str:
    """The paragraph properties, in the order of the schema (CT_PPrBase)."""
    return "".join(
        (
            "<w:keepNext/>" if style.keep_next else "",
            "<w:keepLines/>" if style.keep_lines else "",
            f'<w:numPr><w:numId w:val="{style.numbered}"/></w:numPr>'
            if style.numbered is not None
            else "",
            _borders(style.border),
            f'<w:shd w:val="clear" w:color="auto" w:fill="{style.shade}"/>' if style.shade else "",
            _spacing(style),
            _indent(style),
            f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
        )
    )


def _borders(name: str) -> str:
    if not name:
        return ""
    sides = (
        f'<w:{side} w:val="single" w:sz="{thickness}" w:space="{distance}" w:color="{color}"/>'
        for side, color, thickness, distance in BORDERS[name]
    )
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def _spacing(style: Style) -> str:
    values = (
        ("before", style.before, TWIPS),
        ("after", style.after, TWIPS),
        ("line", style.line or None, SINGLE_LINE),
    )
    said = [
        f'w:{name}="{round(value * unit)}"' for name, value, unit in values if value is not None
    ]
    if style.line:
        said.append('w:lineRule="auto"')
    return f"<w:spacing {' '.join(said)}/>" if said else ""


def _indent(style: Style) -> str:
    if not style.left and not style.right:
        return ""
    return f'<w:ind w:left="{round(style.left * TWIPS)}" w:right="{round(style.right * TWIPS)}"/>'


def _run(style: Style) -> str:
    """The run properties, in the order of the schema (EG_RPrBase). What Word keeps apart for
    complex scripts (cs) is said twice."""
    font, size = style.font, round(style.size * 2)
    return "".join(
        (
            f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{COMPLEX[font]}"/>' if font else "",
            "<w:b/><w:bCs/>" if style.bold else "",
            "<w:i/><w:iCs/>" if style.italic else "",
            f'<w:color w:val="{style.color}"/>' if style.color else "",
            f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "",
            '<w:u w:val="single"/>' if style.underline else "",
            '<w:vertAlign w:val="superscript"/>' if style.raised else "",
            f'<w:lang w:val="{style.language}"/>' if style.language else "",
        )
    )
