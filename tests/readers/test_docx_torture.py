"""All traps of Word files in one document: every marker word must come out once, in its place.

Each paragraph carries one trap and one word in capitals that stands nowhere else.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from converter.model import Document, Figure, leaves, walk
from converter.pipeline import convert, open_source
from converter.readers import ReadOptions, read
from laws import assert_laws
from word_packages import (
    BULLETS,
    NUMBERS,
    PNG,
    alternative,
    cell,
    changed,
    control,
    docx,
    field,
    mark,
    old_box,
    para,
    picture,
    row,
    run,
    table,
    text_box,
)

_NOTES = "<w:r><w:footnoteReference w:id='2'/></w:r>", "<w:r><w:endnoteReference w:id='3'/></w:r>"
_COMMENTED = (
    "<w:commentRangeStart w:id='7'/>",
    run("words that ANCHORS a comment"),
    "<w:commentRangeEnd w:id='7'/><w:r><w:commentReference w:id='7'/></w:r>",
)
_RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>RUBYTEXT</w:t></w:r></w:rt>"
    "<w:rubyBase><w:r><w:t>RUBYBASE</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_FRACTION = (
    "<m:oMath><m:f><m:num><m:r><m:t>NUMERATOR</m:t></m:r></m:num>"
    "<m:den><m:r><m:t>DENOMINATOR</m:t></m:r></m:den></m:f></m:oMath>"
)
_CHART = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="chart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'  # noqa: E501
_DIAGRAM = _CHART.replace('<c:chart r:id="chart"/>', '<dgm:relIds r:dm="diagram"/>')
_DELETED_MARK = (
    "<w:rPr><w:del w:id='1' w:author='Ines Duarte' w:date='2026-03-04T10:00:00Z'/></w:rPr>"
)
_HIDDEN = "<w:vanish/>"

_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
)

BODY = "".join(
    (
        para("TITLEWORD of the file", style="Title"),
        para("SUBTITLEWORD under it", style="Subtitle"),
        control(
            para("TOCTITLE", style="TOCHeading"),
            para(
                mark("begin"),
                "<w:r><w:instrText> TOC \\o </w:instrText></w:r>",
                mark("separate"),
                run("HEADINGONE"),
                "<w:r><w:tab/></w:r>",
                run("3"),
                style="TOC1",
            ),
            para(mark("end")),
        ),
        para("HEADINGONE", style="H1"),
        para(
            "An INSERTEDBEFORE ",
            changed("ins", "INSERTION"),
            " and a ",
            changed("del", "DELETION"),
            ".",
        ),
        para("MOVEDSOURCE ", changed("moveFrom", "MOVEDAWAY"), properties=""),
        para("MOVEDTARGET ", changed("moveTo", "MOVEDHERE")),
        para("FIRSTHALF ", properties=_DELETED_MARK),
        para("SECONDHALF of one paragraph"),
        table(
            row("KEPTROW", "second"),
            row(
                "DELETEDROW",
                "gone",
                properties='<w:del w:id="2" w:author="Ines Duarte" w:date="2026-03-04T10:00:00Z"/>',
            ),
        ),
        para(*_COMMENTED),
        para("FOOTNOTED", _NOTES[0], " and ENDNOTED", _NOTES[1]),
        para("BOXHOST words", text_box(para("BOXWORD"))),
        para("OLDBOXHOST words", f"<w:r>{old_box(para('OLDBOXWORD'))}</w:r>"),
        para("ALTERNATIVEHOST ", alternative("<w:t>CHOICEWORD</w:t>", "<w:t>FALLBACKWORD</w:t>")),
        control(para("BLOCKCONTROL"), control(para("NESTEDCONTROL"))),
        para("around ", control(run("INLINECONTROL")), " it"),
        para("<w:smartTag>" + run("SMARTTAG") + "</w:smartTag>"),
        f"<w:customXml>{para('CUSTOMXML')}</w:customXml>",
        para('<w:fldSimple w:instr=" DATE ">' + run("SIMPLEFIELD") + "</w:fldSimple>"),
        para("outer ", field("IF", "COMPLEXFIELD ", field("REF x", "NESTEDFIELD"))),
        para(field('HYPERLINK "https://example.org/a"', "LINKFIELD")),
        para('<w:hyperlink r:id="link">' + run("HYPERLINKWORD") + "</w:hyperlink>"),
        para("BEFOREBREAK<w:br/>".replace("<w:br/>", ""), "<w:r><w:br/></w:r>", "AFTERBREAK"),
        para("BEFORECR", "<w:r><w:cr/></w:r>", "AFTERCR"),
        para("BEFORETAB", "<w:r><w:tab/></w:r>", "AFTERTAB"),
        para("NOBREAK", "<w:r><w:noBreakHyphen/></w:r>", "HYPHEN"),
        para("SOFT", "<w:r><w:softHyphen/></w:r>", "HYPHENATED"),
        para("TICKED ", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'),
        para("STRANGE ", '<w:r><w:sym w:font="House Pictures" w:char="F041"/></w:r>'),
        para("shown ", run("HIDDENWORD", _HIDDEN), " again"),
        para("shown ", run("HIDDENBYSTYLE", '<w:rStyle w:val="HiddenChild"/>'), " again"),
        para(run("שלום RIGHTTOLEFT", '<w:rtl/><w:lang w:bidi="he-IL"/>'), properties="<w:bidi/>"),
        para("STARTATFIVE", item=("3", 0)),
        para("between two items of one list: LISTPAUSE"),
        para("CONTINUEDLIST", item=("3", 0)),
        para("BULLETITEM", item=(BULLETS, 0)),
        para("NESTEDITEM", item=(BULLETS, 1)),
        para("NUMBEREDITEM", item=(NUMBERS, 0)),
        para("- TYPEDBULLET one"),
        para("- TYPEDBULLETTWO two"),
        para("TABLECAPTION 1", style="Caption"),
        table(
            row("HEADCELL", "b", "c", properties="<w:tblHeader/>"),
            row(cell("MERGEDDOWN", properties='<w:vMerge w:val="restart"/>'), "x", "y"),
            row(
                cell(properties="<w:vMerge/>"),
                cell("ACROSSTWO", properties='<w:gridSpan w:val="2"/>'),
            ),
            row(cell("OUTERCELL", table(row("NESTEDTABLE", "n"))), "z", "w"),
            row("LATEROW", "v", properties='<w:gridBefore w:val="1"/>'),
        ),
        table(row("NARROWFIRST"), row("one", "two", "WIDECELL"), grid=0),
        para(picture("image", "ALTTEXT of a picture")),
        para("Figure ", field("SEQ Figure", "1"), ": FIGURECAPTION", style="Caption"),
        para(_CHART),
        para(_DIAGRAM),
        para("reads ", _RUBY),
        para("equals ", _FRACTION),
        para("QUOTEDWORD", style="Quote"),
        para("CODEWORD = 1", style="Code"),
        '<w:altChunk r:id="chunk"/>',
        para("LASTWORD"),
        _SECTION,
    )
)
_COMMENTS = (
    "<w:comment w:id='7' w:author='Ruth Okafor' w:date='2026-03-05T09:00:00Z'>"
    "<w:p w14:paraId='AB'><w:r><w:t>COMMENTTEXT</w:t></w:r></w:p></w:comment>"
    f"<w:comment w:id='8' w:author='Ruth Okafor'>{para('LOOSECOMMENT')}</w:comment>"
)
PARTS: dict[str, str | bytes] = {
    "word/footnotes.xml": "<w:footnote w:type='separator' w:id='0'>"
    + para("SEPARATOR")
    + "</w:footnote><w:footnote w:id='2'>"
    + para("FOOTNOTETEXT")
    + "</w:footnote><w:footnote w:id='5'>"
    + para("ORPHANNOTE")
    + "</w:footnote>",
    "word/endnotes.xml": f"<w:endnote w:id='3'>{para('ENDNOTETEXT')}</w:endnote>",
    "word/comments.xml": _COMMENTS,
    "word/commentsExtended.xml": "<w15:commentEx w15:paraId='AB' w15:done='1'/>",
    "word/hdr.xml": para("HEADERWORD"),
    "word/ftr.xml": para("FOOTERWORD"),
    "word/chart.xml": "<c:chart><c:title><a:p><a:t>CHARTTITLE</a:t></a:p></c:title>"
    "<c:v>CHARTLABEL</c:v></c:chart>",
    "word/diagram.xml": "<dgm:pt><dgm:t><a:p><a:t>DIAGRAMWORD</a:t></a:p></dgm:t></dgm:pt>",
    "word/chunk.html": b"<html><body><p>CHUNKWORD</p><script>no</script></body></html>",
    "word/media/quay.png": PNG,
}
RELATIONSHIPS = {
    "link": ("hyperlink", "https://example.org/b"),
    "header": ("header", "hdr.xml"),
    "footer": ("footer", "ftr.xml"),
    "chart": ("chart", "chart.xml"),
    "diagram": ("diagramData", "diagram.xml"),
    "chunk": ("aFChunk", "chunk.html"),
    "image": ("image", "media/quay.png"),
}

_MARKER = re.compile(r"\b[A-Z]{6,}\b")
ASIDE = {
    "FOOTNOTETEXT", "ENDNOTETEXT", "ORPHANNOTE", "COMMENTTEXT", "LOOSECOMMENT", "HEADERWORD",
    "FOOTERWORD", "ALTTEXT", "SEPARATOR", "FALLBACKWORD", "RUBYTEXT",
}  # fmt: skip
"""Markers that have no place in the flow of the body, or shall not come out at all."""
NO_WORDS = {"SEPARATOR", "FALLBACKWORD", "HYPERLINK"}
"""What stands between tags, and is no text of the document."""
LEFT_OUT = {
    "DELETION": "tracked-change",
    "MOVEDAWAY": "tracked-change",
    "DELETEDROW": "tracked-change",
    "HIDDENWORD": "hidden",
    "HIDDENBYSTYLE": "hidden",
    "CHARTLABEL": "chart",
    "CHUNKWORD": "embedded-document",
    "HEADERWORD": "furniture",
    "FOOTERWORD": "furniture",
    "COMMENTTEXT": "comment",
    "LOOSECOMMENT": "comment",
    "ORPHANNOTE": "footnote",
}
"""What is listed as left out, and the kind of it."""


def torture() -> bytes:
    return docx(BODY, parts=PARTS, relationships=RELATIONSHIPS)


@pytest.fixture(scope="module")
def document() -> Document:
    return read(open_source(torture(), name="torture.docx"))


def markers_of_the_file() -> set[str]:
    together = BODY + "".join(part for part in PARTS.values() if isinstance(part, str))
    words = set(_MARKER.findall(re.sub(r"<[^>]*>", " ", together)))
    return words | {"CHUNKWORD", "ALTTEXT"}


def content_of(document: Document) -> str:
    notes = [block for note in document.notes for block in note.blocks]
    nodes = list(walk((*document.blocks, *notes)))
    words = [leaf.text for leaf in leaves((*document.blocks, *notes))]
    return "\n".join([*words, *(node.alt for node in nodes if isinstance(node, Figure))])


def test_the_laws_hold(document: Document) -> None:
    assert_laws(document)


def test_no_marker_is_missing(document: Document) -> None:
    left_out = " ".join(omission.text for omission in document.omissions)
    found = set(_MARKER.findall(content_of(document))) | set(_MARKER.findall(left_out))
    assert markers_of_the_file() - found == NO_WORDS


def test_no_marker_comes_twice(document: Document) -> None:
    words = _MARKER.findall(document.source.text)
    twice = {word for word in words if words.count(word) > 1}
    assert twice == {"HEADINGONE"}  # in the contents list and in the text


def test_what_is_left_out_is_listed_with_its_kind(document: Document) -> None:
    kinds = {
        word: omission.kind
        for omission in document.omissions
        for word in _MARKER.findall(omission.text)
    }
    assert kinds == LEFT_OUT


def test_what_is_left_out_is_not_content(document: Document) -> None:
    assert set(_MARKER.findall(content_of(document))) & LEFT_OUT.keys() == set()


def test_no_marker_is_misplaced(document: Document) -> None:
    """Markers come in the order of the file; a box and a picture come behind their paragraph."""
    stated = [
        word
        for word in _MARKER.findall(re.sub(r"<[^>]*>", " ", BODY))
        if word not in ASIDE | NO_WORDS
    ]
    stated = list(dict.fromkeys(stated))
    text = document.source.text
    places = [text.index(word) for word in stated]
    misplaced = [stated[at + 1] for at, (a, b) in enumerate(pairwise(places)) if a > b]
    assert misplaced == []


def test_every_marker_leads_back_to_its_paragraph(document: Document) -> None:
    source = document.source
    for word, place in (
        ("TITLEWORD", "word/document.xml, paragraph 1, run 1"),
        ("FOOTNOTETEXT", "word/footnotes.xml, paragraph 1, run 1"),
        ("COMMENTTEXT", "word/comments.xml, comment 1"),
        ("HEADERWORD", "word/hdr.xml"),
    ):
        assert source.locate(source.text.index(word)).name == place


def test_the_other_views_swap_what_was_changed() -> None:
    opened = open_source(torture(), name="torture.docx")
    original = content_of(read(opened, ReadOptions(tracked="original")))
    everything = content_of(read(opened, ReadOptions(tracked="all")))
    for word in ("DELETION", "MOVEDAWAY", "DELETEDROW"):
        assert word in original
        assert word in everything
    for word in ("INSERTION", "MOVEDHERE"):
        assert word not in original
        assert word in everything


def test_it_is_the_same_document_in_the_strict_namespace(document: Document) -> None:
    data = docx(BODY, parts=PARTS, relationships=RELATIONSHIPS, strict=True)
    strict = read(open_source(data, name="torture.docx"))
    assert strict.source.text == document.source.text
    assert strict.blocks == document.blocks


def test_every_rendition_can_be_made_of_it() -> None:
    conversion = convert(torture(), name="torture.docx", to="json,outline,html,docx")
    assert sorted(conversion.renditions) == ["docx", "html", "json", "outline"]
    again = convert(conversion.renditions["docx"], name="again.docx", to="outline")
    words = _MARKER.findall(content_of(again.document))
    lost = {
        word
        for word in _MARKER.findall(content_of(conversion.document))
        if word not in words and word not in again.document.source.text
    }
    assert lost <= {"ALTTEXT", "DIAGRAMWORD"}
