"""What somebody who is involved answered: whether he joins."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q

from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import Joining
from regie.trajectories.models.involvement import check_his_involvement
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import ParticipationAccount


class Participation(TrajectoryFact):
    """On `happened_on` he answered whether he joins in an involvement (`thing`, its `ref`); the last one holds."""

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory thing",
        personal="happened_on answer source",
        criminal="words",
    )

    verbs = Verbs(Verb.PARTICIPATION_TOLD, Verb.PARTICIPATION_CORRECTED, Verb.PARTICIPATION_WITHDRAWN)

    thing = models.UUIDField()
    answer = models.CharField(max_length=20, choices=Joining)
    words = models.CharField(max_length=rules.LONGEST_ANSWER, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_participation_answer_we_know", condition=Q(answer__in=Joining.values)
            ),
            models.CheckConstraint(
                name="trajectories_participation_says_why_not",
                condition=Q(answer=Joining.JOINS) | ~Q(words=""),
            ),
        ]

    @property
    def account(self) -> ParticipationAccount:
        """What is told here."""
        return ParticipationAccount(self.happened_on, Joining(self.answer), self.words)

    @property
    def about(self) -> Mapping[str, UUID]:
        """Which involvement, which no correction changes."""
        return {"thing": self.thing}

    @classmethod
    def _check(cls, account: ParticipationAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        check_his_involvement(about["thing"], trajectory)
        rules.check_participation(account, birth_date=trajectory.person.birth_date, on=on)
