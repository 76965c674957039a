"""Somebody asks to be involved himself."""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from regie.base.actors import Actor
from regie.base.errors import NotNow
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.involvement import Involvement
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs
from regie.trajectories.rules import JoinRequestAccount
from regie.trajectories.rules.telling_others import LONGEST_NAME, LONGEST_PURPOSE

ANSWERED = "Dit verzoek is al beantwoord."
NOT_REFUSED = Q(refused_on__isnull=True, why_refused="")
REFUSED = Q(refused_on__isnull=False, refused_on__gte=F("happened_on")) & ~Q(why_refused="")


class JoinRequest(TrajectoryFact):
    """On `happened_on` somebody (`who`, on the map or not) asked to be involved, and why.

    What he was answered is a later version: the `involvement` that came of it (its ref), or that it was refused.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory involvement",
        personal="happened_on refused_on who source",
        criminal="words why_refused",
    )

    verbs = Verbs(Verb.JOIN_REQUEST_TOLD, Verb.JOIN_REQUEST_CORRECTED, Verb.JOIN_REQUEST_WITHDRAWN)

    who = models.CharField(max_length=LONGEST_NAME)
    words = models.CharField(max_length=LONGEST_PURPOSE)
    refused_on = models.DateField(null=True, blank=True)
    why_refused = models.CharField(max_length=rules.LONGEST_ENDING, blank=True)
    involvement = models.UUIDField(null=True, blank=True)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_joinrequest_says_who_and_why", condition=~Q(who="") & ~Q(words="")
            ),
            models.CheckConstraint(
                name="trajectories_joinrequest_refused_with_why", condition=NOT_REFUSED | REFUSED
            ),
            models.CheckConstraint(
                name="trajectories_joinrequest_has_one_answer",
                condition=Q(refused_on__isnull=True) | Q(involvement__isnull=True),
            ),
        ]

    @property
    def account(self) -> JoinRequestAccount:
        """What is told here."""
        named = JoinRequestAccount.__dataclass_fields__
        return JoinRequestAccount(**{name: getattr(self, name) for name in named})

    def refuse(
        self, *, refused_on: date, why: str, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> Self:
        """He is not involved; told twice is once.

        Raises NotAllowed, NotValid beside what cannot be, or NotNow when he was answered before.
        """
        self.trajectory.check_guided_by(by)
        account = self.account.refuse(refused_on=refused_on, why=why)
        if self.refused_on and account != self.account:
            raise NotNow(ANSWERED)
        self._check_not_involved()
        return self._tell_better(Verb.JOIN_REQUEST_ANSWERED, account, submission=submission, by=by, at=at)

    def involve(self, involvement: Involvement, *, by: Actor, at: datetime) -> Self:
        """He is involved now, also when that was refused before; told twice is once.

        Raises NotAllowed, or NotNow when he is involved already.
        """
        self.trajectory.check_guided_by(by)
        if self.involvement != involvement.ref:
            self._check_not_involved()
        account = self.account.involve(involvement.ref)
        return self._tell_better(Verb.JOIN_REQUEST_ANSWERED, account, submission=None, by=by, at=at)

    def _check_not_involved(self) -> None:
        standing = Involvement.objects.current().of(self.trajectory)
        if self.involvement and standing.filter(ref=self.involvement).exists():
            raise NotNow(ANSWERED)

    @classmethod
    def _check(cls, account: JoinRequestAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        rules.check_join_request(account, birth_date=trajectory.person.birth_date, on=on)
