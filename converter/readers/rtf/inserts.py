"""What stands in the text: fields, notes, comments, pictures, text boxes. RTF 1.9.1, "Fields" to
"Pictures"."""

from __future__ import annotations

import re

from converter.model import Figure
from converter.patterns import pattern
from converter.readers.office.asides import ENDNOTE, FOOTNOTE
from converter.readers.office.fields import CONTENTS, LINK, SEQUENCE, Field
from converter.readers.rtf import vocabulary
from converter.readers.rtf.file import Comment
from converter.readers.rtf.groups import text_of, words_of
from converter.readers.rtf.pictures import picture_in, words_for
from converter.readers.rtf.settings import Handler, words_of_part
from converter.readers.rtf.story import Box, Story
from converter.readers.rtf.tokens import Token

MAX_ASIDE = 4
"""Notes, boxes and comments in one another that are read by themselves; what is deeper in is read
where it stands, so that no part of a file is read more often than this."""
_CHECKED = pattern(rb"\\ffres1\b|\\ffdefres1\b(?!.{0,400}\\ffres0\b)", re.DOTALL)


def _field(story: Story, token: Token) -> None:
    story.fields.append((Field(in_result=True), story.file.pen.tape.at))
    story.state.field = len(story.fields) - 1


def _instruction(story: Story, token: Token) -> None:
    index = story.state.field
    part = story.capture(token.end)
    if 0 <= index < len(story.fields):
        one = story.fields[index][0]
        page = story.file.header.page
        one.add(text_of(story.file.data, part.start, part.end, page, deep=True))
        one.is_checked = bool(_CHECKED.search(story.file.data, part.start, part.end))


def _result(story: Story, token: Token) -> None:
    index = story.state.field
    one = story.fields[index][0] if 0 <= index < len(story.fields) else Field()
    if one.kind == LINK:
        story.state.url, story.state.around = one.url, None
    elif one.kind == CONTENTS:
        story.state.in_contents = True
    elif one.kind == SEQUENCE and one.arguments:
        story.sequence = one.arguments[0]


def _counted(story: Story, token: Token) -> None:
    story.is_counted = True


def _note(story: Story, token: Token) -> None:
    is_counted, story.is_counted = story.is_counted, False
    if story.depth >= MAX_ASIDE:
        return
    shows = story.shows()
    part = story.capture(token.end)
    if shows:
        kind = ENDNOTE if "ftnalt" in words_of(story.file.data, part.start, part.end) else FOOTNOTE
        story.note(kind, part, is_counted=is_counted)


def _furniture(story: Story, token: Token) -> None:
    if not story.depth:
        part = story.capture(token.end)
        story.file.furniture.append((vocabulary.FURNITURE[token.word], part))


def _anchor(story: Story, token: Token) -> None:
    """Where the words that a comment is about begin or end."""
    story.begin()
    name = words_of_part(story, story.capture(token.end))
    at, anchors = story.file.pen.tape.at, story.file.anchors
    if token.word == "atrfend" and name in anchors:
        anchors[name][1] = at
    else:
        anchors.setdefault(name, [at, at])


def _comment_author(story: Story, token: Token) -> None:
    story.file.author = words_of_part(story, story.capture(token.end))


def _comment(story: Story, token: Token) -> None:
    if story.depth >= MAX_ASIDE:
        return
    part = story.capture(token.end)
    file = story.file
    file.comments.append(Comment(part, file.author, file.pen.tape.at))
    file.author = ""


def _picture(story: Story, token: Token) -> None:
    shows = story.shows()
    part = story.capture(token.end)
    file = story.file
    data = picture_in(file.data, part.start, part.end)
    if shows and data:
        name = file.pictures.add(data)
        alt = words_for(file.data, part.start, part.end, file.header.page)
        story.boxes.append(Box(Figure(name, alt, asset=file.assets.keep(name))))


def _box(story: Story, token: Token) -> None:
    if story.depth >= MAX_ASIDE:
        return
    shows = story.shows()
    part = story.capture(token.end)
    if shows:
        story.boxes.append(Box(part=part))


def _twins(story: Story, token: Token) -> None:
    """The same in two encodings: the first is passed over, the second is Unicode."""
    story.state.fallback = True


def _denominator(story: Story, token: Token) -> None:
    story.write("/")


HANDLERS: dict[str, Handler] = {
    "field": _field,
    "fldinst": _instruction,
    "fldrslt": _result,
    "chftn": _counted,
    "footnote": _note,
    **dict.fromkeys(vocabulary.FURNITURE, _furniture),
    "atrfstart": _anchor,
    "atrfend": _anchor,
    "atnauthor": _comment_author,
    "annotation": _comment,
    "pict": _picture,
    "shptxt": _box,
    "dptxbxtext": _box,
    "upr": _twins,
    "mden": _denominator,
}
