"""The corpus's articles as other newsrooms would set them: material for fitting. Each variant
changes how a text is set and leaves its words alone, but for the numbers of counted headings."""

from __future__ import annotations

import copy
import re
import textwrap
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

WIDTH = 72
"""Code points of a wrapped line."""

Truth = dict[str, Any]
Variant = Callable[[str, Truth], tuple[str, Truth]]


def _headings(truth: Truth) -> list[dict[str, Any]]:
    """The headings below the headline."""
    found = [block for block in truth["blocks"] if block["type"] == "heading"]
    return found[1:] if found and found[0]["level"] == 1 else found


def _rewritten(change: Callable[[int, str], str]) -> Variant:
    """The headings below the headline written otherwise, where they stand on lines of their own."""

    def variant(text: str, truth: Truth) -> tuple[str, Truth]:
        truth = copy.deepcopy(truth)
        lines = text.split("\n")
        at = 0
        for number, heading in enumerate(_headings(truth), start=1):
            own = " ".join(heading["text"].split())
            place = next((i for i in range(at, len(lines)) if lines[i].strip() == own), None)
            if place is not None:
                lines[place] = heading["text"] = change(number, own)
                at = place + 1
        return "\n".join(lines), truth

    return variant


def _spaced(text: str, truth: Truth) -> tuple[str, Truth]:
    """An empty line between all lines that are no items or rows."""
    lines = text.split("\n")
    joined = [lines[0]]
    for before, line in pairwise(lines):
        kin = before[:1] == line[:1] and before[:1] in "-|>*" and before[:1]
        joined += [line] if kin or not before.strip() or not line.strip() else ["", line]
    return "\n".join(joined), truth


def _tight(text: str, truth: Truth) -> tuple[str, Truth]:
    """As spaced, with no empty line between a heading and what it heads."""
    spaced, truth = _spaced(text, truth)
    heads = {" ".join(heading["text"].split()) for heading in _headings(truth)}
    lines = spaced.split("\n")
    kept = [
        line
        for number, line in enumerate(lines)
        if line.strip() or number == 0 or lines[number - 1].strip() not in heads
    ]
    return "\n".join(kept), truth


def _wrapped(text: str, truth: Truth) -> tuple[str, Truth]:
    """As spaced, and wrapped at a width."""
    spaced, truth = _spaced(text, truth)
    return (
        "\n".join(
            line if line[:1] in ("|", ">") else textwrap.fill(line, WIDTH, break_long_words=False)
            for line in spaced.split("\n")
        ),
        truth,
    )


_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?…])\s(?=[^\W\d_a-zß-ÿ])")


def _in_sentences(text: str, truth: Truth) -> tuple[str, Truth]:
    """A paragraph for every sentence, as wires set them."""
    return "\n".join(
        line if line[:1] in "-|>*" or len(line) < WIDTH else _SENTENCE.sub("\n", line)
        for line in text.split("\n")
    ), truth


def _without_headline(text: str, truth: Truth) -> tuple[str, Truth]:
    first, _, rest = text.partition("\n")
    heads = [block for block in truth["blocks"] if block["type"] == "heading"]
    if not heads or " ".join(heads[0]["text"].split()) != first.strip():
        return text, truth
    truth = {**truth, "blocks": [block for block in truth["blocks"] if block is not heads[0]]}
    return rest.lstrip("\n"), truth


def _with_bare_items(text: str, truth: Truth) -> tuple[str, Truth]:
    """Lists without their bullets."""
    return "\n".join(line.removeprefix("- ") for line in text.split("\n")), truth


def _with_bare_groups(text: str, truth: Truth) -> tuple[str, Truth]:
    """As spaced, and lists without their bullets."""
    return _with_bare_items(*_spaced(text, truth))


_NAMES = (
    "Ada Quill, Elm Quay",
    "T. J. Orr, Marlow",
    "Rui Vale (Porto)",
    "Lena Voss, per Mail",
    "Anon",
)


def _signed(text: str, truth: Truth) -> tuple[str, Truth]:
    """As letters are: a name and a place above each heading but the first, and at the end."""
    heads = {" ".join(heading["text"].split()) for heading in _headings(truth)[1:]}
    if not heads:
        return text, truth
    lines: list[str] = []
    for line in _spaced(text, truth)[0].rstrip().split("\n"):
        if line.strip() in heads:
            lines += [_NAMES[len(lines) % len(_NAMES)], ""]
        lines.append(line)
    return "\n".join([*lines, "", _NAMES[0], ""]), truth


_BOX_AFTER, _BOX_LINES = 6, 5


def _as_key(words: list[str]) -> str:
    return f"{words[0].capitalize()}: {words[1]}"


def _as_amount(words: list[str]) -> str:
    return f"{len(words[0])} {' '.join(words)}"


def _as_name(words: list[str]) -> str:
    return f"{words[0].capitalize()} {words[1]}"


def _boxed(
    written: Callable[[list[str]], str], above: tuple[str, ...] = (), below: tuple[str, ...] = ()
) -> Variant:
    """A box with a title and lines of the article's own words, in the middle of it; the title has
    these lines above and below. Set apart, the article's own paragraphs are, too."""

    def variant(text: str, truth: Truth) -> tuple[str, Truth]:
        if above:
            text, truth = _spaced(text, truth)
        lines = text.split("\n")
        long = [at for at, line in enumerate(lines) if len(line) > WIDTH * 2 and line[:1].isalpha()]
        if len(long) < _BOX_AFTER:
            return text, truth
        at = long[len(long) // 2]
        words = [word for word in re.findall(r"[^\W\d_]{4,}", lines[at]) if word.islower()]
        if len(words) < 3 * _BOX_LINES:
            return text, truth
        title = " ".join(words[:2]).capitalize()
        box = [written(words[3 * number : 3 * number + 3]) for number in range(_BOX_LINES)]
        heading = {"type": "heading", "level": 2, "text": title}
        truth = {**truth, "blocks": [*truth["blocks"], heading]}
        return "\n".join([*lines[: at + 1], *above, title, *below, *box, *lines[at + 1 :]]), truth

    return variant


def _two_boxes(text: str, truth: Truth) -> tuple[str, Truth]:
    """Two boxes below one another at the end, as recipes and programmes are set."""
    words = [word for word in dict.fromkeys(re.findall(r"[^\W\d_]{4,}", text)) if word.islower()]
    if len(words) < 8 * _BOX_LINES:
        return text, truth
    lines = text.rstrip().split("\n")
    blocks = list(truth["blocks"])
    for written in (_as_amount, _as_amount):
        title, words = words[0].capitalize(), words[1:]
        lines += [title, *(written(words[2 * n : 2 * n + 2]) for n in range(_BOX_LINES))]
        words = words[2 * _BOX_LINES :]
        blocks.append({"type": "heading", "level": 2, "text": title})
    return "\n".join(lines) + "\n", {**truth, "blocks": blocks}


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

VARIANTS: dict[str, Variant] = {
    "capitals": _rewritten(lambda _, text: text.upper()),
    "title case": _rewritten(lambda _, text: text.title()),
    "counted": _rewritten(lambda number, text: f"{number}. {text}"),
    "roman": _rewritten(lambda number, text: f"{_ROMAN[number % 10 - 1]}. {text}"),
    "coded": _rewritten(lambda number, text: f"26/{number:03} {text}"),
    "articles": _rewritten(lambda number, text: f"Article {number} – {text}"),
    "bare items": _with_bare_items,
    "bare groups": _with_bare_groups,
    "signed": _signed,
    "keys in a box": _boxed(_as_key),
    "amounts in a box": _boxed(_as_amount),
    "names in a box": _boxed(_as_name),
    "two boxes": _two_boxes,
    "keys set apart": _boxed(_as_key, ("",), ("",)),
    "amounts set apart": _boxed(_as_amount, ("",), ("",)),
    "names set apart": _boxed(_as_name, ("",)),
    "colon": _rewritten(lambda _, text: text if text[-1:] in ":?!." else f"{text}:"),
    "spaced": _spaced,
    "tight": _tight,
    "wrapped": _wrapped,
    "sentences": _in_sentences,
    "no headline": _without_headline,
}


def variants(text: str, truth: Truth) -> Iterator[tuple[str, str, Truth]]:
    """The name, the text and the truth of each variant that differs from the article itself."""
    for name, vary in VARIANTS.items():
        changed, varied = vary(text, truth)
        if changed != text:
            yield name, changed, varied
