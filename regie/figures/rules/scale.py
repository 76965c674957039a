"""From a value to a place in a picture, and which round values stand beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Level:
    """A round value: how it is written, and where it stands."""

    label: str
    at: int


@dataclass(frozen=True)
class Scale:
    """From none to `top`, which stand at `low` and `high`; a step is round."""

    top: float
    step: float
    low: int
    high: int

    def place(self, value: float) -> int:
        """Where a value stands; what lies outside stands at the edge."""
        within = min(max(value, 0.0), self.top) / self.top
        return self.low + round(within * (self.high - self.low))

    def levels(self) -> Iterator[Level]:
        """The round values from none to the top."""
        for number in range(round(self.top / self.step) + 1):
            yield Level(plainly(number * self.step), self.place(number * self.step))


def scale(most: float, *, low: int, high: int, steps: int = 4) -> Scale:
    """From none to a round value above the most, in at most so many steps or one more."""
    most = most if most > 0 else 1.0
    size = 10.0 ** floor(log10(most / steps))
    step = next(size * one for one in STEPS if size * one * steps >= most * (1 - 1e-12))
    return Scale(step * max(1, ceil(most / step - 1e-12)), step, low, high)


def plainly(value: float, *, figures: int = 4) -> str:
    """A number as it is written in Dutch: 0,5 and 1.000; behind the comma only as many figures as count."""
    digits = max(0, figures - 1 - floor(log10(abs(value)))) if value else 0
    written = f"{value:,.{digits}f}"
    if digits:
        written = written.rstrip("0").rstrip(".")
    return written.translate(str.maketrans(",.", ".,"))
