"""Lines of the trade round a text: bylines, embargoes, credits, end marks, dates, share lines.
Told by the schema's phrases, and given a role before anything takes them for headings."""

from __future__ import annotations

from dataclasses import dataclass, replace

from converter.model import Block, Document, Evidence, Paragraph, Provenance, text_of
from converter.recovery.phrases import Phrases, phrases_of
from converter.recovery.words import WORD, fold, fold_all
from converter.schemas import ArticleSchema

RULE = "line-of-the-trade"
_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a role's phrases give a line away: the longest line in words, whether the phrase is
    all of it, and what else must be so."""

    most_words: int
    whole: bool = False
    names: bool = False
    figures: bool = False


_KINDS: dict[str, _Kind] = {
    "embargo": _Kind(20),
    "kicker": _Kind(8, whole=True),
    "end-mark": _Kind(6, whole=True),
    "byline": _Kind(12, names=True),
    "published": _Kind(14, figures=True),
    "updated": _Kind(14, figures=True),
    "photo-credit": _Kind(20),
    "copyright": _Kind(30),
    "tags": _Kind(30),
    "share": _Kind(12),
    "advertisement": _Kind(8),
    "read-more": _Kind(30),
    "correction": _Kind(60),
    "editor-note": _Kind(60),
}
"""The roles in the order in which they are tried."""
_KEY_RULE = "keys-and-values"
_MIN_KEYS = 2
_MAX_KEY, _MAX_VALUE = 4, 14
"""Words."""
_SMALL_WORDS = frozenset("and & und y e et i with con avec mit in de da di von van der the".split())
_LONGEST = max(kind.most_words for kind in _KINDS.values())


def recover_furniture(document: Document, schema: ArticleSchema) -> Document:
    """Give a role to each paragraph that is such a line."""
    phrases = [(role, kind, phrases_of(schema, role)) for role, kind in _KINDS.items()]
    headings = frozenset().union(*map(fold_all, schema.headings.values()))
    blocks = [_line(block, phrases, headings) for block in document.blocks]
    _mark_keys(blocks, fold_all(schema.labels.never))
    return replace(document, blocks=tuple(blocks))


def _mark_keys(blocks: list[Block], keys: frozenset[str]) -> None:
    """Give a role, in place, to keys and values in a row, of which half or more are known."""
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and _key_of(blocks[end]):
            end += 1
        row = [_key_of(block) for block in blocks[start:end]]
        if len(row) >= _MIN_KEYS and sum(key in keys for key in row) * 2 >= len(row):
            for index in range(start, end):
                block = blocks[index]
                assert isinstance(block, Paragraph)
                because = Provenance(_KEY_RULE, _CONFIDENCE)
                blocks[index] = replace(block, role="key-value", provenance=because)
        start = max(end, start + 1)


def _key_of(block: Block) -> str:
    """The folded key of a line such as ``Venue: Corn Hall``; empty when it is none."""
    if not isinstance(block, Paragraph) or block.role:
        return ""
    key, colon, value = text_of(block).partition(":")
    is_line = bool(colon) and bool(value.strip()) and value[:1].isspace() and "?" not in value
    if not is_line or len(key.split()) > _MAX_KEY or len(value.split()) > _MAX_VALUE:
        return ""
    return fold(key)


def _line(
    block: Block, phrases: list[tuple[str, _Kind, Phrases]], headings: frozenset[str]
) -> Block:
    if not isinstance(block, Paragraph) or block.role:
        return block
    text = text_of(block)
    words = text.count(" ") + 1
    if words > _LONGEST:
        return block
    folded = fold(text)
    if folded.rstrip(":. ") in headings:
        return block
    for role, kind, known in phrases:
        if words > kind.most_words:
            continue
        found = known.whole(folded) if kind.whole else known.opening(folded)
        if found and _holds(kind, text, found):
            because = Provenance(RULE, _CONFIDENCE, (Evidence(role, 1.0, found),))
            return replace(block, role=role, provenance=block.provenance or because)
    return block


def _holds(kind: _Kind, text: str, phrase: str) -> bool:
    if kind.names:
        rest = WORD.findall(text)[len(WORD.findall(phrase)) :]
        return bool(rest) and all(word[0].isupper() or word in _SMALL_WORDS for word in rest)
    return not kind.figures or any(character.isdigit() for character in text)
