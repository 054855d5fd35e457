"""Patterns that are compiled when they are first used.

One article meets half of the patterns that the rules know, and compiling one costs as much as
reading a page with it.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Give what ``re.compile`` gives, compiled on first use. For module constants: a pattern
    that is wrong is found when it is used, so each needs a test that uses it."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(source, flags))


_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Uncompiled:
    """Stands for a compiled pattern and takes over its methods when one is asked for."""

    def __init__(self, source: Any, flags: int) -> None:
        self._given = (source, flags)

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(*self._given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
