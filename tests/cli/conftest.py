"""The command line, called in this process."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from converter.cli import main

INTERVIEW = """The Bell Ringer

She has rung the bells of Orle for forty years.

Q: Which is the heaviest?

A: The tenor. It takes two of us to start it.

Q: And the oldest?

A: Nobody knows.The treble has no date on it.
"""


@dataclass(frozen=True)
class Outcome:
    """What a call of the command line came to."""

    code: int
    out: str
    err: str

    @property
    def value(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Cli = Callable[..., Outcome]


@pytest.fixture
def cli(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Cli:
    """Calls ``converter`` with these words, in a folder of its own with a text in it."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "SOURCE_DATE_EPOCH", "CONVERTER_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    Path("bells.txt").write_text(INTERVIEW, encoding="utf-8")
    capfdbinary.readouterr()

    def call(*words: str) -> Outcome:
        code = main(words)
        out, err = capfdbinary.readouterr()
        return Outcome(code, out.decode(), err.decode())

    return call
