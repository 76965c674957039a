"""An escalation: a barrier that we cannot break rises a level, and somebody there is asked."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from regie.accounts.enums import Role
from regie.accounts.models import RoleGrant
from regie.anonymity.queries import check_anonymous
from regie.barriers.models import Barrier
from regie.base.errors import NotValid
from regie.escalations import rules
from regie.escalations.enums import Level
from regie.escalations.rules import EscalationAccount
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories.models import Trajectory
from regie.trajectories.models.trajectory_fact import TrajectoryFact, TrajectoryFactQuerySet, Verbs

# The role of a colleague who can be asked at a level.
ASKED_AT: Mapping[Level, Role] = {Level.TACTICAL: Role.COORDINATOR, Level.STRATEGIC: Role.PROGRAMME_MANAGER}
NOT_THERE = "Deze collega werkt hier niet in die rol. Kies iemand anders."


class Escalation(TrajectoryFact):
    """On `happened_on` a barrier rose to a level and somebody there was asked, as it stands in the brief.

    What was asked is not told better: what went out stays as it went. It is withdrawn, and asked anew.
    `second_person` says that a level was passed over: until a coordinator agrees it counts as not sent. It is told by
    `escalate`, which knows what was asked before.
    """

    privacy = Declaration(
        shared=Shared.EXPLICIT,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory barrier level role colleague second_person",
        personal="happened_on source name wanted_by",
        criminal="question brief",
    )

    verbs = Verbs(Verb.ESCALATION_TOLD, Verb.ESCALATION_TOLD, Verb.ESCALATION_WITHDRAWN)

    barrier = models.ForeignKey(Barrier, models.PROTECT, related_name="+")
    level = models.CharField(max_length=20, choices=Level)
    role = models.CharField(max_length=rules.LONGEST_NAMED)
    colleague = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=rules.LONGEST_NAMED)
    question = models.CharField(max_length=rules.LONGEST_QUESTION)
    brief = models.CharField(max_length=rules.LONGEST_BRIEF)
    wanted_by = models.DateField()
    second_person = models.BooleanField(default=False)

    objects = TrajectoryFactQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="escalations_escalation_rises",
                condition=Q(level__in=[Level.TACTICAL, Level.STRATEGIC]),
            ),
            models.CheckConstraint(
                name="escalations_escalation_says_whom_and_what",
                condition=~Q(role="") & ~Q(name="") & ~Q(question="") & ~Q(brief=""),
            ),
            models.CheckConstraint(
                name="escalations_escalation_gives_time", condition=Q(wanted_by__gt=F("happened_on"))
            ),
        ]

    @property
    def account(self) -> EscalationAccount:
        """What was asked here; the name of a colleague is kept as it was then."""
        return EscalationAccount(
            self.happened_on,
            Level(self.level),
            self.role,
            self.question,
            self.brief,
            self.wanted_by,
            self.colleague,
            self.name,
        )

    @property
    def about(self) -> Mapping[str, Any]:
        """Its barrier, and whether a level was passed over."""
        return {"barrier": self.barrier, "second_person": self.second_person}

    @property
    def to(self) -> str:
        """Whom it is asked of, to compare; no query."""
        return f"#{self.colleague_id}" if self.colleague_id else " ".join(self.name.casefold().split())

    @property
    def asked_of(self) -> str:
        """Whom it is asked of, in words."""
        return f"{self.name} ({self.role})"

    @classmethod
    def _check(cls, account: EscalationAccount, trajectory: Trajectory, *, on: date, **about: Any) -> None:
        barrier = about["barrier"].now_of(trajectory)
        birth_date = trajectory.person.birth_date
        rules.check_escalation(account, began=barrier.account.began, birth_date=birth_date, on=on)
        if account.colleague:
            there = may_be_asked(account.level, trajectory.municipality_id, on=on)
            if not there.filter(user=account.colleague).exists():
                raise NotValid(NOT_THERE, field="colleague")
        if account.level is Level.STRATEGIC:
            check_anonymous(trajectory, on=on, question=account.question, brief=account.brief)

    def _check_better(self, account: Any, *, on: date) -> None:
        """What was asked is not told better."""
        raise TypeError("What went out stays as it went: withdraw it, and ask anew.")


def may_be_asked(level: Level, municipality_id: int, *, on: date) -> models.QuerySet[RoleGrant]:
    """The roles of colleagues who can be asked at this level on that day, of who still has an account."""
    held = RoleGrant.objects.running(on).filter(municipality=municipality_id, user__is_active=True)
    return held.filter(role=ASKED_AT[level])
