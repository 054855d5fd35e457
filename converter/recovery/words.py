"""What words and marks look like, in any language: folding for comparison, sentence ends,
capitals. Shared floor of the passes; decides nothing."""

from __future__ import annotations

from functools import lru_cache

from converter.patterns import pattern
from converter.records import record

_FOLD = str.maketrans(
    {
        "’": "'", "‘": "'", "‛": "'", "ʼ": "'", "´": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
        "：": ":", "（": "(", "）": ")", "／": "/", "İ": "i",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None,
        "\ufeff": None,
    }
)  # fmt: skip
"""Characters that writers and scrapers vary without meaning, and those that nobody sees."""
_VARIES = pattern("[" + "".join(map(chr, _FOLD)) + "]")

WORD = pattern(r"[^\W_]+(?:['’.\-][^\W_]+)*")
CLOSERS = "\"'”’»)]}›*_"
"""What may stand between a sentence's last mark and its end."""
OPENERS = "\"'“‘«([{¿¡‹„*_"
STOPS = ".…。．؟?!！？।"
_ASKING = "?？؟\u037e⁇"
_QUESTION = pattern(rf"[{_ASKING}]|(?<=[\u0370-\u03ff\u1f00-\u1fff]);")
"""The question marks of all scripts; in Greek it is a semicolon."""
_SENTENCE_BREAK = pattern(r"(?<=[^\W\d_])[.!?…][\"”’»)\]]*\s+[\"“‘«(\[¿¡]*(?=[^\W\d_])")


def fold(text: str) -> str:
    """The text as compared: case, quotation marks, dashes and white space made alike."""
    if not (text.isascii() and "`" not in text) and _VARIES.search(text):
        text = text.translate(_FOLD)
    return " ".join(text.casefold().split())


@lru_cache(maxsize=256)
def fold_all(texts: tuple[str, ...]) -> frozenset[str]:
    """Folded forms of several texts, for look-up. Kept, since a schema's words are many and are
    asked for with every document."""
    return frozenset(map(fold, texts))


def last_mark(text: str) -> str:
    """The last character that is no closing quote or bracket; empty for empty text."""
    stripped = text.rstrip().rstrip(CLOSERS).rstrip()
    return stripped[-1:] or text.rstrip()[-1:]


def asks(text: str) -> bool:
    """Whether the text ends with a question mark."""
    mark = last_mark(text)
    if mark == ";":
        return _QUESTION.match(text, text.rindex(";")) is not None
    return bool(mark) and mark in _ASKING


def holds_question(text: str) -> bool:
    """Whether a question mark stands anywhere in the text."""
    return _QUESTION.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether the text closes with a full stop or its like."""
    return last_mark(text) in STOPS


_LETTERS = pattern(r"(?<![^\W_])(?:[^\W\d_]\.){2,}\Z")
"""An abbreviation of letters at the end (``U.S.``)."""


def ends_in_full_stop(text: str) -> bool:
    """Whether a full stop closes the text, and not an abbreviation."""
    return last_mark(text) in ".…。।" and _LETTERS.search(text) is None


def first_letter(text: str) -> str:
    """The first character that is no opening quote or bracket."""
    return text.lstrip().lstrip(OPENERS)[:1]


@record()
class Abbreviations:
    """What ends in a full stop and ends no sentence: written with a capital (``Mass.``) it counts
    with its capitals alone, written without it counts in any case."""

    as_written: frozenset[str]
    folded: frozenset[str]

    def close(self, text: str, end: int) -> bool:
        """Whether the words up to an offset, behind their full stop, end in one: ``in Mass.``,
        ``z. B.``; a single letter does too."""
        words = text[max(0, end - _LONGEST_ABBREVIATION) : end].split()
        for count in range(1, min(len(words), _WORDS_OF_ABBREVIATION) + 1):
            written = " ".join(words[-count:]).translate(_FOLD).lstrip("\"'([{")
            if written in self.as_written or written.casefold() in self.folded:
                return True
            if count == 1 and len(written) == _LETTER_AND_STOP and written[0].isalpha():
                return True
        return False


_LONGEST_ABBREVIATION, _WORDS_OF_ABBREVIATION = 40, 3
_LETTER_AND_STOP = 2


@lru_cache(maxsize=64)
def abbreviations_of(listed: tuple[str, ...]) -> Abbreviations:
    """A schema's abbreviations, ready for look-up."""
    alike = [" ".join(text.translate(_FOLD).split()) for text in listed]
    parts = (text.split()[:-1] for text in alike)  # EE. of EE. UU.
    alike += [part for first in parts for part in first if part.endswith(".")]
    lower = {text for text in alike if text == text.lower()}
    return Abbreviations(frozenset(alike) - lower, frozenset(map(str.casefold, lower)))


def sentence_breaks(text: str, abbreviations: Abbreviations) -> list[int]:
    """Where a new sentence begins inside the text: offsets of its first character."""
    return [
        match.end()
        for match in _SENTENCE_BREAK.finditer(text)
        if not text[match.end()].islower() and not abbreviations.close(text, match.start() + 1)
    ]


_UNSPACED = pattern(r"[\u0e00-\u0eff\u3040-\u9fff]")
"""Letters of scripts that put no space between words: Thai, Lao, kana, Han."""


def is_unspaced(text: str) -> bool:
    """Whether letters of such a script stand in the text."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def word_count(text: str) -> int:
    """How many words a text has; where a script parts none, two letters count as one."""
    words = len(text.split())
    return words if text.isascii() else words + len(_UNSPACED.findall(text)) // 2


def capital_share(text: str) -> float:
    """Of the words of four letters and more after the first word, the share that begins with a
    capital; -1 when there are none, as in scripts without capitals."""
    words = WORD.findall(text)[1:]
    long = [word for word in words if len(word) > 3 and word[0].lower() != word[0].upper()]
    if not long:
        return -1.0
    return sum(1 for word in long if word[0].isupper()) / len(long)


def is_shouted(text: str) -> bool:
    """Whether all letters are capitals, and there are enough of them to say so."""
    letters = [character for character in text if character.isalpha()]
    return len(letters) > 3 and text.upper() == text and text.lower() != text
