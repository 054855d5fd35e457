"""Which labels are one person's: a full name, a part of it, its initials, a title before it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

MAX_SPEAKERS = 200
"""Beyond so many labels a file is a list of keys, and kinship is not looked for."""

_TITLES = frozenset(
    """
    dr prof mr mrs ms miss sir dame hon rep sen gov gen col capt lt rev doctor professor senator
    sr sra dra don doña m mme mlle me maître herr frau sig sigra dott dottssa avv ing lic
    pan pani dhr mevr г-н г-жа
    """.split()
)
_SMALL = frozenset(
    "of the and van von der den de del della da di do dos du la le el y e et und ter".split()
)
"""Words inside names that begin with a small letter."""
MAX_NAME_WORDS = 7
"""Names with a title and a role; a longer run of words before a colon is a clause."""


_ARTICLES = frozenset("the la le les l' el los las il lo gli der die das de het o os a as".split())
"""Words before a name that no short form keeps."""


def initials(key: str) -> str:
    """The first letters of a folded name's words: ``kate garcia`` gives ``kg``."""
    return "".join(word[0] for word in re.split(r"[\s.\-]+", key) if word)


def _letters_of(words: tuple[str, ...]) -> tuple[str, str]:
    """The initials of all words, and of those that a name writes with a capital."""
    return initials(" ".join(words)), initials(" ".join(w for w in words if w not in _SMALL))


def looks_like_name(label: str) -> bool:
    """Initials, or words that all begin with a capital; in scripts without capitals, any."""
    words = [word for word in label.replace(".", " ").split() if word[0].isalpha()]
    return (
        bool(words)
        and len(words) <= MAX_NAME_WORDS
        and not words[0][0].islower()
        and all(
            not word[0].islower() or word in _SMALL or _behind_elision(word).isupper()
            for word in words
        )
    )


def _behind_elision(word: str) -> str:
    """The first letter behind a small word that lost its vowel: ``d'Elm``, ``dell'Arno``."""
    return word.replace("’", "'").partition("'")[2][:1]


def name_words(key: str) -> tuple[str, ...]:
    """The words of a folded name without titles; letters with full stops are one word."""
    words = tuple(word.strip(".,") for word in key.split())
    words = tuple(word for word in words if word)
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return ("".join(words),)
    words = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
    return tuple(word for word in words if word not in _TITLES) or words


def is_kin(one: str, other: str) -> bool:
    """Whether two folded labels can be one person: initials, a title, or one name inside the
    other."""
    short, long = sorted((name_words(one), name_words(other)), key=len)
    if short == long:
        return True
    if len(short) < len(long) and set(short) <= set(long) and min(map(len, short)) > 1:
        return True
    letters = "".join(short).replace(".", "")
    return len(short) == 1 < len(long) and len(letters) > 1 and letters in _letters_of(long)


def families(keys: Sequence[str], apart: Collection[str] = ()) -> list[list[str]]:
    """Keys grouped by person, the fullest form first: a short form joins a full one when only
    one fits. The keys in ``apart`` stay by themselves."""
    if len(keys) > MAX_SPEAKERS:
        return [[key] for key in keys]
    found: list[list[str]] = []
    for key in sorted(keys, key=lambda key: -len(name_words(key))):
        kin = (
            []
            if key in apart
            else [family for family in found if family[0] not in apart and is_kin(key, family[0])]
        )
        if len(kin) == 1:
            kin[0].append(key)
        else:
            found.append([key])
    return found
