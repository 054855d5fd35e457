"""Which part is what: the main part under whatever name, and what each part leads to.

ECMA-376 Part 2, 6.5 (relationships) and 6.2.3 (content types).
"""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from converter.errors import InputError
from converter.readers.docx.xml import elements
from converter.readers.office.package import Package
from converter.records import field, mutable_record

_USUAL_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_MAIN, _WORD = ".main+xml", "wordprocessingml"
_OTHERS = {
    "spreadsheetml": "an Excel workbook; save the sheet as text or CSV, or copy it into a document",
    "presentationml": "a PowerPoint presentation; save its outline as text",
}
"""What else comes in such a package, and what to do with it."""


class Relationship(NamedTuple):
    """Where a part leads: the kind (``image``, ``hyperlink``), and a part's name or, when
    ``is_external``, an address."""

    kind: str
    target: str
    is_external: bool


@mutable_record
class Parts:
    """The package with its main part, and the relationships of each part, read once."""

    package: Package
    main: str
    _known: dict[str, dict[str, Relationship]] = field(default_factory=dict)

    def related(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part by their ids."""
        if part not in self._known:
            self._known[part] = _relationships(self.package, part)
        return self._known[part]

    def of_kind(self, kind: str) -> str:
        """The name of the part that the main part leads to by this kind; empty without one."""
        return next(
            (
                item.target
                for item in self.related(self.main).values()
                if item.kind == kind and not item.is_external
            ),
            "",
        )


def find_parts(package: Package) -> Parts:
    """The package and its main part. Raises InputError when that is no Word document."""
    types = _content_types(package)
    root = _relationships(package, "")
    named = (item.target for item in root.values() if item.kind == "officeDocument")
    typed = (part for part, kind in types.items() if _WORD in kind and kind.endswith(_MAIN))
    main = next((part for part in (*named, *typed, _USUAL_MAIN) if package.has(part)), "")
    kind = types.get(main.lower(), "")
    for other, advice in _OTHERS.items():
        if other in kind:
            raise InputError(f"{package.name}: this is {advice}")
    if not main:
        raise InputError(
            f"{package.name}: this is an archive without a Word document in it; check that it is"
            " the file you mean, or unpack it and convert what is in it"
        )
    return Parts(package, main)


def _content_types(package: Package) -> dict[str, str]:
    root = package.xml(_TYPES)
    if root is None:
        return {}
    return {
        (item.get("PartName") or "").lstrip("/").lower(): item.get("ContentType") or ""
        for item in elements(root)
        if item.get("PartName")
    }


def _relationships(package: Package, part: str) -> dict[str, Relationship]:
    folder, base = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, Relationship] = {}
    for item in elements(root) if root is not None else ():
        kind = (item.get("Type") or "").rpartition("/")[2]
        target = item.get("Target") or ""
        is_external = item.get("TargetMode") == "External"
        if not is_external:
            target = _resolved(package, folder, target)
        found.setdefault(item.get("Id") or "", Relationship(kind, target, is_external))
    return found


def _resolved(package: Package, folder: str, target: str) -> str:
    """The name of the part that a target leads to, seen from a folder."""
    path = target.replace("\\", "/").partition("#")[0]
    joined = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    part = posixpath.normpath(joined) if joined else ""
    return part if package.has(part) else unquote(part)
