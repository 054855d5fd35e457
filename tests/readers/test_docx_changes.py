"""Tracked changes, notes and comments of Word files."""

from __future__ import annotations

from converter.model import (
    Block,
    Document,
    Heading,
    NoteReference,
    Paragraph,
    text_of,
)
from converter.pipeline import open_source
from converter.readers import ReadOptions, read
from laws import assert_laws
from word_packages import changed, docx, para, run


def document_of(body: str, tracked: str = "accepted", **more: object) -> Document:
    data = docx(body, **more)  # type: ignore[arg-type]
    document = read(open_source(data, name="letter.docx"), ReadOptions(tracked=tracked))
    assert_laws(document)
    return document


def blocks_of(body: str, **more: object) -> tuple[Block, ...]:
    return document_of(body, **more).blocks  # type: ignore[arg-type]


def only(body: str, **more: object) -> Block:
    (block,) = blocks_of(body, **more)
    return block


def kinds(body: str, **more: object) -> list[str]:
    return [type(block).__name__ for block in blocks_of(body, **more)]


def style(name: str, *, based: str = "", more: str = "", known: str = "X") -> str:
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    opening = f'<w:style w:type="paragraph" w:styleId="{known}">'
    return f'{opening}<w:name w:val="{name}"/>{on}{more}</w:style>'


# --- tracked changes ---------------------------------------------------------------------------


def test_each_change_is_one_notice_with_who_and_when() -> None:
    body = para("It ", changed("del", "ra", "ined"), changed("ins", "pou", "red"), ".")
    document = document_of(body)
    assert text_of(*document.blocks) == "It poured."
    assert [(notice.code, notice.message) for notice in document.notices] == [
        ("C231", "deleted by Ines Duarte on 2026-03-04: “rained”"),
        ("C230", "inserted by Ines Duarte on 2026-03-04: “poured”"),
    ]
    assert text_of(*document_of(body, "original").blocks) == "It rained."
    assert text_of(*document_of(body, "all").blocks) == "It rainedpoured."


def test_a_deleted_paragraph_mark_joins_two_and_the_second_says_what_they_are() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="I"/></w:rPr>'
    body = para("One ", properties=gone) + para("two", style="H2")
    document = document_of(body)
    assert document.blocks[0] == Heading(2, document.blocks[0].inlines)  # type: ignore[union-attr]
    assert text_of(*document.blocks) == "One two"
    assert "C233" in {notice.code for notice in document.notices}
    assert len(document_of(body, "original").blocks) == 2


def test_the_original_has_the_style_that_was_changed() -> None:
    before = (
        '<w:pPrChange w:id="1" w:author="I"><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:pPrChange>'
    )
    body = para("Tides", properties=before)
    assert kinds(body) == ["Paragraph"]
    assert kinds(body, tracked="original") == ["Heading"]


def test_a_note_in_deleted_text_is_deleted_with_it() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = {"word/footnotes.xml": f"<w:footnote w:id='2'>{para('Small print.')}</w:footnote>"}
    body = para("Kept ", changed("del", "gone", reference))
    document = document_of(body, parts=parts)
    assert document.notes == ()
    assert "Small print." in {item.text for item in document.omissions}
    assert [note.id for note in document_of(body, "original", parts=parts).notes] == ["1"]


# --- notes and comments ------------------------------------------------------------------------


def test_notes_count_in_two_series_in_the_order_of_their_references() -> None:
    def note(kind: str, name: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'

    parts = {
        "word/footnotes.xml": f"<w:footnote w:id='1'>{para('B')}</w:footnote>"
        f"<w:footnote w:id='2'>{para('A')}</w:footnote>",
        "word/endnotes.xml": f"<w:endnote w:id='1'>{para('E')}</w:endnote>",
    }
    body = para("x", note("footnote", 2), "y", note("endnote", 1), "z", note("footnote", 1))
    document = document_of(body, parts=parts)
    assert [(note.id, text_of(*note.blocks)) for note in document.notes] == [
        ("1", "A"), ("i", "E"), ("2", "B")
    ]  # fmt: skip
    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    references = [node for node in block.inlines if isinstance(node, NoteReference)]
    assert [(node.note, node.text) for node in references] == [("1", ""), ("i", ""), ("2", "")]


def test_a_note_with_a_mark_of_its_own_keeps_it() -> None:
    parts = {"word/footnotes.xml": f"<w:footnote w:id='2'>{para('A')}</w:footnote>"}
    body = para(
        "x", '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>'
    )
    block = document_of(body, parts=parts).blocks[0]
    assert isinstance(block, Paragraph)
    assert isinstance(block.inlines[1], NoteReference)
    assert block.inlines[1].text == "*"


def test_a_comment_is_a_notice_at_its_words_and_listed_whole() -> None:
    body = para(
        "One ",
        '<w:commentRangeStart w:id="1"/>',
        run("two"),
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    )
    parts = {
        "word/comments.xml": '<w:comment w:id="1" w:author="Ruth" w:date="2026-03-05T09:00:00Z">'
        '<w:p w14:paraId="A1"><w:r><w:t>Who says so?</w:t></w:r></w:p></w:comment>',
        "word/commentsExtended.xml": (
            '<w15:commentEx w15:paraId="A1" w15:paraIdParent="A0" w15:done="1"/>'
        ),
    }
    document = document_of(body, parts=parts)
    (notice,) = document.notices
    assert notice.span is not None
    assert document.source.text[notice.span.start : notice.span.end] == "two"
    assert notice.message == "comment by Ruth on 2026-03-05 (resolved) (an answer): Who says so?"
    assert [item.kind for item in document.omissions] == ["comment"]


def test_hidden_text_is_one_notice_and_listed() -> None:
    document = document_of(para("a ", run("b", "<w:vanish/>"), " c"))
    assert text_of(*document.blocks) == "a  c"
    assert [notice.code for notice in document.notices] == ["C235"]
    assert document.omissions[0].reason == "hidden text"
