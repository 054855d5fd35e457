"""Looking for a schema's phrases in folded text, in one pass over its words. Shared floor."""

from __future__ import annotations

from functools import lru_cache

from converter.patterns import pattern
from converter.records import record
from converter.recovery.words import fold
from converter.schemas import ArticleSchema

_WORD = pattern(r"\w+")
_WRAPPING = "([{（［【*- \"'"


@record()
class Phrases:
    """Phrases by their first word, the longest first; those that begin with a sign apart."""

    by_word: dict[str, tuple[str, ...]]
    signs: tuple[str, ...]

    def opening(self, folded: str) -> str:
        """The phrase that the text begins with, brackets aside; empty for none."""
        sign = next((sign for sign in self.signs if folded.startswith(sign)), "")
        text = folded.lstrip(_WRAPPING)
        match = _WORD.match(text)
        return sign or (self._at(text, 0, match.group()) if match is not None else "")

    def within(self, folded: str) -> str:
        """The first phrase that stands anywhere in the text; empty for none."""
        for match in _WORD.finditer(folded):
            found = self._at(folded, match.start(), match.group())
            if found:
                return found
        return ""

    def whole(self, folded: str) -> str:
        """The phrase that is all of the text, its last mark aside; empty for none."""
        text = folded.rstrip(".:! ") or folded
        for candidate in (folded, text):
            found = self.opening(candidate)
            if found == candidate.lstrip(_WRAPPING) or found == candidate:
                return found
        return ""

    def _at(self, text: str, start: int, word: str) -> str:
        for phrase in self.by_word.get(word, ()):
            end = start + len(phrase)
            if text.startswith(phrase, start) and not (
                phrase[-1].isalnum() and text[end : end + 1].isalnum()
            ):
                return phrase
        return ""


def phrases_of(schema: ArticleSchema, *roles: str) -> Phrases:
    """The schema's phrases of these roles."""
    return index_of(tuple(schema.phrases.get(role, ()) for role in roles))


def headings_of(schema: ArticleSchema, *roles: str) -> Phrases:
    """The schema's headings of these roles, to be looked for in running text."""
    return index_of(tuple(schema.headings.get(role, ()) for role in roles))


@lru_cache(maxsize=256)
def index_of(groups: tuple[tuple[str, ...], ...]) -> Phrases:
    """Phrases ready to be looked for. Kept: a schema's are many and are asked for with every
    document."""
    by_word: dict[str, list[str]] = {}
    signs: list[str] = []
    for phrase in sorted({fold(text) for group in groups for text in group}, key=_longest_first):
        match = _WORD.match(phrase)
        if match is not None:
            by_word.setdefault(match.group(), []).append(phrase)
        elif phrase:
            signs.append(phrase)
    return Phrases({word: tuple(found) for word, found in by_word.items()}, tuple(signs))


def _longest_first(phrase: str) -> tuple[int, str]:
    return -len(phrase), phrase
