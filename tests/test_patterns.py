"""Patterns wait for their first use; a wrong one is found here."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import converter
from converter.patterns import _Uncompiled, pattern


def test_a_pattern_does_what_a_compiled_one_does() -> None:
    word = pattern(r"(\w)\w*", re.ASCII)
    assert [match.group(1) for match in word.finditer("ab çd")] == ["a", "d"]
    assert word.sub("x", "ab cd") == "x x"
    assert (word.pattern, word.groups) == (r"(\w)\w*", 1)


def test_a_wrong_pattern_is_told_at_its_first_use() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("a")


def _inside(value: object) -> Iterator[_Uncompiled]:
    if isinstance(value, _Uncompiled):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from _inside(each)
    elif isinstance(value, dict):
        yield from _inside(tuple(value.values()))
    else:
        fields = getattr(type(value), "__match_args__", ())
        yield from _inside(tuple(getattr(value, name, None) for name in fields)) if fields else ()


def test_every_pattern_of_the_program_compiles() -> None:
    names = [
        module.name
        for module in pkgutil.walk_packages(converter.__path__, "converter.")
        if not module.name.endswith("__main__")
    ]
    found = 0
    for name in names:
        for waiting in _inside(tuple(vars(importlib.import_module(name)).values())):
            assert waiting.groups >= 0, name
            found += 1
    assert found > 150
