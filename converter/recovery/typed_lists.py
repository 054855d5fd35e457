"""Lists typed by hand in formats that have lists of their own: paragraphs that begin with a
bullet, or with numbers that count. In plain text the reader itself reads such marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from converter.model import (
    Block,
    BulletList,
    Document,
    Evidence,
    ListItem,
    OrderedList,
    Paragraph,
    Provenance,
    Span,
    text_of,
)
from converter.patterns import pattern
from converter.records import record, replace
from converter.recovery.evidence import confidence, total
from converter.recovery.flat import flatten, part
from converter.recovery.words import last_mark
from converter.schemas import ArticleSchema

RULE = "typed-list"
WEIGHTS = {
    "a bullet": (3.0, "a sign that lists are set with, and a space"),
    "a dash": (1.0, "dashes open lines of speech, too"),
    "counted": (2.0, "each number is one more than that of the item before"),
    "begins with the first": (0.5, "1, a or i"),
    "several": (1.0, "three items or more"),
    "announced by a colon": (1.5, "the paragraph before ends in one"),
    "sentences": (-1.0, "behind dashes: most of them end in a full stop"),
    "speech": (-3.0, "behind dashes: one asks or exclaims"),
    "alone": (-2.0, "no other item stands beside it, and dashes and numbers need one"),
}
"""Evidence that paragraphs are the items of a list; its sum must reach THRESHOLD."""
THRESHOLD = 2.0

_READ_BY_MARKS = ("text", "markdown")
"""Formats whose readers know these marks."""
_MARK = pattern(
    r"""
      (?P<bullet>[-*+•‣◦⁃∙▪▫●○■□·➢➤►▸→⇒\uf0b7\uf0a7\uf0d8])(?=\s)
    | (?P<dash>[–—−])(?=\s)
    | (?P<below>o)(?=\t)                                # Word's bullet of the second level
    | (?P<number>[(]?(?P<core>\d{1,3}|[a-z]|[ivx]{2,5})(?:\.\)|[.)]))(?=\s)
    """,
    re.VERBOSE,
)
_ROMAN = pattern(r"x{0,3}(?:ix|iv|v?i{0,3})\Z")
_DIGITS = {"i": 1, "v": 5, "x": 10}
_STOPS, _SPEECH = ".…。", "?？؟!！"
_SEVERAL = 3
_MAX_DEPTH = 3
"""Lists in lists that people type by hand."""
_MAX_BETWEEN = 30
"""Items of other marks in one item."""


@record()
class _Item:
    """A paragraph that begins with a mark: the mark's family, what it may count as, and where it
    and its white space end in the paragraph's text."""

    paragraph: Paragraph
    kind: str
    family: str
    values: tuple[tuple[str, int], ...]
    end: int
    after: int


def recover_typed_lists(document: Document, schema: ArticleSchema) -> Document:
    """Make lists of the paragraphs that bear the marks of one."""
    if document.source.format in _READ_BY_MARKS:
        return document
    blocks: list[Block] = []
    at = 0
    while at < len(document.blocks):
        end = at
        run: list[_Item] = []
        while end < len(document.blocks) and (item := _item(document.blocks[end])) is not None:
            run.append(item)
            end += 1
        if run:
            blocks += _read(run, blocks[-1] if blocks else None)
        else:
            blocks.append(document.blocks[at])
        at = max(end, at + 1)
    same = len(blocks) == len(document.blocks) and all(
        new is old for new, old in zip(blocks, document.blocks, strict=True)
    )
    return document if same else replace(document, blocks=tuple(blocks))


def _item(block: Block) -> _Item | None:
    if not isinstance(block, Paragraph) or block.role:
        return None
    text = flatten(block.inlines).text
    match = _MARK.match(text)
    if match is None:
        return None
    after = match.end()
    while after < len(text) and text[after].isspace():
        after += 1
    if after == len(text):
        return None
    if match["number"] is None:
        kind = "dash" if match["dash"] else "bullet"
        return _Item(block, kind, match.group(), (), match.end(), after)
    values = _values(match["core"])
    family = match["number"].replace(match["core"], "1" if match["core"].isdigit() else "a", 1)
    return _Item(block, "number", family, values, match.end(), after) if values else None


def _values(core: str) -> tuple[tuple[str, int], ...]:
    """What a number may be read as: style and value."""
    if core.isdigit():
        return (("decimal", int(core)),)
    values: list[tuple[str, int]] = []
    if _ROMAN.match(core):
        digits = [_DIGITS[letter] for letter in core]
        after = [*digits[1:], 0]
        value = sum(
            -own if own < behind else own for own, behind in zip(digits, after, strict=True)
        )
        values.append(("roman", value))
    if len(core) == 1:
        values.append(("alpha", ord(core) - ord("a") + 1))
    return tuple(values)


def _read(run: Sequence[_Item], above: Block | None, depth: int = 0) -> list[Block]:
    """The blocks of paragraphs that all bear marks: lists where they prove to be, else as they
    were. Marks of another family stand in the item above when the first family comes back."""
    blocks: list[Block] = []
    at = 0
    while at < len(run):
        members = _members(run, at, depth)
        items = [run[index] for index in members]
        signs = _signs(items, blocks[-1] if blocks else above)
        if total(signs) >= THRESHOLD:
            between = [
                _read(run[index + 1 : following], None, depth + 1)
                for index, following in pairwise((*members, members[-1] + 1))
            ]
            blocks.append(_list(items, between, signs))
            at = members[-1] + 1
        else:
            blocks.append(run[at].paragraph)
            at += 1
    return blocks


def _members(run: Sequence[_Item], at: int, depth: int) -> list[int]:
    """The indices of the items of the list that begins here."""
    members = [at]
    for index in range(at + 1, len(run)):
        item = run[index]
        if item.family != run[at].family:
            if depth == _MAX_DEPTH or index - members[-1] > _MAX_BETWEEN:
                break
        elif _counts(run, members, item):
            members.append(index)
        else:
            break
    return members


def _counts(run: Sequence[_Item], members: Sequence[int], item: _Item) -> bool:
    """Whether an item goes on counting; bullets need not."""
    first = run[members[0]]
    if not first.values:
        return True
    style, start = _style([first, item])
    return dict(item.values).get(style) == start + len(members)


def _style(items: Sequence[_Item]) -> tuple[str, int]:
    """How the numbers of a list are to be read, and the first: ``i`` is one where ``ii`` follows,
    the ninth letter where ``j`` does."""
    last = dict(items[-1].values)
    for style, start in items[0].values:
        if last.get(style, 0) > start:
            return style, start
    return items[0].values[0]


def _signs(items: Sequence[_Item], above: Block | None) -> tuple[Evidence, ...]:
    first = items[0]
    texts = [text_of(item.paragraph) for item in items]
    marks = [last_mark(text) for text in texts]
    is_dash = first.kind == "dash"
    is_announced = isinstance(above, Paragraph) and last_mark(text_of(above)) in ":："
    holds = {
        "a bullet": first.kind == "bullet",
        "a dash": is_dash,
        "counted": first.kind == "number" and len(items) > 1,
        "begins with the first": any(value == 1 for _, value in first.values),
        "several": len(items) >= _SEVERAL,
        "announced by a colon": is_announced,
        "sentences": is_dash and sum(mark in _STOPS for mark in marks) * 2 > len(marks),
        "speech": is_dash and any(mark in _SPEECH for mark in marks),
        "alone": first.kind != "bullet" and len(items) == 1,
    }
    return tuple(Evidence(name, WEIGHTS[name][0]) for name, true in holds.items() if true)


def _list(
    items: Sequence[_Item], between: Sequence[Sequence[Block]], signs: tuple[Evidence, ...]
) -> BulletList | OrderedList:
    made = tuple(_made(item, nested) for item, nested in zip(items, between, strict=True))
    because = Provenance(RULE, confidence(signs, THRESHOLD), signs)
    if not items[0].values:
        return BulletList(made, provenance=because)
    style, start = _style([items[0], items[-1]])
    return OrderedList(made, start, style, provenance=because)


def _made(item: _Item, nested: Sequence[Block]) -> ListItem:
    flat = flatten(item.paragraph.inlines)
    start = flat.offset(0)
    mark = Span(start, flat.offset(item.end - 1) + 1)
    words = part(item.paragraph, flat.offset(item.after), flat.offset(len(flat.text) - 1) + 1)
    return ListItem((words, *nested), (mark,))
