"""The blocks of a document, one after the other: sections, paragraphs, lists, talk, figures.

A handler writes what is its block's own and yields the blocks inside with their places; a
stack of handlers replaces recursion, so that no depth of nesting is too deep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeAlias

from converter.model import (
    Block,
    BulletList,
    CodeBlock,
    Contents,
    Exchange,
    Figure,
    Heading,
    LineBreak,
    Link,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Section,
    Table,
    Text,
    ThematicBreak,
    Turn,
    text_of,
)
from converter.records import replace
from converter.writers.docx.characters import has_cjk, legal
from converter.writers.docx.lines import CREDIT, SPEAKER, Line
from converter.writers.docx.numbering import LEVELS, STEP
from converter.writers.docx.paragraphs import left, open_paragraph, write_paragraph
from converter.writers.docx.story import Inlines, Place, Story
from converter.writers.docx.styles import CONTENTS_LEVELS, STYLES
from converter.writers.docx.survey import ARTICLE
from converter.writers.docx.tables import write_table
from converter.writers.docx.xml import put_text, sub

Child: TypeAlias = tuple[Block, Place]

# What a paragraph does for the reader, where a style shows it. Other roles look like text.
ROLE_STYLES = {
    "byline": STYLES["Byline"],
    "call-to-action": STYLES["Call to Action"],
    "dateline": STYLES["Byline"],
    "lead": STYLES["Lead"],
    "standfirst": STYLES["Subtitle"],
}
AFTER_LIST = 7.0  # points: as between paragraphs; its items stand closer
AFTER_CONTENTS = 12.0
MAX_INDENT = 4_000  # twips, about half of a page: deeper quotes and lists stand below one another
_TURN_STYLES = {"question": STYLES["Question"], "answer": STYLES["Answer"]}
_PARTED = tuple(":：.?!—–-")  # a label that ends so needs no colon


def write_blocks(blocks: Iterable[Block], place: Place, story: Story) -> None:
    """Write blocks, and all that is in them, at this place."""
    stack: list[Iterator[Child]] = [iter([(block, place) for block in blocks])]
    while stack:
        step = next(stack[-1], None)
        if step is None:
            stack.pop()
        else:
            block, where = step
            stack.append(iter(_HANDLERS[type(block)](block, where, story)))


def _section(block: Section, place: Place, story: Story) -> Iterable[Child]:
    if block.role == ARTICLE:
        story.break_page = story.articles > 0
        story.articles += 1
    _announce(block.id, story)
    style = ROLE_STYLES.get(block.role)
    inner = replace(place, style=style, indent=place.indent + left(style)) if style else place
    if block.heading:
        yield block.heading, place
    for child in block.blocks:
        yield child, inner


def _heading(block: Heading, place: Place, story: Story) -> Iterable[Child]:
    if not (place.opening or text_of(block).strip()):
        return ()  # a line in the navigation pane that says nothing
    level = story.outline.level(block.level)
    write_paragraph(place, story, block.inlines, STYLES[f"heading {level}"])
    return ()


def _paragraph(block: Paragraph, place: Place, story: Story) -> Iterable[Child]:
    if block.inlines or place.number or place.opening:
        style = None if place.number else ROLE_STYLES.get(block.role)
        if _leads_up(block) and not place.tables:
            place = replace(place, keep_next=True)
        write_paragraph(place, story, block.inlines, style)
    return ()


def _leads_up(block: Paragraph) -> bool:
    """Whether the paragraph leads up to the list, the table or the quote after it."""
    last = block.inlines[-1] if block.inlines else None
    return isinstance(last, Text) and last.text.rstrip().endswith((":", "："))


def _list(block: BulletList | OrderedList, place: Place, story: Story) -> Iterable[Child]:
    level = min(place.level + 1, LEVELS)
    number = story.lists.number(block, level - 1)
    rest = replace(
        place, level=level, indent=min(place.indent + STEP, MAX_INDENT), number=0, opening=None
    )
    first = replace(rest, number=number)
    if not (place.tables or place.style is STYLES["footnote text"]):  # small print stays small
        kind = "List Bullet" if isinstance(block, BulletList) else "List Number"
        rest = replace(rest, style=STYLES["List Paragraph"])
        first = replace(first, style=STYLES[kind])
    for item in block.items:
        yield from _item(item, first, rest, story)
    if level == 1:
        story.after = (place.into, AFTER_LIST)


def _item(item: ListItem, first: Place, rest: Place, story: Story) -> Iterator[Child]:
    """The paragraph with the bullet or number, then what else stands in the item. An item that
    starts with something else has its number on a line of its own."""
    blocks = item.blocks
    if blocks and isinstance(blocks[0], Paragraph):
        yield blocks[0], first
        blocks = blocks[1:]
    else:
        open_paragraph(first, story)
    for block in blocks:
        yield block, rest


def _quote(block: Quote, place: Place, story: Story) -> Iterable[Child]:
    style = STYLES["Quote"]
    indent = min(place.indent + left(style), MAX_INDENT)
    inner = replace(place, style=style, indent=indent, number=0)
    for child in block.blocks:
        yield child, inner


def _code_block(block: CodeBlock, place: Place, story: Story) -> Iterable[Child]:
    line = open_paragraph(place, story, style=STYLES["Source Code"])
    text = "\n".join(line.text.rstrip("\r\n") for line in block.lines)
    put_text(sub(line.element, "r"), legal(text.replace("\r", "\n")))
    return ()


def _thematic_break(block: ThematicBreak, place: Place, story: Story) -> Iterable[Child]:
    open_paragraph(place, story, style=STYLES["Thematic Break"])
    return ()


def _figure(block: Figure, place: Place, story: Story) -> Iterable[Child]:
    """The picture, or what it shows and where it lies; then the words under it."""
    asset = story.assets.get(block.asset)
    if asset is not None and asset.data:
        picture = story.pictures.inline(asset, block.alt, place.measure)
        if picture is not None:
            line = open_paragraph(
                replace(place, keep_next=bool(block.caption or block.credit)), story
            )
            sub(sub(line.element, "r"), "drawing").append(picture)
            _figure_words(block, place, story)
            return ()
    address = "" if block.url.startswith("data:") else block.url
    if block.alt or address:
        line = open_paragraph(place, story, style=STYLES["Figure"])
        line.text(block.alt)
        if block.alt and address:
            line.write((LineBreak(),))
        line.write((Link((Text(address, None, rule="figure-address"),), block.url),))
    _figure_words(block, place, story)
    return ()


def _figure_words(block: Figure, place: Place, story: Story) -> None:
    """The caption and the credit."""
    if block.caption or block.credit:
        line = open_paragraph(place, story, block.caption, STYLES["Figure Caption"])
        line.write(block.caption)
        line.text(" ")
        line.write(block.credit, CREDIT)


def _contents(block: Contents, place: Place, story: Story) -> Iterable[Child]:
    """The list as it stands, each entry a link to what it names."""
    if block.title:
        write_paragraph(place, story, block.title, STYLES["TOC Heading"])
    for entry in block.entries:
        style = STYLES[f"toc {min(max(entry.level, 1), CONTENTS_LEVELS)}"]
        line = open_paragraph(place, story, entry.inlines, style)
        bookmark = story.survey.bookmarks.get(entry.target)
        if bookmark:
            link = sub(line.element, "hyperlink", anchor=bookmark, history=1)
            line.write(entry.inlines, into=link)
        else:
            line.write(entry.inlines)
    story.after = (place.into, AFTER_CONTENTS)
    return ()


def _exchange(block: Exchange, place: Place, story: Story) -> Iterable[Child]:
    return ((turn, place) for turn in (block.question, *block.answers))


def _turn(block: Turn, place: Place, story: Story) -> Iterable[Child]:
    """The label and the first words in one paragraph, then what else is said."""
    _announce(block.id, story)
    inner = replace(place, style=_TURN_STYLES.get(block.role, STYLES["Turn"]))
    blocks = block.blocks
    if block.label:
        opening = partial(_speak, label=block.label)
        if blocks and isinstance(blocks[0], Paragraph | Heading):
            yield blocks[0], replace(inner, opening=opening)
            blocks = blocks[1:]
        else:
            alone = replace(inner, opening=opening, keep_next=bool(blocks))
            open_paragraph(alone, story, block.label)
    for child in blocks:
        yield child, inner


def _speak(line: Line, label: Inlines) -> None:
    """The label of a turn, and the colon that parts it from the words: the source's own was
    read as markup."""
    line.write(label, SPEAKER)
    line.trim()
    words = text_of(*label).rstrip()
    if words.endswith(_PARTED):
        line.text(" ")
    elif words and has_cjk(words[-1]):
        line.text("：", SPEAKER)
    else:
        line.text(": ", SPEAKER)


def _announce(name: str, story: Story) -> None:
    """Have the next paragraph carry the bookmark of what is named so, if a list leads to it."""
    bookmark = story.unmet.pop(name, None)
    if bookmark:
        story.bookmarks.append(bookmark)


_HANDLERS: dict[type, Callable[[Any, Place, Story], Iterable[Child]]] = {
    Section: _section,
    Heading: _heading,
    Paragraph: _paragraph,
    BulletList: _list,
    OrderedList: _list,
    Quote: _quote,
    CodeBlock: _code_block,
    Table: write_table,
    Figure: _figure,
    ThematicBreak: _thematic_break,
    Contents: _contents,
    Exchange: _exchange,
    Turn: _turn,
}
