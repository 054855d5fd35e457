"""What control words say of the file, of characters, of paragraphs and of rows. RTF 1.9.1, "Header"
to "Table Definitions"."""

from __future__ import annotations

from collections.abc import Callable

from converter.model import MAX_LEVEL, MetadataItem
from converter.readers.office.pen import ORIGIN
from converter.readers.rtf import codepages, header, vocabulary
from converter.readers.rtf.file import Part
from converter.readers.rtf.groups import text_of, words_of
from converter.readers.rtf.rows import RowDefinition
from converter.readers.rtf.state import PLAIN, UNSET, Old
from converter.readers.rtf.story import Story
from converter.readers.rtf.tokens import Token

Handler = Callable[[Story, Token], None]


def _number(token: Token, default: int = 0) -> int:
    return default if token.number is None else token.number


def words_of_part(story: Story, part: Part) -> str:
    """All characters of a group, its inner groups' too."""
    page = story.file.header.page
    return " ".join(text_of(story.file.data, part.start, part.end, page, deep=True).split())


# --- the file -------------------------------------------------------------------------------------


def _code_page(story: Story, token: Token) -> None:
    page = codepages.of_name(token.word)
    if token.word == "ansicpg" and token.number:
        page = token.number
    if page:
        story.file.header.page = page


def _default_font(story: Story, token: Token) -> None:
    story.file.header.default_font = _number(token)


def _default_language(story: Story, token: Token) -> None:
    story.file.header.language = _number(token, -1)


def _table(story: Story, token: Token) -> None:
    """A table at the head of the file."""
    part = story.capture(token.end)
    header.READERS[token.word](story.file.header, story.file.data, part.start, part.end)
    header.set_language(story.file.header)


def _generator(story: Story, token: Token) -> None:
    part = story.capture(token.end)
    words = words_of_part(story, part).rstrip("; ")
    if words:
        story.file.header.properties.append(MetadataItem("application", words, ORIGIN))


# --- characters -----------------------------------------------------------------------------------


def _plain(story: Story, token: Token) -> None:
    story.state.characters = PLAIN
    story.state.around = None


def _switch(story: Story, token: Token) -> None:
    story.state.set_characters(**{vocabulary.SWITCHES[token.word]: token.number != 0})


def _valued(story: Story, token: Token) -> None:
    story.state.set_characters(**{vocabulary.NUMBERS[token.word]: _number(token)})


def _raised(story: Story, token: Token) -> None:
    on = vocabulary.RAISED[token.word]
    story.state.set_characters(raised=on if token.number != 0 else "")


def _shifted(story: Story, token: Token) -> None:
    """Raised or lowered by half points; none is the line."""
    name = "superscript" if token.word == "up" else "subscript"
    story.state.set_characters(raised=name if token.number != 0 else "")


def _moved(story: Story, token: Token) -> None:
    story.state.set_characters(moved=vocabulary.MOVED[token.word])


def _unicode(story: Story, token: Token) -> None:
    story.unicode(_number(token))


def _unicode_skip(story: Story, token: Token) -> None:
    story.state.unicode_skip = max(0, min(_number(token, 1), 16))


def _break(story: Story, token: Token) -> None:
    story.line_break()


# --- paragraphs and tables ------------------------------------------------------------------------


def _unset(story: Story, token: Token) -> None:
    story.state.setting = UNSET


def _paragraph_end(story: Story, token: Token) -> None:
    if token.word == "par" or story.is_open:
        story.end_paragraph()


def _style(story: Story, token: Token) -> None:
    story.state.set_paragraph(style=_number(token))


def _outline(story: Story, token: Token) -> None:
    level = _number(token, vocabulary.OUTLINE_BODY)
    is_heading = 0 <= level < vocabulary.OUTLINE_BODY
    story.state.set_paragraph(outline=min(level + 1, MAX_LEVEL) if is_heading else None)


def _list(story: Story, token: Token) -> None:
    story.state.set_paragraph(list=_number(token))


def _level(story: Story, token: Token) -> None:
    story.state.set_paragraph(level=max(0, _number(token)))


def _indent(story: Story, token: Token) -> None:
    story.state.set_paragraph(indent=_number(token))


def _align(story: Story, token: Token) -> None:
    story.state.set_paragraph(align=vocabulary.ALIGNS[token.word])


def _rule(story: Story, token: Token) -> None:
    story.state.set_paragraph(is_ruled=True)


def _in_table(story: Story, token: Token) -> None:
    depth = _number(token) if token.word == "itap" else max(1, story.state.setting.depth)
    story.state.set_paragraph(depth=max(0, depth))


def _cell_end(story: Story, token: Token) -> None:
    depth = max(2, story.state.setting.depth) if token.word == "nestcell" else 1
    story.state.set_paragraph(depth=depth)
    story.finish_open()
    story.tables.end_cell(depth)


def _row_end(story: Story, token: Token) -> None:
    is_nested = token.word == "nestrow"
    depth = max(2, story.state.setting.depth) if is_nested else 1
    story.finish_open()
    story.tables.end_row(depth, is_nested=is_nested)


def _row(story: Story, token: Token) -> None:
    story.tables.definitions[story.state.in_nested_row] = RowDefinition()


def _nested_row(story: Story, token: Token) -> None:
    story.state.in_nested_row = True


def _definition(story: Story) -> RowDefinition:
    return story.tables.definitions.setdefault(story.state.in_nested_row, RowDefinition())


def _in_row(story: Story, token: Token) -> None:
    """What a word says of a row or of the cell that is being defined in it."""
    row, word = _definition(story), token.word
    if word == "cellx":
        row.add(_number(token))
    elif word == "trleft":
        row.left = _number(token)
    elif word == "trhdr":
        row.is_header = True
    elif word == "clmrg":
        row.next.joins_left = True
    elif word == "clvmgf":
        row.next.begins_merge = True
    elif word == "clvmrg":
        row.next.goes_on = True


def _border(story: Story, token: Token) -> None:
    """A side of a row or a cell, and the line that is drawn at it."""
    row = _definition(story)
    if token.word in vocabulary.BORDERS:
        row.is_lined = row.is_lined or row.side_is_open
    row.side_is_open = token.word in vocabulary.SIDES and not token.word.startswith("brdr")


def _old_list(story: Story, token: Token) -> None:
    """How a list of Word 6 is numbered. The words say it of the paragraph around the group."""
    part = story.capture(token.end)
    words = words_of(story.file.data, part.start, part.end)
    format = next((name for word, name in vocabulary.OLD_NUMBERS.items() if word in words), "")
    format = "bullet" if "pnlvlblt" in words else format or "decimal"
    level = max(0, min((words.get("pnlvl") or 1) - 1, 8))
    story.state.set_paragraph(old=Old(format, level))


def _generated(story: Story, token: Token) -> None:
    """The number or the bullet of an item, as it was when the file was saved."""
    part = story.capture(token.end)
    story.mark = words_of_part(story, part)


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(("ansi", "mac", "pc", "pca", "ansicpg"), _code_page),
    "deff": _default_font,
    "deflang": _default_language,
    **dict.fromkeys(header.READERS, _table),
    "generator": _generator,
    "plain": _plain,
    **dict.fromkeys(vocabulary.SWITCHES, _switch),
    **dict.fromkeys(vocabulary.NUMBERS, _valued),
    **dict.fromkeys(vocabulary.RAISED, _raised),
    **dict.fromkeys(vocabulary.MOVED, _moved),
    **dict.fromkeys(("up", "dn"), _shifted),
    "u": _unicode,
    "uc": _unicode_skip,
    **dict.fromkeys(vocabulary.BREAKS, _break),
    "pard": _unset,
    **dict.fromkeys(vocabulary.PARAGRAPH_ENDS, _paragraph_end),
    "s": _style,
    "outlinelevel": _outline,
    "ls": _list,
    "ilvl": _level,
    "li": _indent,
    "lin": _indent,
    **dict.fromkeys(vocabulary.ALIGNS, _align),
    **dict.fromkeys(vocabulary.RULES, _rule),
    "intbl": _in_table,
    "itap": _in_table,
    "cell": _cell_end,
    "nestcell": _cell_end,
    "row": _row_end,
    "nestrow": _row_end,
    "trowd": _row,
    "nesttableprops": _nested_row,
    **dict.fromkeys(("cellx", "trleft", "trhdr", "clmrg", "clvmgf", "clvmrg"), _in_row),
    **dict.fromkeys(vocabulary.BORDERS | vocabulary.SIDES, _border),
    "pn": _old_list,
    "pntext": _generated,
    "listtext": _generated,
}
