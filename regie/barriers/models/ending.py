"""The end of a barrier: broken through and how, or not needed any more and why."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from regie.barriers import rules
from regie.barriers.enums import BarrierOutcome
from regie.barriers.rules import BarrierEndAccount
from regie.base.errors import NotNow
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

ENDED = "Bij deze barrière staat al hoe het afliep. Verbeter dat, of trek het in."


class BarrierEnd(TrajectoryFact):
    """Since `happened_on` a barrier stands in his way no more. Taken back, it stands there again."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory barrier",
        personal="happened_on source outcome",
        criminal="words",
    )

    verbs = Verbs(Verb.BARRIER_END_TOLD, Verb.BARRIER_END_CORRECTED, Verb.BARRIER_END_WITHDRAWN)
    one_stands = True

    barrier = models.ForeignKey("barriers.Barrier", models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, choices=BarrierOutcome)
    words = models.CharField(max_length=rules.LONGEST_TRIED)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="barriers_barrierend_says_how",
                condition=Q(outcome__in=BarrierOutcome.values) & ~Q(words=""),
            ),
        ]

    @property
    def account(self) -> BarrierEndAccount:
        """What is told here."""
        return BarrierEndAccount(self.happened_on, BarrierOutcome(self.outcome), self.words)

    @property
    def about(self) -> Mapping[str, Any]:
        """Its barrier."""
        return {"barrier": self.barrier}

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> Self | None:
        """The one that says the same already; raises NotNow when another one stands."""
        # Two who tell it at once: the second waits here and then finds what the first wrote.
        trajectory.hold_open()
        there = cls.objects.current().filter(barrier__ref=told["barrier"].ref).first()
        if there is not None and any(
            getattr(there, name) != told[name] for name in told if name != "barrier"
        ):
            raise NotNow(ENDED)
        return there

    @classmethod
    def _check(cls, account: BarrierEndAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        barrier = about["barrier"].now_of(trajectory)
        rules.check_end(
            account,
            began=barrier.account.began,
            tried_on=barrier.tried_on(),
            birth_date=trajectory.person.birth_date,
            on=on,
        )
