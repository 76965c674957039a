"""Who guides, and in which period."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from regie.accounts.enums import Permission
from regie.accounts.models import RoleGrant, User
from regie.base.facts import Recorded
from regie.base.periods import running
from regie.privacy.declarations import RECORDED, Declaration, Retention, Shared


@dataclass(frozen=True)
class Guided:
    """Who guides a trajectory on a day, who takes over later and from when, and the key of what stands (`seen`).

    `officer` None is nobody: `seen` is then the assignment of who left, if there was one.
    """

    officer: User | None = None
    later: User | None = None
    later_since: date | None = None
    seen: int | None = None


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Questions about who guides."""

    def running(self, on: date) -> Self:
        """Those whose period holds that day."""
        return self.filter(running(on))

    def guiding(self, on: date) -> Self:
        """Those that hold that day, of an officer who works there then: who left guides nobody."""
        return self.running(on).filter(self._works_here(on))

    def from_day(self, on: date) -> Self:
        """Those that hold that day or begin later, each with whether its officer `works_here` that day."""
        going_on = self.filter(Q(until__isnull=True) | Q(until__gt=on)).exclude(since=F("until"))
        return going_on.annotate(works_here=self._works_here(on))

    def guided(self, on: date) -> dict[int, Guided]:
        """By the key of each trajectory who guides it that day, and from then on; one query."""
        found: dict[int, Guided] = {}
        for one in self.from_day(on).select_related("officer").order_by("since", "pk"):
            so_far = found.get(one.trajectory_id, Guided())
            seen = one.pk if one.until is None else so_far.seen
            if one.since > on:
                now = replace(so_far, later=one.officer, later_since=one.since, seen=seen)
            else:
                now = replace(so_far, officer=one.officer if vars(one)["works_here"] else None, seen=seen)
            found[one.trajectory_id] = now
        return found

    def _works_here(self, on: date) -> Exists:
        grants = RoleGrant.objects.running(on).allowing(Permission.GUIDE)
        return Exists(
            grants.filter(user=OuterRef("officer"), municipality=OuterRef("trajectory__municipality"))
        )

    def end(self, *, until: date) -> None:
        """Ends what would go on after that day; what was still to begin then never does."""
        going_on = self.filter(Q(until__isnull=True) | Q(until__gt=until))
        going_on.filter(since__gt=until).update(until=F("since"))
        going_on.filter(since__lte=until).update(until=until)


class Assignment(Recorded):
    """An officer guides a trajectory, from a day and until (not including) another; at most one at a time."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{RECORDED} trajectory officer since until",
    )

    trajectory = models.ForeignKey("trajectories.Trajectory", models.PROTECT, related_name="assignments")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="trajectories_assignment_one_current",
                fields=["trajectory"],
                condition=Q(until__isnull=True),
            ),
            models.CheckConstraint(
                name="trajectories_assignment_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
            ),
        ]
        indexes = [models.Index(fields=["officer", "until"], name="trajectories_assignment_of")]

    def __str__(self) -> str:
        return f"{self.officer} {self.since}"

    def holds(self, on: date) -> bool:
        """Whether its period holds that day."""
        return self.since <= on and (self.until is None or on < self.until)
