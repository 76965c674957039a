"""His first days outside are done: what goes along."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.errors import NotNow
from regie.detention.queries import stays_of
from regie.detention.rules import free_since
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import FirstDaysAccount


class FirstDaysDone(TrajectoryFact):
    """On `happened_on` his first days were done; `words` say what goes along, and on `again_on` he is spoken to next.

    It is about the last time that he came out: who came out again has first days again.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on again_on source",
        criminal="words",
    )

    verbs = Verbs(Verb.FIRST_DAYS_DONE, Verb.FIRST_DAYS_CORRECTED, Verb.FIRST_DAYS_WITHDRAWN)

    words = models.CharField(max_length=rules.LONGEST_DONE)
    again_on = models.DateField()

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="trajectories_firstdaysdone_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="trajectories_firstdaysdone_again_not_before_it",
                condition=Q(again_on__gte=F("happened_on")),
            ),
        ]

    @property
    def account(self) -> FirstDaysAccount:
        """What is told here."""
        return FirstDaysAccount(self.happened_on, self.words, self.again_on)

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The same, told already; raises NotNow when a colleague, or she herself, told it otherwise."""
        # Two at once: the second waits here and then finds what the first wrote.
        Trajectory.objects.select_for_update(no_key=True).get(pk=trajectory.pk)
        since = _free_since(trajectory, on=told["happened_on"])
        there: Any = cls.objects.current().of(trajectory).filter(happened_on__gte=since).last()
        if there is None:
            return None
        if any(getattr(there, name) != value for name, value in told.items()):
            raise NotNow(
                f"{there.recorded_by_label} rondde zijn eerste dagen al af op {there.happened_on:%d-%m-%Y}. "
                "Verbeter wat er staat."
            )
        found: Self = there
        return found

    @classmethod
    def _check(cls, account: FirstDaysAccount, trajectory: Trajectory, *, on: date, **_about: object) -> None:
        rules.check_first_days_done(account, since=_free_since(trajectory, on=account.happened_on), on=on)


def _free_since(trajectory: Trajectory, *, on: date) -> date | None:
    return free_since(stays_of([trajectory.person_id])[trajectory.person_id], on=on)
