"""What a user installs is complete, and works away from the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "harbour-fused.txt"
NOT_PACKED = shutil.ignore_patterns(
    ".*", "__pycache__", "*.egg-info", "build", "dist", "benchmarks", "outputs", "tests"
)

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command that sees nothing of the checkout."""
    outside = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run(
        command, cwd=cwd, env=outside, capture_output=True, text=True, check=False
    )


def done(*command: str | Path, cwd: Path) -> str:
    """What a command prints; when it fails, the test does, with all that it printed."""
    finished = run(*command, cwd=cwd)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist made from a copy of the checkout, and the wheel made from that."""
    folder = tmp_path_factory.mktemp("packages")
    probe = run(sys.executable, "-m", "pip", "download", "--no-deps", "setuptools", cwd=folder)
    if probe.returncode and "CI" not in os.environ:
        pytest.skip(f"pip reaches no package registry: {probe.stderr.strip()[-200:]}")
    copy = folder / "copy"
    shutil.copytree(ROOT, copy, symlinks=True, ignore=NOT_PACKED)
    done(sys.executable, "-m", "build", "--outdir", folder, copy, cwd=folder)
    return folder


def names_in_wheel(packages: Path) -> set[str]:
    (wheel,) = packages.glob("converter-*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_only_one_name_is_installed(packages: Path) -> None:
    tops = {name.split("/")[0] for name in names_in_wheel(packages)}
    assert {name for name in tops if not name.endswith(".dist-info")} == {"converter"}


def test_wheel_holds_every_file_of_the_program(packages: Path) -> None:
    rooms = {"converter": ROOT / "converter", "converter/schemas": ROOT / "schemas"}
    files = {
        f"{name}/{path.relative_to(room).as_posix()}"
        for name, room in rooms.items()
        for path in room.rglob("*")
        if path.is_file() and path.suffix not in {".md", ".pyc"}
    }
    assert "converter/schemas/articles/article.toml" in files
    assert sorted(files - names_in_wheel(packages)) == []


def test_sdist_holds_what_the_wheel_is_made_from(packages: Path) -> None:
    (sdist,) = packages.glob("converter-*.tar.gz")
    with tarfile.open(sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "README.md", "pyproject.toml"} <= inside
    program = {name for name in names_in_wheel(packages) if name.startswith("converter/")}
    assert sorted(program - inside) == []


def test_wheel_alone_converts_an_example(packages: Path, tmp_path: Path) -> None:
    (wheel,) = packages.glob("converter-*.whl")
    python = tmp_path / "fresh" / "bin" / "python"
    done(sys.executable, "-m", "venv", "--without-pip", tmp_path / "fresh", cwd=tmp_path)
    done(sys.executable, "-m", "pip", "--python", python, "install", wheel, cwd=tmp_path)
    shutil.copy(EXAMPLE, tmp_path / "article.txt")

    done(python, "-m", "converter", "convert", "article.txt", "--to", "json,docx", cwd=tmp_path)

    document = json.loads((tmp_path / "outputs" / "article.json").read_text(encoding="utf-8"))
    assert document["source"]["name"] == "article.txt"
    assert zipfile.is_zipfile(tmp_path / "outputs" / "article.docx")
    assert done(tmp_path / "fresh" / "bin" / "converter", "--version", cwd=tmp_path).strip()
    where = done(python, "-c", "import converter; print(converter.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path)
