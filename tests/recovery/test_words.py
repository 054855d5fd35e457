"""What ends a sentence, and what only ends in a full stop."""

from __future__ import annotations

import pytest

from converter.recovery.words import abbreviations_of, sentence_breaks
from shapes import SCHEMA

KNOWN = abbreviations_of(SCHEMA.abbreviations)


@pytest.mark.parametrize(
    "text",
    [
        "He moved to Boston, Mass. Vale stayed",
        "On. Rossi spoke",
        "El presidente de EE. UU. Vale habló",
        "Der Rat, z. B. Voss, blieb",
        "M. Girard et Mme. Tissot",
        "a ministra e o Exmo. Senhor Lima",
        "mevr. Linde en dhr. Smit",
        "(Mr. Reed) and “Dr. Vale”",
        "J. Reed and O. Brandt",
        "Etc. Vale and etc. Reed",
        "der Bgm. Voss und die Red. Nord",
    ],
)
def test_abbreviation_ends_no_sentence(text: str) -> None:
    assert sentence_breaks(text, KNOWN) == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("It had no mass. Vale weighed it", "Vale"),
        ("Der Lotse sah mich. Voss nicht", "Voss"),
        ("They felt ill. Reed left", "Reed"),
        ("The light was on. Vale read", "Vale"),
        ("La prima fu mia. Rossi rise", "Rossi"),
        ("Le pareció mal. Ruiz calló", "Ruiz"),
        ("Zij lazen een gids. Smit sliep", "Smit"),
    ],
)
def test_word_in_lower_case_ends_its_sentence(text: str, begins: str) -> None:
    assert [text[at:].split(maxsplit=1)[0] for at in sentence_breaks(text, KNOWN)] == [begins]


def test_abbreviation_in_capitals_counts_with_its_capitals_alone() -> None:
    known = abbreviations_of(("Mass.", "etc.", "z. B."))
    assert sentence_breaks("in Mass. Vale", known) == []
    assert sentence_breaks("in mass. Vale", known) == [9]
    assert sentence_breaks("and ETC. Vale, or z. b. Vale", known) == []
