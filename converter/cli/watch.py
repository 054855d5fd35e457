"""How long each stage of a conversion takes."""

from __future__ import annotations

from time import perf_counter


class Watch:
    """Told when a stage begins, it knows in the end how many seconds each took."""

    def __init__(self) -> None:
        self._begun: list[tuple[str, float]] = []

    def at(self, stage: str) -> None:
        """This stage begins, and the one before it ends."""
        self._begun.append((stage, perf_counter()))

    def times(self) -> tuple[tuple[str, float], ...]:
        """The stages in order, with their seconds; the last one ends now."""
        ends = [begin for _, begin in self._begun[1:]] + [perf_counter()]
        return tuple(
            (stage, end - begin) for (stage, begin), end in zip(self._begun, ends, strict=True)
        )
