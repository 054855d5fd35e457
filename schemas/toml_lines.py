"""On which line of a TOML file each key stands; tomllib does not say.

The text is one that tomllib has accepted, so this only finds the places where a key stands.
Linear in the length of the text.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from converter.patterns import pattern

Key: TypeAlias = tuple[str | int, ...]
KeyLines: TypeAlias = dict[Key, int]

_BLANK = pattern(r"(?:[ \t\r\n]|\#[^\n]*)*+")
_TABLE = pattern(r"\[\[?")

_KEY_PART = pattern(
    r"""
    [ \t]* (?: "(?P<basic> (?: \\. | [^"\\\n] )*+ )" | '(?P<literal> [^'\n]* )'
             | (?P<bare> [A-Za-z0-9_-]+ ) )
    [ \t]* (?P<dot> \.? )
    """,
    re.VERBOSE,
)

_VALUE_PART = pattern(
    r"""
    \"{3} (?: \\. | [^"\\] | "{1,2} (?!") )*+ \"{3,5}  # a string over several lines
    | '{3} (?: [^'] | '{1,2} (?!') )*+ '{3,5}
    | " (?: \\. | [^"\\\n] )*+ "
    | ' [^'\n]* '
    | \# [^\n]*
    | (?P<open> [\[{] )
    | (?P<close> [\]}] )
    | (?P<end> \n )
    | [^"'\#\[\]{}\n]+
    """,
    re.VERBOSE | re.DOTALL,
)


def key_lines(text: str) -> KeyLines:
    """The line, from 1, of every key and table, by its path from the top; a table of an array
    has its number in the path, from 0. What stands inside ``{...}`` or ``[...]`` is left out."""
    lines: KeyLines = {}
    counts: dict[Key, int] = {}
    table: Key = ()
    line, counted = 1, 0
    position = _after_blank(text, 0)
    while position < len(text):
        line += text.count("\n", counted, position)
        counted = position
        opening = _TABLE.match(text, position)
        key, position = _key_at(text, opening.end() if opening else position)
        if opening:
            table = _table_path(key, counts, is_array=opening[0] == "[[")
            lines.setdefault(table, line)
            position = text.find("\n", position) % (len(text) + 1)
        else:
            for length in range(1, len(key) + 1):
                lines.setdefault(table + key[:length], line)
            position = _after_value(text, position)
        position = _after_blank(text, position)
    return lines


def line_of(lines: KeyLines, key: Key) -> int:
    """The line of this key, or of the nearest above it that has one; 1 when none has."""
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 1)


def _after_blank(text: str, position: int) -> int:
    blank = _BLANK.match(text, position)
    return blank.end() if blank else position


def _key_at(text: str, position: int) -> tuple[tuple[str, ...], int]:
    """The dotted key that stands here, and the offset after it."""
    parts: list[str] = []
    while part := _KEY_PART.match(text, position):
        parts.append(part["basic"] or part["literal"] or part["bare"] or "")
        position = part.end()
        if not part["dot"]:
            break
    return tuple(parts), position


def _table_path(key: tuple[str, ...], counts: dict[Key, int], *, is_array: bool) -> Key:
    """The path of a table from the top; ``counts`` holds how many tables each array has."""
    path: Key = ()
    for part in key[:-1]:
        path += (part,)
        if path in counts:
            path += (counts[path] - 1,)
    path += key[-1:]
    if is_array:
        counts[path] = counts.get(path, 0) + 1
        path += (counts[path] - 1,)
    return path


def _after_value(text: str, position: int) -> int:
    """The offset after the value whose equals sign stands here."""
    depth = 0
    while part := _VALUE_PART.match(text, position):
        position = part.end()
        depth += bool(part["open"]) - bool(part["close"])
        if part["end"] and depth == 0:
            break
    return position
