"""Who is measured, and how each is called. A peer that is not installed is reported as absent."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from converter.version import VERSION

HERE = Path(__file__).parent
PYTHON = sys.executable
CONVERTER = str(Path(PYTHON).with_name("converter"))
US = "converter"
PASS = "python -c pass"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another converter: how it turns a text into JSON as a process, and how it is kept warm.
    It is absent when its ``version`` is empty."""

    name: str
    version: str
    cold: tuple[str, ...] = ()
    warm: tuple[str, ...] = ()


def converter_command(text: Path) -> tuple[str, ...]:
    """Ours, from a text to JSON, as a user calls it."""
    return (CONVERTER, "convert", str(text), "--to", "json", "--out", "-")


def warm_converter() -> tuple[str, ...]:
    """Ours, kept warm."""
    return (PYTHON, str(HERE / "warm.py"), US)


def peers() -> Iterator[Peer]:
    """All that we compare with."""
    pandoc = _pandoc()
    for format in ("markdown", "commonmark"):
        yield Peer(
            f"pandoc {format}",
            _first_line(pandoc, "--version").removeprefix("pandoc "),
            (pandoc, "--sandbox", "--from", format, "--to", "json"),
            (pandoc, "lua", str(HERE / "warm.lua"), format),
        )
    markitdown = shutil.which("markitdown", path=str(Path(PYTHON).parent)) or ""
    yield Peer(
        "markitdown (decodes only)",
        _package("markitdown"),
        (markitdown,),
        (PYTHON, str(HERE / "warm.py"), "markitdown"),
    )
    yield Peer(
        "markdown-it-py (tokens only)",
        _package("markdown-it-py"),
        warm=(PYTHON, str(HERE / "warm.py"), "markdown-it"),
    )
    yield Peer(
        "lines as JSON (floor)",
        VERSION,
        warm=(PYTHON, str(HERE / "warm.py"), "floor"),
    )


def _pandoc() -> str:
    """The machine's pandoc, or the one in the package pypandoc-binary; empty when there is none."""
    try:
        import pypandoc
    except ImportError:
        return shutil.which("pandoc") or ""
    return str(pypandoc.get_pandoc_path())


def _first_line(*command: str) -> str:
    if not command[0]:
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def _package(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""
