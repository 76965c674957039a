"""What he wants and wanted, and what became of it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from regie.base.facts import F, Fact, standing
from regie.base.gathering import Gathered
from regie.plans.models import Wish, WishFollowUp
from regie.plans.rules import is_open
from regie.trajectories.models import Trajectory


@dataclass(frozen=True)
class FollowedWish:
    """A wish as it stands, and what became of it, the last one first."""

    wish: Wish
    follow_ups: Sequence[WishFollowUp] = ()

    @property
    def last(self) -> WishFollowUp | None:
        """What was said of it last."""
        return self.follow_ups[0] if self.follow_ups else None

    @property
    def is_open(self) -> bool:
        """Whether it still leads."""
        return is_open(self.last.outcome if self.last else None)


@dataclass(frozen=True)
class WishHistory:
    """All versions of a wish in the order in which they were written, and of each of its follow-ups likewise."""

    versions: Sequence[Wish]
    follow_ups: Sequence[Sequence[WishFollowUp]]

    @property
    def now(self) -> Wish:
        """Its last version; it may be withdrawn."""
        return self.versions[-1]


def last_first(versions: Iterable[F], *, as_known: date | None = None) -> list[F]:
    """Those of all these versions that stand, the last one told of first."""
    stands = standing(versions, as_known=as_known)
    return sorted(stands, key=lambda one: (one.happened_on, one.pk), reverse=True)


def wishes_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[Wish]:
    """What stands of his wishes, the last one first; now or at the end of a day; one query."""
    return last_first(Wish.objects.of(trajectory), as_known=as_known)


def followed_wishes_of(
    trajectory: Trajectory, *, as_known: date | None = None, told: Gathered | None = None
) -> list[FollowedWish]:
    """What stands of his wishes with what became of each, those that are open first; two queries, or none."""
    follow_ups = told.of(WishFollowUp) if told else _follow_ups(trajectory)
    of_each = defaultdict(list)
    for one in last_first(follow_ups, as_known=as_known):
        of_each[one.wish.ref].append(one)
    stand = last_first(told.of(Wish) if told else Wish.objects.of(trajectory), as_known=as_known)
    return sorted((FollowedWish(one, of_each[one.ref]) for one in stand), key=lambda one: not one.is_open)


def wish_histories_of(trajectory: Trajectory) -> list[WishHistory]:
    """All that was ever told of his wishes, the last wish first, those that were withdrawn among them; two queries."""
    of_each = defaultdict(list)
    for versions in _by_ref(_follow_ups(trajectory).order_by("pk")):
        of_each[versions[0].wish.ref].append(versions)
    wishes = _by_ref(Wish.objects.of(trajectory).order_by("pk"))
    histories = [WishHistory(one, sorted(of_each[one[0].ref], key=_day_and_order)) for one in wishes]
    return sorted(histories, key=lambda one: _day_and_order(one.versions), reverse=True)


def _follow_ups(trajectory: Trajectory) -> Any:
    return WishFollowUp.objects.of(trajectory).select_related("wish")


def _by_ref(told: Iterable[F]) -> list[list[F]]:
    """All versions of each fact together."""
    found: dict[uuid.UUID, list[F]] = defaultdict(list)
    for one in told:
        found[one.ref].append(one)
    return list(found.values())


def _day_and_order(versions: Sequence[Fact]) -> tuple[date, int]:
    return versions[-1].happened_on, versions[0].pk
