"""From the coordinates of a page to what a person sees: turned as the page says, y downwards."""

from __future__ import annotations

from typing import Any, NamedTuple

from converter.readers.pdf.facts import Picture, Rule


class Sight(NamedTuple):
    """The box of a page that is shown, and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @classmethod
    def of(cls, box: Any, turns: int) -> Sight:
        """The sight of a page whose box this is."""
        return cls(box.left, box.bottom, box.right, box.top, turns % 4)

    @property
    def width(self) -> float:
        """The width of the page as it is seen."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """The height of the page as it is seen."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def turned(self, quarters: int) -> Sight:
        """The page turned further, clockwise."""
        return self._replace(turns=(self.turns + quarters) % 4)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page is seen."""
        match self.turns:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
        return self.top - y, self.right - x

    def box(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """The left, top, right and bottom of a box as it is seen."""
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def rule(self, rule: Rule) -> Rule:
        """A rule as it is seen."""
        return Rule(*self.box(*rule))

    def picture(self, picture: Picture) -> Picture:
        """A picture as it is seen."""
        return Picture(*self.box(*picture[:4]), *picture[4:])
