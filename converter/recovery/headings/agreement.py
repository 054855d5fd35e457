"""The second reading: what the likely headings of a document say about each line. Lines of one
form (how they end, how they are set) are headings together or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from converter.recovery.headings.lines import Line
from converter.recovery.words import ends_sentence

LIKELY = 0.5
_ENDS = (
    "ends as a sentence", "asks", "exclaims", "ends in a colon", "ends in mid-sentence",
    "ends in a bracket",
)  # fmt: skip
_SETTINGS = ("title case", "all capitals")

AGREEMENT = {
    "lines of its form are headings": "two others or more, likely on the whole",
    "some lines of its form are": "two others or more, doubtful on the whole",
    "lines of its form are none": "three others or more, unlikely on the whole",
    "no other has its form": "",
    "the next line is likelier": "one of two neighbours",
    "the line before is likelier": "",
    "the next line is likely": "two headings in a row are rare",
    "the line before is likely": "",
    "the line before signs": "a signature stands above",
    "stands where others sign": "two signatures or more in the document, between the same blocks",
    "the document has many": "four likely headings or more",
    "the document has hardly any": "one at most",
    "most headings are marked": "the marks state more than the likely lines",
}
"""Name -> what it means."""

_SIGNS = "signs what stands above"
_SIGNATURES = 2
"""Signatures that make a text one of letters."""

Names = tuple[str, ...]
_Form = tuple[str, str, bool, bool, bool]


def _form_of(signs: Sequence[str]) -> _Form:
    """How a line ends and how it is set."""
    held = set(signs)
    return (
        next((name for name in _ENDS if name in held), ""),
        next((name for name in _SETTINGS if name in held), ""),
        "is counted" in held,
        "set bold" in held,
        _SIGNS in held,
    )


def agreement_of(
    lines: Sequence[Line],
    signs: Sequence[Sequence[str]],
    likely: Sequence[float],
    stated: int,
) -> list[Names]:
    """For each line the names of the second reading's signs that hold, given how likely each
    line is by the first, and how many headings the marks state."""
    known: dict[_Form, _Form] = {}
    forms = [known.setdefault(form, form) for form in map(_form_of, signs)]
    sums: dict[_Form, tuple[float, int]] = {}
    for form, probability in zip(forms, likely, strict=True):
        total, count = sums.get(form, (0.0, 0))
        sums[form] = (total + probability, count + 1)
    at = {line.index: probability for line, probability in zip(lines, likely, strict=True)}
    headings = sum(probability > LIKELY for probability in likely)
    signatures = {line.index for line, held in zip(lines, signs, strict=True) if _SIGNS in held}
    same: dict[Names, Names] = {}
    found = (
        (
            *_signs(line, probability, sums[form], at, headings, stated),
            *_beside_signatures(line, signatures),
        )
        for line, form, probability in zip(lines, forms, likely, strict=True)
    )
    return [same.setdefault(names, names) for names in found]


def _beside_signatures(line: Line, signatures: set[int]) -> list[str]:
    if line.index - 1 in signatures:
        return ["the line before signs"]
    is_one = (
        len(signatures) >= _SIGNATURES
        and line.index not in signatures
        and (line.before, line.after) == ("long", "line")
        and ends_sentence(line.before_text)
    )
    return ["stands where others sign"] if is_one else []


def _signs(
    line: Line,
    own: float,
    form: tuple[float, int],
    at: dict[int, float],
    headings: int,
    stated: int,
) -> Names:
    others = form[1] - 1
    mean = (form[0] - own) / others if others else 0.0
    following = at.get(line.index + 1, 0.0)
    before = at.get(line.index - 1, 0.0)
    holds = (
        ("lines of its form are headings", others >= 2 and mean >= 0.6),
        ("some lines of its form are", others >= 2 and 0.3 <= mean < 0.6),
        ("lines of its form are none", others >= 3 and mean < 0.15),
        ("no other has its form", others < 2),
        ("the next line is likelier", following > own + 0.1),
        ("the line before is likelier", before > own + 0.1),
        ("the next line is likely", following > LIKELY),
        ("the line before is likely", before > LIKELY),
        ("the document has many", headings >= 4),
        ("the document has hardly any", headings <= 1),
        ("most headings are marked", stated > headings),
    )
    return tuple(name for name, true in holds if true)
