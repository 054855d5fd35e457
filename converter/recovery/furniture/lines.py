"""Lines of the trade round a text: bylines, embargoes, credits, end marks, dates, share lines.
Told by the schema's phrases, and given a role before anything takes them for headings."""

from __future__ import annotations

from converter.model import (
    Block,
    BulletList,
    Document,
    Evidence,
    ListItem,
    Paragraph,
    leaves,
    text_of,
)
from converter.patterns import pattern
from converter.records import record, replace
from converter.recovery.dates import is_date, is_place_and_date, words_beside_dates
from converter.recovery.furniture.marking import with_role
from converter.recovery.phrases import Phrases, headings_of, phrases_of
from converter.recovery.terms import CALL
from converter.recovery.words import STOPS, WORD, fold, fold_all, is_unspaced, last_mark
from converter.schemas import ArticleSchema

RULE = "line-of-the-trade"


@record()
class _Kind:
    """How a role's phrases give a line away: the longest line in words, whether the phrase is
    all of it (but for a number, a date or a place with a date: ``dated``), and what else must
    be so. ``counted``: a number may stand before the phrase. ``closing``: the
    phrase may close the line, behind names."""

    most_words: int
    whole: bool = False
    names: bool = False
    figures: bool = False
    dated: bool = False
    counted: bool = False
    closing: bool = False


_KINDS: dict[str, _Kind] = {
    "embargo": _Kind(20),
    "kicker": _Kind(14, whole=True, dated=True),
    "end-mark": _Kind(6, whole=True),
    "wire-note": _Kind(30),
    "byline": _Kind(26, names=True),
    "credit": _Kind(24, names=True, closing=True),
    "published": _Kind(24, figures=True),
    "updated": _Kind(24, figures=True),
    "reading-time": _Kind(8, figures=True, counted=True),
    "photo-credit": _Kind(20),
    "copyright": _Kind(30),
    "tags": _Kind(30),
    "share": _Kind(12),
    "advertisement": _Kind(8),
    "read-more": _Kind(30),
    "contact": _Kind(30),
    "newsletter": _Kind(40),
    CALL: _Kind(10),
    "correction": _Kind(60),
    "editor-note": _Kind(60),
}
"""The roles in the order in which they are tried."""
_SMALL_WORDS = frozenset(
    """
    and & und y e et i en con avec mit in de da di du del della dos das von van der den ten the la
    le el al bin ibn for für para pour per voor
    """.split()
)
"""Words in lower case that stand inside a line of names."""
_SMALL_IN_TITLES = _SMALL_WORDS | frozenset(
    """
    der die das dem des l d a o an os as do no na au aux los las les il lo gli het een
    propos author authors company autor autora auteur autrice autore autorin autores empresa
    """.split()
)
"""And those inside the name of a company, or of whoever a paragraph is about."""
_NAMES_END = pattern(r"\s*(?:[,;|/·•(]|\s[–—-]\s)\s*")
"""What parts names from an office, an agency or a place."""
_SEGMENT = pattern(r"\s*[|·•]\s*")
_MOST_OFFICE = 10
"""Words behind the names: ``political editor in Marlow``."""
_ONE_WORD = 8
"""Letters up to which a phrase says little alone: ``by``, ``von``, not ``redacción``."""
_MOST_BESIDE = 8
"""Words beside a date in a line that says when a text appeared; more make a sentence."""
_COUNT = pattern(r"[\W\d]*(?=[^\W\d])")
_LONGEST_UNSPACED, _MOST_NAMES = 20, 4
"""Letters of names in a script without spaces, and words of names in a script without capitals."""
_ENDS = " .)]!"
_SEPARATORS = " -|:/#·•,."
_LONGEST = 120
"""Words of the longest line of the trade: the paragraph about a company."""
_LONGEST_PHRASED = max(kind.most_words for kind in _KINDS.values())
_ABOUT_REACH = 80
"""Code points in which the name of what a paragraph is about begins."""
_MOST_TITLE = 8
"""Words of what such a paragraph is about."""
_FEW_ITEMS = 2
"""Items of a list that may be one line with a dot before it, not a list."""
_CREDIT = pattern(
    r"[^\W\d_][\w.'’\- ]{2,40}\s?/\s?(?P<agency>[A-Z]{2,8}|[A-Z][\w]+ [A-Z][\w]+)\)?\Z"
)


def recover_furniture(document: Document, schema: ArticleSchema) -> Document:
    """Give a role to each paragraph that is such a line."""
    known = _Known(document, schema)
    return replace(document, blocks=tuple(_block(block, known) for block in document.blocks))


class _Known:
    """The schema's phrases and headings; the document's words in lower case, when asked for."""

    def __init__(self, document: Document, schema: ArticleSchema) -> None:
        self._blocks = document.blocks
        self._small: frozenset[str] | None = None
        self.phrases = [(role, kind, phrases_of(schema, role)) for role, kind in _KINDS.items()]
        self.about = headings_of(schema, "about")
        self.headings = frozenset().union(*map(fold_all, schema.headings.values()))

    def is_common(self, word: str) -> bool:
        """Whether the document writes a word in lower case elsewhere, so that it is no name."""
        if self._small is None:
            texts = (leaf.text for leaf in leaves(self._blocks))
            self._small = frozenset(
                found for text in texts for found in WORD.findall(text) if found[0].islower()
            )
        return word.casefold() in self._small


def _block(block: Block, known: _Known) -> Block:
    if isinstance(block, Paragraph):
        return block if block.role else _line(block, known)
    if isinstance(block, BulletList) and len(block.items) <= _FEW_ITEMS:
        items = tuple(_item(item, known) for item in block.items)
        same = all(one is other for one, other in zip(items, block.items, strict=True))
        return block if same else replace(block, items=items)
    return block


def _item(item: ListItem, known: _Known) -> ListItem:
    """The item with a role for its line: ``• This article was amended``."""
    only = item.blocks[0] if len(item.blocks) == 1 else None
    if not isinstance(only, Paragraph) or only.role:
        return item
    line = _line(only, known)
    return item if line is only else replace(item, blocks=(line,))


def _line(block: Paragraph, known: _Known) -> Paragraph:
    text = text_of(block)
    words = text.count(" ") + 1
    if words > _LONGEST_PHRASED:
        return _about(block, text, known) if words <= _LONGEST else block
    folded = fold(text)
    if folded.rstrip(":. ") in known.headings:
        return block
    for role, kind, phrases in known.phrases:
        if words > kind.most_words:
            continue
        found = _phrase(kind, folded, phrases)
        if found and _holds(kind, text, found, known):
            return with_role(block, role, RULE, Evidence(role, 1.0, found))
    if words <= _MOST_OFFICE and (credit := _CREDIT.match(text)) and _is_credit(text):
        return with_role(
            block, "photo-credit", RULE, Evidence("photo-credit", 1.0, credit["agency"])
        )
    return _about(block, text, known)


def _about(block: Paragraph, text: str, known: _Known) -> Paragraph:
    """The paragraph with its role where it tells about a company or an author."""
    if known.about.opening(fold(text[:_ABOUT_REACH])) and _tells_about(text):
        return with_role(block, "about", RULE, Evidence("about", 1.0, "a name before a colon"))
    return block


def _phrase(kind: _Kind, folded: str, phrases: Phrases) -> str:
    """The phrase that gives the line away; empty for none."""
    if not kind.whole:
        found = phrases.opening(folded)
        if not found and kind.closing:
            found = phrases.within(folded)
            found = found if found and folded.rstrip(_ENDS).endswith(found) else ""
        if not found and kind.counted:
            found = phrases.opening(folded[_end_of_count(folded) :])
        return found
    found = phrases.whole(folded)
    if not found and kind.dated:
        opening = phrases.opening(folded)
        rest = folded[len(opening) :].strip(_SEPARATORS + "()[]–—")
        if len(opening) > _ONE_WORD and (_is_numbered(rest) or phrases.whole(rest)):
            found = opening
    return found


def _end_of_count(folded: str) -> int:
    match = _COUNT.match(folded)
    return match.end() if match is not None else 0


_NUMBERED = pattern(r"(?:n[o°ºr]?\.?|num\.?|núm\.?)?\s*[\d/-]+\Z")


def _is_numbered(rest: str) -> bool:
    return _NUMBERED.match(rest) is not None or is_date(rest) or is_place_and_date(rest.title())


def _holds(kind: _Kind, text: str, phrase: str, known: _Known) -> bool:
    if kind.closing and fold(text).rstrip(_ENDS).endswith(phrase):
        words = WORD.findall(text)[: -len(phrase.split())]
        return sum(map(_may_be_name, words)) * 2 >= max(1, len(words))
    if kind.names:
        return _has_names(text, phrase, known)
    if not kind.figures:
        return True
    return any(map(str.isdigit, text)) and words_beside_dates(text) <= _MOST_BESIDE


def _has_names(text: str, phrase: str, known: _Known) -> bool:
    """Whether names follow the phrase, and after them no more than an office or a place."""
    start = fold(text).find(phrase) + len(phrase)
    rest = text[start:].strip(" :：・／＝()[]（）［］")
    if not rest:
        return len(phrase) > _ONE_WORD
    if rest[-1] in ".!?…" and " " in rest.rstrip(".") and not rest[-3:-2].isspace():
        return False
    parts = _NAMES_END.split(rest, maxsplit=1)
    words = WORD.findall(parts[0])
    if is_unspaced(rest):
        return len(rest) <= _LONGEST_UNSPACED and last_mark(rest) not in STOPS
    if not words or not all(_may_be_name(word) or word in _SMALL_WORDS for word in words):
        return False
    names = [word for word in words if _may_be_name(word)]
    if not any(word[0].isupper() for word in words) and len(words) > _MOST_NAMES:
        return False
    if not names or sum(map(known.is_common, names)) * 2 > len(names):
        return False
    offices = _SEGMENT.split(parts[1]) if len(parts) > 1 else []
    return not offices or (
        len(names) > 1 and all(len(office.split()) <= _MOST_OFFICE for office in offices)
    )


def _may_be_name(word: str) -> bool:
    """Whether a word begins with a capital, or is of a script that has none."""
    return word[0].isalpha() and not word[0].islower()


def _tells_about(text: str) -> bool:
    """``About Vale Railways: the company ...``"""
    title, colon, rest = text.partition(":")
    words = title.split()[1:]
    return (
        bool(colon and rest.strip() and words)
        and len(words) <= _MOST_TITLE
        and all(word[0].isupper() or word.casefold() in _SMALL_IN_TITLES for word in words)
    )


def _is_credit(text: str) -> bool:
    """Whether a name stands before an agency: ``Tom Reed/AP``."""
    names = text.partition("/")[0].strip("( ").split()
    return len(names) > 1 and all(name[0].isupper() or name in _SMALL_WORDS for name in names)
