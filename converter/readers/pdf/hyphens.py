"""Words divided at the ends of lines: which hyphens are the typesetter's, not the writer's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.patterns import pattern
from converter.readers.pdf.lines import Line
from converter.records import record

HYPHENS = "-‐\u00ad"
SOFT = "\u00ad"
_WORD = pattern(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_END = pattern(r"([^\W\d_]+)[-‐\u00ad]\Z")
_START = pattern(r"[^\W\d_]+")
_LEAST, _SHARE = 5, 0.05
"""Divided words, and their share of the lines, from which on a document is one that divides words
though none of them stands undivided elsewhere. Words that are written with a hyphen come to stand
at a line's end too, but seldom."""


@record()
class Hyphens:
    """What is known of a document: the words that stand in it undivided, and whether words are
    divided at the ends of its lines."""

    words: frozenset[str]
    divides: bool

    def is_set(self, above: str, below: str) -> bool:
        """Whether the hyphen at the end of one line, before the next, was put there to divide
        a word: the whole word stands elsewhere; or neither half does by itself; or one does not,
        in a document that divides words. With a hyphen it stands nowhere."""
        if above.endswith(SOFT):
            return True
        left, right = _END.search(above), _START.match(below)
        if left is None or right is None:
            return False
        start, end = left[1].casefold(), right[0].casefold()
        if start + end in self.words:
            return True
        if f"{start}-{end}" in self.words:
            return False
        seen = (start in self.words) + (end in self.words)
        return seen == 0 or (seen == 1 and self.divides)


def is_divided(above: str, below: str) -> bool:
    """Whether a line ends in a hyphen and the next goes on in small letters."""
    return (
        len(above) > 1
        and above[-1] in HYPHENS
        and (above[-2].isalpha() or above[-1] == SOFT)
        and below[:1].islower()
    )


def hyphens_of(paragraphs: Iterable[Sequence[Line]]) -> Hyphens:
    """What the lines of a document, in paragraphs, tell of its hyphens."""
    words: set[str] = set()
    divided: list[str] = []
    count = 0
    for lines in paragraphs:
        texts = [line.text for line in lines]
        count += len(texts)
        begins = 0
        for index, text in enumerate(texts):
            cut = index + 1 < len(texts) and is_divided(text, texts[index + 1])
            found = [match for match in _WORD.finditer(text) if match.start() >= begins]
            start = _START.match(texts[index + 1]) if cut else None
            begins = start.end() if start else 0
            if start and found:  # the halves of a divided word are no words
                divided.append(found.pop()[0].casefold() + start[0].casefold())
            words.update(match[0].casefold().replace("‐", "-") for match in found)
    known = any(word in words for word in divided)
    return Hyphens(frozenset(words), known or len(divided) >= max(_LEAST, _SHARE * count))
