"""What a caller may ask of any reader."""

from __future__ import annotations

from converter.records import record


@record()
class ReadOptions:
    """``max_depth`` bounds how deep quotes, lists and tables may nest before a reader stops to
    descend and keeps the rest as text. ``max_unpacked`` is the most bytes that a packed file may
    hold, ``max_asset`` the most of one picture that is kept, ``max_pages`` the most pages that a
    file in pages may have. ``keep_furniture`` reads what surrounds an article as part of it.
    ``tracked`` is the view of tracked changes: ``accepted``, ``original``, or ``all`` of both.
    """

    max_depth: int = 32
    max_unpacked: int = 512 * 1024 * 1024
    max_asset: int = 16 * 1024 * 1024
    max_pages: int = 2000
    keep_furniture: bool = False
    tracked: str = "accepted"
