"""What a caller may ask of any writer."""

from __future__ import annotations

from converter.records import record
from converter.schemas import ArticleSchema


@record()
class WriteOptions:
    """``schema`` lays out what is printed. ``timestamp`` (seconds since 1970, UTC) goes where a
    format wants a date of making; None leaves every such date out, so that the same document
    gives the same bytes."""

    schema: ArticleSchema
    timestamp: int | None = None
