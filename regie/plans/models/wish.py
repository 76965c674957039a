"""A wish: what he wants, in his own words."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from regie.plans import rules
from regie.plans.rules import WishAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs


class Wish(TrajectoryFact):
    """On `happened_on`, somewhere, he said what he wants; his words, not ours."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source place",
        criminal="words",
    )

    verbs = Verbs(Verb.WISH_TOLD, Verb.WISH_CORRECTED, Verb.WISH_WITHDRAWN)

    words = models.CharField(max_length=rules.LONGEST_WISH)
    place = models.CharField(max_length=rules.LONGEST_PLACE, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="plans_wish_says_something", condition=~Q(words="")),
        ]

    @property
    def account(self) -> WishAccount:
        """What is told here."""
        return WishAccount(self.happened_on, self.words, self.place)

    @classmethod
    def _check(cls, account: WishAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_wish(account, birth_date=trajectory.person.birth_date, on=on)
