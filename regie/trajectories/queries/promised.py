"""What was promised in his first days outside, and which nights are known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from regie.base.facts import standing
from regie.base.gathering import Gathered
from regie.trajectories.enums import SleepingPlace
from regie.trajectories.models import Call, FirstDaysDone, Night


@dataclass(frozen=True)
class Promised:
    """That his first days were done, who was called, in the order in which it was told, and where he slept."""

    done: Sequence[FirstDaysDone] = ()
    calls: Sequence[Call] = ()
    nights: Sequence[Night] = ()

    def done_since(self, since: date) -> FirstDaysDone | None:
        """With which his first days were done since he came out."""
        return next((one for one in self.done if one.happened_on >= since), None)

    def to_call(self, since: date) -> list[Call]:
        """Since he came out, of each who was called the last call, when that said that we call again."""
        last = {(one.whom, one.name): one for one in self.calls if one.happened_on >= since}
        return [one for one in last.values() if one.again_on]

    def sleeps(self, since: date) -> bool:
        """Whether it was told where he sleeps, that night or later; of each night the last that was told holds."""
        last = {one.happened_on: one for one in self.nights if one.happened_on >= since}
        return any(one.place != SleepingPlace.UNKNOWN for one in last.values())


NOTHING_PROMISED = Promised()


def promised_by_trajectory(told: Gathered, *, as_known: date | None = None) -> dict[int, Promised]:
    """Of each what was told of it, by what was gathered of all; no query."""
    kinds: tuple[type[Any], ...] = (FirstDaysDone, Call, Night)
    of_each: dict[int, dict[type[Any], list[Any]]] = {}
    for kind in kinds:
        for one in _in_order(told.of(kind), as_known):
            of_each.setdefault(one.trajectory_id, {kind: [] for kind in kinds})[kind].append(one)
    return {key: Promised(*(found[kind] for kind in kinds)) for key, found in of_each.items()}


def _in_order(versions: Iterable[Any], as_known: date | None) -> list[Any]:
    """Those that stand by their day, and of one day as each was told first: a correction changes no order."""
    first: dict[UUID, int] = {}
    for one in versions:
        first[one.ref] = min(first.get(one.ref, one.pk), one.pk)
    stands = standing(versions, as_known=as_known)
    return sorted(stands, key=lambda one: (one.happened_on, first[one.ref]))


def promised_of(told: Gathered, *, as_known: date | None = None) -> Promised:
    """The same of one young person, of whom all was gathered."""
    return next(iter(promised_by_trajectory(told, as_known=as_known).values()), NOTHING_PROMISED)
