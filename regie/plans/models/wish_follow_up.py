"""A follow-up of a wish: he was asked again what he wanted."""

from datetime import date
from typing import Any

from django.db import models

from regie.base.errors import NotValid
from regie.plans import rules
from regie.plans.enums import WishOutcome
from regie.plans.models.wish import Wish
from regie.plans.rules import WishFollowUpAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs


class WishFollowUp(TrajectoryFact):
    """On `happened_on` it was asked what became of a wish, and he said something of it, or nothing.

    `wish` is the version that stood then; the wish itself is known by the `ref` that all its versions share.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory wish",
        personal="happened_on source outcome",
        criminal="words",
    )

    verbs = Verbs(Verb.WISH_FOLLOWED_UP, Verb.WISH_FOLLOW_UP_CORRECTED, Verb.WISH_FOLLOW_UP_WITHDRAWN)

    wish = models.ForeignKey(Wish, models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=20, choices=WishOutcome)
    words = models.CharField(max_length=rules.LONGEST_FOLLOW_UP, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="plans_wishfollowup_is_an_answer",
                condition=models.Q(outcome__in=WishOutcome.values),
            ),
        ]

    @property
    def account(self) -> WishFollowUpAccount:
        """What is told here."""
        return WishFollowUpAccount(self.happened_on, WishOutcome(self.outcome), self.words)

    @classmethod
    def _check(
        cls,
        account: WishFollowUpAccount,
        trajectory: Trajectory,
        *,
        on: date,
        wish: Wish | None = None,
        **_about: Any,
    ) -> None:
        """`wish` is only known when it is told: no correction changes it."""
        if wish is not None and wish.trajectory_id != trajectory.pk:
            raise NotValid("Deze wens is van iemand anders.")
        rules.check_wish_follow_up(account, birth_date=trajectory.person.birth_date, on=on)
