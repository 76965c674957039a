"""A talent: what he is good at, or likes to do."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from regie.plans import rules
from regie.plans.enums import SaidBy
from regie.plans.rules import TalentAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs


class Talent(TrajectoryFact):
    """On `happened_on` somebody said what he is good at, or likes to do; that is strength to build on."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source words said_by",
    )

    verbs = Verbs(Verb.TALENT_TOLD, Verb.TALENT_CORRECTED, Verb.TALENT_WITHDRAWN)

    words = models.CharField(max_length=rules.LONGEST_TALENT)
    said_by = models.CharField(max_length=20, choices=SaidBy, default=SaidBy.UNKNOWN)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="plans_talent_says_something", condition=~Q(words="")),
        ]

    @property
    def account(self) -> TalentAccount:
        """What is told here."""
        return TalentAccount(self.happened_on, self.words, SaidBy(self.said_by))

    @classmethod
    def _check(cls, account: TalentAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_talent(account, birth_date=trajectory.person.birth_date, on=on)
