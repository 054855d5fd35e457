"""What to say when a name is not known: the known one that is nearest, or the list of them."""

from __future__ import annotations

from collections.abc import Iterable

LIKENESS = 0.6
"""How alike two words must be (difflib's ratio) to be taken for one mistyped: below it, guesses
such as ``pdf`` for ``docx`` begin."""


def unknown(kind: str, word: str, known: Iterable[str]) -> str:
    """A sentence: there is no ``kind`` of this name, and which one was perhaps meant.

    >>> unknown("rendition", "jsn", ["json", "docx"])
    'there is no rendition "jsn"; did you mean "json"?'
    >>> unknown("rendition", "epub", ["json", "docx"])
    'there is no rendition "epub"; choose from json, docx'
    """
    names = list(known)
    near = nearest(word, names)
    advice = f'did you mean "{near}"?' if near else f"choose from {', '.join(names)}"
    return f'there is no {kind} "{word}"; {advice}'


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one, however its case; empty when none is."""
    from difflib import get_close_matches

    by_case = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_case, n=1, cutoff=LIKENESS)
    return by_case[found[0]] if found else ""
