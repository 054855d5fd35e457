"""How well fused files are parted: ``python benchmarks/recovery/partings.py``.

Articles of the corpus are put behind one another (fused.py), as they are and with what newsrooms
put between; precision and recall are of the headlines behind the first. The documents of the
corpus themselves are articles mostly: what is parted there is counted too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator

import corpus
import fused

from converter.model import Document, Section, text_of
from converter.recovery import recover

_GROUPS = 260
_BYLINES = {
    "en": "By Ines Vale",
    "es": "Por Andrés Gil",
    "fr": "Par Claire Vasseur",
    "de": "Von Jule Brandt",
    "it": "Di Marta Costa",
    "pt": "Por Rita Nunes",
}
Seam = Callable[[corpus.Entry, int], str]
"""The text of an article with its seam, given its place in the file."""


def main() -> None:
    """Measure, and print what was wrong when asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", type=int, default=_GROUPS)
    parser.add_argument("--wrong", metavar="SEAM", choices=sorted(SEAMS))
    arguments = parser.parse_args()
    corpus.require()
    groups = list(fused.groups(arguments.groups))
    if arguments.wrong:
        for group in groups:
            print(*_wrong(group, SEAMS[arguments.wrong]), sep="\n", end="")
        return
    print("between two articles          headlines  precision  recall")
    for name, seam in SEAMS.items():
        count: Counter[str] = Counter()
        for group in groups:
            found, true = _parted(group, seam)
            count.update(found=len(found), true=len(true), right=len(found & true))
        precision, recall = count["right"] / count["found"], count["right"] / count["true"]
        print(f"{name:28} {count['true']:10} {precision:10.2f} {recall:7.2f}")
    _print_single()


def _text(entry: corpus.Entry) -> str:
    return corpus.text(entry.name).strip("\n")


def _below(line: Callable[[corpus.Entry], str]) -> Seam:
    """A line below the headline, where the text begins with it."""

    def seam(entry: corpus.Entry, place: int) -> str:
        headline, text = fused.titles(corpus.truth(entry.name))[0], _text(entry)
        if not text.startswith(headline):
            return text
        return f"{headline}\n{line(entry)}{text[len(headline) :]}"

    return seam


SEAMS: dict[str, Seam] = {
    "nothing": lambda entry, place: _text(entry),
    "an author below": _below(lambda entry: _BYLINES.get(entry.language, _BYLINES["en"])),
    "a date below": _below(lambda entry: "4 May 2024"),
    "stars": lambda entry, place: ("* * *\n" if place else "") + _text(entry),
    "a rule": lambda entry, place: ("\n---\n\n" if place else "") + _text(entry),
    "end marks": lambda entry, place: f"{_text(entry)}\n-30-",
    "a kicker above": lambda entry, place: f"NEWS RELEASE\n{_text(entry)}",
}


def _parted(group: tuple[corpus.Entry, ...], seam: Seam) -> tuple[set[str], set[str]]:
    """The headlines behind the first that were found, and the true ones."""
    text = "\n".join(seam(entry, place) for place, entry in enumerate(group)) + "\n"
    document = recover(corpus.document(group[0].name, text), corpus.schema())
    true = {_key(title) for entry in group[1:] for title in fused.titles(corpus.truth(entry.name))}
    return {_key(title) for title in _headlines(document)[1:]}, true


def _wrong(group: tuple[corpus.Entry, ...], seam: Seam) -> Iterator[str]:
    found, true = _parted(group, seam)
    yield from (f"- {title}\n" for title in sorted(found - true))
    yield from (f"+ {title}\n" for title in sorted(true - found))


def _print_single() -> None:
    parted, false = 0, 0
    for entry in corpus.entries():
        true = {_key(title) for title in fused.titles(corpus.truth(entry.name))}
        found = _headlines(recover(corpus.document(entry.name), corpus.schema()))[1:]
        parted += len(found)
        false += sum(_key(title) not in true for title in found)
    print(f"the corpus itself: parted {parted} times, {false} of them wrongly")


def _headlines(document: Document) -> list[str]:
    return [
        text_of(block.heading)
        for block in document.blocks
        if isinstance(block, Section) and block.role == "article" and block.heading
    ]


def _key(title: str) -> str:
    return "".join(sign for sign in title.casefold() if sign.isalnum())


if __name__ == "__main__":
    main()
