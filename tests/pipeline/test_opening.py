"""A path, bytes or an opened file become a source file, or one clear error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from converter.errors import InputError
from converter.model import Span
from converter.pipeline.opening import open_source, place_of
from converter.sources import Limits


def test_path_gives_the_name_without_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("A line.\n", encoding="utf-8")
    assert open_source(path).name == "story.txt"
    assert open_source(str(path)) == open_source(path)


def test_bytes_may_have_a_name_or_none() -> None:
    assert open_source(b"A line.").name == "document"
    assert open_source(b"A line.", name="wire.txt").name == "wire.txt"


def test_opened_file_is_taken_as_it_is() -> None:
    opened = open_source(b"A line.")
    assert open_source(opened) is opened


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone.txt", "there is no such file"),
        ("file.txt/below.txt", "there is no such file"),
        (".", "this is a folder"),
        ("x" * 5000, "the name is too long"),
        ("nul\0.txt", "this is no name of a file"),
    ],
)
def test_path_that_cannot_be_opened_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").write_text("A line.", encoding="utf-8")
    with pytest.raises(InputError, match=words):
        open_source(name)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_file_without_rights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.touch(mode=0)
    with pytest.raises(InputError, match="may not be read"):
        open_source(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a device")
def test_endless_file_is_refused_at_the_limit() -> None:
    with pytest.raises(InputError, match="1,001 bytes, more than the limit of 1,000"):
        open_source("/dev/zero", limits=Limits(max_bytes=1000))


def test_large_file_is_refused_by_its_size_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(10**12)  # a hole: it takes no room on the disk
    with pytest.raises(InputError, match=r"1,000,000,000,000 bytes, more than the limit"):
        open_source(path)


def test_errors_of_a_file_name_its_whole_path(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    with pytest.raises(InputError) as caught:
        open_source(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    reading, writing = os.pipe()
    os.write(writing, b"From a pipe.")
    os.close(writing)
    assert open_source(f"/dev/fd/{reading}", name="pipe").text == "From a pipe."
    os.close(reading)


def test_place_is_one_that_editors_jump_to() -> None:
    source = open_source(b"One.\nTwo.\n", name="story.txt")
    assert place_of(source, Span(7, 8)) == "story.txt:2:3"
    assert place_of(source, Span(7, 8), "desk/story.txt") == "desk/story.txt:2:3"
    assert place_of(source, None) == "story.txt"
