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
_KEY_RULE = "keys-that-open-a-file"
_MIN_KEYS = 2
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
    """Give a role to the keys and values that open a file, such as a mail's headers, in place."""
    end = 0
    while end < len(blocks) and _is_key(blocks[end], keys):
        end += 1
    if end < _MIN_KEYS:
        return
    for index in range(end):
        block = blocks[index]
        if isinstance(block, Paragraph) and not block.role:
            because = Provenance(_KEY_RULE, _CONFIDENCE)
            blocks[index] = replace(block, role="key-value", provenance=because)


def _is_key(block: Block, keys: frozenset[str]) -> bool:
    if not isinstance(block, Paragraph):
        return False
    key, colon, value = text_of(block).partition(":")
    return bool(block.role) or (bool(colon) and bool(value.strip()) and fold(key) in keys)


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
