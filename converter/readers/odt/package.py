"""The parts of a file: out of the package, or out of one XML file that holds them all (.fodt).

OpenDocument 1.3, Part 2 (Packages); Part 3, 3.1.2 (``office:document``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from converter.errors import InputError
from converter.model import SourceFile
from converter.readers.odt.names import MANIFEST, OFFICE, PROGRAM, elements, parse_part
from converter.readers.office.assets import Loose
from converter.readers.office.package import XML_SHARE, Package, open_archive
from converter.readers.options import ReadOptions
from converter.records import mutable_record

if TYPE_CHECKING:
    from converter.readers.office.assets import Store
    from converter.readers.office.xml import Element

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONTENT, STYLES, META = "content.xml", "styles.xml", "meta.xml"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = "encrypted-package"
_OTHERS = {
    "spreadsheet": "a spreadsheet; copy its cells into a document",
    "presentation": "a set of slides; copy their text into a document",
    "drawing": "a drawing; convert the text that belongs to it",
    "chart": "a chart; convert the text that belongs to it",
    "database": "a database; copy what you need of it into a document",
}
"""What else is kept in this format, and what to do with it."""


@mutable_record
class Opened:
    """The roots of the parts, where the bytes of pictures lie, and what the part with the text
    is called."""

    content: Element
    styles: Element | None
    meta: Element | None
    store: Store
    package: Package | None
    part: str

    def object(self, name: str) -> Element | None:
        """The root of an embedded object (a chart, a formula); None where there is none."""
        part = f"{name.removeprefix('./').rstrip('/')}/{CONTENT}"
        return self.package.xml(part) if self.package and self.package.has(part) else None


def open_file(source: SourceFile, options: ReadOptions) -> Opened:
    """The parts of an OpenDocument text. Raises InputError for what is none, damaged, encrypted or
    hostile."""
    if not source.data.startswith(_ZIP):
        return _open_flat(source, options)
    package = open_archive(source, options, PROGRAM, parse_part)
    _refuse_encrypted(package)
    content = package.xml(CONTENT) if package.has(CONTENT) else None
    if content is None:
        raise InputError(
            f"{source.name}: this is an archive without an OpenDocument text in it; check that it"
            " is the file you mean, or unpack it and convert what is in it"
        )
    _refuse_others(content, source.name)
    return Opened(
        content, package.xml(STYLES), package.xml(META), package, package=package, part=CONTENT
    )


def body_of(opened: Opened, name: str) -> Element:
    """The element that holds the text. Raises InputError when there is none."""
    body = opened.content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise InputError(
            f"{name}: {opened.part} holds no text document; open the file in {PROGRAM}, let it"
            " repair, and save it"
        )
    return body


def _open_flat(source: SourceFile, options: ReadOptions) -> Opened:
    data, name = source.data, source.name
    if data.startswith(_OLE) or b"<" not in data[:1024]:
        raise InputError(
            f"{name}: this is no OpenDocument text (.odt); check that it is the file you mean"
        )
    if len(data) > options.max_unpacked // XML_SHARE:
        raise InputError(
            f"{name}: {len(data):,} bytes, more than the {options.max_unpacked // XML_SHARE:,} that"
            " one part may have; save it as .odt, or raise --max-unpacked"
        )
    root = parse_part(data, name)
    _refuse_others(root, name)
    return Opened(root, root, root, Loose(), package=None, part="body")


def _refuse_encrypted(package: Package) -> None:
    root = package.xml(_MANIFEST) if package.has(_MANIFEST) else None
    is_locked = package.has(_ENCRYPTED) or (
        root is not None and root.find(f".//{MANIFEST}encryption-data") is not None
    )
    if is_locked:
        raise InputError(
            f"{package.name}: the document is encrypted; open it in {PROGRAM} with its password,"
            " save it without one (File, Save As), and convert that"
        )


def _refuse_others(root: Element, name: str) -> None:
    body = root.find(f"{OFFICE}body")
    for child in elements(body) if body is not None else ():
        kind = str(child.tag).removeprefix(OFFICE)
        if kind in _OTHERS:
            raise InputError(f"{name}: this is {_OTHERS[kind]}")
