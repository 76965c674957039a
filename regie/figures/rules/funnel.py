"""A rate against its denominator, between the limits that chance alone gives: where all of it stands in a picture.

A rate lies outside a limit exactly when its own exact interval does not hold the rate of reference.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from scipy.special import pdtrik

from regie.figures.rules.comparing import Counted
from regie.figures.rules.scale import Level, Scale, scale

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 340, 280, 52, 306, 16, 226
NEAR, FAR = 0.95, 0.998
STEPS = 48  # of how many straight pieces a limit is made


@dataclass(frozen=True)
class Dot:
    """One of them where it stands; `high` when it lies above the picture and stands at its edge."""

    x: int
    y: int
    high: bool = False


@dataclass(frozen=True)
class Limit:
    """What chance alone seldom crosses: the places through which the upper and the lower line run."""

    above: tuple[tuple[int, int], ...]
    below: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Funnel:
    """The picture: its size, the one it is about, the others, the reference, and the limits of 95 and 99.8 %."""

    marked: Dot
    others: tuple[Dot, ...]
    near: Limit
    far: Limit
    reference: int
    levels: tuple[Level, ...]
    sizes: tuple[Level, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = RIGHT
    top: int = TOP
    bottom: int = BOTTOM


def limits(of: float, reference: float, *, confidence: float) -> tuple[float, float]:
    """Between which rates chance alone leaves a rate with this denominator, when it is truly the reference.

    The limits are those counts at which the exact interval begins or ends at the reference; an upper one is never
    below a single count (ADR 58).
    """
    expected, tail = of * reference, (1 - confidence) / 2
    return float(pdtrik(tail, expected)) / of, (float(pdtrik(1 - tail, expected)) + 1) / of


def funnel(marked: Counted, others: Sequence[Counted], *, reference: float, per: float = 1) -> Funnel:
    """Where each stands by its rate for each `per`; who has no denominator has no place.

    Raises ValueError when the marked one has no denominator, or the reference is below zero.
    """
    if marked.of <= 0 or reference < 0:
        raise ValueError("Without a denominator and a rate of reference nothing has a place.")
    there = [one for one in others if one.of > 0]
    everyone = [marked, *there]
    along = scale(max(one.of for one in everyone), low=LEFT, high=RIGHT, steps=3)
    smallest = min(one.of for one in everyone)
    most = max(marked.number / marked.of, *limits(smallest, reference, confidence=NEAR))
    up = scale(most * per, low=BOTTOM, high=TOP)
    return Funnel(
        marked=_dot(marked, along, up, per),
        others=tuple(_dot(one, along, up, per) for one in there),
        near=_limit(NEAR, reference, along, up, per),
        far=_limit(FAR, reference, along, up, per),
        reference=up.place(reference * per),
        levels=tuple(up.levels()),
        sizes=tuple(along.levels()),
    )


def _dot(one: Counted, along: Scale, up: Scale, per: float) -> Dot:
    value = one.number / one.of * per
    return Dot(along.place(one.of), up.place(value), value > up.top)


def _limit(sure: float, reference: float, along: Scale, up: Scale, per: float) -> Limit:
    sizes = [along.top * (step / STEPS) ** 2 for step in range(1, STEPS + 1)]  # close together where it bends
    both = [(along.place(size), *limits(size, reference, confidence=sure)) for size in sizes]
    return Limit(
        above=tuple((x, up.place(high * per)) for x, _, high in both if high * per <= up.top),
        below=tuple((x, up.place(low * per)) for x, low, _ in both),
    )
