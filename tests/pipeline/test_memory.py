"""How much memory a conversion takes, in times of its input: what Python's own counter sees, so
that it is the same on every machine. docs/decisions/memory.md has what the kernel sees."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest

from converter.pipeline import convert

MOST = 14
"""Times the input. It is 5 to 12 where this was written; versions of Python and of the parsers
differ a little. The paragraphs are as long as newsrooms write them."""
_SIZE = 200_000
_SENTENCE = (
    "The harbour master, who had not slept, watched ferry {0} leave in the grey morning light, "
    "and nobody on the quay said a word before boat {0} was out of sight. "
)


def _paragraphs() -> list[str]:
    count = _SIZE // (2 * len(_SENTENCE))
    return [2 * _SENTENCE.format(number) for number in range(count)]


def _text() -> str:
    return "\n\n".join(_paragraphs())


def _markdown() -> str:
    return "\n\n".join(f"{own}It was **boat {at}**." for at, own in enumerate(_paragraphs()))


def _page() -> str:
    story = "\n".join(f'<p class="story">{own}</p>' for own in _paragraphs())
    return f"<html><title>The quay</title><body><main><h1>The quay</h1>{story}</main></body></html>"


def _mail() -> str:
    return f"From: desk@example.org\nSubject: The quay\n\n{_text()}\n"


def _json() -> str:
    return convert(_text().encode(), name="a.txt").renditions["json"].decode()


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (_text, "a.txt"),
        (_markdown, "a.md"),
        (_page, "a.html"),
        (_mail, "a.eml"),
        (_json, "a.json"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_conversion_takes_a_bounded_number_of_times_its_input(
    make: Callable[[], str], name: str
) -> None:
    data = make().encode()
    convert(data[:2000] if name != "a.json" else data, name=name)  # imports, and tables made once
    tracemalloc.start()
    convert(data, name=name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MOST * len(data), f"{peak / len(data):.1f} times"
