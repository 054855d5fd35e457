"""Lines that prove one another by standing in a row: keys and values, buttons to pass a text on,
tags with a hash, a trail of rubrics, whom to call."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from converter.model import Block, Document, Evidence, Heading, Paragraph, text_of
from converter.patterns import pattern
from converter.records import replace
from converter.recovery.furniture.marking import with_role
from converter.recovery.words import WORD, fold, fold_all
from converter.schemas import ArticleSchema

_KEY_RULE = "keys-and-values"
_BUTTON_RULE = "row-of-buttons"
_TAGS_RULE = "row-of-tags"
_TRAIL_RULE = "trail-of-rubrics"
_CONTACT_RULE = "whom-to-call"
_MIN_KEYS = 2
_MAX_KEY, _MAX_VALUE = 4, 14
"""Words."""
_MIN_BUTTONS, _MAX_BUTTONS = 2, 14
_COUNTER = pattern(r"[^\W\d_]{5,}\s?\(\d{1,5}\)|\d{1,5}\s[^\W\d_]{5,}")
"""``Comments (23)``: a button that counts needs no other beside it."""
_TAG = pattern(r"#[^\W\d]\w*(?:\s*[,|·]?\s+#[^\W\d]\w*)+")
_PARTED = pattern(r"\s*[|·•,;]\s*")
_MAX_LABEL = 3
"""Words of a line that says that tags follow."""
_ARROW = pattern(r"\s[»›>→]\s")
_MAX_TRAIL, _LONGEST_TRAIL = 8, 120
"""Blocks at the head of a file among which it stands, and code points that it has at most."""
_MIN_RUBRICS, _MAX_RUBRIC = 3, 4
"""Rubrics of a trail, and words of one."""
_REACHED_AT = pattern(
    r"[\w.+-]+@[\w-]+\.\w|\+?\(?\d[\d\s()./-]{6,}\d|https?://|www\.|\btel\b|\bt:", re.IGNORECASE
)
"""A mail address, a number to call, a page."""
_LONGEST_ROW, _LONGEST_OPENING = 250, 60
"""Code points of a line in a row, and of one that says whom to call."""
_MAX_CONTACT, _MAX_CONTACT_WORDS = 8, 12
"""Lines below the one that says whom to call, and words of such a line."""


def recover_rows(document: Document, schema: ArticleSchema) -> Document:
    """Give a role to the paragraphs of each such row."""
    blocks = list(document.blocks)
    _mark_contacts(blocks, fold_all(schema.headings.get("contact", ())))
    _mark_buttons(blocks, fold_all(schema.phrases.get("share-button", ())))
    _mark_keys(blocks, fold_all(schema.labels.never))
    return replace(document, blocks=tuple(blocks))


def _mark(blocks: list[Block], indices: Sequence[int], role: str, rule: str, why: str) -> None:
    """Give these blocks, which are paragraphs, a role, in place."""
    for index in indices:
        block = blocks[index]
        if isinstance(block, Paragraph) and not block.role:
            blocks[index] = with_role(block, role, rule, Evidence(role, 1.0, why))


def _rows(blocks: Sequence[Block], belongs: Callable[[Block], bool]) -> list[range]:
    """The runs of blocks that belong."""
    rows: list[range] = []
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and belongs(blocks[end]):
            end += 1
        if end > start:
            rows.append(range(start, end))
        start = max(end, start + 1)
    return rows


# --- keys and values --------------------------------------------------------------------------


def _mark_keys(blocks: list[Block], keys: frozenset[str]) -> None:
    """Keys and values in a row, of which half or more are known."""
    for row in _rows(blocks, lambda block: bool(_key_of(block))):
        known = sum(_key_of(blocks[index]) in keys for index in row)
        if len(row) >= _MIN_KEYS and known * 2 >= len(row):
            _mark(blocks, row, "key-value", _KEY_RULE, f"{known} of {len(row)} keys are known")


def _key_of(block: Block) -> str:
    """The folded key of a line such as ``Venue: Corn Hall``; empty when it is none."""
    if not isinstance(block, Paragraph) or block.role:
        return ""
    text = text_of(block)
    if len(text) > _LONGEST_ROW or ":" not in text:
        return ""
    key, colon, value = text.partition(":")
    is_line = bool(colon) and bool(value.strip()) and value[:1].isspace() and "?" not in value
    if not is_line or len(key.split()) > _MAX_KEY or len(value.split()) > _MAX_VALUE:
        return ""
    return fold(key)


# --- buttons and tags -------------------------------------------------------------------------


def _mark_buttons(blocks: list[Block], known: frozenset[str]) -> None:
    """``Facebook | Twitter | Print`` in one line, or one word to a line; ``#harbour #storm``."""
    for row in _rows(blocks, lambda block: _shares(block) or _buttons(block, known) > 0):
        count = sum(_shares(blocks[index]) or _buttons(blocks[index], known) for index in row)
        if count >= _MIN_BUTTONS:
            _mark(blocks, row, "share", _BUTTON_RULE, f"{count} words of buttons")
    for index, block in enumerate(blocks):
        text = text_of(block) if isinstance(block, Paragraph) and not block.role else ""
        if text[:1] == "#" and _TAG.fullmatch(text):
            _mark(blocks, (index,), "tags", _TAGS_RULE, "words with a hash")
        elif index < _MAX_TRAIL and len(text) < _LONGEST_TRAIL and _is_trail(text):
            _mark(blocks, (index,), "breadcrumb", _TRAIL_RULE, "rubrics with arrows between")
    _mark_listed_tags(blocks)


def _mark_listed_tags(blocks: list[Block]) -> None:
    """``Filed under`` in one line, and the tags in the next."""
    for index in range(1, len(blocks)):
        above, block = blocks[index - 1], blocks[index]
        if not isinstance(above, Paragraph) or above.role != "tags":
            continue
        text = text_of(block) if isinstance(block, Paragraph) and not block.role else ""
        if len(text_of(above).split()) <= _MAX_LABEL and 0 < len(text) <= _LONGEST_ROW:
            tags = _PARTED.split(text)
            if len(tags) > 1 and all(0 < len(tag.split()) <= _MAX_RUBRIC for tag in tags):
                _mark(blocks, (index,), "tags", _TAGS_RULE, "short words in a row below a label")


def _is_trail(text: str) -> bool:
    """Whether a line says where on a site the text stands: ``Home » News » Marlow``."""
    arrows = set(map(str.strip, _ARROW.findall(text)))
    if len(arrows) != 1 or text[-1:] in ".!?:":
        return False
    rubrics = _ARROW.split(text)
    return len(rubrics) >= _MIN_RUBRICS and all(
        0 < len(rubric.split()) <= _MAX_RUBRIC for rubric in rubrics
    )


def _shares(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role == "share"


def _buttons(block: Block, known: frozenset[str]) -> int:
    """How many words of buttons a line is made of; 0 when it holds another word."""
    if not isinstance(block, Paragraph) or block.role:
        return 0
    text = text_of(block)
    if len(text) > _LONGEST_ROW:
        return 0
    words = [word for word in WORD.findall(fold(text)) if not word.isdigit()]
    if len(words) == 1 and _COUNTER.fullmatch(text) and known.issuperset(words):
        return _MIN_BUTTONS
    return len(words) if len(words) <= _MAX_BUTTONS and known.issuperset(words) else 0


# --- whom to call -----------------------------------------------------------------------------


def _mark_contacts(blocks: list[Block], headings: frozenset[str]) -> None:
    """The short lines below one that says whom to call, when an address stands in them."""
    for index, block in enumerate(blocks):
        if not _opens_contact(block, headings):
            continue
        end = index + 1
        while end < min(len(blocks), index + 1 + _MAX_CONTACT) and _is_contact(blocks[end]):
            end += 1
        while end > index + 1 and not _REACHED_AT.search(text_of(blocks[end - 1])):
            end -= 1
        leads_on = end > index + 1 and text_of(block).rstrip().endswith(":")
        first = index if leads_on else index + 1
        _mark(blocks, range(first, end), "contact", _CONTACT_RULE, "whom to call, and where")


def _opens_contact(block: Block, headings: frozenset[str]) -> bool:
    if isinstance(block, Paragraph) and block.role == "contact":
        return True
    if not isinstance(block, Paragraph | Heading):
        return False
    text = text_of(block)
    return len(text) <= _LONGEST_OPENING and fold(text).strip(": ") in headings


def _is_contact(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.role not in ("", "contact"):
        return False
    text = text_of(block)
    return len(text.split()) <= _MAX_CONTACT_WORDS and (
        text[-1:] not in ".!?" or _REACHED_AT.search(text) is not None
    )
