"""The rules of the house that no linter knows: sizes, paths, links.

Each rule is a function from a file to what is wrong with it, so that it can be seen to fail.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[1]
FUNCTION_LINES = 50
MODULE_LINES = 400
"""Longer than this and a reader loses the thread; a module may say why it has to be."""

SKIPPED = {
    "__pycache__", "build", "dist", "node_modules", "converter.egg-info", ".git", ".hypothesis",
    ".import_linter_cache", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv",
}  # fmt: skip
TEXT_SUFFIXES = {
    "", ".cfg", ".css", ".html", ".json", ".md", ".py", ".sh", ".toml", ".tree", ".txt", ".xml",
    ".yaml", ".yml",
}  # fmt: skip


def committed(*suffixes: str) -> list[Path]:
    """The files of the project with these endings; converter/schemas is a link and not followed."""
    found = []
    folders = [ROOT]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.name in SKIPPED or path.is_symlink():
                continue
            if path.is_dir():
                folders.append(path)
            elif path.suffix in suffixes:
                found.append(path)
    return found


def ours(*suffixes: str) -> list[Path]:
    """Committed files that are no documents: what lies under outputs/ may be anybody's."""
    return [path for path in committed(*suffixes) if path.parts[len(ROOT.parts)] != "outputs"]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def long_parts(source: str) -> Iterator[str]:
    """The functions and the module that are too long to be read in one go."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{node.name}: {lines} lines, more than {FUNCTION_LINES}"
    lines = len(source.splitlines())
    if lines > MODULE_LINES and "Long because" not in (ast.get_docstring(tree) or ""):
        yield f"{lines} lines, more than {MODULE_LINES}, and no 'Long because' at its head"


def slow_cells(source: str) -> Iterator[str]:
    """Calls of python-docx's ``table.cell``: each walks the whole table."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr="cell")):
                yield f"line {node.lineno}: .cell() makes filling a table quadratic"


def machine_paths(text: str, paths: list[Path]) -> Iterator[str]:
    """Paths of the machine on which this was written."""
    names = "|".join(re.escape(str(path)) for path in paths)
    pattern = re.compile(rf"(?<![\w.])(?:{names})(?:/|$)")
    for number, line in enumerate(text.splitlines(), 1):
        if pattern.search(line):
            yield f"line {number}: {line.strip()[:80]}"


def machine() -> list[Path]:
    """Where this checkout, its interpreter and its user's files lie; nobody else's business."""
    paths = [ROOT, Path.home()]
    if sys.prefix != sys.base_prefix:
        paths.append(Path(sys.prefix))
    return [path for path in paths if path != Path(path.anchor)]


def broken_links(text: str, folder: Path) -> Iterator[str]:
    """Links of a Markdown page to files that are not there."""
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path = unquote(target.partition("#")[0])
        is_file = path and "://" not in path and not path.startswith("mailto:")
        if is_file and not (folder / path).exists():
            yield target


# --- each rule holds ------------------------------------------------------------------------


@pytest.mark.parametrize("path", ours(".py"), ids=name_of)
def test_code_can_be_read_in_one_go(path: Path) -> None:
    assert list(long_parts(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "path",
    [path for path in ours(".py") if path.is_relative_to(ROOT / "converter" / "writers")],
    ids=name_of,
)
def test_tables_are_never_filled_cell_by_cell(path: Path) -> None:
    assert list(slow_cells(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", ours(*TEXT_SUFFIXES), ids=name_of)
def test_no_path_of_a_machine_is_committed(path: Path) -> None:
    assert list(machine_paths(path.read_text(encoding="utf-8", errors="replace"), machine())) == []


@pytest.mark.parametrize("path", committed(".md"), ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    assert list(broken_links(path.read_text(encoding="utf-8"), path.parent)) == []


def test_the_decisions_are_all_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    records = [path.name for path in folder.glob("*.md") if path.name != "README.md"]
    assert [name for name in sorted(records) if f"({name})" not in index] == []


# --- each rule can fail ---------------------------------------------------------------------


def test_a_long_function_is_found() -> None:
    body = "    pass\n" * FUNCTION_LINES
    assert list(long_parts(f"def f():\n{body}")) == ["f: 51 lines, more than 50"]
    assert list(long_parts(f"def f():\n{body[:-9]}")) == []


def test_a_long_module_is_found_unless_it_says_why() -> None:
    lines = "x = 1\n" * MODULE_LINES
    assert len(list(long_parts(f"y = 1\n{lines}"))) == 1
    assert list(long_parts(f'"""Long because it is one table."""\n{lines}')) == []


def test_a_slow_cell_is_found() -> None:
    assert len(list(slow_cells("table.cell(0, 0).text = 'x'"))) == 1
    assert list(slow_cells("table.cells[0]")) == []


def test_a_machine_path_is_found() -> None:
    paths = [Path("/home/somebody")]
    assert len(list(machine_paths("open('/home/somebody/x')", paths))) == 1
    assert list(machine_paths("https://x.example/home/somebody/", paths)) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "here.md").touch()
    text = "[a](here.md) [b](gone.md#x) [c](https://x.example/gone) [d](#top)"
    assert list(broken_links(text, tmp_path)) == ["gone.md#x"]
