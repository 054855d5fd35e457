"""From a name or a TOML file to an ArticleSchema.

The schemas we ship are proved by our tests, and read here without marshmallow. A file from
outside is validated in full first; all that is wrong with it is said at once, with its lines.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from converter.errors import SchemaError
from converter.patterns import pattern
from converter.records import record
from converter.schemas.article import ArticleSchema
from converter.schemas.building import build
from converter.schemas.ready import ready
from converter.schemas.toml_lines import KeyLines, key_lines, line_of

MAX_BYTES = 1_000_000
"""A schema is written by hand: what is larger is another file, named by mistake."""

MAX_DOTS = 2000
"""Full stops in one line. No list of abbreviations has more; a key of more parts takes tomllib
quadratic time."""

MAX_TOLD = 50
"""Faults told at once: nobody reads on after as many."""

ARTICLES = Path(__file__).parent / "articles"
BASES = ("common",)
"""Files in articles/ that others extend, and that are no schemas themselves."""


@record()
class _File:
    """One opened schema file: its path, what it holds, and the line of every key."""

    path: Path
    tables: dict[str, Any]
    lines: KeyLines


def shipped_schemas() -> tuple[str, ...]:
    """The names of the schemas that come with the program, in alphabetical order."""
    return tuple(sorted(path.stem for path in ARTICLES.glob("*.toml") if path.stem not in BASES))


def load_schema(name_or_path: str) -> ArticleSchema:
    """The schema of this name, or in this file: it is a file when it ends in ``.toml`` or names
    a folder.

    Raises SchemaError when there is none, or when it is invalid: one line for each thing that
    is wrong, as ``file:line: key: what is wrong; what to do``.
    """
    files = [_open(_find(name_or_path, Path(), shipped_schemas()), is_base=False)]
    while "extends" in files[-1].tables:
        files.append(_open(_base_of(files), is_base=True))
    first = files[0].path
    return build(first.stem, str(first), [file.tables for file in reversed(files)])


# --- finding ------------------------------------------------------------------------------------


def _find(name: str, folder: Path, known: tuple[str, ...]) -> Path:
    """Where the schema of this name lies; the name of a file counts from ``folder``."""
    if name in known:
        return ARTICLES / f"{name}.toml"
    if not (name.lower().endswith(".toml") or "/" in name or os.sep in name):
        import difflib  # only needed when a name is wrong

        likely = difflib.get_close_matches(name.lower(), known, n=1) or known
        raise SchemaError(
            f"{name or '(nothing)'}: no article schema has this name; "
            f"write {', '.join(likely)}, or the name of a file that ends in .toml"
        )
    path = folder / name
    try:
        is_folder, is_there = path.is_dir(), path.exists()
    except OSError as error:
        raise SchemaError(f"{path}: cannot be opened ({error.strerror}); check its name") from None
    if is_folder:
        raise SchemaError(f"{path}: a folder, not a file; name an article schema in it")
    if not is_there:
        shipped = f", or {path.stem} for the one we ship" if path.stem in known else ""
        raise SchemaError(f"{path}: no such file; check its name and folder{shipped}")
    return path


def _base_of(files: list[_File]) -> Path:
    """Where the file lies that the last of these extends."""
    last = files[-1]
    name: str = last.tables["extends"]
    try:
        path = _find(name, last.path.parent, (*shipped_schemas(), *BASES))
        if not _is_ours(path) and path.resolve() in {file.path.resolve() for file in files}:
            raise SchemaError(f"{name} extends this file in turn; delete one of the two lines")
    except SchemaError as error:
        line = line_of(last.lines, ("extends",))
        raise SchemaError(f"{last.path}:{line}: extends: {error}") from None
    return path


def _is_ours(path: Path) -> bool:
    """Whether this is one of the files we ship, which are proved and extend no other's."""
    return path.parent == ARTICLES


# --- opening ------------------------------------------------------------------------------------


def _open(path: Path, *, is_base: bool) -> _File:
    """The file at this path, valid: one of ours is held to be, another is checked."""
    is_ours = _is_ours(path) and (is_base or path.stem not in BASES)
    data = _read(path)
    tables = ready(path.stem, data) if is_ours else None
    return _File(path, tables, {}) if tables is not None else _opened(path, data, is_ours, is_base)


def _opened(path: Path, data: bytes, is_ours: bool, is_base: bool) -> _File:
    """The file at this path, with these bytes, as its TOML says."""
    text = _decoded(path, data)
    if not is_ours:
        _bound(path, text)
    tables = _parse(path, text)
    lines = key_lines(text) if not is_ours or "requirements" in tables else {}
    if not is_ours:
        _validate(path, tables, lines, is_base=is_base)
    for index, requirement in enumerate(tables.get("requirements", ())):
        requirement["line"] = line_of(lines, ("requirements", index))
    return _File(path, tables, lines)


def read_shipped() -> dict[Path, dict[str, Any]]:
    """The tables of all files that we ship, as their TOML says."""
    paths = sorted(ARTICLES.glob("*.toml"))
    return {path: _opened(path, _read(path), is_ours=True, is_base=True).tables for path in paths}


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise SchemaError(f"{path}: cannot be read ({reason}); check the file") from None
    if len(data) > MAX_BYTES:
        raise SchemaError(f"{path}: larger than {MAX_BYTES:,} bytes; name an article schema")
    return data


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SchemaError(f"{path}:{line}: not UTF-8; save the file as UTF-8") from None


def _bound(path: Path, text: str) -> None:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.count(".") > MAX_DOTS:
            raise SchemaError(f"{path}:{number}: over {MAX_DOTS} full stops; write several lines")


_PLACE = pattern(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")
"""How tomllib ends its messages."""


def _parse(path: Path, text: str) -> dict[str, Any]:
    import tomllib  # what we ship is read without

    try:
        return tomllib.loads(text)
    except ValueError as error:  # TOMLDecodeError, and the int() of too many digits
        message = str(error)
        found = _PLACE.search(message)
        place = f"{path}:{found['line']}:{found['column']}" if found else str(path)
        what = message[: found.start()] if found else message
        raise SchemaError(f"{place}: not TOML ({what}); correct this place") from None
    except RecursionError:
        raise SchemaError(f"{path}: nested too deeply; take brackets out") from None


def _validate(path: Path, tables: dict[str, Any], lines: KeyLines, *, is_base: bool) -> None:
    from converter.schemas.contracts.article_schema import faults  # marshmallow: slow to import

    found = sorted(
        (line_of(lines, key), _shown(key), what) for key, what in faults(tables, is_base=is_base)
    )
    if found:
        told = [f"{path}:{line}: {key}: {what}" for line, key, what in found[:MAX_TOLD]]
        if len(found) > MAX_TOLD:
            told.append(f"{path}: {len(found) - MAX_TOLD} more; correct these first")
        raise SchemaError("\n".join(told))


def _shown(key: tuple[str | int, ...]) -> str:
    """A key as an editor writes it; entries of a list are counted from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in key)
