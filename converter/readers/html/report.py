"""What a person should know of a page beside its text: what was left out, what could not be
read, and where the text is when it is not in the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from converter.errors import InputError
from converter.model import INFO, WARNING, Block, Notice, Omission, text_of
from converter.patterns import pattern
from converter.readers.html.linked_data import scripts_of
from converter.readers.html.live import newest_first
from converter.readers.html.tree import Element, descend

_PROSE = pattern(r'"(?:[^"\\]|\\.){200,}"')
"""A text of 200 code points or more within a script."""
_LITTLE = 600
"""Code points: less text than a short report has."""
_MORE = 3
"""How many times as much prose in scripts as on the page says that the page is drawn by them."""
_SHOWN_REASONS = 4


def refuse_empty(text: str, root: Element, name: str) -> None:
    """Raise InputError when a page shows no text at all."""
    if text.strip():
        return
    if any(own.tag in ("frameset", "frame") for own in descend(root)):
        raise InputError(f"{name}:1:1: the page only frames other pages; save the one you mean")
    if prose_in_scripts(root):
        raise InputError(
            f"{name}:1:1: the page shows no text, a script in it does; open it in a browser, and"
            " save it again when the text is there"
        )
    raise InputError(f"{name}:1:1: the page holds no text; check that it is the one you mean")


def prose_in_scripts(root: Element) -> int:
    """Code points of prose that stand in the page's scripts."""
    return sum(
        len(match.group())
        for kind, words in scripts_of(root)
        for match in _PROSE.finditer(words)
        if " " in match.group()[:60] and not match.group().startswith('"<svg')
    )


def notices_of(
    root: Element,
    blocks: Sequence[Block],
    omissions: Sequence[Omission],
    broken: int,
    cut: int,
) -> Iterator[Notice]:
    """The notices of a page: ``broken`` blocks of JSON-LD, ``cut`` elements without frame."""
    if omissions:
        yield _left_out(omissions)
    if broken:
        blocks_of = "a block" if broken == 1 else f"{broken} blocks"
        message = f"{blocks_of} of JSON-LD cannot be read, and what it says is not in the metadata"
        yield Notice("C223", INFO, message)
    length = len(text_of(*blocks))
    hidden = prose_in_scripts(root) if length < _LITTLE else 0
    if hidden > _MORE * length:
        yield Notice(
            "C224",
            WARNING,
            f"the page shows {length:,} characters of text, and {hidden:,} stand in its scripts",
            None,
            "open it in a browser, and save it again when the text is there",
        )
    if cut:
        yield Notice(
            "C225",
            INFO,
            f"{cut:,} elements are nested too deep, and were read without their frame",
        )


def live_notices(entries: Sequence[Element]) -> Iterator[Notice]:
    """That a page is a live blog, and in which order it stands."""
    if entries:
        order = "the newest first" if newest_first(entries) else "as they came"
        message = f"a live blog of {len(entries):,} entries, {order}; each is a section"
        yield Notice("C226", INFO, message, None, "they stand in the order of the page")


def _left_out(omissions: Sequence[Omission]) -> Notice:
    sizes = Counter[str]()
    for omission in omissions:
        sizes[omission.reason] += len(omission.text)
    listed = [reason for reason, _ in sizes.most_common(_SHOWN_REASONS)]
    more = ", and more" if len(sizes) > _SHOWN_REASONS else ""
    return Notice(
        "C221",
        INFO,
        f"left out {sum(sizes.values()):,} characters round the article: {', '.join(listed)}{more}",
        omissions[0].span,
        "the omissions hold them; --keep-furniture reads them as text",
    )
