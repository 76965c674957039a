"""Whether what stands on the social map still holds: who looked at it last, and who says that it is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

TERM = relativedelta(months=6)  # how long a check holds; no source lays a term down (te verifiëren)


@dataclass(frozen=True)
class CheckFacts:
    """One time that somebody looked: whether it still held, and in his words what did not."""

    holds: bool
    happened_on: date
    by: str
    words: str = ""


@dataclass(frozen=True)
class Standing:
    """When and by whom it was last found right, and since when and by whom it is said to be wrong; None is never."""

    verified_on: date | None = None
    verified_by: str = ""
    doubted_on: date | None = None
    doubted_by: str = ""
    words: str = ""

    def asks_a_look(self, *, on: date) -> bool:
        """Whether somebody should look: it is said to be wrong, or nobody looked for longer than the term."""
        return (
            self.doubted_on is not None
            or self.verified_on is None
            or self.verified_on < looked_at_before(on=on)
        )


def looked_at_before(*, on: date) -> date:
    """Who looked before this day, looked too long ago."""
    return on - TERM


def standing_of(checks: Iterable[CheckFacts]) -> Standing:
    """What follows from all checks of one entry, in the order in which they were written.

    A doubt stands until somebody finds it right on the same day or later. The first of several doubts says since when.
    """
    right: CheckFacts | None = None
    doubts: list[CheckFacts] = []
    for check in checks:
        if not check.holds:
            doubts.append(check)
            continue
        doubts = [doubt for doubt in doubts if doubt.happened_on > check.happened_on]
        if right is None or check.happened_on >= right.happened_on:
            right = check
    first = doubts[0] if doubts else None
    return Standing(
        right.happened_on if right else None,
        right.by if right else "",
        first.happened_on if first else None,
        first.by if first else "",
        " ".join(doubt.words for doubt in doubts if doubt.words),
    )
