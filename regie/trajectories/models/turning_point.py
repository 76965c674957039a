"""A turning point: after it, his road went another way."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs


@dataclass(frozen=True)
class TurningPointAccount:
    """What is told of a turning point: its day, and in a few words what changed."""

    happened_on: date
    words: str


class TurningPoint(TrajectoryFact):
    """On `happened_on` his road went another way; `words` tell it so that he may read it, `source` who told it."""

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on source",
        criminal="words",
    )

    verbs = Verbs(Verb.TURNING_POINT_TOLD, Verb.TURNING_POINT_CORRECTED, Verb.TURNING_POINT_WITHDRAWN)

    words = models.CharField(max_length=rules.LONGEST_TURNING_POINT)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(name="trajectories_turningpoint_says_something", condition=~Q(words="")),
        ]

    @property
    def account(self) -> TurningPointAccount:
        """What is told here."""
        return TurningPointAccount(self.happened_on, self.words)

    @classmethod
    def _check(cls, account: TurningPointAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_turning_point(
            account.happened_on, account.words, birth_date=trajectory.person.birth_date, on=on
        )
