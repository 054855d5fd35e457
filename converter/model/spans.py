"""Where text stands: half-open ranges of the reading text, in code points."""

from __future__ import annotations

from converter.records import record


@record(order=True)
class Span:
    """A half-open range ``[start, end)`` of the reading text; offsets are code points from 0.

    An empty span is a place, and true. Raises ValueError when ``0 <= start <= end`` does not
    hold. Prints as ``3..7``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}..{self.end}: needs 0 <= start <= end")

    def __str__(self) -> str:
        return f"{self.start}..{self.end}"

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True
