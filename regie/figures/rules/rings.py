"""A picture of people around somebody: him in the middle, each on a ring, with words at the side.

There are as many seats as people can be told apart; the first who was told of takes the first seat, so that who comes
later moves nobody. Words stand in two columns, each in the row of its seat: they never overlap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from regie.figures.rules.lettering import shortened

WIDTH, ROW, EDGE = 960, 46, 14
ROWS = 10  # on each side
SEATS = 2 * ROWS
HEIGHT = ROWS * ROW + 2 * EDGE
MIDDLE_X, MIDDLE_Y = WIDTH // 2, HEIGHT // 2
INNER, BETWEEN = 84, 42  # the first ring, and how far apart they are
OPEN = pi / 9  # at the top and the bottom nobody sits: there stands what the ring is called
WORDS = 250  # how far from the middle words begin
MOST = MIDDLE_X - WORDS - 8
_ORDER = (4, 7, 2, 9, 0, 5, 3, 8, 1, 6)  # which row of a side is taken first: spread, also when they are few


@dataclass(frozen=True)
class Around:
    """Somebody on a ring, counted from within; `shape` is how he is drawn, `label` and `note` what it says.

    A barred one has a bar across the line to the middle.
    """

    ring: int
    shape: str
    label: str
    note: str
    barred: bool = False


@dataclass(frozen=True)
class Seated:
    """Where somebody sits, and where his words stand; on the left they end at `label_x`."""

    who: Around
    x: int
    y: int
    bar_x: int
    bar_y: int
    label_x: int
    label_y: int
    label: str
    note: str
    left: bool


@dataclass(frozen=True)
class Ring:
    """A circle around him, and what it is called."""

    title: str
    radius: int

    @property
    def title_y(self) -> int:
        """Where its name stands: just above it."""
        return MIDDLE_Y - self.radius - 5


@dataclass(frozen=True)
class RingDrawing:
    """The picture: its size, the middle, the rings and who sits where."""

    rings: tuple[Ring, ...]
    seated: tuple[Seated, ...]
    width: int = WIDTH
    height: int = HEIGHT
    x: int = MIDDLE_X
    y: int = MIDDLE_Y


def on_rings(people: Sequence[Around], *, rings: Sequence[str]) -> RingDrawing:
    """Where each sits, in the order in which they were told of. Raises ValueError for more people than seats."""
    if len(people) > SEATS:
        raise ValueError(f"{len(people)} people do not fit on {SEATS} seats.")
    return RingDrawing(
        rings=tuple(Ring(title, INNER + BETWEEN * place) for place, title in enumerate(rings)),
        seated=tuple(_seat(who, place) for place, who in enumerate(people)),
    )


def _seat(who: Around, place: int) -> Seated:
    left, row = bool(place % 2), _ORDER[place // 2]
    angle = OPEN + (row + 0.5) * (pi - 2 * OPEN) / ROWS  # from the top down
    side, radius = -1 if left else 1, INNER + BETWEEN * who.ring

    def at(distance: float) -> tuple[int, int]:
        return MIDDLE_X + round(side * distance * sin(angle)), MIDDLE_Y - round(distance * cos(angle))

    (x, y), (bar_x, bar_y) = at(radius), at(radius - 24)
    return Seated(
        who=who,
        x=x,
        y=y,
        bar_x=bar_x,
        bar_y=bar_y,
        label_x=MIDDLE_X + side * WORDS,
        label_y=EDGE + ROW * row + 20,
        label=shortened(who.label, MOST),
        note=shortened(who.note, MOST),
        left=left,
    )
