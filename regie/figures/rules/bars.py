"""Bars that lie, one under the other, each in parts: where they stand in a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDTH, LEFT, TOP, STEP, THICK = 340, 88, 44, 32, 24


@dataclass(frozen=True)
class Part:
    """A part of a bar: which of its kinds, how many, and where it begins; `middle` is where its number stands."""

    kind: int
    number: int
    start: int
    length: int

    @property
    def middle(self) -> int:
        """Halfway."""
        return self.start + self.length // 2


@dataclass(frozen=True)
class Bar:
    """One bar: what it is called, its upper edge, its parts, and the line on which its words stand."""

    label: str
    at: int
    parts: tuple[Part, ...]

    @property
    def line(self) -> int:
        """Where the feet of its letters are."""
        return self.at + THICK - 7


@dataclass(frozen=True)
class Bars:
    """The picture: how large it is, and its bars from high to low."""

    width: int
    height: int
    thick: int
    bars: tuple[Bar, ...]


def bars(rows: Sequence[tuple[str, Sequence[int]]]) -> Bars:
    """Each row is a bar: its label and how many there are of each kind; the longest takes all the room."""
    most = max((sum(numbers) for _, numbers in rows), default=0)
    drawn = tuple(
        Bar(label, TOP + place * STEP, tuple(_parts(numbers, most)))
        for place, (label, numbers) in enumerate(rows)
    )
    return Bars(WIDTH, TOP + len(rows) * STEP, THICK, drawn)


def _parts(numbers: Sequence[int], most: int) -> Iterator[Part]:
    so_far = 0
    for kind, number in enumerate(numbers):
        start, end = (
            LEFT + (WIDTH - LEFT - 2) * count // max(most, 1) for count in (so_far, so_far + number)
        )
        so_far += number
        if number:
            yield Part(kind, number, start, end - start)
