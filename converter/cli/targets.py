"""Where the renditions of each input go, decided before anything is opened or written."""
# pathlib would cost a tenth of a run that turns one text into JSON.
# ruff: noqa: PTH118, PTH119, PTH122

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from converter.cli.options import STANDARD
from converter.errors import UsageError
from converter.patterns import pattern
from converter.writers import WRITERS

STDIN = "stdin"
"""What standard input is called in messages and file names."""

_NUMBERED = pattern(r"(?P<stem>.+)-\d+")
"""A name that ``--split-articles`` may give to a part."""


class Targets(NamedTuple):
    """The folder that files go to, the renditions, and whether articles are split."""

    folder: str
    renditions: tuple[str, ...]
    split: bool = False

    def path(self, stem: str, rendition: str) -> str:
        """The file of one rendition."""
        return os.path.join(self.folder, stem + WRITERS[rendition].suffix)


def stem_of(name: str) -> str:
    """The name of an input's files, less their ending.

    >>> stem_of("desk/harbour.v2.txt"), stem_of("-"), stem_of(".notes")
    ('harbour.v2', 'stdin', '.notes')
    """
    if name == STANDARD:
        return STDIN
    return os.path.splitext(os.path.basename(os.path.normpath(name)))[0]


def refuse_clashes(inputs: Sequence[str], targets: Targets) -> None:
    """Raises UsageError when two inputs would be written to one file, or a file would be
    written over an input."""
    for name, times in Counter(inputs).items():
        if times > 1:
            raise UsageError(f"{name} is given {times} times; name it once")
    taken: dict[str, str] = {}
    paths = []
    for name in inputs:
        for rendition in targets.renditions:
            paths.append(targets.path(stem_of(name), rendition))
            other = taken.setdefault(_key(paths[-1]), name)
            if other != name:
                raise UsageError(_clash(other, name, paths[-1]))
    refuse_inputs(paths, inputs)
    if targets.split:
        _refuse_numbered(inputs)


def refuse_inputs(paths: Sequence[str], inputs: Sequence[str]) -> None:
    """Raises UsageError when one of these files is an input."""
    opened = {os.path.realpath(name) for name in inputs if name != STANDARD}
    for path in paths:
        if os.path.realpath(path) in opened:
            raise UsageError(f"{path} would be written over an input; choose another --out")


def _key(path: str) -> str:
    """Equal for two paths that the usual file system of this machine takes for one file."""
    path = os.path.normcase(path)
    if sys.platform == "darwin":
        import unicodedata

        path = unicodedata.normalize("NFC", path).casefold()
    return path


def _clash(first: str, second: str, path: str) -> str:
    return (
        f"{first} and {second} would both be written to {path};"
        " convert them one after the other, each with an --out of its own"
    )


def _refuse_numbered(inputs: Sequence[str]) -> None:
    stems = {stem_of(name): name for name in inputs}
    for stem, name in stems.items():
        found = _NUMBERED.fullmatch(stem)
        if found and found["stem"] in stems:
            raise UsageError(_clash(stems[found["stem"]], name, f"{stem}.*"))
