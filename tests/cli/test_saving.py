"""Files are replaced whole or not at all."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

import pytest

from converter.cli.saving import check_folder, save
from converter.errors import OutputError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_saved_in_folders_that_are_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "story.json"
    save({str(path): b"{}"})
    assert path.read_bytes() == b"{}"
    assert names(path.parent) == ["story.json"]


def test_file_without_a_folder_is_saved_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save({"story.json": b"{}"})
    assert names(tmp_path) == ["story.json"]


def test_nothing_is_replaced_when_one_file_cannot_be_written(tmp_path: Path) -> None:
    first, second = tmp_path / "story.json", tmp_path / "story.docx"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(OutputError, match="a folder has this name"):
        save({str(first): b"new", str(second): b"new"})
    assert first.read_bytes() == b"old"
    assert names(tmp_path) == ["story.docx", "story.json"]


def test_full_disk_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="no space left on device"):
        save({str(path): b"new"})
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["story.json"]


@pytest.mark.parametrize("where", ["os.fsync", "os.replace"])
def test_interruption_leaves_no_half_written_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(b"old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(where, interrupt)
    with pytest.raises(KeyboardInterrupt):
        save({str(path): b"new"})
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["story.json"]


def test_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save({str(path): b"new"})
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_link_is_followed_and_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.json"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link = tmp_path / "story.json"
    link.symlink_to(real)
    save({str(link): b"new"})
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_name_as_long_as_the_system_allows_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 250 + ".json")
    save({str(path): b"new"})
    assert names(tmp_path) == [path.name]


def test_folder_that_is_a_file_is_refused_beforehand(tmp_path: Path) -> None:
    file = tmp_path / "outputs"
    file.touch()
    with pytest.raises(OutputError, match="this is a file, not a folder"):
        check_folder(str(file))
    with pytest.raises(OutputError, match=r"outputs is a file, not a folder"):
        check_folder(str(file / "below"))


def test_folder_that_does_not_let_us_write_is_refused_beforehand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with pytest.raises(OutputError, match="nothing may be written"):
        check_folder(str(tmp_path / "new" / "newer"))


def test_checking_a_folder_makes_none(tmp_path: Path) -> None:
    check_folder(str(tmp_path / "new"))
    assert names(tmp_path) == []
