"""An attempt at a barrier: what was tried, with whom, what they answered, and when we try again."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q

from regie.barriers import rules
from regie.barriers.rules import AttemptAccount
from regie.base.errors import NotNow
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

IS_OVER = "Deze barrière is al voorbij. Trek eerst in hoe het afliep."


class BarrierAttempt(TrajectoryFact):
    """On `happened_on` we tried at a barrier; `again_on` is when we try again. It shows perseverance."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory barrier",
        personal="happened_on source whom again_on",
        criminal="words answer",
    )

    verbs = Verbs(Verb.BARRIER_ATTEMPT_TOLD, Verb.BARRIER_ATTEMPT_CORRECTED, Verb.BARRIER_ATTEMPT_WITHDRAWN)

    barrier = models.ForeignKey("barriers.Barrier", models.PROTECT, related_name="+")
    words = models.CharField(max_length=rules.LONGEST_TRIED)
    whom = models.CharField(max_length=rules.LONGEST_NAMED, blank=True)
    answer = models.CharField(max_length=rules.LONGEST_TRIED, blank=True)
    again_on = models.DateField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="barriers_barrierattempt_says_what_was_tried", condition=~Q(words="")
            ),
            models.CheckConstraint(
                name="barriers_barrierattempt_again_after_it",
                condition=Q(again_on__isnull=True) | Q(again_on__gt=F("happened_on")),
            ),
        ]

    @property
    def account(self) -> AttemptAccount:
        """What is told here."""
        return AttemptAccount(self.happened_on, self.words, self.whom, self.answer, self.again_on)

    @property
    def about(self) -> Mapping[str, Any]:
        """Its barrier."""
        return {"barrier": self.barrier}

    @classmethod
    def _told_already(cls, trajectory: Trajectory, told: Mapping[str, Any], /) -> None:
        """Every attempt is one more; raises NotNow of a barrier that is over."""
        # Who ends it at the same moment waits, and the other way round.
        trajectory.hold_open()
        if told["barrier"].ended_on() is not None:
            raise NotNow(IS_OVER)

    @classmethod
    def _check(cls, account: AttemptAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        barrier = about["barrier"].now_of(trajectory)
        rules.check_attempt(
            account,
            began=barrier.account.began,
            ended_on=barrier.ended_on(),
            birth_date=trajectory.person.birth_date,
            on=on,
        )
