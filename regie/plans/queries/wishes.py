"""What he wants and wanted, and what became of it."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery

from regie.base.facts import F, Fact, standing
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


def wishes_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[Wish]:
    """What stands of his wishes, the last one first; now or at the end of a day; one query."""
    return standing(Wish.objects.of(trajectory).order_by("-happened_on", "-pk"), as_known=as_known)


def open_wishes_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[Wish]:
    """Of those what he still wants, as far as we know, each with what was said of it last; one query.

    That is its `last_outcome`, None when he was never asked again.
    """
    followed = WishFollowUp.objects.known(as_known).filter(wish__ref=OuterRef("ref"))
    last = followed.order_by("-happened_on", "-pk").values("outcome")[:1]
    told = Wish.objects.of(trajectory).annotate(last_outcome=Subquery(last)).order_by("-happened_on", "-pk")
    stand: list[Any] = standing(told, as_known=as_known)
    return [one for one in stand if is_open(one.last_outcome)]


def followed_wishes_of(trajectory: Trajectory, *, as_known: date | None = None) -> list[FollowedWish]:
    """What stands of his wishes with what became of each, those that are open first; two queries."""
    told = standing(_follow_ups(trajectory).order_by("-happened_on", "-pk"), as_known=as_known)
    of_each = defaultdict(list)
    for one in told:
        of_each[one.wish.ref].append(one)
    wishes = [FollowedWish(one, of_each[one.ref]) for one in wishes_of(trajectory, as_known=as_known)]
    return sorted(wishes, key=lambda one: not one.is_open)


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
