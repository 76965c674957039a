"""A call in his first days outside."""

from datetime import date

from django.db import models
from django.db.models import F, Q

from regie.detention.queries import stays_of
from regie.detention.rules import came_out
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.enums import Answered, Called
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import CallAccount


class Call(TrajectoryFact):
    """Somebody was called for him: what was said, and when again. Its moment is when it was first written down.

    Whom can tell of his health (a pharmacy), or of his detention.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory",
        personal="happened_on answered name again_on source",
        special="whom",
        criminal="words",
    )

    verbs = Verbs(Verb.CALL_TOLD, Verb.CALL_CORRECTED, Verb.CALL_WITHDRAWN)

    whom = models.CharField(max_length=20, choices=Called)
    answered = models.CharField(max_length=20, choices=Answered)
    name = models.CharField(max_length=120, blank=True)
    words = models.CharField(max_length=rules.LONGEST_CALL, blank=True)
    again_on = models.DateField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_call_words_we_know",
                condition=Q(whom__in=Called.values, answered__in=Answered.values),
            ),
            models.CheckConstraint(
                name="trajectories_call_somebody_else_has_a_name",
                condition=~Q(whom=Called.OTHER) | ~Q(name=""),
            ),
            models.CheckConstraint(
                name="trajectories_call_again_not_before_it",
                condition=Q(again_on__isnull=True) | Q(again_on__gte=F("happened_on")),
            ),
        ]

    @property
    def account(self) -> CallAccount:
        """What is told here."""
        return CallAccount(
            self.happened_on,
            Called(self.whom),
            Answered(self.answered),
            self.name,
            self.words,
            self.again_on,
        )

    @property
    def who(self) -> str:
        """Who was called, in words."""
        whom = self.get_whom_display()
        if self.whom == Called.OTHER:
            return self.name
        return f"{whom}: {self.name}" if self.name else str(whom)

    @classmethod
    def _check(cls, account: CallAccount, trajectory: Trajectory, *, on: date, **_about: object) -> None:
        stays = stays_of([trajectory.person_id])[trajectory.person_id]
        rules.check_call(account, since=came_out(stays, on=account.happened_on), on=on)
