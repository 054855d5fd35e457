"""Pictures of a package: their bytes kept once, known by what they hold and not by their names."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol

from converter.model import WARNING, Asset
from converter.readers.tape import Tape
from converter.records import field, mutable_record

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\xd7\xcd\xc6\x9a", "image/wmf"),
    (b"\x01\x00\x09\x00", "image/wmf"),
    (b"\x01\x00\x00\x00", "image/emf"),
)
_OTHER = "application/octet-stream"


class Store(Protocol):
    """Where the bytes of pictures lie, by name."""

    def has(self, part: str) -> bool:
        """Whether there is one of this name."""
        ...

    def size(self, part: str) -> int:
        """Its bytes; 0 when it is not there."""
        ...

    def is_bomb(self, part: str) -> bool:
        """Whether it was packed better than real files are."""
        ...

    def read(self, part: str) -> bytes:
        """Its bytes; none when it is not there. Raises InputError."""
        ...


@mutable_record
class Loose:
    """A store for pictures that are no parts of a package, by a name that it gives each. The bytes
    are given away when they are read."""

    held: dict[str, bytes] = field(default_factory=dict)
    count: int = 0

    def add(self, data: bytes) -> str:
        """Hold the bytes of a picture; its name."""
        self.count += 1
        name = f"picture {self.count}"
        self.held[name] = data
        return name

    def has(self, part: str) -> bool:
        """Whether there is one of this name."""
        return part in self.held

    def size(self, part: str) -> int:
        """Its bytes."""
        return len(self.held.get(part, b""))

    def is_bomb(self, part: str) -> bool:
        """Never: it is as large as it stands in the file."""
        return False

    def read(self, part: str) -> bytes:
        """Its bytes."""
        return self.held.pop(part, b"")


@mutable_record
class Assets:
    """The pictures kept so far, by the part that each came from."""

    store: Store
    program: str
    tape: Tape
    max_size: int
    kept: dict[str, Asset] = field(default_factory=dict)
    _refused: set[str] = field(default_factory=set)

    def keep(self, part: str) -> str:
        """The id of the picture in this part; empty when its bytes are not kept, which gives a
        notice."""
        if part in self.kept:
            return self.kept[part].id
        reason = self._reason_against(part)
        if reason:
            if part not in self._refused:
                self._refused.add(part)
                message = f"the picture {part or 'of a dangling reference'} is not kept: {reason}"
                self.tape.note(
                    "C239", WARNING, message, None, f"insert the picture again in {self.program}"
                )
            return ""
        data = self.store.read(part)
        digest = sha256(data).hexdigest()
        name = part.rpartition("/")[2]
        self.kept[part] = Asset(f"a{len(self.kept) + 1}", name, media_type(data), digest, data)
        return self.kept[part].id

    def _reason_against(self, part: str) -> str:
        if not self.store.has(part):
            return "the file does not hold it"
        size = self.store.size(part)
        if size > self.max_size:
            return f"it has {size:,} bytes, more than the limit of {self.max_size:,} (--max-asset)"
        if self.store.is_bomb(part):
            return "it was packed as only files are that are made to fill a memory"
        return ""


def media_type(data: bytes) -> str:
    """What kind of picture these bytes are, by their beginning and never by a name."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if b"<svg" in data[:1024]:
        return "image/svg+xml"
    return _OTHER
