"""How well fused files are parted: ``python benchmarks/recovery/partings.py``.

Articles of the corpus are put behind one another (fused.py); precision and recall are of the
headlines behind the first, among all and among those that were found as headings at all. The
documents of the corpus themselves are articles mostly: what is parted there is counted too.
"""

from __future__ import annotations

import argparse
from collections import Counter

import corpus
import fused

from converter.model import Document, Heading, Section, text_of, walk
from converter.recovery import recover

_GROUPS = 260


def main() -> None:
    """Measure, and print what was wrong when asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--groups", type=int, default=_GROUPS)
    parser.add_argument(
        "--wrong", action="store_true", help="show what was parted, or not, wrongly"
    )
    arguments = parser.parse_args()
    corpus.require()
    count: Counter[str] = Counter()
    for group in fused.groups(arguments.groups):
        document = recover(corpus.document(group[0].name, fused.joined(group)), corpus.schema())
        true = {
            _key(title) for entry in group[1:] for title in fused.titles(corpus.truth(entry.name))
        }
        found = {_key(title) for title in _headlines(document)[1:]}
        headings = {
            _key(text_of(node)) for node in walk(document.blocks) if isinstance(node, Heading)
        }
        count.update(
            found=len(found), true=len(true), right=len(found & true), headings=len(true & headings)
        )
        if arguments.wrong:
            print(*(f"- {title}" for title in sorted(found - true)), sep="\n", end="")
            print(*(f"+ {title}" for title in sorted(true - found)), sep="\n")
    right = count["right"]
    print(f"fused: {count['true']} headlines behind the first, {count['headings']} are headings")
    print(f"  precision {right / count['found']:.2f}")
    print(
        f"  recall    {right / count['true']:.2f}, of the headings {right / count['headings']:.2f}"
    )
    _print_single()


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
