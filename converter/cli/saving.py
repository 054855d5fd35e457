"""Files replaced whole or not at all.

All files of one document are first written beside their targets under passing names, flushed
to the disk, and only then given their names. Whatever stops us before leaves the old files.
"""
# pathlib would cost a tenth of a run that turns one text into JSON.
# ruff: noqa: PTH101, PTH103, PTH105, PTH108, PTH112, PTH116, PTH118, PTH120

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from converter.errors import OutputError

FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
NEW_FILE = 0o666
"""Rights of a new file, before the user's umask takes away from them."""


def check_folder(folder: str) -> None:
    """Raises OutputError when no file can be made in this folder, be it there or still to be
    made. Makes nothing."""
    above = folder
    while not os.path.lexists(above or os.curdir):
        above = os.path.dirname(above)
    above = above or os.curdir
    if not os.path.isdir(above):
        what = "this" if above == folder else above
        raise OutputError(f"{folder}: {what} is a file, not a folder; choose another with --out")
    if not os.access(above, os.W_OK | os.X_OK):
        raise OutputError(
            f"{folder}: nothing may be written in {above}; choose another folder with --out"
        )


def save(files: Mapping[str, bytes]) -> None:
    """Save these files, by path, whole; missing folders are made.

    Raises OutputError, naming the file, when one cannot be saved; then every file that was
    there before is as it was, unless the system fails between two renamings.
    """
    passing = {path: _passing_name(path) for path in files}
    try:
        for path, data in files.items():
            with _refusing(path):
                _write(path, passing[path], data)
        for path in files:
            with _refusing(path):
                os.replace(passing[path], os.path.realpath(path))
    finally:
        for name in passing.values():
            _remove(name)
    for folder in {os.path.dirname(name) for name in passing.values()}:
        _flush_folder(folder)


def _passing_name(path: str) -> str:
    """The name of a file that is not whole yet, beside where a link at ``path`` leads: hidden,
    short however long the file's name is, and no other run's."""
    folder = os.path.dirname(os.path.realpath(path))
    return os.path.join(folder, f".converter-{os.urandom(8).hex()}.part")


@contextmanager
def _refusing(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(
            f"{path}: the file cannot be saved ({reason});"
            " make room, or choose another folder with --out"
        ) from error


def _write(path: str, passing: str, data: bytes) -> None:
    if os.path.isdir(path):
        raise OutputError(f"{path}: a folder has this name; rename it, or choose another --out")
    os.makedirs(os.path.dirname(passing), exist_ok=True)
    with os.fdopen(os.open(passing, FLAGS, NEW_FILE), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    _keep_rights(path, passing)


def _keep_rights(path: str, passing: str) -> None:
    """A file that is replaced stays open to those to whom it was."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return
    os.chmod(passing, stat.S_IMODE(mode))


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _flush_folder(folder: str) -> None:
    """The new names survive a power cut too, where the system lets us ask for it."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
