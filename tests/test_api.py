"""The library's front door: its names, its lightness, its examples."""

from __future__ import annotations

import doctest
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import converter
from converter.errors import ConverterError

ROOT = Path(__file__).resolve().parents[1]

NAMES = {
    "ArticleSchema", "Conversion", "ConvertedDocument", "ConverterError", "Document",
    "InputError", "InvariantError", "Limits", "OutputError", "PartialError", "PublishError",
    "ReadOptions", "RequirementError", "SchemaError", "UsageError", "VERSION", "__version__",
    "check", "convert", "load_schema", "read", "recover", "write",
}  # fmt: skip


def test_public_names_are_these_and_no_others() -> None:
    assert set(converter.__all__) == NAMES
    assert set(dir(converter)) == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(converter, name)
    assert isinstance(value, str) or value.__doc__


def test_every_error_has_a_public_name() -> None:
    for family in ConverterError.__subclasses__():
        assert getattr(converter, family.__name__) is family


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'covnert'"):
        getattr(converter, "covnert")  # noqa: B009 - a type checker would refuse it


@pytest.mark.parametrize(
    "module",
    [
        "converter",
        "converter.cli.console",
        "converter.cli.options",
        "converter.cli.summary",
        "converter.cli.targets",
        "converter.cli.tree",
        "converter.pipeline",
        "converter.pipeline.splitting",
        "converter.pipeline.suggestions",
    ],
)
def test_examples_in_docstrings_are_true(module: str) -> None:
    result = doctest.testmod(import_module(module))
    assert result.attempted
    assert not result.failed


def test_guide_to_the_library_can_be_followed_line_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("article.txt", "fused.txt"):
        shutil.copy(ROOT / "examples" / "harbour-fused.txt", name)
    guide = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", guide, re.DOTALL)
    assert len(blocks) > 4
    names: dict[str, object] = {"path": "article.txt"}
    for block in blocks:
        exec(block, names)


def imported(code: str) -> set[str]:
    """The modules that a fresh interpreter has imported after this code, beyond its own."""
    probe = "import sys; own = {*sys.modules}; exec(sys.argv[1]); print(*sys.modules.keys() - own)"
    done = subprocess.run(
        [sys.executable, "-c", probe, code], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_library_imports_nothing_but_its_names() -> None:
    modules = imported("import converter")
    assert {name for name in modules if name.startswith("converter.")} == {"converter.version"}
    assert "dataclasses" not in modules


@pytest.mark.slow
def test_type_checkers_see_the_names_that_come_late(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    code = tmp_path / "user.py"
    code.write_text(
        "import converter\nreveal_type(converter.convert)\nconverter.covnert\n", "utf-8"
    )
    options = ("--strict", "--config-file=", f"--cache-dir={tmp_path}")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, str(code)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "-> converter.pipeline.Conversion" in done.stdout
    assert 'Module has no attribute "covnert"' in done.stdout
