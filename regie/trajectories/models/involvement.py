"""An involvement: somebody of another organisation helps him, on a ground, for a purpose and for a while."""

import uuid
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from regie.accounts.enums import Permission
from regie.accounts.rules import where_may
from regie.approach.queries import approach_for
from regie.approach.rules.entry import LONGEST_CODE
from regie.base.actors import Actor
from regie.base.clock import day
from regie.base.errors import NotNow
from regie.partners.models import Organisation, Professional
from regie.privacy.declarations import FACT, Declaration, Retention, Shared
from regie.privacy.enums import Verb
from regie.trajectories import rules
from regie.trajectories.models.trajectory import Trajectory
from regie.trajectories.models.trajectory_fact import (
    TrajectoryFact,
    TrajectoryFactQuerySet,
    Verbs,
    check_on_his_map,
)
from regie.trajectories.rules import InvolvementAccount


class InvolvementQuerySet(TrajectoryFactQuerySet):
    """Questions about who is involved."""

    def judged_by(self, viewer: Actor) -> Self:
        """Those of the municipalities where he judges on which ground somebody may be involved."""
        return self.filter(trajectory__municipality__in=where_may(viewer, Permission.JUDGE_GROUNDS))

    def running(self, on: date) -> Self:
        """Those that are not over that day."""
        ended = Q(ended_on__isnull=False, ended_on__lte=on)
        return self.filter(~ended, until__gte=on)


NOT_ENDED = Q(ended_on__isnull=True, why_ended="")
ENDED = Q(ended_on__isnull=False, ended_on__gte=F("happened_on"), ended_on__lte=F("until")) & ~Q(why_ended="")


class Involvement(TrajectoryFact):
    """From `happened_on` up to and including `until` somebody of the social map is involved, unless it ended before.

    From `ended_on` he is not any more. Who told last that he has the `lead`, has it: one at a time.
    `another` says that he is not who has the same name or number around him.
    """

    privacy = Declaration(
        shared=Shared.NEVER,
        retention=Retention.TRAJECTORY,
        ordinary=f"{FACT} trajectory ground lead another",
        personal="happened_on until ended_on organisation professional role source",
        special="domains",
        criminal="purpose scope why_ended",
    )

    verbs = Verbs(Verb.INVOLVEMENT_TOLD, Verb.INVOLVEMENT_CORRECTED, Verb.INVOLVEMENT_WITHDRAWN)

    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    professional = models.ForeignKey(Professional, models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=rules.LONGEST_ROLE)
    domains = models.JSONField(default=list)  # codes of life domains
    ground = models.CharField(max_length=LONGEST_CODE)
    scope = models.CharField(max_length=rules.LONGEST_SCOPE, blank=True)
    purpose = models.CharField(max_length=rules.LONGEST_PURPOSE)
    lead = models.BooleanField(default=False)
    another = models.BooleanField(default=False)
    ended_on = models.DateField(null=True, blank=True)
    until = models.DateField()
    why_ended = models.CharField(max_length=rules.LONGEST_ENDING, blank=True)

    objects = InvolvementQuerySet.as_manager()

    class Meta(TrajectoryFact.Meta):
        constraints = [
            *TrajectoryFact.Meta.constraints,
            models.CheckConstraint(
                name="trajectories_involvement_names_who",
                condition=Q(organisation__isnull=False) | Q(professional__isnull=False),
            ),
            models.CheckConstraint(
                name="trajectories_involvement_says_what_and_why",
                condition=~Q(role="") & ~Q(domains=[]) & ~Q(ground="") & ~Q(purpose=""),
            ),
            models.CheckConstraint(
                name="trajectories_involvement_ends_after_it_begins",
                condition=Q(until__gte=F("happened_on")),
            ),
            models.CheckConstraint(
                name="trajectories_involvement_ended_in_its_days_with_why", condition=NOT_ENDED | ENDED
            ),
        ]

    @property
    def account(self) -> InvolvementAccount:
        """What is told here."""
        named = InvolvementAccount.__dataclass_fields__
        return InvolvementAccount(**{name: getattr(self, name) for name in named})

    @property
    def who(self) -> str:
        """Who it is, in words."""
        return ", ".join(one.name for one in (self.professional, self.organisation) if one)

    @property
    def named(self) -> str:
        """By which name he is called, empty when it is an organisation."""
        return self.professional.name if self.professional else ""

    @property
    def over_from(self) -> date | None:
        """The first day on which he is involved no more."""
        return rules.over_from(self.until, self.ended_on)

    def is_over(self, on: date) -> bool:
        """Whether he is involved no more on that day: it ends by itself."""
        return self.account.is_over(on)

    @classmethod
    def tell(cls, *, trajectory: Trajectory, account: Any, by: Actor, at: datetime, **sent: Any) -> Self:
        """Writes it down; of who leads, that the other leads no more.

        Raises NotAllowed, or NotValid beside what cannot be.
        """
        trajectory.check_guided_by(by)
        with transaction.atomic():
            trajectory.hold()
            made = super().tell(trajectory=trajectory, account=account, by=by, at=at, **sent)
            made._lead_alone(by=by, at=at)
        return made

    def correct(self, *, account: Any, submission: uuid.UUID | None = None, by: Actor, at: datetime) -> Self:
        """Tells it better; of who leads, that the other leads no more. Raises NotAllowed, NotValid or NotNow."""
        self.trajectory.check_guided_by(by)
        with transaction.atomic():
            self.trajectory.hold()
            better = self._tell_better(self.verbs.corrected, account, submission=submission, by=by, at=at)
            better._lead_alone(by=by, at=at)
        return better

    def end(
        self, *, ended_on: date, why: str, submission: uuid.UUID | None = None, by: Actor, at: datetime
    ) -> Self:
        """He is involved no more, earlier than was meant; told twice is once.

        Raises NotAllowed, NotValid beside a day that cannot be, or NotNow when it ended on another day.
        """
        self.trajectory.check_guided_by(by)
        if self.ended_on and self.ended_on != ended_on:
            raise NotNow(f"Dit eindigde al op {self.ended_on:%d-%m-%Y}.")
        account = replace(self.account, ended_on=ended_on, why_ended=why)
        return self._tell_better(Verb.INVOLVEMENT_ENDED, account, submission=submission, by=by, at=at)

    def _lead_alone(self, *, by: Actor, at: datetime) -> None:
        """Of the others that are not over, none leads beside this one, while it stands."""
        standing = Involvement.objects.current().of(self.trajectory).filter(lead=True)
        others = [one for one in standing if one.ref != self.ref and not one.is_over(day(at))]
        if not any(one.pk == self.pk for one in standing) or self.is_over(day(at)):
            return
        for other in others:
            other.add_correction(by=by, at=at, lead=False)
            self.trajectory.journal(self.verbs.corrected, ["lead"], by=by, at=at)

    @classmethod
    def propose(
        cls,
        account: InvolvementAccount,
        trajectory: Trajectory,
        *,
        stood: InvolvementAccount | None = None,
        on: date,
    ) -> None:
        """Raises NotValid beside what cannot be, before somebody looks at what it opens; `stood` was told before."""
        check_on_his_map(account.organisation, trajectory, field="organisation")
        check_on_his_map(account.professional, trajectory, field="professional")
        approach = approach_for(trajectory.municipality, on=on)
        if rules.is_pending(account.ground, approach):
            rules.check_nameless(account, (trajectory.person.given_names, trajectory.person.family_name))
        born = trajectory.person.birth_date
        rules.check_involvement(account, approach, stood=stood, birth_date=born, on=on)

    def _check_better(self, account: InvolvementAccount, *, on: date) -> None:
        self.propose(account, self.trajectory, stood=self.account, on=on)

    @classmethod
    def _check(cls, account: InvolvementAccount, trajectory: Trajectory, *, on: date, **_about: Any) -> None:
        cls.propose(account, trajectory, on=on)


def check_his_involvement(ref: uuid.UUID, trajectory: Trajectory) -> None:
    """Raises NotNow for one that is of another young person, or that was withdrawn."""
    if not Involvement.objects.current().of(trajectory).filter(ref=ref).exists():
        raise NotNow("Deze betrokkenheid is ingetrokken. Kijk eerst wie er nu betrokken is.")
