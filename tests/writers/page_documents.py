"""Documents with all that a page may hold, made by hand: for the tests of html and pdf.

A ``Maker`` gives every leaf its span, one after the other, as a reader would.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from converter.model import (
    INFO,
    WARNING,
    Block,
    BulletList,
    Cell,
    CodeBlock,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Exchange,
    Figure,
    Heading,
    Inline,
    Link,
    ListItem,
    MetadataItem,
    Note,
    NoteReference,
    Notice,
    Omission,
    OrderedList,
    Paragraph,
    Quote,
    Row,
    Section,
    SourceFile,
    Span,
    Strong,
    Table,
    Text,
    ThematicBreak,
    Turn,
)
from converter.schemas import ArticleSchema
from converter.schemas.article import Briefing
from converter.writers import WriteOptions

DELAY = (
    "The harbour authority has moved the opening of the second basin to late autumn, after "
    "surveyors found that the old breakwater had shifted by almost forty centimetres since the "
    "storms of last winter. Engineers on both shores say that nothing about the plan is unusual, "
    "and that a delay of eleven weeks is well within what the contract foresaw; fishermen, who "
    "paid for the berths two years ago, are less patient."
)
QUAY = (
    "“We were told in March that the cranes would be here by June,” said the owner of a small "
    "chandlery on the quay. “Then it was August. Now nobody gives a date at all.” The port’s own "
    "timetable, published on its noticeboard, still shows the original week."
)
ABROAD = (
    "Internationally, comparable reconstruction programmes have taken between eighteen and "
    "thirty-one months, according to an independent evaluation commissioned by the regional "
    "assembly. Telecommunications infrastructure accounts for most of the overruns."
)
ARABIC = (
    "أعلنت سلطة الميناء تأجيل افتتاح الحوض الثاني إلى أواخر الخريف، وقال الصيادون إنهم ينتظرون."
)
HEADLINE = "Second harbour basin will open eleven weeks late"


class Maker:
    """Makes nodes in reading order."""

    def __init__(self) -> None:
        self.offset = 0

    def span(self, text: str) -> Span:
        start = self.offset
        self.offset += len(text) + 1
        return Span(start, start + len(text))

    def t(self, text: str) -> Text:
        return Text(text, self.span(text))

    def inline(self, *parts: str | Inline) -> tuple[Inline, ...]:
        return tuple(self.t(part) if isinstance(part, str) else part for part in parts)

    def p(self, *parts: str | Inline, role: str = "") -> Paragraph:
        return Paragraph(self.inline(*parts), role=role)

    def h(self, level: int, *parts: str | Inline) -> Heading:
        return Heading(level, self.inline(*parts))

    def s(self, heading: Heading, *blocks: Block, role: str = "", node_id: str = "") -> Section:
        return Section(heading.level, heading, blocks, role=role, id=node_id)

    def blocks(self, *parts: str | Block) -> tuple[Block, ...]:
        return tuple(self.p(part) if isinstance(part, str) else part for part in parts)

    def cell(self, text: str, colspan: int = 1, rowspan: int = 1, align: str = "") -> Cell:
        return Cell(self.blocks(text), colspan, rowspan, align)

    def row(self, *cells: str | Cell) -> Row:
        return Row(tuple(self.cell(cell) if isinstance(cell, str) else cell for cell in cells))

    def item(self, *parts: str | Block) -> ListItem:
        return ListItem(self.blocks(*parts))

    def bullets(self, *items: str | ListItem) -> BulletList:
        return BulletList(tuple(self.item(i) if isinstance(i, str) else i for i in items))

    def numbers(self, *items: str | ListItem, start: int = 1) -> OrderedList:
        made = tuple(self.item(i) if isinstance(i, str) else i for i in items)
        return OrderedList(made, start=start)

    def link(self, words: str, url: str) -> Link:
        return Link((self.t(words),), url)

    def reference(self, mark: str, note: str) -> NoteReference:
        return NoteReference(mark, self.span(mark), note)

    def turn(self, label: str, *parts: str | Block, role: str = "", node_id: str = "") -> Turn:
        name = (self.t(label),) if label else ()
        return Turn(self.blocks(*parts), label=name, speaker=label.title(), role=role, id=node_id)


def document(
    *blocks: Block,
    name: str = "harbour.txt",
    language: str = "en",
    notes: tuple[Note, ...] = (),
    stated: Mapping[str, str] = MappingProxyType({}),
) -> Document:
    """A document of these blocks; its metadata are what the user stated."""
    source = SourceFile(name, "text", sha256(b"harbour").hexdigest(), 1)
    items = tuple(MetadataItem(key, value, "user") for key, value in stated.items())
    return Document(source, blocks, language, metadata=items, notes=notes)


def options(
    *parts: str,
    timestamp: int | None = None,
    paper: str = "A4",
    titles: dict[str, str] | None = None,
) -> WriteOptions:
    """Options with a schema that prints these parts, or all."""
    briefing = Briefing(parts or Briefing().parts, titles or {}, paper)
    return WriteOptions(ArticleSchema("article", "Article", "", briefing=briefing), timestamp)


def article() -> Document:
    """One article with all kinds of blocks, notes, omissions and notices."""
    m = Maker()
    opening, points, found, pays = _opening(m), _points(m), _found(m), _pays(m)
    whole = m.s(
        m.h(1, HEADLINE), *opening, points, found, pays, role="article", node_id="article-1"
    )
    made = document(
        m.p("Tideway", role="kicker"),
        whole,
        notes=(
            Note("a", m.blocks("Minutes of 14 March.")),
            Note("b", m.blocks("Survey, table 3.")),
        ),
        stated={
            "headline": HEADLINE,
            "published": "3 May 2024",
            "keywords": "harbour, Sandhavn",
            "rights": "© The Sandhavn Post",
        },
    )
    omission = Omission("debris", "a letter that was a line break", "n", Span(3, 4))
    notices = (Notice("C101", WARNING, "x"), Notice("C102", INFO, "y"), Notice("C102", INFO, "y"))
    return _with(made, (omission, omission), notices)


def _opening(m: Maker) -> tuple[Paragraph, ...]:
    return (
        m.p("By Mara Ellingsen and Tom Okafor", role="byline"),
        m.p("SANDHAVN, 3 May", role="dateline"),
        m.p(DELAY, role="lead"),
        m.p(QUAY, m.reference("1", "a"), " The next meeting is in ", Emphasis((m.t("Lower Bay"),))),
        m.p(
            "More on ",
            Strong((m.t("12 June"),)),
            " at ",
            m.link("the port", "https://a.org/?a=1&b=2"),
        ),
    )


def _points(m: Maker) -> Section:
    return m.s(
        m.h(2, "Key points"),
        m.bullets("Eleven weeks of delay", "No date for the cranes"),
        role="key-points",
        node_id="points",
    )


def _found(m: Maker) -> Section:
    table = Table(
        header=(m.row("Structure", "Length (m)", "Shift (cm)"),),
        rows=(m.row("North mole", "412", "38.5"), m.row("Old breakwater", "1,204", "–")),
        caption=m.inline("Movement of the harbour structures"),
        stub=1,
    )
    return m.s(
        m.h(2, "What the surveyors found"),
        m.p(ABROAD, m.reference("2", "b")),
        table,
        m.s(m.h(3, "The old breakwater"), Quote(m.blocks("A breakwater that moves does its job."))),
        m.s(
            m.h(3, "The quay wall"),
            m.numbers(
                "Clear the berths",
                m.item("Repair the joints:", m.bullets("eastern joints", "western joints")),
                m.item("Fill the basin", "and close the gates"),
                start=3,
            ),
        ),
    )


def _pays(m: Maker) -> Section:
    code = ("berth,length,owner\n", '12,24.5,"Ellingsen & Sons"\n')
    return m.s(
        m.h(2, "Who pays for the eleven weeks, and under which clause of the contract of 2019"),
        Figure(
            "https://a.org/quay.jpg",
            alt="An empty quay at low tide",
            caption=m.inline("The quay on Tuesday."),
            credit=m.inline("Photo: Ines Vahl"),
        ),
        CodeBlock(tuple(m.t(line) for line in code), "csv"),
        ThematicBreak(),
        m.p("Subscribe to our harbour letter.", role="call-to-action"),
    )


def _with(made: Document, omissions: tuple[Omission, ...], notices: tuple[Notice, ...]) -> Document:
    return Document(
        made.source,
        made.blocks,
        made.language,
        made.metadata,
        notes=made.notes,
        omissions=omissions,
        notices=notices,
    )


def interview() -> Document:
    """Questions with labels, one as a heading without, and a contents list that names them."""
    m = Maker()
    lead = (m.p("Jon Aas on stone and patience", role="standfirst"), m.p(DELAY, role="lead"))
    entries = (
        ContentsEntry(m.inline("What does a week change?"), 1, "q1"),
        ContentsEntry(m.inline("Who told the owners?"), 2, "q2"),
        ContentsEntry(m.inline("Nothing of the kind"), 1, ""),
    )
    contents = Contents(entries, title=m.inline("In this interview"))
    exchanges = (
        Exchange(
            m.turn("Editor’s Question", "What does a week change?", role="question", node_id="q1"),
            (m.turn("harbour master", DELAY, QUAY, role="answer"),),
        ),
        Exchange(
            m.turn("editor’s Question", "Who told the owners?", role="question", node_id="q2"),
            (
                m.turn("Harbour Master", QUAY, role="answer"),
                m.turn("Deputy", ABROAD, role="answer"),
                Turn(m.blocks("Not quite."), speaker="Harbour Master", role="answer"),
                Turn(m.blocks("Not at all."), speaker="Harbour Master", role="answer"),
            ),
        ),
        Exchange(
            Turn((m.h(3, "Is there a question without a label?"),), role="question"),
            (m.turn("Harbour Master", ABROAD, m.bullets("yes", "no"), role="answer"),),
        ),
    )
    after = m.s(m.h(2, "Conclusion"), m.p(ABROAD), role="conclusion")
    whole = m.s(m.h(1, "“A breakwater that moves”"), *lead, contents, *exchanges, after)
    return document(
        whole, name="interview.txt", stated={"byline": "Mara Ellingsen", "embargo": "Monday 6:00"}
    )


def fused() -> Document:
    """Three articles in one file."""
    m = Maker()
    articles = tuple(
        m.s(
            m.h(1, headline),
            m.p(f"By Writer {number}", role="byline"),
            m.p(DELAY, role="lead"),
            m.s(m.h(2, f"Background {number}"), m.p(ABROAD)),
            m.s(m.h(2, "What’s next?"), m.p(QUAY), m.s(m.h(3, "Deeper"), m.p(ABROAD))),
            role="article",
            node_id=f"article-{number}",
        )
        for number, headline in enumerate((HEADLINE, "Idle trawlers", "A patient town"), start=1)
    )
    return document(*articles, name="fused.txt")


def scripts() -> Document:
    """An article in Arabic with an English paragraph, a list and a table."""
    m = Maker()
    whole = m.s(
        m.h(1, "تأجيل افتتاح حوض الميناء"),
        m.p(ARABIC, m.reference("1", "a")),
        m.p("In English: " + ABROAD),
        m.s(m.h(2, "ما وجده المساحون"), m.bullets("واحد", "اثنان"), m.numbers("واحد", "اثنان")),
        m.s(
            m.h(2, "من يدفع"),
            Table((m.row("رصيف", "12"), m.row("حاجز", "30")), (m.row("اسم", "طول"),), stub=1),
            Quote(m.blocks(ARABIC)),
        ),
        m.s(m.h(2, "خاتمة"), m.p(ARABIC)),
    )
    return document(whole, language="ar", notes=(Note("a", m.blocks(ARABIC)),))


def hostile() -> Document:
    """Characters, addresses, names and shapes that break pages."""
    m = Maker()
    words = (
        "</style><script>alert(1)</script> & \"double\" 'single' <!-- open",
        "bell \x07 nul \x00 surrogate \ud800 none \uffff private \ue000 separator\u2028line",
        "https://example.org/" + "a-very-long-path-without-any-break/" * 9,
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 3,
        "Русский текст, ελληνικό κείμενο, עברית, 日本語, 中文, 한국어, 🧿",
    )
    links = (
        m.link("script", "javascript:alert(1)"),
        m.link("data", "data:text/html,x"),
        m.link("file", "file:///etc/passwd"),
        m.link("broken", "http://[::1"),
        m.link("quote", 'https://e.org/"><script>x</script>'),
        m.link("mail", "mailto:a@example.org"),
    )
    shapes = _shapes(m)
    skipped = m.s(m.h(4, "Four"), m.s(m.h(9, "Nine"), m.p("below")), node_id='"><script>')
    return document(
        *(m.p(line) for line in words),
        m.p(*links, m.reference("*", "no such note")),
        *shapes,
        OrderedList((m.item("huge"),), start=10**30),
        skipped,
        name="w\"orld's </style>\n\x00.txt",
        language='en" onload="x',
        stated={"headline": "</title><script>"},
    )


def _shapes(m: Maker) -> tuple[Block, ...]:
    """Nesting without end, tables too wide and too ragged."""
    deep: Block = m.p("the deepest quote")
    for _ in range(200):
        deep = Quote((deep,))
    marks: Inline = m.t("the deepest mark")
    for _ in range(200):
        marks = Emphasis((Strong((marks,)),))
    cells = [[f"r{row}c{column}" for column in range(24)] for row in range(3)]
    wide = Table(tuple(m.row(*row) for row in cells), caption=m.inline("Twenty-four columns"))
    ragged = Table(
        (
            m.row(m.cell("spring", rowspan=2), m.cell("all", colspan=900, align="right"), "x"),
            m.row("one"),
            m.row("a", "b", "c", "d", m.cell("down", rowspan=70_000)),
        ),
        header=(m.row("season", m.cell("two", colspan=2)),),
    )
    return deep, m.p(marks), wide, ragged, Table(())


ALL = {made.__name__: made for made in (article, interview, fused, scripts, hostile)}
