"""What a caller may ask of any reader."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """``max_depth`` bounds how deep quotes and lists may nest before a reader stops to descend
    and keeps the rest as text."""

    max_depth: int = 32
